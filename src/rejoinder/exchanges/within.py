"""Links inside one article: what the text marks, and a little more."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from rejoinder.exchanges.agreeing import agreeing_links
from rejoinder.exchanges.announcing import announced_links
from rejoinder.exchanges.answering_again import further_links
from rejoinder.exchanges.apposed import apposed_links
from rejoinder.exchanges.called import called_links
from rejoinder.exchanges.continuing import continuing_links, shares_more_than_parties
from rejoinder.exchanges.contradicting import contradicting_links
from rejoinder.exchanges.decided import decided_links
from rejoinder.exchanges.deeds import find_event
from rejoinder.exchanges.elaborating import elaborating_links
from rejoinder.exchanges.gainsaying import gainsaid_links
from rejoinder.exchanges.implied import implied_links, nested_links
from rejoinder.exchanges.markers import Kind
from rejoinder.exchanges.mediating import mediation_links
from rejoinder.exchanges.mirrored import mirrored_links
from rejoinder.exchanges.naming import naming_links
from rejoinder.exchanges.offered import offered_links
from rejoinder.exchanges.opposing import opposed_links
from rejoinder.exchanges.proceedings import proceeding_links
from rejoinder.exchanges.questions import asked_links, put_links, question_links
from rejoinder.exchanges.recounted import recounted_links
from rejoinder.exchanges.reference import Reference
from rejoinder.exchanges.references import find_references
from rejoinder.exchanges.relate import make_link, relation_of, weighed
from rejoinder.exchanges.repeats import repeat_links
from rejoinder.exchanges.replying import replying_links
from rejoinder.exchanges.rounds import round_links
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.exchanges.sequence import sequence_links
from rejoinder.exchanges.striking import returned_links
from rejoinder.exchanges.targets import find_target
from rejoinder.model.ids import EventId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act

__all__ = ["FINDERS", "FOLLOWERS", "Finder", "Follower", "Unless", "link_within"]

_SEQUENCE = frozenset(
    {
        Kind.SAME,
        Kind.PART,
        Kind.REPLY,
        Kind.RETURN,
        Kind.ASIDE,
        Kind.CONTRAST,
        Kind.GROUND,
        Kind.CONCLUSION,
    }
)
# "Tarn's remarks on Monday" are not on that.
_DAY = re.compile(r"(?:(?:last|next|late|early) )?(?:[A-Z][a-z]+day|yesterday|today)(?: \w+)?")
_OPPOSES = re.compile(r"(?<!remains )(?<!remained )(?<!remain )(?<!still )oppos", re.IGNORECASE)
_OF_DEEDS = frozenset({Kind.AFTER, Kind.SINCE, Kind.REMEDY})
# "said, after the clashes, that ..." dates the words; "called for calm after the clashes" answers.
_PLAIN = frozenset({Act.ASSERT, Act.PREDICT, Act.INTEND, Act.AGREE})


_Chosen = dict[tuple[StatementId, StatementId | EventId], Link]
_References = dict[StatementId, list[Reference]]
_Find = Callable[[Scene, _References], Iterator[Link]]


class Unless(Enum):
    """Which link that an answer has already keeps a finder from giving it another."""

    NOTHING = auto()
    A_DEED = auto()
    WORDS = auto()
    ANYTHING = auto()


@dataclass(frozen=True, slots=True)
class Finder:
    """One way in which links are found."""

    name: str
    find: _Find
    unless: Unless = Unless.NOTHING


@dataclass(frozen=True, slots=True)
class Follower:
    """One way in which links follow from those that were found."""

    name: str
    find: Callable[[Scene, Collection[Link]], Iterator[Link]]


def link_within(record: ArticleRecord, *, without: Collection[str] = ()) -> tuple[Link, ...]:
    """Return the links between statements of one article, one a pair, in the order of its text.

    A link to an event is made only to one that the publisher tells.  Links that the record carries
    already are not looked at.

    Args:
        record: what was found in the article.
        without: names of finders and followers that are left out, to see what they give.
    """
    scene = Scene(record)
    chosen: _Chosen = {}
    references = {voice.statement.id: find_references(scene, voice) for voice in scene.voices}
    voices = {voice.statement.id: voice for voice in scene.voices}
    for finder in FINDERS:
        if finder.name not in without:
            settled = {x.answer for x in chosen.values() if _settles(scene, finder.unless, x)}
            # "He added" says by itself that the speaker goes on.
            added = finder.unless is Unless.WORDS
            found = finder.find(scene, references)
            new = (x for x in found if x.answer not in settled or (added and x.explicit))
            _add(chosen, (x for x in new if not _means_nothing(scene, voices, x)))
    chosen = _without_echoes(scene, chosen)
    for follower in FOLLOWERS:
        if follower.name not in without:
            _add(chosen, list(follower.find(scene, list(chosen.values()))))
    order = {voice.statement.id: place for place, voice in enumerate(scene.voices)}
    said = scene.statements
    links = sorted(chosen.values(), key=lambda link: (order[link.answer], link.answered))
    return tuple(
        weighed(each, said[each.answer], said.get(StatementId(each.answered))) for each in links
    )


def _means_nothing(scene: Scene, voices: Mapping[StatementId, Voice], link: Link) -> bool:
    """Say whether a link leads to what tells only of what another spoke, and not what he said.

    "Tarn's remarks on trade" hold such words themselves.
    """
    answer, answered = voices[link.answer], voices.get(StatementId(link.answered))
    if answered is None or not answered.only_of or answer.same_side(answered):
        return False
    inside = scene.is_inside(answered.statement, link.answer)
    words = " ".join(span.text_of(scene.text) for span in answered.statement.content)
    return not inside or bool(_DAY.fullmatch(words))


def _add(chosen: _Chosen, links: Iterable[Link]) -> None:
    """Take links in, one a pair of ends whichever way: the first that is found."""
    for link in links:
        if (link.answered, link.answer) not in chosen:
            chosen.setdefault((link.answer, link.answered), link)


def _without_echoes(scene: Scene, chosen: _Chosen) -> _Chosen:
    """Leave out what a nested statement has in common with the one of its own side around it."""
    voices = {voice.statement.id: voice for voice in scene.voices}
    return {
        (answer, answered): link
        for (answer, answered), link in chosen.items()
        if link.relation is Relation.REPEATS
        or not any(
            (around.id, answered) in chosen and voices[answer].same_side(voices[around.id])
            for around in scene.ancestors(voices[answer].statement)
        )
    }


def _settles(scene: Scene, unless: Unless, link: Link) -> bool:
    """Say whether a link keeps its answer from others."""
    match unless:
        case Unless.NOTHING:
            return False
        case Unless.A_DEED:
            return link.answered not in scene.statements
        case Unless.WORDS:
            return link.answered in scene.statements
        case Unless.ANYTHING:
            return True


def _marked_links(scene: Scene, references: _References) -> Iterator[Link]:
    for voice in scene.voices:
        for reference in references[voice.statement.id]:
            if reference.kind in _SEQUENCE:
                continue
            link = _answer(scene, voice, reference)
            if link is not None:
                yield link


def _answer(scene: Scene, voice: Voice, reference: Reference) -> Link | None:
    timed = reference.kind in _OF_DEEDS and not (reference.head and reference.owners)
    plain = reference.kind is Kind.AFTER and voice.statement.act in _PLAIN
    if plain or (timed and not voice.speakers):
        return None
    # Who opposes a bill turns down no words; who "remains opposed" answers who told otherwise.
    opposed = bool(_OPPOSES.match(scene.text, reference.evidence.start))
    judged = (reference.kind is Kind.RATING or opposed) and reference.head is None
    target = None if timed or judged else find_target(scene, voice, reference)
    if target is not None and reference.kind in _OF_DEEDS and target.voice.start > voice.start:
        return None
    if target is not None:
        return make_link(
            voice.statement.id,
            target.voice.statement.id,
            relation_of(
                voice.statement.act,
                target.voice.statement.act,
                reference.relation,
                mutual=not voice.about.isdisjoint(target.voice.speakers),
            ),
            evidence=reference.evidence,
        )
    event = find_event(scene, voice, reference)
    if event is None:
        return None
    marked = None if timed else reference.relation
    relation = Relation.SUPPORTS if marked in (Relation.SUPPORTS, Relation.ACCEPTS) else None
    return make_link(
        voice.statement.id,
        event.id,
        relation or Relation.ANSWERS,
        evidence=reference.evidence,
    )


def _repeats(scene: Scene) -> Iterator[Link]:
    return (link for link in repeat_links(scene) if shares_more_than_parties(scene, link))


def _of_scene(find: Callable[[Scene], Iterator[Link]]) -> _Find:
    """Return a finder that goes by the scene alone and looks at no references."""
    return lambda scene, _: find(scene)


FINDERS: tuple[Finder, ...] = (
    Finder("nested", _of_scene(nested_links)),
    Finder("announced", _of_scene(announced_links)),
    Finder("marked", _marked_links),
    Finder("apposed", _of_scene(apposed_links)),
    Finder("gainsaid", _of_scene(gainsaid_links)),
    Finder("naming", naming_links, Unless.A_DEED),
    Finder("called", called_links, Unless.ANYTHING),
    Finder("proceeding", proceeding_links, Unless.A_DEED),
    Finder("offered", offered_links),
    Finder("returned", _of_scene(returned_links)),
    Finder("mediation", _of_scene(mediation_links)),
    Finder("sequence", sequence_links),
    Finder("replying", _of_scene(replying_links)),
    Finder("asked", _of_scene(asked_links)),
    Finder("question", _of_scene(question_links)),
    Finder("put", _of_scene(put_links)),
    Finder("implied", implied_links, Unless.ANYTHING),
    Finder("decided", decided_links, Unless.ANYTHING),
    Finder("recounted", _of_scene(recounted_links)),
    Finder("mirrored", _of_scene(mirrored_links)),
    Finder("opposed", _of_scene(opposed_links)),
    Finder("contradicting", _of_scene(contradicting_links)),
    Finder("agreeing", _of_scene(agreeing_links)),
    Finder("elaborating", _of_scene(elaborating_links)),
    Finder("repeats", _of_scene(_repeats)),
    Finder("continuing", _of_scene(continuing_links), Unless.WORDS),
)
"""In their order: the first to link a pair decides its relation, and what is implied comes last."""

FOLLOWERS: tuple[Follower, ...] = (
    Follower("rounds", round_links),
    Follower("further", further_links),
)
