"""One actor as a page shows it: what it says, what is said of it, what it is called where."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection

from rejoinder.exchanges.parties import is_state_id, state_id
from rejoinder.ledger.listing import listed_among, read_listed
from rejoinder.ledger.naming import namings_in_force
from rejoinder.ledger.presence import PARTS, Presence
from rejoinder.ledger.presence_rows import counted_presence, known_presence
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.judgement import Naming, Verdict
from rejoinder.model.listed import ListedActor
from rejoinder.model.statement import Act
from rejoinder.views.actor_list import (
    ActorFilter,
    find_actor_page,
    find_actor_view,
    find_namesakes,
    names_of,
)
from rejoinder.views.actors import ActorView
from rejoinder.views.filters import StatementFilter
from rejoinder.views.judgements import JudgementView, judgements_of
from rejoinder.views.replies import ReplyFilter, Shown
from rejoinder.views.reply_list import count_accusations
from rejoinder.views.statements import StatementView, find_statements
from rejoinder.views.traits import (
    MOST,
    Blamed,
    Form,
    Named,
    RoleTimes,
    blamed,
    blames_of,
    forms_of,
    roles_of,
)

__all__ = ["Answers", "Land", "Part", "Portrait", "find_portrait"]

_LATEST: Final = 5
_FEW: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The statements in which an actor takes one part.

    Attributes:
        acts: what they do, most first.
        latest: the first few, the latest first.
    """

    acts: tuple[tuple[Act, int], ...]
    latest: tuple[StatementView, ...]

    @property
    def statements(self) -> int:
        """Return how many there are."""
        return sum(count for _, count in self.acts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A state's country: those to whom most articles give its code.

    Attributes:
        actors: how many they are, with the state.
        most: the most heard and spoken of without it, no more than twelve.
    """

    country: str
    actors: int
    most: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Accusations, each counted once however often it is told, by what is known of answers.

    Attributes:
        answered: one who is accused answers somewhere in this ledger.
        unanswered: this ledger holds no answer, which never says that there was none.
    """

    answered: int
    unanswered: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Portrait:
    """One actor with what the ledger knows of it.

    Attributes:
        ruling: why it is called so, where a person said so.
        listed: what users' lists say of its ids.
        forms: every name, those of most articles first.
        roles: by the first month in which they are given, undated last.
        accuses: whom it accuses or criticises.
        accused_by: who accuses or criticises it.
        answered: accusations against it, or against those who speak for it.
        was_answered: accusations that it makes, or who speaks for it.
        belongs_to: the state of the country that most articles give it, where it is another.
        land: who else is of a state's country; None for whoever is no state.
        claimed_by: who claims a contested territory; so ``claims``.
        namesakes: other actors that go by the same name.
        merges: judgements that hold its ids together.
        unsure: pairs that may be one and are not joined.
        apart: judgements that keep others apart from it.
    """

    view: ActorView
    ruling: Naming | None
    listed: tuple[ListedActor, ...]
    said: Part
    said_of: Part
    said_to: Part
    forms: tuple[Form, ...]
    roles: tuple[RoleTimes, ...]
    accuses: Blamed
    accused_by: Blamed
    answered: Answers
    was_answered: Answers
    belongs_to: Named | None
    land: Land | None
    claimed_by: tuple[Named, ...]
    claims: tuple[Named, ...]
    namesakes: tuple[Named, ...]
    merges: tuple[JudgementView, ...]
    unsure: tuple[JudgementView, ...]
    apart: tuple[JudgementView, ...]


def find_portrait(connection: Connection, key: str) -> Portrait:
    """Return the actor with that id, or whom that id leads to.

    Raises:
        NotFound: there is none, or there are several.
    """
    view = find_actor_view(connection, key)
    if SummaryBook(connection=connection).is_current():
        presence = known_presence(connection, view.id, latest=_LATEST)
    else:
        presence = counted_presence(connection, view.id)
    parts = _parts(connection, presence)
    accuses, accused_by = blames_of(view.id, presence)
    state = state_id(view.country or "")
    near = {each for each, *_ in (*accuses[:MOST], *accused_by[:MOST])}
    names = names_of(connection, {*near, *view.claimed_by, *view.claims, state})
    said = judgements_of(connection, view.id)
    listed = listed_among(connection, {view.id, *view.others})
    return Portrait(
        view=view,
        ruling=namings_in_force(connection).get(view.id),
        listed=tuple(each for each in read_listed(connection) if each.id in listed),
        said=parts["said"],
        said_of=parts["said-of"],
        said_to=parts["said-to"],
        forms=forms_of(presence),
        roles=roles_of(presence),
        accuses=blamed(accuses, names),
        accused_by=blamed(accused_by, names),
        answered=_answers(connection, view.id, accused=True),
        was_answered=_answers(connection, view.id, accused=False),
        belongs_to=_state(view, state, names),
        land=_land(connection, view),
        claimed_by=_named(view.claimed_by, names),
        claims=_named(view.claims, names),
        namesakes=tuple(
            Named(id=each.id, name=each.name)
            for each in find_namesakes(connection, [view]).get(view.id, ())
        ),
        merges=_of(said, Verdict.POSITIVE),
        unsure=_of(said, Verdict.UNSURE),
        apart=_of(said, Verdict.NEGATIVE),
    )


def _parts(connection: Connection, presence: Presence) -> dict[str, Part]:
    """Return the parts that the actor takes, each with its latest statements."""
    acts: dict[str, Counter[Act]] = defaultdict(Counter)
    latest: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (_, fact, value), count in presence.facts.items():
        if fact in PARTS.values():
            acts[fact][Act(value)] += count
    for _, part, day, statement in presence.said:
        latest[part].append((day, statement))
    ids = {part: [key for _, key in sorted(latest[part])[: -_LATEST - 1 : -1]] for part in latest}
    every = {each for few in ids.values() for each in few}
    views = {
        StatementId(each.id): each
        for each in find_statements(connection, StatementFilter(ids=sorted(every)))
    }
    return {
        part: Part(
            acts=tuple(sorted(acts[part].items(), key=lambda each: (-each[1], each[0]))),
            latest=tuple(views[StatementId(each)] for each in ids.get(part, ())),
        )
        for part in PARTS.values()
    }


def _answers(connection: Connection, actor: ActorId, *, accused: bool) -> Answers:
    """Return how many accusations against the actor, or of its own, are answered."""
    reader = LedgerReader(connection=connection, canonical=True)
    ids = frozenset({actor})
    answered, unanswered = (
        count_accusations(
            reader,
            ReplyFilter(target=actor, target_ids=ids, shown=shown)
            if accused
            else ReplyFilter(accuser=actor, accuser_ids=ids, shown=shown),
        )
        for shown in (Shown.ANSWERED, Shown.UNANSWERED)
    )
    return Answers(answered=answered, unanswered=unanswered)


def _state(view: ActorView, state: ActorId, names: Mapping[ActorId, str]) -> Named | None:
    """Return the state of the actor's country, if it is another and an article names it."""
    known = view.country is not None and state != view.id and names[state] != state
    return Named(id=state, name=names[state]) if known else None


def _land(connection: Connection, view: ActorView) -> Land | None:
    """Return those of a state's country; None for whoever is no state."""
    if not is_state_id(view.id) or view.country is None:
        return None
    wanted = ActorFilter(country=view.country)
    page = find_actor_page(connection, wanted, after=None, limit=_FEW + 1)
    others = [each for each in page.actors if each.id != view.id][:_FEW]
    return Land(
        country=view.country,
        actors=page.total,
        most=tuple(Named(id=each.id, name=each.name) for each in others),
    )


def _named(ids: Iterable[ActorId], names: Mapping[ActorId, str]) -> tuple[Named, ...]:
    return tuple(Named(id=each, name=names[each]) for each in ids)


def _of(said: Iterable[JudgementView], verdict: Verdict) -> tuple[JudgementView, ...]:
    return tuple(each for each in said if each.verdict is verdict)
