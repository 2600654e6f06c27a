"""Sectors: what PLOVER sector an office gives its bearer, as the article has it."""

from rejoinder.actors.gazetteer import Entry
from rejoinder.actors.sighting import Office

__all__ = ["office_sector"]

_OFFICIAL = frozenset({"COP", "ELI", "GOV", "JUD", "LEG", "MIL", "OPP", "PTY", "SPY", "="})
# Whoever leads, commands or speaks is of the sector of what he leads, commands or speaks for.
_LENT = frozenset({"GOV", "MIL", "="})


def office_sector(office: Office, owner: Entry | None) -> str | None:
    """Return the PLOVER sector of whoever bears the office as the article has it.

    Former officials are ELI. An office within a body or an organisation has its sector where the
    role itself says no more than that somebody leads, commands or speaks: the commander of a rebel
    army is a rebel, the police's is police.
    """
    if owner is not None and owner.sector == "PRE":
        return "PRE"
    if office.former and office.sector in _OFFICIAL:
        return "ELI"
    if "legislator" in office.groups and office.sector in {"=", "LEG"}:
        return "LEG"
    if office.body is not None and office.sector in _LENT:
        return office.body.sector
    if owner is not None and not owner.land and office.sector in _LENT:
        return owner.sector
    if office.sector != "=":
        return office.sector
    return "GOV" if owner is not None else None
