"""Links between articles (``links.across.v1``): an answer in one, what it answers in another.

Each pair of statements is decided by itself, from the two records alone, so that the links do not
depend on the order or the batches in which articles come.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from rejoinder.exchanges.matter import overlap_share, shared_words
from rejoinder.exchanges.parties import state_id
from rejoinder.exchanges.ports import Earlier
from rejoinder.exchanges.references import Reference, find_references
from rejoinder.exchanges.relate import HOSTILE, OPEN, REJECTING, make_link, relation_of
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId, ArticleId, LinkId
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["STAGE", "link_across"]

STAGE = "links.across.v1"
_WINDOW = timedelta(days=14)
_LEAST_SHARED = 3
_LEAST_SHARE = 0.3
_LEAST_SHARED_MARKED = 1
_LEAST_SHARED_REPEAT = 3
_LEAST_SHARE_REPEAT = 0.5
_ANSWERED = HOSTILE | OPEN | {Act.ASSERT, Act.PREDICT}
_ANSWERING = REJECTING | {Act.ACCUSE, Act.CRITICISE, Act.AGREE}


def link_across(new: Sequence[ArticleRecord], earlier: Earlier) -> tuple[Link, ...]:
    """Return the links that the new articles have with each other and with earlier ones, both ways.

    Earlier records are asked for by the actors of the new ones only.  The set of links over any
    sequence of calls is the same in whatever order and batches the records are given.
    """
    articles = {record.article.id: _Reader(record) for record in new}
    chosen: dict[LinkId, Link] = {}
    for place, record in enumerate(new):
        others = {
            other.article.id: other for other in (*new[place + 1 :], *_neighbours(record, earlier))
        }
        for other_id in sorted(others):
            if other_id == record.article.id:
                continue
            if other_id not in articles:
                articles[other_id] = _Reader(others[other_id])
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


def _with_states(record: ArticleRecord, actors: Iterable[ActorId]) -> frozenset[ActorId]:
    wanted = frozenset(actors)
    states = {
        state_id(actor.country) for actor in record.actors if actor.id in wanted and actor.country
    }
    return wanted | states


class _Reader:
    """One article, its references found when they are first asked for."""

    def __init__(self, record: ArticleRecord) -> None:
        self.scene = Scene(record)
        self._references: dict[int, list[Reference]] = {}

    @property
    def article_id(self) -> ArticleId:
        return self.scene.record.article.id

    def references(self, voice: Voice) -> list[Reference]:
        key = id(voice)
        if key not in self._references:
            self._references[key] = find_references(self.scene, voice)
        return self._references[key]

    def when(self, voice: Voice) -> DateInterval | None:
        return voice.statement.said or self.scene.record.article.published


def _link_pair(left: _Reader, right: _Reader) -> Iterator[Link]:
    for mine in left.scene.voices:
        if not mine.speakers:
            continue
        for other in right.scene.voices:
            if not other.speakers:
                continue
            if mine.same_side(other):
                link = _repeat(left, mine, right, other)
            else:
                link = _later(
                    ((left, mine), _answer(left, mine, right, other)),
                    ((right, other), _answer(right, other, left, mine)),
                )
            if link is not None:
                yield link


def _later(*directions: tuple[tuple[_Reader, Voice], Link | None]) -> Link | None:
    """Return the link of the direction that holds; of both, the one whose answer was told later."""
    holding = [(_telling_order(told), link) for told, link in directions if link is not None]
    return max(holding, key=lambda pair: pair[0])[1] if holding else None


def _answer(at: _Reader, voice: Voice, told: _Reader, other: Voice) -> Link | None:
    """Return the link if the first statement answers the second, which another article tells."""
    if not _parties_meet(voice, other) or not _in_time(at.when(voice), told.when(other)):
        return None
    if other.statement.act not in _ANSWERED:
        return None
    shared = shared_words(voice.words, other.words, voice.names | other.names)
    evidence, marked = (
        _evidence(at, voice, other) if shared >= _LEAST_SHARED_MARKED else (None, None)
    )
    share = overlap_share(voice.words, other.words, voice.names | other.names)
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
        score=min(0.9, 0.3 + 0.3 * (evidence is not None) + 0.5 * share),
    )


def _is_aimed(voice: Voice, other: Voice) -> bool:
    """Say whether a rejection is aimed at the very one who made a hostile statement.

    That one is a person or a body; of a state there is too much that could be meant.
    """
    if voice.statement.act not in REJECTING or other.statement.act not in HOSTILE:
        return False
    named = set(voice.statement.about) & set(other.statement.speaker)
    return any(not actor.startswith("state:") for actor in named)


def _parties_meet(voice: Voice, other: Voice) -> bool:
    """Say whether each speaks about the other, by ids under which both records can be found.

    A record is asked for by the speakers and the others of a new one; without the second condition
    a pair could be seen in one order of arrival and not in the other.
    """
    mine, its = voice.statement, other.statement
    inverse = not voice.about.isdisjoint(other.speakers) and not other.about.isdisjoint(
        voice.speakers
    )
    from_mine = not voice.about.isdisjoint(its.speaker) or not voice.speakers.isdisjoint(its.about)
    from_its = not other.about.isdisjoint(mine.speaker) or not other.speakers.isdisjoint(mine.about)
    return inverse and from_mine and from_its


def _evidence(at: _Reader, voice: Voice, other: Voice) -> tuple[Span | None, Relation | None]:
    """Return the words by which a statement says that it answers that speaker's words."""
    for reference in at.references(voice):
        owners = reference.owners - voice.speakers
        fits = not reference.acts or other.statement.act in reference.acts
        if fits and _are_words_of(at, owners, other):
            return reference.evidence, reference.relation
    return None, None


