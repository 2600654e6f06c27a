import pytest
from tests.unit.statements.conftest import Read

from rejoinder.model.article import ZoneKind
from rejoinder.model.span import Span
from rejoinder.model.statement import Quotation

pytestmark = pytest.mark.model

D, M, I = Quotation.DIRECT, Quotation.MIXED, Quotation.INDIRECT  # noqa: E741

# text -> (source, cue, content, quotation, place of the parent or None), parts joined by " | "
Row = tuple[str, str, str, Quotation, int | None]
CASES: dict[str, tuple[str, list[Row]]] = {
    "clause": (
        "The minister said that the border would stay closed.",
        [("The minister", "said", "the border would stay closed", I, None)],
    ),
    "direct": (
        "“We will not sign,” the minister said.",
        [("the minister", "said", "We will not sign,", D, None)],
    ),
    "inverted": (
        "“We will not sign,” said Foreign Minister Ana Petrova.",
        [("Foreign Minister Ana Petrova", "said", "We will not sign,", D, None)],
    ),
    "broken by the cue": (
        '"We are ready," he said, "but not today."',
        [("he", "said", "We are ready, | but not today.", D, None)],
    ),
    "goes on after the cue": (
        "“We are ready,” she said. “The others are not.”",
        [("she", "said", "We are ready, | The others are not.", D, None)],
    ),
    "words inside a clause": (
        "The ministry called the report “a pack of lies”.",
        [("The ministry", "called", "the report “a pack of lies”", M, None)],
    ),
    "according to, before": (
        "According to the ministry, three soldiers were killed.",
        [("the ministry", "According to", "three soldiers were killed", I, None)],
    ),
    "according to, after": (
        "Three soldiers were killed, according to the defence ministry.",
        [("the defence ministry", "according to", "Three soldiers were killed", I, None)],
    ),
    "colon without marks": (
        "He added: First of all, the talks failed. Second, nobody came.\n\nThe road is long.",
        [("He", "added", "First of all, the talks failed. Second, nobody came.", I, None)],
    ),
    "cue set into the clause": (
        "Iran, Petrov added, has always kept its word.",
        [("Petrov", "added", "Iran | has always kept its word", I, None)],
    ),
    "idiom with a noun": (
        "The minister made light of the risks.",
        [("The minister", "made light of", "the risks", I, None)],
    ),
    "idiom with an owned noun": (
        "Norland threw its weight behind the plan.",
        [("Norland", "threw | weight behind", "the plan", I, None)],
    ),
    "hit back in words": (
        "Norland hit back at Sudland.",
        [("Norland", "hit back at", "Sudland", I, None)],
    ),
    "hit back in arms": ("The troops hit back at Sudland.", []),
    "hit back by arms": ("Norland hit back at Sudland with rockets.", []),
    "accuse of": (
        "Norland accused Sudland of firing on its posts.",
        [("Norland", "accused", "Sudland of firing on its posts", I, None)],
    ),
    "passive with an agent": (
        "Sudland was accused by Norland of breaking the truce.",
        [("Norland", "accused", "Sudland | of breaking the truce", I, None)],
    ),
    "deny": (
        "Norland denied the accusations.",
        [("Norland", "denied", "the accusations", I, None)],
    ),
    "three deep": (
        "The ministry says that General Rossi claims that foreign troops are in the country.",
        [
            (
                "The ministry",
                "says",
                "General Rossi claims that foreign troops are in the country",
                I,
                None,
            ),
            ("General Rossi", "claims", "foreign troops are in the country", I, 0),
        ],
    ),
    "a hyphen is no dateline": (
        "The guards meddle in the valley to put Russia under pressure, the ex-envoy said.",
        [
            (
                "the ex-envoy",
                "said",
                "The guards meddle in the valley to put Russia under pressure",
                I,
                None,
            )
        ],
    ),
    "a dateline is no subject": (
        "ATHENS (AFP) - Russia's President Viktor Orlin told envoys that the road was shut, Greek "
        "Prime Minister Anna Veld said Thursday.",
        [
            (
                "Greek Prime Minister Anna Veld",
                "said",
                "ATHENS (AFP) - Russia's President Viktor Orlin told envoys that the road was shut",
                I,
                None,
            ),
            ("Russia's President Viktor Orlin", "told", "the road was shut", I, 0),
        ],
    ),
    "quoted as saying": (
        "She quoted General Rossi as saying that the bridge was closed.",
        [
            ("She", "quoted", "General Rossi as saying that the bridge was closed", I, None),
            ("General Rossi", "saying", "the bridge was closed", I, 0),
        ],
    ),
    "in whose view, told by another": (
        "In their view, the analyst explained, the pact is still alive.",
        [
            ("the analyst", "explained", "In their view | the pact is still alive", I, None),
            ("their", "view", "the pact is still alive", I, 0),
        ],
    ),
    "people before a noun of saying": (
        "Norland rejected Sudlandic claims that it had burned the mill.",
        [
            ("Norland", "rejected", "Sudlandic claims that it had burned the mill", I, None),
            ("Sudlandic", "claims", "it had burned the mill", I, 0),
        ],
    ),
    "levels a charge at": (
        "Kenya levels the same charge at the Ugandan government.",
        [("Kenya", "levels the same charge | at", "the Ugandan government", I, None)],
    ),
    "owner of a noun of saying": (
        "Norland's claims that Sudland broke the truce are false, Sudland said.",
        [
            (
                "Sudland",
                "said",
                "Norland's claims that Sudland broke the truce are false",
                I,
                None,
            ),
            ("Norland", "claims", "Sudland broke the truce", I, 0),
        ],
    ),
    "withheld": ("The embassy declined to comment on the report.", []),
    "negated": ("The ministry did not say whether talks would go on.", []),
    "negated light verb": ("Norland has never made accusations against Sudland.", []),
    "hypothetical": ("If Norland says that it will withdraw, the talks can begin.", []),
    "hypothetical, joined behind": (
        "If Norland ends the siege, opens the road, and informs Sudland of its troops, we will go.",
        [],
    ),
    "why one is asked": (
        "She asked them to leave because the road was closed.",
        [("She", "asked", "them to leave because the road was closed", I, None)],
    ),
    "hearsay of nobody": (
        "The soldiers allegedly fired on the village.",
        [("", "allegedly", "The soldiers | fired on the village", I, None)],
    ),
    "hearsay in a relative clause": (
        "The column, which reportedly left the city at night, has not arrived.",
        [("", "reportedly", "left the city at night", I, None)],
    ),
    "a hedge in charges that are told": (
        "In response to charges that Norland allegedly used gas, the ministry spoke of lies.",
        [("the ministry", "spoke of", "lies", I, None)],
    ),
    "who is told of right behind the cue": (
        "Vey was the first to say the mill was unsafe.",
        [("", "say", "the mill was unsafe", I, None)],
    ),
    "a cue of two words": (
        "The mayor made clear she left the mill.",
        [("The mayor", "made clear", "she left the mill", I, None)],
    ),
    "a cue of two words with an object": (
        "The letter made clear his differences with the mayor.",
        [("The letter", "made clear", "his differences with the mayor", I, None)],
    ),
    "a hedge in a claim of somebody's": (
        "Rossi claims that soldiers supposedly fired on the village.",
        [("Rossi", "claims", "soldiers supposedly fired on the village", I, None)],
    ),
    "negated stance": (
        "Norland does not recognise the vote.",
        [("Norland", "recognise", "the vote", I, None)],
    ),
    "addressee is outside": (
        "Norland told Sudland that the talks were over.",
        [("Norland", "told", "the talks were over", I, None)],
    ),
    "whom one urges is inside": (
        "Norland urged Sudland to withdraw its troops.",
        [("Norland", "urged", "Sudland to withdraw its troops", I, None)],
    ),
    "participle takes the subject": (
        "Saying that talks had failed, the envoy left the city.",
        [("the envoy", "Saying", "talks had failed", I, None)],
    ),
    "coordinated cues are two": (
        "The spokesman condemned the attack and threatened to close the border.",
        [
            ("The spokesman", "condemned", "the attack", I, None),
            ("The spokesman", "threatened", "to close the border", I, None),
        ],
    ),
    "opening mark missing": (
        "Drones make us stronger,” Aliyev said when speaking of arms.",
        [("Aliyev", "said", "Drones make us stronger,", D, None)],
    ),
    "opening mark used to close": (
        "“While others sell arms, there is no reason for an ally, “Ankara recalls in the note.",
        [("Ankara", "recalls", "While others sell arms, there is no reason for an ally,", D, None)],
    ),
    "over several lines": (
        "“They came at night.\nWe heard shots,” said a resident.",
        [("a resident", "said", "They came at night.\nWe heard shots,", D, None)],
    ),
    "relative pronoun": (
        "The army spokesman, who said he had seen the report, praised the soldiers.",
        [
            ("who", "said", "he had seen the report", I, None),
            ("The army spokesman", "praised", "the soldiers", I, None),
        ],
    ),
    "a question asked by nobody": (
        "Asked about the report, the minister said it was groundless.",
        [("the minister", "said", "it was groundless", I, None)],
    ),
    "particle": (
        "Norland ruled out a meeting.",
        [("Norland", "ruled out", "a meeting", I, None)],
    ),
    "cue before the rest of the clause": (
        "The general, he went on, “failed to present any proof”.",
        [("he", "went on", "The general | failed to present any proof", M, None)],
    ),
    "adjective of stance": (
        "He was confident that the tension would pass.",
        [("He", "confident", "the tension would pass", I, None)],
    ),
    "in the words of": (
        "A treaty, in Petrov's words, can be signed today.",
        [("Petrov", "words", "A treaty | can be signed today", I, None)],
    ),
    "a quotation that fills the next line": (
        "“We left,” Petrov said.\n“Nobody stayed.”\nIt rained.",
        [("Petrov", "said", "We left, | Nobody stayed.", D, None)],
    ),
    "a quotation without a cue": ("“The border is closed.” The general left the room.", []),
}


