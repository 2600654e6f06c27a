"""The matter of a claim: which concepts its statements name, and which claims name them.

A word stands for its concept (``exchanges/claims/data/concepts.tsv``), in any form. Counted are the
words of a statement and the names of who speaks and whom it is about. A word with a figure in it
(``F16``) is one word.
"""

import re
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, and_, or_, select

from rejoinder.exchanges.claims.wording import concept_of, stems_of
from rejoinder.exchanges.matter import forms_of, stems
from rejoinder.ledger.folding import fold
from rejoinder.ledger.lookup import ruled_or_listed
from rejoinder.ledger.schema import actors, extractions, statement_actors, statements
from rejoinder.ledger.schema_claims import claim_parts
from rejoinder.ledger.schema_identity import identities
from rejoinder.ledger.schema_summaries import actor_forms
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.views.filters import ids_that_lead_to
from rejoinder.views.on_matter import statements_matching
from rejoinder.views.shelf import Shelf

__all__ = ["claims_on", "concepts_in", "names_concepts"]

_MIXED = re.compile(r"\b(?=[^\W_]*\d)(?=[^\W_]*[^\W\d_])[^\W_]+\b")


def concepts_in(text: str) -> frozenset[str]:
    """Return the concepts that words name."""
    mixed = {found.casefold() for found in _MIXED.findall(text)}
    named = {concept_of(found).name for found in stems(_MIXED.sub(" ", text))}
    return frozenset(mixed | named)


def names_concepts(shelf: Shelf, ids: Iterable[StatementId], wanted: Collection[str]) -> bool:
    """Say whether statements name all of some concepts, of which there must be one, together."""
    told: list[str] = []
    for each in ids:
        spoken = shelf.spoken(each)
        # Else they are words of the text, of which there is no index.
        speaker = spoken.speaker if shelf.statement(each).speaker else None
        told += (spoken.words, speaker or "", *spoken.about)
    return bool(wanted) and concepts_in(" ".join(told)).issuperset(wanted)


def claims_on(connection: Connection, wanted: Collection[str]) -> set[int]:
    """Return the numbers of the claims that name all those concepts, from current summaries.

    There may be others among them; `names_concepts` says which.
    """
    found: set[int] | None = None
    for each in wanted:
        saying = statements_matching(connection, _expression(each)) | _of_called(connection, each)
        of_it = _claims_of(connection, saying)
        found = of_it if found is None else found & of_it
    return found or set()


def _expression(concept: str) -> str:
    """Return what the index is asked for the words of a concept."""
    if _MIXED.fullmatch(concept):
        return f'"{concept}"'
    terms = {form for each in stems_of(concept) for form in forms_of(each)}
    return " OR ".join(f'"{word}"{" *" if begins else ""}' for word, begins in sorted(terms))


def _of_called(connection: Connection, concept: str) -> set[str]:
    """Return the statements by or about somebody in one of whose names the concept is."""
    parts = {fold(each) for each in stems_of(concept)} - {""}
    if not parts:
        return set()
    own = actor_forms.c
    query = select(own.actor_id, own.form).where(
        own.is_role.is_(False), or_(*(own.form.contains(each, autoescape=True) for each in parts))
    )
    called = {actor for actor, form in connection.execute(query) if parts & _folded_stems(form)}
    goes = select(identities.c.canonical_id).where(identities.c.actor_id.in_(wanted_values(called)))
    ids = {ActorId(each) for each in (*called, *connection.execute(goes).scalars())}
    for each in parts:
        ids |= ruled_or_listed(connection, each)
    if not ids:
        return set()
    cast, named = statement_actors.c, actors.c
    said = (
        select(cast.statement_id)
        .join(actors, and_(named.extraction_id == cast.extraction_id, named.id == cast.actor_id))
        .where(
            named.id.in_(wanted_values(ids_that_lead_to(connection, ids))),
            cast.role.in_(("speaker", "about")),
        )
    )
    return set(connection.execute(said).scalars())


def _folded_stems(form: str) -> set[str]:
    mixed = {fold(found) for found in _MIXED.findall(form)}
    return mixed | {fold(each) for each in stems(_MIXED.sub(" ", form))}


def _claims_of(connection: Connection, ids: Collection[str]) -> set[int]:
    part, own = claim_parts.c, statements.c
    query = (
        select(part.claim)
        .select_from(statements)
        .join(extractions, extractions.c.id == own.extraction_id)
        .join(
            claim_parts,
            and_(part.article_id == extractions.c.article_id, part.statement_id == own.id),
        )
        .where(own.id.in_(wanted_values(ids)))
    )
    return set(connection.execute(query).scalars()) if ids else set()
