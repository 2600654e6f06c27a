"""``attribution.model.v1``: attributions by two small networks that PolNeAR taught.

PolNeAR marks one level: what somebody in a statement is told to have said is found by the rules,
and so are headings and what the networks miss where a rule is sure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rejoinder.model.article import Article, ZoneKind
from rejoinder.model.span import Span, overlap
from rejoinder.model.statement import Attribution
from rejoinder.statements.arrays import Floats
from rejoinder.statements.decode import CueRun, find_cues, read_roles
from rejoinder.statements.draft import Draft, assemble
from rejoinder.statements.manifest import MODEL_FOLDER, read_manifest
from rejoinder.statements.networks import Networks
from rejoinder.statements.parsed import look_at
from rejoinder.statements.pieces import Pieces, break_up, load_tokenizer
from rejoinder.statements.repair import is_told, mend_source
from rejoinder.statements.rules import RulesTagger, rule_drafts
from rejoinder.statements.settle import settle
from rejoinder.statements.signatures import signed_quotations
from rejoinder.statements.windows import cut_windows
from rejoinder.text.quotes import Quote, find_quotes

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["STAGE", "Look", "ModelTagger", "drafts_of"]

STAGE = "attribution.model.v1"

# An inner statement's content is at most this share of the outer one's.
_INNER = 0.95
_LABELS = frozenset({ZoneKind.BYLINE, ZoneKind.DATE, ZoneKind.FURNITURE})
# Rules of this score and above are right more often than not where the networks found nothing.
_SURE = 0.55


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
        threshold: least score of a statement; None for the manifest's, which was chosen on
            PolNeAR's dev articles.

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
        self._threshold = manifest.threshold if threshold is None else threshold
        self._tokenizer = load_tokenizer(folder / "tokenizer.json")
        self._networks = Networks(folder, manifest)

    def tag(self, article: Article, doc: "Doc") -> tuple[Attribution, ...]:
        """Return the attributions in text order; furniture holds none."""
        drafts, read = self.drafts(article.text), _read_zones(article)
        if article.zones:
            drafts = [d for d in drafts if all(any(z.overlaps(s) for z in read) for s in d.content)]
        drafts = [mend_source(doc, d) for d in drafts if is_told(doc, d) and _is_named(d, article)]
        page = look_at(doc, article.text)
        ruled = [d for d in rule_drafts(page, article) if d.score >= self._least]
        colons = [d for d in ruled if d.colon]
        drafts = [d for d in drafts if not _share_cue(d, colons)] + colons
        more = [
            d
            for d in ruled
            if not d.colon
            and not _share_cue(d, drafts)
            and (_lies_within(d, drafts) or (_is_sure(d) and _lies_apart(d, drafts, page.quotes)))
        ]
        return assemble([*drafts, *more], page.quotes)

    def drafts(self, text: str) -> list[Draft]:
        """Return the attributions of a text, no content in another, the surest first."""
        return drafts_of(self.look(text), self._lean, self._threshold)

    def look(self, text: str) -> Look:
        """Return what the networks say of a text, with nothing decided but which cues to try."""
        pieces = break_up(text, self._tokenizer)
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
    readings = [r for cues, logits in look.windows for r in read_roles(cues, logits, lean)]
    quotes = find_quotes(look.text)
    drafts = settle(readings, look.pieces, look.text, quotes, threshold)
    return [*drafts, *signed_quotations(look.text, quotes, drafts)]


def _lies_within(draft: Draft, outer: Sequence[Draft]) -> bool:
    """Say whether cue, source and content of a draft lie in one and the same other's content."""
    own = (*draft.content, *draft.cue, *draft.source)
    size = sum(len(s) for s in draft.content)
    return bool(draft.cue) and any(
        size < _INNER * sum(len(s) for s in other.content)
        and all(any(held.contains(s) for held in other.content) for s in own)
        for other in outer
    )


def _is_sure(draft: Draft) -> bool:
    """Say whether a rule is sure enough to speak where the networks are silent.

    Headings ("claim: speaker") always are: the articles that taught the networks have few.
    """
    return draft.verb is None or draft.score >= _SURE


def _is_named(draft: Draft, article: Article) -> bool:
    """Say whether the source is more than a label in a byline, a date or furniture."""
    labels = [z.span for z in article.zones if z.kind in _LABELS]
    return not draft.source or not all(any(z.contains(s) for z in labels) for s in draft.source)


def _share_cue(draft: Draft, others: Sequence[Draft]) -> bool:
    """Say whether a draft has its cue in common with one of the others.

    What follows a colon without marks runs on to the end of its paragraph; the networks, taught on
    copy that marks what it quotes, stop too soon there.
    """
    return any(overlap(draft.cue, other.cue) for other in others)


def _lies_apart(draft: Draft, others: Sequence[Draft], quotes: Sequence[Quote]) -> bool:
    """Say whether a draft's content touches no other's content or cue, and nobody quotes the cue.

    What is told inside a quotation is the quoted one's to tell: without a statement of hers it
    would be taken for the publisher's.
    """
    taken = [s for other in others for s in (*other.content, *other.cue)]
    quoted = any(q.inner.contains(s) for q in quotes for s in draft.cue)
    return not quoted and not overlap(draft.content, taken)


def _read_zones(article: Article) -> list[Span]:
    return [z.span for z in article.zones if z.kind is not ZoneKind.FURNITURE]
