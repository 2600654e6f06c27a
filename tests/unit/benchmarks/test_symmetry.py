"""Parties are exchanged cleanly, what changes is noticed, and the pair coder does not mind."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from benchmarks.exchanged import EXCHANGES, Exchange, compare_article
from benchmarks.made_up import read_articles
from benchmarks.symmetry import (
    FRAMES,
    PERSONS,
    STATES,
    compare,
    compare_samples,
    frame_line,
    pair_types,
)
from hypothesis import given
from hypothesis import strategies as st
from tests.articles import article, on_day, whole
from tests.records import link, statement

from rejoinder.events.pairs.coder import PairCoder
from rejoinder.events.pairs.masking import masked
from rejoinder.model.article import Article
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

SHORT = EXCHANGES[0]
TEXT = "IRAN's envoy said that Azerbaijani posts had fired. Baku called it a lie; Iranians laughed."


def told(text: str) -> Article:
    return article(text, "a", title="Baku answers", zones=whole(text))


def found(text: str, names: dict[str, ActorId], act: Act = Act.ACCUSE) -> ArticleRecord:
    """Return a record with a statement of either sentence, each speaker by his first word."""
    own = told(text)
    at = text.index(". ") + 2
    spans = [Span(0, at - 1), Span(at, len(text))]
    first, second = (
        statement(
            own.id,
            (span,),
            act,
            speaker=[a for n, a in names.items() if span.text_of(text).startswith(n)],
        )
        for span in spans
    )
    answer = link(second.id, first.id, Relation.DENIES, explicit=True)
    return ArticleRecord(article=own, statements=(first, second), links=(answer,))


CAPITALS = ("Baku", "Tehran", "Yerevan")
EVEN = {
    "IRAN": ActorId("state:IRN"),
    "AZERBAIJAN": ActorId("state:AZE"),
    "Baku": ActorId("gov:AZE"),
    "Tehran": ActorId("gov:IRN"),
}


def test_names_are_exchanged_with_case_and_grammar() -> None:
    assert SHORT.text(TEXT) == (
        "AZERBAIJAN's envoy said that Iranian posts had fired. Tehran called it a lie; "
        "Azerbaijanis laughed."
    )
    assert SHORT.text("Iranology in Bakuriani") == "Iranology in Bakuriani"
    assert SHORT.actor("gov:AZE-foreign") == "gov:IRN-foreign"
    assert EXCHANGES[3].actor("per:kiyumars-heydari") == "per:elkhan-shahinoglu"


@pytest.mark.parametrize("exchange", EXCHANGES, ids=lambda one: one.name)
def test_an_exchange_goes_both_ways_and_keeps_how_words_begin(exchange: Exchange) -> None:
    for name, other in exchange.names.items():
        assert exchange.names[other] == name
        if "AZE" in exchange.codes and name not in CAPITALS:
            assert name[0] in "AEIOU"


@given(st.lists(st.sampled_from([*SHORT.names, "the", "said", "IRAN", "’s", "\n"]), max_size=12))
def test_exchanging_twice_gives_the_text_and_its_places_back(words: list[str]) -> None:
    text = " ".join(words)
    other = SHORT.text(text)
    assert SHORT.text(other) == text
    there, back = SHORT.places(text), SHORT.places(other)
    at = 0
    for word in words:
        span = Span(at, at + len(word))
        moved = Span(there(span.start), there(span.end))
        assert moved.text_of(other) == SHORT.text(word)
        assert (back(moved.start), back(moved.end)) == (span.start, span.end)
        at += len(word) + 1


def test_an_article_is_exchanged_with_its_title_and_its_places() -> None:
    dated = on_day(date(2022, 4, 4), Span(TEXT.index("Baku"), len(TEXT)))
    own = replace(told(TEXT), published=dated)
    other = SHORT.article(own)
    assert (other.title, other.text) == ("Tehran answers", SHORT.text(TEXT))
    assert other.id != own.id
    assert other.zones[0].span == Span(0, len(other.text))
    assert other.published is not None
    assert other.published.span == Span(other.text.index("Tehran"), len(other.text))


def test_an_even_hand_is_seen_to_be_even() -> None:
    alike = compare_article(told(TEXT), SHORT, lambda one: found(one.text, EVEN))
    assert alike.counts == {"statements": (4, 4), "acts": (4, 4), "events": (0, 0), "links": (2, 2)}
    assert alike.apart == ()


@pytest.mark.parametrize(
    ("uneven", "statements", "acts"),
    [
        (lambda one: found(one.text, EVEN | {"Tehran": ActorId("gov:RUS")}), 2, 4),
        (lambda one: found(one.text, EVEN, Act.DENY if "IRAN" in one.text else Act.ACCUSE), 0, 0),
    ],
    ids=["speaker", "act"],
)
def test_what_depends_on_the_party_is_noticed(
    uneven: Callable[[Article], ArticleRecord], statements: int, acts: int
) -> None:
    alike = compare_article(told(TEXT), SHORT, uneven)
    assert alike.counts["statements"] == (statements, 4)
    assert alike.counts["acts"] == (acts, 4)
    assert len(alike.apart) == 4 - statements
    assert "a, statements, exchanged: said" in "\n".join(alike.apart)


def test_only_articles_that_name_a_party_are_compared() -> None:
    articles = [told(TEXT), article("Rain fell. It was cold.")]
    ((name, alike),) = compare_samples(articles, [SHORT], lambda one: found(one.text, EVEN))
    assert (name, alike.counts["statements"]) == ("Azerbaijan – Iran", (4, 4))


def test_every_exchange_finds_its_names_in_the_samples() -> None:
    texts = "\n".join(one.text for one in read_articles([]))
    for exchange in EXCHANGES:
        assert exchange.text(texts) != texts, exchange.name


# -- the pair coder ------------------------------------------------------------------------------


@pytest.mark.parametrize("parties", [STATES, PERSONS], ids=["states", "persons"])
@pytest.mark.parametrize("frame", FRAMES)
def test_the_pair_coder_reads_the_same_whoever_the_parties_are(
    frame: str, parties: tuple[str, ...]
) -> None:
    ways = {masked(frame_line(frame, left, right)) for left, right in permutations(parties, 2)}
    assert len(ways) == 1
    assert not [name for part in ways.pop() for name in parties if name in part.words]


def test_the_pair_coder_gives_exchanged_parties_the_same_type() -> None:
    coder = PairCoder()
    for parties in (STATES[:2], PERSONS[:2]):
        outcome = compare(parties, pair_types(coder))
        assert (outcome.compared, outcome.alike, outcome.apart) == (2 * len(FRAMES),) * 2 + ((),)


def test_a_type_that_depends_on_the_party_is_noticed() -> None:
    outcome = compare(STATES[:2], lambda frame, left, _: left if frame == FRAMES[0] else "")
    assert (outcome.compared, outcome.alike) == (84, 82)
    assert {frame for frame, _, _ in outcome.apart} == {FRAMES[0]}
