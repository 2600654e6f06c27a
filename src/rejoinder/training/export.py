"""Export: the taught networks as ONNX, in full or with weights of eight bits."""

import warnings
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from rejoinder.training.network import Tagging

__all__ = ["export", "shrink"]

_OPSET = 17


class _Reader(nn.Module):
    """The encoder for one window without padding."""

    def __init__(self, network: Tagging) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, ids: Tensor, flags: Tensor) -> tuple[Tensor, Tensor]:
        hidden, cues = self.encoder(ids, flags, torch.ones_like(ids))
        return hidden, cues


class _Roles(nn.Module):
    """The role head for the cues of one window."""

    def __init__(self, network: Tagging) -> None:
        super().__init__()
        self.roles = network.roles

    def forward(self, hidden: Tensor, first: Tensor, last: Tensor) -> Tensor:
        mask = torch.ones_like(hidden[..., 0])
        read: Tensor = self.roles(hidden, torch.zeros_like(first), first, last, mask)
        return read


def export(network: Tagging, folder: Path) -> None:
    """Write ``encoder.onnx`` and ``roles.onnx`` in full precision."""
    network.float().eval()
    ids = torch.ones(1, 24, dtype=torch.long)
    hidden = torch.zeros(1, 24, network.encoder.words.embedding_dim)
    first = torch.tensor([3, 9])
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Reader(network).eval(),
            (ids, ids % 2),
            str(folder / "encoder.onnx"),
            input_names=["ids", "flags"],
            output_names=["hidden", "cues"],
            dynamic_axes={n: {1: "length"} for n in ("ids", "flags", "hidden", "cues")},
            opset_version=_OPSET,
            dynamo=False,
        )
        torch.onnx.export(
            _Roles(network).eval(),
            (hidden, first, first + 1),
            str(folder / "roles.onnx"),
            input_names=["hidden", "first", "last"],
            output_names=["roles"],
            dynamic_axes={
                "hidden": {1: "length"},
                **{n: {0: "cues"} for n in ("first", "last", "roles")},
            },
            opset_version=_OPSET,
            dynamo=False,
        )


def shrink(full: Path, small: Path, *, spare: Sequence[str] = (), multiply: bool = True) -> None:
    """Write a network with eight-bit word embeddings and, if asked, multiplications.

    Multiplications of a part that ``spare`` names stay in full precision.
    """
    nodes = onnx.load(str(full)).graph.node
    kept = [n.name for n in nodes if any(f"/{name}/" in n.name for name in spare)]
    quantize_dynamic(
        full,
        small,
        weight_type=QuantType.QInt8,
        per_channel=multiply,
        op_types_to_quantize=["Gather", "MatMul", "Gemm"] if multiply else ["Gather"],
        nodes_to_exclude=kept,
    )
