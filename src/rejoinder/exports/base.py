"""Exporter: what turns a run of records into one file."""

from typing import BinaryIO, ClassVar, Protocol

from rejoinder.model.record import ArticleRecord

__all__ = ["Exporter"]


class Exporter(Protocol):
    """A format: opened on a binary stream, fed every record in order, closed once.

    Attributes:
        name: what people type after ``--format``.
        media_type: the format's media type.
        suffix: the usual ending of a file's name.
    """

    name: ClassVar[str]
    media_type: ClassVar[str]
    suffix: ClassVar[str]

    def open(self, stream: BinaryIO) -> None:
        """Begin to write on the stream, which stays the caller's to close."""

    def feed(self, record: ArticleRecord) -> None:
        """Take one record."""

    def close(self) -> None:
        """Write what is still held back; the stream stays open."""
