"""docs/json.md, made from the shapes of the answers; ``make docs`` writes it, a test compares."""

import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from rejoinder.model.span import Span
from rejoinder.model.tension import ChangePoint
from rejoinder.views.claims import ClaimView
from rejoinder.views.exchanges import ExchangeView
from rejoinder.views.positions import PositionView
from rejoinder.views.reply import AccusationView, OutletReplies
from rejoinder.views.statements import StatementView
from rejoinder.views.tension import TensionPoint
from rejoinder.views.timeline import EntryView

__all__ = ["json_reference", "main"]

_LINES: Final = {
    "statements": StatementView,
    "exchanges": ExchangeView,
    "claims": ClaimView,
    "replies": AccusationView,
    "replies --table": OutletReplies,
    "positions": PositionView,
    "timeline": EntryView,
    "tension": TensionPoint,
    "tension --changes": ChangePoint,
}
_HEAD: Final = """\
# What `--json` prints

Made from the shapes of the answers by `make docs`; do not edit.

Each of these commands prints a line for each item of its list: an object with the fields of the
shape that the first table names. The HTTP API of the [workbench](workbench.md) answers with the
same, and in Python objects have the same fields. What is unknown is `null`, and a list may be
empty. Fields may be added; none changes its meaning without a line in the changelog. Records
themselves, as `extract`, `show --json` and `export` print them, are in [records.md](records.md).
After its periods `tension --changes` prints each change as `{"change": ...}`.
"""
_WORDS: Final = {str: "text", bool: "true or false", int: "number", float: "number", date: "day"}
_SPACES: Final = re.compile(r"\s+")
_PYTHON: Final = re.compile(r"\bNone\b|\bFalse\b|`rejoinder\.[\w.]*\.(\w+)`")
_AS_JSON: Final = {"None": "`null`", "False": "`false`"}


def json_reference() -> str:
    """Return the page: which command prints which shape, then each shape with its fields."""
    shapes: dict[str, type] = {}
    for shape in _LINES.values():
        _gather(shape, shapes)
    rows = [f"| `{name}` | {_link(shape)} |" for name, shape in _LINES.items()]
    lines = [_HEAD, "| command | a line is |", "|---|---|", *rows, ""]
    for name in sorted(shapes):
        lines += _section(shapes[name])
    return "\n".join(lines)


def main() -> None:
    """Write the page where the first argument says."""
    Path(sys.argv[1]).write_text(json_reference(), encoding="utf-8")


def _gather(shape: type, found: dict[str, type]) -> None:
    """Put a shape and all that it holds under their names."""
    if shape.__name__ in found:
        return
    found[shape.__name__] = shape
    for hint in _hints(shape).values():
        for inner in _inside(hint):
            _gather(inner, found)


def _hints(shape: type) -> dict[str, Any]:
    known = get_type_hints(shape)
    return {each.name: known[each.name] for each in fields(shape)}


def _inside(hint: object) -> Iterator[type]:
    """Yield the shapes that a type speaks of."""
    if isinstance(hint, type) and is_dataclass(hint) and hint is not Span:
        yield hint
    for each in get_args(hint):
        yield from _inside(each)


def _section(shape: type) -> Iterator[str]:
    told = _attributes(inspect.getdoc(shape) or "")
    yield f"## {shape.__name__}\n"
    yield _first_line(shape) + "\n"
    yield "| field | value | |"
    yield "|---|---|---|"
    for name, hint in _hints(shape).items():
        yield f"| `{name}` | {_value(hint)} | {told.get(name, '')} |"
    yield ""


def _first_line(shape: type) -> str:
    """Return what the shape is; what is said in code stands in single backquotes here."""
    summary = (inspect.getdoc(shape) or "").partition("\n\n")[0]
    return _SPACES.sub(" ", summary).replace("``", "`")


def _attributes(doc: str) -> dict[str, str]:
    """Return what a docstring says of each attribute."""
    _, _, listed = doc.partition("Attributes:\n")
    found: dict[str, str] = {}
    for entry in re.split(r"\n(?=    \w)", "\n" + listed.partition("\n\n")[0]):
        name, mark, told = entry.strip().partition(": ")
        if mark:
            plain = _SPACES.sub(" ", told).replace("``", "`").replace("|", "\\|")
            found[name] = _PYTHON.sub(lambda word: _AS_JSON.get(word[0], word[1]), plain)
    return found


def _value(hint: object) -> str:
    """Return how a value of a type looks in JSON."""
    hint = getattr(hint, "__supertype__", hint)
    if get_origin(hint) in (Union, UnionType):
        parts = [each for each in get_args(hint) if each is not NoneType]
        return " or ".join([*map(_value, parts), "null"][: len(get_args(hint))])
    if get_origin(hint) is tuple:
        first, *rest = get_args(hint)
        if rest == [...]:
            return f"list of {_value(first)}"
        return f"[{', '.join(_value(each) for each in get_args(hint))}]"
    if hint is Span:
        return "[start, end]"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return " ".join(f"`{each.value}`" for each in hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _link(hint)
    return _WORDS[hint]  # type: ignore[index]  # what is none of these has no JSON


def _link(shape: type) -> str:
    return f"[{shape.__name__}](#{shape.__name__.lower()})"


if __name__ == "__main__":
    main()
