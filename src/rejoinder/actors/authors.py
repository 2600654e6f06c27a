"""Authors: whose a letter, a statement or a report is, by the words with which it is introduced."""

from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.actors.sighting import Seen
from rejoinder.actors.titles import past_affiliation
from rejoinder.actors.turns import Speakers, Turns
from rejoinder.model.actor import ActorKind

__all__ = ["Authorship", "author_beside", "introduced_by"]

_MADE = frozenset(
    """
    sign write send issue release publish post pen draft deliver submit circulate author prepare
    distribute compose co-write co-sign produce commission
    """.split()
)
_BY = frozenset({"by", "from"})
_NOT_AUTHORS = frozenset(
    "to about on against for regarding concerning addressed naming into over in at".split()
)
_ONWARD = frozenset({"CCONJ", "PUNCT", "DET", "NUM", "ADJ", "ADV"})
_REACH = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorship:
    """Who made a document; ``speakers`` is empty where the text says that but gives no name."""

    speakers: Speakers


def author_beside(turns: Turns, head: int, inside: Sequence[Seen]) -> Speakers:
    """Return the author among those named in the document's own noun phrase.

    Whose letter it is stands before the noun, or behind it with "by", "from" or "of"; whom it is
    to or about is not its author.

    Args:
        turns: the article.
        head: the noun.
        inside: those named in the phrase, in text order.
    """
    words = turns.words
    for seen in inside:
        first, last = seen.sighting.first, seen.sighting.last
        if last <= head and words.lower[first - 1] not in {"to", "for"}:
            return seen.actors
        before = words.lower[first - 1]
        medium = turns.profile(seen.actors[0]).kind is ActorKind.MEDIA
        if first > head and (medium or before not in _NOT_AUTHORS):
            return seen.actors
    return ()


def introduced_by(turns: Turns, noun: int, *, again: bool) -> Authorship | None:
    """Return who made a document by the words around its noun; None if that is not told.

    "A letter signed by X", "X's letter", "X sent them a letter", "in a letter, X said".

    Args:
        turns: the article.
        noun: the noun that names the document.
        again: also by the words around the same noun further up, the nearest first.
    """
    words = turns.words
    told = _behind(turns, noun)
    for token in range(noun - 1, -1, -1) if again and told is None else ():
        if words.lemma[token] != words.lemma[noun] or words.hidden[token]:
            continue
        told = _said_in(turns, token) or _within(turns, token) or _behind(turns, token)
        told = told or _before(turns, token) or _maker(turns, token)
        if told is not None:
            break
    return told


def _said_in(turns: Turns, noun: int) -> Authorship | None:
    """Read "X said in a statement" as a cue has it, also where X has no name."""
    for place, speech in enumerate(turns.speeches):
        if noun in speech.cue and noun != speech.head:
            return Authorship(speakers=turns.found[place])
    return None


def _within(turns: Turns, noun: int) -> Authorship | None:
    """Read "in a joint letter to them, X said"."""
    words = turns.words
    first, last = words.sentence_of(noun)
    place = noun - 1
    while place > first and words.pos[place] in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "VERB"}:
        place -= 1
    if words.lower[place] != "in":
        return None
    opening = all(words.pos[token] in {"SPACE", "PUNCT", "CCONJ"} for token in range(first, place))
    roots = [token for token in range(first, last) if words.dep[token] == "ROOT"]
    verb = roots[0] if opening and roots else words.head[place]
    subject = _subject_of(turns, verb) if words.pos[verb] in {"VERB", "AUX"} else None
    return _named_at(turns, subject) if subject is not None else None


def _behind(turns: Turns, noun: int) -> Authorship | None:
    """Read "signed by X", "from X" behind the noun, also where X is nobody by name."""
    words = turns.words
    _, end = words.sentence_of(noun)
    made = False
    for token in range(noun + 1, min(noun + _REACH, end)):
        if words.lemma[token] in _MADE:
            made = True
        elif words.lower[token] in _BY and (made or token == noun + 1):
            return Authorship(speakers=_named_from(turns, token + 1))
        elif words.pos[token] in {"VERB", "AUX"} and words.dep[token] not in {"acl", "conj"}:
            return None
    return None


def _named_from(turns: Turns, place: int) -> Speakers:
    """Return those named in the noun phrase that begins at the token, joined by "and"."""
    words, found = turns.words, list[Seen]()
    for seen in turns.scene.outer:
        first = seen.sighting.first
        if first < place:
            continue
        if any(words.pos[t] not in _ONWARD for t in range(place, first)):
            break
        found.append(seen)
        place = past_affiliation(words, seen.sighting.last)
        if words.lower[place : place + 1] not in (["and"], [","]):
            break
    return tuple(dict.fromkeys(actor for seen in found for actor in seen.actors))


def _before(turns: Turns, noun: int) -> Authorship | None:
    """Read "Vey's resignation letter", "the ministry's report"."""
    words = turns.words
    for seen in reversed(turns.scene.outer):
        last = seen.sighting.last
        if last > noun or words.sentence[seen.sighting.first] != words.sentence[noun]:
            continue
        gap = range(last, noun)
        owned = words.lower[last : last + 1] in (["'s"], ["'"]) or words.lower[last - 1] == "'s"
        if owned and all(words.pos[t] in {"ADJ", "NOUN", "PART", "NUM", "PROPN"} for t in gap):
            return Authorship(speakers=seen.actors)
        return None
    return None


def _maker(turns: Turns, noun: int) -> Authorship | None:
    """Read "X sent them a letter", "X signed onto a letter"."""
    words = turns.words
    verb = words.head[noun]
    if words.dep[noun] == "pobj" and words.lower[verb] in {"on", "onto"}:
        verb = words.head[verb]
    elif words.dep[noun] not in {"dobj", "oprd"}:
        return None
    if words.lemma[verb] not in _MADE:
        return None
    subject = _subject_of(turns, verb)
    if subject is None:
        return None
    named = _named_at(turns, subject)
    if named is not None or words.pos[subject] == "PRON":
        return named
    return Authorship(speakers=())


def _named_at(turns: Turns, subject: int) -> Authorship | None:
    """Return those whom the subject names, with those joined to it."""
    for seen in turns.scene.outer:
        if seen.sighting.first <= subject < seen.sighting.last:
            return Authorship(speakers=_named_from(turns, seen.sighting.first))
    return None


def _subject_of(turns: Turns, verb: int) -> int | None:
    """Return the subject of the verb, or of the one that it is joined to."""
    words = turns.words
    first, last = words.sentence_of(verb)
    while True:
        for token in range(first, last):
            if words.head[token] == verb and words.dep[token] == "nsubj":
                return token
        if words.dep[verb] not in {"conj", "xcomp"} or words.head[verb] == verb:
            return None
        verb = words.head[verb]
