"""Places: never actors, but what is there is their state's."""

import pytest
from tests.unit.actors.conftest import Resolve


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kharkiv police denied it.", {"gov:UKR-police"}),
        ("The police in Basra denied it.", {"gov:IRQ-police"}),
        ("The mayor of Gyumri denied it.", {"per:ARM-governor"}),
        ("Ganja was shelled again.", set()),
        ("Residents of Tabriz left.", {"grp:IRN-residents"}),
        ("The New York Times denied it.", {"media:new-york-times"}),
    ],
)
def test_a_place_lends_its_state_and_is_no_actor(
    resolve: Resolve, text: str, expected: set[str]
) -> None:
    assert resolve(text).ids() == expected


def test_a_place_is_no_name_of_a_person(resolve: Resolve) -> None:
    found = resolve("Senator Ada Lorn of Nebraska, a Republican, said the talks had failed.")
    actor = found.actor("per:ada-lorn")
    assert (actor.country, actor.sector) == ("USA", "LEG")
    assert "per:nebraska" not in found.ids()
