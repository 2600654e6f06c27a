"""The commands that show claims and the right of reply, over the samples."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.functional.running import Run
from tests.unit.exchanges.claims.gold_records import gold_claims, gold_contested, gold_records

from rejoinder import Ledger
from rejoinder.api.found_frames import accusation_frame
from rejoinder.cli.reply_text import accusation_lines
from rejoinder.evaluation.statement_match import LEAST_IOU, iou
from rejoinder.model.claim import ClaimStatus, Side
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.statement import Statement
from rejoinder.views.replies import Shown

GOLD = Path(__file__).resolve().parents[2] / "samples" / "gold"


def test_contested_claims_come_first_with_both_sides(run: Run, ledger: Path) -> None:
    done = run("claims", "--ledger", ledger)
    assert done.exit_code == 0
    first, head, *rest = done.stdout.split("\n\n")[0].splitlines()
    assert first
    assert head.startswith("contested · ")
    assert [line.split()[0] for line in rest if line.startswith("  ") and line[2] != " "][:2] == [
        "asserts",
        "denies",
    ]
    assert done.stderr.strip().endswith("claims")


def test_links_of_less_than_a_score_make_no_exchange(run: Run, ledger: Path) -> None:
    told = ("exchanges", "--ledger", ledger, "--json")
    every, surer = (run(*told, *more).stdout for more in ((), ("--min-score", "0.7")))
    kept = [turn for line in surer.splitlines() for turn in json.loads(line)["turns"]]
    assert (
        0 < len(kept) < len([t for line in every.splitlines() for t in json.loads(line)["turns"]])
    )
    shown = run("exchanges", "--ledger", ledger, "--full").stdout
    assert ", score 0." in shown
    assert run("exchanges", "--ledger", ledger, "--min-score", "2").exit_code == 2


def test_json_has_a_claim_a_line(run: Run, ledger: Path) -> None:
    done = run("claims", "--ledger", ledger, "--matter", "shot", "--contested", "--json")
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert {each["status"] for each in claims} == {"contested"}
    assert [each["origins"] for each in claims] == sorted(
        (each["origins"] for each in claims), reverse=True
    )
    claim = claims[0]
    assert {voice["side"] for voice in claim["voices"]} == {"asserts", "denies"}
    assert sum(row["asserts"] for row in claim["outlets"]) >= 2
    assert claim["origins"] <= len(claim["outlets"])


def test_filters_leave_out_what_does_not_fit(run: Run, ledger: Path) -> None:
    every = run("claims", "--ledger", ledger, "--json").stdout.splitlines()
    russian = run("claims", "--ledger", ledger, "--party", "lavrov", "--json").stdout.splitlines()
    late = run("claims", "--ledger", ledger, "--since", "2023-09", "--json").stdout.splitlines()
    assert 0 < len(russian) < len(every)
    assert 0 < len(late) < len(every)
    assert all("avrov" in line for line in russian)
    assert run("claims", "--ledger", ledger, "--matter", "sunflowers").stdout == ""
    some = run("claims", "--ledger", ledger, "--limit", "2", "--json")
    assert len(some.stdout.splitlines()) == 2
    assert some.stderr.strip() == f"2 of {len(every)} claims"


def test_a_copy_is_no_second_origin(ledger: Path) -> None:
    with Ledger(ledger, read_only=True) as opened:
        both = [
            claim
            for claim in opened.claims()
            if {each.article_ref for voice in claim.voices for each in voice.statements}
            == {"levant-front", "aras-front"}
        ]
    assert both
    assert {claim.origins for claim in both} == {1}


def test_an_answered_accusation_says_where_and_how_long_after(run: Run, ledger: Path) -> None:
    done = run("replies", "--ledger", ledger, "--publisher", "courier", "--since", "2023-09")
    shots = [each for each in done.stdout.split("\n\n") if "troops during the night\n" in each]
    answered = next(each for each in shots if "of those who carried the accusation" in each)
    assert answered.startswith("Azerbaijan · accuse · about")
    assert "denies: Armenia · 1 day after" in answered
    # The first denial is only "this"; shown is the first that tells something.
    assert "| Azerbaijan’s claim that Armenian forces fired" in answered


def test_no_answer_is_only_said_of_this_ledger(run: Run, ledger: Path) -> None:
    done = run("replies", "--ledger", ledger, "--unanswered")
    assert done.exit_code == 0
    blocks = done.stdout.strip().split("\n\n")
    assert all("no answer in this ledger by" in block for block in blocks)
    assert f"{len(blocks)} accusations" in done.stderr


@pytest.mark.parametrize("asked", [(), ("--demands",), ("--unanswered",)])
def test_a_list_that_is_cut_counts_the_answers_of_the_whole(
    run: Run, ledger: Path, asked: tuple[str, ...]
) -> None:
    whole = run("replies", "--ledger", ledger, *asked).stderr
    cut = run("replies", "--ledger", ledger, *asked, "--limit", "2").stderr
    assert cut == f"2 of {whole}"
    assert ("accusations and demands" in whole) is ("--demands" in asked)


def test_what_else_the_accused_says_in_the_article_is_counted(run: Run, ledger: Path) -> None:
    with Ledger(ledger, read_only=True) as opened:
        accusations = opened.replies().accusations
    heard = [each for each in accusations if each.heard]
    assert heard
    assert all(each.answered is False for each in heard)
    carried = [{told.article_ref for told in each.statements} for each in heard]
    where = [{told.article_ref for told in each.heard} for each in heard]
    assert all(each <= there for each, there in zip(where, carried, strict=True))
    blocks = run("replies", "--ledger", ledger).stdout.split("\n\n")
    shown = [block for block in blocks if "the accused is heard there, " in block]
    assert len(shown) == len(heard)
    frame = accusation_frame(heard)
    told = {*frame.filter(frame["part"] == "heard").select("accusation", "statement_id").rows()}
    assert told == {(each.id, said.statement_id) for each in heard for said in each.heard}


def test_an_answer_that_is_told_before_the_accusation_is_said_to_be(ledger: Path) -> None:
    with Ledger(ledger, read_only=True) as opened:
        view = next(each for each in opened.replies().accusations if each.replies)
    (reply, *_) = view.replies
    (first, *rest) = reply.statements

    def shown(day: date | None) -> str:
        when = None if day is None else DateInterval(start=day, end=day, precision=Precision.DAY)
        answer = replace(reply, days_after=None, statements=(replace(first, date=when), *rest))
        lines = accusation_lines(replace(view, replies=(answer,)), width=96, full=False)
        return "\n".join(line.plain for line in lines)

    assert view.date is not None
    told = "first told before the accusation"
    assert told in shown(view.date.start - timedelta(days=1))
    assert told not in shown(view.date.start)
    assert told not in shown(None)


def test_what_the_accused_answers_beside_is_shown_apart(run: Run, ledger: Path) -> None:
    with Ledger(ledger, read_only=True) as opened:
        accusations = opened.replies().accusations
    beside = [each for each in accusations if each.beside]
    assert beside
    assert all(each.answered is False for each in beside)
    blocks = run("replies", "--ledger", ledger).stdout.split("\n\n")
    shown = [block for block in blocks if "to what else the speaker says there:" in block]
    assert len(shown) == len(beside)
    assert all("no answer in this ledger by" in block for block in shown)
    frame = accusation_frame(beside)
    parts = frame.filter(frame["part"] == "beside")
    assert set(parts["by_target"]) == {True}
    assert set(parts["accusation"]) == {each.id for each in beside}


def test_the_table_shows_what_shares_are_shares_of(run: Run, ledger: Path) -> None:
    head, *rows = run("replies", "--ledger", ledger, "--table").stdout.splitlines()
    assert head.split()[:2] == ["publisher", "accusations"]
    assert rows == sorted(rows, key=lambda row: (row.startswith("publisher unknown"), row))
    lines = run("replies", "--ledger", ledger, "--table", "--json").stdout.splitlines()
    assert len(lines) == len(rows)
    for line in lines:
        row = json.loads(line)
        assert row["answer_carried"] <= row["answered"] <= row["carried"]


def test_accusations_are_those_that_hold_the_matter(run: Run, ledger: Path) -> None:
    asked = ("replies", "--ledger", ledger, "--json", "--matter", "troops")
    found = [json.loads(line) for line in run(*asked).stdout.splitlines()]
    with Ledger(ledger, read_only=True) as opened:
        every = {each.id: each for each in opened.replies().accusations}
    assert 0 < len(found) < len(every)
    held = [any("troops" in one["words"] for one in each["statements"]) for each in found]
    assert all(held)
    left = [each for key, each in every.items() if key not in {one["id"] for one in found}]
    assert not any("troops" in one.words for each in left for one in each.statements)
    nothing = run("replies", "--ledger", ledger, "--matter", "sunflowers")
    assert (nothing.stdout, nothing.stderr) == (
        "",
        "0 accusations\n'sunflowers' is in no statement\n",
    )
    rows = run(*asked, "--table").stdout.splitlines()
    carried = {name for each in found for name in each["publishers"]}
    assert {json.loads(row)["publisher"] for row in rows} == carried


def test_accuser_and_accused_are_asked_for_apart(run: Run, ledger: Path) -> None:
    def found(*asked: str) -> set[str]:
        done = run("replies", "--ledger", ledger, "--json", *asked)
        return {json.loads(line)["id"] for line in done.stdout.splitlines()}

    accuser, target = found("--accuser", "Cohen"), found("--target", "Cohen")
    assert accuser
    assert target
    assert accuser.isdisjoint(target)
    assert accuser | target <= found("--party", "Cohen")


@pytest.mark.parametrize("kind", [each.value for each in Shown])
def test_accusations_are_asked_for_by_their_answers(run: Run, ledger: Path, kind: str) -> None:
    asked = ("replies", "--ledger", ledger, "--publisher", "courier", "--shown", kind)
    listed = run(*asked)
    count = len(run(*asked, "--json").stdout.splitlines())
    assert listed.stderr.startswith(f"{count} accusation")
    with Ledger(ledger, read_only=True) as opened:
        assert opened.reply_count(publisher="courier", shown=kind) == count


def test_two_kinds_of_answers_are_refused(run: Run, ledger: Path) -> None:
    done = run("replies", "--ledger", ledger, "--unanswered", "--shown", "carried")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "leave one out" in done.stderr


def test_a_table_is_not_cut(run: Run, ledger: Path) -> None:
    whole = run("replies", "--ledger", ledger, "--table")
    cut = run("replies", "--ledger", ledger, "--table", "--limit", "1")
    assert (cut.stdout, cut.stderr) == (whole.stdout, whole.stderr)


def test_demands_are_asked_for(ledger: Path) -> None:
    with Ledger(ledger, read_only=True) as opened:
        without = opened.replies()
        more = opened.replies(demands=True)
        party = opened.replies(party="armenia")
    assert len(more.accusations) > len(without.accusations) > len(party.accusations) > 0
    assert {each.act.value for each in without.accusations} <= {"accuse", "criticise"}
    for each in without.accusations:
        assert each.answered is (None if not each.about else any(r.by_target for r in each.replies))


def test_contested_claims_are_those_of_the_gold(ledger: Path) -> None:
    gold = {record.article.ref: record.statements for record in gold_records(GOLD)}
    wanted = gold_contested(GOLD)
    with Ledger(ledger, read_only=True) as opened:
        meant = {
            statement.id: _meant(gold[record.article.ref], statement)
            for record in opened.records()
            for statement in record.statements
        }
        contested = [each for each in opened.claims() if each.status is ClaimStatus.CONTESTED]
    sides = [
        {
            side: {s.statement_id for v in claim.voices if v.side is side for s in v.statements}
            for side in Side
        }
        for claim in contested
    ]
    asserted = {one for each in sides for one in each[Side.ASSERTS]}
    found = {one for each in asserted for one in meant[each]} & wanted
    assert sum(bool(meant[one] & wanted) for one in asserted) / len(asserted) >= 0.75
    assert len(found) / len(wanted) >= 0.35
    both = sum(
        any(
            any(meant[one] & asserting for one in each[Side.ASSERTS])
            and any(meant[one] & denying for one in each[Side.DENIES])
            for each in sides
        )
        for asserting, denying in gold_claims(GOLD)
    )
    assert both >= 3


def _meant(gold: tuple[Statement, ...], statement: Statement) -> set[str]:
    """Return the statements of the gold that a predicted one is, or holds whole."""
    return {
        each.id
        for each in gold
        if iou(each.content, statement.content) >= LEAST_IOU
        or all(any(own.contains(span) for own in statement.content) for span in each.content)
    }


def test_the_order_of_ingestion_leaves_no_trace(run: Run, samples: Path, tmp_path: Path) -> None:
    lines = {
        json.loads(line)["id"]: line
        for line in (samples / "wires.jsonl").read_text(encoding="utf-8").splitlines()
    }
    refs = ("courier-firing", "levant-envoy", "sevan-calls")
    shown = []
    for name, order in (("one", refs), ("two", refs[::-1])):
        path = tmp_path / f"{name}.sqlite"
        for ref in order:
            (tmp_path / "one.jsonl").write_text(lines[ref] + "\n", encoding="utf-8")
            assert run("ingest", tmp_path / "one.jsonl", "--ledger", path).exit_code == 0
        claims = run("claims", "--ledger", path, "--json").stdout
        shown.append((claims, run("replies", "--ledger", path, "--json").stdout))
    assert shown[0] == shown[1]
    assert '"contested"' in shown[0][0]
