"""Publishers: whose words each carries, whose texts, and what of accusations and answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, func, select

from rejoinder.errors import NotFound
from rejoinder.ledger.schema_found import (
    publisher_articles,
    publisher_statements,
    publisher_voices,
)
from rejoinder.ledger.schema_replies import reply_counts
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act, Quotation
from rejoinder.views.actor_list import names_of
from rejoinder.views.publishers_meant import UNKNOWN
from rejoinder.views.reply import OutletReplies, outlet_replies

__all__ = [
    "CarriedAct",
    "CarriedOrigin",
    "CarriedVoice",
    "PublisherDetail",
    "PublisherView",
    "find_publishers",
    "show_publisher",
]

_VOICES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherView:
    """What one publisher carries, in numbers.

    Attributes:
        publisher: None stands for all articles whose publisher is not known.
        credited: articles whose text is credited to somebody else, such as an agency.
        copied: articles whose text another publisher had before, as far as this ledger knows.
        direct: statements in the speaker's own words.
        mixed: statements partly in the speaker's own words.
        indirect: statements that are retold.
    """

    publisher: str | None
    articles: int
    credited: int
    copied: int
    statements: int
    direct: int
    mixed: int
    indirect: int
    replies: OutletReplies


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedVoice:
    """How many statements of one speaker a publisher carries; a statement of two counts for both.

    Attributes:
        id: None for all statements of which no speaker is known by name.
        direct: of the statements, in the speaker's own words.
        mixed: of the statements, partly in the speaker's own words.
    """

    id: ActorId | None
    name: str | None
    statements: int
    direct: int
    mixed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedAct:
    """How many statements of one act a publisher carries, by how they are told."""

    act: Act
    statements: int
    direct: int
    mixed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedOrigin:
    """How many articles of a publisher are credited to one origin; None: to nobody else."""

    origin: str | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublisherDetail:
    """What one publisher carries.

    Attributes:
        voices: those who speak most first, no more than fifty; nobody named is among them.
        speakers: how many speakers there are in all.
        acts: most frequent first.
        origins: most frequent first.
    """

    view: PublisherView
    voices: tuple[CarriedVoice, ...]
    speakers: int
    acts: tuple[CarriedAct, ...]
    origins: tuple[CarriedOrigin, ...]


def find_publishers(connection: Connection) -> tuple[PublisherView, ...]:
    """Return the publishers, who has most articles first, unknown last; from current summaries."""
    found = _views(connection, None)
    return tuple(
        sorted(
            found,
            key=lambda each: (each.publisher is None, -each.articles, each.publisher or ""),
        )
    )


def show_publisher(connection: Connection, name: str) -> PublisherDetail:
    """Return what a publisher carries, from summaries that are up to date.

    Args:
        connection: of the ledger.
        name: the whole name; `UNKNOWN` for articles whose publisher is not known.

    Raises:
        NotFound: no article of this ledger is of a publisher of that name.
    """
    key = "" if name == UNKNOWN else name
    found = _views(connection, key)
    if not found:
        raise NotFound(f"no article is of a publisher called {name!r}; see the list of publishers")
    own = publisher_voices.c
    few = (
        select(publisher_voices)
        .where(own.publisher == key)
        .order_by(own.statements.desc(), own.actor_id)
        .limit(_VOICES)
    )
    rows = connection.execute(few).mappings().all()
    count = select(func.count()).where(own.publisher == key, own.actor_id != "")
    return PublisherDetail(
        view=found[0],
        voices=_voices(connection, rows),
        speakers=connection.execute(count).scalar_one(),
        acts=_acts(connection, key),
        origins=_origins(connection, key),
    )


def _views(connection: Connection, key: str | None) -> list[PublisherView]:
    """Return the publisher of that name, or all."""
    texts: dict[str, dict[str, int]] = {}
    own = publisher_articles.c
    query = select(publisher_articles)
    for row in connection.execute(query if key is None else query.where(own.publisher == key)):
        counts = texts.setdefault(row.publisher, {"articles": 0, "credited": 0, "copied": 0})
        counts["articles"] += row.articles
        counts["copied"] += row.copied
        counts["credited"] += row.articles if _is_foreign(row.origin, row.publisher) else 0
    said: dict[str, dict[str, int]] = {}
    told = publisher_statements.c
    summed = select(told.publisher, told.quotation, func.sum(told.statements)).group_by(
        told.publisher, told.quotation
    )
    if key is not None:
        summed = summed.where(told.publisher == key)
    for publisher, quotation, times in connection.execute(summed):
        said.setdefault(publisher, {})[quotation] = times
    replies = select(reply_counts)
    if key is not None:
        replies = replies.where(reply_counts.c.publisher == key)
    answered = {row["publisher"]: row for row in connection.execute(replies).mappings()}
    return [
        _view(name, texts[name], said.get(name, {}), {**answered.get(name, {})}) for name in texts
    ]


def _view(
    name: str,
    texts: Mapping[str, int],
    said: Mapping[str, int],
    replies: Mapping[str, int],
) -> PublisherView:
    direct, mixed, indirect = (said.get(each.value, 0) for each in Quotation)
    return PublisherView(
        publisher=name or None,
        **texts,
        statements=direct + mixed + indirect,
        direct=direct,
        mixed=mixed,
        indirect=indirect,
        replies=outlet_replies(name or None, replies),
    )


def _is_foreign(origin: str, publisher: str) -> bool:
    return bool(origin) and origin.casefold() != publisher.casefold()


def _voices(connection: Connection, rows: Sequence[RowMapping]) -> tuple[CarriedVoice, ...]:
    names = names_of(connection, {ActorId(row["actor_id"]) for row in rows if row["actor_id"]})
    return tuple(
        CarriedVoice(
            id=ActorId(row["actor_id"]) if row["actor_id"] else None,
            name=names.get(row["actor_id"]),
            statements=row["statements"],
            direct=row["direct"],
            mixed=row["mixed"],
        )
        for row in rows
    )


def _acts(connection: Connection, key: str) -> tuple[CarriedAct, ...]:
    told = publisher_statements.c
    counts: dict[str, dict[str, int]] = {}
    for row in connection.execute(select(publisher_statements).where(told.publisher == key)):
        counts.setdefault(row.act, {})[row.quotation] = row.statements
    acts = (
        CarriedAct(
            act=Act(act),
            statements=sum(own.values()),
            direct=own.get(Quotation.DIRECT.value, 0),
            mixed=own.get(Quotation.MIXED.value, 0),
        )
        for act, own in counts.items()
    )
    return tuple(sorted(acts, key=lambda each: (-each.statements, each.act)))


def _origins(connection: Connection, key: str) -> tuple[CarriedOrigin, ...]:
    own = publisher_articles.c
    rows = connection.execute(select(publisher_articles).where(own.publisher == key))
    found = (CarriedOrigin(origin=row.origin or None, articles=row.articles) for row in rows)
    return tuple(sorted(found, key=lambda each: (-each.articles, each.origin or "")))
