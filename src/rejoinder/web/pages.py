"""Pages: templates with what every one of them needs, escaped and made harmless throughout."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from rejoinder import __version__
from rejoinder.text.phrases import with_cue
from rejoinder.web.addresses import address, segment
from rejoinder.web.marking import drawn_as
from rejoinder.web.navigation import NAVIGATION, here
from rejoinder.web.settings import Settings
from rejoinder.web.shown import day_text, harmless, labelled, trimmed
from rejoinder.web.visits import form_token, visit_of
from rejoinder.web.words import (
    ACT_GROUPS,
    ACTS_DONE,
    ANSWERED,
    DIRECT_ACTS,
    RELATIONS_DONE,
    TOLD,
    counted,
    group_of,
)

__all__ = ["STATIC", "THEMES", "THEME_COOKIE", "Pages", "build_pages", "pages_of"]

STATIC: Final = Path(__file__).parent / "static"
THEMES: Final = ("system", "light", "dark")
THEME_COOKIE: Final = "rejoinder_theme"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Renders templates.

    Attributes:
        ledger: name of the file, for the head of every page.
    """

    environment: Environment
    settings: Settings
    ledger: str

    def show(
        self,
        request: Request,
        template: str,
        values: Mapping[str, object] | None = None,
        *,
        status: int = 200,
    ) -> Response:
        """Return the page that a template makes of the values.

        Every template is also given: ``path``, ``here`` (place in the navigation), ``csrf`` (what
        forms send back), ``theme``, ``ledger``, ``guarded`` (a token is set) and ``saving``
        (visitors may write).
        """
        theme = request.cookies.get(THEME_COOKIE, "system")
        text = self.environment.get_template(template).render(
            path=request.url.path,
            query=request.url.query,
            here=here(request.url.path),
            csrf=form_token(self.settings, visit_of(request)),
            theme=theme if theme in THEMES else "system",
            ledger=self.ledger,
            guarded=self.settings.token is not None,
            saving=self.settings.write,
            **(values or {}),
        )
        return HTMLResponse(text, status)


def build_pages(settings: Settings, ledger: str) -> Pages:
    """Return the pages of a workbench over the ledger of that name."""
    environment = Environment(
        loader=PackageLoader("rejoinder.web"),
        autoescape=True,
        finalize=harmless,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        day=day_text, labelled=labelled, trimmed=trimmed, counted=counted, with_cue=with_cue
    )
    environment.globals.update(
        NAVIGATION=NAVIGATION,
        ACTS_DONE=ACTS_DONE,
        ACT_GROUPS=ACT_GROUPS,
        ANSWERED=ANSWERED,
        DIRECT_ACTS=DIRECT_ACTS,
        RELATIONS_DONE=RELATIONS_DONE,
        TOLD=TOLD,
        THEMES=THEMES,
        version=__version__,
        address=address,
        segment=segment,
        group_of=group_of,
        drawn_as=drawn_as,
    )
    return Pages(environment=environment, settings=settings, ledger=ledger)


def pages_of(request: Request) -> Pages:
    """Return the pages of the application that a request came to."""
    pages: Pages = request.app.state.desk.pages
    return pages
