"""Leaders: the table, and whose land a person gets whom the text names without one."""

from datetime import date
from itertools import pairwise

import pytest
from tests.articles import article
from tests.unit.actors.across import people

from rejoinder.actors.leaders import (
    called_so,
    home_of_headed,
    load_leaders,
    named_so,
    names_of_leaders,
    plain_parts,
    spelt_so,
)
from rejoinder.actors.lexicon import load_gazetteer
from rejoinder.actors.overlay import with_listed
from rejoinder.actors.resolve import resolve_actors
from rejoinder.actors.tables import cells, read_table
from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef, Verdict
from rejoinder.model.listed import ListedActor
from rejoinder.parsing.pipe import load_parser

ROWS = read_table("leaders.tsv")


def actors_of(text: str, year: int | None = None, *listed: ListedActor) -> dict[str, Actor]:
    read = article(text, published=date(year, 6, 1) if year is not None else None)
    gazetteer = with_listed(load_gazetteer(), listed)
    actors, _ = resolve_actors(load_parser().parse(read), read, (), gazetteer)
    return {actor.id: actor for actor in actors}


def test_every_row_is_of_something_known() -> None:
    roles = {row["key"] for row in read_table("roles.tsv")}
    states = {
        row["code"] for table in ("states", "former_states") for row in read_table(f"{table}.tsv")
    }
    for row in ROWS:
        code = row["code"] if ":" in row["code"] else f"state:{row['code']}"
        assert code in load_gazetteer().entries
        assert row["code"] in states or ":" in row["code"]
        assert row["sector"] in {"GOV", "IGO", "OPP", "PRE", "PRM", "PTY", "REB", "REL"}
        assert row["gender"] in {"f", "m"}
        assert cells(row["offices"])
        assert set(cells(row["offices"])) <= roles


def test_every_row_has_names_to_be_called_by() -> None:
    for row in ROWS:
        assert cells(row["called"])
        names = [row["name"], *cells(row["aliases"])]
        words = {word for name in names for word in plain_parts(name)}
        for called in cells(row["called"]):
            assert set(plain_parts(called)) <= words, row
        assert row["name"] not in cells(row["aliases"])


def test_years_in_office_are_in_order() -> None:
    for row in ROWS:
        terms = [tuple(years.split("-")) for years in cells(row["years"])]
        assert terms
        for first, last in terms:
            assert 1900 < int(first) <= int(last or 2100)
        for (_, last), (first, _) in pairwise(terms):
            assert last
            assert int(last) <= int(first)


def test_nobody_is_listed_twice_and_rows_of_one_land_stand_together() -> None:
    keys = [(row["code"], row["name"]) for row in ROWS]
    assert len(keys) == len(set(keys))
    runs = [
        row["code"]
        for row, before in zip(ROWS, [None, *ROWS], strict=False)
        if not before or before["code"] != row["code"]
    ]
    assert len(runs) == len(set(runs))


def test_every_member_of_the_united_nations_has_a_leader() -> None:
    led = {row["code"] for row in ROWS}
    assert {row["code"] for row in read_table("states.tsv")} <= led


def test_one_full_name_is_of_two_lands_only_where_one_is_an_organisation() -> None:
    homes: dict[tuple[str, ...], dict[str | None, bool]] = {}
    leaders = {id(one): one for found in load_leaders().values() for one in found}
    for leader in leaders.values():
        for form in leader.forms:
            homes.setdefault(form, {})[leader.home] = leader.leads_land
    for form, lands in homes.items():
        assert sum(lands.values()) < 2, form


def test_every_common_name_is_what_somebody_is_called() -> None:
    for row in read_table("common_names.tsv"):
        for name in cells(row["names"]):
            assert called_so(plain_parts(name)), name


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("Abdelaziz Bouteflika", "DZA"),
        ("Mohammed Hosni Mubarak", "EGY"),
        ("Kim Jong-il", "PRK"),
        ("Kim Dae Jung", "KOR"),
        ("José Eduardo dos Santos", "AGO"),
        ("Hashemi Rafsanjani", "IRN"),
        ("Hafez al-Assad", "SYR"),
        ("Muhammad Morsi", "EGY"),
        ("Nikol Pashinian", "ARM"),
        ("F.W. de Klerk", "ZAF"),
        ("Lech Wałęsa", "POL"),
    ],
)
def test_a_full_name_is_found_in_its_forms(name: str, home: str) -> None:
    assert {leader.home for leader in named_so(plain_parts(name))} == {home}


