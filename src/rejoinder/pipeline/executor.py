"""Where articles are extracted: here or in processes beside; the records are the same."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Protocol

from rejoinder.errors import ArticleError, RejoinderError
from rejoinder.model.article import LoadedArticle
from rejoinder.model.failure import Failure, Reason, failure_id
from rejoinder.model.listed import ListedActor
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.stages import Engine, build_engine

__all__ = ["Executor", "InProcesses", "Serial", "Work", "extract_one"]

Work = tuple[LoadedArticle, ArticleRecord | Failure]
_Recipe = tuple[str, float | None, tuple[ListedActor, ...]]
_CHUNK = 8


class Executor(Protocol):
    """Extracts a stream of articles, in their order."""

    def run(self, articles: Iterable[LoadedArticle]) -> Iterator[Work]:
        """Yield each article with its record, or with the failure that it ended in."""
        ...


def extract_one(engine: Engine, loaded: LoadedArticle) -> ArticleRecord | Failure:
    """Return the article's record, or a failure that names it: one article never stops a run.

    Raises:
        RejoinderError: what is wrong concerns every article, such as a missing model.
    """
    try:
        return engine.extract(loaded.article)
    except ArticleError as error:
        return _failure(loaded, error.reason, error.detail)
    except RejoinderError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a text does to the stages stays its own
        detail = (
            f"extraction failed with {type(error).__name__}: {error}; the text was left out; "
            "please report it with the file"
        )
        return _failure(loaded, Reason.EXTRACTION, detail)


def _failure(loaded: LoadedArticle, reason: Reason, detail: str) -> Failure:
    return Failure(
        id=failure_id(loaded.input, reason, detail),
        input=loaded.input,
        reason=reason,
        detail=detail,
    )


class Serial:
    """Extracts in this process."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def run(self, articles: Iterable[LoadedArticle]) -> Iterator[Work]:
        """Yield each article with its record, or with the failure that it ended in."""
        for loaded in articles:
            yield loaded, extract_one(self._engine, loaded)


class InProcesses:
    """Extracts in worker processes that each load the stages once; few articles wait at a time."""

    def __init__(self, engine: Engine, workers: int) -> None:
        self._recipe: _Recipe = engine.tagger.stage, engine.least, engine.listed
        self._workers = workers

    def run(self, articles: Iterable[LoadedArticle]) -> Iterator[Work]:
        """Yield each article with its record, or with the failure that it ended in."""
        waiting: deque[tuple[list[LoadedArticle], Future[list[ArticleRecord | Failure]]]] = deque()
        stream = iter(articles)
        # Spawned, not forked: threads of the parser or of SQLite do not survive a fork.
        with ProcessPoolExecutor(self._workers, mp_context=get_context("spawn")) as pool:
            try:
                while chunk := list(islice(stream, _CHUNK)):
                    waiting.append((chunk, pool.submit(_extract_chunk, self._recipe, chunk)))
                    if len(waiting) > 2 * self._workers:
                        yield from _take(waiting)
                while waiting:
                    yield from _take(waiting)
            finally:
                pool.shutdown(wait=True, cancel_futures=True)


def _take(
    waiting: deque[tuple[list[LoadedArticle], Future[list[ArticleRecord | Failure]]]],
) -> Iterator[Work]:
    """Yield the oldest chunk when it is done."""
    chunk, future = waiting.popleft()
    yield from zip(chunk, future.result(), strict=True)


def _extract_chunk(recipe: _Recipe, chunk: list[LoadedArticle]) -> list[ArticleRecord | Failure]:
    """Extract some articles in a worker, which keeps its stages from one chunk to the next."""
    engine = build_engine(*recipe)
    return [extract_one(engine, loaded) for loaded in chunk]
