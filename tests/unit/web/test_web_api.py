"""The API: lists by the page, errors as problem details, and a description that is true."""

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

LISTS = ["/api/statements", "/api/articles", "/api/exchanges", "/api/claims", "/api/actors"]


@pytest.mark.parametrize("path", LISTS)
def test_a_cursor_leads_through_the_whole_list(browse: TestClient, path: str) -> None:
    whole = browse.get(path, params={"limit": 200}).json()
    assert whole["next"] is None
    assert whole["total"] == len(whole["items"]) > 0
    seen: list[str] = []
    after: str | None = ""
    while after is not None:
        page = browse.get(path, params={"limit": 2, "after": after}).json()
        seen += [each["id"] for each in page["items"]]
        after = page["next"]
    assert seen == [each["id"] for each in whole["items"]]


@pytest.mark.parametrize("noun", ["statements", "articles", "exchanges", "claims"])
def test_an_item_is_found_by_its_id(browse: TestClient, noun: str) -> None:
    item = browse.get(f"/api/{noun}?limit=1").json()["items"][0]
    found = browse.get(f"/api/{noun}/{item['id']}").json()
    if noun == "articles":
        assert found["record"]["article"]["id"] == item["id"]
    else:
        assert found == item


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/nowhere", 404),
        ("/api/statements/s-0000", 404),
        ("/api/claims/c-0000", 404),
        ("/api/claims/c-0000/sides", 404),
        ("/api/actors/per:nobody", 404),
        ("/api/actors?after=per:nobody", 404),
        ("/api/actors?kind=saint", 400),
        ("/api/articles/nowhere", 404),
        ("/api/statements?limit=0", 400),
        ("/api/statements?since=2024-13-01", 400),
        ("/api/statements?act=sing", 400),
    ],
)
def test_an_error_is_problem_details(browse: TestClient, path: str, status: int) -> None:
    answer = browse.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert set(problem) == {"type", "title", "status", "detail", "instance"}
    assert problem["status"] == status
    assert problem["instance"] == path.partition("?")[0]


def follow(schema: dict[str, Any], every: dict[str, Any]) -> dict[str, Any]:
    """Return what a reference leads to."""
    while "$ref" in schema:
        schema = every[schema["$ref"].rpartition("/")[2]]
    return schema


def faults(value: object, schema: dict[str, Any], every: dict[str, Any], at: str) -> list[str]:
    """Return where a value is not as described: fields that are missing, strange, or of no type."""
    schema = follow(schema, every)
    if "anyOf" in schema:
        tried = [faults(value, each, every, at) for each in schema["anyOf"]]
        return [] if any(not each for each in tried) else tried[0]
    kind = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}
    found = kind.get(type(value), "number")
    wanted = schema.get("type", "string" if "enum" in schema else found)
    if found != wanted and (found, wanted) != ("number", "integer"):
        return [f"{at}: {found}, not {wanted}"]
    if isinstance(value, dict) and "properties" in schema:
        odd = set(value) ^ set(schema["properties"])
        inner = schema["properties"]
        return [f"{at}.{name}: odd" for name in sorted(odd)] + [
            each
            for name in set(value) & set(inner)
            for each in faults(value[name], inner[name], every, f"{at}.{name}")
        ]
    if isinstance(value, list) and "items" in schema:
        return [
            each
            for n, item in enumerate(value)
            for each in faults(item, schema["items"], every, f"{at}[{n}]")
        ]
    return []


@pytest.mark.parametrize("path", ["/api/overview", *LISTS, "/api/articles/000"])
def test_the_description_is_true(browse: TestClient, path: str) -> None:
    about = browse.get("/api/openapi.json").json()
    described = path.replace("/000", "/{ref}")
    answer = about["paths"][described]["get"]["responses"]["200"]
    schema = answer["content"]["application/json"]["schema"]
    every = about["components"]["schemas"]
    assert schema
    assert not faults(browse.get(path).json(), schema, every, "")


def test_a_false_description_is_noticed() -> None:
    schema = {"type": "object", "properties": {"a": {"type": "string"}}}
    assert faults({"a": 1}, schema, {}, "") == [".a: number, not string"]
    assert faults({"b": "x"}, schema, {}, "") == [".a: odd", ".b: odd"]


def test_the_page_lists_every_call(browse: TestClient) -> None:
    page = browse.get("/api", headers={"accept": "text/html"}).text
    paths = browse.get("/api/openapi.json").json()["paths"]
    assert "/api/statements" in paths
    assert [path for path in paths if f"GET {path}" not in page] == []


@pytest.mark.parametrize("noun", ["statements", "articles", "exchanges", "claims"])
def test_a_list_downloads_in_three_forms(browse: TestClient, noun: str) -> None:
    polars = pytest.importorskip("polars")
    items = browse.get(f"/api/{noun}?limit=200").json()["items"]
    lines = browse.get(f"/{noun}.jsonl").text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [each["id"] for each in items]
    table = polars.read_parquet(browse.get(f"/{noun}.parquet").content)
    sheet = polars.read_csv(browse.get(f"/{noun}.csv").content)
    assert table.columns == sheet.columns
    assert table.height == sheet.height >= len(items)
    for form in ("csv", "jsonl", "parquet"):
        saved = browse.get(f"/{noun}.{form}").headers["content-disposition"]
        assert saved == f'attachment; filename="{noun}.{form}"'


def test_a_download_holds_what_the_conditions_leave(browse: TestClient) -> None:
    lines = browse.get("/statements.jsonl?act=deny&limit=1").text.splitlines()
    assert {json.loads(line)["act"] for line in lines} == {"deny"}
    assert len(lines) == 3
