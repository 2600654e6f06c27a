"""``rejoinder code``: what one given party does to another."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder import api
from rejoinder.cli.command import command
from rejoinder.cli.options import OutputOption
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output
from rejoinder.cli.tally import end_of, failure_line
from rejoinder.model.failure import Failure
from rejoinder.text.phrases import counted

if TYPE_CHECKING:
    from rejoinder.api import CodedPair

__all__ = ["code"]

PairsArgument = Annotated[
    str,
    typer.Argument(
        metavar="INPUT",
        help="A file of JSON lines (text, source_span, target_span), or - for standard input.",
    ),
]


@command
def code(out: Output, pairs: PairsArgument, output: OutputOption = None) -> ExitStatus:
    """Print what one marked party does to another, a JSON line each.

    Each line of INPUT has a sentence as text, and source_span and target_span as [start, end] in
    characters; null stands for a party that is not named.  With --output the lines go to the file,
    and --json prints a summary instead.
    """
    tally = _Tally()
    lines = sys.stdin.buffer if pairs == "-" else api.pair_lines(pairs)
    coded = tally.passing(api.code_pairs(lines, pairs), out)
    if output is None:
        for pair in coded:
            out.line(pair)
    else:
        api.write_pairs(coded, output)
        if out.as_json:
            out.line(tally)
    out.note(f"{counted(tally.pairs, 'pair')}; {counted(len(tally.failures), 'failure')}")
    return end_of(tally.pairs, len(tally.failures))


@dataclass(slots=True, kw_only=True)
class _Tally:
    """Counts pairs as they pass."""

    pairs: int = 0
    failures: list[Failure] = field(default_factory=list)

    def passing(
        self, results: "Iterable[CodedPair | Failure]", out: Output
    ) -> "Iterator[CodedPair]":
        """Yield the pairs on; say each failure on stderr as it comes."""
        for result in results:
            if isinstance(result, Failure):
                self.failures.append(result)
                out.error(failure_line(result))
            else:
                self.pairs += 1
                yield result
