"""Checks that the summary of actors says what all articles say."""

from sqlalchemy import Connection

from rejoinder.ledger.presence_rows import counted_presence, known_presence
from rejoinder.model.actor import ActorKind
from rejoinder.views.actor_list import ActorFilter, find_actor_page, list_actors
from rejoinder.views.actors import find_actors, view_actors

__all__ = ["assert_same_actors"]


def assert_same_actors(connection: Connection, *names: str) -> None:
    """Check that lists of actors, and what is counted for each, are those of all articles."""
    every = view_actors(connection, None)
    assert list_actors(connection) == every
    for name in (*names, "the", "e"):
        assert list_actors(connection, name) == find_actors(connection, name)
    persons = ActorFilter(kind=ActorKind.PERSON)
    page = find_actor_page(connection, persons, after=None, limit=len(every) + 1)
    assert [*page.actors] == [each for each in every if each.kind is ActorKind.PERSON]
    for view in every[::7]:
        assert known_presence(connection, view.id, latest=10_000) == counted_presence(
            connection, view.id
        )
