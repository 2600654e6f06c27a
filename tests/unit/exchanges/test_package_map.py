"""The package says of each of its modules where it belongs."""

import re
from pathlib import Path

import rejoinder.exchanges as package

_NAMED = re.findall(r"`(\w+)`", package.__doc__ or "")
_THERE = {
    each.stem
    for each in Path(package.__path__[0]).iterdir()
    if each.suffix == ".py" or (each / "__init__.py").exists()
} - {"__init__"}


def test_each_module_is_named_and_there_is_no_other() -> None:
    assert set(_NAMED) == _THERE
