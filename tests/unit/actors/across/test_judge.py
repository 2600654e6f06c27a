from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.actors.across.people import (
    KeptProfiles,
    article,
    judged,
    organisation,
    person,
    vacancy,
)

from rejoinder.actors.across.judge import STAGE, judge
from rejoinder.actors.across.profiles import profiles_of, ref_of
from rejoinder.model.actor import Actor, ActorKind, Mention, MentionKind
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef, Judgement, Verdict
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span


def whole(actor: Actor) -> ActorRef:
    return ActorRef(actor=actor.id)


def alone(actor: Actor, record: ArticleRecord) -> ActorRef:
    return ActorRef(actor=actor.id, article=record.article.id)


KANAANI = person("Nasser Kanaani", "foreign ministry spokesman", "IRN")
KENANI = person("Nasir Kenani", "foreign ministry spokesperson", "IRN")
VEY = person("Ilona Vey", "president", "MDA")
TARN = person("Joren Tarn", "foreign minister", "MDA")


def test_a_judgement_says_what_it_rests_on() -> None:
    registry = judged([[article("a", KANAANI)], [article("b", KENANI)]])
    found = registry.latest[whole(KENANI), whole(KANAANI)]
    assert found.verdict is Verdict.POSITIVE
    assert found.judge == STAGE == "identity.rules.v1"
    assert not found.person
    assert found.features == (
        ("name", "Nasir Kenani ~ Nasser Kanaani, sound alike"),
        ("office", "foreign spokesperson of IRN, both"),
        ("country", "IRN, both"),
        ("sector", "GOV, both"),
        ("gender", "m, both"),
    )


def test_the_lesser_ref_is_left() -> None:
    registry = judged([[article("a", KANAANI), article("b", KENANI, person("Vey"), VEY)]])
    assert registry.latest
    assert all(left < right for left, right in registry.latest)
    assert all((j.left, j.right) == pair for pair, j in registry.latest.items())


def test_a_country_that_differs_keeps_like_names_apart() -> None:
    registry = judged([[article("a", KANAANI), article("b", person("Nasir Kenani", "", "KWT"))]])
    found = registry.latest[whole(KENANI), whole(KANAANI)]
    assert found.verdict is Verdict.NEGATIVE
    assert ("country", "KWT and IRN") in found.features


def test_names_alone_are_left_for_a_person_to_see() -> None:
    registry = judged(
        [[article("a", person("Nasser Kanaani")), article("b", person("Nasir Kenani"))]]
    )
    assert registry.verdict(whole(KANAANI), whole(KENANI)) is Verdict.UNSURE


def test_who_is_told_apart_in_one_article_needs_more_to_be_one() -> None:
    one, other = person("Anna Veld", "", "MDA"), person("Anna M. Veld", "", "MDA")
    apart = judged([[article("a", one, other)]])
    joined = judged([[article("a", one)], [article("b", other)]])
    assert joined.verdict(whole(one), whole(other)) is Verdict.POSITIVE
    assert apart.verdict(whole(one), whole(other)) is Verdict.UNSURE
    assert ("beside", "told apart in one article") in apart.latest[
        whole(other), whole(one)
    ].features


def test_a_surname_joins_the_one_who_holds_the_office() -> None:
    bare = person("Vey", "president")
    record = article("b", bare, states=["MDA"])
    registry = judged([[article("a", VEY, TARN)], [record]])
    assert registry.verdict(whole(VEY), alone(bare, record)) is Verdict.POSITIVE


def test_a_surname_without_context_joins_nobody() -> None:
    bare = person("Vey")
    record = article("b", bare)
    registry = judged([[article("a", VEY)], [record]])
    assert registry.verdict(whole(VEY), alone(bare, record)) is Verdict.UNSURE


def test_a_relative_with_one_name_is_called_by_the_given_one() -> None:
    son = person("Baron", "ten-year-old son")
    record = article("b", son, states=["MDA"])
    registry = judged([[article("a", person("Ivo Baron", "", "MDA"))], [record]])
    assert registry.standing() == {}


