"""Networks: MiniLM with a cue head, and the head that reads roles round a cue."""

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

__all__ = ["REACH", "Encoder", "RoleHead", "Shape", "Tagging"]

# Pieces that the role head sees on either side of a cue.
REACH = 104
_FLAGS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The networks' sizes; the defaults are all-MiniLM-L6-v2's and a role head of a third of it."""

    words: int = 30522
    places: int = 512
    width: int = 384
    heads: int = 12
    layers: int = 6
    role_width: int = 128
    role_heads: int = 4
    role_layers: int = 2
    drop: float = 0.1


class _Layer(nn.Module):
    """A transformer layer; ``before`` says whether it normalises before (else after) each part."""

    def __init__(self, width: int, heads: int, inner: int, drop: float, *, before: bool) -> None:
        super().__init__()
        self.heads, self.before, self.drop = heads, before, drop
        self.mixed = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm_a = nn.LayerNorm(width, eps=1e-12)
        self.norm_b = nn.LayerNorm(width, eps=1e-12)

    def attend(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return self-attention; ``mask`` (batch, 1, 1, length) is added to the scores."""
        batch, length, width = x.shape
        split = self.mixed(x).view(batch, length, 3, self.heads, width // self.heads)
        q, k, v = split.permute(2, 0, 3, 1, 4).unbind(0)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        return self.dropped(self.out(seen.transpose(1, 2).reshape(batch, length, width)))

    def feed(self, x: Tensor) -> Tensor:
        """Return the feed-forward part."""
        return self.dropped(self.down(F.gelu(self.up(x))))

    def dropped(self, x: Tensor) -> Tensor:
        """Return the numbers with some left out while training."""
        return F.dropout(x, self.drop, self.training) if self.drop else x

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the layer's output, same shape as ``x``."""
        if self.before:
            x = x + self.attend(self.norm_a(x), mask)
            return x + self.feed(self.norm_b(x))
        x = self.norm_a(x + self.attend(x, mask))
        return self.norm_b(x + self.feed(x))


class Encoder(nn.Module):
    """MiniLM-L6 with flags for case and quotation added to its input, and the cue head."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.words, shape.width)
        self.places = nn.Embedding(shape.places, shape.width)
        self.flags = nn.Embedding(_FLAGS, shape.width)
        nn.init.zeros_(self.flags.weight)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(
            _Layer(shape.width, shape.heads, 4 * shape.width, shape.drop, before=False)
            for _ in range(shape.layers)
        )
        self.cue = nn.Linear(shape.width, 3)
        self.drop = shape.drop

    def forward(self, ids: Tensor, flags: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return hidden states (batch, length, 384) and cue logits (batch, length, 3)."""
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(place)[None] + self.flags(flags)
        x = F.dropout(self.norm(x), self.drop, self.training)
        added = (1.0 - mask.to(x.dtype))[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, added)
        return x, self.cue(F.dropout(x, self.drop, self.training))

    def load_minilm(self, path: Path) -> None:
        """Take over the weights of all-MiniLM-L6-v2 (safetensors, names of BertModel)."""
        old = load_file(path)
        with torch.no_grad():
            kind = old["embeddings.token_type_embeddings.weight"][0]
            self.words.weight.copy_(old["embeddings.word_embeddings.weight"])
            self.places.weight.copy_(old["embeddings.position_embeddings.weight"] + kind)
            _copy(self.norm, old, "embeddings.LayerNorm")
            for k, layer in enumerate(self.layers):
                _copy_layer(layer, old, f"encoder.layer.{k}")


def _copy(module: nn.Module, old: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(old[f"{name}.weight"])
    module.bias.copy_(old[f"{name}.bias"])


def _copy_layer(layer: nn.Module, old: dict[str, Tensor], name: str) -> None:
    parts = [f"{name}.attention.self.{p}" for p in ("query", "key", "value")]
    layer.mixed.weight.copy_(torch.cat([old[f"{p}.weight"] for p in parts]))
    layer.mixed.bias.copy_(torch.cat([old[f"{p}.bias"] for p in parts]))
    _copy(layer.out, old, f"{name}.attention.output.dense")
    _copy(layer.norm_a, old, f"{name}.attention.output.LayerNorm")
    _copy(layer.up, old, f"{name}.intermediate.dense")
    _copy(layer.down, old, f"{name}.output.dense")
    _copy(layer.norm_b, old, f"{name}.output.LayerNorm")


class RoleHead(nn.Module):
    """Labels every piece round a cue as its source, its content or neither."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.role_width
        self.piece = nn.Linear(shape.width, width)
        self.gate = nn.Linear(shape.width, width)
        self.cue = nn.Linear(shape.width, width)
        self.cue_gate = nn.Linear(shape.width, width)
        self.away = nn.Embedding(2 * REACH, width)
        self.inside = nn.Embedding(2, width)
        nn.init.normal_(self.away.weight, std=0.1)
        self.layers = nn.ModuleList(
            _Layer(width, shape.role_heads, 2 * width, shape.drop, before=True)
            for _ in range(shape.role_layers)
        )
        self.norm = nn.LayerNorm(width)
        self.label = nn.Linear(width, 5)
        self.drop = shape.drop

    def forward(
        self, hidden: Tensor, rows: Tensor, first: Tensor, last: Tensor, mask: Tensor
    ) -> Tensor:
        """Return role logits (cues, 2 * REACH, 5).

        Args:
            hidden: (batch, length, 384).
            rows: (cues,) the row of the batch that each cue is in.
            first: (cues,) the cue's first place in its row.
            last: (cues,) the place after its last.
            mask: (batch, length) 1 where there is a piece.
        """
        length = hidden.shape[1]
        span = torch.arange(2 * REACH, device=hidden.device)[None] - REACH + first[:, None]
        held = span.clamp(0, length - 1)
        seen = (span == held) & (mask[rows[:, None], held] > 0)
        own = (span >= first[:, None]) & (span < last[:, None])
        added, gate = self.piece(hidden), self.gate(hidden)
        middle = (last - 1).clamp(min=0)
        cue = (hidden[rows, first] + hidden[rows, middle]) * 0.5
        x = added[rows[:, None], held] + self.cue(cue)[:, None]
        x = x + gate[rows[:, None], held] * self.cue_gate(cue)[:, None]
        x = x + self.away.weight[None] + self.inside(own.long())
        x = F.dropout(x, self.drop, self.training)
        hide = (1.0 - seen.to(x.dtype))[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, hide)
        return self.label(self.norm(x))


class Tagging(nn.Module):
    """Both networks."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.encoder = Encoder(shape)
        self.roles = RoleHead(shape)
