"""The routes: one module a noun; a new page adds its router here and its place in navigation."""

from typing import Final

from rejoinder.web.routes import (
    actors,
    api,
    articles,
    claims,
    door,
    dyads,
    exchanges,
    found_api,
    ingest,
    network,
    network_api,
    overview,
    positions,
    publishers,
    replies,
    report,
    review,
    reviewers,
    saved,
    search,
    statements,
    timeline,
)

__all__ = ["ROUTERS"]

ROUTERS: Final = (
    overview.router,
    exchanges.router,
    positions.router,
    claims.router,
    network.router,
    dyads.router,
    actors.router,
    statements.router,
    timeline.router,
    articles.router,
    report.router,
    review.router,
    reviewers.router,
    ingest.router,
    search.router,
    replies.router,
    publishers.router,
    saved.router,
    door.router,
    found_api.router,
    network_api.router,
    api.router,
)
