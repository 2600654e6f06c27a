"""What statements put forward, as text that can be kept, and back.

A class is kept as the list of its values in the order of its fields: names in every row would be
most of what is read. Where a class changes, so does the version of the summary.
"""

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, NewType, Union, cast, get_args, get_origin, get_type_hints

from rejoinder.exchanges.claims.group import Put

__all__ = ["read_put", "written_put"]


def written_put(put: Put) -> str:
    """Return the text from which `read_put` makes the same again."""
    return json.dumps(_plain(put), ensure_ascii=False, separators=(",", ":"))


def read_put(text: str) -> Put:
    """Return what `written_put` was given."""
    return cast("Put", _maker(Put)(json.loads(text)))


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return [_plain(getattr(value, each.name)) for each in fields(value)]
    return value


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:  # noqa: ANN401 - whatever a field may hold
    """Return what makes a value of that type of the plain value that stands for it."""
    if kind in (str, int, bool, float) or isinstance(kind, NewType):
        return _as_it_is
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        own = _maker(next(each for each in get_args(kind) if each is not type(None)))
        return lambda value: None if value is None else own(value)
    if origin is frozenset:
        return frozenset
    if origin is tuple:
        part = _maker(get_args(kind)[0])
        return tuple if part is _as_it_is else lambda value: tuple(map(part, value))
    if issubclass(kind, date):
        return date.fromisoformat
    if issubclass(kind, Enum):
        return cast("Callable[[Any], Any]", kind)
    hints = get_type_hints(kind)
    makers = [(each.name, _maker(hints[each.name])) for each in fields(kind)]
    return lambda values: kind(
        **{name: make(value) for (name, make), value in zip(makers, values, strict=True)}
    )


def _as_it_is(value: object) -> object:
    return value
