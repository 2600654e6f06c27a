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
    "office, full name and initial of one speaker": (
        "Programme host Anna Weil: Will you sign?\n\nPresident of\xa0Norland Paul Roth: No.\n\n"
        "A.Weil: Why?\n\nPaul Roth: It is late.",
        [
            ("Programme host Anna Weil", "Will you sign?"),
            ("President of\xa0Norland Paul Roth", "No."),
            ("A.Weil", "Why?"),
            ("Paul Roth", "It is late."),
        ],
    ),
    "a turn that begins in another's paragraph": (
        "Weil spoke.\n\nAnna Weil: Will you? P.Roth: No.\n\nA.Weil: Why?\n\nPaul Roth: So.\n\n"
        "Paul Roth: It is late.",
        [
            ("Anna Weil", "Will you?"),
            ("P.Roth", "No."),
            ("A.Weil", "Why?"),
            ("Paul Roth", "So."),
            ("Paul Roth", "It is late."),
        ],
    ),
    "a title is no turn": (
        "Roth: We go.\n\nWEIL: Will you?\n\nROTH: No.\n\nWEIL: Why?\n\nROTH: So.",
        [("WEIL", "Will you?"), ("ROTH", "No."), ("WEIL", "Why?"), ("ROTH", "So.")],
    ),
    "a speech": (
        "Paul Roth spoke in the capital.\n\nPRESIDENT PAUL ROTH : I thank you.\n\n"
        "We have met often, and we know our neighbours.\n\nI say to them: we want peace.",
        [
            (
                "PRESIDENT PAUL ROTH",
                "I thank you. | We have met often, and we know our neighbours. | "
                "I say to them: we want peace.",
            )
        ],
    ),
    "a line in capitals of which nobody heard before": (
        "The market opened.\n\nPRICES IN NORLAND: We see I and we and our and my and me and us.",
        [],
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
