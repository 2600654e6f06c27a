"""ReadOptions: what a user says about the inputs of one run."""

from dataclasses import dataclass
from datetime import date

__all__ = ["MAX_BYTES", "ReadOptions"]

MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What applies to every article of a run.

    Attributes:
        publisher: used where the input names none.
        published: used where the input, its text included, gives no day.
        language: ISO 639-1, used where the input names none.
        max_bytes: size limit of one article: a file, or one line of JSON lines.
    """

    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    max_bytes: int = MAX_BYTES
