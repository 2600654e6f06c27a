"""Lines of --json have the fields, and the kinds of values, that docs/json.md lists."""

import json
import re
from pathlib import Path
from typing import Final

import pytest
from tests.documents import ROOT
from tests.functional.running import Run

PAGE: Final = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
COMMANDS: Final = (
    ("statements", "--limit", "5"),
    ("exchanges",),
    ("claims",),
    ("replies", "--demands"),
    ("replies", "--table"),
    ("positions", "mediat*", "explanation"),
    ("timeline", "--party", "Iran"),
    ("tension", "Iran", "Azerbaijan"),
)
PLAIN: Final[dict[str, tuple[type, ...]]] = {
    "text": (str,),
    "true or false": (bool,),
    "number": (int, float),
    "day": (str,),
}


def shapes() -> dict[str, dict[str, str]]:
    """Return the fields of each shape with their values, as the page has them."""
    found: dict[str, dict[str, str]] = {}
    for section in PAGE.split("\n## ")[1:]:
        rows = re.findall(r"^\| `(\w+)` \| (.*?) \| .*\|$", section, re.MULTILINE)
        found[section.splitlines()[0]] = dict(rows)
    return found


SHAPES: Final = shapes()


def check(value: object, told: str) -> None:
    """Check a value against what the page says of it."""
    if value is None:
        assert told.endswith(" or null")
        return
    told = told.removesuffix(" or null")
    if told.startswith("list of "):
        assert isinstance(value, list)
        for each in value:
            check(each, told.removeprefix("list of "))
    elif told == "[start, end]":
        assert isinstance(value, list)
        assert [type(each) for each in value] == [int, int]
    elif told.startswith("["):
        fields = SHAPES[told[1 : told.index("]")]]
        assert isinstance(value, dict)
        assert list(value) == list(fields)
        for name, each in value.items():
            check(each, fields[name])
    elif told.startswith("`"):
        assert f"`{value}`" in told
    else:
        assert isinstance(value, PLAIN[told])


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:2]))
def test_lines_are_what_the_page_says(run: Run, ledger: Path, command: tuple[str, ...]) -> None:
    name = " ".join(each for each in command if each in (command[0], "--table"))
    shape = re.search(rf"^\| `{name}` \| (.*) \|$", PAGE, re.MULTILINE)
    assert shape
    done = run(*command, "--ledger", ledger, "--json")
    assert (done.exit_code, bool(done.stdout)) == (0, True)
    for line in done.stdout.splitlines():
        check(json.loads(line), shape[1])
