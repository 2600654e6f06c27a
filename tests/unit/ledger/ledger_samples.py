"""Records for the tests of the ledger and its views, all invented."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tests import records
from tests.articles import article, on_day
from tests.records import actor, event, statement

from rejoinder.ledger.actor_book import ActorBook, Judged
from rejoinder.ledger.connect import LedgerFile, open_ledger
from rejoinder.ledger.listing import Listing, listing_id
from rejoinder.ledger.numbering import BatchNumber
from rejoinder.ledger.review_book import ReviewBook, Reviewed, ReviewerReading, Unlinked
from rejoinder.ledger.saved_book import save_query
from rejoinder.ledger.write import Appended, FindLinks, JudgeActors, append
from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.article import Original, Zone, ZoneKind
from rejoinder.model.date import DateInterval
from rejoinder.model.event import Event, EventType, Modality
from rejoinder.model.failure import Failure, Reason, failure_id
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.judgement import (
    ActorRef,
    Judgement,
    Naming,
    Verdict,
    judgement_id,
    naming_id,
)
from rejoinder.model.link import Link, Relation
from rejoinder.model.listed import DatedRole, ListedActor
from rejoinder.model.profile import Fact, Profile
from rejoinder.model.provenance import Makers, Provenance
from rejoinder.model.record import ArticleRecord
from rejoinder.model.review import Decision, Reading, RejectReason, Review, review_id
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Relay, Statement

STAGE = "identity.test.v1"
LISTED = ListedActor(
    id=ActorId("usr:ost"),
    name="Ilir Öst",
    aliases=("Ilir Ost",),
    kind=ActorKind.PERSON,
    roles=(DatedRole(role="spokesman", country="VAR", sector="GOV", start=date(2020, 1, 1)),),
)
ÖST, VENN = (ActorRef(actor=ActorId(each)) for each in ("per:ilir-ost", "per:mara-venn"))
NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
FAILURE = Failure(
    id=failure_id("empty.txt", Reason.EMPTY, "it holds no text; leave it out"),
    input="empty.txt",
    reason=Reason.EMPTY,
    detail="it holds no text; leave it out",
)
PAGE = b"<html><p>a page</p></html>"
ORIGINAL = Original(digest=hashlib.sha256(PAGE).hexdigest(), media_type="text/html", body=PAGE)


def makers(version: str = "1") -> Makers:
    """Return a pipeline of six stages in that version."""

    def stage(name: str, model: str | None = None) -> Provenance:
        return Provenance(stage=f"{name}.test.v1", version=version, model=model, digest=None)

    return Makers(
        articles=stage("articles"),
        statements=stage("statements", "parser 1.0"),
        acts=stage("acts"),
        actors=stage("actors"),
        events=stage("events"),
        links=stage("links"),
    )


def day(iso: str, span: Span | None = None) -> DateInterval:
    """Return a date known to the day."""
    return on_day(date.fromisoformat(iso), span)


def find(text: str, words: str) -> Span:
    """Return the first place of the words in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def person(text: str, id_: str, name: str, role: str | None, *aliases: str) -> Actor:
    """Return an actor that the text mentions by its first name given."""
    words = next(each for each in (name, *aliases) if each in text)
    known = actor(
        id_,
        name,
        country="VAR",
        sector="GOV" if role else None,
        role=role,
        aliases=sorted(aliases),
        named_at=[find(text, words)],
    )
    claimed_by = (ActorId("state:VAR"),) if id_ == "state:OST" else ()
    return replace(known, claimed_by=claimed_by)


