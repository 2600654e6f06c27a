"""Known: a profile's facts by sort, as the rules read them."""

from dataclasses import dataclass

from rejoinder.actors.across.compare import Agreement, compare_names
from rejoinder.actors.across.forms import read_form
from rejoinder.actors.slugs import slug
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef
from rejoinder.model.profile import Fact, Profile

__all__ = ["Held", "Known", "read_profile"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Held:
    """An office as a fact has it; ``year`` is None where the article has no date."""

    owner: str
    key: str
    year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of one actor.

    Attributes:
        full: names with a given name, sorted.
        bare: surnames alone and names with initials, sorted.
        homes: countries and kinds of offices whose words name the country.
        held: offices held.
        left: offices that were held before.
    """

    ref: ActorRef
    kind: ActorKind
    keys: frozenset[str]
    full: tuple[str, ...]
    bare: tuple[str, ...]
    countries: frozenset[str]
    homes: frozenset[tuple[str, str]]
    sectors: frozenset[str]
    held: frozenset[Held]
    left: frozenset[Held]
    genders: frozenset[str]
    states: frozenset[str]
    years: frozenset[int]
    beside: frozenset[ActorId]

    @property
    def is_vacant(self) -> bool:
        """Say whether it is an office without a name."""
        return any(key.startswith("v:") for key in self.keys)

    @property
    def is_common(self) -> bool:
        """Say whether it stands for the bare surnames of one id in all articles."""
        return not self.ref.article and not self.full and self.kind is ActorKind.PERSON


def read_profile(profile: Profile) -> Known:
    """Return the facts by sort."""
    values = profile.values
    full: list[str] = []
    bare: list[str] = []
    for name in sorted(values(Fact.NAME)):
        form = read_form(name)
        if form is not None:
            (bare if form.is_bare or form.is_abridged else full).append(name)
    full = _without_others(profile.ref.actor, full)
    return Known(
        ref=profile.ref,
        kind=profile.kind,
        keys=profile.keys,
        full=tuple(full),
        bare=tuple(bare),
        countries=values(Fact.COUNTRY),
        homes=frozenset(map(_home, values(Fact.HOME))),
        sectors=values(Fact.SECTOR),
        held=frozenset(map(_held, values(Fact.OFFICE))),
        left=frozenset(map(_held, values(Fact.FORMER))),
        genders=values(Fact.GENDER),
        states=values(Fact.STATE),
        years=frozenset(map(int, values(Fact.YEAR))),
        beside=frozenset(map(ActorId, values(Fact.BESIDE))),
    )


def _without_others(actor: ActorId, names: list[str]) -> list[str]:
    """Return the names without those that tell of somebody else than the name of the id does."""
    own = [name for name in names if slug(name) == actor.partition(":")[2]]
    if not own:
        return names
    matches = ((name, compare_names(*sorted((own[0], name)))) for name in names)
    return [n for n, m in matches if m.agreement is not Agreement.MIDDLE and not m.suffixed]


def _home(value: str) -> tuple[str, str]:
    country, _, kind = value.partition("/")
    return country, kind


def _held(value: str) -> Held:
    rest, _, year = value.rpartition("/")
    owner, _, key = rest.partition("/")
    return Held(owner=owner, key=key, year=int(year) if year else None)