def test_a_surname_with_two_bearers_is_unsure_of_both() -> None:
    bare, other = person("Vey"), person("Marek Vey", "defence minister", "MDA")
    record = article("c", bare, states=["MDA"])
    registry = judged([[article("a", VEY)], [article("b", other)], [record]])
    assert registry.verdict(whole(VEY), alone(bare, record)) is Verdict.UNSURE
    assert registry.verdict(whole(other), alone(bare, record)) is Verdict.UNSURE


def test_the_office_decides_between_two_bearers_of_a_surname() -> None:
    bare, other = person("Vey", "president", "MDA"), person("Marek Vey", "analyst", "MDA")
    record = article("c", bare, states=["MDA"])
    registry = judged([[article("a", VEY)], [article("b", other)], [record]])
    assert registry.verdict(whole(VEY), alone(bare, record)) is Verdict.POSITIVE
    assert registry.verdict(whole(other), alone(bare, record)) is None


def test_two_spellings_of_one_person_are_no_rivals() -> None:
    bare = person("Kanaani", "foreign ministry spokesman", "IRN")
    record = article("c", bare)
    registry = judged([[article("a", KANAANI)], [article("b", KENANI)], [record]])
    assert registry.verdict(whole(KANAANI), alone(bare, record)) is Verdict.POSITIVE


def test_a_title_of_address_tells_husband_from_wife() -> None:
    bare = person("Vey")
    plain = article("c", bare, states=["MDA"])
    text = "Mr. Vey spoke."
    record = _reworded(plain, text, 7)
    wife = person("Anna Vey", "", "MDA")
    registry = judged(
        [[article("a", person("Peter Vey", "", "MDA"))], [article("b", wife)], [record]]
    )
    assert registry.verdict(ActorRef(actor=ActorId("per:peter-vey")), alone(bare, record)) is (
        Verdict.POSITIVE
    )
    assert registry.verdict(whole(wife), alone(bare, record)) is Verdict.NEGATIVE


def _reworded(record: ArticleRecord, text: str, end: int) -> ArticleRecord:
    named = Mention(span=Span(0, end), kind=MentionKind.NAME)
    return replace(
        record,
        article=replace(record.article, text=text),
        actors=tuple(
            replace(actor, mentions=(named,)) if actor.kind is ActorKind.PERSON else actor
            for actor in record.actors
        ),
    )


def test_a_later_rival_takes_a_verdict_back() -> None:
    bare = person("Vey")
    record = article("b", bare, states=["MDA"])
    registry = judged([[article("a", VEY)], [record]])
    assert registry.verdict(whole(VEY), alone(bare, record)) is Verdict.POSITIVE
    rival = person("Marek Vey", "defence minister", "MDA")
    profiles = profiles_of(article("c", rival))
    registry.keep(profiles, judge(profiles, registry))
    assert registry.verdict(whole(VEY), alone(bare, record)) is Verdict.UNSURE


def test_a_better_candidate_makes_another_verdict_lapse() -> None:
    bare = person("Vey", "president", "MDA")
    record = article("b", bare, states=["MDA"])
    marek = person("Marek Vey", "", "MDA")
    registry = judged([[article("a", marek)], [record]])
    pair = (whole(marek), alone(bare, record))
    assert registry.latest[pair].verdict is Verdict.POSITIVE
    profiles = profiles_of(article("c", VEY))
    registry.keep(profiles, judge(profiles, registry))
    assert registry.latest[pair].verdict is Verdict.WITHDRAWN
    assert registry.latest[pair].score is None
    assert registry.verdict(whole(VEY), alone(bare, record)) is Verdict.POSITIVE


