"""Names: who of several bearers of one is meant, and what is no part of a name."""

import pytest
from tests.unit.actors.conftest import Resolve

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        pytest.param(
            "Anna Rodin Lamas met President Petros Orlin. Mrs. Lamas praised a treaty that "
            "President Robert Lamas signed. Mrs. Lamas said nobody came.",
            "Mrs. Lamas",
            "per:anna-rodin-lamas",
            id="a form of address agrees with the given name",
        ),
        pytest.param(
            "President Lamas left on Friday. Mr. Lamas said nobody came. His son, "
            "Robert Lamas Jr., stayed.",
            "Mr. Lamas",
            "per:lamas",
            id="a son named later has his own name",
        ),
        pytest.param(
            "Robert Lamas Jr. left on Friday. Mr. Lamas said nobody came.",
            "Mr. Lamas",
            "per:robert-lamas-jr",
            id="who alone bears the surname is meant by it",
        ),
        pytest.param(
            "President Lamas, with his son Robert Lamas Jr., left. Lamas Jr. said nobody came.",
            "Lamas Jr.",
            "per:robert-lamas-jr",
            id="a surname with Jr.",
        ),
        pytest.param(
            "President Lamas and his wife, Michelle Lamas, left. Lamas said nobody came.",
            "Lamas",
            "per:lamas",
            id="a wife is called by her full name",
        ),
        pytest.param(
            "Mr. Lamas met reporters. The first lady, Michelle Lamas, stayed. President Lamas said "
            "nobody came.",
            "President Lamas",
            "per:lamas",
            id="what one mention tells of gender holds for the surname",
        ),
        pytest.param(
            "Senator Robert Lamas left. His brother is Senator Paul Lamas. Lamas said nobody came",
            "Lamas",
            "per:robert-lamas",
            id="the first bearer named is the one called by the surname",
        ),
        pytest.param(
            "Anna and Robert Lamas paid their taxes. Mrs. Lamas said nobody came.",
            "Mrs. Lamas",
            "per:anna-lamas",
            id="two given names share a surname",
        ),
        pytest.param(
            'Robert "Big Dog" Lamas left. Lamas said nobody came.',
            "Lamas",
            "per:robert-lamas",
            id="a nickname is no part of the name",
        ),
        pytest.param(
            "Defense Secretary Robert Lamas left. The general, nicknamed “Big Dog Lamas” by his "
            "troops, is 60. Lamas said nobody came.",
            "Lamas",
            "per:robert-lamas",
            id="nor a name that he is called",
        ),
        pytest.param(
            "Secretary of the Interior Robert Lamas said nobody came.",
            "Secretary of the Interior Robert Lamas",
            "per:robert-lamas",
            id="the department before a name",
        ),
        pytest.param(
            "Majority Whip Robert Lamas said nobody came.",
            "Majority Whip Robert Lamas",
            "per:robert-lamas",
            id="a whip",
        ),
        pytest.param(
            "Robert Lamas left. The Ulgor-born Lamas said nobody came.",
            "The Ulgor-born Lamas",
            "per:robert-lamas",
            id="where somebody was born",
        ),
        pytest.param(
            "Robert Lamas left. Mr. Lamas wept. Mr. Lamas slept. Laas said nobody came.",
            "Laas",
            "per:robert-lamas",
            id="a surname printed once with a letter too few",
        ),
        pytest.param(
            "Robert Lamas left. Laas said nobody came.",
            "Laas",
            "per:laas",
            id="of somebody hardly named it is another's",
        ),
        pytest.param(
            "Jesse Lamas Jr. left. He owned a hat of Michael Lamas. Mr. Lamas said nobody came.",
            "Mr. Lamas",
            "per:jesse-lamas-jr",
            id="Jr. tells from a father and not from a stranger",
        ),
        pytest.param(
            "Roy Lamas left. A spokesman for St. Louis County Prosecutor Paul Veld said "
            "nobody came.",
            "A spokesman for St. Louis County Prosecutor Paul Veld",
            "per:paul-veld-spokesperson",
            id="a saint's name is a place's",
        ),
        pytest.param(
            "Paul Veld was blamed. The lawyer for Mr. Veld said nobody came.",
            "The lawyer for Mr. Veld",
            "per:paul-veld-lawyer",
            id="a lawyer is not whom he speaks for",
        ),
        pytest.param(
            "Paul Veld was blamed. Veld's attorneys said nobody came.",
            "Veld's attorneys",
            "per:paul-veld-lawyer",
            id="several lawyers are one voice",
        ),
        pytest.param(
            "Veld's lawyer, Ann Orm, wept. Paul Veld slept. Veld's lawyer said nobody came.",
            "Veld's lawyer",
            "per:ann-orm",
            id="a lawyer who is named goes by the name",
        ),
        pytest.param(
            "Paul Jordan left. Jordan said nobody came.",
            "Jordan",
            "per:paul-jordan",
            id="a state's name behind a given name is a surname",
        ),
        pytest.param(
            "Paul Jordan met envoys in Jordan. Mr. Jordan said nobody came.",
            "Mr. Jordan",
            "per:paul-jordan",
            id="and behind a form of address where the state is spoken of too",
        ),
        pytest.param(
            "Envoys met in Jordan. Jordan said nobody came.",
            "Jordan",
            "state:JOR",
            id="the state by itself",
        ),
        pytest.param(
            "Paul Veld was sued on Monday. His lawyer said nobody came.",
            "His lawyer",
            "per:paul-veld-lawyer",
            id="his lawyer, where one person is named before",
        ),
        pytest.param(
            "Paul Veld sued Ann Orm. His lawyer said nobody came.",
            "His lawyer",
            "",
            id="his lawyer, where two are",
        ),
        pytest.param(
            "Mr. Veld was sued on Monday. Her lawyer said nobody came.",
            "Her lawyer",
            "",
            id="her lawyer behind a man",
        ),
        pytest.param(
            "Paul Veld left. Veld's office said nobody came.",
            "Veld's office",
            "grp:paul-veld-office",
            id="the office of a person without one",
        ),
        pytest.param(
            "Greek President Paul Veld left. Veld's office said nobody came.",
            "Veld's office",
            "gov:paul-veld-office",
            id="the office of an official is a body of his state",
        ),
        pytest.param(
            "Paul Veld left. The Veld campaign said nobody came.",
            "The Veld campaign",
            "grp:paul-veld-campaign",
            id="a campaign by the name alone",
        ),
        pytest.param(
            "Paul Veld's presidential campaign said nobody came.",
            "Paul Veld's presidential campaign",
            "grp:paul-veld-campaign",
            id="a campaign for an office",
        ),
        pytest.param(
            "Paul Veld's campaign against crime suggested nobody came.",
            "Paul Veld's campaign against crime",
            "",
            id="a campaign against something is nobody",
        ),
        pytest.param(
            "Lumen Club International, a hunters' club, said nobody came.",
            "Lumen Club International, a hunters' club,",
            "ngo:lumen-club",
            id="an organisation that calls itself international",
        ),
        pytest.param(
            "Senator Ann Orm left. Her office said nobody came.",
            "Her office",
            "gov:ann-orm-office",
            id="her office, where one person is named before",
        ),
        pytest.param(
            "Senator Ann Orm sued Paul Veld. Her office said nobody came.",
            "Her office",
            "",
            id="her office, where two are",
        ),
        pytest.param(
            "Senator Ann Orm left. The campaign of Ann Orm said nobody came.",
            "The campaign of Ann Orm",
            "grp:ann-orm-campaign",
            id="the campaign of a person",
        ),
        pytest.param(
            "Senator Ann Orm left. A spokesman for Orm's campaign said nobody came.",
            "A spokesman for Orm's campaign",
            "per:ann-orm-spokesperson",
            id="who speaks for a person's campaign",
        ),
        pytest.param(
            "Senator Ann Orm left. A spokesman for the Orm campaign said nobody came.",
            "A spokesman for the Orm campaign",
            "per:ann-orm-spokesperson",
            id="who speaks for a campaign by the name alone",
        ),
        pytest.param(
            "Paul Veld, the director of the fund, left. The inspector general said nobody came.",
            "The inspector general",
            "",
            id="an inspector is no director",
        ),
        pytest.param(
            "Paul Veld, the director of the fund, left. The coroner's report said nobody came.",
            "The coroner's report",
            "",
            id="the report of whose name is not told",
        ),
        pytest.param(
            "Paul Veld left. Veld said nothing. The inspector general report said nobody came.",
            "The inspector general report",
            "",
            id="the report of an office",
        ),
        pytest.param(
            "Paul Veld, the director of the fund, left. The director said nobody came.",
            "The director",
            "per:paul-veld",
            id="the director is the director",
        ),
        pytest.param(
            "Paul Veld, the director of the fund, left. The fund's chief said nobody came.",
            "The fund's chief",
            "per:paul-veld",
            id="the chief may be the director",
        ),
        pytest.param(
            "Ann Orm, a Greek press officer, left. "
            "A spokesman for American Mills Inc. said nobody came.",
            "A spokesman for American Mills Inc.",
            "",
            id="who speaks for somebody else",
        ),
        pytest.param(
            "Troops met President Paul Veld. The head of the Ulgor battalion said nobody came.",
            "The head of the Ulgor battalion",
            "",
            id="the head of what is named is not who was last named",
        ),
    ],
)
def test_who_bears_a_name(resolve: Resolve, text: str, source: str, expected: str) -> None:
    cue = "said" if " said " in text else "suggested"
    found = resolve(text, [(source, cue, "nobody came")])
    assert list(found.casts[0].speaker)[:1] == ([expected] if expected else [])
