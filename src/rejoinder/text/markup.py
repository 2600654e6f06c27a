"""HTML put together by hand: every text is escaped, and characters that act are shown as signs."""

from html import escape
from urllib.parse import urlsplit

from rejoinder.text.acting import replace_acting, sign_of

__all__ = ["Html", "element", "safe_address"]


class Html(str):
    """Text that is HTML already; whatever else is put into a page is escaped."""

    __slots__ = ()


def element(name: str, *inside: str | None, **attributes: str | int | None) -> Html:
    """Return an element.

    Args:
        name: of the element.
        inside: text, which is escaped, and elements; None is left out.
        attributes: those that are None are left out; ``class_`` is class, ``aria_label`` is
            aria-label.
    """
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_plain(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    body = "".join(
        each if isinstance(each, Html) else _plain(each) for each in inside if each is not None
    )
    return Html(f"<{name}{told}>{body}</{name}>")


def safe_address(url: str | None) -> str | None:
    """Return an address to which a link may lead: one of the web, else None."""
    try:
        parts = urlsplit(url or "")
        fits = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return None
    return url if fits else None


def _plain(text: str) -> str:
    return escape(replace_acting(text, sign_of), quote=True)
