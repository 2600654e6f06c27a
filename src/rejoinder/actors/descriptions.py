"""Descriptions: speakers that are neither named nor pronouns, such as documents and both sides."""

from rejoinder.actors.authors import author_beside, introduced_by
from rejoinder.actors.continuing import speaks_on
from rejoinder.actors.sighting import Sighting
from rejoinder.actors.speech import Speech
from rejoinder.actors.turns import Speakers, Turns
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId

__all__ = ["DOCUMENTS", "described", "issuer"]

DOCUMENTS = frozenset(
    """
    statement report document communique communiqué release announcement letter declaration
    resolution note post tweet message text article memo memorandum email e-mail essay op-ed
    """.split()
)
_KINDS_OF = {
    "agency": {ActorKind.MEDIA},
    "newspaper": {ActorKind.MEDIA},
    "daily": {ActorKind.MEDIA},
    "outlet": {ActorKind.MEDIA},
    "channel": {ActorKind.MEDIA},
    "newswire": {ActorKind.MEDIA},
    "broadcaster": {ActorKind.MEDIA},
    "organisation": {ActorKind.IGO, ActorKind.NGO},
    "organization": {ActorKind.IGO, ActorKind.NGO},
    "bloc": {ActorKind.IGO},
    "union": {ActorKind.IGO},
    "alliance": {ActorKind.IGO},
    "watchdog": {ActorKind.IGO, ActorKind.NGO},
    "group": {ActorKind.IGO, ActorKind.NGO, ActorKind.GROUP},
    "movement": {ActorKind.GROUP},
}
# Who has spoken so often is whom an article is an interview with.
_ALL_ALONG = 3
_PAIRS = frozenset("sides parties countries neighbours neighbors".split())


def issuer(turns: Turns, speech: Speech) -> Speakers:
    """Return who issued a document: named with it, else where it was introduced, else before it.

    An addressee is never its author, and where the author was told without a name it stays nobody.
    """
    head = speech.head if speech.head is not None else speech.first
    end = _end_of_phrase(turns.words, head, speech.source[-1])
    inside = [s for s in turns.scene.outer if speech.source[0] <= s.sighting.first <= end]
    beside = author_beside(turns, head, inside)
    if beside:
        return beside
    if turns.words.lower[head] != turns.words.lemma[head] or _is_nameless_ones(turns, speech, head):
        return ()
    again = not _is_new(turns.words, head)
    if turns.words.lemma[head] in turns.issued and again:
        return turns.issued[turns.words.lemma[head]]
    told = introduced_by(turns, head, again=again)
    if told is not None:
        return told.speakers
    start = speech.first
    number = turns.words.sentence[start]
    near = [
        s
        for s in turns.scene.outer
        if s.sighting.first < start
        and number - turns.words.sentence[s.sighting.first] <= 2
        and turns.is_subject(s)
        and turns.profile(s.actors[0]).kind
        in {ActorKind.GOVERNMENT_BODY, ActorKind.IGO, ActorKind.NGO, ActorKind.ARMED_FORCE}
    ]
    if near:
        return ([s for s in near if turns.is_main_subject(s)] or near)[-1].actors
    if not again:
        return ()
    around = turns.found[speech.parent] if speech.parent is not None else ()
    before = [who for place, who in turns.history if place < speech.first and who != around]
    return before[-1] if before else ()


def _is_nameless_ones(turns: Turns, speech: Speech, head: int) -> bool:
    """Say whether a document is an official's or a body's without a name: "inspector's report"."""
    return any(
        (seen.sighting.office is not None or seen.sighting.body is not None) and not seen.actors
        for seen in turns.scene.seen
        if speech.source[0] <= seen.sighting.first and seen.sighting.last <= head
    )


def _end_of_phrase(words: Words, head: int, last: int) -> int:
    """Return the last token of the noun phrase, without the clause that tells more of it."""
    for token in range(head + 1, last):
        apart = words.lower[token] == "," and words.lower[token + 1] not in {"by", "from"}
        if apart or words.lower[token] in {"which", "that", "who"}:
            return token - 1
    return last


def _is_new(words: Words, head: int) -> bool:
    """Say whether the noun has an indefinite article: "a classified report"."""
    place = head - 1
    while place > 0 and words.pos[place] in {"ADJ", "NOUN", "PROPN", "NUM", "VERB"}:
        place -= 1
    return place >= 0 and words.lower[place] in {"a", "an", "another"}


def described(turns: Turns, speech: Speech, lemma: str) -> Speakers:
    """Return whom words without a name mean: "the agency", "both sides", "the analyst"."""
    lower = [turns.words.lower[token] for token in speech.source]
    kinds = _KINDS_OF.get(lemma)
    if kinds is not None and lower[0] in {"the", "this"}:
        near = [
            s
            for s in turns.scene.outer
            if s.sighting.first < speech.source[0] and turns.profile(s.actors[0]).kind in kinds
        ]
        return near[-1].actors if near else ()
    if {"both", "two"} & set(lower) and _PAIRS & set(lower):
        return _pair(turns, speech)
    if lower[0] in {"the", "this", "his", "her"} and _speaks_alone(turns, speech):
        return turns.running(speech)
    return speaks_on(turns, speech)


def _speaks_alone(turns: Turns, speech: Speech) -> bool:
    """Say whether the source is a title nobody is known by, and one person speaks all along."""
    titles = [
        s.sighting
        for s in turns.scene.seen
        if s.sighting.office is not None
        and not s.actors
        and not s.sighting.office.plural
        and not s.sighting.office.owners
        and speech.head is not None
        and s.sighting.first <= speech.head < s.sighting.last
    ]
    running = turns.running(speech)
    people = {who for _, who in turns.history}
    if any(_tells_of_what(turns, s) for s in titles) and len(turns.history) < _ALL_ALONG:
        return False
    if any(_heads_another(turns, s, running) for s in titles):
        return False
    return bool(titles) and len(people) == 1 and _is_one_person(turns, running)


def _heads_another(turns: Turns, title: Sighting, running: Speakers) -> bool:
    """Say whether a title is of who heads something, but not of who speaks: inspector, director."""
    role = turns.profile(running[0]).role if running else None
    heads = title.office is not None and title.office.key == "head"
    return heads and role is not None and turns.words.lower[title.core[1] - 1] not in role.lower()


def _tells_of_what(turns: Turns, sighting: Sighting) -> bool:
    """Say whether a title names what it is of: "the head of the Ulgor battalion"."""
    return any(turns.words.pos[t] == "PROPN" for t in range(sighting.core[1], sighting.last))


def _is_one_person(turns: Turns, who: Speakers) -> bool:
    return len(who) == 1 and turns.profile(who[0]).kind is ActorKind.PERSON


def _pair(turns: Turns, speech: Speech) -> Speakers:
    """Return the parties of two countries named last before, if no third is named with them."""
    number = turns.words.sentence[speech.source[0]]
    parties: dict[str, ActorId] = {}
    for back in range(number, max(-1, number - 5), -1):
        first, last = turns.words.bounds[back]
        for seen in turns.scene.outer:
            if not first <= seen.sighting.first < min(last, speech.source[0]):
                continue
            profile = turns.profile(seen.actors[0])
            if profile.country is not None and profile.kind is not ActorKind.MEDIA:
                parties.setdefault(profile.country, seen.actors[0])
        if len(parties) > 1:
            break
    return tuple(parties.values()) if len(parties) == 2 else ()
