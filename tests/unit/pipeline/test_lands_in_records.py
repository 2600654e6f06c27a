from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.date import DateInterval
from rejoinder.model.event import Event, EventType, Modality, event_id
from rejoinder.model.ids import ActorId, ArticleId
from rejoinder.model.span import Span
from rejoinder.pipeline.assemble import with_lands


def state(code: str) -> Actor:
    return Actor(
        id=ActorId(f"state:{code}"), name=code, aliases=(), kind=ActorKind.STATE, country=code,
        sector=None, role=None, mentions=(),
    )  # fmt: skip


def event(*recipient: str, date: DateInterval | None = None) -> Event:
    article, span = ArticleId("a-1"), Span(0, 4)
    return Event(
        id=event_id(article, EventType.ASSAULT, span), article_id=article,
        event_type=EventType.ASSAULT, mode=(), context=(), actor=(),
        recipient=tuple(ActorId(one) for one in recipient), span=span, date=date,
        asserted_by=None, modality=Modality.ACTUAL, score=0.5,
    )  # fmt: skip


def test_lands_that_take_part_in_events_join_the_actors_once() -> None:
    known, lands = [state("NOR")], [state("NOR"), state("DNK"), state("CHL")]
    joined = with_lands(known, lands, [event("state:DNK", "state:NOR")], [])
    assert [actor.id for actor in joined] == ["state:NOR", "state:DNK"]


def test_lands_that_take_part_in_nothing_stay_out() -> None:
    assert with_lands([], [state("DNK")], [], []) == ()
