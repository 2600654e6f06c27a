"""Let pytest run the code blocks of README.md and docs/*.md."""

from tests.documents import pytest_collect_file

__all__ = ["pytest_collect_file"]
