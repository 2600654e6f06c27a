"""Statements: what a ledger answers with, as a sequence and as a frame."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, overload

from rejoinder.model.date import DateInterval

if TYPE_CHECKING:
    import polars

    from rejoinder.views.statements import Party, StatementView

__all__ = ["Statements"]


class Statements(Sequence["StatementView"]):
    """An immutable sequence of statements."""

    __slots__ = ("_views",)

    def __init__(self, views: "Iterable[StatementView]" = ()) -> None:
        """Take the statements in their order."""
        self._views = tuple(views)

    @overload
    def __getitem__(self, index: int) -> "StatementView": ...
    @overload
    def __getitem__(self, index: slice) -> "Statements": ...
    def __getitem__(self, index: int | slice) -> "StatementView | Statements":
        """Return one statement, or some of them as the same kind of sequence."""
        if isinstance(index, slice):
            return Statements(self._views[index])
        return self._views[index]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._views)

    def __eq__(self, other: object) -> bool:
        """Say whether the other holds the same statements in the same order."""
        return isinstance(other, Statements) and self._views == other._views

    def __hash__(self) -> int:
        """Return a hash of the statements in their order."""
        return hash(self._views)

    def __repr__(self) -> str:
        """Say how many there are."""
        return f"<Statements: {len(self)}>"

    def frame(self) -> "polars.DataFrame":
        """Return a polars frame, a row for each statement, with the same columns also for none.

        Names and ids of speaker, addressee, about and relay are lists; dates are the first and the
        last possible day.
        """
        import polars

        names = polars.List(polars.String)
        schema: dict[str, type[polars.DataType] | polars.DataType] = {
            "id": polars.String,
            "article": polars.String,
            "publisher": polars.String,
            "published_start": polars.Date,
            "published_end": polars.Date,
            "said_start": polars.Date,
            "said_end": polars.Date,
            "speaker": names,
            "speaker_id": names,
            "act": polars.String,
            "about": names,
            "about_id": names,
            "addressee": names,
            "addressee_id": names,
            "relay": names,
            "relay_id": names,
            "quotation": polars.String,
            "source": polars.String,
            "cue": polars.String,
            "content": polars.String,
            "parent": polars.String,
            "depth": polars.Int64,
            "score": polars.Float64,
            "article_id": polars.String,
        }
        return polars.DataFrame([_row(view) for view in self._views], schema=schema)


def _row(view: "StatementView") -> dict[str, object]:
    parts = {
        "speaker": view.speaker,
        "about": view.about,
        "addressee": view.addressee,
        "relay": view.relay,
    }
    return {
        "id": view.id,
        "article": view.article_ref,
        "publisher": view.publisher,
        **_days("published", view.published),
        **_days("said", view.said),
        **{name: [party.name for party in parties] for name, parties in parts.items()},
        **{f"{name}_id": _ids(parties) for name, parties in parts.items()},
        "act": view.act.value,
        "quotation": view.quotation.value,
        "source": view.source,
        "cue": view.cue,
        "content": view.content,
        "parent": view.parent,
        "depth": view.depth,
        "score": view.score,
        "article_id": view.article_id,
    }


def _days(name: str, interval: DateInterval | None) -> dict[str, date | None]:
    return {
        f"{name}_start": interval.start if interval else None,
        f"{name}_end": interval.end if interval else None,
    }


def _ids(parties: "Sequence[Party]") -> list[str | None]:
    return [party.id for party in parties]
