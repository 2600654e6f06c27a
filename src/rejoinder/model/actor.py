"""Actor, Mention and Judgement: who is meant, and by which words."""

from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.ids import ActorId
from rejoinder.model.span import Span

__all__ = ["Actor", "ActorKind", "Mention", "MentionKind"]


class ActorKind(StrEnum):
    """What sort of actor it is."""

    STATE = "state"
    GOVERNMENT_BODY = "government-body"
    ARMED_FORCE = "armed-force"
    PERSON = "person"
    GROUP = "group"
    IGO = "igo"
    NGO = "ngo"
    MEDIA = "media"
    DOCUMENT = "document"


class MentionKind(StrEnum):
    """By what sort of words an actor is mentioned."""

    NAME = "name"
    TITLE = "title"
    METONYM = "metonym"
    EPITHET = "epithet"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of an article that refer to one actor."""

    span: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, organisation or state as one article shows it.

    Attributes:
        id: readable and made from content: ``state:AZE``, ``gov:AZE-defence``,
            ``per:nasser-kanaani``.
        name: the fullest name known.
        aliases: other names that the article uses for it, sorted, without ``name``.
        country: ISO 3166-1 alpha-3, or PLOVER's IGO, UNO, EUR, NGO; None if unknown.
        sector: PLOVER sector (GOV, MIL, LEG, ELI, JRN, ...); None for states and where unknown.
        role: the words for the office or the affiliation, as the article gives them, or None.
        mentions: where the article mentions it, in text order.
        claimed_by: ids of the states and entities that claim a contested territory, sorted; empty
            for every other actor.
    """

    id: ActorId
    name: str
    aliases: tuple[str, ...]
    kind: ActorKind
    country: str | None
    sector: str | None
    role: str | None
    mentions: tuple[Mention, ...]
    claimed_by: tuple[ActorId, ...] = ()
