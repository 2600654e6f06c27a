import pytest

from rejoinder.actors.across.judge import identity_digest
from rejoinder.actors.tables import cells, data_digest, read_table


def test_a_letter_has_one_reading() -> None:
    rows = read_table("letters.tsv")
    letters = [row["letter"] for row in rows if not row["script"].startswith("hangul")]
    assert len(letters) == len(set(letters))
    assert all(len(letter) == 1 for letter in letters)
    assert all(row["latin"].isascii() for row in rows)


def test_hangul_syllables_have_all_their_parts() -> None:
    counts = {"hangul-first": 19, "hangul-vowel": 21, "hangul-last": 28}
    rows = read_table("letters.tsv")
    for part, count in counts.items():
        numbers = [int(row["letter"]) for row in rows if row["script"] == part]
        assert numbers == list(range(count))


@pytest.mark.parametrize(
    ("table", "column"), [("given_variants.tsv", "forms"), ("family_first.tsv", "names")]
)
def test_names_are_plain_and_listed_once_a_row(table: str, column: str) -> None:
    for row in read_table(table):
        names = cells(row[column])
        assert names
        assert len(names) == len(set(names)), row
        assert all(name.isascii() and name.isalpha() and name.islower() for name in names), row


def test_titles_are_of_known_kinds() -> None:
    rows = read_table("titles.tsv")
    assert len({row["word"] for row in rows}) == len(rows)
    assert {row["kind"] for row in rows} == {"courtesy", "style"}


def test_verdicts_have_a_digest_of_their_own() -> None:
    assert len(identity_digest()) == 64
    assert identity_digest() != data_digest()
