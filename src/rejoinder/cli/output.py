"""Where words go: data to stdout, everything else to stderr."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, TextIO, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.text import Text

from rejoinder.api import json_line
from rejoinder.cli.visible import one_line
from rejoinder.errors import ConfigError

__all__ = ["PIPE_WIDTH", "Hanging", "Output", "under_itself"]

_Item = TypeVar("_Item")
# How far what does not fit on a line is set in: so many columns, or as the line itself says.
Hanging = int | Callable[[Text], int]

PIPE_WIDTH: Final = 96


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """The two streams of one command and how they were asked to speak.

    Attributes:
        as_json: data are JSON lines.
        quiet: nothing on stderr but errors.
    """

    as_json: bool
    quiet: bool

    def line(self, value: object) -> None:
        """Write one value as a line of JSON on stdout."""
        self.raw((json_line(value) + "\n").encode("utf-8"))

    def raw(self, data: bytes) -> None:
        """Write bytes on stdout."""
        stream = _open_stdout()
        stream.flush()
        stream.buffer.write(data)

    def text(self, *lines: Text | str) -> None:
        """Write lines for people on stdout; a plain string is taken letter for letter."""
        console = _console(stderr=False)
        for line in lines:
            console.print(line, soft_wrap=True)

    def wrapped(self, lines: Iterable[Text], *, hanging: Hanging = 0) -> None:
        """Write lines for people on stdout, wrapped between words; ``hanging`` insets the rest."""
        console = _console(stderr=False)
        width = console.width
        printed: list[Text] = []
        for line in lines:
            inset = hanging(line) if callable(hanging) else hanging
            fits = line.cell_len <= width
            parts = [line] if fits else line.wrap(console, max(width - inset, 20))
            for place, part in enumerate(parts):
                part.rstrip()
                printed.append(Text(" " * inset if place else "").append_text(part))
        if printed:
            # All at once, because each printing costs more than a line does.
            console.print(Text("\n").join(printed), soft_wrap=True)

    def listed(
        self,
        items: Iterable[_Item],
        lines: Callable[[_Item], Iterable[Text]],
        *,
        hanging: Hanging,
        gap: int = 0,
    ) -> None:
        """Write a list on stdout: a line of JSON an item, or its lines, wrapped, for people.

        Args:
            items: what is listed.
            lines: what makes the lines of one.
            hanging: as `wrapped` takes it.
            gap: empty lines between two items.
        """
        for place, item in enumerate(items):
            if self.as_json:
                self.line(item)
                continue
            self.text(*[""] * (gap if place else 0))
            self.wrapped(lines(item), hanging=hanging)

    @property
    def width(self) -> int:
        """Columns that a line for people may take."""
        return _console(stderr=False).width

    def note(self, *messages: str) -> None:
        """Say things on stderr that are no data, unless it is to be quiet."""
        for message in () if self.quiet else messages:
            self.error(message)

    def error(self, message: str) -> None:
        """Say on stderr, unless that is closed, what went wrong, even if it is to be quiet."""
        if sys.stderr is not None:
            _console(stderr=True).print(Text(one_line(message)), soft_wrap=True)

    def watched(
        self, items: Iterable[_Item], progress: Callable[[int], None] | None
    ) -> Iterator[_Item]:
        """Yield the items on, and tell the progress how many have passed."""
        for done, item in enumerate(items, start=1):
            yield item
            if progress is not None:
                progress(done)

    @contextmanager
    def progress(self, task: str) -> Iterator[Callable[[int], None] | None]:
        """Give a function to tell how many articles are done; None where no terminal watches."""
        if self.quiet or sys.stderr is None or not sys.stderr.isatty():
            yield None
            return
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
        )
        with Progress(*columns, console=_console(stderr=True), transient=True) as bar:
            row = bar.add_task(task, total=None)
            yield lambda done: bar.update(row, completed=done)


def under_itself(line: Text) -> int:
    """Return how far the rest of a line is set in that goes on under its own beginning."""
    return len(line.plain) - len(line.plain.lstrip()) + 2


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Let the command end as every closed pipe does, instead of exiting here."""
        raise BrokenPipeError


def _open_stdout() -> TextIO:
    """Return stdout.

    Raises:
        ConfigError: whoever started the program closed it.
    """
    if sys.stdout is None:
        raise ConfigError("stdout is closed; leave it open, or send it into a file with: > FILE")
    return sys.stdout


def _console(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else _open_stdout()
    fixed = None if stream.isatty() or "COLUMNS" in os.environ else PIPE_WIDTH
    return _Console(file=stream, highlight=False, markup=False, emoji=False, width=fixed)
