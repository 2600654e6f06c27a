import io
import json
import os
import threading
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from rejoinder.articles.options import ReadOptions
from rejoinder.articles.reading import read_inputs
from rejoinder.model.article import Article, LoadedArticle, ZoneKind
from rejoinder.model.failure import Failure, Reason

TEXT = "Ministry rejects claims\n\nThe ministry of Sevan rejected the claims, it said on Tuesday."
LINE = json.dumps({"id": "j1", "text": TEXT})


def read(*inputs: str | Path, **options: object) -> list[LoadedArticle | Failure]:
    return list(read_inputs([str(i) for i in inputs], ReadOptions(**options)))  # type: ignore[arg-type]


def one_failure(found: Sequence[LoadedArticle | Failure]) -> Failure:
    (failure,) = found
    assert isinstance(failure, Failure)
    return failure


def one_article(found: Sequence[LoadedArticle | Failure]) -> Article:
    (loaded,) = found
    assert isinstance(loaded, LoadedArticle)
    return loaded.article


def told(found: Sequence[LoadedArticle | Failure]) -> list[str]:
    """Return ``ref`` of every article and ``!reason`` of every failure."""
    return [f"!{x.reason}" if isinstance(x, Failure) else x.article.ref for x in found]


def test_a_text_file_is_an_article_with_its_stem_as_ref(tmp_path: Path) -> None:
    file = tmp_path / "duel.txt"
    file.write_bytes(TEXT.replace("\n", "\r\n").encode())
    article = one_article(read(file))
    assert article.ref == "duel"
    assert article.text == TEXT.replace("\n", "\r\n")
    assert article.title == "Ministry rejects claims"
    assert [z.kind for z in article.zones] == [ZoneKind.TITLE, ZoneKind.BODY]
    assert (article.publisher, article.published, article.original) == (None, None, None)


def test_what_the_user_says_applies_where_the_input_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT.replace("\n\n", "\n\nBy Ana | 10 November 2022\n\n"))
    said = {"id": "c", "text": TEXT, "publisher": "Aras", "published": "2021", "language": "fr"}
    (tmp_path / "c.jsonl").write_text(json.dumps(said))
    found = read(tmp_path, publisher="Mine", published=date(2023, 1, 2), language="en")
    articles = [x.article for x in found if isinstance(x, LoadedArticle)]
    assert [a.publisher for a in articles] == ["Mine", "Mine", "Aras"]
    assert [a.published and a.published.start.isoformat() for a in articles] == [
        "2023-01-02",
        "2022-11-10",
        "2021-01-01",
    ]
    assert [a.language for a in articles] == ["en", "en", "fr"]


