"""Whose text an article says it is, and what only sounds like it."""

import pytest

from rejoinder.articles.agencies import agencies_digest, agency_named
from rejoinder.articles.credits import credited_agency, find_credits
from rejoinder.articles.zones import mark_zones
from rejoinder.model.copies import CreditKind

BODY = "The ministry of Varda said on Monday that talks with Ostrava would go on at the border."

WHOLE = [
    ("dateline", "TARN (Reuters) - {}", "Reuters"),
    ("dateline", "TARN, March 5 (Xinhua) -- {}", "Xinhua"),
    ("dateline", "TARN/VEST, Varda (AFP) – {}", "AFP"),
    ("dateline", "Tarn (AP) — {}", "AP"),
    ("dateline", "(ANSA) - Tarn, January 24 - {}", "ANSA"),
    ("dateline", "TARN, March 31. /TASS/. {}", "TASS"),
    ("dateline", "Tarn, IRNA – {}", "IRNA"),
    ("dateline", "TARN, MARCH 31, ARMENPRESS. {}", "Armenpress"),
    ("dateline", "TARN, Varda (Anadolu Agency) - {}", "Anadolu"),
    ("dateline", "(Vest Daily) - {}", "Vest Daily"),
    ("byline", "Talks go on\n\nBy The Associated Press\n\n{}", "AP"),
    ("byline", "Talks go on\n\nBy Petra Quill, Associated Press\n\n{}", "AP"),
    ("byline", "Talks go on\n\nBy Petra Quill and Ilir Ost | AFP\n\n{}", "AFP"),
    ("byline", "Talks go on\n\nReuters\n\n{}", "Reuters"),
    ("byline", "Talks go on\n\nAFP | March 5, 2031\n\n{}", "AFP"),
    ("byline", "Talks go on\n\nBy Agencies\n\n{}", None),
    ("closing", "{}\n\nSource: Vest Daily", "Vest Daily"),
    ("closing", "{}\n\nSource: Interfax", "Interfax"),
    ("closing", "{}\n\nSources: AFP, TASS", "AFP"),
    ("closing", "{}\n\n(PTI)", "PTI"),
    ("closing", "{}\n\n— Reuters", "Reuters"),
    ("closing", "It is spring in Tarn.\n\n{} (Kyodo)", "Kyodo"),
    ("closing", "{}\n\n© 2031 Agence France-Presse", "AFP"),
    ("closing", "{}\n\nCopyright 2031 The Associated Press. All rights reserved.", "AP"),
    ("closing", "{}\n\nThis article was originally published by The Vest Review.", "Vest Review"),
    (
        "closing",
        "{}\n\nThis story has been published from a wire agency feed without modifications.",
        None,
    ),
]

SHARED = [
    ("{}\n\n(With inputs from agencies)", (None,)),
    ("{}\n\nWith inputs from PTI and AFP.", ("PTI", "AFP")),
    ("{}\n\nThe Associated Press contributed to this report.", ("AP",)),
    ("{}\n\nReuters also contributed to this report.", ("Reuters",)),
    ("{}\n\nAdditional reporting by Reuters", ("Reuters",)),
]

NONE = [
    "The minister told Reuters that the talks would go on. {}",
    "{}\n\nTarn will not yield, the minister told AFP.",
    "{} It was first reported by the Interfax news agency, and Ostrava denied it.",
    "Talks go on\n\nPetra Quill / Reuters\n\n{}",
    "Talks go on\n\nPhoto: AP\n\n{}",
    "AP: bridge at Tarn closed\n\n{}",
    "{}\n\nSource: the ministry of defence",
    "(Update) - {}",
    "{}\n\nThe Associated Press called the race for Quill on Monday.",
    "Bloomberg — who was mayor then — was silent. {}",
    "Federal agencies said nothing. {}",
]


@pytest.mark.parametrize(("kind", "form", "agency"), WHOLE)
def test_a_whole_text_is_credited(kind: str, form: str, agency: str | None) -> None:
    text = form.format(BODY)
    found = find_credits(text, mark_zones(text))

    assert found
    assert found[0].agency == agency
    assert {each.kind for each in found} == {CreditKind(kind)}
    assert all(each.whole for each in found)
    assert credited_agency(found) == agency


@pytest.mark.parametrize(("form", "agencies"), SHARED)
def test_an_own_report_names_whom_it_used(form: str, agencies: tuple[str | None, ...]) -> None:
    text = form.format(BODY)
    found = find_credits(text, mark_zones(text))

    assert tuple(each.agency for each in found) == agencies
    assert not any(each.whole for each in found)
    assert credited_agency(found) is None


@pytest.mark.parametrize("form", NONE)
def test_relays_photographs_and_subjects_are_no_credit(form: str) -> None:
    text = form.format(BODY)

    assert find_credits(text, mark_zones(text)) == ()


@pytest.mark.parametrize("form", [form for _, form, agency in WHOLE if agency])
def test_a_credit_stands_on_the_words_that_name_the_agency(form: str) -> None:
    text = form.format(BODY)
    words = [each.span.text_of(text) for each in find_credits(text, mark_zones(text))]

    assert all(agency_named(each) or each in ("Vest Daily", "Vest Review") for each in words)


def test_where_an_agency_stands_in_the_middle_of_a_long_text_is_no_credit() -> None:
    lines = [BODY] * 10 + ["(Reuters)"] + [BODY] * 10

    assert find_credits("\n\n".join(lines)) == ()


def test_an_agency_that_prints_its_own_text_needs_no_credit() -> None:
    assert credited_agency((), "Agence France-Presse") == "AFP"
    assert credited_agency((), "Vest Daily") is None


@pytest.mark.parametrize("text", ["", "\n", "Reuters", "(Reuters)", "(" * 500, "By " * 200])
def test_what_is_no_article_is_read_without_harm(text: str) -> None:
    for each in find_credits(text):
        assert each.span.end <= len(text)


def test_the_table_is_digested() -> None:
    assert len(agencies_digest()) == 64
