"""One JSON value a line, as plain and as safe to print as JSON allows."""

import json
import re
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from rejoinder.model.span import Span

__all__ = ["json_line", "plain"]

# Unpaired surrogates cannot be UTF-8; the line separators break readers that use splitlines; C1
# controls and bidirectional overrides act on terminals. JSON has an escape for each.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_line(value: object) -> str:
    """Return the value as JSON on one line, without the line feed; equal values give equal lines.

    Two surrogates that form a pair come back as the one character they stand for.
    """
    text = json.dumps(plain(value), ensure_ascii=False, allow_nan=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def plain(value: object) -> object:
    """Return the value in JSON's own types: dataclasses as objects, spans as pairs, ISO 8601 dates.

    Raises:
        TypeError: there is no JSON for it.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    return _compound(value)


def _compound(value: object) -> object:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Enum):
        return plain(value.value)
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    raise TypeError(f"no JSON for a {type(value).__name__}: {value!r}")