def test_folders_are_read_through_in_name_order(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/z.txt",
        "a/.hidden.txt",
        ".git/x.txt",
        "c.TXT",
        "notes.md",
        "a/b/y.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT)
    assert told(read(tmp_path)) == ["y", "z", "b", "c"]


def test_each_file_comes_once(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    inputs = (tmp_path / "b.txt", tmp_path, tmp_path / "*.txt", tmp_path / "." / "a.txt")
    assert told(read(*inputs)) == ["b", "a"]


def test_a_link_to_its_own_folder_does_not_go_round(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "again").symlink_to(tmp_path)
    assert told(read(tmp_path)) == ["a"]


def test_globs_are_matched_in_order(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt"):
        (tmp_path / name).write_text(TEXT)
    assert told(read(tmp_path / "*.txt")) == ["a", "b"]
    assert told(read(tmp_path / "**" / "*.txt")) == ["a", "b", "c"]


def test_a_name_with_glob_characters_is_first_a_name(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text(TEXT)
    assert told(read(tmp_path / "a[1].txt")) == ["a[1]"]


@pytest.mark.parametrize("name", ["nothing.txt", "no*.txt", "", "a\x00b", "a\x00*", "x" * 5000])
def test_an_input_that_leads_nowhere_is_a_failure(tmp_path: Path, name: str) -> None:
    failure = one_failure(list(read_inputs([name], ReadOptions())))
    assert failure.reason is Reason.UNREADABLE
    assert failure.input == name
    assert failure.id == one_failure(list(read_inputs([name], ReadOptions()))).id


def test_a_folder_without_articles_and_an_unknown_ending_are_failures(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("x")
    assert one_failure(read(tmp_path)).reason is Reason.NO_ARTICLE
    failure = one_failure(read(tmp_path / "a.pdf"))
    assert failure.reason is Reason.UNKNOWN_TYPE
    assert ".jsonl" in failure.detail


def test_bad_files_do_not_stop_the_good_ones(tmp_path: Path) -> None:
    (tmp_path / "1-empty.txt").write_bytes(b" \n")
    (tmp_path / "2-binary.txt").write_bytes(b"a\x00b")
    (tmp_path / "3-gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "4-folder.txt").mkdir()
    (tmp_path / "5-good.txt").write_text(TEXT)
    (tmp_path / "6-page.html").write_text("<html><body></body></html>")
    (tmp_path / "7-large.txt").write_text("x" * 500)
    (tmp_path / "8-good.json").write_text(LINE)
    found = read(tmp_path, max_bytes=300)
    assert told(found) == [
        "!empty", "!binary", "!unreadable", "5-good", "!no-article", "!too-large", "j1",
    ]  # fmt: skip
    failures = [x for x in found if isinstance(x, Failure)]
    assert [Path(f.input).name for f in failures] == [
        "1-empty.txt", "2-binary.txt", "3-gone.txt", "6-page.html", "7-large.txt",
    ]  # fmt: skip
    assert "500" in failures[-1].detail
    assert "300" in failures[-1].detail


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("name", ["pipe.txt", "pipe.jsonl", "pipe.html"])
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    found: list[LoadedArticle | Failure] = []
    reader = threading.Thread(target=lambda: found.extend(read(tmp_path)), daemon=True)
    reader.start()
    reader.join(10)
    assert one_failure(found).reason is Reason.UNREADABLE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    assert one_failure(read(tmp_path)).reason is Reason.UNREADABLE


def test_a_file_name_that_is_no_utf_8_is_told_escaped(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(TEXT.encode())
    article = one_article(read(tmp_path))
    assert article.ref == "caf\\xe9"


def test_every_json_line_is_an_article_or_a_failure_with_its_number(tmp_path: Path) -> None:
    lines = [LINE, "", "{broken", '{"id": "x"}', "[1]", '{"id": "y", "text": 5}', LINE]
    (tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    found = read(tmp_path)
    assert told(found) == ["j1", "!not-json", "!missing-field", "!not-json", "!bad-field", "j1"]
    numbers = [x.input.rpartition(":")[2] for x in found]
    assert numbers == ["1", "3", "4", "5", "6", "7"]


def test_a_json_line_that_is_too_long_or_no_utf_8_is_passed(tmp_path: Path) -> None:
    long = json.dumps({"id": "l", "text": "x" * 5000}).encode()
    deep = b"[" * 900
    bad = b'{"id": "b", "text": "\xff"}'
    (tmp_path / "a.ndjson").write_bytes(b"\n".join([long, LINE.encode(), deep, bad, long]))
    found = read(tmp_path, max_bytes=1000)
    assert told(found) == ["!too-large", "j1", "!not-json", "!encoding", "!too-large"]


def test_json_nested_without_end_is_no_json(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("[" * 200_000 + "\n" + LINE)
    (tmp_path / "b.json").write_text('{"a":' * 200_000)
    assert told(read(tmp_path)) == ["!not-json", "j1", "!not-json"]


def test_a_json_file_holds_one_article_or_a_list(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(json.loads(LINE), indent=2))
    (tmp_path / "b.json").write_text(f"[{LINE}, 5, {LINE}]")
    (tmp_path / "c.json").write_text("[]")
    (tmp_path / "d.json").write_text(f"{LINE}\n{LINE}")
    (tmp_path / "e.jsonl").write_text("\n\n")
    assert told(read(tmp_path)) == ["j1", "j1", "!not-json", "j1", "!empty", "!not-json", "!empty"]


def from_stdin(raw: bytes, **options: object) -> list[LoadedArticle | Failure]:
    read_options = ReadOptions(**options)  # type: ignore[arg-type]
    return list(read_inputs(["-", "-"], read_options, stdin=io.BytesIO(raw)))


def test_standard_input_is_one_text_or_json_lines() -> None:
    article = one_article(from_stdin(b"\n" + TEXT.encode()))
    assert (article.ref, article.text) == ("stdin", "\n" + TEXT)
    found = from_stdin(f"\n  {LINE}\n{{\n{LINE}".encode())
    assert told(found) == ["j1", "!not-json", "j1"]
    assert [x.input for x in found] == ["-:2", "-:3", "-:4"]
    assert told(from_stdin(b"\xef\xbb\xbf" + LINE.encode())) == ["j1"]


def test_standard_input_has_the_same_limits() -> None:
    assert told(from_stdin(b"")) == ["!empty"]
    assert told(from_stdin(b"\n" * 500, max_bytes=100)) == ["!too-large"]
    assert told(from_stdin(TEXT.encode(), max_bytes=50)) == ["!too-large"]
    assert told(from_stdin(LINE.encode() + b"\n" + LINE.encode(), max_bytes=50)) == [
        "!too-large",
        "!too-large",
    ]
    assert told(list(read_inputs(["-"], ReadOptions()))) == ["!unreadable"]


def test_articles_come_before_the_rest_is_read() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            view = memoryview(buffer)  # type: ignore[arg-type]
            line = (LINE + "\n").encode()[: len(view)]
            view[: len(line)] = line
            return len(line)

    stream = read_inputs(["-"], ReadOptions(), stdin=io.BufferedReader(Endless()))
    assert told([next(stream), next(stream)]) == ["j1", "j1"]


def test_a_page_keeps_its_original(tmp_path: Path) -> None:
    sentence = "The ministry of Sevan rejected the claims of the general on Tuesday, it said. "
    (tmp_path / "p.htm").write_text(
        "<html><head><title>Ministry rejects claims</title></head><body><article>"
        f"<h1>Ministry rejects claims</h1><p>{sentence * 3}</p>"
        f"<p>{sentence * 2}</p></article></body></html>"
    )
    (loaded,) = read(tmp_path)
    assert isinstance(loaded, LoadedArticle)
    assert loaded.original is not None
    assert loaded.original.body == (tmp_path / "p.htm").read_bytes()
    assert loaded.article.original == loaded.original.digest
    assert loaded.article.ref == "p"
    assert loaded.article.title == "Ministry rejects claims"


def test_a_large_file_of_lines_is_read_in_little_memory(tmp_path: Path) -> None:
    import tracemalloc

    text = "Short.\n" + "word " * 100_000 + "."
    with (tmp_path / "a.jsonl").open("w") as file:
        for n in range(40):
            file.write(json.dumps({"id": str(n), "text": text}) + "\n")
    tracemalloc.start()
    count = sum(1 for _ in read_inputs([str(tmp_path)], ReadOptions()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 40
    assert peak < 12_000_000  # the file has 20 million bytes
