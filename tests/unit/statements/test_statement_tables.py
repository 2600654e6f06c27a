"""The tables of cues are data: checked as such."""

import re

from rejoinder.statements.acts import acts_digest
from rejoinder.statements.cues import cue_table, cues_digest
from rejoinder.statements.nouns import noun_table, nouns_digest

FRAME = re.compile(r"^(C|T|O|X|p:[a-z]+)$")


def test_frames_are_known() -> None:
    frames = [(c.lemma, c.frames) for c in cue_table().values()]
    frames += [(c.lemma, c.frames) for c in noun_table().values()]
    for lemma, known in frames:
        assert known, lemma
        assert all(FRAME.match(frame) for frame in known), lemma


def test_the_usual_verbs_are_there() -> None:
    usual = {
        "say",
        "tell",
        "add",
        "deny",
        "reject",
        "accuse",
        "claim",
        "warn",
        "demand",
        "reiterate",
    }
    assert usual <= set(cue_table())


def test_digests_tell_the_tables_apart() -> None:
    assert len({acts_digest(), cues_digest(), nouns_digest()}) == 3
