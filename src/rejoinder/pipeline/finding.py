"""The summary by which statements and articles are found, and what publishers carry."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from rejoinder.ledger.found_article_book import FoundArticle, FoundArticleBook
from rejoinder.ledger.found_book import Found, FoundBook
from rejoinder.model.copies import Report, earliest_known, origin_of
from rejoinder.model.date import DateInterval
from rejoinder.model.record import ArticleRecord

__all__ = ["take_found", "take_found_articles"]


def take_found(
    book: FoundBook, articles: Collection[str], records: Iterable[ArticleRecord]
) -> None:
    """Take in what the statements of those articles are found by.

    Args:
        book: within the transaction of writing.
        articles: those that have changed.
        records: their latest records, in the ledger's ids.
    """
    book.take(articles, (each for record in records for each in _found(record)))


def take_found_articles(book: FoundArticleBook, reports: Iterable[Report]) -> None:
    """Take in what articles are found by, and those that have the text of one of them.

    Args:
        book: within the transaction of writing.
        reports: what is known of their copies; groups are whole.
    """
    groups: dict[str, list[Report]] = defaultdict(list)
    for each in reports:
        groups[each.group].append(each)
    found: dict[str, FoundArticle] = {}
    for members in groups.values():
        origin, first = origin_of(members), earliest_known(members)
        for each in members:
            found[each.article] = FoundArticle(
                publisher=each.publisher or "",
                origin=origin or "",
                copied=each is not first and each.publisher != first.publisher,
                month=_month(each.published),
            )
    book.follow()
    book.take(found)


def _found(record: ArticleRecord) -> Iterator[Found]:
    for each in record.statements:
        day = each.said or record.article.published
        yield Found(
            statement_id=each.id,
            article_id=record.article.id,
            publisher=record.article.publisher or "",
            act=each.act.value,
            quotation=each.quotation.value,
            month=_month(day),
            day=day.end.toordinal() if day else 0,
            speaker=tuple(sorted(set(each.speaker))),
            about=tuple(sorted(set(each.about) - set(each.speaker))),
        )


def _month(day: DateInterval | None) -> str:
    """Return month or year in which a day lies as far as it is known; empty where it is not."""
    if day is None or day.start.year != day.end.year:
        return ""
    return day.start.isoformat()[:7] if day.start.month == day.end.month else f"{day.start.year}"
