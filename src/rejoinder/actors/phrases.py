"""Phrases: what the words for an office tell of country and sector, without a parser."""

from rejoinder.actors.gazetteer import Hit, Sense, Use, split_alias
from rejoinder.actors.lexicon import load_gazetteer

__all__ = ["code_words"]

_FORMER = frozenset("former ex ex- late retired onetime ousted deposed".split())
_OFFICIAL = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "OPP", "PTY", "SPY", "="})
_LENT = frozenset({"GOV", "MIL", "="})
_ELSEWHERE = frozenset({"to", "in", "with", "at"})


def code_words(words: str) -> tuple[str | None, str | None]:
    """Return country and PLOVER sector of whoever bears an office; None for what is not told.

    "Spokesperson for Iran's foreign ministry" is IRN and GOV, "former ambassador to Iran" ELI.
    """
    tokens = split_alias(words)
    lower = [token.lower() for token in tokens]
    hits = [hit for hit in load_gazetteer().find(tokens, lower) if not _is_elsewhere(hit, lower)]
    country = next((h.sense.entry.country for h in hits if h.sense.entry is not None), None)
    senses = [hit.sense for hit in hits]
    told = next((sector for sector in map(_sector, senses) if sector), None)
    role = next((sense for sense in senses if sense.use is Use.ROLE), None)
    if role is None:
        return country, told
    former = any(word in _FORMER or word.startswith("ex-") for word in lower)
    if former and role.sector in _OFFICIAL:
        return country, "ELI"
    if role.sector in _LENT and told is not None:
        return country, told
    if role.sector != "=":
        return country, role.sector
    return country, "GOV" if country is not None else None


def _is_elsewhere(hit: Hit, lower: list[str]) -> bool:
    """Say whether it is where somebody is sent or works: "ambassador to Morland"."""
    first = hit.first - 1 if hit.first and lower[hit.first - 1] == "the" else hit.first
    return hit.sense.entry is not None and first > 0 and lower[first - 1] in _ELSEWHERE


def _sector(sense: Sense) -> str | None:
    if sense.body is not None:
        return sense.body.sector
    return sense.entry.sector if sense.entry is not None else None
