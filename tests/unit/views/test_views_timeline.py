"""The timeline over ledgers of invented quarrels."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection
from tests.unit.views.tellings import Deed, Word, filled, telling

from rejoinder.model.event import EventType, Modality
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act
from rejoinder.views.timeline import EntryKind, EntryView, find_timeline

TARN, VEST = {ActorId("state:TAR")}, {ActorId("state:VES")}
RAID = Deed(who="Tarn", whom="Vest", kind=EventType.ASSAULT, date="2024-03-04")
SNOW = " ".join(f"Snow lay on hill {n}." for n in range(60))

TOLD = (
    RAID,
    Deed(who="Tarn", whom="Vest", kind=EventType.CONSULT, date="2024-04-01",
         modality=Modality.FUTURE),
    Deed(who="Vest", whom="Tarn", kind=EventType.SANCTION),
    Word(who="Vest", act=Act.ACCUSE, cue="accused", content="Tarn of a raid", about="Tarn",
         said="2024-03-05"),
)  # fmt: skip
FIRST = telling("first", *TOLD, extra=SNOW)
COPY = telling("copy", *TOLD, extra=SNOW, publisher="Vest Daily", published="2024-03-08")
OTHER = telling(
    "other",
    Word(who="Mara Venn", act=Act.ASSERT, cue="said", content="there was a fire"),
    replace(RAID, mode=("drone",), claimed=True),
    Deed(who="Tarn", whom="Vest", kind=EventType.ASSAULT, date="2024-03-06"),
    publisher="Tarn Post",
    published=None,
)
EVERY = (FIRST, COPY, OTHER)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with filled(tmp_path_factory.mktemp("timeline"), EVERY) as ledger, ledger.reading() as found:
        yield found


def shown(entries: tuple[EntryView, ...]) -> list[tuple[str | None, str]]:
    return [
        (each.date.start.isoformat() if each.date else None, each.event_type or each.act or "")
        for each in entries
    ]


def test_what_is_dated_comes_in_order_and_the_rest_apart(opened: Connection) -> None:
    found = find_timeline(opened)

    assert shown(found.dated) == [
        ("2024-03-04", "ASSAULT"), ("2024-03-05", "accuse"), ("2024-03-06", "ASSAULT"),
    ]  # fmt: skip
    assert shown(found.undated) == [(None, "SANCTION"), (None, "assert")]


def test_an_event_of_several_outlets_is_told_once(opened: Connection) -> None:
    raid = find_timeline(opened).dated[0]

    assert (raid.kind, raid.mode, raid.alleged) == (EntryKind.EVENT, ("drone",), False)
    assert raid.authors == ("Lane News", "Mara Venn", "Vest Daily")
    assert [each.article_ref for each in raid.told] == ["first", "copy", "other"]
    assert raid.origins == 2
    assert [each.claimed_by for each in raid.told] == [None, None, ("Mara Venn",)]


def test_statements_of_copies_are_told_once(opened: Connection) -> None:
    said = find_timeline(opened).dated[1]

    assert (said.kind, said.actor, said.recipient) == (EntryKind.STATEMENT, ("Vest",), ("Tarn",))
    assert (len(said.told), said.origins) == (2, 1)


def test_parties_and_days_and_matters_narrow_it(opened: Connection) -> None:
    both = find_timeline(opened, parties=[TARN, VEST])
    assert len(both.dated) == 3
    assert shown(both.undated) == [(None, "SANCTION")]
    assert find_timeline(opened, parties=[{ActorId("per:nobody")}]).dated == ()
    days = find_timeline(opened, since=date(2024, 3, 5), until=date(2024, 3, 5))
    assert shown(days.dated) == [("2024-03-05", "accuse")]
    assert days.undated == ()
    fire = find_timeline(opened, matter="fire")
    assert shown((*fire.dated, *fire.undated)) == [("2024-03-04", "ASSAULT"), (None, "assert")]
    assert find_timeline(opened, matter="-").undated == ()


def test_modes_that_differ_are_events_that_differ(tmp_path: Path) -> None:
    records = [
        telling(name, replace(RAID, mode=mode), publisher=name)
        for name, mode in (("a", ("drone",)), ("b", ("abduct",)), ("c", ()), ("d", ("drone",)))
    ]
    with filled(tmp_path, records) as ledger, ledger.reading() as connection:
        found = find_timeline(connection).dated

    assert sorted((each.mode, len(each.told)) for each in found) == [
        ((), 1), (("abduct",), 1), (("drone",), 2),
    ]  # fmt: skip


def test_the_order_of_ingestion_does_not_matter(tmp_path: Path) -> None:
    seen = []
    for number, order in enumerate(itertools.permutations(EVERY)):
        with filled(tmp_path, order, f"{number}.sqlite") as ledger, ledger.reading() as found:
            seen.append(find_timeline(found))
    assert all(each == seen[0] for each in seen)
