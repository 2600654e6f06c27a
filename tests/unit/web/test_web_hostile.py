"""Whatever an article brings comes out as words: nothing acts, nothing is invisible."""

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.unit.web.conftest import client, settings
from tests.unit.web.web_ledgers import HARM, write_long

from rejoinder.text.acting import find_acting
from rejoinder.web.shown import harmless, labelled

OURS = {"/static/vendor/htmx/htmx.min.js", "/static/js/main.js"}
LOADING = ("src", "href", "action", "formaction", "srcdoc", "data", "poster")


class _Look(HTMLParser):
    """Notes what could act in a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "script" and given.get("src") not in OURS:
            self.found.append("a script")
        if tag in {"iframe", "object", "embed", "style", "base", "img"}:
            self.found.append(tag)
        self.found += [f"{tag} {name}" for name in given if name.startswith("on")]
        self.found += [f"{tag} style" for name in given if name == "style"]
        for name in LOADING:
            value = given.get(name, "/")
            if not value.startswith(("/", "#")) or value.startswith("//"):
                self.found.append(f"{tag} {name}={value}")
        if tag == "meta" and "http-equiv" in given:
            self.found.append("meta")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def acts(page: str) -> list[str]:
    """Return what could act in a page."""
    look = _Look()
    look.feed(page)
    look.close()
    return look.found


def pages(browser: TestClient, name: str) -> list[str]:
    """Return the addresses of every page on which an article and its statements appear."""
    (found,) = (
        each
        for each in browser.get("/api/articles?limit=200").json()["items"]
        if each["ref"] == name
    )
    view = browser.get(f"/api/articles/{found['id']}").json()
    statement = view["statements"][0]["id"]
    return [f"/articles/{found['id']}", f"/exchanges/{statement}", f"/articles/{found['id']}?at=x"]


def test_there_are_enough_cases() -> None:
    assert len(HARM) >= 40


@pytest.mark.parametrize("name", HARM)
def test_nothing_acts_on_the_pages_of_an_article(harmed: TestClient, name: str) -> None:
    for path in pages(harmed, name):
        answer = harmed.get(path)
        assert answer.status_code == 200, path
        assert not acts(answer.text), path
        assert not find_acting(answer.text), path


@pytest.mark.parametrize(
    ("path", "brings"),
    [
        ("/", False),
        ("/statements?limit=200", True),
        ("/articles?limit=200", True),
        ("/exchanges?limit=200", False),
        ("/claims?limit=200", False),
        ("/positions?limit=200&matter=it", True),
        ("/timeline?limit=200&matter=it", True),
    ],
)
def test_nothing_acts_on_a_list(harmed: TestClient, path: str, brings: bool) -> None:
    answer = harmed.get(path)
    assert not brings or "window.harmed" in answer.text
    assert answer.status_code == 200
    assert not acts(answer.text)
    assert not find_acting(answer.text)


@pytest.mark.parametrize("name", [name for name in HARM if name not in {"no-space", "long-words"}])
@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/statements", "text"),
        ("/statements", "speaker"),
        ("/statements", "publisher"),
        ("/positions", "matter"),
        ("/timeline", "party"),
    ],
)
def test_what_is_asked_for_comes_back_as_words(
    harmed: TestClient, name: str, path: str, field: str
) -> None:
    answer = harmed.get(path, params={field: HARM[name]})
    assert answer.status_code == 200
    assert not acts(answer.text)
    assert not find_acting(answer.text)


@pytest.mark.parametrize("name", HARM)
def test_an_error_repeats_what_was_asked_for_as_words(harmed: TestClient, name: str) -> None:
    answer = harmed.get("/statements", params={"after": HARM[name][:250]})
    assert answer.status_code in {200, 404}
    assert not acts(answer.text)
    assert not find_acting(answer.text)


def test_the_test_itself_sees_what_acts() -> None:
    assert acts("<script>1</script>") == ["a script"]
    assert acts("<p onclick=x style=y>") == ["p onclick", "p style"]
    assert acts("<a href='javascript:x'>") == ["a href=javascript:x"]
    assert acts("<a href='//x'>") == ["a href=//x"]
    assert acts("<a href='/x'>&lt;script&gt;</a>") == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("<b>", "&lt;b&gt;"),
        ("a\u202eb", 'a<span class="acting" title="right-to-left override (U+202E)">RLO</span>b'),
        ("\x1b", '<span class="acting" title="control character (U+001B)">U+001B</span>'),
        ("a\r\nb", "a\nb"),
        ("سلام", "سلام"),
    ],
)
def test_what_is_invisible_has_a_label(text: str, shown: str) -> None:
    assert labelled(text) == shown


def test_every_printed_value_is_made_harmless() -> None:
    assert harmless("a\u202eb") == "a\ufffdb"
    assert harmless(7) == 7


def test_no_template_switches_escaping_off() -> None:
    folder = Path(__file__).resolve().parents[3] / "src/rejoinder/web/templates"
    found = sorted(folder.rglob("*.html"))
    assert len(found) > 8
    for path in found:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe|autoescape|\bstyle=|\son\w+=", text), path
        assert not re.search(r"<script(?![^>]*\bsrc=)", text), path


def test_a_cell_is_never_a_formula(harmed: TestClient) -> None:
    lists = ("/statements.csv", "/articles.csv", "/claims.csv", "/exchanges.csv")
    for path in (*lists, "/positions.csv?matter=it", "/timeline.csv?matter=it"):
        answer = harmed.get(path)
        assert answer.headers["content-disposition"].startswith("attachment")
        for row in csv.reader(io.StringIO(answer.text)):
            assert not [cell for cell in row if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}]


def test_an_endless_paragraph_comes_in_parts(tmp_path: Path) -> None:
    characters = 10_000_000
    with client(settings(write_long(tmp_path, characters))) as browser:
        first = browser.get("/articles/long")
        assert first.status_code == 200
        assert len(first.content) < 400_000
        assert "Part 1 of 67" in first.text
        statements = browser.get("/api/articles/long").json()["statements"]
        last = browser.get(f"/articles/long?at={statements[-1]['id']}")
        assert "Part 67 of 67" in last.text
        assert 'id="t2"' in last.text
        assert browser.get("/articles/long?part=999999999").status_code == 200
        assert browser.get("/articles/long?part=-1").status_code == 200
