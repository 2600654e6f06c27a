"""Review: what a person decides of a statement, and what all such decisions come to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from rejoinder.model.identity import active
from rejoinder.model.ids import ActorId, ArticleId, StatementId, content_key
from rejoinder.model.link import Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation

__all__ = [
    "CORRECTIONS",
    "Decision",
    "Reading",
    "RejectReason",
    "Review",
    "Settled",
    "review_id",
    "settle",
    "standing_reviews",
]


class Decision(StrEnum):
    """What a reviewer decided."""

    ACCEPT = "accept"
    """It reads as it is shown."""
    REJECT = "reject"
    """It is no statement, or not one to keep."""
    ACT = "act"
    SPANS = "spans"
    SPEAKER = "speaker"
    ADDRESSEE = "addressee"
    ABOUT = "about"
    LINK = "link"
    UNLINK = "unlink"
    NOTE = "note"
    UNDO = "undo"


class RejectReason(StrEnum):
    """Why a statement is rejected."""

    NO_STATEMENT = "no-statement"
    """Nobody is given as saying this."""
    NOT_SAID = "not-said"
    """Negated, withheld or conditional: the words were not spoken."""
    TWICE = "twice"
    """Another statement has these words already."""
    WRONG_WORDS = "wrong-words"
    """The words do not belong together and cannot be mended."""
    FURNITURE = "furniture"
    """It belongs to the page, not to the text."""
    OTHER = "other"


CORRECTIONS = frozenset(
    {Decision.ACT, Decision.SPANS, Decision.SPEAKER, Decision.ADDRESSEE, Decision.ABOUT}
)
"""Decisions that say how one part of a statement reads."""

_JUDGING = CORRECTIONS | {Decision.ACCEPT, Decision.REJECT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a statement reads: what a reviewer can correct.

    Attributes:
        speaker: by the ids by which actors went in the ledger when it was judged.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quotation: Quotation
    act: Act
    speaker: tuple[ActorId, ...]
    addressee: tuple[ActorId, ...]
    about: tuple[ActorId, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return every span of it."""
        return (*self.source, *self.cue, *self.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One decision of one reviewer; never edited, only followed or taken back.

    Attributes:
        statement: the id that the statement had before any reviewer changed its words.
        reading: how the statement reads after the decision, in this reviewer's eyes.
        reason: why it is rejected; else None.
        other: what a link leads to; else None.
        relation: how the statement stands to it, for a link.
        note: the reviewer's words, or "".
        adjudicates: it decides between reviewers, and holds against all who do not adjudicate.
        undoes: the review that this one takes back, as if it had not been; else "".
    """

    id: str
    article: ArticleId
    statement: StatementId
    decision: Decision
    reading: Reading
    reviewer: str
    decided: datetime
    reason: RejectReason | None = None
    other: StatementId | None = None
    relation: Relation | None = None
    note: str = ""
    adjudicates: bool = False
    undoes: str = ""

    @property
    def judges(self) -> bool:
        """Whether it says what the statement is, or that it is none."""
        return self.decision in _JUDGING


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What the reviews of one statement come to.

    Attributes:
        rejected: whether it is left out; None where nobody has judged it.
        fixed: the parts of the reading that persons decided.
        reading: the latest reading, with the parts that are fixed as they were decided.
        contents: every content that the statement has had.
    """

    rejected: bool | None
    fixed: frozenset[Decision]
    reading: Reading
    contents: tuple[tuple[Span, ...], ...]


def review_id(
    statement: StatementId,
    decision: Decision,
    reviewer: str,
    decided: datetime,
    *details: str | int | None,
) -> str:
    """Return the id of that decision at that time."""
    return content_key("r", statement, decision.value, reviewer, decided.isoformat(), *details)


def standing_reviews(reviews: Iterable[Review]) -> list[Review]:
    """Return the reviews that were not taken back, in the order of their time, as given."""
    return [each for each in active(reviews) if each.decision is not Decision.UNDO]


def settle(standing: Sequence[Review]) -> Settled | None:
    """Return what the standing reviews of one statement come to; None where there are none.

    Of each part the latest decision holds; those who adjudicate come after all others.
    """
    if not standing:
        return None
    ordered = sorted(standing, key=lambda each: each.adjudicates)
    rejected: bool | None = None
    fixed: set[Decision] = set()
    reading = standing[-1].reading
    for each in ordered:
        if not each.judges:
            continue
        rejected = each.decision is Decision.REJECT
        parts = CORRECTIONS if each.decision is Decision.ACCEPT else {each.decision} & CORRECTIONS
        for part in parts:
            reading = _with(reading, part, each.reading)
        fixed |= parts
    contents = tuple(dict.fromkeys(each.reading.content for each in standing))
    return Settled(rejected=rejected, fixed=frozenset(fixed), reading=reading, contents=contents)


def _with(reading: Reading, part: Decision, other: Reading) -> Reading:
    """Return the reading with one part of another."""
    if part is Decision.SPANS:
        return replace(
            reading,
            source=other.source,
            cue=other.cue,
            content=other.content,
            quotation=other.quotation,
        )
    if part is Decision.ACT:
        return replace(reading, act=other.act)
    if part is Decision.SPEAKER:
        return replace(reading, speaker=other.speaker)
    if part is Decision.ADDRESSEE:
        return replace(reading, addressee=other.addressee)
    return replace(reading, about=other.about)
