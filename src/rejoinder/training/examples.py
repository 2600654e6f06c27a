"""Examples: gold articles as windows with the labels to learn."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from rejoinder.evaluation.polnear import GoldAttributions
from rejoinder.model.span import Span
from rejoinder.statements.arrays import Ints
from rejoinder.statements.decode import Role
from rejoinder.statements.pieces import Pieces, break_up
from rejoinder.statements.windows import Window, cut_windows

__all__ = ["Example", "GoldCue", "examples_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldCue:
    """One annotated attribution: its cue's places and the role of every place of the article."""

    first: int
    last: int
    roles: Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A window of an article.

    Attributes:
        cues: 0 outside, 1 first and 2 later piece of a cue, for every place of the article.
        gold: the attributions whose cue starts in the window's own part.
    """

    pieces: Pieces
    window: Window
    cues: Ints
    gold: tuple[GoldCue, ...]


def examples_of(article: GoldAttributions, tokenizer: Tokenizer) -> list[Example]:
    """Return the windows of one gold article."""
    pieces = break_up(article.text, tokenizer)
    cues = np.zeros(len(pieces), dtype=np.int64)
    gold: list[GoldCue] = []
    for one in article.attributions:
        places = _places(pieces, one.cue)
        if not len(places) or not one.content:
            continue
        cues[places] = 2
        cues[places[0]] = 1
        roles = np.zeros(len(pieces), dtype=np.int64)
        _mark(roles, pieces, one.content, Role.CONTENT)
        _mark(roles, pieces, one.source, Role.SOURCE)
        gold.append(GoldCue(first=int(places[0]), last=int(places[-1]) + 1, roles=roles))
    return [
        Example(
            pieces=pieces,
            window=window,
            cues=cues,
            gold=tuple(g for g in gold if window.first <= g.first < window.last),
        )
        for window in cut_windows(pieces)
    ]


def _places(pieces: Pieces, spans: Iterable[Span]) -> Ints:
    """Return the pieces that share a character with the spans."""
    hit = np.zeros(len(pieces), dtype=bool)
    for span in spans:
        hit |= (pieces.start < span.end) & (pieces.end > span.start)
    places: Ints = np.flatnonzero(hit)
    return places


def _mark(roles: Ints, pieces: Pieces, spans: Iterable[Span], role: Role) -> None:
    """Write the role's labels; a part is begun anew after every gap."""
    for span in spans:
        places = _places(pieces, [span])
        if len(places):
            roles[places[0] : places[-1] + 1] = role.inside
            roles[places[0]] = role.begin
