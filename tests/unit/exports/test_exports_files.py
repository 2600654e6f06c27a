import io
import os
from pathlib import Path
from typing import BinaryIO

import pytest
from tests.articles import article

from rejoinder.errors import ConfigError
from rejoinder.exports.files import EXPORTERS, export_stream, find_exporter, whole_file
from rejoinder.exports.jsonl import JsonLines, record_line
from rejoinder.model.record import ArticleRecord


def _record(ref: str) -> ArticleRecord:
    return ArticleRecord(article=article("Text.", ref))


def _write_half_and_fail(stream: BinaryIO) -> None:
    stream.write(b"new")
    raise RuntimeError


def test_the_registry_holds_exactly_these_formats() -> None:
    assert [(name, exporter.name) for name, exporter in EXPORTERS.items()] == [
        ("jsonl", "jsonl"),
        ("plover", "plover"),
    ]


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(ConfigError, match=r"'xml'.*jsonl"):
        find_exporter("xml")


@pytest.mark.parametrize("name", sorted(EXPORTERS))
def test_every_exporter_writes_the_same_bytes_twice_and_leaves_the_stream_open(name: str) -> None:
    written = []
    for _ in range(2):
        stream = io.BytesIO()
        assert export_stream([_record("a"), _record("b")], find_exporter(name), stream) == 2
        assert not stream.closed
        written.append(stream.getvalue())
    assert written[0] == written[1]
    assert bool(written[0]) is (name == "jsonl")  # records of nothing have no line in the others


def test_json_lines_are_the_records_in_their_order() -> None:
    stream = io.BytesIO()
    export_stream([_record("b"), _record("a")], JsonLines(), stream)
    assert stream.getvalue().decode() == record_line(_record("b")) + record_line(_record("a"))


def test_an_exporter_that_is_not_open_refuses_records() -> None:
    with pytest.raises(ValueError, match="not open"):
        JsonLines().feed(_record("a"))


def test_a_file_appears_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    with whole_file(target) as stream:
        stream.write(b"half")
        assert not target.exists()
        stream.write(b" and half")
    assert target.read_bytes() == b"half and half"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.write_bytes(b"old")
    with pytest.raises(RuntimeError), whole_file(target) as stream:
        _write_half_and_fail(stream)
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_replaced_file_keeps_its_permissions_and_its_links(tmp_path: Path) -> None:
    target, link = tmp_path / "out.jsonl", tmp_path / "link.jsonl"
    target.write_bytes(b"old")
    target.chmod(0o600)
    link.symlink_to(target)
    with whole_file(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_device_is_written_straight() -> None:
    with whole_file(Path(os.devnull)) as stream:
        stream.write(b"away")
    assert not Path(os.devnull).is_file()


def test_a_missing_folder_is_refused_with_the_cure(tmp_path: Path) -> None:
    with (
        pytest.raises(ConfigError, match="No such file or directory; name a file in a folder"),
        whole_file(tmp_path / "missing" / "out.jsonl"),
    ):
        pass
