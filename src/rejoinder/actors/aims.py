"""Aims: who is meant by the words that say at whom a statement is, read off the parse."""

from collections.abc import Iterator, Sequence

from rejoinder.actors.scene import Scene
from rejoinder.actors.sides import own_side, with_joined
from rejoinder.actors.sighting import Seen
from rejoinder.actors.speech import Speech
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act

__all__ = ["Earlier", "aimed_at"]

Earlier = tuple[Speech, tuple[ActorId, ...], tuple[ActorId, ...]]

_WHOSE = frozenset("poss amod compound nmod".split())
_CALLED = frozenset({"compound", "nmod"})
_OF = frozenset({"of", "from", "by"})
_HIM = {"he": "m", "him": "m", "she": "f", "her": "f"}
_IT = frozenset({"it", "they", "them"})
_PEOPLE = frozenset({ActorKind.PERSON, ActorKind.MEDIA})
_ALIKE = frozenset({("each", "other"), ("one", "another")})
_PUT_FORWARD = frozenset(
    "accusation allegation assertion charge claim demand insinuation invitation offer proposal "
    "request suggestion".split()
)
_MADE_BY = frozenset({"by", "from"})
_ANSWERING = frozenset({Act.DENY, Act.REFUSE})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_REACH = 2


def aimed_at(
    scene: Scene,
    speech: Speech,
    speaker: tuple[ActorId, ...],
    fitting: Sequence[Seen],
    earlier: Earlier | None,
) -> tuple[ActorId, ...] | None:
    """Return at whom the words aim: whom they blame, bind or ask, or whose claim they answer.

    Args:
        scene: the article.
        speech: the attribution.
        speaker: who speaks.
        fitting: who is named in it and may be meant: others than the speaker's own side.
        earlier: the attribution at the top level before it, with its speaker and its targets.

    Returns:
        None where the words do not say; nobody where they mean somebody whom the article does not
        name.
    """
    if len(speaker) > 1 and _is_mutual(scene.words, speech):
        return speaker
    for token in _pointing(scene.words, speech):
        for place in _phrase(scene.words, token):
            for seen in fitting:
                at = seen.sighting.first <= place < seen.sighting.last
                if at and (place == token or not _is_another(scene, speech, seen, place)):
                    return with_joined(scene, seen, speaker)
            land = scene.lands.get(place) if scene.words.dep[place] in _WHOSE else None
            if land is not None and not own_side(scene, land, speaker):
                return (land,)
        outside = _named_outside(scene, token, speaker)
        if outside:
            return outside
        found = _of_pronoun(scene, speech, token, speaker, earlier)
        if found:
            return found
    return () if speech.alone and speech.aimed else None


def _is_another(scene: Scene, speech: Speech, seen: Seen, place: int) -> bool:
    """Say whether a person is not who is meant: "an aide of Vey's", "the Vey report"."""
    person = scene.profiles[seen.actors[0]].kind is ActorKind.PERSON
    return person and (speech.alone or scene.words.dep[place] in _CALLED)


