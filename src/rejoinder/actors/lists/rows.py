"""CSV of actors: a row an actor, or a role of it; rows with the same id or name and kind are one.

The columns are those of ``COLUMNS`` in any order; only ``name`` has to be there. Several aliases in
a cell are separated by ``;``; behind a backslash it is part of a name. ``role_country`` and
``role_sector`` hold from ``from`` to ``to``, ``country`` and ``sector`` whenever no role does.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rejoinder.actors.lists.ids import read_id
from rejoinder.actors.lists.result import Draft, ListProblem, Problems
from rejoinder.actors.lists.values import (
    read_country,
    read_kind,
    read_name,
    read_role,
    read_sector,
)
from rejoinder.model.listed import DatedRole, ListedActor

__all__ = ["COLUMNS", "read_rows_of_actors", "to_csv"]

COLUMNS = (
    "id",
    "ref",
    "name",
    "aliases",
    "kind",
    "country",
    "sector",
    "role",
    "role_country",
    "role_sector",
    "from",
    "to",
)
_DELIMITERS = (",", ";", "\t")
_ROLE_COLUMNS = ("role", "role_country", "role_sector", "from", "to")
_BREAK = re.compile(r"(?<!\\)(?:\\\\)*;")


def read_rows_of_actors(
    lines: Iterable[tuple[int, str | ListProblem]], problems: Problems
) -> list[Draft]:
    """Return the actors of the rows; without a usable header nothing is read."""
    texts = _texts(lines, problems)
    start, head = next(((n, text) for n, text in enumerate(texts, 1) if text.strip()), (1, ""))
    delimiter = _delimiter(head)
    columns = [cell.strip().lower() for cell in next(csv.reader([head], delimiter=delimiter), [])]
    wrong = _wrong_columns(columns)
    if wrong and (head or not problems.found):
        problems.at(start, wrong)
    if wrong:
        return []
    found: dict[object, Draft] = {}
    for line, cells in _rows(texts, delimiter, start, problems):
        try:
            draft = _draft(line, columns, cells)
            key = draft.id or draft.ref or (draft.name, draft.kind)
            found[key] = _joined(found[key], draft) if key in found else draft
        except ValueError as error:
            problems.at(line, error)
    return list(found.values())


def _texts(lines: Iterable[tuple[int, str | ListProblem]], problems: Problems) -> Iterator[str]:
    """Yield the lines with their ends; one that is a problem is left blank, so that lines count."""
    for _, line in lines:
        if isinstance(line, ListProblem):
            problems.add(line)
        yield "\n" if isinstance(line, ListProblem) else line + "\n"


def _delimiter(head: str) -> str:
    return max(_DELIMITERS, key=head.count)


def _wrong_columns(columns: Sequence[str]) -> str:
    strange = [column for column in columns if column not in COLUMNS]
    twice = [column for column in columns if columns.count(column) > 1]
    known = ", ".join(COLUMNS)
    if strange or not columns:
        shown = strange[0] if strange else ""
        return f"column {shown!r} is not known; the first line names the columns, of {known}"
    if twice:
        return f"column {twice[0]!r} is there twice; leave one of them out"
    return "" if "name" in columns else f"there is no column 'name'; the columns are of {known}"


def _rows(
    texts: Iterator[str], delimiter: str, start: int, problems: Problems
) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row that is not blank, with the line on which it ends."""
    reader = csv.reader(texts, delimiter=delimiter, strict=True)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            detail = f'the row is no CSV: {error}; put cells with quotation marks or breaks in ""'
            problems.at(start + reader.line_num, detail)
            continue
        if any(cell.strip() for cell in cells):
            yield start + reader.line_num, cells


def _draft(line: int, columns: Sequence[str], cells: Sequence[str]) -> Draft:
    if len(cells) != len(columns):
        raise ValueError(
            f"the row has {len(cells)} cells where the first line names {len(columns)} columns; "
            "put cells that hold the separator in quotation marks"
        )
    row = dict.fromkeys(COLUMNS, "") | {
        column: cell.strip() for column, cell in zip(columns, cells, strict=True)
    }
    given = row["kind"]
    actor, kind = read_id(row["id"], read_kind(given) if given else None)
    role = {
        "role": row["role"],
        "country": row["role_country"],
        "sector": row["role_sector"],
        "from": row["from"],
        "to": row["to"],
    }
    return Draft(
        line=line,
        id=actor,
        ref=(row["ref"] or ("" if actor else row["id"])) or None,
        name=read_name(row["name"]),
        aliases=tuple(read_name(alias, "alias") for alias in _aliases(row["aliases"])),
        kind=kind,
        country=read_country(row["country"]),
        sector=read_sector(row["sector"]),
        roles=(read_role(role),) if any(row[column] for column in _ROLE_COLUMNS) else (),
    )


def _aliases(cell: str) -> list[str]:
    """Return the names in a cell, whose ``;`` and backslashes may stand behind a backslash."""
    names, start = [], 0
    for found in _BREAK.finditer(cell):
        names.append(cell[start : found.end() - 1])
        start = found.end()
    names.append(cell[start:])
    return [re.sub(r"\\(.)", r"\1", name) for name in names if name.strip()]


def _joined(first: Draft, second: Draft) -> Draft:
    """Return one actor of two rows.

    Raises:
        ValueError: they contradict each other.
    """
    for field in ("name", "kind", "country", "sector", "ref"):
        old, new = getattr(first, field), getattr(second, field)
        if new is not None and old is not None and old != new:
            raise ValueError(
                f"{field} {str(new)!r} is {str(old)!r} on line {first.line} for the same actor; "
                "what changes with time goes into role_country and role_sector"
            )
    return replace(
        first,
        aliases=(*first.aliases, *second.aliases),
        country=first.country or second.country,
        sector=first.sector or second.sector,
        ref=first.ref or second.ref,
        roles=(*first.roles, *second.roles),
    )


def to_csv(actors: Iterable[ListedActor]) -> str:
    """Return the actors as CSV that reads back as the same: a row for each role, one at least."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for actor in actors:
        for place, role in enumerate(actor.roles or (None,)):
            writer.writerow(_row(actor, role, first=place == 0))
    return out.getvalue()


def _row(actor: ListedActor, role: DatedRole | None, *, first: bool) -> list[str]:
    aliases = [re.sub(r"([\\;])", r"\\\1", alias) for alias in actor.aliases] if first else []
    own = (
        actor.id,
        actor.ref or "",
        actor.name,
        ";".join(aliases),
        actor.kind.value,
        actor.country or "",
        actor.sector or "",
    )
    if role is None:
        return [*own, "", "", "", "", ""]
    start = role.start.isoformat() if role.start else ""
    end = role.end.isoformat() if role.end else ""
    return [*own, role.role, role.country or "", role.sector or "", start, end]
