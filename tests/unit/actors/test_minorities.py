"""Minorities are of the land in which they live."""

import pytest
from tests.unit.actors.conftest import Resolve

from rejoinder.model.ids import ActorId

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "actor", "country"),
    [
        ("Ethnic Poles marched in Norway.", "grp:NOR-POL-people", "NOR"),
        ("Norway accused ethnic Poles of riots.", "grp:NOR-POL-people", "NOR"),
        (
            "Ethnic Poles near Norway's border with Peru marched, Norwegian officials said.",
            "grp:NOR-POL-people",
            "NOR",
        ),
        ("Ethnic Poles marched.", "grp:ethnic-POL-people", None),
        ("Ethnic Poles in Norway and Peru marched.", "grp:NOR-POL-people", "NOR"),
        ("The Poles of southern Norway want a school.", "grp:NOR-POL-people", "NOR"),
        ("The Poles in Norway want a school.", "state:POL", "POL"),
        ("Poles in Norway want a school.", "grp:POL-people", "POL"),
        ("Ethnic Polish students marched in Norway.", "grp:NOR-students", "NOR"),
        ("Ethnic Polish rebels shelled a port in Norway.", "grp:NOR-separatists", "NOR"),
        ("Polish students marched in Norway.", "grp:POL-students", "POL"),
    ],
)
def test_they_are_of_the_land_they_live_in(
    resolve: Resolve, text: str, actor: str, country: str | None
) -> None:
    found = {one.id: one.country for one in resolve(text, []).actors}
    assert found[ActorId(actor)] == country


def test_nobody_stands_for_a_minority_without_a_home(resolve: Resolve) -> None:
    found = {
        one.id
        for text in (
            "Ethnic Polish students marched.",
            "Peru and Chile shelled ethnic Polish rebels.",
        )
        for one in resolve(text, []).actors
    }
    assert found == {"state:PER", "state:CHL"}
