"""What lists of statements are asked for, by whichever method."""

from datetime import date
from typing import TYPE_CHECKING, TypedDict, Unpack

from rejoinder.api.choices import at_most, check_days, choose_any
from rejoinder.model.statement import Act

if TYPE_CHECKING:
    from rejoinder.views.filters import StatementFilter

__all__ = ["AskedStatements", "statement_filter"]


class AskedStatements(TypedDict, total=False):
    """The conditions of `Ledger.statements`."""

    speaker: str | None
    about: str | None
    addressee: str | None
    act: str | None
    publisher: str | None
    since: date | None
    until: date | None
    text: str | None


def statement_filter(
    *, limit: int | None = None, **asked: Unpack[AskedStatements]
) -> "StatementFilter":
    """Return what is asked for, as the views take it.

    Raises:
        ConfigError: there is no such act, the limit is less than none, or the days are none.
    """
    from rejoinder.views.filters import StatementFilter

    check_days(asked.get("since"), asked.get("until"))
    return StatementFilter(
        speaker=asked.get("speaker"),
        about=asked.get("about"),
        addressee=asked.get("addressee"),
        act=choose_any(Act, asked.get("act"), "act"),
        publisher=asked.get("publisher"),
        since=asked.get("since"),
        until=asked.get("until"),
        text=asked.get("text"),
        limit=at_most(limit),
    )
