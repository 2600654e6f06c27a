"""Reports by the command line: what they hold, where it stands, and that nothing in them acts."""

import hashlib
import json
import re
from base64 import b64encode
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest
from tests.functional.running import Run
from tests.unit.web.web_ledgers import HARM, write_empty, write_harm

from rejoinder import Ledger
from rejoinder.text.acting import find_acting, replace_acting, sign_of

ALLOWED: Final = frozenset(
    "html head meta title style body header main footer nav section article p h1 h2 h3 dl div dt "
    "dd ol ul li a span bdi blockquote code table thead tbody tr th td".split()
)
NOW: Final = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


@dataclass
class Reader(HTMLParser):
    """Takes a page apart: elements, attributes, and the words of quotations with their place."""

    elements: set[str] = field(default_factory=set)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    quoted: list[tuple[str, str]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        kind = dict(attrs).get("class") or ""
        if tag != "meta":
            self._open.append((tag, kind))
        if tag == "blockquote":
            self.quoted.append(("", ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        if any(tag == "blockquote" for tag, _ in self._open):
            self.quoted[-1] = (self.quoted[-1][0] + data, "")
        elif ("p", "where") in self._open:
            words, where = self.quoted[-1]
            self.quoted[-1] = (words, where + data)


def read(page: str) -> Reader:
    """Return a page taken apart."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader


def check_safe(page: str) -> Reader:
    """Check that nothing in a page can act, and return it taken apart."""
    found = read(page)
    assert found.elements <= ALLOWED
    assert len(found.ids) == len(set(found.ids))
    for tag, name, value in found.attributes:
        assert not name.startswith("on")
        assert name != "style"
        if name in {"href", "src"}:
            assert value.startswith("#") or (
                tag == "a" and value.lower().startswith(("http://", "https://"))
            )
            assert not value.startswith("#") or value[1:] in found.ids
    style = page[page.index("<style>") + 7 : page.index("</style>")]
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in page
    assert "default-src 'none'" in page
    assert not re.search(r"url\(|@import", style)
    assert not find_acting(page)
    return found


def test_each_sentence_of_a_report_stands_where_it_says(ledger: Path) -> None:
    with Ledger(ledger, read_only=True) as opened:
        page = opened.report(now=NOW)
        texts = {each.article.id: each.article.text for each in opened.records()}
    found = check_safe(page)
    sources = dict(re.findall(r'id="source-(\d+)">.*?<code>(a-[0-9a-f]{16})</code>', page))
    assert len(found.quoted) > 40
    for words, where in found.quoted:
        number, spans = re.search(r"\[(\d+)\].*characters ([\d–, ]+)", where).groups()  # type: ignore[union-attr]
        text = texts[sources[number]]
        places = [each.split("–") for each in spans.split(", ")]
        said = " … ".join(text[int(start) : int(end)] for start, end in places)
        assert said == words
        assert re.search(r", (\d+ \w{3} 20\d\d|undated)", where)


def test_a_report_says_of_how_many_and_what_is_not_known(ledger: Path) -> None:
    with Ledger(ledger, read_only=True) as opened:
        page = opened.report(now=NOW)
        every = len(opened.statements())
    text = "".join(read(page).text)
    assert f"of {every} in the ledger" in text
    assert "2026-01-02 03:04 UTC" in text
    assert re.search(r"Shown: \d+ of \d+\.", text)
    for words in (
        "What is not known",
        "not dated by the text",
        "never who is right",
        "the publisher is not known of",
        "How it is made",
        "Unicode code points from 0",
    ):
        assert words in text


def test_a_report_is_of_what_was_asked(ledger: Path) -> None:
    with Ledger(ledger, read_only=True) as opened:
        exchange = opened.exchanges()[0]
        for_exchange = read(opened.report(exchange=exchange.id, now=NOW))
        for_actor = read(opened.report(actor="state:IRN", now=NOW))
        for_dispute = read(opened.report(dispute=("Armenia", "Azerbaijan"), now=NOW))
        said = opened.statements(speaker="state:IRN")
    assert [words for words, _ in for_exchange.quoted] == [each.words for each in exchange.turns]
    assert {each.content for each in said} <= {words for words, _ in for_actor.quoted}
    titles = "".join(for_dispute.text)
    assert "What Armenia says of Azerbaijan" in titles
    assert "What Azerbaijan says of Armenia" in titles


def test_exchanging_the_parties_changes_only_their_order(ledger: Path) -> None:
    with Ledger(ledger, read_only=True) as opened:
        forth = read(opened.report(dispute=("Armenia", "Azerbaijan"), now=NOW))
        back = read(opened.report(dispute=("Azerbaijan", "Armenia"), now=NOW))
    assert sorted(forth.quoted) == sorted(back.quoted)


def test_days_leave_out_what_was_said_on_others(ledger: Path) -> None:
    with Ledger(ledger, read_only=True) as opened:
        page = opened.report(actor="state:IRN", since=NOW.date(), now=NOW)
    found = read(page)
    assert "from 2026-01-02" in "".join(found.text)
    assert len(found.quoted) < 5


@pytest.mark.parametrize("how", ["whole", "actor", "exchange"])
def test_nothing_that_articles_bring_acts_in_a_report(tmp_path: Path, how: str) -> None:
    with Ledger(write_harm(tmp_path), read_only=True) as opened:
        if how == "whole":
            page = opened.report(now=NOW)
        elif how == "exchange":
            page = opened.report(exchange=opened.exchanges()[0].id, now=NOW)
        else:
            page = opened.report(actor="per:script", now=NOW)
    found = check_safe(page)
    if how == "actor":
        words = replace_acting(HARM["script"], sign_of)
        assert words in "".join(found.text)


def test_an_empty_ledger_has_a_report_that_says_so(tmp_path: Path) -> None:
    with Ledger(write_empty(tmp_path), read_only=True) as opened:
        found = check_safe(opened.report(now=NOW))
    assert "0 of 0 in the ledger" in "".join(found.text)


def test_the_command_writes_the_page(run: Run, ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    done = run("report", "--ledger", ledger, "-o", target, "--dispute", "Iran", "Azerbaijan")
    assert done.exit_code == 0, done.output
    assert str(target) in done.stderr
    assert "<h1" in target.read_text(encoding="utf-8")
    printed = run("report", "--ledger", ledger, "--actor", "state:IRN")
    assert printed.stdout.startswith("<!doctype html>")
    told = run("report", "--ledger", ledger, "-o", target, "--json")
    assert json.loads(told.stdout)["bytes"] == target.stat().st_size


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("--exchange", "x-0"), "no exchange goes by 'x-0'"),
        (("--actor", "Nobody At All"), "no actor goes by"),
        (("--dispute", "Iran", "state:IRN"), "are one actor"),
        (("--actor", "Iran", "--exchange", "x-0"), "ask for one"),
        (("--from", "soon"), "is no date"),
    ],
)
def test_what_cannot_be_reported_leaves_what_was_there(
    run: Run, ledger: Path, tmp_path: Path, asked: tuple[str, ...], words: str
) -> None:
    target = tmp_path / "report.html"
    target.write_text("before", encoding="utf-8")
    done = run("report", "--ledger", ledger, "-o", target, *asked)
    assert done.exit_code != 0
    assert words in done.stderr
    assert target.read_text(encoding="utf-8") == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]
