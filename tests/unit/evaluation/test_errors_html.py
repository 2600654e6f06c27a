"""The error report: one inert page that says what it leaves out."""

from collections.abc import Sequence
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.evaluation.attribution_errors import (
    ArticleCases,
    Prediction,
    article_cases,
    count_causes,
)
from rejoinder.evaluation.attribution_scores import AttributionSpans
from rejoinder.evaluation.errors_html import errors_page
from rejoinder.evaluation.errors_marks import inert, marked_context
from rejoinder.evaluation.errors_text import errors_text
from rejoinder.evaluation.polnear import AttributionReport, score_attributions
from rejoinder.evaluation.reliability import reliability
from rejoinder.model.span import Span

VOID = {"meta", "br"}
HOSTILE = (
    'Ida <script>alert(1)</script> said "<img src=x onerror=alert(2)> & rents"\u202e would fall. '
    "\x1b[31mTom\x00 Fay\u2066 claimed --> </style></div> bold \ud800 plans."
)


class Page(HTMLParser):
    """Reads a page strictly and keeps what is in it."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, name: str) -> list[str]:
        return [value for _, attribute, value in self.attributes if attribute == name]


def spans_in(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, start + len(words)),) if words else ()


def spoken(text: str, source: str, cue: str, content: str) -> AttributionSpans:
    return AttributionSpans(
        source=spans_in(text, source), cue=spans_in(text, cue), content=spans_in(text, content)
    )


def report_on(articles: Sequence[ArticleCases]) -> AttributionReport:
    """Return a report with the cases' counts; its other figures are those of nothing."""
    empty = score_attributions([], [])
    return AttributionReport(
        articles=len(articles),
        missing=(),
        kinds=empty.kinds,
        intervals=(),
        errors=count_causes(articles),
        reliability=reliability(articles),
    )


def page_on(articles: Sequence[ArticleCases], *, limit: int = 100) -> str:
    return errors_page(report_on(articles), articles, title="<b>gold</b>.jsonl", limit=limit)


def hostile() -> ArticleCases:
    gold = [
        spoken(HOSTILE, "Ida", "said", "<img src=x onerror=alert(2)> & rents"),
        spoken(HOSTILE, "Fay", "claimed", "bold \ud800 plans"),
    ]
    predicted = [
        Prediction(spans=spoken(HOSTILE, "alert", "said", "rents"), score=0.25),
        Prediction(spans=spoken(HOSTILE, "", "", "\x1b[31mTom"), score=1.0),
    ]
    return article_cases("<i>id</i>\u202e", HOSTILE, gold, predicted, publisher='"><script>')


def test_the_page_parses_holds_no_script_and_loads_nothing() -> None:
    source = page_on([hostile()])
    page = Page(source)
    assert not {"script", "img", "link", "iframe", "object", "form", "i"} & set(page.tags)
    assert not [name for _, name, _ in page.attributes if name.startswith("on") or name == "src"]
    assert ("meta", "content", "default-src 'none'; style-src 'unsafe-inline'") in page.attributes
    assert page.tags.count("style") == 1
    assert "url(" not in source
    assert "@import" not in source


def test_links_stay_on_the_page_and_lead_somewhere() -> None:
    page = Page(page_on([hostile()]))
    ids = page.values("id")
    assert len(set(ids)) == len(ids)
    assert {link.removeprefix("#") for link in page.values("href")} <= set(ids)
    assert all(link.startswith("#") for link in page.values("href"))
    assert {"missed-source_and_boundary-direct", "false-no_attribution-indirect"} <= set(ids)


def test_hostile_text_is_shown_and_does_nothing() -> None:
    source = page_on([hostile()])
    assert not {"\u202e", "\u2066", "\x1b", "\x00", "\ud800"} & set(source)
    source.encode("utf-8")
    text = Page(source).text
    for shown in ("<script>alert(1)</script>", "U+202E", "U+001B", "U+D800", "<b>gold</b>.jsonl"):
        assert shown in text


def test_both_sides_are_marked_by_more_than_colour() -> None:
    source = page_on([hostile()])
    for side in ("gold", "found"):
        for role in ("content", "source", "cue"):
            assert f'<span class="{side} {role}">' in source
    text = Page(source).text
    assert "found contentrents" in text
    assert "gold sourceIda" in text


def test_a_pair_that_errs_on_both_sides_is_shown_once() -> None:
    page = Page(page_on([hostile()]))
    assert "1 more are shown as misses." in page.text
    assert "false-source_and_boundary-direct-1" not in page.values("id")


@pytest.mark.parametrize(("limit", "shown"), [(2, 2), (5, 5), (9, 5)])
def test_a_group_says_how_many_it_leaves_out(limit: int, shown: int) -> None:
    text = "Una Orr added a word."
    gold = [spoken(text, "Una Orr", "added", "a word")]
    source = page_on([article_cases(f"n{n}", text, gold, []) for n in range(5)], limit=limit)
    page = Page(source)
    assert page.tags.count("article") == shown
    assert (f"{shown} shown, {5 - shown} left out." in page.text) == (shown < 5)
    assert "cue missed, indirect: 5" in page.text
    assert "Cues: added 5" in page.text


def test_the_same_cases_give_the_same_page() -> None:
    assert page_on([hostile()]) == page_on([hostile()])


def test_without_cases_there_is_a_page_too() -> None:
    page = Page(page_on([]))
    assert "article" not in page.tags
    assert "Nothing was found" in page.text


def test_context_is_the_paragraphs_that_are_touched() -> None:
    text = "First line.\n\nIda Roe said it.\n\nBetween.\n\nAnd more of it.\n\nLast line."
    ida = spoken(text, "Ida Roe", "said", "it.")
    more = spoken(text, "", "", "more of it")
    page = Page(f"<div>{marked_context(text, ida, more)}</div>")
    assert "First" not in page.text
    assert "Last" not in page.text
    assert "Between" not in page.text
    assert "[…]" in page.text
    assert "gold sourceIda Roe" in page.text
    assert "found contentmore of it" in page.text


def test_an_endless_paragraph_is_shortened() -> None:
    text = "far " * 50_000 + "Una Orr added a word" + " off" * 50_000
    shown = marked_context(text, spoken(text, "Una Orr", "added", "a word"), None)
    assert len(shown) < 3_000
    assert "a word" in shown
    assert shown.count("[…]") == 2


def test_endless_content_is_shortened() -> None:
    text = "\n".join(f"line {n}" for n in range(1000))
    whole = AttributionSpans(source=(), cue=(), content=(Span(0, len(text)),))
    shown = marked_context(text, whole, None)
    assert shown.count("<p ") == 12
    assert "line 0<" in shown
    assert "line 999<" in shown


@given(st.text(st.characters()))
def test_any_text_becomes_html_that_reads_the_same(text: str) -> None:
    shown = inert(text)
    shown.encode("utf-8")
    told = "".join(c if c.isprintable() or c in "\t\n" else "" for c in text)
    page = Page(f"<p>{shown}</p>")
    assert set(page.tags) <= {"p", "span"}
    if told == text:
        assert page.text == text


def test_the_summary_says_the_same_in_text() -> None:
    told = errors_text(report_on([hostile()]))
    line = next(row for row in told.splitlines() if row.startswith("of gold"))
    assert "cue missed" in line
    assert "Scores miss the share that is right" in told
    assert "Nothing was found" in errors_text(report_on([]))
