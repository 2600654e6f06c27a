"""The gazetteer as the data tables fill it, with the names of territories from CLDR."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from babel import Locale

from rejoinder.actors.gazetteer import Body, Entry, Gazetteer, Sense, Use
from rejoinder.actors.tables import cells, read_table
from rejoinder.model.actor import ActorKind

__all__ = [
    "load_bodies",
    "load_gazetteer",
    "load_genders",
    "load_honorific_sectors",
    "load_phrases",
]

Phrase = tuple[str, Sense]
_SECTOR_OF_STATUS = {"breakaway": "PRE", "autonomous": "GOV", "disputed": None}


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer of all tables, without the phrases marked as shared by entries."""
    phrases = load_phrases()
    entries = {s.entry.id: s.entry for _, s in phrases if s.entry is not None}
    shown = [p for p in phrases if not p[0].endswith("*")]
    return Gazetteer(shown, list(entries.values()), given=frozenset(load_genders()))


@cache
def load_genders() -> dict[str, str]:
    """Return ``m``, ``f`` or an empty string by given name in small letters."""
    return {row["name"].lower(): row["gender"] for row in read_table("given_names.tsv")}


@cache
def load_honorific_sectors() -> dict[str, str]:
    """Return the sector that a form of address tells, by its key, where it tells one."""
    return {row["key"]: row["sector"] for row in read_table("honorifics.tsv") if row["sector"]}


@cache
def load_bodies() -> dict[str, Body]:
    """Return the kinds of bodies by key."""
    return {
        row["key"]: Body(
            key=row["key"],
            prefix=row["prefix"],
            kind=ActorKind(row["kind"]),
            sector=row["sector"],
            name=row["name"],
            default=row["default"] or None,
        )
        for row in read_table("bodies.tsv")
    }


def load_phrases() -> list[Phrase]:
    """Return every phrase of the tables with its sense, shared ones included."""
    states = {row["code"]: _state(row) for row in read_table("states.tsv")}
    phrases: list[Phrase] = []
    for part in (
        _state_phrases(states),
        _former_state_phrases(),
        _territory_phrases(),
        _place_phrases(states),
        _organisation_phrases(),
        _named_body_phrases(states),
        _body_phrases(),
        _role_phrases(),
        _honorific_phrases(),
    ):
        phrases.extend(part)
    written = {phrase for phrase, sense in phrases if not sense.plural or sense.entry is not None}
    # A plural that we form never displaces a phrase that a table has.
    return [p for p in phrases if p[0] not in written or not p[1].plural or p[1].entry is not None]


def _state(row: dict[str, str]) -> Entry:
    return Entry(
        id=f"state:{row['code']}",
        name=row["name"],
        kind=ActorKind.STATE,
        country=row.get("country", row["code"]),
        sector=None,
        land=True,
        claimed_by=_claimants(row.get("claimed_by", "")),
    )


def _claimants(cell: str) -> tuple[str, ...]:
    return tuple(sorted(f"state:{code}" for code in cells(cell)))


def _state_phrases(states: dict[str, Entry]) -> Iterator[Phrase]:
    cldr = Locale("en").territories
    for row in read_table("states.tsv"):
        entry = states[row["code"]]
        # CLDR qualifies some names in a form that no newspaper prints.
        common = re.sub(r" \(.*| - .*| SAR .*", "", cldr[row["alpha2"]])
        names = dict.fromkeys([entry.name, *cells(row["aliases"])])
        if row["code"] not in {"COD", "COG", "PSE"}:
            names |= dict.fromkeys([common, common.replace(" & ", " and ")])
        yield from _words_for_state(entry, row, list(names))


def _words_for_state(entry: Entry, row: dict[str, str], names: list[str]) -> Iterator[Phrase]:
    yield from ((name, Sense(use=Use.NAME, entry=entry)) for name in names)
    yield from _demonyms(entry, cells(row["adjectives"]), cells(row["people"]))
    for name in cells(row["metonyms"]):
        yield name, Sense(use=Use.METONYM, entry=entry)


def _former_state_phrases() -> Iterator[Phrase]:
    for row in read_table("former_states.tsv"):
        entry = replace(_state(row), past=True)
        yield from _words_for_state(entry, row, [row["name"], *cells(row["aliases"])])


def _demonyms(entry: Entry, adjectives: list[str], people: list[str]) -> Iterator[Phrase]:
    for adjective in adjectives:
        if adjective != entry.name:
            yield adjective, Sense(use=Use.DEMONYM, entry=entry)
    formed = [a + "s" for a in adjectives if a.endswith(("an", "i", "ot", "ar"))]
    for name in dict.fromkeys((*people, *formed)):
        if name not in adjectives:
            yield name, Sense(use=Use.DEMONYM, entry=entry, plural=True)


