"""``attribution.rules.v1``: attributions by dependency and quotation-mark rules."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rejoinder.model.article import Article, ZoneKind
from rejoinder.model.span import Span
from rejoinder.model.standin import StandIn
from rejoinder.model.statement import Attribution
from rejoinder.statements.adjectives import adjectives_digest, draft_of_adjective
from rejoinder.statements.asides import with_asides
from rejoinder.statements.bare import draft_of_bare_noun
from rejoinder.statements.cited import mend_cited
from rejoinder.statements.cues import cues_digest
from rejoinder.statements.draft import Draft, assemble
from rejoinder.statements.factual import reporting_verb
from rejoinder.statements.headings import draft_of_heading
from rejoinder.statements.joining import without_names
from rejoinder.statements.marks import after_colons, colon_drafts, join_quotations
from rejoinder.statements.nouns import draft_of_noun, nouns_digest
from rejoinder.statements.parsed import Parsed, look_at
from rejoinder.statements.phrases import HEARSAY, draft_of_hearsay, draft_of_phrase
from rejoinder.statements.sources import find_source
from rejoinder.statements.transcripts import turns_of_transcript
from rejoinder.statements.tree import spans_of, token_span
from rejoinder.statements.unspoken import is_of_nobody
from rejoinder.statements.verbs import draft_of_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["RulesTagger", "rule_drafts"]


_NOT_TEXT = frozenset({ZoneKind.BYLINE, ZoneKind.DATE, ZoneKind.FURNITURE})


class RulesTagger:
    """Finds attributions by rules; the stand-in where no learned tagger is installed.

    Args:
        threshold: least score of an attribution; None for all.
    """

    stage = "attribution.rules.v1"

    def __init__(self, threshold: float | None = None) -> None:
        self._least = threshold or 0.0
        self.digest = f"{cues_digest()}:{nouns_digest()}:{adjectives_digest()}"
        if threshold is not None:
            self.digest += f":{threshold}"

    def tag(
        self, article: Article, doc: "Doc", stand_ins: Sequence[StandIn] = ()
    ) -> tuple[Attribution, ...]:
        """Return the attributions in text order; furniture holds none."""
        page = look_at(doc, article.text)
        drafts = [d for d in rule_drafts(page, article) if d.score >= self._least]
        return assemble(drafts, page.quotes)


def rule_drafts(page: Parsed, article: Article) -> list[Draft]:
    """Return what the rules find, not yet nested; furniture holds nothing."""
    read = [z.span for z in article.zones if z.kind is not ZoneKind.FURNITURE]
    found = (d for t in page.doc if (d := _draft(page, t)) is not None)
    drafts = [d for each in found if (d := mend_cited(page.doc, each) or each).content]
    drafts = [d for d in drafts if not is_of_nobody(page.doc, d)]
    drafts += [d for z in _headlines(article) if (d := draft_of_heading(page, z)) is not None]
    drafts = without_names(after_colons(page, drafts), drafts)
    drafts = join_quotations(page, drafts)
    drafts = with_asides(page.text, [*drafts, *turns_of_transcript(page.text)])
    if article.zones:
        drafts = [_clipped(d, article) for d in drafts if _lies_in(d, read)]
    return drafts


def _clipped(draft: Draft, article: Article) -> Draft:
    """Return the draft without what a byline or a tag line has put before its source."""
    other = [z.span for z in article.zones if z.kind in _NOT_TEXT]
    if not any(z.overlaps(s) for z in other for s in draft.source):
        return draft
    parts = (_after(s, other, article.text) for s in draft.source)
    return replace(draft, source=tuple(part for part in parts if part is not None))


def _after(span: Span, others: list[Span], text: str) -> Span | None:
    """Return what is left of a span after the others that stand at its start."""
    ends = [o.end for o in others if o.overlaps(span) and o.start <= span.start]
    start = max([span.start, *ends])
    while start < span.end and text[start].isspace():
        start += 1
    return Span(start, span.end) if start < span.end else None


def _headlines(article: Article) -> list[Span]:
    """Return the lines that may say 'claim: speaker'."""
    kinds = {ZoneKind.TITLE, ZoneKind.HEADING}
    return [z.span for z in article.zones if z.kind in kinds]


def _lies_in(draft: Draft, zones: list[Span]) -> bool:
    """Say whether all of the draft's content lies in zones that are read."""
    return all(any(z.overlaps(s) for z in zones) for s in draft.content)


def _draft(page: Parsed, token: "Token") -> Draft | None:
    """Return the attribution that the token's words make, or None."""
    if token.lower_ in {"according", "in"}:
        return draft_of_phrase(page.doc, token)
    if token.lower_ in HEARSAY:
        return draft_of_hearsay(page.doc, token)
    if token.pos_ in {"NOUN", "ADJ"}:
        return (
            draft_of_noun(page.doc, token)
            or draft_of_bare_noun(page.doc, token)
            or draft_of_adjective(page.doc, token)
        )
    cue = reporting_verb(token)
    if cue is None:
        return None
    draft = draft_of_verb(page, token, cue)
    if draft is None and "C" in cue.frames:
        bare = colon_drafts(page, token)
        if bare is not None:
            source = spans_of(page.doc, find_source(token))
            draft = replace(bare, source=source, cue=(token_span(token),)) if source else None
    return draft
