"""What a review is aimed at, and how the statement reads when it is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rejoinder.actors.lists.ids import PREFIXES
from rejoinder.actors.slugs import slug
from rejoinder.errors import ConfigError, NotFound
from rejoinder.ledger.canonical import canonical_of_extractions, members_of
from rejoinder.ledger.identities import goes_by
from rejoinder.ledger.lookup import find_actor
from rejoinder.ledger.placing import find_places
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.review_book import ReviewBook
from rejoinder.ledger.sightings import ref_to_bring
from rejoinder.model.actor import ActorKind
from rejoinder.model.identity import canonical_id
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.review import Decision, Reading, RejectReason, standing_reviews
from rejoinder.model.span import Span, merge
from rejoinder.model.statement import Act, Quotation, Statement, statement_id

__all__ = ["Aim", "Asked", "NewName", "SpansAsked", "find_aim", "new_reading"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpansAsked:
    """The words on which a statement is to stand.

    Attributes:
        quotation: how they are given; None to leave that as it is.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a reviewer asks for.

    Attributes:
        statement: by the id that it has, or had before a reviewer changed its words.
        actors: ids, or names that one actor alone has; for a speaker, an addressee or about whom.
        kind: names that nobody has are new actors of that kind; None to refuse them.
        other: the statement that a link leads to.
        adjudicates: it decides between reviewers.
        as_read_by: for accepting, the reviewer whose reading is meant; None: as it is shown.
    """

    statement: str
    decision: Decision
    act: Act | None = None
    spans: SpansAsked | None = None
    actors: Sequence[str] = ()
    kind: ActorKind | None = None
    reason: RejectReason | None = None
    other: str | None = None
    relation: Relation | None = None
    adjudicates: bool = False
    as_read_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """The statement that a review is aimed at.

    Attributes:
        root: the id that it had before any reviewer changed its words.
        record: its article as it is shown.
        reading: how it reads now, or read last, where it is left out.
    """

    article: ArticleId
    root: StatementId
    record: ArticleRecord
    reading: Reading


NewName = Callable[[ActorId, str], None]
"""Is told of actors that a reviewer brings in, with what they are called."""


def find_aim(book: ReviewBook, statement: str) -> Aim:
    """Return what a review of that statement is aimed at.

    Raises:
        NotFound: no statement has that id, or none has it any more.
    """
    connection = book.connection
    known = book.root_of(statement)
    place = find_places(connection, [statement]).get(statement)
    if known is None and (place is None or place.is_event):
        raise NotFound(f"no statement {statement!r} is in this ledger; list them at /statements")
    article = known[0] if known else place.article_id if place else ArticleId("")
    root = known[1] if known else StatementId(statement)
    key = book.latest_extraction(article)
    record = LedgerReader(connection=connection).extraction(key)
    shown = book.shown(article).get(root, root)
    found = next((each for each in record.statements if each.id == shown), None)
    if found is not None:
        reading = _reading(found, canonical_of_extractions(connection, [key]).get(key, {}))
        return Aim(article=article, root=root, record=record, reading=reading)
    said = [each for each in book.of_articles([article]).get(article, []) if each.statement == root]
    standing = standing_reviews(said) or said
    if not standing:
        raise NotFound(
            f"statement {statement!r} is no longer found in its article; open the article to see "
            "what is"
        )
    return Aim(article=article, root=root, record=record, reading=standing[-1].reading)


def _reading(statement: Statement, names: dict[ActorId, ActorId]) -> Reading:
    def known(ids: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
        return tuple(dict.fromkeys(names.get(each, each) for each in ids))

    speaker = known(statement.speaker)
    return Reading(
        source=statement.source,
        cue=statement.cue,
        content=statement.content,
        quotation=statement.quotation,
        act=statement.act,
        speaker=speaker,
        addressee=known(statement.addressee),
        about=tuple(each for each in known(statement.about) if each not in speaker),
    )


def new_reading(book: ReviewBook, aim: Aim, asked: Asked, name: NewName) -> Reading:
    """Return how the statement reads when what is asked for is done.

    Raises:
        ConfigError: something is missing, lies outside the text, or is another statement already.
        NotFound: nobody goes by a name, or several do.
    """
    reading = aim.reading
    if asked.as_read_by is not None:
        return _read_by(book, aim, asked.as_read_by)
    if asked.decision is Decision.ACT:
        if asked.act is None:
            raise ConfigError(f"say which act it is; choose one of: {', '.join(Act)}")
        return replace(reading, act=asked.act)
    if asked.decision is Decision.SPANS:
        return _with_spans(aim, asked.spans)
    chosen = tuple(dict.fromkeys(_actor(book, each, asked, name) for each in asked.actors))
    if asked.decision is Decision.SPEAKER:
        return replace(reading, speaker=chosen)
    if asked.decision is Decision.ADDRESSEE:
        return replace(reading, addressee=chosen)
    if asked.decision is Decision.ABOUT:
        return replace(reading, about=chosen)
    return reading


def _read_by(book: ReviewBook, aim: Aim, reviewer: str) -> Reading:
    """Return how a reviewer reads the statement.

    Raises:
        NotFound: this reviewer has not judged it, or has taken that back.
    """
    standing = standing_reviews(book.of_articles([aim.article]).get(aim.article, []))
    for each in reversed(standing):
        if (each.statement, each.reviewer) == (aim.root, reviewer) and each.judges:
            return each.reading
    raise NotFound(f"{reviewer!r} has not judged statement {aim.root!r}; take another reading")


def _with_spans(aim: Aim, spans: SpansAsked | None) -> Reading:
    if spans is None or not spans.content:
        raise ConfigError("a statement needs words that are said; mark its content")
    length = len(aim.record.article.text)
    for span in (*spans.source, *spans.cue, *spans.content):
        if span.end > length:
            raise ConfigError(
                f"[{span.start}, {span.end}) does not lie in the article's {length} characters; "
                "mark words of its text"
            )
    content = merge(spans.content)
    made = statement_id(aim.article, content)
    own = statement_id(aim.article, aim.reading.content)
    if made != own and any(each.id == made for each in aim.record.statements):
        raise ConfigError(
            f"statement {made} has just these words already; reject one of the two as twice"
        )
    return replace(
        aim.reading,
        source=merge(spans.source),
        cue=merge(spans.cue),
        content=content,
        quotation=spans.quotation or aim.reading.quotation,
    )


def _actor(book: ReviewBook, words: str, asked: Asked, name: NewName) -> ActorId:
    """Return the ledger's id of whom those words name.

    Raises:
        NotFound: nobody does, or several do.
        ConfigError: only another article means somebody by them.
    """
    connection = book.connection
    try:
        ref = find_actor(connection, words)
    except NotFound as error:
        wanted = " ".join(words.split())
        if asked.kind is None or "actors go by" in str(error) or not slug(wanted):
            raise
        made = ActorId(f"{PREFIXES[asked.kind]}:{slug(wanted)}")
        name(made, wanted)
        return made
    found = goes_by(connection, [ref]).get(ref, canonical_id(ref))
    brought = ref_to_bring(members_of(connection, [found])[found])
    if brought.article:
        raise ConfigError(
            f"{words!r} ({found}) is known by what one article calls him alone; merge him with an "
            "actor of the ledger first, or give the full name as somebody new"
        )
    return found
