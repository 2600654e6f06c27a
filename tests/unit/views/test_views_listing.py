"""Lists by the page hold the same as the whole list, in its order."""

from datetime import date

import pytest
from sqlalchemy import Connection
from tests.unit.views.paged import seen_by_page

from rejoinder.errors import NotFound
from rejoinder.model.statement import Act
from rejoinder.views.answers import Direction, find_links
from rejoinder.views.articles import find_article
from rejoinder.views.filters import StatementFilter
from rejoinder.views.listing import ArticleFilter, find_article_page, find_statement_page
from rejoinder.views.overview import find_overview
from rejoinder.views.statements import find_statements


@pytest.mark.parametrize(
    "wanted",
    [
        StatementFilter(),
        StatementFilter(act=Act.ACCUSE),
        StatementFilter(publisher="herald"),
        StatementFilter(since=date(2024, 3, 5)),
        StatementFilter(text="nowhere"),
    ],
)
@pytest.mark.parametrize("limit", [1, 2, 100])
def test_pages_make_up_the_list(
    connection: Connection, wanted: StatementFilter, limit: int
) -> None:
    whole = [view.id for view in find_statements(connection, wanted)]
    assert seen_by_page(connection, wanted, limit=limit, total=len(whole)) == whole


@pytest.mark.parametrize(
    ("wanted", "refs"),
    [
        (ArticleFilter(), ["000", "001", "002"]),
        (ArticleFilter(publisher="ostrava"), ["000"]),
        (ArticleFilter(title="BRIDGE"), ["000", "001", "002"]),
        (ArticleFilter(title="001"), ["001"]),
        (ArticleFilter(since=date(2024, 3, 6)), ["000"]),
        (ArticleFilter(until=date(2024, 3, 6)), ["001"]),
        (ArticleFilter(title="nowhere"), []),
    ],
)
def test_articles_come_latest_first_and_undated_last(
    connection: Connection, wanted: ArticleFilter, refs: list[str]
) -> None:
    seen: list[str] = []
    after = None
    while True:
        page = find_article_page(connection, wanted, after=after, limit=1)
        assert page.total == len(refs)
        seen += [each.ref for each in page.articles]
        after = page.following
        if after is None:
            break
    assert seen == refs


def test_a_cursor_that_leads_nowhere_is_told(connection: Connection) -> None:
    with pytest.raises(NotFound, match="s-none"):
        find_statement_page(connection, StatementFilter(), after="s-none", limit=1)
    with pytest.raises(NotFound, match="a-none"):
        find_article_page(connection, ArticleFilter(), after="a-none", limit=1)


def test_the_overview_counts_the_latest_extractions(connection: Connection) -> None:
    found = find_overview(connection)
    assert (found.articles, found.statements, found.failures) == (3, 9, 0)
    assert dict(found.acts) == {Act.ACCUSE: 6, Act.DENY: 3}
    assert found.publishers[-1].publisher is None
    assert sum(count for day in found.days for _, count in day.acts) + found.undated == 9
    assert found.days[0].day == date(2024, 3, 4)


def test_a_link_is_seen_from_both_of_its_ends(connection: Connection) -> None:
    found = find_links(connection, find_article(connection, "001"))
    assert {link.direction for link in found} == {Direction.ANSWERS, Direction.ANSWERED_BY}
    one, other = found
    assert one.other.id == other.statement_id
    assert one.evidence == other.evidence == "denied"
    assert one.explicit
