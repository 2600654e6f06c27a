"""Linked statements gathered into exchanges, their turns in order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Final

from rejoinder.exchanges.leading import leading, parties_of
from rejoinder.exchanges.matter import stems
from rejoinder.exchanges.ordering import Saying, in_turn
from rejoinder.exchanges.parties import party_ids
from rejoinder.exchanges.titles import matter_of
from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.event import Event
from rejoinder.model.exchange import Exchange, Turn
from rejoinder.model.ids import ActorId, StatementId, content_key
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import words_of
from rejoinder.model.statement import Act, Statement

__all__ = ["CALLS_FOR_ANSWER", "assemble"]

CALLS_FOR_ANSWER: Final = frozenset({Act.ACCUSE, Act.DEMAND})
# Neither a repetition nor a third voice is an answer to the one who was accused or asked.
_NO_ANSWER = frozenset({Relation.REPEATS, Relation.SUPPORTS, Relation.MEDIATES})
_GOING_ON = 2
# Words for who speaks that tell nobody from anybody.
_NO_NAMES = frozenset("he she it they we i you who that which one some many others".split())
# Who is of these, and only spoken of, is part of the matter: "fighters of the Brotherhood".
_MATTER = frozenset({ActorKind.GROUP, ActorKind.NGO, ActorKind.DOCUMENT})


def assemble(
    records: Iterable[ArticleRecord],
    links: Iterable[Link],
    spread: Mapping[str, int] | None = None,
) -> tuple[Exchange, ...]:
    """Return the exchanges that the links make of the statements, ordered by their first turn.

    An exchange is between parties: one speaker who only repeats or supports himself makes none.
    What answers a deed of somebody else's is between parties too, but the deed is no turn.  Links
    to statements that are not in the records are left out.

    Args:
        records: articles with statements that are linked.
        links: between them, or to events.
        spread: in how many linked statements each stem occurs, where the records are only some of
            those that have any; None to count in the records.
    """
    wanted = sorted({link.id: link for link in links}.values(), key=lambda link: link.id)
    ends = {end for link in wanted for end in (link.answer, link.answered)}
    told: dict[StatementId, Saying] = {}
    events: dict[str, Event] = {}
    for record in records:
        events.update((event.id, event) for event in record.events if event.id in ends)
        for statement in record.statements:
            if statement.id in ends:
                told[statement.id] = Saying(statement, record.article, record.actors)
    inner = [link for link in wanted if link.answer in told and link.answered in told]
    if spread is None:
        spread = Counter(found for one in told.values() for found in stems(one.words))
    reacting = {
        link.answer
        for link in wanted
        if link.answer in told
        and link.answered in events
        and _is_others_deed(told[link.answer].statement, events[link.answered])
    }
    exchanges = [
        _exchange(group, told, spread)
        for group in _components(_near_others(inner, told, reacting))
        if any(_between_parties(link, told) for link in group)
        or not reacting.isdisjoint(end for link in group for end in (link.answer, link.answered))
    ]
    return tuple(
        sorted(exchanges, key=lambda exchange: told[exchange.turns[0].statement_id].order())
    )


def _is_others_deed(statement: Statement, event: Event) -> bool:
    """Say whether somebody else is known to have done what the statement answers."""
    return bool(event.actor and statement.speaker) and set(event.actor).isdisjoint(
        statement.speaker
    )


def _answered(link: Link) -> StatementId:
    """Return the answered statement's id; links to events have been left out."""
    return StatementId(link.answered)


def _between_parties(link: Link, told: Mapping[StatementId, Saying]) -> bool:
    if link.relation is Relation.REPEATS:
        return False
    answer, answered = told[link.answer].statement, told[_answered(link)].statement
    return set(answer.speaker) != set(answered.speaker)


def _near_others(
    links: Sequence[Link], told: Mapping[StatementId, Saying], reacting: Set[StatementId]
) -> list[Link]:
    """Return the links without what a speaker goes on to say far from any turn of others.

    A long interview that turns to an adversary once is no exchange of forty turns; who goes on
    about the same adversary, or in words that say that he goes on, is near for a few statements
    more, and what is told again is as near as where it is told first.
    """
    others = [link for link in links if _between_parties(link, told)]
    near = {end for link in others for end in (link.answer, _answered(link))} | set(reacting)
    again = [link for link in links if link.relation is Relation.REPEATS]
    for _ in range(_GOING_ON):
        near = _told_again(again, near)
        near |= {
            end
            for link in links
            for ends in ((link.answer, _answered(link)),)
            for end, other in (ends, ends[::-1])
            if other in near and (link.explicit or _about_one(told[end], told[other]))
        }
    near = _told_again(again, near)
    return [link for link in links if link.answer in near or link.answered in near]


