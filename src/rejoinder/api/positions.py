"""Positions in a ledger: who is for a matter and who against, and discourse networks."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from rejoinder.api.choices import check_days
from rejoinder.errors import ConfigError

if TYPE_CHECKING:
    from rejoinder.ledger.connect import LedgerFile
    from rejoinder.views.matters import Matter
    from rejoinder.views.positions import PositionView
    from rejoinder.views.saved_statements import SavedStatements

__all__ = ["PERIODS", "Positions", "check_period", "read_saved", "write_file"]

PERIODS = ("week", "month", "year")
_CHOSEN = "chosen statements"


class _Asked(TypedDict, total=False):
    """The conditions of `Positions.positions`."""

    statements: Iterable[str] | None
    saved: str | None
    name: str | None
    party: str | None
    publisher: str | None
    since: date | None
    until: date | None


class Positions:
    """The part of a ledger that is about positions."""

    _file: "LedgerFile"

    def positions(
        self,
        *matters: str,
        statements: Iterable[str] | None = None,
        saved: str | None = None,
        name: str | None = None,
        party: str | None = None,
        since: date | None = None,
        until: date | None = None,
        by: str = "month",
        publisher: str | None = None,
    ) -> "tuple[PositionView, ...]":
        """Return who holds what of each matter, with the statements behind it; see Positions.

        Those who say nothing of a matter are left out. What the words do not show is unclear, never
        guessed; what somebody is only said to hold is in ``alleged`` and does not count.

        Args:
            matters: words, "phrases" and beginnings* that the statements hold.
            statements: ids of the only statements that count; without a matter they are one.
            saved: name of a saved search, the same for what it finds now; without a matter, its
                words are the matter.
            name: what that one is called.
            party: only those with that id, or that in a name.
            since: first day on which a statement may have been said, or else published.
            until: last day of the same.
            by: ``"week"``, ``"month"`` or ``"year"``: what changes are shown by.
            publisher: name of who printed the statements, or part of names.

        Raises:
            ConfigError: neither a matter nor statements are given, or both a saved search and
                statements; what is saved finds no statements; or ``by`` is no period.
            NotFound: no saved search is called so.
        """
        from rejoinder.ledger.lookup import actors_called
        from rejoinder.views.periods import Period
        from rejoinder.views.positions import find_positions
        from rejoinder.views.saved_statements import find_saved

        check_period(by)
        check_days(since, until)
        with self._file.reading() as connection:
            found = find_saved(connection, saved) if saved is not None else None
            asked = _matters(matters, statements, found, name)
            ids = actors_called(connection, party, roles=False) if party else None
            days: dict[str, date | None] = {"since": since, "until": until}
            views = find_positions(
                connection, asked, by=Period(by), ids=ids, publisher=publisher, **days
            )
        return tuple(views)

    def discourse(
        self,
        *matters: str,
        network: str = "twomode",
        form: str = "graphml",
        duplicates: str = "origin",
        states: bool = False,
        **asked: Unpack[_Asked],
    ) -> bytes:
        """Return the discourse network of the matters as a file, in DNA's terms.

        Args:
            matters: the concepts, as `positions` takes them.
            network: ``eventlist``, ``twomode``, ``congruence``, ``conflict`` or ``subtract``.
            form: ``csv`` or ``graphml``.
            duplicates: ``include``, ``document``, ``week``, ``month``, ``year``, ``acrossrange``,
                or ``origin``: copies and one outlet's own articles count once.
            states: whoever acts for a state counts as that state, as in `tension`.
            asked: ``statements``, ``saved``, ``name``, ``party``, ``publisher``, ``since`` and
                ``until``, as `positions` takes them.

        Raises:
            ConfigError: there is no such network, form or way with duplicates; or as `positions`.
            NotFound: as `positions`.
        """
        from rejoinder.exports.dna import write_network
        from rejoinder.views.codings import codings_of_positions

        found = self.positions(*matters, **asked)
        with self._file.reading() as connection:
            codings = codings_of_positions(connection, found, states=states)
        return write_network(codings, network, form, duplicates)


def read_saved(path: str | Path) -> tuple[str, ...]:
    """Return the statement ids in a file: one a line, or lines that ``statements --json`` prints.

    Raises:
        ConfigError: the file cannot be read, or a line holds no id.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as wrong:
        raise ConfigError(
            f"cannot read statement ids from {str(path)!r}: {wrong}; write one id a line, as UTF-8"
        ) from wrong
    return tuple(_saved_id(line, n) for n, line in enumerate(lines, start=1) if line.strip())


def write_file(path: str | Path, data: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        ConfigError: the folder is missing or nothing may be written there.
    """
    from rejoinder.exports.files import whole_file

    with whole_file(Path(path)) as stream:
        stream.write(data)


def check_period(name: str) -> None:
    """Refuse what is no period.

    Raises:
        ConfigError: it is none of ``PERIODS``.
    """
    if name not in PERIODS:
        raise ConfigError(f"no period {name!r}; choose one of: {', '.join(PERIODS)}")


def _matters(
    queries: Iterable[str],
    statements: Iterable[str] | None,
    saved: "SavedStatements | None",
    name: str | None,
) -> "list[Matter]":
    from rejoinder.views.matters import Matter

    only, query = None if statements is None else frozenset[str](statements), None
    if saved is not None:
        if only is not None:
            raise ConfigError("a saved search and a file of statements are two sets; give one")
        only, query, name = frozenset(saved.ids), saved.text, name or saved.name
    asked = [Matter(name=each, query=each, statements=only) for each in dict.fromkeys(queries)]
    if asked:
        return asked
    if only is None:
        raise ConfigError("no matter is named; give words that statements hold, or statement ids")
    return [Matter(name=name or _CHOSEN, query=query, statements=only)]


def _saved_id(line: str, number: int) -> str:
    found: object = line.strip()
    if line.lstrip().startswith("{"):
        try:
            value = json.loads(line)
        except ValueError:
            value = None
        found = value.get("id") if isinstance(value, dict) else None
    if not isinstance(found, str) or " " in found:
        raise ConfigError(
            f"line {number} {line.strip()[:40]!r} holds no statement id; "
            "write one id a line, or what rejoinder statements --json prints"
        )
    return found
