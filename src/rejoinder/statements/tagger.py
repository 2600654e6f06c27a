"""``attribution.model.v1``: attributions by two small networks that PolNeAR taught.

PolNeAR marks one level: what somebody in a statement is told to have said is found by the rules,
and so are headings and what the networks miss where a rule is sure.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from rejoinder.model.article import Article, ZoneKind
from rejoinder.model.span import Span
from rejoinder.model.standin import StandIn
from rejoinder.model.statement import Attribution
from rejoinder.statements.apart import apart
from rejoinder.statements.arrays import Floats
from rejoinder.statements.asides import with_asides
from rejoinder.statements.calibration import calibrated
from rejoinder.statements.carried import with_carried
from rejoinder.statements.decode import CueRun, find_cues, read_roles
from rejoinder.statements.draft import Draft, assemble
from rejoinder.statements.extent import cites_only, mend_extent, share_source, split_lines
from rejoinder.statements.joining import add_rules
from rejoinder.statements.manifest import MODEL_FOLDER, read_manifest
from rejoinder.statements.networks import Networks
from rejoinder.statements.parsed import look_at
from rejoinder.statements.pieces import Pieces, break_up, load_tokenizer
from rejoinder.statements.repair import is_told, mend_content, mend_source, with_noun, with_verb
from rejoinder.statements.rules import RulesTagger, rule_drafts
from rejoinder.statements.settle import settle
from rejoinder.statements.signatures import signed_quotations
from rejoinder.statements.unknown import is_doubtful
from rejoinder.statements.windows import cut_windows
from rejoinder.text.quotes import find_quotes

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["STAGE", "Look", "ModelTagger", "drafts_of"]

STAGE = "attribution.model.v1"

_HEADS = frozenset({ZoneKind.TITLE, ZoneKind.DECK, ZoneKind.HEADING})
_LABELS = frozenset({ZoneKind.BYLINE, ZoneKind.DATE, ZoneKind.FURNITURE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the networks say of a text.

    Attributes:
        windows: each one's cues and their role logits, shape (cues, 2 * reach, 5).
    """

    text: str
    pieces: Pieces
    windows: tuple[tuple[tuple[CueRun, ...], Floats], ...]


class ModelTagger:
    """Finds cues, then reads the source and the content of each.

    Args:
        folder: with the networks, the tokenizer and their manifest.
        threshold: least score of a statement; None for what the manifest says, which was chosen
            on PolNeAR's dev articles.

    Raises:
        ModelNotInstalled: a file is missing or is not the one that the manifest tells of.
    """

    def __init__(self, folder: Path = MODEL_FOLDER, threshold: float | None = None) -> None:
        manifest = read_manifest(folder)
        self.stage = manifest.stage
        self.digest = f"{manifest.digest}:{RulesTagger().digest}"
        if threshold is not None:
            self.digest += f":{threshold}"
        self._lean = manifest.lean
        self._cue_threshold = manifest.cue_threshold
        self._least = threshold or 0.0
        self._threshold = manifest.threshold if threshold is None else 0.0
        self._calibration = manifest.calibration
        self._tokenizer = load_tokenizer(folder / "tokenizer.json")
        self._networks = Networks(folder, manifest)

    def tag(
        self, article: Article, doc: "Doc", stand_ins: Sequence[StandIn] = ()
    ) -> tuple[Attribution, ...]:
        """Return the attributions in text order; furniture holds none."""
        drafts, read = self.drafts(article.text, stand_ins), _read_zones(article)
        if article.zones:
            drafts = [d for d in drafts if all(any(z.overlaps(s) for z in read) for s in d.content)]
        page = look_at(doc, article.text)
        told = (d for d in drafts if is_told(doc, article.text, d) and _is_named(d, article))
        sourced = (mend_source(doc, with_noun(doc, with_verb(doc, d))) for d in told)
        likely = (d for d in sourced if self._least or not is_doubtful(page, d))
        drafts = [mend_content(doc, d) for d in likely if d.content]
        heads = [zone.span for zone in article.zones if zone.kind in _HEADS]
        drafts = [each for d in drafts for each in split_lines(page, mend_extent(page, d), heads)]
        ruled = [
            share_source(page, mend_extent(page, d), drafts)
            for d in rule_drafts(page, article)
            if d.score >= self._least
        ]
        drafts = with_asides(article.text, drafts)
        added = (apart(article.text, d) for d in add_rules(drafts, ruled, page.quotes))
        joined = [d for d in added if d is not None and not cites_only(page, d)]
        return assemble(with_carried(page, joined, read, heads), page.quotes)

    def drafts(self, text: str, stand_ins: Sequence[StandIn] = ()) -> list[Draft]:
        """Return the attributions of a text, no content in another, the surest first.

        Scores are the share of such attributions that was right on PolNeAR's dev articles.
        """
        found = drafts_of(self.look(text, stand_ins), self._lean, self._threshold)
        sure = calibrated([d.score for d in found], self._calibration)
        moved = (replace(d, score=score) for d, score in zip(found, sure, strict=True))
        return [d for d in moved if d.score >= self._least]

    def look(self, text: str, stand_ins: Sequence[StandIn] = ()) -> Look:
        """Return what the networks say of a text, with nothing decided but which cues to try."""
        pieces = break_up(text, self._tokenizer, stand_ins)
        windows: list[tuple[tuple[CueRun, ...], Floats]] = []
        for window in cut_windows(pieces):
            hidden, logits = self._networks.encode(pieces, window)
            own = logits[window.first - window.start : window.last - window.start]
            cues = find_cues(own, window.first, self._cue_threshold)
            if cues:
                windows.append((cues, self._networks.roles(hidden, window, cues)))
        return Look(text=text, pieces=pieces, windows=tuple(windows))


def drafts_of(look: Look, lean: Sequence[float], threshold: float) -> list[Draft]:
    """Decide what the networks' numbers mean; ``lean`` and ``threshold`` as in the manifest."""
    # Each cue is read for itself: those of all windows at once.
    cues = [cue for each, _ in look.windows for cue in each]
    readings = (
        read_roles(cues, np.concatenate([each for _, each in look.windows]), lean) if cues else []
    )
    quotes = find_quotes(look.text)
    drafts = settle(readings, look.pieces, look.text, quotes, threshold)
    return [*drafts, *signed_quotations(look.text, quotes, drafts)]


def _is_named(draft: Draft, article: Article) -> bool:
    """Say whether the source is more than a label in a byline, a date or furniture."""
    labels = [z.span for z in article.zones if z.kind in _LABELS]
    return not draft.source or not all(any(z.contains(s) for z in labels) for s in draft.source)


def _read_zones(article: Article) -> list[Span]:
    return [z.span for z in article.zones if z.kind is not ZoneKind.FURNITURE]
