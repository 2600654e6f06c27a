"""What files are called and what comes out of archives: nothing leads elsewhere, nothing bursts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.web.archives import archive, linking, locked, lying

from rejoinder.errors import ConfigError
from rejoinder.text.acting import find_acting
from rejoinder.web.intake.names import (
    files_below,
    folder_below,
    folders_below,
    plain_name,
    unused,
)
from rejoinder.web.intake.unpacking import Refused, Room, unpack


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("news.txt", "news.txt"),
        ("../../../../tmp/escaped.txt", "escaped.txt"),
        ("/etc/cron.d/escaped.txt", "escaped.txt"),
        ("..\\..\\escaped.txt", "escaped.txt"),
        ("C:\\escaped.txt", "escaped.txt"),
        ("a\x00b.txt", "a_b.txt"),
        ("....//escaped.txt", "escaped.txt"),
        ("cod\u202etxt.exe", "cod_txt.exe"),
        (".txt", "txt"),
        ("..", "file"),
        ("", "file"),
        ("a*b?.txt", "a_b_.txt"),
        ("وزارت.html", "وزارت.html"),
        ("x" * 5000 + ".jsonl", "x" * 144 + ".jsonl"),
    ],
)
def test_a_name_is_made_plain(name: str, kept: str) -> None:
    assert plain_name(name) == kept


@given(st.text(max_size=400))
def test_no_name_leads_elsewhere_or_acts(name: str) -> None:
    kept = plain_name(name)
    assert kept
    assert Path(kept).name == kept
    assert kept not in {".", ".."}
    assert not kept.startswith(".")
    assert len(kept.encode()) <= 170
    assert not find_acting(kept)
    assert plain_name(kept) == kept


def test_names_that_meet_are_told_apart() -> None:
    assert unused("a.txt", []) == "a.txt"
    assert unused("A.txt", ["a.txt", "a 2.txt"]) == "A 3.txt"


@pytest.mark.parametrize(
    "name", ["..", "../", "/", "/etc", "in/../..", "nowhere", "out", "a.txt", "\x00", "x" * 5000]
)
def test_only_folders_below_the_root_are_found(tmp_path: Path, name: str) -> None:
    root = tmp_path / "root"
    (root / "in").mkdir(parents=True)
    (root / "a.txt").write_text("a", encoding="utf-8")
    (root / "out").symlink_to(tmp_path)
    with pytest.raises(ConfigError, match="no folder below"):
        folder_below(root, name)
    assert folder_below(root, "in") == (root / "in").resolve()
    assert folder_below(root, ".") == root.resolve()


def test_files_are_listed_without_links_and_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b/two.txt", "a/one.html", ".hidden/three.txt", "b/.four.txt", "b/five.exe"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "b/link.txt").symlink_to(tmp_path / "a/one.html")
    found = [each.relative_to(tmp_path).as_posix() for each in files_below(tmp_path)]
    assert found == ["a/one.html", "b/two.txt"]
    assert folders_below(tmp_path) == ["a", "b"]
    assert folders_below(tmp_path, most=1) == ["a"]


ONE = "It is so."


@pytest.mark.parametrize(
    ("packed", "read", "words"),
    [
        (archive({"a.txt": ONE, "deep/down/b.txt": ONE}), ["a.txt", "b.txt"], ""),
        (
            archive({"../../a.txt": ONE, "/etc/b.txt": ONE, "a.txt": ONE}),
            ["a.txt", "b.txt", "a 2.txt"],
            "",
        ),
        (archive({"bomb.txt": b"word " * 2_000_000}), [], "bytes come out of it"),
        (
            archive({f"{n}.txt": b"word " * 30_000 for n in range(5)}),
            ["0.txt", "1.txt"],
            "bytes come out of it",
        ),
        (archive({"large.txt": b"word " * 50_000, "a.txt": ONE}), ["a.txt"], "200,000 bytes"),
        (lying(), [], ""),
        (archive({f"{n}.txt": ONE for n in range(20)}), [f"{n}.txt" for n in range(6)], "more"),
        (archive({"inner.zip": archive({"a.txt": ONE})}), [], "Only files that end in"),
        (archive({"run.sh": "rm -rf /", "a.txt": ONE}), ["a.txt"], "Only files that end in"),
        (b"PK\x03\x04 and no archive", [], "no archive that can be read"),
        (archive({"a.txt": ONE})[:-30], [], "no archive that can be read"),
        (linking(), [], "a link to another file"),
        (locked(), [], "locked with a password"),
        (archive({}), [], ""),
    ],
    ids=[
        "plain", "paths", "bomb", "bombs", "large", "lying", "many", "nested", "types", "no-zip",
        "cut", "link", "locked", "nothing",
    ],
)  # fmt: skip
def test_archives_are_unpacked_under_limits(
    tmp_path: Path, packed: bytes, read: list[str], words: str
) -> None:
    source = tmp_path / "news.zip"
    source.write_bytes(packed)
    into = tmp_path / "within" / "news"
    found = list(unpack(source, into, Room(files=6, bytes=300_000, each=200_000)))
    kept = [each.name for each in found if isinstance(each, Path)]
    refused = " ".join(each.detail for each in found if isinstance(each, Refused))
    assert kept == read
    assert words in refused
    assert {each.name for each in tmp_path.rglob("*.txt")} == set(read)
    assert sum(each.stat().st_size for each in tmp_path.rglob("*.txt")) <= 300_000
    assert {each.name for each in tmp_path.iterdir()} <= {"news.zip", "within"}
