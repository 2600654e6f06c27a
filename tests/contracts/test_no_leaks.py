"""Nothing of this machine, of a registry or of the research articles is in the repository."""

import ast
import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
RUN = 12

MACHINE = re.compile(r"(?<![\w.~/])/(?:home|Users|work|root|mnt|Volumes)/\w+")
REGISTRY = re.compile(
    r"https?://[^\s\"'<>)]*(?:pypi|pythonhosted|npmjs|/\+?simple\b|registry\.|artifactory|nexus)",
    re.IGNORECASE,
)
INDEX = re.compile(r"(?:index-url|index_url|find-links|extra-index)\s*[=\s]\s*[\"']?\w+:/", re.I)
UNFINISHED = re.compile(r"\b(?:T[O]DO|FIX[M]E|XX[X]|NotImplemented[E]rror)\b")
PICKLING = frozenset({"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"})


def tracked() -> list[Path]:
    """Return the files that git knows, or skip where there is no repository."""
    try:
        done = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no git checkout")
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def texts() -> Iterator[tuple[str, str]]:
    """Yield each tracked text file's name and content."""
    for path in tracked():
        try:
            yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def places(pattern: re.Pattern[str], files: Iterable[tuple[str, str]]) -> list[str]:
    """Return file, line and match wherever the pattern is."""
    return [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match.group()}"
        for name, text in files
        for match in pattern.finditer(text)
    ]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str) -> Iterator[str]:
    """Yield every run of words of the length that counts as copied."""
    every = words(text)
    for n in range(len(every) - RUN + 1):
        yield " ".join(every[n : n + RUN])


def research_texts(shared: Path) -> Iterator[str]:
    for path in sorted((shared / "corpora" / "caucasus").glob("*.txt")):
        yield path.read_text(encoding="utf-8", errors="replace")
    for path in (*sorted((shared / "corpora").glob("*.jsonl")), shared / "data/polnear-dev.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


def test_no_path_of_a_machine() -> None:
    assert not places(MACHINE, texts())
    own = re.compile(re.escape(str(ROOT)) + r"\b")
    assert not places(own, texts())


def test_no_address_of_a_registry() -> None:
    assert not places(REGISTRY, texts())
    assert not places(INDEX, texts())


def test_locks_hold_no_address_at_all() -> None:
    locks = [(name, text) for name, text in texts() if name.startswith("requirements/")]
    assert len(locks) >= 2
    assert not places(re.compile(r"\w+://\S+"), locks)


def test_nothing_is_left_undone_in_the_source() -> None:
    files = [(str(p.relative_to(ROOT)), p.read_text("utf-8")) for p in SRC.rglob("*.py")]
    assert len(files) > 50
    assert not places(UNFINISHED, files)


def test_nothing_is_pickled() -> None:
    for path in [*SRC.rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")]:
        assert not imported(path.read_text(encoding="utf-8")) & PICKLING, path
    assert not [p for p in tracked() if p.suffix in {".pkl", ".pickle", ".joblib", ".npy", ".pt"}]


def imported(source: str) -> set[str]:
    """Return the top names that a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.shared
def test_no_run_of_words_of_a_research_article(shared: Path) -> None:
    theirs = {run for text in research_texts(shared) for run in runs(text)}
    assert len(theirs) > 100_000
    copied = {
        name: sorted(found)[:3]
        for name, text in texts()
        if (found := theirs.intersection(runs(text)))
    }
    assert not copied


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (MACHINE, "see |home|ann|x"),
        (MACHINE, '"|work|main"'),
        (REGISTRY, "https:||pypi.org|simple|x"),
        (REGISTRY, "http:||10.0.0.1|root|pypi|+simple|"),
        (REGISTRY, "https:||registry.npmjs.org|x"),
        (INDEX, "--index-url https:||mirror.example"),
        (INDEX, 'index-url = "https:||mirror.example"'),
        (UNFINISHED, "# T|O|D|O later"),
    ],
)
def test_what_should_not_be_there_is_noticed(pattern: re.Pattern[str], text: str) -> None:
    plain = text.replace("T|O|D|O", "T" + "ODO").replace("|", "/")
    assert places(pattern, [("file", plain)])


def test_a_copied_run_is_noticed() -> None:
    sentence = "one two three four five six seven eight nine ten eleven twelve thirteen"
    assert set(runs(sentence)) & set(runs(f"He said: “{sentence.title()}”"))
    assert not set(runs(sentence)) & set(runs(sentence.replace("six", "6")))
