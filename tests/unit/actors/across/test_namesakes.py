"""Two persons of one full name."""

from random import Random

import pytest
from tests.unit.actors.across.people import KeptProfiles, article, judged, person

from rejoinder.actors.across.namesakes import homes_of
from rejoinder.model.identity import Identity, identify_refs
from rejoinder.model.judgement import ActorRef, Verdict
from rejoinder.model.record import ArticleRecord

MINISTER = person("Ivan Tarn", "Moldovan foreign minister", "MDA")
ANALYST = person("Ivan Tarn", "Slovak political analyst", "SVK", "EDU")
REPORTS = [
    article("a", MINISTER, states=["MDA"]),
    article("b", MINISTER, states=["MDA", "UKR"]),
    article("c", ANALYST, states=["SVK"]),
    article("d", ANALYST, states=["SVK", "CZE"]),
    article("e", person("Ivan Tarn"), states=["UKR"]),
]


def identity(registry: KeptProfiles) -> Identity:
    return identify_refs(registry.held, registry.latest.values())


def ids(reports: list[ArticleRecord], found: Identity) -> dict[str, str]:
    return {each.article.ref: found.of(MINISTER.id, each.article.id) for each in reports}


def test_who_is_another_states_and_something_else_is_somebody_else() -> None:
    found = ids(REPORTS, identity(judged([REPORTS])))

    assert found["a"] == found["b"] == found["e"] == MINISTER.id
    assert found["c"] == found["d"] != MINISTER.id


def test_the_order_of_articles_does_not_matter() -> None:
    wanted = ids(REPORTS, identity(judged([REPORTS])))
    for seed in range(12):
        order = Random(seed).sample(REPORTS, k=len(REPORTS))
        assert ids(REPORTS, identity(judged([[each] for each in order]))) == wanted


def test_the_name_goes_to_who_has_more_articles() -> None:
    more = [article(ref, ANALYST, states=["SVK"]) for ref in "xyz"]
    first = judged([REPORTS])
    parted = ActorRef(actor=ANALYST.id, article=REPORTS[2].article.id)
    assert first.verdict(ActorRef(actor=ANALYST.id), parted) is Verdict.NEGATIVE

    found = ids([*REPORTS, *more], identity(judged([REPORTS, more])))
    assert found["c"] == found["x"] == ANALYST.id
    assert found["a"] == found["b"] != ANALYST.id


@pytest.mark.parametrize(
    ("role", "country", "sector", "states"),
    [
        pytest.param("Slovak foreign minister", "SVK", "GOV", ["SVK"], id="alike office"),
        pytest.param("political analyst", "SVK", "EDU", ["SVK"], id="role without the state"),
        pytest.param("Slovak political analyst", "SVK", "EDU", ["SVK", "MDA"], id="both states"),
        pytest.param("Moldovan political analyst", "MDA", "EDU", ["MDA"], id="one state"),
    ],
)
def test_less_than_that_parts_nobody(
    role: str, country: str, sector: str, states: list[str]
) -> None:
    other = article("z", person("Ivan Tarn", role, country, sector), states=states)
    found = identity(judged([REPORTS[:2], [other]]))
    assert found.of(MINISTER.id, other.article.id) == MINISTER.id


def test_a_role_tells_its_state_by_a_word_for_it() -> None:
    assert homes_of("Moldovan foreign minister", "MDA", "GOV")
    assert not homes_of("foreign minister", "MDA", "GOV")
    assert not homes_of("NATO secretary general", "IGO", "IGO")