@pytest.mark.parametrize(("text", "rows"), CASES.values(), ids=CASES.keys())
def test_rules_find(read: Read, text: str, rows: list[Row]) -> None:
    _, _, found = read(text)

    def words(spans: tuple[Span, ...]) -> str:
        return " | ".join(s.text_of(text) for s in spans)

    assert [
        (words(a.source), words(a.cue), words(a.content), a.quotation, a.parent) for a in found
    ] == rows


HEADINGS = {
    "claim: speaker": ("Two states can calm the border: Ex-envoy", "Ex-envoy"),
    "speaker: claim": ("Norland: Talks have failed for good", "Norland"),
    "claim with a verb of speech: speaker": (
        "Norland vows to close the border to lorries: trade envoy",
        "trade envoy",
    ),
    "claim - speaker": ("Border closure breaks the treaty - Norland", "Norland"),
}


@pytest.mark.parametrize(("text", "source"), HEADINGS.values(), ids=HEADINGS.keys())
def test_rules_read_headings(read: Read, text: str, source: str) -> None:
    _, _, found = read(text, ZoneKind.TITLE)
    assert [s.text_of(text) for a in found for s in a.source] == [source]


@pytest.mark.parametrize(
    "text", ["Timeline: The crisis in Norland", "Interview: The road to peace"]
)
def test_labels_are_no_speakers(read: Read, text: str) -> None:
    _, _, found = read(text, ZoneKind.TITLE)
    assert found == ()


