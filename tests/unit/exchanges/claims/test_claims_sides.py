"""Which claims an answer is on: all that was said, where its own words pick out nothing."""

from dataclasses import replace
from datetime import date

import pytest
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.claims.group import group_claims
from rejoinder.exchanges.relate import make_link
from rejoinder.model.claim import ClaimStatus, Side
from rejoinder.model.event import EventType
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act

CHARGE = "Avaria shelled the harbour and Avaria keeps hired divers near the wells"


def charged(reply: str) -> tuple[Story, StatementId, StatementId]:
    """Return a charge that tells two deeds, and what the ministry says to it."""
    story = told(
        f"Tarn said that {CHARGE}. The Avarian Defence Ministry dismissed {reply}.",
        day=date(2031, 5, 4),
    )
    charge = story.say(Act.ACCUSE, "per:tarn", "state:AVA", CHARGE, cue="said", source="Tarn")
    answer = story.say(
        Act.DENY, "gov:AVA-defence", "per:tarn", reply, cue="dismissed",
        source="The Avarian Defence Ministry",
    )  # fmt: skip
    story.happen(EventType.ASSAULT, "state:AVA", "Avaria shelled the harbour")
    story.happen(EventType.MOBILIZE, "state:AVA", "Avaria keeps hired divers near the wells")
    return story, charge, answer


@pytest.mark.parametrize(
    ("reply", "contested"),
    [
        pytest.param("this as slander", 2, id="all that was said"),
        pytest.param("the claim that it shelled the harbour", 1, id="one of two deeds"),
    ],
)
def test_a_mere_verdict_turns_down_every_deed_of_a_charge(reply: str, contested: int) -> None:
    story, charge, answer = charged(reply)
    story.events = [replace(each, asserted_by=charge) for each in story.events]
    link = make_link(answer, charge, Relation.DENIES, evidence=None, score=0.9)
    claims = [
        claim
        for claim in group_claims([story.record()], [link])
        if claim.status is ClaimStatus.CONTESTED
    ]
    assert len(claims) == contested
    for claim in claims:
        sides = {(part.statement_id, part.side) for part in claim.parts}
        assert sides == {(charge, Side.ASSERTS), (answer, Side.DENIES)}
