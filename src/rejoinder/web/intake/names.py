"""Names of files that come from elsewhere: made harmless, or refused; none leads elsewhere."""

import os
import re
import stat
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from rejoinder.api import ENDINGS
from rejoinder.errors import ConfigError
from rejoinder.text.acting import find_acting

__all__ = [
    "ARCHIVE",
    "TAKEN",
    "files_below",
    "folder_below",
    "folders_below",
    "plain_name",
    "unused",
]

ARCHIVE: Final = ".zip"
TAKEN: Final = frozenset({*ENDINGS, ARCHIVE})
"""Endings of files that can be taken in."""
_LONGEST: Final = 150
"""Bytes of a name."""
_FORBIDDEN: Final = re.compile(r'[<>:"|?*\\/]')


def plain_name(name: str) -> str:
    """Return the last part of a name, fit for a file of ours: no path, no sign that acts.

    What is left keeps its ending and has 150 bytes at most; of nothing "file" is made.
    """
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    kept = "".join("_" if _is_unfit(each) else each for each in last).strip(" .")
    stem, dot, ending = kept.rpartition(".")
    if not dot:
        stem, ending = kept, ""
    ending = f".{ending[:10]}" if ending else ""
    return (_cut(stem, _LONGEST - len(ending.encode())) or "file") + ending


def unused(name: str, held: Collection[str]) -> str:
    """Return the name, with a number before its ending where it is held already."""
    known = {each.casefold() for each in held}
    stem, ending = Path(name).stem, Path(name).suffix
    number = 1
    while name.casefold() in known:
        number += 1
        name = f"{stem} {number}{ending}"
    return name


def folder_below(root: Path, name: str) -> Path:
    """Return the folder of that name below a root.

    Raises:
        ConfigError: it is none, or lies elsewhere, be it by way of a link.
    """
    whole = Path(os.path.realpath(root))
    try:
        there = Path(os.path.realpath(whole / name))
        fits = there.is_relative_to(whole) and there.is_dir()
    except (OSError, ValueError) as error:
        raise _no_folder(name) from error
    if Path(name).is_absolute() or not fits:
        raise _no_folder(name)
    return there


def folders_below(root: Path, most: int = 200) -> list[str]:
    """Return the folders below a root that hold something to read, "." for itself, by name."""
    whole = Path(os.path.realpath(root))
    found = []
    for folder, inner, names in os.walk(whole):
        inner[:] = sorted(each for each in inner if not each.startswith("."))
        if any(_is_read(Path(folder) / each) for each in names):
            found.append(Path(folder).relative_to(whole).as_posix())
        if len(found) >= most:
            break
    return found


def files_below(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder that can be read, by name; no link is followed."""
    for place, inner, names in os.walk(folder):
        inner[:] = sorted(each for each in inner if not each.startswith("."))
        yield from (Path(place) / each for each in sorted(names) if _is_read(Path(place) / each))


def _is_read(path: Path) -> bool:
    if path.name.startswith(".") or path.suffix.lower() not in ENDINGS:
        return False
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _is_unfit(character: str) -> bool:
    return (
        bool(_FORBIDDEN.match(character))
        or find_acting(character)
        or unicodedata.category(character) in {"Cc", "Cs", "Cn", "Co"}
    )


def _cut(text: str, most: int) -> str:
    return text.encode("utf-8", "replace")[:most].decode("utf-8", "ignore").strip(" .")


def _no_folder(name: str) -> ConfigError:
    return ConfigError(
        f"{name[:200]!r} is no folder below the one that this workbench may read; "
        "choose one of the list"
    )
