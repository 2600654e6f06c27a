"""Ids come from content alone, tell contents apart, and never change from release to release."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model.article import article_id
from rejoinder.model.event import EventType, event_id
from rejoinder.model.failure import Reason, failure_id
from rejoinder.model.ids import ArticleId, StatementId, content_key
from rejoinder.model.link import Relation, link_id
from rejoinder.model.provenance import Makers, Provenance, makers_id, provenance_id
from rejoinder.model.span import Span
from rejoinder.model.statement import statement_id

SNAPSHOT = {
    "key": "k-83c9f62a015c951c",
    "article": "a-ed3e73f567f5402f",
    "no address": "a-c55ffec544ebf5f4",
    "statement": "s-c937fe1844fe592b",
    "event": "e-537e60607b602d0d",
    "link": "l-4dce9be0e41ab797",
    "failure": "f-0b924dacc1cb76ec",
    "provenance": "p-9ffe92d37140d570",
}
PARTS = st.lists(st.one_of(st.text(max_size=12), st.integers(), st.none()), max_size=5)


def typed(parts: list[str | int | None]) -> list[tuple[type, str | int | None]]:
    return [(type(part), part) for part in parts]


@given(PARTS, PARTS)
def test_keys_are_equal_only_for_equal_parts(
    left: list[str | int | None], right: list[str | int | None]
) -> None:
    same = typed(left) == typed(right)
    assert (content_key("x", *left) == content_key("x", *right)) == same


@given(st.text(min_size=1, max_size=12), st.data())
def test_where_a_text_is_cut_counts(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    assert content_key("x", text) != content_key("x", text[:cut], text[cut:])


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a", "b"), ("b", "a")),
        (("ab", None, "c"), ("ab", "c")),
        (("ab", "", "c"), ("ab", None, "c")),
        ((1,), ("1",)),
        ((), (None,)),
        (("str:1:a",), ("a",)),
    ],
)
def test_look_alikes_differ(
    left: tuple[str | int | None, ...], right: tuple[str | int | None, ...]
) -> None:
    assert content_key("x", *left) != content_key("x", *right)


@given(PARTS)
def test_a_key_is_its_prefix_and_sixteen_digits(parts: list[str | int | None]) -> None:
    assert re.fullmatch(r"st-[0-9a-f]{16}", content_key("st", *parts))


def test_a_lone_surrogate_has_a_key() -> None:
    assert content_key("x", "\ud800") != content_key("x", "\ud801")


def test_ids_of_today_are_the_ids_of_tomorrow() -> None:
    article = article_id("wire-1", "https://example.org/a", "Text.")
    made_by = Provenance(stage="attribution.rules.v1", version="0.1.0")
    ids = {
        "key": content_key("k", "a", 1, None),
        "article": article,
        "no address": article_id("wire-1", None, "Text."),
        "statement": statement_id(article, (Span(0, 4), Span(7, 9))),
        "event": event_id(article, EventType.ACCUSE, Span(0, 4)),
        "link": link_id(StatementId("s-1"), StatementId("s-2"), Relation.DENIES),
        "failure": failure_id("a.txt", Reason.EMPTY, "nothing in it"),
        "provenance": provenance_id(made_by),
    }
    assert ids == SNAPSHOT


def test_a_statement_is_known_by_its_content_alone() -> None:
    a, b = ArticleId("a-1"), ArticleId("a-2")
    one = statement_id(a, (Span(0, 4), Span(7, 9)))
    assert one == statement_id(a, (Span(0, 4), Span(7, 9)))
    assert one != statement_id(b, (Span(0, 4), Span(7, 9)))
    assert one != statement_id(a, (Span(0, 4),))
    assert one != statement_id(a, (Span(0, 4), Span(7, 10)))


def test_a_pipeline_is_known_by_every_stage() -> None:
    def makers(model: str | None) -> Makers:
        plain = Provenance(stage="x.v1", version="1")
        tagged = Provenance(stage="x.v1", version="1", model=model)
        return Makers(
            articles=plain, statements=plain, acts=plain, actors=plain, events=plain, links=tagged
        )

    assert makers_id(makers(None)) == makers_id(makers(None))
    assert makers_id(makers(None)) != makers_id(makers("m"))
