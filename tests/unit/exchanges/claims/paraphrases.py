"""Pairs of sentences that put one proposition forward, and pairs that only look so.

Everything in them is invented; states are real so that they are known by name. All are read as if
they came out on Thursday, 8 May 2031.
"""

from typing import Final

__all__ = ["ONLY_ALIKE", "SAME"]

SAME: Final = {
    "fired, shelled": (
        "Chile said that Peruvian forces fired on its soldiers on Monday.",
        "Chile’s foreign ministry said that Peruvian troops shelled its soldiers on Monday.",
    ),
    "fired, violated the ceasefire": (
        "Chile said that Peru fired on its troops on Tuesday.",
        "Chile accused Peru of violating the ceasefire on Tuesday.",
    ),
    "shelled, broke the truce": (
        "Kenya accused Uganda of shelling its troops on Monday.",
        "Kenya accused Uganda of breaking the truce on Monday.",
    ),
    "active, passive": (
        "Ghana said that Togolese forces attacked its soldiers on Monday.",
        "Ghana said that its soldiers were attacked by Togolese forces on Monday.",
    ),
    "accused of, said that": (
        "Norway accused Sweden of hacking its parliament.",
        "Norway said that Sweden hacked its parliament.",
    ),
    "spying, espionage": (
        "Poland accused Hungary of spying on its diplomats.",
        "Poland accused Hungary of espionage against its diplomats.",
    ),
    "occupied, seized": (
        "Bolivia said that Paraguay occupied three border villages in April.",
        "Bolivia said that Paraguay seized three villages on the frontier in April.",
    ),
    "arrested, detained": (
        "Canada said that Cuba had arrested two of its teachers.",
        "Canada said that Cuba detained two of its teachers.",
    ),
    "closed, shut the border": (
        "Zambia said that Angola closed the border to grain.",
        "Zambia said that Angola had shut the frontier to grain.",
    ),
    "meddling, interference": (
        "Fiji accused Samoa of meddling in its elections.",
        "Fiji accused Samoa of interference in its election.",
    ),
    "funding, financing": (
        "Nepal accused Bhutan of funding smugglers in the hills.",
        "Nepal said that Bhutan finances smugglers in the hills.",
    ),
    "stationed, deployed": (
        "Laos said that Vietnam had stationed missiles along the river.",
        "Laos said that Vietnam deployed rockets along the river.",
    ),
    "expelled, deported": (
        "Mali said that Niger expelled its journalists.",
        "Mali said that Niger had deported its journalists.",
    ),
    "killed, died": (
        "Ecuador said that four fishermen were killed by the Colombian navy.",
        "Ecuador said the Colombian navy killed four fishermen.",
    ),
    "rigged, falsified": (
        "Iceland accused Denmark of rigging the fishing vote.",
        "Iceland said that Denmark falsified the ballot on fishing.",
    ),
    "quotation, retelling": (
        "“Peru has shut the copper mines to our inspectors,” Chile said.",
        "Chile said that Peru closed the copper mines to its inspectors.",
    ),
    "another outlet's order": (
        "According to Kenya, Uganda is sheltering rebels in its camps.",
        "Uganda is hiding rebels in its camps, Kenya said.",
    ),
    "supplying arms, delivering weapons": (
        "Sudan accused Chad of supplying arms to rebels.",
        "Sudan said that Chad delivers weapons to rebels.",
    ),
    "withdrew, pulled": (
        "Oman said that Yemen had withdrawn its troops from the island.",
        "Oman said that there was a withdrawal of Yemeni troops from the island.",
    ),
    "delayed, postponed": (
        "Malta said that Cyprus delayed the gas deal.",
        "Malta said that Cyprus had postponed the gas agreement.",
    ),
    "no progress, deadlock": (
        "Jordan said that the talks with Lebanon on water made no progress.",
        "Jordan said the negotiations with Lebanon on water had stalled.",
    ),
    "same words, other frame": (
        "Peru insisted that Chile poisoned the river with mercury.",
        "Peru alleged that Chile had poisoned the river with mercury.",
    ),
    "smuggling, trafficking": (
        "Gabon accused Cameroon of smuggling ivory through its ports.",
        "Gabon accused Cameroon of trafficking ivory through its ports.",
    ),
    "burned, destroyed": (
        "Benin said that Togolese soldiers burned a school on Monday.",
        "Benin said that a school was destroyed by Togolese soldiers on Monday.",
    ),
    "torture, mistreatment": (
        "Latvia accused Estonia of torturing its sailors.",
        "Latvia accused Estonia of mistreatment of its sailors.",
    ),
    "raised, increased": (
        "Ghana said that Togo raised the tax on cocoa.",
        "Ghana said that Togo had increased the cocoa tax.",
    ),
    "blocked, blockade": (
        "Eritrea accused Djibouti of blocking the port.",
        "Eritrea accused Djibouti of a blockade of the port.",
    ),
    "bombed, air strike": (
        "Oman said that Yemeni planes bombed a hospital on Sunday.",
        "Oman said that Yemen bombed a clinic with jets on Sunday.",
    ),
    "another official of the state": (
        "Kenya said that Ugandan forces shelled its base on Monday.",
        "Kenya’s defence ministry said that Ugandan forces fired on its base on Monday.",
    ),
    "kept the truce, did not break it": (
        "Peru said that it honoured the ceasefire with Chile.",
        "Peru said that it had not violated the ceasefire with Chile.",
    ),
    "the same in two breaths": (
        "Fiji said that Samoa banned its ships from the harbour.",
        "Samoa barred Fijian ships from the harbour, Fiji said.",
    ),
    "headless retelling": (
        "Norway said Sweden had cut the gas supply to its north.",
        "Sweden reduced the supply of gas to the north, Norway said.",
    ),
}

