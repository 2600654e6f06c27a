"""Exchanges as people look at them: turn by turn, with words, speakers, publishers and dates."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from rejoinder.exchanges.assemble import assemble
from rejoinder.exchanges.fitting import still_fits
from rejoinder.model.actor import Actor
from rejoinder.model.date import DateInterval
from rejoinder.model.exchange import Exchange, Turn
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act, Statement

__all__ = ["AnswerView", "ExchangeView", "Records", "TurnView", "find_exchanges"]


class Records(Protocol):
    """Where the records come from; each carries the links of its own statements' answers."""

    def records(self) -> Iterator[ArticleRecord]:
        """Return every article's record."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """That a turn answers an earlier one.

    Attributes:
        turn: number of the turn that is answered.
        evidence: the words that mark it, or None where it is inferred.
    """

    turn: int
    relation: Relation
    explicit: bool
    evidence: str | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnView:
    """One turn, with all that a reader needs.

    Attributes:
        number: place in the exchange, from 1.
        speaker: name of the speaker, of several joined by "and"; the words of the source where
            nobody is known by name; None where the text names nobody.
        role: office or affiliation of the first speaker, or None.
        about: names of those whom it is about.
        told_by: speaker of the statement that it is nested in, in the same form as ``speaker``;
            None where it is told by itself.
        words: the content; " … " joins what the article keeps apart.
        date: when it was said, else when the article came out, else None.
        depth: how deep it is nested in what others say; 0 where it is told by itself.
        unanswered: an accusation or demand that no turn answers.
    """

    number: int
    statement_id: StatementId
    speaker: str | None
    role: str | None
    about: tuple[str, ...]
    told_by: str | None
    act: Act
    words: str
    publisher: str | None
    article_id: ArticleId
    article_ref: str
    date: DateInterval | None
    answers: tuple[AnswerView, ...]
    depth: int
    unanswered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeView:
    """One exchange.

    Attributes:
        parties: their names, who speaks most first.
        opened_by: speaker of the first turn.
        last_word: speaker of the last turn.
        mediators: names of those who offer to mediate in it.
    """

    id: str
    title: str
    parties: tuple[str, ...]
    turns: tuple[TurnView, ...]
    opened_by: str | None
    last_word: str | None
    mediators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The records of the statements that are linked, by statement and by actor."""

    record_of: dict[StatementId, ArticleRecord]
    statements: dict[StatementId, Statement]
    actors: dict[ActorId, Actor]


def find_exchanges(
    reader: Records,
    *,
    party: str | None = None,
    ids: Collection[ActorId] = (),
    since: date | None = None,
    until: date | None = None,
    unanswered: bool = False,
    limit: int | None = None,
) -> list[ExchangeView]:
    """Return the exchanges, the latest first, undated ones last.

    Args:
        reader: where the records come from.
        party: an actor's id, or part of a name of a party, in any case.
        ids: with ``party``: ids of actors that go by it too.
        since: first day on which one of its turns may have been said.
        until: last day on which one of its turns may have been said.
        unanswered: only those with an accusation or demand that nobody answers.
        limit: at most so many.
    """
    linked: dict[ArticleId, ArticleRecord] = {}
    links: dict[str, Link] = {}
    waiting: dict[ArticleId, ArticleRecord] = {}
    for record in reader.records():
        waiting[record.article.id] = record
        links.update((link.id, link) for link in record.links)
    ends = {end for link in links.values() for end in (link.answer, link.answered)}
    for article, record in waiting.items():
        if any(statement.id in ends for statement in record.statements):
            linked[article] = record
    shelf = _shelve(list(linked.values()))
    fitting = [link for link in links.values() if _fits(link, shelf)]
    views = [
        _view(exchange, shelf)
        for exchange in assemble(linked.values(), fitting)
        if (not unanswered or exchange.unanswered) and _has_party(exchange, party, ids, shelf)
    ]
    chosen = [view for view in views if _within(view, since, until)]
    chosen.sort(key=_latest_first)
    return chosen[:limit]


def _fits(link: Link, shelf: _Shelf) -> bool:
    """Say whether a link stands within one article, or still fits those whom it connects."""
    at, there = shelf.record_of.get(link.answer), shelf.record_of.get(StatementId(link.answered))
    return at is None or there is None or at is there or still_fits(link, at, there)


