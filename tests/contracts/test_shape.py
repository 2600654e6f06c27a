"""Modules and functions stay short enough to read; there is no list of exceptions."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted([*(ROOT / "src").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")])
MOST_LINES_OF_MODULE = 300
MOST_LINES_OF_FUNCTION = 50


def too_long(source: str) -> list[str]:
    """Return what is longer than it may be."""
    lines = len(source.splitlines())
    found = [f"module: {lines} lines"] if lines > MOST_LINES_OF_MODULE else []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MOST_LINES_OF_FUNCTION:
                found.append(f"{node.name}: {length} lines")
    return found


def test_modules_and_functions_are_short() -> None:
    assert len(MODULES) > 500
    found = {str(path.relative_to(ROOT)): too_long(path.read_text("utf-8")) for path in MODULES}
    assert {module: what for module, what in found.items() if what} == {}


def test_long_code_is_noticed() -> None:
    body = "\n".join(f"    x = {n}" for n in range(50))
    assert too_long(f"def f():\n{body}\n") == ["f: 51 lines"]
    assert too_long("class C:\n" + f"    async def g(self):\n{body}\n".replace("\n", "\n    ")) == [
        "g: 51 lines"
    ]
    assert too_long("x = 1\n" * 301) == ["module: 301 lines"]
    assert too_long("x = 1\n" * 300) == []
