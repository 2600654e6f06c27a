"""Mentions: states, bodies, places that act, persons with their titles."""

import pytest
from tests.unit.actors.conftest import Resolve

from rejoinder.model.actor import ActorKind, MentionKind

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Moscow rejected the plan.", "Moscow", {"state:RUS"}),
        ("He met the envoys in Moscow.", "Moscow", set()),
        ("A fire broke out near Tehran.", "Tehran", set()),
        ("The Moscow summit ended.", "Moscow", set()),
        ("Smoke rose over Kyiv.", "Kyiv", set()),
        ("The envoy arrived from Baku on Friday.", "Baku", set()),
        ("Talks between Yerevan and Baku went on.", "Yerevan", {"state:ARM"}),
        ("Talks between Yerevan and Baku went on.", "Baku", {"state:AZE"}),
        ("Tehran's reply came late.", "Tehran", {"state:IRN"}),
        ("The Kremlin denied the report.", "The Kremlin", {"state:RUS"}),
        ("They gathered outside the White House.", "the White House", set()),
        ("An agreement with Brussels is near.", "Brussels", {"igo:EU"}),
        ("He lives in Brussels.", "Brussels", set()),
        ("KYIV, May 3 (Reuters) - Nobody was hurt.", "KYIV", set()),
        ("The streets of Kyiv were empty.", "Kyiv", set()),
        ("Crimea could not invite observers.", "Crimea", {"grp:crimea"}),
        ("Soldiers stood in Crimea.", "Crimea", set()),
        ("Troops crossed into Azerbaijan.", "Azerbaijan", {"state:AZE"}),
        ("The Iranian town was calm.", "Iranian", set()),
        ("An anti-Iran banner was hung.", "Iran", {"state:IRN"}),
        ("Tehran demanded an explanation from Baku.", "Baku", {"state:AZE"}),
        ("The train from Baku was late.", "Baku", set()),
        ("A Vienna-based group met.", "Vienna", set()),
        ("The Iranian side declined.", "The Iranian side", {"state:IRN"}),
    ],
)
def test_places_are_actors_only_where_they_act(
    resolve: Resolve, text: str, words: str, expected: set[str]
) -> None:
    assert resolve(text).of(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Iran's foreign ministry", "gov:IRN-foreign"),
        ("the Foreign Ministry of Iran", "gov:IRN-foreign"),
        ("the Ministry of Foreign Affairs of Turkey", "gov:TUR-foreign"),
        ("the Azerbaijani Defense Ministry", "gov:AZE-defence"),
        ("Russia's defence ministry", "gov:RUS-defence"),
        ("the Ministry of Defence of the Republic of Azerbaijan", "gov:AZE-defence"),
        ("Azerbaijan Army units", "mil:AZE-army"),
        ("the armed forces of Baku", "mil:AZE-army"),
        ("Armenian forces", "mil:ARM-army"),
        ("the ground forces of the Iranian Army", "mil:IRN-ground-forces"),
        ("the Islamic Revolutionary Guards Corps of Iran", "mil:IRN-revolutionary-guards"),
        ("the State Security Service of Azerbaijan", "gov:AZE-state-security"),
        ("the Canadian government", "gov:CAN-government"),
        ("the pro-Western government of Yerevan", "gov:ARM-government"),
        ("the Azerbaijani authorities", "gov:AZE-government"),
        ("the Armenian parliament", "gov:ARM-parliament"),
        ("the Azerbaijani embassy in Tehran", "gov:AZE-embassy"),
        ("the Security Council of Armenia", "gov:ARM-security-council"),
        ("the Security Council", "igo:UNSC"),
        ("the Pentagon", "gov:USA-defence"),
        ("NATO forces", "igo:NATO-army"),
    ],
)
def test_bodies_are_composed_in_every_order(resolve: Resolve, words: str, expected: str) -> None:
    assert expected in resolve(f"On Monday {words} spoke of a mistake.").of(words)


def test_a_thing_of_a_government_is_not_the_government(resolve: Resolve) -> None:
    assert "gov:UKR-government" not in resolve("They bought Ukrainian government bonds.").ids()