def test_bare_surnames_of_one_country_are_one_until_there_is_a_full_name() -> None:
    bare = person("Orlen", "minister", "MDA")
    first, second = article("a", bare), article("b", person("Orlen"), states=["MDA"])
    registry = judged([[first], [second]])
    common = whole(bare)
    assert registry.verdict(common, alone(bare, first)) is Verdict.POSITIVE
    assert registry.verdict(common, alone(bare, second)) is Verdict.POSITIVE
    profiles = profiles_of(article("c", person("Joren Orlen", "minister", "MDA")))
    registry.keep(profiles, judge(profiles, registry))
    assert registry.verdict(common, alone(bare, first)) is None
    joren = ActorRef(actor=ActorId("per:joren-orlen"))
    assert registry.verdict(joren, alone(bare, first)) is Verdict.POSITIVE


def test_bare_surnames_of_two_countries_are_nobody_in_common() -> None:
    one, other = person("Orlen", "minister", "MDA"), person("Orlen", "minister", "SVK")
    first, second = article("a", one), article("b", other)
    registry = judged([[first], [second]])
    assert registry.verdict(whole(one), alone(one, first)) is None
    assert registry.verdict(whole(one), alone(other, second)) is None


def test_bare_given_names_are_nobody_in_common() -> None:
    bare = person("Anna", "minister", "MDA")
    record = article("a", bare)
    assert (
        judged([[record], [article("b", bare)]]).verdict(whole(bare), alone(bare, record)) is None
    )


@pytest.mark.parametrize(
    ("held", "published", "expected"),
    [
        (2014, 2014, Verdict.POSITIVE),
        (2014, 2015, Verdict.POSITIVE),
        (2014, 2017, None),
        (None, None, Verdict.UNSURE),
        (None, 2014, Verdict.UNSURE),
        (2014, None, Verdict.UNSURE),
    ],
)
def test_an_office_without_a_name_is_its_holder_of_the_time(
    held: int | None, published: int | None, expected: Verdict | None
) -> None:
    office = vacancy("MDA", "foreign-minister", "MDA")
    record = article("b", office, year=published)
    registry = judged([[article("a", TARN, year=held)], [record]])
    assert registry.verdict(alone(office, record), whole(TARN)) is expected


def test_an_office_that_nobody_is_known_to_hold_stays_what_its_article_has() -> None:
    office = vacancy("MDA", "spokesperson", "MDA")
    records = [article(ref, office, year=2014) for ref in "ab"]
    one, other = (ref_of(office, record.article) for record in records)
    assert one != other
    assert judged([[record] for record in records]).standing() == {}


@pytest.mark.parametrize(
    ("role", "country", "expected"),
    [
        ("prime minister", "MDA", Verdict.POSITIVE),
        ("prime minister", "SVK", None),
        ("lawmaker", "MDA", None),
    ],
)
def test_who_is_called_by_a_given_name_that_others_bear_has_the_very_office(
    role: str, country: str, expected: Verdict | None
) -> None:
    called = person("Abiy", role, country)
    record = article("b", called, states=[country])
    leader = person("Abiy Tarn", "prime minister", "MDA")
    registry = judged([[article("a", leader, states=["MDA"])], [record]])
    found = registry.verdict(alone(called, record), whole(leader))
    assert found is expected or (expected is None and found is Verdict.NEGATIVE)


def test_relatives_without_the_office_are_no_rivals_of_its_holder() -> None:
    husband = person("Boris Tarn", "president", "MDA")
    called = person("Tarn", "president")
    record = article("c", called, states=["SVK"])
    text = record.article.text.replace("president Tarn", "Mr. Tarn, that")
    record = replace(record, article=replace(record.article, text=text))
    others = [person("Anna Tarn", "", "MDA"), person("Maria Tarn", "", "MDA")]
    known = [article("a", husband, states=["MDA"]), article("b", *others, states=["MDA"])]
    assert judged([known, [record]]).verdict(alone(called, record), whole(husband)) is (
        Verdict.POSITIVE
    )


