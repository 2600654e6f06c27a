from pathlib import Path

import pytest
from sqlalchemy import Connection
from tests.unit.ledger.ledger_samples import NOW, fresh, put, quarrel

from rejoinder.errors import NotFound
from rejoinder.views.articles import find_article, show_article

RECORD = quarrel("001")
ID = RECORD.article.id


@pytest.mark.parametrize("name", ["001", ID, ID[:8], ID[2:9], ID.removeprefix("a-").upper()])
def test_an_article_goes_by_ref_id_or_beginning_of_its_id(
    connection: Connection, name: str
) -> None:
    assert show_article(connection, name).record == RECORD


def test_an_article_is_shown_with_its_statements_in_its_own_order(connection: Connection) -> None:
    view = show_article(connection, "001")

    assert [each.id for each in view.statements] == [each.id for each in RECORD.statements]
    assert (view.recorded_at, view.extractions) == (NOW.isoformat(), 2)


def test_near_names_are_offered(connection: Connection) -> None:
    with pytest.raises(NotFound, match=r"'0001'; near it: .*'001'"):
        find_article(connection, "0001")


def test_names_far_from_all_get_examples(connection: Connection) -> None:
    with pytest.raises(NotFound, match="there are 3, such as '000', '001', '002'"):
        find_article(connection, "zzz")


@pytest.mark.parametrize("name", ["", "a-", "a", "%", "a-zz", "' OR 1=1"])
def test_what_names_no_article_is_not_found(connection: Connection, name: str) -> None:
    with pytest.raises(NotFound, match="no article goes by"):
        find_article(connection, name)


def test_several_texts_under_one_name_are_listed(tmp_path: Path) -> None:
    one, two = quarrel("x"), quarrel("x", extra=" Corrected.", publisher=None)
    with fresh(tmp_path) as ledger:
        with ledger.reading() as empty, pytest.raises(NotFound, match="holds none yet"):
            find_article(empty, "x")
        put(ledger, one, two)
        with ledger.reading() as opened:
            with pytest.raises(NotFound, match="2 articles go by 'x'") as refused:
                find_article(opened, "x")
            assert find_article(opened, one.article.id) == one.article.id
    assert f"{one.article.id} (x, Várdan Herald, Quarrel at the bridge)" in str(refused.value)
    assert f"{two.article.id} (x, Quarrel at the bridge)" in str(refused.value)
