"""Archives for tests: plain ones, and some that lie."""

import io
import re
import struct
import zipfile

__all__ = ["archive", "linking", "locked", "lying"]


def archive(members: dict[str, bytes | str], *, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as made:
        for name, body in members.items():
            made.writestr(name, body)
    return stream.getvalue()


def lying() -> bytes:
    """Return an archive whose file says that it is small."""
    packed = bytearray(archive({"bomb.txt": b"word " * 200_000}))
    for found in re.finditer(rb"PK\x01\x02", bytes(packed)):
        struct.pack_into("<I", packed, found.start() + 24, 10)
    struct.pack_into("<I", packed, 22, 10)
    return bytes(packed)


def linking() -> bytes:
    """Return an archive that holds a link to another file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        link = zipfile.ZipInfo("secret.txt")
        link.external_attr = 0o120777 << 16
        made.writestr(link, "/etc/passwd")
    return stream.getvalue()


def locked() -> bytes:
    """Return an archive whose file says that it is locked with a password."""
    packed = bytearray(archive({"a.txt": "It is so."}))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[bytes(packed).index(sign) + place] |= 1
    return bytes(packed)
