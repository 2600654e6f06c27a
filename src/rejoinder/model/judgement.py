"""Judgement: whether two actors of the ledger are one, who says so and why."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rejoinder.model.ids import ActorId, ArticleId, content_key

__all__ = ["ActorRef", "Judgement", "Naming", "Verdict", "judgement_id", "naming_id"]


class Verdict(StrEnum):
    """What was decided of two actors."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    UNSURE = "unsure"
    WITHDRAWN = "withdrawn"
    """What was decided of them before no longer holds: by this stage, or by any person."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ActorRef:
    """An actor by the id that extraction gave it: in one article, or wherever that id stands.

    Attributes:
        article: "" for the id in every article; a bare surname is judged article by article.
    """

    actor: ActorId
    article: ArticleId | str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict on whether ``left`` and ``right`` are one actor; never edited, only followed.

    Attributes:
        left: the lesser of the two refs, so that a pair has one order.
        score: the stage's number; None where a person decided.
        features: what the verdict rests on, by name, in the order of weight.
        judge: the registered stage, or the person's name.
        person: whether ``judge`` is a person, whose verdict wins over any stage's.
        note: the person's reason, or "".
        decided: when the person decided; None for a stage, whose verdict has no time.
        undoes: the person's judgement that this one takes back, as if it had not been; else "".
    """

    id: str
    left: ActorRef
    right: ActorRef
    verdict: Verdict
    score: float | None
    features: tuple[tuple[str, str], ...]
    judge: str
    person: bool
    note: str = ""
    decided: datetime | None = None
    undoes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A person's ruling on what an actor is called; "" takes every earlier ruling back.

    Attributes:
        undoes: the ruling that this one takes back, as if it had not been; else "".
    """

    id: str
    actor: ActorRef
    name: str
    judge: str
    decided: datetime
    note: str = ""
    undoes: str = ""


def judgement_id(
    left: ActorRef,
    right: ActorRef,
    verdict: Verdict,
    judge: str,
    features: tuple[tuple[str, str], ...],
    *,
    decided: datetime | None = None,
    undoes: str = "",
) -> str:
    """Return the id of that verdict of that judge on those grounds; a person's at that time."""
    return content_key(
        "j", left.actor, left.article, right.actor, right.article, verdict.value, judge,
        decided.isoformat() if decided else None, undoes,
        *(part for feature in features for part in feature),
    )  # fmt: skip


def naming_id(
    actor: ActorRef, name: str, judge: str, decided: datetime, *, undoes: str = ""
) -> str:
    """Return the id of that ruling at that time."""
    return content_key("n", actor.actor, actor.article, name, judge, decided.isoformat(), undoes)
