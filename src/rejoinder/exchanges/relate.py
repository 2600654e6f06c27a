"""Which relation an answer has, from what the two statements do."""

from dataclasses import replace

from rejoinder.model.ids import EventId, StatementId
from rejoinder.model.link import Link, Relation, link_id
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Statement

__all__ = [
    "BLAMING",
    "HOSTILE",
    "OPEN",
    "REJECTING",
    "TOLD_AGAIN",
    "make_link",
    "relation_of",
    "weighed",
]

BLAMING = frozenset({Act.ACCUSE, Act.CRITICISE})
HOSTILE = BLAMING | {Act.WARN}
REJECTING = frozenset({Act.DENY, Act.REFUSE})
# What asks something of another, and so can be refused or accepted.
OPEN = frozenset({Act.DEMAND, Act.OFFER})
TOLD_AGAIN = 0.45
"""How alike what a speaker says again counts for, 0 to 1: claims take repetitions from there on."""


def relation_of(
    answer: Act, answered: Act, marked: Relation | None = None, *, mutual: bool = True
) -> Relation:
    """Return the relation that the acts give, where the marker does not decide it.

    ``mutual`` says that the answer is about the one whom it answers; only then an accusation
    counters an accusation.
    """
    if answer in REJECTING and marked in (None, Relation.DENIES, Relation.ANSWERS):
        return Relation.REFUSES if answered in OPEN else Relation.DENIES
    if marked is Relation.DENIES and answered in OPEN:
        return Relation.REFUSES
    if marked is Relation.ACCEPTS and answered not in OPEN:
        return Relation.SUPPORTS
    if marked is not None:
        return marked
    if answer is Act.ACCUSE and answered in HOSTILE and mutual:
        return Relation.COUNTERS
    if answer is Act.AGREE and answered in OPEN:
        return Relation.ACCEPTS
    return Relation.ANSWERS


def make_link(
    answer: StatementId,
    answered: StatementId | EventId,
    relation: Relation,
    *,
    evidence: Span | None,
    score: float = 1.0,
) -> Link:
    """Return the link; it is explicit where there is evidence in the text.

    ``score`` is of a repetition, and says how alike the two are, 0 to 1; others get theirs by
    `weighed`.
    """
    return Link(
        id=link_id(answer, answered, relation),
        answer=answer,
        answered=answered,
        relation=relation,
        explicit=evidence is not None,
        evidence=evidence,
        score=round(score, 3),
    )


def weighed(link: Link, answer: Statement, answered: Statement | None) -> Link:
    """Return the link with the score of its ends: it is no surer than that both are said.

    How often links are right rises with it on text that nobody had read (docs/exchanges.md); what
    finds a link tells nothing of that.  A repetition keeps how alike the two are.  Where an event
    is answered ``answered`` is None: nobody has to say it.
    """
    if link.relation is Relation.REPEATS:
        return link
    both = answer.score * (answered.score if answered else 1.0)
    return replace(link, score=round(both, 3))
