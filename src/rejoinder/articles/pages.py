"""HTML to text and to what the page says about itself.

The text is trafilatura's. The date is read here, from what the page states for machines
(JSON-LD, meta elements, a marked ``time``), because trafilatura's own search also takes dates from
footers, addresses and copyright lines, and a date that is guessed is worse than none. An address
such as ``/2022/11/10/`` is not taken either: outlets date it by print edition.
"""

import hashlib
import json
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rejoinder.articles.decode import check_characters, decode_page
from rejoinder.articles.fields import read_day, two_letters
from rejoinder.articles.paragraphs import paragraphs
from rejoinder.errors import ArticleError
from rejoinder.model.article import Original
from rejoinder.model.date import DateInterval
from rejoinder.model.failure import Reason

__all__ = ["MAX_PAGE_BYTES", "Page", "read_page"]

# Links by the hundred thousand cost the extractor minutes; the largest real pages have 5 MB.
MAX_PAGE_BYTES = 10 * 1024 * 1024

_META_DATES = (
    "article:published_time", "og:published_time", "datepublished", "date.published",
    "publishdate", "publish_date", "publish-date", "published_time", "pubdate", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "date",
)  # fmt: skip
_ARTICLE_TYPES = frozenset(
    {"article", "newsarticle", "reportagenewsarticle", "blogposting", "analysisnewsarticle",
     "opinionnewsarticle", "backgroundnewsarticle", "webpage", "liveblogposting"}
)  # fmt: skip
_ENOUGH = 120
_SILENT = logging.NullHandler()
_NO_ARTICLE = (
    "No article was found on this page. Save the page of one article, not a list of links."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a web page holds: ``text`` is the document of record, ``original`` the page itself."""

    text: str
    title: str | None
    publisher: str | None
    url: str | None
    language: str | None
    published: DateInterval | None
    original: Original


def read_page(raw: bytes) -> Page:
    """Return the article of an HTML page.

    Raises:
        ArticleError: the bytes are no text (BINARY, ENCODING), nothing but blanks (EMPTY), or no
            article was found (NO_ARTICLE).
    """
    markup = decode_page(raw)
    if not markup or markup.isspace():
        raise ArticleError(Reason.EMPTY, "The page is empty. Fetch it again.")
    try:
        tree, document = _extract(markup)
    except Exception as error:  # a hostile page may break a parser in any way
        raise ArticleError(
            Reason.NO_ARTICLE, f"{_NO_ARTICLE} (The extractor said: {type(error).__name__}.)"
        ) from error
    body = (document.text or "").strip() if document is not None else ""
    if not _is_prose(body):
        raise ArticleError(Reason.NO_ARTICLE, _NO_ARTICLE)
    title = _plain(document.title)
    text = body if title is None or _begins_with(body, title) else f"{title}\n\n{body}"
    check_characters(text)
    return Page(
        text=text,
        title=title,
        publisher=_plain(document.sitename),
        url=_plain(document.url),
        language=two_letters(_language(tree)),
        published=_published(tree),
        original=Original(digest=hashlib.sha256(raw).hexdigest(), media_type="text/html", body=raw),
    )


def _extract(markup: str) -> tuple[Any, Any]:
    # Heavy, and needed for pages only.
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(_SILENT)  # our failure says what they would
    tree = trafilatura.load_html(markup)
    if tree is None:
        return None, None
    document = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        # Its guess of the day is not used, so it gets no time to make one.
        date_extraction_params={"extensive_search": False, "max_date": "1995-01-01"},
    )
    return tree, document


def _is_prose(body: str) -> bool:
    """Say whether there is a sentence in it, or enough words: a menu's last link is no article."""
    return len(body) >= _ENOUGH or any(p.ends_sentence for p in paragraphs(body))


def _begins_with(body: str, title: str) -> bool:
    return body.split("\n", 1)[0].strip() == title


def _plain(words: str | None) -> str | None:
    """Return one line of words, or None for none."""
    joined = " ".join((words or "").split())
    return joined or None


def _language(tree: Any) -> str | None:  # noqa: ANN401 - lxml publishes no types
    return next(iter(tree.xpath("/html/@lang | /html/@*[name()='xml:lang']")), None)


def _published(tree: Any) -> DateInterval | None:  # noqa: ANN401
    """Return the day of publication that the page states, or None."""
    for words in _stated_dates(tree):
        if day := read_day(words):
            return day
    return None


def _stated_dates(tree: Any) -> Iterator[str]:  # noqa: ANN401
    for script in tree.xpath('//script[@type="application/ld+json"]/text()'):
        yield from _linked_dates(str(script))
    stated: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        for key in ("property", "name", "itemprop"):
            stated.setdefault(meta.get(key, "").strip().lower(), meta.get("content"))
    yield from (stated[name] for name in _META_DATES if name in stated)
    marked = '//*[@itemprop="datePublished"] | //time[@pubdate]'
    for element in tree.xpath(marked):
        yield element.get("datetime") or element.get("content") or element.text_content()
    times = tree.xpath("//article//time[@datetime][not(ancestor::aside)]")
    if len(times) == 1:  # more than one: updates, or other articles
        yield times[0].get("datetime")


def _linked_dates(script: str) -> Iterator[str]:
    try:
        value = json.loads(script)
    except (ValueError, RecursionError):
        return
    for item in _objects(value):
        kinds = item.get("@type")
        named = kinds if isinstance(kinds, list) else [kinds]
        words = item.get("datePublished")
        if isinstance(words, str) and any(str(k).lower() in _ARTICLE_TYPES for k in named):
            yield words


def _objects(value: object) -> Iterable[dict[str, object]]:
    """Return the objects at the top of JSON-LD: one, a list, or a ``@graph``."""
    listed = value if isinstance(value, list) else [value]
    for item in listed:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (
                (node for node in graph if isinstance(node, dict))
                if isinstance(graph, list)
                else ()
            )
