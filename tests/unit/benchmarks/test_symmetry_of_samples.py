"""Parties exchanged in the sample articles change nothing but their names."""

from typing import TYPE_CHECKING

import pytest
from benchmarks.exchanged import EXCHANGES, Exchange
from benchmarks.made_up import read_articles
from benchmarks.symmetry import compare_samples

if TYPE_CHECKING:
    from rejoinder.pipeline.stages import Engine

LEAST = 0.95


@pytest.mark.model
@pytest.mark.parametrize("exchange", [EXCHANGES[0], EXCHANGES[4]], ids=lambda one: one.name)
def test_statements_and_events_come_out_alike(exchange: Exchange, engine: "Engine") -> None:
    ((_, alike),) = compare_samples(read_articles([]), [exchange], engine.extract)
    for sort in ("statements", "acts", "events"):
        same, every = alike.counts[sort]
        assert every >= 10, sort
        assert same >= LEAST * every, (sort, alike.apart)
