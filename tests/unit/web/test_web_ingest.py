"""Ingest from the page: what is sent is read, what is not is said, one at a time, safely."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.unit.web.archives import archive
from tests.unit.web.conftest import TOKEN, client, settings
from tests.unit.web.web_ledgers import write_empty

from rejoinder.errors import ConfigError
from rejoinder.web.app import create_app
from rejoinder.web.settings import Limits

pytestmark = pytest.mark.model

ONE = "The minister of Norland said on Monday that Sudland had attacked the port.\n"
OTHER = "Sudland denied that it had attacked the port. Its spokesman called the claim a lie.\n"
LIMITS = Limits(upload=200_000, files=8, unpacked=300_000)

Files = list[tuple[str, tuple[str, bytes, str]]]
Seat = tuple[TestClient, Path]


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Seat]:
    """Return a browser at a workbench that may write, and its ledger's folder."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    made = settings(write_empty(tmp_path), write=True, inbox=inbox, limits=LIMITS)
    with client(made) as opened:
        yield opened, tmp_path


def mark(browser: TestClient) -> str:
    """Return what the forms of the page send back."""
    found = re.search(r'name="csrf" value="(\w+)"', browser.get("/ingest").text)
    assert found
    return found[1]


def files(**named: bytes | str) -> Files:
    """Return files as a form sends them; a double underscore stands for the point."""
    return [
        ("files", (name.replace("__", "."), body.encode() if isinstance(body, str) else body, "x"))
        for name, body in named.items()
    ]


def send(browser: TestClient, sent: Files, **fields: str) -> str:
    """Send files and return the address of the ingest."""
    answer = browser.post("/ingest/upload", data={"csrf": mark(browser), **fields}, files=sent)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def ended(browser: TestClient, there: str) -> str:
    """Wait for the end of an ingest and return its page."""
    for _ in range(600):
        page = browser.get(there).text
        if "Ingesting" not in page:
            return page
        time.sleep(0.1)
    raise AssertionError("it does not end")


def test_what_is_sent_leads_to_its_articles_and_exchanges(seat: Seat) -> None:
    browser, _ = seat
    there = send(browser, files(one__txt=ONE, two__txt=OTHER), published="2024-03-05")
    page = ended(browser, there)
    assert "2 articles read: 2 added, 0 unchanged" in page
    for link in re.findall(r'href="(/articles/a-[0-9a-f]+)"', page):
        assert browser.get(link).status_code == 200
    assert len(re.findall(r'href="/articles/a-[0-9a-f]+"', page)) == 2
    for link in re.findall(r'href="(/exchanges/x-[0-9a-f]+)"', page):
        assert browser.get(link).status_code == 200
    assert browser.get("/api/overview").json()["articles"] == 2
    assert {each["ref"] for each in browser.get("/api/articles").json()["items"]} == {"one", "two"}
    again = ended(browser, send(browser, files(one__txt=ONE)))
    assert "1 article read: 0 added, 1 unchanged" in again
    assert "No article is new." in again


def test_what_cannot_be_read_is_listed_with_what_to_do(seat: Seat) -> None:
    browser, folder = seat
    before = {each for each in folder.rglob("*") if "sqlite" not in each.name}
    sent = files(
        good__txt=ONE,
        empty__txt=b"",
        picture__txt=b"\x89PNG\r\n\x1a\n",
        program__exe=b"MZ",
        lines__jsonl=b'{"id": "a", "text": "It is so."}\n{broken\n\xff\xfe{}\n',
        news__zip=archive({"../../up.txt": OTHER, "bomb.txt": b"word " * 200_000}),
    )
    sent += [("files", ("../../../../tmp/escaped.txt", OTHER.encode(), "text/plain"))]
    page = ended(browser, send(browser, sent))
    for name, reason in (
        ("empty.txt", "empty"),
        ("picture.txt", "binary"),
        ("program.exe", "unknown-type"),
        ("lines.jsonl:2", "not-json"),
        ("lines.jsonl:3", "encoding"),
        ("news.zip: bomb.txt", "too-large"),
    ):
        assert name in page
        assert reason in page
    assert "rejoinder-intake" not in page
    found = {each["ref"] for each in browser.get("/api/articles").json()["items"]}
    assert found == {"good", "a", "up", "escaped"}
    assert {each for each in folder.rglob("*") if "sqlite" not in each.name} == before
    assert not Path("/tmp/escaped.txt").exists()


