"""Pipelines and their stages as rows; pure."""

from dataclasses import dataclass
from typing import Any

from rejoinder.model.ids import ProvenanceId
from rejoinder.model.provenance import Makers, makers_id, provenance_id

__all__ = ["MakerIds", "maker_ids", "makers_row", "provenance_rows"]


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


def maker_ids(makers: Makers) -> MakerIds:
    """Return the ids of a pipeline and of its stages."""
    return MakerIds(
        all=makers_id(makers),
        articles=provenance_id(makers.articles),
        statements=provenance_id(makers.statements),
        acts=provenance_id(makers.acts),
        actors=provenance_id(makers.actors),
        events=provenance_id(makers.events),
        links=provenance_id(makers.links),
    )


def provenance_rows(makers: Makers) -> list[dict[str, Any]]:
    """Return the rows of provenances, one a stage."""
    stages = (
        makers.articles,
        makers.statements,
        makers.acts,
        makers.actors,
        makers.events,
        makers.links,
    )
    rows = {
        provenance_id(stage): {
            "id": provenance_id(stage),
            "stage": stage.stage,
            "version": stage.version,
            "model": stage.model,
            "digest": stage.digest,
        }
        for stage in stages
    }
    return list(rows.values())


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
