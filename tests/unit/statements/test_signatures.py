import pytest

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft
from rejoinder.statements.signatures import signed_quotations
from rejoinder.text.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We were never asked, not once.” ― Ann Lee\n“Next.”", "Ann Lee"),
        ("“We were never asked, not once.”― Ann B. Lee.", "Ann B. Lee"),
        (
            "“We were never asked, not once.”\u00a0— Ann Lee, a teacher in Norland\n\nMore.",
            "Ann Lee",
        ),
        ('"We were never asked, not once."\n\n- Karl van Norden.', "Karl van Norden"),
        ("“We were never asked, not once.” ― Élodie Ångström", "Élodie Ångström"),
        ("“We were never asked, not once” — Norland denies it\n", None),
        ("“We were never asked, not once” — a first for the town.\n", None),
        ("“Not once.” — Ann Lee", None),
        ("“We were never asked, not once.”\n\nAnn Lee", None),
    ],
)
def test_a_name_after_a_dash_signs_the_quotation(text: str, name: str | None) -> None:
    found = signed_quotations(text, find_quotes(text), [])
    assert [d.source[0].text_of(text) for d in found] == ([] if name is None else [name])


def test_a_quotation_that_is_taken_is_left_alone() -> None:
    text = "“We were never asked, not once.” ― Ann Lee"
    taken = Draft(source=(), cue=(), content=(Span(1, 9),), score=0.5)
    assert signed_quotations(text, find_quotes(text), [taken]) == []
