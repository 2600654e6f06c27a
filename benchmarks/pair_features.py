"""What a learned scorer of pairs goes by: numbers of two statements that name nobody."""

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from rejoinder.exchanges.markers import Kind
from rejoinder.exchanges.matter import stems
from rejoinder.exchanges.possible import may_answer
from rejoinder.exchanges.references import find_references
from rejoinder.exchanges.relate import HOSTILE, OPEN, REJECTING
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.article import ZoneKind
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act, Quotation

__all__ = ["features_of"]

_AGREEING: Final = frozenset({Act.SUPPORT, Act.AGREE, Act.ADMIT})
_GROUPS: Final = (HOSTILE, REJECTING, OPEN, _AGREEING)
_SIGNS: Final = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        "also|too|likewise|similarly|same",
        "but|however|yet|though|although|while|instead|despite",
        "meanwhile|for (?:his|her|its|their) part|in turn|earlier",
        "asked|pressed|questioned",
        "not|never|no|nothing|nor",
    )
)
_POINTS: Final = re.compile(r"\W*(?:that\s+)?(?:this|these|those|such|it|they|he|she)\b", re.I)
_NEAR, _SOME, _LEAD = 2, 5, 3

Features: TypeAlias = Callable[[Voice, Voice], tuple[float, ...]]
_Numbers: TypeAlias = dict[str, float]


def features_of(scene: Scene) -> Features:
    """Return what gives the numbers of two statements of an article, always in one order."""
    return _Article(scene).of


