"""Sentences of ours with what a reader takes them to hold of a matter.

Columns: act, how it is quoted, cue, content, matter, what a reader says, what is read. Where the
last two differ the second is ``unclear``: nothing is read wrongly.
"""

from typing import Final

from rejoinder.model.position import Stance
from rejoinder.model.statement import Act, Quotation

__all__ = ["ROWS", "Row", "rows"]

Row = tuple[Act, Quotation, str, str, str, Stance, Stance]

ROWS: Final = """
support|i|backed|the ceasefire|ceasefire|for
support|i|welcomed|the proposal for a ceasefire|ceasefire|for
support|i|praised|Vest for extending the ceasefire|ceasefire|for
support|i|welcomed|Tarn's decision to lift the embargo|embargo|against
support|i|endorsed|the immediate suspension of the tariffs|tariffs|against
support|i|hailed|the talks on the embargo|embargo|unclear
support|i|thanked|Tarn for its hospitality during the blockade|blockade|unclear
agree|i|agreed|to extend the truce until June|truce|unclear
agree|i|agreed|to extend the truce|truce|for
agree|i|accepted|an international inquiry|inquiry|for
agree|i|agreed|to end the blockade of the port|blockade|against
agree|i|signed|a deal on the dam|dam|unclear
offer|i|offered|to lift the tariffs on grain|tariffs|against
offer|i|proposed|a joint border patrol|border patrol|for
offer|i|offered|her country's mediation services to both sides|mediation|for
criticise|i|condemned|the Tarn mediation bid|mediation|against
offer|i|offered|to mediate in the border dispute|border|unclear
demand|i|demanded|an immediate ceasefire|ceasefire|for
demand|i|called for|an end to the embargo|embargo|against
demand|i|demanded|that Vest lift the blockade|blockade|against
demand|i|urged|Vest to respect the ceasefire|ceasefire|for
demand|i|called on|both sides to agree to a ceasefire|ceasefire|for
demand|i|urged|Tarn to stop building the dam|dam|against
demand|i|demanded|that Vest explain the embargo|embargo|unclear
demand|i|asked|Tarn for an account of the blockade|blockade|unclear
demand|i|called for|sanctions to be lifted|sanctions|against
demand|i|demanded|no further sanctions|sanctions|against
demand|i|urged|Tarn not to impose the tariffs|tariffs|against
demand|i|appealed|to Vest to put its case before the tribunal|tribunal|unclear
demand|i|called for|talks about the ceasefire|ceasefire|unclear
demand|i|insisted|that the peacekeepers leave|peacekeepers|against
refuse|i|rejected|the ceasefire|ceasefire|against
refuse|i|rejected|the proposal for a ceasefire|ceasefire|against
refuse|i|turned down|the offer of a truce|truce|against
refuse|i|refused|to lift the embargo|embargo|for
refuse|i|refused|to accept the ceasefire|ceasefire|against
refuse|i|said|it would not accept any inquiry|inquiry|against
refuse|i|said|it would never recognise the annexation|annexation|against
refuse|i|ruled out|talks with Vest on the dam|dam|unclear
refuse|i|refused|to comment on the embargo|embargo|unclear
refuse|i|rejected|Vest's version of the blockade|blockade|unclear
refuse|i|rejected|calls to end the blockade|blockade|for
refuse|i|rejects|the lifting of the tariffs|tariffs|for
criticise|i|condemned|the embargo|embargo|against
criticise|i|criticised|Vest for imposing sanctions|sanctions|against
criticise|i|criticised|Vest for breaking the ceasefire|ceasefire|for
criticise|i|condemned|violations of the ceasefire|ceasefire|for
criticise|i|deplored|ceasefire violations by Vest|ceasefire|for
criticise|i|criticised|the terms of the treaty|treaty|unclear
criticise|i|criticised|remarks about the dam|dam|unclear
criticise|i|called|the sanctions are illegal|sanctions|against
criticise|d|said|The blockade is unacceptable|blockade|against
criticise|d|said|The corridor is a threat to us all|corridor|against
deny|i|denied|the existence of a blockade|blockade|unclear
deny|i|dismissed|the allegations|allegations|against
deny|i|denied|that it had broken the ceasefire|ceasefire|unclear
deny|i|denied|that Vest needed the dam|dam|unclear
accuse|i|accused|Vest of breaking the ceasefire|ceasefire|unclear
accuse|i|accused|Tarn of planning to end the truce|truce|unclear
accuse|d|said|We wanted a ceasefire, they wanted war|ceasefire|for
warn|i|warned|against lifting the embargo|embargo|for
warn|i|warned|against new sanctions|sanctions|against
warn|i|warned|that it would suspend the treaty|treaty|against
warn|i|warned|that the blockade would cost lives|blockade|against
intend|i|vowed|to maintain the sanctions|sanctions|for
intend|i|plans|to scrap the tariffs|tariffs|against
intend|i|said|it would not extend the truce|truce|against
assert|i|said|it supports the inquiry|inquiry|for
assert|i|said|that it remained committed to the ceasefire|ceasefire|for
assert|d|said|We reject the corridor|corridor|against
assert|d|said|We do not support the sanctions|sanctions|against
assert|d|said|Our country will always defend the treaty|treaty|for
assert|d|said|They reject the corridor|corridor|unclear
assert|i|said|that Vest rejects the corridor|corridor|unclear
assert|i|said|Vest had violated the ceasefire|ceasefire|unclear
assert|i|said|the ceasefire began on Monday|ceasefire|unclear
assert|i|said|the dam would be finished in May|dam|unclear
assert|d|said|The sanctions must be lifted|sanctions|against
assert|d|said|The ceasefire must be respected|ceasefire|for
assert|d|said|The embargo should not be lifted|embargo|for
assert|d|said|The embargo will not be lifted|embargo|for
assert|d|said|Vest must respect the ceasefire|ceasefire|for
assert|d|said|Vest should end the blockade at once|blockade|against
assert|d|said|There can be no peace treaty|peace treaty|against
assert|d|said|There must be a ceasefire|ceasefire|for
assert|d|said|No to sanctions|sanctions|against
assert|d|said|We may accept the inquiry|inquiry|unclear
assert|d|said|We will accept the inquiry if Vest does|inquiry|unclear
assert|d|said|Who needs the dam?|dam|unclear
assert|d|said|Those who break the ceasefire will pay|ceasefire|unclear
assert|d|said|We oppose lifting the embargo|embargo|for
assert|d|said|We are not against the inquiry|inquiry|for
assert|i|said|the treaty is necessary|treaty|for
assert|i|said|the corridor was not needed|corridor|against
assert|d|said|Anti-sanctions marches were held|sanctions|unclear
assert|d|said|We have stopped the flights and want the treaty|treaty|for
assert|d|said|The peace treaty is ready, but we do not need it|peace treaty|unclear
assert|d|said|Ceasefire talks failed|ceasefire|unclear
assert|d|said|Our sanctions hurt Vest|sanctions|unclear
predict|i|expects|the truce to hold|truce|unclear
predict|i|said|that the sanctions would fail|sanctions|unclear
admit|i|admitted|that it had broken the ceasefire|ceasefire|unclear
demand|i|demanded|the withdrawal of the peacekeepers|peacekeepers|against
assert|d|said|There is no treaty|treaty|unclear
assert|d|said|There will be no referendum|referendum|against
accuse|d|said|The shameful embargo has cost us dear|embargo|against
assert|i|voted for|the budget|budget|for
assert|i|has fought against|the budget|budget|against
warn|i|warned|that he would veto the budget|budget|against
demand|i|said|the ban should apply to ships alone|ban|unclear
support|i|welcomed|the end of the occupation|occupation|against
demand|i|urged|deputies to vote against the budget|budget|against
refuse|i|opposed|Vest's proposed ban on trawlers|ban|against
demand|d|said|Our rivals want to defeat the budget. Stand with us|budget|unclear
assert|d|said|The budget-balancing rule is ours|budget|unclear
demand|i|calls by critics to veto|the budget|budget|against
demand|i|was asked about|the budget|budget|unclear
demand|m|said|that the inquiry into the raid "should be dropped"|inquiry|unclear
demand|d|said|The union should keep repeating that Vest is starving|Vest|unclear
demand|i|ordered|the coast guard to trace ships|ships|unclear
assert|i|told|members not to make plans for May|plans|unclear
assert|i|said|he needed a treaty or a law for it|treaty|unclear
support|i|said|that the planned treaty raised the prospect of peace|treaty|unclear
agree|i|signed|a law formally absorbing the valley|valley|unclear
criticise|i|criticised|Vest for conducting drills on the border|drills|against
criticise|i|scolded|Tarn for forging closer ties with Vest|ties|against
deny|i|denied|conducting drills|drills|unclear
assert|i|said|Vest had conducted drills|drills|unclear
refuse|d|said|Relations between Tarn and Vest do not need a mediator|mediator|against
refuse|i|said|the two neighbours can do without a mediator|mediator|against
refuse|i|said|Vest and Tarn need no mediator|mediator|against
assert|i|said|Vest did not need the treaty|treaty|unclear
refuse|i|refused|to do without the treaty|treaty|for
criticise|i|dismissed|Sunday's referendum in the valley as a "sham"|referendum|against
criticise|i|described|the referendum in Tarn as a step towards peace|referendum|unclear
criticise|i|called|the inquiry "a farce"|inquiry|against
accuse|i|branded|the new tariffs illegal|tariffs|against
deny|i|dismissed|the referendum as a sham|referendum|against
assert|i|said|Vest's planned referendum on joining Tarn is illegal|referendum|against
assert|d|said|The treaty with Vest is a mistake|treaty|against
assert|d|said|The referendum is in contradiction with our law|referendum|against
assert|d|said|The ban must be considered illegal|ban|against
assert|i|said|the talks on the embargo were illegal|embargo|unclear
assert|i|said|the ceasefire in the valley was not a mistake|ceasefire|for
assert|i|said|the march against the treaty was a disgrace|treaty|unclear
criticise|i|criticised|the treaty as the two sides met|treaty|against
refuse|i|opposed|an "open door" policy|policy|against
demand|i|called for|a "balanced" treaty|treaty|for
agree|i|agreed|to sign a free-trade treaty|treaty|for
demand|i|demanded|a spending bill|bill|for
assert|i|said|Vest was spending bills|bills|unclear
refuse|i|said|it would not sign a treaty aimed at Vest|treaty|against
assert|i|said|the treaty collapsed in March|treaty|unclear
support|i|praised|those who rejected a treaty signed by Vest|treaty|unclear
criticise|i|assailed|the ministry's tariffs|tariffs|against
criticise|i|has been critical of|Vest's plan for the port|plan|against
criticise|i|deemed|the Tarn plan "a con"|plan|against
demand|i|stood firm on his demands for|a border wall|wall|for
criticise|i|criticised|Vest for growing rich and for holding drills along the border|drills|against
demand|i|demanded|a ceasefire near the dam|ceasefire|for
demand|m|said|should "put an end to the occupation" of the valley|occupation|against
refuse|i|said|Tarn's planned June 16 referendum on joining Vest is illegal|referendum|against
refuse|i|ruled out|that the referendum is illegal|referendum|unclear
criticise|d|said|In its current form the treaty … is a mistake|treaty|against
criticise|d|said|By calling the treaty names Vest is a danger|treaty|unclear
refuse|i|said|Our government cannot recognise the (recent) annexation|annexation|against
criticise|i|decried|the Tarn government's decision to build the dam|decision|against
criticise|i|decried|the envoys hate Vest's decision to build the dam|decision|unclear
criticise|i|criticised|Mr. Vest's embargo|embargo|against
refuse|i|opposed|Amendment 64, which legalised gambling|amendment|against
criticise|i||Harbour referendum illegal, no inquiry|referendum|against
criticise|i||Harbour referendum day, no inquiry|referendum|unclear
assert|d|said|The referendum planned for May is a farce|referendum|against
intend|i|vowed|to restrict illegal gambling in the valley|gambling|against
support|i|endorsed|a measure to legalise gambling|gambling|for
support|i|advocated|to twist foreign aid to its ends|aid|unclear
criticise|i|bashed|the inquiry that Tarn had led|inquiry|against
"""
"""Act, i(ndirect) d(irect) or m(ixed), cue, content, matter, what a reader says."""

_UNREAD: Final = frozenset(
    {
        "that the peacekeepers leave",
        "that the blockade would cost lives",
    }
)
"""Contents whose stance a reader sees and the rules do not."""


def rows() -> list[Row]:
    """Return the table."""
    quotations = {each.value[0]: each for each in Quotation}
    found = []
    for line in ROWS.strip().splitlines():
        act, how, cue, content, matter, stance = line.split("|")
        read = Stance.UNCLEAR if content in _UNREAD else Stance(stance)
        found.append((Act(act), quotations[how], cue, content, matter, Stance(stance), read))
    return found