def _named_outside(scene: Scene, token: int, speaker: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return who is named by a word that stands outside of cue and content."""
    for seen in scene.outer:
        if seen.sighting.first <= token < seen.sighting.last:
            return tuple(a for a in seen.actors if not own_side(scene, a, speaker))
    return ()


def _is_mutual(words: Words, speech: Speech) -> bool:
    """Say whether what is said begins with "each other": all who speak are meant."""
    start = (*speech.cue[-1:], *speech.content[:2])
    pairs = {(words.lower[t], words.lower[t + 1]) for t in start if t + 1 < len(words)}
    return bool(pairs & _ALIKE)


def _pointing(words: Words, speech: Speech) -> Iterator[int]:
    """Yield the words that say at whom, the surest first."""
    if speech.act in _ANSWERING:
        for token in (*speech.cue, *speech.content):
            if words.lemma[token] in _PUT_FORWARD and words.pos[token] == "NOUN":
                yield from _who_put_forward(words, token)
                break
    yield from speech.aimed


def _who_put_forward(words: Words, noun: int) -> Iterator[int]:
    """Yield whose claim it is: "Norlandic accusations", "the offer made by Norland"."""
    first, last = words.sentence_of(noun)
    for place in range(first, last):
        if words.head[place] != noun or place == noun:
            continue
        if words.dep[place] in {"poss", "amod", "compound"}:
            yield place
        elif words.dep[place] == "prep" and words.lower[place] in _MADE_BY:
            yield from (t for t in range(place + 1, last) if words.head[t] == place)
        elif words.dep[place] == "acl":
            agents = [t for t in range(place + 1, last) if words.head[t] == place]
            by = [t for t in agents if words.dep[t] == "agent"]
            yield from (t for t in range(place + 1, last) if words.head[t] in by)


def _phrase(words: Words, token: int) -> Iterator[int]:
    """Yield a word, then those that say whose or of whom it is: "X's army", "the army of X".

    So is who is joined to it: in Norland's words "Norland and X must talk" is about X.
    """
    yield token
    first, last = words.sentence_of(token)
    for place in range(first, last):
        if words.head[place] != token or place == token:
            continue
        if words.dep[place] in _WHOSE or words.dep[place] == "conj":
            yield place
        elif words.dep[place] == "prep" and words.lower[place] in _OF:
            yield from (t for t in range(place + 1, last) if words.head[t] == place)


def _of_pronoun(
    scene: Scene,
    speech: Speech,
    token: int,
    speaker: tuple[ActorId, ...],
    earlier: Earlier | None,
) -> tuple[ActorId, ...]:
    """Return whom "it", "them" or "him" means: who was named in the sentence, or spoken of before.

    Of the sentences before, who spoke last comes first unless he speaks on; then whom he spoke of.
    """
    word, number = scene.words.lower[token], scene.words.sentence[token]
    if word not in _HIM and word not in _IT:
        return ()
    near = [
        seen
        for seen in _subjects_before(scene, token)
        if seen.sighting.core[0] not in speech.source
        and all(_fits(scene, actor, word, speaker) for actor in seen.actors)
    ]
    known = [s for s in near if scene.profiles[s.actors[0]].gender == _HIM.get(word, "")]
    near = known or near
    here = [s for s in near if scene.words.sentence[s.sighting.first] == number]
    if here:
        return here[-1].actors
    for said in _spoken_before(speech, speaker, earlier, scene):
        if said and all(_fits(scene, actor, word, speaker) for actor in said):
            return said
    return near[-1].actors if near else ()


def _subjects_before(scene: Scene, token: int) -> Iterator[Seen]:
    """Yield who is a subject before a word, in its sentence or the two before."""
    words = scene.words
    for seen in scene.outer:
        if seen.sighting.last > token:
            break
        near = words.sentence[token] - words.sentence[seen.sighting.first] <= _REACH
        if near and any(words.dep[t] in _SUBJECTS for t in range(*seen.sighting.core)):
            yield seen


def _fits(scene: Scene, actor: ActorId, word: str, speaker: tuple[ActorId, ...]) -> bool:
    """Say whether a pronoun may mean somebody else than the speaker's side."""
    if own_side(scene, actor, speaker):
        return False
    profile = scene.profiles[actor]
    if word not in _HIM:
        return profile.kind not in _PEOPLE
    return profile.kind is ActorKind.PERSON and {profile.gender, _HIM[word]} != {"m", "f"}


def _spoken_before(
    speech: Speech, speaker: tuple[ActorId, ...], earlier: Earlier | None, scene: Scene
) -> Iterator[tuple[ActorId, ...]]:
    if earlier is None or not speech.content:
        return
    words = scene.words
    if words.sentence[speech.first] - words.sentence[earlier[0].first] > _REACH:
        return
    _, said_by, about = earlier
    if set(said_by) == set(speaker):
        yield about
    else:
        yield said_by
