"""FollowTheMoney entities: people and organisations with their positions, occupancies included.

Read are Person, Organization, PublicBody, Company and LegalEntity; a Position that a Person holds
by an Occupancy is a role with its dates. Topics tell the sector (`topics.tsv`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rejoinder.actors.lists.objects import json_object
from rejoinder.actors.lists.result import Draft, ListProblem, Problems
from rejoinder.actors.lists.values import find_country, read_day, read_name
from rejoinder.actors.tables import read_table
from rejoinder.model.actor import ActorKind
from rejoinder.model.listed import DatedRole

__all__ = ["read_entities"]

_KINDS = {
    "Person": ActorKind.PERSON,
    "Organization": ActorKind.GROUP,
    "PublicBody": ActorKind.GOVERNMENT_BODY,
    "Company": ActorKind.GROUP,
    "LegalEntity": ActorKind.GROUP,
}
_SECTORS = {"PublicBody": "GOV", "Company": "BUS"}
_OTHER_NAMES = ("name", "alias", "previousName")
_COUNTRIES = ("nationality", "citizenship", "country", "jurisdiction", "mainCountry")
_DEEPEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entity:
    """An entity as it stands in the list; entities within its properties stand for their ids."""

    line: int
    id: str
    schema: str
    caption: str
    properties: Mapping[str, Sequence[str]]

    def values(self, *names: str) -> list[str]:
        """Return the values of the first of the properties that has any."""
        return next((list(self.properties[n]) for n in names if self.properties.get(n)), [])


def read_entities(
    lines: Iterable[tuple[int, str | ListProblem]], problems: Problems
) -> tuple[list[Draft], Counter[str]]:
    """Return the actors, and how many entities there are of each schema that is none of theirs."""
    entities: dict[str, _Entity] = {}
    for number, line in lines:
        if isinstance(line, ListProblem):
            problems.add(line)
        elif line.strip():
            try:
                for entity in _entities(number, json_object(line)):
                    entities.setdefault(entity.id, entity)
            except ValueError as error:
                problems.at(number, error)
    drafts: dict[str, Draft] = {}
    for entity in entities.values():
        if entity.schema in _KINDS:
            try:
                drafts[entity.id] = _draft(entity)
            except ValueError as error:
                problems.at(entity.line, error)
    left_out = Counter(e.schema for e in entities.values() if e.schema not in _KINDS)
    for holder, role in _occupancies(entities, drafts, problems, left_out):
        drafts[holder] = replace(drafts[holder], roles=(*drafts[holder].roles, role))
    return list(drafts.values()), +left_out


def _entities(line: int, value: Mapping[str, object], depth: int = 0) -> Iterator[_Entity]:
    """Yield the entity of an object, and those that are written out within its properties.

    Raises:
        ValueError: it is no entity.
    """
    found, schema, properties = value.get("id"), value.get("schema"), value.get("properties")
    if not (isinstance(found, str) and found and isinstance(schema, str)):
        raise ValueError(
            f"entity {found!r} of schema {schema!r} lacks one of the two; write FollowTheMoney "
            "entities with id, schema and properties"
        )
    if not isinstance(properties, dict) or depth > _DEEPEST:
        raise ValueError(f"entity {found!r} has no usable properties; write an object of lists")
    caption = value.get("caption")
    plain: dict[str, list[str]] = {}
    for name, values in properties.items():
        plain[name] = []
        for one in values if isinstance(values, list) else [values]:
            if isinstance(one, dict):
                inner = {**one, "properties": one.get("properties", {})}
                yield from _entities(line, inner, depth + 1)
                plain[name].append(str(one["id"]))
            elif isinstance(one, str) and one.strip():
                plain[name].append(one.strip())
    yield _Entity(
        line=line,
        id=found,
        schema=schema,
        caption=caption.strip() if isinstance(caption, str) else "",
        properties=plain,
    )


def _draft(entity: _Entity) -> Draft:
    names = list(dict.fromkeys(n for part in _OTHER_NAMES for n in entity.values(part)))
    if not names:
        raise ValueError(f"entity {entity.id!r} has no name; give it one or leave it out")
    name = entity.caption if entity.caption in names else names[0]
    topics = [row for row in _topics() if row["topic"] in entity.values("topics")]
    kinds = [ActorKind(row["kind"]) for row in topics if row["kind"]]
    kind = _KINDS[entity.schema]
    if kinds and kind is not ActorKind.PERSON:
        kind = kinds[0]
    elif kind is ActorKind.GROUP and any(row["topic"].startswith("gov") for row in topics):
        kind = ActorKind.GOVERNMENT_BODY
    positions = entity.values("position") if kind is ActorKind.PERSON else []
    return Draft(
        line=entity.line,
        ref=entity.id,
        name=read_name(name),
        aliases=tuple(read_name(alias, "alias") for alias in names if alias != name),
        kind=kind,
        country="IGO" if kind is ActorKind.IGO else _country(entity),
        sector=topics[0]["sector"] if topics else _SECTORS.get(entity.schema),
        roles=tuple(DatedRole(role=read_name(words, "position")) for words in positions),
    )


@cache
def _topics() -> tuple[Mapping[str, str], ...]:
    return tuple(read_table("topics.tsv"))


def _country(entity: _Entity) -> str | None:
    """Return the one country that the entity gives; None where there are several or none."""
    codes = {find_country(code.partition("-")[0]) for code in entity.values(*_COUNTRIES)}
    return next(iter(codes)) if len(codes) == 1 else None


def _occupancies(
    entities: Mapping[str, _Entity],
    drafts: Mapping[str, Draft],
    problems: Problems,
    left_out: Counter[str],
) -> Iterator[tuple[str, DatedRole]]:
    """Yield the holder and the role of each occupancy whose two ends are in the list."""
    for entity in entities.values():
        if entity.schema != "Occupancy":
            continue
        post = entities.get(next(iter(entity.values("post")), ""))
        holder = next(iter(entity.values("holder")), "")
        if post is None or holder not in drafts:
            continue
        try:
            role = _role(entity, post)
        except ValueError as error:
            problems.at(entity.line, error)
            continue
        left_out["Occupancy"] -= 1
        yield holder, role


def _role(occupancy: _Entity, post: _Entity) -> DatedRole:
    topics = [row for row in _topics() if row["topic"] in post.values("topics")]
    starts = sorted(occupancy.values("startDate", "periodStart", "electionDate"))
    ends = sorted(occupancy.values("endDate", "periodEnd"))
    name = post.caption or next(iter(post.values("name")), "")
    return DatedRole(
        role=read_name(name, "position"),
        country=_country(post),
        sector=topics[0]["sector"] if topics else None,
        start=read_day(starts[0], last=False) if starts else None,
        end=read_day(ends[-1], last=True) if ends else None,
    )
