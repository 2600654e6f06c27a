"""Who is named in the words said, but only suffers what is done or stands in a side clause."""

from collections.abc import Collection

from rejoinder.actors.words import Words

__all__ = ["is_supposed", "places_another", "stands_aside", "suffers"]

_VICTIMS = frozenset(
    "attack assault killing murder death assassination attempt strike shooting bombing war".split()
)
_WAGED = frozenset("waged directed launched committed mounted aimed campaign aggression".split())
_ASIDE = frozenset("because since although though after".split())
_HANGING = frozenset({"advcl", "csubj"})
_IF = frozenset({"if", "unless"})
_HARMING = frozenset(
    "abduct annex arrest assault attack beat besiege blockade bomb burn deport destroy detain "
    "expel harass injure intimidate invade kidnap kill loot murder occupy oppress persecute "
    "provoke raid rob seize shell shoot threaten torture wound".split()
)
_COMPARED = frozenset({"than", "unlike"})
_FELLOWS = frozenset("ally member partner candidate applicant hopeful".split())
_BEFORE_NOUN = frozenset({"compound", "amod", "nmod"})
_NEAR = 2


def suffers(words: Words, first: int, core: range, cue: Collection[int]) -> bool:
    """Say whether something is done to who is named: "the attack on X", "X was beaten by Y".

    Who is but compared has no part in it either: "more than X".

    Args:
        words: the article.
        first: where the mention begins.
        core: the words of the name itself.
        cue: the words of the cue; whom it threatens it is about.
    """
    near = words.lower[max(0, first - _NEAR) : first]
    if set(near[-1:]) & _COMPARED:
        return True
    if len(near) == _NEAR:
        if near[1] == "against" and near[0] in _WAGED:
            return True
        if near[0] in _VICTIMS and near[1] in {"on", "against", "of"}:
            return True
    passive = [words.head[t] for t in core if words.dep[t] == "nsubjpass"]
    return any(verb not in cue and _is_harmed(words, verb) for verb in passive)


def _is_harmed(words: Words, verb: int) -> bool:
    """Say whether a passive tells of harm and by whom it is done: "was seized and burned by"."""
    if words.lemma[verb] not in _HARMING:
        return False
    _, last = words.sentence_of(verb)
    verbs = {verb} | {
        t for t in range(verb, last) if words.dep[t] == "conj" and words.head[t] == verb
    }
    return any(words.dep[t] == "agent" and words.head[t] in verbs for t in range(verb, last))


def stands_aside(words: Words, token: int) -> bool:
    """Say whether a word stands in a clause of cause, concession or time: "after X had left"."""
    return _stands_behind(words, token, _ASIDE)


def is_supposed(words: Words, token: int) -> bool:
    """Say whether a word stands in a condition: "if X were to leave"."""
    return _stands_behind(words, token, _IF)


def _stands_behind(words: Words, token: int, marks: Collection[str]) -> bool:
    while words.head[token] != token:
        token = words.head[token]
        if words.dep[token] in _HANGING and _is_behind(words, token, marks):
            return True
    return False


def _is_behind(words: Words, verb: int, marks: Collection[str]) -> bool:
    """Say whether one of the words leads a clause, or the one that it goes on from.

    Of "if he stays, pays and helps" the parser hangs the first verb from the second.
    """
    first, last = words.sentence_of(verb)
    own = [t for t in range(first, last) if words.head[t] == verb]
    if any(words.lower[t] in marks for t in own):
        return True
    if any(words.dep[t].startswith("nsubj") or words.lower[t] == "to" for t in own):
        return False
    return any(words.dep[t] == "advcl" and t < verb and _is_behind(words, t, marks) for t in own)


def places_another(words: Words, core: range) -> bool:
    """Say whether the name only tells where somebody else belongs: "goods for a Pact ally"."""
    last = core[-1]
    head = words.head[last]
    return (
        words.dep[last] in _BEFORE_NOUN
        and head > last
        and words.pos[head] == "NOUN"
        and (words.lemma[head] in _FELLOWS or words.lower[head - 1] == "member")
    )
