"""Links between articles: an answer in one, what it answers in another.

Each pair of articles is decided by itself, from the two records alone, so that the links do not
depend on the order or the batches in which articles come.
"""

from collections.abc import Iterable, Iterator, Sequence

from rejoinder.exchanges.article_index import ArticleIndex, Told, later_of
from rejoinder.exchanges.echoes import find_echoes
from rejoinder.exchanges.likeness import compare
from rejoinder.exchanges.parties import is_state_id, state_id
from rejoinder.exchanges.ports import Earlier
from rejoinder.exchanges.relate import (
    BLAMING,
    HOSTILE,
    OPEN,
    REJECTING,
    make_link,
    relation_of,
    weighed,
)
from rejoinder.exchanges.retelling import Retelling, find_retellings
from rejoinder.exchanges.scene import HEADS, Voice
from rejoinder.exchanges.timing import holding, in_time
from rejoinder.exchanges.undated import link_undated
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId, ArticleId, EventId, LinkId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["link_across"]

_LEAST_SHARED = 3
_LEAST_SHARE = 0.3
_LEAST_SHARED_MARKED = 1
_LEAST_OF_RETOLD = 0.5
_ANSWERED = HOSTILE | OPEN | {Act.ASSERT, Act.PREDICT}
_ANSWERING = REJECTING | BLAMING | {Act.AGREE}
# What answers a statement answers those that it retells.
_HANDED_ON = frozenset(
    {Relation.DENIES, Relation.REFUSES, Relation.COUNTERS, Relation.ANSWERS, Relation.ACCEPTS}
)
_TAKEN_OVER = frozenset({Relation.DENIES, Relation.REFUSES, Relation.COUNTERS, Relation.ACCEPTS})
_Pairs = dict[tuple[StatementId, StatementId | EventId], Link]


def link_across(
    new: Sequence[ArticleRecord],
    earlier: Earlier,
    indexes: dict[ArticleId, ArticleIndex] | None = None,
) -> tuple[Link, ...]:
    """Return the links that the new articles have with each other and with earlier ones, both ways.

    Earlier records are asked for by the actors of the new ones only.  The set of links over any
    sequence of calls is the same in whatever order and batches the records are given.

    Args:
        new: the records to link.
        earlier: those that were kept before.
        indexes: articles laid out already, of these very records; those laid out here are added.
    """
    articles = {} if indexes is None else indexes
    for record in new:
        if record.article.id not in articles:
            articles[record.article.id] = ArticleIndex(record)
    chosen: dict[LinkId, Link] = {}
    for place, record in enumerate(new):
        others = {
            other.article.id: other for other in (*new[place + 1 :], *_neighbours(record, earlier))
        }
        for other_id in sorted(others):
            if other_id == record.article.id:
                continue
            if other_id not in articles:
                articles[other_id] = ArticleIndex(others[other_id])
            for link in _link_pair(articles[record.article.id], articles[other_id]):
                chosen[link.id] = link
    return tuple(chosen[key] for key in sorted(chosen))


def _neighbours(record: ArticleRecord, earlier: Earlier) -> Iterator[ArticleRecord]:
    speaking = {actor for statement in record.statements for actor in statement.speaker}
    about = {
        actor
        for statement in record.statements
        for actor in (*statement.about, *statement.addressee)
    }
    yield from earlier.records_speaking(_with_states(record, speaking | about))
    yield from earlier.records_about(_with_states(record, speaking))
    if record.article.published is None:
        yield from earlier.records_about(frozenset(about))


def _with_states(record: ArticleRecord, actors: Iterable[ActorId]) -> frozenset[ActorId]:
    wanted = frozenset(actors)
    states = {
        state_id(actor.country) for actor in record.actors if actor.id in wanted and actor.country
    }
    return wanted | states


def _link_pair(left: ArticleIndex, right: ArticleIndex) -> Iterator[Link]:
    """Return the links between two articles, one a pair of statements."""
    found: _Pairs = {}
    retellings = find_retellings(left, right)
    echoes = find_echoes(left, right, retellings)
    for link in (
        *(retelling.link for retelling in (*retellings, *echoes)),
        *_answers(left, right),
        *(link for retelling in retellings for link in _handed_on(retelling)),
        *(link for retelling in retellings for link in _taken_over(retelling)),
        *link_undated(left, right),
    ):
        if (link.answered, link.answer) not in found:
            found.setdefault((link.answer, link.answered), link)
    said = left.scene.statements | right.scene.statements
    for link in found.values():
        yield weighed(link, said[link.answer], said[StatementId(link.answered)])


def _answers(left: ArticleIndex, right: ArticleIndex) -> Iterator[Link]:
    for mine, other in left.facing(right):
        told = (left, mine), (right, other)
        holding = [
            (one, link)
            for one, link in (
                (told[0], _answer(told[0], told[1])),
                (told[1], _answer(told[1], told[0])),
            )
            if link is not None
        ]
        if len(holding) == 1:
            yield holding[0][1]
        elif holding:
            last = later_of(*told)
            yield next(link for one, link in holding if one == last)


