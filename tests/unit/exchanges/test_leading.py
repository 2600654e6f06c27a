"""Between whom an exchange is, as its title says."""

import pytest
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.assemble import assemble
from rejoinder.exchanges.relate import make_link
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act

Said = tuple[Act, str, str | None]
Linked = tuple[int, int, Relation]


def _title(said: list[Said], links: list[Linked]) -> str:
    words = [f"the tolls rose in year {number}" for number in range(len(said))]
    story: Story = told(". ".join(f"It said {each}" for each in words) + ".")
    turns = [
        story.say(act, speaker, about, each, cue="said")
        for each, (act, speaker, about) in zip(words, said, strict=True)
    ]
    made = [
        make_link(turns[answer], turns[answered], relation, evidence=None, score=0.5)
        for answer, answered, relation in links
    ]
    (exchange,) = assemble([story.record()], made)
    return exchange.title.split(":")[0]


@pytest.mark.parametrize(
    ("said", "links", "title"),
    [
        pytest.param(
            [
                (Act.ACCUSE, "state:AVA", "state:BEL"),
                (Act.OFFER, "state:CYR", "state:AVA"),
                (Act.PREDICT, "state:CYR", None),
            ],
            [(1, 0, Relation.MEDIATES), (2, 1, Relation.SUPPORTS)],
            "Avaria – Belmark",
            id="not who mediates",
        ),
        pytest.param(
            [(Act.ACCUSE, "state:AVA", None), (Act.OFFER, "state:CYR", "state:AVA")],
            [(1, 0, Relation.MEDIATES)],
            "Avaria – Cyrland",
            id="who mediates where nobody else is known",
        ),
        pytest.param(
            [
                (Act.ACCUSE, "state:AVA", "state:BEL"),
                (Act.ACCUSE, "state:CYR", "state:BEL"),
                (Act.ACCUSE, "state:AVA", "state:BEL"),
            ],
            [(1, 0, Relation.SUPPORTS), (2, 1, Relation.REPEATS)],
            "Avaria – Belmark",
            id="not who says the same",
        ),
        pytest.param(
            [
                (Act.ACCUSE, "state:AVA", "state:BEL"),
                (Act.DENY, "state:CYR", "state:AVA"),
                (Act.ACCUSE, "state:AVA", "state:BEL"),
            ],
            [(1, 0, Relation.DENIES), (2, 1, Relation.COUNTERS)],
            "Avaria – Cyrland",
            id="who answers rather than who is spoken of",
        ),
        pytest.param(
            [
                (Act.ACCUSE, "state:AVA", "state:BEL"),
                (Act.DENY, "state:CYR", None),
                (Act.ACCUSE, "state:AVA", "state:BEL"),
            ],
            [(1, 0, Relation.DENIES), (2, 0, Relation.REPEATS)],
            "Avaria – Cyrland",
            id="an answer is as much as being spoken of twice",
        ),
        pytest.param(
            [
                (Act.ACCUSE, "state:BEL", "per:tarn"),
                (Act.DENY, "per:tarn", "state:BEL"),
                (Act.ASSERT, "per:tarn", None),
            ],
            [(1, 0, Relation.DENIES), (2, 1, Relation.SUPPORTS)],
            "Joren Tarn – Belmark",
            id="two of one state",
        ),
    ],
)
def test_the_title_names_who_deals_with_whom(
    said: list[Said], links: list[Linked], title: str
) -> None:
    assert _title(said, links) == title


@pytest.mark.parametrize(
    ("source", "title"),
    [
        pytest.param("two old ferrymen, both unnamed,", "Avaria – two old ferrymen", id="words"),
        pytest.param("they", "Avaria", id="that tell nobody apart"),
    ],
)
def test_who_has_no_name_is_called_by_the_words_for_him(source: str, title: str) -> None:
    story = told(f"Avaria said the tolls rose. But {source} denied that the tolls rose so.")
    charge = story.say(Act.ACCUSE, "state:AVA", None, "the tolls rose", cue="said", source="Avaria")
    answer = story.say(Act.DENY, None, None, "that the tolls rose so", cue="denied", source=source)
    link = make_link(answer, charge, Relation.DENIES, evidence=None, score=0.5)
    (exchange,) = assemble([story.record()], [link])
    assert exchange.title.split(":")[0] == title
