"""News that nobody wrote: real articles with other persons, other days and paragraphs moved about.

    python -m benchmarks.made_up OUT.jsonl [INPUT ...] [--articles N] [--seed N]

Family names are composed, each as long as the one that it replaces, so that `benchmarks.remade` can
rename a record like its text. States, bodies and organisations stay. The persons who are named most
have one name in all articles, the others one in each round of the sources: as in a ledger of many
disputes, some come up again and again and most a few times.
"""

import argparse
import json
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from rejoinder.articles.options import ReadOptions
from rejoinder.articles.reading import read_inputs
from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.article import Article, LoadedArticle
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.text.tables import read_rows

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "articles"
SEED = 20_310_101
A_DAY = 10
FIRST_DAY = date(2031, 1, 1)
OUTLETS = tuple(f"Outlet {letter}" for letter in "ABCDEFGHIJKLMNOPQRST")

_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHORTEST = 4
_FAMOUS = 20
_SMALL = 0.05
_RESPELT = 0.1
_MOVED = 0.3
_ONSETS = "b br ch d dr f g gl h j k kr l m n p pl r s sh st t tr v w z".split()
_NUCLEI = "a ai al am an ar e el en er i il in ir o ol on or u ul un ur".split()
_ENDINGS = (
    "a e i o er as in ev ez is ak an ard ano eck ein elli ert ian ova sen son ski wit".split()
)
_VOWELS = str.maketrans("aeiouy", "eaiuoi")


@dataclass(frozen=True, slots=True)
class Names:
    """Which words are persons' names, and what they become.

    Attributes:
        parts: names of persons, word by word, each by its form in ids.
        famous: those that become the same in every world.
        seed: other seeds give other names.
    """

    parts: Mapping[str, str]
    famous: frozenset[str]
    seed: int

    def without_famous(self) -> "Names":
        """Return the same where the famous keep the names that they have."""
        parts = {plain: part for plain, part in self.parts.items() if part not in self.famous}
        return replace(self, parts=parts, famous=frozenset())

    def part(self, word: str, world: int, article: str = "") -> str:
        """Return what a word becomes in a world; every tenth article spells it in its own way."""
        if self.parts.get(_plain(word)) != word:
            return word
        home = 0 if word in self.famous else world
        made = _compose(random.Random(f"{self.seed}:{home}:{word}"), word)
        draw = random.Random(f"{self.seed}:{article}:{word}").random()
        return made[:2] + made[2:].translate(_VOWELS) if article and draw < _RESPELT else made

    def text(self, text: str, world: int, article: str = "") -> str:
        """Return the text with every name replaced; it is as long as before."""

        def renamed(match: re.Match[str]) -> str:
            word = match.group()
            if word.isupper() and self.parts.get(_plain(word)) == word.title():
                return self.part(word.title(), world, article).upper()
            return self.part(word, world, article)

        return _WORD.sub(renamed, text)

    def actor(self, actor_id: ActorId, world: int, article: str = "") -> ActorId:
        """Return a person's id after his name; other ids stay."""
        prefix, _, slug = actor_id.partition(":")
        if prefix != "per" or slug != slug.lower():
            return actor_id
        words = [
            _plain(self.part(self.parts.get(word, word), world, article))
            for word in slug.split("-")
        ]
        return ActorId(f"{prefix}:{'-'.join(words)}")


AS_THEY_ARE = Names(parts={}, famous=frozenset(), seed=0)


def read_articles(inputs: Sequence[str]) -> list[Article]:
    """Return the articles of the inputs, of the samples where there are none."""
    found = read_inputs(list(inputs) or [str(SAMPLES)], ReadOptions())
    return [one.article for one in found if isinstance(one, LoadedArticle)]


