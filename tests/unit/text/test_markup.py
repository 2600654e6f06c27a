"""HTML by hand: everything is escaped that is not an element already."""

import pytest

from rejoinder.text.markup import Html, element, safe_address


def test_words_are_escaped_and_elements_kept() -> None:
    inner = element("b", "<i>")
    assert element("p", "a & ", inner, None) == "<p>a &amp; <b>&lt;i&gt;</b></p>"


def test_attributes_cannot_be_left() -> None:
    made = element("a", "x", href='#"><script>', class_="y", aria_label="z", id=None)
    assert made == '<a href="#&quot;&gt;&lt;script&gt;" class="y" aria-label="z">x</a>'


def test_what_acts_is_a_sign() -> None:
    assert element("p", "a\u202eb") == "<p>a\ufffdb</p>"


def test_what_is_joined_to_an_element_is_words_again() -> None:
    assert element("p", Html("<b></b>") + "<i>") == "<p>&lt;b&gt;&lt;/b&gt;&lt;i&gt;</p>"


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("https://news.example/a?b=c", True),
        ("HTTP://news.example", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//news.example", False),
        ("http:///path", False),
        ("http://[", False),
        ("", False),
        (None, False),
    ],
)
def test_links_lead_only_to_the_web(url: str | None, leads: bool) -> None:
    assert (safe_address(url) == url) is leads or url is None
    assert (safe_address(url) is not None) is leads
