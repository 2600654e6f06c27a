"""Whom criticism is about and does not mean: where it happens, and who died of it."""

import re
from collections.abc import Sequence
from typing import Final

from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.span import Span

__all__ = ["stands_by"]

_REACH: Final = 40
# "Efforts in Norland to discredit it" are those of somebody there.
_PLACED: Final = re.compile(
    r"(?<!\befforts\s)(?<!\battempts\s)(?<!\bcircles\s)(?<!\bmedia\s)(?<!\bcampaign\s)"
    r"\b(?:in|inside|within|across|throughout)\s+(?:the\s+)?(?:[\w-]+ern\s+)?$",
    re.IGNORECASE,
)
_HARMED: Final = re.compile(
    r"\b(?:killings?|deaths?|murders?|shootings?|beatings?|casualties|slaughter|massacre)"
    r"\s+(?:of|among)\s+(?:the\s+)?(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)


def stands_by(text: str, actor: Actor, parts: Sequence[Span]) -> bool:
    """Say whether each mention of somebody in words of criticism only tells where, or who died.

    Args:
        text: of the article.
        actor: who.
        parts: cue and content of the criticism.
    """
    here = [m.span for m in actor.mentions if any(m.span.overlaps(part) for part in parts)]
    return bool(here) and all(_is_beside(text, actor, span) for span in here)


def _is_beside(text: str, actor: Actor, span: Span) -> bool:
    first = max(0, span.start - _REACH)
    placed = actor.kind is ActorKind.STATE and _PLACED.search(text, first, span.start)
    return bool(placed or _HARMED.search(text, first, span.start))
