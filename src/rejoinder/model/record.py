"""ArticleRecord: one article and everything that was found in it."""

from dataclasses import dataclass

from rejoinder.model.actor import Actor
from rejoinder.model.article import Article
from rejoinder.model.copies import Copies
from rejoinder.model.event import Event
from rejoinder.model.link import Link
from rejoinder.model.statement import Statement

__all__ = ["ArticleRecord"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """One article with its actors, statements, events and links: one line on the wire.

    Attributes:
        copies: what it has to do with others of its text; None where nothing is known of that.
    """

    article: Article
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
    copies: Copies | None = None
