"""The application: its middlewares from the outside in, its routes, its errors."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache

from fastapi import Depends, FastAPI
from starlette.middleware import Middleware

from rejoinder import __version__
from rejoinder.web.desk import Desk
from rejoinder.web.files import StaticFolder
from rejoinder.web.pages import STATIC
from rejoinder.web.problems import Faults, add_handlers
from rejoinder.web.routes import ROUTERS
from rejoinder.web.routes.api import describe
from rejoinder.web.routes.ingest import UPLOAD
from rejoinder.web.security.access import Door
from rejoinder.web.security.headers import SecurityHeaders
from rejoinder.web.security.hosts import KnownHosts
from rejoinder.web.security.limits import RequestLimits
from rejoinder.web.security.writes import check_write
from rejoinder.web.settings import Settings, check_settings
from rejoinder.web.visits import Visits

__all__ = ["create_app"]

_ABOUT = """\
Who said what about whom, and what they answered: one ledger, read-only.

Lists come by the page: `next` is the cursor to send as `after` for what follows, null at the end.
Errors are problem details (RFC 9457). The fields are those of docs/records.md and `--json`.
"""


def create_app(settings: Settings) -> FastAPI:
    """Return the workbench over a ledger; serving it is for `rejoinder.web.serving`.

    Raises:
        ConfigError: the settings would let strangers in.
        LedgerError: the ledger cannot be opened.
    """
    check_settings(settings)
    desk = Desk(settings)
    uploads = (UPLOAD,) if settings.write else ()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()

    app = FastAPI(
        title="Rejoinder",
        version=__version__,
        description=_ABOUT,
        openapi_url="/api/openapi.json",
        # Their pages load scripts from elsewhere; /api is ours.
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(Visits),
            Middleware(Faults),
            Middleware(KnownHosts, settings=settings),
            Middleware(RequestLimits, limits=settings.limits, uploads=uploads),
            Middleware(Door, settings=settings),
        ],
        dependencies=[Depends(check_write)],
    )
    app.state.desk = desk
    app.openapi = cache(lambda: describe(app))  # type: ignore[method-assign]
    add_handlers(app)
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFolder(STATIC))
    return app
