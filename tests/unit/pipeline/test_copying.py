"""Which articles are copies does not hang on when they came, nor on what was removed meanwhile."""

import json
import random
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from benchmarks.copied import AGENCY, light_copies
from benchmarks.made_up import read_articles
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.articles import article, on_day
from tests.unit.ledger.ledger_samples import NOW, makers

from rejoinder.ledger import copy_filing
from rejoinder.ledger.connect import LedgerFile, open_ledger
from rejoinder.ledger.copies import all_copies, copies_of, reports_with_copies
from rejoinder.ledger.copy_book import CopyBook, needs_copies
from rejoinder.ledger.copy_rows import Node
from rejoinder.ledger.schema_copies import copy_keys, copy_windows, credits, fingerprints
from rejoinder.ledger.write import append
from rejoinder.model.article import Article, Zone, ZoneKind
from rejoinder.model.copies import earliest_known, independent_origins, origin_of
from rejoinder.model.ids import ArticleId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.pipeline.copying import (
    catch_up_copies,
    copies_mark,
    drop_copies,
    take_copies,
    with_credit,
)
from rejoinder.pipeline.reconcile import JudgingAgain, Reconciliation
from rejoinder.views.origins import find_carried


@pytest.fixture(scope="module", autouse=True)
def quick_ages() -> Iterator[None]:
    """Let keys go on into larger parts of the table with each article."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(copy_filing, "_STEP", 1)
        patch.setattr(copy_filing, "_SLICES", {1: 3, 0: 2})
        yield


def printed(ref: str, text: str, publisher: str | None = None, day: date | None = None) -> Article:
    """Return an article whose paragraphs are its body."""
    zones, start = [], 0
    for part in text.split("\n\n"):
        zones.append(Zone(kind=ZoneKind.BODY, span=Span(start, start + len(part))))
        start += len(part) + 2
    return article(text, ref, publisher=publisher, published=day, zones=zones)


def put(ledger: LedgerFile, *articles: Article) -> None:
    """Append articles as one batch, without comparing them."""
    records = [ArticleRecord(article=replace(each, original=None)) for each in articles]
    append(ledger, records=records, makers=makers(), now=NOW)


def take(ledger: LedgerFile, ids: Iterable[ArticleId]) -> None:
    with ledger.writing() as connection:
        take_copies(CopyBook(connection=connection, stage=copies_mark()), set(ids))


def drop(ledger: LedgerFile, ids: Iterable[ArticleId]) -> None:
    with ledger.writing() as connection:
        drop_copies(CopyBook(connection=connection, stage=copies_mark()), set(ids))


Groups = tuple[dict[str, str], list[tuple[str, tuple[tuple[str, Span], ...]]]]


def groups(ledger: LedgerFile, ids: Sequence[ArticleId]) -> Groups:
    """Return the groups of whole articles, and the passages that are carried."""
    with ledger.reading() as connection:
        whole = {each.ref: each.group for each in reports_with_copies(connection, ids)}
        carried = [
            (each.id, tuple((passage.ref, passage.span) for passage in each.passages))
            for each in find_carried(connection)
        ]
    return whole, carried


def held_keys(ledger: LedgerFile) -> set[tuple[int, int]]:
    """Return the keys with the place of their stretch, which must belong to its group."""
    with ledger.reading() as connection:
        query = select(copy_keys.c.key, copy_keys.c.root, copy_keys.c.node)
        roots = dict(
            tuple(row)
            for row in connection.execute(select(copy_windows.c.node, copy_windows.c.root))
        )
        rows = list(connection.execute(query))
    assert all(roots[row.node] == row.root for row in rows)
    return {(row.key, row.node) for row in rows}


SENTENCES = tuple(
    " ".join(f"{random.Random(f'{n}:{m}').choice('bdfgklmnprst')}{n}o{m}" for m in range(18))
    for n in range(24)
)
STORIES = (range(8), range(8, 16), range(16, 24))


@st.composite
def families(draw: st.DrawFn) -> list[Article]:
    """Return articles that carry parts of three stories, some of two."""
    found = []
    for number in range(draw(st.integers(3, 9))):
        story = draw(st.sampled_from(STORIES))
        parts = draw(st.lists(st.sampled_from(story), min_size=2, max_size=8, unique=True))
        if draw(st.booleans()):
            parts += draw(st.lists(st.integers(0, 23), max_size=3, unique=True))
        words = [
            draw(st.sampled_from([SENTENCES[n], SENTENCES[n].replace("o3", "u3")])) for n in parts
        ]
        found.append(printed(f"n{number}", "\n\n".join(words)))
    return found


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty ledger to be copied, which is quicker than to make one."""
    path = tmp_path_factory.mktemp("empty") / "ledger.sqlite"
    open_ledger(path, create=True).close()
    return path


def fresh(empty: Path, folder: str, name: str, articles: Sequence[Article]) -> LedgerFile:
    path = Path(shutil.copyfile(empty, Path(folder) / name))
    ledger = open_ledger(path)
    put(ledger, *articles)
    return ledger


