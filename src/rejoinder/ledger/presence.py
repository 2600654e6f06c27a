"""What articles tell of their actors, counted: names, roles, statements, who spoke about whom."""

import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

from sqlalchemy import Connection, Date, RowMapping, and_, func, select

from rejoinder.ledger.canonical import canonical_of
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.schema import (
    actors,
    extractions,
    statement_actors,
    statements,
    territory_claims,
)

__all__ = ["PARTS", "Cast", "Presence", "find_casts", "presence_of"]

PARTS: Final = {"speaker": "said", "about": "said-of", "addressee": "said-to"}
"""What taking each part in a statement is called in the summary."""
_FEW: Final = 64
_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """An extraction, and by which ids its actors go in the ledger.

    Attributes:
        ids: as JSON, so that two casts can be compared; ids that lead to themselves are left out.
    """

    extraction: str
    ids: str

    def canonical(self) -> dict[str, str]:
        """Return the ids of the ledger by those that extraction gave."""
        found: dict[str, str] = json.loads(self.ids)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Counts, as the tables of `rejoinder.ledger.schema_actors` have them, by their keys."""

    facts: Counter[tuple[str, ...]] = field(default_factory=Counter)
    places: Counter[tuple[str, ...]] = field(default_factory=Counter)
    pairs: Counter[tuple[str, ...]] = field(default_factory=Counter)
    said: Counter[tuple[str, str, int, str]] = field(default_factory=Counter)

    def without(self, other: "Presence") -> "Presence":
        """Return by how much each count is greater here; what is the same is left out."""
        return Presence(
            facts=_less(self.facts, other.facts),
            places=_less(self.places, other.places),
            pairs=_less(self.pairs, other.pairs),
            said=_less(self.said, other.said),
        )

    def actors(self) -> set[str]:
        """Return whose counts these are."""
        return {actor for actor, *_ in self.facts}


def find_casts(connection: Connection, keys: Mapping[str, str]) -> dict[str, Cast]:
    """Return by which ids the actors of extractions go now.

    Args:
        connection: of the ledger.
        keys: extractions by article.

    Returns:
        casts by article.
    """
    ids: dict[str, dict[str, str]] = defaultdict(dict)
    own, claim = actors.c, territory_claims.c
    for few in chunks(sorted(keys.values())):
        for given, name in ((own.extraction_id, own.id), (claim.extraction_id, claim.claimant_id)):
            query = (
                select(given, name, canonical_of(name, extractions.c.article_id))
                .join(extractions, extractions.c.id == given)
                .where(given.in_(few))
            )
            for key, actor, canonical in connection.execute(query):
                if canonical != actor:
                    ids[key][actor] = canonical
    return {
        article: Cast(extraction=key, ids=json.dumps(ids[key], sort_keys=True, ensure_ascii=False))
        for article, key in keys.items()
    }


def presence_of(connection: Connection, found: Mapping[str, Cast]) -> Presence:
    """Return what those articles tell of their actors.

    Args:
        connection: of the ledger.
        found: casts by article.
    """
    presence = Presence()
    canonical = {each.extraction: each.canonical() for each in found.values()}
    for few in chunks(sorted(canonical), _FEW):
        heads = {
            row["id"]: row
            for row in connection.execute(
                select(extractions).where(extractions.c.id.in_(few))
            ).mappings()
        }
        seen: dict[tuple[str, str], list[RowMapping]] = defaultdict(list)
        query = select(actors).where(actors.c.extraction_id.in_(few))
        for row in connection.execute(query).mappings():
            key = row["extraction_id"]
            seen[key, canonical[key].get(row["id"], row["id"])].append(row)
        for (key, actor), rows in seen.items():
            _count_actor(presence, actor, rows, heads[key])
        _count_claims(connection, presence, canonical, few)
        _count_statements(connection, presence, canonical, few)
    return presence


def _less(left: Counter[_Key], right: Counter[_Key]) -> Counter[_Key]:
    found = Counter(left)
    found.subtract(right)
    return Counter({key: count for key, count in found.items() if count})


def _count_actor(
    presence: Presence, actor: str, rows: Sequence[RowMapping], head: RowMapping
) -> None:
    """Count one actor of one article, which may have it under several ids."""
    facts = presence.facts
    facts[actor, "articles", ""] += 1
    forms: set[str] = set()
    for row in rows:
        forms.update((row["name"], *json.loads(row["aliases"])))
        facts[actor, "name", row["name"]] += 1
        for fact in ("kind", "country", "sector", "role"):
            if row[fact] is not None:
                facts[actor, fact, row[fact]] += 1
        if row["id"] != actor:
            facts[actor, "id", row["id"]] += 1
    for form in forms:
        facts[actor, "form", form] += 1
        presence.places[actor, "form", form, head["publisher"] or ""] += 1
    for role in {row["role"] for row in rows} - {None}:
        presence.places[actor, "role", role, _month(head)] += 1


def _month(head: RowMapping) -> str:
    """Return the month in which an article came out, or the year, or nothing."""
    first, last = head["published_start"], head["published_end"]
    if first is None or first.year != last.year:
        return ""
    return f"{first:%Y-%m}" if first.month == last.month else f"{first:%Y}"


def _count_claims(
    connection: Connection,
    presence: Presence,
    canonical: Mapping[str, Mapping[str, str]],
    few: Sequence[str],
) -> None:
    own = territory_claims.c
    query = select(own.extraction_id, own.actor_id, own.claimant_id)
    rows = connection.execute(query.where(own.extraction_id.in_(few)))
    found = {
        (key, *(canonical[key].get(each, each) for each in (territory, claimant)))
        for key, territory, claimant in rows
    }
    for _, territory, claimant in found:
        presence.facts[territory, "claimed-by", claimant] += 1
        presence.facts[claimant, "claims", territory] += 1


def _count_statements(
    connection: Connection,
    presence: Presence,
    canonical: Mapping[str, Mapping[str, str]],
    few: Sequence[str],
) -> None:
    for made in _statements(connection, canonical, few):
        for role, part in PARTS.items():
            for actor in made.cast[role]:
                presence.facts[actor, part, made.act] += 1
                presence.said[actor, part, made.day, made.id] += 1
        for speaker in made.cast["speaker"]:
            for target in made.cast["about"]:
                if target != speaker:
                    presence.pairs[speaker, target, made.act] += 1


@dataclass(frozen=True, slots=True)
class _Made:
    """A statement with who takes which part."""

    id: str
    act: str
    day: int
    cast: defaultdict[str, set[str]]


def _statements(
    connection: Connection, canonical: Mapping[str, Mapping[str, str]], few: Sequence[str]
) -> Iterable[_Made]:
    own, cast, head = statements.c, statement_actors.c, extractions.c
    query = (
        select(
            cast.extraction_id,
            cast.statement_id,
            cast.role,
            cast.actor_id,
            own.act,
            func.coalesce(own.said_start, head.published_start, type_=Date).label("day"),
        )
        .join(
            statements,
            and_(own.extraction_id == cast.extraction_id, own.id == cast.statement_id),
        )
        .join(extractions, head.id == cast.extraction_id)
        .where(cast.extraction_id.in_(few))
    )
    found: dict[tuple[str, str], _Made] = {}
    for row in connection.execute(query):
        made = found.setdefault(
            (row.extraction_id, row.statement_id),
            _Made(
                row.statement_id,
                row.act,
                row.day.toordinal() if row.day else 0,
                defaultdict(set),
            ),
        )
        made.cast[row.role].add(canonical[row.extraction_id].get(row.actor_id, row.actor_id))
    return found.values()
