"""Accusations, as often as they are told, with what answers them; derived, never stored.

Who answers is decided from links and claims alone, and each statement's article says for whom its
speakers speak, so that accusations are the same however much else the ledger holds.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rejoinder.exchanges.claims.group import Put
from rejoinder.exchanges.parties import is_state_id
from rejoinder.exchanges.relate import BLAMING
from rejoinder.model.claim import Claim, Side, Voices
from rejoinder.model.ids import ActorId, ArticleId, StatementId, content_key
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["Accusation", "Answering", "accusations_of", "heard_with", "may_answer"]

# Neither a repetition nor a third voice is an answer to the one who was accused.
_NO_ANSWER = frozenset({Relation.REPEATS, Relation.SUPPORTS, Relation.MEDIATES})
_GOING_ON = frozenset({Relation.REPEATS, Relation.SUPPORTS})
# What acts for its state, by the id, and what of it answers for itself alone.
_ACTING = ("mil:", "gov:")
_APART = ("-court", "-parliament", "-justice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """A statement that answers an accusation.

    Attributes:
        how: ``denies``, ``counters`` ...: the relation, or ``concedes``.
        by_target: its speaker is one who was accused, or speaks for him or his state.
        explicit: its text marks what it answers.
    """

    statement: StatementId
    how: tuple[str, ...]
    by_target: bool
    explicit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Accusation:
    """An accusation as often as it is told.

    Attributes:
        statements: by id.
        targets: those who are accused, as the statements name them.
        answers: by statement.
        beside: what those who are accused answer to something else that the accuser says with it,
            by statement; no answer to the accusation.
        silent: where an article that tells it tells that one who is accused said nothing when
            asked: by one of its statements there, the sentence.
    """

    statements: tuple[StatementId, ...]
    targets: tuple[ActorId, ...]
    answers: tuple[Answering, ...]
    beside: tuple[Answering, ...]
    silent: tuple[tuple[StatementId, Span], ...] = ()

    @property
    def id(self) -> str:
        """Return the id, made from the least of its statements."""
        return min(content_key("r", one) for one in self.statements)

    @property
    def answered(self) -> bool | None:
        """Whether one who is accused is known to answer; None where nobody is named who could."""
        return any(each.by_target for each in self.answers) if self.targets else None


def accusations_of(
    put: Mapping[StatementId, Put], links: Iterable[Link], claims: Iterable[Claim], *, demands: bool
) -> tuple[Accusation, ...]:
    """Return the accusations of those statements, by the least of their statements.

    Those that one and the same voice tells again, or that put the same forward, are one.

    Args:
        put: what statements put forward; all that links and claims connect with each other.
        links: those that fit; links to what is not in ``put`` are left out.
        claims: made of the same.
        demands: demands too.
    """
    acts = BLAMING | {Act.DEMAND} if demands else BLAMING
    accusing = {
        each for each, own in put.items() if own.teller.act in acts and own.teller.voices.speakers
    }
    if not accusing:
        return ()
    reading = _Reading(put, accusing)
    reading.follow(links)
    reading.compare(claims)
    return tuple(reading.accusation(group) for group in reading.groups())


def heard_with(accusation: Accusation, put: Mapping[StatementId, Put]) -> tuple[StatementId, ...]:
    """Return what those who are accused say in an article that tells the accusation, by id.

    What answers it, or is told beside it, is left out; so is what somebody says that they say.

    Args:
        accusation: of those statements.
        put: what the statements of its articles put forward; those of others are passed over.
    """
    own = [put[one] for one in accusation.statements]
    there = {each.teller.article for each in own}
    meant = [target for each in own for target in _accused(each)]
    known = {each.statement for each in (*accusation.answers, *accusation.beside)}
    return tuple(
        one
        for one, each in sorted(put.items())
        if each.teller.article in there
        and each.teller.parent is None
        and one not in known
        and not each.teller.voices.is_one_with(own[0].teller.voices)
        and any(target.is_one_with(each.teller.voices) for target in meant)
    )


def _accused(own: Put) -> list[Voices]:
    """Return who is accused: a lawyer who names his client, or a chief his body, charges others.

    Who serves a state may well accuse it.
    """
    return [
        target
        for target in own.about
        if all(is_state_id(each) for each in target.speakers & own.teller.voices.parties)
    ]


def may_answer(accused: Voices, voices: Voices, accuser: Voices) -> bool:
    """Say whether somebody answers for one who is accused.

    For an army, a government or a ministry speaks whoever speaks for its state, unless its accuser
    does too; its courts and its parliament speak for themselves.
    """
    if accused.is_one_with(voices):
        return True
    of_state = all(one.startswith(_ACTING) and not one.endswith(_APART) for one in accused.speakers)
    states = {each for each in accused.parties & voices.parties if is_state_id(each)}
    return of_state and not states.isdisjoint(voices.parties - accuser.parties)


class _Reading:
    """What tells an accusation again, and what answers it."""

    def __init__(self, put: Mapping[StatementId, Put], accusing: set[StatementId]) -> None:
        self._put = put
        self._accusing = accusing
        self._repeated: dict[StatementId, set[StatementId]] = defaultdict(set)
        self._answers: dict[StatementId, list[tuple[StatementId, str, bool]]] = defaultdict(list)
        self._same: list[tuple[StatementId, StatementId]] = []
        self._said_with: dict[StatementId, set[StatementId]] = defaultdict(set)

    def follow(self, links: Iterable[Link]) -> None:
        for link in sorted(links, key=lambda each: each.id):
            answer, answered = link.answer, StatementId(link.answered)
            if answer not in self._put or answered not in self._put:
                continue
            if link.relation in _GOING_ON and self._is_one_telling(answer, answered):
                self._said_with[answer].add(answered)
                self._said_with[answered].add(answer)
            if link.relation is Relation.REPEATS:
                self._repeated[answer].add(answered)
                self._repeated[answered].add(answer)
                if {answer, answered} <= self._accusing:
                    self._same.append((answer, answered))
            elif link.relation not in _NO_ANSWER:
                told = (answer, link.relation.value, link.explicit)
                self._answers[answered].append(told)

    def compare(self, claims: Iterable[Claim]) -> None:
        """Take for answers who denies or concedes what an accusation claims."""
        for claim in sorted(claims, key=lambda each: each.id):
            own = [
                part.statement_id
                for part in claim.parts
                if part.side is Side.ASSERTS and part.statement_id in self._accusing
            ]
            self._same += [(one, other) for one in own for other in own if one < other]
            others = [part for part in claim.parts if part.side is not Side.ASSERTS]
            for one in own:
                self._answers[one].extend(
                    (other.statement_id, other.side.value, False) for other in others
                )

    def groups(self) -> list[list[StatementId]]:
        """Return the accusations, each with those that tell it again."""
        root = {one: one for one in sorted(self._accusing)}

        def find(one: StatementId) -> StatementId:
            while root[one] != one:
                root[one] = root[root[one]]
                one = root[one]
            return one

        for one, other in self._same:
            if self._is_one_charge(one, other):
                first, second = sorted((find(one), find(other)))
                root[second] = first
        groups: dict[StatementId, list[StatementId]] = defaultdict(list)
        for one in root:
            groups[find(one)].append(one)
        return [sorted(groups[key]) for key in sorted(groups)]

    def _is_one_charge(self, one: StatementId, other: StatementId) -> bool:
        """Say whether one voice makes both, in one article against one whom both name."""
        mine, its = self._put[one], self._put[other]
        if not mine.teller.voices.is_one_with(its.teller.voices):
            return False
        left, right = _accused(mine), _accused(its)
        apart = mine.teller.article == its.teller.article and left and right
        return not apart or any(each.is_one_with(target) for each in left for target in right)

    def accusation(self, group: Sequence[StatementId]) -> Accusation:
        accuser = self._voices(group[0])
        meant = [target for one in group for target in _accused(self._put[one])]
        answers = self._answering(group, accuser, meant)
        known = {each.statement for each in answers}
        beside = self._answering(self._with(group), accuser, meant)
        return Accusation(
            statements=tuple(group),
            targets=tuple(dict.fromkeys(each for voices in meant for each in voices.speakers)),
            answers=answers,
            beside=tuple(x for x in beside if x.by_target and x.statement not in known),
            silent=self._silent(group),
        )

    def _silent(self, group: Sequence[StatementId]) -> tuple[tuple[StatementId, Span], ...]:
        """Return each sentence of an article once, with the first statement there."""
        found: dict[tuple[ArticleId, Span], StatementId] = {}
        for one in group:
            own = self._put[one]
            for span in own.silent if _accused(own) else ():
                found.setdefault((own.teller.article, span), one)
        return tuple((one, span) for (_, span), one in sorted(found.items()))

    def _answering(
        self, answered: Iterable[StatementId], accuser: Voices, meant: Sequence[Voices]
    ) -> tuple[Answering, ...]:
        """Return what answers those statements of the accuser, by statement."""
        how: dict[StatementId, set[str]] = defaultdict(set)
        marked: set[StatementId] = set()
        for one in answered:
            for answer, relation, explicit in self._answers.get(one, ()):
                for each in (answer, *sorted(self._repeated.get(answer, ()))):
                    if self._answers_for(each, answer, accuser):
                        how[each].add(relation)
                        marked.update([each] if explicit else [])
        return tuple(
            Answering(
                statement=each,
                how=tuple(sorted(how[each])),
                by_target=any(may_answer(target, self._voices(each), accuser) for target in meant),
                explicit=each in marked,
            )
            for each in sorted(how)
        )

    def _with(self, group: Sequence[StatementId]) -> list[StatementId]:
        """Return what the accuser says with it in the same articles, directly or further on."""
        found, waiting = set(group), list(group)
        while waiting:
            more = self._said_with.get(waiting.pop(), set()) - found
            found |= more
            waiting += more
        return sorted(found.difference(group))

    def _is_one_telling(self, one: StatementId, other: StatementId) -> bool:
        """Say whether one voice makes both statements in one article."""
        mine, its = self._put[one].teller, self._put[other].teller
        return mine.article == its.article and mine.voices.is_one_with(its.voices)

    def _voices(self, statement: StatementId) -> Voices:
        return self._put[statement].teller.voices

    def _answers_for(self, each: StatementId, answer: StatementId, accuser: Voices) -> bool:
        """Say whether a statement is the answer, or the same again, and not the accuser's own."""
        voices = self._voices(each)
        if not voices.speakers or voices.is_one_with(accuser):
            return False
        return each == answer or voices.is_one_with(self._voices(answer))
