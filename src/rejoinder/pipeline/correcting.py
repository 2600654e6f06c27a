"""A record as reviewers have corrected it; pure.

What persons decided of a part of a statement holds; all else is as the machine read it. Where the
machine no longer finds a statement that persons keep, it is put back as they read it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rejoinder.model.event import Event
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.link import Link, link_id
from rejoinder.model.record import ArticleRecord
from rejoinder.model.review import Decision, Settled
from rejoinder.model.span import Span, cover
from rejoinder.model.statement import Statement, statement_id
from rejoinder.pipeline.casting import Casting

__all__ = ["Corrected", "Wanted", "correct"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is wanted of one statement.

    Attributes:
        root: the id that it had before a reviewer changed its words.
        template: how a machine once read it; None where no extraction holds it.
        aliases: every id under which a machine may find it.
    """

    root: StatementId
    settled: Settled
    template: Statement | None
    aliases: frozenset[StatementId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A record with everything that follows from its reviews.

    Attributes:
        current: by which id each root is shown; None where it is left out.
        kept: roots that persons judged and keep.
        changed: roots that read otherwise than a machine read them.
        unfit: roots of which nothing is found to judge.
    """

    record: ArticleRecord
    current: Mapping[StatementId, StatementId | None]
    kept: frozenset[StatementId]
    changed: frozenset[StatementId]
    unfit: frozenset[StatementId]


def correct(record: ArticleRecord, wanted: Sequence[Wanted], casting: Casting) -> Corrected:
    """Return a machine's record as reviewers have corrected it.

    Args:
        record: in the ids that extraction gave.
        wanted: what is wanted of the statements that were reviewed.
        casting: whom the ids stand for.
    """
    work = _Work(record, casting)
    for each in wanted:
        work.take(each)
    return work.finish()


class _Work:
    """One record on its way."""

    def __init__(self, record: ArticleRecord, casting: Casting) -> None:
        self._record = record
        self._casting = casting
        self._machine = {each.id: each for each in record.statements}
        self._kept: dict[StatementId, Statement] = {}
        self._became: dict[StatementId, StatementId | None] = {}
        self._current: dict[StatementId, StatementId | None] = {}
        self._unfit: set[StatementId] = set()
        self._put_back: set[StatementId] = set()
        self._changed: set[StatementId] = set()

    def take(self, wanted: Wanted) -> None:
        """Take in what is wanted of one statement."""
        found = self._found(wanted)
        settled = wanted.settled
        if settled.rejected:
            if found is not None:
                self._became[found.id] = None
            self._current[wanted.root] = None
            return
        if found is None and (settled.rejected is None or wanted.template is None):
            self._unfit.add(wanted.root)
            self._current[wanted.root] = None
            return
        base = found or wanted.template
        assert base is not None
        made = self._made(base, settled, whole=found is None)
        if _read(made) != _read(base):
            self._changed.add(wanted.root)
        if found is None:
            self._put_back.add(wanted.root)
        else:
            self._became[found.id] = made.id
        self._kept[made.id] = made
        self._current[wanted.root] = made.id

    def _found(self, wanted: Wanted) -> Statement | None:
        free = (each for each in (wanted.root, *sorted(wanted.aliases)) if each in self._machine)
        return next((self._machine[each] for each in free if each not in self._became), None)

    def _made(self, base: Statement, settled: Settled, *, whole: bool) -> Statement:
        """Return the statement with the parts that persons decided; with all for ``whole``."""
        reading = settled.reading
        made = base
        if whole or Decision.SPANS in settled.fixed:
            made = replace(
                made,
                id=statement_id(base.article_id, reading.content),
                source=reading.source,
                cue=reading.cue,
                content=reading.content,
                quotation=reading.quotation,
            )
        if whole or Decision.ACT in settled.fixed:
            made = replace(made, act=reading.act)

        def cast(
            part: Decision, judged: tuple[ActorId, ...], machine: tuple[ActorId, ...]
        ) -> tuple[ActorId, ...]:
            if whole:
                return self._casting.chosen(judged, ())
            return self._casting.chosen(judged, machine) if part in settled.fixed else machine

        made = replace(
            made,
            speaker=cast(Decision.SPEAKER, reading.speaker, made.speaker),
            addressee=cast(Decision.ADDRESSEE, reading.addressee, made.addressee),
            about=cast(Decision.ABOUT, reading.about, made.about),
        )
        if Decision.ABOUT not in settled.fixed:
            about = tuple(each for each in made.about if each not in made.speaker)
            made = replace(made, about=about)
        return replace(made, parent=None, relay=()) if whole else made

    def finish(self) -> Corrected:
        """Return the record."""
        statements = self._statements()
        ids = {each.id for each in statements}
        people = (*self._record.actors, *self._casting.brought.values())
        parents = {each.id: each.parent for each in self._record.statements}
        nested = tuple(replace(each, parent=self._above(each, parents, ids)) for each in statements)
        record = replace(
            self._record,
            actors=people,
            statements=nested,
            events=tuple(self._events(ids)),
            links=tuple(self._links(ids)),
        )
        return Corrected(
            record=record,
            current=self._current,
            kept=frozenset(root for root, now in self._current.items() if now is not None),
            changed=frozenset(self._changed),
            unfit=frozenset(self._unfit),
        )

    def _statements(self) -> list[Statement]:
        """Return what is kept, in text order as far as reviewers moved it."""
        back = [self._kept[now] for root in sorted(self._put_back) if (now := self._current[root])]
        kept: list[Statement] = []
        for each in self._record.statements:
            rival = next((other for other in back if _is_rival(each, other)), None)
            if each.id in self._became:
                now = self._became[each.id]
            elif each.id in self._kept:
                now = each.id
            else:
                # Two readings of one saying do not stand side by side.
                now = rival.id if rival else None
                if now is None:
                    kept.append(each)
                    continue
            self._became[each.id] = now
            if now is not None and rival is None:
                kept.append(self._kept[now])
        for each in back:
            place = sum(_start(other) <= _start(each) for other in kept)
            kept.insert(place, replace(each, parent=_around(each, kept)))
        return list({each.id: each for each in kept}.values())

    def _above(
        self,
        each: Statement,
        parents: Mapping[StatementId, StatementId | None],
        ids: Collection[StatementId],
    ) -> StatementId | None:
        """Return in which of those that are kept a statement lies."""
        above = each.parent
        while above is not None:
            now = self._became.get(above, above)
            if now is not None and now in ids and now != each.id:
                return now
            above = parents.get(above)
        return None

    def _events(self, ids: Collection[StatementId]) -> Iterable[Event]:
        """Yield the events that somebody still tells."""
        for event in self._record.events:
            if event.asserted_by is None:
                yield event
                continue
            told = (self._became.get(each, each) for each in _tellers(event))
            tellers = tuple(
                dict.fromkeys(each for each in told if each is not None and each in ids)
            )
            if tellers:
                yield replace(event, asserted_by=tellers[0], also_asserted_by=tellers[1:])

    def _links(self, ids: Collection[StatementId]) -> Iterable[Link]:
        """Yield the links within the article whose ends are kept."""
        here = {*ids, *(each.id for each in self._record.events)}
        seen: set[str] = set()
        for link in self._record.links:
            answer = self._became.get(link.answer, link.answer)
            answered = self._became.get(StatementId(link.answered), link.answered)
            if answer not in ids or answered not in here or answer == answered:
                continue
            assert answer is not None
            assert answered is not None
            made = replace(
                link,
                id=link_id(answer, answered, link.relation),
                answer=answer,
                answered=answered,
            )
            if made.id not in seen:
                seen.add(made.id)
                yield made


def _read(statement: Statement) -> tuple[object, ...]:
    """Return what reviewers judge of a statement."""
    words = (statement.source, statement.cue, statement.content, statement.quotation)
    return (*words, statement.act, statement.speaker, statement.addressee, statement.about)


def _tellers(event: Event) -> tuple[StatementId, ...]:
    first = () if event.asserted_by is None else (event.asserted_by,)
    return (*first, *event.also_asserted_by)


def _start(statement: Statement) -> int:
    return min(span.start for span in statement.content)


def _around(each: Statement, others: Iterable[Statement]) -> StatementId | None:
    """Return the narrowest of the others whose content holds all of a statement."""
    whole = cover(each.content)
    holding = [
        (len(cover(other.content)), other.id)
        for other in others
        if cover(other.content).contains(whole) and len(cover(other.content)) > len(whole)
    ]
    return min(holding)[1] if holding else None


def _is_rival(machine: Statement, kept: Statement) -> bool:
    """Say whether two statements are two readings of one saying: its cue and words in common."""
    return _meet(machine.cue, kept.cue) and _meet(machine.content, kept.content)


def _meet(some: Iterable[Span], others: Collection[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in some for b in others)