@pytest.mark.parametrize(
    ("role", "sector", "expected"),
    [
        ("leader", "GOV", Verdict.POSITIVE),
        ("judge", "JUD", Verdict.UNSURE),
        ("leader", "BUS", Verdict.UNSURE),
    ],
)
def test_a_leader_may_hold_any_office_in_politics(
    role: str, sector: str, expected: Verdict
) -> None:
    speaker, other = (
        person("Mike Orlen", "speaker", "", "LEG"),
        person("Michael Orlen", role, "", sector),
    )
    registry = judged([[article("a", speaker)], [article("b", other)]])
    assert registry.verdict(whole(speaker), whole(other)) is expected


def test_forms_of_a_name_in_one_article_are_hardly_two_persons() -> None:
    pavel = person("Pavel Orlen", "", "UKR")
    pavlo = person("Pavlo Orlen", "", "UKR")
    registry = judged([[article("a", pavel, pavlo, states=["UKR"])]])
    assert registry.verdict(whole(pavel), whole(pavlo)) is Verdict.POSITIVE


def test_an_office_with_two_holders_within_a_year_is_unsure() -> None:
    office = vacancy("MDA", "foreign-minister", "MDA")
    record = article("c", office, year=2014)
    other = person("Ilse Holm", "foreign minister", "MDA")
    registry = judged([[article("a", TARN, year=2014)], [article("b", other, year=2015)], [record]])
    assert registry.verdict(alone(office, record), whole(TARN)) is Verdict.UNSURE
    assert registry.verdict(alone(office, record), whole(other)) is Verdict.UNSURE


def test_a_former_holder_is_not_meant_by_the_office() -> None:
    office = vacancy("MDA", "foreign-minister", "MDA")
    record = article("b", office, year=2014)
    former = person("Joren Tarn", "former foreign minister", "MDA", "ELI")
    registry = judged([[article("a", former, year=2014)], [record]])
    assert registry.verdict(alone(office, record), whole(former)) is None


def test_the_same_office_of_another_state_is_not_meant() -> None:
    office = vacancy("SVK", "foreign-minister", "SVK")
    record = article("b", office, year=2014)
    registry = judged([[article("a", TARN, year=2014)], [record]])
    assert registry.verdict(alone(office, record), whole(TARN)) is None


def test_spokespersons_of_a_state_are_several() -> None:
    office = vacancy("MDA", "spokesperson", "MDA")
    record = article("b", office, year=2014)
    speaks = person("Ilse Holm", "spokeswoman", "MDA")
    registry = judged([[article("a", speaks, year=2014)], [record]])
    assert registry.verdict(alone(office, record), whole(speaks)) is Verdict.UNSURE


def test_a_ministrys_spokesperson_is_one() -> None:
    office = vacancy("IRN-foreign", "spokesperson", "IRN")
    record = article("b", office, year=2014)
    registry = judged([[article("a", KANAANI, year=2014)], [record]])
    assert registry.verdict(alone(office, record), whole(KANAANI)) is Verdict.POSITIVE


def test_a_shorter_name_that_fits_two_is_neither_for_sure() -> None:
    short = person("George Holm", "president", "MDA")
    elder = person("George H. Holm", "president", "MDA")
    younger = person("George W. Holm", "president", "MDA")
    two = judged([[article("a", short)], [article("b", elder)]])
    assert two.verdict(whole(short), whole(elder)) is Verdict.POSITIVE
    three = judged([[article("a", short)], [article("b", elder)], [article("c", younger)]])
    assert three.verdict(whole(short), whole(elder)) is Verdict.UNSURE
    assert three.verdict(whole(short), whole(younger)) is Verdict.UNSURE
    assert three.verdict(whole(elder), whole(younger)) is Verdict.NEGATIVE


