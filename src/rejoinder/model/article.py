"""Article: a published text, kept character for character, with its zones."""

from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ArticleId, content_key
from rejoinder.model.span import Span

__all__ = ["Article", "LoadedArticle", "Original", "Zone", "ZoneKind", "article_id"]


class ZoneKind(StrEnum):
    """What a stretch of the text is in the page it came from."""

    TITLE = "title"
    BYLINE = "byline"
    DATE = "date"
    DECK = "deck"
    HEADING = "heading"
    BODY = "body"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A stretch of the text and its kind; zones of one article do not overlap."""

    kind: ZoneKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A published text; ``text`` is the document of record and every span counts in it.

    Attributes:
        id: made from ``ref``, ``url`` and ``text`` by `article_id`.
        ref: the id that the input gave it (a JSON line's ``id``, a file's stem); not unique.
        publisher: who published it; never called source.
        language: ISO 639-1, or None where it is not known.
        published: the day it came out, only where text or metadata say so.
        retrieved: ISO 8601 time of the fetch, where the input says so.
        zones: sorted, not overlapping; blank characters between zones belong to none.
        original: SHA-256 of the bytes that the text was extracted from (HTML), or None.
    """

    id: ArticleId
    ref: str
    url: str | None
    publisher: str | None
    title: str | None
    language: str | None
    published: DateInterval | None
    retrieved: str | None
    text: str
    zones: tuple[Zone, ...]
    original: str | None = None


def article_id(ref: str, url: str | None, text: str) -> ArticleId:
    """Return the id of a text under a name; a corrected text is a new article, same ``ref``."""
    return ArticleId(content_key("a", ref, url, text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The bytes that a text was extracted from, kept beside it.

    Attributes:
        digest: SHA-256 of ``body``, hexadecimal; `Article.original` names it.
        media_type: ``text/html``.
    """

    digest: str
    media_type: str
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedArticle:
    """An article as it was read, with the page that it came from, if any, and where it lay.

    Attributes:
        input: the file, with ``:LINE`` for a JSON line; ``-`` is standard input; for messages only.
    """

    article: Article
    original: Original | None
    input: str
