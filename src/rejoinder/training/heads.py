"""Heads: the attention of exported networks, rewritten to go through one head after another.

    python -m rejoinder.training.heads FOLDER

The numbers that come out are the same to the last bit. The scores of one head stay in the
processor's cache; those of all heads of a window do not.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper

from rejoinder.text.manifests import MANIFEST, sha256_of

__all__ = ["by_heads", "main"]

# Whether a network hides places from one another: windows of the encoder have no padding.
_MASKED = {"encoder.onnx": False, "roles.onnx": True}


def by_heads(folder: Path) -> None:
    """Rewrite a folder's networks and their digests in its manifest; a second time changes nothing.

    It comes last: rewritten before its weights were made small, the encoder gave other numbers.
    """
    for name, masked in _MASKED.items():
        model = onnx.load(str(folder / name))
        names = {node.name for node in model.graph.node}
        layers = sorted(n.removesuffix("/Reshape_1") for n in names if n.endswith("/Reshape_1"))
        for layer in (one for one in layers if f"{one}/Softmax" in names):
            _part(model.graph, layer, masked=masked)
        _drop_unused(model.graph)
        onnx.checker.check_model(model)
        onnx.save(model, str(folder / name))
    path = folder / MANIFEST
    told = json.loads(path.read_text(encoding="utf-8"))
    told["files"] |= {name: sha256_of(folder / name) for name in _MASKED}
    path.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class _Rewritten:
    """What one layer's attention becomes, in the order in which it is computed."""

    layer: str
    graph: onnx.GraphProto
    nodes: list[onnx.NodeProto] = field(default_factory=list)

    def constant(self, name: str, value: object, kind: type[np.generic]) -> str:
        """Return the name of a constant of the graph."""
        whole = f"{self.layer}/{name}"
        self.graph.initializer.append(numpy_helper.from_array(np.array(value, kind), whole))
        return whole

    def node(self, kind: str, given: Sequence[str], **how: object) -> str:
        """Return the name of what a new node computes."""
        return self.several(kind, given, 1, **how)[0]

    def several(self, kind: str, given: Sequence[str], count: int, **how: object) -> list[str]:
        """Return the names of the parts that a new node computes."""
        name = f"{self.layer}/heads/{len(self.nodes)}"
        found = [f"{name}/{k}" for k in range(count)]
        self.nodes.append(helper.make_node(kind, given, found, name=name, **how))
        return found


def _part(graph: onnx.GraphProto, layer: str, *, masked: bool) -> None:
    """Put one layer's attention into the graph head by head."""
    made = {name: node for node in graph.node for name in node.output}
    given = {one.name: one for one in graph.initializer}
    split = made[f"{layer}/Reshape_output_0"]
    heads = int(numpy_helper.to_array(made[made[split.input[1]].input[3]].attribute[0].t).item())
    width = given[f"{layer[1:].replace('/', '.')}.mixed.bias"].dims[0] // 3
    new = _Rewritten(layer, graph)
    thirds = new.constant("thirds", [width] * 3, np.int64)
    sizes = new.constant("sizes", [width // heads] * heads, np.int64)
    # As torch does it: half of the scaling on either side, each rounded by itself.
    scale = np.sqrt(np.float32(1) / np.sqrt(np.float32(width // heads)))
    root = new.constant("root", scale, np.float32)
    query, key, value = new.several("Split", [split.input[0], thirds], 3, axis=2)
    across = new.node("Transpose", [new.node("Mul", [key, root])], perm=[0, 2, 1])
    queries = new.several("Split", [new.node("Mul", [query, root]), sizes], heads, axis=2)
    keys = new.several("Split", [across, sizes], heads, axis=1)
    values = new.several("Split", [value, sizes], heads, axis=2)
    if masked:
        queries, keys = _hidden(new, made[f"{layer}/Add_output_0"].input[1], queries, keys)
    seen = []
    for q, k, v in zip(queries, keys, values, strict=True):
        share = new.node("Softmax", [new.node("MatMul", [q, k])], axis=-1)
        seen.append(new.node("MatMul", [share, v]))
    new.nodes.append(
        helper.make_node("Concat", seen, [f"{layer}/Reshape_1_output_0"], f"{layer}/joined", axis=2)
    )
    place = next(k for k, n in enumerate(graph.node) if n.name == f"{layer}/Reshape_1")
    before, behind = list(graph.node[:place]), list(graph.node[place + 1 :])
    del graph.node[:]
    graph.node.extend([*before, *new.nodes, *behind])


def _hidden(
    new: _Rewritten, hide: str, queries: Sequence[str], keys: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Return queries and keys whose products have ``hide`` (batch, 1, 1, places) added.

    It rides along as one number more of each key, which each query has a one for: that comes last
    in the sum, so the sum is the same, and adding it to all scores took longer.
    """
    row = new.node("Squeeze", [hide, new.constant("second", [1], np.int64)])
    shape = new.node("Shape", [new.node("Transpose", [row], perm=[0, 2, 1])])
    one = numpy_helper.from_array(np.ones(1, np.float32))
    ones = new.node("ConstantOfShape", [shape], value=one)
    return (
        [new.node("Concat", [one, ones], axis=2) for one in queries],
        [new.node("Concat", [one, row], axis=1) for one in keys],
    )


def _drop_unused(graph: onnx.GraphProto) -> None:
    """Take out what nothing reads any more."""
    while True:
        read = {name for node in graph.node for name in node.input}
        read |= {one.name for one in graph.output}
        unread = [node for node in graph.node if read.isdisjoint(node.output)]
        if not unread:
            break
        for node in unread:
            graph.node.remove(node)
    for one in [one for one in graph.initializer if one.name not in read]:
        graph.initializer.remove(one)


def main(argv: Sequence[str] | None = None) -> int:
    """Rewrite the networks of a folder."""
    parser = argparse.ArgumentParser(prog="python -m rejoinder.training.heads", description=__doc__)
    parser.add_argument("folder", type=Path, help="with both networks and their manifest")
    by_heads(parser.parse_args(argv).folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
