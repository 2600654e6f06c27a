"""Reviews of a text that was published again: carried over where the same words stand; pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from rejoinder.model.ids import ArticleId, StatementId
from rejoinder.model.review import Review
from rejoinder.model.span import Span, cover
from rejoinder.model.statement import Statement, statement_id

__all__ = ["carry", "moved_statement", "shift_between"]


def shift_between(spans: Collection[Span], old: str, new: str) -> int | None:
    """Return by how much words moved from one text to another; None where that is not plain.

    All from the first word to the last must stand in the new text in one place alone.
    """
    whole = cover(spans)
    words = whole.text_of(old)
    place = new.find(words)
    if place < 0 or new.find(words, place + 1) >= 0:
        return None
    return place - whole.start


def moved_statement(statement: Statement, by: int, article: ArticleId) -> Statement:
    """Return the statement in another text, with nothing that was only the old one's."""
    content = _moved(statement.content, by)
    return replace(
        statement,
        id=statement_id(article, content),
        article_id=article,
        parent=None,
        relay=(),
        said=None,
        source=_moved(statement.source, by),
        cue=_moved(statement.cue, by),
        content=content,
    )


def carry(
    reviews: Sequence[Review],
    by: int,
    article: ArticleId,
    root: StatementId,
    roots: Mapping[StatementId, StatementId],
) -> list[Review]:
    """Return the reviews of one statement as those of the statement that it has become.

    Args:
        reviews: of the old statement.
        by: how far its words have moved.
        article: the new text.
        root: the new statement.
        roots: what the old text's statements have become.
    """
    return [
        replace(
            each,
            article=article,
            statement=root,
            reading=replace(
                each.reading,
                source=_moved(each.reading.source, by),
                cue=_moved(each.reading.cue, by),
                content=_moved(each.reading.content, by),
            ),
            other=each.other and roots.get(each.other, each.other),
        )
        for each in reviews
    ]


def _moved(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + by, span.end + by) for span in spans)
