"""The pages of a workbench over the samples, by name."""

import json
from functools import cache
from typing import Any, Final
from urllib.parse import quote
from urllib.request import urlopen

__all__ = ["PAGES", "place"]

PAGES: Final = (
    "overview",
    "exchanges",
    "exchange",
    "claims",
    "claim",
    "actors",
    "actor",
    "network",
    "dyads",
    "dyad",
    "statements",
    "articles",
    "article",
    "copies",
    "nothing found",
    "search",
    "search found",
    "search nothing",
    "search articles",
    "positions",
    "positions found",
    "timeline",
    "replies",
    "publishers",
    "publisher",
    "saved",
    "review",
    "review/agreement",
    "review/adjudicate",
    "review actor",
    "ingest",
    "help",
    "api",
)

_PLAIN: Final = {
    "overview": "/",
    "statements": "/statements?limit=12",
    "claims": "/claims?limit=8",
    "nothing found": "/statements?text=nowhere",
    "search found": "/search?text=Armenia&limit=12",
    "search nothing": "/search?text=nowhere",
    "search articles": "/search/articles?text=border",
    "positions found": "/positions?matter=mediat*;explanation;Armenia&limit=12",
    "timeline": "/timeline?party=Iran&other=Azerbaijan&limit=30",
    "replies": "/replies?limit=12",
    "publisher": "",
    "review actor": "",
    "exchange": "",
    "claim": "",
    "actor": "",
    "actors": "/actors?limit=12",
    "article": "",
    "dyad": "",
    "dyads": "/dyads?limit=12",
    "network": "/network?limit=20",
    "copies": "/articles/aras-front/compare/levant-front",
}


@cache
def place(address: str, name: str) -> str:
    """Return the path of a page; of what there are many, that of the one with most in it."""
    if name == "exchange":
        found = _items(address, "exchanges")
        return f"/exchanges/{max(found, key=lambda each: len(each['turns']))['id']}"
    if name == "claim":
        found = _items(address, "claims")
        return f"/claims/{max(found, key=lambda each: len(each['voices']))['id']}"
    if name in {"actor", "review actor"}:
        before = name.removesuffix("actor").strip()
        return f"/{before}/actors/{_items(address, 'actors')[0]['id']}".replace("//", "/")
    if name == "publisher":
        return f"/publishers/{quote(_items(address, 'publishers')[0]['publisher'] or '(unknown)')}"
    if name == "dyad":
        pair = _items(address, "dyads")[0]
        return f"/dyads/{quote(pair['source']['id'])}/{quote(pair['target']['id'])}"
    if name == "article":
        found = _items(address, "articles")
        return f"/articles/{max(found, key=lambda each: each['statements'])['id']}"
    return _PLAIN.get(name, f"/{name}")


def _items(address: str, noun: str) -> list[dict[str, Any]]:
    with urlopen(f"{address}/api/{noun}?limit=200") as answer:
        items: list[dict[str, Any]] = json.load(answer)["items"]
        return items
