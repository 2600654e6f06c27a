"""Review by forms alone: what is decided is kept, shown and taken back; nothing else is written."""

import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.testclient import TestClient
from tests.unit.ledger.ledger_samples import fresh, quarrel
from tests.unit.pipeline.reviewed import ingest
from tests.unit.web.conftest import client, settings

from rejoinder.api import Ledger
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act
from rejoinder.web.reviewers import REVIEWER

FIRST, SECOND = quarrel(), quarrel("002", published="2024-03-09", extra=" It went on.")
OUTER, INNER, THIRD = FIRST.statements
COUNT = len(FIRST.statements) + len(SECOND.statements)


class Reviewer:
    """A browser that reviews, without scripts."""

    def __init__(self, browse: TestClient, path: Path) -> None:
        self.browse = browse
        self.path = path
        self.csrf = ""

    def get(self, there: str) -> str:
        """Return a page, following to where it leads."""
        answer = self.browse.get(there, follow_redirects=True)
        assert answer.status_code == 200, answer.text
        self._keep(answer.text)
        return answer.text

    def post(self, there: str, **fields: object) -> Any:  # noqa: ANN401 - the test client's own type
        """Send a form."""
        if not self.csrf:
            self.get("/help")
        return self.browse.post(there, data={"csrf": self.csrf, **fields})

    def decide(self, statement: str, decision: str, **fields: object) -> Any:  # noqa: ANN401 - the test client's own type
        """Decide something of a statement."""
        return self.post(f"/review/decide?statement={statement}", decision=decision, **fields)

    def _keep(self, page: str) -> None:
        found = re.search(r'name="csrf" value="([0-9a-f]+)"', page)
        if found:
            self.csrf = found[1]

    def named(self, name: str) -> None:
        """Say who reviews."""
        answer = self.post("/review/name", name=name)
        assert answer.status_code == 303

    def ledger(self) -> Ledger:
        return Ledger(self.path, create=False, read_only=True)

    def shown(self, statement: str) -> str:
        """Return the act of a statement as it is shown, "" where it is not."""
        with self.ledger() as opened:
            acts = {str(s.id): s.act.value for r in opened.records() for s in r.statements}
        return acts.get(statement, "")


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger that is closed, to be copied."""
    with fresh(tmp_path_factory.mktemp("ingested")) as ledger:
        ingest(ledger, FIRST, SECOND)
        return ledger.path


@pytest.fixture
def reviewer(ingested: Path, tmp_path: Path) -> Iterator[Reviewer]:
    path = Path(shutil.copy(ingested, tmp_path))
    with client(settings(path, write=True)) as opened:
        found = Reviewer(opened, path)
        found.named("Una Reviewer")
        yield found


def params(there: str) -> dict[str, str]:
    """Return the parameters of an address."""
    return dict(parse_qsl(urlsplit(there).query))


def words(page: str) -> str:
    """Return what a page says."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def test_who_reviews_is_asked_once_and_said_to_prove_nothing(reviewer: Reviewer) -> None:
    reviewer.browse.cookies.delete(REVIEWER)
    page = reviewer.get("/review")
    assert "Who reviews?" in page
    assert "no password" in page
    reviewer.named("  Ivo \t Ünal\u202e ")
    assert "You sign as Ivo Ünal" in words(reviewer.get("/review"))
    reviewer.post("/review/name", name="")
    assert "Who reviews?" in reviewer.get("/review")


@pytest.mark.parametrize("name", ["x" * 61, "\u202e"])
def test_a_name_that_is_none_is_refused(reviewer: Reviewer, name: str) -> None:
    assert reviewer.post("/review/name", name=name).status_code == 400


def test_the_queue_begins_with_the_least_sure_and_skips_what_was_judged(
    reviewer: Reviewer,
) -> None:
    seen = []
    answer = reviewer.browse.get("/review")
    for n in range(COUNT):
        assert answer.status_code == 303
        there = answer.headers["location"]
        statement = params(there)["statement"]
        seen.append(statement)
        assert f"{n} of {COUNT} judged by you" in words(reviewer.get(there))
        answer = reviewer.decide(statement, "accept")
    assert len(set(seen)) == COUNT
    done = reviewer.get("/review")
    assert "You have judged every statement" in done
    assert f"{COUNT} of {COUNT}" in done


def test_conditions_hold_for_the_whole_queue(reviewer: Reviewer) -> None:
    page = reviewer.get("/review?act=deny")
    assert "0 of 2 judged by you of those that meet" in words(page)
    statement = next(each for each in (OUTER.id, SECOND.statements[0].id) if each in page)
    there = f"/review/decide?statement={statement}&act=deny"
    answer = reviewer.post(there, decision="accept")
    following = params(answer.headers["location"])
    assert following["act"] == "deny"
    assert following["statement"] != statement


