"""Leaders: who heads a state, an organisation or a movement, and when, from `leaders.tsv`."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rejoinder.actors.across.forms import given_rows
from rejoinder.actors.across.sounds import skeletons
from rejoinder.actors.gazetteer import Entry
from rejoinder.actors.lexicon import load_gazetteer
from rejoinder.actors.namekeys import has_generation, name_parts, same_name
from rejoinder.actors.tables import cells, read_table

__all__ = [
    "HEADS",
    "Leader",
    "Term",
    "called_so",
    "home_of_headed",
    "load_leaders",
    "named_so",
    "names_of_leaders",
    "plain_parts",
    "spelt_so",
]

# Titles that stand before a name.
HEADS = frozenset({"chancellor", "monarch", "president", "prime-minister"})


_ARTICLES = frozenset({"al", "bin", "el", "ibn", "ul"})
_PARTICLES = _ARTICLES | frozenset("da de der di do dos van von den".split())

Parts = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """First and last year of a time in office; ``last`` is None for who is still there."""

    first: int
    last: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """A row of `leaders.tsv`.

    Attributes:
        entry: the state, territory, organisation or movement that is led.
        forms: full names in parts, without "al-" and the like.
        called: what the press calls the person by one name, in parts.
        common: those of ``called`` that are words, given names or borne by many as well.
        junior: may be called "Jr.".
        offices: keys of `roles.tsv`.
    """

    name: str
    entry: Entry
    forms: tuple[Parts, ...]
    called: frozenset[Parts]
    common: frozenset[Parts]
    sector: str
    gender: str
    junior: bool
    offices: frozenset[str]
    terms: tuple[Term, ...]

    @property
    def home(self) -> str | None:
        """Return the country code of what is led."""
        return self.entry.country

    @property
    def leads_land(self) -> bool:
        """Say whether it is a state or a territory, to which one belongs after office as well."""
        return self.entry.land

    def began_by(self, year: int) -> bool:
        """Say whether the first time in office had begun by the year."""
        return min(term.first for term in self.terms) <= year

    def in_office(self, year: int) -> bool:
        """Say whether the year is one of those in office."""
        return any(t.first <= year and (t.last is None or year <= t.last) for t in self.terms)

    def left_before(self, year: int) -> bool:
        """Say whether the last time in office had ended before the year."""
        return all(term.last is not None and term.last < year for term in self.terms)


@cache
def load_leaders() -> Mapping[str, tuple[Leader, ...]]:
    """Return the leaders by each last word of their names and of what they are called by."""
    common = _common_names()
    found: dict[str, dict[int, Leader]] = defaultdict(dict)
    for number, row in enumerate(read_table("leaders.tsv")):
        leader = _leader(row, common)
        for parts in (*leader.called, *leader.forms):
            found[parts[-1]][number] = leader
    return {word: tuple(leaders.values()) for word, leaders in found.items()}


def _common_names() -> frozenset[str]:
    tables = ("common_names.tsv", "family_first.tsv")
    return frozenset(
        n for table in tables for row in read_table(table) for n in cells(row["names"])
    )


def _leader(row: Mapping[str, str], common: Collection[str]) -> Leader:
    entries = load_gazetteer().entries
    code = row["code"] if ":" in row["code"] else f"state:{row['code']}"
    called = {plain_parts(name) for name in cells(row["called"])}
    called |= {_without(parts, _PARTICLES) for parts in called}
    names = [plain_parts(name) for name in (row["name"], *cells(row["aliases"]))]
    return Leader(
        name=row["name"],
        entry=entries[code],
        forms=tuple(parts for parts in names if len(parts) > 1),
        called=frozenset(called),
        common=frozenset(parts for parts in called if " ".join(parts) in common),
        sector=row["sector"],
        gender=row["gender"],
        junior=any(has_generation(name) for name in (row["name"], *cells(row["aliases"]))),
        offices=frozenset(cells(row["offices"])),
        terms=tuple(map(_term, cells(row["years"]))),
    )


def _term(years: str) -> Term:
    first, _, last = years.partition("-")
    return Term(first=int(first), last=int(last) if last else None)


def plain_parts(name: str) -> Parts:
    """Return the parts of a name without the articles and particles that the press drops."""
    parts = name_parts(name)
    return tuple(part for part in parts if part not in _ARTICLES) or parts


def _without(parts: Parts, particles: Collection[str]) -> Parts:
    while len(parts) > 1 and parts[0] in particles:
        parts = parts[1:]
    return parts


def called_so(parts: Parts) -> list[Leader]:
    """Return the leaders whom the press calls by exactly these parts: "Putin", "dos Santos"."""
    last = parts[-1] if parts else ""
    return [leader for leader in load_leaders().get(last, ()) if parts in leader.called]


def named_so(parts: Parts) -> list[Leader]:
    """Return the leaders of whom a name of two or more parts is a full one.

    Middle names and initials may be left out, and given names have several forms; a given name
    that is only an initial is none.
    """
    if len(parts) < 2 or len(parts[0]) == 1:
        # An initial is no given name, unless the table writes it so.
        return [leader for leader in _near(parts) if parts in leader.forms]
    return [leader for leader in _near(parts) if _names(parts, leader)]


def spelt_so(parts: Parts) -> list[Leader]:
    """Return the leaders of whom a full name is one in other spelling: "Bouteflicka"."""
    if len(parts) < 2 or len(parts[0]) == 1:
        return []
    near = {
        id(leader): leader
        for sound in skeletons(parts[-1])
        for leader in _leaders_by_sound().get(sound, ())
    }
    return [
        leader
        for leader in near.values()
        if any(same_name(parts, form, exact=False) for form in leader.forms)
    ]


@cache
def _leaders_by_sound() -> Mapping[str, tuple[Leader, ...]]:
    found: dict[str, dict[int, Leader]] = defaultdict(dict)
    for word, leaders in load_leaders().items():
        for sound in skeletons(word):
            found[sound].update((id(leader), leader) for leader in leaders)
    return {sound: tuple(leaders.values()) for sound, leaders in found.items()}


def _near(parts: Parts) -> list[Leader]:
    """Return those who share a surname, or what they are called by, with one of the parts."""
    leaders = load_leaders()
    found = {id(leader): leader for part in parts for leader in leaders.get(part, ())}
    return list(found.values())


def _names(parts: Parts, leader: Leader) -> bool:
    own = parts[-1:] in leader.called - leader.common
    return any(_is_form_of(parts, form, own=own) for form in leader.forms)


def _is_form_of(parts: Parts, form: Parts, *, own: bool) -> bool:
    """Say whether the parts are a form of the name; ``own``: the last one is hardly another's.

    The given name may be left out with such a one alone, and none may be before it: "Ana Ilona
    Vey" has the whole of "Ilona Vey" in her name and is somebody else.
    """
    if not _is_same_given(parts[0], form[0]):
        return own and parts == form[-len(parts) :]
    return same_name((form[0], *parts[1:]), form)


def _is_same_given(one: str, other: str) -> bool:
    rows = given_rows()
    return one == other or bool(rows.get(one, frozenset()) & rows.get(other, frozenset()))


def names_of_leaders(names: Iterable[str]) -> set[Parts]:
    """Return those of the names, in parts, that are hardly anything but a leader's.

    They name a person wherever they stand: "supporters of Putin", "talks with Suharto".
    """
    return {name_parts(name) for name in names if _is_leaders_own(plain_parts(name))}


def _is_leaders_own(parts: Parts) -> bool:
    if any(parts not in leader.common for leader in called_so(parts)):
        return True
    return len(parts) > 1 and bool(named_so(parts))


def home_of_headed(surname: str) -> Entry | None:
    """Return the land whose head of that surname "the Vey administration" is called after.

    Nobody's where heads of several lands bear it.
    """
    parts = plain_parts(surname)
    heads = [leader for leader in called_so(parts) if leader.leads_land and leader.offices & HEADS]
    homes = {leader.home: leader.entry for leader in heads}
    return next(iter(homes.values())) if len(homes) == 1 else None
