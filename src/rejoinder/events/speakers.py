"""Pronouns that take part in events and are nobody's mention: "said it had released them"."""

from collections.abc import Sequence

from spacy.tokens import Token

from rejoinder.events.arguments import agents, subjects
from rejoinder.events.finder import ActorFinder
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Statement

__all__ = ["who_acts"]

_PERSON = frozenset({"he", "she", "i"})
_BODY = frozenset({"it", "they", "we"})


def who_acts(
    head: Token, finder: ActorFinder, statement: Statement | None, sentence: Sequence[Token]
) -> tuple[ActorId, ...]:
    """Return whom a pronoun that is the subject of an event word stands for, or nobody.

    In a speaker's words it is the speaker, else the subject above its clause, else, in the
    publisher's words, the only person named just before.
    """
    pronouns = [one for one in agents(head) or subjects(head) if one.lower_ in _PERSON | _BODY]
    if not pronouns:
        return ()
    personal = pronouns[0].lower_ in _PERSON
    speaking = statement.speaker if statement is not None else ()
    for given in (speaking, _above(pronouns[0], finder)):
        fitting = [
            one
            for one in given
            if one in finder.kinds and (finder.kinds[one] == "person") is personal
        ]
        if len(fitting) == 1:
            return tuple(fitting)
    if statement is not None or not personal:
        return ()
    return _only_person(pronouns[0], finder, sentence)


def _above(pronoun: Token, finder: ActorFinder) -> tuple[ActorId, ...]:
    """Return the subject of the verb above the pronoun's clause: "they said they had left"."""
    told = next((one for one in pronoun.ancestors if one.dep_ == "ccomp"), None)
    return finder.find(subjects(told.head)) if told is not None else ()


def _only_person(
    pronoun: Token, finder: ActorFinder, sentence: Sequence[Token]
) -> tuple[ActorId, ...]:
    """Return the only person that its sentence before it, and the sentence before, name."""
    start = sentence[0].i
    before = pronoun.doc[start - 1].sent if start > 0 else ()
    heads = [*before, *(token for token in sentence if token.i < pronoun.i)]
    named = [one for one in finder.named(heads) if finder.kinds[one] == "person"]
    return tuple(named) if len(named) == 1 else ()