def test_a_statement_stands_in_its_lines_with_its_words_marked(reviewer: Reviewer) -> None:
    page = reviewer.get(f"/review?statement={THIRD.id}")
    marked = re.findall(r'<span class="w ([a-z ]+)" data[^>]*>(.*?)</span>', page)
    content = "".join(text for part, text in marked if "content" in part.split())
    assert content == "Venn, is lying about Ostrava"
    assert "".join(text for part, text in marked if "cue" in part.split()) == "he added"


def test_each_decision_is_written_and_listed_with_reviewer_and_time(reviewer: Reviewer) -> None:
    answer = reviewer.decide(OUTER.id, "act", act="refuse")
    assert answer.headers["location"] == f"/review?statement={OUTER.id}"
    page = words(reviewer.get(answer.headers["location"]))
    assert "Una Reviewer set the act : refuse" in page.replace("act: ", "act : ")
    assert "UTC" in page
    assert reviewer.shown(OUTER.id) == "refuse"
    reviewer.post("/review/undo")
    assert reviewer.shown(OUTER.id) == "deny"
    assert "taken back" in words(reviewer.get(f"/review?statement={OUTER.id}"))


def test_words_are_marked_by_writing_them(reviewer: Reviewer) -> None:
    answer = reviewer.decide(
        OUTER.id,
        "spans",
        source="Ilir Öst",
        cue="denied",
        content="the claim by Mara Venn\nOstrava shelled the bridge",
    )
    assert answer.status_code == 303
    edited = params(answer.headers["location"])["statement"]
    with reviewer.ledger() as ledger:
        view = ledger.review_item(edited)
    told = [span.text_of(FIRST.article.text) for span in view.content]
    assert told == ["the claim by Mara Venn", "Ostrava shelled the bridge"]
    assert view.root == OUTER.id


def test_ranges_of_a_script_come_before_the_words(reviewer: Reviewer) -> None:
    span = INNER.content[0]
    answer = reviewer.decide(
        INNER.id, "spans", content="anything", content_at=f"{span.start}-{span.end - 7}"
    )
    edited = params(answer.headers["location"])["statement"]
    with reviewer.ledger() as ledger:
        assert ledger.review_item(edited).content[0].text_of(FIRST.article.text) == (
            "Ostrava shelled the"
        )


def test_speaker_and_new_names_are_set_and_doubt_is_told_on_the_page(reviewer: Reviewer) -> None:
    wrong = reviewer.decide(OUTER.id, "speaker", actors=["Orla Dunne"])
    assert wrong.status_code == 400
    assert 'role="alert"' in wrong.text
    assert "Orla Dunne" in wrong.text
    reviewer.decide(OUTER.id, "speaker", actors=["Orla Dunne", ""], kind="person")
    assert "Orla Dunne" in reviewer.get(f"/review?statement={OUTER.id}")
    found = json.loads(reviewer.browse.get("/review/names.json?part=venn").text)
    assert found == [{"id": "per:mara-venn", "name": "Mara Venn"}]


def test_a_rejected_statement_leaves_the_lists_and_stays_folded_in_its_article(
    reviewer: Reviewer,
) -> None:
    reviewer.decide(INNER.id, "reject", reason="not-said")
    assert INNER.id not in reviewer.get("/statements")
    page = reviewer.get("/articles/001")
    assert "1 statement was rejected by reviewers" in words(page)
    assert f"/review?statement={INNER.id}" in page
    again = words(reviewer.get(f"/review?statement={INNER.id}"))
    assert "rejected: shown in no list" in again
    with reviewer.ledger() as ledger:
        review = ledger.review_item(INNER.id).history[0].id
    reviewer.post("/review/undo", which=review)
    assert "rejected by reviewers" not in reviewer.get("/articles/001")


def test_links_are_taken_away_and_drawn(reviewer: Reviewer) -> None:
    reviewer.decide(OUTER.id, "unlink", other=INNER.id, relation="denies")
    with reviewer.ledger() as ledger:
        first = next(r for r in ledger.records() if r.article.ref == "001")
        assert not [link for link in first.links if link.answered == INNER.id]
    reviewer.decide(OUTER.id, "link", other=INNER.id, relation="refuses")
    with reviewer.ledger() as ledger:
        first = next(r for r in ledger.records() if r.article.ref == "001")
        assert [link.relation for link in first.links if link.answered == INNER.id] == [
            Relation.REFUSES
        ]


