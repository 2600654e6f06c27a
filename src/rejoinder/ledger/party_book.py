"""The summary of parties: as whom articles show actors, and as whom most of them do."""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.rows import Row
from rejoinder.ledger.schema import actors
from rejoinder.ledger.schema_actors import actor_facts
from rejoinder.ledger.schema_deeds import parties, party_forms
from rejoinder.ledger.wanted import given_rows, given_table
from rejoinder.model.tension import OFFICIAL_SECTORS

__all__ = ["PartyBook", "Shown", "most", "state_of"]

_FORM = ("actor_id", "country", "sector")
_SHOWN = ("name", "role", "kind", "country", "sector")
_Form = tuple[str, ...]
_Party = dict[str, str]
_Changes = defaultdict[str, defaultdict[str, Counter[str]]]
"""Of each actor and what of it is shown, how often more each value is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An extraction, and the ids of its actors that lead to others."""

    extraction: str
    goes: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyBook:
    """The tables of parties, within one transaction of writing."""

    connection: Connection

    def clear(self) -> None:
        """Forget everything."""
        for table in (party_forms, parties):
            self.connection.execute(delete(table))

    def count(self, *, gone: Sequence[Shown], fresh: Sequence[Shown]) -> None:
        """Count the actors of some extractions, and no longer those of others.

        How often an actor is shown as what is looked up in ``actor_facts``, which must have the
        articles as they are now.
        """
        counts = self._shown(fresh)
        counts.subtract(self._shown(gone))
        forms: Counter[_Form] = Counter()
        changes: _Changes = defaultdict(lambda: defaultdict(Counter))
        for (actor, *cells), count in counts.items():
            forms[actor, *cells[-2:]] += count
            for name, cell in zip(_SHOWN, cells, strict=True):
                changes[actor][name][cell] += count
        self._add({form: forms[form] for form in sorted(forms) if forms[form]})
        for few in chunks(sorted(changes)):
            self._settle({actor: changes[actor] for actor in few})

    def _add(self, changed: Mapping[_Form, int]) -> None:
        """Add to the numbers; what comes to nothing goes."""
        if not changed:
            return
        rows: list[Row] = [
            {**dict(zip(_FORM, form, strict=True)), "articles": count}
            for form, count in changed.items()
        ]
        statement = upsert(party_forms)
        self.connection.execute(
            statement.on_conflict_do_update(
                index_elements=_FORM,
                set_={"articles": party_forms.c.articles + statement.excluded.articles},
            ),
            rows,
        )
        fewer = [{f"k_{name}": row[name] for name in _FORM} for row in rows if row["articles"] < 0]
        if fewer:
            own = [party_forms.c[name] == bindparam(f"k_{name}") for name in _FORM]
            empty = and_(*own, party_forms.c.articles == 0)
            self.connection.execute(delete(party_forms).where(empty), fewer)

    def _shown(self, shown: Sequence[Shown]) -> Counter[_Form]:
        own = actors.c
        found: Counter[_Form] = Counter()
        goes = {each.extraction: each.goes for each in shown}
        columns = (own.extraction_id, own.id, own.name, own.role, own.kind, own.country, own.sector)
        for few in chunks(sorted(goes)):
            query = select(*columns).where(own.extraction_id.in_(few))
            for extraction, actor, *rest in self.connection.execute(query):
                known = goes[extraction].get(actor, actor)
                found[(known, *(cell or "" for cell in rest))] += 1
        return found

    def _settle(self, changes: Mapping[str, Mapping[str, Counter[str]]]) -> None:
        """Put down as whom most articles show those actors."""
        few = sorted(changes)
        query = select(parties).where(parties.c.actor_id.in_(few))
        held: dict[str, _Party] = {
            row["actor_id"]: {name: str(value) for name, value in row.items()}
            for row in self.connection.execute(query).mappings()
        }
        forms: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
        every = select(party_forms).where(party_forms.c.actor_id.in_(few))
        for actor, country, sector, count in self.connection.execute(every):
            forms[actor].append((country, sector, count))
        counts = self._counts(changes, held)
        fresh = [
            {
                "actor_id": actor,
                **{
                    name: _now(held.get(actor, {}).get(name), counts.get((actor, name)))
                    for name in _SHOWN
                },
                "acts_for": state_of(forms[actor]) or "",
            }
            for actor in few
            if actor in forms
        ]
        self._put([row for row in fresh if held.get(row["actor_id"]) != row])
        gone = [actor for actor in few if actor in held and actor not in forms]
        if gone:
            self.connection.execute(delete(parties).where(parties.c.actor_id.in_(gone)))

    def _counts(
        self, changes: Mapping[str, Mapping[str, Counter[str]]], held: Mapping[str, _Party]
    ) -> dict[tuple[str, str], Counter[str]]:
        """Return how often those are shown as what, as far as another value may lead now."""
        some: set[tuple[str, str, str]] = set()
        whole: set[tuple[str, str]] = set()
        for actor, own in changes.items():
            before = held.get(actor, {})
            for name, values in own.items():
                if any(count < 0 for count in values.values()):
                    whole.add((actor, name))
                elif any(count and value != before.get(name) for value, count in values.items()):
                    some.update((actor, name, value) for value in (*values, before.get(name, "")))
        found = {(actor, name): Counter[str]() for actor, name, *_ in (*some, *whole)}
        for query, rows in ((_some_facts(), some), (_whole_facts(), whole)):
            if rows:
                given = given_rows(rows)
                for actor, name, value, times in self.connection.execute(query, given):
                    found[actor, name][value] = times
        return found

    def _put(self, rows: Sequence[_Party]) -> None:
        if rows:
            put = upsert(parties)
            values = {name: put.excluded[name] for name in (*_SHOWN, "acts_for")}
            put = put.on_conflict_do_update(index_elements=["actor_id"], set_=values)
            self.connection.execute(put, rows)


@functools.cache
def _some_facts() -> Select[Any]:
    """Return the query for the numbers of given facts."""
    given, own = given_table("actor_id", "fact", "value"), actor_facts.c
    here = (own.actor_id == given.c.actor_id) & (own.fact == given.c.fact)
    return (
        select(actor_facts)
        .select_from(given)
        .join(actor_facts, here & (own.value == given.c.value))
    )


@functools.cache
def _whole_facts() -> Select[Any]:
    """Return the query for the numbers of given sorts of facts."""
    given, own = given_table("actor_id", "fact"), actor_facts.c
    here = (own.actor_id == given.c.actor_id) & (own.fact == given.c.fact)
    return select(actor_facts).select_from(given).join(actor_facts, here)


def _now(before: str | None, counts: Counter[str] | None) -> str:
    """Return what most articles show, where they showed that before."""
    if counts is not None:
        return most(counts.items()) or ""
    return before or ""


def most(counts: Iterable[tuple[str | None, int]]) -> str | None:
    """Return the value that most have, of equally many the least; None where none has any."""
    total: Counter[str] = Counter()
    for value, count in counts:
        if value:
            total[value] += count
    return min(total, key=lambda each: (-total[each], each), default=None)


def state_of(forms: Iterable[tuple[str | None, str | None, int]]) -> str | None:
    """Return the country whose official an actor is by most of what shows him, or None.

    Args:
        forms: country, sector and how often.
    """
    every = list(forms)
    official: Counter[str] = Counter()
    for country, sector, count in every:
        if country and (sector or None) in OFFICIAL_SECTORS:
            official[country] += count
    whole = sum(count for _, _, count in every)
    return next((each for each, count in official.items() if 2 * count > whole), None)
