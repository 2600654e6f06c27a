"""Whose text an article says it is: agencies in datelines, bylines and closing lines.

``KYIV (Reuters) -``, ``By The Associated Press``, ``(With inputs from AFP)``, ``Source: X Daily``.
What somebody "told Reuters", and whose photograph is shown, is no credit of the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from rejoinder.articles.agencies import agency_named, agency_pattern
from rejoinder.articles.paragraphs import Paragraph, paragraphs
from rejoinder.model.article import Zone, ZoneKind
from rejoinder.model.copies import Credit, CreditKind
from rejoinder.model.span import Span

__all__ = ["credited_agency", "find_credits"]

_HEAD: Final = 8
_TAIL: Final = 6
_LONGEST: Final = 200
_NO_NAMES: Final = frozenset(
    "update updated video photo photos analysis opinion exclusive live advertisement".split()
)
_UNNAMED: Final = r"(?:news |wire )?(?:agencies|agency(?: feeds?)?|wires)"
_OUTLET: Final = r"(?P<outlet>[A-Z][\w.&'’/-]*(?: (?:of|the|and|for|de|[A-Z\d][\w.&'’/-]*)){0,5})"


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of credit: the whole line is searched; ``whole`` as in `Credit`."""

    pattern: re.Pattern[str]
    kind: CreditKind
    whole: bool


def find_credits(text: str, zones: Sequence[Zone] = ()) -> tuple[Credit, ...]:
    """Return the credits of a text in their order; furniture is passed over.

    Each line gives one credit at most, but for lists of agencies, which give one each.
    """
    furniture = [zone.span for zone in zones if zone.kind is ZoneKind.FURNITURE]
    lines: list[Paragraph] = []
    found: list[Credit] = []
    for line in paragraphs(text):
        if any(span.contains(Span(line.start, line.end)) for span in furniture):
            found += _read(line, _copyrights())
        else:
            lines.append(line)
    for place, line in enumerate(lines):
        forms: list[_Form] = []
        if place < _HEAD:
            forms += _datelines()
            forms += _bylines() if place < len(lines) - 1 else ()
        if place >= len(lines) - _TAIL and place > 0:
            forms += [*_closings(), *_copyrights()]
        found += _read(line, forms)
    return tuple(sorted(found, key=lambda each: each.span))


def credited_agency(credits: Sequence[Credit], publisher: str | None = None) -> str | None:
    """Return whose the whole text is: as its first such credit says, or an agency's that prints it.

    Where several are named beside each other, the first stands for all.
    """
    for each in credits:
        if each.whole and each.agency is not None:
            return each.agency
    return agency_named(publisher) if publisher else None


def _read(line: Paragraph, forms: Sequence[_Form]) -> list[Credit]:
    """Return what the first form that fits the line gives."""
    words = line.text if len(line.text) <= _LONGEST else _ends(line)
    for form in forms:
        match = form.pattern.search(words)
        found = list(_credits(match, form, line)) if match is not None else []
        if found:
            return found
    return []


def _ends(line: Paragraph) -> str:
    """Return a long line with its middle blanked out: credits stand at its ends."""
    text = line.text
    half = _LONGEST // 2
    return text[:half] + "\0" * (len(text) - 2 * half) + text[-half:]


def _credits(match: re.Match[str], form: _Form, line: Paragraph) -> Iterator[Credit]:
    """Yield a credit for each agency that the match names, or one without a name."""
    groups = match.groupdict()
    listed, outlet = groups.get("agencies"), groups.get("outlet")
    if listed is not None:
        start = line.start + match.start("agencies")
        for each in re.finditer(agency_pattern(), listed):
            span = Span(start + each.start(), start + each.end())
            yield Credit(agency=agency_named(each[0]), kind=form.kind, whole=form.whole, span=span)
        return
    if outlet is not None and outlet.casefold() not in _NO_NAMES:
        start = line.start + match.start("outlet")
        outlet = outlet.rstrip(".,-/")
        name = agency_named(outlet) or outlet
        span = Span(start, start + len(outlet))
        yield Credit(agency=name, kind=form.kind, whole=form.whole, span=span)
    elif outlet is None:
        start = line.start + match.start()
        bare = match[0].rstrip()
        lead = len(bare) - len(bare.lstrip())
        span = Span(start + lead, start + len(bare))
        yield Credit(agency=None, kind=form.kind, whole=form.whole, span=span)


def _list() -> str:
    """Return a pattern for one agency or several beside each other."""
    one = agency_pattern()
    return rf"(?P<agencies>{one}(?:\s*(?:[,/&+–—-]|\band\b)\s*{one})*)"