def test_too_much_is_refused_before_it_is_read(seat: Seat) -> None:
    browser, _ = seat
    token = mark(browser)
    large = files(large__txt=b"word " * 60_000)
    answer = browser.post("/ingest/upload", data={"csrf": token}, files=large)
    assert answer.status_code == 413
    many = [("files", (f"{n}.txt", ONE.encode(), "text/plain")) for n in range(9)]
    answer = browser.post("/ingest/upload", data={"csrf": token}, files=many)
    assert answer.status_code == 413
    assert "8 files" in answer.text
    assert browser.get("/api/overview").json()["articles"] == 0


@pytest.mark.parametrize("sent", [[], files(program__exe=b"MZ")], ids=["nothing", "no-article"])
def test_nothing_to_read_is_said(seat: Seat, sent: Files) -> None:
    browser, _ = seat
    answer = browser.post(
        "/ingest/upload",
        data={"csrf": mark(browser)},
        files=sent or [("files", ("", b"", "application/octet-stream"))],
    )
    assert answer.status_code == 400
    assert "There is nothing to read" in answer.text


@pytest.mark.parametrize("day", ["soon", "2024-02-31", "0"])
def test_no_day_is_refused(seat: Seat, day: str) -> None:
    browser, _ = seat
    answer = browser.post(
        "/ingest/upload", data={"csrf": mark(browser), "published": day}, files=files(a__txt=ONE)
    )
    assert answer.status_code == 400
    assert "2022-11-08" in answer.text


def forge_nothing(browser: TestClient) -> dict[str, str]:
    return {}


def forge_other(browser: TestClient) -> dict[str, str]:
    return {"csrf": "0" * 64}


def forge_theirs(browser: TestClient) -> dict[str, str]:
    taken = mark(browser)
    browser.cookies.clear()
    return {"csrf": taken}


@pytest.mark.parametrize("forge", [forge_nothing, forge_other, forge_theirs])
@pytest.mark.parametrize("path", ["/ingest/upload", "/ingest/folder"])
def test_a_forged_form_is_refused(
    seat: Seat, path: str, forge: Callable[[TestClient], dict[str, str]]
) -> None:
    browser, _ = seat
    fields = {**forge(browser), "folder": "."}
    sent = files(a__txt=ONE) if path.endswith("upload") else None
    assert browser.post(path, data=fields, files=sent).status_code == 403
    assert browser.get("/api/overview").json()["articles"] == 0


def test_a_form_from_elsewhere_is_refused(seat: Seat) -> None:
    browser, _ = seat
    headers = {"origin": "https://elsewhere.example"}
    token = mark(browser)
    answer = browser.post(
        "/ingest/upload", data={"csrf": token}, files=files(a__txt=ONE), headers=headers
    )
    assert answer.status_code == 403


@pytest.mark.parametrize("shown", [None, "wrong", TOKEN[:-1], TOKEN + "x"])
def test_without_the_token_nothing_is_taken_in(tmp_path: Path, shown: str | None) -> None:
    made = settings(write_empty(tmp_path), write=True, token=TOKEN)
    headers = {} if shown is None else {"authorization": f"Bearer {shown}"}
    with client(made) as browser:
        answer = browser.post("/ingest/upload", files=files(a__txt=ONE), headers=headers)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/enter")


