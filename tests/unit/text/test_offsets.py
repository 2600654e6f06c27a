from hypothesis import given
from hypothesis import strategies as st

from rejoinder.text.offsets import plain_marks


@given(st.text())
def test_plain_marks_moves_no_offset(text: str) -> None:
    assert len(plain_marks(text)) == len(text)


def test_plain_marks_makes_typography_plain() -> None:
    assert plain_marks("“It’s” – ''so''") == '"It\'s" - " so" '