ONLY_ALIKE: Final = {
    "other day": (
        "Chile said that Peruvian forces fired on its soldiers on Monday.",
        "Chile said that Peruvian forces fired on its soldiers on Wednesday.",
    ),
    "other date": (
        "Kenya said that Uganda shelled its base on 3 March.",
        "Kenya said that Uganda shelled its base on 21 April.",
    ),
    "other month": (
        "Bolivia said that Paraguay occupied three villages in April.",
        "Bolivia said that Paraguay occupied three villages in January.",
    ),
    "other year": (
        "Nepal said that Bhutan closed the pass in June 2029.",
        "Nepal said that Bhutan closed the pass in June 2030.",
    ),
    "other doer": (
        "Poland accused Hungary of spying on its diplomats.",
        "Poland accused Romania of spying on its diplomats.",
    ),
    "other doer, other speaker": (
        "Fiji accused Samoa of meddling in its elections.",
        "Tonga accused Vanuatu of meddling in its elections.",
    ),
    "other who suffers": (
        "Ghana said that Togo attacked Benin’s soldiers on Monday.",
        "Ghana said that Togo attacked Nigeria’s soldiers on Monday.",
    ),
    "other place by name": (
        "Ecuador said that Colombian planes bombed the village of Taura on Sunday.",
        "Ecuador said that Colombian planes bombed the village of Mindo on Sunday.",
    ),
    "other number": (
        "Oman said that Yemen detained two of its teachers.",
        "Oman said that Yemen detained nine of its teachers.",
    ),
    "direction turned": (
        "Chile said that Peruvian forces fired on its soldiers on Monday.",
        "Peru said that Chilean forces fired on its soldiers on Monday.",
    ),
    "direction turned, accused": (
        "Kenya accused Uganda of hacking its banks.",
        "Uganda accused Kenya of hacking its banks.",
    ),
    "direction turned by the passive": (
        "France said that Ghana attacked Togo on Monday.",
        "France said that Ghana was attacked by Togo on Monday.",
    ),
    "direction turned, third speaker": (
        "France said that Laos shelled Vietnam on Monday.",
        "France said that Vietnam shelled Laos on Monday.",
    ),
    "negated": (
        "Chile said that Peru fired on its troops on Monday.",
        "Peru said that it did not fire on Chile’s troops on Monday.",
    ),
    "denied": (
        "Norway said that Sweden hacked its parliament.",
        "Sweden denied that it hacked Norway’s parliament.",
    ),
    "never": (
        "Laos said that Vietnam had stationed missiles along the river.",
        "Vietnam said that it never stationed missiles along the river with Laos.",
    ),
    "contrary word": (
        "Chile said that Peru violated the ceasefire.",
        "Peru said that it respected the ceasefire with Chile.",
    ),
    "other matter, same words of blame": (
        "Gabon accused Cameroon of smuggling ivory through its ports.",
        "Gabon accused Cameroon of smuggling workers over the lake.",
    ),
    "other deed": (
        "Canada said that Cuba had arrested two of its teachers.",
        "Canada said that Cuba had honoured two of its teachers.",
    ),
    "other object": (
        "Malta said that Cyprus delayed the gas deal.",
        "Malta said that Cyprus delayed the ferry timetable.",
    ),
    "done, to come": (
        "Zambia said that Angola closed the border to grain.",
        "Zambia said that Angola will close the border to grain.",
    ),
    "demanded, told": (
        "Mali urged Niger to expel the smugglers.",
        "Mali said that Niger expelled the smugglers.",
    ),
    "warned, told": (
        "Oman warned that Yemen would occupy the island.",
        "Oman said that Yemen occupied the island.",
    ),
    "praise, blame": (
        "Jordan praised Lebanon for opening the water talks.",
        "Jordan accused Lebanon of poisoning the water wells.",
    ),
    "same parties, other quarrel": (
        "Sudan accused Chad of supplying arms to rebels.",
        "Sudan accused Chad of rigging the cattle market.",
    ),
    "same matter, other side of it": (
        "Iceland said that Denmark cut the fishing quota.",
        "Iceland said that Denmark raised the fishing quota.",
    ),
    "who pays": (
        "Peru said that Chile pays for the bridge.",
        "Peru said that it will not pay for the bridge to Chile.",
    ),
    "two attacks a week apart": (
        "Benin said that Togolese soldiers attacked a patrol on 1 May.",
        "Benin said that Togolese soldiers attacked a patrol on 7 May.",
    ),
    "mirrored charges of breach": (
        "Eritrea accused Djibouti of violating the ceasefire on Monday.",
        "Djibouti accused Eritrea of violating the ceasefire on Monday.",
    ),
    "other building": (
        "Kenya said that Uganda bombed a hospital on Monday.",
        "Kenya said that Uganda bought a hospital on Monday.",
    ),
    "other victims named": (
        "Fiji said that Samoa detained Ana Tui on Monday.",
        "Fiji said that Samoa detained Losa Vea on Monday.",
    ),
    "other speaker about himself": (
        "Latvia said that its minister resigned over the port contract.",
        "Estonia said that its minister resigned over the port contract.",
    ),
}
