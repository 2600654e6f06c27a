from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef
from rejoinder.model.profile import Fact, Profile, facts_of

REF = ActorRef(actor=ActorId("per:ann-ames"))
TOLD = st.sets(
    st.tuples(st.sampled_from([Fact.NAME, Fact.STATE, Fact.YEAR]), st.sampled_from("ab"))
)
PROFILES = st.builds(
    lambda kind, told, keys: Profile(
        ref=REF, kind=kind, facts=facts_of(told), keys=frozenset(keys)
    ),
    st.sampled_from([ActorKind.PERSON, ActorKind.GROUP]),
    TOLD,
    st.sets(st.sampled_from("xy")),
)


@given(PROFILES, PROFILES)
def test_a_profile_says_more_where_joining_it_adds_something(one: Profile, other: Profile) -> None:
    assert one.says_more_than(other) == (other.joined(one) != other)
    assert one.joined(other) == other.joined(one)


@given(TOLD, TOLD)
def test_what_is_beyond_another_profile_is_what_that_does_not_tell(
    ours: set[tuple[Fact, str]], theirs: set[tuple[Fact, str]]
) -> None:
    one, other = (
        Profile(ref=REF, kind=ActorKind.PERSON, facts=facts_of(told), keys=frozenset())
        for told in (ours, theirs)
    )
    assert one.beyond(other) == facts_of(ours - theirs)
