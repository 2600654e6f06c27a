"""Which actors the words of a text stand for."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from rejoinder.events.arguments import prepositional
from rejoinder.events.words import CLASSES, named
from rejoinder.model.actor import Actor, Mention, MentionKind
from rejoinder.model.ids import ActorId

__all__ = ["ActorFinder"]

_BEFORE = frozenset({"amod", "compound", "poss", "nmod", "npadvmod"})
_OWNING = ("of", "for", "from", "belonging")
_PLACING = ("in", "at", "near", "across", "against", "on", "to", "with")
_LOYAL = frozenset({"loyal", "faithful", "allied", "affiliated", "aligned", "sympathetic"})
_LANGUAGES = frozenset({"language", "speaker", "alphabet", "literature", "cuisine"})
# What these do, the land that they lie in does not.
_PARTED = frozenset({"region", "province", "district", "enclave", "territory", "oblast"})
# Whom these are for or against they do not belong to, and where they are involved they are not.
_TAKING_SIDES = frozenset(
    "supporter opponent critic enemy foe advocate rival adversary backer proponent sympathiser "
    "sympathizer defender admirer".split()
)
_ANY_LANDS = frozenset({"country", "nation"})
_COMING = frozenset({"come", "hail", "arrive", "originate", "descend"})
_DEPTH = 3

_Index = Mapping[int, Sequence[tuple[int, ActorId]]]


def _index(doc: Doc, mentions: Iterable[tuple[Actor, Mention]]) -> _Index:
    """Return the length and the actor of each mention by the tokens that it covers."""
    found: dict[int, list[tuple[int, ActorId]]] = {}
    for actor, mention in mentions:
        span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        for token in span or ():
            found.setdefault(token.i, []).append((len(mention.span), actor.id))
    return found


def _longest(every: Sequence[tuple[int, ActorId]]) -> list[ActorId]:
    longest = max((length for length, _ in every), default=0)
    return [actor for length, actor in every if length == longest]


def _joined(name: Token) -> list[Token]:
    """Return the names that an apposed one is joined to, where one noun is said of the first."""
    return [one for one in name.conjuncts if one.pos_ == "PROPN" and one.i > name.i]


def _is_sided(token: Token) -> bool:
    """Say whether it is but for or against whom somebody is: "anti-Norland", "pro-Norland"."""
    if any(one.lower_.startswith(("pro-", "anti-")) for one in token.subtree):
        return True
    start = token.left_edge.i
    near = [one.lower_ for one in token.doc[max(0, start - 2) : start + 2]]
    return any(one in ("anti", "pro") for one in near) and "-" in near


def _is_of_any_land(token: Token, top: Token) -> bool:
    """Say whether a word but tells which lands are meant: "countries involved in the dispute"."""
    node = token
    while node not in (top, node.head):
        node = node.head
        if node.lemma_.lower() in _ANY_LANDS:
            return True
    return False


def _beside(child: Token, *, placed: bool) -> Sequence[str]:
    """Return the prepositions of whose it is after a participle or an adjective."""
    if child.pos_ == "ADJ":
        return ("to", "with") if child.lemma_.lower() in _LOYAL else ()
    if child.tag_ == "VBG" and not placed and child.lemma_.lower() not in _COMING:
        # Who is "operating from" a place need not be its own.
        return ("by",)
    return _PLACING if placed else ("by", "from")


class ActorFinder:
    """Which actors a word of the text stands for, by their mentions."""

    def __init__(self, doc: Doc, actors: Sequence[Actor], lands: Sequence[Actor] = ()) -> None:
        """Index the mentions by the tokens that they cover.

        ``lands`` are those that adjectives and places stand for; they count where no mention is.
        """
        self.kinds: Mapping[ActorId, str] = {
            actor.id: actor.kind.value for actor in (*lands, *actors)
        }
        self.sectors: Mapping[ActorId, str | None] = {actor.id: actor.sector for actor in actors}
        self._at = _index(doc, ((actor, mention) for actor in actors for mention in actor.mentions))
        beside = [(actor, mention) for actor in lands for mention in actor.mentions]
        self._peoples = _index(doc, (one for one in beside if one[1].kind is MentionKind.EPITHET))
        self._places = _index(doc, (one for one in beside if one[1].kind is MentionKind.METONYM))

    def find(self, heads: Iterable[Token], *, placed: bool = False) -> tuple[ActorId, ...]:
        """Return the actors whose mentions cover one of the heads, its conjuncts or appositions.

        A head that names nobody stands for its owner: "the convoy of Norland", "Norland's ships";
        if ``placed``, also for what it stands in: "a village in Norland".
        """
        found = {actor: None for head in heads for actor in self._phrase(head, placed=placed)}
        return tuple(found)

    def named(self, heads: Iterable[Token]) -> tuple[ActorId, ...]:
        """Return the actors whose mentions cover one of the heads themselves."""
        return tuple(dict.fromkeys(actor for head in heads for actor in self._covering(head)))

    def acting(self, heads: Iterable[Token]) -> tuple[ActorId, ...]:
        """Return who acts: as `find`, and of a court or the police whose land it is in."""
        every = [one for one in heads if one.lemma_.lower() not in _PARTED or self.named([one])]
        placed = [one for one in every if one.lemma_.lower() in named(CLASSES)["organs"]]
        return self.find(every) or self.find(placed, placed=True)

    def within(self, heads: Iterable[Token], but: Collection[ActorId] = ()) -> tuple[ActorId, ...]:
        """Return the actors of the first word below the heads that names anybody else."""
        for head in heads:
            for token in head.subtree:
                if _is_of_any_land(token, head):
                    continue
                found = self._before(token)
                if found and not set(found) & set(but):
                    return tuple(found)
        return ()

    def _phrase(self, head: Token, *, placed: bool) -> Iterator[ActorId]:
        for token in (head, *(one for one in head.conjuncts if one.pos_ != "VERB")):
            people = _longest(self._peoples.get(token.i, []))
            yield from self._standing(token) or people or self._owning(token, placed=placed)
            if placed and token.i not in self._at:
                yield from _longest(self._places.get(token.i, []))

    def _standing(self, token: Token) -> list[ActorId]:
        """Return whom a noun names, first what is apposed to it: "leader Vey and Minister Orr"."""
        return [
            actor
            for other in token.children
            if other.dep_ == "appos"
            for each in (other, *_joined(other))
            for actor in self._covering(each)
        ] or self._covering(token)

    def _before(self, token: Token) -> list[ActorId]:
        """Return whom a word before a noun stands for: a name's bearer, an adjective's land."""
        if token.head.lemma_.lower() in _LANGUAGES:
            return self._covering(token)
        return self._covering(token) or _longest(self._peoples.get(token.i, []))

    def _covering(self, token: Token) -> list[ActorId]:
        """Return the actors of the longest mention over the token."""
        return _longest(self._at.get(token.i, []))

    def _owning(self, token: Token, *, placed: bool, depth: int = _DEPTH) -> list[ActorId]:
        """Return whom a noun that names nobody belongs to."""
        if depth == 0:
            return []
        before = [
            child for child in token.children if child.dep_ in _BEFORE and not _is_sided(child)
        ]
        found = [
            actor
            for first in before
            for child in (first, *(one for one in first.conjuncts if one.i < token.i))
            for actor in self._before(child) or self._owning(child, placed=False, depth=1)
        ]
        if found:
            return found
        lemma = token.lemma_.lower()
        if lemma in _TAKING_SIDES or lemma in _ANY_LANDS:
            return []
        beside = [child for child in token.children if child.dep_ in ("acl", "advmod", "amod")]
        for prepositions in (_OWNING, _PLACING) if placed else (_OWNING,):
            inner = prepositional(token, prepositions)
            inner += [
                one
                for child in beside
                for one in prepositional(child, _beside(child, placed=placed))
            ]
            found = [
                actor
                for one in inner
                for each in (one, *one.conjuncts)
                for actor in self._standing(each)
                or (_longest(self._places.get(each.i, [])) if placed else [])
                or self._owning(each, placed=placed, depth=depth - 1)
            ]
            if found:
                return found
        return []
