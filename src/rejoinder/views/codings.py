"""Statements as a discourse network has them: who agrees or disagrees with what."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from sqlalchemy import Connection

from rejoinder.model.actor import ActorKind
from rejoinder.model.claim import Side
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId
from rejoinder.model.position import Coding, Stance
from rejoinder.views.claims import ClaimView
from rejoinder.views.positions import PositionView
from rejoinder.views.shown import Who, find_origins, find_who

__all__ = ["codings_of_claims", "codings_of_positions"]


def codings_of_positions(connection: Connection, views: Sequence[PositionView]) -> list[Coding]:
    """Return the statements that are for or against matters; the concepts are the matters."""
    states = _states(connection, find_who(connection, {view.actor for view in views}).values())
    return [
        Coding(
            statement=held.statement_id,
            actor=view.actor,
            name=view.name,
            person=view.kind is ActorKind.PERSON,
            organization=states.get(view.actor),
            concept=view.matter,
            agreement=held.stance is Stance.FOR,
            day=_day(held.date),
            document=held.article_ref,
            publisher=held.publisher,
            origin=held.origin,
            text=held.words,
        )
        for view in views
        for held in view.statements
        if held.stance is not Stance.UNCLEAR
    ]


def codings_of_claims(connection: Connection, claims: Collection[ClaimView]) -> list[Coding]:
    """Return who asserts or concedes claims, and who denies them; the concepts are the claims.

    Also what somebody is only said to hold, as claims count it. Of whom no name is known is in no
    network.
    """
    used = Counter(" ".join(claim.words.split()) for claim in claims)
    spoken = [one for claim in claims for voice in claim.voices for one in voice.statements]
    origins = find_origins(connection, {each.article_id for each in spoken})
    ids = {each for claim in claims for voice in claim.voices for each in voice.ids}
    who = find_who(connection, ids)
    states = _states(connection, who.values())
    found = []
    for claim in claims:
        words = " ".join(claim.words.split())
        concept = words if used[words] == 1 else f"{words} ({claim.id})"
        found += [
            Coding(
                statement=one.statement_id,
                actor=actor,
                name=who[actor].name if actor in who else str(actor),
                person=actor in who and who[actor].kind is ActorKind.PERSON,
                organization=states.get(actor),
                concept=concept,
                agreement=voice.side is not Side.DENIES,
                day=_day(one.date),
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


def _states(connection: Connection, who: Iterable[Who]) -> dict[ActorId, str]:
    """Return the names of the states whose officials persons are."""
    acting = {
        each.id: ActorId(f"state:{each.acts_for}")
        for each in who
        if each.acts_for and each.kind is ActorKind.PERSON
    }
    known = find_who(connection, set(acting.values()))
    return {
        actor: known[state].name if state in known else state.partition(":")[2]
        for actor, state in acting.items()
    }


def _day(when: DateInterval | None) -> date | None:
    return when.start if when is not None and when.start == when.end else None
