"""Casts: speakers by name, title, pronoun and document; addressees, targets and relays."""

from collections.abc import Sequence
from itertools import permutations

import pytest
from tests.unit.actors.conftest import Resolve, Said
from tests.unit.actors.frames import between

pytestmark = pytest.mark.model

VELD = "Greek Foreign Minister Anna Veld"
ORLIN = "Russian President Sergei Orlin"


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        pytest.param(
            f"{VELD} said the talks failed.",
            [(VELD, "said", "the talks failed")],
            [["per:anna-veld"]],
            id="name with title",
        ),
        pytest.param(
            f"{VELD} said the talks failed. She added that nobody came.",
            [(VELD, "said", "the talks failed"), ("She", "added", "nobody came")],
            [["per:anna-veld"], ["per:anna-veld"]],
            id="pronoun to the speaker before",
        ),
        pytest.param(
            f"{ORLIN} said the talks failed. {VELD} left at noon. He added that nobody came.",
            [(ORLIN, "said", "the talks failed"), ("He", "added", "nobody came")],
            [["per:sergei-orlin"], ["per:sergei-orlin"]],
            id="gender by given name",
        ),
        pytest.param(
            "The Greek Foreign Ministry said the talks failed. It added that nobody came.",
            [
                ("The Greek Foreign Ministry", "said", "the talks failed"),
                ("It", "added", "nobody came"),
            ],
            [["gov:GRC-foreign"], ["gov:GRC-foreign"]],
            id="it to a body",
        ),
        pytest.param(
            "The Greek Foreign Ministry issued a statement. The statement said nobody came.",
            [("The statement", "said", "nobody came")],
            [["gov:GRC-foreign"]],
            id="document to its issuer",
        ),
        pytest.param(
            "A NATO statement said nobody came.",
            [("A NATO statement", "said", "nobody came")],
            [["igo:NATO"]],
            id="document with its issuer",
        ),
        pytest.param(
            "A former Greek envoy said the talks failed. Petros Lamas told reporters that nobody "
            "came. The ex-envoy said it was over.",
            [
                ("A former Greek envoy", "said", "the talks failed"),
                ("Petros Lamas", "told", "nobody came"),
                ("The ex-envoy", "said", "it was over"),
            ],
            [["per:petros-lamas"]] * 3,
            id="unnamed opener named next",
        ),
        pytest.param(
            'Petros Lamas, a political scientist, said: "The talks failed." The analyst said '
            "nobody came.",
            [
                ("Petros Lamas, a political scientist", "said", "The talks failed."),
                ("The analyst", "said", "nobody came"),
            ],
            [["per:petros-lamas"]] * 2,
            id="one kind of expert for another",
        ),
        pytest.param(
            f'"I told them so," {VELD} said.',
            [(VELD, "said", "I told them so,"), ("I", "told", "them so", 0)],
            [["per:anna-veld"]] * 2,
            id="first person in a quotation",
        ),
        pytest.param(
            f"The ministry of defence of Turkey said {ORLIN} claims that he won.",
            [
                ("The ministry of defence of Turkey", "said", f"{ORLIN} claims that he won"),
                (ORLIN, "claims", "he won", 0),
            ],
            [["gov:TUR-defence"], ["per:sergei-orlin"]],
            id="nested",
        ),
        pytest.param(
            "Iran and Iraq said the talks failed.",
            [("Iran and Iraq", "said", "the talks failed")],
            [["state:IRN", "state:IRQ"]],
            id="two speakers",
        ),
        pytest.param(
            "Iran met Iraq on Monday. Both sides said the talks failed.",
            [("Both sides", "said", "the talks failed")],
            [["state:IRN", "state:IRQ"]],
            id="both sides",
        ),
        pytest.param(
            "The president of Iran, who denied the report, left.",
            [("who", "denied", "the report")],
            [["per:IRN-president"]],
            id="relative pronoun",
        ),
        pytest.param(
            "Officials said the talks failed. Some experts said nobody came.",
            [
                ("Officials", "said", "the talks failed"),
                ("Some experts", "said", "nobody came"),
            ],
            [[], []],
            id="nobody in particular",
        ),
        pytest.param("He said the talks failed.", [("He", "said", "the talks failed")], [[]]),
    ],
)
def test_speakers(
    resolve: Resolve, text: str, said: Sequence[Said], expected: list[list[str]]
) -> None:
    assert [list(cast.speaker) for cast in resolve(text, said).casts] == expected


