"""Who is named in words of blame and not meant by them: who bears the deed, or lends it a name."""

from collections.abc import Collection, Sequence
from typing import Final

from rejoinder.actors.bystanders import is_supposed
from rejoinder.actors.scene import Scene
from rejoinder.actors.sighting import Seen
from rejoinder.actors.speech import Speech
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind
from rejoinder.model.statement import Act

__all__ = ["blamed"]

# "It would be a shame" takes up nobody.
_HE: Final = frozenset({"he", "she", "they"})
_BORNE: Final = frozenset({"dobj", "iobj", "dative"})
_SPEAKER: Final = frozenset({"i", "we", "let"})
_AGAINST: Final = frozenset({"against", "for", "during"})
_VICTIMS: Final = frozenset(
    "abduction abuse annexation bombardment deaths discrimination harassment intimidation invasion "
    "kidnapping massacre occupation oppression persecution seizure shelling slaughter takeover "
    "targeting torture treatment".split()
)
_OF: Final = frozenset({"of", "on", "against"})
_MATTERS: Final = frozenset(
    "accord agreement case conflict controversy crisis deal election inquiry investigation issue "
    "probe question referendum report sanctions scandal story summit talks vote war".split()
)
# "Spent a column on criticising them" blames them all the same.
_WORDS: Final = frozenset(
    """accuse blame blast chide condemn criticise criticize denounce excuse fault mock rebuke
    slam""".split()
)
_SERVANTS: Final = frozenset({"adviser", "advisor", "aide", "donor", "staffer"})
# What is thought of somebody: "contempt for X" is at X.
_ATTITUDES: Final = frozenset(
    "animus antipathy aversion contempt criticism disdain dislike disregard disrespect distaste "
    "excuse hatred impunity justification lack mistrust punishment reproach scorn".split()
)
_TAKING: Final = frozenset("extort pilfer rob seize siphon snatch steal take wrest".split())
_JOINING: Final = frozenset("ally collude connive conspire cooperate plot side".split())
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
# By these a verb has its doer from the one above.
_LENT: Final = frozenset({"acl", "advcl", "conj", "dobj", "relcl", "xcomp"})
_BEFORE_NOUN: Final = frozenset({"compound", "nmod"})


def blamed(
    scene: Scene, speech: Speech, acting: Sequence[Seen], named: Sequence[Seen]
) -> list[Seen]:
    """Return whom words of blame may mean.

    Args:
        scene: the article.
        speech: the attribution.
        acting: who is named and neither only suffers it nor is where it is.
        named: those too; criticism is about them where nobody else is meant, a charge is not.
    """
    meant = _meant(scene, speech, named)
    found = [seen for seen in acting if seen in meant and _may_be_meant(scene, speech, seen)]
    rest = () if speech.act is Act.ACCUSE else meant
    return found or [seen for seen in rest if _may_be_meant(scene, speech, seen)]


def _meant(scene: Scene, speech: Speech, named: Sequence[Seen]) -> Sequence[Seen]:
    """Return those whom blame may mean: of several, whom no condition names.

    "If X agrees, nothing excuses Y" is about Y, "if X thinks so, they are wrong" about X.
    """
    words = scene.words
    real = [s for s in named if not is_supposed(words, s.sighting.core[0])]
    taken_up = any(
        words.lower[t] in _HE and words.dep[t] == "nsubj" and not is_supposed(words, t)
        for t in speech.content
    )
    return named if not real and (taken_up or len(named) == 1) else real


def _may_be_meant(scene: Scene, speech: Speech, seen: Seen) -> bool:
    """Say whether words of blame may mean somebody; a charge is told in the sentence of a wrong."""
    number = scene.words.sentence
    charge = speech.act is Act.ACCUSE and speech.deed is not None
    if charge and number[speech.deed or 0] != number[seen.sighting.first]:
        return False
    land = scene.profiles[seen.actors[0]].kind is ActorKind.STATE
    return not _is_unblamed(scene.words, range(*seen.sighting.core), speech.cue, land=land)


