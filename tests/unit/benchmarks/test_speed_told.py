"""The table of speeds: ratios to the first row, and no single times in a document."""

from benchmarks.speed import Row, table, told

ROWS = [Row(name="base", seconds=4.0, peak=200), Row(name="ours", seconds=9.0, peak=350)]


def test_ratios_are_to_the_first_row() -> None:
    assert list(table(ROWS))[2:] == ["| base | 1.00 | 200 |", "| ours | 2.25 | 350 |"]


def test_a_terminal_shows_words_a_second_too() -> None:
    head, _, first, second = told(ROWS, 3, 900)
    assert head.startswith("3 articles, 900 words")
    assert first.split() == ["base", "225", "1.00", "200"]
    assert second.split() == ["ours", "100", "2.25", "350"]
