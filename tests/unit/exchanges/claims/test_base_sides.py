"""On which side of a claim statements are by their own words, and where a link puts an answer."""

import pytest

from rejoinder.exchanges.claims.propositions import Proposition
from rejoinder.exchanges.claims.sides import base_sides, side_of_answer
from rejoinder.exchanges.claims.wording import read_wording
from rejoinder.exchanges.relate import REJECTING
from rejoinder.model.claim import Side, Voices
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act

SOLD = "the guild sold its forty barges"
KEPT = "the guild never sold its forty barges"
MORE = "This should trouble all. The guild never sold its forty barges"
LESS = "This should trouble all. The guild sold its forty barges"
BRIEF = "Grain never rots"

ASSERTS, DENIES, CONCEDES = Side.ASSERTS, Side.DENIES, Side.CONCEDES

Said = tuple[str, Act, str]


def proposition(place: int, speaker: str, act: Act, words: str) -> Proposition:
    """Return what somebody puts forward; a speaker is NAME or NAME of PARTY, or nobody."""
    name, _, party = speaker.partition(" of ")
    speakers = frozenset({ActorId(name)} if name else ())
    parties = frozenset({ActorId(party)} if party else ()) | speakers
    wording = read_wording(words, frozenset(), frozenset(), rejecting=act in REJECTING)
    nobody = frozenset[ActorId]()
    return Proposition(
        statement=StatementId(f"s-{place}"),
        article=ArticleId(f"a-{place}"),
        place=0,
        act=act,
        voices=Voices(speakers=speakers, parties=parties),
        doers=nobody,
        blamed=nobody,
        others=nobody,
        named=(),
        around=nobody,
        names=frozenset(),
        kinds=frozenset(),
        wording=wording,
        negated=wording.negated,
        days=None,
        told=None,
        heading=False,
        takes_up=False,
    )


@pytest.mark.parametrize(
    ("said", "sides"),
    [
        pytest.param(
            [("tarn", Act.ACCUSE, SOLD), ("vey", Act.DENY, SOLD)], [ASSERTS, DENIES],
            id="an act of denial denies",
        ),
        pytest.param(
            [("tarn", Act.ACCUSE, SOLD), ("vey", Act.ASSERT, KEPT)], [ASSERTS, DENIES],
            id="a negation denies what another says",
        ),
        pytest.param(
            [("tarn", Act.ASSERT, KEPT), ("vey", Act.ASSERT, KEPT)], [ASSERTS, ASSERTS],
            id="what nobody says otherwise is asserted",
        ),
        pytest.param(
            [("tarn", Act.ASSERT, KEPT), ("vey", Act.DENY, SOLD)], [ASSERTS, DENIES],
            id="where all say that it is not so, who denies denies",
        ),
        pytest.param(
            [("", Act.ASSERT, SOLD), ("", Act.ASSERT, KEPT)], [ASSERTS, DENIES],
            id="nobody and nobody are two",
        ),
        pytest.param(
            [("tarn", Act.ASSERT, SOLD), ("tarn", Act.ASSERT, KEPT)], [ASSERTS, ASSERTS],
            id="one speaker is on one side",
        ),
        pytest.param(
            [("tarn", Act.DENY, SOLD), ("tarn", Act.ASSERT, SOLD)], [DENIES, DENIES],
            id="who denies in half of what he says",
        ),
        pytest.param(
            [
                ("tarn", Act.DENY, SOLD),
                ("tarn", Act.ASSERT, SOLD),
                ("tarn", Act.ASSERT, SOLD),
                ("vey", Act.DENY, SOLD),
            ],
            [ASSERTS, ASSERTS, ASSERTS, DENIES],
            id="who denies in less than half",
        ),
        pytest.param(
            [("tarn", Act.ASSERT, MORE), ("vey", Act.ASSERT, KEPT)], [ASSERTS, ASSERTS],
            id="a sentence more",
        ),
        pytest.param(
            [("tarn", Act.ASSERT, LESS), ("vey", Act.ASSERT, KEPT)], [ASSERTS, DENIES],
            id="a sentence more and no negation",
        ),
        pytest.param(
            [
                ("tarn", Act.ASSERT, MORE),
                ("vey", Act.ASSERT, KEPT),
                ("orlin", Act.DENY, SOLD),
            ],
            [ASSERTS, ASSERTS, DENIES],
            id="a sentence more than one of those who say the contrary",
        ),
        pytest.param(
            [("tarn", Act.ASSERT, f"This should trouble all. {BRIEF}"), ("vey", Act.ASSERT, BRIEF)],
            [ASSERTS, ASSERTS],
            id="a sentence more, two words in common",
        ),
        pytest.param(
            [("tarn", Act.ACCUSE, SOLD), ("vey", Act.ADMIT, SOLD)], [ASSERTS, CONCEDES],
            id="admitted to another",
        ),
        pytest.param(
            [("vey", Act.ADMIT, SOLD)], [ASSERTS], id="admitted to nobody",
        ),
        pytest.param(
            [("guild", Act.ASSERT, SOLD), ("vey of guild", Act.ADMIT, SOLD)],
            [ASSERTS, ASSERTS],
            id="admitted beside one of one's own",
        ),
        pytest.param(
            [("tarn", Act.DENY, SOLD), ("vey", Act.ADMIT, SOLD)], [DENIES, ASSERTS],
            id="admitted where others deny",
        ),
        pytest.param(
            [("tarn", Act.ACCUSE, SOLD), ("vey", Act.ADMIT, KEPT)], [ASSERTS, DENIES],
            id="admitted not to be so",
        ),
    ],
)  # fmt: skip
def test_words_take_a_side(said: list[Said], sides: list[Side]) -> None:
    propositions = [proposition(place, *each) for place, each in enumerate(said)]
    found = base_sides(propositions)
    assert [found[each.statement] for each in propositions] == sides


