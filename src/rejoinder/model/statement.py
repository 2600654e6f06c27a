"""Attribution, Cast and Statement: who said what about whom, on which characters."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId, ArticleId, StatementId, content_key
from rejoinder.model.span import Span

__all__ = [
    "Act",
    "Attribution",
    "Bearing",
    "Cast",
    "Quotation",
    "Relay",
    "Statement",
    "statement_depths",
    "statement_id",
]


class Quotation(StrEnum):
    """How words are given: free-standing in marks, built into a clause in marks, or retold."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Act(StrEnum):
    """What a speaker does with the words (DESIGN §2; PLOVER has no denial)."""

    ACCUSE = "accuse"
    CRITICISE = "criticise"
    DENY = "deny"
    REFUSE = "refuse"
    DEMAND = "demand"
    WARN = "warn"
    SUPPORT = "support"
    OFFER = "offer"
    AGREE = "agree"
    ADMIT = "admit"
    INTEND = "intend"
    PREDICT = "predict"
    ASSERT = "assert"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What a Tagger finds: the words that are attributed and the words that attribute them.

    Attributes:
        source: the words naming who speaks; empty where the speaker is implicit.
        cue: the words that mark the attribution; empty in run-on text.
        content: the words attributed, sorted; never empty, may be discontinuous.
        parent: place, in the same sequence, of the attribution whose content holds this one.
        score: how sure the tagger is, 0 to 1; not calibrated in ``attribution.rules.v1``.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quotation: Quotation
    parent: int | None = None
    score: float = 1.0

    def __post_init__(self) -> None:
        """Refuse an attribution of nothing."""
        if not self.content:
            raise ValueError("an attribution needs at least one content span")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What the words of one attribution do and at whom, by grammar, before it is known who that is.

    Attributes:
        act: the act as far as cue and content tell it.
        aimed: words that name who did what is blamed, or who is to act; empty where none do.
        alone: no other words can name at whom.
        deed: the word that tells of what is blamed, where the content tells of it.
    """

    act: Act
    aimed: tuple[Span, ...] = ()
    alone: bool = False
    deed: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """One hop by which words reached the article; ``actor`` is None if the carrier is unknown."""

    actor: ActorId | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Who takes which part in one attribution; every part may be empty, unknown stays empty."""

    speaker: tuple[ActorId, ...] = ()
    addressee: tuple[ActorId, ...] = ()
    about: tuple[ActorId, ...] = ()
    relay: tuple[Relay, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution found in one article: the ledger's unit.

    Attributes:
        parent: the statement whose content this one lies in, or None.
        about: whom it is about or against; never the speaker.
        said: when it was said, only where the text resolves it.
        score: the tagger's number, 0 to 1.
    """

    id: StatementId
    article_id: ArticleId
    parent: StatementId | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quotation: Quotation
    speaker: tuple[ActorId, ...]
    addressee: tuple[ActorId, ...]
    about: tuple[ActorId, ...]
    relay: tuple[Relay, ...]
    act: Act
    said: DateInterval | None
    score: float


def statement_id(article_id: ArticleId, content: tuple[Span, ...]) -> StatementId:
    """Return the id of the statement with that content.

    Source, cue, score and version are left out: a better tagger that finds the same content gives
    the same statement.
    """
    offsets = [n for span in content for n in (span.start, span.end)]
    return StatementId(content_key("s", article_id, *offsets))


def statement_depths(statements: Iterable[Statement]) -> dict[StatementId, int]:
    """Return how deep each statement is nested; 0 stands at the top."""
    parents = {s.id: s.parent for s in statements}
    depths: dict[StatementId, int] = {}
    for statement in parents:
        depth, above = 0, parents[statement]
        while above in parents and depth <= len(parents):
            depth, above = depth + 1, parents[above]
        depths[statement] = depth
    return depths
