"""The summary of parties: as whom articles show actors, and as whom most of them do."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, and_, bindparam, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.schema import actors
from rejoinder.ledger.schema_deeds import parties, party_forms
from rejoinder.model.tension import OFFICIAL_SECTORS

__all__ = ["PartyBook", "Shown", "most", "state_of"]

_FORM = ("actor_id", "name", "role", "kind", "country", "sector")
_Form = tuple[str, ...]


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
        """Count the actors of some extractions, and no longer those of others."""
        counts = self._forms(fresh)
        counts.subtract(self._forms(gone))
        changed = {form: count for form, count in sorted(counts.items()) if count}
        if not changed:
            return
        rows = [
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
        self._drop_empty([form for form, count in changed.items() if count < 0])
        self._settle({form[0] for form in changed})

    def _forms(self, shown: Sequence[Shown]) -> Counter[_Form]:
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

    def _drop_empty(self, forms: Iterable[_Form]) -> None:
        rows = [{f"k_{n}": cell for n, cell in zip(_FORM, form, strict=True)} for form in forms]
        if rows:
            own = [party_forms.c[name] == bindparam(f"k_{name}") for name in _FORM]
            self.connection.execute(
                delete(party_forms).where(and_(*own, party_forms.c.articles == 0)), rows
            )

    def _settle(self, ids: Collection[str]) -> None:
        """Put down as whom most articles show those actors."""
        for few in chunks(sorted(ids)):
            shown: defaultdict[str, list[Row[tuple[object, ...]]]] = defaultdict(list)
            query = select(party_forms).where(party_forms.c.actor_id.in_(few))
            for row in self.connection.execute(query):
                shown[row.actor_id].append(row)
            self.connection.execute(delete(parties).where(parties.c.actor_id.in_(few)))
            rows = [_party(actor, forms) for actor, forms in sorted(shown.items())]
            if rows:
                self.connection.execute(insert(parties), rows)


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


def _party(actor: str, forms: Sequence[Row[tuple[object, ...]]]) -> dict[str, str]:
    shown = {
        name: most((getattr(row, name), row.articles) for row in forms) or ""
        for name in ("name", "role", "kind", "country", "sector")
    }
    acts_for = state_of((row.country, row.sector, row.articles) for row in forms)
    return {"actor_id": actor, **shown, "acts_for": acts_for or ""}
