"""Statements as a discourse network has them: who agrees or disagrees with what."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TypedDict, Unpack

from sqlalchemy import Connection

from rejoinder.model.actor import ActorKind
from rejoinder.model.claim import Side
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.position import Coding, Stance
from rejoinder.text.phrases import with_cue
from rejoinder.views.claims import ClaimView
from rejoinder.views.positions import PositionView
from rejoinder.views.shown import find_origins, find_who

__all__ = ["codings_of_claims", "codings_of_positions"]


class _Known(TypedDict):
    statement: StatementId
    concept: str
    agreement: bool
    document: str
    publisher: str | None
    origin: str
    text: str


def codings_of_positions(
    connection: Connection, views: Sequence[PositionView], *, states: bool = False
) -> list[Coding]:
    """Return the statements that are for or against matters; the concepts are the matters.

    Args:
        connection: of the ledger.
        views: who holds what.
        states: whether whoever acts for a state counts as that state, as in tension.
    """
    shown = _Shown(connection, {view.actor for view in views}, states=states)
    return [
        shown.coding(
            view.actor,
            statement=held.statement_id,
            concept=view.matter,
            agreement=held.stance is Stance.FOR,
            date=held.date,
            document=held.article_ref,
            publisher=held.publisher,
            origin=held.origin,
            text=held.words,
        )
        for view in views
        for held in view.statements
        if held.stance is not Stance.UNCLEAR
    ]


def codings_of_claims(
    connection: Connection, claims: Collection[ClaimView], *, states: bool = False
) -> list[Coding]:
    """Return who asserts or concedes claims, and who denies them; the concepts are the claims.

    Also what somebody is only said to hold, as claims count it. Of whom no name is known is in no
    network.
    """
    used = Counter(map(_concept, claims))
    spoken = [one for claim in claims for voice in claim.voices for one in voice.statements]
    origins = find_origins(connection, {each.article_id for each in spoken})
    ids = {each for claim in claims for voice in claim.voices for each in voice.ids}
    shown = _Shown(connection, ids, states=states)
    found = []
    for claim in claims:
        words = _concept(claim)
        concept = words if used[words] == 1 else f"{words} ({claim.id})"
        found += [
            shown.coding(
                actor,
                statement=one.statement_id,
                concept=concept,
                agreement=voice.side is not Side.DENIES,
                date=one.date,
                document=one.article_ref,
                publisher=one.publisher,
                origin=origins.get(one.article_id, one.article_id),
                text=one.words,
            )
            for voice in claim.voices
            for actor in voice.ids
            for one in voice.statements
        ]
    return found


def _concept(claim: ClaimView) -> str:
    """Return what a claim is called: with who attributes it how, where the words alone mislead."""
    return " ".join(with_cue(claim.words, claim.cue, claim.act).split())


class _Shown:
    """Who actors are in a network."""

    def __init__(self, connection: Connection, ids: Collection[ActorId], *, states: bool) -> None:
        self._who = find_who(connection, ids)
        self._state_of = {
            each.id: ActorId(f"state:{each.acts_for}")
            for each in self._who.values()
            if each.acts_for
        }
        self._states = find_who(connection, set(self._state_of.values()))
        self._as_states = states

    def coding(
        self, actor: ActorId, *, date: DateInterval | None, **known: Unpack[_Known]
    ) -> Coding:
        """Return what somebody holds."""
        who, state = self._who.get(actor), self._state_of.get(actor)
        if self._as_states and state is not None:
            name, is_person, organization = self._called(state), False, None
        else:
            name = who.name if who is not None else str(actor)
            is_person = who is not None and who.kind is ActorKind.PERSON
            organization = self._called(state) if is_person and state else None
        is_day = date is not None and date.start == date.end
        return Coding(
            actor=state if self._as_states and state is not None else actor,
            name=name,
            person=is_person,
            organization=organization,
            day=date.start if date is not None and is_day else None,
            **known,
        )

    def _called(self, state: ActorId) -> str:
        known = self._states.get(state)
        return known.name if known is not None else state.partition(":")[2]
