"""``rejoinder evaluate``: scores on gold, and the floors that they must hold."""

from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder import api
from rejoinder.cli.options import JsonOption, QuietOption
from rejoinder.cli.outcome import ExitStatus, reported
from rejoinder.cli.output import Output
from rejoinder.cli.visible import visible
from rejoinder.errors import ConfigError

if TYPE_CHECKING:
    from rejoinder.api import Report

__all__ = ["evaluate"]


class _Gold(StrEnum):
    AGREEMENT = "agreement"
    ATTRIBUTION = "attribution"
    EVENTS = "events"
    GOLD = "gold"
    NO_EVENTS = "no-events"
    SAMPLES = "samples"


_WITH_PATH = frozenset(_Gold) - {_Gold.SAMPLES}
_HOLDING_TEXTS = {
    _Gold.AGREEMENT: ("corpus", "its path"),
    _Gold.EVENTS: ("gold", "a file of sentences"),
    _Gold.NO_EVENTS: ("file", "sentences without an event"),
}

_What = Annotated[
    _Gold | None,
    typer.Argument(
        metavar="WHAT",
        help="agreement, attribution, events, gold, no-events or samples; "
        "without, every set of the floors file that is here.",
        show_default=False,
    ),
]
_Path = Annotated[
    Path | None,
    typer.Argument(
        metavar="PATH",
        help="The gold of attribution or events (a file) or gold (a folder), the corpus of "
        "agreement, the sentences of no-events.",
        show_default=False,
    ),
]
_Articles = Annotated[
    Path | None,
    typer.Option("--articles", metavar="PATH", help="The texts, where the gold has none."),
]
_Floors = Annotated[Path, typer.Option("--floors", metavar="FILE", help="The floors file.")]
_Gate = Annotated[bool, typer.Option("--gate", help="End with 7 if a score is below its floor.")]
_Update = Annotated[bool, typer.Option("--update", help="Raise the floors to the scores.")]
_Regression = Annotated[
    str | None,
    typer.Option(
        "--allow-regression", metavar="REASON", help="With --update: let floors down, and say why."
    ),
]
_Errors = Annotated[
    Path | None,
    typer.Option(
        "--errors",
        metavar="FILE",
        help="With attribution: write every kind of error in context here, as HTML.",
        show_default=False,
    ),
]
_ErrorsLimit = Annotated[
    int | None,
    typer.Option(
        "--errors-limit",
        metavar="N",
        min=1,
        help=f"Cases in each group of --errors; {api.CASES_A_GROUP} if not set.",
        show_default=False,
    ),
]
_MinWords = Annotated[
    int | None,
    typer.Option(
        "--min-words",
        metavar="N",
        min=1,
        help=f"With agreement: words that a quotation has at least; {api.LEAST_WORDS} if not set.",
        show_default=False,
    ),
]
_List = Annotated[
    bool,
    typer.Option(
        "--list",
        help="With agreement: list the quotations that disagree; with events and no-events: the "
        "sentences coded wrong.",
    ),
]
_Verbose = Annotated[
    bool,
    typer.Option(
        "--verbose", "-v", help="Count attribution errors by cause; say where an error arose."
    ),
]


