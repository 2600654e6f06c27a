"""Chains: who speaks, where the source is a name, a title, a pronoun or a document."""

from collections.abc import Sequence
from dataclasses import replace

from rejoinder.actors.continuing import are_nameless, is_nameless_person
from rejoinder.actors.descriptions import DOCUMENTS, described, issuer
from rejoinder.actors.facing import facing
from rejoinder.actors.pronouns import speaker_of_pronoun
from rejoinder.actors.relays import quoted_one
from rejoinder.actors.scene import Scene
from rejoinder.actors.sighting import Seen
from rejoinder.actors.speech import Speech
from rejoinder.actors.titles import past_affiliation
from rejoinder.actors.turns import Speakers, Turns
from rejoinder.actors.words import Words

__all__ = ["resolve_speakers"]

_JOINING = frozenset(
    "and , or & as well with including joined together along plus also some many most".split()
)
_FEELINGS = frozenset(
    """
    shocked concerned worried convinced pleased satisfied alarmed dismayed outraged disappointed
    committed determined prepared confident ready willing unwilling reluctant sceptical skeptical
    grateful opposed appalled saddened surprised shock concern worry alarm dismay outrage
    """.split()
)
_NOBODY = frozenset("it this that there what these those".split())
_BETWEEN = frozenset({"CCONJ", "PUNCT"})
_WORDS_OF = frozenset("word view opinion eye account telling assessment version mind".split())


def resolve_speakers(scene: Scene, speeches: Sequence[Speech]) -> list[Speakers]:
    """Return who speaks in each attribution; nobody where the article does not tell.

    Attributions around others come before those inside them, so that a quotation's speaker is
    known when its first persons are read.
    """
    turns = Turns(scene, speeches)
    for number in turns.outermost_first():
        speech = speeches[number]
        who = turns.found[number] = _speaker(turns, speech)
        if who and speech.head is not None and scene.words.lemma[speech.head] in DOCUMENTS:
            turns.issued[scene.words.lemma[speech.head]] = who
            turns.papers.append(speech.first)
        if who and speech.parent is None and not _is_aside(turns, speech):
            turns.history.append((speech.first, who))
        elif not who and speech.parent is None and is_nameless_person(turns, speech):
            turns.nameless.append(speech.first)
        elif not who and are_nameless(turns, speech):
            turns.crowds.append(speech.first)
    return turns.found


def _is_aside(turns: Turns, speech: Speech) -> bool:
    """Say whether a clause only adds to what is told of somebody else: "who …", "although …"."""
    words = turns.words
    if speech.head is not None and words.lower[speech.head] in {"who", "which", "that"}:
        return True
    subordinate = any(words.dep[token] in {"advcl", "relcl"} for token in speech.cue)
    number = words.sentence[speech.first]
    spoken = any(
        words.sentence[place] == number and place < speech.first for place, _ in turns.history
    )
    return subordinate and spoken


def _speaker(turns: Turns, speech: Speech) -> Speakers:
    quoted = quoted_one(turns.scene, speech)
    if quoted:
        return quoted
    gets = facing(turns.words, speech)
    if gets is not None and (speech.head is None or gets in speech.source):
        return ()
    if speech.head is None:
        return _subject_of_cue(turns, speech)
    own = _own_subject(turns.words, speech)
    if own is not None:
        found = _of_source(turns, replace(speech, source=(own,), head=own), own)
        if found or turns.words.lower[own] in {"which", "that"}:
            return found
    if _speaks_not(turns.words, speech, speech.head):
        subject = _subject_of_cue(turns, speech)
        if subject:
            return subject
    return _of_source(turns, speech, speech.head) or _subject_of_cue(turns, speech)


def _speaks_not(words: Words, speech: Speech, head: int) -> bool:
    """Say whether the source only says what the speaker is, or what his words go on from.

    "As neighbours of Morland, the two voice concern"; "Vey, he went on, failed".
    """
    first = speech.source[0]
    if first and words.lower[first - 1] == "as":
        return True
    return words.dep[head] == "nsubj" and words.head[head] in speech.content


