import re

from rejoinder.text.patterns import Found, WordPatterns, small_letters

TABLE = ("den(?:y|ies|ied)", "denied it|it", "call(?:s|ed)? for(?! help)", "so-called")


def one_by_one(text: str, start: int, end: int) -> list[Found]:
    found = [
        Found(number, *match.span())
        for number, pattern in enumerate(TABLE)
        for match in re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE).finditer(
            text, start, end
        )
    ]
    return sorted(found, key=lambda each: (each.start, each.number))


def test_all_patterns_at_once_find_what_each_finds_by_itself() -> None:
    text = (
        "Norland Denied it. “It DENIES it,” Tarn said; the so-called CALLS for help called for it."
    )
    found = WordPatterns(TABLE).find(text, 0, len(text))
    assert found == one_by_one(text, 0, len(text))
    assert [text[each.start : each.end] for each in found if each.number == 1] == [
        "Denied it", "It", "it", "it"
    ]  # fmt: skip


def test_a_pattern_goes_on_behind_what_it_found() -> None:
    found = WordPatterns(["it it", "it"]).find("it it it it it", 0, 14)
    assert [(each.number, each.start) for each in found] == [
        (0, 0), (1, 0), (1, 3), (0, 6), (1, 6), (1, 9), (1, 12)
    ]  # fmt: skip


def test_nothing_outside_the_places_or_inside_a_word_is_found() -> None:
    patterns = WordPatterns(["it"])
    assert patterns.find("it fits it", 1, 9) == []
    assert patterns.find("it fits it", 1, 10) == [Found(0, 8, 10)]


def test_small_letters_keep_every_place() -> None:
    # "İ" in small letters is two characters.
    assert small_letters("Oslo") == "oslo"
    assert small_letters("İzmir DENIED It") == "İzmir denied it"
