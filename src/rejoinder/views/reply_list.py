"""Accusations found by the ledger's summaries and put together from their own articles alone."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from rejoinder.errors import NotFound
from rejoinder.exchanges.accusations import Accusation, accusations_of, heard_with
from rejoinder.exchanges.claims.group import claims_of
from rejoinder.exchanges.claims.kept import read_put
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.claim_rows import kept_row, kept_with
from rejoinder.ledger.copies import reports_with_copies
from rejoinder.ledger.exchange_rows import links_among
from rejoinder.ledger.linked import shown_records
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.schema_claims import claim_statements
from rejoinder.ledger.schema_replies import (
    accusation_outlets,
    accusation_parties,
    accusation_parts,
    accusations,
    reply_counts,
)
from rejoinder.ledger.schema_summaries import publisher_counts
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.views.publishers_meant import publishers_meant
from rejoinder.views.replies import (
    ReplyFilter,
    Shown,
    find_replies,
    latest_first,
    view_accusation,
)
from rejoinder.views.reply import AccusationView, OutletReplies, RepliesView, outlet_replies
from rejoinder.views.shelf import Shelf
from rejoinder.views.within import within

__all__ = ["count_accusations", "find_or_list", "find_page", "list_accusations", "list_outlets"]

_TOGETHER = 64
_LISTS = {False: (1, 3), True: (2, 3)}
_ANSWERED = {
    Shown.ANSWERED: (1,),
    Shown.CARRIED: (1,),
    Shown.NOT_CARRIED: (1,),
    Shown.UNANSWERED: (0,),
    Shown.UNNAMED: (-1,),
    Shown.NAMED: (0, 1),
}


def find_or_list(
    reader: LedgerReader, wanted: ReplyFilter, after: str | None = None
) -> RepliesView:
    """Return the accusations from the summaries, or from all articles where these cannot tell.

    Raises:
        NotFound: no accusation has the id ``after``, or not any more.
    """
    connection = reader.connection
    if SummaryBook(connection=connection).is_current():
        return RepliesView(
            accusations=tuple(list_accusations(connection, wanted, after)),
            outlets=list_outlets(connection, wanted),
        )
    found = _from_all(reader, replace(wanted, limit=None))
    listed = found.accusations
    if after is not None:
        places = [place for place, view in enumerate(listed) if view.id == after]
        if not places:
            raise _no_longer(after)
        listed = listed[places[0] + 1 :]
    return replace(found, accusations=listed[: wanted.limit])


def find_page(
    reader: LedgerReader, wanted: ReplyFilter, after: str | None
) -> tuple[tuple[AccusationView, ...], int]:
    """Return some of the accusations that are wanted, and how many these are in all.

    Raises:
        NotFound: no accusation has the id ``after``, or not any more.
    """
    if SummaryBook(connection=reader.connection).is_current():
        shown = list_accusations(reader.connection, wanted, after)
        return tuple(shown), count_accusations(reader, replace(wanted, limit=None))
    every = len(_from_all(reader, replace(wanted, limit=None)).accusations)
    return find_or_list(reader, wanted, after).accusations, every


def list_accusations(
    connection: Connection, wanted: ReplyFilter, after: str | None = None
) -> list[AccusationView]:
    """Return the accusations as `find_replies` does, from summaries that are up to date.

    Raises:
        NotFound: no accusation has the id ``after``, or not any more.
    """
    own = accusations.c
    order = (own.latest.desc(), own.id)
    met = select(own.seq).where(*_conditions(connection, wanted, after)).order_by(*order)
    # Which they are first: for that the index is enough, however many are passed over.
    first = met.limit(wanted.limit)
    query = select(own.id, own.component).where(own.seq.in_(first)).order_by(*order)
    found: list[AccusationView] = []
    for few in chunks(connection.execute(query).all(), _TOGETHER):
        ids = {row.id for row in few}
        components = sorted({row.component for row in few})
        found += _views(connection, components, ids, demands=wanted.demands)
    return found


def count_accusations(reader: LedgerReader, wanted: ReplyFilter) -> int:
    """Return how many accusations there are of what is wanted; with a limit, no more than that."""
    connection = reader.connection
    if not SummaryBook(connection=connection).is_current():
        return len(_from_all(reader, wanted).accusations)
    met = select(accusations.c.seq).where(*_conditions(connection, wanted)).limit(wanted.limit)
    return connection.execute(select(func.count()).select_from(met.subquery())).scalar_one()


def list_outlets(connection: Connection, wanted: ReplyFilter) -> tuple[OutletReplies, ...]:
    """Return the table of publishers over what is wanted, from summaries that are up to date."""
    every = replace(wanted, limit=None)
    if every == ReplyFilter():
        rows = connection.execute(select(reply_counts)).mappings()
        found = {row["publisher"]: {**row} for row in rows}
    else:
        found = _counted(connection, every)
    return tuple(
        outlet_replies(name or None, {**found[name]})
        for name in sorted(found, key=lambda name: (not name, name))
    )


def _counted(connection: Connection, wanted: ReplyFilter) -> dict[str, dict[str, int]]:
    own, outlet = accusations.c, accusation_outlets.c
    query = (
        select(outlet.publisher, own.answered, outlet.delay, func.count())
        .join(accusations, own.seq == outlet.accusation)
        .where(*_conditions(connection, wanted))
        .group_by(outlet.publisher, own.answered, outlet.delay)
    )
    found: dict[str, dict[str, int]] = {}
    for publisher, answered, delay, count in connection.execute(query):
        names = ["unnamed" if answered < 0 else "carried"]
        names += ["answered"] * (answered > 0)
        names += ["answer_carried", delay] if delay else []
        counts = found.setdefault(publisher, {})
        for name in names:
            counts[name] = counts.get(name, 0) + count
    return found


def _conditions(
    connection: Connection, wanted: ReplyFilter, after: str | None = None
) -> Iterator[ColumnElement[bool]]:
    own = accusations.c
    yield own.lists.in_(_LISTS[wanted.demands])
    if wanted.shown is not None:
        yield own.answered.in_(_ANSWERED[wanted.shown])
    yield from _carried(connection, wanted)
    for name, ids, role in (
        (wanted.party, wanted.ids, None),
        (wanted.accuser, wanted.accuser_ids, "accuser"),
        (wanted.target, wanted.target_ids, "target"),
    ):
        if name is not None:
            yield own.seq.in_(_of_party(name, ids, role))
    part = accusation_parts.c.accusation
    if wanted.holding is not None:
        made = accusation_parts.c.statement_id.in_(wanted_values(wanted.holding))
        yield own.seq.in_(select(part).where(made))
    yield from within(part, wanted.since, wanted.until, whole=accusations)
    if after is not None:
        held = select(accusations).where(own.id == after, own.lists.in_(_LISTS[wanted.demands]))
        row = connection.execute(held).first()
        if row is None:
            raise _no_longer(after)
        yield or_(own.latest < row.latest, and_(own.latest == row.latest, own.id > row.id))


def _of_party(name: str, ids: Collection[ActorId], role: str | None) -> Select[tuple[int]]:
    # A state that no article has may be a party all the same: somebody speaks for it.
    kind, _, rest = name.partition(":")
    written = {name, f"{kind.lower()}:{rest.upper()}", name.lower()}
    party = accusation_parties.c
    query = select(party.accusation).where(party.party.in_(sorted({*ids, *written})))
    return query if role is None else query.where(party.role == role)


def _carried(connection: Connection, wanted: ReplyFilter) -> Iterator[ColumnElement[bool]]:
    outlet = accusation_outlets.c
    asked: list[ColumnElement[bool]] = []
    if wanted.publisher is not None:
        known = connection.execute(select(publisher_counts.c.publisher)).scalars()
        meant = publishers_meant(wanted.publisher, known)
        asked.append(outlet.publisher.in_(sorted(each or "" for each in meant)))
    if wanted.shown is Shown.CARRIED:
        asked.append(outlet.delay != "")
    if wanted.shown is Shown.NOT_CARRIED:
        asked.append(outlet.delay == "")
    if asked:
        yield accusations.c.seq.in_(select(outlet.accusation).where(*asked))


def _no_longer(ident: str) -> NotFound:
    return NotFound(
        f"no accusation of the list is {ident!r}, or not any more since somebody has written to "
        "the ledger; begin at the top"
    )


def _from_all(reader: LedgerReader, wanted: ReplyFilter) -> RepliesView:
    articles = {each.id for each in reader.articles()}
    reports = reports_with_copies(reader.connection, articles)
    return find_replies(reader, reports, wanted, replace(reader, named=False))


def _views(
    connection: Connection, components: Sequence[int], ids: Collection[str], *, demands: bool
) -> list[AccusationView]:
    """Return those accusations of what is compared, in the order of lists."""
    made = _put_together(connection, components, demands=demands)
    heard = _heard(connection, [each for each in made if each.id in ids])
    shelf = Shelf(shown_records(connection, _statements(heard)), ())
    views = (view_accusation(each, said, shelf) for each, said in heard.items())
    return sorted(views, key=latest_first)


def _heard(
    connection: Connection, chosen: Iterable[Accusation]
) -> dict[Accusation, tuple[StatementId, ...]]:
    """Return accusations, each with what its targets say in the articles of those not answered."""
    found: dict[Accusation, tuple[StatementId, ...]] = dict.fromkeys(chosen, ())
    open_ones = [each for each in found if each.answered is False]
    carried = {one for each in open_ones for one in each.statements}
    put = {one: read_put(kept.body) for one, kept in kept_with(connection, carried).items()}
    return found | {each: heard_with(each, put) for each in open_ones}


def _statements(found: Mapping[Accusation, Iterable[StatementId]]) -> set[StatementId]:
    return {
        one
        for each, heard in found.items()
        for one in (
            *each.statements,
            *(x.statement for x in (*each.answers, *each.beside)),
            *heard,
        )
    }


def _put_together(
    connection: Connection, components: Sequence[int], *, demands: bool
) -> tuple[Accusation, ...]:
    own = claim_statements.c
    query = select(claim_statements).where(own.component.in_(components))
    members = dict(map(kept_row, connection.execute(query)))
    put = {each: read_put(kept.body) for each, kept in members.items()}
    links = links_among(connection, members)
    return accusations_of(put, links, claims_of(put, links), demands=demands)
