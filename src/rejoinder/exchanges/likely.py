"""Which articles may be linked, as far as their outlines tell; nothing that is linked is left out.

Pairs of statements come from the actors that they share, then words and days decide. The limits are
a little wider than those of the rules for links, which have the last word.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rejoinder.exchanges.outlines import ACTS, HEAD, HEADS_OF, OPEN_DATE, Known
from rejoinder.exchanges.parties import is_state_id
from rejoinder.exchanges.relate import HOSTILE, OPEN
from rejoinder.exchanges.timing import WINDOW
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act

__all__ = ["Likely", "find_likely"]

_SHARE = 0.25
_MUCH = 0.45
_FEW = 2
_COPY = 2
_ENOUGH = 3
_BRIEF = 1

_Ints = NDArray[np.int64]
_Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """Two articles, by their places, that may be linked.

    Attributes:
        referring: places of statements in the one's record; if not empty, only those can answer,
            and only with words that name somebody's words.
    """

    one: int
    other: int
    referring: frozenset[int]


def find_likely(ones: Sequence[Known], others: Sequence[Known]) -> list[Likely]:
    """Return which of the one articles may be linked with which of the others, both ways."""
    codes: dict[ActorId, int] = {}
    for known in ones:
        for actor in known.ids:
            codes.setdefault(actor, len(codes))
    mine, its = _Board(ones, codes), _Board(others, codes)
    if not len(mine.heads) or not len(its.heads):
        return []
    states = np.array([is_state_id(actor) for actor in codes], dtype=bool)
    pairs = _Pairs(mine, its, states)
    strong, weak = pairs.judged()
    return _likely(mine, its, pairs, strong, weak)


class _Board:
    """Statements of several articles as arrays."""

    def __init__(self, articles: Sequence[Known], codes: Mapping[ActorId, int]) -> None:
        heads = [each.outline.heads for each in articles]
        sizes = np.array([len(each) for each in heads], dtype=np.int64) // HEADS_OF.itemsize
        # Joined as bytes: arrays of records are compared field by field before they are joined.
        self.heads = np.frombuffer(b"".join(heads), dtype=HEADS_OF)
        self.article = np.repeat(np.arange(len(articles)), sizes)
        mixed = np.array([each.mixed for each in articles], dtype=bool)
        self.mixed: _Flags = mixed[self.article]
        ids = [codes.get(actor, -1) for each in articles for actor in each.ids]
        bases = np.cumsum([0, *(len(each.ids) for each in articles)])[:-1]
        cast = np.frombuffer(b"".join(each.outline.cast for each in articles), dtype="<u2")
        speakers, parties, about = map(self._of, ("speakers", "parties", "about"))
        total = speakers + parties + about
        places = np.repeat(np.arange(len(self.heads)), total)
        within = np.arange(len(cast)) - np.repeat(_starts(total), total)
        numbers = bases[self.article[places]] + cast if len(cast) else cast
        found = np.array(ids, dtype=np.int64)[numbers] if len(cast) else np.zeros(0, np.int64)
        known = found >= 0
        speaking = within < np.repeat(speakers, total)
        for_whom = within < np.repeat(speakers + parties, total)
        self.speakers = _Entries(places[known & speaking], found[known & speaking])
        self.parties = _Entries(places[known & for_whom], found[known & for_whom])
        self.about = _Entries(places[known & ~for_whom], found[known & ~for_whom])
        self._hashes = np.frombuffer(b"".join(each.outline.hashes for each in articles), "<u4")

    def words(self, wanted: _Ints) -> "tuple[_Entries, _Entries, _Entries]":
        """Return words, names and runs of those statements."""
        matter, names, runs = map(self._of, ("matter", "names", "runs"))
        starts = _starts(matter + names + runs)
        return (
            self._taken(wanted, starts[wanted], matter[wanted]),
            self._taken(wanted, (starts + matter)[wanted], names[wanted]),
            self._taken(wanted, (starts + matter + names)[wanted], runs[wanted]),
        )

    def _taken(self, statements: _Ints, starts: _Ints, counts: _Ints) -> "_Entries":
        at = np.repeat(starts - _starts(counts), counts) + np.arange(int(counts.sum()))
        return _Entries(np.repeat(statements, counts), self._hashes[at].astype(np.int64))

    def _of(self, name: str) -> _Ints:
        return self.heads[name].astype(np.int64)


@dataclass(frozen=True, slots=True)
class _Entries:
    """What stands with which statement, as numbers."""

    places: _Ints
    keys: _Ints

    def joined(self, other: "_Entries", width: int) -> _Ints:
        """Return ``place * width + its place`` of every two entries with one key."""
        order = np.argsort(other.keys, kind="stable")
        keys = other.keys[order]
        first = np.searchsorted(keys, self.keys, side="left")
        counts = np.searchsorted(keys, self.keys, side="right") - first
        at = np.repeat(first - _starts(counts), counts) + np.arange(int(counts.sum()))
        return np.repeat(self.places, counts) * width + other.places[order[at]]

    def only(self, chosen: _Flags) -> "_Entries":
        """Return those of them."""
        return _Entries(self.places[chosen], self.keys[chosen])


class _Pairs:
    """Pairs of statements whose actors meet, with what is known of both."""

    def __init__(self, mine: _Board, its: _Board, states: _Flags) -> None:
        self._boards = mine, its
        self._width = len(its.heads)
        same, meet = self._met(None)
        self.keys = np.union1d(same, meet)
        self.one, self.other = np.divmod(self.keys, self._width)
        self.same, self.meet = np.isin(self.keys, same), np.isin(self.keys, meet)
        opened = (mine.heads["marks"][self.one] | its.heads["marks"][self.other]) & OPEN_DATE > 0
        if opened.any():
            # Where a date is open a state in common is not enough.
            named = np.concatenate([*self._met(~states)])
            held = ~opened | np.isin(self.keys, named)
            self.keys, self.one, self.other = self.keys[held], self.one[held], self.other[held]
            self.same, self.meet = self.same[held], self.meet[held]

    def _met(self, codes: _Flags | None) -> tuple[_Ints, _Ints]:
        """Return the pairs of one speaker, and those who speak about each other."""

        def of(entries: _Entries) -> _Entries:
            return entries if codes is None else entries.only(codes[entries.keys])

        mine, its = self._boards
        same = np.unique(of(mine.speakers).joined(of(its.speakers), self._width))
        towards = np.unique(of(mine.about).joined(of(its.parties), self._width))
        back = np.unique(of(mine.parties).joined(of(its.about), self._width))
        if codes is not None:
            return same, np.union1d(towards, back)
        return same, np.intersect1d(towards, back, assume_unique=True)

    def _shared(self) -> "tuple[_Ints, _Ints, _Flags]":
        """Return how many words each pair shares, the least room for them, and shared quotations.

        The room is how many words the shorter statement has, names of either apart.
        """
        mine, its = self._boards
        words, names, runs = mine.words(np.unique(self.one))
        others, other_names, other_runs = its.words(np.unique(self.other))

        def counted(left: _Entries, right: _Entries) -> _Ints:
            return self._counted(left.joined(right, self._width))

        shared = counted(words, others)
        as_its, as_mine = counted(words, other_names), counted(names, others)
        room = np.minimum(
            mine.heads["least"][self.one] - as_its, its.heads["least"][self.other] - as_mine
        )
        mixed = mine.mixed[self.one] | its.mixed[self.other]
        if mixed.any():
            # Which words are names is not known: all may count, and next to nothing be left.
            every = shared + as_its + as_mine + counted(names, other_names)
            shared, room = np.where(mixed, every, shared), np.where(mixed, 0, room)
        return shared, room, counted(runs, other_runs) > 0

    def _counted(self, found: _Ints) -> _Ints:
        """Return how often each pair is among those found."""
        at = np.searchsorted(self.keys, found)
        at[at == len(self.keys)] = 0
        hit = self.keys[at] == found if len(self.keys) else np.zeros(0, dtype=bool)
        return np.bincount(at[hit], minlength=len(self.keys))

    def judged(self) -> tuple[_Flags, _Flags]:
        """Return which pairs may be linked, and which only by the one's words for the other's."""
        mine, its = self._boards
        left, right = mine.heads[self.one], its.heads[self.other]
        shared, room, runs = self._shared()
        share = shared / np.maximum(np.maximum(shared, room), 1)
        some, much = shared > 0, share >= _SHARE
        act = left["act"] == right["act"]
        hostile = _is(left["act"], HOSTILE)
        opened = (left["marks"] | right["marks"]) & OPEN_DATE > 0
        window = WINDOW.days
        after = opened | (
            (right["first"] <= left["last"]) & (left["first"] <= right["last"] + window)
        )
        before = opened | (
            (left["first"] <= right["last"]) & (right["first"] <= left["last"] + window)
        )
        heads = (left["marks"] & HEAD) == (right["marks"] & HEAD)
        of_one = np.isin(self.keys, mine.about.joined(its.about, self._width))
        alike = (
            ((shared >= _ENOUGH) & (share >= _MUCH))
            | (act & (of_one | hostile) & (shared >= _FEW) & (share >= _SHARE))
            | (act & of_one & (shared > 0) & (share >= _MUCH))
            | runs
        )
        brief = (hostile | _is(right["act"], HOSTILE)) & of_one & (room <= _BRIEF)
        retold = self.same & heads & (after | before) & (alike | brief)
        retold |= self._copied(act & (left["whole"] == right["whole"]))
        fits = much & (shared >= _ENOUGH)
        aimed = some & _is_aimed(left, right)
        aimed_back = some & _is_aimed(right, left)
        answered = self.meet & after & some & _is(right["act"], _ANSWERED)
        answers = self.meet & before & some & _is(left["act"], _ANSWERED)
        strong = retold | (answered & (fits | aimed)) | (answers & (fits | aimed_back))
        # What the other article's words refer to is not known here.
        return strong | answers, answered & ~strong

    def _copied(self, same: _Flags) -> _Flags:
        """Return the pairs of articles that have several statements in the very same words."""
        mine, its = self._boards
        alike = self.same & same
        both = mine.article[self.one] * (len(its.article) + 1) + its.article[self.other]
        found, counts = np.unique(both[alike], return_counts=True)
        return alike & np.isin(both, found[counts >= _COPY])


_ANSWERED = HOSTILE | OPEN | {Act.ASSERT, Act.PREDICT}


def _is_aimed(answer: NDArray[np.void], answered: NDArray[np.void]) -> _Flags:
    """Say which answers reject, and which of the answered are hostile."""
    return _is(answer["act"], {Act.DENY, Act.REFUSE}) & _is(answered["act"], HOSTILE)


def _is(acts: NDArray[np.uint8], wanted: "frozenset[Act] | set[Act]") -> _Flags:
    return np.array([act in wanted for act in ACTS], dtype=bool)[acts]


def _starts(counts: _Ints) -> _Ints:
    return np.cumsum(counts) - counts


def _likely(mine: _Board, its: _Board, pairs: _Pairs, strong: _Flags, weak: _Flags) -> list[Likely]:
    """Return the articles of those pairs."""
    ones, others = mine.article[pairs.one], its.article[pairs.other]
    sure = set(zip(ones[strong].tolist(), others[strong].tolist(), strict=True))
    found: dict[tuple[int, int], set[int]] = {each: set() for each in sure}
    places = mine.heads["place"][pairs.one[weak]].tolist()
    for one, other, place in zip(ones[weak].tolist(), others[weak].tolist(), places, strict=True):
        if (one, other) not in sure:
            found.setdefault((one, other), set()).add(place)
    return [
        Likely(one=one, other=other, referring=frozenset(places))
        for (one, other), places in sorted(found.items())
    ]
