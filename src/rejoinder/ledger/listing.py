"""Users' own lists of actors, as they were given to a ledger."""

import json
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from rejoinder.errors import RecordError
from rejoinder.ledger.judgement_rows import instant, listed_of, listed_row
from rejoinder.ledger.schema_identity import listed_actors, listings
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.identity import active
from rejoinder.model.ids import ActorId, content_key
from rejoinder.model.listed import ListedActor

__all__ = [
    "Listing",
    "append_listing",
    "find_listings",
    "listed_among",
    "listed_in",
    "listing_id",
    "read_listed",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One giving of lists to a ledger.

    Attributes:
        files: what the files were called.
        decided: when they were given, in UTC.
        undoes: the listing that this one takes back, as if it had not been; else "".
    """

    id: str
    files: tuple[str, ...]
    judge: str
    decided: datetime
    note: str = ""
    undoes: str = ""


def listing_id(
    actors: Collection[ListedActor], judge: str, decided: datetime, *, undoes: str = ""
) -> str:
    """Return the id of giving those actors to a ledger at that time."""
    rows = [json.dumps(listed_row(each, n, ""), sort_keys=True) for n, each in enumerate(actors)]
    return content_key("i", judge, decided.isoformat(), undoes, *rows)


def append_listing(
    connection: Connection,
    listing: Listing,
    actors: Collection[ListedActor],
    number: Callable[[], int],
) -> None:
    """Write a listing with its actors.

    Raises:
        RecordError: an actor occurs twice, or nobody has signed.
    """
    twice = [each for each, times in Counter(each.id for each in actors).items() if times > 1]
    if twice:
        raise RecordError(f"listing {listing.id}: lists {twice[0]!r} twice; keep one")
    if not listing.judge.strip():
        raise RecordError(f"listing {listing.id}: nobody has signed it; name the judge")
    row = {
        "id": listing.id,
        "files": json.dumps(listing.files, ensure_ascii=False),
        "judge": listing.judge,
        "note": listing.note,
        "decided": instant(listing.decided),
        "undoes": listing.undoes or None,
        "batch_seq": number(),
    }
    connection.execute(insert(listings).values(row))
    rows = [listed_row(each, n, listing.id) for n, each in enumerate(actors)]
    if rows:
        connection.execute(insert(listed_actors), rows)


def find_listings(connection: Connection) -> list[Listing]:
    """Return every listing in the order of their time."""
    query = select(listings).order_by(listings.c.decided, listings.c.id)
    return [
        Listing(
            id=row.id,
            files=tuple(json.loads(row.files)),
            judge=row.judge,
            decided=datetime.fromisoformat(row.decided),
            note=row.note,
            undoes=row.undoes or "",
        )
        for row in connection.execute(query)
    ]


def read_listed(connection: Connection) -> tuple[ListedActor, ...]:
    """Return the actors of all lists that hold, of each id what the latest says, by id."""
    found: dict[ActorId, ListedActor] = {}
    for listing in active(find_listings(connection)):
        query = (
            select(listed_actors)
            .where(listed_actors.c.listing_id == listing.id)
            .order_by(listed_actors.c.position)
        )
        for row in connection.execute(query).mappings():
            found[ActorId(row["actor_id"])] = listed_of(row)
    return tuple(found[key] for key in sorted(found))


def listed_among(connection: Connection, ids: Collection[ActorId] | None) -> set[ActorId]:
    """Return which of those ids, of all for None, are in lists that hold."""
    holding = [listing.id for listing in active(find_listings(connection))]
    if not holding:
        return set()
    query = select(listed_actors.c.actor_id).where(listed_actors.c.listing_id.in_(holding))
    if ids is not None:
        query = query.where(listed_actors.c.actor_id.in_(wanted_values(ids)))
    return {ActorId(each) for each in connection.execute(query.distinct()).scalars()}


def listed_in(connection: Connection, listing: str) -> set[ActorId]:
    """Return the ids that one listing names."""
    query = select(listed_actors.c.actor_id).where(listed_actors.c.listing_id == listing)
    return {ActorId(each) for each in connection.execute(query).scalars()}
