from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from tests.unit.ledger.ledger_samples import fresh, put, quarrel

from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.fts import match_expression, matching_statements

EXPRESSIONS = {
    "words": ("bridge shelled", '"bridge" "shelled"'),
    "phrase": ('"the bridge" fire', '"the bridge" "fire"'),
    "beginning": ("shell*", '"shell" *'),
    "beginning of a phrase": ('"the bri"*', '"the bri" *'),
    "operators are words": ("a OR NOT b", '"a" "OR" "NOT" "b"'),
    "column filters are words": ("content:bridge", '"content:bridge"'),
    "brackets": ("(bridge", '"(bridge"'),
    "NEAR": ("NEAR(a b, 2)", '"NEAR(a" "b," "2)"'),
    "open quotation mark": ('bridge "the', '"bridge" "the"'),
    "empty quotation marks": ('"" bridge', '"bridge"'),
    "only signs": ("!!! * - ^ +", None),
    "nothing": ("", None),
    "twice the same": ("a a", '"a"'),
    "NUL and half characters": ("a\0b\ud800", '"a" "b"'),
}


@pytest.mark.parametrize(("query", "expression"), EXPRESSIONS.values(), ids=EXPRESSIONS.keys())
def test_match_expression(query: str, expression: str | None) -> None:
    assert match_expression(query) == expression


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LedgerFile]:
    with fresh(tmp_path_factory.mktemp("fts")) as ledger:
        put(ledger, quarrel(extra=" Ärger in Čadir."))
        yield ledger


def hits(ledger: LedgerFile, query: str) -> int:
    expression = match_expression(query)
    if expression is None:
        return 0
    with ledger.reading() as connection:
        return len(connection.execute(matching_statements(expression)).all())


@pytest.mark.parametrize(
    ("query", "times"),
    [
        ("SHELLED", 2),
        ("bridge shelled", 2),
        ('"shelled the bridge"', 2),
        ('"bridge shelled"', 0),
        ("shell", 0),
        ("shell*", 2),
        ("lying ostrava", 1),
        ("ostráva", 3),
        ("Quarrel", 0),
    ],
)
def test_contents_are_found_by_word_phrase_and_beginning(
    searched: LedgerFile, query: str, times: int
) -> None:
    assert hits(searched, query) == times


def test_articles_are_found_by_title_and_text_without_accents(searched: LedgerFile) -> None:
    with searched.reading() as connection:
        query = text("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH :words")
        for words in ("arger cadir", "quarrel arger", '"title" : quarrel'):
            assert connection.execute(query, {"words": words}).scalar() == 1


SIGNS = st.text(st.sampled_from("ab\"'*^-+:(){}[]\\,.;!? \0\n\t\ud800éاष😀") | st.characters())


@given(query=SIGNS)
def test_no_query_is_a_syntax_error(searched: LedgerFile, query: str) -> None:
    hits(searched, query)


@pytest.mark.parametrize(
    "query",
    [
        " ".join(f"word{n}" for n in range(5000)),
        "a" * 100_000,
        '"' * 999,
        "(" * 5000 + "a",
        "a AND",
        "OR",
        "* a",
        "{title} : a",
        "'; DROP TABLE statements; --",
    ],
)
def test_long_and_hostile_queries_are_only_words(searched: LedgerFile, query: str) -> None:
    assert hits(searched, query) == 0
