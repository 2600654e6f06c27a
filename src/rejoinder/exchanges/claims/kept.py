"""What statements put forward, as text that can be kept, and back."""

import json
from collections.abc import Mapping
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
    return cast("Put", _made(Put, json.loads(text)))


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
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return value


def _made(kind: Any, value: Any) -> Any:  # noqa: ANN401 - whatever a field may hold
    """Return the value of that type that the plain value stands for."""
    if value is None or kind in (str, int, bool, float):
        return value
    if isinstance(kind, NewType):
        return value
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _made(next(each for each in get_args(kind) if each is not type(None)), value)
    if origin is frozenset:
        return frozenset(value)
    if origin is tuple:
        own = get_args(kind)[0]
        return tuple(_made(own, each) for each in value)
    if issubclass(kind, date):
        return kind.fromisoformat(value)
    if issubclass(kind, Enum):
        return kind(value)
    return kind(**{name: _made(own, value[name]) for name, own in _parts(kind).items()})


@cache
def _parts(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)
