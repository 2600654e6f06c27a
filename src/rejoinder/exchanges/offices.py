"""Whose office somebody holds who is no state's: "Pact chief Orlin", "the head of the Pact"."""

import re
from collections.abc import Mapping
from typing import Final

from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span

__all__ = ["offices"]

_BODIES: Final = frozenset({ActorKind.IGO, ActorKind.NGO, ActorKind.GROUP})
_OFFICE: Final = (
    r"(?:chief|head|chair(?:man|woman|person)?|president|leader|director|secretary|spokes\w+"
    r"|commander|commissioner|representative|coordinator|official|ceo)\b"
)
_BEFORE: Final = re.compile(r"(?:(?:the|an?|new|deputy)\s+)*$", re.IGNORECASE)
_AFTER: Final = re.compile(rf"(?:[’']s?)?\s+(?:[\w-]+\s+){{0,3}}?{_OFFICE}", re.IGNORECASE)
_OF_BODY: Final = re.compile(
    rf"{_OFFICE}[\w\s-]{{0,40}}?\b(?:of|for)\s+(?:the\s+)?$", re.IGNORECASE
)
_NO_LONGER: Final = re.compile(r"\b(?:former|ex|late|outgoing)\b", re.IGNORECASE)


def offices(record: ArticleRecord) -> Mapping[ActorId, frozenset[ActorId]]:
    """Return the bodies that persons speak for, as the words that name them say it.

    An envoy to a body and a former head of one do not speak for it.
    """
    bodies = [
        (mention.span, actor.id)
        for actor in record.actors
        if actor.kind in _BODIES
        for mention in actor.mentions
    ]
    return {
        actor.id: frozenset(
            body
            for mention in actor.mentions
            for place, body in bodies
            if mention.span.contains(place) and _holds(record.article.text, mention.span, place)
        )
        for actor in record.actors
        if actor.kind is ActorKind.PERSON and bodies
    }


def _holds(text: str, whole: Span, body: Span) -> bool:
    before, after = text[whole.start : body.start], text[body.end : whole.end]
    if _NO_LONGER.search(before):
        return False
    leads = _BEFORE.fullmatch(before) and _AFTER.match(after)
    return bool(leads or _OF_BODY.search(before))
