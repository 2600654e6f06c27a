"""Pipelines and their stages as rows, and the one that worked last."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from rejoinder.ledger.schema import extractions, makers, provenances
from rejoinder.model.ids import ProvenanceId
from rejoinder.model.provenance import Makers, Provenance, makers_id, provenance_id

__all__ = [
    "DRAWN",
    "REVIEW_STAGE",
    "MakerIds",
    "latest_makers",
    "maker_ids",
    "makers_of_extraction",
    "makers_row",
    "provenance_row",
    "provenance_rows",
]

REVIEW_STAGE = "review.v1"
"""The stage that makes extractions as persons have corrected them."""

DRAWN = Provenance(stage="review.link.v1", version="1")
"""What makes links that persons draw; always the same, so that such a link is known by its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MakerIds:
    """The ids of a pipeline and of its stages."""

    all: str
    articles: ProvenanceId
    statements: ProvenanceId
    acts: ProvenanceId
    actors: ProvenanceId
    events: ProvenanceId
    links: ProvenanceId


def maker_ids(pipeline: Makers) -> MakerIds:
    """Return the ids of a pipeline and of its stages."""
    return MakerIds(
        all=makers_id(pipeline),
        articles=provenance_id(pipeline.articles),
        statements=provenance_id(pipeline.statements),
        acts=provenance_id(pipeline.acts),
        actors=provenance_id(pipeline.actors),
        events=provenance_id(pipeline.events),
        links=provenance_id(pipeline.links),
    )


def provenance_rows(pipeline: Makers) -> list[dict[str, Any]]:
    """Return the rows of provenances, one a stage."""
    stages = (
        pipeline.articles,
        pipeline.statements,
        pipeline.acts,
        pipeline.actors,
        pipeline.events,
        pipeline.links,
    )
    return list({provenance_id(stage): provenance_row(stage) for stage in stages}.values())


def provenance_row(stage: Provenance) -> dict[str, Any]:
    """Return the row of one stage."""
    return {
        "id": provenance_id(stage),
        "stage": stage.stage,
        "version": stage.version,
        "model": stage.model,
        "digest": stage.digest,
    }


def makers_row(ids: MakerIds) -> dict[str, Any]:
    """Return the row of makers."""
    return {
        "id": ids.all,
        "articles_provenance_id": ids.articles,
        "statements_provenance_id": ids.statements,
        "acts_provenance_id": ids.acts,
        "actors_provenance_id": ids.actors,
        "events_provenance_id": ids.events,
        "links_provenance_id": ids.links,
    }


def latest_makers(connection: Connection) -> Makers | None:
    """Return the pipeline that extracted last, persons' corrections aside; None: none has."""
    query = (
        select(makers)
        .join(extractions, extractions.c.makers_id == makers.c.id)
        .join(provenances, provenances.c.id == makers.c.statements_provenance_id)
        .where(provenances.c.stage != REVIEW_STAGE)
    )
    row = connection.execute(query.order_by(extractions.c.batch_seq.desc()).limit(1)).first()
    return None if row is None else _makers_of(connection, row)


def makers_of_extraction(connection: Connection, key: str) -> Makers:
    """Return the pipeline that made an extraction."""
    query = select(makers).join(extractions, extractions.c.makers_id == makers.c.id)
    return _makers_of(connection, connection.execute(query.where(extractions.c.id == key)).one())


def _makers_of(connection: Connection, row: Row[Any]) -> Makers:
    ids = row._mapping
    wanted = select(provenances).where(provenances.c.id.in_(set(ids.values())))
    stages = {
        stage.id: Provenance(
            stage=stage.stage, version=stage.version, model=stage.model, digest=stage.digest
        )
        for stage in connection.execute(wanted)
    }
    return Makers(
        articles=stages[ids["articles_provenance_id"]],
        statements=stages[ids["statements_provenance_id"]],
        acts=stages[ids["acts_provenance_id"]],
        actors=stages[ids["actors_provenance_id"]],
        events=stages[ids["events_provenance_id"]],
        links=stages[ids["links_provenance_id"]],
    )
