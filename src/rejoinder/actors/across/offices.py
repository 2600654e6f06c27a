"""Offices: the words for a role as whose office it is, so that two articles' words compare."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from rejoinder.actors.gazetteer import Hit, Use, split_alias
from rejoinder.actors.lexicon import load_gazetteer
from rejoinder.actors.tables import read_table
from rejoinder.model.actor import ActorKind

__all__ = ["INTERNATIONAL", "POLITICS", "Office", "is_kinship", "read_offices", "vacant_office"]

_FORMER = re.compile(r"(?:^|\W)(?:former|ex|then|late|one-time|onetime|past)(?:\W|$)", re.I)
_DEPUTY = frozenset({"deputy", "vice", "assistant", "deputies"})
_OWN_BODY = frozenset(
    "spokesperson head official adviser secretary secretary-general minister mp commander".split()
)
POLITICS = frozenset("GOV MIL SPY COP JUD LEG ELI OPP PTY PRE IGO REB".split())
"""Who is in politics may change sides, win and lose offices."""
INTERNATIONAL = frozenset({"IGO", "NGO", "UNO", "EUR", "IMG", "ISM", "MNC"})
_CODE = re.compile(r"([A-Z]{3})(?:-(.+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office of one owner.

    Attributes:
        owner: a country's code, the id of a territory or organisation without its prefix, or "".
        key: of ``roles.tsv``; with the body's before it where that tells offices apart.
        group: of interchangeable role nouns.
        unique: an owner has one at a time.
        former: no longer held, as the article has it.
    """

    owner: str
    key: str
    group: str
    unique: bool
    former: bool = False


@lru_cache(maxsize=16384)
def read_offices(role: str, country: str | None, sector: str | None) -> tuple[Office, ...]:
    """Return the offices that the words name, in their order.

    Args:
        role: as an article prints it.
        country: of the actor; for breakaway territories that of the state that claims them.
        sector: of the actor.
    """
    text = split_alias(role.replace("’", "'"))
    hits = load_gazetteer().find(text, [word.lower() for word in text])
    owner = _owner(hits, country, sector)
    body = next((h.sense.body.key for h in hits if h.sense.body is not None), "")
    former = _FORMER.search(role) is not None or sector == "ELI"
    found = []
    begins = {hit.first for hit in hits if hit.sense.use is Use.ROLE}
    for hit in hits:
        if hit.sense.use is not Use.ROLE or hit.sense.group == "family":
            continue
        if text[hit.first].lower() in _DEPUTY and hit.last in begins:
            # In "deputy speaker" the first word is no office of its own.
            continue
        deputy = hit.first > 0 and text[hit.first - 1].lower() in _DEPUTY
        key = hit.sense.key
        if body and key in _OWN_BODY:
            key = f"{body}-{key}"
        found.append(
            Office(
                owner=owner,
                key=f"deputy-{key}" if deputy else key,
                group=hit.sense.group,
                unique=hit.sense.unique and not deputy,
                former=former,
            )
        )
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=16384)
def is_kinship(role: str) -> bool:
    """Say whether the words tell only whose relative somebody is: "his ten-year-old son"."""
    text = split_alias(role.replace("’", "'"))
    hits = load_gazetteer().find(text, [word.lower() for word in text])
    groups = {hit.sense.group for hit in hits if hit.sense.use is Use.ROLE}
    return groups == {"family"}


def _owner(hits: Iterable[Hit], country: str | None, sector: str | None) -> str:
    """Return the country's code, or the territory or organisation, which share theirs."""
    named = [hit.sense.entry for hit in hits if hit.sense.entry is not None]
    if named and named[0].kind is ActorKind.GROUP:
        return named[0].id.partition(":")[2]
    if sector != "PRE" and country not in INTERNATIONAL:
        # The president of a club in a country is not the country's.
        return country or "" if sector is None or sector in POLITICS else ""
    owners = (entry for entry in named if entry.sector == "PRE" or entry.country == country)
    return next((entry.id.partition(":")[2] for entry in owners), "")


def vacant_office(actor: str, role: str | None) -> Office | None:
    """Return the office of an actor that is known by nothing else, or None for other actors.

    Args:
        actor: its id, as `rejoinder.actors.profiles.holder_profile` makes it.
        role: the key of the role, in words.
    """
    key = (role or "").replace(" ", "-")
    if key not in _role_groups() or not actor.startswith("per:") or not actor.endswith(f"-{key}"):
        return None
    code = actor.removeprefix("per:").removesuffix(f"-{key}")
    known = _CODE.fullmatch(code)
    group, unique = _role_groups()[key]
    if known is None:
        return Office(owner=code, key=key, group=group, unique=unique)
    owner, body = known[1], known[2]
    return Office(
        owner=owner,
        key=f"{body}-{key}" if body else key,
        group=group,
        unique=unique or bool(body),
    )


@cache
def _role_groups() -> dict[str, tuple[str, bool]]:
    return {row["key"]: (row["group"], row["unique"] == "yes") for row in read_table("roles.tsv")}