@settings(max_examples=15)
@given(families(), st.randoms(use_true_random=False))
def test_order_batches_and_removals_do_not_change_the_groups(
    empty: Path, articles: list[Article], draw: random.Random
) -> None:
    ids = [each.id for each in articles]
    with TemporaryDirectory() as folder:
        with fresh(empty, folder, "x", articles) as ledger:
            take(ledger, ids)
            wanted = groups(ledger, ids)
            keys = held_keys(ledger)
        with fresh(empty, folder, "y", articles) as ledger:
            mixed = draw.sample(ids, len(ids))
            for each in mixed:
                take(ledger, [each])
            assert groups(ledger, ids) == wanted
            gone = mixed[: draw.randint(1, len(ids))]
            drop(ledger, gone)
            left = [each for each in ids if each not in gone]
            kept = [each for each in articles if each.id in left]
            with fresh(empty, folder, "z", kept) as other:
                take(other, left)
                assert groups(ledger, left) == groups(other, left)
            take(ledger, gone)
            assert groups(ledger, ids) == wanted
            assert len(held_keys(ledger)) == len(keys)


def test_three_hundred_light_copies_have_one_origin(tmp_path: Path, samples: Path) -> None:
    original = read_articles([str(samples / "courier-duel-1.txt")])[0]
    lines = tmp_path / "copies.jsonl"
    made = list(light_copies(original, 300))
    lines.write_text("".join(json.dumps(line) + "\n" for line in made), encoding="utf-8")
    copies = read_articles([str(lines)])
    others = [each for each in read_articles([str(samples)]) if each.ref != original.ref]
    with open_ledger(tmp_path / "x", create=True) as ledger:
        put(ledger, *copies, *others)
        assert catch_up_copies(ledger)
        with ledger.reading() as connection:
            reports = all_copies(connection)
            told = copies_of(connection, {copies[7].id, others[0].id})
    found = [each for each in reports if each.ref.startswith("copy-")]

    assert len({line["text"] for line in made}) > 290
    assert len(found) == 300
    assert independent_origins(found) == 1
    assert origin_of(found) == AGENCY
    assert earliest_known(found).published == on_day(date(2031, 1, 1))
    assert {each.ref for each in reports if each not in found} == {"levant-front", "aras-front"}
    assert told[copies[7].id].origin == AGENCY
    assert told[copies[7].id].group == found[0].group
    assert others[0].id not in told


def test_a_survey_that_carries_two_stories_joins_neither_to_the_other(tmp_path: Path) -> None:
    stories = [printed(f"s{n}", "\n\n".join(SENTENCES[4 * n : 4 * n + 4])) for n in range(6)]
    survey = printed("survey", "\n\n".join(SENTENCES))
    ids = [each.id for each in (*stories, survey)]
    with open_ledger(tmp_path / "x", create=True) as ledger:
        put(ledger, *stories, survey)
        take(ledger, ids)
        whole, carried = groups(ledger, ids)

    assert len(set(whole.values())) == 7
    assert len(carried) == 24


def test_words_that_two_articles_quote_are_carried_but_make_no_copies(tmp_path: Path) -> None:
    quoted = "“We will never accept that anybody closes the bridge at Tarn for one day,” he said."
    one = printed("one", "\n\n".join([*SENTENCES[:4], quoted]), "Vest Daily")
    other = printed("other", "\n\n".join([*SENTENCES[8:12], f"Mr. Quill spoke. {quoted}"]))
    with open_ledger(tmp_path / "x", create=True) as ledger:
        put(ledger, one, other)
        take(ledger, [one.id, other.id])
        with ledger.reading() as connection:
            assert copies_of(connection, [one.id, other.id]) == {}
            carried = find_carried(connection)
    assert [{passage.ref for passage in each.passages} for each in carried] == [{"one", "other"}]
    assert all("never accept" in passage.words for passage in carried[0].passages)


def test_keys_go_on_and_are_found_in_every_part(tmp_path: Path) -> None:
    news = [printed(f"n{n}", SENTENCES[n]) for n in range(12)]
    with open_ledger(tmp_path / "x", create=True) as ledger:
        for each in news:
            put(ledger, each)
            take(ledger, [each.id])
        keys = held_keys(ledger)
        ages = ages_of(ledger)
        for n, each in enumerate(news):
            put(ledger, again := printed(f"again-{n}", f"{SENTENCES[n]}."))
            take(ledger, [again.id])
            assert len(set(groups(ledger, [each.id, again.id])[0].values())) == 1
        drop(ledger, [each.id for each in news])
        left = held_keys(ledger)
        assert len(left) == len(keys)
        assert not left & keys
    assert set(ages) == {0, 1, 2}
    assert ages[2] > ages[0]
    assert sum(ages.values()) == len(keys)


