"""``rejoinder evaluate``: scores on gold, and the floors that they must hold."""

from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rejoinder import api
from rejoinder.cli.options import JsonOption, QuietOption
from rejoinder.cli.outcome import ExitStatus, reported
from rejoinder.cli.output import Output
from rejoinder.cli.visible import visible
from rejoinder.errors import ConfigError

__all__ = ["evaluate"]


class _Gold(StrEnum):
    AGREEMENT = "agreement"
    ATTRIBUTION = "attribution"
    GOLD = "gold"
    SAMPLES = "samples"


_WITH_PATH = frozenset({_Gold.AGREEMENT, _Gold.ATTRIBUTION, _Gold.GOLD})

_What = Annotated[
    _Gold | None,
    typer.Argument(
        metavar="WHAT",
        help="agreement, attribution, gold or samples; "
        "without, every set of the floors file that is here.",
        show_default=False,
    ),
]
_Path = Annotated[
    Path | None,
    typer.Argument(
        metavar="PATH",
        help="The gold of attribution (a file) or gold (a folder), the corpus of agreement.",
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
    bool, typer.Option("--list", help="With agreement: list the quotations that disagree.")
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
    the same words are read as quoting the same speaker.
    """
    out = Output(as_json=as_json, quiet=quiet)
    if allow_regression is not None and not update:
        raise ConfigError("--allow-regression goes with --update; give both or neither")
    _check_errors(what, errors, errors_limit)
    if what is not _Gold.AGREEMENT and (min_words is not None or list_):
        raise ConfigError("--min-words and --list go with agreement; name it and its corpus")
    if what in _WITH_PATH and (gate or update):
        raise ConfigError(
            "--gate and --update go with the sets of the floors file; leave out the path"
        )
    if what is _Gold.AGREEMENT:
        return _agree(out, path, articles, min_words or api.LEAST_WORDS, listed=list_)
    if what in _WITH_PATH:
        limit = errors_limit or api.CASES_A_GROUP
        return _score(out, path, articles, errors, limit, verbose=verbose)
    if path is not None or articles is not None:
        raise ConfigError("a path goes with agreement, attribution or gold; name one before it")
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


def _agree(
    out: Output, corpus: Path | None, articles: Path | None, least_words: int, *, listed: bool
) -> ExitStatus:
    if corpus is None:
        raise ConfigError("no corpus is named; give its path after agreement")
    if articles is not None:
        raise ConfigError("the corpus of agreement holds its texts; leave --articles out")
    report = api.agreement(corpus, least_words=least_words)
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
