"""How many origins reports have, whoever printed them first."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model.copies import (
    Report,
    by_origin,
    earliest_known,
    group_id,
    in_order,
    independent_origins,
    origin_of,
)
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.ids import ArticleId

DAY = date(2031, 3, 4)


def report(
    name: str,
    group: str | None = None,
    publisher: str | None = None,
    agency: str | None = None,
    day: int | None = 0,
    days: int = 1,
) -> Report:
    """Return a report of an article; ``day`` counts from a day in March."""
    published = None
    if day is not None:
        start = DAY + timedelta(days=day)
        end = start + timedelta(days=days - 1)
        precision = Precision.DAY if days == 1 else Precision.MONTH
        published = DateInterval(start=start, end=end, precision=precision)
    return Report(
        article=ArticleId(name), ref=name, group=group or name, publisher=publisher,
        published=published, agency=agency,
    )  # fmt: skip


def test_the_earliest_known_is_that_of_the_earliest_day() -> None:
    found = [
        report("a", day=None),
        report("b", day=2),
        report("c", day=0, days=28),
        report("d", day=1),
    ]
    assert [each.ref for each in in_order(found)] == ["d", "b", "c", "a"]
    assert earliest_known(found).ref == "d"


def test_of_one_day_the_agency_comes_first_and_then_who_credits_one() -> None:
    found = [
        report("a", publisher="Vest Daily"),
        report("b", publisher="Tarn Post", agency="Reuters"),
        report("c", publisher="REUTERS", agency="Reuters"),
    ]
    assert [each.ref for each in in_order(found)] == ["c", "b", "a"]


def test_the_origin_is_whom_most_credit() -> None:
    assert origin_of([report("a")]) is None
    assert origin_of([report("a"), report("b", agency="AFP", day=3)]) == "AFP"
    found = [report("a", agency="AFP"), report("b", agency="AP", day=1)]
    assert origin_of(found) == "AFP"
    assert origin_of([*found, report("c", agency="AP", day=9)]) == "AP"


def test_copies_an_agency_and_an_outlet_are_one_origin_each() -> None:
    found = [
        report("copy-1", "g", publisher="Vest Daily", agency="Reuters"),
        report("copy-2", "g", publisher="Tarn Post"),
        report("other-wire", publisher="Lane News", agency="reuters"),
        report("own-1", publisher="Tarn Post"),
        report("own-2", publisher="TARN  POST"),
        report("nobody"),
        report("nobody-else"),
    ]
    origins = by_origin(found)

    assert {name: [each.ref for each in each_] for name, each_ in origins.items()} == {
        "reuters": ["copy-1", "other-wire", "copy-2"],
        "tarn post": ["own-1", "own-2"],
        "nobody": ["nobody"],
        "nobody-else": ["nobody-else"],
    }
    assert independent_origins(found) == 4


def test_a_text_that_nobody_is_credited_with_is_its_first_publisher_s() -> None:
    found = [
        report("a", "g", publisher="Vest Daily", day=1),
        report("b", "g", publisher="Tarn Post", day=0),
        report("c", publisher="Tarn Post", day=5),
    ]
    assert list(by_origin(found)) == ["tarn post"]


def test_nothing_has_no_origin() -> None:
    assert independent_origins([]) == 0


def test_a_group_goes_by_the_least_of_its_stretches() -> None:
    one, other = (ArticleId("a-1"), -1), (ArticleId("a-2"), -1)
    assert (
        group_id([one, other]) == group_id([other, one]) == min(group_id([one]), group_id([other]))
    )
    assert group_id([one]) != group_id([(ArticleId("a-1"), 0)])


REPORTS = st.lists(
    st.builds(
        report,
        st.sampled_from("abcdefgh"),
        st.sampled_from([None, "g", "h"]),
        st.sampled_from([None, "Vest Daily", "Tarn Post"]),
        st.sampled_from([None, "Reuters", "AFP"]),
        st.none() | st.integers(0, 3),
    ),
    unique_by=lambda each: each.article,
)


@given(REPORTS)
def test_order_does_not_count_and_copies_add_no_origin(reports: list[Report]) -> None:
    assert by_origin(reports) == by_origin(reports[::-1])
    origins = by_origin(reports)
    assert sorted(each.ref for every in origins.values() for each in every) == sorted(
        each.ref for each in reports
    )
    assert len(origins) <= len({each.group for each in reports})
