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

    In a speaker's words it is the speaker, in the publisher's the only person named just before.
    """
    pronouns = [one for one in agents(head) or subjects(head) if one.lower_ in _PERSON | _BODY]
    if not pronouns:
        return ()
    personal = pronouns[0].lower_ in _PERSON
    if statement is None:
        return _only_person(pronouns[0], finder, sentence) if personal else ()
    fitting = [
        one
        for one in statement.speaker
        if one in finder.kinds and (finder.kinds[one] == "person") is personal
    ]
    return tuple(fitting) if len(fitting) == 1 else ()


def _only_person(
    pronoun: Token, finder: ActorFinder, sentence: Sequence[Token]
) -> tuple[ActorId, ...]:
    """Return the only person that its sentence before it, and the sentence before, name."""
    start = sentence[0].i
    before = pronoun.doc[start - 1].sent if start > 0 else ()
    heads = [*before, *(token for token in sentence if token.i < pronoun.i)]
    named = [one for one in finder.named(heads) if finder.kinds[one] == "person"]
    return tuple(named) if len(named) == 1 else ()
