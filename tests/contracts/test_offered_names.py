"""Every module says what it offers, and what it offers is explained."""

import ast
import dataclasses
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import rejoinder.model
from rejoinder.model.span import Span

SRC = Path(__file__).resolve().parents[2] / "src"
# Alembic finds these by its own names; ``python -m`` runs the other.
NOT_IMPORTED_BY_NAME = ("migrations/", "__main__.py")

ALL = sorted(SRC.rglob("*.py"))
MODULES = [p for p in ALL if not any(x in p.as_posix() for x in NOT_IMPORTED_BY_NAME)]

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
    found = [f"{name} has no docstring" for name in unexplained(definitions(tree))]
    names = exported(tree)
    if names is None:
        return found if only_docstring else [*found, "__all__ is missing"]
    if names != as_sorted(names):
        found.append(f"__all__ is not sorted: {names}")
    if len(set(names)) != len(names):
        found.append("__all__ has a name twice")
    absent = {node.name for node in definitions(tree)} - set(names)
    return [*found, *(f"{name} is not in __all__" for name in sorted(absent))]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_a_module_lists_and_explains_what_it_offers(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source)), "the module has no docstring"
    assert not faults(source)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_what_a_module_lists_is_there(path: Path) -> None:
    name = ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__")
    if name.startswith("rejoinder.training"):
        pytest.importorskip("torch", reason="the extra 'train' is not installed")
    module = importlib.import_module(name)
    for offered in getattr(module, "__all__", ()):
        assert hasattr(module, offered), offered


def test_faults_are_noticed() -> None:
    assert faults('"""Doc."""\n') == []
    assert faults('"""Doc."""\nx = 1\n') == ["__all__ is missing"]
    assert faults('__all__ = ["b", "A", "X_Y"]\n') == [
        "__all__ is not sorted: ['b', 'A', 'X_Y']",
    ]
    assert faults('"""D."""\n__all__ = []\ndef f():\n    """Do."""\n') == ["f is not in __all__"]
    method = (
        '__all__ = ["C"]\nclass C:\n    """C."""\n    def m(self): ...\n    def _n(self): ...\n'
    )
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
