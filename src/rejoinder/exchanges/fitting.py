"""Whether a link across articles still fits those whom its statements are taken to be by."""

from collections.abc import Iterable

from rejoinder.exchanges.parties import party_ids
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Statement

__all__ = ["may_be_shown", "still_fits"]


def still_fits(link: Link, at: ArticleRecord, there: ArticleRecord) -> bool:
    """Say whether the parties of two articles still meet as the link between them has it.

    Links are kept as they were found.  Where two who were taken for one have been parted since,
    nobody may be shown to answer, or to repeat, somebody whose words these no longer are. What a
    person drew stays until a person takes it away.

    Args:
        link: leads from a statement of ``at`` to one of ``there``.
        at: the article that answers, in the ids that hold now.
        there: the article that is answered, likewise.
    """
    mine = next((each for each in at.statements if each.id == link.answer), None)
    its = next((each for each in there.statements if each.id == link.answered), None)
    if mine is None or its is None:
        return False
    if link.drawn:
        return True
    if link.relation is Relation.REPEATS:
        # Words that one article ascribes to nobody are known by themselves.
        named = mine.speaker and its.speaker
        return not named or not set(mine.speaker).isdisjoint(its.speaker)
    if at.article.published is None and there.article.published is None:
        # These are linked by words too, whoever they are about.
        if link.relation is Relation.CONTRADICTS:
            return _parties(mine.speaker, at).isdisjoint(_parties(its.speaker, there))
        asked = _others(its, there)
        if not asked.isdisjoint(_others(mine, at) | _parties(mine.speaker, at)):
            return True
    meant = _others(mine, at) | _answered_within(link, at)
    return not meant.isdisjoint(_parties(its.speaker, there))


def may_be_shown(link: Link, at: ArticleRecord, there: ArticleRecord) -> bool:
    """Say whether a link between two articles is shown beside its statements.

    Two who agree by their words alone, in articles that nobody dated, are shown so; an exchange is
    not made of them, since whoever calls for calm in a crisis agrees with everybody else who does.
    """
    if still_fits(link, at, there):
        return True
    if link.relation is not Relation.SUPPORTS or at.article.published or there.article.published:
        return False
    ends = [
        _parties(each.speaker, record)
        for end, record in ((link.answer, at), (link.answered, there))
        for each in record.statements
        if each.id == end
    ]
    return len(ends) > 1 and ends[0].isdisjoint(ends[1])


def _parties(actors: Iterable[ActorId], record: ArticleRecord) -> frozenset[ActorId]:
    wanted = frozenset(actors)
    states = (party_ids(actor) for actor in record.actors if actor.id in wanted)
    return wanted.union(*states)


def _others(statement: Statement, record: ArticleRecord) -> frozenset[ActorId]:
    return _parties((*statement.about, *statement.addressee), record)


def _answered_within(link: Link, record: ArticleRecord) -> frozenset[ActorId]:
    """Return whose words the statement answers in its own article, which it hands on."""
    answered = {each.answered for each in record.links if each.answer == link.answer}
    return frozenset(
        party
        for each in record.statements
        if each.id in answered
        for party in _parties(each.speaker, record)
    )
