"""Pairs: how likely two actors are one, judged by nothing but the two."""

from dataclasses import dataclass
from functools import lru_cache

from rejoinder.actors.across.compare import Agreement, NameMatch, is_rare, match_names
from rejoinder.actors.across.features import BARE, FULL, SPELT, Feature, context_features
from rejoinder.actors.across.forms import is_family_first, read_form
from rejoinder.actors.across.keys import organisation_kinds, organisation_words
from rejoinder.actors.across.known import Known
from rejoinder.actors.across.sounds import distance
from rejoinder.model.judgement import Verdict

__all__ = [
    "SURNAME_WORTH",
    "Finding",
    "find_bare",
    "find_full",
    "find_organisations",
    "find_vacant",
    "may_mean",
]

_SURE, _MAYBE = 0.8, 0.55
_BARE_SURE = 0.7
SURNAME_WORTH = 0.55
# A given name that many bear takes the same country and the same office.
_KNOWN_GIVEN_WORTH = 0.2
_ORGANISATIONS_ALIKE = 0.08
# What names alone are worth, before their distance is taken off.
_WORTH = {
    Agreement.SAME: 0.9,
    Agreement.ALIKE: 0.8,
    Agreement.OMITTED: 0.86,
    Agreement.VARIANT: 0.78,
    Agreement.INITIAL: 0.62,
    Agreement.REORDERED: 0.62,
    Agreement.PART: 0.5,
    Agreement.NEAR: 0.4,
    Agreement.MIDDLE: 0.3,
    Agreement.SURNAME: SURNAME_WORTH,
    Agreement.GIVEN: 0.4,
    Agreement.APART: 0.0,
    Agreement.NONE: 0.0,
}
_SPELT = frozenset({Agreement.SAME, Agreement.ALIKE, Agreement.VARIANT})
_APART_FROM_SURNAMES = frozenset({Agreement.INITIAL, Agreement.GIVEN})
_FOR_BARE = _APART_FROM_SURNAMES | {Agreement.SURNAME, Agreement.OMITTED, Agreement.PART}
_SUFFIXED = -0.25
_ORDERS = tuple(Agreement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What two actors alone suggest; ``features`` begin with the name."""

    verdict: Verdict
    score: float
    features: tuple[Feature, ...]
    agreement: Agreement | None = None


def find_full(one: Known, other: Known) -> Finding | None:
    """Return what is to be thought of two persons with full names; None where names differ."""
    match = _best_match(one.full, other.full)
    if match is None:
        return None
    name = Feature("name", _says(match), _worth(match))
    features = [name]
    if match.suffixed:
        features.append(Feature("suffix", "only one has it, or each another", _SUFFIXED))
    # Whoever spells a name in two ways in one article did not mean to tell two persons apart.
    spelt = match.agreement in _SPELT
    exact = match.agreement is Agreement.SAME or not match.apart
    weights = FULL if exact else SPELT
    features += context_features(one, other, weights, beside=-0.02 if spelt else -0.35)
    score = _total(features)
    ruled_out = any(f.rules_out for f in features[1:]) and score < _MAYBE
    if match.agreement is Agreement.MIDDLE or ruled_out:
        verdict = Verdict.NEGATIVE
    elif score >= _SURE and not match.suffixed and match.agreement is not Agreement.NEAR:
        verdict = Verdict.POSITIVE
    else:
        verdict = Verdict.UNSURE if score >= _MAYBE else Verdict.NEGATIVE
    return Finding(
        verdict=verdict, score=score, features=tuple(features), agreement=match.agreement
    )


def _total(features: list[Feature]) -> float:
    return round(min(max(sum(f.weight for f in features), 0.0), 1.0), 3)


def _worth(match: NameMatch) -> float:
    worth = _WORTH[match.agreement] - match.apart
    if match.agreement is Agreement.OMITTED and not _is_initial_alone(match):
        worth -= 0.08
    if match.agreement is Agreement.VARIANT:
        # How far forms of one given name are apart says nothing; a middle name that only one has
        # makes it a weaker guess.
        worth = _WORTH[match.agreement] - (0.03 if _lengths_differ(match) else 0.0)
    if match.agreement is Agreement.REORDERED and _order_is_plain(match):
        worth += 0.15
    return round(worth, 3)


def _lengths_differ(match: NameMatch) -> bool:
    one, other = read_form(match.left), read_form(match.right)
    return one is None or other is None or len(one.words) != len(other.words)


def _is_initial_alone(match: NameMatch) -> bool:
    """Say whether all that one name has more is a letter: Paul R. LePage."""
    forms = [read_form(name) for name in (match.left, match.right)]
    return all(form is None or all(len(w) == 1 for w in form.words[1:-1]) for form in forms)


def _order_is_plain(match: NameMatch) -> bool:
    """Say whether one of the two is known to put the surname first."""
    forms = [read_form(name) for name in (match.left, match.right)]
    return any(form is not None and is_family_first(form) for form in forms)


@lru_cache(maxsize=65536)
def _best_match(ours: tuple[str, ...], theirs: tuple[str, ...]) -> NameMatch | None:
    """Return the closest agreement between any two of the names, unless two contradict."""
    found = (match_names(a, b) for a in ours for b in theirs)
    matches = [match for match in found if match is not None]
    other = [match for match in matches if match.agreement is Agreement.MIDDLE]
    return min(other or matches, key=_closeness, default=None)


def _closeness(match: NameMatch) -> tuple[int, bool, float, str, str]:
    order = _ORDERS.index(match.agreement)
    return (order, match.suffixed, match.apart, match.left, match.right)


def _says(match: NameMatch) -> str:
    if match.left == match.right:
        return f"{match.left}, both"
    return f"{match.left} ~ {match.right}, {match.agreement.value}"


def find_bare(bare: Known, full: Known) -> Finding | None:
    """Return what is to be thought of a surname, or a name with initials, and a full name.

    None where the names do not agree. Whether others agree as well is for the caller.
    """
    match = _match_bare(bare, full)
    if match is None:
        return None
    worth = _WORTH[match.agreement] if match.agreement in _APART_FROM_SURNAMES else SURNAME_WORTH
    if match.agreement is Agreement.GIVEN and not _is_rare_given(match):
        worth = _KNOWN_GIVEN_WORTH
    name = Feature("name", _says(match), round(worth - match.apart, 3))
    features = [name, *context_features(bare, full, BARE)]
    score = _total(features)
    if any(f.rules_out for f in features[1:]) or score < _MAYBE:
        verdict = Verdict.NEGATIVE
    else:
        verdict = Verdict.POSITIVE if score >= _BARE_SURE else Verdict.UNSURE
    return Finding(
        verdict=verdict, score=score, features=tuple(features), agreement=match.agreement
    )


def may_mean(bare: Known, full: Known) -> bool:
    """Say whether any surname of those that are known may be that of a full name."""
    return _match_bare(bare, full) is not None


def _match_bare(bare: Known, full: Known) -> NameMatch | None:
    names = full.full + (full.bare if not full.full else ())
    wanted = _FOR_BARE | ({Agreement.SAME} if full.is_common else set())
    matches = (match_names(a, b) for a in bare.bare for b in names)
    agreeing = (m for m in matches if m is not None and m.agreement in wanted)
    return min(agreeing, key=_closeness, default=None)


def _is_rare_given(match: NameMatch) -> bool:
    forms = [read_form(name) for name in (match.left, match.right)]
    return all(form is None or is_rare(form.given) for form in forms)


def find_vacant(vacant: Known, holder: Known) -> Finding | None:
    """Return what is to be thought of an office without a name and somebody who held it.

    None where it was held more than a year before or after the article came out.
    """
    wanted = {(held.owner, held.key) for held in vacant.held}
    years = {h.year for h in holder.held if (h.owner, h.key) in wanted}
    if not years or not wanted:
        return None
    owner, key = min(wanted)
    features = [Feature("office", f"{key.replace('-', ' ')} of {owner}, both", 0.6)]
    dated = {year for year in years if year is not None}
    near = {year for year in dated if any(abs(year - day) <= 1 for day in vacant.years)}
    if near:
        features.append(Feature("year", f"{min(near)}, both within a year", 0.25))
    elif dated and vacant.years and None not in years:
        return None
    elif vacant.years or None not in years:
        features.append(Feature("year", "known of one", 0.0))
    else:
        # Without a day nothing says that it is not a predecessor.
        features.append(Feature("year", "known of neither", 0.05))
    if holder.ref.actor in vacant.beside:
        features.append(Feature("beside", "told apart in one article", -0.35))
    score = _total(features)
    return Finding(
        verdict=Verdict.POSITIVE if score >= _BARE_SURE else Verdict.UNSURE,
        score=score,
        features=tuple(features),
    )


def find_organisations(one: Known, other: Known) -> Finding | None:
    """Return what is to be thought of two organisations; None where their names differ."""
    if one.kind is not other.kind:
        return None
    pairs = sorted((a, b) for a in (*one.full, *one.bare) for b in (*other.full, *other.bare))
    matches = [(apart, a, b) for a, b in pairs if (apart := _words_apart(a, b)) is not None]
    if not matches:
        return None
    apart, left, right = min(matches)
    same = organisation_words(left) == organisation_words(right)
    how = "the same but for its kind" if same else "sound alike"
    context = context_features(one, other, FULL)
    features = [Feature("name", f"{left} ~ {right}, {how}", round(0.8 - apart, 3)), *context]
    if _kinds_differ(left, right):
        features.append(Feature("kind", "each is called by another", -0.3))
    score = _total(features)
    if any(f.rules_out for f in context) or score < _MAYBE:
        verdict = Verdict.NEGATIVE
    else:
        verdict = Verdict.POSITIVE if score >= _SURE else Verdict.UNSURE
    return Finding(verdict=verdict, score=score, features=tuple(features))


def _words_apart(left: str, right: str) -> float | None:
    ours, theirs = organisation_words(left), organisation_words(right)
    if len(ours) != len(theirs) or not ours:
        return None
    apart = max(_word_apart(a, b) for a, b in zip(ours, theirs, strict=True))
    return apart if apart <= _ORGANISATIONS_ALIKE else None


def _word_apart(one: str, other: str) -> float:
    if one.isdigit() or other.isdigit():
        return float(one != other)
    return distance(one, other)


def _kinds_differ(left: str, right: str) -> bool:
    """Say whether both names tell what they are, and differently: Freedom Party, Movement."""
    ours, theirs = organisation_kinds(left), organisation_kinds(right)
    return bool(ours and theirs and not ours & theirs)
