"""The right of reply: which accusations the ledger knows answers to, and who carried both."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rejoinder.exchanges.accusations import Accusation, Answering, accusations_of, heard_with
from rejoinder.exchanges.carrying import Carrying, Days, carried_by, days_between
from rejoinder.exchanges.claims.group import Put, claims_of, put_forward
from rejoinder.model.copies import Report
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.views.publishers_meant import publishers_meant
from rejoinder.views.reply import (
    AccusationView,
    RepliesView,
    ReplyView,
    SilenceView,
    count_carried,
)
from rejoinder.views.shelf import Records, Shelf, SpokenView, fits_days

__all__ = ["ReplyFilter", "Shown", "find_replies", "latest_first", "view_accusation"]

_Carried = Mapping[str | None, Carrying]


class Shown(StrEnum):
    """Which accusations to show by what the ledger knows of their answers."""

    NAMED = "named"
    """Somebody is named who could answer."""
    ANSWERED = "answered"
    """One who is accused answers in this ledger."""
    UNANSWERED = "unanswered"
    """Of nobody who is accused this ledger has an answer."""
    UNNAMED = "unnamed"
    """Nobody is named who could answer."""
    CARRIED = "carried"
    """A publisher that is asked for carried an answer of the accused too."""
    NOT_CARRIED = "not-carried"
    """It is answered, and a publisher that is asked for carried no answer of the accused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyFilter:
    """Which accusations to show; what is None does not count, the rest must all hold.

    Attributes:
        publisher: who carried it: a name, or part of one where nobody is called just so.
        party: an actor's id, or part of a name, of one who accuses or is accused.
        ids: with ``party``: ids of actors that go by it too.
        accuser: the same of one who accuses, with ``accuser_ids``.
        target: the same of one who is accused, with ``target_ids``.
        holding: statements, of which one makes the accusation; None for whichever.
        demands: demands too.
        shown: by what is known of their answers.
        since: first day on which it may have been made.
        until: last day on which it may have been made.
        limit: so many accusations at most; the table of publishers counts all the same.
    """

    publisher: str | None = None
    party: str | None = None
    ids: Collection[ActorId] = ()
    accuser: str | None = None
    accuser_ids: Collection[ActorId] = ()
    target: str | None = None
    target_ids: Collection[ActorId] = ()
    holding: Collection[str] | None = None
    demands: bool = False
    shown: Shown | None = None
    since: date | None = None
    until: date | None = None
    limit: int | None = None


def find_replies(
    reader: Records,
    reports: Iterable[Report],
    wanted: ReplyFilter,
    plain: Records | None = None,
) -> RepliesView:
    """Return the accusations with their answers, the latest first, and the table of publishers.

    Args:
        reader: where the records come from, in the ids of the ledger.
        reports: what is known of copies of their articles.
        wanted: which.
        plain: as in `rejoinder.views.claims.find_claims`.
    """
    shelf = Shelf(reader.records(), reports)
    records = shelf.records if plain is None else list(plain.records())
    put = {each: own for record in records for each, own in put_forward(record).items()}
    days = {each: _days(shelf.spoken(each)) for each in put}
    publishers = {record.article.publisher or None for record in records}
    claims = claims_of(put, shelf.links)
    found = [
        (each, carried)
        for each in accusations_of(put, shelf.links, claims, demands=wanted.demands)
        for carried in (carried_by(each, put, days),)
        if _is_wanted(each, carried, wanted, publishers)
        and _has_parties(each, put, shelf, wanted)
        and (wanted.holding is None or not set(wanted.holding).isdisjoint(each.statements))
        and fits_days(
            [shelf.spoken(one).date for one in each.statements], wanted.since, wanted.until
        )
    ]
    views = sorted(
        (view_accusation(each, heard_with(each, put), shelf) for each, _ in found),
        key=latest_first,
    )
    return RepliesView(
        accusations=tuple(views[: wanted.limit]),
        outlets=count_carried((each.answered, carried) for each, carried in found),
    )


def _is_wanted(
    accusation: Accusation,
    carried: _Carried,
    wanted: ReplyFilter,
    publishers: Collection[str | None],
) -> bool:
    """Say whether an accusation is asked for by who carried it and what is known of answers."""
    asked = [each for each in carried.items() if _is_asked(each[0], wanted, publishers)]
    if wanted.publisher is not None and not asked:
        return False
    answered = accusation.answered
    match wanted.shown:
        case None:
            return True
        case Shown.NAMED:
            return answered is not None
        case Shown.ANSWERED:
            return answered is True
        case Shown.UNANSWERED:
            return answered is False
        case Shown.UNNAMED:
            return answered is None
    carries = wanted.shown is Shown.CARRIED
    return answered is True and any(each.answer is carries for _, each in asked)


def _is_asked(
    publisher: str | None, wanted: ReplyFilter, publishers: Collection[str | None]
) -> bool:
    return wanted.publisher is None or publisher in publishers_meant(wanted.publisher, publishers)


