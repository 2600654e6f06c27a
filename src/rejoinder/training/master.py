"""Master: full-precision weights behind a network that computes in bfloat16."""

import math

import torch
import torch.distributed as dist
from torch import Tensor

from rejoinder.training.network import Tagging
from rejoinder.training.settings import Config

__all__ = ["Master", "rank_of", "share_of", "slope"]


def rank_of() -> int:
    """Return this process's number, 0 where it works alone."""
    return dist.get_rank() if dist.is_initialized() else 0


def share_of() -> int:
    """Return among how many processes the batches are shared."""
    return dist.get_world_size() if dist.is_initialized() else 1


def slope(done: float, warm: float) -> float:
    """Return the share of the full rate: up in a line, then down as a cosine."""
    if done < warm:
        return max(done, 1e-3) / warm
    return 0.5 * (1 + math.cos(math.pi * min(1.0, (done - warm) / (1 - warm))))


class Master:
    """Takes the network's gradients, averages them over the processes and steps with AdamW.

    Updates are smaller than bfloat16 can tell apart from nothing, so that the weights that learn
    are kept in full and copied into the network after each step. Word embeddings stay as they are.
    """

    def __init__(self, network: Tagging, config: Config) -> None:
        network.encoder.words.weight.requires_grad_(requires_grad=False)
        self.live = [p for p in network.parameters() if p.requires_grad]
        self.kept = [p.detach().float().clone() for p in self.live]
        network.to(torch.bfloat16)
        self.network = network
        fresh = {id(p) for p in network.roles.parameters()}
        fresh |= {id(p) for p in network.encoder.cue.parameters()}
        fresh |= {id(p) for p in network.encoder.flags.parameters()}
        groups: dict[tuple[bool, bool], list[Tensor]] = {}
        for live, kept in zip(self.live, self.kept, strict=True):
            groups.setdefault((id(live) in fresh, live.ndim > 1), []).append(kept)
        self.rates = [config.head_rate if new else config.rate for new, _ in groups]
        self.optimiser = torch.optim.AdamW(
            [
                {"params": values, "weight_decay": config.decay if wide else 0.0}
                for (_, wide), values in groups.items()
            ],
            betas=(0.9, 0.98),
            fused=True,
        )

    def step(self, losses: tuple[Tensor, Tensor], share: float, spent: float) -> float:
        """Learn from one batch at a share of the full rate; return the mean of ``spent``."""
        for live in self.live:
            live.grad = None
        sum(losses, losses[0].new_zeros(())).backward()
        parts = [
            live.grad.flatten().float() if live.grad is not None else torch.zeros(live.numel())
            for live in self.live
        ]
        flat = torch.cat([*parts, torch.tensor([spent])])
        if dist.is_initialized():
            dist.all_reduce(flat)
            flat /= share_of()
        mean = float(flat[-1])
        flat *= torch.clamp(1.0 / (flat[:-1].norm() + 1e-6), max=1.0)
        at = 0
        for kept in self.kept:
            kept.grad = flat[at : at + kept.numel()].view_as(kept)
            at += kept.numel()
        for group, rate in zip(self.optimiser.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        self.optimiser.step()
        with torch.no_grad():
            for live, kept in zip(self.live, self.kept, strict=True):
                live.copy_(kept)
        return mean

    def weights(self) -> dict[str, Tensor]:
        """Return the network's weights in full precision, by name."""
        full = {id(live): kept for live, kept in zip(self.live, self.kept, strict=True)}
        return {
            name: full.get(id(value), value.detach().float())
            for name, value in self.network.named_parameters()
        }
