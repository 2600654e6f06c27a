"""kill -9 at any moment loses nothing that was committed, and the next run ends at the same ledger.

A parent script forks children that ingest, and kills them at random moments; forking after the
imports makes a kill cost milliseconds, so that many fall into creation, commits and closing.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rejoinder.ledger.connect import open_ledger
from rejoinder.ledger.digest import content_digest

KILLS = 30

SCRIPT = """
import json, os, pathlib, random, signal, sqlite3, sys, time
from rejoinder.ledger.connect import open_ledger
from rejoinder.ledger.read import open_reader
from rejoinder.model.link import Relation
from rejoinder.model.provenance import makers_id
from tests.unit.ledger.ledger_samples import (
    FAILURE, ORIGINAL, VENN, judged, judging, link, makers, put, quarrel, ÖST,
)

RECORDS = [quarrel(f"{n}", extra=" More." * n, original=ORIGINAL.digest) for n in range(16)]


def across(reader):
    firsts = sorted(each.statements[0].id for each in reader.records_speaking(["per:ilir-ost"]))
    return [link(b, a, Relation.REPEATS) for a, b in zip(firsts, firsts[1:])] + [
        link(each, firsts[-1], Relation.ANSWERS) for each in firsts[:-1]
    ]


def ingest(path, linked):
    with open_ledger(path, create=True) as ledger:
        for start in range(0, len(RECORDS), 2):
            batch = RECORDS[start : start + 2]
            with open_reader(ledger) as reader:
                done = reader.done([each.article.id for each in batch], makers_id(makers()))
            fresh = [each for each in batch if each.article.id not in done]
            if fresh:
                said = [judged(ÖST, VENN, features=(("article", fresh[0].article.ref),))]
                judge = judging(*fresh, said=said)
                put(ledger, *fresh, originals=(ORIGINAL,), failures=(FAILURE,), actors=judge)
        put(ledger, links=across if linked else ())


def forked(path):
    child = os.fork()
    if child == 0:
        try:
            ingest(path, True)
        except BaseException as error:
            print(repr(error), file=sys.stderr, flush=True)
            os._exit(1)
        os._exit(0)
    return child


def committed(path):
    if not path.exists():
        return []
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    refs = [row[0] for row in raw.execute("SELECT ref FROM articles")]
    judged_so_far = raw.execute("SELECT count(*) FROM judgements").fetchone()[0]
    assert judged_so_far == len(refs) / 2, (judged_so_far, refs)
    assert raw.execute("SELECT count(*) FROM profiled").fetchone() == (len(refs),)
    raw.close()
    return refs


folder, kills, seed = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
chance = random.Random(seed)
ingest(folder / "warm.sqlite", True)
began = time.perf_counter()
ingest(folder / "timed.sqlite", True)
took = time.perf_counter() - began
killed, sizes, finished = 0, [], 0
while killed < kills or sum(0 < size < len(RECORDS) for size in sizes) < kills // 4:
    path = folder / f"{finished}.sqlite"
    before = committed(path)
    child = forked(path)
    time.sleep(chance.uniform(0, 1.5 * took))
    os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    after = committed(path)
    assert set(before) <= set(after), (before, after)
    assert len(after) % 2 == 0, after
    if os.WIFSIGNALED(status):
        killed += 1
        sizes.append(len(after))
    else:
        assert os.WEXITSTATUS(status) == 0
        finished += 1
for number in range(finished + 1):
    ingest(folder / f"{number}.sqlite", True)
print(json.dumps({"took": took, "killed": killed, "sizes": sizes, "ledgers": finished + 1}))
"""


@pytest.fixture(scope="module")
def survived(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """Return the folder of ledgers that were killed and finished, and what happened."""
    folder = tmp_path_factory.mktemp("kill")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, folder, str(KILLS), "7"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return folder, json.loads(done.stdout)


def test_killed_runs_end_at_the_ledger_of_an_uninterrupted_one(
    survived: tuple[Path, dict[str, Any]],
) -> None:
    folder, happened = survived
    with open_ledger(folder / "warm.sqlite", read_only=True) as ledger:
        uninterrupted = content_digest(ledger)

    for number in range(happened["ledgers"]):
        with open_ledger(folder / f"{number}.sqlite", read_only=True) as ledger:
            assert content_digest(ledger) == uninterrupted
            with ledger.reading() as connection:
                assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
                joined = connection.exec_driver_sql("SELECT DISTINCT canonical_id FROM identities")
                assert joined.scalars().all() == ["per:mara-venn"]


def test_the_kills_fell_into_the_middle_of_the_work(
    survived: tuple[Path, dict[str, Any]],
) -> None:
    _, happened = survived

    assert happened["killed"] >= KILLS
    assert sum(0 < size < 16 for size in happened["sizes"]) >= KILLS // 4


def test_what_a_killed_creation_leaves_is_never_half_a_ledger(
    survived: tuple[Path, dict[str, Any]],
) -> None:
    folder, happened = survived

    left = {each.name for each in folder.iterdir() if not each.name.startswith(".rejoinder-new-")}
    assert left == {
        "warm.sqlite",
        "timed.sqlite",
        *(f"{n}.sqlite" for n in range(happened["ledgers"])),
    }
