"""What stands before a statement's words, where these alone would mislead."""

import pytest

from rejoinder.model.statement import Act
from rejoinder.text.phrases import with_cue


@pytest.mark.parametrize(
    ("words", "cue", "act", "shown"),
    [
        ("the charge", "denied", None, "[denied] the charge"),
        ("the charge", "", None, "the charge"),
        ("the charge", "tweeted,", None, "[tweeted] the charge"),
        ("the charge", "spoke of", Act.ASSERT, "[spoke of] the charge"),
        ("its talks with the rebels", "denounced", None, "its talks with the rebels"),
        (
            "its talks with the rebels",
            "denounced",
            Act.CRITICISE,
            "[denounced] its talks with the rebels",
        ),
        (
            "Avaria of hiding the ships",
            "accused",
            Act.ACCUSE,
            "[accused] Avaria of hiding the ships",
        ),
        (
            "its good services in the talks",
            "offers",
            Act.OFFER,
            "[offers] its good services in the talks",
        ),
        ("the harbour is closed for now", "announced", Act.ASSERT, "the harbour is closed for now"),
        ("Avaria hides the ships there", "said", Act.ACCUSE, "Avaria hides the ships there"),
        ("Avaria hides the ships there", "has Claimed", Act.ACCUSE, "Avaria hides the ships there"),
        ("That Avaria hides the ships", "charged", Act.ACCUSE, "That Avaria hides the ships"),
    ],
)
def test_the_cue_stands_where_the_words_are_what_is_judged(
    words: str, cue: str, act: Act | None, shown: str
) -> None:
    assert with_cue(words, cue, act) == shown
