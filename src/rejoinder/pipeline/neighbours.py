"""Links across articles of a ledger, looked for only among those that may answer each other.

Outlines tell which articles may: those that are heard of the same actors on the days around, with
statements that speak of each other or alike. Only these are loaded and compared in full, so that
the links are those of comparing all with all.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from rejoinder.exchanges.across import link_across
from rejoinder.exchanges.article_index import ArticleIndex
from rejoinder.exchanges.likely import Likely, find_likely
from rejoinder.exchanges.outlines import ABOUT, FOR, KEY, Known, Outline
from rejoinder.exchanges.parties import is_state_id
from rejoinder.exchanges.wanted import wanted_by
from rejoinder.ledger.outline_book import OutlineBook, Outlined
from rejoinder.ledger.read import LedgerReader
from rejoinder.model.ids import ActorId, ArticleId
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord

__all__ = ["find_links"]

_STRETCH = 14
_TOGETHER = 64
_AT_ONCE = 512
_SHELF = 512


def find_links(
    reader: LedgerReader, keys: Collection[str], among: Collection[str] | None = None
) -> list[Link]:
    """Return the links between the records of those extractions and all of the ledger.

    Records are taken together by date, so that each is compared with those of its own days.

    Args:
        reader: sees the records and the outlines of the extractions.
        keys: the extractions.
        among: the extractions to which links are wanted; all of the ledger for None.
    """
    finder = _Finder(replace(reader, canonical=True, named=False), among)
    outlined = sorted(finder.book.of_extractions(keys), key=_when)
    for _, group in groupby(outlined, key=lambda each: _when(each)[0] // _STRETCH):
        together = list(group)
        for start in range(0, len(together), _TOGETHER):
            finder.find(together[start : start + _TOGETHER])
    return [finder.found[key] for key in sorted(finder.found)]


def _when(each: Outlined) -> tuple[int, str]:
    """Return the day by which articles are taken together; the undated ones stand before all."""
    days = [wanted.since for wanted in wanted_by([_plain(each)]) if not wanted.open]
    return (min(days, default=-1), each.article)


def _plain(each: Outlined) -> Known:
    return Known(outline=_outline(each), ids=each.actors, mixed=each.mixed)


def _outline(each: Outlined) -> Outline:
    return Outline(
        heads=each.heads,
        hashes=each.hashes,
        cast=each.cast,
        actors=each.actors,
        days=each.days,
    )


class _Finder:
    """Finds links, and keeps the records that it has loaded last."""

    def __init__(self, reader: LedgerReader, among: Collection[str] | None) -> None:
        self.book = OutlineBook(connection=reader.connection)
        self.found: dict[str, Link] = {}
        self._reader = reader
        self._among = None if among is None else frozenset(among)
        self._done: set[tuple[str, str]] = set()
        self._records: dict[str, ArticleRecord] = {}
        self._indexes: dict[ArticleId, ArticleIndex] = {}

    def find(self, ones: Sequence[Outlined]) -> None:
        """Find the links of those articles."""
        mine = self._known(ones)
        likely: dict[str, list[tuple[str, Likely]]] = {}
        seqs = sorted(self._near(mine))
        for start in range(0, len(seqs), _AT_ONCE):
            others = [
                each
                for each in self.book.load(seqs[start : start + _AT_ONCE])
                if self._among is None or each.extraction in self._among
            ]
            codes = {actor for known in mine for actor in known.ids if not actor.startswith(KEY)}
            for found in find_likely(mine, self._known(others, codes)):
                one, other = ones[found.one].extraction, others[found.other].extraction
                if one != other and (other, one) not in self._done:
                    likely.setdefault(one, []).append((other, found))
                    self._done.add((one, other))
        self._add_keyed(ones, mine, likely)
        self._link(likely)

    def _add_keyed(
        self,
        ones: Sequence[Outlined],
        mine: Sequence[Known],
        likely: dict[str, list[tuple[str, Likely]]],
    ) -> None:
        """Add undated articles in which the same words go together and the same are heard."""
        for one, known in zip(ones, mine, strict=True):
            seqs = self._keyed(known)
            sure = {other for other, each in likely.get(one.extraction, ()) if not each.referring}
            for other in self.book.load(sorted(seqs)):
                if other.extraction == one.extraction or other.extraction in sure:
                    continue
                if self._among is not None and other.extraction not in self._among:
                    continue
                found = Likely(one=0, other=0, referring=frozenset())
                likely.setdefault(one.extraction, []).append((other.extraction, found))

    def _keyed(self, known: Known) -> set[int]:
        keys = {actor for actor in known.ids if actor.startswith(KEY)}
        seqs = self.book.heard(keys, 0, 0, dated=False)
        if not seqs:
            return set()
        given = self._given(
            {each for each in known.ids if each not in keys and not is_state_id(each)}
        )
        return seqs & self.book.heard_ever(given | {ActorId(ABOUT + actor) for actor in given})

    def _near(self, mine: Sequence[Known]) -> set[int]:
        """Return the outlines of those who may answer, or be answered, by actors and days."""
        found: set[int] = set()
        for wanted in wanted_by(mine):
            given = self._given(wanted.actors)
            told_of = {ActorId(ABOUT + actor) for actor in given}
            if wanted.open:
                found |= self.book.heard_ever(given | told_of)
            else:
                found |= self.book.heard(given, wanted.since, wanted.until)
                found |= self.book.heard(given | told_of, 0, 0, dated=False)
        return found

    def _given(self, actors: Collection[ActorId]) -> set[ActorId]:
        """Return the ids that outlines have for those actors, and for states spoken for."""
        return self.book.given(actors) | {ActorId(FOR + actor) for actor in actors}

    def _known(
        self, read: Sequence[Outlined], wanted: Collection[ActorId] | None = None
    ) -> list[Known]:
        """Return outlines in the ledger's ids; as far as ids lead to those wanted."""
        names: Iterable[Mapping[ActorId, ActorId]]
        names = self.book.known_as(read, wanted) if wanted is not None else self.book.names(read)
        return [
            Known(
                outline=_outline(each),
                ids=[
                    ActorId(actor.removeprefix(FOR))
                    if actor.startswith(FOR)
                    else own.get(actor, actor)
                    for actor in each.actors
                ],
                mixed=each.mixed,
            )
            for each, own in zip(read, names, strict=True)
        ]

    def _link(self, likely: Mapping[str, Sequence[tuple[str, Likely]]]) -> None:
        """Compare articles in full with those that they may be linked with."""
        own = self._load(likely)
        wanted: list[tuple[str, str]] = []
        for one, pairs in likely.items():
            reader = self._laid_out(own[one])
            wanted += [
                (one, other)
                for other, each in pairs
                if not each.referring or _refers(reader, own[one], each.referring)
            ]
        for start in range(0, len(wanted), _TOGETHER):
            part = wanted[start : start + _TOGETHER]
            read = self._load(dict.fromkeys(key for pair in part for key in pair))
            for one, group in groupby(part, key=lambda pair: pair[0]):
                others = [read[other] for _, other in group]
                for link in link_across([read[one]], _Chosen(others), self._indexes):
                    self.found[link.id] = link

    def _laid_out(self, record: ArticleRecord) -> ArticleIndex:
        key = record.article.id
        if key not in self._indexes:
            self._indexes[key] = ArticleIndex(record)
        return self._indexes[key]

    def _load(self, keys: Iterable[str]) -> Mapping[str, ArticleRecord]:
        """Return records by extraction, those that were loaded last from the shelf."""
        wanted = list(keys)
        missing = [key for key in wanted if key not in self._records]
        if len(self._records) + len(missing) > _SHELF:
            self._records = {key: self._records[key] for key in wanted if key in self._records}
            ids = {record.article.id for record in self._records.values()}
            self._indexes = {id_: each for id_, each in self._indexes.items() if id_ in ids}
        self._records.update(self._reader.load_by_key(missing))
        return {key: self._records[key] for key in wanted}


def _refers(index: ArticleIndex, record: ArticleRecord, places: Collection[int]) -> bool:
    """Say whether one of the statements names somebody's words."""
    for place in places:
        voice = index.voice(record.statements[place].id)
        if voice is not None and any(
            reference.owners - voice.speakers for reference in index.references(voice)
        ):
            return True
    return False


class _Chosen:
    """The articles that one is compared with; satisfies ``Earlier``."""

    def __init__(self, records: Sequence[ArticleRecord]) -> None:
        self._records = records

    def records_speaking(self, actors: Collection[ActorId]) -> Iterator[ArticleRecord]:
        """Yield them all."""
        del actors
        return iter(self._records)

    def records_about(self, actors: Collection[ActorId]) -> Iterator[ArticleRecord]:
        """Yield none beside."""
        del actors
        return iter(())
