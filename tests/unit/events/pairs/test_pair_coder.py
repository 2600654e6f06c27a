import shutil
from pathlib import Path

import numpy as np
import pytest

from rejoinder.errors import ModelNotInstalled
from rejoinder.events.pairs.coder import PairCoder, choose
from rejoinder.events.pairs.line import PairLine
from rejoinder.events.pairs.manifest import FILES, read_manifest
from rejoinder.events.pairs.masking import Part, Role
from rejoinder.events.pairs.pieces import SIGN, load_tokenizer, pieces_of
from rejoinder.events.pairs.types import FOLDED, QUAD, TYPES, folded
from rejoinder.model.event import EventType
from rejoinder.model.span import Span
from rejoinder.text.manifests import MANIFEST

TINY = Path(__file__).parent / "tiny-model"


@pytest.fixture(scope="module")
def coder() -> PairCoder:
    return PairCoder(TINY)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "model"))


def line(text: str) -> PairLine:
    return PairLine(id="x", text=text, source=Span(0, 3), target=Span(9, 12))


def test_a_line_gets_a_type_of_the_fifteen_and_one_of_the_sixteen(coder: PairCoder) -> None:
    coded = coder.code(line("Ann told Bob that it was war."))
    assert coded.id == "x"
    assert coded.plover in FOLDED
    assert folded(coded.event_type) == coded.plover
    assert 0 < coded.score <= 1


def test_names_do_not_matter(coder: PairCoder) -> None:
    one, other = (
        coder.logits(line(f"{a} told {b} it was war.")) for a, b in (("Ann", "Bob"), ("Bob", "Ann"))
    )
    assert np.array_equal(one, other)


def test_roles_do_matter(coder: PairCoder) -> None:
    text = "Ann told Bob it was war."
    turned = PairLine(id="x", text=text, source=Span(9, 12), target=Span(0, 3))
    assert not np.array_equal(coder.logits(line(text)), coder.logits(turned))


@pytest.mark.parametrize(
    "text",
    [
        "Ann told Bob " + "no " * 20_000,
        "Ann told Bob \ud800 war",
        "Ann told Bob \x00\u202e",
        "Ann told Bob",
    ],
    ids=["endless", "surrogate", "controls", "bare"],
)  # fmt: skip
def test_strange_texts_are_coded(text: str, coder: PairCoder) -> None:
    assert coder.code(line(text)).plover in FOLDED


def test_of_an_endless_text_what_is_round_the_parties_is_read() -> None:
    parts = [Part(Role.WORDS, "no " * 900), Part(Role.SOURCE, ""), Part(Role.WORDS, "no " * 900)]
    pieces = pieces_of(parts, load_tokenizer(TINY / "tokenizer.json"))
    assert len(pieces.ids) == len(pieces.roles) == 256
    assert pieces.ids.tolist().count(SIGN) == 1
    assert pieces.roles.tolist().count(Role.SOURCE) == 1


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_refused_by_name(name: str, folder: Path) -> None:
    with (folder / name).open("ab") as file:
        file.write(b" ")
    with pytest.raises(ModelNotInstalled, match=name):
        PairCoder(folder)


@pytest.mark.parametrize("name", [MANIFEST, *FILES])
def test_a_missing_file_is_refused_by_name(name: str, folder: Path) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelNotInstalled, match=name):
        PairCoder(folder)


def test_the_digest_is_that_of_the_manifest(folder: Path) -> None:
    before = read_manifest(folder).digest
    path = folder / MANIFEST
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert read_manifest(folder).digest != before


def test_yielding_by_words_and_by_deeds_counts_together() -> None:
    logits = np.full(len(TYPES), -9.0, dtype=np.float32)
    for event_type, value in {"ACCUSE": 1.0, "CONCEDE": 0.4, "RETREAT": 0.8}.items():
        logits[TYPES.index(EventType(event_type))] = value
    event_type, score = choose(logits)
    assert event_type is EventType.RETREAT
    assert score == pytest.approx(0.58, abs=0.02)


def test_every_type_has_a_quad_class_and_fifteen_remain_when_folded() -> None:
    assert len(TYPES) == 16
    assert len(FOLDED) == 15
    assert set(QUAD) == {*TYPES, *FOLDED}
