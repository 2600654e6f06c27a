"""What a workbench is started with: read once, frozen, passed on."""

import ipaddress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rejoinder.errors import ConfigError

__all__ = ["FEWEST_CHARACTERS", "Limits", "Settings", "check_settings", "is_loopback"]

FEWEST_CHARACTERS: Final = 16
"""Of a token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one request may bring, in bytes, and how much one page may show.

    Attributes:
        target: path and query together.
        body: what a form or a call may send.
        upload: what a route that takes files may be sent; see `rejoinder.web.security.limits`.
        files: so many files at once, those in archives too.
        unpacked: what may come out of archives, together and of one file.
        rows: most rows of one page of a list.
        characters: most characters of an article on one page.
    """

    target: int = 8_192
    body: int = 256 * 1024
    upload: int = 64 * 1024 * 1024
    files: int = 500
    unpacked: int = 256 * 1024 * 1024
    rows: int = 200
    characters: int = 150_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a workbench is started with.

    Attributes:
        ledger: the file; it is only read unless visitors may write.
        host: address to listen on; any but this machine's own demands a token.
        token: who does not bring it sees nothing; None where nobody else can reach the address.
        names: names by which browsers may ask for the workbench beside its address.
        write: visitors may write to the ledger.
        inbox: the folder below which they may choose folders to ingest; None: none.
        secret: signs what browsers bring back; made anew at each start, so a restart ends visits.
    """

    ledger: Path
    secret: bytes
    host: str = "127.0.0.1"
    port: int = 8420
    token: str | None = None
    names: tuple[str, ...] = ()
    write: bool = False
    inbox: Path | None = None
    limits: Limits = Limits()


def is_loopback(host: str) -> bool:
    """Say whether only this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def check_settings(settings: Settings) -> None:
    """Refuse settings that would let strangers read the ledger, or that contradict each other.

    Raises:
        ConfigError: others can reach the address and there is no token, or it is too short; an
            inbox is given without leave to write, or is no folder.
    """
    if settings.inbox is not None and not settings.write:
        raise ConfigError("--inbox names what may be ingested; give --write too, or leave it out")
    if settings.inbox is not None and not settings.inbox.is_dir():
        raise ConfigError(f"there is no folder {str(settings.inbox)!r}; name one with --inbox DIR")
    if settings.token is not None and len(settings.token) < FEWEST_CHARACTERS:
        raise ConfigError(
            f"the token has {len(settings.token)} characters; make it at least "
            f"{FEWEST_CHARACTERS}, such as: python3 -c 'import secrets; "
            "print(secrets.token_urlsafe(32))'"
        )
    if settings.token is None and not is_loopback(settings.host):
        raise ConfigError(
            f"{settings.host!r} can be reached from other machines, so a token is needed: write a "
            "long one into a file that only you can read and name it with --token-file FILE, or "
            "leave out --host to stay on this machine"
        )
