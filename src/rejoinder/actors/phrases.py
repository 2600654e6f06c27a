"""Phrases: what the words for an office tell of country and sector, without a parser."""

from rejoinder.actors.gazetteer import Hit, Sense, Use, split_alias
from rejoinder.actors.lexicon import load_gazetteer

__all__ = ["code_words"]

_FORMER = frozenset("former ex ex- late retired onetime".split())


def code_words(words: str) -> tuple[str | None, str | None]:
    """Return country and PLOVER sector of whoever bears an office; None for what is not told.

    "Spokesperson for Iran's foreign ministry" is IRN and GOV, "former ambassador to Iran" ELI.
    """
    tokens = split_alias(words)
    lower = [token.lower() for token in tokens]
    hits = load_gazetteer().find(tokens, lower)
    senses = [hit.sense for hit in hits]
    role = next((sense for sense in senses if sense.use is Use.ROLE), None)
    if role is None:
        return _country(hits, lower), next((s for s in map(_sector, senses) if s), None)
    if any(word in _FORMER or word.startswith("ex-") for word in lower):
        return _country(hits, lower), "ELI"
    bodies = [s for s in (_sector(sense) for sense in senses) if s]
    if role.sector != "=":
        return _country(hits, lower), role.sector
    return _country(hits, lower), bodies[0] if bodies else None


def _sector(sense: Sense) -> str | None:
    if sense.body is not None:
        return sense.body.sector
    return sense.entry.sector if sense.entry is not None else None


def _country(hits: list[Hit], lower: list[str]) -> str | None:
    """Return the country named first; one behind "to" or "in" is where somebody is sent."""
    for hit in hits:
        before = lower[hit.first - 1] if hit.first else ""
        before = lower[hit.first - 2] if before == "the" and hit.first > 1 else before
        if hit.sense.entry is not None and before not in {"to", "in", "with", "at"}:
            return hit.sense.entry.country
    return None
