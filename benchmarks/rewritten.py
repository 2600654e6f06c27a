"""A paragraph in other names: states, persons, and other spellings of what is neither common."""

import random
import string
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from benchmarks.paragraphs import WORD, Paragraph, State
from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.span import Span
from rejoinder.text.tables import read_rows

__all__ = ["Renamed", "alphabet_of"]

_HOLDERS = 2
_ONSETS = "b br ch d dr f g gl h j k kr l m n p pl r s sh st t tr v w z".split()
_NUCLEI = "a e i o u ai ar el en er il or an on".split()
_ENDINGS = "ev ez ak ard ano eck elli ert ian ova sen ski wit".split()


@lru_cache(maxsize=4096)
def alphabet_of(key: str) -> dict[int, str]:
    """Return another spelling of letters: vowels for vowels, consonants for consonants."""
    draw = random.Random(key)
    table: dict[int, str] = {}
    for sort in ("aeiou", "".join(c for c in string.ascii_lowercase if c not in "aeiou")):
        other = list(sort)
        draw.shuffle(other)
        for old, new in zip(sort, other, strict=True):
            table |= {ord(old): new, ord(old.upper()): new.upper()}
    return table


@lru_cache(maxsize=65536)
def _person(key: str) -> tuple[str, str]:
    """Return the given name and the family name of who holds an office."""
    draw = random.Random(key)
    given = draw.choice(_given_names())
    family = "".join(draw.choice(_ONSETS) + draw.choice(_NUCLEI) for _ in range(3))
    return given, (family + draw.choice(_ENDINGS)).capitalize()


@lru_cache(maxsize=1)
def _given_names() -> tuple[str, ...]:
    rows = read_rows("rejoinder.actors", "given_names.tsv")
    return tuple(row["name"] for row in rows if WORD.fullmatch(row["name"]))


class Renamed:
    """A paragraph in other names, and where its characters went."""

    def __init__(
        self,
        paragraph: Paragraph,
        countries: Mapping[str, str],
        states: Mapping[str, State],
        alphabet: Mapping[int, str],
        draw: random.Random,
        dispute: str,
    ) -> None:
        self.paragraph = paragraph
        self._countries = countries
        self._states = states
        self._alphabet = alphabet
        self._persons: dict[str, tuple[str, str]] = {}
        for actor in paragraph.record.actors:
            if actor.kind is ActorKind.PERSON and actor.id == actor.id.lower():
                # Whose state is not told is somebody of this dispute alone.
                home = countries.get(actor.country or "") or f"{dispute}:{actor.id}"
                office = f"{actor.sector}/{len(actor.role or '') % 7}"
                self._persons[actor.id] = _person(f"{home}:{office}:{draw.randrange(_HOLDERS)}")
        texts = [self._piece(text, kind) for text, kind in paragraph.pieces]
        self.text = "".join(texts)
        self._moves: list[tuple[int, int, int]] = []
        old = new = 0
        for (before, _), after in zip(paragraph.pieces, texts, strict=True):
            if len(before) != len(after):
                self._moves.append((old, len(before), len(after) - len(before)))
            old += len(before)
            new += len(after)

    def _piece(self, text: str, kind: str) -> str:
        if not kind:
            return text
        if kind == "rare":
            return text.translate(self._alphabet)
        sort, key, form = kind.split(":", 1)[0], kind.split(":", 1)[1].rsplit(":", 1)[0], kind[-1]
        if sort == "p":
            name = self._persons.get(key)
            return text if name is None else {"f": name[1], "g": name[0]}.get(form, name[0])
        state = self._states.get(self._countries.get(key, key))
        if state is None:
            return text
        return {"n": state.name, "a": state.adjective, "c": state.capital}[form]

    def place(self, offset: int, *, ends: bool) -> int:
        """Return where an offset went; one inside a name goes to its beginning or end."""
        moved = offset
        for start, length, more in self._moves:
            if offset >= start + length:
                moved += more
            elif offset > start:
                return moved - (offset - start) + (length + more if ends else 0)
            else:
                break
        return moved

    def span(self, span: Span, by: int) -> Span:
        """Return where a span went, in a text in which the paragraph begins at ``by``."""
        start = self.place(span.start, ends=False)
        return Span(by + start, by + max(start + 1, self.place(span.end, ends=True)))

    def words(self, words: str) -> str:
        """Return a name or a role in the other names."""
        if not words:
            return words
        known = {text: self._piece(text, kind) for text, kind in self.paragraph.pieces if kind}
        return WORD.sub(lambda found: known.get(found.group(), found.group()), words)

    def actor(self, actor: ActorId) -> ActorId:
        """Return an actor's id in the other names."""
        if actor in self._persons:
            return ActorId("per:" + "-".join(self._persons[actor]).lower())
        prefix, _, rest = actor.partition(":")
        code, dash, tail = rest.partition("-")
        return ActorId(f"{prefix}:{self._countries.get(code, code)}{dash}{tail}")

    def renamed(self, actor: Actor) -> Actor:
        """Return the actor in the other names, without its mentions."""
        id_ = self.actor(actor.id)
        country = self._countries.get(actor.country, actor.country) if actor.country else None
        if actor.kind is ActorKind.STATE and id_.partition(":")[2] in self._states:
            name = self._states[id_.partition(":")[2]].name
        elif actor.id in self._persons:
            full = len(actor.name.split()) > 1
            name = " ".join(self._persons[actor.id]) if full else self._persons[actor.id][1]
            if not full:
                id_ = ActorId(f"per:{name.lower()}")
        else:
            # Who keeps his id keeps his name too: one is not called a hundred things.
            name = actor.name if id_ == actor.id else self.words(actor.name)
        return replace(
            actor,
            id=id_,
            name=name,
            aliases=(),
            country=country,
            role=self.words(actor.role) if actor.role else None,
            mentions=(),
            claimed_by=(),
        )
