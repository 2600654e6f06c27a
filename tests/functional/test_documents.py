import re

import pytest
from tests.articles import article
from tests.documents import ROOT, demo_commands, matches

from rejoinder.api.json_reference import json_reference
from rejoinder.cli.outcome import EXIT_HELP
from rejoinder.cli.reference import cli_reference
from rejoinder.evaluation.floors import read_floors
from rejoinder.evaluation.held import scores_page
from rejoinder.exports.wire import to_wire
from rejoinder.model.actor import ActorKind, MentionKind
from rejoinder.model.article import ZoneKind
from rejoinder.model.event import Modality
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act, Quotation


def test_the_reference_of_commands_is_what_the_commands_say() -> None:
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert written == cli_reference(), "docs/cli.md is out of date; run: make docs"


def test_the_reference_of_json_is_what_the_shapes_say() -> None:
    written = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    assert written == json_reference(), "docs/json.md is out of date; run: make docs"


def test_the_scores_are_those_that_are_held() -> None:
    written = (ROOT / "docs" / "scores.md").read_text(encoding="utf-8")
    floors = read_floors(ROOT / "evals" / "floors.json")
    assert written == scores_page(floors), "docs/scores.md is out of date; run: make docs"
    figures = {value for one in floors.sets for value in one.floors.values()}
    assert all(f"{100 * value:.1f}" in written for value in figures)


@pytest.mark.parametrize("status", EXIT_HELP, ids=lambda s: s.name)
def test_every_exit_status_is_documented(status: int) -> None:
    written = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert re.search(rf"^ +{int(status)}  \w", written, re.MULTILINE)


def test_every_field_and_kind_of_the_wire_is_documented() -> None:
    page = (ROOT / "docs" / "records.md").read_text(encoding="utf-8")
    words = {*to_wire(ArticleRecord(article=article("")))}
    for kind in (ZoneKind, ActorKind, MentionKind, Quotation, Act, Relation, Modality):
        words |= {member.value for member in kind}
    assert [word for word in sorted(words) if f"`{word}`" not in page] == []


@pytest.mark.parametrize(
    ("wanted", "printed", "same"),
    [
        ("a\nb", "a\nb\n", True),
        ("a\n...\nd", "a\nb\nc\nd", True),
        ("a\n...", "a", True),
        ("a\n...\nd", "a\nb", False),
        ("a", "a\nb", False),
        ("", "", True),
    ],
)
def test_dots_stand_for_lines_left_out(wanted: str, printed: str, same: bool) -> None:
    assert matches(wanted, printed) is same


def test_make_demo_is_what_the_makefile_runs() -> None:
    assert demo_commands("rejoinder --help") == ["rejoinder --help"]
    commands = demo_commands("make demo")
    assert [command.split()[:2] for command in commands if command.startswith("rejoinder")] == [
        ["rejoinder", "ingest"],
        ["rejoinder", "exchanges"],
        ["rejoinder", "report"],
    ]


def test_no_document_names_a_machine() -> None:
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        assert not re.search(r"/home/|/root/|/work/", page.read_text(encoding="utf-8")), page
