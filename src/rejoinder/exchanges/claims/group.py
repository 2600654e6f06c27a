"""Statements gathered into claims: pairs decided by themselves, then put together in one order."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rejoinder.exchanges.bystanding import stands_by
from rejoinder.exchanges.claims.answers import take_sides
from rejoinder.exchanges.claims.blocks import pairs_to_compare
from rejoinder.exchanges.claims.cluster import (
    Cluster,
    PropositionKey,
    Teller,
    is_denied_in_words,
)
from rejoinder.exchanges.claims.propositions import Proposition, find_propositions
from rejoinder.exchanges.claims.sameness import can_be_one, can_stand_together, likeness, share_of
from rejoinder.exchanges.claims.sides import OPPOSING, base_sides
from rejoinder.exchanges.claims.wording import weight_of
from rejoinder.exchanges.parties import PartyIndex
from rejoinder.exchanges.relate import TOLD_AGAIN
from rejoinder.exchanges.silences import find_silences
from rejoinder.model.claim import Claim, ClaimPart, Side, Voices, claim_id, status_of
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Statement

__all__ = ["STAGE", "Put", "claims_of", "group_claims", "put_forward"]

STAGE = "claims.rules.v5"
_ONLY_NAMES = 0.1
_NEXT_TO_NOTHING = 1
_SHARE = 0.75
_SHARE_OF_LONGER = 0.5
_FEW = 2
_TO_ANSWER = frozenset({Act.ACCUSE, Act.CRITICISE, Act.DEMAND})
# Nobody can say whether it is so; it becomes a claim once somebody says that it is not.
_NO_CLAIM = frozenset({Act.DEMAND, Act.OFFER, Act.AGREE, Act.INTEND, Act.SUPPORT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """What a statement puts forward, who makes it, and who prints it.

    Attributes:
        about: those whom it is about, each with the states for which they speak; of criticism those
            whom it means.
        publisher: of its article; None where that is not known.
        silent: sentences of its article that tell of one whom it is about that he said nothing
            when asked, where it blames or asks.
    """

    teller: Teller
    propositions: tuple[Proposition, ...]
    about: tuple[Voices, ...]
    publisher: str | None
    silent: tuple[Span, ...] = ()


def group_claims(records: Iterable[ArticleRecord], links: Iterable[Link]) -> tuple[Claim, ...]:
    """Return the claims that the statements put forward, by id.

    Which pairs are the same is decided from the two alone, and pairs are joined from the most alike
    down, so that the claims are the same in whatever order the records come.

    Args:
        records: in the ids of the ledger.
        links: those of the records that still fit; links to what is not in them are left out.
    """
    return claims_of({each: put for r in records for each, put in put_forward(r).items()}, links)


def put_forward(record: ArticleRecord) -> dict[StatementId, Put]:
    """Return what the statements of an article put forward, by statement."""
    index = PartyIndex(record)
    found: dict[StatementId, list[Proposition]] = defaultdict(list)
    for each in find_propositions(record):
        found[each.statement].append(each)
    silences = [(_voices(index, (actor,)), span) for actor, span in find_silences(record)]
    put = {}
    for statement in record.statements:
        about = tuple(_voices(index, (each,)) for each in _meant(record, statement))
        put[statement.id] = Put(
            teller=Teller(
                article=record.article.id,
                act=statement.act,
                voices=_voices(index, statement.speaker),
                parent=statement.parent,
            ),
            propositions=tuple(found.get(statement.id, ())),
            about=about,
            publisher=record.article.publisher or None,
            silent=tuple(
                span
                for who, span in silences
                if statement.act in _TO_ANSWER and any(each.is_one_with(who) for each in about)
            ),
        )
    return put


def _meant(record: ArticleRecord, statement: Statement) -> list[ActorId]:
    """Return whom a statement is about; of criticism nobody who is only where it happens."""
    about = list(dict.fromkeys(statement.about))
    if statement.act is not Act.CRITICISE or not about:
        return about
    parts = (*statement.cue, *statement.content)
    actors = {actor.id: actor for actor in record.actors}
    return [
        each
        for each in about
        if each not in actors or not stands_by(record.article.text, actors[each], parts)
    ]


def _voices(index: PartyIndex, speakers: Iterable[ActorId]) -> Voices:
    ids = frozenset(speakers)
    return Voices(speakers=ids, parties=index.parties(ids))


def claims_of(
    put: Mapping[StatementId, Put],
    links: Iterable[Link],
    named: Callable[[Sequence[PropositionKey]], str] = claim_id,
) -> tuple[Claim, ...]:
    """Return the claims of what statements put forward, as `group_claims` does.

    What the same statements put forward on the same sides is one claim, in however many deeds.

    Args:
        put: by statement.
        links: as there.
        named: makes the id of a claim of what is put forward in it.
    """
    tellers = {each: own.teller for each, own in put.items()}
    propositions = {
        (each.statement, each.place): each for own in put.values() for each in own.propositions
    }
    wanted = [
        link
        for _, link in sorted({link.id: link for link in links}.items())
        if link.answer in tellers and link.answered in tellers and _is_told_or_meant(link, put)
    ]
    clusters = take_sides(_cluster(propositions, wanted), wanted, tellers)
    said = {each: own.propositions for each, own in put.items()}
    found = _claims(clusters, tellers, said, named)
    return tuple(sorted(found, key=lambda claim: claim.id))


def _is_told_or_meant(link: Link, put: Mapping[StatementId, Put]) -> bool:
    """Say whether a link may put its answer on a side.

    A denial that no word marks contests words only where they are about who denies, or whom he
    speaks for: two who blame a third do not contradict each other.
    """
    if link.explicit or link.drawn or link.relation is not Relation.DENIES:
        return True
    denier = put[link.answer].teller.voices.parties
    about = put[StatementId(link.answered)].about
    return any(not denier.isdisjoint(each.speakers) for each in about)


def _cluster(
    propositions: dict[PropositionKey, Proposition], links: Sequence[Link]
) -> list[Cluster]:
    """Return the propositions by what they put forward, the most alike joined first."""
    scored = [
        (score, (one.statement, one.place), (two.statement, two.place))
        for one, two in pairs_to_compare(propositions.values())
        for score in (likeness(one, two),)
        if score
    ]
    scored += _repeated(propositions, links)
    home: dict[PropositionKey, list[Proposition]] = {
        key: [each] for key, each in propositions.items()
    }
    for _, left, right in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        mine, its = home[left], home[right]
        if mine is its or not all(can_stand_together(one, two) for one in mine for two in its):
            continue
        mine.extend(its)
        for each in its:
            home[each.statement, each.place] = mine
    distinct = {id(members): members for members in home.values()}
    clusters = []
    for members in distinct.values():
        members.sort(key=lambda each: (each.statement, each.place))
        clusters.append(Cluster(members=members, sides=base_sides(members)))
    return sorted(clusters, key=lambda each: min(each.keys))


def _repeated(
    propositions: dict[PropositionKey, Proposition], links: Sequence[Link]
) -> Iterator[tuple[float, PropositionKey, PropositionKey]]:
    """Yield the pairs that a link says repeat each other and that share a word."""
    by_statement: dict[StatementId, list[Proposition]] = defaultdict(list)
    for each in propositions.values():
        by_statement[each.statement].append(each)
    denied_by: dict[StatementId, set[StatementId]] = defaultdict(set)
    for link in links:
        if link.relation in OPPOSING:
            denied_by[StatementId(link.answered)].add(link.answer)
    for link in links:
        if link.relation is not Relation.REPEATS or link.score < TOLD_AGAIN:
            continue
        pairs = [
            (_shared(one, two), (one.statement, one.place), (two.statement, two.place))
            for one in by_statement[link.answer]
            for two in by_statement[StatementId(link.answered)]
            if can_be_one(one, two)
        ]
        for shared, left, right in sorted(pairs)[-1:]:
            # What is told again and denied in one breath is one, however much was left out.
            one_breath = denied_by[link.answer] & denied_by[StatementId(link.answered)]
            if shared or one_breath:
                score = 0.5 * link.score + 0.5 * shared
                yield score, min(left, right), max(left, right)


def _shared(one: Proposition, two: Proposition) -> float:
    """Return what part of the longer both say, where it is enough for what a link calls the same.

    A little where they say next to nothing but the same names.
    """
    left, right = one.wording.concepts, two.wording.concepts
    common = left & right
    if common:
        of_longer = weight_of(common) / max(weight_of(left), weight_of(right))
        several = len(common) > _FEW and share_of(one, two) >= _SHARE
        return of_longer if several or of_longer >= _SHARE_OF_LONGER else 0.0
    speakers = one.voices.parties | two.voices.parties
    mine, its = frozenset[ActorId]().union(*one.named), frozenset[ActorId]().union(*two.named)
    if (mine & its) <= speakers or min(len(left), len(right)) > _NEXT_TO_NOTHING:
        return 0.0
    return _ONLY_NAMES


def _claims(
    clusters: Iterable[Cluster],
    tellers: Mapping[StatementId, Teller],
    said: Mapping[StatementId, Sequence[Proposition]],
    named: Callable[[Sequence[PropositionKey]], str],
) -> Iterator[Claim]:
    together: dict[frozenset[tuple[StatementId, Side]], list[Cluster]] = {}
    for cluster in clusters:
        if _is_claim(cluster, tellers, said):
            together.setdefault(frozenset(cluster.sides.items()), []).append(cluster)
    for sides, same in together.items():
        parts = tuple(
            ClaimPart(
                statement_id=statement,
                article_id=tellers[statement].article,
                side=side,
                voices=tellers[statement].voices,
                words=_words(same, statement, said),
            )
            for statement, side in sorted(sides)
        )
        keys = [key for cluster in same for key in cluster.keys]
        yield Claim(id=named(keys), parts=parts, status=status_of(parts))


def _is_claim(
    cluster: Cluster,
    tellers: Mapping[StatementId, Teller],
    said: Mapping[StatementId, Sequence[Proposition]],
) -> bool:
    """Say whether somebody could say of it that it is so, or not."""
    asserting = [each for each, side in cluster.sides.items() if side is not Side.DENIES]
    told = sum(tellers[each].act not in _NO_CLAIM for each in asserting)
    if not asserting and all(tellers[each].act is Act.REFUSE for each in cluster.sides):
        # "Refused to resign": nobody can say whether that is so, either.
        return False
    return 2 * told >= len(asserting) or is_denied_in_words(cluster, said)


def _words(
    same: Iterable[Cluster],
    statement: StatementId,
    said: Mapping[StatementId, Sequence[Proposition]],
) -> tuple[Span, ...]:
    """Return the words that a statement has of a claim; none where it is all of them."""
    own = [each for cluster in same for each in cluster.of(statement)]
    if len(own) == len(said.get(statement, ())):
        return ()
    return tuple(sorted({span for each in own for span in each.spans}))