@reported
def evaluate(
    what: _What = None,
    path: _Path = None,
    articles: _Articles = None,
    errors: _Errors = None,
    errors_limit: _ErrorsLimit = None,
    min_words: _MinWords = None,
    list_: _List = False,
    floors: _Floors = Path("evals/floors.json"),
    gate: _Gate = False,
    update: _Update = False,
    allow_regression: _Regression = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: _Verbose = False,
) -> ExitStatus:
    """Score against gold, and hold scores to their floors.

    `evaluate attribution GOLD.jsonl` scores top-level statements on attributions as PolNeAR has
    them, `evaluate gold DIR` everything on full gold, `evaluate samples` the sample corpus.
    `evaluate agreement CORPUS.jsonl` needs no gold: whether outlets that tell one event and quote
    the same words are read as quoting the same speaker.  `evaluate events GOLD.jsonl` scores who
    does what to whom on codebook sentences, `evaluate no-events SENTENCES.jsonl` says in how many
    sentences without an event one is coded.
    """
    out = Output(as_json=as_json, quiet=quiet)
    if allow_regression is not None and not update:
        raise ConfigError("--allow-regression goes with --update; give both or neither")
    _check_errors(what, errors, errors_limit)
    _check_listing(what, min_words, listed=list_)
    if what in _WITH_PATH and (gate or update):
        raise ConfigError(
            "--gate and --update go with the sets of the floors file; leave out the path"
        )
    if what in _HOLDING_TEXTS:
        return _score_texts(out, what, path, articles, min_words or api.LEAST_WORDS, listed=list_)
    if what in _WITH_PATH:
        limit = errors_limit or api.CASES_A_GROUP
        return _score(out, path, articles, errors, limit, verbose=verbose)
    if path is not None or articles is not None:
        raise ConfigError(
            "a path goes with agreement, attribution, events, gold or no-events; name one before it"
        )
    only = None if what is None else [what.value]
    day = datetime.now(UTC).date() if update else None
    is_open = _hold(out, floors, only, day, allow_regression)
    return ExitStatus.BELOW_FLOOR if gate and not is_open else ExitStatus.OK


def _hold(
    out: Output, floors: Path, only: list[str] | None, update: date | None, reason: str | None
) -> bool:
    outcome = api.gate(floors, only, update=update, reason=reason)
    if out.as_json:
        out.line(api.outcome_values(outcome))
    else:
        for name, report in outcome.reports:
            out.text(f"== {name}", "", visible(api.outcome_text(report)), "")
        out.text(visible(api.outcome_text(outcome)))
    return outcome.is_open


def _check_errors(what: _Gold | None, errors: Path | None, limit: int | None) -> None:
    if errors is not None and what is not _Gold.ATTRIBUTION:
        raise ConfigError("--errors goes with attribution; name attribution and its gold")
    if errors is None and limit is not None:
        raise ConfigError("--errors-limit goes with --errors; give both or neither")


def _check_listing(what: _Gold | None, min_words: int | None, *, listed: bool) -> None:
    if min_words is not None and what is not _Gold.AGREEMENT:
        raise ConfigError("--min-words goes with agreement; name it and its corpus")
    if listed and what not in _HOLDING_TEXTS:
        raise ConfigError("--list goes with agreement, events or no-events; name one and its file")


def _score_texts(
    out: Output,
    what: _Gold,
    path: Path | None,
    articles: Path | None,
    least_words: int,
    *,
    listed: bool,
) -> ExitStatus:
    """Score a file that holds its own texts."""
    called, wanted = _HOLDING_TEXTS[what]
    if path is None:
        raise ConfigError(f"no {called} is named; give {wanted} after {what}")
    if articles is not None:
        raise ConfigError(f"the {called} of {what} holds its texts; leave --articles out")
    report: Report
    if what is _Gold.AGREEMENT:
        report = api.agreement(path, least_words=least_words)
    elif what is _Gold.EVENTS:
        report = api.evaluate_events(path)
    else:
        report = api.evaluate_no_events(path)
    if out.as_json:
        out.line(api.outcome_values(report, errors=listed))
    else:
        out.text(visible(api.outcome_text(report, errors=listed)))
    return ExitStatus.OK


def _score(
    out: Output,
    gold: Path | None,
    articles: Path | None,
    errors: Path | None,
    limit: int,
    *,
    verbose: bool,
) -> ExitStatus:
    if gold is None:
        raise ConfigError("no gold is named; give its path after attribution or gold")
    report = api.evaluate(gold, articles, errors=errors, errors_limit=limit)
    if out.as_json:
        out.line(api.outcome_values(report))
    else:
        told = api.outcome_text(report, errors=verbose or errors is not None)
        out.text(visible(told))
    return ExitStatus.OK
