"""Fit: the loop that teaches the pair coder."""

import logging
import math
import random
from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from rejoinder.events.pairs.pieces import SIGN
from rejoinder.events.pairs.types import TYPES
from rejoinder.training.pairs.examples import Batch, Example, batches_of
from rejoinder.training.pairs.network import PairNetwork
from rejoinder.training.pairs.settings import PairConfig

__all__ = ["Learner", "fit_gold", "fit_made", "logits_of"]

_LOG = logging.getLogger(__name__)
_HIDDEN, _FIRST, _LAST = 103, 101, 102


class Learner:
    """A network in bfloat16 with its weights in full precision behind it, stepped by AdamW.

    Updates are smaller than bfloat16 can tell apart from nothing.  Word embeddings and the lowest
    layers stay as they are; upper layers learn faster than lower ones, the head fastest.
    """

    def __init__(self, network: PairNetwork, config: PairConfig) -> None:
        frozen = [network.encoder.words, *network.encoder.layers[: config.fixed]]
        if config.fixed:
            frozen += [network.encoder.places, network.encoder.norm]
        for module in [*frozen, network.encoder.cue]:
            module.requires_grad_(requires_grad=False)
        self.network = network.float()
        self.live = [p for p in network.parameters() if p.requires_grad]
        self.kept = [p.detach().clone() for p in self.live]
        rates = _rates(network, config)
        groups = [
            {"params": [kept], "weight_decay": config.decay if live.ndim > 1 else 0.0}
            for live, kept in zip(self.live, self.kept, strict=True)
        ]
        self.rates = [rates[id(live)] for live in self.live]
        network.to(torch.bfloat16)
        self.optimiser = torch.optim.AdamW(groups, lr=1e-4, betas=(0.9, 0.98), fused=True)

    def step(self, loss: Tensor, share: float) -> None:
        """Learn from one batch's loss at a share of the full rate."""
        for live in self.live:
            live.grad = None
        loss.backward()
        total = torch.zeros(())
        for live, kept in zip(self.live, self.kept, strict=True):
            kept.grad = torch.zeros_like(kept) if live.grad is None else live.grad.float()
            total += kept.grad.square().sum()
        scale = min(1.0, 1.0 / (float(total.sqrt()) + 1e-6))
        for group, rate, kept in zip(
            self.optimiser.param_groups, self.rates, self.kept, strict=True
        ):
            group["lr"] = rate * share
            if kept.grad is not None:
                kept.grad.mul_(scale)
        self.optimiser.step()
        self._show(self.kept)

    def settle(self, weights: Sequence[Sequence[Tensor]]) -> None:
        """Give the network, in full precision, the mean of the weights kept."""
        self.network.float()
        mean = [torch.stack(list(same)).mean(0) for same in zip(*weights, strict=True)]
        self._show(mean)
        self.network.eval()

    def snapshot(self) -> list[Tensor]:
        """Return a copy of the weights that learn."""
        return [kept.clone() for kept in self.kept]

    def _show(self, values: Sequence[Tensor]) -> None:
        with torch.no_grad():
            for live, value in zip(self.live, values, strict=True):
                live.copy_(value)


def fit_made(network: PairNetwork, made: Sequence[Example], config: PairConfig) -> None:
    """Teach the network the made sentences alone."""
    epochs = [made] * config.first_epochs
    _teach(network, epochs, config, seed=config.seed)


def fit_gold(
    network: PairNetwork,
    gold: Sequence[Example],
    made: Sequence[Example],
    config: PairConfig,
    seed: int,
) -> None:
    """Teach the network the gold, with some made sentences in every round."""
    chance = random.Random(seed)
    beside = min(config.beside, len(made))
    epochs = [[*gold, *chance.sample(list(made), beside)] for _ in range(config.epochs)]
    _teach(network, epochs, config, seed=seed)


def logits_of(network: PairNetwork, examples: Sequence[Example], size: int = 2048) -> Tensor:
    """Return the logits (examples, 16) of a network that has been taught."""
    order: dict[int, int] = {id(e): k for k, e in enumerate(examples)}
    out = torch.zeros(len(examples), len(TYPES))
    ordered = sorted(examples, key=lambda e: len(e.pieces.ids))
    at = 0
    network.eval()
    with torch.no_grad():
        for batch in batches_of(examples, size, None):
            read = network(batch.ids, batch.roles, batch.mask).float()
            rows = [order[id(e)] for e in ordered[at : at + len(read)]]
            out[rows] = read
            at += len(read)
    return out


def _teach(
    network: PairNetwork, epochs: Sequence[Sequence[Example]], config: PairConfig, seed: int
) -> None:
    torch.manual_seed(seed)
    chance = random.Random(seed)
    learner = Learner(network, config)
    balance = _balance(epochs[0], config.rare)
    network.train()
    plan = [list(batches_of(epoch, config.size, chance)) for epoch in epochs]
    steps, step = sum(map(len, plan)), 0
    ends: list[list[Tensor]] = []
    for number, batches in enumerate(plan, 1):
        mean = 0.0
        for batch in batches:
            loss = _loss(network, batch, balance, config)
            learner.step(loss, _slope(step / steps, config.warm))
            mean += float(loss.detach()) / len(batches)
            step += 1
        if number > len(plan) - config.averaged:
            ends.append(learner.snapshot())
        _LOG.info("epoch %d of %d: loss %.3f", number, len(plan), mean)
    learner.settle(ends)


def _loss(network: PairNetwork, batch: Batch, balance: Tensor, config: PairConfig) -> Tensor:
    ids = batch.ids
    if config.hidden:
        spared = (ids == SIGN) | (ids == _FIRST) | (ids == _LAST) | (batch.mask == 0)
        drawn = (torch.rand(ids.shape) < config.hidden) & ~spared
        ids = torch.where(drawn, _HIDDEN, ids)
    logs = F.log_softmax(network(ids, batch.roles, batch.mask).float(), -1)
    own = torch.logsumexp(logs + torch.log(batch.right.clamp(min=1e-9)), -1)
    even = logs.mean(-1)
    each = -(1 - config.smooth) * own - config.smooth * even
    weight = batch.weight * (batch.right * balance).sum(-1) / batch.right.sum(-1)
    return (each * weight).sum() / weight.sum()


def _balance(examples: Sequence[Example], rare: float) -> Tensor:
    """Return what each type's examples count: rare types more, by that power."""
    held: dict[object, float] = dict.fromkeys(TYPES, 0.0)
    for example in examples:
        for event_type in example.types:
            held[event_type] += example.weight / len(example.types)
    counts = torch.tensor([max(1.0, held[t]) for t in TYPES])
    weight = counts.pow(-rare)
    return weight / (weight * counts).sum() * counts.sum()


def _rates(network: PairNetwork, config: PairConfig) -> dict[int, float]:
    rates: dict[int, float] = {}
    depth = len(network.encoder.layers)
    for name, value in network.named_parameters():
        parts = name.split(".")
        level = int(parts[2]) + 1 if parts[1] == "layers" else 0
        rate = config.rate * config.falling ** (depth - level)
        fresh = parts[0] == "head" or parts[1] == "flags"
        rates[id(value)] = config.head_rate if fresh else rate
    return rates


def _slope(done: float, warm: float) -> float:
    if done < warm:
        return max(done, 1e-3) / warm
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (done - warm) / (1 - warm))))
