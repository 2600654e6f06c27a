import json
import re
from pathlib import Path

import pytest

from rejoinder.events.pairs.masking import Role, masked
from rejoinder.model.event import EventType
from rejoinder.training.pairs.patterns import made_sentences, read_lists, read_patterns

SHARED = Path(__file__).resolve().parents[5] / "shared" / "data"
MODES = {
    "AGREE": "", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "", "AID": "",
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation "
    "cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy firearms explosives suicide-attack "
    "aerial drone heavy-weapons crowd-control unconventional",
}  # fmt: skip
# As many words in a row are no accident.
COPIED = 9


def test_every_mode_of_the_manual_has_a_pattern_and_no_other_is_named() -> None:
    found: dict[str, set[str]] = {event_type.value: set() for event_type in EventType}
    for pattern in read_patterns():
        found[pattern.event_type.value] |= {pattern.mode} - {""}
    assert found == {name: set(modes.split()) for name, modes in MODES.items()}


def test_patterns_name_both_parties_and_known_lists_only() -> None:
    lists = read_lists()
    for pattern in read_patterns():
        assert re.search(r"\bS\b", pattern.words), pattern
        assert pattern.words.count("[") == pattern.words.count("]"), pattern
        assert set(re.findall(r"<(\w+)>", pattern.words)) <= set(lists), pattern
    assert not any("S" in words.split() for values in lists.values() for words in values)


def test_made_sentences_mark_the_source_and_leave_no_sign_of_the_grammar() -> None:
    for made in made_sentences(40, 3):
        roles = [part.role for part in masked(made.line)]
        assert Role.SOURCE in roles, made
        assert roles.count(Role.TARGET) <= 2, made
        assert not re.search(r"[\[\]<>|]|\b[ST]\b| ,|  ", made.line.text), made


def test_made_sentences_are_the_same_for_a_seed_and_no_two_alike() -> None:
    first, again, other = (made_sentences(30, seed) for seed in (1, 1, 2))
    assert first == again != other
    assert len({made.line.text for made in first}) == len(first)
    assert {made.event_type for made in first} == set(EventType)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["plv-train.jsonl", "gsr-dev.jsonl"])
def test_no_made_sentence_copies_the_gold(name: str) -> None:
    if not (SHARED / name).is_file():
        pytest.skip("the research data are not beside the checkout")
    rows = (SHARED / name).read_text(encoding="utf-8").splitlines()
    told = {run for row in rows for run in runs(json.loads(row)["text"])}
    assert told
    for made in made_sentences(150, 7):
        assert not runs(made.line.text) & told, made.line.text


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[k : k + COPIED]) for k in range(len(words) - COPIED + 1)}