def quarrel(
    ref: str = "001",
    *,
    publisher: str | None = "Várdan Herald",
    published: str | None = "2024-03-05",
    extra: str = "",
    original: str | None = None,
) -> ArticleRecord:
    """Return an article in which one spokesman denies what another's words, told in his, allege."""
    text = (
        "Quarrel at the bridge\nSpokesman Ilir Öst denied on Monday the claim by Mara Venn that "
        f"Ostrava shelled the bridge. Venn, he added, is lying about Ostrava.{extra}"
    )
    day_out = None if published is None else date.fromisoformat(published)
    zones = (
        Zone(kind=ZoneKind.TITLE, span=Span(0, 21)),
        Zone(kind=ZoneKind.BODY, span=Span(22, len(text))),
    )
    news = article(
        text,
        ref,
        publisher=publisher,
        title="Quarrel at the bridge",
        published=day_out,
        zones=zones,
    )
    öst = person(text, "per:ilir-ost", "Ilir Öst", "Spokesman", "Öst")
    venn = person(text, "per:mara-venn", "Mara Venn", None, "Venn")
    ostrava = person(text, "state:OST", "Ostrava", None)
    id_ = news.id
    outer = _said(text, id_, "the claim by Mara Venn that Ostrava shelled the bridge", öst, venn)
    inner = _said(text, id_, "Ostrava shelled the bridge", venn, ostrava, parent=outer.id)
    piece = (find(text, "Venn, "), find(text, "is lying about Ostrava"))
    third = _said(text, id_, "", öst, venn, pieces=piece)
    return ArticleRecord(
        article=replace(news, retrieved="2024-03-06T10:00:00Z", original=original),
        actors=(öst, venn, ostrava),
        statements=(outer, inner, third),
        events=(_shelling(text, id_, ostrava, inner),),
        links=(link(outer.id, inner.id, Relation.DENIES, find(text, "denied")),),
    )


def _said(
    text: str,
    article: ArticleId,
    words: str,
    speaker: Actor,
    about: Actor,
    *,
    parent: StatementId | None = None,
    pieces: tuple[Span, ...] = (),
) -> Statement:
    content = pieces or (find(text, words),)
    return statement(
        article,
        content,
        Act.ACCUSE if parent or pieces else Act.DENY,
        parent=parent,
        source=(speaker.mentions[0].span,),
        cue=(find(text, "he added" if pieces else "denied"),) if parent is None else (),
        speaker=[speaker.id],
        about=[about.id],
        relay=(Relay(actor=None, span=find(text, "Spokesman")),) if parent else (),
        said=None if pieces else day("2024-03-04", find(text, "Monday")),
        score=0.1 + 0.2,
    )


def _shelling(text: str, article: ArticleId, who: Actor, claim: Statement) -> Event:
    return event(
        article,
        EventType.ASSAULT,
        find(text, "shelled the bridge"),
        mode=["heavy-weapons"],
        context=["military", "territory"],
        actor=[who.id],
        asserted_by=claim.id,
        modality=Modality.ALLEGED,
    )


def link(
    answer: StatementId, answered: StatementId, relation: Relation, evidence: Span | None = None
) -> Link:
    """Return a link, explicit where there is evidence."""
    return records.link(
        answer, answered, relation, explicit=evidence is not None, evidence=evidence, score=0.75
    )


def put(
    ledger: LedgerFile,
    *records: ArticleRecord,
    version: str = "1",
    failures: tuple[Failure, ...] = (),
    originals: tuple[Original, ...] = (),
    actors: JudgeActors | None = None,
    links: FindLinks | tuple[Link, ...] = (),
) -> Appended:
    """Append as the pipeline of that version."""
    return append(
        ledger,
        records=records,
        makers=makers(version),
        now=NOW,
        failures=failures,
        originals=originals,
        actors=actors,
        links=links,
    )


def profile(id_: str, name: str, *keys: str, article: str = "") -> Profile:
    """Return the profile of a person of that name."""
    return Profile(
        ref=ActorRef(actor=ActorId(id_), article=article),
        kind=ActorKind.PERSON,
        facts={Fact.NAME: frozenset({name})},
        keys=frozenset(keys or (name.rpartition(" ")[2].lower(),)),
    )


def judged(
    left: ActorRef,
    right: ActorRef,
    verdict: Verdict = Verdict.POSITIVE,
    *,
    score: float = 0.5,
    person: str = "",
    minute: int = 0,
    undoes: str = "",
    features: tuple[tuple[str, str], ...] = (("name", "alike"),),
) -> Judgement:
    """Return a stage's judgement, or that of the person named, some minutes past the hour."""
    one, other = sorted((left, right))
    judge, decided = (person, NOW + timedelta(minutes=minute)) if person else (STAGE, None)
    grounds = () if person else features
    return Judgement(
        id=judgement_id(one, other, verdict, judge, grounds, decided=decided, undoes=undoes),
        left=one,
        right=other,
        verdict=verdict,
        score=None if person else score,
        features=grounds,
        judge=judge,
        person=bool(person),
        decided=decided,
        undoes=undoes,
    )


