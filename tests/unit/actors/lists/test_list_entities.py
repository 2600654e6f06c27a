"""FollowTheMoney entities and PETRARCH dictionaries as lists of actors."""

import json
from datetime import date

import pytest

from rejoinder.actors.lists.cameo import code_parts
from rejoinder.actors.lists.reading import read_list
from rejoinder.actors.lists.result import ListForm, ListReading
from rejoinder.model.actor import ActorKind
from rejoinder.model.listed import DatedRole, ListedActor


def entities(*values: object) -> ListReading:
    lines = [json.dumps(value).encode() + b"\n" for value in values]
    return read_list(lines, ListForm.FTM)


def entity(schema: str, of: str = "e1", **properties: object) -> dict[str, object]:
    return {"id": of, "schema": schema, "properties": properties}


def dictionary(text: str) -> ListReading:
    return read_list(text.encode().splitlines(keepends=True), ListForm.PETRARCH)


def test_a_person_has_other_names_country_and_positions() -> None:
    reading = entities(
        entity(
            "Person",
            "NK-7",
            name=["Ilyas Qorbani", "Elias Ghorbani"],
            alias=["I. Qorbani"],
            weakAlias=["Eli"],
            nationality=["ir"],
            position=["Ambassador to Morland"],
            topics=["role.pep", "role.diplo"],
        )
    )
    assert reading.actors == (
        ListedActor(
            id=reading.actors[0].id,
            name="Ilyas Qorbani",
            aliases=("Elias Ghorbani", "I. Qorbani"),
            kind=ActorKind.PERSON,
            country="IRN",
            sector="GOV",
            roles=(DatedRole(role="Ambassador to Morland"),),
            ref="NK-7",
        ),
    )
    assert reading.actors[0].id == "per:ilyas-qorbani"


KINDS = [
    (entity("Person", name=["Ada"], topics=["role.judge"]), "person", None, "JUD"),
    (entity("Person", name=["Ada"], country=["ir", "az"]), "person", None, None),
    (entity("Person", name=["Ada"], topics=["crime.terror"]), "person", None, None),
    (entity("PublicBody", name=["Ada"], jurisdiction=["az"]), "government-body", "AZE", "GOV"),
    (entity("PublicBody", name=["Ada"], topics=["gov.judicial"]), "government-body", None, "JUD"),
    (entity("PublicBody", name=["Ada"], topics=["gov.igo"]), "igo", "IGO", "IGO"),
    (entity("Organization", name=["Ada"], topics=["mil"], country=["su"]), "armed-force", "RUS",
     "MIL"),
    (entity("Organization", name=["Ada"], topics=["gov.muni"]), "government-body", None, "GOV"),
    (entity("Organization", name=["Ada"], topics=["pol.party"]), "group", None, "PTY"),
    (entity("Organization", name=["Ada"], country=["gb-sct"]), "group", "GBR", None),
    (entity("Company", name=["Ada"], mainCountry=["de"]), "group", "DEU", "BUS"),
    (entity("LegalEntity", name=["Ada"], country=["eu"]), "group", "EUR", None),
]  # fmt: skip


@pytest.mark.parametrize(("value", "kind", "country", "sector"), KINDS)
def test_schema_and_topics_tell_kind_and_sector(
    value: object, kind: str, country: str | None, sector: str | None
) -> None:
    (actor,) = entities(value).actors
    assert (actor.kind.value, actor.country, actor.sector) == (kind, country, sector)


OCCUPANCY = entity(
    "Occupancy", "o1", holder=["e1"], post=["p1"], startDate=["2016"], endDate=["2021-04"]
)
POST = entity("Position", "p1", name=["Foreign minister"], country=["am"], topics=["gov.executive"])


@pytest.mark.parametrize(
    "values",
    [
        (entity("Person", name=["Ada"]), POST, OCCUPANCY),
        (OCCUPANCY, POST, entity("Person", name=["Ada"])),
        (
            entity(
                "Person",
                name=["Ada"],
                positionOccupancies=[
                    entity("Occupancy", "o1", holder=["e1"], post=[POST], startDate="2016",
                           endDate=["2021-04-02", "2021-04"])
                ],
            ),
        ),
    ],
)  # fmt: skip
def test_an_occupancy_is_a_dated_role_in_any_order_and_nesting(
    values: tuple[dict[str, object], ...],
) -> None:
    reading = entities(*values)
    assert not reading.problems
    assert reading.actors[0].roles == (
        DatedRole(
            role="Foreign minister",
            country="ARM",
            sector="GOV",
            start=date(2016, 1, 1),
            end=reading.actors[0].roles[0].end,
        ),
    )
    assert str(reading.actors[0].roles[0].end).startswith("2021-04")
    assert reading.left_out == (("Position", 1),)


def test_what_is_no_actor_is_counted() -> None:
    reading = entities(
        entity("Vessel", "v1", name=["Ada"]), entity("Sanction", "s1"), entity("Vessel", "v2")
    )
    assert (reading.actors, reading.problems) == ((), ())
    assert reading.left_out == (("Sanction", 1), ("Vessel", 2))


BAD_ENTITIES = [
    ({"schema": "Person", "properties": {}}, "lacks one of the two"),
    ({"id": "e1", "schema": "Person"}, "has no usable properties"),
    (entity("Person"), "has no name"),
    (entity("Person", name=[7]), "has no name"),
    (entity("Person", name=["…"]), "has no letters"),
    (entity("Person", name=["Ada"], relatives=[{"id": "x"}]), "lacks one of the two"),
]


@pytest.mark.parametrize(("value", "detail"), BAD_ENTITIES)
def test_what_is_no_entity_is_refused_by_line(value: object, detail: str) -> None:
    reading = entities(entity("Vessel", "v1"), value)
    assert not reading.actors
    assert [problem.line for problem in reading.problems] == [2]
    assert detail in reading.problems[0].detail


