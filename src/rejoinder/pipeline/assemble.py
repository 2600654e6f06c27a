"""Put what the stages found in one article together into statements."""

from collections.abc import Collection, Sequence

from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.article import Article
from rejoinder.model.date import DateInterval
from rejoinder.model.event import Event
from rejoinder.model.ids import StatementId
from rejoinder.model.statement import Act, Attribution, Cast, Statement, statement_id

__all__ = ["make_statements", "places_of_media", "places_of_own_views", "with_lands"]

_STATES = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT_BODY, ActorKind.ARMED_FORCE})
_OFFICIAL = frozenset({"GOV", "MIL"})
_VOICES = ("spokesperson", "lawyer")


def places_of_media(actors: Sequence[Actor], casts: Sequence[Cast]) -> frozenset[int]:
    """Return the places of the attributions that nobody but news media makes."""
    media = {actor.id for actor in actors if actor.kind is ActorKind.MEDIA}
    return frozenset(
        place for place, cast in enumerate(casts) if cast.speaker and media.issuperset(cast.speaker)
    )


def places_of_own_views(
    attributions: Sequence[Attribution], actors: Sequence[Actor], casts: Sequence[Cast]
) -> frozenset[int]:
    """Return the places of views of whom the teller speaks for: "Norland considers it".

    What its ministry says that a state demands, the ministry demands, and what he says that his
    client denies a lawyer denies.
    """
    known = {actor.id: actor for actor in actors}
    return frozenset(
        place
        for place, one in enumerate(attributions)
        if one.parent is not None
        and (
            _speaks_for(casts[one.parent].speaker, casts[place].speaker)
            or (
                (side := _state_of([known[who] for who in casts[place].speaker], ())) is not None
                and side == _state_of([known[who] for who in casts[one.parent].speaker], _OFFICIAL)
            )
        )
    )


def _speaks_for(tellers: Sequence[str], holders: Sequence[str]) -> bool:
    """Say whether one who holds a view has it told by a spokesperson or a lawyer of his."""
    voices = {f"{holder}-{voice}" for holder in holders[:1] for voice in _VOICES}
    return len(holders) == 1 and not voices.isdisjoint(tellers)


def _state_of(speakers: Sequence[Actor], sectors: Collection[str]) -> str | None:
    """Return the country that all of them are, or speak for in one of the sectors."""
    lands = {
        actor.country if actor.kind in _STATES or actor.sector in sectors else None
        for actor in speakers
    }
    return next(iter(lands)) if len(lands) == 1 else None


def make_statements(
    article: Article,
    attributions: Sequence[Attribution],
    casts: Sequence[Cast],
    acts: Sequence[Act],
    dates: Sequence[DateInterval | None],
) -> tuple[Statement, ...]:
    """Return the statements of one article, in the attributions' order.

    Raises:
        ValueError: the sequences differ in length.
    """
    ids: list[StatementId] = [statement_id(article.id, a.content) for a in attributions]
    return tuple(
        Statement(
            id=ids[place],
            article_id=article.id,
            parent=None if found.parent is None else ids[found.parent],
            source=found.source,
            cue=found.cue,
            content=found.content,
            quotation=found.quotation,
            speaker=cast.speaker,
            addressee=cast.addressee,
            about=cast.about,
            relay=cast.relay,
            act=act,
            said=said,
            score=found.score,
        )
        for place, (found, cast, act, said) in enumerate(
            zip(attributions, casts, acts, dates, strict=True)
        )
    )


def with_lands(
    actors: Sequence[Actor],
    lands: Sequence[Actor],
    events: Sequence[Event],
    statements: Sequence[Statement],
) -> tuple[Actor, ...]:
    """Return the actors and those lands that an event or a statement is about beside them."""
    known = {actor.id for actor in actors}
    taking_part = {party for event in events for party in (*event.actor, *event.recipient)}
    taking_part |= {party for statement in statements for party in statement.about}
    return (
        *actors,
        *(land for land in lands if land.id in taking_part and land.id not in known),
    )
