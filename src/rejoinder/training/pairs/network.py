"""Network: MiniLM with a role added to every piece, and a head that names the type."""

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from rejoinder.events.pairs.masking import Role
from rejoinder.events.pairs.pieces import SIGN
from rejoinder.events.pairs.types import TYPES
from rejoinder.training.network import Encoder, Shape

__all__ = ["PairNetwork"]


class PairNetwork(nn.Module):
    """Names what is done from the sentence's mean and what stands for either party.

    The encoder is the tagger's; its flags say which role a piece has.
    """

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.encoder = Encoder(shape)
        for layer in self.encoder.layers:
            # Rounds are few; hidden words and averaging do what this would.
            layer.drop = 0.0
        self.head = nn.Linear(3 * shape.width, len(TYPES))
        self.drop = shape.drop

    def forward(self, ids: Tensor, roles: Tensor, mask: Tensor) -> Tensor:
        """Return logits (batch, 16) of pieces (batch, length); ``mask`` is 1 where there is one."""
        hidden, _ = self.encoder(ids, roles, mask)
        parts = [
            _mean(hidden, mask),
            _mean(hidden, (roles == Role.SOURCE.value).to(mask.dtype)),
            _mean(hidden, (roles == Role.TARGET.value).to(mask.dtype)),
        ]
        read: Tensor = self.head(F.dropout(torch.cat(parts, -1), self.drop, self.training))
        return read

    def name_nobody(self, names: Tensor) -> None:
        """Let the sign for a party mean what the given words (ids) have in common."""
        with torch.no_grad():
            words = self.encoder.words.weight
            words[SIGN] = words[names].mean(0)


def _mean(hidden: Tensor, mask: Tensor) -> Tensor:
    weight = mask.to(hidden.dtype)[..., None]
    total: Tensor = (hidden * weight).sum(1) / weight.sum(1).clamp(min=1.0)
    return total