def _answer(telling: Told, told: Told) -> Link | None:
    """Return the link if the first statement answers the second, which another article tells."""
    (at, voice), (there, other) = telling, told
    dates = at.when(voice), there.when(other)
    if not in_time(*dates) or (voice.zone in HEADS) is not (other.zone in HEADS):
        return None
    if not _parties_meet(telling, told, dates):
        return None
    if other.statement.act not in _ANSWERED:
        return None
    found = compare(telling, told)
    shared, share = found.shared, found.share
    evidence, marked = (
        _evidence(at, voice, other) if shared >= _LEAST_SHARED_MARKED else (None, None)
    )
    fits = (
        voice.statement.act in _ANSWERING
        and other.statement.act in HOSTILE | OPEN
        and shared >= _LEAST_SHARED
        and share >= _LEAST_SHARE
    )
    if evidence is None and not fits and not (_is_aimed(voice, other) and shared):
        return None
    return make_link(
        voice.statement.id,
        other.statement.id,
        relation_of(voice.statement.act, other.statement.act, marked),
        evidence=evidence,
    )


def _is_aimed(voice: Voice, other: Voice) -> bool:
    """Say whether a rejection is aimed at the very one who made a hostile statement.

    That one is a person or a body; of a state there is too much that could be meant.
    """
    if voice.statement.act not in REJECTING or other.statement.act not in HOSTILE:
        return False
    named = set(voice.statement.about) & set(other.statement.speaker)
    return not all(map(is_state_id, named))


def _parties_meet(
    telling: Told, told: Told, dates: tuple[DateInterval | None, DateInterval | None]
) -> bool:
    """Say whether each speaks about the other, by ids under which both records can be found.

    A record is asked for by the speakers and the others of a new one; without the second condition
    a pair could be seen in one order of arrival and not in the other.
    """
    (at, voice), (there, other) = telling, told
    mine, its = voice.statement, other.statement
    meet = not at.about(voice).isdisjoint(other.speakers)
    if not meet or there.about(other).isdisjoint(voice.speakers):
        return False
    from_mine = (voice.about & set(its.speaker)) | (voice.speakers & set(its.about))
    from_its = (other.about & set(mine.speaker)) | (other.speakers & set(mine.about))
    return holding(from_mine, *dates) and holding(from_its, *dates)


def _evidence(at: ArticleIndex, voice: Voice, other: Voice) -> tuple[Span | None, Relation | None]:
    """Return the words by which a statement says that it answers that speaker's words."""
    for reference in at.references(voice):
        owners = reference.owners - voice.speakers
        fits = not reference.acts or other.statement.act in reference.acts
        if fits and not owners.isdisjoint({*other.statement.speaker, *other.speakers}):
            return reference.evidence, reference.relation
    return None, None


def _handed_on(retelling: Retelling) -> Iterator[Link]:
    """Link the answers to a statement with the earlier one that it retells.

    "Avaria denied Orlin's claim that ..." denies the claim as Orlin made it, in another outlet.
    """
    (at, retold), (there, first) = retelling.later, retelling.earlier
    if first.statement.parent is not None:
        return
    for inner in at.answers_to(retold.statement.id):
        voice = at.voice(inner.answer)
        if (
            voice is None
            or inner.relation not in _HANDED_ON
            or voice.same_side(first)
            or voice.zone in HEADS
            or not in_time(at.when(voice), there.when(first))
            or not _is_handed_on(inner, retelling, voice)
        ):
            continue
        yield make_link(
            voice.statement.id,
            first.statement.id,
            inner.relation,
            evidence=inner.evidence,
        )


def _taken_over(retelling: Retelling) -> Iterator[Link]:
    """Link a retold answer with what it answers where it was first told.

    "Orlin said again that it would send nobody" refuses the invitation of which an earlier article
    tells.
    """
    (at, retold), (there, first) = retelling.later, retelling.earlier
    for inner in there.answers_of(first.statement.id):
        voice = there.voice(StatementId(inner.answered))
        if (
            voice is None
            or voice.statement.parent is not None
            or inner.relation not in _TAKEN_OVER
            or voice.same_side(retold)
            or HEADS.intersection(filter(None, (retold.zone, voice.zone)))
            or not in_time(at.when(retold), there.when(voice))
        ):
            continue
        yield make_link(
            retold.statement.id,
            voice.statement.id,
            inner.relation,
            evidence=None,
        )


def _is_handed_on(inner: Link, retelling: Retelling, voice: Voice) -> bool:
    """Say whether the answer is to the earlier report too: it holds most of what is answered.

    What denies nothing has to share some matter with it.
    """
    (at, retold), (there, first) = retelling.later, retelling.earlier
    if len(there.matter(first)) < _LEAST_OF_RETOLD * len(at.matter(retold)):
        return False
    return inner.relation is not Relation.ANSWERS or bool(
        compare((at, voice), (there, first)).shared
    )
