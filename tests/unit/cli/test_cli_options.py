from datetime import date
from pathlib import Path

import pytest

from rejoinder.cli.options import days_between, ledger_path, one_day, worker_count
from rejoinder.config import Config, read_config
from rejoinder.errors import ConfigError


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-11-08", date(2022, 11, 8), date(2022, 11, 8)),
        ("2022-11", date(2022, 11, 1), date(2022, 11, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_a_date_stands_for_all_its_days(value: str, first: date, last: date) -> None:
    assert days_between(value, value) == (first, last)


def test_no_date_stays_open() -> None:
    assert days_between(None, None) == (None, None)
    assert days_between("2022", None) == (date(2022, 1, 1), None)
    assert days_between(None, "2022") == (None, date(2022, 12, 31))


def test_days_that_end_before_they_begin_are_refused() -> None:
    with pytest.raises(ConfigError, match="--until '2022-10' comes before --since '2022-11-08'"):
        days_between("2022-11-08", "2022-10")


@pytest.mark.parametrize(
    "value",
    ["", "Monday", "08.11.2022", "2022-13", "2022-02-30", "22", "0000", "２０２２", "2022-11-08x"],
)
def test_what_is_no_date_is_refused_with_the_forms_there_are(value: str) -> None:
    with pytest.raises(ConfigError, match=r"--since .* is no date; write it as 2022-11-08"):
        days_between(value, None)
    with pytest.raises(ConfigError, match="--until"):
        days_between(None, value)


def test_an_option_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REJOINDER_LEDGER", "env.sqlite")
    monkeypatch.setenv("REJOINDER_WORKERS", "3")
    assert ledger_path(Path("mine.sqlite")) == Path("mine.sqlite")
    assert ledger_path(None) == Path("env.sqlite")
    assert (worker_count(2), worker_count(None)) == (2, 3)


def test_no_ledger_anywhere_is_refused_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REJOINDER_LEDGER", raising=False)
    with pytest.raises(ConfigError, match="give --ledger FILE or set REJOINDER_LEDGER"):
        ledger_path(None)


def test_an_empty_environment_gives_the_defaults() -> None:
    assert read_config({}) == Config(ledger=None, workers=1)
    assert read_config({"REJOINDER_LEDGER": "", "REJOINDER_WORKERS": ""}) == Config()


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5", "٣"])
def test_an_impossible_number_of_workers_is_refused(value: str) -> None:
    with pytest.raises(ConfigError, match="REJOINDER_WORKERS"):
        read_config({"REJOINDER_WORKERS": value})


def test_a_day_is_one_day() -> None:
    assert one_day("2022-11-08", "--published") == date(2022, 11, 8)
    assert one_day(None, "--published") is None
    with pytest.raises(ConfigError, match="--published '2022-11' is no single day"):
        one_day("2022-11", "--published")
