"""Names of actors as somebody types them, quickly."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from rejoinder.ledger.folding import fold
from rejoinder.ledger.identities import goes_by
from rejoinder.ledger.schema_summaries import actor_forms
from rejoinder.model.identity import canonical_id
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef
from rejoinder.views.disputes import names_of

__all__ = ["NameView", "find_names"]

_LOOKED_AT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class NameView:
    """An actor that may be meant."""

    id: ActorId
    name: str


def find_names(connection: Connection, part: str, limit: int = 12) -> tuple[NameView, ...]:
    """Return actors with that in a name or an id: what begins with it first, then the shortest.

    Args:
        connection: of a ledger; without summaries nobody is found.
        part: at least two characters, without regard to case and accents.
        limit: at most so many.
    """
    folded = fold(part)
    if len(folded) < 2:
        return ()
    own = actor_forms.c
    begins = own.form.startswith(folded, autoescape=True)
    query = (
        select(own.actor_id)
        .where(own.is_role.is_(False))
        .where(own.form.contains(folded, autoescape=True))
        .group_by(own.actor_id)
        .order_by(func.max(begins).desc(), func.min(func.length(own.form)), own.actor_id)
        .limit(_LOOKED_AT)
    )
    refs = [ActorRef(actor=ActorId(each)) for each in connection.execute(query).scalars()]
    known = goes_by(connection, refs)
    ids = list(dict.fromkeys(known.get(ref, canonical_id(ref)) for ref in refs))[:limit]
    names = names_of(connection, ids)
    return tuple(NameView(id=each, name=names[each]) for each in ids)
