"""Positions over ledgers of invented quarrels."""

import itertools
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection
from tests.unit.views.tellings import Word, filled, telling

from rejoinder import Ledger
from rejoinder.ledger.connect import open_ledger
from rejoinder.model.position import Position, Stance
from rejoinder.model.statement import Act
from rejoinder.views.codings import codings_of_positions
from rejoinder.views.matters import Matter
from rejoinder.views.periods import Period, period_of, periods_between
from rejoinder.views.positions import PositionView, find_positions

SNOW = " ".join(f"Snow lay on hill {n}." for n in range(60))
PACT = Matter(name="the pact", query="pact")
FIRST = telling(
    "first",
    Word(who="Tarn", act=Act.DEMAND, cue="demanded", content="a pact", said="2024-03-05"),
    Word(who="Vest", act=Act.REFUSE, cue="rejected", content="the pact", said="2024-03-06"),
    Word(who="Vest", act=Act.ASSERT, cue="said", content="the pact was signed in May"),
    Word(who="Mara Venn", act=Act.SUPPORT, cue="praised", content="the snow"),
    extra=SNOW,
)
COPY = telling(
    "copy",
    Word(who="Tarn", act=Act.DEMAND, cue="demanded", content="a pact", said="2024-03-05"),
    Word(who="Vest", act=Act.REFUSE, cue="rejected", content="the pact", said="2024-03-06"),
    Word(who="Vest", act=Act.ASSERT, cue="said", content="the pact was signed in May"),
    Word(who="Mara Venn", act=Act.SUPPORT, cue="praised", content="the snow"),
    extra=SNOW,
    publisher="Vest Daily",
    published="2024-03-08",
)
LATER = telling(
    "later",
    Word(who="Tarn", act=Act.ASSERT, cue="said", content="it would end the pact"),
    Word(who="Tarn", act=Act.ASSERT, cue="said", content="Ost welcomes the pact"),
    Word(who="Ilir Ost", act=Act.SUPPORT, cue="welcomes", content="the pact", inside=True),
    publisher="Tarn Post",
    published="2024-05-02",
)
EVERY = (FIRST, COPY, LATER)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with filled(tmp_path_factory.mktemp("positions"), EVERY) as ledger, ledger.reading() as found:
        yield found


def by_name(views: list[PositionView]) -> dict[str, PositionView]:
    return {view.name: view for view in views}


def test_who_is_for_and_against_and_who_is_silent(opened: Connection) -> None:
    found = by_name(find_positions(opened, [PACT]))

    assert set(found) == {"Tarn", "Vest", "Ilir Ost"}
    assert found["Tarn"].position is Position.MIXED
    assert found["Vest"].position is Position.AGAINST
    assert found["Ilir Ost"].position is Position.UNCLEAR


def test_copies_count_once_and_are_shown(opened: Connection) -> None:
    vest = by_name(find_positions(opened, [PACT]))["Vest"]

    assert (vest.agreeing, vest.disagreeing, vest.unclear, vest.origins) == (0, 1, 1, 1)
    refused = [each for each in vest.statements if each.stance is Stance.AGAINST]
    assert [(each.article_ref, each.repeats) for each in refused] == [
        ("copy", False), ("first", True),
    ]  # fmt: skip


def test_what_somebody_is_said_to_hold_does_not_count(opened: Connection) -> None:
    ost = by_name(find_positions(opened, [PACT]))["Ilir Ost"]

    assert (ost.statements, ost.agreeing) == ((), 0)
    assert [(each.told_by, each.stance) for each in ost.alleged] == [(("Tarn",), Stance.FOR)]


def test_positions_change_over_time(opened: Connection) -> None:
    tarn = by_name(find_positions(opened, [PACT]))["Tarn"]
    assert [(each.start, each.position) for each in tarn.periods] == [
        (date(2024, 3, 1), Position.FOR),
        (date(2024, 5, 1), Position.AGAINST),
    ]
    weeks = by_name(find_positions(opened, [PACT], by=Period.WEEK))["Tarn"].periods
    assert [each.start for each in weeks] == [date(2024, 3, 4), date(2024, 4, 29)]
    early = by_name(find_positions(opened, [PACT], until=date(2024, 3, 31)))["Tarn"]
    assert early.position is Position.FOR


def test_saved_statements_are_a_matter_of_their_own(opened: Connection) -> None:
    ids = frozenset(each.id for record in EVERY for each in record.statements)
    saved = Matter(name="saved", query=None, statements=ids)
    found = by_name(find_positions(opened, [saved]))

    assert found["Mara Venn"].position is Position.FOR
    assert found["Vest"].position is Position.AGAINST
    only = frozenset(each.id for each in LATER.statements)
    narrowed = Matter(name="pact", query="pact", statements=only)
    assert set(by_name(find_positions(opened, [narrowed]))) == {"Tarn", "Ilir Ost"}
    nobody = Matter(name="-", query="-")
    assert find_positions(opened, [nobody]) == []


def test_codings_are_the_clear_statements(opened: Connection) -> None:
    found = codings_of_positions(opened, find_positions(opened, [PACT]))

    assert {(each.name, each.agreement) for each in found} == {
        ("Tarn", True), ("Tarn", False), ("Vest", False),
    }  # fmt: skip
    assert {each.day for each in found if each.name == "Vest"} == {date(2024, 3, 6)}


def test_officials_have_their_state_as_organization(tmp_path: Path) -> None:
    told = [
        Word(who=each, act=Act.SUPPORT, cue="praised", content="the pact")
        for each in ("Tarn", "Ilir Ost", "Mara Venn")
    ]
    filled(tmp_path, [telling("a", *told)]).close()
    for summed in (False, True):
        if summed:
            with Ledger(tmp_path / "x.sqlite") as ledger:
                ledger.rebuild()
        with open_ledger(tmp_path / "x.sqlite", read_only=True) as file, file.reading() as read:
            codings = codings_of_positions(read, find_positions(read, [PACT]))
        organizations = {each.name: each.organization for each in codings}
        assert organizations == {"Tarn": None, "Ilir Ost": "Tarn", "Mara Venn": None}
        with open_ledger(tmp_path / "x.sqlite", read_only=True) as file, file.reading() as read:
            states = codings_of_positions(read, find_positions(read, [PACT]), states=True)
        assert [(each.actor, each.name, each.person) for each in states] == [
            ("state:TAR", "Tarn", False), ("per:mara-venn", "Mara Venn", True),
            ("state:TAR", "Tarn", False),
        ]  # fmt: skip


def test_the_order_of_ingestion_does_not_matter(tmp_path: Path) -> None:
    seen = []
    for number, order in enumerate(itertools.permutations(EVERY)):
        with filled(tmp_path, order, f"{number}.sqlite") as ledger, ledger.reading() as found:
            seen.append(find_positions(found, [PACT]))
    assert all(each == seen[0] for each in seen)


@pytest.mark.parametrize(
    ("by", "starts"),
    [
        (Period.WEEK, ["2023-12-25", "2024-01-01", "2024-01-08"]),
        (Period.MONTH, ["2023-12-01", "2024-01-01"]),
        (Period.YEAR, ["2023-01-01", "2024-01-01"]),
    ],
)
def test_periods_follow_each_other(by: Period, starts: list[str]) -> None:
    found = periods_between(date(2023, 12, 30), date(2024, 1, 10), by)
    assert [each.isoformat() for each in found] == starts
    assert period_of(None, by) is None