@pytest.mark.parametrize(
    ("text", "words", "actor", "country", "sector", "role"),
    [
        (
            "Foreign Minister Aydin Karvan left.",
            "Foreign Minister Aydin Karvan",
            "per:aydin-karvan",
            None,
            "GOV",
            "Foreign Minister",
        ),
        (
            "Iranian Foreign Ministry spokesman Omid Talavi spoke.",
            "Iranian Foreign Ministry spokesman Omid Talavi",
            "per:omid-talavi",
            "IRN",
            "GOV",
            "Iranian Foreign Ministry spokesman",
        ),
        (
            "It was the commander of the ground forces of the Turkish Army Orhan Belik who spoke.",
            "the commander of the ground forces of the Turkish Army Orhan Belik",
            "per:orhan-belik",
            "TUR",
            "MIL",
            "commander of the ground forces of the Turkish Army",
        ),
        (
            "Arsen Vardel, the Secretary of the Security Council of Armenia, spoke.",
            "Arsen Vardel, the Secretary of the Security Council of Armenia",
            "per:arsen-vardel",
            "ARM",
            "GOV",
            "Secretary of the Security Council of Armenia",
        ),
        (
            "The Polish ambassador to the OSCE, Jan Werski, agreed.",
            "The Polish ambassador to the OSCE, Jan Werski",
            "per:jan-werski",
            "POL",
            "GOV",
            "Polish ambassador to the OSCE",
        ),
        (
            "President Ivo Maric of Croatia agreed.",
            "President Ivo Maric of Croatia",
            "per:ivo-maric",
            "HRV",
            "GOV",
            "President of Croatia",
        ),
        (
            "Iran's former ambassador to Iraq Mehdi Sorani agreed.",
            "Iran's former ambassador to Iraq Mehdi Sorani",
            "per:mehdi-sorani",
            "IRN",
            "ELI",
            "Iran's former ambassador to Iraq",
        ),
        (
            "A member of the Georgian parliament, Levan Tsuladze, was hurt.",
            "A member of the Georgian parliament, Levan Tsuladze",
            "per:levan-tsuladze",
            "GEO",
            "LEG",
            "member of the Georgian parliament",
        ),
        (
            "Political scientist Elnur Hadik agreed.",
            "Political scientist Elnur Hadik",
            "per:elnur-hadik",
            None,
            "EDU",
            "Political scientist",
        ),
        (
            "Artsakh Foreign Minister Davit Sahakyan agreed.",
            "Artsakh Foreign Minister Davit Sahakyan",
            "per:davit-sahakyan",
            "AZE",
            "PRE",
            "Artsakh Foreign Minister",
        ),
    ],
)
def test_persons_with_titles(
    resolve: Resolve,
    text: str,
    words: str,
    actor: str,
    country: str | None,
    sector: str,
    role: str,
) -> None:
    found = resolve(text)
    assert found.of(words) == {actor}
    person = found.actor(actor)
    assert person.kind is ActorKind.PERSON
    assert (person.country, person.sector, person.role) == (country, sector, role)


def test_two_bearers_of_a_plural_title_share_it_by_country(resolve: Resolve) -> None:
    found = resolve(
        "Russian and Iranian Foreign Ministers Sergei Orlin and Hossein Amir Talavi met."
    )
    assert found.actor("per:sergei-orlin").country == "RUS"
    assert found.actor("per:hossein-amir-talavi").country == "IRN"


@pytest.mark.parametrize(
    ("text", "expected", "aliases"),
    [
        (
            "Iranian army commander Kamran Heyda spoke. K. Heyda left. Heyda returned.",
            "per:kamran-heyda",
            {"K. Heyda", "Heyda"},
        ),
        (
            "Iranian Foreign Ministry spokesman Nasser Kanavi spoke. Iran's foreign ministry "
            "spokesman Nasir Kenavi went on.",
            "per:nasser-kanavi",
            {"Nasir Kenavi"},
        ),
        ("Mr. Orlin declined.", "per:orlin", set()),
    ],
)
def test_one_person_under_several_names(
    resolve: Resolve, text: str, expected: str, aliases: set[str]
) -> None:
    found = resolve(text)
    persons = [actor for actor in found.actors if actor.kind is ActorKind.PERSON]
    assert [person.id for person in persons] == [expected]
    assert set(persons[0].aliases) == aliases