def _has_parties(
    accusation: Accusation, put: Mapping[StatementId, Put], shelf: Shelf, wanted: ReplyFilter
) -> bool:
    own = [put[one] for one in accusation.statements]
    accusers = {party for each in own for party in each.teller.voices.parties}
    targets = {party for each in own for voices in each.about for party in voices.parties}
    return all(
        name is None or not parties.isdisjoint(ids) or shelf.goes_by(sorted(parties), name)
        for name, ids, parties in (
            (wanted.party, wanted.ids, accusers | targets),
            (wanted.accuser, wanted.accuser_ids, accusers),
            (wanted.target, wanted.target_ids, targets),
        )
    )


def view_accusation(
    accusation: Accusation, heard: Iterable[StatementId], shelf: Shelf
) -> AccusationView:
    """Return an accusation as it is shown.

    Args:
        accusation: which.
        heard: as `rejoinder.exchanges.accusations.heard_with` tells.
        shelf: has all these statements, and the answers.
    """
    spoken = sorted(map(shelf.spoken, accusation.statements), key=_when)
    return AccusationView(
        id=accusation.id,
        speaker=spoken[0].speaker,
        about=_targets(accusation, shelf),
        act=spoken[0].act,
        words=spoken[0].words,
        date=spoken[0].date,
        statements=tuple(spoken),
        publishers=_publishers(spoken),
        replies=_replies(accusation.answers, shelf, spoken),
        beside=() if accusation.answered else _replies(accusation.beside, shelf, spoken),
        heard=_heard(() if accusation.answered else heard, spoken, shelf),
        silent=() if accusation.answered else _silent(accusation, shelf),
        answered=accusation.answered,
    )


def _heard(
    heard: Iterable[StatementId], told: Iterable[SpokenView], shelf: Shelf
) -> tuple[SpokenView, ...]:
    """Return them as shown: first about who accuses, then by article, what follows there first."""
    starts = {each.article_id: _start(each, shelf) for each in told}
    accusers = {one for each in told for one in shelf.statement(each.statement_id).speaker}

    def place(spoken: SpokenView) -> tuple[bool, str, bool, int, StatementId]:
        start = _start(spoken, shelf)
        before = start < starts[spoken.article_id]
        about = shelf.statement(spoken.statement_id).about
        of_others = accusers.isdisjoint(about)
        return (of_others, spoken.article_ref, before, start, spoken.statement_id)

    return tuple(sorted(map(shelf.spoken, heard), key=place))


def _silent(accusation: Accusation, shelf: Shelf) -> tuple[SilenceView, ...]:
    return tuple(
        SilenceView(
            words=span.text_of(shelf.article(one).text).strip(),
            publisher=shelf.article(one).publisher,
            statement_id=one,
            article_id=shelf.article(one).id,
            article_ref=shelf.article(one).ref,
            date=shelf.article(one).published,
        )
        for one, span in accusation.silent
    )


def _start(spoken: SpokenView, shelf: Shelf) -> int:
    return shelf.statement(spoken.statement_id).content[0].start


def _targets(accusation: Accusation, shelf: Shelf) -> tuple[str, ...]:
    """Return what those who are accused are called where they are."""
    called: dict[ActorId, str] = {}
    for one in accusation.statements:
        for target, name in zip(shelf.statement(one).about, shelf.spoken(one).about, strict=True):
            called.setdefault(target, name)
    return tuple(called[each] for each in accusation.targets)


def _replies(
    answers: Iterable[Answering], shelf: Shelf, accusing: Collection[SpokenView]
) -> tuple[ReplyView, ...]:
    """Return the answers to statements that accuse, or to what is said with them, by voice."""
    by_voice: dict[tuple[ActorId, ...], list[Answering]] = defaultdict(list)
    for each in answers:
        by_voice[tuple(sorted(shelf.statement(each.statement).speaker))].append(each)
    views = []
    for ids, own in by_voice.items():
        spoken = sorted((shelf.spoken(each.statement) for each in own), key=_when)
        both = set(_publishers(accusing)).intersection(_publishers(spoken))
        views.append(
            ReplyView(
                speaker=spoken[0].speaker,
                ids=ids,
                how=tuple(sorted({relation for each in own for relation in each.how})),
                by_target=any(each.by_target for each in own),
                days_after=days_between(map(_days, accusing), map(_days, spoken)),
                explicit=any(each.explicit for each in own),
                statements=tuple(spoken),
                publishers=tuple(sorted(both)),
            )
        )
    return tuple(sorted(views, key=lambda view: (not view.by_target, view.ids)))


def _publishers(spoken: Iterable[SpokenView]) -> tuple[str, ...]:
    return tuple(sorted({each.publisher for each in spoken if each.publisher}))


def _days(spoken: SpokenView) -> Days:
    return (spoken.date.start, spoken.date.end) if spoken.date else (None, None)


def _when(spoken: SpokenView) -> tuple[bool, date, date, str, StatementId]:
    first, last = _days(spoken)
    undated = first is None
    return (
        undated, first or date.max, last or date.max, spoken.article_ref, spoken.statement_id
    )  # fmt: skip


def latest_first(view: AccusationView) -> tuple[bool, int, str]:
    """Return what accusations are listed by."""
    last = max((each.date.end.toordinal() for each in view.statements if each.date), default=0)
    return (last == 0, -last, view.id)
