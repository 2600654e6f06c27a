"""JSON lines: one article a line, UTF-8, in the wire form."""

from typing import BinaryIO, ClassVar

from rejoinder.exports.lines import json_line
from rejoinder.exports.wire import to_wire
from rejoinder.model.record import ArticleRecord

__all__ = ["JsonLines", "record_line"]


def record_line(record: ArticleRecord) -> str:
    """Return the record's line, with its line feed; the same record gives the same bytes."""
    return json_line(to_wire(record)) + "\n"


class JsonLines:
    """The exporter ``jsonl``."""

    name: ClassVar[str] = "jsonl"
    media_type: ClassVar[str] = "application/jsonl"
    suffix: ClassVar[str] = ".jsonl"

    def __init__(self) -> None:
        """Start without a stream."""
        self._stream: BinaryIO | None = None

    def open(self, stream: BinaryIO) -> None:
        """Begin to write on the stream."""
        self._stream = stream

    def feed(self, record: ArticleRecord) -> None:
        """Write one line.

        Raises:
            ValueError: the exporter is not open.
        """
        if self._stream is None:
            raise ValueError("the exporter is not open; call open(stream) first")
        self._stream.write(record_line(record).encode("utf-8"))

    def close(self) -> None:
        """Let go of the stream; every line is already on it."""
        self._stream = None
