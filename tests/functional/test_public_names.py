import subprocess
import sys

import pytest

import rejoinder


def test_the_public_names_are_sorted_and_all_there() -> None:
    assert rejoinder.__all__ == sorted(rejoinder.__all__)
    for name in rejoinder.__all__:
        assert getattr(rejoinder, name) is not None
    assert dir(rejoinder) == rejoinder.__all__


def test_other_names_are_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Thread'"):
        _ = rejoinder.Thread


@pytest.mark.parametrize("module", ["rejoinder", "rejoinder.api", "rejoinder.cli.app"])
def test_importing_loads_nothing_heavy(module: str) -> None:
    heavy = ("spacy", "sqlalchemy", "alembic", "polars", "numpy", "trafilatura", "babel")
    program = f"import sys, {module}; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_model_and_the_errors_need_only_the_standard_library() -> None:
    program = (
        "import sys; from rejoinder import ArticleRecord, LedgerError; "
        "print([m for m in ('typer', 'rich', 'spacy', 'sqlalchemy') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
