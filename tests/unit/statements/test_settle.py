from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model.span import Span, overlap
from rejoinder.statements.decode import CueRun, Reading
from rejoinder.statements.draft import Draft
from rejoinder.statements.pieces import break_up, load_tokenizer
from rejoinder.statements.settle import settle
from rejoinder.text.quotes import find_quotes

TOKENIZER = load_tokenizer(Path(__file__).parent / "tiny-model" / "tokenizer.json")
TEXT = "“We will not war,” he said. “No peace,” the minister said to them."
Run = tuple[int, int]


def reading(
    text: str, cue: str, content: tuple[str, ...], source: str = "", sure: float = 0.9
) -> Reading:
    """Return a reading of the first place of each string."""

    def run(words: str) -> Run:
        pieces, at = break_up(text, TOKENIZER), text.index(words)
        hit = [
            k
            for k in range(len(pieces))
            if pieces.start[k] < at + len(words) and pieces.end[k] > at
        ]
        return hit[0], hit[-1] + 1

    first, last = run(cue)
    return Reading(
        cue=CueRun(first=first, last=last, score=1.0),
        source=(run(source),) if source else (),
        content=tuple(run(c) for c in content),
        sure=sure,
    )


def settled(text: str, *readings: Reading, threshold: float = 0.3) -> list[Draft]:
    return settle(readings, break_up(text, TOKENIZER), text, find_quotes(text), threshold)


def words(spans: tuple[Span, ...], text: str = TEXT) -> list[str]:
    return [span.text_of(text) for span in spans]


def test_most_of_a_quotation_is_all_of_it() -> None:
    (draft,) = settled(TEXT, reading(TEXT, "said", ("will not war",), "he"))
    assert words(draft.content) == ["We will not war,"]
    assert words(draft.source) == ["he"]


def test_little_of_a_quotation_stays_little() -> None:
    (draft,) = settled(TEXT, reading(TEXT, "said", ("war",), "he"))
    assert words(draft.content) == ["war"]


def test_of_two_that_tell_of_the_same_words_the_surer_is_kept() -> None:
    sure = reading(TEXT, "said", ("We will not war",), "he")
    vague = reading(TEXT, "to", ("We will not war",), "them", sure=0.5)
    assert [words(d.cue) for d in settled(TEXT, vague, sure)] == [["said"]]


def test_what_is_left_of_a_content_beside_a_surer_one_is_kept() -> None:
    text = "he said no peace to war and the a no"
    sure = reading(text, "said", ("no peace",))
    long = reading(text, "and", ("no peace to war and the a no",), sure=0.5)
    assert [words(d.content, text) for d in settled(text, sure, long)] == [
        ["no peace"],
        ["to war", "the a no"],
    ]


def test_without_content_or_below_the_threshold_there_is_no_draft() -> None:
    nothing = reading(TEXT, "said", (), "he")
    vague = reading(TEXT, "said", ("We will",), sure=0.29)
    assert settled(TEXT, nothing, vague) == []


@given(
    st.lists(
        st.tuples(st.integers(0, 18), st.integers(0, 17), st.integers(1, 9), st.floats(0.3, 1)),
        max_size=8,
    )
)
def test_contents_never_overlap_nor_hold_their_cue(rows: list[tuple[int, int, int, float]]) -> None:
    pieces = break_up(TEXT, TOKENIZER)
    most = len(pieces)
    readings = [
        Reading(
            cue=CueRun(first=cue, last=cue + 1, score=1.0),
            source=(),
            content=((start, min(most, start + size)),),
            sure=sure,
        )
        for cue, start, size, sure in rows
    ]
    drafts = settle(readings, pieces, TEXT, find_quotes(TEXT), 0.0)
    for k, draft in enumerate(drafts):
        assert overlap(draft.content, draft.cue) == 0
        assert all(overlap(draft.content, other.content) == 0 for other in drafts[:k])


def test_quotation_cut_at_an_initial_is_whole_again() -> None:
    text = (
        "“The road is open,” she told them.\n“We held the hill. K. Vey lied to all,” the army said."
    )
    drafts = settled(
        text,
        reading(text, "told", ("The road is open", "We held the hill. K"), "she", sure=0.9),
        reading(text, "said", (". Vey lied to all",), "the army", sure=0.8),
    )
    contents = {words(draft.cue, text)[0]: words(draft.content, text) for draft in drafts}
    assert contents == {
        "told": ["The road is open,"],
        "said": ["We held the hill. K. Vey lied to all,"],
    }


def test_a_cue_has_not_the_mark_that_opens_what_is_quoted() -> None:
    text = "He did pledge to “end the war” with them."
    (draft,) = settled(text, reading(text, "pledge to “", ("end the war",), "He"))
    assert words(draft.cue, text) == ["pledge to"]
    assert words(draft.content, text) == ["end the war"]
