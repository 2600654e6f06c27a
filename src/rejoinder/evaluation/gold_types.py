"""Full gold as frozen types: statements, actors, events and threads of a set of articles.

The words are those of the gold files (their README has the guidelines), not of the ledger: there
``speaker`` and ``targets`` are sets of gold ids, ``act`` is one of the gold's twelve, ``thread`` is
a link.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rejoinder.model.span import Span

__all__ = [
    "GoldActor",
    "GoldArticle",
    "GoldEvent",
    "GoldMention",
    "GoldSet",
    "GoldStatement",
    "GoldThread",
    "GoldTrap",
    "Snippet",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """Words that the gold stores beside their spans; several spans are joined by `` […] ``."""

    place: str
    spans: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldActor:
    """An actor of the whole set.

    Attributes:
        aliases: names that are good in every article.
        by_article: article id to the names that are good there.
    """

    id: str
    name: str
    country: str | None
    sector: str | None
    aliases: tuple[str, ...]
    by_article: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """A mention in one article that is no pronoun.

    Attributes:
        span: the whole noun phrase.
        core: the name inside it.
        text: the words of ``span``.
    """

    actor: str
    span: Span
    core: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """One attributed statement.

    Attributes:
        speaker: empty where the text names nobody; ``speaker_alt`` would also be right.
        targets: whom the act is against or for; ``about`` are the other actors in the claim.
        target_inferred: the sentence does not name the target.
        date: ISO day, month or year; None where the text does not resolve one.
        date_open: the text dates it in words that must stay unresolved.
        tier: 1, or 2 for what is at the edge of being a statement.
        quote_group: members of one quoted turn that the gold cuts at its marks.
    """

    id: str
    parent: str | None
    speaker: frozenset[str]
    speaker_alt: frozenset[str]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: str
    act: str
    act_alt: frozenset[str]
    plover: str | None
    targets: frozenset[str]
    target_inferred: bool
    about: frozenset[str]
    addressee: frozenset[str]
    relayed_by: frozenset[str]
    date: str | None
    date_open: bool
    zone: str
    tier: int
    quote_group: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    """One event; ``asserted_by`` is a statement id or ``outlet``."""

    id: str
    types: tuple[str, ...]
    actor: frozenset[str]
    recipient: frozenset[str]
    spans: tuple[Span, ...]
    asserted_by: str
    also_asserted_by: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldThread:
    """``answer`` stands in a relation to ``answered``; both are statement or event ids."""

    answer: str
    answered: str
    relation: str
    explicit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTrap:
    """Words in which a careless reader finds a statement of ``would_be_speaker``."""

    kind: str
    span: Span
    would_be_speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """One article's gold.

    Attributes:
        chars: length of the text that the offsets count in.
        text_sha256: SHA-256 of that text in UTF-8.
    """

    id: str
    file: str
    chars: int
    text_sha256: str
    furniture: tuple[Span, ...]
    mentions: tuple[GoldMention, ...]
    statements: tuple[GoldStatement, ...]
    events: tuple[GoldEvent, ...]
    threads: tuple[GoldThread, ...]
    traps: tuple[GoldTrap, ...]
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSet:
    """The gold of a folder: articles by id, the actors of the set, the threads across articles."""

    articles: tuple[GoldArticle, ...]
    actors: tuple[GoldActor, ...]
    cross: tuple[GoldThread, ...]
