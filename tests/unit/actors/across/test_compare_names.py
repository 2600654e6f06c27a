import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.actors.across.compare import Agreement, compare_names, match_names
from rejoinder.actors.across.forms import read_form
from rejoinder.actors.across.keys import name_keys


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Hossein Amir-Abdollahian", "Hossein Amir Abdollahian", Agreement.SAME),
        ("Nasser Kanaani", "Nasir Kenani", Agreement.ALIKE),
        ("Vladimir Putin", "Vladimir Vladimirovich Putin", Agreement.ALIKE),
        ("Kim Jongun", "Kim Jong-un", Agreement.ALIKE),
        ("Serhiy Shkarlet", "Sergei Shkarlet", Agreement.ALIKE),
        ("Mike Pompeo", "Michael Pompeo", Agreement.VARIANT),
        ("Ilona Vey", "Ilona M. Vey", Agreement.OMITTED),
        ("R. Clarke Cooper", "Clarke Cooper", Agreement.OMITTED),
        ("Kiyumars Heydari", "K. Heydari", Agreement.INITIAL),
        ("Kiyumars Heydari", "M. Heydari", Agreement.APART),
        ("Viktor Orbán", "Orban Viktor", Agreement.REORDERED),
        ("Hamad bin Khalifa", "Khalifa bin Hamad", Agreement.NONE),
        ("Juan Manuel Santos", "Juan Manuel Santos Calderón", Agreement.PART),
        ("Hassan Rouhani", "Hossein Rouhani", Agreement.NEAR),
        ("George W. Bush", "George H. W. Bush", Agreement.MIDDLE),
        ("Ilham Aliyev", "Heydar Aliyev", Agreement.APART),
        ("Kanaani", "Nasser Kanaani", Agreement.SURNAME),
        ("Peña", "Enrique Peña Nieto", Agreement.SURNAME),
        ("Xi", "Xi Jinping", Agreement.SURNAME),
        ("Van Rompuy", "Herman Van Rompuy", Agreement.SURNAME),
        ("Van Rompuy", "Anna Rompuy", Agreement.NONE),
        ("Oruk", "Oruk Temas", Agreement.GIVEN),
        ("Igor", "Igor Ivanov", Agreement.NONE),
        ("Nasser Kanaani", "Nasser Kamali", Agreement.NONE),
    ],
)
def test_agreement(left: str, right: str, expected: Agreement) -> None:
    assert compare_names(left, right).agreement is expected
    assert compare_names(right, left).agreement is expected
    met = match_names(left, right)
    assert (met is None) == (expected in {Agreement.NONE, Agreement.APART})


@pytest.mark.parametrize(
    ("left", "right", "suffixed"),
    [
        ("Donald Trump", "Donald Trump Jr.", True),
        ("Joe Biden", "Joseph R. Biden Jr.", False),
        ("Jesse Jackson Jr.", "Jesse L. Jackson Jr.", False),
        ("John Holm Jr.", "John Holm III", True),
    ],
)
def test_only_a_formal_name_may_have_junior_where_the_other_has_not(
    left: str, right: str, *, suffixed: bool
) -> None:
    assert compare_names(left, right).suffixed is suffixed


parts = st.sampled_from(
    ["Anna", "Amir", "K.", "al-Assad", "bin", "Kim", "Jong-un", "Vladimirovich", "Kanaani", "Jr.",
     "Abdul", "Rahman", "Sir", "Queen", "van", "O'Brien", "Əliyev", "Van", "Al", "習", "-", "'"]
)  # fmt: skip
names = st.lists(parts, min_size=1, max_size=4).map(" ".join)


@given(names, names)
def test_comparing_has_no_direction(left: str, right: str) -> None:
    one, other = compare_names(left, right), compare_names(right, left)
    assert (one.agreement, one.apart, one.suffixed) == (
        other.agreement,
        other.apart,
        other.suffixed,
    )


@given(names, names)
def test_what_is_found_sooner_is_the_same(left: str, right: str) -> None:
    whole = compare_names(left, right)
    apart = whole.agreement in {Agreement.NONE, Agreement.APART}
    assert match_names(left, right) == (None if apart else whole)


@given(names)
def test_every_name_is_itself(name: str) -> None:
    expected = Agreement.NONE if read_form(name) is None else Agreement.SAME
    assert compare_names(name, name).agreement is expected


@given(names, names)
def test_full_names_that_sound_alike_share_a_block(left: str, right: str) -> None:
    one, other = read_form(left), read_form(right)
    agreement = compare_names(left, right).agreement
    full = all(form and len(form.words) > 1 and not form.is_abridged for form in (one, other))
    if full and agreement in {Agreement.SAME, Agreement.ALIKE}:
        assert name_keys(left) & name_keys(right)
