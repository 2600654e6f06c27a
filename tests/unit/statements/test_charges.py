"""What is laid to a party by a verb with what stands behind it, and what hangs on a condition."""

import pytest
from tests.unit.statements.test_act_sentences import marked

from rejoinder.model.statement import Act
from rejoinder.parsing.pipe import load_parser
from rejoinder.statements.acts import code_acts

pytestmark = pytest.mark.model

SENTENCES: dict[str, tuple[str, ...]] = {
    "accuse": (
        "[Norland] <says> {Sudland is arming and supporting the rebels}.",
        "[The senator] <said> {Sudland is an adversary who interfered in our elections}.",
        "[The minister] <said> {Sudland continues to provoke its neighbours}.",
        "[The minister] <said> {Sudland continues to shell the villages along the river}.",
        "[The minister] <said> {Sudland is using food as a weapon}.",
        "[The envoy] <told reporters> {the government was using hunger as a weapon of war}.",
        "[The envoy] <said> {Sudland was using water supplies as a tool of pressure}.",
        "[The minister] <said> {Sudland has failed to honour its commitments}.",
        "[The minister] <said> {Sudland had failed to fulfil its obligations under the treaty}.",
        "[The minister] <said> {Sudland never kept its part of the deal}.",
        "[The minister] <said> {Sudland does not honour the agreement}.",
        "[The lawyer] <said> {what happens in the valley is called forced starvation}.",
        "[The lawyer] <said> {the closing of the road is considered a crime against humanity}.",
        "[The lawyer] <said> {cutting off the water amounts to collective punishment}.",
        "[The lawyer] <said> {this constitutes ethnic cleansing}.",
        "[The analyst] <said> {Sudland is not seeking to recognise the rights of the minority}.",
        "[The analyst] <said> {Sudland was not trying to end the war}.",
        "[The minister] <said> {Sudland does not want peace}.",
        "[The minister] <said> {Sudland is not interested in peace}.",
        "[The minister] <said> {Sudlandic soldiers are fighting alongside the rebels}.",
        "[The minister] <said> {troops from Sudland were fighting on the side of the rebels}.",
        "[The minister] <said> {Sudland had sent tanks across the border}.",
        "[The general] <said> {columns of Sudlandic armour had crossed the border overnight}.",
        "[The minister] <said> {Sudland is waging war on our country}.",
        "[The minister] <said> {Sudland has unleashed a war against its own people}.",
        "[The minister] <said> {Sudland has decided to take punitive measures against us}.",
        "[The opposition] <called> {the bill a power grab}.",
        "[The ministry] <called> {the explosion an air strike}.",
        "[The ministry] <called> {the shelling an attempt to derail the talks}.",
        '[The politician] <said> "{They pander to Sudland, and Sudland bends the law}."',
        "[The minister] <said> {Sudland wants to change the borders by force}.",
        "[The minister] <said> {Sudland seeks to redraw the map of the region}.",
        "[The minister] <said> {Sudland is trying to drag its neighbours into the war}.",
        "[The minister] <said> {Sudland tried to take advantage of the crisis to seize the port}.",
        "[The minister] <said> {Sudland has cut off the water to the valley}.",
        "[The minister] <said> {Sudland was holding the sailors hostage}.",
        "[The minister] <said> {Sudland is holding civilians as human shields}.",
        "[The minister] <said> {the rebels use civilians as human shields}.",
        "[The minister] <said> {Sudland keeps blocking the aid convoys}.",
        "[The minister] <said> {Sudland prevents the observers from entering the valley}.",
        "[The minister] <said> {the rebels do not let the observers in}.",
        "[The minister] <said> {Sudland has driven thousands from their homes}.",
        "[The minister] <said> {Sudland's army opened fire without warning}.",
        "[The minister] <said> {Sudland pays and trains the gunmen}.",
        "[The minister] <said> {the gunmen take their orders from Sudland}.",
        "[The minister] <said> {Sudland pulls the strings}.",
        "[The minister] <said> {the bomb was planted by agents of Sudland}.",
        "[The minister] <said> {Sudland hides behind the rebels}.",
        "[The minister] <said> {Sudland turned the talks into a farce}.",
        "[The minister] <said> {Sudland has made a settlement impossible}.",
        "[The minister] <said> {Sudland is dragging out the talks}.",
        "[The minister] <said> {Sudland is playing for time}.",
        "[The minister] <said> {Sudland only pretends to negotiate}.",
        "[The minister] <said> {Sudland had tampered with the ballots}.",
        "[The minister] <said> {Sudland is behind it}.",
        "[The group] <said> {at least forty villagers were executed by the militia}.",
        "[The group] <said> {police had fired tear gas at peaceful marchers}.",
        "[The group] <said> {security forces used live ammunition against the crowd}.",
        "[The minister] <said> {according to the convention, this is a war crime}.",
    ),
    "assert": (
        "[The minister] <views> {the raid not as an attack on one party}.",
        "[The reporter] <said> {Norland's delegation arrived in the morning}.",
        "[The ministry] <said> {soldiers from the garrison were helping farmers with the harvest}.",
        "[The ministry] <said> {the talks were held behind closed doors}.",
        "[The minister] <said> {Norland sent an envoy to the talks}.",
        "[The minister] <said> {Sudland closed its embassy for the holidays}.",
        "[The minister] <said> {the bridge was closed by the police after an accident}.",
        "[The coach] <said> {his team used the break as a chance to rest}.",
        "[The minister] <said> {the company uses wood as a fuel}.",
        "[The minister] <said> {the army uses drones as scouts}.",
        "[The clerk] <said> {the office keeps the files in a cellar}.",
        "[The minister] <said> {Norland continues to talk with its neighbours}.",
        "[The minister] <said> {Norland wants to export more grain}.",
        "[The minister] <said> {Norland's soldiers fight alongside their allies in the north}.",
        "[Norland] <said> {we fought beside our allies}.",
        "[The minister] <said> {the army holds exercises in the valley}.",
        "[The minister] <said> {the country pays its teachers on time}.",
        "[The minister] <said> {Sudland is not interested in football}.",
        "[The minister] <said> {the police blocked the street for the parade}.",
        "[The minister] <said> {the city turned the mill into a school}.",
        "[The minister] <said> {the town where Norland waged war is rebuilt}.",
        "[The minister] <said> {Sudland let the observers in}.",
        "[The minister] <said> {the police let the convoy through}.",
        "[The minister] <said> {doctors train nurses}.",
        "[Sudland] <said> {it was not waging war on anybody}.",
        "[The minister] <called> {the raid a success}.",
        "[The minister] <called> {the plan a good step}.",
    ),
    "criticise": (
        "[The party] <called> {the vote a sham}.",
        "[The analyst] <said> {if Sudland supports the talks, others would have no excuse to act}.",
    ),
    "demand": (
        "[The minister] <said> {his country supports talks only if the troops withdraw first}.",
        "[The minister] <said> {his country would support the plan provided the troops leave}.",
        "[The minister] <said> {he would back the deal on condition that prisoners are freed}.",
        "[The minister] <said> {there could be a treaty as long as the troops leave first}.",
        "[The minister] <said> {he would sign only after the troops had left}.",
        "[Norland] <put forward> {demands for the release of the crew}.",
    ),
    "deny": (
        "[The prime minister] <dismissed> {talk of infighting}.",
        "[The mayor] <called> {that a distortion}.",
        "[The mayor] <called> {the article a distortion of the facts}.",
        "[The party] <says> {there is no racism in its ranks}.",
        "[The army] <said> {there was no torture in its prisons}.",
        "[The minister] <said> {his country had not sent tanks across the border}.",
        "[Norland] <does not want> {a war with its neighbour}.",
    ),
    "offer": (
        "[Norland] <declared its readiness to> {support a settlement of the conflict}.",
        "[Norland] <came up with> {an initiative to mediate between the two sides}.",
        "[Norland] <put forward> {a plan to end the fighting}.",
        "[Norland] <put forward> {a proposal for talks}.",
    ),
    "refuse": (
        "[The senator] <offered> {no endorsement}.",
        "[The minister] <said> {his country will not join the talks unless the siege is lifted}.",
        "[Norland] <is not seeking> {to recognise the border}.",
        "[Norland] <does not want> {to sign the treaty}.",
        "[Norland] <does not recognise> {Sudland's annexation of the valley}.",
    ),
    "support": ("[The minister] <said> {she fully supports the peace plan}.",),
    "warn": (
        "[The minister] <said> {his country will close the border unless the siege is lifted}.",
    ),
}
CASES = [(sentence, act) for act, every in SENTENCES.items() for sentence in every]


@pytest.fixture(scope="module")
def coded() -> dict[str, Act]:
    every = [marked(sentence) for sentence, _ in CASES]
    docs = load_parser().nlp.pipe(text for text, _ in every)
    acts = (
        code_acts(text, doc, [attribution])[0]
        for doc, (text, attribution) in zip(docs, every, strict=True)
    )
    return dict(zip((sentence for sentence, _ in CASES), acts, strict=True))


@pytest.mark.parametrize(("sentence", "act"), CASES, ids=[sentence for sentence, _ in CASES])
def test_sentence_has_its_act(coded: dict[str, Act], sentence: str, act: str) -> None:
    assert coded[sentence] == act
