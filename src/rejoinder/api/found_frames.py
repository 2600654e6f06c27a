"""Accusations, publishers and found articles as tables."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rejoinder.model.date import DateInterval

if TYPE_CHECKING:
    import polars

    from rejoinder.views.article_search import ArticleHit
    from rejoinder.views.positions import PositionView
    from rejoinder.views.publishers import PublisherView
    from rejoinder.views.reply import AccusationView, ReplyView
    from rejoinder.views.shelf import SpokenView
    from rejoinder.views.timeline import EntryView

__all__ = [
    "accusation_frame",
    "article_hit_frame",
    "entry_frame",
    "position_frame",
    "publisher_frame",
]


def accusation_frame(accusations: "Iterable[AccusationView]") -> "polars.DataFrame":
    """Return a row for each statement of each accusation and of each of its answers.

    ``part`` is accusation, answer, beside for what the accused answers to something else that is
    said with it, or heard for what else the accused says in an article that carries it;
    ``by_target`` says whether an answer is of the accused, and is empty for an accusation;
    ``answered`` is empty where nobody is named who could answer.
    """
    import polars

    rows = [
        row
        for each in accusations
        for row in (
            *(_telling(each, spoken, "accusation") for spoken in each.statements),
            *(
                _answering(each, reply, spoken, part)
                for part, replies in (("answer", each.replies), ("beside", each.beside))
                for reply in replies
                for spoken in reply.statements
            ),
            *(_telling(each, spoken, "heard") for spoken in each.heard),
        )
    ]
    text = polars.String
    schema: dict[str, type[polars.DataType] | polars.DataType] = {
        **dict.fromkeys(("accusation", "part", "speaker"), text),
        "about": polars.List(text),
        "answered": polars.Boolean,
        "how": polars.List(text),
        "by_target": polars.Boolean,
        "days_after": polars.Int64,
        **dict.fromkeys(("act", "words", "publisher"), text),
        "date_start": polars.Date,
        "date_end": polars.Date,
        **dict.fromkeys(("article", "article_id", "statement_id"), text),
    }
    return polars.DataFrame(rows, schema=schema)


def entry_frame(entries: "Iterable[EntryView]") -> "polars.DataFrame":
    """Return a row for each telling of each entry of a timeline, numbered in their order."""
    import polars

    rows = [
        {
            "entry": number,
            "kind": each.kind.value,
            "date_start": each.date.start if each.date else None,
            "date_end": each.date.end if each.date else None,
            "act": each.act.value if each.act else None,
            "event_type": each.event_type.value if each.event_type else None,
            "mode": list(each.mode),
            "actor": list(each.actor),
            "recipient": list(each.recipient),
            "alleged": each.alleged,
            "words": told.words,
            "claimed_by": list(told.claimed_by or ()),
            "publisher": told.publisher,
            "published_start": told.published.start if told.published else None,
            "published_end": told.published.end if told.published else None,
            "article": told.article_ref,
            "origin": told.origin,
            "id": told.id,
        }
        for number, each in enumerate(entries, start=1)
        for told in each.told
    ]
    text, listed = polars.String, polars.List(polars.String)
    schema: dict[str, type[polars.DataType] | polars.DataType] = {
        "entry": polars.Int64,
        "kind": text,
        **dict.fromkeys(("date_start", "date_end"), polars.Date),
        **dict.fromkeys(("act", "event_type"), text),
        **dict.fromkeys(("mode", "actor", "recipient"), listed),
        "alleged": polars.Boolean,
        "words": text,
        "claimed_by": listed,
        "publisher": text,
        **dict.fromkeys(("published_start", "published_end"), polars.Date),
        **dict.fromkeys(("article", "origin", "id"), text),
    }
    return polars.DataFrame(rows, schema=schema)


def position_frame(positions: "Iterable[PositionView]") -> "polars.DataFrame":
    """Return a row for each statement behind each position.

    ``position`` is what all statements of the actor on the matter come to, ``stance`` what the one
    shows; ``alleged`` are those that others tell of the actor, and ``repeats`` those that say the
    same again, which both do not count.
    """
    import polars

    rows = [
        {
            "matter": view.matter,
            "actor": view.actor,
            "name": view.name,
            "role": view.role,
            "kind": view.kind.value,
            "position": view.position.value,
            "stance": held.stance.value,
            "act": held.act.value,
            "date_start": held.date.start if held.date else None,
            "date_end": held.date.end if held.date else None,
            "alleged": held.told_by is not None,
            "told_by": list(held.told_by or ()),
            "repeats": held.repeats,
            "words": held.words,
            "publisher": held.publisher,
            "article": held.article_ref,
            "origin": held.origin,
            "statement": held.statement_id,
        }
        for view in positions
        for held in (*view.statements, *view.alleged)
    ]
    text = polars.String
    schema: dict[str, type[polars.DataType] | polars.DataType] = {
        **dict.fromkeys(("matter", "actor", "name", "role", "kind", "position"), text),
        **dict.fromkeys(("stance", "act"), text),
        **dict.fromkeys(("date_start", "date_end"), polars.Date),
        "alleged": polars.Boolean,
        "told_by": polars.List(text),
        "repeats": polars.Boolean,
        **dict.fromkeys(("words", "publisher", "article", "origin", "statement"), text),
    }
    return polars.DataFrame(rows, schema=schema)


def publisher_frame(publishers: "Iterable[PublisherView]") -> "polars.DataFrame":
    """Return a row for each publisher; every number is a count."""
    import polars

    carried = ("carried", "answered", "answer_carried", "same_day", "within_week", "later")
    numbers = ("articles", "credited", "copied", "statements", "direct", "mixed", "indirect")
    rows = [
        {
            "publisher": each.publisher,
            **{name: getattr(each, name) for name in numbers},
            **{name: getattr(each.replies, name) for name in (*carried, "unnamed")},
        }
        for each in publishers
    ]
    schema: dict[str, type[polars.DataType]] = {
        "publisher": polars.String,
        **dict.fromkeys((*numbers, *carried, "unnamed"), polars.Int64),
    }
    return polars.DataFrame(rows, schema=schema)


def article_hit_frame(hits: "Iterable[ArticleHit]") -> "polars.DataFrame":
    """Return a row for each article that was found, with some of its text."""
    import polars

    rows = [
        {
            "id": each.id,
            "ref": each.ref,
            "publisher": each.publisher,
            "title": "".join(words for words, _ in each.title) or None,
            **_days("published", each.published),
            "words": "".join(words for words, _ in each.words),
            "statements": each.statements,
        }
        for each in hits
    ]
    text = polars.String
    schema: dict[str, type[polars.DataType]] = {
        **dict.fromkeys(("id", "ref", "publisher", "title"), text),
        "published_start": polars.Date,
        "published_end": polars.Date,
        "words": text,
        "statements": polars.Int64,
    }
    return polars.DataFrame(rows, schema=schema)


def _telling(view: "AccusationView", spoken: "SpokenView", part: str) -> dict[str, object]:
    """Return a row of what answers nothing; of what is heard the accused is the speaker."""
    return {
        **_spoken(view, spoken),
        "part": part,
        "how": [],
        "by_target": True if part == "heard" else None,
        "days_after": None,
    }


def _answering(
    view: "AccusationView", reply: "ReplyView", spoken: "SpokenView", part: str
) -> dict[str, object]:
    return {
        **_spoken(view, spoken),
        "part": part,
        "how": list(reply.how),
        "by_target": reply.by_target,
        "days_after": reply.days_after,
    }


def _spoken(view: "AccusationView", spoken: "SpokenView") -> dict[str, object]:
    return {
        "accusation": view.id,
        "speaker": spoken.speaker,
        "about": list(spoken.about),
        "answered": view.answered,
        "act": spoken.act.value,
        "words": spoken.words,
        "publisher": spoken.publisher,
        **_days("date", spoken.date),
        "article": spoken.article_ref,
        "article_id": spoken.article_id,
        "statement_id": spoken.statement_id,
    }


def _days(name: str, interval: DateInterval | None) -> dict[str, object]:
    return {
        f"{name}_start": interval.start if interval else None,
        f"{name}_end": interval.end if interval else None,
    }
