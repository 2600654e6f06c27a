"""Gold is read whole, and what is wrong with it is said with file and place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rejoinder.errors import GoldError
from rejoinder.evaluation.gold import read_gold
from rejoinder.evaluation.gold_check import check_texts
from rejoinder.evaluation.polnear import read_attributions
from rejoinder.model.span import Span

Edit = Callable[[dict[str, Any]], object]


def edit(path: Path, change: Edit) -> None:
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value), encoding="utf-8")


def test_gold_is_read_with_its_defaults(mini_gold: Path) -> None:
    gold = read_gold(mini_gold)
    first, second = gold.articles
    assert [s.id for s in first.statements][:2] == ["first-s01", "first-s02"]
    assert first.statements[0].speaker == {"gov:ardal-mfa"}
    assert first.statements[0].date_open
    assert not second.statements[0].date_open
    assert first.statements[4].parent == "first-s04"
    assert first.events[0].types == ("ASSAULT", "COERCE")
    assert [t.answer for t in gold.cross] == ["second-s01"]


def test_spans_that_cover_their_words_pass(mini_gold: Path, mini_texts: dict[str, str]) -> None:
    gold = read_gold(mini_gold)
    check_texts(gold, mini_texts)
    assert sum(len(article.snippets) for article in gold.articles) > 15


@pytest.mark.parametrize(
    ("file", "change", "said"),
    [
        ("first.json", lambda g: g.pop("text_sha256"), r"first\.json: text_sha256: .*missing"),
        (
            "first.json",
            lambda g: g["statements"][1].pop("content_spans"),
            r"statements\[1\]\.content_spans",
        ),
        (
            "first.json",
            lambda g: g["statements"][0].update(cue_span=[9, 3]),
            r"statements\[0\]\.cue_span: needs \[start, end\]",
        ),
        (
            "first.json",
            lambda g: g["statements"][0].update(speaker="per:nobody"),
            r"statements\[0\]: there is no actor with the id 'per:nobody'",
        ),
        (
            "first.json",
            lambda g: g["statements"][4].update(parent="first-s99"),
            r"statements\[4\]\.parent: there is no statement .*'first-s99'",
        ),
        (
            "first.json",
            lambda g: g["statements"][1].update(id="first-s01"),
            "'first-s01' is given twice",
        ),
        (
            "first.json",
            lambda g: g["events"][0].update(asserted_by="publisher"),
            r"events\[0\]\.asserted_by: .*'publisher'",
        ),
        (
            "first.json",
            lambda g: g["threads"][0].update(to="second-s01"),
            "threads: there is no statement or event with the id 'second-s01'",
        ),
        ("first.json", lambda g: g["actors"][0]["cores"].pop(), r"actors\[0\]\.mentions"),
        (
            "first.json",
            lambda g: g["actors"][0].update(cores=[[0, 3]]),
            r"actors\[0\]\.cores: .*outside its mention",
        ),
        ("first.json", lambda g: g["statements"][0].update(tier="one"), r"tier: needs a whole"),
        (
            "first.json",
            lambda g: g["threads"][0].update(explicit="yes"),
            r"threads\[0\]\.explicit: needs true or false",
        ),
        (
            "second.json",
            lambda g: g["statements"][0].update(targets=[1]),
            r"targets: needs a list of strings",
        ),
        ("second.json", lambda g: g.update(statements={}), r"statements: needs a list"),
        ("second.json", lambda g: g.update(id="first"), "'first' is given twice"),
        (
            "cross.json",
            lambda g: g["threads"][0].update({"from": "third-s01"}),
            r"cross\.json: threads: .*'third-s01'",
        ),
        ("actors.json", lambda g: g["actors"][0].pop("name"), r"actors\[0\]\.name"),
    ],
)
def test_malformed_gold_is_refused_with_file_and_place(
    mini_gold: Path, file: str, change: Edit, said: str
) -> None:
    edit(mini_gold / file, change)
    with pytest.raises(GoldError, match=said):
        read_gold(mini_gold)


def test_spans_beside_their_words_are_refused(mini_gold: Path, mini_texts: dict[str, str]) -> None:
    edit(mini_gold / "first.json", lambda g: g["statements"][0]["cue_span"].__setitem__(1, 57))
    with pytest.raises(GoldError, match=r"first\.json: statements\[0\]\.cue_span: the spans cover"):
        check_texts(read_gold(mini_gold), mini_texts)


def test_another_text_is_refused(mini_gold: Path, mini_texts: dict[str, str]) -> None:
    texts = mini_texts | {"second": mini_texts["second"] + "\n"}
    with pytest.raises(GoldError, match=r"second\.json: text_sha256: .*'second' has 76 characters"):
        check_texts(read_gold(mini_gold), texts)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="holds no gold"):
        read_gold(tmp_path)


def test_a_file_that_is_no_json_is_refused(mini_gold: Path) -> None:
    (mini_gold / "first.json").write_text("{", encoding="utf-8")
    with pytest.raises(GoldError, match=r"first\.json: is no JSON"):
        read_gold(mini_gold)


def row(**more: object) -> str:
    spans = [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 14]]}]
    return json.dumps({"id": "x", "text": "Ann said never.", "attributions": spans} | more)


def test_attribution_gold_is_read(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(row() + "\n\n" + row(id="y", attributions=[]) + "\n", encoding="utf-8")
    first, second = read_attributions(path)
    assert first.attributions[0].content == (Span(9, 14),)
    assert second.attributions == ()


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([row(), row()], "line 2.id: the id 'x' is given twice"),
        (["{"], "line 1: is no JSON"),
        (["[]"], "line 1: needs an object"),
        ([row(text=None)], r"line 1\.text: needs a string"),
        ([row(text="Ann")], r"line 1\.attributions\[0\]\.cue: .*ends after the text"),
        ([""], "holds no gold"),
    ],
)
def test_malformed_attribution_gold_is_refused(tmp_path: Path, lines: list[str], said: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(GoldError, match=said):
        read_attributions(path)
