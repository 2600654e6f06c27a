"""Tension over ledgers of invented quarrels."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.views.tellings import Deed, Word, filled, telling

from rejoinder.exports.scales import event_scale
from rejoinder.model.event import EventType, Modality
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act
from rejoinder.views.periods import Period
from rejoinder.views.tension import TensionPoint, TensionView, find_tension

TARN, VEST = ActorId("state:TAR"), ActorId("state:VES")
SNOW = " ".join(f"Snow lay on hill {n}." for n in range(60))


def told(
    folder: Path, records: Sequence[ArticleRecord], name: str = "x.sqlite", *, back: bool = False,
    by: Period = Period.WEEK, alone: bool = False,
) -> TensionView:  # fmt: skip
    left, right = (VEST, TARN) if back else (TARN, VEST)
    with filled(folder, records, name) as ledger, ledger.reading() as connection:
        return find_tension(connection, left, right, by=by, alone=alone)


def mirrored(point: TensionPoint) -> TensionPoint:
    return replace(
        point,
        forth=point.back,
        back=point.forth,
        alleged_forth=point.alleged_back,
        alleged_back=point.alleged_forth,
    )


def raid(day: str | None, kind: EventType = EventType.ASSAULT, **more: object) -> Deed:
    return Deed(who="Tarn", whom="Vest", kind=kind, date=day, **more)  # type: ignore[arg-type]


def accused(said: str | None, who: str = "Vest", about: str = "Tarn") -> Word:
    return Word(
        who=who, act=Act.ACCUSE, cue="accused", content=f"{about} of it", about=about, said=said
    )


def test_directions_are_apart_and_together(tmp_path: Path) -> None:
    records = [telling("a", raid("2024-03-04"), accused("2024-03-06"))]
    (point,) = told(tmp_path, records).points
    assault = event_scale(EventType.ASSAULT)
    blame = event_scale(EventType.ACCUSE, ["allege"])
    assert assault is not None
    assert blame is not None

    assert point.start == date(2024, 3, 4)
    assert (point.forth.score, point.forth.records) == (assault, 1)
    assert (point.back.score, point.back.records) == (blame, 1)
    assert point.together.score == pytest.approx((assault + blame) / 2)
    ids = {records[0].events[0].id, records[0].statements[0].id}
    assert set(point.together.ids) == ids
    assert point.alleged.records == 0


def test_weeks_without_a_record_are_empty_and_not_zero(tmp_path: Path) -> None:
    found = told(tmp_path, [telling("a", raid("2024-03-04"), raid("2024-03-20"))])

    assert [each.together.records for each in found.points] == [1, 0, 1]
    assert found.points[1].together.score is None
    assert found.points[1].together.ids == ()
    months = told(tmp_path, [telling("a", raid("2024-03-04"))], "m.sqlite", by=Period.MONTH)
    assert [each.start for each in months.points] == [date(2024, 3, 1)]


def test_copies_and_one_outlet_count_once(tmp_path: Path) -> None:
    records = [
        telling("wire", raid("2024-03-04"), extra=SNOW, publisher="Lane News"),
        telling("copy", raid("2024-03-04"), extra=SNOW, publisher="Vest Daily"),
        telling("own", raid("2024-03-04"), publisher="Tarn Post"),
        telling("again", raid("2024-03-04"), publisher="Tarn Post", extra="Once more."),
    ]
    (point,) = told(tmp_path, records).points

    assert (point.forth.records, point.forth.origins, len(point.forth.ids)) == (2, 2, 4)


def test_what_parties_claim_is_apart(tmp_path: Path) -> None:
    records = [
        telling("a", accused("2024-03-04"), raid("2024-03-05", claimed=True)),
        telling("b", raid("2024-03-05", modality=Modality.HYPOTHETICAL), publisher="B"),
        telling("c", raid("2024-03-05", modality=Modality.ALLEGED), publisher="C"),
    ]
    (point,) = told(tmp_path, records).points

    assert (point.forth.records, point.back.records) == (0, 1)
    assert (point.alleged_forth.records, point.alleged_back.records) == (2, 0)


def test_no_day_is_made_up(tmp_path: Path) -> None:
    records = [
        telling("a", raid(None), accused(None), published="2024-03-07"),
        telling("b", accused(None), published=None, publisher="B"),
    ]
    found = told(tmp_path, records)

    assert found.undated == 2
    assert [(each.forth.records, each.back.records) for each in found.points] == [(0, 1)]


def test_a_state_is_its_officials_too_unless_it_is_asked_alone(tmp_path: Path) -> None:
    records = [
        telling(
            "a",
            accused("2024-03-04", "Ilir Ost", "Vest"),
            accused("2024-03-04", "Mara Venn", "Tarn"),
        )
    ]
    found = told(tmp_path, records)

    assert found.left_members == ("per:ilir-ost", TARN)
    assert found.right_members == (VEST,)
    assert [each.together.records for each in found.points] == [1]
    assert told(tmp_path, records, "alone.sqlite", alone=True).points == ()


def test_nothing_between_them_has_no_points(tmp_path: Path) -> None:
    found = told(tmp_path, [telling("a", accused("2024-03-04", "Vest", "Vest"))])
    assert (found.points, found.undated, found.scale) == ((), 0, "plover.scale.v1")


def test_the_order_of_ingestion_does_not_matter(tmp_path: Path) -> None:
    records = [
        telling("a", raid("2024-03-04"), extra=SNOW),
        telling("b", raid("2024-03-04"), extra=SNOW, publisher="B"),
        telling("c", accused("2024-03-09"), publisher="C"),
    ]
    seen = [told(tmp_path, each, f"{n}.sqlite") for n, each in enumerate(permutations(records))]
    assert all(each == seen[0] for each in seen)


DAYS = st.integers(0, 40).map(lambda n: (date(2024, 3, 1) + timedelta(days=n)).isoformat())
DEEDS = st.builds(
    Deed,
    who=st.sampled_from(["Tarn", "Vest"]),
    whom=st.sampled_from(["Tarn", "Vest", "Ilir Ost"]),
    kind=st.sampled_from(list(EventType)),
    date=st.none() | DAYS,
    modality=st.sampled_from([Modality.ACTUAL, Modality.ALLEGED]),
)
WORDS = st.builds(
    Word,
    who=st.sampled_from(["Tarn", "Vest", "Ilir Ost"]),
    act=st.sampled_from(list(Act)),
    cue=st.just("spoke of"),
    content=st.sampled_from(["the dam", "the raid", "the pact"]),
    about=st.sampled_from(["Tarn", "Vest", None]),
    said=st.none() | DAYS,
)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told_of=st.lists(DEEDS | WORDS, min_size=1, max_size=6), number=st.uuids())
def test_parties_exchanged_exchange_directions_alone(
    tmp_path: Path, told_of: list[Deed | Word], number: object
) -> None:
    record = telling("a", *told_of)
    with filled(tmp_path, [record], f"{number}.sqlite") as ledger, ledger.reading() as connection:
        forth = find_tension(connection, TARN, VEST)
        back = find_tension(connection, VEST, TARN)

    assert tuple(mirrored(each) for each in forth.points) == back.points
    assert forth.undated == back.undated
    assert (forth.left_members, forth.right_members) == (back.right_members, back.left_members)
    for point in forth.points:
        score = point.together.score
        assert (score is None) == (point.together.records == 0)
        assert score is None or -10 <= score <= 10
