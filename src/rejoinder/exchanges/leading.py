"""Between whom an exchange is: the two whom its title names."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Statement

__all__ = ["leading", "parties_of"]

# Who says the same, or offers to stand between, is not whom one speaks against.
_NOT_AGAINST = frozenset({Relation.REPEATS, Relation.SUPPORTS, Relation.MEDIATES})
# Who answers is a party rather than who is only spoken of.
_ANSWER = 2


def parties_of(statements: Iterable[Statement]) -> tuple[ActorId, ...]:
    """Return who speaks or is spoken of: most turns first, then most often spoken of."""
    told = list(statements)
    speaks = Counter(actor for statement in told for actor in statement.speaker)
    spoken_of = Counter(actor for statement in told for actor in statement.about)
    return tuple(
        sorted(
            {*speaks, *spoken_of},
            key=lambda actor: (-speaks[actor], -spoken_of[actor], actor),
        )
    )


def leading(
    statements: Sequence[Statement], links: Iterable[Link], sides: Mapping[ActorId, Set[ActorId]]
) -> list[ActorId]:
    """Return who speaks most, and with whom on another side: by answers, and by who is spoken of.

    Who mediates is named only where there is nobody else, and so is who answers for the same side.

    Args:
        statements: of the exchange.
        links: between them, or to events.
        sides: the parties that each actor speaks for, himself among them.
    """
    parties = parties_of(statements)
    if not any(statement.speaker for statement in statements):
        return []
    held = list(links)
    told = {statement.id: statement for statement in statements}
    mediators = {
        actor
        for link in held
        if link.relation is Relation.MEDIATES
        for actor in told[link.answer].speaker
    }
    speakers = {actor for statement in statements for actor in statement.speaker}
    first = next((one for one in parties if one in speakers - mediators), parties[0])
    side = sides.get(first, {first})
    across = [one for one in parties if side.isdisjoint(sides.get(one, {one}))]
    if not across:
        # A president and his parliament speak for one state.
        answered = Counter(_answering(told, held, {first}))
        across = [one for one in parties if one != first and answered[one]]
    of_side = {one for one in parties if one not in across}
    answers = Counter(_answering(told, held, of_side))
    spoken_of = Counter(_speaking_of(statements, of_side))
    across.sort(key=lambda one: (one in mediators, -(_ANSWER * answers[one] + spoken_of[one])))
    return [first, *across[:1]]


def _answering(
    told: Mapping[StatementId, Statement], links: Iterable[Link], side: Set[ActorId]
) -> Iterator[ActorId]:
    """Yield who speaks in each turn that one side answers, or that answers it."""
    for link in links:
        if link.relation not in _NOT_AGAINST and link.answered in told:
            ends = told[link.answer], told[StatementId(link.answered)]
            for one, other in (ends, ends[::-1]):
                if not side.isdisjoint(one.speaker):
                    yield from other.speaker


def _speaking_of(statements: Iterable[Statement], side: Set[ActorId]) -> Iterator[ActorId]:
    """Yield of whom one side speaks, and who speaks of it, in each turn."""
    for statement in statements:
        if not side.isdisjoint(statement.speaker):
            yield from statement.about
        if not side.isdisjoint(statement.about):
            yield from statement.speaker
