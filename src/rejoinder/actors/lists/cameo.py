"""CAMEO actor codes, such as ``IRNGOV`` or ``IGOUNOREFHCR``, as PLOVER country and sector."""

from functools import cache

from rejoinder.actors.lists.values import find_country
from rejoinder.actors.tables import read_table

__all__ = ["NULL_CODE", "code_parts"]

NULL_CODE = "---"
# Regions and religions come first where no country does; PLOVER has no code for them.
_NO_COUNTRY = frozenset(
    """
    AFR ASA BLK CRB CAS CEU EIN EAF EEU LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF WAF WST UIS INT
    BUD CHR CON CPT DOX DRZ HIN HSD ITR JAN JEW JHW LDS MOS MUS NRM PAG PRO REL SFI SHI SHN SIK SUF
    SUN TAO UDX ZRO EUR
    """.split()
)
_LEADING = {"NGM": "ISM", "IMG": "IMG", "MNC": "MNC", "NGO": "NGO", "ISM": "ISM"}


@cache
def _sectors() -> dict[str, str]:
    return {row["code"]: row["sector"] for row in read_table("cameo.tsv")}


def code_parts(code: str) -> tuple[str | None, str | None]:
    """Return country and sector; None for what the code does not say.

    Raises:
        ValueError: it is no CAMEO code.
    """
    parts = [code[start : start + 3] for start in range(0, len(code), 3)]
    if not parts or len(code) % 3 or not (code.isascii() and code.isalnum() and code.isupper()):
        raise ValueError(f"code {code!r} is none of CAMEO's; write it in threes: IRN, IRNGOV")
    first, rest = parts[0], parts[1:]
    if first == "IGO":
        return _of_organisation(rest)
    if first in _LEADING:
        return _LEADING[first], _sector(rest) or ("NGO" if first == "NGO" else None)
    country = None if first in _NO_COUNTRY else find_country(first)
    if country is None and first not in _NO_COUNTRY and first not in _sectors():
        raise ValueError(
            f"code {code!r} begins with {first!r}, which is no country, region or role of CAMEO's"
        )
    return country, _sector(rest if country else parts)


def _of_organisation(rest: list[str]) -> tuple[str, str]:
    country = "UNO" if "UNO" in rest else "EUR" if "EEC" in rest else "IGO"
    sector = _sector(rest)
    return country, sector if sector in {"JUD", "LEG", "COP", "MIL"} else "IGO"


def _sector(parts: list[str]) -> str | None:
    known = _sectors()
    return next((known[part] for part in parts if known.get(part)), None)
