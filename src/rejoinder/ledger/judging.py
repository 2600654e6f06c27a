"""Judgements into the ledger and back out of it."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, RowMapping, and_, insert, select

from rejoinder.errors import NotFound
from rejoinder.ledger.judgement_rows import judgement_of, judgement_row
from rejoinder.ledger.schema_identity import judgements
from rejoinder.ledger.verify_ruling import verify_judgement
from rejoinder.ledger.wanted import given_refs, given_rows, given_table, wanted_rows
from rejoinder.model.identity import Pair
from rejoinder.model.judgement import ActorRef, Judgement, Verdict

__all__ = [
    "Written",
    "all_judgements",
    "append_judgements",
    "in_order",
    "judgement_by_id",
    "judgements_on",
    "judgements_touching",
    "persons_judgements",
    "rows_touching",
]

_SIDES = (
    (judgements.c.left_actor, judgements.c.left_article),
    (judgements.c.right_actor, judgements.c.right_article),
)

_PAIR = ("left_actor", "left_article", "right_actor", "right_article")
_PAIRS = given_table(*_PAIR)
_ON_PAIRS = select(judgements).join_from(
    _PAIRS, judgements, and_(*(judgements.c[name] == _PAIRS.c[name] for name in _PAIR))
)
_REFS = given_table("actor_id", "article_id")
_TOUCHING = tuple(
    select(judgements).join_from(
        _REFS, judgements, and_(actor == _REFS.c.actor_id, article == _REFS.c.article_id)
    )
    for actor, article in _SIDES
)


class Written(NamedTuple):
    """What writing judgements came to.

    Attributes:
        fresh: those that were not in the ledger.
        joined: how many pairs a stage newly finds to be one.
    """

    fresh: list[Judgement]
    joined: int


def append_judgements(
    connection: Connection, said: Sequence[Judgement], number: Callable[[], int]
) -> Written:
    """Write the judgements that say something new.

    A stage's is passed over where it is what that stage said last of the pair, a person's where it
    is in the ledger.

    Args:
        connection: holds the write lock.
        said: in the order in which they are to stand.
        number: gives the batch's number.

    Raises:
        RecordError: a judgement contradicts itself; nothing of the batch is to be committed.
    """
    for judgement in said:
        verify_judgement(judgement)
    latest = {
        (each.left, each.right, each.judge): each
        for each in judgements_on(connection, {(j.left, j.right) for j in said})
    }
    held = _held(connection, [each.id for each in said if each.person])
    fresh: list[Judgement] = []
    joined = 0
    for judgement in said:
        before = latest.get((judgement.left, judgement.right, judgement.judge))
        # The same grounds may come to another score: that of the only one who bears a name.
        known = before is not None and (before.id, before.score) == (judgement.id, judgement.score)
        if judgement.id in held if judgement.person else known:
            continue
        latest[judgement.left, judgement.right, judgement.judge] = judgement
        held.add(judgement.id)
        fresh.append(judgement)
        positive = judgement.verdict is Verdict.POSITIVE and not judgement.person
        joined += positive and (before is None or before.verdict is not Verdict.POSITIVE)
    if fresh:
        batch = number()
        connection.execute(insert(judgements), [judgement_row(each, batch) for each in fresh])
    return Written(fresh, joined)


def judgements_on(connection: Connection, pairs: Collection[Pair]) -> list[Judgement]:
    """Return every judgement on those pairs, in the order in which they stand."""
    if not pairs:
        return []
    rows = given_rows((a.actor, a.article, b.actor, b.article) for a, b in pairs)
    return in_order(connection.execute(_ON_PAIRS, rows).mappings())


def judgements_touching(connection: Connection, refs: Collection[ActorRef]) -> list[Judgement]:
    """Return every judgement that one of the refs has part in, in the order in which they stand."""
    return in_order(rows_touching(connection, refs).values())


def rows_touching(connection: Connection, refs: Collection[ActorRef]) -> dict[int, RowMapping]:
    """Return the rows of every judgement that one of the refs has part in, by ``seq``."""
    found: dict[int, RowMapping] = {}
    for query in _TOUCHING if refs else ():
        rows = connection.execute(query, given_refs(refs)).mappings()
        found.update((row["seq"], row) for row in rows)
    return found


def all_judgements(connection: Connection) -> list[Judgement]:
    """Return every judgement, in the order in which they stand."""
    return in_order(connection.execute(select(judgements)).mappings())


def persons_judgements(connection: Connection) -> list[Judgement]:
    """Return what persons judged, in the order of their time."""
    query = select(judgements).where(judgements.c.person)
    return in_order(connection.execute(query).mappings())


def judgement_by_id(connection: Connection, beginning: str) -> Judgement:
    """Return the judgement whose id has that beginning.

    Raises:
        NotFound: there is none, or there are several.
    """
    query = select(judgements).where(judgements.c.id.startswith(beginning, autoescape=True))
    found = {each.id: each for each in in_order(connection.execute(query).mappings())}
    if len(found) != 1:
        many = f"{len(found)} judgements begin" if found else "no judgement begins"
        raise NotFound(f"{many} with {beginning!r}; list them with: rejoinder actors judgements")
    return next(iter(found.values()))


def in_order(rows: Iterable[RowMapping]) -> list[Judgement]:
    """Return judgements as they stand: stages' as written, persons' by their time."""
    ordered = sorted(rows, key=lambda row: (row["decided"] or "", row["seq"]))
    return [judgement_of(row) for row in ordered]


def _held(connection: Connection, ids: Collection[str]) -> set[str]:
    """Return which of those ids are in the ledger."""
    wanted = wanted_rows(("id",), ((each,) for each in ids))
    query = select(judgements.c.id).join_from(wanted, judgements, judgements.c.id == wanted.c.id)
    return set(connection.execute(query).scalars())
