"""Articles in, records out, without a ledger."""

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from rejoinder.exports.files import export_stream, find_exporter, whole_file
from rejoinder.model.failure import Failure
from rejoinder.model.record import ArticleRecord

if TYPE_CHECKING:
    from rejoinder.articles.options import ReadOptions

__all__ = ["extract", "read_options", "standard_input", "write_records"]


def extract(
    *inputs: str | Path,
    publisher: str | None = None,
    published: date | None = None,
    tagger: str | None = None,
    least: float | None = None,
    workers: int = 1,
) -> Iterator[ArticleRecord | Failure]:
    """Yield what is found in each article, or why it could not be used, in input order.

    Args:
        inputs: files, folders, globs, or ``-`` for standard input.
        publisher: who published those that do not say so.
        published: when those came out that do not say so.
        tagger: what finds statements, one of ``TAGGERS``; the best that is installed if None.
        least: least score of a statement, 0 to 1; None for the tagger's own.
        workers: processes that extract side by side.

    Raises:
        ConfigError: ``workers`` is below 1, there is no such tagger, or ``least`` is no score.
        ModelNotInstalled: the language model is missing.
    """
    from rejoinder.pipeline.run import extract_inputs
    from rejoinder.pipeline.stages import build_engine

    yield from extract_inputs(
        [str(one) for one in inputs],
        read_options(publisher, published),
        build_engine(tagger, least),
        workers=workers,
        stdin=standard_input(inputs),
    )


def write_records(
    records: Iterable[ArticleRecord], target: str | Path | BinaryIO, form: str = "jsonl"
) -> int:
    """Write the records in an export format; return how many.

    A path gets the whole file or, if anything fails, keeps what it had.

    Raises:
        ConfigError: there is no such format, or the file cannot be written.
    """
    exporter = find_exporter(form)
    if not isinstance(target, str | Path):
        return export_stream(records, exporter, target)
    with whole_file(Path(target)) as stream:
        return export_stream(records, exporter, stream)


def read_options(publisher: str | None, published: date | None) -> "ReadOptions":
    """Return what a caller says about inputs in the reader's form."""
    from rejoinder.articles.options import ReadOptions

    return ReadOptions(publisher=publisher, published=published)


def standard_input(inputs: Iterable[str | Path]) -> BinaryIO | None:
    """Return standard input if it is among the inputs."""
    return sys.stdin.buffer if "-" in map(str, inputs) else None
