"""Write a whole file or none: under another name first, then renamed."""

import os
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final, Literal

from rejoinder.errors import ConfigError
from rejoinder.exports.base import Exporter
from rejoinder.exports.jsonl import JsonLines, record_line
from rejoinder.exports.plover import Plover, plover_lines
from rejoinder.model.record import ArticleRecord

__all__ = ["EXPORTERS", "export_stream", "find_exporter", "record_lines", "whole_file"]

EXPORTERS: Final = MappingProxyType[str, type[Exporter]]({"jsonl": JsonLines, "plover": Plover})
_LINES: Final = MappingProxyType[str, Callable[[ArticleRecord], str]](
    {"jsonl": record_line, "plover": plover_lines}
)


def find_exporter(name: str) -> Exporter:
    """Return a new exporter for the format.

    Raises:
        ConfigError: no exporter goes by that name.
    """
    try:
        return EXPORTERS[name]()
    except KeyError:
        raise _unknown(name, EXPORTERS) from None


def record_lines(record: ArticleRecord, form: str = "jsonl") -> str:
    """Return the lines that one record has in a format of lines; it may have none.

    Raises:
        ConfigError: no format of lines goes by that name.
    """
    try:
        return _LINES[form](record)
    except KeyError:
        raise _unknown(form, _LINES) from None


def export_stream(records: Iterable[ArticleRecord], exporter: Exporter, stream: BinaryIO) -> int:
    """Write the records on the stream in their order; return how many."""
    count = 0
    exporter.open(stream)
    for record in records:
        exporter.feed(record)
        count += 1
    exporter.close()
    return count


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file for writing that takes its name only when the block ends well.

    A link is followed, so that the file it points to is the one replaced; what is no regular file
    (a device, a pipe) is written straight. A file that was there keeps its permissions.

    Raises:
        ConfigError: the folder is missing or nothing may be written there.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        with _open(target, "wb") as stream:
            yield stream
        return
    part = target.with_name(f".{target.name}.{secrets.token_hex(6)}.part")
    with _open(part, "xb") as stream:
        try:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            if target.exists():
                part.chmod(target.stat().st_mode & 0o777)
            part.replace(target)
        finally:
            with suppress(FileNotFoundError):
                part.unlink()


def _unknown(name: str, known: Iterable[str]) -> ConfigError:
    return ConfigError(f"no export format {name!r}; choose one of: {', '.join(sorted(known))}")


def _open(path: Path, mode: Literal["wb", "xb"]) -> BinaryIO:
    try:
        return path.open(mode)
    except OSError as wrong:
        raise ConfigError(
            f"cannot write in {str(path.parent)!r}: {wrong.strerror}; "
            "name a file in a folder that exists and may be written"
        ) from wrong
