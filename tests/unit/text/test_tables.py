import pytest

from rejoinder.text.tables import read_rows, tables_digest


def test_rows_come_by_column_without_the_line_of_origin() -> None:
    rows = read_rows("rejoinder.statements", "nouns.en.tsv")
    assert set(rows[0]) == {"lemma", "frames", "act"}
    assert not any(row["lemma"].startswith("#") for row in rows)


def test_the_digest_tells_tables_and_their_order_apart() -> None:
    one = tables_digest("rejoinder.statements", ["nouns.en.tsv"])
    two = tables_digest("rejoinder.statements", ["nouns.en.tsv", "cues.en.tsv"])
    turned = tables_digest("rejoinder.statements", ["cues.en.tsv", "nouns.en.tsv"])
    assert len({one, two, turned}) == 3


def test_a_table_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        read_rows("rejoinder.statements", "verbs.xx.tsv")
