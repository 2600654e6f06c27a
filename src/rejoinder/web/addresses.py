"""Addresses: the state of every page is in its address, and addresses lead only to ourselves."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

__all__ = ["address", "is_local", "segment"]


def address(path: str, values: Mapping[str, object] | None = None, **more: object) -> str:
    """Return an address with those parameters; what is empty or None is left out.

    Args:
        path: where to; it must be quoted already, see `segment`.
        values: parameters.
        more: further ones, which replace those of the same name.
    """
    together = {**(values or {}), **more}
    kept = [
        (name, str(value))
        for name, value in together.items()
        if value is not None and value != "" and value is not False
    ]
    return f"{path}?{urlencode(kept)}" if kept else path


def segment(name: str) -> str:
    """Return a name as one part of a path."""
    return quote(name, safe="")


def is_local(there: str) -> bool:
    """Say whether an address is a path of this workbench; browsers take a backslash for a slash."""
    return (
        there.startswith("/")
        and not there.startswith(("//", "/\\"))
        and all(" " <= sign != "\x7f" and sign != "\\" for sign in there)
    )
