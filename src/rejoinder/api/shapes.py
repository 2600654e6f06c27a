"""The shapes of what a ledger answers with, for those who describe them, as OpenAPI does."""

from rejoinder.ledger.read import ListedArticle
from rejoinder.ledger.saved_book import SavedQuery
from rejoinder.model.record import ArticleRecord
from rejoinder.views.actors import ActorView
from rejoinder.views.article_search import ArticleHit, ArticleHits
from rejoinder.views.articles import ArticleView
from rejoinder.views.claim_sides import ClaimSides
from rejoinder.views.claims import ClaimView
from rejoinder.views.dyad import DyadView
from rejoinder.views.exchanges import ExchangeView
from rejoinder.views.network import EdgeView, NetworkView
from rejoinder.views.overview import OverviewView
from rejoinder.views.portrait import Portrait
from rejoinder.views.positions import PositionView
from rejoinder.views.publishers import PublisherDetail, PublisherView
from rejoinder.views.replies import Shown
from rejoinder.views.reply import AccusationView
from rejoinder.views.search import FacetValue, HitView, SearchPage
from rejoinder.views.statements import StatementView
from rejoinder.views.timeline import EntryView

__all__ = [
    "AccusationView",
    "ActorView",
    "ArticleHit",
    "ArticleHits",
    "ArticleRecord",
    "ArticleView",
    "ClaimSides",
    "ClaimView",
    "DyadView",
    "EdgeView",
    "EntryView",
    "ExchangeView",
    "FacetValue",
    "HitView",
    "ListedArticle",
    "NetworkView",
    "OverviewView",
    "Portrait",
    "PositionView",
    "PublisherDetail",
    "PublisherView",
    "SavedQuery",
    "SearchPage",
    "Shown",
    "StatementView",
]
