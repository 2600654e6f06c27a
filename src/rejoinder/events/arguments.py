"""Who stands where in the clause of an event word: subject, object, prepositions."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from rejoinder.model.actor import Actor
from rejoinder.model.ids import ActorId

__all__ = ["ActorFinder", "agents", "objects", "prepositional", "subjects"]

# Heads that act for whoever is named before them: "Armenian forces", "the Iranian delegation".
_COLLECTIVES = frozenset(
    [
        "force", "troop", "army", "soldier", "military", "government", "authority", "ministry",
        "minister", "official", "police", "leader", "president", "delegation", "team", "side",
        "parliament", "navy", "serviceman", "commander", "representative", "officer", "observer",
        "chief", "ambassador", "envoy", "diplomat", "embassy", "jet", "drone", "warship",
    ]
)  # fmt: skip
_RELATIVE = frozenset({"who", "which", "that"})
_SHARED_BY = frozenset({"conj", "xcomp"})


def _children(token: Token, *deps: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in deps]


def subjects(verb: Token, *, passive: bool = False) -> list[Token]:
    """Return the subject's heads; of a relative pronoun the noun that it stands for.

    A verb without a subject of its own shares that of the verb that it is joined to.
    """
    wanted = "nsubjpass" if passive else "nsubj"
    own = _children(verb, wanted)
    if own:
        return [_antecedent(token, verb) for token in own]
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children):
        return []
    if not passive and verb.dep_ in _SHARED_BY and verb.head.pos_ in ("VERB", "AUX"):
        return subjects(verb.head)
    if not passive and verb.dep_ == "xcomp" and verb.head.dep_ == "acomp":
        return subjects(verb.head.head)
    if passive and verb.dep_ == "acl" and verb.tag_ == "VBN":
        return [verb.head]
    if passive and verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.head.pos_ == "VERB":
        return subjects(verb.head, passive=True)
    return []


def _antecedent(token: Token, verb: Token) -> Token:
    return verb.head if verb.dep_ == "relcl" and token.lower_ in _RELATIVE else token


def objects(verb: Token) -> list[Token]:
    """Return the heads of the direct objects, of a passive its subject."""
    passive = subjects(verb, passive=True)
    return passive or _children(verb, "dobj", "obj")


def prepositional(token: Token, prepositions: Iterable[str]) -> list[Token]:
    """Return the heads that stand after one of the prepositions (``dative``: bare)."""
    wanted = frozenset(prepositions)
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in ("prep", "dative", "agent") and child.lower_ in wanted:
            found.extend(_children(child, "pobj", "pcomp"))
        elif child.dep_ == "dative" and "dative" in wanted and child.pos_ != "ADP":
            found.append(child)
    return found


def agents(verb: Token) -> list[Token]:
    """Return who does it: the subject of an active verb, the agent of a passive one."""
    by = [pobj for child in _children(verb, "agent") for pobj in _children(child, "pobj")]
    return by or subjects(verb)


class ActorFinder:
    """Which actors a word of the text stands for, by their mentions."""

    def __init__(self, doc: Doc, actors: Sequence[Actor]) -> None:
        """Index the mentions by the tokens that they cover."""
        self._at: dict[int, list[tuple[int, ActorId]]] = {}
        for actor in actors:
            for mention in actor.mentions:
                span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
                for token in span or ():
                    self._at.setdefault(token.i, []).append((len(mention.span), actor.id))

    def find(self, heads: Iterable[Token]) -> tuple[ActorId, ...]:
        """Return the actors whose mentions cover one of the heads, its conjuncts or appositions."""
        found = {actor: None for head in heads for actor in self._phrase(head)}
        return tuple(found)

    def _phrase(self, head: Token) -> Iterator[ActorId]:
        for token in (head, *head.conjuncts):
            direct = self._covering(token)
            apposed = [
                actor for other in _children(token, "appos") for actor in self._covering(other)
            ]
            yield from apposed or direct or self._modifying(token)

    def _covering(self, token: Token) -> list[ActorId]:
        """Return the actors of the longest mention over the token."""
        every = self._at.get(token.i, [])
        longest = max((length for length, _ in every), default=0)
        return [actor for length, actor in every if length == longest]

    def _modifying(self, token: Token) -> list[ActorId]:
        if token.lemma_.lower() not in _COLLECTIVES:
            return []
        return [
            actor
            for child in _children(token, "amod", "compound", "poss", "nmod")
            for actor in self._covering(child)
        ]
