"""Facing: who faces a charge or draws criticism says nothing, and is whom it is about."""

from rejoinder.actors.pronouns import relative
from rejoinder.actors.scene import Scene
from rejoinder.actors.speech import Speech
from rejoinder.actors.words import Words
from rejoinder.model.ids import ActorId

__all__ = ["faced_by", "facing"]

_GETTING = frozenset(
    "face draw receive attract provoke prompt spark trigger elicit get earn encounter meet "
    "take".split()
)
_WORDS = frozenset(
    """
    accusation allegation backlash call charge complaint condemnation criticism demand objection
    praise protest question rebuke threat warning
    """.split()
)
_RELATIVE = frozenset({"who", "which", "that"})


def facing(words: Words, speech: Speech) -> int | None:
    """Return who gets the words that the cue names: "Norland faced accusations of meddling".

    None: nobody does, or the cue is no such noun.
    """
    for noun in speech.cue:
        if words.lemma[noun] not in _WORDS or words.pos[noun] != "NOUN":
            continue
        verb = words.head[noun]
        if words.dep[noun] == "pobj" and words.lower[verb] == "of":
            # "Faced a wave of criticism".
            verb = words.head[words.head[verb]]
        elif words.dep[noun] == "pobj" and words.lower[verb] == "with":
            # "Was met with criticism".
            verb = words.head[verb] if words.lower[words.head[verb]] == "met" else verb
        if words.lemma[verb] not in _GETTING or verb > noun:
            continue
        first, last = words.sentence_of(verb)
        return next(
            (
                token
                for token in range(first, last)
                if words.head[token] == verb and words.dep[token] in {"nsubj", "nsubjpass"}
            ),
            None,
        )
    return None


def faced_by(scene: Scene, speech: Speech) -> tuple[ActorId, ...]:
    """Return whom such words are about, "Norland" also in "Norland's plan drew criticism"."""
    words = scene.words
    token = facing(words, speech)
    if token is None:
        return ()
    if words.lower[token] in _RELATIVE:
        return relative(scene, token, person=words.lower[token] == "who")
    named = [
        seen
        for seen in scene.outer
        if any(
            t == token or (words.dep[t] == "poss" and words.head[t] == token)
            for t in range(seen.sighting.first, seen.sighting.last)
        )
    ]
    return named[0].actors if named else ()
