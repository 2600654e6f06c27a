import pytest

from rejoinder.statements.transcripts import turns_of_transcript

# text -> who says what, parts joined by " | "
CASES = {
    "two speakers, one turn of two paragraphs": (
        "Anna Weil: Will you sign?\n\nP. Roth: We will not.\n\nNot now.\n\nAnna Weil: Why?\n\n"
        "P. Roth: It is late.\n\nThe talks end on Friday.",
        [
            ("Anna Weil", "Will you sign?"),
            ("P. Roth", "We will not. | Not now."),
            ("Anna Weil", "Why?"),
            ("P. Roth", "It is late."),
        ],
    ),
    "inside quotation marks": (
        '"WEIL: Will you sign?\n\n"ROTH: We will not.\n\n"WEIL: Why?\n\n"ROTH: It is late."',
        [
            ("WEIL", "Will you sign?"),
            ("ROTH", "We will not."),
            ("WEIL", "Why?"),
            ("ROTH", "It is late."),
        ],
    ),
    "questions only: the answers are not the asker's": (
        "Q: Will you sign?\n\nWe will not.\n\nQ: Why?\n\nIt is late.\n\nQ: And then?\n\nWe go.",
        [("Q", "Will you sign?"), ("Q", "Why?"), ("Q", "And then?")],
    ),
    "a label that does not come again": ("Roth: We will not.\n\nWeil: Why?\n\nKern: So.", []),
    "too few turns": ("Roth: We will not.\n\nRoth: It is late.", []),
    "a list of numbers": ("Norland: 14\n\nSudland: 3\n\nNorland: 15\n\nSudland: 2", []),
    "headings of a page": (
        "Read more: The talks failed.\n\nPhoto: A bridge.\n\nRead more: He left.\n\nPhoto: A car.",
        [],
    ),
    "no text": ("", []),
}


@pytest.mark.parametrize("case", CASES)
def test_turns_are_told_apart(case: str) -> None:
    text, wanted = CASES[case]
    found = [
        (d.source[0].text_of(text), " | ".join(s.text_of(text) for s in d.content))
        for d in turns_of_transcript(text)
    ]
    assert found == wanted
    assert all(d.cue[0].text_of(text) == ":" for d in turns_of_transcript(text))