@pytest.mark.parametrize(
    ("decision", "fields"),
    [
        ("reject", {}),
        ("act", {"act": "shout"}),
        ("spans", {"content": "words that stand nowhere"}),
        ("spans", {"content_at": "9-3"}),
        ("spans", {"content_at": "1-99999999"}),
        ("spans", {"content_at": "one"}),
        ("link", {"other": "s-0", "relation": "denies"}),
        ("note", {"note": " "}),
        ("shout", {}),
    ],
)
def test_what_cannot_be_is_told_on_the_page_and_not_written(
    reviewer: Reviewer, decision: str, fields: dict[str, str]
) -> None:
    answer = reviewer.decide(OUTER.id, decision, **fields)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    with reviewer.ledger() as ledger:
        assert not ledger.review_item(OUTER.id).history


def test_nothing_is_written_without_the_mark_of_a_page_or_a_name(reviewer: Reviewer) -> None:
    there = f"/review/decide?statement={OUTER.id}"
    assert reviewer.browse.post(there, data={"decision": "accept"}).status_code == 403
    reviewer.browse.cookies.delete(REVIEWER)
    assert reviewer.decide(OUTER.id, "accept").status_code == 303
    with reviewer.ledger() as ledger:
        assert not ledger.review_item(OUTER.id).history


def test_two_reviewers_agree_differ_and_are_decided_between(reviewer: Reviewer) -> None:
    assert "Nobody yet" in reviewer.get("/review/agreement")
    for each in FIRST.statements:
        reviewer.decide(each.id, "accept")
    reviewer.named("Ivo")
    reviewer.decide(INNER.id, "accept")
    reviewer.decide(THIRD.id, "reject", reason="twice")
    reviewer.decide(OUTER.id, "act", act="warn")
    page = words(reviewer.get("/review/agreement"))
    assert "On 3 statements that at least two judged" in page
    assert "Ivo and Una Reviewer" in page
    assert "same 67 % of 3" in page
    open_now = reviewer.get("/review/adjudicate")
    assert open_now.count('class="dispute"') == 2
    assert ">warns</span>" in open_now
    assert ">warn<" not in open_now
    reviewer.named("Eda")
    reviewer.post(
        f"/review/decide?statement={OUTER.id}&adjudicate=true",
        decision="accept",
        as_read_by="Una Reviewer",
    )
    assert reviewer.shown(OUTER.id) == "deny"
    reviewer.named("Ivo")
    reviewer.decide(OUTER.id, "act", act="offer")
    assert reviewer.shown(OUTER.id) == Act.DENY.value
    assert reviewer.get("/review/adjudicate").count('class="dispute"') == 1
    assert reviewer.get("/review/adjudicate?decided=true").count('class="dispute"') == 1


def test_gold_comes_as_one_file_when_an_article_was_judged_whole(reviewer: Reviewer) -> None:
    assert reviewer.browse.get("/review/gold.zip").status_code == 400
    for each in FIRST.statements:
        reviewer.decide(each.id, "accept")
    answer = reviewer.browse.get("/review/gold.zip")
    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert "gold/001.json" in packed.namelist()
        assert len(json.loads(packed.read("gold/001.json"))["statements"]) == 3


def test_actors_are_joined_and_parted_with_the_reviewer_s_name(reviewer: Reviewer) -> None:
    there = "/review/actors/per:mara-venn"
    answer = reviewer.post(there, ruling="merge", other="Ilir Öst", note="one and the same")
    assert answer.status_code == 303
    page = reviewer.get(answer.headers["location"])
    assert "Una Reviewer" in page
    (which,) = re.findall(r'name="which" value="([^"]+)"', page)
    reviewer.post(answer.headers["location"], ruling="undo", which=which)
    with reviewer.ledger() as ledger:
        assert {"per:mara-venn", "per:ilir-ost"} <= {each.id for each in ledger.actors()}
    assert reviewer.post(there, ruling="merge", other="Nobody").status_code == 400


def test_a_workbench_that_only_reads_says_so_and_writes_nothing(ingested: Path) -> None:
    with client(settings(ingested)) as opened:
        reading = Reviewer(opened, ingested)
        reading.named("Una")
        page = reading.get(f"/review?statement={OUTER.id}")
        assert "This workbench only reads" in page
        assert "--write" in page
        assert reading.decide(OUTER.id, "accept").status_code == 403
        assert reading.post("/review/undo").status_code == 403
        there = "/review/actors/per:mara-venn"
        assert reading.post(there, ruling="merge", other="Ilir Öst").status_code == 403
    with Ledger(ingested, create=False, read_only=True) as ledger:
        assert not ledger.review_item(OUTER.id).history
