"""The shapes of what a ledger answers with, for those who describe them, as OpenAPI does."""

from rejoinder.ledger.read import ListedArticle
from rejoinder.model.record import ArticleRecord
from rejoinder.views.articles import ArticleView
from rejoinder.views.claims import ClaimView
from rejoinder.views.exchanges import ExchangeView
from rejoinder.views.overview import OverviewView
from rejoinder.views.statements import StatementView

__all__ = [
    "ArticleRecord",
    "ArticleView",
    "ClaimView",
    "ExchangeView",
    "ListedArticle",
    "OverviewView",
    "StatementView",
]