class _Article:
    """An article with what is counted over all of it."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._order = {voice.statement.id: n for n, voice in enumerate(scene.voices)}
        self._voices: Mapping[str, Voice] = {each.statement.id: each for each in scene.voices}
        self._spread = Counter(word for each in scene.voices for word in each.words - each.names)
        self._spoken = Counter(who for each in scene.voices for who in each.statement.speaker)
        titles = [z.span for z in scene.record.article.zones if z.kind is ZoneKind.TITLE]
        self._title = frozenset[str]().union(*(stems(t.text_of(scene.text)) for t in titles))
        self._in_title = frozenset[ActorId]().union(*map(scene.parties.named_in, titles))
        self._links = {(link.answer, link.answered) for link in scene.record.links}
        self._points = {each.statement.id: find_references(scene, each) for each in scene.voices}
        self._named = {each.statement.id: self._named_by(each) for each in scene.voices}
        self._alone = {voice.statement.id: self._of_one(voice) for voice in scene.voices}

    def of(self, voice: Voice, other: Voice) -> tuple[float, ...]:
        """Return the numbers of an answer and of what it may answer."""
        numbers = (
            self._where(voice, other)
            | self._who(voice, other)
            | _what(voice, other)
            | self._matter(voice, other)
            | self._beside(voice, other)
        )
        return (*numbers.values(), *self._alone[voice.statement.id])

    def _named_by(self, voice: Voice) -> tuple[frozenset[ActorId], frozenset[ActorId]]:
        """Return whom the content names, and whom the words around it do."""
        named_in, said = self._scene.parties.named_in, voice.statement
        return (
            frozenset[ActorId]().union(*map(named_in, said.content)),
            frozenset[ActorId]().union(*map(named_in, self._scene.windows(said))),
        )

    def _of_one(self, voice: Voice) -> tuple[float, ...]:
        """Return what an answer alone tells: the words that mark it."""
        scene, said = self._scene, voice.statement
        own = scene.own_text(said)
        windows = scene.windows(said)
        kinds = {marker.kind for window in windows for marker in scene.markers(own, window)}
        words = " ".join(own[window.start : window.end] for window in windows)
        begins = said.content[0].text_of(scene.text)
        return (
            *(float(kind in kinds) for kind in Kind),
            *(float(bool(sign.search(words))) for sign in _SIGNS),
            float(bool(_POINTS.match(begins))),
            float(said.quotation is Quotation.INDIRECT),
            float(voice.zone in HEADS),
        )

    def _where(self, voice: Voice, other: Voice) -> _Numbers:
        voices, scene = self._scene.voices, self._scene
        mine, its = self._order[voice.statement.id], self._order[other.statement.id]
        between = voices[min(mine, its) + 1 : max(mine, its)]
        far = voice.place - other.place
        breaks = scene.text.count(
            "\n", min(voice.start, other.start), max(voice.start, other.start)
        )
        return {
            "far": math.log1p(max(0, far)),
            "same sentence": float(far == 0),
            "next": float(far == 1),
            "near": float(far == _NEAR),
            "some": float(_NEAR < far <= _SOME),
            "paragraphs": math.log1p(breaks),
            "between": math.log1p(len(between)),
            "last": float(not between),
            "last of others": float(all(each.same_side(voice) for each in between)),
            "last of its": float(not any(each.same_side(other) for each in between)),
            "first of its": float(not any(each.same_side(other) for each in voices[:its])),
            "first of mine": float(not any(each.same_side(voice) for each in voices[:mine])),
            "opens": float(other.place < _LEAD),
            "head": float(other.zone in HEADS),
            "told inside": float(scene.is_inside(other.statement, voice.statement.id)),
            "nested": float(voice.statement.parent is not None),
            "its nested": float(other.statement.parent is not None),
            "recounted": float(scene.is_recounted_by(voice.statement, other)),
        }

    def _who(self, voice: Voice, other: Voice) -> _Numbers:
        said = voice.statement
        named, around = self._named[said.id]
        of_it, of_me = (
            not voice.about.isdisjoint(other.speakers),
            not other.about.isdisjoint(voice.speakers),
        )
        return {
            "about it": float(of_it),
            "about me": float(of_me),
            "mutual": float(of_it and of_me),
            "about one": float(not voice.about.isdisjoint(other.about)),
            "about nobody": float(not said.about),
            "names it": float(not other.speakers.isdisjoint(named)),
            "named beside": float(not around.isdisjoint(other.statement.speaker)),
            "told it": float(not set(said.addressee).isdisjoint(other.statement.speaker)),
            "nobody's": float(not other.is_somebodys),
            "unnamed": float(not said.speaker),
            "in title": float(not self._in_title.isdisjoint(other.statement.speaker)),
            "speaks": max((self._spoken[each] for each in other.statement.speaker), default=0)
            / len(self._scene.voices),
        }

    def _matter(self, voice: Voice, other: Voice) -> _Numbers:
        names = voice.names | other.names
        shared = (voice.words & other.words) - names
        shorter = min(len(voice.words - names), len(other.words - names))
        return {
            "shared": math.log1p(len(shared)),
            "share": len(shared) / max(1, shorter),
            "rare": math.fsum(1 / self._spread[w] for w in sorted(shared) if self._spread[w]),
            "its in title": len(other.words & self._title) / max(1, len(self._title)),
        }

    def _beside(self, voice: Voice, other: Voice) -> _Numbers:
        """Return what the links tell that there are, and what the words point at."""
        scene, mine, its = self._scene, voice.statement.id, other.statement.id
        answered = [
            self._voices[to] for one, to in self._links if one == mine and to in self._voices
        ]
        others = [each for each in answered if each is not other]
        points = self._points[mine]
        return {
            "linked": float((mine, its) in self._links),
            "answers others": float(any(not each.same_side(voice) for each in others)),
            "goes on": float(any(each.same_side(voice) for each in others)),
            "answers its side": float(any(each.same_side(other) for each in others)),
            "through": float(any((each.statement.id, its) in self._links for each in others)),
            "answered": float(any(to == its and one != mine for one, to in self._links)),
            "may mean": float(any(may_answer(scene, voice, each, other) for each in points)),
            "its owners": float(
                any(
                    each.owners and scene.parties.speaks_for(each.owners, other.statement.speaker)
                    for each in points
                )
            ),
        }


def _what(voice: Voice, other: Voice) -> _Numbers:
    """Return what both do: each alone, then together."""
    mine, its = voice.statement.act, other.statement.act
    numbers: _Numbers = {}
    for one, group in enumerate(_GROUPS):
        numbers[f"does {one}"] = float(mine in group)
        numbers[f"did {one}"] = float(its in group)
        for two, asked in enumerate(_GROUPS):
            numbers[f"does {one} to {two}"] = float(mine in group and its in asked)
    return numbers
