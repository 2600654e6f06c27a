"""In which order the turns of an exchange stand."""

import heapq
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rejoinder.exchanges.parties import party_ids
from rejoinder.model.actor import Actor
from rejoinder.model.article import Article
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import words_of
from rejoinder.model.statement import Statement

__all__ = ["Saying", "in_turn"]

_NONE: Set[StatementId] = frozenset()
_Order = tuple[date, date, Fraction, str, int, str]


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement with the article that tells it."""

    statement: Statement
    article: Article
    actors: Sequence[Actor]

    @property
    def words(self) -> str:
        """Return its words, parts joined."""
        return words_of(self.statement.content, self.article.text)

    @property
    def about(self) -> frozenset[ActorId]:
        """Return whom it is about, officials by their states too."""
        return frozenset(
            party
            for actor in self.actors
            if actor.id in self.statement.about
            for party in party_ids(actor)
        )

    def order(
        self, ranks: Mapping[ArticleId, Fraction] | None = None, retold: Set[StatementId] = _NONE
    ) -> _Order:
        """Return the place in time; ``ranks`` puts articles of one day in their order.

        What is ``retold`` stands where it is told again.
        """
        said, published = self.statement.said, self.article.published
        if self.statement.id in retold and published is not None:
            said = None
        return (
            said.start if said else (published.start if published else date.max),
            published.start if published else date.max,
            (ranks or {}).get(self.article.id, Fraction(0)),
            self.article.id,
            self.statement.content[0].start,
            self.statement.id,
        )


def in_turn(
    answers: Mapping[StatementId, Sequence[Link]], told: Mapping[StatementId, Saying]
) -> list[StatementId]:
    """Return the statements, answered before answer, then by date and text; a circle by those.

    Who offers to mediate answers nobody: what lies between the parties may be told behind it.
    """
    waits = {
        one: {StatementId(x.answered) for x in links if x.relation is not Relation.MEDIATES} - {one}
        for one, links in answers.items()
    }
    followers: dict[StatementId, list[StatementId]] = {}
    for one, before in waits.items():
        for other in before:
            followers.setdefault(other, []).append(one)
    ranks, retold = _ranks(answers, told), _retold(answers, told)
    places = {one: told[one].order(ranks, retold) for one in waits}
    ready = [places[one] for one, before in waits.items() if not before]
    heapq.heapify(ready)
    done: dict[StatementId, None] = {}
    while len(done) < len(waits):
        if not ready:
            heapq.heappush(ready, min(places[one] for one in waits if one not in done))
        one = StatementId(heapq.heappop(ready)[-1])
        if one in done:
            continue
        done[one] = None
        for other in followers.get(one, ()):
            waits[other].discard(one)
            if not waits[other] and other not in done:
                heapq.heappush(ready, places[other])
    return list(done)


def _ranks(
    answers: Mapping[StatementId, Sequence[Link]], told: Mapping[StatementId, Saying]
) -> dict[ArticleId, Fraction]:
    """Return by article how much more it answers others than others answer it, -1 to 1."""
    ends: dict[ArticleId, list[int]] = {}
    for links in answers.values():
        for link in links:
            at, there = told[link.answer].article.id, told[StatementId(link.answered)].article.id
            if at != there:
                ends.setdefault(at, []).append(1)
                ends.setdefault(there, []).append(-1)
    return {article: Fraction(sum(each), len(each)) for article, each in ends.items()}


def _retold(
    answers: Mapping[StatementId, Sequence[Link]], told: Mapping[StatementId, Saying]
) -> frozenset[StatementId]:
    """Return what repeats a statement of another article."""
    return frozenset(
        link.answer
        for links in answers.values()
        for link in links
        if link.relation is Relation.REPEATS
        and told[link.answer].article.id != told[StatementId(link.answered)].article.id
    )
