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
    ],
)
def test_the_title_names_who_deals_with_whom(
    said: list[Said], links: list[Linked], title: str
) -> None:
    assert _title(said, links) == title
