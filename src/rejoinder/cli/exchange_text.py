"""An exchange for people: who said what, in turn, and what each turn answers; never a verdict."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from rich.text import Text

from rejoinder.cli.article_text import day_text
from rejoinder.cli.visible import one_line, trimmed
from rejoinder.model.date import DateInterval
from rejoinder.text.phrases import counted, with_cue

if TYPE_CHECKING:
    from rejoinder.api import AnswerView, ExchangeView, TurnView

__all__ = ["NO_ANSWER", "exchange_lines", "span_of_days"]

_ANSWER: Final = "answer in this ledger"
_SO_SURE: Final = "answer by links so sure"
NO_ANSWER: Final = f"no {_ANSWER}"
_NOBODY: Final = "speaker unknown"
_INSET: Final = 4


def exchange_lines(
    exchange: "ExchangeView", *, width: int, full: bool, cut: bool = False
) -> Iterator[Text]:
    """Yield the lines of one exchange; each turn's words on one line unless ``full``.

    Where less sure links are ``cut`` off, the ledger may have answers that do not show.
    """
    answer = _SO_SURE if cut else _ANSWER
    yield Text(one_line(exchange.title), style="bold")
    publishers = {turn.publisher for turn in exchange.turns}
    named = sorted(one_line(each) for each in publishers if each)
    parts = [
        span_of_days(turn.date for turn in exchange.turns),
        counted(len(exchange.turns), "turn"),
        ", ".join([*named, *(["publisher unknown"] if None in publishers else [])]),
    ]
    yield Text(" · ".join(parts), style="dim")
    course = [Text(part, style="dim") for part in _course(exchange, answer)]
    yield from _flow(Text(), course, " " * _INSET, width)
    for turn in exchange.turns:
        yield Text()
        yield from _turn_lines(turn, answer, width=width, full=full)


def _course(exchange: "ExchangeView", answer: str) -> Iterator[str]:
    """Yield who began, who ended, who mediates, and how much stands without an answer."""
    yield f"opened by {one_line(exchange.opened_by or _NOBODY)}"
    yield f"last word: {one_line(exchange.last_word or _NOBODY)}"
    if exchange.mediators:
        yield f"mediation by {', '.join(map(one_line, exchange.mediators))}"
    if exchange.unanswered:
        calls = counted(exchange.calls, "accusation or demand", "accusations and demands")
        yield f"{exchange.unanswered} of {calls} without an {answer}"


def span_of_days(dates: Iterable[DateInterval | None]) -> str:
    """Return the first and last day that the dates touch, or ``undated``."""
    known = [date for date in dates if date is not None]
    if not known:
        return "undated"
    first, last = min(date.start for date in known), max(date.end for date in known)
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"


def _turn_lines(turn: "TurnView", answer: str, *, width: int, full: bool) -> Iterator[Text]:
    number = f"{turn.number:>2}. "
    inset = " " * (_INSET * turn.depth)
    rest = " " * len(inset + number)
    yield from _flow(Text(inset + number), _head(turn, answer, full=full), rest, width)
    inset = rest
    if turn.depth:
        told_by = one_line(turn.told_by or "somebody unnamed")
        yield Text(f"{inset}as told by {told_by}", style="italic")
    room = width - len(inset) - 2
    told = with_cue(turn.words, turn.cue)
    words = one_line(told) if full else trimmed(told, max(room, 20))
    yield Text(f"{inset}| {words}")
    where = (turn.publisher or "publisher unknown", turn.article_ref, day_text(turn.date))
    yield Text(inset + " · ".join(one_line(part) for part in where), style="dim")


def _head(turn: "TurnView", answer: str, *, full: bool) -> list[Text]:
    speaker = Text(one_line(turn.speaker or _NOBODY), style="bold")
    if turn.role:
        speaker.append(f" ({one_line(turn.role)})", style="not bold")
    pieces = [speaker, Text(turn.act.value, style="cyan")]
    if turn.about:
        pieces.append(Text("about " + ", ".join(map(one_line, turn.about))))
    pieces += [Text(_answer(answer, full=full), style="green") for answer in turn.answers]
    if turn.unanswered:
        pieces.append(Text(f"no {answer}", style="yellow"))
    return pieces


def _flow(line: Text, pieces: list[Text], rest: str, width: int) -> Iterator[Text]:
    """Yield the pieces on lines, broken between pieces where they do not fit."""
    line.append_text(pieces[0])
    for piece in pieces[1:]:
        if line.cell_len + len(" · ") + piece.cell_len > width:
            yield line
            line = Text(rest)
        else:
            line.append(" · ")
        line.append_text(piece)
    yield line


def _answer(answer: "AnswerView", *, full: bool) -> str:
    told = f"{answer.relation.value} {answer.turn}"
    if not full:
        return told
    words = f"“{one_line(answer.evidence)}”, " if answer.evidence else ""
    return f"{told} ({words}score {answer.score:.2f})"