def _are_words_of(at: _Reader, owners: frozenset[ActorId], other: Voice) -> bool:
    """Say whether the owners that one article names are the speaker that the other has."""
    return not owners.isdisjoint({*other.statement.speaker, *other.speakers})


def _repeat(left: _Reader, mine: Voice, right: _Reader, other: Voice) -> Link | None:
    """Return the link from the later to the earlier of two reports of the same words."""
    if set(mine.statement.speaker).isdisjoint(other.statement.speaker):
        return None
    names = mine.names | other.names
    share = overlap_share(mine.words, other.words, names)
    shared = shared_words(mine.words, other.words, names)
    if shared < _LEAST_SHARED_REPEAT or share < _LEAST_SHARE_REPEAT:
        return None
    if not _near_in_time(left.when(mine), right.when(other)) or not _agree(mine, other):
        return None
    first, second = sorted(((left, mine), (right, other)), key=_telling_order)
    return make_link(
        second[1].statement.id,
        first[1].statement.id,
        Relation.REPEATS,
        evidence=None,
        score=share,
    )


def _agree(mine: Voice, other: Voice) -> bool:
    """Say whether two statements of one speaker do alike, about the same others."""
    left, right = mine.statement.act, other.statement.act
    alike = left is right or Act.ASSERT in (left, right) or {left, right} <= HOSTILE
    about = mine.about, other.about
    return alike and (not all(about) or not mine.about.isdisjoint(other.about))


def _telling_order(told: tuple[_Reader, Voice]) -> tuple[date, ArticleId, int]:
    reader, voice = told
    when = reader.when(voice)
    return (when.start if when else date.max, reader.article_id, voice.start)


def _in_time(answer: DateInterval | None, answered: DateInterval | None) -> bool:
    """Say whether an answer may follow: not before, not later than the window; open dates may."""
    if answer is None or answered is None:
        return True
    return answered.start <= answer.end and answer.start <= answered.end + _WINDOW


def _near_in_time(left: DateInterval | None, right: DateInterval | None) -> bool:
    return _in_time(left, right) or _in_time(right, left)