def _shelve(records: Sequence[ArticleRecord]) -> _Shelf:
    shelf = _Shelf({}, {}, {})
    for record in records:
        for statement in record.statements:
            shelf.record_of[statement.id] = record
            shelf.statements[statement.id] = statement
        for actor in record.actors:
            shelf.actors.setdefault(actor.id, actor)
    return shelf


def _has_party(
    exchange: Exchange, party: str | None, ids: Collection[ActorId], shelf: _Shelf
) -> bool:
    if party is None or not set(ids).isdisjoint(exchange.parties):
        return True
    wanted = party.casefold()
    for actor_id in exchange.parties:
        actor = shelf.actors.get(actor_id)
        names = (actor.name, *actor.aliases) if actor else ()
        if wanted == actor_id.casefold() or any(wanted in name.casefold() for name in names):
            return True
    return False


def _days(view: ExchangeView) -> list[DateInterval]:
    return [turn.date for turn in view.turns if turn.date is not None]


def _within(view: ExchangeView, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    return any(
        (since is None or day.end >= since) and (until is None or day.start <= until)
        for day in _days(view)
    )


def _latest_first(view: ExchangeView) -> tuple[bool, int, int, str]:
    last = max((day.end.toordinal() for day in _days(view)), default=0)
    return (last == 0, -last, -len(view.turns), view.id)


def _view(exchange: Exchange, shelf: _Shelf) -> ExchangeView:
    number = {turn.statement_id: place for place, turn in enumerate(exchange.turns, start=1)}
    turns = tuple(_turn(turn, number, exchange, shelf) for turn in exchange.turns)
    return ExchangeView(
        id=exchange.id,
        title=exchange.title,
        parties=tuple(
            shelf.actors[actor].name if actor in shelf.actors else str(actor)
            for actor in exchange.parties
        ),
        turns=turns,
        opened_by=turns[0].speaker,
        last_word=turns[-1].speaker,
        mediators=tuple(dict.fromkeys(filter(None, map(_mediator, turns)))),
    )


def _mediator(turn: TurnView) -> str | None:
    """Return the speaker of a turn that offers to mediate."""
    mediates = any(answer.relation is Relation.MEDIATES for answer in turn.answers)
    return turn.speaker if mediates else None


def _turn(
    turn: Turn, number: dict[StatementId, int], exchange: Exchange, shelf: _Shelf
) -> TurnView:
    record = shelf.record_of[turn.statement_id]
    statement = shelf.statements[turn.statement_id]
    text = record.article.text
    speakers = _actors(statement.speaker, shelf)
    around = shelf.statements.get(statement.parent) if statement.parent else None
    return TurnView(
        number=number[turn.statement_id],
        statement_id=turn.statement_id,
        speaker=_speaker(statement, text, shelf),
        role=speakers[0].role if speakers else None,
        about=tuple(actor.name for actor in _actors(statement.about, shelf)),
        told_by=_speaker(around, text, shelf) if around else None,
        act=statement.act,
        words=" … ".join(span.text_of(text) for span in statement.content),
        publisher=record.article.publisher,
        article_id=record.article.id,
        article_ref=record.article.ref,
        date=statement.said or record.article.published,
        answers=tuple(
            AnswerView(
                turn=number[StatementId(link.answered)],
                relation=link.relation,
                explicit=link.explicit,
                evidence=link.evidence.text_of(text) if link.evidence else None,
                score=link.score,
            )
            for link in turn.answers
        ),
        depth=_depth(statement, shelf),
        unanswered=turn.statement_id in exchange.unanswered,
    )


def _actors(ids: Sequence[ActorId], shelf: _Shelf) -> list[Actor]:
    return [shelf.actors[one] for one in ids if one in shelf.actors]


def _speaker(statement: Statement, text: str, shelf: _Shelf) -> str | None:
    """Return who speaks, by name where known, else in the article's words."""
    names = " and ".join(actor.name for actor in _actors(statement.speaker, shelf))
    return names or " ".join(span.text_of(text) for span in statement.source) or None


def _depth(statement: Statement, shelf: _Shelf) -> int:
    seen: set[StatementId] = set()
    parent = statement.parent
    while parent is not None and parent not in seen:
        seen.add(parent)
        around = shelf.statements.get(parent)
        parent = around.parent if around else None
    return len(seen)
