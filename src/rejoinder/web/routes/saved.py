"""Saved queries: searches and lists by name; the ledger is opened for writing for these alone."""

from typing import Annotated, Final
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from rejoinder.api import Ledger
from rejoinder.web.addresses import is_local
from rejoinder.web.desk import AtDesk, Desk
from rejoinder.web.navigation import NAVIGATION
from rejoinder.web.problems import Problem, ProblemFound

__all__ = ["remove", "rename", "router", "save", "saved_list"]

router = APIRouter(include_in_schema=False)

_Name = Annotated[str, Form(max_length=400)]
_Address = Annotated[str, Form(max_length=4000)]
_Person = Annotated[str, Form(max_length=200)]
_NO_PLACE: Final = "another page"


@router.get("/saved")
def saved_list(request: Request, desk: AtDesk) -> Response:
    """Show the saved queries by name."""
    saved = desk.remember("saved", desk.ledger.saved_queries)
    places = {each.id: _place(each.address) for each in saved}
    return desk.pages.show(
        request,
        "saved.html",
        {"saved": saved, "places": places},
    )


@router.post("/saved")
def save(desk: AtDesk, name: _Name = "", address: _Address = "", person: _Person = "") -> Response:
    """Save an address of the workbench under a name."""
    if not is_local(address):
        raise ProblemFound(
            Problem(
                status=400,
                title="That cannot be saved",
                detail="It is no page of this workbench.",
                cure="Go to a search or a list and save it from there.",
            )
        )
    with _writing(desk) as ledger:
        ledger.save_query(name, address, " ".join(person.split()) or None)
    return _back()


@router.post("/saved/{key}/rename")
def rename(desk: AtDesk, key: str, name: _Name = "", person: _Person = "") -> Response:
    """Give a saved query another name."""
    with _writing(desk) as ledger:
        ledger.rename_query(key, name, " ".join(person.split()) or None)
    return _back()


@router.post("/saved/{key}/delete")
def remove(desk: AtDesk, key: str) -> Response:
    """Take a saved query out of the list."""
    with _writing(desk) as ledger:
        ledger.remove_query(key)
    return _back()


def _writing(desk: Desk) -> Ledger:
    """Open the ledger for writing.

    Raises:
        ProblemFound: the workbench was started to read alone.
    """
    if not desk.settings.write:
        raise ProblemFound(
            Problem(
                status=403,
                title="This workbench only reads",
                detail="It was started without leave to write to the ledger.",
                cure="Start it with: rejoinder serve --ledger FILE --write. Without it, keep the "
                "address: it holds the whole query.",
            )
        )
    return Ledger(desk.settings.ledger, create=False)


def _back() -> Response:
    return RedirectResponse("/saved", status_code=303)


def _place(address: str) -> str:
    path = urlsplit(address).path
    named = [each for each in NAVIGATION if path == each.path or path.startswith(f"{each.path}/")]
    return max(named, key=lambda each: len(each.path)).name if named else _NO_PLACE
