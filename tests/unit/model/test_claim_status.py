from collections.abc import Sequence

import pytest

from rejoinder.model.claim import ClaimPart, ClaimStatus, Side, Voices, claim_id, status_of
from rejoinder.model.ids import ActorId, ArticleId, StatementId


def voices(speaker: str, *states: str) -> Voices:
    speakers = frozenset([ActorId(speaker)] if speaker else [])
    return Voices(speakers=speakers, parties=speakers | {ActorId(each) for each in states})


NOBODY = voices("")
MINISTRY = voices("gov:AVA-defence", "state:AVA")
AVARIA = voices("state:AVA")
PRESIDENT = voices("per:venn", "state:AVA")
BELMARK = voices("state:BEL")


def parts(*sides: tuple[Side, Voices]) -> list[ClaimPart]:
    return [
        ClaimPart(
            statement_id=StatementId(f"s-{place}"),
            article_id=ArticleId("a-1"),
            side=side,
            voices=each,
        )
        for place, (side, each) in enumerate(sides)
    ]


@pytest.mark.parametrize(
    ("sides", "status"),
    [
        pytest.param([(Side.ASSERTS, AVARIA)], ClaimStatus.UNCONTESTED, id="alone"),
        pytest.param(
            [(Side.ASSERTS, AVARIA), (Side.DENIES, BELMARK)], ClaimStatus.CONTESTED, id="contested"
        ),
        pytest.param(
            [(Side.ASSERTS, AVARIA), (Side.DENIES, MINISTRY)],
            ClaimStatus.UNCONTESTED,
            id="a ministry is no other party than its state",
        ),
        pytest.param(
            [(Side.ASSERTS, MINISTRY), (Side.DENIES, PRESIDENT)],
            ClaimStatus.CONTESTED,
            id="two who hold offices of one state are two",
        ),
        pytest.param(
            [(Side.ASSERTS, AVARIA), (Side.DENIES, NOBODY)],
            ClaimStatus.UNCONTESTED,
            id="nobody known is no party",
        ),
        pytest.param([(Side.DENIES, BELMARK)], ClaimStatus.DENIED, id="denied, asserted by nobody"),
        pytest.param(
            [(Side.ASSERTS, AVARIA), (Side.CONCEDES, BELMARK)], ClaimStatus.CONCEDED, id="conceded"
        ),
        pytest.param(
            [(Side.ASSERTS, AVARIA), (Side.CONCEDES, PRESIDENT), (Side.DENIES, BELMARK)],
            ClaimStatus.CONTESTED,
            id="who denies outweighs who concedes",
        ),
    ],
)
def test_status_follows_from_the_sides(
    sides: Sequence[tuple[Side, Voices]], status: ClaimStatus
) -> None:
    assert status_of(parts(*sides)) is status


def test_a_claim_keeps_its_id_while_its_least_statement_stays() -> None:
    keys = [(StatementId(f"s-{n}"), 0) for n in range(9)]
    whole = claim_id(keys)
    assert claim_id(reversed(keys)) == whole
    least = next(key for key in keys if claim_id([key]) == whole)
    assert claim_id([least, keys[-1]]) == whole
    assert claim_id([key for key in keys if key != least]) != whole
