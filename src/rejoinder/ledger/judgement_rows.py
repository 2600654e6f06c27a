"""Judgements, rulings on names and users' lists as rows and back; pure."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime

from sqlalchemy import RowMapping

from rejoinder.ledger.rows import Row
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef, Judgement, Naming, Verdict
from rejoinder.model.listed import DatedRole, ListedActor

__all__ = [
    "instant",
    "judgement_of",
    "judgement_row",
    "listed_of",
    "listed_row",
    "naming_of",
    "naming_row",
]


def instant(when: datetime) -> str:
    """Return a time as it is stored: ISO 8601, UTC, always with microseconds, so that it sorts."""
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def judgement_row(judgement: Judgement, batch: int) -> Row:
    """Return the row of a judgement, without its ``seq``."""
    return {
        "id": judgement.id,
        "left_actor": judgement.left.actor,
        "left_article": judgement.left.article,
        "right_actor": judgement.right.actor,
        "right_article": judgement.right.article,
        "verdict": judgement.verdict.value,
        "score": judgement.score,
        "features": _json([list(feature) for feature in judgement.features]),
        "judge": judgement.judge,
        "person": judgement.person,
        "note": judgement.note,
        "decided": instant(judgement.decided) if judgement.decided else None,
        "undoes": judgement.undoes or None,
        "batch_seq": batch,
    }


def judgement_of(row: RowMapping) -> Judgement:
    """Return the judgement of a row."""
    return Judgement(
        id=row["id"],
        left=ActorRef(actor=ActorId(row["left_actor"]), article=row["left_article"]),
        right=ActorRef(actor=ActorId(row["right_actor"]), article=row["right_article"]),
        verdict=Verdict(row["verdict"]),
        score=row["score"],
        features=tuple((name, value) for name, value in json.loads(row["features"])),
        judge=row["judge"],
        person=row["person"],
        note=row["note"],
        decided=datetime.fromisoformat(row["decided"]) if row["decided"] else None,
        undoes=row["undoes"] or "",
    )


def naming_row(naming: Naming, batch: int) -> Row:
    """Return the row of a ruling on a name."""
    return {
        "id": naming.id,
        "actor_id": naming.actor.actor,
        "article_id": naming.actor.article,
        "name": naming.name,
        "judge": naming.judge,
        "note": naming.note,
        "decided": instant(naming.decided),
        "undoes": naming.undoes or None,
        "batch_seq": batch,
    }


def naming_of(row: RowMapping) -> Naming:
    """Return the ruling of a row."""
    return Naming(
        id=row["id"],
        actor=ActorRef(actor=ActorId(row["actor_id"]), article=row["article_id"]),
        name=row["name"],
        judge=row["judge"],
        decided=datetime.fromisoformat(row["decided"]),
        note=row["note"],
        undoes=row["undoes"] or "",
    )


def listed_row(listed: ListedActor, position: int, listing: str) -> Row:
    """Return the row of an actor of a user's list."""
    return {
        "listing_id": listing,
        "position": position,
        "actor_id": listed.id,
        "name": listed.name,
        "aliases": _json(listed.aliases),
        "kind": listed.kind.value,
        "country": listed.country,
        "sector": listed.sector,
        "roles": _json([_role(role) for role in listed.roles]),
    }


def listed_of(row: RowMapping) -> ListedActor:
    """Return the actor of a row."""
    return ListedActor(
        id=ActorId(row["actor_id"]),
        name=row["name"],
        aliases=tuple(json.loads(row["aliases"])),
        kind=ActorKind(row["kind"]),
        country=row["country"],
        sector=row["sector"],
        roles=tuple(
            DatedRole(
                role=role["role"],
                country=role["country"],
                sector=role["sector"],
                start=_day(role["start"]),
                end=_day(role["end"]),
            )
            for role in json.loads(row["roles"])
        ),
    )


def _role(role: DatedRole) -> dict[str, str | None]:
    return {
        "role": role.role,
        "country": role.country,
        "sector": role.sector,
        "start": role.start.isoformat() if role.start else None,
        "end": role.end.isoformat() if role.end else None,
    }


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None


def _json(value: Sequence[object]) -> str:
    return json.dumps(value, ensure_ascii=False)
