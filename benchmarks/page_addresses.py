"""The addresses of every page of a workbench, with what is in a ledger where they need something.

Taken from the routes, so that a new page is timed without being named here; what stands for a part
of its path is looked up in the ledger by the noun before it: an article, an exchange, a claim ...
"""

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import Connection, text

from rejoinder.web.desk import Desk

__all__ = ["addresses_of"]

_QUERIES: Final = {
    "articles": "SELECT article_id FROM extractions WHERE id = (SELECT extraction_id FROM "
    "(SELECT extraction_id, count(*) AS n FROM (SELECT extraction_id FROM statements LIMIT 50000) "
    "GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1))",
    "statements": "SELECT statement_id FROM turns ORDER BY statement_id LIMIT 1",
    "exchanges": "SELECT id FROM exchanges ORDER BY turns DESC, id LIMIT 1",
    "claims": "SELECT id FROM claims ORDER BY standing DESC, statements DESC, id LIMIT 1",
    "publishers": "SELECT publisher FROM publisher_counts WHERE publisher <> '' "
    "ORDER BY articles DESC, publisher LIMIT 1",
}
_STATES: Final = (
    "SELECT actor_id FROM statement_actors WHERE actor_id >= 'state:' AND actor_id < 'state;' "
    "GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 2"
)
_PAIR: Final = (
    "SELECT actor_id, recipient_id FROM pair_counts WHERE publisher = '' AND grain = 0 "
    "AND first_day = 0 AND last_day = 0 AND actor_id >= 'state:' AND actor_id < 'state;' "
    "AND recipient_id >= 'state:' AND recipient_id < 'state;' AND actor_id <> recipient_id "
    "ORDER BY statements DESC, 1, 2 LIMIT 1"
)
_MIDDLE: Final = (
    "SELECT first_day FROM day_counts WHERE first_day > '' ORDER BY first_day "
    "LIMIT 1 OFFSET (SELECT count(*) / 2 FROM day_counts WHERE first_day > '')"
)
_LEFT: Final = ("/static", "/enter", "/api", "/report", "/ingest", "/network.graphml")
_OWN: Final = frozenset({"left", "right", "one"})
"""Gaps that are filled by their own name, whatever stands before them."""
_MORE: Final = {
    "overview with all panels": "/?whole=1",
    "statements, one act": "/statements?act=accuse",
    "statements of a party": "/statements?speaker={state}",
    "statements with a word": "/statements?text={stem}*",
    "statements with the commonest word": "/statements?text={word}",
    "search for a word": "/search?text={stem}*",
    "search for the commonest word": "/search?text={word}",
    "search articles for a word": "/search/articles?text={stem}*",
    "statements of some days": "/statements?since={since}&until={until}",
    "exchanges of a party": "/exchanges?party={state}",
    "exchanges left open": "/exchanges?unanswered=true",
    "exchanges with a word": "/exchanges?matter={stem}*",
    "exchanges with the commonest word": "/exchanges?matter={word}",
    "claims, contested": "/claims?contested=true",
    "claims of a party": "/claims?party={state}",
    "claims of some days": "/claims?since={since}&until={until}",
    "claims until a day": "/claims?until={middle}",
    "replies until a day": "/replies?until={middle}",
    "network since a day": "/network?since={middle}",
    "network as GraphML": "/network.graphml",
    "articles of a publisher": "/articles?publisher={publisher}",
}


def addresses_of(app: Any, desk: Desk) -> dict[str, str]:  # noqa: ANN401 - ASGI
    """Return the addresses of the pages by name; what the ledger has nothing for is left out."""
    with desk.ledger._file.reading() as connection:
        known = dict(_known(connection))
    found: dict[str, str] = {"overview": "/"}
    for name, path in _MORE.items():
        needs = re.findall(r"\{(\w+)\}", path)
        if all(each in known for each in needs):
            found[name] = path.format(**{key: quote(value) for key, value in known.items()})
    for path in sorted(_routes(app)):
        made = _filled(path, known)
        if made is not None and made not in found.values():
            found[path.strip("/") or "overview"] = made
    return found


def _routes(app: Any) -> Iterator[str]:  # noqa: ANN401 - ASGI
    for route in _every(app.routes):
        path, methods = getattr(route, "path", ""), getattr(route, "methods", None) or ()
        if "GET" in methods and not path.startswith(_LEFT) and ".{form}" not in path:
            yield path


def _every(routes: Any) -> Iterator[Any]:  # noqa: ANN401 - ASGI
    for route in routes:
        inner = getattr(route, "original_router", None)
        yield from _every(inner.routes) if inner is not None else (route,)


def _filled(path: str, known: dict[str, str]) -> str | None:
    """Return a path with something of the ledger in each of its gaps, or None."""
    parts: list[str] = []
    for part in path.split("/"):
        if not part.startswith("{"):
            parts.append(part)
            continue
        nouns = [each for each in reversed(parts) if each in known]
        own = part.strip("{}").partition(":")[0]
        value = known.get(nouns[0] if nouns and own not in _OWN else own)
        if value is None:
            return None
        parts.append(quote(value, safe=""))
    return "/".join(parts)


def _known(connection: Connection) -> Iterator[tuple[str, str]]:
    for noun, query in _QUERIES.items():
        row = connection.execute(text(query)).first()
        if row is not None:
            yield noun, str(row[0])
            yield noun.removesuffix("s"), str(row[0])
    states = [str(row[0]) for row in connection.execute(text(_STATES))]
    pair = connection.execute(text(_PAIR)).first()
    if states:
        yield from (("state", states[0]), ("actors", states[0]), ("actor", states[0]))
    if pair is not None:
        yield from (("left", str(pair[0])), ("right", str(pair[1])))
        yield from (("one", str(pair[0])), ("other", str(pair[1])))
    yield from _words(connection)


def _words(connection: Connection) -> Iterator[tuple[str, str]]:
    day = connection.execute(text("SELECT min(first_day) FROM day_counts WHERE first_day > ''"))
    first = day.scalar()
    if first:
        yield from (("since", str(first)), ("until", str(first)))
    middle = connection.execute(text(_MIDDLE)).scalar()
    if middle:
        yield "middle", str(middle)
    row = connection.execute(
        text("SELECT stem FROM stem_counts ORDER BY statements DESC, stem LIMIT 1 OFFSET 200")
    ).first()
    yield "word", "the"
    if row is not None:
        yield "stem", str(row[0])
