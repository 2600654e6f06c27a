"""Targets: the cue's object, subjects outside of the words, pairs, they; exchanged parties."""

import re
from collections.abc import Sequence
from itertools import permutations

import pytest
from tests.unit.actors.conftest import Resolve, Said
from tests.unit.actors.frames import between

pytestmark = pytest.mark.model

VELD = "Greek Foreign Minister Anna Veld"


@pytest.mark.parametrize(
    ("text", "said", "about"),
    [
        pytest.param(
            f"{VELD} scoffed at Iran's friendship with Armenia.",
            [(VELD, "scoffed at", "Iran's friendship with Armenia")],
            ["state:IRN"],
            id="at whom one scoffs is no place",
        ),
        pytest.param(
            f"Iran met Turkey. {VELD} rejected a Turkish plan.",
            [(VELD, "rejected", "a Turkish plan")],
            ["state:TUR"],
            id="whose plan is rejected",
        ),
        pytest.param(
            f"Iran met Turkey. {VELD} agreed to lift the ban on Iranian and Turkish fruit.",
            [(VELD, "agreed", "to lift the ban on Iranian and Turkish fruit")],
            [],
            id="of two owners none",
        ),
        pytest.param(
            f"Iran met Turkey. {VELD} read out a Turkish plan.",
            [(VELD, "read out", "a Turkish plan")],
            [],
            id="where speaking is no deed an owner is none",
        ),
        pytest.param(
            f"{VELD} said that because Turkey had confirmed the report, Iran attacked the port.",
            [(VELD, "said", "because Turkey had confirmed the report, Iran attacked the port")],
            ["state:IRN"],
            id="a clause of cause stands aside",
        ),
        pytest.param(
            f"Turkey met Luc Moreau, whom {VELD} accused of helping Iran.",
            [(VELD, "accused", "of helping Iran")],
            ["per:luc-moreau"],
            id="whom somebody accuses",
        ),
        pytest.param(
            f"{VELD} said Turkey was raided and looted by Iran.",
            [(VELD, "said", "Turkey was raided and looted by Iran")],
            ["state:IRN"],
            id="who does it and not who suffers it",
        ),
        pytest.param(
            f"{VELD} points at Iran after the attack on Turkey.",
            [(VELD, "points at", "Iran")],
            ["state:IRN"],
            id="the attacked behind the cue",
        ),
        pytest.param(
            f"{VELD} said that a NATO ally had been let down by Iran.",
            [(VELD, "said", "that a NATO ally had been let down by Iran")],
            ["state:IRN"],
            id="an ally is not the alliance",
        ),
        pytest.param(
            f"{VELD} criticised the ban on goods for EU member states.",
            [(VELD, "criticised", "the ban on goods for EU member states")],
            [],
            id="members are not the body",
        ),
        pytest.param(
            f"{VELD} said Turkey was advised by Iran.",
            [(VELD, "said", "Turkey was advised by Iran")],
            ["state:TUR"],
            id="who is not harmed does not stand aside",
        ),
        pytest.param(
            f"{VELD} said that while Turkey sells arms, there is no reason to shun Iran.",
            [(VELD, "said", "while Turkey sells arms, there is no reason to shun Iran")],
            ["state:TUR"],
            id="nor who is contrasted",
        ),
        pytest.param(
            f"Iran was accused by {VELD} of raids on Turkey.",
            [(VELD, "was accused by", "raids on Turkey")],
            ["state:IRN"],
            id="who is accused does not stand aside",
        ),
        pytest.param(
            f"{VELD} reminded Turkey that Iran keeps hostages.",
            [(VELD, "reminded", "Iran keeps hostages")],
            ["state:IRN"],
            id="who is reminded is not whom it is about",
        ),
        pytest.param(
            f"{VELD} reminded Turkey that winter comes.",
            [(VELD, "reminded", "winter comes")],
            ["state:TUR"],
            id="unless it is about nobody else",
        ),
        pytest.param(
            "Luc Moreau, Iran said, failed to present any proof.",
            [("Iran", "said", "failed to present any proof")],
            ["per:luc-moreau"],
            id="the subject that the words go on from",
        ),
        pytest.param(
            f"{VELD} said the West meddles. Greece and Turkey met. Veld said both countries lied.",
            [(VELD, "said", "the West meddles"), ("Veld", "said", "both countries lied")],
            ["state:TUR"],
            id="the other of two",
        ),
        pytest.param(
            f"{VELD} said Iran and Turkey meddle. They would have no excuse, she added.",
            [
                (VELD, "said", "Iran and Turkey meddle"),
                ("she", "added", "They would have no excuse"),
            ],
            ["state:IRN", "state:TUR"],
            id="they",
        ),
        pytest.param(
            "Petros Lamas, an analyst, told the Lumen Institute that nobody came.",
            [("Petros Lamas, an analyst,", "told", "nobody came")],
            [],
            id="no carrier",
        ),
        pytest.param(
            f"{VELD} told EU envoys that nobody came.",
            [(VELD, "told", "nobody came")],
            ["grp:EU-envoys"],
            id="who was told, if nobody else",
        ),
        pytest.param(
            f"{VELD} praised the anti-Iran front of Turkey.",
            [(VELD, "praised", "the anti-Iran front of Turkey")],
            ["state:TUR"],
            id="whom something is against is told of by the way",
        ),
        pytest.param(
            f"{VELD} linked the Turkish attacks to the campaign waged against Iranian troops.",
            [(VELD, "linked", "the Turkish attacks to the campaign waged against Iranian troops")],
            ["state:TUR"],
            id="whom the attacked suffer from",
        ),
        pytest.param(
            f"{VELD} said Iranian and Turkish troops must leave.",
            [(VELD, "said", "Iranian and Turkish troops must leave")],
            ["mil:IRN-army", "mil:TUR-army"],
            id="two who share a noun",
        ),
        pytest.param(
            f"{VELD} said President Luc Moreau and his National Party must agree.",
            [(VELD, "said", "President Luc Moreau and his National Party must agree")],
            ["grp:national-party", "per:luc-moreau"],
            id="somebody and what is his",
        ),
    ],
)
def test_whom_the_last_statement_is_about(
    resolve: Resolve, text: str, said: Sequence[Said], about: list[str]
) -> None:
    assert sorted(resolve(text, said).casts[-1].about) == about


