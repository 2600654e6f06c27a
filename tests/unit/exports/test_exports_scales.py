"""The tables of scales and the crosswalk are whole, and read as printed."""

import pytest

from rejoinder.events.pairs.types import QUAD
from rejoinder.exports.crosswalk import crossing, crosswalk
from rejoinder.exports.scales import (
    cameo_codes,
    event_scale,
    goldstein,
    plover_values,
    quad_code,
    scales_digest,
)
from rejoinder.model.event import EventType
from rejoinder.model.statement import Act
from rejoinder.text.tables import read_rows

ROWS = read_rows("rejoinder.exports", "scales.tsv")


def test_every_type_has_a_value_a_quad_and_a_cameo_code() -> None:
    for event_type in EventType:
        one = plover_values()[event_type, None]
        assert one.value is not None
        assert one.cameo
        assert -10 <= one.value <= 10


def test_quads_are_those_of_the_pair_coder() -> None:
    assert {each.value: quad_code(each) for each in EventType} == {
        each.value: QUAD[each.value] for each in EventType
    }


def test_cooperation_is_above_nought_and_conflict_is_not() -> None:
    for one in plover_values().values():
        if one.value is not None and one.quad <= 2:
            assert one.value > 0, one
        # A request for help is the one conflict that PLOVER gives more than nought.
        if one.value is not None and one.quad > 2 and one.mode != "assist":
            assert one.value <= 0, one


def test_no_row_is_given_twice() -> None:
    keys = [(row["scale"], row["code"], row["mode"]) for row in ROWS]
    assert len(set(keys)) == len(keys)


def test_only_the_lost_sign_of_accuse_is_not_as_printed() -> None:
    changed = [
        (one.event_type, one.mode, one.value, one.printed)
        for one in plover_values().values()
        if one.value != one.printed
    ]
    assert changed == [(EventType.ACCUSE, None, -3.0, 3.0)]


@pytest.mark.parametrize(
    ("event_type", "modes", "value"),
    [
        (EventType.CONSULT, (), 2.5),
        (EventType.CONSULT, ("phone",), 1.5),
        (EventType.RETREAT, ("withdraw", "ceasefire"), 7.75),
        (EventType.PROTEST, ("vandalize",), -5.0),
        (EventType.PROTEST, ("vandalize", "riot"), -7.0),
        (EventType.ASSAULT, ("no such mode",), -9.0),
        (EventType.ACCUSE, ("allege",), -3.5),
    ],
)
def test_a_mode_counts_before_its_type(
    event_type: EventType, modes: tuple[str, ...], value: float
) -> None:
    assert event_scale(event_type, modes) == value


@pytest.mark.parametrize(
    ("codes", "value"),
    [
        (("112",), -2.0),
        (("09", "11"), -2.0),
        (("18", "19", "20"), None),
        (("016",), -2.0),
        ((), None),
        (("999",), None),
    ],
)
def test_goldsteins_value_is_given_where_the_codes_agree(
    codes: tuple[str, ...], value: float | None
) -> None:
    assert goldstein(codes) == value


def test_every_cameo_root_and_every_code_in_use_has_goldsteins_value() -> None:
    known = {row["code"] for row in ROWS if row["scale"] == "goldstein"}
    assert {f"{root:02}" for root in range(1, 21)} <= known
    used = {code for each in EventType for code in cameo_codes(each)}
    used |= {code for each in Act for code in crossing(each).cameo}
    assert used <= known


def test_the_scales_have_a_digest() -> None:
    assert len(scales_digest()) == 64


def test_the_crosswalk_covers_every_act() -> None:
    assert list(crosswalk()) == list(Act)
    assert all(crossing(act).cameo for act in Act)


@pytest.mark.parametrize(
    ("act", "event_type", "mode"),
    [
        (Act.ACCUSE, EventType.ACCUSE, ("allege",)),
        (Act.CRITICISE, EventType.ACCUSE, ("disapprove",)),
        (Act.DENY, None, ()),
        (Act.REFUSE, EventType.REJECT, ()),
        (Act.DEMAND, EventType.REQUEST, ()),
        (Act.WARN, EventType.THREATEN, ()),
        (Act.SUPPORT, EventType.SUPPORT, ()),
        (Act.OFFER, EventType.AGREE, ()),
        (Act.AGREE, EventType.AGREE, ()),
        (Act.ADMIT, EventType.CONCEDE, ()),
        (Act.INTEND, None, ()),
        (Act.PREDICT, None, ()),
        (Act.ASSERT, None, ()),
    ],
)
def test_an_act_is_what_the_design_says(
    act: Act, event_type: EventType | None, mode: tuple[str, ...]
) -> None:
    found = crossing(act)
    assert (found.event_type, found.mode) == (event_type, mode)
    if event_type is not None:
        assert all((event_type, each) in plover_values() for each in mode)
