"""The taggers that ship, by the names under which they are asked for."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from rejoinder.errors import ConfigError
from rejoinder.statements.ports import Tagger

__all__ = ["RULES", "TAGGERS", "make_tagger"]

RULES: Final = "attribution.rules.v1"


def _rules() -> Tagger:
    from rejoinder.statements.rules import RulesTagger

    return RulesTagger()


TAGGERS: Mapping[str, Callable[[], Tagger]] = MappingProxyType({RULES: _rules})


def make_tagger(name: str | None = None) -> Tagger:
    """Return the tagger of that name, or the best that is installed.

    Raises:
        ConfigError: no tagger goes by that name.
    """
    chosen = name or RULES
    if chosen not in TAGGERS:
        raise ConfigError(f"no tagger {chosen!r}; choose one of: {', '.join(TAGGERS)}")
    return TAGGERS[chosen]()
