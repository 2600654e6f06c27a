"""Continuing: a person who speaks on under a description, and one who speaks without a name."""

from rejoinder.actors.pronouns import salient_person
from rejoinder.actors.speech import Speech
from rejoinder.actors.turns import Speakers, Turns
from rejoinder.actors.words import Words

__all__ = ["are_nameless", "is_nameless_person", "speaks_on"]

_REACH = 3
_PEOPLE = frozenset(
    """
    pro mogul star host native veteran hopeful nominee contender front-runner frontrunner
    republican democrat conservative liberal independent newcomer incumbent freshman hero icon
    legend singer musician comedian rapper athlete quarterback coach novelist filmmaker evangelist
    pastor socialite model heir firebrand provocateur rookie winner retiree graduate old
    libertarian socialist progressive moderate hardliner maverick outsider insider stalwart
    centrist commentator strategist
    """.split()
)
_FEMALE = frozenset("actress mother grandmother mom heiress congresswoman businesswoman".split())
_MALE = frozenset("actor father grandfather dad congressman businessman".split())
# Of whom there are many, so that the words may be for somebody who is never named.
_ANYBODY = frozenset("official spokesperson person civilian criminal lawyer adviser".split())
_SEVERAL = frozenset("many some most several others few both all people police".split())
_VAGUE = frozenset(
    "source man woman person official aide staffer insider attorney lawyer resident".split()
)


def speaks_on(turns: Turns, speech: Speech) -> Speakers:
    """Return the person whom a definite description means, as a pronoun there would.

    "The 43-year-old said", "the communications pro added", "the Ulgor Democrat warned": who spoke
    or was a subject last, shortly before.
    """
    words, head = turns.words, speech.head
    if head is None or words.lower[speech.source[0]] not in {"the", "this"}:
        return ()
    gender = _gender(turns, head)
    if gender is None and words.dep[speech.source[-1]] != "pobj":
        # The parser takes rare nouns for something else.
        gender = _gender(turns, speech.source[-1])
    if gender is None:
        return ()
    found = salient_person(turns, speech, gender or _told(words, speech))
    named = bool(found) and not turns.profile(found[0]).vacant
    return found if named and _is_near(turns, speech, found) else ()


def _is_near(turns: Turns, speech: Speech, who: Speakers) -> bool:
    """Say whether somebody spoke or was named in the last few sentences."""
    words, start = turns.words, speech.source[0]
    spoken = [
        max((*one.source, *one.cue, *one.content))
        for one, found in zip(turns.speeches, turns.found, strict=True)
        if found == who and one.first < start
    ]
    named = [s.sighting.first for s in turns.scene.outer if s.actors == who]
    last = max((place for place in (*spoken, *named) if place < start), default=None)
    return last is not None and words.sentence[start] - words.sentence[last] <= _REACH


def _told(words: Words, speech: Speech) -> str:
    """Return the gender of the pronoun that indirect words begin with: "said that she …"."""
    for token in () if speech.quoted else speech.content[:3]:
        if words.lower[token] in {"he", "she"}:
            return "m" if words.lower[token] == "he" else "f"
    return ""


def _gender(turns: Turns, head: int) -> str | None:
    """Return the gender that a word for one person tells, empty where none; None for others."""
    words, lemma = turns.words, turns.words.lemma[head]
    if words.lower[head] in _FEMALE:
        return "f"
    if words.lower[head] in _MALE:
        return "m"
    office = next(
        (
            s.sighting.office
            for s in turns.scene.seen
            if s.sighting.office is not None and head in range(*s.sighting.office.nouns)
        ),
        None,
    )
    if office is not None:
        vague = office.plural or office.former or bool(office.groups & _ANYBODY)
        told = office.unique or office.owners or office.body is not None
        return None if vague or told or lemma in _VAGUE else office.gender
    return "" if lemma in _PEOPLE and _is_one(words, head) else None


def _is_one(words: Words, head: int) -> bool:
    """Say whether the word is singular, and "old" that of "the 43-year-old"."""
    if words.lower[head] == "old":
        return "year" in words.lower[max(0, head - 3) : head]
    return words.lower[head] == words.lemma[head]


def is_nameless_person(turns: Turns, speech: Speech) -> bool:
    """Say whether one person speaks whom the text does not name: "an aide", "Vey's lawyer"."""
    words, head = turns.words, speech.head
    if head is None:
        return False
    office = any(
        s.sighting.office is not None
        and not s.sighting.office.plural
        and head in range(*s.sighting.office.nouns)
        for s in turns.scene.seen
        if not s.actors
    )
    return office or (words.lemma[head] in _VAGUE and words.lower[head] == words.lemma[head])


def are_nameless(turns: Turns, speech: Speech) -> bool:
    """Say whether several speak whom the text does not name: "critics", "Morland deputies"."""
    words, head = turns.words, speech.head
    if head is None:
        return False
    several = words.pos[head] == "NOUN" and words.lower[head] != words.lemma[head]
    return several or words.lower[head] in _SEVERAL
