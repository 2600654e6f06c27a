"""What is known of actors as rows and back; pure.

A profile is one row, so that reading it reads one place of the file, however much is known.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Row

from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef
from rejoinder.model.profile import Fact, Profile

__all__ = ["names_of", "profile_of", "profile_row", "ref_of_row"]

_FACTS = {sort.value: sort for sort in Fact}


class _Told(Mapping[Fact, frozenset[str]]):
    """Facts as a row has them, made sets of as they are asked for: few are of most profiles."""

    __slots__ = ("_found",)

    def __init__(self, found: Mapping[str, list[str]]) -> None:
        self._found = found

    def __getitem__(self, sort: Fact) -> frozenset[str]:
        return frozenset(self._found[sort.value])

    def __iter__(self) -> Iterator[Fact]:
        return map(_FACTS.__getitem__, self._found)

    def __len__(self) -> int:
        return len(self._found)


def ref_of_row(row: Row[*tuple[Any, ...]]) -> ActorRef:
    """Return the ref of a row of any table of profiles."""
    return ActorRef(actor=ActorId(row.actor_id), article=row.article_id)


def profile_of(row: Row[*tuple[Any, ...]]) -> Profile:
    """Return the profile of a row."""
    return Profile(
        ref=ref_of_row(row),
        kind=ActorKind(row.kind),
        facts=_Told(json.loads(row.facts)),
        keys=frozenset(json.loads(row.blocks)),
    )


def names_of(facts: str) -> list[str]:
    """Return the names among the facts of a row, sorted."""
    names: list[str] = json.loads(facts).get(Fact.NAME.value, [])
    return names


def profile_row(profile: Profile) -> dict[str, str]:
    """Return the row of a profile; equal profiles have equal rows."""
    found = {sort.value: sorted(profile.facts[sort]) for sort in sorted(profile.facts)}
    return {
        "actor_id": profile.ref.actor,
        "article_id": profile.ref.article,
        "kind": profile.kind.value,
        "facts": _json(found),
        "blocks": _json(sorted(profile.keys)),
    }


def _json(value: Mapping[str, list[str]] | list[str]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