@pytest.mark.parametrize(
    ("cue", "content", "about"),
    [
        pytest.param("accused", "a shipping firm of discriminating against Turkey", [], id="borne"),
        pytest.param("criticised", "a plan that would ruin Turkey", [], id="done to it"),
        pytest.param(
            "said", "that we must stop Turkey, a shameless bully", ["state:TUR"], id="ours"
        ),
        pytest.param(
            "claims", "to be making chemical weapons to use against Turkey", ["state:TUR"], id="own"
        ),
        pytest.param("blamed", "the weather for Turkey's troubles", [], id="what it is blamed for"),
        pytest.param("assailed", "the Turkey deal as a farce", [], id="only a matter's name"),
        pytest.param("assailed", "Turkey's deal as a farce", ["state:TUR"], id="whose it is"),
        pytest.param("condemned", "the occupation of Turkey as a crime", [], id="occupied"),
        pytest.param("condemned", "the occupation by Turkey as a crime", ["state:TUR"], id="by it"),
    ],
)
def test_who_is_only_named_in_words_of_blame_is_not_blamed(
    resolve: Resolve, cue: str, content: str, about: list[str]
) -> None:
    found = resolve(f"{VELD} {cue} {content}.", [(VELD, cue, content)])
    assert list(found.casts[0].about) == about


@pytest.mark.parametrize(
    ("cue", "words", "about"),
    [
        pytest.param(
            "alleged", "ISIS men are hidden in Turkey", ["grp:ISIS", "state:TUR"], id="passive"
        ),
        pytest.param("alleged", "ISIS men sit in Turkey", ["grp:ISIS", "state:TUR"], id="active"),
        pytest.param(
            "alleged",
            "ISIS fighters are present in Turkey",
            ["grp:ISIS", "state:TUR"],
            id="present",
        ),
        pytest.param("alleged", "ISIS fighters are in Greece", ["grp:ISIS"], id="his own land"),
        pytest.param("said", "ISIS fighters are in Turkey", ["grp:ISIS"], id="no charge"),
        pytest.param("alleged", "ISIS fighters shot in Turkey", ["grp:ISIS"], id="what they do"),
        pytest.param("alleged", "Iranian troops are in Turkey", ["mil:IRN-army"], id="a state's"),
    ],
)
def test_who_hosts_armed_men_of_no_state_is_blamed(
    resolve: Resolve, cue: str, words: str, about: list[str]
) -> None:
    text = f"Iran met Turkey. {VELD} {cue} {words}."
    assert sorted(resolve(text, [(VELD, cue, words)]).casts[-1].about) == about


TEMPLATE = (
    "{0a} general: {1} lies\n\n"
    "{0} said that {1a} forces had shot at its troops. {1c} denied the report. "
    "A {1a} foreign ministry spokesman told ILNA that both countries want peace. "
    "In an interview with Reuters, Major General Anna Veld of {0} claimed that {1a} lobbies attack "
    "the country. She accused {1a} officials of lying. The general urged {1c} to withdraw. "
    "Then {0a} residents reported that the pro-{1} rebels had fled."
)
TEMPLATE_SAID = (
    ("{0a} general", ":", "{1} lies"),
    ("{0}", "said", "{1a} forces had shot at its troops"),
    ("{1c}", "denied", "the report"),
    ("A {1a} foreign ministry spokesman", "told", "both countries want peace"),
    ("Major General Anna Veld of {0}", "claimed", "{1a} lobbies attack the country"),
    ("She", "accused", "{1a} officials of lying"),
    ("The general", "urged", "{1c} to withdraw"),
    ("{0a} residents", "reported", "the pro-{1} rebels had fled"),
)


@pytest.mark.parametrize(("first", "second"), [*permutations(["AZE", "IRN", "RUS", "UKR"], 2)])
def test_exchanging_the_parties_exchanges_the_casts(
    resolve: Resolve, first: str, second: str
) -> None:
    fill = between(first, second)
    found = resolve(fill(TEMPLATE), [tuple(map(fill, one)) for one in TEMPLATE_SAID])
    neutral = {first: "A", second: "B"}
    casts = [
        tuple(
            tuple(
                re.sub(r"\b[A-Z]{3}\b", lambda code: neutral.get(code[0], code[0]), a) for a in part
            )
            for part in (cast.speaker, cast.addressee, cast.about)
        )
        for cast in found.casts
    ]
    veld = ("per:anna-veld",)
    assert casts == [
        (veld, (), ("state:B",)),
        (("state:A",), (), ("mil:B-army",)),
        (("state:B",), (), ("state:A",)),
        (("per:B-foreign-spokesperson",), ("media:ILNA",), ("state:A",)),
        (veld, (), ("grp:B-lobbies",)),
        (veld, (), ("grp:B-officials",)),
        (veld, (), ("state:B",)),
        (("grp:A-residents",), (), ("grp:A-separatists",)),
    ]