@pytest.mark.parametrize(
    ("left", "right", "kind", "expected"),
    [
        ("Ulgor Gazette", "The Ulgor Gazette", ActorKind.MEDIA, Verdict.POSITIVE),
        ("Ulgor", "Ulgor newspaper", ActorKind.MEDIA, Verdict.POSITIVE),
        ("Orlenska Pravda", "Orlynska Pravda", ActorKind.MEDIA, Verdict.POSITIVE),
        ("Radio Ulgor", "Ulgor TV", ActorKind.MEDIA, Verdict.UNSURE),
        ("Freedom Party", "Freedom Movement", ActorKind.GROUP, Verdict.UNSURE),
        ("Voronezh State University", "Moscow State University", ActorKind.NGO, None),
        ("Ulgor Gazette", "Tavia Gazette", ActorKind.MEDIA, None),
        ("Ulgor 24", "Ulgor-24 TV", ActorKind.MEDIA, Verdict.POSITIVE),
        ("Ulgor 24", "Ulgor 1", ActorKind.MEDIA, None),
        ("Ulgor", "Ulgor Tribune", ActorKind.MEDIA, None),
    ],
)
def test_organisations_that_are_spelt_alike(
    left: str, right: str, kind: ActorKind, expected: Verdict | None
) -> None:
    one, other = organisation(kind, left, "MDA"), organisation(kind, right, "MDA")
    registry = judged([[article("a", one)], [article("b", other)]])
    assert registry.verdict(whole(one), whole(other)) is expected


def test_what_was_judged_is_not_judged_again() -> None:
    records = [article("a", KANAANI), article("b", KENANI), article("c", VEY)]
    registry = judged([[record] for record in records])
    again = [profile for record in records for profile in profiles_of(record)]
    assert judge(again, registry) == ()


def test_an_article_that_tells_nothing_new_reads_no_other_block() -> None:
    known = [article(c, person(f"I{c}na Vey", "", "MDA")) for c in "bdfgklmnprstvz"]
    registry = judged([known, [article("x", VEY, year=2014)]])
    registry.read = 0
    assert judge(profiles_of(article("y", VEY, year=2014)), registry) == ()
    assert registry.read == 1


def test_a_new_surname_does_not_read_the_surnames_of_other_articles() -> None:
    registry = judged([[article("a", VEY)], *([article(str(n), person("Vey"))] for n in range(30))])
    registry.read = 0
    judge(profiles_of(article("z", person("Vey"), states=["MDA"])), registry)
    assert registry.read <= 3


def test_news_of_somebody_reads_the_surnames_alone_that_it_may_concern() -> None:
    told = person("Ilona Vey")
    bare = [article(str(n), person("Vey"), states=["AZE", "SVK"][: 1 + n % 2]) for n in range(30)]
    registry = judged([[article("a", told, states=["MDA"], year=2014)], bare])
    registry.read = 0
    assert judge(profiles_of(article("b", told, states=["MDA"], year=2015)), registry) == ()
    assert registry.read == 1
    found = judge(profiles_of(article("c", told, states=["SVK"], year=2015)), registry)
    assert len(found) == 15
    assert registry.read <= 20


def test_a_new_year_of_an_office_is_told_to_those_without_a_name_alone() -> None:
    bare = [article(str(n), person("Vey"), states=["MDA"]) for n in range(30)]
    vacant = vacancy("MDA", "president", "MDA")
    offices = [article(f"v{year}", vacant, year=year) for year in (2014, 2019)]
    registry = judged([[article("a", VEY, states=["MDA"], year=2014)], bare, offices])
    registry.read = 0
    found = judge(profiles_of(article("b", VEY, states=["MDA"], year=2019)), registry)
    assert [(j.left, j.right) for j in found] == [(alone(vacant, offices[1]), whole(VEY))]
    assert registry.read < 10


