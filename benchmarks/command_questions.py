"""Narrow questions on what is in a ledger, as commands that a person might type."""

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

__all__ = ["Asked", "asked_of", "commands"]

_FEW, _MANY = 0.0015, 0.02
_COMMANDS = """
positions, matter of few statements: positions {few}
positions, matter of many: positions {many}
positions, of a party: positions {many} --party {left}
positions, of a month: positions {many} --since {month} --until {month}
positions, chosen statements: positions --statements {file}
positions, network: positions {few} {many} --network congruence
timeline, two parties: timeline --party {left} --party {right}
timeline, two parties, a month: timeline --party {left} --party {right} --from {month} --to {month}
timeline, a party, a month: timeline --party {left} --from {month} --to {month}
timeline, matter of few: timeline --matter {few}
timeline, a month of everything: timeline --from {month} --to {month}
tension, two states: tension {left} {right}
tension, a month: tension {left} {right} --from {month} --to {month}
claims, contested: claims --contested --limit 20
claims, of a party: claims --party {left} --limit 20
claims, matter of few: claims --matter {few} --limit 20
replies: replies --limit 20
replies, unanswered, of a party: replies --unanswered --party {left} --limit 20
replies, table: replies --table --limit 1
exchanges: exchanges --limit 20
exchanges, unanswered, of a party, a month: exchanges --unanswered --party {left} --since {month} \
--until {month} --limit 20
exchanges, matter of few: exchanges --matter {few} --limit 20
"""
_STATES = """
SELECT deeds.actor_id, recipient_id FROM deeds JOIN parties AS own USING (actor_id)
JOIN parties AS other ON other.actor_id = recipient_id
WHERE own.kind = 'state' AND other.kind = 'state'
GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2 LIMIT 1
"""
_BETWEEN = """
SELECT DISTINCT record_id FROM deeds
WHERE actor_id IN (:left, :right) AND recipient_id IN (:left, :right)
"""
_CONTENTS = """
SELECT content FROM statements_fts WHERE statement_id IN (SELECT value FROM json_each(:ids))
"""
_HELD = "SELECT count(*) FROM statements_fts WHERE statements_fts MATCH ?"
_MONTH = """
SELECT substr(published_start, 1, 7) AS month FROM extractions WHERE published_start IS NOT NULL
GROUP BY month ORDER BY count(*) DESC, month LIMIT 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked about.

    Attributes:
        left: id of a state.
        right: id of another, of which most is told together.
        few: a word that few statements hold.
        many: a word that many do.
        month: in which most articles came out.
        saved: ids of some statements.
    """

    left: str
    right: str
    few: str
    many: str
    month: str
    saved: tuple[str, ...]


def asked_of(ledger: Path) -> Asked:
    """Return what is asked about in a ledger; it must have summaries."""
    with closing(sqlite3.connect(f"{ledger.resolve().as_uri()}?mode=ro", uri=True)) as opened:
        left, right = opened.execute(_STATES).fetchone()
        given = {"left": left, "right": right}
        ids = sorted(each for (each,) in opened.execute(_BETWEEN, given))
        (statements,) = opened.execute("SELECT count(*) FROM statements_fts").fetchone()
        (month,) = opened.execute(_MONTH).fetchone()
        used = _words(opened, ids)
        return Asked(
            left=left,
            right=right,
            few=_held_by(opened, used, round(_FEW * statements)),
            many=_held_by(opened, used, round(_MANY * statements)),
            month=month,
            saved=tuple(ids[:200]),
        )


def commands(asked: Asked, saved: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the commands by what they ask; ``saved`` is a file with the ids of statements."""
    given = {**asdict(asked), "file": str(saved)}
    return {
        name: tuple(word.format(**given) for word in line.split())
        for name, line in (each.split(": ", 1) for each in _COMMANDS.strip().splitlines())
    }


def _words(opened: sqlite3.Connection, ids: Sequence[str]) -> Counter[str]:
    """Return how many of those statements hold each word of five letters or more."""
    used: Counter[str] = Counter()
    for (content,) in opened.execute(_CONTENTS, {"ids": json.dumps(ids)}):
        used.update(set(re.findall(r"[a-z]{5,}", content.lower())))
    return used


def _held_by(opened: sqlite3.Connection, used: Counter[str], most: int) -> str:
    """Return the word that most statements hold of those that no more than so many do."""
    counts = {
        word: opened.execute(_HELD, (f'"{word}"',)).fetchone()[0]
        for word, _ in sorted(used.items(), key=lambda each: (-each[1], each[0]))[:100]
    }
    fitting = [word for word, count in counts.items() if count <= most] or list(counts)
    return max(fitting, key=lambda word: (counts[word], word))
