"""Roles: what the words for an office, with those it belongs to, tell of country and sector.

Each phrase stands as an apposition to a name that no table has. ``None``: not told.
"""

import pytest
from tests.unit.actors.conftest import Resolve

GOVERNMENT = [
    ("spokesperson of Iran's foreign ministry", "IRN", "GOV"),
    ("the spokesman for the Iranian Foreign Ministry", "IRN", "GOV"),
    ("a spokeswoman for Russia's Ministry of Foreign Affairs", "RUS", "GOV"),
    ("spokesperson for the State Department", "USA", "GOV"),
    ("the president of Azerbaijan", "AZE", "GOV"),
    ("the Armenian prime minister", "ARM", "GOV"),
    ("Turkey's foreign minister", "TUR", "GOV"),
    ("the foreign minister of Georgia", "GEO", "GOV"),
    ("Minister of Foreign Affairs of Armenia", "ARM", "GOV"),
    ("Ukraine's interior minister", "UKR", "GOV"),
    ("the French finance minister", "FRA", "GOV"),
    ("the Serbian labour minister", "SRB", "GOV"),
    ("Kazakhstan's minister of culture", "KAZ", "GOV"),
    ("the Iraqi oil minister", "IRQ", "GOV"),
    ("Uganda's minister for education", "UGA", "GOV"),
    ("Kenya's vice president", "KEN", "GOV"),
    ("the deputy prime minister of Kyrgyzstan", "KGZ", "GOV"),
    ("Iran's deputy foreign minister", "IRN", "GOV"),
    ("the Tajik deputy health minister", "TJK", "GOV"),
    ("first deputy finance minister of Bulgaria", "BGR", "GOV"),
    ("the king of Jordan", "JOR", "GOV"),
    ("Qatar's emir", "QAT", "GOV"),
    ("the crown prince of Saudi Arabia", "SAU", "GOV"),
    ("Iran's supreme leader", "IRN", "GOV"),
    ("the chancellor of Germany", "DEU", "GOV"),
    ("the US secretary of state", "USA", "GOV"),
    ("the British home secretary", "GBR", "GOV"),
    ("assistant to the president of Azerbaijan", "AZE", "GOV"),
    ("an adviser to Ukraine's president", "UKR", "GOV"),
    ("the Kremlin spokesman", "RUS", "GOV"),
    ("head of the presidential administration of Ukraine", "UKR", "GOV"),
    ("secretary of Armenia's Security Council", "ARM", "GOV"),
    ("the mayor of Kyiv", "UKR", "GOV"),
    ("Iran's ambassador to Baku", "IRN", "GOV"),
    ("the Azerbaijani ambassador to Iran", "AZE", "GOV"),
    ("Pakistan's envoy to Afghanistan", "PAK", "GOV"),
    ("Russia's permanent representative to the United Nations", "RUS", "GOV"),
    ("a senior Israeli official", "ISR", "GOV"),
    ("a Moroccan diplomat", "MAR", "GOV"),
    ("the Polish consul general", "POL", "GOV"),
    ("the governor of the Russian region", "RUS", "GOV"),
    ("the ombudsman of Armenia", "ARM", "GOV"),
    ("a government official of Peru", "PER", "GOV"),
    ("the chief negotiator of Colombia", "COL", "GOV"),
    ("the Vietnamese minister of trade", "VNM", "GOV"),
    ("Zambia's minister of agriculture", "ZMB", "GOV"),
    ("spokesman for the government of Senegal", "SEN", "GOV"),
    ("the head of Ukraine's Central Election Commission", "UKR", "GOV"),
    ("the Tibetan leader", "CHN", "GOV"),
    ("Scotland's first minister", "GBR", "GOV"),
]
FORCES = [
    ("commander of the ground forces of the Iranian Army", "IRN", "MIL"),
    ("the commander of Iran's Revolutionary Guards", "IRN", "MIL"),
    ("defence minister of Armenia", "ARM", "MIL"),
    ("the Israeli defense minister", "ISR", "MIL"),
    ("a spokesman for Azerbaijan's defence ministry", "AZE", "MIL"),
    ("spokesman for the Israeli army", "ISR", "MIL"),
    ("a Pentagon spokeswoman", "USA", "MIL"),
    ("chief of the general staff of Turkey", "TUR", "MIL"),
    ("the Greek army chief", "GRC", "MIL"),
    ("commander of the Russian Black Sea Fleet", "RUS", "MIL"),
    ("the commander of the Ukrainian navy", "UKR", "MIL"),
    ("a Pakistani general", "PAK", "MIL"),
    ("an Egyptian army officer", "EGY", "MIL"),
    ("a Syrian soldier", "SYR", "MIL"),
    ("Armenia's deputy defence minister", "ARM", "MIL"),
    ("a defence ministry official of Ukraine", "UKR", "MIL"),
    ("spokesman for the Indian Air Force", "IND", "MIL"),
    ("the head of the Turkish armed forces", "TUR", "MIL"),
    ("the director of the CIA", "USA", "SPY"),
    ("head of Russia's Federal Security Service", "RUS", "SPY"),
    ("Israel's intelligence minister", "ISR", "SPY"),
    ("the Turkish intelligence chief", "TUR", "SPY"),
    ("a spokesman for Azerbaijan's State Security Service", "AZE", "SPY"),
    ("the Egyptian police chief", "EGY", "COP"),
    ("a spokesman for the Turkish police", "TUR", "COP"),
    ("a Kenyan police officer", "KEN", "COP"),
    ("commander of Iran's police", "IRN", "COP"),
    ("an FBI spokesman", "USA", "COP"),
]
FORMER = [
    ("Iran's former ambassador to Azerbaijan", "IRN", "ELI"),
    ("the former president of Georgia", "GEO", "ELI"),
    ("the ex-foreign minister of Armenia", "ARM", "ELI"),
    ("an ex-envoy of Iran", "IRN", "ELI"),
    ("Ukraine's ousted president", "UKR", "ELI"),
    ("the deposed prime minister of Pakistan", "PAK", "ELI"),
    ("a retired Turkish general", "TUR", "ELI"),
    ("a former Israeli intelligence chief", "ISR", "ELI"),
    ("the late president of Egypt", "EGY", "ELI"),
    ("the widow of the late Lebanese prime minister", "LBN", "ELI"),
    ("the sacked defence minister of Sudan", "SDN", "ELI"),
    ("a former lawmaker from Kosovo", "KOS", "ELI"),
    ("the then foreign minister of Armenia", "ARM", "GOV"),
    ("the outgoing president of France", "FRA", "GOV"),
    ("the acting prime minister of Moldova", "MDA", "GOV"),
    ("Iran's interim president", "IRN", "GOV"),
    ("Lebanon's prime minister-designate", "LBN", "GOV"),
    ("the president-elect of Indonesia", "IDN", "GOV"),
    ("Serbia's foreign minister-designate", "SRB", "GOV"),
    ("a former journalist from Belarus", "BLR", "JRN"),
]
COURTS = [
    ("a member of Iran's parliament", "IRN", "LEG"),
    ("an Azerbaijani MP", "AZE", "LEG"),
    ("the speaker of the Georgian parliament", "GEO", "LEG"),
    ("the speaker of Armenia's National Assembly", "ARM", "LEG"),
    ("a Turkish lawmaker", "TUR", "LEG"),
    ("a US senator", "USA", "LEG"),
    ("the head of the Bundestag's foreign affairs committee", "DEU", "LEG"),
    ("a deputy of the Verkhovna Rada", "UKR", "LEG"),
    ("a spokesman for the Knesset", "ISR", "LEG"),
    ("a Duma deputy", "RUS", "LEG"),
    ("Ukraine's prosecutor general", "UKR", "JUD"),
    ("a judge of the Iranian Supreme Court", "IRN", "JUD"),
    ("the president of Latvia's Constitutional Court", "LVA", "JUD"),
    ("a spokesman for the Turkish prosecutor's office", "TUR", "JUD"),
    ("the Spanish attorney general", "ESP", "JUD"),
    ("a Brazilian supreme court judge", "BRA", "JUD"),
    ("Armenia's justice minister", "ARM", "JUD"),
]
SOCIETY = [
    ("an Azerbaijani political analyst", "AZE", "EDU"),
    ("an Iranian international law expert", "IRN", "EDU"),
    ("a professor at Tehran University", None, "EDU"),
    ("a Georgian historian", "GEO", "EDU"),
    ("a Chilean student", "CHL", "EDU"),
    ("a Turkish journalist", "TUR", "JRN"),
    ("the editor of Haaretz", "ISR", "JRN"),
    ("a Reuters correspondent", "GBR", "JRN"),
    ("a BBC spokeswoman", "GBR", "JRN"),
    ("Ukraine's opposition leader", "UKR", "OPP"),
    ("a Belarusian dissident", "BLR", "OPP"),
    ("the leader of the Zimbabwean opposition", "ZWE", "OPP"),
    ("a Sudanese rebel leader", "SDN", "REB"),
    ("a spokesman for the Taliban", "AFG", "REB"),
    ("the leader of Hamas", "PSE", "REB"),
    ("a commander of the Polisario Front", "MAR", "REB"),
    ("a spokesman for Ivory Coast rebels", "CIV", "REB"),
    ("a PKK commander", "TUR", "REB"),
    ("a Nigerian separatist", "NGA", "REB"),
    ("a Saudi businessman", "SAU", "BUS"),
    ("a Russian oligarch", "RUS", "BUS"),
    ("the chief executive of Gazprom", "RUS", "BUS"),
    ("a spokesman for SOCAR", "AZE", "BUS"),
    ("an Iranian ayatollah", "IRN", "REL"),
    ("the archbishop of South Africa", "ZAF", "REL"),
    ("a Lebanese cleric", "LBN", "REL"),
    ("a spokesman for the Russian Orthodox Church", "RUS", "REL"),
    ("a Bolivian union leader", "BOL", "LAB"),
    ("a Polish miner", "POL", "LAB"),
    ("a French farmer", "FRA", "AGR"),
    ("a Swiss surgeon", "CHE", "MED"),
    ("an Italian epidemiologist", "ITA", "MED"),
    ("a Syrian refugee", "SYR", "REF"),
    ("an Eritrean asylum seeker", "ERI", "REF"),
    ("a Ukrainian human rights activist", "UKR", "CVL"),
    ("an Iraqi civilian", "IRQ", "CVL"),
    ("a Palestinian prisoner", "PSE", "CVL"),
    ("a Mexican drug lord", "MEX", "CRM"),
    ("a Danish aid worker", "DNK", "NGO"),
    ("the leader of Germany's ruling party", "DEU", "PTY"),
    ("a spokesman for Georgian Dream", "GEO", "PTY"),
    ("the wife of Ukraine's president", "UKR", "ELI"),
    ("an Argentine lobbyist", "ARG", "SOC"),
]
ABROAD = [
    ("the UN secretary-general", "UNO", "IGO"),
    ("a spokesman for the United Nations", "UNO", "IGO"),
    ("the EU's foreign policy chief", "EUR", "IGO"),
    ("the president of the European Commission", "EUR", "IGO"),
    ("the secretary general of NATO", "IGO", "IGO"),
    ("an OSCE spokeswoman", "IGO", "IGO"),
    ("the director general of the IAEA", "UNO", "IGO"),
    ("a prosecutor at the International Criminal Court", None, "JUD"),
    ("a spokesperson for the ICRC", "NGO", "NGO"),
    ("the director of Human Rights Watch", "NGO", "NGO"),
    ("a co-chair of the Minsk Group", "IGO", "IGO"),
    ("the president of Abkhazia", "GEO", "PRE"),
    ("the foreign minister of South Ossetia", "GEO", "PRE"),
    ("a spokesman for the Donetsk People's Republic", "UKR", "PRE"),
    ("the state minister of Artsakh", "AZE", "PRE"),
    ("the president of Somaliland", "SOM", "PRE"),
    ("the president of Iraqi Kurdistan", "IRQ", "GOV"),
]
ROLES = [*GOVERNMENT, *FORCES, *FORMER, *COURTS, *SOCIETY, *ABROAD]


