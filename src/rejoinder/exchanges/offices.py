"""For whom somebody speaks who is no state's: "Pact chief Orlin", "Vey's lawyer"."""

import re
from collections.abc import Mapping, Sequence, Set
from typing import Final

from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span

__all__ = ["offices"]

_BODIES: Final = frozenset({ActorKind.IGO, ActorKind.NGO, ActorKind.GROUP})
_AGENTS: Final = frozenset({ActorKind.PERSON, ActorKind.GROUP, ActorKind.GOVERNMENT_BODY})
_OFFICE: Final = (
    r"(?:chief|head|chair(?:man|woman|person)?|president|leader|director|secretary|spokes\w+"
    r"|commander|commissioner|representative|coordinator|official|ceo)\b"
)
_BEFORE: Final = re.compile(r"(?:(?:the|an?|new|deputy)\s+)*$", re.IGNORECASE)
_AFTER: Final = re.compile(rf"(?:[’']s?)?\s+(?:[\w-]+\s+){{0,3}}?{_OFFICE}", re.IGNORECASE)
_OF_BODY: Final = re.compile(
    rf"{_OFFICE}[\w\s-]{{0,40}}?\b(?:of|for)\s+(?:the\s+)?$", re.IGNORECASE
)
_AGENT: Final = (
    r"(?:spokes\w+|press secretary|lawyers?|attorneys?|counsel|barrister|solicitor"
    r"|office|campaign|team|camp|staff)\b"
)
_HIS_AGENT: Final = re.compile(rf"(?:[’']s?)?\s+(?:[\w-]+\s+){{0,2}}?{_AGENT}", re.IGNORECASE)
_AGENT_OF: Final = re.compile(
    rf"{_AGENT}\s+(?:for|of|to)\s+(?:the\s+)?(?:[\w.-]+\s+){{0,3}}$", re.IGNORECASE
)
_OF_HIS: Final = re.compile(rf"(?:his|her)\s+(?:[\w-]+\s+){{0,2}}?{_AGENT}", re.IGNORECASE)
# "Her lawyer" serves who is named before it: so many characters, and nobody else in them.
_NAMED_BEFORE: Final = 250
_SERVING: Final = re.compile(rf"{_OFFICE}|{_AGENT}", re.IGNORECASE)
# "A lawyer" and "for Mr. Vey" behind it: so many characters.
_BEHIND: Final = 12
_NO_LONGER: Final = re.compile(r"\b(?:former|ex|late|outgoing)\b", re.IGNORECASE)


def offices(record: ArticleRecord) -> Mapping[ActorId, frozenset[ActorId]]:
    """Return the bodies and persons that persons speak for, as the words that name them say it.

    An envoy to a body and a former head of one do not speak for it. For a person speak a lawyer, a
    spokesperson and his office or campaign.
    """
    text = record.article.text
    named = [
        (mention.span, actor)
        for actor in record.actors
        if actor.kind in _BODIES or actor.kind is ActorKind.PERSON
        for mention in actor.mentions
    ]
    known = {actor.id for actor in record.actors}
    return {
        actor.id: _patron_by_id(actor, known).union(
            _patrons_of_his(text, actor, named),
            (
                other.id
                for mention in actor.mentions
                if _SERVING.search(mention.span.text_of(text))
                for place, other in named
                if other is not actor
                and mention.span.start <= place.start <= mention.span.end + _BEHIND
                and _speaks_for(text, mention.span, place, other.kind)
            ),
        )
        for actor in record.actors
        if actor.kind in _AGENTS
    }


def _patron_by_id(actor: Actor, known: Set[ActorId]) -> frozenset[ActorId]:
    """Return for whom somebody without a name speaks, whose id is made of that person's."""
    _, _, code = actor.id.partition(":")
    person, as_what = code.rpartition("-")[::2]
    patron = ActorId(f"per:{person}")
    return frozenset({patron} & known) if as_what == actor.role else frozenset()


def _patrons_of_his(
    text: str, actor: Actor, named: Sequence[tuple[Span, Actor]]
) -> frozenset[ActorId]:
    """Return the only person named shortly before "her lawyer, Jon Orlin"."""
    found: set[ActorId] = set()
    for mention in actor.mentions:
        start = mention.span.start
        if not _OF_HIS.match(text, start, mention.span.end):
            continue
        near = {
            other.id
            for place, other in named
            if other is not actor
            and other.kind is ActorKind.PERSON
            and start - _NAMED_BEFORE <= place.start < start
        }
        found |= near if len(near) == 1 else set()
    return frozenset(found)


def _speaks_for(text: str, whole: Span, place: Span, kind: ActorKind) -> bool:
    """Say whether the words of the whole name somebody as who speaks for those at the place."""
    before, after = text[whole.start : place.start], text[place.end : whole.end]
    if _NO_LONGER.search(before):
        return False
    if kind is ActorKind.PERSON:
        his = _HIS_AGENT.match(after)
        return bool(_AGENT_OF.search(before) or (his and not _NO_LONGER.search(his.group())))
    if not whole.contains(place):
        return False
    leads = _BEFORE.fullmatch(before) and _AFTER.match(after)
    return bool(leads or _OF_BODY.search(before))
