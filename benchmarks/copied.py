"""Copies that nobody printed: one article as many outlets might carry it, lightly edited.

    python -m benchmarks.copied ARTICLE [--copies N] [--seed N]

Each copy gets a new title, loses paragraphs, swaps words, credits the agency in another place or
not at all, comes out on the day or some days later or on no known day, and is written in another of
the ways in which pages write the same words. The same seed gives the same copies.
"""

import argparse
import json
import random
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from benchmarks.made_up import SEED, read_articles
from rejoinder.model.article import Article, ZoneKind

AGENCY: Final = "Reuters"
FIRST_DAY: Final = date(2031, 1, 1)

_SWAPPED: Final = 0.05
_KEPT: Final = 0.6
_TITLES: Final = ("What we know", "Latest", "Report", "Update", "Explained", "In brief", "Dispute")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_SWAPS: Final = MappingProxyType(
    {
        "said": ("stated", "noted"), "says": ("states", "notes"), "accused": ("blamed",),
        "also": ("further",), "would": ("will",), "statement": ("communique",),
        "called": ("termed",), "against": ("versus",), "between": ("among",),
        "which": ("that",), "while": ("whereas",), "after": ("following",),
    }
)  # fmt: skip


def light_copies(article: Article, count: int, *, seed: int = SEED) -> Iterator[dict[str, str]]:
    """Yield input lines of so many copies: ``id``, ``publisher``, ``title``, ``text``, a day."""
    body = [z.span.text_of(article.text) for z in article.zones if z.kind is ZoneKind.BODY]
    for number in range(count):
        draw = random.Random(f"{seed}:{number}")
        paragraphs = [swapped(each, draw) for each in kept(body, draw)]
        line = {
            "id": f"copy-{number:03}",
            "publisher": f"Outlet {number}",
            "title": f"{draw.choice(_TITLES)}: {' '.join(draw.sample(body[0].split(), 5))}",
            "text": written(credited(paragraphs, draw), draw),
        }
        if draw.random() < 0.9:
            line["published"] = (FIRST_DAY + timedelta(days=draw.randrange(4))).isoformat()
        yield line


def kept(paragraphs: Sequence[str], draw: random.Random) -> list[str]:
    """Return the paragraphs that an editor keeps: as a rule the first, at least three in five."""
    least = max(1, round(_KEPT * len(paragraphs)))
    count = draw.randint(least, len(paragraphs))
    if draw.random() < 0.7:
        return list(paragraphs[:count])
    return [paragraphs[n] for n in sorted(draw.sample(range(len(paragraphs)), count))]


def swapped(paragraph: str, draw: random.Random) -> str:
    """Return the paragraph with up to one word in twenty replaced by another."""
    share = draw.uniform(0, _SWAPPED)

    def swap(match: re.Match[str]) -> str:
        if draw.random() >= share * 1.5:
            return match[0]
        return draw.choice(_SWAPS.get(match[0].lower(), (match[0][::-1],)))

    return _WORD.sub(swap, paragraph)


def credited(paragraphs: Sequence[str], draw: random.Random) -> list[str]:
    """Return the paragraphs with the agency credited in some place, or nowhere."""
    first, *rest = paragraphs
    last = rest[-1] if rest else first
    forms: tuple[Callable[[], list[str]], ...] = (
        lambda: [f"TARN ({AGENCY}) - {first}", *rest],
        lambda: [f"TARN, Jan. 2 ({AGENCY}) — {first}", *rest],
        lambda: [f"By {AGENCY}", first, *rest],
        lambda: [f"By Petra Quill, {AGENCY}", first, *rest],
        lambda: [first, *rest, f"Source: {AGENCY}"],
        lambda: [first, *rest, f"({AGENCY})"],
        lambda: [first, *rest[:-1], f"{last} ({AGENCY})"],
        lambda: [first, *rest, f"© 2031 {AGENCY}"],
        lambda: [first, *rest, f"(With inputs from {AGENCY})"],
        lambda: [first, *rest],
    )
    return draw.choice(forms)()


def written(paragraphs: Sequence[str], draw: random.Random) -> str:
    """Return the text as one of the ways of writing it has it: marks, blanks, accents, breaks."""
    straight = str.maketrans("“”‘’—–", "\"\"''--")
    forms: tuple[Callable[[str], str], ...] = (
        lambda text: text,
        lambda text: text.translate(straight),
        lambda text: text.replace(" ", "\u00a0", 40),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("’", "\u2019".encode().decode("cp1252")),
        lambda text: text.replace("“", "«").replace("”", "»"),
        lambda text: text.replace("fi", "ﬁ"),
    )
    breaks = ("\n\n", "\n\n", "\n", "\r\n", "\n\n\n")
    return draw.choice(forms)(draw.choice(breaks).join(paragraphs))


def main() -> None:
    """Print the copies, a JSON line each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.copied")
    parser.add_argument("article")
    parser.add_argument("--copies", type=int, default=300)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    for line in light_copies(read_articles([given.article])[0], given.copies, seed=given.seed):
        sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
