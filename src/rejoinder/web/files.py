"""Our own files: style, scripts, fonts, and what is vendored."""

from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

__all__ = ["StaticFolder"]

# Not asked of the machine: with nosniff a script of another type is not run.
_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}


class StaticFolder(StaticFiles):
    """A folder of which only files that a page needs are given out."""

    def __init__(self, folder: Path) -> None:
        """Take the folder."""
        super().__init__(directory=folder)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file, or say that it has not changed."""
        kind = _TYPES.get(Path(path).suffix)
        if kind is None:
            raise HTTPException(404)
        response = await super().get_response(path, scope)
        if isinstance(response, FileResponse):
            response.headers["Content-Type"] = kind
        return response
