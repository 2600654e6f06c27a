"""What commands have measured, put between marks in a document."""

import re
from pathlib import Path

__all__ = ["put_between"]


def put_between(document: Path, begins: str, ends: str, words: str) -> None:
    """Write the words between two marks of a document, in place of those that stand there."""
    marked = re.compile(f"{begins}.*?{ends}", re.DOTALL)
    text = document.read_text(encoding="utf-8")
    document.write_text(marked.sub(lambda _: f"{begins}\n{words}\n{ends}", text), encoding="utf-8")
