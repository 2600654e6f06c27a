"""Fit: the loop that teaches the networks."""

import logging
import random
import time
from collections.abc import Callable, Sequence

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from rejoinder.training.batches import Batch, batches_of
from rejoinder.training.examples import Example
from rejoinder.training.master import Master, rank_of, share_of, slope
from rejoinder.training.network import REACH, Tagging
from rejoinder.training.settings import Config

__all__ = ["fit"]

_LOG = logging.getLogger(__name__)
_UNREAD = -100


def fit(
    network: Tagging,
    examples: Sequence[Example],
    config: Config,
    after_epoch: Callable[[int, Master], None],
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Teach the networks in place; ``after_epoch`` is told each epoch's number, from 1.

    Works alone or as one of the processes of ``torch.distributed``; each then takes its share of
    every epoch's batches, and all of them step alike.
    """
    torch.manual_seed(config.seed + 1000 * rank_of())
    chance = random.Random(config.seed)
    master = Master(network, config)
    began, paused, step, spent = clock(), 0.0, 0, 0.0
    per_epoch = len(list(batches_of(examples, config.size, random.Random(0)))) // share_of()
    for epoch in range(1, config.epochs + 1):
        network.train()
        batches = list(batches_of(examples, config.size, chance))[rank_of() :: share_of()]
        for batch in batches[:per_epoch]:
            done = step / (per_epoch * config.epochs)
            if config.minutes:
                done = max(done, spent / config.minutes)
            if done >= 1.0:
                break
            losses = _losses(network, batch, config, tempted=step > per_epoch // 2)
            spent = master.step(losses, slope(done, config.warm), (clock() - began - paused) / 60)
            step += 1
            if step % 20 == 0 and rank_of() == 0:
                shown = [float(x.detach()) for x in losses]
                _LOG.info("epoch %d step %d done %.3f cue %.4f role %.4f minutes %.1f",
                          epoch, step, done, *shown, spent)  # fmt: skip
        stopped = clock()
        network.eval()
        after_epoch(epoch, master)
        paused += clock() - stopped
        if config.minutes and spent >= config.minutes:
            break


def _losses(
    network: Tagging, batch: Batch, config: Config, *, tempted: bool
) -> tuple[Tensor, Tensor]:
    """Return the cue loss and the role loss of a batch, weighted."""
    hidden, cues = network.encoder(batch.ids, batch.flags, batch.mask)
    rows, first, last, roles = batch.rows, batch.first, batch.last, batch.roles
    if tempted:
        rows, first, last, roles = _with_wrong_cues(batch, cues.detach().float(), config.tempting)
    cue_loss = F.cross_entropy(
        cues.float().flatten(0, 1), batch.cues.flatten(), ignore_index=_UNREAD,
        label_smoothing=config.smooth / 2,
    )  # fmt: skip
    if not len(rows):
        return config.cue_weight * cue_loss, cue_loss.new_zeros(())
    read = network.roles(hidden, rows, first, last, batch.mask)
    role_loss = F.cross_entropy(
        read.float().flatten(0, 1), roles.flatten(), ignore_index=_UNREAD,
        label_smoothing=config.smooth,
    )  # fmt: skip
    return config.cue_weight * cue_loss, config.role_weight * role_loss


def _with_wrong_cues(
    batch: Batch, cues: Tensor, tempting: float
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return the gold cues and, with no roles at all, places that the cue head takes for cues."""
    some = 1 - cues.softmax(-1)[..., 0]
    place = torch.arange(cues.shape[1])[None]
    own = (place >= batch.own[:, :1]) & (place < batch.own[:, 1:])
    wrong = (some > tempting) & (batch.cues == 0) & own
    wrong[:, 1:] &= ~wrong[:, :-1]
    near = F.max_pool1d((batch.cues > 0).float()[:, None], 5, 1, 2)[:, 0] > 0
    found = (wrong & ~near).nonzero()
    rows, first = found[:, 0], found[:, 1]
    span = torch.arange(2 * REACH)[None] - REACH + first[:, None]
    held = span.clamp(0, cues.shape[1] - 1)
    inside = (span == held) & (batch.cues[rows[:, None], held] != _UNREAD)
    roles = torch.where(inside, 0, _UNREAD)
    return (
        torch.cat([batch.rows, rows]),
        torch.cat([batch.first, first]),
        torch.cat([batch.last, first + 1]),
        torch.cat([batch.roles, roles]),
    )
