"""What SQLAlchemy compiled for one ledger, kept for all that are opened in this process.

An engine compiles each query once, and each ledger has an engine; the tests open thousands of
ledgers in one process, where a program opens one.
"""

from collections.abc import Callable
from typing import Any, Final

import pytest
from sqlalchemy import Engine, Pool, create_engine
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

from rejoinder.ledger import sqlite

__all__ = ["share_compiled"]

_KEPT: Final = 4000


class _Alike(SQLiteDialect_pysqlite):
    """The dialect of ledgers, of which every instance does the same."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Alike)

    def __hash__(self) -> int:
        return hash(_Alike)


def share_compiled(patch: pytest.MonkeyPatch) -> None:
    """Let engines of ledgers take what others compiled; what they run and answer is their own."""
    kept: LRUCache[Any, Any] = LRUCache(_KEPT)

    def build(url: str, *, creator: Callable[[], Any], poolclass: type[Pool]) -> Engine:
        engine = create_engine(url, creator=creator, poolclass=poolclass)
        assert type(engine.dialect) is SQLiteDialect_pysqlite
        engine.dialect.__class__ = _Alike
        engine._compiled_cache = kept
        return engine

    patch.setattr(sqlite, "create_engine", build)
