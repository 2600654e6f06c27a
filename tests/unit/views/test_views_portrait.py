"""Actors by the page and one by one: counted from the summary and from the articles alike."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection
from tests.unit.views.tellings import Word, filled, telling

from rejoinder.errors import NotFound
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act
from rejoinder.pipeline.summaries import refresh_summaries
from rejoinder.views.actor_list import ActorFilter, find_actor_page
from rejoinder.views.actors import view_actors
from rejoinder.views.portrait import Portrait, find_portrait

TARN, VEST, OST = (ActorId(each) for each in ("state:TAR", "state:VES", "per:ilir-ost"))


def renamed(record: ArticleRecord, actor: ActorId, **changes: str) -> ArticleRecord:
    """Return the record with one actor shown otherwise."""
    actors = (replace(each, **changes) if each.id == actor else each for each in record.actors)  # type: ignore[arg-type]
    return replace(record, actors=tuple(actors))


# Two persons bear one name: no article writes out that of the id "per:ilir-ost".
TELLINGS = (
    renamed(
        telling(
            "first",
            Word(who="Tarn", act=Act.ACCUSE, cue="says that", content="Vest shot", about="Vest"),
            Word(who="Vest", act=Act.ACCUSE, cue="says that", content="Tarn shot", about="Tarn"),
            Word(who="Ilir Ost", act=Act.CRITICISE, cue="calls", content="Vest weak", about="Vest"),
            published="2024-03-07",
        ),
        OST,
        name="Mara Venn",
    ),
    renamed(
        telling(
            "second",
            Word(who="Vest", act=Act.CRITICISE, cue="calls", content="Tarn loud", about="Tarn"),
            Word(who="Tarn", act=Act.CRITICISE, cue="calls", content="Vest loud", about="Vest"),
            publisher=None,
            published="2024-05-01",
        ),
        OST,
        name="Mara Venn",
        role="envoy",
    ),
)


@pytest.fixture(scope="module", params=["summed", "counted"])
def told(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Connection]:
    """Return a connection to a ledger in which two accuse each other alike."""
    with filled(tmp_path_factory.mktemp("portrait"), TELLINGS) as ledger:
        if request.param == "summed":
            with ledger.writing() as connection:
                refresh_summaries(SummaryBook(connection=connection))
        with ledger.reading() as opened:
            assert SummaryBook(connection=opened).is_current() is (request.param == "summed")
            yield opened


def test_lists_show_what_all_articles_say(told: Connection) -> None:
    page = find_actor_page(told, ActorFilter(), after=None, limit=50)
    assert list(page.actors) == view_actors(told, None)
    assert (page.total, page.following) == (len(page.actors), None)


def test_a_cursor_leads_through_all_actors(told: Connection) -> None:
    seen: list[ActorId] = []
    after: str | None = None
    while True:
        page = find_actor_page(told, ActorFilter(), after=after, limit=1)
        seen += [each.id for each in page.actors]
        after = page.following
        if after is None:
            break
    assert seen == [each.id for each in view_actors(told, None)]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (ActorFilter(kind=ActorKind.STATE), {TARN, VEST}),
        (ActorFilter(country="TAR"), {TARN, OST}),
        (ActorFilter(name="ENVOY"), {OST}),
        (ActorFilter(name="envoy"), {OST}),
        (ActorFilter(name="STATE:tar"), {TARN}),
        (ActorFilter(name="venn", kind=ActorKind.STATE), set()),
        (ActorFilter(name="%"), set()),
    ],
)
def test_conditions_choose_actors(told: Connection, wanted: ActorFilter, ids: set[ActorId]) -> None:
    page = find_actor_page(told, wanted, after=None, limit=50)
    assert {each.id for each in page.actors} == ids
    assert page.total == len(ids)


def test_a_list_that_begins_behind_nobody_says_so(told: Connection) -> None:
    with pytest.raises(NotFound, match="begin the list anew"):
        find_actor_page(told, ActorFilter(), after="per:nobody", limit=1)


def test_two_of_one_name_are_pointed_out(told: Connection) -> None:
    page = find_actor_page(told, ActorFilter(), after=None, limit=50)
    venn = find_portrait(told, "per:mara-venn")
    assert [(each.id, each.name) for each in venn.namesakes] == [(OST, "Mara Venn")]
    assert page.namesakes == {venn.view.id, OST}
    assert find_portrait(told, TARN).namesakes == ()


def sides(portrait: Portrait) -> tuple[list[tuple[str, int, int]], list[tuple[str, int, int]]]:
    accuses, accused_by = (
        [(each.actor.name, each.accuse, each.criticise) for each in own.most]
        for own in (portrait.accuses, portrait.accused_by)
    )
    return accuses, accused_by


def test_who_accuses_whom_is_told_of_both_alike(told: Connection) -> None:
    tarn, vest = (find_portrait(told, each) for each in (TARN, VEST))
    assert sides(tarn) == ([("Vest", 1, 1)], [("Vest", 1, 1)])
    assert sides(vest)[0] == [("Tarn", 1, 1)]
    assert sides(vest)[1][0] == ("Tarn", 1, 1)
    assert (vest.accused_by.actors, vest.accused_by.statements) == (2, 3)


def test_statements_are_counted_and_the_latest_come_first(told: Connection) -> None:
    tarn = find_portrait(told, TARN)
    assert tarn.said.acts == ((Act.ACCUSE, 1), (Act.CRITICISE, 1))
    assert tarn.said.statements == tarn.view.said == 2
    assert [each.content for each in tarn.said.latest] == ["Vest loud", "Vest shot"]
    assert [each.content for each in tarn.said_of.latest] == ["Tarn loud", "Tarn shot"]
    assert tarn.said_to.statements == 0


def test_names_tell_who_carried_them_and_roles_when(told: Connection) -> None:
    assert [
        (form.name, form.articles, form.publishers) for form in find_portrait(told, TARN).forms
    ] == [("Tarn", 2, (("Lane News", 1), (None, 1)))]
    roles = find_portrait(told, OST).roles
    assert ("envoy", 1, "2024-05", "2024-05") in [
        (each.role, each.articles, each.first, each.last) for each in roles
    ]


def test_an_official_belongs_to_a_state_and_a_state_has_officials(told: Connection) -> None:
    belongs_to = find_portrait(told, OST).belongs_to
    assert belongs_to is not None
    assert (belongs_to.id, belongs_to.name) == (TARN, "Tarn")
    land = find_portrait(told, TARN).land
    assert land is not None
    assert ([each.id for each in land.most], land.actors) == ([OST], 2)
    assert find_portrait(told, TARN).belongs_to is None


def test_who_is_in_no_article_is_not_found(told: Connection) -> None:
    with pytest.raises(NotFound, match="per:nobody"):
        find_portrait(told, "per:nobody")