def _is_unblamed(words: Words, core: range, cue: Collection[int], *, land: bool) -> bool:
    """Say whether somebody is named and not meant; the cue blames whom it governs.

    A land may stand for what concerns it.
    """
    head = core[-1]
    while words.head[head] in core and words.head[head] != head:
        head = words.head[head]
    while words.dep[head] == "conj":
        head = words.head[head]
    above = words.head[head]
    if above in cue or head in cue or above == head:
        return False
    if words.dep[head] in _BEFORE_NOUN and words.pos[above] in _NOUNS:
        return words.lower[above] in _SERVANTS or (land and words.lower[above] in _MATTERS)
    return _bears(words, head, above, cue) or _is_reason(words, head, cue)


def _bears(words: Words, head: int, above: int, cue: Collection[int]) -> bool:
    """Say whether something is done to him by somebody else: "to entice them", "voted for them"."""
    if words.dep[head] in _BORNE and words.pos[above] == "VERB":
        return words.lemma[above] not in _WORDS and not _is_done_by_speaker(words, above, cue)
    if words.dep[head] != "pobj":
        return False
    while words.dep[above] == "conj" and words.pos[words.head[above]] == "ADP":
        above = words.head[above]
    governor = words.head[above]
    if words.lower[above] in _OF and words.lower[governor] in _VICTIMS:
        return True
    if governor not in cue and _is_bystander(words, words.lower[above], governor, cue):
        return True
    verb = words.pos[governor] == "VERB" and governor not in cue
    return verb and words.lower[above] in _AGAINST and not _is_done_by_speaker(words, governor, cue)


def _is_bystander(words: Words, preposition: str, governor: int, cue: Collection[int]) -> bool:
    """Say whether a preposition makes somebody a mere part of what another does.

    He gains or loses by it, has it taken from him, takes part in it, is moved by it: "a boon for
    X", "stolen from X", "conspired with X", "troubling to X".
    """
    lemma, noun = words.lemma[governor], words.pos[governor] in _NOUNS
    if preposition == "for" and noun:
        return lemma not in _ATTITUDES
    if preposition == "from":
        return lemma in _TAKING
    if preposition == "with":
        return lemma in _JOINING
    if preposition == "to":
        return words.pos[governor] == "ADJ"
    return preposition == "against" and noun and _is_brought_by_another(words, governor, cue)


def _is_brought_by_another(words: Words, noun: int, cue: Collection[int]) -> bool:
    """Say whether another than the speaker does what is done against him: "filed charges"."""
    verb = words.head[noun]
    return (
        words.dep[noun] == "dobj"
        and verb not in cue
        and words.pos[verb] == "VERB"
        and not _is_done_by_speaker(words, verb, cue)
    )


def _is_done_by_speaker(words: Words, verb: int, cue: Collection[int]) -> bool:
    """Say whether who speaks does it, or asks for it: "we must stop them".

    Who does it may be told by a verb above: "claims to have arms to use against them".
    """
    first, last = words.sentence_of(verb)
    node, lent = verb, ""
    while True:
        subjects = [
            t
            for t in range(first, last)
            if words.head[t] == node and words.dep[t].startswith("nsubj")
        ]
        if node in cue:
            return lent == "xcomp"
        if subjects:
            return any(words.lower[t] in _SPEAKER for t in subjects)
        if words.dep[node] not in _LENT:
            return words.dep[verb] in {"ROOT", "xcomp", "ccomp"}
        node, lent = words.head[node], words.dep[node]


def _is_reason(words: Words, head: int, cue: Collection[int]) -> bool:
    """Say whether he is named in what another is blamed for: "faulted the board for his loss"."""
    node = head
    while words.head[node] != node:
        node = words.head[node]
        if node in cue:
            return False
        above = words.head[node]
        if words.lower[node] == "for" and words.dep[node] == "prep":
            of_object = words.dep[above] == "dobj" and words.head[above] in cue
            return above in cue or of_object
    return False
