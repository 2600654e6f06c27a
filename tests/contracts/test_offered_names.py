"""Every module says what it offers, and what it offers is explained."""

import ast
import dataclasses
import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import rejoinder.model
from rejoinder.model.span import Span

SRC = Path(__file__).resolve().parents[2] / "src"
# Alembic finds these by its own names; ``python -m`` runs the other.
NOT_IMPORTED_BY_NAME = ("migrations/", "__main__.py")

ALL = sorted(SRC.rglob("*.py"))
MODULES = [p for p in ALL if not any(x in p.as_posix() for x in NOT_IMPORTED_BY_NAME)]

NAMES = [
    ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__")
    for path in MODULES
]
TRAINING = "rejoinder.training"

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def exported(tree: ast.Module) -> list[str] | None:
    """Return the names in ``__all__``, or None where there is none."""
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else None
        target = node.target if isinstance(node, ast.AnnAssign) else target
        if isinstance(target, ast.Name) and target.id == "__all__":
            assert isinstance(node, ast.Assign | ast.AnnAssign)
            assert node.value is not None
            return list(ast.literal_eval(node.value))
    return None


def definitions(tree: ast.Module) -> list[Definition]:
    """Return the public functions and classes of a module."""
    return [n for n in tree.body if isinstance(n, Definition) and not n.name.startswith("_")]


def unexplained(nodes: list[Definition], prefix: str = "") -> Iterator[str]:
    """Yield public functions, classes and methods without a docstring."""
    for node in nodes:
        if ast.get_docstring(node) is None:
            yield prefix + node.name
        if isinstance(node, ast.ClassDef):
            inner = [n for n in node.body if isinstance(n, Definition)]
            public = [n for n in inner if not n.name.startswith("_")]
            yield from unexplained(public, f"{prefix}{node.name}.")


def as_sorted(names: list[str]) -> list[str]:
    """Return names as ruff sorts ``__all__``: constants, classes, then the rest."""

    def rank(name: str) -> int:
        if name.isupper() and len(name) > 1:
            return 0
        return 1 if name[0].isupper() else 2

    return sorted(names, key=lambda name: (rank(name), name))


def faults(source: str) -> list[str]:
    """Return what is wrong with a module's ``__all__`` and docstrings."""
    tree = ast.parse(source)
    only_docstring = len(tree.body) <= 1
    found = [] if ast.get_docstring(tree) else ["the module has no docstring"]
    found += [f"{name} has no docstring" for name in unexplained(definitions(tree))]
    names = exported(tree)
    if names is None:
        return found if only_docstring else [*found, "__all__ is missing"]
    if names != as_sorted(names):
        found.append(f"__all__ is not sorted: {names}")
    if len(set(names)) != len(names):
        found.append("__all__ has a name twice")
    absent = {node.name for node in definitions(tree)} - set(names)
    return [*found, *(f"{name} is not in __all__" for name in sorted(absent))]


def absent(names: Iterable[str]) -> list[str]:
    """Return what modules list in ``__all__`` and do not have."""
    modules = [importlib.import_module(name) for name in names]
    return [
        f"{module.__name__}.{offered}"
        for module in modules
        for offered in getattr(module, "__all__", ())
        if not hasattr(module, offered)
    ]


# One test for all modules: of hundreds, each for itself, most of the time would be the runner's.
def test_every_module_lists_and_explains_what_it_offers() -> None:
    assert len(MODULES) > 500
    found = {str(path.relative_to(SRC)): faults(path.read_text("utf-8")) for path in MODULES}
    assert {module: what for module, what in found.items() if what} == {}


def test_what_modules_list_is_there() -> None:
    assert absent(name for name in NAMES if not name.startswith(TRAINING)) == []


def test_what_modules_of_training_list_is_there() -> None:
    pytest.importorskip("torch", reason="the extra 'train' is not installed")
    assert absent(name for name in NAMES if name.startswith(TRAINING)) == []


def test_what_is_listed_and_not_there_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rejoinder.model.span, "__all__", ["Span", "Spam"])
    assert absent(["rejoinder.model.article", "rejoinder.model.span"]) == [
        "rejoinder.model.span.Spam"
    ]


def test_faults_are_noticed() -> None:
    assert faults('"""Doc."""\n') == []
    assert faults('"""Doc."""\nx = 1\n') == ["__all__ is missing"]
    assert faults('__all__ = ["b", "A", "X_Y"]\n') == [
        "the module has no docstring",
        "__all__ is not sorted: ['b', 'A', 'X_Y']",
    ]
    assert faults('"""D."""\n__all__ = []\ndef f():\n    """Do."""\n') == ["f is not in __all__"]
    method = '"""D."""\n__all__ = ["C"]\nclass C:\n    """C."""\n    def m(self): ...\n'
    method += "    def _n(self): ...\n"
    assert faults(method) == ["C.m has no docstring"]


def model_dataclasses() -> list[type]:
    found = []
    for info in pkgutil.iter_modules(rejoinder.model.__path__, "rejoinder.model."):
        module = importlib.import_module(info.name)
        found += [
            value
            for value in vars(module).values()
            if isinstance(value, type)
            and dataclasses.is_dataclass(value)
            and value.__module__ == info.name
        ]
    return found


def test_the_model_has_its_types() -> None:
    names = {cls.__name__ for cls in model_dataclasses()}
    assert {"Article", "Statement", "Actor", "Event", "Link", "Span", "Exchange"} <= names


@pytest.mark.parametrize("cls", model_dataclasses(), ids=lambda cls: cls.__name__)
def test_a_type_of_the_model_is_frozen_slotted_and_named(cls: type) -> None:
    parameters = cls.__dataclass_params__  # type: ignore[attr-defined]
    assert parameters.frozen
    assert "__slots__" in vars(cls)
    if cls is not Span:
        assert all(field.kw_only for field in dataclasses.fields(cls))