@pytest.mark.parametrize(
    ("relation", "act", "answered", "own_words", "side"),
    [
        (Relation.DENIES, Act.DENY, ASSERTS, False, DENIES),
        (Relation.DENIES, Act.DENY, DENIES, True, ASSERTS),
        (Relation.CONTRADICTS, Act.ASSERT, ASSERTS, True, DENIES),
        (Relation.REFUSES, Act.REFUSE, ASSERTS, False, DENIES),
        (Relation.REFUSES, Act.REFUSE, CONCEDES, False, DENIES),
        (Relation.REPEATS, Act.ASSERT, ASSERTS, False, ASSERTS),
        (Relation.REPEATS, Act.ASSERT, DENIES, False, DENIES),
        (Relation.REPEATS, Act.ASSERT, ASSERTS, True, None),
        (Relation.REPEATS, Act.ADMIT, ASSERTS, True, None),
        (Relation.SUPPORTS, Act.SUPPORT, ASSERTS, False, ASSERTS),
        (Relation.SUPPORTS, Act.SUPPORT, ASSERTS, True, None),
        (Relation.SUPPORTS, Act.ADMIT, ASSERTS, True, CONCEDES),
        (Relation.SUPPORTS, Act.ADMIT, DENIES, False, DENIES),
        (Relation.SUPPORTS, Act.ADMIT, DENIES, True, None),
        (Relation.ACCEPTS, Act.AGREE, DENIES, False, DENIES),
        (Relation.ACCEPTS, Act.AGREE, ASSERTS, True, None),
        (Relation.ACCEPTS, Act.ADMIT, ASSERTS, True, CONCEDES),
        (Relation.ANSWERS, Act.ADMIT, ASSERTS, True, CONCEDES),
        (Relation.ANSWERS, Act.ADMIT, DENIES, False, None),
        (Relation.ANSWERS, Act.ASSERT, ASSERTS, False, None),
        (Relation.COUNTERS, Act.ADMIT, ASSERTS, False, None),
        (Relation.MEDIATES, Act.OFFER, ASSERTS, False, None),
    ],
)
def test_a_link_puts_the_answer_on_a_side_or_on_none(
    relation: Relation, act: Act, answered: Side, own_words: bool, side: Side | None
) -> None:
    assert side_of_answer(relation, act, answered, has_own_words=own_words) is side
