"""Features: what in the context of two actors speaks for their being one, and what against it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from rejoinder.actors.across.known import Held, Known
from rejoinder.actors.across.offices import INTERNATIONAL, POLITICS
from rejoinder.actors.tables import read_table

__all__ = ["BARE", "FULL", "SPELT", "Feature", "Weights", "context_features"]


# What holders of all sorts of offices are called as well.
_VAGUE = frozenset({"leader", "politician", "official"})


class Feature(NamedTuple):
    """A ground for a verdict: its name, what it says to a reader, what it adds to the score.

    ``rules_out`` says that it contradicts whatever else agrees.
    """

    name: str
    says: str
    weight: float
    rules_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each agreement adds to the score, or takes from it.

    Attributes:
        country: one country is known of both.
        home: the country of one is mentioned with the other.
        nowhere: it is not, though other states are.
        states: of neither a country is known, but states are mentioned with both.
        apart: no state is mentioned with both.
        abroad: different countries are known.
        office: the same office of the same owner.
        key: the same office, where an owner is not known; more if the other owner is mentioned.
        group: offices that may go by the same noun.
        other: offices of different kinds.
        sector: of one sector.
        gender: of one gender, where that is known.
    """

    country: float
    home: float
    nowhere: float
    states: float
    apart: float
    abroad: float
    office: float
    key: float
    group: float
    other: float
    sector: float
    gender: float


FULL = Weights(
    country=0.15, home=0.07, nowhere=-0.05, states=0.05, apart=-0.05, abroad=-0.35,
    office=0.2, key=0.12, group=0.06, other=-0.05, sector=0.04, gender=0.0,
)  # fmt: skip
# For names that are not spelt alike.
SPELT = replace(FULL, other=-0.15)
BARE = Weights(
    country=0.25, home=0.15, nowhere=-0.2, states=0.1, apart=-0.2, abroad=-0.4,
    office=0.25, key=0.15, group=0.1, other=-0.05, sector=0.04, gender=0.02,
)  # fmt: skip


def context_features(
    one: Known, other: Known, weights: Weights, *, beside: float = -0.35
) -> list[Feature]:
    """Return what two actors' contexts have in common and in what they differ, weightiest first.

    Args:
        one: either.
        other: the other one; the order does not matter.
        weights: what each feature is worth.
        beside: what it is worth that an article names both.
    """
    found = [
        _country(one, other, weights),
        _office(one, other, weights),
        _sector(one, other, weights),
        _gender(one, other, weights),
        _beside(one, other, beside),
    ]
    return sorted((f for f in found if f is not None), key=lambda f: (-abs(f.weight), f.name))


def _country(one: Known, other: Known, weights: Weights) -> Feature | None:
    ours, theirs = one.countries - INTERNATIONAL, other.countries - INTERNATIONAL
    if ours and theirs:
        shared = ours & theirs
        if shared:
            return Feature("country", f"{min(shared)}, both", weights.country)
        says = f"{min(ours)} and {min(theirs)}"
        return Feature("country", says, weights.abroad, rules_out=True)
    if one.countries & other.countries:
        return Feature("country", f"{min(one.countries & other.countries)}, both", weights.country)
    if ours or theirs:
        around = other.states if ours else one.states
        home = (ours or theirs) & around
        if home:
            return Feature("country", f"{min(home)}, mentioned with both", weights.home)
        says = f"{min(ours or theirs)}, not mentioned with both"
        return Feature("country", says, weights.nowhere) if around else None
    return _states(one.states, other.states, weights)


def _states(ours: Collection[str], theirs: Collection[str], weights: Weights) -> Feature | None:
    if not ours or not theirs:
        return None
    shared = set(ours) & set(theirs)
    if shared:
        return Feature("states", f"{min(shared)}, mentioned with both", weights.states)
    return Feature("states", "none mentioned with both", weights.apart)


@cache
def _groups() -> dict[str, str]:
    return {row["key"]: row["group"] for row in read_table("roles.tsv")}


def _group(key: str) -> str:
    """Return the group of an office's key, which may have a body's key before it."""
    parts = key.split("-")
    if parts[0] == "parliament":
        return "legislator"
    return next((g for n in range(len(parts)) if (g := _groups().get("-".join(parts[n:])))), key)


def _words(held: Held) -> str:
    role = held.key.replace("-", " ")
    return f"{role} of {held.owner}" if held.owner else role


def _office(one: Known, other: Known, weights: Weights) -> Feature | None:
    ours, theirs = one.held | one.left, other.held | other.left
    if not ours or not theirs:
        return None
    same = {(o.owner, o.key) for o in ours if o.owner} & {(t.owner, t.key) for t in theirs}
    if same:
        owner, key = min(same)
        now = any((h.owner, h.key) == (owner, key) for h in one.held)
        also = any((h.owner, h.key) == (owner, key) for h in other.held)
        how = "both" if now and also else "both, formerly" if not (now or also) else "one formerly"
        words = _words(Held(owner=owner, key=key, year=None))
        return Feature("office", f"{words}, {how}", weights.office * (1 if now == also else 0.7))
    keys = {o.key for o in ours for t in theirs if o.key == t.key and not (o.owner and t.owner)}
    home = {o.key for o in ours if o.owner in other.states} | {
        t.key for t in theirs if t.owner in one.states
    }
    if keys:
        key = min(keys & home or keys)
        weight = (weights.key + weights.office) / 2 if keys & home else weights.key
        return Feature("office", f"{key.replace('-', ' ')}, both", weight)
    groups = {_group(o.key) for o in ours} & {_group(t.key) for t in theirs}
    if groups:
        return Feature("office", f"{min(groups)}, both", weights.group)
    if all(o.key in _VAGUE for o in ours) or all(t.key in _VAGUE for t in theirs):
        return None
    says = f"{_words(min(ours, key=_order))} and {_words(min(theirs, key=_order))}"
    return Feature("office", says, weights.other)


def _order(held: Held) -> tuple[str, str]:
    return held.owner, held.key


def _sector(one: Known, other: Known, weights: Weights) -> Feature | None:
    if not one.sectors or not other.sectors:
        return None
    shared = one.sectors & other.sectors
    if shared:
        return Feature("sector", f"{min(shared)}, both", weights.sector)
    if one.sectors & POLITICS and other.sectors & POLITICS:
        return Feature("sector", "politics, both", round(0.75 * weights.sector, 3))
    return Feature("sector", f"{min(one.sectors)} and {min(other.sectors)}", -0.1)


def _gender(one: Known, other: Known, weights: Weights) -> Feature | None:
    if len(one.genders) != 1 or len(other.genders) != 1:
        return None
    if one.genders == other.genders:
        return Feature("gender", f"{min(one.genders)}, both", weights.gender)
    return Feature("gender", "m and f", -0.6, rules_out=True)


def _beside(one: Known, other: Known, weight: float) -> Feature | None:
    """Return that an article tells the two apart."""
    named = other.ref.actor in one.beside if not other.ref.article else False
    if named or (not one.ref.article and one.ref.actor in other.beside):
        return Feature("beside", "told apart in one article", weight)
    return None
