"""Summaries say what views make of all records, whatever was written and ruled, in any order."""

import random
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import delete, select, update
from tests.unit.exchanges.stories import told
from tests.unit.ledger.ledger_samples import makers
from tests.unit.ledger.older_forms import (
    count_pairs_twice,
    file_by_ids,
    index_more,
    part_profiles,
)
from tests.unit.pipeline.found_summaries import assert_same_found
from tests.unit.pipeline.reply_summaries import assert_same_replies
from tests.unit.pipeline.same_actors import assert_same_actors

from rejoinder.api import Ledger
from rejoinder.errors import ConfigError, NotFound
from rejoinder.exchanges.claims.filing import UNDATED
from rejoinder.exchanges.relate import make_link
from rejoinder.ledger.connect import LedgerFile, open_ledger
from rejoinder.ledger.copies import reports_with_copies
from rejoinder.ledger.digest import content_digest
from rejoinder.ledger.lookup import actors_called
from rejoinder.ledger.read import LedgerReader, open_reader
from rejoinder.ledger.schema import metadata
from rejoinder.ledger.schema_claims import claim_keys, claim_likes, claim_statements, claims
from rejoinder.ledger.schema_found import (
    publisher_articles,
    publisher_statements,
    publisher_voices,
)
from rejoinder.ledger.schema_replies import accusations, reply_counts
from rejoinder.ledger.schema_summaries import (
    DERIVED_SUMMARIES,
    exchange_parties,
    exchanges,
    month_counts,
    stem_counts,
    turns,
)
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.ledger.write import append
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act
from rejoinder.pipeline.reconcile import Reconciliation
from rejoinder.pipeline.rulings import Signature, merge, rename, split_article
from rejoinder.pipeline.summaries import (
    Rebuilt,
    catch_up_summaries,
    rebuild_summaries,
    refresh_summaries,
)
from rejoinder.pipeline.undoing import undo
from rejoinder.views.claim_list import list_claims
from rejoinder.views.claims import ClaimFilter, find_claims
from rejoinder.views.exchange_list import ExchangeFilter, list_exchanges
from rejoinder.views.exchanges import find_exchanges
from rejoinder.views.front import find_front
from rejoinder.views.on_matter import exchanges_on, statements_on
from rejoinder.views.overview import find_overview

NOW = datetime(2031, 7, 1, tzinfo=UTC)
MIDDLE = date(2023, 9, 9)

Wanted = TypeVar("Wanted")


@pytest.fixture(scope="module")
def records(sample_records: tuple[ArticleRecord, ...]) -> list[ArticleRecord]:
    """Return the records of the samples."""
    return [
        replace(record, article=replace(record.article, original=None)) for record in sample_records
    ]


