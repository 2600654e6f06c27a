"""What a report is: sections of views, where each statement in it stands, and what is not known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.provenance import Provenance
from rejoinder.text.phrases import counted
from rejoinder.views.actor import ActorHistory
from rejoinder.views.citations import Citation, SourceView
from rejoinder.views.claims import ClaimView
from rejoinder.views.exchange import ExchangeView
from rejoinder.views.overview import OverviewView
from rejoinder.views.reply import AccusationView
from rejoinder.views.shelf import SpokenView
from rejoinder.views.statements import StatementView

__all__ = ["Item", "Report", "ReportOf", "Section", "statements_of", "unknown_of"]

Item = ExchangeView | ClaimView | AccusationView | StatementView


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOf:
    """What a report is of: one of the first three, or of the whole ledger where none is given.

    Attributes:
        exchange: an exchange's id, or that of a statement in it.
        actor: an actor's id or name.
        dispute: two of these.
        since: first day that counts.
        until: last day that counts.
    """

    exchange: str | None = None
    actor: str | None = None
    dispute: tuple[str, str] | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a report: some of what there is of one kind.

    Attributes:
        note: what is in it and how it was chosen.
        total: how much there is of it in the ledger; the items may be fewer.
        none: what to say where there is nothing.
    """

    title: str
    note: str
    items: tuple[Item, ...]
    total: int
    none: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that the page of a report needs.

    Attributes:
        title: what it is of.
        ledger: name of the file.
        made: when the report was made.
        version: of Rejoinder, that made it.
        whole: the whole ledger in numbers, against which the rest is to be read.
        actor: of whom it is, where it is of one.
        parties: the two sides with who was taken to act for them, where it is of a dispute.
        sections: in their order.
        citations: where each statement in it stands.
        sources: the articles that these lie in, by number.
        stages: what has made the ledger's records.
        unknown: what this ledger does not say about what is shown, as sentences.
    """

    title: str
    asked: ReportOf
    ledger: str
    made: datetime
    version: str
    whole: OverviewView
    actor: ActorHistory | None
    parties: tuple[tuple[str, tuple[ActorId, ...]], ...]
    sections: tuple[Section, ...]
    citations: Mapping[StatementId, Citation]
    sources: tuple[SourceView, ...]
    stages: tuple[Provenance, ...]
    unknown: tuple[str, ...]


def statements_of(item: Item) -> Iterator[StatementId]:
    """Yield the statements that are shown with an item."""
    if isinstance(item, StatementView):
        yield item.id
    elif isinstance(item, ExchangeView):
        yield from (turn.statement_id for turn in item.turns)
    else:
        yield from (each.statement_id for each in _spoken(item))


def _spoken(item: ClaimView | AccusationView) -> Iterator[SpokenView]:
    if isinstance(item, ClaimView):
        for voice in item.voices:
            yield from voice.statements
    else:
        yield from item.statements
        for reply in (*item.replies, *item.beside):
            yield from reply.statements


def unknown_of(
    sections: Sequence[Section],
    citations: Mapping[StatementId, Citation],
    sources: Iterable[SourceView],
    whole: OverviewView,
) -> Iterator[str]:
    """Yield what the ledger does not say of what is shown, as sentences with their numbers."""
    items = [item for section in sections for item in section.items]
    speakers = {each: speaker for item in items for each, speaker in _speakers(item)}
    nobody = sum(speaker is None for speaker in speakers.values())
    undated = sum(each.said is None for each in citations.values())
    every = counted(len(citations), "statement")
    yield f"Of {every} shown, {nobody} come without words for who speaks."
    yield (
        f"Of {every} shown, {undated} are not dated by the text; where they are put on "
        "a day, it is that of the article."
    )
    shown = list(sources)
    yield (
        f"Of {counted(len(shown), 'article')} cited, the publisher is not known of "
        f"{sum(each.publisher is None for each in shown)}, the day of publication of "
        f"{sum(each.published is None for each in shown)}, the address of "
        f"{sum(each.url is None for each in shown)}."
    )
    if whole.failures:
        yield f"Of the inputs given to this ledger, {whole.failures} could not be read."
    yield (
        "What is not in this ledger is not in this report: an answer may have been given where no "
        "article that was read tells of it."
    )
    yield (
        "Statements, speakers, acts and links are found by a machine, and some of them wrongly; "
        "each can be checked at the place that is given with it."
    )


def _speakers(item: Item) -> Iterator[tuple[StatementId, str | None]]:
    if isinstance(item, StatementView):
        yield item.id, item.source or next((each.name for each in item.speaker), None)
    elif isinstance(item, ExchangeView):
        yield from ((turn.statement_id, turn.speaker) for turn in item.turns)
    else:
        yield from ((each.statement_id, each.speaker) for each in _spoken(item))
