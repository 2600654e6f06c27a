"""What is taken in: one ingest at a time, where it stands, and the process that does it."""

import json
import logging
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import IO, Any, Final

from rejoinder.web.intake.unpacking import Refused, Room
from rejoinder.web.problems import Problem, ProblemFound

__all__ = ["Intake", "Job", "State"]

_LOG: Final = logging.getLogger("rejoinder.web")
_WORKER: Final = "rejoinder.web.intake.worker"
_GRACE: Final = 5.0
"""Seconds in which a process that is ended may end by itself."""


class State(StrEnum):
    """Where an ingest stands."""

    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One ingest as it stands.

    Attributes:
        what: what is ingested, in a few words.
        done: articles dealt with.
        total: articles in all, about; None until they are counted.
        begun: the ledger's last batch before it; what came after it is new.
        refused: what was not taken in at all.
        summary: what came of it, when it is done.
        error: why it ended before its end.
    """

    id: str
    what: str
    folder: Path
    files: tuple[str, ...]
    publisher: str | None
    published: date | None
    state: State = State.RUNNING
    done: int = 0
    total: int | None = None
    begun: int | None = None
    refused: tuple[Refused, ...] = ()
    summary: dict[str, Any] | None = None
    error: str | None = None

    @property
    def is_running(self) -> bool:
        """Whether it goes on."""
        return self.state is State.RUNNING


@dataclass(slots=True)
class _Running:
    process: "subprocess.Popen[str]"
    listener: threading.Thread


@dataclass(slots=True)
class Intake:
    """Takes in what pages send, one ingest at a time, and remembers the last one.

    Attributes:
        ledger: the file that is written to.
        room: how much may come out of archives.
    """

    ledger: Path
    room: Room
    _job: Job | None = None
    _running: _Running | None = None
    _folder: Path | None = None
    _lock: threading.RLock = field(default_factory=threading.RLock)

    @property
    def job(self) -> Job | None:
        """Return the ingest that runs or ran last."""
        with self._lock:
            return self._job

    def find(self, key: str) -> Job | None:
        """Return the ingest of that id if it is the last one."""
        job = self.job
        return job if job is not None and job.id == key else None

    def make_folder(self) -> Path:
        """Return a new folder for files of one ingest, which only this user may enter.

        Raises:
            ProblemFound: an ingest runs.
        """
        with self._lock:
            self._refuse_second()
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="rejoinder-intake-"))
            return Path(tempfile.mkdtemp(prefix="job-", dir=self._folder))

    def drop(self, folder: Path) -> None:
        """Remove a folder of ours; another is left alone."""
        if self._folder is not None and folder.parent == self._folder:
            shutil.rmtree(folder, ignore_errors=True)

    def start(
        self,
        what: str,
        folder: Path,
        files: Sequence[str],
        *,
        publisher: str | None = None,
        published: date | None = None,
        refused: Sequence[Refused] = (),
    ) -> Job:
        """Begin to ingest files of a folder, named as they lie in it.

        Raises:
            ProblemFound: another ingest runs; the folder, if it is ours, is removed.
        """
        job = Job(
            id=secrets.token_hex(8),
            what=what,
            folder=folder,
            files=tuple(files),
            publisher=publisher,
            published=published,
            refused=tuple(refused),
        )
        with self._lock:
            try:
                self._refuse_second()
            except ProblemFound:
                self.drop(folder)
                raise
            before = self._job
            if before is not None and before.folder != folder:
                self.drop(before.folder)
            self._begin(job)
            return job

    def again(self, key: str) -> Job | None:
        """Begin the last ingest anew, behind what it has committed; None where it is another.

        Raises:
            ProblemFound: it runs.
        """
        with self._lock:
            job = self.find(key)
            if job is None:
                return None
            self._refuse_second()
            told = replace(job, state=State.RUNNING, done=0, summary=None, error=None, refused=())
            self._begin(told)
            return told

    def cancel(self, key: str) -> Job | None:
        """End the ingest if it is the last one and runs; what it has committed stays."""
        with self._lock:
            job = self.find(key)
            running = self._running
            if job is None or not job.is_running or running is None:
                return job
            self._job = replace(job, state=State.CANCELLED)
        _end(running.process)
        return self.job

    def close(self) -> None:
        """End what runs and remove what was taken in."""
        with self._lock:
            running, folder = self._running, self._folder
            self._folder = None
        if running is not None:
            _end(running.process)
            running.listener.join(timeout=_GRACE)
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)

    def _refuse_second(self) -> None:
        if self._job is not None and self._job.is_running:
            raise ProblemFound(
                Problem(
                    status=409,
                    title="An ingest is running",
                    detail=f"One runs at a time; this one reads {self._job.what}.",
                    cure="Wait until it is done, or cancel it on the page Ingest. Nothing of what "
                    "was sent now was kept.",
                )
            )

    def _begin(self, job: Job) -> None:
        work = {
            "ledger": str(self.ledger.absolute()),
            "folder": str(job.folder),
            "files": list(job.files),
            "publisher": job.publisher,
            "published": job.published.isoformat() if job.published else None,
            "room": asdict(self.room),
        }
        process = subprocess.Popen(
            [sys.executable, "-m", _WORKER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        listener = threading.Thread(target=self._listen, args=(job.id, process), daemon=True)
        self._job, self._running = job, _Running(process=process, listener=listener)
        assert process.stdin is not None
        process.stdin.write(json.dumps(work) + "\n")
        process.stdin.close()
        listener.start()

    def _listen(self, key: str, process: "subprocess.Popen[str]") -> None:
        """Note what the process tells until it ends."""
        assert process.stdout is not None
        with process.stdout as stream:
            for told in _lines(stream):
                with self._lock:
                    if self._job is not None and self._job.id == key and self._job.is_running:
                        self._job = _with(self._job, told)
        code = process.wait()
        with self._lock:
            job = self._job
            if job is not None and job.id == key and job.is_running:
                _LOG.error("the ingest ended with status %s before it was done", code)
                words = f"the process that reads ended with status {code} before it was done"
                self._job = replace(job, state=State.FAILED, error=words)


def _lines(stream: IO[str]) -> Iterator[dict[str, Any]]:
    for line in stream:
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict):
            yield told


def _with(job: Job, told: dict[str, Any]) -> Job:
    """Return the ingest as it stands with what was told."""
    if "refused" in told:
        return replace(job, refused=(*job.refused, Refused(**told["refused"])))
    if "total" in told:
        return replace(job, total=told["total"])
    if "begun" in told:
        # One that goes on has begun where it began first.
        return job if job.begun is not None else replace(job, begun=told["begun"])
    if "done" in told:
        return replace(job, done=told["done"])
    if "error" in told:
        return replace(job, state=State.FAILED, error=told["error"])
    if "summary" in told:
        done = job.done if told["summary"] is None else told["summary"]["read"]
        return replace(job, state=State.DONE, summary=told["summary"], done=done)
    return job


def _end(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    try:
        process.wait(timeout=_GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