def _territory_phrases() -> Iterator[Phrase]:
    for row in read_table("territories.tsv"):
        entry = Entry(
            id=f"grp:{row['key']}",
            name=row["name"],
            kind=ActorKind.GROUP,
            country=row["country"] or None,
            sector=_SECTOR_OF_STATUS[row["status"]],
            land=True,
            claimed_by=_claimants(row["claimed_by"]),
        )
        # A breakaway territory is a place until it acts, so its names are judged as metonyms are.
        for name in [row["name"], *cells(row["aliases"]), *cells(row["metonyms"])]:
            yield name, Sense(use=Use.METONYM, entry=entry)
        names = {row["name"], *cells(row["aliases"])}
        yield from _demonyms(
            entry,
            [a for a in cells(row["adjectives"]) if a not in names],
            cells(row["people"]),
        )


def _place_phrases(states: dict[str, Entry]) -> Iterator[Phrase]:
    for row in read_table("places.tsv"):
        for name in cells(row["names"]):
            yield name, Sense(use=Use.PLACE, entry=states[row["country"]])


def _organisation_phrases() -> Iterator[Phrase]:
    for row in read_table("organisations.tsv"):
        entry = Entry(
            id=row["id"],
            name=row["name"],
            kind=ActorKind(row["kind"]),
            country=row["country"] or None,
            sector=row["sector"] or None,
        )
        for name in [row["name"], *cells(row["aliases"])]:
            yield name, Sense(use=Use.NAME, entry=entry)
        for name in cells(row["metonyms"]):
            yield name, Sense(use=Use.METONYM, entry=entry)


def _named_body_phrases(states: dict[str, Entry]) -> Iterator[Phrase]:
    bodies = load_bodies()
    for row in read_table("named_bodies.tsv"):
        entry = bodies[row["key"]].of(states[row["country"]])
        for name in cells(row["phrases"]):
            yield name, Sense(use=Use.NAME, entry=entry)


def _body_phrases() -> Iterator[Phrase]:
    bodies = load_bodies()
    for row in read_table("bodies.tsv"):
        for phrase, plural in _with_plurals(cells(row["phrases"])):
            yield phrase, Sense(use=Use.BODY, body=bodies[row["key"]], plural=plural)


def _role_phrases() -> Iterator[Phrase]:
    rows = read_table("roles.tsv")
    written = {phrase for row in rows for phrase in cells(row["phrases"])}
    for row in rows:
        sense = Sense(
            use=Use.ROLE,
            key=row["key"],
            group=row["group"],
            sector=row["sector"],
            unique=row["unique"] == "yes",
        )
        for phrase, plural in _with_plurals(cells(row["phrases"])):
            yield phrase, replace(sense, gender=_gender(phrase), plural=plural)
            if sense.group == "minister" and sense.unique and not plural:
                yield from _deputies(phrase, sense, written)


def _deputies(phrase: str, sense: Sense, written: set[str]) -> Iterator[Phrase]:
    """Yield the deputies of a minister, whose sector they share."""
    deputy = replace(sense, key="deputy-minister", group="official", unique=False)
    for rank in ("deputy", "first deputy", "vice", "assistant"):
        if f"{rank} {phrase}" not in written:
            yield f"{rank} {phrase}", deputy


def _gender(phrase: str) -> str:
    word = phrase.rpartition(" ")[2]
    if word.endswith("woman") or word in {"wife", "daughter", "sister", "widow", "queen"}:
        return "f"
    return "m" if word in {"husband", "son", "brother", "king"} else ""


def _honorific_phrases() -> Iterator[Phrase]:
    for row in read_table("honorifics.tsv"):
        for phrase in cells(row["phrases"]):
            yield (
                phrase,
                Sense(
                    use=Use.HONORIFIC,
                    key=row["key"],
                    group=row["group"],
                    sector=row["sector"],
                    gender=row["gender"],
                ),
            )


def _with_plurals(phrases: list[str]) -> Iterator[tuple[str, bool]]:
    singular = set(phrases)
    plurals = defaultdict(bool)
    for phrase in phrases:
        head, of, rest = phrase.partition(" of ")
        plurals[_plural(head) + of + rest] = True
    yield from ((phrase, False) for phrase in phrases)
    yield from ((phrase, True) for phrase in plurals if phrase not in singular)


def _plural(word: str) -> str:
    for ending, plural in (("man", "men"), ("person", "people"), ("s", "s"), ("ry", "ries")):
        if word.endswith(ending):
            return word.removesuffix(ending) + plural
    return word.removesuffix("y") + "ies" if word.endswith(("sy", "cy", "ty")) else word + "s"
