"""The whole way from gold to a folder, with networks small enough for a test."""

from pathlib import Path

import pytest

from rejoinder.evaluation.attribution_scores import AttributionSpans
from rejoinder.evaluation.polnear import GoldAttributions
from rejoinder.model.span import Span

torch = pytest.importorskip("torch", reason="needs the extra 'train'")

from tests.tiny_model import tiny_shape, tiny_tokenizer  # noqa: E402

from rejoinder.statements.manifest import FILES, read_manifest  # noqa: E402
from rejoinder.statements.tagger import ModelTagger  # noqa: E402
from rejoinder.training.examples import examples_of  # noqa: E402
from rejoinder.training.export import export  # noqa: E402
from rejoinder.training.fit import fit  # noqa: E402
from rejoinder.training.folder import Facts, write_manifest  # noqa: E402
from rejoinder.training.heads import by_heads  # noqa: E402
from rejoinder.training.master import Master  # noqa: E402
from rejoinder.training.measure import choose, figures  # noqa: E402
from rejoinder.training.network import Tagging  # noqa: E402
from rejoinder.training.settings import Config  # noqa: E402

TEXT = "The minister said it was war. She told them that we will not."
FACTS = Facts(
    data={},
    settings={},
    scores={},
    cue_threshold=0.3,
    lean=(0.0,) * 5,
    threshold=0.1,
    calibration=((0.2, 0.1), (0.9, 0.8)),
    calibration_error={"before": None, "after": None},
    precision="float32",
)


def span(words: str) -> tuple[Span, ...]:
    at = TEXT.index(words)
    return (Span(at, at + len(words)),)


GOLD = GoldAttributions(
    id="a",
    text=TEXT,
    attributions=(
        AttributionSpans(source=span("The minister"), cue=span("said"), content=span("it was war")),
        AttributionSpans(source=span("She"), cue=span("told"), content=span("that we will not")),
    ),
)


def test_gold_becomes_labels_on_pieces() -> None:
    (example,) = examples_of(GOLD, tiny_tokenizer())
    assert example.cues.tolist() == [0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    assert example.gold[0].roles.tolist() == [1, 2, 0, 3, 4, 4, *[0] * 9]
    assert example.gold[1].roles.tolist() == [0] * 7 + [1, 0, 0, 3, 4, 4, 4, 0]


def test_networks_learn_an_article_and_say_it_again_from_their_folder(tmp_path: Path) -> None:
    tokenizer = tiny_tokenizer()
    torch.manual_seed(1)
    network = Tagging(tiny_shape(tokenizer))
    epochs: list[int] = []

    def after(epoch: int, master: Master) -> None:
        epochs.append(epoch)

    config = Config(seed=1, epochs=250, size=64, rate=2e-2, head_rate=2e-2, smooth=0.0)
    fit(network, examples_of(GOLD, tokenizer), config, after)
    assert epochs == list(range(1, 251))
    export(network, tmp_path)
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    write_manifest(tmp_path, FACTS)
    assert set(read_manifest(tmp_path).files) == set(FILES)
    tagger = ModelTagger(tmp_path)
    choice = choose([GOLD], [tagger.look(TEXT)], [(0.0,) * 5], [0.1, 0.2])
    assert (choice.threshold, choice.scores["all"]["attr50"]) == (0.1, 100.0)


def test_figures_of_nothing_found_are_zero() -> None:
    assert figures([GOLD], [[]])["all"]["attr50"] == 0.0


def test_attention_head_by_head_gives_the_same_numbers(tmp_path: Path) -> None:
    tokenizer = tiny_tokenizer()
    torch.manual_seed(2)
    whole, parted = tmp_path / "whole", tmp_path / "parted"
    for folder in (whole, parted):
        folder.mkdir()
        tokenizer.save(str(folder / "tokenizer.json"))
    network = Tagging(tiny_shape(tokenizer))
    export(network, whole)
    write_manifest(whole, FACTS)
    for path in whole.iterdir():
        (parted / path.name).write_bytes(path.read_bytes())
    by_heads(parted)
    once = [(parted / name).read_bytes() for name in FILES]
    assert once != [(whole / name).read_bytes() for name in FILES]
    looks = [ModelTagger(folder).look(TEXT).windows for folder in (whole, parted)]
    for (cues, roles), (same_cues, same_roles) in zip(*looks, strict=True):
        assert cues == same_cues
        assert (roles == same_roles).all()
    assert looks[0]
    by_heads(parted)
    assert once == [(parted / name).read_bytes() for name in FILES]
