"""Reviews as rows and back; pure."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping

from rejoinder.ledger.judgement_rows import instant
from rejoinder.ledger.rows import Row
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Relation
from rejoinder.model.review import Decision, Reading, RejectReason, Review
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation

__all__ = ["reading_json", "reading_of", "review_of", "review_row"]


def review_row(review: Review, batch: int) -> Row:
    """Return the row of a review, without its ``seq``."""
    return {
        "id": review.id,
        "article_id": review.article,
        "statement_id": review.statement,
        "decision": review.decision.value,
        "reading": reading_json(review.reading),
        "reason": review.reason and review.reason.value,
        "other_id": review.other,
        "relation": review.relation and review.relation.value,
        "note": review.note,
        "reviewer": review.reviewer,
        "adjudicates": review.adjudicates,
        "decided": instant(review.decided),
        "undoes": review.undoes or None,
        "batch_seq": batch,
    }


def review_of(row: RowMapping) -> Review:
    """Return the review of a row."""
    return Review(
        id=row["id"],
        article=ArticleId(row["article_id"]),
        statement=StatementId(row["statement_id"]),
        decision=Decision(row["decision"]),
        reading=reading_of(row["reading"]),
        reviewer=row["reviewer"],
        decided=datetime.fromisoformat(row["decided"]),
        reason=RejectReason(row["reason"]) if row["reason"] else None,
        other=StatementId(row["other_id"]) if row["other_id"] else None,
        relation=Relation(row["relation"]) if row["relation"] else None,
        note=row["note"],
        adjudicates=row["adjudicates"],
        undoes=row["undoes"] or "",
    )


def reading_json(reading: Reading) -> str:
    """Return a reading as it is stored."""
    return json.dumps(
        {
            "source": _pairs(reading.source),
            "cue": _pairs(reading.cue),
            "content": _pairs(reading.content),
            "quotation": reading.quotation.value,
            "act": reading.act.value,
            "speaker": reading.speaker,
            "addressee": reading.addressee,
            "about": reading.about,
        },
        ensure_ascii=False,
    )


def reading_of(words: str) -> Reading:
    """Return the reading that was stored so."""
    told: dict[str, Any] = json.loads(words)
    return Reading(
        source=_spans(told["source"]),
        cue=_spans(told["cue"]),
        content=_spans(told["content"]),
        quotation=Quotation(told["quotation"]),
        act=Act(told["act"]),
        speaker=_ids(told["speaker"]),
        addressee=_ids(told["addressee"]),
        about=_ids(told["about"]),
    )


def _pairs(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _ids(ids: Sequence[str]) -> tuple[ActorId, ...]:
    return tuple(ActorId(each) for each in ids)
