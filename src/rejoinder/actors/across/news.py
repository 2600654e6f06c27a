"""News: which verdicts may change by what a batch tells of an actor."""

from dataclasses import dataclass

from rejoinder.actors.across.known import Known
from rejoinder.actors.across.offices import INTERNATIONAL
from rejoinder.model.profile import Fact, Facts, Profile

__all__ = ["NO_NEWS", "News", "news_of"]

# Of who stands everywhere no verdict rests on these.
_IDLE = frozenset({Fact.YEAR, Fact.HOME, Fact.PLAIN})
# No verdict on bare surnames does on these.
_PASSING = _IDLE | {Fact.STATE, Fact.BESIDE}
_OFFICES = frozenset({Fact.OFFICE, Fact.FORMER})


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is known of an actor that was not known before a batch.

    Attributes:
        matters: any verdict may change.
        renamed: it has another name, or was not known at all.
        reaches_bare: verdicts on any bare surname that may be its may change.
        reaches_vacant: verdicts on any office without a name that may be its may change.
        states: otherwise, those on bare surnames of articles that tell of one of these states may.
    """

    matters: bool = False
    renamed: bool = False
    reaches_bare: bool = False
    reaches_vacant: bool = False
    states: frozenset[str] = frozenset()


NO_NEWS = News()


def news_of(known: Known, old: Profile | None, new: Profile) -> News:
    """Return what is new.

    Args:
        known: everything that is known of the actor.
        old: what was known before, if anything was.
        new: what the batch tells.
    """
    facts = new.beyond(old) if old is not None else new.facts
    sorts = facts.keys()
    if known.ref.article:
        return News(matters=bool(facts))
    if old is None or Fact.NAME in sorts:
        return News(matters=bool(facts), renamed=True, reaches_bare=True, reaches_vacant=True)
    offices = _offices(facts) - _offices(old.facts)
    # States that are mentioned matter where it is not known whose somebody, or his office, is.
    placed = known.countries - INTERNATIONAL and all(h.owner for h in known.held | known.left)
    states = facts.get(Fact.STATE, frozenset()) if not placed else frozenset()
    first = bool(states) and not old.values(Fact.STATE)
    reaches = bool(offices or sorts - _PASSING - _OFFICES or first)
    return News(
        matters=bool(states or sorts - _IDLE - {Fact.STATE}),
        reaches_bare=reaches,
        reaches_vacant=Fact.OFFICE in sorts,
        states=frozenset() if reaches else states,
    )


def _offices(facts: Facts) -> set[tuple[Fact, str]]:
    """Return the offices of facts, whenever an article gave them."""
    return {(sort, each.rpartition("/")[0]) for sort in _OFFICES for each in facts.get(sort, ())}
