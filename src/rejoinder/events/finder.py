"""Which actors the words of a text stand for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from rejoinder.events.arguments import prepositional
from rejoinder.model.actor import Actor
from rejoinder.model.ids import ActorId

__all__ = ["ActorFinder"]

_BEFORE = frozenset({"amod", "compound", "poss", "nmod"})
_OWNING = ("of", "for", "from", "belonging")
_PLACING = ("in", "at", "near", "across", "against", "on", "to")
_DEPTH = 3


class ActorFinder:
    """Which actors a word of the text stands for, by their mentions."""

    def __init__(self, doc: Doc, actors: Sequence[Actor]) -> None:
        """Index the mentions by the tokens that they cover."""
        self.kinds: Mapping[ActorId, str] = {actor.id: actor.kind.value for actor in actors}
        self._at: dict[int, list[tuple[int, ActorId]]] = {}
        for actor in actors:
            for mention in actor.mentions:
                span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
                for token in span or ():
                    self._at.setdefault(token.i, []).append((len(mention.span), actor.id))

    def find(self, heads: Iterable[Token], *, placed: bool = False) -> tuple[ActorId, ...]:
        """Return the actors whose mentions cover one of the heads, its conjuncts or appositions.

        A head that names nobody stands for its owner: "the convoy of Norland", "Norland's ships";
        if ``placed``, also for what it stands in: "a village in Norland".
        """
        found = {actor: None for head in heads for actor in self._phrase(head, placed=placed)}
        return tuple(found)

    def _phrase(self, head: Token, *, placed: bool) -> Iterator[ActorId]:
        for token in (head, *(one for one in head.conjuncts if one.pos_ != "VERB")):
            apposed = [
                actor
                for other in token.children
                if other.dep_ == "appos"
                for actor in self._covering(other)
            ]
            yield from apposed or self._covering(token) or self._owning(token, placed=placed)

    def _covering(self, token: Token) -> list[ActorId]:
        """Return the actors of the longest mention over the token."""
        every = self._at.get(token.i, [])
        longest = max((length for length, _ in every), default=0)
        return [actor for length, actor in every if length == longest]

    def _owning(self, token: Token, *, placed: bool, depth: int = _DEPTH) -> list[ActorId]:
        """Return whom a noun that names nobody belongs to."""
        if depth == 0:
            return []
        before = [child for child in token.children if child.dep_ in _BEFORE]
        found = [
            actor
            for child in before
            for actor in self._covering(child) or self._owning(child, placed=False, depth=1)
        ]
        if found:
            return found
        for prepositions in (_OWNING, _PLACING) if placed else (_OWNING,):
            inner = prepositional(token, prepositions)
            found = [
                actor
                for one in inner
                for each in (one, *one.conjuncts)
                for actor in self._covering(each)
                or self._owning(each, placed=placed, depth=depth - 1)
            ]
            if found:
                return found
        return []