@pytest.mark.parametrize(
    ("text", "said", "about"),
    [
        (
            "Petros Lamas said Petros Lamas would win.",
            ("Petros Lamas", "said", "Petros Lamas would win"),
            [],
        ),
        (
            "Iran accused Iraq of lying.",
            ("Iran", "accused", "Iraq of lying"),
            ["state:IRQ"],
        ),
        (
            f"{VELD} said Greece and Turkey must talk.",
            (VELD, "said", "Greece and Turkey must talk"),
            ["state:TUR"],
        ),
        (
            "Iran demanded an answer from the Azerbaijani authorities.",
            ("Iran", "demanded", "an answer from the Azerbaijani authorities"),
            ["gov:AZE-government"],
        ),
        (
            f"The Turkish government criticised {VELD}.",
            ("The Turkish government", "criticised", VELD),
            ["per:anna-veld"],
        ),
        (
            "Iran's foreign ministry said that in Iraq the Turkish army had attacked.",
            (
                "Iran's foreign ministry",
                "said",
                "in Iraq the Turkish army had attacked",
            ),
            ["mil:TUR-army"],
        ),
        (
            "The Iranian army said Iran and the Iranian government want peace.",
            ("The Iranian army", "said", "Iran and the Iranian government want peace"),
            [],
        ),
        (
            "Norway said the inquiry into the attack on Anna Veld points to Iran.",
            ("Norway", "said", "the inquiry into the attack on Anna Veld points to Iran"),
            ["state:IRN"],
        ),
    ],
)
def test_targets_are_never_the_own_side(
    resolve: Resolve, text: str, said: Said, about: list[str]
) -> None:
    assert list(resolve(text, [said]).casts[0].about) == about


def test_a_bare_denial_answers_the_speaker_before(resolve: Resolve) -> None:
    found = resolve(
        "Iran said Iraqi forces had opened fire. Iraq denied the report.",
        [("Iran", "said", "Iraqi forces had opened fire"), ("Iraq", "denied", "the report")],
    )
    assert [list(cast.about) for cast in found.casts] == [["mil:IRQ-army"], ["state:IRN"]]


def test_an_opposition_may_turn_on_its_own_government(resolve: Resolve) -> None:
    said = ("The Georgian opposition", "accused", "the Georgian government of fraud")
    found = resolve("The Georgian opposition accused the Georgian government of fraud.", [said])
    assert found.casts[0].about == ("gov:GEO-government",)


def test_a_medium_that_was_told_is_addressee_and_relay(resolve: Resolve) -> None:
    found = resolve(f"{VELD} told ILNA that nobody came.", [(VELD, "told", "nobody came")])
    cast = found.casts[0]
    assert cast.addressee == ("media:ILNA",)
    assert [(relay.actor, relay.span.text_of(found.text)) for relay in cast.relay] == [
        ("media:ILNA", "ILNA")
    ]
    assert cast.about == ()


@pytest.mark.parametrize(
    "text",
    [
        "Iran said nobody came, Reuters reported.",
        "Iran said nobody came, as quoted by Reuters.",
        "In an interview with Reuters, Iran said nobody came.",
    ],
)
def test_relays_are_stated_carriers(resolve: Resolve, text: str) -> None:
    cast = resolve(text, [("Iran", "said", "nobody came")]).casts[0]
    assert [relay.actor for relay in cast.relay] == ["media:reuters"]


