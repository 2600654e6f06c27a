"""What times the pages asks for each of them and finds it there."""

from pathlib import Path

from benchmarks.pages import main, measure
from tests.unit.web.web_ledgers import write_quarrels


def test_every_page_is_timed(tmp_path: Path) -> None:
    found = measure(write_quarrels(tmp_path), times=1)
    assert [each.path for each in found][:4] == ["/", "/?whole=1", "/exchanges", "/claims"]
    assert len(found) == 9
    assert all(each.size > 2000 and each.first > 0 and each.median > 0 for each in found)


def test_the_table_is_for_the_docs(tmp_path: Path) -> None:
    table = main([str(write_quarrels(tmp_path))])
    assert table.count("| `/") == 9
