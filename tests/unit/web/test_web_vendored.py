"""What is vendored is what its packages published, with its licence, and leads nowhere else."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
STATIC = ROOT / "src/rejoinder/web/static"
FOLDERS = [STATIC / "vendor", ROOT / "tests/browser/vendor"]
LICENCES = {"0BSD", "Apache-2.0", "MIT", "OFL-1.1", "MPL-2.0"}
MOST_BYTES = 4_000_000


def manifest(folder: Path) -> list[dict[str, Any]]:
    """Return what a folder of vendored packages says it holds."""
    found: list[dict[str, Any]] = json.loads((folder / "vendor.json").read_text("utf-8"))[
        "packages"
    ]
    return found


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.parent.name)
def test_every_file_is_listed_with_its_digest(folder: Path) -> None:
    listed = {each["path"]: each for package in manifest(folder) for each in package["files"]}
    there = {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    } - {"vendor.json"}
    assert there == set(listed)
    for name, about in listed.items():
        body = (folder / name).read_bytes()
        assert hashlib.sha256(body).hexdigest() == about["sha256"], name
        assert len(body) == about["bytes"], name


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.parent.name)
def test_every_package_has_a_version_and_its_licence(folder: Path) -> None:
    for package in manifest(folder):
        assert re.fullmatch(r"\d+\.\d+\.\d+", package["version"])
        assert package["licence"] in LICENCES
        assert re.fullmatch(r"[0-9a-f]{64}", package["tarball_sha256"])
        assert package["licence_files"]
        for name in package["licence_files"]:
            assert (folder / name).stat().st_size > 100


def test_the_wheel_stays_small() -> None:
    assert sum(path.stat().st_size for path in STATIC.rglob("*") if path.is_file()) < MOST_BYTES
    # MPL files are for tests alone; the wheel holds permissive licences only.
    assert "MPL-2.0" not in {package["licence"] for package in manifest(FOLDERS[0])}


def test_our_own_files_lead_nowhere_else() -> None:
    own = [
        path
        for path in STATIC.rglob("*")
        if path.is_file() and "vendor" not in path.relative_to(STATIC).parts
    ]
    assert len(own) > 5
    for path in own:
        text = path.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert not re.search(r"(?:https?:)?//[a-z]", text.replace("http://www.w3.org/2000/svg", ""))
        assert not re.search(r"@import|innerHTML|document\.write|\beval\(|new Function", text), path


def test_every_font_that_the_style_asks_for_is_there() -> None:
    css = STATIC / "css/workbench.css"
    asked = re.findall(r'url\("([^"]+)"\)', css.read_text(encoding="utf-8"))
    assert len(asked) >= 10
    for path in asked:
        assert (css.parent / path).resolve().is_file(), path
    fonts = {path.name for path in (STATIC / "vendor").rglob("*.woff2")}
    assert fonts == {Path(path).name for path in asked}
