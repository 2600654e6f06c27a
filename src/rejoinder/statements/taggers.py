"""The taggers that ship, by the names under which they are asked for."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from rejoinder.statements.ports import Tagger
from rejoinder.statements.rules import RulesTagger

__all__ = ["DEFAULT_TAGGER", "TAGGERS"]

DEFAULT_TAGGER = RulesTagger.stage
TAGGERS: Mapping[str, Callable[[], Tagger]] = MappingProxyType({RulesTagger.stage: RulesTagger})
