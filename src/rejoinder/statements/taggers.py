"""The taggers that ship, by the names under which they are asked for."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from rejoinder.errors import ConfigError
from rejoinder.statements.manifest import MODEL_FOLDER, is_installed
from rejoinder.statements.ports import Tagger

__all__ = ["LEARNED", "RULES", "TAGGERS", "best_tagger", "make_tagger"]

LEARNED: Final = "attribution.model.v1"
RULES: Final = "attribution.rules.v1"


def _learned(least: float | None) -> Tagger:
    from rejoinder.statements.tagger import ModelTagger

    return ModelTagger(threshold=least)


def _rules(least: float | None) -> Tagger:
    from rejoinder.statements.rules import RulesTagger

    return RulesTagger(threshold=least)


TAGGERS: Mapping[str, Callable[[float | None], Tagger]] = MappingProxyType(
    {LEARNED: _learned, RULES: _rules}
)


def best_tagger() -> str:
    """Return the name of the learned tagger where its files are installed, else of the rules."""
    return LEARNED if is_installed(MODEL_FOLDER) else RULES


def make_tagger(name: str | None = None, least: float | None = None) -> Tagger:
    """Return the tagger of that name, or the best that is installed.

    Args:
        name: one of ``TAGGERS``.
        least: least score of a statement, 0 to 1; None for the tagger's own.

    Raises:
        ConfigError: no tagger goes by that name, or ``least`` is no score.
        ModelNotInstalled: the learned one was asked for and its files are missing or others.
    """
    chosen = name or best_tagger()
    if chosen not in TAGGERS:
        raise ConfigError(f"no tagger {chosen!r}; choose one of: {', '.join(TAGGERS)}")
    if least is not None and not 0 <= least <= 1:
        raise ConfigError(f"the least score is {least}; give a number from 0 to 1")
    return TAGGERS[chosen](least)
