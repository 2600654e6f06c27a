"""What words of a statement that point at an answered one say of it."""

from dataclasses import dataclass

from rejoinder.exchanges.markers import Kind
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["Reference"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Words of a statement that point at what it answers.

    Attributes:
        kind: the marker's kind; None for a bare mention of somebody's words.
        relation: what the marker itself decides, or None.
        evidence: the words that mark the answer.
        objects: the words that name what is answered; may be empty.
        acts: the acts that the noun in them names; empty where any.
        owners: the actors that the words are said to be by; empty where the text names none.
        pointing: "such comments", "these claims": what was told just before.
        head: the noun that names words as words, or None.
    """

    kind: Kind | None
    relation: Relation | None
    evidence: Span
    objects: tuple[Span, ...] = ()
    acts: frozenset[Act] = frozenset()
    owners: frozenset[ActorId] = frozenset()
    pointing: bool = False
    head: Span | None = None
