"""A record in the ledger's ids."""

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.ledger.ledger_samples import quarrel
from tests.unit.ledger.record_strategies import records

from rejoinder.ledger.verify import verify_record
from rejoinder.model.canonical import canonical_record
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord

ÖST, VENN, OSTRAVA = (ActorId(e) for e in ("per:ilir-ost", "per:mara-venn", "state:OST"))


def test_nothing_changes_where_everybody_goes_by_his_own_id() -> None:
    record = quarrel()
    assert canonical_record(record, lambda each: each) is record


def test_an_id_is_changed_wherever_it_stands() -> None:
    found = canonical_record(quarrel(), lambda e: ActorId("per:o") if e == ÖST else e)

    assert [actor.id for actor in found.actors] == ["per:o", VENN, OSTRAVA]
    assert found.actors[0].name == "Ilir Öst"
    assert [s.speaker for s in found.statements] == [("per:o",), (VENN,), ("per:o",)]
    assert found.statements[1:2] == quarrel().statements[1:2]


def test_two_that_are_one_have_both_names_and_no_word_about_himself() -> None:
    found = canonical_record(quarrel(), lambda e: VENN if e == ÖST else e)

    one, other = found.actors
    assert (one.id, one.name, one.aliases) == (VENN, "Mara Venn", ("Ilir Öst", "Venn", "Öst"))
    assert (one.role, one.country) == ("Spokesman", "VAR")
    starts = [mention.span.start for mention in one.mentions]
    assert starts == sorted(starts)
    assert len(starts) == 2
    assert other.id == OSTRAVA
    assert [s.about for s in found.statements] == [(), (OSTRAVA,), ()]


def test_the_ledger_s_name_goes_first_and_the_article_s_stays() -> None:
    found = canonical_record(quarrel(), lambda each: each, {ÖST: "The Spokesman"})

    assert (found.actors[0].name, found.actors[0].aliases) == ("The Spokesman", ("Ilir Öst", "Öst"))
    assert found.actors[1:] == quarrel().actors[1:]


@given(records(), st.data())
def test_what_holds_of_a_record_holds_of_it_in_other_ids(
    record: ArticleRecord, data: st.DataObject
) -> None:
    ids = [actor.id for actor in record.actors]
    to = {each: data.draw(st.sampled_from([*ids, ActorId("x:new")])) for each in ids}
    verify_record(canonical_record(record, lambda each: to.get(each, each)))
