"""The five articles that Rejoinder must serve first; they lie beside the checkout, not in it."""

from pathlib import Path

import pytest

from rejoinder.articles.options import ReadOptions
from rejoinder.articles.reading import read_inputs
from rejoinder.model.article import Article, LoadedArticle, ZoneKind

FOLDER = Path(__file__).parents[4] / "shared" / "corpora" / "caucasus"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the research data is not beside the checkout"),
]


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    found = read_inputs([str(FOLDER)], ReadOptions())
    return {x.article.ref: x.article for x in found if isinstance(x, LoadedArticle)}


def words(article: Article, kind: ZoneKind) -> list[str]:
    return [z.span.text_of(article.text) for z in article.zones if z.kind is kind]


@pytest.mark.parametrize(
    ("ref", "day", "headings", "decks"),
    [
        ("000", "2022-11-10", 0, 0),
        ("001", "2023-03-31", 4, 0),
        ("002", None, 2, 1),
        ("003", "2023-05-21", 0, 0),
        ("004", None, 1, 0),
    ],
)
def test_each_article_has_its_day_and_shape(
    articles: dict[str, Article], ref: str, day: str | None, headings: int, decks: int
) -> None:
    article = articles[ref]
    assert (article.published and article.published.start.isoformat()) == day
    assert len(words(article, ZoneKind.TITLE)) == 1
    assert len(words(article, ZoneKind.HEADING)) == headings
    assert len(words(article, ZoneKind.DECK)) == decks
    assert article.text == (FOLDER / f"{ref}.txt").read_bytes().decode()


def test_a_date_before_the_title_is_not_in_it(articles: dict[str, Article]) -> None:
    (title,) = words(articles["001"], ZoneKind.TITLE)
    assert not any(c.isdigit() for c in title)


def test_furniture_is_told_from_the_article(articles: dict[str, Article]) -> None:
    assert len(words(articles["002"], ZoneKind.FURNITURE)) == 1
    assert words(articles["004"], ZoneKind.FURNITURE) == ["Date archive"]
    body = words(articles["003"], ZoneKind.BODY)
    assert len(body) == 14
    text = articles["003"].text
    form = text.index("Submit a Comment")
    assert all(text.index(paragraph) < form for paragraph in body)
