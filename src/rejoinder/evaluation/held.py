"""docs/scores.md, made from the floors file; ``make docs`` writes it, a test compares."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rejoinder.evaluation.floors import Floors, FloorSet, read_floors

__all__ = ["main", "scores_page"]

_HEAD: Final = """\
# The scores that are held

Made from `evals/floors.json` by `make docs`; do not edit. Each figure was measured by
`rejoinder evaluate --update` and may not fall: `make check` measures again.
[evaluation.md](evaluation.md) says what each counts and on what it is measured. What was looked at
while rules were made is said where a part of the program is described.
"""


def scores_page(floors: Floors) -> str:
    """Return the page: a table of floors and ceilings for each data set, in their order."""
    return "\n".join([_HEAD, *(line for one in floors.sets for line in _section(one))])


def main() -> None:
    """Write the page: first the floors file, then the page.

    Raises:
        GoldError: the floors file cannot be read or is malformed.
    """
    floors, page = map(Path, sys.argv[1:3])
    page.write_text(scores_page(read_floors(floors)), encoding="utf-8")


def _section(one: FloorSet) -> Iterator[str]:
    yield f"## {one.name}"
    yield ""
    if one.floors:
        yield "| figure | at least, % |"
        yield "|---|---:|"
        yield from (f"| {name} | {100 * value:.1f} |" for name, value in sorted(one.floors.items()))
        yield ""
    if one.ceilings:
        yield "| slips | at most |"
        yield "|---|---:|"
        yield from (f"| {name} | {most} |" for name, most in sorted(one.ceilings.items()))
        yield ""


if __name__ == "__main__":
    main()
