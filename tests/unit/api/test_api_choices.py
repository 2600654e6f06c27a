"""A word is taken for the thing it names, or refused with what there is."""

from datetime import date

import pytest

from rejoinder.api.choices import at_most, check_days, choose, choose_any, least_score
from rejoinder.errors import ConfigError
from rejoinder.model.actor import ActorKind
from rejoinder.model.statement import Act


def test_a_word_is_the_thing_it_names() -> None:
    assert choose(Act, "accuse", "act") is Act.ACCUSE
    assert choose_any(ActorKind, "state", "kind of actor") is ActorKind.STATE
    assert choose_any(Act, None, "act") is None


@pytest.mark.parametrize("name", ["", "Accuse", "blame"])
def test_what_names_nothing_is_refused_with_all_that_there_is(name: str) -> None:
    with pytest.raises(ConfigError) as refused:
        choose_any(Act, name, "act")
    assert str(refused.value) == f"no act {name!r}; choose one of: {', '.join(Act)}"


def test_a_limit_is_a_number_that_a_database_can_count_to() -> None:
    assert [at_most(None), at_most(0), at_most(3)] == [None, 0, 3]
    assert at_most(10**30) == 2**62


def test_less_than_none_is_refused() -> None:
    with pytest.raises(ConfigError, match="limit -1 is less than none"):
        at_most(-1)


def test_a_score_is_from_none_to_one() -> None:
    assert [least_score(each) for each in (None, 0, 0.6, 1)] == [None, 0, 0.6, 1]


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan")])
def test_what_is_no_score_is_refused(score: float) -> None:
    with pytest.raises(ConfigError, match=f"least score {score:g} is none; give one from 0 to 1"):
        least_score(score)


def test_days_are_days_in_their_order() -> None:
    early, late = date(2031, 5, 4), date(2031, 5, 5)
    for days in ((None, None), (early, None), (None, late), (early, late), (late, late)):
        check_days(*days)
    with pytest.raises(ConfigError, match="until 2031-05-04 comes before since 2031-05-05"):
        check_days(late, early)
    with pytest.raises(ConfigError, match="since '2031' is no day; give a datetime"):
        check_days("2031", None)  # type: ignore[arg-type]  # what callers without a checker do
