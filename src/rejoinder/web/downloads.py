"""Lists as files: CSV for spreadsheets, JSON lines and Parquet for programs."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from starlette.responses import Response

from rejoinder.api import json_line
from rejoinder.api.frames import csv_bytes, parquet_bytes

if TYPE_CHECKING:
    import polars

__all__ = ["Form", "download", "download_network"]


class Form(StrEnum):
    """What a list can be downloaded as."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


_TYPES: Final = {
    Form.CSV: "text/csv; charset=utf-8",
    Form.JSONL: "application/x-ndjson",
    Form.PARQUET: "application/vnd.apache.parquet",
}


def download(
    name: str,
    form: Form,
    items: Iterable[object],
    table: "Callable[[], polars.DataFrame]",
) -> Response:
    """Return a list as a file that browsers save and never show.

    Args:
        name: of the file, without its ending.
        form: in which form.
        items: one JSON line each.
        table: makes the same list a table, for CSV and Parquet.
    """
    if form is Form.JSONL:
        body = "".join(f"{json_line(item)}\n" for item in items).encode("utf-8")
    else:
        body = csv_bytes(table()) if form is Form.CSV else parquet_bytes(table())
    saved = f'attachment; filename="{name}.{form.value}"'
    return Response(body, media_type=_TYPES[form], headers={"Content-Disposition": saved})


def download_network(name: str, kind: str, form: str, data: bytes) -> Response:
    """Return a discourse network as a file.

    Args:
        name: what it is of.
        kind: of the network.
        form: ``csv`` or ``graphml``.
        data: what the file holds.
    """
    types = {"csv": _TYPES[Form.CSV], "graphml": "application/graphml+xml"}
    saved = f'attachment; filename="{name}-{kind}.{form}"'
    return Response(data, media_type=types[form], headers={"Content-Disposition": saved})