def test_a_relay_covers_its_own_sentence_only(resolve: Resolve) -> None:
    found = resolve(
        "Iran told Reuters that nobody came. Iran said the talks failed.",
        [("Iran", "told", "nobody came"), ("Iran", "said", "the talks failed")],
    )
    assert [len(cast.relay) for cast in found.casts] == [1, 0]


def test_a_statement_is_no_relay(resolve: Resolve) -> None:
    said = ("Iran", "said", "nobody came")
    assert resolve("Iran said in a statement that nobody came.", [said]).casts[0].relay == ()


def test_our_country_is_the_speakers(resolve: Resolve) -> None:
    text = f'{VELD} said: "They attack our country." Greece is calm.'
    found = resolve(text, [(VELD, "said", "They attack our country.")])
    assert found.of("our country") == {"state:GRC"}


LONG = (
    f"{VELD} told ILNA that Turkey attacked Greece. She accused the Turkish army of lying. "
    "Ankara denied the report. The Turkish Foreign Ministry said in a statement that Veld lies. "
    "The ministry added that both sides agreed, Reuters reported."
)
LONG_SAID: list[Said] = [
    (VELD, "told", "Turkey attacked Greece"),
    ("She", "accused", "the Turkish army of lying"),
    ("Ankara", "denied", "the report"),
    ("The Turkish Foreign Ministry", "said", "Veld lies"),
    ("The ministry", "added", "both sides agreed"),
]


def test_everyone_in_a_cast_is_among_the_actors_and_stands_on_words(resolve: Resolve) -> None:
    found = resolve(LONG, LONG_SAID)
    for cast in found.casts:
        parts = {*cast.speaker, *cast.addressee, *cast.about}
        assert parts | {relay.actor for relay in cast.relay} <= found.ids()
        assert not set(cast.speaker) & set(cast.about)
    for actor in found.actors:
        assert actor.mentions
        assert list(actor.mentions) == sorted(actor.mentions, key=lambda m: m.span)
        assert actor.name not in actor.aliases
    assert list(found.actors) == sorted(found.actors, key=lambda actor: actor.id)


def test_running_twice_gives_the_same(resolve: Resolve) -> None:
    assert resolve(LONG, LONG_SAID) == resolve(LONG, LONG_SAID)


TEMPLATE = (
    "{0}'s foreign ministry said that {1} attacked the {0a} army. "
    "{1c} denied the report. The {1a} government accused {0} of lying. "
    "{0a} President Anna Veld told Reuters that the {1a} authorities lied. "
    "She urged {1} to withdraw."
)
TEMPLATE_SAID = (
    ("{0}'s foreign ministry", "said", "{1} attacked the {0a} army"),
    ("{1c}", "denied", "the report"),
    ("The {1a} government", "accused", "{0} of lying"),
    ("{0a} President Anna Veld", "told", "the {1a} authorities lied"),
    ("She", "urged", "{1} to withdraw"),
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        *permutations(["AZE", "ARM", "IRN", "RUS"], 2),
        ("UKR", "RUS"),
        ("ISR", "LBN"),
        ("SRB", "HRV"),
    ],
)
def test_exchanging_the_parties_changes_only_their_names(
    resolve: Resolve, first: str, second: str
) -> None:
    fill = between(first, second)
    found = resolve(fill(TEMPLATE), [tuple(map(fill, one)) for one in TEMPLATE_SAID])
    casts = [(cast.speaker, cast.addressee, cast.about) for cast in found.casts]
    media = ("media:reuters",)
    veld = ("per:anna-veld",)
    assert casts == [
        ((f"gov:{first}-foreign",), (), (f"state:{second}",)),
        ((f"state:{second}",), (), (f"gov:{first}-foreign",)),
        ((f"gov:{second}-government",), (), (f"state:{first}",)),
        (veld, media, (f"gov:{second}-government",)),
        (veld, (), (f"state:{second}",)),
    ]
    assert found.actor("per:anna-veld").country == first
