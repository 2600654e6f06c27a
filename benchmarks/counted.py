"""Whether anything counts twice once outlets print each other's texts.

    python -m benchmarks.counted INPUT [--articles N] [--copies N]

Every second of the first articles is printed by so many more outlets, lightly edited as in
`benchmarks.copied` but without a credit, and all of them are ingested into a ledger. What claims
count as independent origins is held to how many texts their statements really stand in.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.copied import kept, swapped, written
from benchmarks.made_up import SEED, read_articles
from rejoinder.api.ledger import Ledger
from rejoinder.model.article import Article, ZoneKind
from rejoinder.views.claims import ClaimView

ARTICLES = 30
COPIES = 3
_MARK = " copy "


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How claims count.

    Attributes:
        groups: of copies, as the ledger finds them.
        of_copies: claims whose statements stand in more articles than texts.
        twice: those that count more origins than texts.
    """

    articles: int
    groups: int
    claims: int
    of_copies: int
    twice: int


def uncredited(article: Article, count: int, *, seed: int = SEED) -> Iterator[dict[str, str]]:
    """Yield input lines of so many light copies of an article, of its day and without a credit."""
    body = [z.span.text_of(article.text) for z in article.zones if z.kind is ZoneKind.BODY]
    for number in range(count):
        draw = random.Random(f"{seed}:{article.ref}:{number}")
        line = {
            "id": f"{article.ref}{_MARK}{number}",
            "publisher": f"Outlet {number}",
            "text": written([swapped(each, draw) for each in kept(body, draw)], draw),
        }
        if article.published is not None:
            line["published"] = article.published.start.isoformat()
        yield line


def texts_of(claim: ClaimView) -> tuple[set[str], set[str]]:
    """Return the articles in which a claim is told, and the texts of which these are copies."""
    told = {each.article_ref for voice in claim.voices for each in voice.statements}
    return told, {ref.split(_MARK)[0] for ref in told}


def count(articles: Iterable[Path], ledger_file: Path) -> Counted:
    """Ingest articles into a ledger that is not there yet, and return how its claims count."""
    with Ledger(ledger_file) as ledger:
        read = ledger.ingest(*articles).read
        claims = ledger.claims()
        told = [(claim.origins, *map(len, texts_of(claim))) for claim in claims]
        return Counted(
            articles=read,
            groups=len(ledger.copies()),
            claims=len(claims),
            of_copies=sum(articles > texts for _, articles, texts in told),
            twice=sum(origins > texts for origins, _, texts in told),
        )


def copied(articles: Sequence[Article], copies: int) -> Iterator[dict[str, str]]:
    """Yield input lines of the copies of every second article."""
    for article in articles[::2]:
        yield from uncredited(article, copies)


def main() -> None:
    """Print how claims count among articles and copies of them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.counted")
    parser.add_argument("input", type=Path)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--copies", type=int, default=COPIES)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        first, made = Path(folder, "first.jsonl"), Path(folder, "copies.jsonl")
        lines = given.input.read_text(encoding="utf-8").splitlines()[: given.articles]
        first.write_text("\n".join(lines) + "\n", encoding="utf-8")
        copies = copied(read_articles([str(first)]), given.copies)
        made.write_text("".join(json.dumps(line) + "\n" for line in copies), encoding="utf-8")
        found = count([first, made], Path(folder, "ledger"))
    sys.stdout.write(
        f"{found.articles} articles, {found.groups} groups of copies\n"
        f"{found.claims} claims, {found.of_copies} of them told in copies of one text\n"
        f"{found.twice} count more origins than texts\n"
    )


if __name__ == "__main__":
    main()