@pytest.mark.parametrize(("phrase", "country", "sector"), ROLES, ids=lambda value: str(value))
def test_a_role_tells_country_and_sector(
    resolve: Resolve, phrase: str, country: str | None, sector: str
) -> None:
    found = resolve(f"Arda Velk, {phrase}, told reporters on Monday that the talks had failed.")
    actor = found.actor("per:arda-velk")
    assert (actor.country, actor.sector) == (country, sector)
    assert actor.role is not None


def test_there_are_enough_of_them() -> None:
    assert len({phrase for phrase, _, _ in ROLES}) >= 150


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("He met the Danish officers Vey says spied on them. Mr. Vey left.", None),
        ("Ministers Vey and Lamas said so.", "Ministers"),
        ("The minister Vey said so.", "minister"),
    ],
)
def test_a_title_of_several_is_not_that_of_one_who_acts(
    resolve: Resolve, text: str, role: str | None
) -> None:
    roles = {one.name: one.role for one in resolve(text, []).actors}
    assert roles["Vey"] == role


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        pytest.param(
            "senior adviser to Norwegian President Orlin Tarn",
            "senior adviser to Norwegian President Orlin Tarn",
            id="whose title stops it",
        ),
        pytest.param(
            "a spokesman for the Tarn campaign",
            "spokesman for the Tarn campaign",
            id="whose name stops it",
        ),
        pytest.param("a lawyer for the family", "lawyer", id="no part of the office"),
        pytest.param("the head of the navy", "head of the navy", id="whole as it is"),
    ],
)
def test_a_role_does_not_break_off_before_a_name(resolve: Resolve, phrase: str, role: str) -> None:
    found = resolve(f"Arda Velk, {phrase}, told reporters on Monday that the talks had failed.")
    assert found.actor("per:arda-velk").role == role


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param(", in Sweden for a day, spoke.", id="a comma"),
        pytest.param(" told Sweden to wait.", id="a verb"),
    ],
)
def test_a_land_in_what_is_said_is_not_of_who_says_it(resolve: Resolve, behind: str) -> None:
    found = resolve(f"Arda Velk, a spokesman for the Tarn campaign{behind}", [])
    assert found.actor("per:arda-velk").country is None
