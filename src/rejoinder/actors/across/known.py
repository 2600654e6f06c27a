"""Known: a profile's facts by sort, as the rules read them."""

from dataclasses import dataclass
from functools import cached_property

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


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of one actor; read from its profile as it is asked for.

    Most of those that share a block are told apart by their names alone.

    Attributes:
        full: names with a given name, sorted.
        bare: surnames alone and names with initials, sorted.
    """

    profile: Profile
    full: tuple[str, ...]
    bare: tuple[str, ...]

    @property
    def ref(self) -> ActorRef:
        """Return who it is."""
        return self.profile.ref

    @property
    def kind(self) -> ActorKind:
        """Return what sort of actor it is."""
        return self.profile.kind

    @property
    def keys(self) -> frozenset[str]:
        """Return the blocks in which it is found."""
        return self.profile.keys

    @cached_property
    def countries(self) -> frozenset[str]:
        """Return the countries that articles give it."""
        return self.profile.values(Fact.COUNTRY)

    @cached_property
    def homes(self) -> frozenset[tuple[str, str]]:
        """Return countries and kinds of offices whose words name the country."""
        return frozenset(map(_home, self.profile.values(Fact.HOME)))

    @cached_property
    def sectors(self) -> frozenset[str]:
        """Return the sectors that articles give it."""
        return self.profile.values(Fact.SECTOR)

    @cached_property
    def held(self) -> frozenset[Held]:
        """Return the offices held."""
        return frozenset(map(_held, self.profile.values(Fact.OFFICE)))

    @cached_property
    def left(self) -> frozenset[Held]:
        """Return the offices that were held before."""
        return frozenset(map(_held, self.profile.values(Fact.FORMER)))

    @cached_property
    def genders(self) -> frozenset[str]:
        """Return the genders that words around it tell."""
        return self.profile.values(Fact.GENDER)

    @cached_property
    def states(self) -> frozenset[str]:
        """Return the states that articles mention with it."""
        return self.profile.values(Fact.STATE)

    @cached_property
    def years(self) -> frozenset[int]:
        """Return the years of its articles."""
        return frozenset(map(int, self.profile.values(Fact.YEAR)))

    @cached_property
    def beside(self) -> frozenset[ActorId]:
        """Return who of like name or office stands beside it in an article."""
        return frozenset(map(ActorId, self.profile.values(Fact.BESIDE)))

    @cached_property
    def is_vacant(self) -> bool:
        """Say whether it is an office without a name."""
        return any(key.startswith("v:") for key in self.keys)

    @property
    def is_common(self) -> bool:
        """Say whether it stands for the bare surnames of one id in all articles."""
        return not self.ref.article and not self.full and self.kind is ActorKind.PERSON


def read_profile(profile: Profile) -> Known:
    """Return what a profile tells, its names sorted out."""
    full: list[str] = []
    bare: list[str] = []
    for name in sorted(profile.values(Fact.NAME)):
        form = read_form(name)
        if form is not None:
            (bare if form.is_bare or form.is_abridged else full).append(name)
    full = _without_others(profile.ref.actor, full)
    return Known(profile=profile, full=tuple(full), bare=tuple(bare))


def _without_others(actor: ActorId, names: list[str]) -> list[str]:
    """Return the names without those that tell of somebody else than the name of the id does."""
    if len(names) < 2:
        return names
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
