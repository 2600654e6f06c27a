"""Checks that summaries and records give the same accusations."""

from dataclasses import replace
from datetime import date

from rejoinder.ledger.copies import reports_with_copies
from rejoinder.ledger.lookup import actors_called
from rejoinder.ledger.read import LedgerReader
from rejoinder.views.on_matter import statements_on
from rejoinder.views.replies import ReplyFilter, Shown, find_replies
from rejoinder.views.reply_list import count_accusations, list_accusations, list_outlets

__all__ = ["assert_same_replies"]

CARRIED = (Shown.CARRIED, Shown.NOT_CARRIED)
_MIDDLE = date(2023, 9, 9)
_WORDS = "troops"


def assert_same_replies(reader: LedgerReader, *parties: str) -> None:
    """Check every list of accusations and every table of publishers."""
    connection = reader.connection
    reports = reports_with_copies(connection, {each.id for each in reader.articles()})
    plain = replace(reader, named=False)
    ids = {each: actors_called(connection, each, roles=False) for each in parties}
    every = (
        ReplyFilter(),
        ReplyFilter(demands=True),
        ReplyFilter(since=_MIDDLE, until=_MIDDLE),
        ReplyFilter(until=_MIDDLE),
        ReplyFilter(publisher="Daily", demands=True),
        ReplyFilter(holding=statements_on(connection, _WORDS)),
        ReplyFilter(holding=()),
        *(ReplyFilter(shown=each) for each in Shown),
        *(ReplyFilter(shown=each, publisher="Caspian Courier") for each in CARRIED),
        *(ReplyFilter(party=each, ids=ids[each]) for each in parties),
        *(ReplyFilter(accuser=each, accuser_ids=ids[each]) for each in parties),
        *(ReplyFilter(target=each, target_ids=ids[each]) for each in parties),
    )
    for wanted in every:
        whole = find_replies(reader, reports, wanted, plain)
        assert tuple(list_accusations(connection, wanted)) == whole.accusations, wanted
        assert list_outlets(connection, wanted) == whole.outlets, wanted
        assert count_accusations(reader, wanted) == len(whole.accusations), wanted
