"""Whose a bare "spokesman Oren Tal" is: that of all ministries told of before him."""

import pytest
from tests.unit.actors.conftest import Resolve

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param(
            "Greece’s Foreign Ministry had doubts. “Ties are good,” spokesman Oren Tal said.",
            "GRC",
            id="the ministry before",
        ),
        pytest.param(
            "The Turkish Defence Ministry had doubts. Spokeswoman Orna Tal added more.",
            "TUR",
            id="likewise of another land",
        ),
        pytest.param(
            "Greece’s Foreign Ministry met Turkey’s Defence Ministry. Spokesman Oren Tal smiled.",
            None,
            id="ministries of two lands",
        ),
        pytest.param(
            "The firm opened. Spokesman Oren Tal smiled. Greece’s Foreign Ministry had doubts.",
            None,
            id="a ministry behind",
        ),
        pytest.param(
            "Greece’s Foreign Ministry had doubts. Company spokesman Oren Tal smiled.",
            None,
            id="a company's",
        ),
        pytest.param(
            "Greece’s Foreign Ministry had doubts. The painter Oren Tal smiled.",
            None,
            id="another trade",
        ),
    ],
)
def test_bare_spokesman_is_of_the_ministries_before_him(
    resolve: Resolve, text: str, country: str | None
) -> None:
    (found,) = [actor for actor in resolve(text).actors if "Tal" in actor.name]
    assert found.country == country
