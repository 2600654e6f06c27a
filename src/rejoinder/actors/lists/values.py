"""Values of a list: names, kinds, countries, sectors and dates, refused with the cure.

Each function raises ValueError with what is wrong, the value, and what to write instead.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import cache

from babel import Locale

from rejoinder.actors.slugs import slug
from rejoinder.actors.tables import cells, read_table
from rejoinder.model.actor import ActorKind
from rejoinder.model.listed import DatedRole

__all__ = [
    "SECTORS",
    "find_country",
    "read_country",
    "read_day",
    "read_kind",
    "read_name",
    "read_role",
    "read_sector",
]

SECTORS = frozenset(
    """
    AGR BUS COP CRM CVL EDU ELI GOV IGO JRN JUD LAB LEG MED MIL NGO OPP PRE PRM PTY REB REF REL SOC
    SPY UAF UNK
    """.split()
)
_NOT_STATES = frozenset({"ATA", "EUR", "HKG", "IGO", "IMG", "ISM", "MNC", "NGO", "UNO"})
_LONGEST_NAME = 300
_TURNS = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?")


def read_name(value: str, what: str = "name") -> str:
    """Return a name in normal form (NFC), its words one space apart."""
    name = " ".join(unicodedata.normalize("NFC", value).split())
    if not slug(name):
        raise ValueError(f"{what} {value!r} has no letters; write the actor's {what}")
    if len(name) > _LONGEST_NAME:
        start = name[:40]
        raise ValueError(
            f"{what} {start!r}… has {len(name)} characters; at most {_LONGEST_NAME} are a name"
        )
    if _TURNS.search(name):
        raise ValueError(f"{what} {name!r} holds a control character; take it out")
    return name


def read_kind(value: str) -> ActorKind:
    """Return the kind of actor of that name."""
    plain = value.strip().lower().replace("_", "-").replace(" ", "-")
    for kind in ActorKind:
        if kind.value == plain:
            return kind
    known = ", ".join(kind.value for kind in ActorKind)
    raise ValueError(f"kind {value!r} is not known; write one of {known}")


def read_sector(value: str) -> str | None:
    """Return PLOVER's code of a sector, or None for an empty value."""
    plain = value.strip().upper()
    if not plain:
        return None
    if plain not in SECTORS:
        known = " ".join(sorted(SECTORS))
        raise ValueError(f"sector {value!r} is not one of PLOVER's; write one of {known}")
    return plain


def read_country(value: str) -> str | None:
    """Return the code of a country given by code or English name; None for an empty value."""
    plain = value.strip()
    if not plain:
        return None
    found = find_country(plain)
    if found is None:
        raise ValueError(
            f"country {value!r} is not known; write ISO 3166-1 alpha-3 (AZE), or one of "
            f"{' '.join(sorted(_NOT_STATES))} for what is no state"
        )
    return found


def find_country(value: str) -> str | None:
    """Return PLOVER's code of a country given by alpha-3, alpha-2 or English name, if any."""
    code = value.strip()
    if code.upper() in _NOT_STATES:
        return code.upper()
    return _countries().get(code.casefold())


@cache
def _countries() -> dict[str, str]:
    cldr = Locale("en").territories
    found: dict[str, str] = {}
    for row in read_table("codes.tsv"):
        found |= dict.fromkeys((code.casefold() for code in cells(row["codes"])), row["country"])
    for row in read_table("states.tsv"):
        names = (row["code"], row["alpha2"], row["name"], cldr[row["alpha2"]])
        found |= dict.fromkeys((name.casefold() for name in names), row["code"])
    return found


def read_day(value: str, *, last: bool) -> date | None:
    """Return the first or the last day of a year, a month or a day; None for an empty value."""
    plain = value.strip()
    if not plain:
        return None
    found = _DATE.fullmatch(plain)
    try:
        if found is None:
            raise ValueError
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        first = date(year, month or (12 if last else 1), day or 1)
    except ValueError:
        raise ValueError(
            f"date {value!r} is none; write a year, a month or a day: 2022, 2022-11 or 2022-11-08"
        ) from None
    if day is None and last:
        return first.replace(day=monthrange(first.year, first.month)[1])
    return first


def read_role(value: Mapping[str, str]) -> DatedRole:
    """Return a role from the text of its fields ``role country sector from to``.

    Raises:
        ValueError: a value is refused, it is empty, or it ends before it starts.
    """
    words = " ".join(value["role"].split())
    role = DatedRole(
        role=read_name(words, "role") if words else "",
        country=read_country(value["country"]),
        sector=read_sector(value["sector"]),
        start=read_day(value["from"], last=False),
        end=read_day(value["to"], last=True),
    )
    if not (role.role or role.country or role.sector):
        raise ValueError("a role says nothing; write its words, a country or a sector")
    return role
