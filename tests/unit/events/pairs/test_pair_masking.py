import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.events.pairs.line import PairLine
from rejoinder.events.pairs.masking import Role, masked
from rejoinder.model.span import Span

SIGNS = {Role.SOURCE: "<S>", Role.TARGET: "<T>", Role.EITHER: "<?>"}
NAMES = ("Russia", "Georgia", "Iran", "the United States", "U.S.", "Mr. Okoye", "Ann Lee", "Chad")
FRAMES = (
    "{s} accused {t} of lying.",
    "{t} was attacked by {s} near the border on Friday.",
    "After talks in {t}, {s} withdrew; {t} was pleased, and {s} too.",
    "Police of {s} say {t}'s consul was freed.",
    "“We will not pay {t},” {s} said.",
)


def marked(text: str, source: str | None, target: str | None) -> PairLine:
    """Return the line with the first place of either name marked."""

    def place(name: str | None) -> Span | None:
        if name is None:
            return None
        start = text.index(name)
        return Span(start, start + len(name))

    return PairLine(id=None, text=text, source=place(source), target=place(target))


def shown(line: PairLine) -> str:
    return " ".join(SIGNS.get(part.role, part.words) for part in masked(line))


@pytest.mark.parametrize(
    ("text", "source", "target", "expected"),
    [
        ("Iran sued Chad.", "Iran", "Chad", "<S> sued <T> ."),
        ("Chad was sued by Iran.", "Iran", "Chad", "<T> was sued by <S> ."),
        ("Chad's envoy left.", None, "Chad", "<T> 's envoy left."),
        ("Iran sued Chad; Iranian aides wept.", "Iran", "Chad", "<S> sued <T> ; <S> aides wept."),
        ("The U.S. sued Chad; the U.S. won.", "U.S.", "Chad", "The <S> sued <T> ; the <S> won."),
        ("Ann Lee sued Chad, or Lees do.", "Ann Lee", "Chad", "<S> sued <T> , or Lees do."),
        ("Ann Lee sued Chad, and Lee won.", "Ann Lee", "Chad", "<S> sued <T> , and <S> won."),
        ("The A sued Chad. The end.", "The A", "Chad", "<S> sued <T> . The end."),
        ("Ann Mai Lee sued Chad: Ann Mai Lee!", "Ann Mai Lee", "Chad", "<S> sued <T> : <S> !"),
        ("Iran sued Iraq.", "Iran", "Iraq", "<S> sued <T> ."),
        ("Irish men sued Iran.", "Irish men", "Iran", "<S> sued <T> ."),
        ("Niger fought Nigeria; Nigerien men fell.", "Niger", "Nigeria",
         "<S> fought <T> ; <?> men fell."),
        ("Iraqi fighters left.", "Iraqi fighters", "Iraqi", "<S> left."),
        ("Iran may run; may it?", "Iran", None, "<S> may run; may it?"),
    ],
)  # fmt: skip
def test_a_party_becomes_a_sign_wherever_it_is_named(
    text: str, source: str | None, target: str | None, expected: str
) -> None:
    assert shown(marked(text, source, target)) == expected


@given(st.sampled_from(FRAMES), st.permutations(NAMES))
def test_parties_that_change_places_leave_the_same_sentence(frame: str, names: list[str]) -> None:
    one, other, third, *_ = names
    masks = {shown(marked(frame.format(s=s, t=t), s, t)) for s, t in ((one, other), (other, one))}
    masks.add(shown(marked(frame.format(s=third, t=other), third, other)))
    assert len(masks) == 1
    (mask,) = masks
    assert not any(name in mask for name in NAMES)


@given(st.text(min_size=1, max_size=60), st.data())
def test_any_text_keeps_a_sign_for_each_party_and_every_other_word(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    line = PairLine(id=None, text=text, source=Span(start, end), target=None)
    parts = masked(line)
    assert [part.role for part in parts].count(Role.SOURCE) >= 1
    assert all(part.words in text for part in parts)
