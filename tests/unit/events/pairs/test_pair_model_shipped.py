"""What ships knows plain cases of every type, whoever the parties are."""

from itertools import permutations

import pytest

from rejoinder.events.pairs.coder import PairCoder
from rejoinder.events.pairs.line import PairLine
from rejoinder.model.span import Span

CASES = {
    "AGREE": (
        "{s} has promised to help {t} rebuild its harbours.",
        "{s} is willing to negotiate with {t}.",
    ),
    "CONSULT": ("{s} held talks with {t} in Geneva.", "{s} telephoned {t} on Sunday."),
    "SUPPORT": ("{s} praised {t} for its courage.", "{s} recognised {t} as a sovereign state."),
    "COOPERATE": (
        "{s} and {t} conducted joint naval drills.",
        "{s} shared intelligence with {t} about the smugglers.",
    ),
    "AID": ("{s} donated $5 million to {t} after the flood.", "{s} sent food and tents to {t}."),
    "CONCEDE": ("{s} announced a ceasefire with {t}.", "{s} pardoned {t}."),
    "RETREAT": ("{s} pulled its troops out of {t}.", "{s} released {t} from prison."),
    "REQUEST": ("{s} urged {t} to reopen the crossing.", "{s} asked {t} for military help."),
    "ACCUSE": ("{s} condemned {t} over the killings.", "{s} accused {t} of fraud."),
    "REJECT": ("{s} rejected a proposal by {t}.", "{s} refused to meet {t}."),
    "THREATEN": ("{s} threatened to bomb {t}.", "{s} gave {t} an ultimatum."),
    "PROTEST": ("{s} went on strike at {t}.", "{s} marched through the city against {t}."),
    "SANCTION": ("{s} expelled two diplomats of {t}.", "{s} cut off aid to {t}."),
    "MOBILIZE": ("{s} massed troops on the border with {t}.", "{s} put troops on alert near {t}."),
    "COERCE": ("{s} arrested {t} on charges of fraud.", "{s} imposed a curfew in {t}."),
    "ASSAULT": ("{s} shelled {t} with rockets.", "{s} shot dead three soldiers of {t}."),
}  # fmt: skip
PARTIES = ("Russia", "Ukraine", "the United States", "Ms. Adeyemi", "Ann Lee", "Hamas")


@pytest.fixture(scope="module")
def coder() -> PairCoder:
    return PairCoder()


def line(frame: str, source: str, target: str) -> PairLine:
    text = frame.replace("{s}", source).replace("{t}", target)
    if frame.index("{s}") < frame.index("{t}"):
        first = frame.index("{s}")
        second = frame.index("{t}") + len(source) - 3
        spans = Span(first, first + len(source)), Span(second, second + len(target))
    else:
        first = frame.index("{t}")
        second = frame.index("{s}") + len(target) - 3
        spans = Span(second, second + len(source)), Span(first, first + len(target))
    return PairLine(id=None, text=text, source=spans[0], target=spans[1])


@pytest.mark.parametrize(
    ("expected", "frame"),
    [(expected, frame) for expected, frames in CASES.items() for frame in frames],
)
def test_a_plain_sentence_gets_its_type(expected: str, frame: str, coder: PairCoder) -> None:
    coded = coder.code(line(frame, "Vendora", "Kestia"))
    assert coded.event_type.value == expected
    assert coded.score > 0.5


@pytest.mark.parametrize("frame", [frame for frames in CASES.values() for frame in frames])
def test_whoever_the_parties_are_the_answer_is_the_same(frame: str, coder: PairCoder) -> None:
    coded = {coder.code(line(frame, s, t)) for s, t in permutations(PARTIES, 2)}
    assert len(coded) == 1


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("{s} arrested {t} on Friday.", "{t} was arrested by {s} on Friday."),
        ("{s} released {t} on Friday.", "{t} was released by {s} on Friday."),
        ("{s} kidnapped {t} near the river.", "{t} was kidnapped by {s} near the river."),
        ("{s} praised {t} on Friday.", "{t} was praised by {s} on Friday."),
    ],
)
def test_the_passive_says_the_same(active: str, passive: str, coder: PairCoder) -> None:
    one, other = (coder.code(line(frame, "Vendora", "Kestia")) for frame in (active, passive))
    assert one.event_type is other.event_type


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ("{s} lifted the sanctions on {t}.", "YIELD"),
        ("{s} refused to lift the sanctions on {t}.", "REJECT"),
        ("{s} summoned the ambassador of {t}.", "ACCUSE"),
        ("{s} recalled its ambassador from {t}.", "SANCTION"),
        ("{s} demonstrated outside the embassy of {t}.", "PROTEST"),
        ("{s} will meet {t} next month.", "AGREE"),
        ("{s} cancelled a meeting with {t}.", "REJECT"),
        ("{s} threatened to withdraw its troops from {t}.", "THREATEN"),
    ],
)
def test_close_calls_go_as_the_manual_has_them(frame: str, expected: str, coder: PairCoder) -> None:
    assert coder.code(line(frame, "Vendora", "Kestia")).plover == expected