def person_names(records: Iterable[ArticleRecord], *, seed: int = SEED) -> Names:
    """Return the family names of the records' persons, those of most articles as the famous ones.

    A word that the articles write small as well is none: parties, houses, seasons.
    """
    given = {row["name"] for row in read_rows("rejoinder.actors", "given_names.tsv")}
    named, written = Counter[str](), Counter[str]()
    for record in records:
        words = _WORD.findall(record.article.text)
        written.update(words)
        persons = [actor for actor in record.actors if actor.kind is ActorKind.PERSON]
        named.update({part for actor in persons for part in _parts(actor)}.intersection(words))
    parts = [
        part
        for part in sorted(named, key=lambda part: (-named[part], part))
        if part not in given and written[part.lower()] < _SMALL * written[part]
    ]
    return Names(
        parts={_plain(part): part for part in reversed(parts)},
        famous=frozenset(parts[:_FAMOUS]),
        seed=seed,
    )


def make_articles(
    sources: Sequence[Article], names: Names, count: int, *, seed: int = SEED
) -> Iterator[dict[str, str]]:
    """Yield articles as JSON lines hold them, ten a day.

    Each source comes once in every round; every round is a world with names of its own.
    """
    draw = random.Random(seed)
    order: list[int] = []
    for place in range(count):
        world = place // len(sources)
        if not order:
            order = draw.sample(range(len(sources)), k=len(sources))
        ref = f"made-{place:05}"
        source = sources[order.pop()]
        text = _redated(_moved(source.text, draw), source.published, day_of(place))
        yield {
            "id": ref,
            "text": names.text(text, world, ref),
            "outlet": draw.choice(OUTLETS),
            "published": day_of(place).isoformat(),
        }


def day_of(place: int) -> date:
    """Return the day on which the article at that place comes out."""
    return FIRST_DAY + timedelta(days=place // A_DAY)


def _parts(actor: Actor) -> Iterator[str]:
    """Yield the words of a person's full name that can be replaced."""
    words = _WORD.findall(actor.name)
    if len(words) > 1:
        yield from (w for w in words if len(w) >= _SHORTEST and w[0].isupper())


def _compose(draw: random.Random, word: str) -> str:
    """Return a made-up name of the same length: consonants and vowels in turn, an ending last."""
    ending = draw.choice([end for end in _ENDINGS if len(end) < len(word) - 1])
    made = ""
    while len(made) < len(word) - len(ending):
        made += draw.choice(_ONSETS) + draw.choice(_NUCLEI)
    return (made[: len(word) - len(ending)] + ending).capitalize()


def _plain(word: str) -> str:
    """Return a word as ids have it."""
    bare = unicodedata.normalize("NFKD", word)
    return "".join(c for c in bare if not unicodedata.combining(c)).lower()


def _moved(text: str, draw: random.Random) -> str:
    """Return the text with some neighbouring paragraphs after the first two exchanged."""
    gap = "\n\n" if "\n\n" in text else "\n"
    paragraphs = text.split(gap)
    for n in range(2, len(paragraphs) - 1):
        if draw.random() < _MOVED:
            paragraphs[n], paragraphs[n + 1] = paragraphs[n + 1], paragraphs[n]
    return gap.join(paragraphs)


def _redated(text: str, published: DateInterval | None, day: date) -> str:
    """Return the text with its years moved, so that the source's own becomes that of the day.

    Of a source without a date it is the latest year that it names.
    """
    named = [int(year) for year in _YEAR.findall(text)]
    own = published.start.year if published else max(named, default=day.year)
    return _YEAR.sub(lambda year: str(int(year.group()) + day.year - own), text)


def main() -> None:
    """Write the articles."""
    from rejoinder.pipeline.stages import build_engine

    parser = argparse.ArgumentParser(prog="python -m benchmarks.made_up")
    parser.add_argument("out", type=Path)
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    sources = read_articles(given.inputs)
    names = person_names(map(build_engine().extract, sources), seed=given.seed)
    made = make_articles(sources, names, given.articles, seed=given.seed)
    lines = (json.dumps(one, ensure_ascii=False) + "\n" for one in made)
    given.out.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
