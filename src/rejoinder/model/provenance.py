"""Provenance: which stage, which version and which model made a record."""

from dataclasses import astuple, dataclass

from rejoinder.model.ids import ProvenanceId, content_key

__all__ = ["Makers", "Provenance", "makers_id", "provenance_id"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made a record.

    Attributes:
        stage: a registered name such as ``attribution.rules.v1``; its behaviour never changes.
        version: version of Rejoinder that ran it.
        model: name and version of the model that it used, or None.
        digest: SHA-256 of that model's files or of the stage's data tables, or None.
    """

    stage: str
    version: str
    model: str | None = None
    digest: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Makers:
    """The stages of one pipeline, by the records that they make."""

    articles: Provenance
    statements: Provenance
    acts: Provenance
    actors: Provenance
    events: Provenance
    links: Provenance


def provenance_id(made_by: Provenance) -> ProvenanceId:
    """Return the id of that stage, version and model."""
    return ProvenanceId(
        content_key("p", made_by.stage, made_by.version, made_by.model, made_by.digest)
    )


def makers_id(makers: Makers) -> str:
    """Return the id of the whole pipeline: same stages, versions and models, same id."""
    return content_key("m", *(part for stage in astuple(makers) for part in stage))
