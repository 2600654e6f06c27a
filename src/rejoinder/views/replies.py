"""The right of reply: which accusations the ledger knows answers to, and who carried both."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rejoinder.exchanges.claims.group import group_claims
from rejoinder.exchanges.parties import party_ids
from rejoinder.ledger.folding import fold
from rejoinder.model.claim import Side, Voices
from rejoinder.model.copies import Report
from rejoinder.model.date import Precision
from rejoinder.model.ids import ActorId, StatementId, content_key
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act, Statement
from rejoinder.views.reply import AccusationView, RepliesView, ReplyView, count_replies
from rejoinder.views.shelf import Records, Shelf, SpokenView, fits_days

__all__ = ["ReplyFilter", "find_replies"]

_BLAMING = frozenset({Act.ACCUSE, Act.CRITICISE})
# Neither a repetition nor a third voice is an answer to the one who was accused.
_NO_ANSWER = frozenset({Relation.REPEATS, Relation.SUPPORTS, Relation.MEDIATES})
_Answers = dict[StatementId, set[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyFilter:
    """Which accusations to show; what is None does not count, the rest must all hold.

    Attributes:
        publisher: part of the name of one who carried it, in any case.
        party: an actor's id, or part of a name, of one who accuses or is accused.
        ids: with ``party``: ids of actors that go by it too.
        demands: demands too.
        unanswered: only those that name somebody of whom the ledger has no answer.
        since: first day on which it may have been made.
        until: last day on which it may have been made.
        limit: so many accusations at most; the table of publishers counts all the same.
    """

    publisher: str | None = None
    party: str | None = None
    ids: Collection[ActorId] = ()
    demands: bool = False
    unanswered: bool = False
    since: date | None = None
    until: date | None = None
    limit: int | None = None


def find_replies(reader: Records, reports: Iterable[Report], wanted: ReplyFilter) -> RepliesView:
    """Return the accusations with their answers, the latest first, and the table of publishers.

    Args:
        reader: where the records come from, in the ids of the ledger.
        reports: what is known of copies of their articles.
        wanted: which.
    """
    reading = _Reading(Shelf(reader.records(), reports), demands=wanted.demands)
    found = [each for each in reading.accusations(wanted) if _is_wanted(each, wanted)]
    found.sort(key=_latest_first)
    return RepliesView(accusations=tuple(found[: wanted.limit]), outlets=count_replies(found))


def _is_wanted(accusation: AccusationView, wanted: ReplyFilter) -> bool:
    if wanted.unanswered and accusation.answered is not False:
        return False
    if wanted.publisher is not None and not any(
        fold(wanted.publisher) in fold(name) for name in accusation.publishers
    ):
        return False
    days = [each.date for each in accusation.statements]
    return fits_days(days, wanted.since, wanted.until)


class _Reading:
    """The accusations of a ledger, those that tell one and the same put together."""

    def __init__(self, shelf: Shelf, *, demands: bool) -> None:
        self._shelf = shelf
        acts = _BLAMING | {Act.DEMAND} if demands else _BLAMING
        self._claims = group_claims(shelf.records, shelf.links)
        self._accusing = {
            each.id: each
            for record in shelf.records
            for each in record.statements
            if each.act in acts and each.speaker
        }
        self._repeated: dict[StatementId, set[StatementId]] = defaultdict(set)
        self._answers: dict[StatementId, list[tuple[StatementId, str, bool]]] = defaultdict(list)
        for link in shelf.links:
            answer, answered = link.answer, StatementId(link.answered)
            if link.relation is Relation.REPEATS:
                self._repeated[answer].add(answered)
                self._repeated[answered].add(answer)
            elif link.relation not in _NO_ANSWER:
                told = (answer, link.relation.value, link.explicit)
                self._answers[answered].append(told)
        self._read_claims()

    def accusations(self, wanted: ReplyFilter) -> Iterator[AccusationView]:
        """Yield the accusations of the party that is wanted, or all."""
        for group in self._groups():
            view = self._accusation(group, wanted)
            if view is not None:
                yield view

    def _read_claims(self) -> None:
        """Take for answers to an accusation who denies or concedes what it claims."""
        for claim in self._claims:
            others = [part for part in claim.parts if part.side is not Side.ASSERTS]
            for part in claim.parts:
                if part.side is Side.ASSERTS and part.statement_id in self._accusing:
                    self._answers[part.statement_id].extend(
                        (other.statement_id, other.side.value, False) for other in others
                    )

    def _groups(self) -> list[list[StatementId]]:
        """Return the accusations, each with those that tell it again: repeated, or one claim."""
        pairs = [
            (one, other)
            for one in sorted(self._accusing)
            for other in sorted(self._repeated[one])
            if other in self._accusing
        ]
        for claim in self._claims:
            own = [
                part.statement_id
                for part in claim.parts
                if part.side is Side.ASSERTS and part.statement_id in self._accusing
            ]
            pairs += [(one, other) for one in own for other in own if one < other]
        root = {one: one for one in sorted(self._accusing)}

        def find(one: StatementId) -> StatementId:
            while root[one] != one:
                root[one] = root[root[one]]
                one = root[one]
            return one

        for one, other in pairs:
            if self._voices(one).is_one_with(self._voices(other)):
                first, second = sorted((find(one), find(other)))
                root[second] = first
        groups: dict[StatementId, list[StatementId]] = defaultdict(list)
        for one in root:
            groups[find(one)].append(one)
        return [sorted(groups[key]) for key in sorted(groups)]

    def _voices(self, statement: StatementId) -> Voices:
        return self._of(self._shelf.statement(statement).speaker)

    def _of(self, actors: Iterable[ActorId]) -> Voices:
        speakers = frozenset(actors)
        parties = (
            party_ids(self._shelf.actors[each]) for each in speakers if each in self._shelf.actors
        )
        return Voices(speakers=speakers, parties=speakers.union(*parties))

    def _accusation(
        self, group: Sequence[StatementId], wanted: ReplyFilter
    ) -> AccusationView | None:
        statements = [self._accusing[one] for one in group]
        targets = list(dict.fromkeys(each for one in statements for each in one.about))
        if not self._has_party(statements, targets, wanted):
            return None
        spoken = sorted((self._shelf.spoken(one) for one in group), key=_when)
        replies = self._replies(group, targets, spoken)
        by_target = any(reply.by_target for reply in replies)
        return AccusationView(
            id=min(content_key("r", one) for one in group),
            speaker=spoken[0].speaker,
            about=tuple(self._shelf.names(targets)),
            act=spoken[0].act,
            words=spoken[0].words,
            date=spoken[0].date,
            statements=tuple(spoken),
            publishers=_publishers(spoken),
            replies=replies,
            answered=by_target if targets else None,
        )

    def _has_party(
        self, statements: Sequence[Statement], targets: Sequence[ActorId], wanted: ReplyFilter
    ) -> bool:
        if wanted.party is None:
            return True
        ids = [*targets, *(each for one in statements for each in one.speaker)]
        parties = sorted(self._of(ids).parties)
        return not set(parties).isdisjoint(wanted.ids) or self._shelf.goes_by(parties, wanted.party)

    def _replies(
        self,
        group: Sequence[StatementId],
        targets: Sequence[ActorId],
        accusing: Sequence[SpokenView],
    ) -> tuple[ReplyView, ...]:
        accuser = self._voices(group[0])
        how: _Answers = defaultdict(set)
        marked: set[StatementId] = set()
        for one in group:
            for answer, relation, explicit in self._answers[one]:
                for each in (answer, *sorted(self._repeated[answer])):
                    if self._answers_for(each, answer, accuser):
                        how[each].add(relation)
                        marked.update([each] if explicit else [])
        by_voice: dict[tuple[ActorId, ...], list[StatementId]] = defaultdict(list)
        for each in sorted(how):
            by_voice[tuple(sorted(self._shelf.statement(each).speaker))].append(each)
        meant = [self._of([target]) for target in targets]
        views = []
        for ids, own in sorted(by_voice.items()):
            spoken = sorted((self._shelf.spoken(each) for each in own), key=_when)
            views.append(
                ReplyView(
                    speaker=spoken[0].speaker,
                    ids=ids,
                    how=tuple(sorted({relation for each in own for relation in how[each]})),
                    by_target=any(target.is_one_with(self._of(ids)) for target in meant),
                    days_after=_days_after(accusing[0], spoken[0]),
                    explicit=not marked.isdisjoint(own),
                    statements=tuple(spoken),
                    publishers=tuple(
                        name for name in _publishers(accusing) if name in _publishers(spoken)
                    ),
                )
            )
        return tuple(sorted(views, key=lambda view: (not view.by_target, view.ids)))

    def _answers_for(self, each: StatementId, answer: StatementId, accuser: Voices) -> bool:
        """Say whether a statement is the answer, or the same again, and not the accuser's own."""
        voices = self._voices(each)
        if not voices.speakers or voices.is_one_with(accuser):
            return False
        return each == answer or voices.is_one_with(self._voices(answer))


def _days_after(accusation: SpokenView, answer: SpokenView) -> int | None:
    first, then = accusation.date, answer.date
    if first is None or then is None:
        return None
    if first.precision is not Precision.DAY or then.precision is not Precision.DAY:
        return None
    days = (then.start - first.start).days
    return days if days >= 0 else None


def _publishers(spoken: Iterable[SpokenView]) -> tuple[str, ...]:
    return tuple(sorted({each.publisher for each in spoken if each.publisher}))


def _when(spoken: SpokenView) -> tuple[bool, date, str, StatementId]:
    day = spoken.date
    return (day is None, day.start if day else date.max, spoken.article_ref, spoken.statement_id)


def _latest_first(view: AccusationView) -> tuple[bool, int, str]:
    last = max((each.date.end.toordinal() for each in view.statements if each.date), default=0)
    return (last == 0, -last, view.id)