@pytest.fixture(scope="module")
def filled(records: list[ArticleRecord], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger of all records that is closed, to be read or copied."""
    path = tmp_path_factory.mktemp("filled") / "filled.sqlite"
    with open_ledger(path, create=True) as ledger:
        add(ledger, *records)
    return path


@pytest.fixture
def own(filled: Path, tmp_path: Path) -> Path:
    """Return a copy of it that may be written."""
    return Path(shutil.copy(filled, tmp_path / "x"))


@dataclass(frozen=True, slots=True)
class Held:
    """Records of a ledger that are read once and asked for again and again."""

    found: tuple[ArticleRecord, ...]

    def records(self) -> Iterator[ArticleRecord]:
        """Yield them."""
        yield from self.found


def add(ledger: LedgerFile, *records: ArticleRecord, version: str = "1") -> None:
    """Append the records as one batch, with their summaries."""
    reconciliation = Reconciliation(records)
    append(
        ledger,
        records=records,
        makers=makers(version),
        now=NOW,
        actors=reconciliation.judge,
        links=reconciliation.link,
        summarise=refresh_summaries,
    )


def shortened(record: ArticleRecord, draw: random.Random) -> ArticleRecord:
    """Return the article as another pipeline might read it: with fewer statements."""
    own = {each.id for each in record.statements if draw.random() < 0.5}
    kept = tuple(
        each for each in record.statements if each.id in own and each.parent in (None, *own)
    )
    ids = {each.id for each in kept}
    links = tuple(each for each in record.links if each.answer in ids and each.answered in ids)
    return replace(record, statements=kept, events=(), links=links)


def assert_same(ledger: LedgerFile, *parties: str, few: random.Random | None = None) -> int:
    """Check that summaries and records give the same lists, and return how many exchanges.

    With ``few`` this draws some of the conditions; without, all are tried.
    """
    with open_reader(ledger, canonical=True) as reader:
        connection = reader.connection
        assert SummaryBook(connection=connection).is_current()
        asked = [
            ExchangeFilter(),
            ExchangeFilter(unanswered=True),
            ExchangeFilter(since=MIDDLE),
            ExchangeFilter(until=MIDDLE),
            ExchangeFilter(since=MIDDLE, until=MIDDLE, unanswered=True),
            *(ExchangeFilter(matter=each) for each in ("drills", '"fired at" troops', "-")),
            ExchangeFilter(least=0.6, matter="drills"),
            ExchangeFilter(least=0.6, unanswered=True),
            ExchangeFilter(least=0.8, since=MIDDLE),
            *(
                ExchangeFilter(party=each, ids=actors_called(connection, each, roles=False))
                for each in parties
            ),
        ]
        every = Held(tuple(reader.records()))
        for wanted in _some(asked, few):
            assert list_exchanges(connection, wanted) == find_exchanges(
                every,
                party=wanted.party,
                ids=wanted.ids,
                holding=wanted.matter and statements_on(connection, wanted.matter),
                since=wanted.since,
                until=wanted.until,
                unanswered=wanted.unanswered,
                least=wanted.least,
            )
        for word in ("drills", "the"):
            assert exchanges_on(connection, word) == exchanges_on(connection, word, few=0)
        assert_same_claims(reader, every, *parties, few=few)
        assert_same_actors(connection, *parties)
        return len(list_exchanges(connection, asked[0]))


def _some(asked: Sequence[Wanted], draw: random.Random | None) -> Sequence[Wanted]:
    """Return all conditions, or the first, which leaves nothing out, and two that are drawn."""
    return asked if draw is None else [asked[0], *draw.sample(asked[1:], 2)]


def assert_same_claims(
    reader: LedgerReader, every: Held, *parties: str, few: random.Random | None
) -> None:
    """Check that summaries and records give the same claims."""
    connection = reader.connection
    reports = reports_with_copies(connection, {each.id for each in reader.articles()})
    plain = Held(tuple(replace(reader, named=False).records()))
    asked = [
        ClaimFilter(),
        ClaimFilter(contested=True),
        ClaimFilter(since=MIDDLE, until=MIDDLE),
        ClaimFilter(since=MIDDLE),
        ClaimFilter(until=MIDDLE),
        *(ClaimFilter(matter=each) for each in ("Armenian troops shelled", "drills", "-")),
        *(
            ClaimFilter(party=each, ids=actors_called(connection, each, roles=False))
            for each in parties
        ),
    ]
    for wanted in _some(asked, few):
        assert list_claims(connection, wanted) == find_claims(every, reports, wanted, plain)


def assert_same_thoroughly(ledger: LedgerFile) -> None:
    """Check what is found, and every list of accusations."""
    with open_reader(ledger, canonical=True) as reader:
        assert_same_replies(reader, "Iran", "state:aze")
        assert_same_found(reader)


def found_rows(ledger: LedgerFile) -> list[object]:
    """Return what is counted of publishers and of what they carry."""
    tables = (publisher_articles, publisher_statements, publisher_voices, reply_counts)
    with ledger.reading() as connection:
        return [sorted(tuple(row) for row in connection.execute(select(each))) for each in tables]


def table_rows(ledger: LedgerFile) -> list[object]:
    """Return what the summaries hold, but for the numbers by which they know each other."""
    with ledger.reading() as connection:
        return [
            sorted(tuple(row) for row in connection.execute(query))
            for query in (
                select(
                    exchanges.c.id, exchanges.c.latest, exchanges.c.turns, exchanges.c.unanswered
                ),
                select(turns.c.statement_id, turns.c.first_day, turns.c.last_day),
                select(stem_counts),
                select(
                    claims.c.id,
                    claims.c.standing,
                    claims.c.origins,
                    claims.c.statements,
                    claims.c.latest,
                ),
                select(claim_statements.c.statement_id, claim_statements.c.body),
                select(
                    claim_keys.c.block,
                    claim_keys.c.key,
                    claim_statements.c.statement_id,
                    claim_keys.c.place,
                ).join(claim_statements, claim_statements.c.seq == claim_keys.c.statement_seq),
                select(claim_likes),
            )
        ]


def added_rows(ledger: LedgerFile) -> list[object]:
    """Return what summaries did not have at first."""
    with ledger.reading() as connection:
        return [
            sorted(tuple(row) for row in connection.execute(query))
            for query in (
                select(month_counts),
                select(exchange_parties),
                *(select(each.c.id, each.c.earliest) for each in (exchanges, claims, accusations)),
            )
        ]


def numbers_and_names(ledger: LedgerFile) -> list[object]:
    """Return how much there is in a ledger, and whom names stand for."""
    with ledger.reading() as connection:
        found: list[object] = [find_overview(connection)]
        found += [find_front(connection, most) for most in (0, 1, 5, 240)]
        for name in ("Iran", "state:aze", "STATE:AZE", "minister", "per:", "an", "nobody", "é"):
            for roles in (True, False):
                found.append((name, sorted(actors_called(connection, name, roles=roles))))
        return found


def forget(ledger: LedgerFile, *names: str) -> None:
    """Empty tables."""
    with ledger.writing() as connection:
        for name in names:
            connection.execute(delete(metadata.tables[name]))


class Rulings:
    """Rules at random on actors of a ledger, and takes rulings back."""

    def __init__(self, ledger: LedgerFile, draw: random.Random) -> None:
        self._ledger = ledger
        self._draw = draw
        self._made: list[str] = []

    def rule(self) -> None:
        """Make one ruling, or try to: some are refused."""
        with open_reader(self._ledger) as reader:
            every = list(reader.records())
        record = self._draw.choice(every)
        names = sorted({actor.id for each in every for actor in each.actors})
        speakers = sorted({one for each in record.statements for one in each.speaker})
        signature = Signature(judge="Ana", note="", now=NOW)
        try:
            match self._draw.choice(("merge", "merge", "split", "undo", "name")):
                case "merge" if len(speakers) > 1:
                    one, other = self._draw.sample(speakers, 2)
                    found = merge(self._ledger, one, other, signature)
                case "split" if speakers:
                    who = self._draw.choice(speakers)
                    found = split_article(self._ledger, who, record.article.id, signature)
                case "undo" if self._made:
                    found = undo(self._ledger, self._draw.choice(self._made), signature)
                case _:
                    found = rename(self._ledger, self._draw.choice(names), "Nobody", signature)
        except (ConfigError, NotFound):
            return
        self._made.extend(found.rulings)


@pytest.mark.parametrize("seed", [1])
def test_summaries_say_what_all_records_say_whatever_is_written_and_ruled(
    tmp_path: Path, records: list[ArticleRecord], seed: int
) -> None:
    draw = random.Random(seed)
    some = waiting = draw.sample(records, 12)
    most = 0
    with open_ledger(tmp_path / "x", create=True) as ledger:
        rulings = Rulings(ledger, draw)
        while waiting:
            size = draw.randint(2, 6)
            batch, waiting = waiting[:size], waiting[size:]
            add(ledger, *batch)
            for _ in range(3):
                rulings.rule()
            few = draw if waiting else None
            most = max(most, assert_same(ledger, "Iran", "state:aze", few=few))
        whole = table_rows(ledger)
        again = draw.sample(some, 6)
        add(ledger, *(shortened(each, draw) for each in again), version="2")
        assert_same(ledger, "Baku")
        assert table_rows(ledger) != whole
        add(ledger, *again, version="3")
        assert_same(ledger, "Baku")
        kept = table_rows(ledger)
        told = numbers_and_names(ledger)
        assert rebuild_summaries(ledger) == Rebuilt(was_current=True, differed=False)
        assert table_rows(ledger) == kept
        assert numbers_and_names(ledger) == told
        forget(ledger, "summaries")
        assert numbers_and_names(ledger) == told
    assert most > 4


@pytest.mark.parametrize("seed", [2])
def test_what_is_found_and_answered_is_what_all_records_say(
    tmp_path: Path, records: list[ArticleRecord], seed: int
) -> None:
    draw = random.Random(seed)
    some = draw.sample(records, 12)
    with open_ledger(tmp_path / "x", create=True) as ledger:
        rulings = Rulings(ledger, draw)
        for batch in (some[:5], some[5:9], some[9:]):
            add(ledger, *batch)
            rulings.rule()
            rulings.rule()
        assert_same_thoroughly(ledger)
        add(ledger, *(shortened(each, draw) for each in some[2:8]), version="2")
        assert_same_thoroughly(ledger)
        before = found_rows(ledger)
        assert rebuild_summaries(ledger) == Rebuilt(was_current=True, differed=False)
        assert found_rows(ledger) == before


def test_claims_go_on_where_the_page_before_ended(filled: Path) -> None:
    with Ledger(filled, read_only=True) as opened:
        every = opened.claims()
        shown: list[str] = []
        while found := opened.claims(after=shown[-1] if shown else None, limit=25):
            shown += [each.id for each in found]
        assert opened.claim_count() == len(every)
        assert opened.claim_count(contested=True) == len(opened.claims(contested=True)) > 0
        assert opened.claim(every[0].id) == every[0]
        with pytest.raises(NotFound, match="goes by 'k-nothing'"):
            opened.claim("k-nothing")
        with pytest.raises(NotFound, match="begin at the top"):
            opened.claims(after="k-nothing")
    assert shown == [each.id for each in every]
    assert len(every) > 50


def test_a_page_goes_on_where_the_one_before_ended(filled: Path) -> None:
    with Ledger(filled, read_only=True) as opened:
        every = opened.exchanges()
        shown: list[str] = []
        while found := opened.exchanges(after=shown[-1] if shown else None, limit=4):
            shown += [each.id for each in found]
        with pytest.raises(NotFound, match="begin at the top"):
            opened.exchanges(after="x-nothing")
        assert opened.exchange_count() == len(every)
        assert opened.exchange_count(limit=3) == 3
        first, total = opened.exchange_page(limit=2)
        assert opened.exchange_page(limit=2, after=first[-1].id) == (every[2:4], total)
        assert (first, total) == (every[:2], len(every))
        assert opened.exchange_count(party="Iran", unanswered=True) == len(
            opened.exchanges("Iran", unanswered=True)
        )
        for each in every:
            assert opened.exchange(each.id) == each
            assert opened.exchange(each.turns[-1].statement_id) == each
        with pytest.raises(NotFound, match="goes by 'x-nothing'"):
            opened.exchange("x-nothing")
    assert shown == [each.id for each in every]
    assert len(every) > 4


def test_a_ledger_without_summaries_is_read_without_them_and_gets_them_when_it_can(
    own: Path,
) -> None:
    with open_ledger(own) as ledger:
        kept = table_rows(ledger)
        digest = content_digest(ledger)
        forget(ledger, *sorted(DERIVED_SUMMARIES))
        with Ledger(own, read_only=True) as opened:
            without = opened.exchanges()
            last = opened.exchanges(after=without[0].id, limit=2)
        assert last == without[1:3]
        assert catch_up_summaries(ledger)
        assert not catch_up_summaries(ledger)
        assert table_rows(ledger) == kept
        assert content_digest(ledger) == digest
    with Ledger(own, read_only=True) as opened:
        assert opened.exchanges() == without


def test_what_later_forms_add_is_filled_from_what_is_there(own: Path) -> None:
    with open_ledger(own) as ledger:
        kept = added_rows(ledger)
    with closing(sqlite3.connect(own)) as raw:
        count_pairs_twice(raw)
        file_by_ids(raw)
        part_profiles(raw)
        for table in ("month_counts", "exchange_parties"):
            raw.execute(f"DROP TABLE {table}")
        query = "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '%, earliest%'"
        for (index,) in raw.execute(query).fetchall():
            raw.execute(f"DROP INDEX {index}")
        for table, columns in (
            ("exchanges", ("latest", "turns", "id")),
            ("accusations", ("latest", "id", "lists")),
            ("accusations", ("answered", "latest", "id", "lists")),
        ):
            name = f"ix_{table}_{'_'.join(columns)}"
            raw.execute(f"CREATE INDEX {name} ON {table} ({', '.join(columns)})")
        for table in ("exchanges", "claims", "accusations"):
            raw.execute(f"ALTER TABLE {table} DROP COLUMN earliest")
        raw.execute("ALTER TABLE fingerprints DROP COLUMN bounds")
        for end in ("first", "past"):
            raw.execute(f"ALTER TABLE copy_windows ADD COLUMN {end} INTEGER NOT NULL DEFAULT 0")
        raw.execute("DROP INDEX ix_identities_article_id_canonical_id")
        raw.execute("CREATE INDEX ix_identities_article_id ON identities (article_id)")
        raw.execute("UPDATE alembic_version SET version_num = '0014'")
        raw.commit()
    with open_ledger(own) as ledger:
        assert added_rows(ledger) == kept
        assert not catch_up_summaries(ledger)
        assert rebuild_summaries(ledger) == Rebuilt(was_current=True, differed=False)
    assert all(kept)


def test_what_is_filed_by_ids_is_filed_by_short_names(
    tmp_path: Path, records: list[ArticleRecord]
) -> None:
    half = len(records) // 2
    for name in ("older", "newer"):
        with open_ledger(tmp_path / name, create=True) as ledger:
            add(ledger, *records[:half])
    with closing(sqlite3.connect(tmp_path / "older")) as raw:
        count_pairs_twice(raw)
        file_by_ids(raw)
        raw.execute("UPDATE alembic_version SET version_num = '0020'")
        raw.commit()
    with open_ledger(tmp_path / "older") as older, open_ledger(tmp_path / "newer") as newer:
        assert table_rows(older) == table_rows(newer)
        for ledger in (older, newer):
            add(ledger, *records[half:])
        assert table_rows(older) == table_rows(newer)
        assert all(table_rows(older))
        assert rebuild_summaries(older) == Rebuilt(was_current=True, differed=False)


def test_what_is_of_many_days_was_filed_under_each_block_of_them(
    records: list[ArticleRecord], tmp_path: Path
) -> None:
    of_many = select(claim_keys).where(claim_keys.c.block < UNDATED)
    own = tmp_path / "own"
    year = DateInterval(start=date(2023, 1, 1), end=date(2023, 12, 31), precision=Precision.YEAR)
    of_year = (replace(each, article=replace(each.article, published=year)) for each in records[:9])
    with open_ledger(own, create=True) as ledger:
        add(ledger, *of_year, *records[9:12])
        kept = table_rows(ledger)
        with ledger.reading() as connection:
            assert connection.execute(of_many).all()
    with closing(sqlite3.connect(own)) as raw:
        index_more(raw)
        assert not raw.execute("SELECT 1 FROM claim_keys WHERE block < -1").fetchall()
        raw.execute("UPDATE alembic_version SET version_num = '0024'")
        raw.commit()
    with open_ledger(own) as ledger:
        assert table_rows(ledger) == kept
        assert rebuild_summaries(ledger) == Rebuilt(was_current=True, differed=False)


def test_rebuilding_tells_of_what_was_not_true(own: Path) -> None:
    with open_ledger(own) as ledger:
        with ledger.writing() as connection:
            connection.execute(update(exchanges).values(unanswered=0))
        assert rebuild_summaries(ledger) == Rebuilt(was_current=True, differed=True)
        forget(ledger, "summaries")
    with Ledger(own) as opened:
        assert opened.rebuild() == Rebuilt(was_current=False, differed=False)


def test_what_only_an_unsure_link_answers_is_without_an_answer_where_that_does_not_count(
    tmp_path: Path,
) -> None:
    story = told(
        "Tarn accused Avaria of piracy. Avaria denied it. Cyrland backed Tarn.",
        day=date(2031, 5, 4),
    )
    charge = story.say(Act.ACCUSE, "per:tarn", "state:AVA", "Avaria of piracy", cue="accused")
    denial = story.say(Act.DENY, "state:AVA", "per:tarn", "it", cue="denied")
    third = story.say(Act.SUPPORT, "state:CYR", "per:tarn", "Tarn", cue="backed")
    links = (
        make_link(denial, charge, Relation.DENIES, evidence=None, score=0.4),
        make_link(third, charge, Relation.SUPPORTS, evidence=None, score=0.9),
    )
    with open_ledger(tmp_path / "x", create=True) as ledger:
        add(ledger, story.record(links))
        with ledger.reading() as connection:
            asked = ExchangeFilter(unanswered=True)
            assert not list_exchanges(connection, asked)
            (left,) = list_exchanges(connection, replace(asked, least=0.5))
    assert [turn.statement_id for turn in left.turns] == [charge, third]