def ages_of(ledger: LedgerFile) -> Counter[int]:
    with ledger.reading() as connection:
        return Counter(connection.execute(select(copy_keys.c.age)).scalars())


def test_every_key_goes_on_once_in_a_round(tmp_path: Path) -> None:
    keys = sorted({-(1 << 63), -1, 1, (1 << 63) - 1, *range(-(1 << 62), 1 << 62, 1 << 58)})
    with open_ledger(tmp_path / "x", create=True) as ledger, ledger.writing() as connection:
        copy_filing.file_keys(connection, ((key, Node(5), Node(5)) for key in keys))
        for before, now, age in ((0, 2, 1), (2, 5, 2), (5, 50, 2)):
            copy_filing.age_keys(connection, before, now)
            found = connection.execute(select(copy_keys.c.key, copy_keys.c.age)).all()
            assert sorted(row.key for row in found) == keys
            assert {row.age for row in found} == {age}


def test_comparing_again_changes_nothing(tmp_path: Path) -> None:
    articles = [printed(f"n{n}", "\n\n".join(SENTENCES[n : n + 6])) for n in range(4)]
    ids = [each.id for each in articles]
    with open_ledger(tmp_path / "x", create=True) as ledger:
        put(ledger, *articles)
        take(ledger, ids)
        with ledger.reading() as connection:
            before = list(connection.execute(select(fingerprints.c.seq, fingerprints.c.digest)))
        take(ledger, ids)
        assert not catch_up_copies(ledger)
        with ledger.reading() as connection:
            after = list(connection.execute(select(fingerprints.c.seq, fingerprints.c.digest)))
    assert before == after


def test_what_another_extraction_reads_in_an_article_counts(tmp_path: Path) -> None:
    text = "\n\n".join(SENTENCES[:6])
    first = printed("a", text)
    other = printed("b", "\n\n".join(SENTENCES[:3]))
    half = replace(
        first,
        zones=tuple(replace(zone, kind=ZoneKind.FURNITURE) for zone in first.zones[:3])
        + first.zones[3:],
    )
    with open_ledger(tmp_path / "x", create=True) as ledger:
        put(ledger, first, other)
        take(ledger, [first.id, other.id])
        with ledger.reading() as connection:
            assert len(all_copies(connection)) == 2
        append(ledger, records=[ArticleRecord(article=half)], makers=makers("2"), now=NOW)
        take(ledger, [first.id])
        with ledger.reading() as connection:
            assert all_copies(connection) == []


def test_a_ledger_without_fingerprints_is_compared_when_it_is_next_written(tmp_path: Path) -> None:
    one = printed("a", "\n\n".join([*SENTENCES[:3], "Source: Vest Daily"]))
    other = printed("b", "\n\n".join(SENTENCES[:4]))
    with open_ledger(tmp_path / "x", create=True) as ledger:
        put(ledger, one, other)
        with ledger.reading() as connection:
            assert needs_copies(connection, copies_mark())
        again = JudgingAgain()
        append(ledger, records=(), makers=makers(), now=NOW, actors=again.judge)
        with ledger.reading() as connection:
            assert not needs_copies(connection, copies_mark())
            assert needs_copies(connection, "copies.test.v2")
            assert len(all_copies(connection)) == 2
            agencies = connection.execute(select(credits.c.agency, credits.c.whole)).all()
    assert [tuple(row) for row in agencies] == [("Vest Daily", True)]


def test_copies_are_written_in_the_batch_that_brings_the_articles(tmp_path: Path) -> None:
    records = [ArticleRecord(article=printed(ref, "\n\n".join(SENTENCES[:4]))) for ref in "ab"]
    with open_ledger(tmp_path / "x", create=True) as ledger:
        for each in records:
            reconciliation = Reconciliation([each])
            append(ledger, records=[each], makers=makers(), now=NOW, actors=reconciliation.judge)
        with ledger.reading() as connection:
            assert [each.ref for each in all_copies(connection)] == ["a", "b"]


def test_a_record_says_whose_text_it_is_without_a_ledger() -> None:
    credited = printed("a", f"TARN (Reuters) - {SENTENCES[0]}")
    copies = with_credit(ArticleRecord(article=credited)).copies
    assert copies is not None
    assert (copies.group, copies.origin) == (None, "Reuters")
    assert with_credit(ArticleRecord(article=printed("b", SENTENCES[0]))).copies is None


@pytest.mark.shared
@pytest.mark.parametrize(("name", "most"), [("basil.jsonl", 0), ("ukraine-2014.jsonl", 0)])
def test_articles_on_one_event_are_no_copies(
    shared: Path, tmp_path: Path, name: str, most: int
) -> None:
    articles = {each.id: each for each in read_articles([str(shared / "corpora" / name)])}
    with open_ledger(tmp_path / "x", create=True) as ledger:
        put(ledger, *articles.values())
        catch_up_copies(ledger)
        with ledger.reading() as connection:
            found = [each for each in all_copies(connection) if each.ref != "basil-empty"]
    assert len(found) == most