def test_the_same_colon_in_the_body_is_no_heading(read: Read) -> None:
    _, _, found = read("Two states can calm the border: Ex-envoy")
    assert found == ()


def test_furniture_holds_no_attribution(read: Read) -> None:
    _, _, found = read("The minister said that prices rose.", ZoneKind.FURNITURE)
    assert found == ()


PAIRS = [("Norland", "Sudland"), ("Armenia", "Azerbaijan"), ("Iran", "Israel"), ("Peru", "Chile")]
FRAMES = [
    "{a} accused {b} of firing on its posts, and {b} denied it.",
    "{a} said that {b} had broken the truce.",
    "“{b} must withdraw,” the foreign ministry of {a} said in a statement.",
    "According to {a}, {b} has closed the border.",
    "{a} rejected the offer made by {b}.",
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_parties_exchanged_change_only_the_names(read: Read, frame: str, a: str, b: str) -> None:
    def shape(left: str, right: str) -> list[list[str]]:
        text = frame.format(a=left, b=right)
        swap = {left: "A", right: "B"}
        _, _, found = read(text)
        rows = [[s.text_of(text) for s in (*one.source, *one.cue, *one.content)] for one in found]
        return [
            [part.replace(left, swap[left]).replace(right, swap[right]) for part in row]
            for row in rows
        ]

    assert shape(a, b) == shape(b, a)
    assert shape(a, b)