def test_namesakes_of_another_office_stay_apart(resolve: Resolve) -> None:
    found = resolve("Greek President Anna Veld met Spanish President Anna Holm.")
    assert {"per:anna-veld", "per:anna-holm"} <= found.ids()


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Spanish Foreign Minister Anna Veld came. The Spanish minister then left.",
            "The Spanish minister",
            {"per:anna-veld"},
        ),
        (
            "Spanish Foreign Minister Anna Veld came. The Greek minister stayed away.",
            "The Greek minister",
            set(),
        ),
        (
            "Norway's foreign minister stayed away.",
            "Norway's foreign minister",
            {"per:NOR-foreign-minister"},
        ),
        (
            "The Dutch Foreign Ministry objected. The ministry will write a letter.",
            "The ministry",
            {"gov:NLD-foreign"},
        ),
        (
            "Norway said its foreign minister would come.",
            "its foreign minister",
            {"per:NOR-foreign-minister"},
        ),
        (
            "The foreign ministers of Norway and Sweden met.",
            "The foreign ministers of Norway and Sweden",
            {"per:NOR-foreign-minister", "per:SWE-foreign-minister"},
        ),
        ("Officials and experts disagreed.", "Officials", set()),
    ],
)
def test_titles_and_bare_bodies_go_to_who_fits(
    resolve: Resolve, text: str, words: str, expected: set[str]
) -> None:
    assert resolve(text).of(words) == expected


def test_surnames_are_found_in_headlines(resolve: Resolve) -> None:
    found = resolve(
        "Orlin Slams New Border Plan\n\nRussian President Sergei Orlin spoke on Monday."
    )
    assert found.of("Orlin") == {"per:sergei-orlin"}


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("Four Strange Things Sergei Orlin Has Said About Bakers.", {"per:sergei-orlin"}),
        ("Council Reveals Orlin Visits With Bakers.", {"per:sergei-orlin"}),
        ("Sergei Orlin met Anna Veld.", {"per:sergei-orlin", "per:anna-veld"}),
        ("Anna Veld, Institute of Windmills.", {"per:sergei-orlin", "per:anna-veld"}),
    ],
)
def test_a_headline_with_a_stop_is_one_where_all_has_capitals(
    resolve: Resolve, head: str, named: set[str]
) -> None:
    found = resolve(f"{head}\n\nSergei Orlin spoke on Monday. Orlin said that he was glad.")
    assert {actor for actor in found.ids() if actor.startswith("per:")} == named


def test_organisations_no_table_has_are_known_by_their_kind(resolve: Resolve) -> None:
    found = resolve("He gave the Ulgor daily a copy. The Lumen Party objected.")
    assert {"media:ulgor", "grp:lumen-party"} <= found.ids()


def test_mention_kinds(resolve: Resolve) -> None:
    text = "Greek President Anna Veld wrote to Ankara. The Greek president told Turkey so."
    found = resolve(text)
    assert found.kind_of("Greek President Anna Veld") == {MentionKind.NAME}
    assert found.kind_of("The Greek president") == {MentionKind.TITLE}
    assert found.kind_of("Ankara") == {MentionKind.METONYM}
    assert found.kind_of("Turkey") == {MentionKind.NAME}


def test_furniture_mentions_nobody(resolve: Resolve) -> None:
    text = "Greece agreed.\n\nRead more: Spanish President Anna Holm visits Norway"
    hidden = "Read more: Spanish President Anna Holm visits Norway"
    assert resolve(text, furniture=[hidden]).ids() == {"state:GRC"}


def test_the_same_full_name_has_the_same_id_in_every_article(resolve: Resolve) -> None:
    one = resolve("Greek President Anna Veld spoke.").ids()
    two = resolve("Last week Anna Veld told reporters about it.").ids()
    assert "per:anna-veld" in one & two


def test_an_empty_text_has_no_actors(resolve: Resolve) -> None:
    assert resolve("").actors == ()
