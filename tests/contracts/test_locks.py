"""Everything installed is pinned with its hashes, and no lock says where to get it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PINNED = re.compile(r"[A-Za-z0-9][\w.\-]*(\[[\w,\-]+\])?==[^\s;]+( ?; [^\\]+)?$")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}$")


def requirements(text: str) -> list[tuple[str, list[str]]]:
    """Return each requirement and the options that follow it."""
    joined = re.sub(r"\\\n\s*", "\0", text)
    lines = [line for line in joined.splitlines() if line.strip() and line.strip()[0] != "#"]
    return [(parts[0].strip(), parts[1:]) for parts in (line.split("\0") for line in lines)]


def faults(text: str) -> list[str]:
    """Return the requirements that are not pinned or have no hash."""
    found = []
    for requirement, options in requirements(text):
        if not PINNED.match(requirement):
            found.append(f"not pinned: {requirement}")
        if not options or not all(HASH.match(option.strip()) for option in options):
            found.append(f"without a hash: {requirement}")
    return found


@pytest.mark.parametrize("path", LOCKS, ids=lambda p: p.name)
def test_every_requirement_is_pinned_and_hashed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(requirements(text)) > 10
    assert not faults(text)


def test_both_locks_are_there_and_agree() -> None:
    runtime, dev = (
        {requirement for requirement, _ in requirements((ROOT / "requirements" / name).read_text())}
        for name in ("runtime.txt", "dev.txt")
    )
    assert runtime <= dev


@pytest.mark.parametrize("name", ["uv.lock", "poetry.lock", "Pipfile.lock", "pdm.lock"])
def test_no_lock_that_holds_addresses(name: str) -> None:
    assert not list(ROOT.glob(f"**/{name}"))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"a==1 \\\n    --hash=sha256:{'0' * 64}\n", []),
        (f"a==1 ; sys_platform == 'win32' \\\n    --hash=sha256:{'0' * 64}\n", []),
        (f"a>=1 \\\n    --hash=sha256:{'0' * 64}\n", ["not pinned: a>=1"]),
        ("a==1\n", ["without a hash: a==1"]),
        ("a==1 \\\n    --hash=sha256:12\n", ["without a hash: a==1"]),
    ],
)
def test_what_is_wrong_with_a_lock_is_noticed(line: str, found: list[str]) -> None:
    assert faults(line) == found
