import pytest

from rejoinder.articles.decode import decode_page, decode_text
from rejoinder.errors import ArticleError
from rejoinder.model.failure import Reason

ENGLISH = "The ministry “rejected” the claims – it’s a lie, the café owner said.\r\nMore."
RUSSIAN = "Министерство отвергло обвинения и заявило, что они не имеют оснований. «Это ложь»."
ARABIC = "رفضت وزارة الخارجية الاتهامات وقالت إنها لا أساس لها من الصحة، وأضاف المتحدث."
POLISH = "Ministerstwo odrzuciło oskarżenia i oświadczyło, że są całkowicie bezpodstawne."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        ("It’s over, he said.", "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN[:70], "koi8_r"),
        (ARABIC, "cp1256"),
        (POLISH, "cp1250"),
        (RUSSIAN, "utf-8"),
    ],
)
def test_text_comes_back_character_for_character(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding)) == text


def test_utf_16_big_endian_is_read_by_its_mark() -> None:
    assert decode_text(b"\xfe\xff" + ENGLISH.encode("utf-16-be")) == ENGLISH


def test_a_late_legacy_letter_decides_for_the_whole_file() -> None:
    text = "Plain words.\n" * 50_000 + "It’s over."
    assert decode_text(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", Reason.EMPTY),
        (b" \r\n\t", Reason.EMPTY),
        (b"\xef\xbb\xbf", Reason.EMPTY),
        (b"\xff\xfe", Reason.EMPTY),
        (b"a\x00b", Reason.BINARY),
        ("UTF-16 without a mark".encode("utf-16-le"), Reason.BINARY),
        (b"\x89PNG\r\n\x1a\n", Reason.BINARY),
        (b"%PDF-1.7 text", Reason.BINARY),
        (b"PK\x03\x04rest", Reason.BINARY),
        (bytes(range(1, 32)) * 20, Reason.BINARY),
        (b"\xff\xfea", Reason.ENCODING),
        (b"\xff\xfe\x00\xd8a\x00", Reason.ENCODING),
    ],
)
def test_what_is_no_text_is_refused_with_a_cure(raw: bytes, reason: Reason) -> None:
    with pytest.raises(ArticleError) as refusal:
        decode_text(raw)
    assert refusal.value.reason is reason
    assert len(refusal.value.detail) > 30


def test_a_page_is_read_as_its_head_declares() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><p>{RUSSIAN}</p></html>'
    assert decode_page(page.encode("cp1251")) == page


def test_a_page_with_a_wrong_declaration_is_still_read() -> None:
    page = f'<html><head><meta charset="ascii"></head><p>{ENGLISH}</p></html>'
    assert decode_page(page.encode("cp1252")) == page
    odd = page.replace("ascii", "no-such-charset")
    assert decode_page(odd.encode("cp1252")) == odd
