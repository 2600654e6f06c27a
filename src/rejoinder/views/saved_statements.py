"""Saved searches as sets of statements: what a search or list that has a name finds now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from sqlalchemy import Connection

from rejoinder.errors import ConfigError, NotFound
from rejoinder.ledger.saved_book import SavedQuery, list_saved
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.ids import StatementId
from rejoinder.model.statement import Act, Quotation
from rejoinder.views.filters import StatementFilter
from rejoinder.views.search import SearchFilter, hit_ids
from rejoinder.views.statements import find_statements

__all__ = ["SavedStatements", "find_saved"]

_EVERY: Final = 2**31
_NAMES: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedStatements:
    """What a saved search finds.

    Attributes:
        name: what the search is called.
        text: the words that it asks for; None where it asks for none.
        ids: the statements, in the order of the search or list.
    """

    name: str
    text: str | None
    ids: tuple[StatementId, ...]


def find_saved(connection: Connection, name: str) -> SavedStatements:
    """Return what the saved search of that name finds in the ledger as it is.

    Args:
        connection: of the ledger.
        name: of the search, in any case, or its id.

    Raises:
        NotFound: no saved search goes by that name.
        ConfigError: what is saved finds no statements, asks for what there is not, or the ledger's
            summaries are not up to date.
    """
    saved = _called(connection, name)
    place = urlsplit(saved.address)
    asked = {key: value for key, value in parse_qsl(place.query) if value.strip()}
    try:
        if place.path == "/search":
            ids = _searched(connection, _search(asked))
        elif place.path == "/statements":
            ids = _listed(connection, _list(asked))
        else:
            raise ConfigError(
                f"{saved.name!r} leads to {place.path!r}, which lists no statements; save a search "
                "for statements, or give their ids in a file"
            )
    except ValueError as wrong:
        raise ConfigError(
            f"what {saved.name!r} asks for is not known here: {wrong}; save it anew from the "
            "workbench"
        ) from wrong
    return SavedStatements(name=saved.name, text=asked.get("text"), ids=tuple(ids))


def _called(connection: Connection, name: str) -> SavedQuery:
    every = list_saved(connection)
    wanted = " ".join(name.split()).casefold()
    for each in every:
        if wanted in (each.name.casefold(), each.id):
            return each
    some = ", ".join(repr(each.name) for each in every[:_NAMES])
    more = f", and {len(every) - _NAMES} more" if len(every) > _NAMES else ""
    known = f"there are: {some}{more}" if every else "none is saved; the workbench saves searches"
    raise NotFound(f"no saved search is called {name!r}; {known}")


def _search(asked: Mapping[str, str]) -> SearchFilter:
    return SearchFilter(
        text=asked.get("text"),
        publisher=asked.get("publisher"),
        act=Act(asked["act"]) if "act" in asked else None,
        speaker=asked.get("speaker"),
        about=asked.get("about"),
        month=asked.get("month"),
        quotation=Quotation(asked["quotation"]) if "quotation" in asked else None,
        contested="contested" in asked,
        unanswered="unanswered" in asked,
    )


def _list(asked: Mapping[str, str]) -> StatementFilter:
    days = [date.fromisoformat(asked[key]) if key in asked else None for key in ("since", "until")]
    return StatementFilter(
        text=asked.get("text"),
        speaker=asked.get("speaker"),
        about=asked.get("about"),
        addressee=asked.get("addressee"),
        act=Act(asked["act"]) if "act" in asked else None,
        publisher=asked.get("publisher"),
        since=days[0],
        until=days[1],
    )


def _searched(connection: Connection, wanted: SearchFilter) -> list[StatementId]:
    if not SummaryBook(connection=connection).is_current():
        raise ConfigError(
            "the ledger's summaries are not up to date, and without them nothing is searched; make "
            "them with: rejoinder rebuild"
        )
    return [StatementId(each) for each in hit_ids(connection, wanted, _EVERY)]


def _listed(connection: Connection, wanted: StatementFilter) -> list[StatementId]:
    return [each.id for each in find_statements(connection, wanted)]
