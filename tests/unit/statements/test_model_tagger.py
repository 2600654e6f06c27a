import shutil
from pathlib import Path

import numpy as np
import pytest

from rejoinder.errors import ModelNotInstalled
from rejoinder.model.span import overlap
from rejoinder.statements.decode import CueRun
from rejoinder.statements.manifest import read_manifest
from rejoinder.statements.networks import Networks
from rejoinder.statements.pieces import break_up, load_tokenizer
from rejoinder.statements.tagger import ModelTagger
from rejoinder.statements.windows import cut_windows

TINY = Path(__file__).parent / "tiny-model"
TEXT = "The minister said that it was peace. “No,” he said.\n\nShe told them: “We will not.”"
LONG = "\n\n".join(f"{TEXT} {word} war." for word in ("No", "He", "a", "to", "you") * 8)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "model"))


@pytest.mark.parametrize("name", ["encoder.onnx", "roles.onnx", "tokenizer.json"])
def test_a_file_that_is_not_the_manifests_is_refused(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / name).read_bytes() + b" ")
    with pytest.raises(ModelNotInstalled, match=f"{name}.* has SHA-256"):
        ModelTagger(folder)


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json", "manifest.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ModelNotInstalled, match=name):
        ModelTagger(folder)


def test_the_digest_follows_the_manifest(folder: Path) -> None:
    before = ModelTagger(folder).digest
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"threshold": 0.0', '"threshold": 0.5'))
    assert ModelTagger(folder).digest != before


def test_contents_do_not_overlap_and_lie_in_the_text() -> None:
    drafts = ModelTagger(TINY).drafts(LONG)
    assert len(drafts) > 1
    for k, draft in enumerate(drafts):
        assert all(0 <= s.start < s.end <= len(LONG) for s in draft.content)
        assert all(overlap(draft.content, other.content) == 0 for other in drafts[:k])


def test_a_threshold_takes_statements_away_and_changes_none() -> None:
    every = ModelTagger(TINY).drafts(LONG)
    middle = sorted(d.score for d in every)[len(every) // 2]
    surer = ModelTagger(TINY, threshold=middle).drafts(LONG)
    assert surer == [d for d in every if d.score >= middle]
    assert len(surer) < len(every)


def test_a_text_is_read_alike_whatever_was_read_before() -> None:
    tagger = ModelTagger(TINY)
    alone = tagger.drafts(TEXT)
    tagger.drafts("The war was a war. " * 200)
    assert tagger.drafts(TEXT) == alone


def test_a_cue_is_read_alike_alone_and_among_others() -> None:
    networks = Networks(TINY, read_manifest(TINY))
    pieces = break_up(TEXT, load_tokenizer(TINY / "tokenizer.json"))
    (window,) = cut_windows(pieces)
    hidden, _ = networks.encode(pieces, window)
    cues = [CueRun(first=k, last=k + 1, score=1.0) for k in range(2, 12)]
    many = networks.roles(hidden, window, cues)
    for cue, rows in zip(cues, many, strict=True):
        np.testing.assert_allclose(rows, networks.roles(hidden, window, [cue])[0], atol=1e-5)


def test_a_text_without_words_has_no_statements() -> None:
    assert ModelTagger(TINY).drafts("\n\n") == []
