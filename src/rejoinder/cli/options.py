"""The options that commands share, and how their values are read."""

import calendar
import os
import re
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from rejoinder import api
from rejoinder.config import read_config
from rejoinder.errors import ConfigError
from rejoinder.model.statement import Act

__all__ = [
    "AboutOption",
    "ActOption",
    "ByOption",
    "FormatOption",
    "FullOption",
    "Inputs",
    "JsonOption",
    "LedgerOption",
    "LimitOption",
    "MinScoreOption",
    "OutputOption",
    "PublishedOption",
    "PublisherFilter",
    "PublisherOption",
    "QuietOption",
    "SinceOption",
    "SpeakerOption",
    "TaggerOption",
    "TextOption",
    "UntilOption",
    "VerboseOption",
    "WorkersOption",
    "days_between",
    "ledger_path",
    "one_day",
    "worker_count",
]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files (.txt, .html, .jsonl), folders, quoted globs, or - for standard input.",
    ),
]
LedgerOption = Annotated[
    Path | None,
    typer.Option(
        "--ledger", metavar="FILE", help="The ledger.  [env: REJOINDER_LEDGER]", show_default=False
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write here, whole or not at all."),
]
FormatOption = Annotated[
    str,
    typer.Option(
        "--format", metavar="FORM", help=f"The format: {' or '.join(sorted(api.EXPORTERS))}."
    ),
]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="N",
        min=1,
        help="Processes that extract side by side; 1 if not set.  [env: REJOINDER_WORKERS]",
        show_default=False,
    ),
]
TaggerOption = Annotated[
    str | None,
    typer.Option(
        "--tagger",
        metavar="NAME",
        help=f"What finds statements: {', '.join(api.TAGGERS)}.",
        show_default=False,
    ),
]
MinScoreOption = Annotated[
    float | None,
    typer.Option(
        "--min-score",
        metavar="X",
        min=0,
        max=1,
        help="Least score of a statement, 0 to 1; the tagger's own if not set.",
        show_default=False,
    ),
]
PublisherOption = Annotated[
    str | None,
    typer.Option("--publisher", metavar="NAME", help="Who published inputs that do not say so."),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", help="The day on which inputs that do not say so came out."
    ),
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="JSON on stdout: a line an item, or one for a summary.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Errors only on stderr.")]
VerboseOption = Annotated[bool, typer.Option("--verbose", "-v", help="Say where an error arose.")]
SpeakerOption = Annotated[
    str | None, typer.Option("--speaker", metavar="NAME", help="Who speaks: a name or an actor id.")
]
AboutOption = Annotated[
    str | None, typer.Option("--about", metavar="NAME", help="Whom it is about: a name or an id.")
]
ActOption = Annotated[
    Act | None, typer.Option("--act", metavar="ACT", help=f"One of: {', '.join(Act)}.")
]
PublisherFilter = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Who published it.")
]
SinceOption = Annotated[
    str | None,
    typer.Option("--since", "--from", metavar="DATE", help="First day: YYYY-MM-DD, -MM or YYYY."),
]
UntilOption = Annotated[
    str | None,
    typer.Option("--until", "--to", metavar="DATE", help="Last day: YYYY-MM-DD, -MM or YYYY."),
]
ByOption = Annotated[
    str, typer.Option("--by", metavar="PERIOD", help=f"Changes by: {', '.join(api.PERIODS)}.")
]
TextOption = Annotated[
    str | None, typer.Option("--text", metavar="WORDS", help="Words that the statement holds.")
]
LimitOption = Annotated[
    int | None, typer.Option("--limit", metavar="N", min=1, help="At most so many.")
]
FullOption = Annotated[bool, typer.Option("--full", help="Whole texts instead of one line each.")]


def ledger_path(option: Path | None) -> Path:
    """Return the ledger that was named, or the one the environment names.

    Raises:
        ConfigError: neither names one.
    """
    path = option or read_config(os.environ).ledger
    if path is None:
        raise ConfigError("no ledger is named; give --ledger FILE or set REJOINDER_LEDGER")
    return path


def worker_count(option: int | None) -> int:
    """Return the number of processes that was asked for here or in the environment."""
    return option or read_config(os.environ).workers


def days_between(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """Return the first day of the one year, month or day and the last of the other; None is open.

    Raises:
        ConfigError: one is no date, or the last day comes before the first.
    """
    first = None if since is None else _days(since, "--since")[0]
    last = None if until is None else _days(until, "--until")[1]
    if first and last and last < first:
        raise ConfigError(
            f"--until {until!r} comes before --since {since!r}; exchange them, or leave one out"
        )
    return first, last


def one_day(option: str | None, name: str) -> date | None:
    """Return the day that the option gives, or None.

    Raises:
        ConfigError: it is no day; ``name`` is the option's, for the message.
    """
    if option is None:
        return None
    first, last = _days(option, name)
    if first != last:
        raise ConfigError(f"{name} {option!r} is no single day; write it as 2022-11-08")
    return first


def _days(value: str, name: str) -> tuple[date, date]:
    parts = _DATE.fullmatch(value)
    try:
        if parts is None:
            raise ValueError
        year, month, day = (None if part is None else int(part) for part in parts.groups())
        last_month = month or 12
        first = date(year or 0, month or 1, day or 1)
        return first, date(first.year, last_month, day or _length(first.year, last_month))
    except ValueError:
        raise ConfigError(
            f"{name} {value!r} is no date; write it as 2022-11-08, 2022-11 or 2022"
        ) from None


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