@pytest.mark.parametrize(
    "name",
    ["Laura Bush", "Gamal Mubarak", "Ahmed Ali", "Chen Li", "Ana Vladimir Putin", "V. Putin"],
)
def test_another_given_name_is_somebody_else(name: str) -> None:
    assert not named_so(plain_parts(name))


def test_a_full_name_may_be_spelt_otherwise() -> None:
    assert {leader.home for leader in spelt_so(plain_parts("Abdelaziz Bouteflicka"))} == {"DZA"}
    assert not spelt_so(plain_parts("Anna Bouteflicka"))


def test_words_without_letters_are_nobody() -> None:
    assert not called_so(plain_parts("—"))
    assert names_of_leaders(["—", "", "Vey", "Brown", "Putin"]) == {("putin",)}
    assert home_of_headed("—") is None


@pytest.mark.parametrize(
    ("text", "year", "actor", "country", "sector"),
    [
        pytest.param("Putin offered to mediate.", 2003, "putin", "RUS", "GOV", id="called alone"),
        pytest.param("Putin offered to mediate.", None, "putin", "RUS", None, id="day unknown"),
        pytest.param("Talks with Mugabe failed.", 2018, "mugabe", "ZWE", "ELI", id="after office"),
        pytest.param(
            "The plan was rejected by Suharto.", 1995, "suharto", "IDN", "GOV", id="by whom"
        ),
        pytest.param(
            "President Kagame left on Friday.", None, "kagame", "RWA", "GOV", id="with a title"
        ),
        pytest.param(
            "Former President Chirac left on Friday.", 2009, "chirac", "FRA", "ELI", id="former"
        ),
        pytest.param("President Bush left on Friday.", 1990, "bush", "USA", "GOV", id="a word"),
        pytest.param(
            "Presidents Bush and Gorbachev met.", 1990, "gorbachev", "RUS", "GOV", id="of several"
        ),
        pytest.param("King Hussein said so.", 1990, "hussein", "JOR", "GOV", id="by the title"),
        pytest.param(
            "President Hussein said so.", 1990, "hussein", "IRQ", "GOV", id="by another title"
        ),
        pytest.param(
            "Kofi Annan called both sides.", 2003, "kofi-annan", "UNO", "IGO", id="organisation"
        ),
        pytest.param(
            "Foday Sankoh rejected the plan.", 1998, "foday-sankoh", "SLE", "REB", id="movement"
        ),
        pytest.param(
            "Romano Prodi praised the talks.", 2002, "romano-prodi", "EUR", "IGO", id="by the year"
        ),
        pytest.param(
            "Romano Prodi praised the talks.", 1997, "romano-prodi", "ITA", "GOV", id="year before"
        ),
        pytest.param("Castro spoke.", 1995, "castro", "CUB", "GOV", id="before the other's time"),
        pytest.param(
            "Bashar al-Assad rejected it.", 2010, "bashar-al-assad", "SYR", "GOV", id="al- inside"
        ),
    ],
)
def test_a_leader_without_a_land_gets_it(
    text: str, year: int | None, actor: str, country: str, sector: str | None
) -> None:
    found = actors_of(text, year)[f"per:{actor}"]
    assert (found.country, found.sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "year", "actor"),
    [
        pytest.param("Professor Putin spoke.", 2003, "putin", id="a title that never fits"),
        pytest.param("The teacher Vladimir Putin spoke.", 2003, "vladimir-putin", id="an office"),
        pytest.param("Anna Putin said so.", 2003, "anna-putin", id="another given name"),
        pytest.param("Mrs Mubarak said so.", 2003, "mubarak", id="another gender"),
        pytest.param("Brown said so.", 2008, "brown", id="a common name alone"),
        pytest.param("Mr Khan said so.", 2020, "khan", id="a common name with Mr"),
        pytest.param("Company President Park said so.", 2014, "park", id="of a company"),
        pytest.param("President Kim of the chess club said so.", 1999, "kim", id="of a club"),
        pytest.param("President Abdullah said so.", 2003, "abdullah", id="an office he had not"),
        pytest.param("Sarkozy said so.", 1990, "sarkozy", id="before the time in office"),
        pytest.param("Donald Trump Jr. said so.", 2018, "donald-trump-jr", id="a son"),
        pytest.param("Kofi Annan said so.", 2012, "kofi-annan", id="organisation, after office"),
        pytest.param("John Howard said so.", 1980, "john-howard", id="a name that many have"),
        pytest.param("King Abdullah said so.", 2007, "abdullah", id="two kings of one name"),
    ],
)
def test_whoever_is_not_surely_a_leader_gets_no_land(text: str, year: int, actor: str) -> None:
    assert actors_of(text, year)[f"per:{actor}"].country is None


