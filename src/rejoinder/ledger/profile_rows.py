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
_DECODER = json.JSONDecoder()


class _Told(Mapping[Fact, frozenset[str]]):
    """Facts as a row has them, read as they are asked for: of most profiles only names are."""

    __slots__ = ("_found", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: Mapping[str, list[str]] | None = None

    def __getitem__(self, sort: Fact) -> frozenset[str]:
        if self._found is not None:
            return frozenset(self._found[sort.value])
        found = _values(self._text, sort)
        if found is None:
            raise KeyError(sort)
        return frozenset(found)

    def __iter__(self) -> Iterator[Fact]:
        return map(_FACTS.__getitem__, self._whole())

    def __len__(self) -> int:
        return len(self._whole())

    def _whole(self) -> Mapping[str, list[str]]:
        if self._found is None:
            self._found = json.loads(self._text)
        return self._found


def _values(facts: str, sort: Fact) -> list[str] | None:
    """Return the values of one sort among the facts of a row, without reading the others.

    `_json` writes no blanks, and marks quotes within values, so that this can only be the key.
    """
    key = f'"{sort.value}":'
    start = facts.find(key)
    if start < 0:
        return None
    found: list[str] = _DECODER.raw_decode(facts, start + len(key))[0]
    return found


def ref_of_row(row: Row[*tuple[Any, ...]]) -> ActorRef:
    """Return the ref of a row of any table of profiles."""
    return ActorRef(actor=ActorId(row.actor_id), article=row.article_id)


def profile_of(row: Row[*tuple[Any, ...]]) -> Profile:
    """Return the profile of a row."""
    return Profile(
        ref=ref_of_row(row),
        kind=ActorKind(row.kind),
        facts=_Told(row.facts),
        keys=frozenset(json.loads(row.blocks)),
    )


def names_of(facts: str) -> list[str]:
    """Return the names among the facts of a row, sorted."""
    return _values(facts, Fact.NAME) or []


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
