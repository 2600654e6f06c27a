"""Records laid out for views that go over statements of many articles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from rejoinder.exchanges.fitting import still_fits
from rejoinder.model.actor import Actor
from rejoinder.model.article import Article
from rejoinder.model.copies import Report, by_origin
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import words_of
from rejoinder.model.statement import Act, Statement
from rejoinder.views.tellers import tellers_of

__all__ = ["Records", "Shelf", "SpokenView", "fits_days"]


class Records(Protocol):
    """Where the records come from; each carries the links of its own statements' answers."""

    def records(self) -> Iterator[ArticleRecord]:
        """Return every article's record."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenView:
    """A statement with where it stands.

    Attributes:
        speaker: names of the speakers, of several joined by "and"; the words of the source where
            nobody is known by name; None where the text names nobody.
        about: names of those whom it is about.
        told_by: who else tells it, the speaker of the statement around it, in the form of
            ``speaker``; None where the article tells it by itself.
        words: the content; ``APART`` joins what the article keeps apart.
        cue: the words that mark the attribution, in the same form; empty where none do.
        date: when it was said, else when the article came out, else None.
    """

    statement_id: StatementId
    speaker: str | None
    about: tuple[str, ...]
    told_by: str | None
    act: Act
    words: str
    publisher: str | None
    article_id: ArticleId
    article_ref: str
    date: DateInterval | None
    cue: str = ""


class Shelf:
    """Articles by their statements, actors by their ids, links that still fit, and origins."""

    def __init__(self, records: Iterable[ArticleRecord], reports: Iterable[Report]) -> None:
        """Lay out the records, which are in the ids of the ledger."""
        self.records: list[ArticleRecord] = list(records)
        self.actors: dict[ActorId, Actor] = {}
        self._told: dict[StatementId, tuple[ArticleRecord, Statement]] = {}
        self._known: dict[ArticleId, dict[ActorId, Actor]] = {}
        for record in self.records:
            for statement in record.statements:
                self._told[statement.id] = (record, statement)
            self._known[record.article.id] = {actor.id: actor for actor in record.actors}
            for actor in record.actors:
                self.actors.setdefault(actor.id, actor)
        self._origin = {
            each.article: name for name, found in by_origin(reports).items() for each in found
        }
        every = {link.id: link for record in self.records for link in record.links}
        self.links: list[Link] = [every[key] for key in sorted(every) if self._fits(every[key])]

    def _statement(self, ident: StatementId) -> Statement | None:
        told = self._told.get(ident)
        return told[1] if told else None

    def statement(self, statement: StatementId) -> Statement:
        """Return the statement of that id."""
        return self._told[statement][1]

    def article(self, statement: StatementId) -> Article:
        """Return the article in which the statement stands."""
        return self._told[statement][0].article

    def origins(self, articles: Iterable[ArticleId]) -> int:
        """Return from how many independent origins the articles come."""
        return len({self._origin.get(each, each) for each in articles})

    def spoken(self, ident: StatementId) -> SpokenView:
        """Return a statement as it is shown."""
        record, statement = self._told[ident]
        text, known = record.article.text, self._known[record.article.id]
        around = tellers_of(statement, self._statement)
        return SpokenView(
            statement_id=ident,
            speaker=_speaker(statement, text, known),
            about=tuple(known[e].name if e in known else str(e) for e in statement.about),
            told_by=_speaker(around[0], text, known) if around else None,
            act=statement.act,
            words=words_of(statement.content, text),
            publisher=record.article.publisher,
            article_id=record.article.id,
            article_ref=record.article.ref,
            date=statement.said or record.article.published,
            cue=words_of(statement.cue, text),
        )

    def names(self, ids: Iterable[ActorId]) -> list[str]:
        """Return what the actors are called."""
        return [self.actors[each].name if each in self.actors else str(each) for each in ids]

    def goes_by(self, ids: Iterable[ActorId], party: str) -> bool:
        """Say whether one of the actors has that id, or that in a name, in any case."""
        wanted = party.casefold()
        for each in ids:
            actor = self.actors.get(each)
            names = (actor.name, *actor.aliases) if actor else ()
            if wanted == each.casefold() or any(wanted in name.casefold() for name in names):
                return True
        return False

    def _fits(self, link: Link) -> bool:
        """Say whether a link stands within one article, or still fits those whom it connects."""
        at, there = self._told.get(link.answer), self._told.get(StatementId(link.answered))
        if at is None or there is None:
            return False
        return at[0] is there[0] or still_fits(link, at[0], there[0])


def _speaker(statement: Statement, text: str, known: Mapping[ActorId, Actor]) -> str | None:
    names = " and ".join(known[each].name for each in statement.speaker if each in known)
    return names or " ".join(span.text_of(text) for span in statement.source) or None


def fits_days(dates: Sequence[DateInterval | None], since: date | None, until: date | None) -> bool:
    """Say whether one of the dates may lie from the first day to the last, both inclusive."""
    if since is None and until is None:
        return True
    return any(
        day is not None
        and (since is None or day.end >= since)
        and (until is None or day.start <= until)
        for day in dates
    )
