"""Export: the taught pair network as ONNX, in full or with weights of eight bits."""

import warnings
from pathlib import Path

import torch
from torch import Tensor, nn

from rejoinder.training.pairs.network import PairNetwork

__all__ = ["export_pairs"]

_OPSET = 17


class _Reader(nn.Module):
    """The network for sentences without padding."""

    def __init__(self, network: PairNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, roles: Tensor) -> Tensor:
        read: Tensor = self.network(ids, roles, torch.ones_like(ids))
        return read


def export_pairs(network: PairNetwork, path: Path) -> None:
    """Write the network in full precision."""
    network.float().eval()
    ids = torch.ones(1, 24, dtype=torch.long)
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _Reader(network).eval(),
            (ids, ids % 3),
            str(path),
            input_names=["ids", "roles"],
            output_names=["logits"],
            dynamic_axes={n: {1: "length"} for n in ("ids", "roles")},
            opset_version=_OPSET,
            dynamo=False,
        )
