"""Organisations that no table lists are known by the word for their kind."""

import pytest
from tests.unit.actors.conftest import Resolve

from rejoinder.actors.kinds import kinds_behind, kinds_in_names
from rejoinder.model.actor import ActorKind

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name", "sector"),
    [
        ("The Lumen Party rejected the plan.", "Lumen Party", "PTY"),
        ("The Lumen party rejected the plan.", "Lumen party", "PTY"),
        ("Police warned the Ulgor group.", "Ulgor group", None),
        ("The Association of Ulgor Drivers met.", "Association of Ulgor Drivers", "NGO"),
        ("The Red Lion Brigade shelled a port.", "Red Lion Brigade", "REB"),
        ("He leads the Movement for Quality Government.", "Movement for Quality Government", "PTY"),
        ("The Swiss Agency for Development gave food.", "Swiss Agency for Development", None),
        ("The Ulgor airline cut flights.", "Ulgor airline", "BUS"),
        ("The Senate Judiciary Committee met.", "Senate Judiciary Committee", "NGO"),
        ("Lumen Rising, a research group, mocked him.", "Lumen Rising", None),
        ("America Rising, a political action committee, met.", "America Rising", "NGO"),
        ("It was a gift of Better Way, a large company.", "Better Way", "BUS"),
        ("Ulgor Facts, a website, mocked him.", "Ulgor Facts", "JRN"),
    ],
)
def test_the_kind_makes_a_name_an_organisation(
    resolve: Resolve, text: str, name: str, sector: str | None
) -> None:
    (found,) = resolve(text, []).actors
    assert (found.name, found.sector) == (name, sector)


@pytest.mark.parametrize(
    "text",
    [
        "A party in Lumen Street ended late.",
        "The Monday group met.",
        "The company cut flights.",
        "The Party rejected it.",
    ],
)
def test_a_kind_alone_is_nobody(resolve: Resolve, text: str) -> None:
    assert resolve(text, []).actors == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met at Tarn International Tower. Mr. Tarn said so.", ["Tarn"]),
        ("The Denmark Conference said so.", []),
        ("The Senate Coalition said so.", []),
        ("The cleric, D-Mo., said so.", []),
    ],
)
def test_a_thing_is_no_person(resolve: Resolve, text: str, names: list[str]) -> None:
    found = resolve(text, []).actors
    assert [one.name for one in found if one.name[0].isupper()] == names


@pytest.mark.parametrize(
    "text",
    [
        "Ilona Vey, a company spokeswoman, met them.",
        "Ilona Vey, a member of a group, met them.",
        "Senator Ilona Vey, a one-woman party, met them.",
        "Senator Church met them.",
    ],
)
def test_a_person_is_none(resolve: Resolve, text: str) -> None:
    found = resolve(text, []).actors
    assert [one.kind for one in found] == [ActorKind.PERSON]


def test_the_last_word_of_a_longer_name_is_not_explained(resolve: Resolve) -> None:
    text = "Ilona Vey of the Committee to Save Ulgor and Lumen, an advocacy group, met them."
    assert "Lumen" not in {one.name for one in resolve(text, []).actors}


def test_a_land_before_the_kind_is_no_name(resolve: Resolve) -> None:
    found = {one.id for one in resolve("The Danish party and a Danish tribe met.", []).actors}
    assert not any("party" in one or "tribe" in one for one in found)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("A terror group based in Chad made weapons.", "grp:TCD-armed-group"),
        ("A Danish rights group condemned it.", "grp:DNK-rights-group"),
        ("Peru fined a Danish oil company.", "grp:DNK-company"),
    ],
)
def test_an_unnamed_one_is_of_its_land(resolve: Resolve, text: str, actor: str) -> None:
    assert actor in {one.id for one in resolve(text, []).actors}


def test_no_word_is_of_two_kinds() -> None:
    assert not set(kinds_in_names()) & set(kinds_behind())
    kinds = {one.kind for one in (*kinds_in_names().values(), *kinds_behind().values())}
    assert kinds == {ActorKind.GROUP, ActorKind.NGO}
