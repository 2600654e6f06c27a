"""JSON lines of actors: one object a line, in the fields of `ListedActor`."""

import json
from collections.abc import Iterable, Mapping

from rejoinder.actors.lists.ids import read_id
from rejoinder.actors.lists.result import Draft, ListProblem, Problems
from rejoinder.actors.lists.values import (
    read_country,
    read_kind,
    read_name,
    read_role,
    read_sector,
)
from rejoinder.model.listed import DatedRole, ListedActor

__all__ = ["draft_of_object", "json_object", "read_objects", "to_line"]

_FIELDS = ("id", "ref", "name", "aliases", "kind", "country", "sector", "roles")
_ROLE_FIELDS = ("role", "country", "sector", "from", "to")


def read_objects(lines: Iterable[tuple[int, str | ListProblem]], problems: Problems) -> list[Draft]:
    """Return the actor of each line that is not blank; what is wrong goes into ``problems``."""
    drafts: list[Draft] = []
    for number, line in lines:
        if isinstance(line, ListProblem):
            problems.add(line)
        elif line.strip():
            try:
                drafts.append(draft_of_object(number, json_object(line)))
            except ValueError as error:
                problems.at(number, error)
    return drafts


def json_object(line: str) -> Mapping[str, object]:
    """Return the JSON object that a line holds.

    Raises:
        ValueError: it holds none.
    """
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        start = line[:40]
        why = "it is nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise ValueError(f"{start!r} is no JSON object: {why}; write one object a line") from None
    if not isinstance(value, dict):
        raise ValueError(f"{line[:40]!r} is no JSON object; write one object a line")
    return value


def draft_of_object(line: int, value: Mapping[str, object]) -> Draft:
    """Return the actor that an object of ours describes.

    Raises:
        ValueError: a field is unknown, missing or of another type, or its value is refused.
    """
    _known_fields(value, _FIELDS, "an actor")
    given = _text(value, "kind")
    actor, kind = read_id(_text(value, "id"), read_kind(given) if given else None)
    if "name" not in value:
        raise ValueError('there is no name; write {"name": ...}')
    roles = value.get("roles", [])
    if not isinstance(roles, list):
        raise ValueError(f'roles {roles!r} are no list; write [{{"role": ..., "from": ...}}]')
    return Draft(
        line=line,
        id=actor,
        ref=(_text(value, "ref") or (None if actor else _text(value, "id"))) or None,
        name=read_name(_text(value, "name")),
        aliases=_aliases(value),
        kind=kind,
        country=read_country(_text(value, "country")),
        sector=read_sector(_text(value, "sector")),
        roles=tuple(_role(role) for role in roles),
    )


def _known_fields(value: Mapping[str, object], known: tuple[str, ...], what: str) -> None:
    strange = [field for field in value if field not in known]
    if strange:
        raise ValueError(f"field {strange[0]!r} is none of {what}; known are {', '.join(known)}")


def _text(value: Mapping[str, object], field: str) -> str:
    found = value.get(field)
    if found is None:
        return ""
    if not isinstance(found, str):
        raise ValueError(f"{field} {found!r} is no text; put it in quotation marks")
    return found.strip()


def _aliases(value: Mapping[str, object]) -> tuple[str, ...]:
    found = value.get("aliases", [])
    if not isinstance(found, list) or not all(isinstance(alias, str) for alias in found):
        raise ValueError(f'aliases {found!r} are no list of names; write ["…", "…"]')
    return tuple(read_name(alias, "alias") for alias in found)


def _role(value: object) -> DatedRole:
    if not isinstance(value, dict):
        raise ValueError(f'role {value!r} is no object; write {{"role": ..., "from": ...}}')
    _known_fields(value, _ROLE_FIELDS, "a role")
    return read_role({field: _text(value, field) for field in _ROLE_FIELDS})


def to_line(actor: ListedActor) -> str:
    """Return the actor as a line of JSON that reads back as the same, without the line feed."""
    value: dict[str, object] = {
        "id": actor.id,
        "ref": actor.ref,
        "name": actor.name,
        "aliases": list(actor.aliases),
        "kind": actor.kind.value,
        "country": actor.country,
        "sector": actor.sector,
        "roles": [_role_object(role) for role in actor.roles],
    }
    told = {field: found for field, found in value.items() if found}
    return json.dumps(told, ensure_ascii=False)


def _role_object(role: DatedRole) -> dict[str, object]:
    value = {
        "role": role.role,
        "country": role.country,
        "sector": role.sector,
        "from": role.start.isoformat() if role.start else None,
        "to": role.end.isoformat() if role.end else None,
    }
    return {field: found for field, found in value.items() if found}
