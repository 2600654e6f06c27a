import time

import pytest

from rejoinder.articles.pages import read_page
from rejoinder.errors import ArticleError
from rejoinder.model.failure import Reason

BODY = "".join(
    f"<p>The ministry of Sevan rejected claim number {n} of the general on Tuesday, in a statement."
    " It called the claim groundless and asked for proof.</p>"
    for n in range(4)
)


def page(
    head: str = "", before: str = "", after: str = "", title: str = "Ministry rejects"
) -> bytes:
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><title>{title}</title>{head}</head><body>'
        f"<article><h1>{title}</h1>{before}{BODY}</article>{after}</body></html>"
    ).encode()


def test_a_page_gives_its_article_and_what_it_says_of_itself() -> None:
    raw = page(
        '<meta property="og:site_name" content="Aras Daily">'
        '<link rel="canonical" href="https://aras.example/a">'
        '<meta property="article:published_time" content="2022-11-10T23:30:00-05:00">',
        after="<footer>Copyright 2019</footer>",
    )
    found = read_page(raw)
    assert found.text.startswith("Ministry rejects\nThe ministry of Sevan rejected claim number 0")
    assert "Copyright" not in found.text
    assert (found.title, found.publisher) == ("Ministry rejects", "Aras Daily")
    assert (found.url, found.language) == ("https://aras.example/a", "en")
    assert found.published is not None
    assert found.published.start.isoformat() == "2022-11-10"
    assert found.original.body == raw
    assert len(found.original.digest) == 64


def test_a_title_that_the_body_lacks_is_put_before_it() -> None:
    raw = page().replace(b"<h1>Ministry rejects</h1>", b"")
    assert read_page(raw).text.startswith("Ministry rejects\n\nThe ministry of Sevan")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", None),
        ('<meta name="date" content="2022-11-10">', "2022-11-10"),
        ('<meta itemprop="datePublished" content="2022-11-10">', "2022-11-10"),
        ('<meta property="article:modified_time" content="2022-11-10">', None),
        ('<meta name="date" content="03/04/2022">', None),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, '
            '{"@type": "NewsArticle", "datePublished": "2022-11-10T08:00:00Z"}]}</script>',
            "2022-11-10",
        ),
        (
            '<script type="application/ld+json">{"@type": ["Event"], '
            '"datePublished": "2022-11-10"}</script>',
            None,
        ),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<link rel="canonical" href="https://a.example/2022/11/10/x">', None),
    ],
)
def test_the_day_is_only_what_the_page_states(head: str, expected: str | None) -> None:
    found = read_page(page(head, after="<footer><p>© 2019 | 5 May 2018</p></footer>")).published
    assert (found and found.start.isoformat()) == expected


def test_one_time_element_in_the_article_is_its_day_and_two_are_not() -> None:
    one = '<p><time datetime="2022-11-10T08:00">10 Nov</time></p>'
    two = one + '<p><time datetime="2022-11-12T08:00">12 Nov</time></p>'
    single = read_page(page(before=one)).published
    assert single is not None
    assert single.start.isoformat() == "2022-11-10"
    assert read_page(page(before=two)).published is None


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"<html><body></body></html>", Reason.NO_ARTICLE),
        (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", Reason.NO_ARTICLE),
        (b"<", Reason.NO_ARTICLE),
        (b"\x00" * 500, Reason.BINARY),
    ],
)
def test_what_is_no_article_is_refused(raw: bytes, reason: Reason) -> None:
    with pytest.raises(ArticleError) as refusal:
        read_page(raw)
    assert refusal.value.reason is reason


HOSTILE = {
    "deep divisions": page(after="<div>" * 100_000 + "x"),
    "deep lists before the article": b"<html><body>" + b"<ul><li>" * 100_000 + page(),
    "deep quotes": page(before="<blockquote>" * 100_000),
    "scripts": page(after="<script>" + "var a = '<p>';" * 300_000 + "</script>"),
    "one huge attribute": page(before="<p class='" + "a " * 1_500_000 + "'>x</p>"),
    "entities": page(before="<p>" + "&lt;&#x41;&unknown;&#0;&#xD800;" * 50_000 + "</p>"),
    "entity bomb": b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + page(),
    "unclosed comments": page(after="<!--" * 200_000),
    "brackets": page(before="<" * 500_000),
    "deep JSON": page('<script type="application/ld+json">' + "[" * 200_000 + "</script>"),
    "links": page(after="<a href='/x'>link</a> " * 20_000),
    "NUL bytes": page().replace(b"claim", b"cl\x00aim"),
    "bytes of no encoding": page().replace(b"claim", b"cl\x81\x8d\xffaim"),
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_page_is_read_or_refused_in_time(raw: bytes) -> None:
    begun = time.monotonic()
    outcome = read_or_refuse(raw)
    assert time.monotonic() - begun < 20
    if isinstance(outcome, Reason):
        assert outcome in (Reason.NO_ARTICLE, Reason.ENCODING, Reason.BINARY)
    else:
        assert outcome.strip()
        assert "\x00" not in outcome


def read_or_refuse(raw: bytes) -> str | Reason:
    try:
        return read_page(raw).text
    except ArticleError as refusal:
        return refusal.reason