def test_a_bad_date_loses_the_role_and_not_the_person() -> None:
    late = entity("Occupancy", "o1", holder=["e1"], post=["p1"], startDate=["soon"])
    reading = entities(entity("Person", name=["Ada"]), POST, late)
    assert [actor.roles for actor in reading.actors] == [()]
    assert [problem.line for problem in reading.problems] == [3]


def test_entities_in_one_another_have_an_end() -> None:
    value = entity("Person", name=["Ada"])
    for depth in range(40):
        value = entity("Person", f"e{depth}", name=["Ada"], parent=[value])
    assert "has no usable properties" in entities(value).problems[0].detail


DICTIONARY = """\
# A dictionary in PETRARCH's form, made up.
MORLAND_ALLIANCE_ [IGO] ; an organisation
+THE_ALLIANCE_OF_MORLAND
<!-- left out
ORLIN_ [REB]
-->
ILYAS_AL-QORBANI_ # comment
+AL-QORBANI_
+AMBASSADOR_QORBANI
\t[IRNELI 19600101-160131]
\t[IRNGOV 160201-210430]
\t[IRNEDU >20210501]
\t[IRNELI]
VERA_KOSTOVA_\t[BGRGOV 951230-990101] [BGRELI]
IRAN_ [IRN]
+PERSIA_
+ESFAHAN
TEHERAN_ [IRN]
ULGOR_DAILY [ROUMED]
KGB [RUSSPY]
U.N._ENVOY [IGOUNO]
NOBODY_ [---]
"""


def test_a_dictionary_is_read() -> None:
    reading = dictionary(DICTIONARY)
    assert not reading.problems
    found = {actor.name: actor for actor in reading.actors}
    assert list(found) == [
        "Morland Alliance",
        "Ilyas al-Qorbani",
        "Vera Kostova",
        "Iran",
        "Ulgor Daily",
        "KGB",
        "U.N. Envoy",
        "Nobody",
    ]
    assert found["Morland Alliance"].aliases == ("Alliance of Morland",)
    person = found["Ilyas al-Qorbani"]
    assert person.aliases == ("al-Qorbani", "Ambassador Qorbani")
    assert (person.kind, person.country, person.sector) == (ActorKind.PERSON, "IRN", "ELI")
    assert person.roles == (
        DatedRole(country="IRN", sector="ELI", start=date(1960, 1, 1), end=date(2016, 1, 31)),
        DatedRole(country="IRN", sector="GOV", start=date(2016, 2, 1), end=date(2021, 4, 30)),
        DatedRole(country="IRN", sector="EDU", start=date(2021, 5, 1)),
    )
    assert found["Vera Kostova"].roles[0].start == date(1995, 12, 30)
    assert (found["Iran"].id, found["Iran"].aliases) == (
        "state:IRN",
        ("Persia", "Esfahan", "Teheran"),
    )
    assert (found["Ulgor Daily"].kind, found["Ulgor Daily"].sector) == (ActorKind.MEDIA, "JRN")
    assert found["U.N. Envoy"].country == "UNO"
    assert found["Nobody"].country is None


BAD_DICTIONARY = [
    ("+PERSIA_", "synonym '+PERSIA_' stands before any name"),
    ("\t[IRNGOV]", "code 'IRNGOV' stands before any name"),
    ("IRAN_ [IRN", "has a bracket that is not closed"),
    ("IRAN_ [IRN since 1979]", "code 'IRN since 1979' is not understood"),
    ("IRAN_ [IRN >2004017]", "date '2004017' is none"),
    ("IRAN_ [IRN >20041317]", "date '20041317' is none"),
    ("IRAN_ [IRNGO]", "code 'IRNGO' is none of CAMEO's"),
    ("IRAN_ [irn]", "code 'irn' is none of CAMEO's"),
    ("IRAN_ [QQQGOV]", "begins with 'QQQ', which is no country"),
    ("IRAN_ [IRNGOV 20200101-20190101]", "ends 2019-01-01 before it starts"),
    ("POLICE_ [~COP]", "of an agent or verb dictionary"),
    ("&CURRENCY", "of an agent or verb dictionary"),
    ("___ [IRN]", "has no letters"),
]


@pytest.mark.parametrize(("text", "detail"), BAD_DICTIONARY)
def test_a_dictionary_is_refused_by_line(text: str, detail: str) -> None:
    reading = dictionary(f"# one\n\n{text}\n")
    assert [problem.line for problem in reading.problems] == [3]
    assert detail in reading.problems[0].detail


@pytest.mark.parametrize(
    ("code", "country", "sector"),
    [
        ("IRN", "IRN", None),
        ("IRNGOV", "IRN", "GOV"),
        ("IRNGOVMIL", "IRN", "GOV"),
        ("TURREBKUR", "TUR", "REB"),
        ("PAKMOSSUNREB", "PAK", "REB"),
        ("ROMMED", "ROU", "JRN"),
        ("KSVHLH", "KOS", "MED"),
        ("IGOUNO", "UNO", "IGO"),
        ("IGOUNOJUDICJ", "UNO", "JUD"),
        ("IGOEUREEC", "EUR", "IGO"),
        ("IGOWSTNAT", "IGO", "IGO"),
        ("NGOIRC", "NGO", "NGO"),
        ("MNCUSA", "MNC", None),
        ("IMGMUSALQ", "IMG", None),
        ("ELI", None, "ELI"),
        ("WSTGOV", None, "GOV"),
        ("CHRCTH", None, None),
    ],
)
def test_codes_of_cameo_are_read_as_plovers(
    code: str, country: str | None, sector: str | None
) -> None:
    assert code_parts(code) == (country, sector)
