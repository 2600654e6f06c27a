"""A claim for people: who asserts it and who denies it, in which outlets; never a verdict."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from rejoinder.cli.article_text import day_text
from rejoinder.cli.exchange_text import span_of_days
from rejoinder.cli.visible import one_line, trimmed
from rejoinder.model.claim import ClaimStatus
from rejoinder.model.statement import Act
from rejoinder.text.phrases import counted, with_cue

if TYPE_CHECKING:
    from rejoinder.api import ClaimView, OutletView, SpokenView, VoiceView

__all__ = ["claim_lines", "telling", "words_lines"]

_STYLES = {ClaimStatus.CONTESTED: "yellow", ClaimStatus.CONCEDED: "green"}


def claim_lines(claim: "ClaimView", *, width: int, full: bool) -> Iterator[Text]:
    """Yield the lines of one claim; one statement a speaker, on one line, unless ``full``."""
    told = with_cue(claim.words, claim.cue, claim.act)
    words = one_line(told) if full else trimmed(told, max(width, 20))
    yield Text(words, style="bold")
    every = [each for voice in claim.voices for each in voice.statements]
    head = Text(claim.status.value, style=_STYLES.get(claim.status, ""))
    parts = [
        "",
        span_of_days(each.date for each in every),
        counted(len(every), "statement"),
        counted(claim.origins, "independent origin"),
    ]
    yield head.append(" · ".join(parts), style="dim")
    for voice in claim.voices:
        yield from _voice_lines(voice, width=width, full=full)
    if len(claim.outlets) > 1:
        yield Text("  outlets: " + "; ".join(map(_outlet, claim.outlets)), style="dim")


def telling(statements: "Sequence[SpokenView]", *, full: bool) -> "Sequence[SpokenView]":
    """Return all, or one of more than three words: "this" and "it" tell a reader nothing."""
    if full:
        return statements
    return [each for each in statements if len(each.words.split()) > 3][:1] or statements[:1]


def words_lines(
    spoken: "SpokenView", *, inset: str, width: int, full: bool, act: Act | None = None
) -> Iterator[Text]:
    """Yield the lines of one statement: its words, then where it stands.

    Args:
        spoken: the statement.
        inset: before each line.
        width: of a line.
        full: all words, and not one line of them.
        act: what is done by it, where nothing before tells.
    """
    if spoken.told_by:
        yield Text(f"{inset}as told by {one_line(spoken.told_by)}", style="italic")
    room = max(width - len(inset) - 2, 20)
    told = with_cue(spoken.words, spoken.cue, act)
    words = one_line(told) if full else trimmed(told, room)
    yield Text(f"{inset}| {words}")
    where = (spoken.publisher or "publisher unknown", spoken.article_ref, day_text(spoken.date))
    yield Text(inset + " · ".join(map(one_line, where)), style="dim")


def _voice_lines(voice: "VoiceView", *, width: int, full: bool) -> Iterator[Text]:
    line = Text(f"  {voice.side.value:<9}", style="cyan")
    line.append(one_line(voice.speaker or "speaker unknown"), style="bold")
    if len(voice.statements) > 1:
        told = counted(len(voice.statements), "statement")
        line.append(f" · {told}, {counted(voice.origins, 'origin')}")
    yield line
    for spoken in telling(voice.statements, full=full):
        yield from words_lines(spoken, inset=" " * 6, width=width, full=full, act=spoken.act)


def _outlet(outlet: "OutletView") -> str:
    counts = [
        f"{each} {count}"
        for each, count in (
            ("asserts", outlet.asserts),
            ("denies", outlet.denies),
            ("concedes", outlet.concedes),
        )
        if count
    ]
    return f"{one_line(outlet.publisher or 'publisher unknown')} ({', '.join(counts)})"
