"""Nobody else gets in, nothing forged is done, and no header is missing."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.unit.web.conftest import TOKEN, client, settings

from rejoinder.errors import ConfigError
from rejoinder.web.app import create_app
from rejoinder.web.security.headers import POLICY
from rejoinder.web.security.hosts import is_known
from rejoinder.web.settings import Limits, Settings, is_loopback

HERE = "http://127.0.0.1:8420"


def mark_of(page: str) -> str:
    """Return what a form of the page sends back."""
    found = re.search(r'name="csrf" value="(\w+)"', page)
    assert found
    return found[1]


@pytest.mark.parametrize(
    "path",
    ["/", "/statements.csv", "/nowhere", "/static/css/workbench.css", "/api/overview", "/api/x"],
)
def test_every_answer_carries_the_headers(browse: TestClient, path: str) -> None:
    headers = browse.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "private, no-cache"
    assert "server" not in headers


def test_the_policy_lets_nothing_in_from_elsewhere_and_nothing_inline() -> None:
    assert "default-src 'none'" in POLICY
    assert "frame-ancestors 'none'" in POLICY
    assert "unsafe" not in POLICY
    assert "http" not in POLICY
    assert "*" not in POLICY


@pytest.mark.parametrize(
    ("host", "wanted", "known"),
    [
        ("127.0.0.1", "127.0.0.1:8420", True),
        ("127.0.0.1", "localhost:8420", True),
        ("127.0.0.1", "[::1]:8420", True),
        ("127.0.0.1", "LOCALHOST", True),
        ("127.0.0.1", "elsewhere.example", False),
        ("127.0.0.1", "127.0.0.1.elsewhere.example", False),
        ("127.0.0.1", "localhost@elsewhere.example", False),
        ("127.0.0.1", "192.0.2.7:8420", False),
        ("127.0.0.1", "", False),
        ("127.0.0.1", "[::1", False),
        ("127.0.0.1", "localhost/x", False),
        ("192.0.2.7", "192.0.2.7:8420", True),
        ("192.0.2.7", "localhost:8420", False),
        ("192.0.2.7", "desk.example", False),
        ("0.0.0.0", "192.0.2.7:8420", True),
        ("0.0.0.0", "elsewhere.example", False),
        ("::", "[2001:db8::1]:8420", True),
    ],
)
def test_only_its_own_names_are_answered(host: str, wanted: str, known: bool) -> None:
    assert is_known(wanted, settings(Path("x"), host=host)) is known


def test_a_name_can_be_given() -> None:
    named = settings(Path("x"), host="0.0.0.0", names=("Desk.example",))
    assert is_known("desk.example:8420", named)
    assert not is_known("other.example", named)


def test_another_name_is_refused(browse: TestClient) -> None:
    page = browse.get("/", headers={"host": "elsewhere.example"})
    assert page.status_code == 421
    assert "--name" in page.text


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("::1", True),
        ("[::1]", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.5", False),
        ("localhost.elsewhere.example", False),
        ("", False),
    ],
)
def test_loopback_is_told_from_the_rest(host: str, here: bool) -> None:
    assert is_loopback(host) is here


@pytest.mark.parametrize("token", [None, "", "short", "fifteen letters"])
def test_an_address_that_others_reach_demands_a_token(
    ledgers: dict[str, Path], token: str | None
) -> None:
    with pytest.raises(ConfigError, match="token"):
        create_app(settings(ledgers["quarrels"], host="0.0.0.0", token=token))


@pytest.mark.parametrize("path", ["/", "/statements", "/articles/000", "/statements.csv", "/help"])
def test_without_the_token_a_page_leads_to_the_door(guarded: TestClient, path: str) -> None:
    answer = guarded.get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/enter")
    assert "quarrels" not in answer.text


@pytest.mark.parametrize(
    "shown",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        f"Basic {TOKEN}",
        f"Bearer {TOKEN[:-1]}",
        f"Bearer {TOKEN}x",
        f"Bearer {TOKEN.upper()}",
        "Bearer \u00ff",
    ],
)
def test_a_call_with_a_wrong_token_is_refused(guarded: TestClient, shown: str | None) -> None:
    headers = {} if shown is None else {"authorization": shown.encode("latin-1")}
    answer = guarded.get("/api/overview", headers=headers)  # type: ignore[arg-type]
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_call_with_the_token_is_answered(guarded: TestClient) -> None:
    answer = guarded.get("/api/overview", headers={"authorization": f"Bearer {TOKEN}"})
    assert answer.json()["articles"] == 3


def test_the_token_opens_the_door_and_leaving_shuts_it(guarded: TestClient) -> None:
    door = guarded.get("/enter?next=/statements").text
    assert "sqlite" in door
    values = {"csrf": mark_of(door), "token": TOKEN, "next": "/statements?act=deny"}
    answer = guarded.post("/enter", data=values)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/statements?act=deny"
    kept = answer.headers.get_list("set-cookie")
    assert all("HttpOnly" in each and "SameSite=Strict" in each for each in kept)
    assert not any(TOKEN in each for each in kept)
    page = guarded.get("/statements")
    assert page.status_code == 200
    guarded.post("/leave", data={"csrf": mark_of(page.text)})
    assert guarded.get("/statements").status_code == 303


def test_a_wrong_token_at_the_door_is_told(guarded: TestClient) -> None:
    mark = mark_of(guarded.get("/enter").text)
    answer = guarded.post("/enter", data={"csrf": mark, "token": "wrong"})
    assert answer.status_code == 403
    assert "That is not the token" in answer.text
    assert guarded.get("/").status_code == 303


@pytest.mark.parametrize("forged", ["", "0" * 64, "x", "\u00e9"])
def test_a_forged_cookie_opens_nothing(guarded: TestClient, forged: str) -> None:
    headers = {"cookie": f"rejoinder_visit={'a' * 32}; rejoinder_access={forged}".encode()}
    assert guarded.get("/", headers=headers).status_code == 303  # type: ignore[arg-type]


def test_the_key_of_one_visit_opens_no_other(guarded: TestClient) -> None:
    mark = mark_of(guarded.get("/enter").text)
    answer = guarded.post("/enter", data={"csrf": mark, "token": TOKEN})
    (key,) = (
        each.split(";")[0]
        for each in answer.headers.get_list("set-cookie")
        if each.startswith("rejoinder_access=")
    )
    guarded.cookies.clear()
    headers = {"cookie": f"rejoinder_visit={'a' * 32}; {key}"}
    assert guarded.get("/", headers=headers).status_code == 303


@pytest.mark.parametrize("path", ["/theme", "/enter", "/leave"])
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x-csrf-token": "0" * 64},
        {"x-csrf-token": "x" * 5000},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_write_that_was_not_made_here_is_refused(
    browse: TestClient, path: str, headers: dict[str, str]
) -> None:
    answer = browse.post(path, data={"theme": "dark"}, headers=headers)
    assert answer.status_code == 403
    assert "not sent from here" in answer.text
    assert "rejoinder_theme" not in answer.headers.get("set-cookie", "")


def test_even_the_right_mark_helps_no_other_page(browse: TestClient) -> None:
    mark = mark_of(browse.get("/").text)
    headers = {"origin": "https://elsewhere.example", "x-csrf-token": mark}
    assert browse.post("/theme", data={"theme": "dark"}, headers=headers).status_code == 403


def test_every_route_that_writes_is_guarded(browse: TestClient) -> None:
    paths = browse.app.openapi()["paths"]  # type: ignore[attr-defined]
    assert {method for about in paths.values() for method in about} == {"get"}
    for method in ("post", "put", "patch", "delete"):
        for path in ("/theme", "/leave", "/enter"):
            status = browse.request(method, path).status_code
            assert status == (403 if method == "post" else 405)


@pytest.mark.parametrize(
    ("there", "leads"),
    [
        ("/claims?contested=1", "/claims?contested=1"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("/\\elsewhere.example/", "/"),
        ("\\\\elsewhere.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/x\r\nset-cookie: a=b", "/"),
        ("", "/"),
    ],
)
def test_a_form_leads_back_only_to_ourselves(browse: TestClient, there: str, leads: str) -> None:
    mark = mark_of(browse.get("/").text)
    answer = browse.post("/theme", data={"theme": "dark", "next": there, "csrf": mark})
    assert answer.status_code == 303
    assert answer.headers["location"] == leads


def test_the_theme_is_kept_by_the_browser(ledgers: dict[str, Path]) -> None:
    with client(settings(ledgers["quarrels"])) as browser:
        mark = mark_of(browser.get("/").text)
        browser.post("/theme", data={"theme": "dark", "csrf": mark})
        assert 'data-theme="dark"' in browser.get("/").text
        browser.post("/theme", data={"theme": "<b>", "csrf": mark})
        assert 'data-theme="system"' in browser.get("/").text


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/..%5capp.py",
        "/static//etc/passwd",
        "/static/vendor/vendor.json",
        "/static/vendor/echarts/LICENSE",
        "/static/css",
        "/static/",
        "/static/css/workbench.css%00.css",
    ],
)
def test_only_our_own_files_are_given_out(browse: TestClient, path: str) -> None:
    answer = browse.get(path)
    assert answer.status_code in {400, 404}
    assert "import" not in answer.text


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/static/css/workbench.css", "text/css; charset=utf-8"),
        ("/static/js/main.js", "text/javascript; charset=utf-8"),
        ("/static/vendor/echarts/echarts.esm.min.mjs", "text/javascript; charset=utf-8"),
        ("/static/icon.svg", "image/svg+xml"),
    ],
)
def test_a_file_has_its_type_and_is_not_sent_twice(
    browse: TestClient, path: str, kind: str
) -> None:
    answer = browse.get(path)
    assert answer.headers["content-type"] == kind
    again = browse.get(path, headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


def test_an_endless_address_is_refused(browse: TestClient) -> None:
    answer = browse.get("/statements", params={"text": "x" * 9000})
    assert answer.status_code == 414
    assert "Shorten" in answer.text


def test_too_much_is_refused_whether_announced_or_not(ledgers: dict[str, Path]) -> None:
    made = settings(ledgers["quarrels"], limits=Limits(body=1000))
    with client(made) as browser:
        announced = browser.post("/theme", data={"theme": "x" * 2000})
        assert announced.status_code == 413
        pieces = (b"theme=" + b"x" * 500 for _ in range(10))
        form = {"content-type": "application/x-www-form-urlencoded"}
        streamed = browser.post("/theme", content=pieces, headers=form)
        assert streamed.status_code == 413


def test_the_ledger_is_only_read(ledgers: dict[str, Path], browse: TestClient) -> None:
    before = ledgers["quarrels"].read_bytes()
    for path in ("/", "/statements", "/claims", "/articles/000", "/exchanges.parquet"):
        assert browse.get(path).status_code == 200
    assert ledgers["quarrels"].read_bytes() == before
    desk = browse.app.state.desk  # type: ignore[attr-defined]
    with pytest.raises(Exception, match=r"readonly|read-only|written"):
        desk.ledger.ingest("samples")


def test_a_fault_of_ours_tells_nothing_of_this_machine(ledgers: dict[str, Path]) -> None:
    app = create_app(settings(ledgers["quarrels"]))

    def fail() -> None:
        raise RuntimeError(f"broken at {ledgers['quarrels']}")

    app.add_api_route("/broken", fail)
    app.add_api_route("/api/broken", fail)
    with TestClient(app, base_url=HERE, raise_server_exceptions=False) as browser:
        for path in ("/broken", "/api/broken"):
            answer = browser.get(path)
            assert answer.status_code == 500
            assert str(ledgers["quarrels"].parent) not in answer.text
            assert "RuntimeError" not in answer.text
            assert answer.headers["content-security-policy"] == POLICY


def test_settings_are_frozen() -> None:
    made = Settings(ledger=Path("x"), secret=b"x")
    with pytest.raises(AttributeError):
        made.token = "x"  # type: ignore[misc]
