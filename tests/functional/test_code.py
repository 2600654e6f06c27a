import json
from itertools import count
from pathlib import Path

from tests.functional.running import Run, Spawn

from rejoinder import api
from rejoinder.model.failure import Failure, Reason

TEXT = "Arland condemned Belmark for the raid."
LINE = {"id": 1, "text": TEXT, "source_span": [0, 6], "target_span": [17, 24]}


def lines(*values: object) -> str:
    return "".join(
        f"{value if isinstance(value, str) else json.dumps(value)}\n" for value in values
    )


def test_a_line_is_coded(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(lines(LINE, LINE | {"id": "b"}), encoding="utf-8")
    done = run("code", path)
    assert done.exit_code == 0
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["id"] for one in told] == [1, "b"]
    assert told[0]["plover"] == "ACCUSE" == told[0]["event_type"]
    assert 0 < told[0]["score"] <= 1
    assert done.stderr.strip() == "2 pairs; 0 failures"


def test_standard_input_is_read_and_empty_lines_are_passed_over(run: Run) -> None:
    done = run("code", "-", "--quiet", stdin="\n" + lines(LINE) + "  \n")
    assert (done.exit_code, len(done.stdout.splitlines()), done.stderr) == (0, 1, "")


def test_a_bad_line_is_named_and_the_others_are_coded(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    bare = {"text": TEXT, "source_span": [0, 6]}
    path.write_text(lines(LINE, bare, "nonsense", LINE | {"target_span": [3, 9]}), encoding="utf-8")
    done = run("code", path)
    assert done.exit_code == 3
    assert len(done.stdout.splitlines()) == 1
    told = done.stderr.splitlines()
    assert f"{path}:2: missing-field: there is no 'target_span'" in told[0]
    assert f"{path}:3: not-json" in told[1]
    assert f"{path}:4: bad-field: source_span [0, 6] and target_span [3, 9] overlap" in told[2]
    assert told[3] == "1 pair; 3 failures"


def test_an_output_gets_the_lines_and_json_a_summary(run: Run, tmp_path: Path) -> None:
    path, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    path.write_text(lines(LINE, "{}"), encoding="utf-8")
    done = run("code", path, "-o", out, "--json")
    summary = json.loads(done.stdout)
    assert summary["pairs"] == 1
    assert summary["failures"][0]["reason"] == "missing-field"
    assert json.loads(out.read_text(encoding="utf-8"))["plover"] == "ACCUSE"


def test_nothing_to_code_ends_with_4(run: Run) -> None:
    assert run("code", "-", stdin="").exit_code == 4
    assert run("code", "-", stdin="{}\n").exit_code == 4


def test_a_missing_file_is_one_line_with_the_cure(run: Run, tmp_path: Path) -> None:
    done = run("code", tmp_path / "missing.jsonl")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert "name a file of JSON lines" in done.stderr


def test_lines_come_as_they_are_coded() -> None:
    first = next(api.code_pairs(json.dumps(LINE) for _ in count()))
    assert not isinstance(first, Failure)
    assert first.plover == "ACCUSE"


def test_a_process_of_its_own_prints_what_this_one_does(
    run: Run, spawn: Spawn, tmp_path: Path
) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(lines(LINE), encoding="utf-8")
    assert spawn("code", path).stdout == run("code", path).stdout


def test_a_failure_has_its_place_and_reason() -> None:
    (failure,) = api.code_pairs(["{}"], "there")
    assert isinstance(failure, Failure)
    assert (failure.input, failure.reason) == ("there:1", Reason.MISSING_FIELD)


def test_a_file_that_cannot_be_written_is_refused(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "no such folder" / "out.jsonl"
    assert run("code", "-", "-o", target, stdin=lines(LINE)).exit_code == 2
