"""Bytes to text: UTF-8, UTF-16 with its mark, or a legacy encoding that fits."""

import codecs
import re

from charset_normalizer import from_bytes

from rejoinder.errors import ArticleError
from rejoinder.model.failure import Reason

__all__ = ["check_characters", "decode_page", "decode_text"]

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "rich text"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
)
_LEGACY = [
    "cp1252", "cp1251", "cp1256", "cp1254", "cp1250", "cp1253", "cp1255", "koi8_r",
    "gb18030", "big5", "shift_jis", "euc_kr",
]  # fmt: skip
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_LINE = re.compile(rb"[^\n]*[\x80-\xff][^\n]*")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE
)
_SAMPLE = 64 * 1024
# English with curly quotation marks has a few bytes beyond ASCII; other scripts have a great many.
_FEW = 0.04
_CURE = "Save it as UTF-8 (for example with iconv -t UTF-8) and read it again."


def decode_text(raw: bytes) -> str:
    """Return the text of a plain-text file, character for character; a byte-order mark is not text.

    Raises:
        ArticleError: the bytes are not text (BINARY), are in no encoding that fits (ENCODING), or
            hold nothing but blanks (EMPTY).
    """
    for magic, name in _MAGIC:
        if raw.startswith(magic):
            raise ArticleError(Reason.BINARY, f"This is {name}, not plain text. Extract its text.")
    marked = _decode_marked(raw)
    if marked is None and b"\x00" in raw:
        raise ArticleError(
            Reason.BINARY,
            "It holds NUL bytes, so it is no plain text, or UTF-16 without a byte-order mark. "
            + _CURE,
        )
    text = marked if marked is not None else _decode_unmarked(raw)
    check_characters(text)
    if not text or text.isspace():
        raise ArticleError(Reason.EMPTY, "There is no text in it. Remove it from the inputs.")
    return text


def decode_page(raw: bytes) -> str:
    """Return the markup of a page: by its mark, as UTF-8, as its head declares, or by a guess.

    Raises:
        ArticleError: as `decode_text`; NUL bytes are left to the extractor.
    """
    marked = _decode_marked(raw)
    if marked is not None:
        return marked
    if raw.count(b"\x00") > len(raw) // 100:
        raise ArticleError(
            Reason.BINARY, "It is full of NUL bytes, so it is no web page. Fetch the page again."
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        declared = _DECLARED.search(raw, 0, 4096)
    if declared is not None:
        name = declared[1].decode("ascii", "replace")
        try:
            return raw.decode("cp1252" if name.lower() in ("iso-8859-1", "latin1") else name)
        except (LookupError, UnicodeDecodeError):
            pass  # the page does not know its own encoding
    return _decode_legacy(raw)


def check_characters(text: str) -> None:
    """Refuse what no text may hold.

    Raises:
        ArticleError: lone surrogates (ENCODING), or NUL and more control characters than text
            has (BINARY).
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ArticleError(
            Reason.ENCODING,
            f"Half a character ({text[error.start]!a}) stands at {error.start}. {_CURE}",
        ) from None
    if "\x00" in text or len(_CONTROL.findall(text)) * 200 > len(text):
        raise ArticleError(Reason.BINARY, f"It holds control characters that no text has. {_CURE}")


def _decode_marked(raw: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            try:
                return raw[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise ArticleError(
                    Reason.ENCODING,
                    f"Its byte-order mark says {encoding.upper()}; byte {error.start} breaks it. "
                    + _CURE,
                ) from None
    return None


def _decode_unmarked(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(raw)


def _decode_legacy(raw: bytes) -> str:
    for encoding in _guesses(raw):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ArticleError(Reason.ENCODING, f"It is neither UTF-8 nor any encoding that fits. {_CURE}")


def _guesses(raw: bytes) -> list[str]:
    """Return encodings to try; the lines with bytes beyond ASCII speak for a whole long file."""
    if len(_HIGH.findall(raw)) < max(3, _FEW * len(raw)):
        return ["cp1252", *_detected(raw)]
    return _detected(raw)


def _detected(raw: bytes) -> list[str]:
    sample, size = [], 0
    for line in _HIGH_LINE.finditer(raw):
        sample.append(line[0][:_SAMPLE])
        size += len(line[0])
        if size > _SAMPLE:
            break
    return [match.encoding for match in from_bytes(b"\n".join(sample), cp_isolation=_LEGACY)]
