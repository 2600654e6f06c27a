"""Copies and origins as people look at them, over a ledger of invented quarrels."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from sqlalchemy import Connection
from tests.unit.ledger.ledger_samples import NOW, day, fresh, makers, quarrel

from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.write import append
from rejoinder.model.copies import Copies
from rejoinder.model.ids import ArticleId, StatementId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.pipeline.reconcile import Reconciliation
from rejoinder.views.articles import show_article
from rejoinder.views.copies import CopyView, copy_views, find_copies
from rejoinder.views.filters import StatementFilter
from rejoinder.views.origins import find_carried, find_origins, find_statement_origins
from rejoinder.views.statements import find_statements

MORE = (
    " The bridge at Tarn has been shut for nine days, and lorries stand on both banks of the river."
    " Nobody in either capital would say on Tuesday when it may open again."
)
OTHER = (
    " In Vest the harbour froze over, so that grain from the last harvest has to wait until spring."
    " Traders there expect that prices will rise by a third before the ice is gone in April."
    " Two ships lie fast off the mole with timber for the south, and their crews walk to inns."
)


def told(
    ref: str, publisher: str | None, published: str | None, extra: str, title: str = "Quarrel"
) -> ArticleRecord:
    """Return a quarrel that an outlet tells with more words, under a title of its own."""
    record = quarrel(ref, publisher=publisher, published=published, extra=extra)
    article = replace(
        record.article, title=title, published=None if published is None else day(published)
    )
    return replace(record, article=article)


WIRE = told("wire", "Reuters", "2024-03-05", MORE)
REPRINT = told("reprint", "Vest Daily", "2024-03-05", f"{MORE}\n\nSource: Reuters")
LATER = told("later", "Tarn Post", "2024-03-04", f"{MORE} The night was calm.")
OWN = told("own", "Lane News", "2024-03-06", OTHER)
UNKNOWN = told("unknown", None, None, " " + " ".join(f"Snow fell on hill {n}." for n in range(60)))
EVERY = (WIRE, REPRINT, LATER, OWN, UNKNOWN)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """Return a connection to a ledger of five articles, three of them of one text."""
    with fresh(tmp_path_factory.mktemp("copied")) as ledger:
        reconciliation = Reconciliation(EVERY)
        append(ledger, records=EVERY, makers=makers(), now=NOW, actors=reconciliation.judge)
        with ledger.reading() as opened:
            yield opened


def ids(*records: ArticleRecord) -> set[ArticleId]:
    return {each.article.id for each in records}


def statement_ids(records: Sequence[ArticleRecord], place: int = 0) -> set[StatementId]:
    return {each.statements[place].id for each in records}


def test_a_group_has_its_origin_and_its_members_the_earliest_first(copied: Connection) -> None:
    (group,) = find_copies(copied)

    assert group.origin == "Reuters"
    assert [member.ref for member in group.members] == ["later", "wire", "reprint"]
    assert group.members[0].overlap == 1.0
    assert all(0.8 < member.overlap <= 1 for member in group.members[1:])
    assert [[each.words for each in member.credits] for member in group.members] == [
        [], [], ["Reuters"],
    ]  # fmt: skip
    assert {member.title for member in group.members} == {"Quarrel"}


def test_an_article_says_what_it_is_a_copy_of(copied: Connection) -> None:
    views = copy_views(copied, ids(*EVERY))
    group = find_copies(copied)[0].id

    assert views == {
        LATER.article.id: CopyView(group=group, origin="Reuters", copy_of=None, articles=3),
        WIRE.article.id: CopyView(group=group, origin="Reuters", copy_of="later", articles=3),
        REPRINT.article.id: CopyView(group=group, origin="Reuters", copy_of="later", articles=3),
    }
    assert show_article(copied, "wire").copies == views[WIRE.article.id]
    assert show_article(copied, "own").copies is None
    found = find_statements(copied, StatementFilter(publisher="Vest"))
    assert {each.copies for each in found} == {views[REPRINT.article.id]}


def test_records_carry_their_copies_in_the_ledger_s_ids_alone(copied: Connection) -> None:
    group = find_copies(copied)[0].id
    reader = LedgerReader(connection=copied, canonical=True)

    assert reader.record(WIRE.article.id).copies == Copies(group=group, origin="Reuters")
    assert reader.record(OWN.article.id).copies is None
    assert LedgerReader(connection=copied).record(WIRE.article.id).copies is None


def test_origins_are_counted_and_not_outlets(copied: Connection) -> None:
    origins = find_origins(copied, ids(*EVERY))

    assert [each.name for each in origins[1:]] == ["lane news", "reuters"]
    assert origins[0].articles == (UNKNOWN.article.id,)
    assert origins[2].articles == (LATER.article.id, WIRE.article.id, REPRINT.article.id)
    assert [each.name for each in find_origins(copied, ids(LATER))] == ["reuters"]
    assert find_origins(copied, set()) == ()


def test_statements_have_the_origins_of_their_articles_and_fewer_wordings(
    copied: Connection,
) -> None:
    copies = find_statement_origins(copied, statement_ids([WIRE, REPRINT, LATER]))
    apart = find_statement_origins(copied, statement_ids([WIRE, OWN]))
    one = find_statement_origins(copied, {each.id for each in WIRE.statements})

    assert (len(copies.origins), copies.wordings) == (1, 1)
    assert len(apart.origins) == 2
    assert one.wordings <= len(WIRE.statements)
    assert find_statement_origins(copied, {StatementId("s-none")}).wordings == 0


def test_words_are_carried_between_articles_that_are_no_copies(copied: Connection) -> None:
    carried = find_carried(copied)

    assert carried
    for each in carried:
        assert {"own", "unknown"} & {passage.ref for passage in each.passages}
        assert len({passage.ref for passage in each.passages}) > 1
        assert all(isinstance(passage.span, Span) for passage in each.passages)
