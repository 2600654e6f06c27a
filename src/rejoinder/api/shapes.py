"""The shapes of what a ledger answers with, for those who describe them, as OpenAPI does."""

from rejoinder.ledger.read import ListedArticle
from rejoinder.model.record import ArticleRecord
from rejoinder.views.actors import ActorView
from rejoinder.views.articles import ArticleView
from rejoinder.views.claim_sides import ClaimSides
from rejoinder.views.claims import ClaimView
from rejoinder.views.exchanges import ExchangeView
from rejoinder.views.overview import OverviewView
from rejoinder.views.portrait import Portrait
from rejoinder.views.statements import StatementView

__all__ = [
    "ActorView",
    "ArticleRecord",
    "ArticleView",
    "ClaimSides",
    "ClaimView",
    "ExchangeView",
    "ListedArticle",
    "OverviewView",
    "Portrait",
    "StatementView",
]