def _own_subject(words: Words, speech: Speech) -> int | None:
    """Return the subject of the cue's verb where it stands between source and cue, or right behind.

    "Morland rejected it, and Tavia denounced it": the second verb is not the first one's source's.
    "Morland is ready, stressed Tavia": nor is a subject of what is said.
    """
    last, verbs = speech.source[-1], [t for t in speech.cue if words.pos[t] in {"VERB", "AUX"}]
    if not verbs or verbs[0] < last:
        return None
    apart = {*speech.source, *speech.content, *speech.cue}
    _, end = words.sentence_of(verbs[-1])
    places: list[int] = [*range(last + 1, verbs[0]), *range(verbs[-1] + 1, min(verbs[-1] + 4, end))]
    for token in places:
        subject = words.dep[token] == "nsubj" and words.head[token] in verbs
        if subject and token not in apart and words.lower[token] not in _NOBODY - {"that"}:
            return token
    return None


def _subject_of_cue(turns: Turns, speech: Speech) -> Speakers:
    """Return the grammatical subject of the cue where the source's words tell of nobody."""
    words, subject = turns.words, _subject_token(turns.words, speech)
    if subject is None:
        return ()
    before = subject - 1
    modified = before >= 0 and (words.dep[before], words.head[before]) == ("compound", subject)
    source = (before, subject) if modified else (subject,)
    return _of_source(turns, replace(speech, source=source, head=subject), subject)


def _subject_token(words: Words, speech: Speech) -> int | None:
    """Return the subject of the cue's verb, also in "were shocked by"; no "it", no "Vey, asked"."""
    if not speech.cue or words.lower[speech.cue[0] - 1 : speech.cue[0] + 1] == [",", "asked"]:
        return None
    felt = {t for t in speech.cue if words.lemma[t] in _FEELINGS or words.lower[t] in _FEELINGS}
    verbs = {*speech.cue, *(words.head[token] for token in felt)}
    found = [
        token
        for token in range(*words.sentence_of(speech.cue[0]))
        if words.head[token] in verbs
        and (felt or (token not in speech.content and words.lower[token] not in _NOBODY))
        and words.dep[token] in ({"nsubj", "nsubjpass"} if felt else {"nsubj"})
    ]
    roots = [token for token in speech.cue if words.dep[token] == "ROOT"]
    if not found:
        return _before_relative(words, roots[0]) if roots else None
    # The parser may take a dateline's place for one more subject.
    return max((t for t in found if t < speech.cue[0]), default=found[0])


def _before_relative(words: Words, cue: int) -> int | None:
    """Return the first word's subject in "Morland, which denies it, says"."""
    first, _ = words.sentence_of(cue)
    for token in range(first, cue - 2):
        if words.dep[token] == "nsubj" and words.text[token + 1] == ",":
            return token if words.lower[token + 2] in {"which", "who"} else None
    return None


def _of_source(turns: Turns, speech: Speech, head: int) -> Speakers:
    named = _named(turns, speech)
    if named:
        return named
    lands = _lands(turns, speech)
    if lands:
        return lands
    meant = speaker_of_pronoun(turns, speech, turns.words.lower[head])
    if meant is not None:
        return meant
    lemma = turns.words.lemma[head]
    return issuer(turns, speech) if lemma in DOCUMENTS else described(turns, speech, lemma)


def _lands(turns: Turns, speech: Speech) -> Speakers:
    """Return the lands of a source of adjectives alone: "Tavian and Western" claims."""
    known, words = turns.scene.lands, turns.words
    if any(words.pos[t] not in {"ADJ", "PROPN"} | _BETWEEN for t in speech.source):
        return ()
    return tuple(dict.fromkeys(known[t] for t in speech.source if t in known))