def _about_one(one: Saying, other: Saying) -> bool:
    """Say whether two statements may be about one party: of one of them it may not be known."""
    return not one.about or not other.about or not one.about.isdisjoint(other.about)


def _told_again(again: Sequence[Link], near: Set[StatementId]) -> set[StatementId]:
    """Return these statements and all that repeat them or that they repeat, at whatever remove."""
    found = set(near)
    grown = True
    while grown:
        met = [link for link in again if (link.answer in found) is not (link.answered in found)]
        found.update(end for link in met for end in (link.answer, _answered(link)))
        grown = bool(met)
    return found


def _components(links: Sequence[Link]) -> list[list[Link]]:
    """Return the links by the connected set of statements that they belong to."""
    root: dict[StatementId, StatementId] = {}

    def find(one: StatementId) -> StatementId:
        root.setdefault(one, one)
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for link in links:
        first, second = sorted((find(link.answer), find(_answered(link))))
        root[second] = first
    groups: dict[StatementId, list[Link]] = {}
    for link in links:
        groups.setdefault(find(link.answer), []).append(link)
    return [groups[key] for key in sorted(groups)]


def _exchange(
    links: Sequence[Link],
    told: Mapping[StatementId, Saying],
    spread: Mapping[str, int],
) -> Exchange:
    answers: dict[StatementId, list[Link]] = {}
    for link in links:
        answers.setdefault(link.answer, []).append(link)
        answers.setdefault(_answered(link), [])
    order = in_turn(answers, told)
    place = {one: number for number, one in enumerate(order)}
    turns = tuple(
        Turn(
            statement_id=one,
            answers=tuple(sorted(answers[one], key=lambda link: place[_answered(link)])),
            nested=told[one].statement.parent,
        )
        for one in order
    )
    statements = [told[one].statement for one in order]
    actors: dict[ActorId, Actor] = {}
    sides: dict[ActorId, set[ActorId]] = {}
    for one in order:
        for actor in told[one].actors:
            actors.setdefault(actor.id, actor)
            # One article may tell of whom he speaks for and another not.
            sides.setdefault(actor.id, set()).update(party_ids(actor))
    between = leading(statements, links, sides)
    named = [actor for each in statements for actor in (*each.speaker, *each.about)]
    # Whom they speak for is no matter either: "the Avarian drills", of Avaria's minister.
    named += [
        side for each in statements for actor in each.speaker for side in sides.get(actor, ())
    ]
    return Exchange(
        id=content_key("x", *sorted(order)),
        title=_title(between, named, [told[one] for one in order], actors, spread),
        parties=parties_of(statements),
        turns=turns,
        unanswered=_unanswered(links, statements),
    )


def _title(
    between: Sequence[ActorId],
    named: Iterable[ActorId],
    turns: Sequence[Saying],
    actors: Mapping[ActorId, Actor],
    spread: Mapping[str, int],
) -> str:
    apart = {*between, *(actor for turn in turns for actor in turn.statement.speaker)}
    but = {
        found
        for actor in set(named)
        if actor in actors and (actor in apart or actors[actor].kind not in _MATTER)
        for found in stems(" ".join((actors[actor].name, *actors[actor].aliases)))
    }
    names = [actors[actor].name if actor in actors else actor for actor in between]
    parties = " – ".join([*names, *_unnamed(turns)][:2]) or "unnamed speakers"
    # In an exchange of many, what the leading ones say and what is said about them.
    theirs = [
        turn.words
        for turn in turns
        if not {*turn.statement.speaker, *turn.statement.about}.isdisjoint(between)
    ]
    matter = matter_of(theirs or [turn.words for turn in turns], spread, but)
    return f"{parties}: {matter}" if matter else parties


def _unnamed(turns: Iterable[Saying]) -> Iterator[str]:
    """Yield the words for who speaks where these are nobody's name: "two ex-envoys"."""
    for turn in turns:
        if not turn.statement.speaker and turn.statement.source:
            words = words_of(turn.statement.source, turn.article.text).partition(",")[0]
            if words.casefold() not in _NO_NAMES:
                yield " ".join(words.split())


def _unanswered(links: Sequence[Link], statements: Sequence[Statement]) -> tuple[StatementId, ...]:
    """Return the accusations and demands that nobody answers, nor any repetition of them."""
    answered = {_answered(link) for link in links if link.relation not in _NO_ANSWER}
    same = [(link.answer, _answered(link)) for link in links if link.relation is Relation.REPEATS]
    grown = True
    while grown:
        more = {end for pair in same if answered.intersection(pair) for end in pair}
        grown = not more <= answered
        answered |= more
    return tuple(
        statement.id
        for statement in statements
        if statement.act in CALLS_FOR_ANSWER and statement.id not in answered
    )
