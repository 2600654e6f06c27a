"""Archives unpacked under limits: what is said of sizes is not believed, only what comes out."""

import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rejoinder.api import ENDINGS
from rejoinder.web.intake.names import plain_name, unused

__all__ = ["Refused", "Room", "unpack"]

_CHUNK: Final = 256 * 1024
_LOCKED: Final = 0x1


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Something that was not taken in.

    Attributes:
        name: the file, with what is inside an archive behind a colon.
        reason: a word for it.
        detail: why, and what to do.
    """

    name: str
    reason: str
    detail: str


@dataclass(slots=True, kw_only=True)
class Room:
    """How much may still come out of the archives of one ingest.

    Attributes:
        files: so many files.
        bytes: so many bytes, of all of them together.
        each: so many bytes of one.
    """

    files: int
    bytes: int
    each: int


def unpack(archive: Path, into: Path, room: Room) -> Iterator[Path | Refused]:
    """Yield the files of an archive that can be read, unpacked, and what was refused of it.

    Files lie side by side under names of ours, so that no path in the archive counts. It stops
    where the room is used up; what was unpacked before stays.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            yield from _members(opened, archive.name, into, room)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError, ValueError) as error:
        yield Refused(
            name=archive.name,
            reason="unreadable",
            detail=f"It is no archive that can be read ({error}). Pack it again as a plain zip.",
        )


def _members(
    opened: zipfile.ZipFile, name: str, into: Path, room: Room
) -> Iterator[Path | Refused]:
    into.mkdir(parents=True, exist_ok=True)
    held: set[str] = set()
    for member in opened.infolist():
        if member.is_dir():
            continue
        shown = f"{name}: {plain_name(member.filename)}"
        why = _refusal(member)
        if why is not None:
            yield Refused(name=shown, reason=why[0], detail=why[1])
            continue
        if room.files < 1:
            yield Refused(
                name=name,
                reason="too-many",
                detail="It holds more files than are taken at once. Send the rest by itself, or "
                "use the command line: rejoinder ingest FOLDER --ledger FILE.",
            )
            return
        room.files -= 1
        kept = unused(plain_name(member.filename), held)
        held.add(kept)
        bad = _written(opened, member, into / kept, room)
        if bad is not None:
            (into / kept).unlink(missing_ok=True)
            yield Refused(name=shown, reason=bad[0], detail=bad[1])
            if room.bytes < 1:
                return
            continue
        yield into / kept


def _refusal(member: zipfile.ZipInfo) -> tuple[str, str] | None:
    if stat.S_ISLNK(member.external_attr >> 16):
        return "link", "It is a link to another file. Pack the file itself."
    if Path(plain_name(member.filename)).suffix.lower() not in ENDINGS:
        return "unknown-type", f"Only files that end in {', '.join(sorted(ENDINGS))} are read."
    if member.flag_bits & _LOCKED:
        return "locked", "It is locked with a password. Pack it again without one."
    return None


def _written(
    opened: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, room: Room
) -> tuple[str, str] | None:
    """Write a file, counting what really comes out; return why it was refused, or None."""
    most = min(room.each, room.bytes)
    size = 0
    try:
        with opened.open(member) as source, target.open("xb") as written:
            while block := source.read(_CHUNK):
                size += len(block)
                if size > most:
                    room.bytes = 0 if size > room.bytes else room.bytes
                    return (
                        "too-large",
                        f"More than {most:,} bytes come out of it; so much is not taken at once.",
                    )
                written.write(block)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
        cure = "Pack it again as a plain zip, without a password."
        return "unreadable", f"It cannot be unpacked: {error}. {cure}"
    room.bytes -= size
    return None
