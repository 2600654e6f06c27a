"""Lists as tables: what a spreadsheet and an analysis open."""

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from rejoinder.model.date import DateInterval

if TYPE_CHECKING:
    import polars

    from rejoinder.ledger.read import ListedArticle
    from rejoinder.views.actors import ActorView
    from rejoinder.views.claims import ClaimView
    from rejoinder.views.exchanges import ExchangeView

__all__ = [
    "actor_frame",
    "article_frame",
    "claim_frame",
    "csv_bytes",
    "exchange_frame",
    "parquet_bytes",
]

_FORMULA: Final = "^[=+\\-@\t\r]"
"""How a cell begins that a spreadsheet would work out instead of showing."""


def actor_frame(actors: "Iterable[ActorView]") -> "polars.DataFrame":
    """Return a row for each actor."""
    import polars

    rows = [
        {
            "id": each.id,
            "name": each.name,
            "kind": each.kind.value,
            "country": each.country,
            "sector": each.sector,
            "said": each.said,
            "said_of": each.said_of,
            "said_to": each.said_to,
            "articles": each.articles,
            "roles": list(each.roles),
            "names": list(each.names),
        }
        for each in actors
    ]
    text, numbers = polars.String, ("said", "said_of", "said_to", "articles")
    schema: dict[str, type[polars.DataType] | polars.DataType] = {
        **dict.fromkeys(("id", "name", "kind", "country", "sector"), text),
        **dict.fromkeys(numbers, polars.Int64),
        "roles": polars.List(text),
        "names": polars.List(text),
    }
    return polars.DataFrame(rows, schema=schema)


def article_frame(articles: "Iterable[ListedArticle]") -> "polars.DataFrame":
    """Return a row for each article."""
    import polars

    rows = [
        {
            "id": each.id,
            "ref": each.ref,
            "publisher": each.publisher,
            "title": each.title,
            **_days("published", each.published),
            "statements": each.statements,
            "characters": each.characters,
            "url": each.url,
        }
        for each in articles
    ]
    schema = {
        **dict.fromkeys(("id", "ref", "publisher", "title"), polars.String),
        **dict.fromkeys(("published_start", "published_end"), polars.Date),
        **dict.fromkeys(("statements", "characters"), polars.Int64),
        "url": polars.String,
    }
    return polars.DataFrame(rows, schema=schema)


def exchange_frame(exchanges: "Iterable[ExchangeView]") -> "polars.DataFrame":
    """Return a row for each turn of each exchange; answers are numbers of turns in it."""
    import polars

    rows = [
        {
            "exchange": exchange.id,
            "title": exchange.title,
            "turn": turn.number,
            "statement": turn.statement_id,
            **_days("date", turn.date),
            "speaker": turn.speaker,
            "role": turn.role,
            "told_by": turn.told_by,
            "act": turn.act.value,
            "about": list(turn.about),
            "answers": [answer.turn for answer in turn.answers],
            "relations": [answer.relation.value for answer in turn.answers],
            "explicit": [answer.explicit for answer in turn.answers],
            "unanswered": turn.unanswered,
            "words": turn.words,
            "publisher": turn.publisher,
            "article": turn.article_ref,
        }
        for exchange in exchanges
        for turn in exchange.turns
    ]
    text = polars.String
    schema: dict[str, type[polars.DataType] | polars.DataType] = {
        "exchange": text,
        "title": text,
        "turn": polars.Int64,
        "statement": text,
        "date_start": polars.Date,
        "date_end": polars.Date,
        **dict.fromkeys(("speaker", "role", "told_by", "act"), text),
        "about": polars.List(text),
        "answers": polars.List(polars.Int64),
        "relations": polars.List(text),
        "explicit": polars.List(polars.Boolean),
        "unanswered": polars.Boolean,
        **dict.fromkeys(("words", "publisher", "article"), text),
    }
    return polars.DataFrame(rows, schema=schema)


def claim_frame(claims: "Iterable[ClaimView]") -> "polars.DataFrame":
    """Return a row for each statement of each claim, with the side that its speaker takes."""
    import polars

    rows = [
        {
            "claim": claim.id,
            "status": claim.status.value,
            "wording": claim.words,
            "origins": claim.origins,
            "side": voice.side.value,
            "speaker": voice.speaker,
            "statement": each.statement_id,
            **_days("date", each.date),
            "told_by": each.told_by,
            "act": each.act.value,
            "cue": each.cue,
            "words": each.words,
            "publisher": each.publisher,
            "article": each.article_ref,
        }
        for claim in claims
        for voice in claim.voices
        for each in voice.statements
    ]
    text = polars.String
    schema = {
        **dict.fromkeys(("claim", "status", "wording"), text),
        "origins": polars.Int64,
        **dict.fromkeys(("side", "speaker", "statement"), text),
        **dict.fromkeys(("date_start", "date_end"), polars.Date),
        **dict.fromkeys(("told_by", "act", "cue", "words", "publisher", "article"), text),
    }
    return polars.DataFrame(rows, schema=schema)


def csv_bytes(frame: "polars.DataFrame") -> bytes:
    """Return the table as CSV, UTF-8: lists joined by "; ", and no cell that is a formula.

    A text that a spreadsheet would take for a formula begins with an apostrophe; JSON lines and
    Parquet hold the text as it is.
    """
    import polars

    flat = frame.with_columns(
        polars.col(name).cast(polars.List(polars.String)).list.join("; ")
        for name, kind in frame.schema.items()
        if isinstance(kind, polars.List)
    )
    safe = flat.with_columns(
        polars.col(polars.String).str.replace(_FORMULA, "'${0}") if flat.columns else []
    )
    return safe.write_csv().encode("utf-8")


def parquet_bytes(frame: "polars.DataFrame") -> bytes:
    """Return the table as a Parquet file."""
    stream = io.BytesIO()
    frame.write_parquet(stream)
    return stream.getvalue()


def _days(name: str, interval: DateInterval | None) -> dict[str, object]:
    return {
        f"{name}_start": interval.start if interval else None,
        f"{name}_end": interval.end if interval else None,
    }
