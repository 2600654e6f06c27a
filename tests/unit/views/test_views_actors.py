import pytest
from sqlalchemy import Connection

from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.views.actors import ActorView, find_actors


def test_actors_are_counted_over_the_latest_extractions(connection: Connection) -> None:
    assert find_actors(connection) == [
        ActorView(
            id=ActorId("per:mara-venn"),
            name="Mara Venn",
            names=("Mara Venn", "Venn"),
            kind=ActorKind.PERSON,
            country="VAR",
            sector=None,
            roles=(),
            articles=3,
            said=3,
            said_of=6,
        ),
        ActorView(
            id=ActorId("per:ilir-ost"),
            name="Ilir Öst",
            names=("Ilir Ost", "Ilir Öst", "Öst"),
            kind=ActorKind.PERSON,
            country="VAR",
            sector="GOV",
            roles=("Spokesman", "deputy minister"),
            articles=3,
            said=6,
            said_of=0,
        ),
        ActorView(
            id=ActorId("state:OST"),
            name="Ostrava",
            names=("Ostrava",),
            kind=ActorKind.STATE,
            country="VAR",
            sector=None,
            roles=(),
            articles=3,
            said=0,
            said_of=3,
            claimed_by=(ActorId("state:VAR"),),
        ),
    ]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("state:OST", ["state:OST"]),
        ("ILIR", ["per:ilir-ost"]),
        ("deputy", ["per:ilir-ost"]),
        ("ost", ["per:ilir-ost", "state:OST"]),
        ("Nobody", []),
        ("%", []),
        ("", []),
    ],
)
def test_actors_are_found_by_id_or_part_of_a_name(
    connection: Connection, name: str, ids: list[str]
) -> None:
    assert [view.id for view in find_actors(connection, name)] == ids


def test_an_actor_found_in_one_article_is_shown_with_all_its_articles(
    connection: Connection,
) -> None:
    (view,) = find_actors(connection, "deputy minister")
    assert (view.articles, view.said, view.name) == (3, 6, "Ilir Öst")
