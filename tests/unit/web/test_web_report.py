"""Reports from the workbench: files that browsers save, of what was asked, or a plain refusal."""

import pytest
from starlette.testclient import TestClient


def test_an_exchange_leads_to_its_report(browse: TestClient) -> None:
    (found, *_) = browse.get("/api/exchanges").json()["items"]
    page = browse.get(f"/exchanges/{found['id']}").text
    there = f"/report.html?exchange={found['id']}"
    assert f'href="{there}"' in page
    answer = browse.get(there)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="report.html"'
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text.startswith("<!doctype html>")
    assert found["turns"][0]["words"][:20] in answer.text


@pytest.mark.parametrize(
    ("asked", "status", "words"),
    [
        ("?exchange=x-0", 404, "no exchange goes by"),
        ("?actor=Nobody", 404, "no actor goes by"),
        ("?left=state:OST", 400, "two parties"),
        ("?left=state:OST&right=state:OST", 400, "one actor"),
        ("?actor=state:OST&exchange=x-0", 400, "ask for one"),
        ("?since=soon", 400, "since"),
        (f"?actor={'x' * 400}", 400, "actor"),
    ],
)
def test_what_cannot_be_reported_is_said(
    browse: TestClient, asked: str, status: int, words: str
) -> None:
    answer = browse.get(f"/report.html{asked}")
    assert answer.status_code == status
    assert words in answer.text


def test_what_articles_bring_does_not_act_in_a_report(harmed: TestClient) -> None:
    page = harmed.get("/report.html?actor=per:script").text
    assert "<script" not in page
    assert "&lt;script&gt;window.harmed = 1" in page