def test_one_runs_at_a_time_and_can_be_cancelled_and_gone_on_with(seat: Seat) -> None:
    browser, _ = seat
    token = mark(browser)
    there = send(browser, files(a__jsonl="".join(
        f'{{"id": "n{n}", "text": "{ONE.strip()} It was day {n}."}}\n' for n in range(400)
    )))  # fmt: skip
    second = browser.post("/ingest/upload", data={"csrf": token}, files=files(b__txt=OTHER))
    assert second.status_code == 409
    assert "An ingest is running" in second.text
    again = browser.post(f"{there}/again", data={"csrf": token})
    assert again.status_code == 409
    piece = browser.get(f"{there}/progress").text
    assert 'data-hx-trigger="every 1s"' in piece
    assert "<noscript>" in browser.get(there).text
    assert browser.post(f"{there}/cancel", data={"csrf": token}).status_code == 303
    page = browser.get(there).text
    assert "Cancelled" in page
    assert "hx-trigger" not in page
    held = browser.get("/api/overview").json()["articles"]
    assert held < 400
    assert browser.post(f"{there}/again", data={"csrf": token}).status_code == 303
    assert browser.post(f"{there}/cancel", data={"csrf": token}).status_code == 303
    ended(browser, send(browser, files(b__txt=OTHER)))
    assert browser.get("/api/overview").json()["articles"] >= held + 1
    assert browser.get(there).status_code == 404


def test_a_folder_below_the_inbox_is_read(seat: Seat) -> None:
    browser, folder = seat
    inbox = folder / "inbox"
    (inbox / "march").mkdir()
    (inbox / "march" / "one.txt").write_text(ONE, encoding="utf-8")
    (inbox / ".hidden").mkdir()
    (inbox / ".hidden" / "two.txt").write_text(OTHER, encoding="utf-8")
    (folder / "outside.txt").write_text(OTHER, encoding="utf-8")
    (inbox / "march" / "link.txt").symlink_to(folder / "outside.txt")
    page = browser.get("/ingest").text
    assert '<option value="march">' in page
    assert ".hidden" not in page
    answer = browser.post("/ingest/folder", data={"csrf": mark(browser), "folder": "march"})
    assert "1 article read: 1 added" in ended(browser, answer.headers["location"])
    assert (inbox / "march" / "one.txt").exists()


@pytest.mark.parametrize(
    "name", ["..", "../", "/etc", "march/../..", "nowhere", "out", "\x00", "~", "x" * 250]
)
def test_no_folder_elsewhere_is_read(seat: Seat, name: str) -> None:
    browser, folder = seat
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "a.txt").write_text(ONE, encoding="utf-8")
    (folder / "inbox" / "out").symlink_to(folder / "elsewhere")
    answer = browser.post("/ingest/folder", data={"csrf": mark(browser), "folder": name})
    assert answer.status_code == 400
    assert browser.get("/api/overview").json()["articles"] == 0


def test_without_leave_nothing_is_written(browse: TestClient) -> None:
    page = browse.get("/ingest").text
    assert "--write" in page
    token = re.search(r'name="csrf" value="(\w+)"', page)
    assert token
    for path in ("/ingest/upload", "/ingest/folder", "/ingest/x/cancel", "/ingest/x/again"):
        answer = browse.post(path, data={"csrf": token[1]})
        assert answer.status_code == 403, path
        assert "only reads" in answer.text


def test_what_was_taken_in_goes_with_the_workbench(tmp_path: Path) -> None:
    app = create_app(settings(write_empty(tmp_path), write=True))
    with TestClient(app, base_url="http://127.0.0.1:8420", follow_redirects=False) as browser:
        page = ended(browser, send(browser, files(news__zip=archive({}))))
        assert "Nothing was read" in page
        job = app.state.desk.intake.job
        assert (job.folder / "news.zip").exists()
        assert job.folder.stat().st_mode & 0o077 == 0
    assert not job.folder.exists()


@pytest.mark.parametrize("how", [{"write": False}, {"write": True, "gone": True}])
def test_an_inbox_must_be_a_folder_that_may_be_used(tmp_path: Path, how: dict[str, bool]) -> None:
    inbox = tmp_path / "nowhere" if how.get("gone") else tmp_path
    made = replace(settings(write_empty(tmp_path)), write=how["write"], inbox=inbox)
    with pytest.raises(ConfigError, match="--inbox"):
        create_app(made)
