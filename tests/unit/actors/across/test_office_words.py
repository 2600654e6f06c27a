import pytest

from rejoinder.actors.across.offices import Office, read_offices, vacant_office


@pytest.mark.parametrize(
    ("role", "country", "sector", "owner", "key", "former"),
    [
        (
            "Iran’s foreign ministry spokesperson",
            "IRN",
            "GOV",
            "IRN",
            "foreign-spokesperson",
            False,
        ),
        ("Iranian Foreign Ministry spokesman", "IRN", "GOV", "IRN", "foreign-spokesperson", False),
        ("Kremlin spokesman", "RUS", "GOV", "RUS", "spokesperson", False),
        ("US Secretary of State", "USA", "GOV", "USA", "foreign-minister", False),
        ("Artsakh Foreign Minister", "AZE", "PRE", "nagorno-karabakh", "foreign-minister", False),
        ("Prime Minister of Crimea", "UKR", "GOV", "crimea", "prime-minister", False),
        ("outgoing Prime Minister", "MDA", "GOV", "MDA", "prime-minister", False),
        ("OSCE chairman", "IGO", "IGO", "OSCE", "head", False),
        ("former Prime Minister", None, "ELI", "", "prime-minister", True),
        ("president of the Ulgor Chess Club", "MDA", "CVL", "", "president", False),
        ("then-President", None, "GOV", "", "president", True),
        ("deputy prime minister", "MDA", "GOV", "MDA", "deputy-prime-minister", False),
        ("deputy speaker", "MDA", "LEG", "MDA", "deputy-speaker", False),
    ],
)
def test_an_office_is_read_from_its_words(
    role: str, country: str | None, sector: str, owner: str, key: str, *, former: bool
) -> None:
    found = read_offices(role, country, sector)
    assert [(office.owner, office.key, office.former) for office in found] == [(owner, key, former)]


def test_kinship_is_no_office() -> None:
    assert read_offices("wife", "MDA", "ELI") == ()


@pytest.mark.parametrize(
    ("actor", "role", "expected"),
    [
        ("per:AZE-foreign-minister", "foreign minister", ("AZE", "foreign-minister", True)),
        ("per:IRN-foreign-spokesperson", "spokesperson", ("IRN", "foreign-spokesperson", True)),
        ("per:MDA-spokesperson", "spokesperson", ("MDA", "spokesperson", False)),
        ("per:abkhazia-president", "president", ("abkhazia", "president", True)),
        ("per:ilona-vey", "president", None),
        ("per:ilona-vey", None, None),
        ("gov:AZE-foreign", "foreign minister", None),
    ],
)
def test_offices_without_a_name_are_known_by_their_id(
    actor: str, role: str | None, expected: tuple[str, str, bool] | None
) -> None:
    found = vacant_office(actor, role)
    assert (found and (found.owner, found.key, found.unique)) == expected
    assert found is None or isinstance(found, Office)
