"""PETRARCH and TABARI actor dictionaries: a name, synonyms with ``+``, codes with dates in ``[]``.

    HAMID_KARZAI_  [AFGELI]
    +KARZAI_
        [AFGGOV >011222]

``<date`` ends a role, ``>date`` begins one, ``date-date`` does both; dates are YYMMDD or YYYYMMDD,
and years up to 30 are of this century, as in PETRARCH. A code without dates holds where no other
does. Names are written in capitals there; they are given small letters, as texts have them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from rejoinder.actors.lists.cameo import NULL_CODE, code_parts
from rejoinder.actors.lists.result import Draft, ListProblem, Problems
from rejoinder.actors.lists.values import find_country, read_name
from rejoinder.actors.slugs import slug
from rejoinder.actors.tables import read_table
from rejoinder.model.actor import ActorKind
from rejoinder.model.listed import DatedRole

__all__ = ["read_dictionary"]

_CODES = re.compile(r"\[([^\[\]]*)\]")
_DATED = re.compile(
    r"(?P<code>\S+)(?:\s*(?P<sign>[<>])\s*(?P<one>\d+)|\s+(?P<from>\d+)-(?P<to>\d+))?"
)
_SMALL = frozenset(
    "al el ibn bin ben bint van von der den de del della di da dos du la le ul ur uz and of the "
    "for in on at to with y e ve".split()
)
_CAPITALS = frozenset("UN US UK EU UAE USA USSR CIA FBI NATO".split())
_CENTURY = 30
_SHORT = 3
_KINDS_BY_COUNTRY = {
    "IGO": ActorKind.IGO,
    "UNO": ActorKind.IGO,
    "EUR": ActorKind.IGO,
    "NGO": ActorKind.NGO,
    "IMG": ActorKind.GROUP,
    "ISM": ActorKind.GROUP,
    "MNC": ActorKind.GROUP,
}
_KINDS_BY_SECTOR = {
    "JRN": ActorKind.MEDIA,
    "MIL": ActorKind.ARMED_FORCE,
    "GOV": ActorKind.GOVERNMENT_BODY,
    "LEG": ActorKind.GOVERNMENT_BODY,
    "JUD": ActorKind.GOVERNMENT_BODY,
    "SPY": ActorKind.GOVERNMENT_BODY,
    "COP": ActorKind.GOVERNMENT_BODY,
}


@dataclass(slots=True)
class _Record:
    """A dictionary entry while its lines are read."""

    line: int
    phrases: list[str]
    country: str | None = None
    sector: str | None = None
    roles: list[DatedRole] = field(default_factory=list)


def read_dictionary(
    lines: Iterable[tuple[int, str | ListProblem]], problems: Problems
) -> list[Draft]:
    """Return the actors of a dictionary; entries that begin with the same phrase are one."""
    records: dict[str, _Record] = {}
    current: _Record | None = None
    for number, line in _without_comments(lines, problems):
        try:
            current = _read_line(number, line, records, current)
        except ValueError as error:
            problems.at(number, error)
    drafts: list[Draft] = []
    for record in records.values():
        try:
            drafts.append(_draft(record))
        except ValueError as error:
            problems.at(record.line, error)
    return drafts


def _without_comments(
    lines: Iterable[tuple[int, str | ListProblem]], problems: Problems
) -> Iterator[tuple[int, str]]:
    """Yield what is left of each line without comments: ``#``, ``;``, ``<!-- -->``."""
    inside = False
    for number, line in lines:
        if isinstance(line, ListProblem):
            problems.add(line)
            continue
        rest = line
        if inside:
            _, end, rest = rest.partition("-->")
            inside = not end
        rest = re.sub(r"<!--.*?-->", "", rest)
        before, begins, _ = rest.partition("<!--")
        inside = inside or bool(begins)
        kept = re.split("[#;]", before, maxsplit=1)[0].rstrip()
        if kept.strip():
            yield number, kept


def _read_line(
    number: int, line: str, records: dict[str, _Record], current: _Record | None
) -> _Record | None:
    """Take in one line; return the entry that the next line may go on with."""
    phrase, bracket, _ = line.partition("[")
    _refuse_others(line)
    codes = _CODES.findall(line)
    if bracket and not codes:
        raise ValueError(f"{line.strip()!r} has a bracket that is not closed; write [IRNGOV]")
    name = phrase.strip()
    if name.startswith("+"):
        if current is None:
            raise ValueError(f"synonym {name!r} stands before any name; put it below one")
        current.phrases.append(name.removeprefix("+"))
    elif name:
        current = records.setdefault(_key(name, codes), _Record(line=number, phrases=[]))
        current.phrases.append(name)
    if codes and current is None:
        raise ValueError(f"code {codes[0]!r} stands before any name; put it below one")
    for code in codes:
        assert current is not None
        _take_code(current, code)
    return current