def _named(turns: Turns, speech: Speech) -> Speakers:
    """Return those whom the source names at its head, and those joined to them by "and"."""
    end = speech.source[-1] + 1
    inside = [
        s
        for s in turns.scene.outer
        if (s.sighting.first < end and s.sighting.last > speech.source[0])
        or (s.sighting.first == end and _is_apposed(turns, speech, s))
    ]
    if not inside or speech.head is None:
        return ()
    heads = [s for s in inside if s.sighting.first <= speech.head < s.sighting.last]
    if not heads:
        heads = [s for s in inside if _opens(turns.words, speech.source, s)][:1]
    if not heads:
        heads = [s for s in inside if _is_apposed(turns, speech, s)][:1]
    if not heads:
        heads = [s for s in inside if _possesses(turns.words, speech.head, s)][:1]
    if not heads:
        heads = [s for s in inside if _follows_first_comma(turns.words, speech, s)][:1]
    if not heads:
        return ()
    chosen = [s for s in inside if s.sighting.first == heads[0].sighting.first]
    last = heads[0].sighting.last
    for later in inside:
        gap = turns.words.lower[past_affiliation(turns.words, last) : later.sighting.first]
        # "Vey, a lawyer with the Institute", but "Vey with the minister".
        serves = gap[:1] == ["with"] and turns.words.pos[last - 1] == "NOUN"
        apart = serves or _has_own_verb(turns.words, speech, later)
        joins = gap and all(w in _JOINING for w in gap) and not apart
        if later.sighting.first >= last and joins:
            chosen.append(later)
            last = later.sighting.last
    return tuple(dict.fromkeys(actor for s in chosen for actor in s.actors))


def _has_own_verb(words: Words, speech: Speech, seen: Seen) -> bool:
    """Say whether it is the subject of another verb in the source: "A, the Courier wrote, says"."""
    return any(
        words.dep[token] == "nsubj"
        and words.head[token] in speech.source
        and words.pos[words.head[token]] == "VERB"
        for token in range(*seen.sighting.core)
    )


def _is_apposed(turns: Turns, speech: Speech, seen: Seen) -> bool:
    """Say whether the sighting is the name of the head: "its neighbours, Morland and Tavia".

    Also in "the pundit Ilona Vey" and "one of these, Ilona Vey, told".
    """
    words, head, sighting = turns.words, speech.head, seen.sighting
    if head is None or words.pos[head] not in {"NOUN", "NUM", "PRON", "PROPN"}:
        return False
    behind = sighting.first == head + 2 and words.text[head + 1] == ","
    if behind and (words.pos[head] == "NOUN" or (sighting.name and not _is_named(turns, head))):
        return True
    named = (sighting.name or sighting.entry is not None) and sighting.first > head
    several = words.pos[head] == "NOUN" and words.lower[head] != words.lemma[head]
    apposed = any(
        words.dep[t] == "appos" and (words.head[t] == head or not several)
        for t in range(*sighting.core)
    )
    return bool(named) and (apposed or sighting.first == head + 1)


def _is_named(turns: Turns, head: int) -> bool:
    return any(s.sighting.first <= head < s.sighting.last for s in turns.scene.outer)


def _follows_first_comma(words: Words, speech: Speech, seen: Seen) -> bool:
    """Say whether a name says who they are: "two other lawmakers, Rep. Vey and Rep. Lamas"."""
    commas = [token for token in speech.source[1:] if words.text[token] == ","]
    if not commas or not seen.sighting.name or seen.sighting.first != commas[0] + 1:
        return False
    lead = [token for token in speech.source if token < commas[0]]
    if words.lower[lead[0]] == "one":
        return True
    kinds = {words.pos[token] for token in lead}
    return "NOUN" in kinds and "ADP" not in kinds


def _possesses(words: Words, head: int, seen: Seen) -> bool:
    """Say whether the source is somebody's words: "in Vey's words", "the view of Morland"."""
    if words.lemma[head] not in _WORDS_OF:
        return False
    last = seen.sighting.last
    owned = words.lower[last : last + 1] == ["'s"] or words.lower[last - 1] == "'s"
    of_whom = words.lower[max(0, seen.sighting.first - 1)] == "of"
    return (owned and last <= head) or (of_whom and seen.sighting.first > head)


def _opens(words: Words, source: Sequence[int], seen: Seen) -> bool:
    """Say whether the sighting begins the source and is not what a longer noun phrase is about."""
    start, last = seen.sighting.first, seen.sighting.last
    lead = [t for t in source if t < start]
    if any(words.lower[t] not in {"the", "a", "an", '"'} for t in lead):
        return False
    rest = [t for t in source if t >= last]
    if not rest or words.lemma[rest[0]] in {"country", "state", "nation", "member", "leader"}:
        return True
    return words.lower[rest[0]] != "'s" and words.pos[rest[0]] not in {"NOUN", "PROPN"}
