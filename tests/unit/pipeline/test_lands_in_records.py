from tests.records import actor, event

from rejoinder.model.actor import Actor
from rejoinder.model.event import Event, EventType
from rejoinder.model.ids import ArticleId
from rejoinder.model.span import Span
from rejoinder.pipeline.assemble import with_lands


def state(code: str) -> Actor:
    return actor(f"state:{code}", code, country=code)


def assault(*recipient: str) -> Event:
    return event(ArticleId("a-1"), EventType.ASSAULT, Span(0, 4), recipient=recipient)


def test_lands_that_take_part_in_events_join_the_actors_once() -> None:
    known, lands = [state("NOR")], [state("NOR"), state("DNK"), state("CHL")]
    joined = with_lands(known, lands, [assault("state:DNK", "state:NOR")], [])
    assert [each.id for each in joined] == ["state:NOR", "state:DNK"]


def test_lands_that_take_part_in_nothing_stay_out() -> None:
    assert with_lands([], [state("DNK")], [], []) == ()