def test_what_the_article_says_stays() -> None:
    found = actors_of("The Kenyan singer Vladimir Putin said so.", 2003)["per:vladimir-putin"]
    assert found.country == "KEN"
    found = actors_of("Opposition leader Mugabe said so.", 1985)["per:mugabe"]
    assert (found.country, found.sector) == ("ZWE", "OPP")


def test_a_named_land_tells_which_of_two_is_meant() -> None:
    assert actors_of("Herzog said so.", 2022)["per:herzog"].country is None
    text = "President Herzog said that Israel had offered aid."
    assert actors_of(text)["per:herzog"].country == "ISR"


def test_whoever_speaks_for_a_leader_is_of_his_land() -> None:
    found = actors_of("A spokesman for President Yeltsin said so.", 1995)
    assert found["per:yeltsin-spokesperson"].country == "RUS"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The Clinton administration offered aid.", "gov:USA-government"),
        ("The Koizumi government offered aid.", "gov:JPN-government"),
        ("Mugabe's government expelled two envoys.", "gov:ZWE-government"),
    ],
)
def test_a_government_called_after_its_head_is_of_his_land(text: str, body: str) -> None:
    assert body in actors_of(text)


def test_heads_of_two_lands_of_one_name_lend_none() -> None:
    assert home_of_headed("Fernandez") is None


def test_a_users_list_goes_before_the_table() -> None:
    own = ListedActor(
        id=ActorId("per:vladimir-putin-baker"), name="Vladimir Putin", kind=ActorKind.PERSON
    )
    found = actors_of("Vladimir Putin said so.", 2003, own)
    assert found["per:vladimir-putin-baker"].country is None


def test_leaders_exchanged_are_read_alike() -> None:
    text = "{} offered to meet {} next week."
    names = ("Mugabe", "Mubarak", "Koizumi", "Chirac", "Kuchma", "Musharraf")
    for one, other in pairwise(names):
        forth = actors_of(text.format(one, other), 2002)
        back = actors_of(text.format(other, one), 2002)
        assert {a.id: a.country for a in forth.values()} == {a.id: a.country for a in back.values()}
        assert len(forth) == 2


@pytest.mark.parametrize(
    ("text", "actor", "other", "verdict"),
    [
        ("Mugabe rejected it.", "per:mugabe", "per:robert-mugabe", Verdict.POSITIVE),
        ("Castro rejected it.", "per:castro", "per:sergio-castro", Verdict.NEGATIVE),
    ],
)
def test_a_lent_land_tells_who_is_who_in_a_ledger(
    text: str, actor: str, other: str, verdict: Verdict
) -> None:
    full = (
        "Zimbabwean President Robert Mugabe met Mexican Foreign Minister Sergio Castro on Friday."
    )
    records = [
        people.article(name, *(a for a in found.values() if a.kind is ActorKind.PERSON))
        for name, found in (("a", actors_of(text, 1995)), ("b", actors_of(full, 1995)))
    ]
    alone = ActorRef(actor=ActorId(actor), article=records[0].article.id)
    registry = people.judged([records])
    assert registry.verdict(alone, ActorRef(actor=ActorId(other))) is verdict
