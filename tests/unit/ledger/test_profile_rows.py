"""A profile comes back from its row as it was, whatever its facts say."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.ledger.profile_rows import names_of, profile_of, profile_row
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef
from rejoinder.model.profile import Fact, Profile

# What a reader could take for the key of another sort.
KEYS = [f'{mark}"{sort}":["' for sort in Fact for mark in ("", ",", "\\", '"],')]
WORDS = st.sampled_from(KEYS) | st.text(alphabet='",:[]{}\\ naméstarye', max_size=12)


def came_back(profile: Profile) -> Profile:
    return profile_of(cast("Any", SimpleNamespace(**profile_row(profile))))


def told(facts: dict[Fact, frozenset[str]]) -> Profile:
    ref = ActorRef(actor=ActorId("per:anna-vey"))
    return Profile(ref=ref, kind=ActorKind.PERSON, facts=facts, keys=frozenset({"s:v"}))


@given(st.dictionaries(st.sampled_from(list(Fact)), st.frozensets(WORDS, min_size=1, max_size=3)))
def test_a_profile_comes_back(facts: dict[Fact, frozenset[str]]) -> None:
    found = came_back(told(facts))
    # First each sort by itself, then all of them.
    assert {sort: found.values(sort) for sort in Fact if found.values(sort)} == facts
    assert dict(found.facts) == facts
    assert len(found.facts) == len(facts)
    assert {sort: found.values(sort) for sort in Fact if found.values(sort)} == facts
    assert names_of(profile_row(told(facts))["facts"]) == sorted(facts.get(Fact.NAME, ()))


def test_a_sort_that_is_not_there_is_none() -> None:
    found = came_back(told({Fact.STATE: frozenset({"name"})}))
    with pytest.raises(KeyError):
        found.facts[Fact.NAME]
    assert names_of('{"state":["name"]}') == []