def _key(name: str, codes: list[str]) -> str:
    """Return what entries of one actor share: the words, or the code if it is a country's alone."""
    code = codes[0].strip() if len(codes) == 1 else ""
    whole = len(code) == len("IRN") and code != NULL_CODE
    state = whole and code_parts(code) == (find_country(code), None)
    return f"[{code}]" if state and code not in _KINDS_BY_COUNTRY else slug(name)


def _refuse_others(line: str) -> None:
    if "~" in line or line.startswith(("&", "!", "- ", "---")):
        raise ValueError(
            f"{line.strip()[:60]!r} is of an agent or verb dictionary; only actor dictionaries are "
            "read"
        )


def _take_code(record: _Record, inside: str) -> None:
    found = _DATED.fullmatch(inside.strip())
    if found is None:
        raise ValueError(
            f"code {inside!r} is not understood; write [IRNGOV], [IRNGOV >050803] or "
            "[IRNGOV 050803-130803]"
        )
    if found["code"] == NULL_CODE:
        return
    country, sector = code_parts(found["code"])
    start = _day(found["from"] or (found["one"] if found["sign"] == ">" else None))
    end = _day(found["to"] or (found["one"] if found["sign"] == "<" else None))
    if start is None and end is None:
        if record.country is None and record.sector is None:
            record.country, record.sector = country, sector
        return
    record.roles.append(DatedRole(country=country, sector=sector, start=start, end=end))


def _day(digits: str | None) -> date | None:
    if digits is None:
        return None
    try:
        if len(digits) == len("YYMMDD"):
            century = 2000 if int(digits[:2]) <= _CENTURY else 1900
            return date(century + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
        if len(digits) == len("YYYYMMDD"):
            return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        pass
    raise ValueError(f"date {digits!r} is none; write YYMMDD or YYYYMMDD")


def _draft(record: _Record) -> Draft:
    forms = [_written(phrase) for phrase in record.phrases]
    country = record.country or next((r.country for r in record.roles if r.country), None)
    return Draft(
        line=record.line,
        name=forms[0],
        aliases=tuple(dict.fromkeys(forms[1:])),
        kind=_kind(record, forms[0]),
        country=country,
        sector=record.sector,
        roles=tuple(dict.fromkeys(record.roles)),
    )


def _written(phrase: str) -> str:
    """Return a phrase as texts may have it: in capitals only where it is very short."""
    words = read_name(phrase.replace("_", " ")).split()
    if any(map(str.islower, words)) or not any(map(str.isupper, words)):
        return " ".join(words)
    if len(words) > 1 and words[0] == "THE":
        words = words[1:]
    if len(words) == 1 and len(words[0].replace(".", "")) <= _SHORT:
        return words[0]
    first, *rest = words
    return " ".join(
        [_title(first), *(w.lower() if w.lower() in _SMALL else _title(w) for w in rest)]
    )


def _title(word: str) -> str:
    """Return a word as names have it: al-Assad, O'Neill; abbreviations stay as they are."""
    if word in _CAPITALS or word.count(".") > 1 or re.fullmatch(r"\w\.", word):
        return word
    whole = "".join(part.capitalize() for part in re.split(r"([-'./])", word))
    return re.sub("^(Al|El|An|As)(?=-)", lambda found: found[0].lower(), whole)


def _kind(record: _Record, name: str) -> ActorKind:
    """Return what sort of actor codes and name show: whose role changes with time is a person."""
    country, sector = record.country, record.sector
    if record.roles or sector == "ELI" or name.partition(" ")[0].casefold() in _given_names():
        return ActorKind.PERSON
    if country in _KINDS_BY_COUNTRY:
        return _KINDS_BY_COUNTRY[country]
    if sector is None and country is not None:
        return ActorKind.STATE
    return _KINDS_BY_SECTOR.get(sector or "", ActorKind.GROUP)


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row["name"].casefold() for row in read_table("given_names.tsv"))
