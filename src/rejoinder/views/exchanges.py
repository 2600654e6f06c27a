"""Exchanges as people look at them: turn by turn, with words, speakers, publishers and dates."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from rejoinder.exchanges.assemble import CALLS_FOR_ANSWER, assemble
from rejoinder.exchanges.fitting import still_fits
from rejoinder.model.actor import Actor
from rejoinder.model.date import DateInterval
from rejoinder.model.exchange import Exchange, Turn
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import words_of
from rejoinder.model.statement import Statement
from rejoinder.views.exchange import AnswerView, ExchangeView, TurnView
from rejoinder.views.tellers import tellers_of

__all__ = [
    "AnswerView",
    "ExchangeView",
    "Records",
    "TurnView",
    "find_exchanges",
    "latest_first",
    "view_exchanges",
]


class Records(Protocol):
    """Where the records come from; each carries the links of its own statements' answers."""

    def records(self) -> Iterator[ArticleRecord]:
        """Return every article's record."""
        ...


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The records of the statements that are linked; actors as each article knows them."""

    record_of: dict[StatementId, ArticleRecord]
    statements: dict[StatementId, Statement]
    actors: dict[ArticleId, dict[ActorId, Actor]]

    def known(self, exchange: Exchange, actor: ActorId) -> Iterator[Actor]:
        """Yield an actor as the articles of the turns know him, in the order of the turns."""
        for turn in exchange.turns:
            found = self.actors[self.record_of[turn.statement_id].article.id].get(actor)
            if found is not None:
                yield found


def find_exchanges(
    reader: Records,
    *,
    party: str | None = None,
    ids: Collection[ActorId] = (),
    holding: Collection[str] | None = None,
    since: date | None = None,
    until: date | None = None,
    unanswered: bool = False,
    least: float | None = None,
    limit: int | None = None,
    spread: Mapping[str, int] | None = None,
) -> list[ExchangeView]:
    """Return the exchanges, the latest first, undated ones last, from the records of all articles.

    What `rejoinder.views.exchange_list` answers from summaries is what this answers.

    Args:
        reader: where the records come from; only articles that no link connects with others may be
            left out.
        party: an actor's id, or part of a name of a party, in any case.
        ids: with ``party``: ids of actors that go by it too.
        holding: statements of which one must be a turn of it; None for any.
        since: first day on which one of its turns may have been said.
        until: last day on which one of its turns may have been said.
        unanswered: only those with an accusation or demand that nobody answers.
        least: score that a link needs to count; a repetition, which is scored by likeness, none.
        limit: at most so many.
        spread: as in `view_exchanges`; None to count in the records.
    """
    links: dict[str, Link] = {}
    waiting: dict[ArticleId, ArticleRecord] = {}
    for record in reader.records():
        waiting[record.article.id] = record
        links.update((link.id, link) for link in record.links)
    ends = {end for link in links.values() for end in (link.answer, link.answered)}
    linked = [each for each in waiting.values() if any(one.id in ends for one in each.statements)]
    shelf = _shelve(linked)
    fitting = [each for each in links.values() if _fits(each, shelf) and _is_sure(each, least)]
    views = [
        _view(exchange, shelf)
        for exchange in assemble(linked, fitting, spread)
        if (not unanswered or exchange.unanswered)
        and _has_party(exchange, party, ids, shelf)
        and (holding is None or any(turn.statement_id in holding for turn in exchange.turns))
    ]
    chosen = [view for view in views if _within(view, since, until)]
    chosen.sort(key=latest_first)
    return chosen[:limit]


def view_exchanges(
    records: Iterable[ArticleRecord], links: Iterable[Link], spread: Mapping[str, int]
) -> list[ExchangeView]:
    """Return the exchanges of some articles.

    Args:
        records: those with a turn of them; they may hold no more than these turns, whom they are
            nested in, and who takes part.
        links: all that connect the turns, and those that lead from them to events.
        spread: in how many linked statements of the ledger each stem of the turns occurs.
    """
    told = list(records)
    shelf = _shelve(told)
    found = assemble(told, links, spread)
    return [_view(exchange, shelf) for exchange in found]


def _fits(link: Link, shelf: _Shelf) -> bool:
    """Say whether a link stands within one article, or still fits those whom it connects."""
    at, there = shelf.record_of.get(link.answer), shelf.record_of.get(StatementId(link.answered))
    return at is None or there is None or at is there or still_fits(link, at, there)


def _is_sure(link: Link, least: float | None) -> bool:
    return least is None or link.relation is Relation.REPEATS or link.score >= least


def _shelve(records: Sequence[ArticleRecord]) -> _Shelf:
    shelf = _Shelf({}, {}, {})
    for record in records:
        for statement in record.statements:
            shelf.record_of[statement.id] = record
            shelf.statements[statement.id] = statement
        shelf.actors[record.article.id] = {actor.id: actor for actor in record.actors}
    return shelf


def _has_party(
    exchange: Exchange, party: str | None, ids: Collection[ActorId], shelf: _Shelf
) -> bool:
    if party is None or not set(ids).isdisjoint(exchange.parties):
        return True
    wanted = party.casefold()
    return any(
        wanted == actor_id.casefold()
        or any(
            wanted in name.casefold()
            for actor in shelf.known(exchange, actor_id)
            for name in (actor.name, *actor.aliases)
        )
        for actor_id in exchange.parties
    )


def _days(view: ExchangeView) -> list[DateInterval]:
    return [turn.date for turn in view.turns if turn.date is not None]


def _within(view: ExchangeView, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    return any(
        (since is None or day.end >= since) and (until is None or day.start <= until)
        for day in _days(view)
    )


def latest_first(view: ExchangeView) -> tuple[bool, int, int, str]:
    """Return the place of an exchange in lists."""
    last = max((day.end.toordinal() for day in _days(view)), default=0)
    return (last == 0, -last, -len(view.turns), view.id)


def _view(exchange: Exchange, shelf: _Shelf) -> ExchangeView:
    number = {turn.statement_id: place for place, turn in enumerate(exchange.turns, start=1)}
    turns = tuple(_turn(turn, number, exchange, shelf) for turn in exchange.turns)
    calls = [turn for turn in turns if turn.act in CALLS_FOR_ANSWER and not _is_told_again(turn)]
    return ExchangeView(
        id=exchange.id,
        title=exchange.title,
        parties=tuple(
            next((known.name for known in shelf.known(exchange, actor)), str(actor))
            for actor in exchange.parties
        ),
        turns=turns,
        opened_by=turns[0].speaker,
        last_word=turns[-1].speaker,
        calls=len(calls),
        unanswered=sum(turn.unanswered for turn in calls),
        mediators=tuple(dict.fromkeys(filter(None, map(_mediator, turns)))),
    )


def _is_told_again(turn: TurnView) -> bool:
    return any(answer.relation is Relation.REPEATS for answer in turn.answers)


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
    actors = shelf.actors[record.article.id]
    speakers = _actors(statement.speaker, actors)
    around = tellers_of(statement, shelf.statements.get)
    return TurnView(
        number=number[turn.statement_id],
        statement_id=turn.statement_id,
        speaker=_speaker(statement, text, actors),
        role=speakers[0].role if speakers else None,
        about=tuple(actor.name for actor in _actors(statement.about, actors)),
        told_by=_speaker(around[0], text, actors) if around else None,
        act=statement.act,
        words=words_of(statement.content, text),
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
        depth=len(around),
        unanswered=turn.statement_id in exchange.unanswered,
        ids=tuple(actor.id for actor in speakers),
        cue=words_of(statement.cue, text),
    )


def _actors(ids: Sequence[ActorId], actors: Mapping[ActorId, Actor]) -> list[Actor]:
    return [actors[one] for one in ids if one in actors]


def _speaker(statement: Statement, text: str, actors: Mapping[ActorId, Actor]) -> str | None:
    """Return who speaks, by name where known, else in the article's words."""
    names = " and ".join(actor.name for actor in _actors(statement.speaker, actors))
    return names or " ".join(span.text_of(text) for span in statement.source) or None
