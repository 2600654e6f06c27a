"""Codebook: sentences of a codebook (gsr-dev.jsonl), only ever scored, never learned from."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from rejoinder.events.pairs.line import PairLine
from rejoinder.model.span import Span
from rejoinder.training.pairs.examples import Labelled

__all__ = ["read_codebook"]


def read_codebook(path: Path) -> list[Labelled]:
    """Return each record that names a party, with its first source and first target marked.

    A record without a target has none, unless it has several sources: these act on one another,
    and the second is taken for the target.
    """
    out: list[Labelled] = []
    for row in path.read_text(encoding="utf-8").splitlines():
        raw = json.loads(row)
        sources = _spans(raw["text"], raw["source"])
        targets = _spans(raw["text"], raw["target"]) or sources[1:]
        source = sources[0] if sources else None
        apart = [t for t in targets if source is None or not t.overlaps(source)]
        target = apart[0] if apart else None
        if source is not None or target is not None:
            line = PairLine(id=raw["id"], text=raw["text"], source=source, target=target)
            out.append(Labelled(line=line, label=raw["event"]))
    return out


def _spans(text: str, actors: Sequence[Mapping[str, str]]) -> list[Span]:
    """Return where each actor first stands, or as many of its first words as stand together."""
    found: list[Span] = []
    for actor in actors:
        words = actor["text"].split()
        for count in range(len(words), 0, -1):
            named = r"\s+".join(re.escape(word) for word in words[:count])
            place = re.search(rf"(?<!\w){named}(?!\w)", text)
            if place is not None:
                found.append(Span(*place.span()))
                break
    return found