def naming(actor: ActorRef, name: str, *, minute: int = 0, undoes: str = "") -> Naming:
    """Return what somebody says an actor is called."""
    decided = NOW + timedelta(minutes=minute)
    return Naming(
        id=naming_id(actor, name, "una", decided, undoes=undoes),
        actor=actor,
        name=name,
        judge="una",
        decided=decided,
        undoes=undoes,
    )


def listing(*actors: ListedActor, minute: int = 0, undoes: str = "") -> Listing:
    """Return that somebody gives those actors to a ledger."""
    decided = NOW + timedelta(minutes=minute)
    return Listing(
        id=listing_id(actors, "una", decided, undoes=undoes),
        files=("own.csv",),
        judge="una",
        decided=decided,
        undoes=undoes,
    )


def judging(*records: ArticleRecord, said: Sequence[Judgement] = ()) -> JudgeActors:
    """Return what takes the persons of the records in, each by an id that stands everywhere."""

    def judge(book: ActorBook) -> None:
        found = [
            profile(actor.id, actor.name)
            for record in records
            for actor in record.actors
            if actor.kind is ActorKind.PERSON
        ]
        book.take(
            Judged(
                articles=[record.article.id for record in records],
                profiles=found,
                judgements=said,
                mark=STAGE,
            )
        )

    return judge


def rule(ledger: LedgerFile, *said: Judgement) -> None:
    """Write what persons say."""
    with ledger.writing() as connection:
        ActorBook(connection=connection, number=BatchNumber(connection, NOW, "1")).rule(said)


def write_all(ledger: LedgerFile, *records: ArticleRecord) -> None:
    """Write the records and whatever else a ledger may hold, so that no table stays empty."""
    across = (link(records[1].statements[0].id, records[0].statements[1].id, Relation.DENIES),)
    put(
        ledger,
        *records,
        failures=(FAILURE,),
        originals=(ORIGINAL,),
        actors=judging(*records, said=[judged(ÖST, VENN, Verdict.NEGATIVE)]),
        links=across,
    )


def write_rulings(ledger: LedgerFile) -> None:
    """Write a name, a list and a saved search of a person's, and a decision on a statement."""
    with ledger.writing() as connection:
        number = BatchNumber(connection, NOW, "1")
        book = ActorBook(connection=connection, number=number)
        book.name(naming(ÖST, "The Spokesman"))
        book.list_actors(listing(LISTED), [LISTED])
        record = quarrel("2")
        ReviewBook(connection=connection).append(rejection(record), number)
        ReviewBook(connection=connection).put(record.article.id, *_come_to(record))
        save_query(connection, "on gas", "/search?text=gas", person="una", now=NOW)


def rejection(record: ArticleRecord) -> Review:
    """Return that a person rejects the first statement of a record."""
    said = record.statements[0]
    return Review(
        id=review_id(said.id, Decision.REJECT, "una", NOW),
        article=record.article.id,
        statement=said.id,
        decision=Decision.REJECT,
        reading=Reading(
            source=said.source,
            cue=said.cue,
            content=said.content,
            quotation=said.quotation,
            act=said.act,
            speaker=said.speaker,
            addressee=said.addressee,
            about=said.about,
        ),
        reviewer="una",
        decided=NOW,
        reason=RejectReason.OTHER,
    )


def _come_to(
    record: ArticleRecord,
) -> tuple[list[Reviewed], list[ReviewerReading], list[Unlinked]]:
    review = rejection(record)
    both = {"article": review.article, "root": review.statement, "current": None, "carried": False}
    state = Reviewed(
        **both,  # type: ignore[arg-type]
        state="rejected",
        reviewers=1,
        differs=False,
        adjudicated=False,
    )
    reading = ReviewerReading(
        **both,  # type: ignore[arg-type]
        reviewer="una",
        adjudicates=False,
        rejected=True,
        reading=review.reading,
        decided=NOW,
    )
    first = record.links[0]
    gone = Unlinked(
        answer=first.answer, answered=StatementId(first.answered), relation=first.relation
    )
    return [state], [reading], [gone]


def fresh(folder: Path, name: str = "x.sqlite") -> LedgerFile:
    """Return a new ledger in the folder."""
    return open_ledger(folder / name, create=True, wait=10)
