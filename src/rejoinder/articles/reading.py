"""Inputs to articles: one stream of articles and failures, in the order of the inputs."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from rejoinder.articles.decode import decode_text
from rejoinder.articles.fields import ArticleFields, read_fields
from rejoinder.articles.lines import BadLine, JsonLine, json_items, json_lines, read_line
from rejoinder.articles.options import ReadOptions
from rejoinder.articles.pages import MAX_PAGE_BYTES, read_page
from rejoinder.articles.paths import (
    STDIN,
    NotFoundInput,
    find_files,
    name_of,
    open_regular,
    read_limited,
    too_large,
    unreadable,
)
from rejoinder.articles.zones import dateline_day, mark_zones, title_in
from rejoinder.errors import ArticleError
from rejoinder.model.article import Article, LoadedArticle, Original, article_id
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.failure import Failure, Reason, failure_id

__all__ = ["read_inputs"]

_STDIN_REF = "stdin"
_MARK = b"\xef\xbb\xbf"


def read_inputs(
    inputs: Sequence[str], options: ReadOptions, *, stdin: BinaryIO | None = None
) -> Iterator[LoadedArticle | Failure]:
    """Yield every article that the inputs hold, or the failure that says why it cannot be used.

    Inputs are files, folders, globs, or ``-`` for ``stdin``. Nothing is read before it is asked
    for, one article at a time; each file comes once; no article that cannot be used stops the rest.
    """
    for found in find_files(inputs):
        name = name_of(found.path)
        if isinstance(found, NotFoundInput):
            yield _failure(name, found.error)
            continue
        try:
            if found.path == STDIN:
                yield from _read_stdin(stdin, options)
            else:
                yield from _read_file(found.path, name, options)
        except ArticleError as error:
            yield _failure(name, error)
        except OSError as error:
            yield _failure(name, unreadable(error))


def _read_file(path: str, name: str, options: ReadOptions) -> Iterator[LoadedArticle | Failure]:
    ending, ref = Path(path).suffix.lower(), Path(name).stem
    if ending == ".txt":
        text = decode_text(read_limited(path, options.max_bytes))
        yield _article(ArticleFields(ref=ref, text=text), options, name)
    elif ending in (".html", ".htm"):
        yield _read_html(
            read_limited(path, min(options.max_bytes, MAX_PAGE_BYTES)), ref, name, options
        )
    elif ending == ".json":
        items = json_items(read_limited(path, options.max_bytes))
        yield from _read_items(items, name, options)
    else:
        with open_regular(path) as file:
            yield from _read_items(json_lines(file, options.max_bytes), name, options)


def _read_stdin(stdin: BinaryIO | None, options: ReadOptions) -> Iterator[LoadedArticle | Failure]:
    """Read JSON lines where the first character that is not blank is ``{``, else one plain text."""
    if stdin is None:
        raise ArticleError(
            Reason.UNREADABLE, "There is no standard input here. Name files or folders instead."
        )
    limit, head, number = options.max_bytes, b"", 1
    line = read_line(stdin, limit)
    while line and not line.removeprefix(_MARK).strip() and len(head) <= limit:
        head, number = head + line, number + 1
        line = read_line(stdin, limit)
    if line.removeprefix(_MARK).lstrip().startswith(b"{"):
        lines = json_lines(stdin, limit, head=line, number=number)
        yield from _read_items(lines, STDIN, options)
        return
    raw = head + line
    raw += stdin.read(max(limit + 1 - len(raw), 0))
    if len(raw) > limit:
        raise too_large(len(raw), limit)
    yield _article(ArticleFields(ref=_STDIN_REF, text=decode_text(raw)), options, STDIN)


def _read_items(
    items: Iterator[JsonLine | BadLine] | Iterator[JsonLine], name: str, options: ReadOptions
) -> Iterator[LoadedArticle | Failure]:
    empty = True
    for item in items:
        empty = False
        where = f"{name}:{item.number}"
        if isinstance(item, BadLine):
            yield _failure(where, item.error)
            continue
        try:
            yield _article(read_fields(item.value), options, where)
        except ArticleError as error:
            yield _failure(where, error)
    if empty:
        raise ArticleError(Reason.EMPTY, "There is no article in it. Remove it from the inputs.")


def _read_html(raw: bytes, ref: str, name: str, options: ReadOptions) -> LoadedArticle:
    page = read_page(raw)
    fields = ArticleFields(
        ref=ref,
        text=page.text,
        title=page.title,
        publisher=page.publisher,
        published=page.published,
        url=page.url,
        language=page.language,
    )
    return _article(fields, options, name, page.original)


def _article(
    fields: ArticleFields, options: ReadOptions, name: str, original: Original | None = None
) -> LoadedArticle:
    """Make the article: what the input says, then what its text says, then what the user says."""
    zones = mark_zones(fields.text, fields.title)
    article = Article(
        id=article_id(fields.ref, fields.url, fields.text),
        ref=fields.ref,
        url=fields.url,
        publisher=fields.publisher or options.publisher,
        title=fields.title or title_in(fields.text, zones),
        language=fields.language or options.language,
        published=fields.published or dateline_day(fields.text, zones) or _given_day(options),
        retrieved=fields.retrieved,
        text=fields.text,
        zones=zones,
        original=original.digest if original is not None else None,
    )
    return LoadedArticle(article=article, original=original, input=name)


def _given_day(options: ReadOptions) -> DateInterval | None:
    day = options.published
    return None if day is None else DateInterval(start=day, end=day, precision=Precision.DAY)


def _failure(name: str, error: ArticleError) -> Failure:
    return Failure(
        id=failure_id(name, error.reason, error.detail),
        input=name,
        reason=error.reason,
        detail=error.detail,
    )
