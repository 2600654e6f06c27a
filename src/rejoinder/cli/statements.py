"""``rejoinder statements``: who said what."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from rich.text import Text

from rejoinder.cli.article_text import day_text
from rejoinder.cli.command import command
from rejoinder.cli.copy_text import copy_note
from rejoinder.cli.opening import reading
from rejoinder.cli.options import (
    AboutOption,
    ActOption,
    FullOption,
    LedgerOption,
    LimitOption,
    PublisherFilter,
    SinceOption,
    SpeakerOption,
    TextOption,
    UntilOption,
    days_between,
)
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output
from rejoinder.cli.visible import counted_of, one_line, trimmed
from rejoinder.cli.wider import empty_notes

if TYPE_CHECKING:
    from rejoinder.api import Party, StatementView

__all__ = ["party_names", "statement_lines", "statements"]


@command
def statements(
    out: Output,
    ledger: LedgerOption = None,
    speaker: SpeakerOption = None,
    about: AboutOption = None,
    act: ActOption = None,
    publisher: PublisherFilter = None,
    since: SinceOption = None,
    until: UntilOption = None,
    text: TextOption = None,
    limit: LimitOption = None,
    full: FullOption = False,
) -> ExitStatus:
    """List the statements that meet every condition, by date.

    Names match in part and without case or accents. A statement without a date of its own counts
    on the day its article came out.
    """
    first, last = days_between(since, until)
    asked: dict[str, Any] = {
        "speaker": speaker,
        "about": about,
        "act": act,
        "publisher": publisher,
        "since": first,
        "until": last,
        "text": text,
    }
    with reading(ledger) as opened:
        found = opened.statements(**asked, limit=limit)
        total = opened.statement_count(**asked) if len(found) == limit else len(found)
        plain: dict[str, Any] = {"publisher": publisher, "since": first, "until": last}
        hints = (
            () if found else empty_notes(opened, speaker, about, matter=text, roles=True, **plain)
        )
    out.listed(found, lambda view: statement_lines(view, width=out.width, full=full), hanging=14)
    out.note(counted_of(len(found), total, "statement"), *hints)
    return ExitStatus.OK


def statement_lines(view: "StatementView", *, width: int, full: bool) -> Iterator[Text]:
    """Yield the lines of one statement; its words on one line unless ``full``."""
    head = Text(f"{day_text(view.said or view.published):<10}  ")
    head.append(
        party_names(view.speaker) or one_line(view.source) or "speaker unknown", style="bold"
    )
    role = next((party.role for party in view.speaker if party.role), None)
    if role:
        head.append(f" ({one_line(role)})")
    head.append(f" · {view.act.value}", style="cyan")
    if view.about:
        head.append(f" · about {party_names(view.about)}")
    if view.addressee:
        head.append(f" · to {party_names(view.addressee)}")
    yield head
    inset = " " * 12
    room = max(width - len(inset) - 2, 20)
    words = one_line(view.content) if full else trimmed(view.content, room)
    yield Text(f"{inset}| {words}")
    where = [view.publisher or "publisher unknown", view.article_ref]
    if view.relay:
        where.append(f"by way of {party_names(view.relay)}")
    if note := copy_note(view.copies):
        where.append(note)
    if view.depth:
        where.append("inside another statement")
    yield Text(inset + " · ".join(one_line(part) for part in where), style="dim")


def party_names(parties: "Iterable[Party]") -> str:
    """Return the names of those who take a part, joined by commas."""
    return ", ".join(one_line(party.name) for party in parties)
