import re
from datetime import date

import pytest
from sqlalchemy import Connection, event
from tests.unit.ledger.ledger_samples import day, find, quarrel

from rejoinder.model.statement import Act, Quotation
from rejoinder.views.filters import StatementFilter
from rejoinder.views.statements import Party, find_statements

ALL = StatementFilter()
# Lists within the query itself, and what persons have ruled.
SMALL = re.compile(r"CONSTANT|\(|VIRTUAL TABLE|SCAN (listings|namings)")


def shown(connection: Connection, wanted: StatementFilter) -> list[str]:
    """Return article and first word of the content of each statement."""
    return [
        f"{view.article_ref} {view.content.split(' ', 1)[0]}"
        for view in find_statements(connection, wanted)
    ]


def test_statements_come_by_date_then_article_then_place_undated_last(
    connection: Connection,
) -> None:
    # The first two of each article were said on 4 March; the third counts by its article's date.
    assert shown(connection, ALL) == [
        "000 the",
        "000 Ostrava",
        "001 the",
        "001 Ostrava",
        "002 the",
        "002 Ostrava",
        "001 Venn,",
        "000 Venn,",
        "002 Venn,",
    ]


def test_a_view_carries_all_that_a_line_about_a_statement_needs(connection: Connection) -> None:
    record = quarrel("001")
    outer, inner, third = record.statements

    views = {view.id: view for view in find_statements(connection, StatementFilter(article="001"))}

    view = views[inner.id]
    assert view.article_id == record.article.id
    assert (view.article_ref, view.publisher) == ("001", "Várdan Herald")
    assert view.published == day("2024-03-05")
    assert view.said == day("2024-03-04", find(record.article.text, "Monday"))
    assert view.speaker == (Party(id=record.actors[1].id, name="Mara Venn", role=None),)
    assert view.about == (Party(id=record.actors[2].id, name="Ostrava", role=None),)
    assert view.addressee == ()
    assert view.relay == (Party(id=None, name="Spokesman", role=None),)
    assert (view.act, view.quotation) == (Act.ACCUSE, Quotation.INDIRECT)
    assert (view.source, view.cue, view.content) == ("Mara Venn", "", "Ostrava shelled the bridge")
    assert (view.parent, view.depth, view.score) == (outer.id, 1, inner.score)
    assert (views[outer.id].depth, views[outer.id].speaker[0].role) == (0, "Spokesman")
    assert views[third.id].content == "Venn,  … is lying about Ostrava"


FILTERS = {
    "speaker by id": (StatementFilter(speaker="per:mara-venn"), 3),
    "speaker by part of the name": (StatementFilter(speaker="venn"), 3),
    "speaker without case and accents": (StatementFilter(speaker="ILIR OST"), 6),
    "speaker by alias": (StatementFilter(speaker="Öst"), 6),
    "speaker by role": (StatementFilter(speaker="spokesman"), 4),
    "speaker by part of an id": (StatementFilter(speaker="per:mara"), 0),
    "speaker of an older extraction": (StatementFilter(speaker="nobody"), 0),
    "percent is no wildcard": (StatementFilter(speaker="%"), 0),
    "underscore is no wildcard": (StatementFilter(speaker="il_r"), 0),
    "blank speaker": (StatementFilter(speaker=" "), 0),
    "about": (StatementFilter(about="ostrava"), 3),
    "about a person": (StatementFilter(about="Venn"), 6),
    "speaker and about": (StatementFilter(speaker="Öst", about="Ostrava"), 0),
    "act": (StatementFilter(act=Act.DENY), 3),
    "publisher": (StatementFilter(publisher="vardan"), 3),
    "unknown publisher": (StatementFilter(publisher="Gazette"), 0),
    "since": (StatementFilter(since=date(2024, 3, 5)), 2),
    "since the day itself": (StatementFilter(since=date(2024, 3, 4)), 8),
    "until": (StatementFilter(until=date(2024, 3, 4)), 6),
    "since and until": (StatementFilter(since=date(2024, 3, 5), until=date(2024, 3, 8)), 1),
    "text": (StatementFilter(text="shelled -bridge"), 6),
    "phrase": (StatementFilter(text='"ostrava shelled the brid"*'), 6),
    "text without words": (StatementFilter(text="!?"), 0),
    "article by ref": (StatementFilter(article="002"), 3),
    "article by id": (StatementFilter(article=quarrel("001").article.id), 3),
    "limit": (StatementFilter(limit=4), 4),
    "limit after the publisher": (StatementFilter(publisher="Ostrava", limit=2), 2),
    "everything at once": (
        StatementFilter(
            speaker="öst",
            about="venn",
            act=Act.ACCUSE,
            publisher="herald",
            since=date(2024, 1, 1),
            until=date(2024, 12, 31),
            text="lying",
            article="001",
            limit=5,
        ),
        1,
    ),
}


@pytest.mark.parametrize(("wanted", "count"), FILTERS.values(), ids=FILTERS.keys())
def test_filters(connection: Connection, wanted: StatementFilter, count: int) -> None:
    assert len(find_statements(connection, wanted)) == count


def test_the_number_of_queries_does_not_grow_with_the_statements(connection: Connection) -> None:
    seen: list[str] = []
    event.listen(connection, "before_cursor_execute", lambda *args: seen.append(args[2]))

    find_statements(connection, StatementFilter(limit=1))
    few = len(seen)
    seen.clear()
    find_statements(connection, ALL)

    assert few == len(seen) <= 16


def test_one_article_is_looked_up_by_index(connection: Connection) -> None:
    seen: list[tuple[str, object]] = []
    event.listen(connection, "before_cursor_execute", lambda *args: seen.append((args[2], args[3])))
    find_statements(connection, StatementFilter(article=quarrel("001").article.id))

    for statement, parameters in list(seen):
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]
        scanned = [row[3] for row in plan if row[3].startswith("SCAN")]
        assert [line for line in scanned if not SMALL.search(line)] == []