@cache
def _datelines() -> tuple[_Form, ...]:
    place = r"(?:[A-ZÀ-Þ][\w.'’-]*(?:[ /,]+(?:[A-ZÀ-Þ\d][\w.'’-]*|of|the|de|al)){0,7})"
    dash = r"\s*(?:--|[-–—―:])\s*\S"
    patterns = (
        # KYIV, March 5 (Reuters) - ...
        rf"\A(?:{place}[,.]?\s*)?\(\s*{_list()}\s*\)\s*(?:--|[-–—―:.])?\s*\S",
        # BAKU. /TASS/. ...
        rf"\A(?:{place}[,.]?\s*)?/\s*{_list()}\s*/[.:]?\s*\S",
        # Tehran, IRNA - ...; YEREVAN, MARCH 31, ARMENPRESS. ...
        rf"\A{place}[,.]\s*{_list()}\s*(?:[–—―.:-]|--)\s+\S",
        # AFP - ...
        rf"\A{_list()}\s*(?:--|[–—―]|\s-)\s*[^\w\s]?[A-ZÀ-Þ]",
        # (Some Daily) - ...; TARN (Some Daily) - ...
        rf"\A(?:[A-ZÀ-Þ .,'’/-]{{2,40}}\s*)?\({_OUTLET}\){dash}",
    )
    return tuple(_Form(re.compile(each), CreditKind.DATELINE, whole=True) for each in patterns)


@cache
def _bylines() -> tuple[_Form, ...]:
    by = r"(?i:by|from|text|words|written by|reporting by)\b:?\s+(?:the\s+)?"
    rest = r"(?:\s*[|,•·–—-]\s*[^.|]{0,40}(?:[|•·][^.|]{0,40})?)?"
    patterns = (
        rf"\A(?:{by})?\(?{_list()}\)?(?: staff)?{rest}\.?\Z",
        rf"\A{by}[^.|\n]{{3,80}}?\s*(?:[,|/•·–—-]|\bof\b|\bfor\b|\()\s*(?:[Tt]he )?"
        rf"{_list()}\)?{rest}\Z",
        rf"\A(?i:{by}|\()?(?i:{_UNNAMED})\)?{rest}\.?\Z",
    )
    return tuple(_Form(re.compile(each), CreditKind.BYLINE, whole=True) for each in patterns)


@cache
def _closings() -> tuple[_Form, ...]:
    with_ = (
        r"(?i:with (?:additional )?(?:inputs?|material|reporting|reports?|files?) (?:from|by)"
        r"|additional reporting (?:by|from))"
    )
    helped = r"(?:\s+(?i:news agenc(?:y|ies)))?\s+(?:(?i:also|have|has)\s+)*(?i:contributed)\b"
    published = (
        r"(?i:(?:this|the) (?:article|story|report|text|item) (?:was|is|has been)"
        r"(?: originally| first)* (?:published|provided|supplied|distributed))"
        r"(?i: (?:by|on|in|at|from))"
    )
    shared = (
        rf"{with_}\s+(?:[Tt]he )?{_list()}",
        rf"(?:\A|[.!?”\"’(\0]\s*)(?:[Tt]he )?{_list()}{helped}",
        rf"{with_}\s+(?i:{_UNNAMED})",
        rf"\A\(?(?i:{_UNNAMED}) contributed\b",
    )
    whole = (
        rf"\A(?i:sources?|credit|via|courtesy(?: of)?)\s*[:–—-]\s*(?:[Tt]he )?{_list()}",
        rf"{published}\s+(?:[Tt]he )?{_list()}",
        rf"\A[(\[/–—-]*\s*{_list()}\s*[)\]/]?\.?\Z",
        rf"(?:[.!?…][\"”’»)]*|[\"”’»])\s*(?:[(\[/]|[-–—]+)\s*{_list()}(?:/\w+)?\s*[)\]/]?\.?\Z",
        rf"\A(?i:sources?)\s*:\s*{_OUTLET}\.?\Z",
        rf"{published}\s+(?:[Tt]he )?{_OUTLET}(?=[.,]|\Z)",
        r"(?i:(?:published|generated|auto-generated) from (?:an? )?(?:syndicated|(?:news |wire )"
        r"?agency(?: news)?) feed)",
        rf"\A\(?(?i:{_UNNAMED})\)?\.?\Z",
    )
    return (
        *(_Form(re.compile(each), CreditKind.CLOSING, whole=False) for each in shared),
        *(_Form(re.compile(each), CreditKind.CLOSING, whole=True) for each in whole),
    )


@cache
def _copyrights() -> tuple[_Form, ...]:
    pattern = rf"(?i:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{{4}}\s*)?(?:[Bb]y |[Tt]he )*{_list()}"
    return (_Form(re.compile(pattern), CreditKind.CLOSING, whole=True),)
