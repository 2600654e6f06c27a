"""Checks that what is found, and what publishers carry, is what all records say."""

from collections import Counter
from dataclasses import replace

from rejoinder.ledger.copies import reports_with_copies
from rejoinder.ledger.read import LedgerReader
from rejoinder.model.claim import ClaimStatus
from rejoinder.model.copies import by_origin, origin_of
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act, Quotation
from rejoinder.views.claims import ClaimFilter, find_claims
from rejoinder.views.filters import StatementFilter
from rejoinder.views.publishers import find_publishers, show_publisher
from rejoinder.views.publishers_meant import UNKNOWN
from rejoinder.views.replies import ReplyFilter, Shown, find_replies
from rejoinder.views.search import SearchFilter, find_hits, hit_ids
from rejoinder.views.statements import find_statements

__all__ = ["assert_same_found"]

_ALL = 100_000


def assert_same_found(reader: LedgerReader) -> None:
    """Check the numbers of every publisher, and what is found by each kind of condition."""
    records = list(replace(reader, named=False).records())
    assert_same_publishers(reader, records)
    assert_same_hits(reader, records)


def assert_same_publishers(reader: LedgerReader, records: list[ArticleRecord]) -> None:
    """Check the numbers of every publisher."""
    connection = reader.connection
    reports = reports_with_copies(connection, {each.article.id for each in records})
    table = {each.publisher: each for each in find_replies(reader, reports, ReplyFilter()).outlets}
    views = find_publishers(connection)
    assert {view.publisher for view in views} == {each.article.publisher for each in records}
    for view in views:
        own = [each for each in records if each.article.publisher == view.publisher]
        told = [each for record in own for each in record.statements]
        assert view.articles == len(own)
        assert (view.statements, view.direct, view.mixed) == (
            len(told),
            sum(each.quotation is Quotation.DIRECT for each in told),
            sum(each.quotation is Quotation.MIXED for each in told),
        )
        if view.publisher in table:
            assert view.replies == table[view.publisher]
        detail = show_publisher(connection, view.publisher or UNKNOWN)
        voices = Counter(
            str(one) for each in told for one in ({*each.speaker} if each.speaker else {None})
        )
        shown = {str(each.id): each.statements for each in detail.voices}
        assert shown == dict(voices) or len(shown) == 50
        assert {each.act: each.statements for each in detail.acts} == Counter(
            each.act for each in told
        )
        groups = {one.article: one.group for one in reports}
        credits = Counter(
            origin_of([one for one in reports if one.group == groups[each.article.id]])
            for each in own
        )
        assert {each.origin: each.articles for each in detail.origins} == dict(credits)
    assert sum(view.copied for view in views) <= len(records) - len(by_origin(reports)) or not views


def assert_same_hits(reader: LedgerReader, records: list[ArticleRecord]) -> None:
    """Check what is found by words, by each kind of condition, and by both."""
    connection = reader.connection
    told = [(record, each) for record in records for each in record.statements]
    reports = reports_with_copies(connection, {each.article.id for each in records})
    plain = replace(reader, named=False)
    contested = {
        spoken.statement_id
        for claim in find_claims(reader, reports, ClaimFilter(), plain)
        if claim.status is ClaimStatus.CONTESTED
        for voice in claim.voices
        for spoken in voice.statements
    }
    left = find_replies(reader, reports, ReplyFilter(shown=Shown.UNANSWERED), plain)
    unanswered = {one.statement_id for each in left.accusations for one in each.statements}
    speakers = Counter(one for _, each in told for one in set(each.speaker))
    often = max(speakers, key=lambda one: (speakers[one], one))

    def found(**wanted: object) -> set[str]:
        return set(hit_ids(connection, SearchFilter(**wanted), _ALL))  # type: ignore[arg-type]

    assert found(speaker=often) == {each.id for _, each in told if often in each.speaker}
    assert found(contested=True) == contested
    assert found(unanswered=True) == unanswered
    for act in Act:
        assert found(act=act) == {each.id for _, each in told if each.act is act}
    for kind in Quotation:
        assert found(quotation=kind) == {each.id for _, each in told if each.quotation is kind}
    for words in ("border", "Armenia*", '"the border"', "nothing of the kind"):
        views = find_statements(connection, StatementFilter(text=words))
        assert found(text=words) == {each.id for each in views}
        denied = {each.id for each in views if each.act is Act.DENY}
        assert found(text=words, act=Act.DENY) == denied
    page = find_hits(connection, SearchFilter(speaker=often), after=None, limit=5)
    assert page.total == speakers[often]
    assert {each.value: each.times for each in page.facets["act"]} == Counter(
        each.act for _, each in told if often in each.speaker
    )
    about = Counter(
        str(one)
        for _, each in told
        if often in each.speaker
        for one in set(each.about) - set(each.speaker)
    )
    assert all(about[each.value] == each.times for each in page.facets["about"])
