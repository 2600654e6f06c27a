"""What a run came to, in a sentence, as JSON and as an exit status."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output
from rejoinder.cli.visible import one_line
from rejoinder.model.failure import Failure
from rejoinder.model.record import ArticleRecord
from rejoinder.text.phrases import counted

__all__ = ["Tally", "end_of", "failure_line", "note_failures"]

_SHOWN: Final = 20


@dataclass(slots=True, kw_only=True)
class Tally:
    """Counts results as they pass."""

    articles: int = 0
    statements: int = 0
    links: int = 0
    failures: list[Failure] = field(default_factory=list)

    def passing(
        self, results: Iterable[ArticleRecord | Failure], out: Output
    ) -> Iterator[ArticleRecord]:
        """Yield the records on; count everything; say each failure on stderr as it comes."""
        for result in results:
            if isinstance(result, Failure):
                self.failures.append(result)
                out.error(failure_line(result))
            else:
                self.articles += 1
                self.statements += len(result.statements)
                self.links += len(result.links)
                yield result


def end_of(done: int, failures: int) -> ExitStatus:
    """Return how a run ends that did so many articles and failed on so many inputs."""
    if not done:
        return ExitStatus.NOTHING_READ
    return ExitStatus.SOME_FAILED if failures else ExitStatus.OK


def failure_line(failure: Failure) -> str:
    """Return a failure on one line."""
    return one_line(f"failed: {failure.input}: {failure.reason.value}: {failure.detail}")


def note_failures(failures: Sequence[Failure], out: Output) -> None:
    """Say the failures of a run on stderr, the first of many."""
    for failure in failures[:_SHOWN]:
        out.error(failure_line(failure))
    if len(failures) > _SHOWN:
        rest = counted(len(failures) - _SHOWN, "more failure")
        out.error(f"and {rest}; rejoinder failures lists them all")
