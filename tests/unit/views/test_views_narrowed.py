"""What is found by indexes and summaries is what going through the whole ledger finds."""

import itertools
import random
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection
from tests.unit.ledger.ledger_samples import NOW, makers
from tests.unit.views.tellings import PARTIES, Deed, Word, filled, telling

from rejoinder import Ledger
from rejoinder.ledger.connect import LedgerFile, open_ledger
from rejoinder.ledger.fts import match_expression
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.ledger.write import append
from rejoinder.model.event import EventType, Modality
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act
from rejoinder.pipeline.reconcile import Reconciliation
from rejoinder.views.matters import Matter, tokens_of
from rejoinder.views.positions import find_positions
from rejoinder.views.timeline import find_timeline, timeline_of
from rejoinder.views.timeline_found import Asked, Found, find_records
from rejoinder.views.told import said_rows

WORDS = ("the pact", "a fire at the dam", "no pact about the dam", "the siege", "Ångström's dam")
MATTERS = (None, "pact", "dam pact", '"the dam"', "sieg*", "assault", "-", "angstrom")
TARN, VEST = frozenset({ActorId("state:TAR")}), frozenset({ActorId("state:VES")})
OST = frozenset({ActorId("per:ilir-ost"), ActorId("per:mara-venn")})
ASKED = ((), (TARN,), (TARN, VEST), (OST,), (frozenset({ActorId("per:nobody")}),))
DAYS = (
    (None, None),
    (date(2024, 3, 2), None),
    (None, date(2024, 3, 3)),
    (date(2024, 3, 2), date(2024, 3, 4)),
)
SNOW = " ".join(f"Snow lay on hill {n}." for n in range(60))


def drawn(seed: int) -> list[ArticleRecord]:
    """Return articles of what parties say and do, some of them copies."""
    draw = random.Random(seed)

    def some_day() -> str | None:
        return draw.choice((None, *(f"2024-03-0{n}" for n in range(1, 6))))

    def some() -> Word | Deed:
        who, whom = draw.sample(sorted(PARTIES), 2)
        if draw.random() < 0.3:
            return Deed(
                who=who,
                whom=whom,
                kind=draw.choice((EventType.ASSAULT, EventType.CONSULT)),
                date=some_day(),
                modality=draw.choice((Modality.ACTUAL, Modality.FUTURE)),
            )
        return Word(
            who=who,
            act=draw.choice((Act.DEMAND, Act.REFUSE, Act.ASSERT)),
            cue=draw.choice(("demanded", "rejected", "said")),
            content=draw.choice(WORDS),
            about=draw.choice((None, whom)),
            said=some_day(),
        )

    found = []
    for number in range(8):
        told = [some() for _ in range(draw.randrange(1, 5))]
        for copy in range(draw.choice((1, 1, 2))):
            found.append(
                telling(
                    f"a{number}-{copy}",
                    *told,
                    publisher=draw.choice(("Lane News", "Vest Daily", None)),
                    published=some_day(),
                    extra=SNOW + f" It was day {number}.",
                )
            )
    return found


def some_of(asked: Iterable[Any], count: int, seed: int) -> list[Any]:
    """Return so many of the questions, others for each seed."""
    return random.Random(seed).sample(list(asked), count)


@pytest.fixture(scope="module", params=range(2))
def seed(request: pytest.FixtureRequest) -> int:
    """Return what articles and questions are drawn with."""
    drawn_with: int = request.param
    return drawn_with


@pytest.fixture(scope="module")
def folder(seed: int, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a ledger that has no summaries, and the same with them.

    One article was read twice, the second time with less, and two actors were made one.
    """
    made = tmp_path_factory.mktemp("narrowed")
    for name in ("plain", "summed"):
        records = drawn(seed)
        filled(made, records, f"{name}.sqlite").close()
        with open_ledger(made / f"{name}.sqlite") as ledger:
            read_again(ledger, telling("a0-0", published="2024-03-01"))
    with Ledger(made / "summed.sqlite") as opened:
        opened.merge("per:ilir-ost", "per:mara-venn")
        opened.rebuild()
    with Ledger(made / "plain.sqlite") as opened:
        opened.merge("per:ilir-ost", "per:mara-venn")
    with open_ledger(made / "plain.sqlite") as ledger:
        read_again(ledger, telling("a99", published=None))
    with open_ledger(made / "summed.sqlite") as ledger:
        read_again(ledger, telling("a99", published=None))
    with Ledger(made / "summed.sqlite") as opened:
        opened.rebuild()
    return made


def read_again(ledger: LedgerFile, record: ArticleRecord) -> None:
    judge = Reconciliation((record,)).judge
    append(ledger, records=(record,), makers=makers("2"), now=NOW, actors=judge)


@pytest.fixture
def both(folder: Path) -> Iterator[tuple[Connection, Connection]]:
    """Return connections to the ledger without summaries and to that with them."""
    with (
        open_ledger(folder / "plain.sqlite", read_only=True) as plain,
        open_ledger(folder / "summed.sqlite", read_only=True) as summed,
        plain.reading() as left,
        summed.reading() as right,
    ):
        assert not SummaryBook(connection=left).is_current()
        assert SummaryBook(connection=right).is_current()
        yield left, right


def test_timelines_are_those_of_the_whole_ledger(
    both: tuple[Connection, Connection], seed: int
) -> None:
    shown = 0
    for parties, matter, (since, until) in some_of(
        itertools.product(ASKED, MATTERS, DAYS), 30, seed
    ):
        asked = Asked(parties=parties, matter=matter, since=since, until=until)
        views = []
        for connection in both:
            found = find_records(connection, asked)
            whole = Found(on_matter=found.on_matter, articles=found.articles)
            views.append(timeline_of(connection, asked, whole))
            views.append(
                find_timeline(connection, parties=parties, matter=matter, since=since, until=until)
            )
        assert all(view == views[0] for view in views), asked
        shown += len(views[0].dated) + len(views[0].undated)
    assert shown > 20


def test_positions_are_those_of_the_whole_ledger(
    both: tuple[Connection, Connection], seed: int
) -> None:
    shown = 0
    for query, ids, (since, until) in some_of(
        itertools.product(MATTERS[1:], (None, TARN, OST), DAYS), 60, seed
    ):
        every = said_rows(both[0])
        words = tokens_of((query or "").strip('"*'))
        holding = frozenset(
            row.id
            for row in every
            if match_expression(query or "")
            and all(any(own.startswith(each) for own in tokens_of(row.content)) for each in words)
        )
        matter = Matter(name="it", query=query)
        given = {"ids": ids, "since": since, "until": until}
        views = [find_positions(each, [matter], **given) for each in both]
        narrowed = Matter(name="it", query=query, statements=holding)
        views.append(find_positions(both[0], [narrowed], **given))
        views.append(
            [
                view
                for view in find_positions(both[1], [matter], since=since, until=until)
                if ids is None or view.actor in ids
            ]
        )
        assert all(view == views[0] for view in views), (query, ids, since, until)
        shown += len(views[0])
    assert shown > 20
