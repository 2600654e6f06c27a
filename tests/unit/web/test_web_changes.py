"""Change points on the page of a pair: shown where the extra is installed, else how to get them."""

import importlib.util
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.unit.ledger.ledger_samples import fresh, put, quarrel
from tests.unit.web.conftest import client, settings
from tests.unit.web.test_web_network import PAIR

from rejoinder.api import Ledger
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act

HAS_EXTRA = importlib.util.find_spec("ruptures") is not None


def weeks(*acts: Act) -> Iterator[ArticleRecord]:
    """Yield an article a week in which one of the pair does this to the other, and nothing else."""
    for number, act in enumerate(acts):
        day = date(2024, 1, 1) + timedelta(days=7 * number)
        record = quarrel(f"{number:03}", published=day.isoformat())
        said = replace(record.statements[2], act=act)
        yield replace(record, statements=(said,), events=(), links=())


@pytest.fixture
def page(tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """Return the page of the pair over these acts."""
    with fresh(tmp_path) as ledger:
        put(ledger, *weeks(*request.param))
        path = ledger.path
    with Ledger(path) as ledger:
        ledger.rebuild()
    browser: TestClient
    with client(settings(path)) as browser:
        return browser.get(PAIR).text


TURN = (Act.SUPPORT,) * 5 + (Act.ACCUSE,) * 5


@pytest.mark.parametrize("page", [TURN], indirect=True)
@pytest.mark.skipif(not HAS_EXTRA, reason="the extra 'changes' is not installed")
def test_a_change_of_the_mean_has_its_day_and_leads_to_what_was_said(page: str) -> None:
    changes = re.findall(
        r'<li data-start="([^"]+)" data-before="([^"]+)" data-after="([^"]+)"', page
    )
    assert [day for day, _, _ in changes] == ["2024-02-05"]
    assert float(changes[0][1]) > 0 > float(changes[0][2])
    assert "pick=2024-02-05#passages" in page
    assert "pip install" not in page


@pytest.mark.parametrize("page", [(Act.ACCUSE,) * 6], indirect=True)
@pytest.mark.skipif(not HAS_EXTRA, reason="the extra 'changes' is not installed")
def test_where_nothing_changes_it_is_said(page: str) -> None:
    assert "No lasting change of the mean was found" in page


@pytest.mark.parametrize("page", [TURN], indirect=True)
@pytest.mark.skipif(HAS_EXTRA, reason="the extra 'changes' is installed")
def test_without_the_extra_the_page_says_what_to_install(page: str) -> None:
    assert "pip install 'rejoinder[changes]'" in page
    assert 'id="changes"' not in page
    assert "No lasting change" not in page


@pytest.mark.parametrize("page", [(Act.SUPPORT, Act.ACCUSE)], indirect=True)
def test_of_too_few_weeks_nothing_is_said(page: str) -> None:
    assert 'id="tension-table"' in page
    assert "pip install" not in page
    assert "No lasting change" not in page
