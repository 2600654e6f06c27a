"""A digest of gold data that changes with its content and not with its layout."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from rejoinder.errors import GoldError

__all__ = ["digest_of"]

_JSON = frozenset({".json", ".jsonl"})


def digest_of(path: Path) -> str:
    """Return the SHA-256 over the gold in a file or in a folder's .json and .jsonl files.

    JSON is put in one form first (keys sorted, no blanks), so that formatting it again changes
    nothing; file names count, the folder's name does not.

    Raises:
        GoldError: there is no such file, or one is no JSON.
    """
    files = sorted(p for p in path.iterdir() if p.suffix in _JSON) if path.is_dir() else [path]
    digest = hashlib.sha256()
    for file in files:
        for part in (file.name, *_canonical(file)):
            body = part.encode("utf-8", "surrogatepass")
            digest.update(f"{len(body)}:".encode())
            digest.update(body)
    return digest.hexdigest()


def _canonical(file: Path) -> Iterable[str]:
    """Return a file's JSON values in one form."""
    try:
        text = file.read_text(encoding="utf-8")
        parts = text.split("\n") if file.suffix == ".jsonl" else [text]
        values = [json.loads(part) for part in parts if part.strip()]
    except (OSError, ValueError) as error:
        raise GoldError(
            f"{file}: cannot be read as gold: {error}; write it as UTF-8 JSON"
        ) from error
    return [
        json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        for value in values
    ]
