"""Ingest from the page: files that are sent, or a folder that may be read; how far it is."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Final

from fastapi import APIRouter, Form, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse, Response

from rejoinder.web.desk import AtDesk, Desk
from rejoinder.web.intake.intake import Intake, Job
from rejoinder.web.intake.names import (
    TAKEN,
    files_below,
    folder_below,
    folders_below,
    plain_name,
    unused,
)
from rejoinder.web.intake.unpacking import Refused
from rejoinder.web.problems import Problem, ProblemFound
from rejoinder.web.words import counted

__all__ = [
    "UPLOAD",
    "cancel",
    "go_on",
    "ingest_folder",
    "ingest_page",
    "progress",
    "router",
    "standing",
    "upload",
]

router = APIRouter(include_in_schema=False)

UPLOAD: Final = "/ingest/upload"
"""Where files are sent to; more may be sent there than elsewhere."""
_FILES: Final = "files"
_FOLDER_MOST: Final = 100_000
"""Files of a folder; of more a part at a time is ingested, or all by the command line."""
_SHOWN: Final = 20

_Text = Annotated[str, Form(max_length=300)]


@router.get("/ingest")
def ingest_page(request: Request, desk: AtDesk) -> Response:
    """Show what can be sent, and the ingest that runs or ran last."""
    intake, inbox = desk.intake, desk.settings.inbox
    values = {
        "writable": intake is not None,
        "folders": folders_below(inbox) if inbox is not None and intake is not None else None,
        "inbox": inbox.name if inbox is not None else None,
        "most": desk.settings.limits.upload // (1024 * 1024),
        "files": desk.settings.limits.files,
        "endings": ", ".join(sorted(TAKEN)),
        "job": intake.job if intake is not None else None,
    }
    return desk.pages.show(request, "ingest.html", values)


@router.get("/ingest/{key}")
def standing(request: Request, desk: AtDesk, key: str) -> Response:
    """Show how far an ingest is, or what came of it."""
    return _show(request, desk, "ingest_job.html", _job(desk, key))


@router.get("/ingest/{key}/progress")
def progress(request: Request, desk: AtDesk, key: str) -> Response:
    """Show the same as a piece of a page, which asks for itself while it runs."""
    return _show(request, desk, "ingest_progress.html", _job(desk, key))


@router.post(UPLOAD)
async def upload(request: Request, desk: AtDesk) -> Response:
    """Take files in and begin to ingest them."""
    async with request.form() as form:
        job = await _taken_in(desk, form)
    return RedirectResponse(f"/ingest/{job.id}", status_code=303)


@router.post("/ingest/folder")
def ingest_folder(
    desk: AtDesk, folder: _Text = "", publisher: _Text = "", published: _Text = ""
) -> Response:
    """Begin to ingest a folder below the one that may be read."""
    intake, inbox = _intake(desk), desk.settings.inbox
    if inbox is None:
        raise ProblemFound(_no_inbox())
    there = folder_below(inbox, folder)
    names = [each.relative_to(there).as_posix() for each in files_below(there)]
    if not names or len(names) > _FOLDER_MOST:
        raise ProblemFound(_unfit_folder(folder, len(names)))
    job = intake.start(
        f"the folder {folder}, {counted(len(names), 'file')}",
        there,
        names,
        publisher=_said(publisher),
        published=_day(_said(published)),
    )
    return RedirectResponse(f"/ingest/{job.id}", status_code=303)


@router.post("/ingest/{key}/cancel")
def cancel(desk: AtDesk, key: str) -> Response:
    """End an ingest; what it has committed stays."""
    _intake(desk).cancel(_job(desk, key).id)
    return RedirectResponse(f"/ingest/{key}", status_code=303)


@router.post("/ingest/{key}/again")
def go_on(desk: AtDesk, key: str) -> Response:
    """Begin an ingest that ended early again, behind what it has committed."""
    _intake(desk).again(_job(desk, key).id)
    return RedirectResponse(f"/ingest/{key}", status_code=303)


async def _taken_in(desk: Desk, form: FormData) -> Job:
    """Keep the files of a form and begin to ingest them."""
    intake = _intake(desk)
    sent = [each for each in form.getlist(_FILES) if isinstance(each, UploadFile) and each.filename]
    if len(sent) > desk.settings.limits.files:
        raise ProblemFound(_too_many(len(sent), desk.settings.limits.files))
    publisher, published = _said(form.get("publisher")), _day(_said(form.get("published")))
    folder = intake.make_folder()
    try:
        names, refused = await run_in_threadpool(_kept, sent, folder)
        if not names:
            raise ProblemFound(_nothing_sent(refused))
    except BaseException:
        intake.drop(folder)
        raise
    return intake.start(
        f"{counted(len(names), 'file')} that {'was' if len(names) == 1 else 'were'} sent",
        folder,
        names,
        publisher=publisher,
        published=published,
        refused=refused,
    )


def _show(request: Request, desk: Desk, template: str, job: Job) -> Response:
    added = None
    if not job.is_running and job.begun is not None:
        added = desk.ledger.added(job.begun, limit=_SHOWN)
    return desk.pages.show(request, template, {"job": job, "added": added})


def _intake(desk: Desk) -> Intake:
    if desk.intake is None:
        raise ProblemFound(
            Problem(
                status=403,
                title="This workbench only reads",
                detail="It was started without leave to write to the ledger.",
                cure="Start it with: rejoinder serve --ledger FILE --write. Or use the command "
                "line: rejoinder ingest INPUT --ledger FILE.",
            )
        )
    return desk.intake


def _job(desk: Desk, key: str) -> Job:
    found = _intake(desk).find(key)
    if found is None:
        raise ProblemFound(
            Problem(
                status=404,
                title="That ingest is not known any more",
                detail="Only the last one is remembered, until the workbench is started anew.",
                cure="What it has committed is in the ledger; see the articles. The same files "
                "can be sent again, which changes nothing that is there.",
            )
        )
    return found


def _kept(sent: Sequence[UploadFile], folder: Path) -> tuple[list[str], list[Refused]]:
    """Write what was sent under names of ours; return them, and what was refused."""
    names: list[str] = []
    refused: list[Refused] = []
    for each in sent:
        name = unused(plain_name(each.filename or ""), names)
        if Path(name).suffix.lower() not in TAKEN:
            why = f"Only files that end in {', '.join(sorted(TAKEN))} are read."
            refused.append(Refused(name=name, reason="unknown-type", detail=why))
            continue
        with (folder / name).open("xb") as target:
            shutil.copyfileobj(each.file, target)
        names.append(name)
    return names, refused


def _said(value: object) -> str | None:
    return (value.strip()[:300] or None) if isinstance(value, str) else None


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        raise ProblemFound(
            Problem(
                status=400,
                title="That is no day",
                detail=f"{value!r} is no date.",
                cure="Write it as 2022-11-08, or leave it empty.",
            )
        ) from None


def _nothing_sent(refused: Sequence[Refused]) -> Problem:
    named = ", ".join(each.name for each in refused[:5])
    detail = f"Not read: {named}." if refused else "No file came with it."
    return Problem(
        status=400,
        title="There is nothing to read",
        detail=detail,
        cure=f"Choose files that end in {', '.join(sorted(TAKEN))}.",
    )


def _too_many(count: int, most: int) -> Problem:
    return Problem(
        status=413,
        title="That is too much at once",
        detail=f"{count} files came; {counted(most, 'file')} can be sent at once.",
        cure="Send fewer, pack them into archives, or use the command line: "
        "rejoinder ingest FOLDER --ledger FILE.",
    )


def _no_inbox() -> Problem:
    return Problem(
        status=403,
        title="No folder may be read from here",
        detail="The workbench was started without one.",
        cure="Start it with --inbox DIR, then folders below DIR can be chosen; or send files.",
    )


def _unfit_folder(folder: str, count: int) -> Problem:
    detail = f"{folder!r} holds no file that can be read."
    if count:
        detail = f"{folder!r} holds {count:,} files; {_FOLDER_MOST:,} are read at once."
    return Problem(
        status=400,
        title="That folder cannot be read",
        detail=detail,
        cure="Choose another, or use the command line: rejoinder ingest FOLDER --ledger FILE.",
    )