_PEOPLE = [
    person("Ilham Aliyev", "president", "AZE"),
    person("Elham Aliev", "president", "AZE"),
    person("Elham Aliyev"),
    person("Heydar Aliyev", "former president", "AZE"),
    person("Aliyev", "president"),
    person("Aliyev"),
    person("I. Aliyev"),
    person("George Holm", "president", "MDA"),
    person("George H. Holm", "minister", "MDA"),
    person("George W. Holm", "", "MDA"),
    person("Holm", "minister"),
    person("Holm", "", "SVK"),
    person("Georg Holm", "analyst"),
    person("Anna Holm", "", "MDA"),
    person("Anna K. Holm", "envoy"),
    person("Anna-Kaja Holm", "", "EUR"),
    person("Holm", "envoy", "EUR"),
    vacancy("AZE", "president", "AZE"),
    vacancy("MDA", "president", "MDA"),
    organisation(ActorKind.MEDIA, "Ulgor"),
    organisation(ActorKind.MEDIA, "Ulgor Daily", "MDA"),
]  # fmt: skip
_TOLD = st.builds(
    lambda number, actors, states, year: article(
        str(number), *{actor.id: actor for actor in actors}.values(), states=states, year=year
    ),
    st.integers(0, 9),
    st.lists(st.sampled_from(_PEOPLE), min_size=1, max_size=4),
    st.sets(st.sampled_from(["AZE", "MDA", "SVK"]), max_size=2),
    st.sampled_from([None, 2013, 2014, 2019]),
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(_TOLD, min_size=2, max_size=8), st.randoms(use_true_random=False), st.integers(1, 4)
)
def test_the_order_of_articles_does_not_matter(
    records: list[ArticleRecord], random: Random, size: int
) -> None:
    shuffled = list(records)
    random.shuffle(shuffled)
    in_order = judged([[record] for record in records])
    otherwise = judged(shuffled[n : n + size] for n in range(0, len(shuffled), size))
    assert in_order.standing() == otherwise.standing()


def test_a_score_of_the_same_grounds_does_not_stay_from_before() -> None:
    told = [
        article("a", person("Holm", "minister"), states=["AZE", "MDA"]),
        article("b", person("Anna Holm", "", "MDA")),
        article("c", person("Anna-Kaja Holm", "", "EUR"), states=["AZE"]),
        article("d", person("Anna K. Holm", "envoy")),
    ]
    found = [judged([[each] for each in order]).standing() for order in permutations(told)]
    assert all(each == found[0] for each in found)


def _swapped(judgement: Judgement, states: Sequence[str]) -> tuple[object, ...]:
    one, other = states
    said = [
        (name, says.replace(one, "\0").replace(other, one).replace("\0", other))
        for name, says in judgement.features
    ]
    return judgement.verdict, judgement.score, sorted(said)


def test_exchanging_two_states_exchanges_nothing_but_their_names() -> None:
    def told(one: str, other: str) -> KeptProfiles:
        return judged(
            [
                [article("a", person("Ilona Vey", "president", one), states=[one, other])],
                [article("b", person("Ylona Vey", "president", one), year=2014)],
                [article("c", person("Marek Vey", "defence minister", other))],
                [article("d", person("Vey", "president"), states=[one])],
                [article("e", person("Vey"), states=[other])],
                [article("f", vacancy(one, "president", one), year=2014)],
                [article("g", person("Ilona Vey-Tarn", "", other))],
            ]
        )

    straight, exchanged = told("AZE", "ARM"), told("ARM", "AZE")
    ours = {pair: j for pair, j in straight.standing().items() if "president" not in pair[0].actor}
    assert ours
    for pair, judgement in ours.items():
        same = exchanged.standing()[pair]
        assert _swapped(judgement, ("AZE", "ARM")) == (
            same.verdict, same.score, sorted(same.features),
        )  # fmt: skip


def test_every_actor_of_an_article_has_a_ref() -> None:
    record = article("a", VEY, person("Tarn"), vacancy("MDA", "president", "MDA"), states=["MDA"])
    refs = {ref_of(actor, record.article) for actor in record.actors}
    assert {ref.actor for ref in refs if ref.article} == {"per:tarn", "per:MDA-president"}
    assert {ref.actor for ref in refs if not ref.article} == {"per:ilona-vey", "state:MDA"}
