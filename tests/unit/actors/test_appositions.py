"""Appositions: names and titles beside each other, and whose lawyer somebody is."""

import pytest
from tests.unit.actors.conftest import Resolve

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        pytest.param(
            "Two other lawmakers, Rep. Anna Veld, D-Ulgor, and Rep. Petros Lamas, R-Orlin, said "
            "nobody came.",
            "Two other lawmakers, Rep. Anna Veld, D-Ulgor, and Rep. Petros Lamas, R-Orlin,",
            ["per:anna-veld", "per:petros-lamas"],
            id="two names behind who they are, with their parties",
        ),
        pytest.param(
            "Sen. Anna Veld (D-Ulgor) and Sen. Petros Lamas (R-Orlin) said nobody came.",
            "Sen. Anna Veld (D-Ulgor) and Sen. Petros Lamas (R-Orlin)",
            ["per:anna-veld", "per:petros-lamas"],
            id="parties in brackets",
        ),
        pytest.param(
            "Another Republican, Rep. Anna Veld of Ulgor, said nobody came.",
            "Another Republican, Rep. Anna Veld of Ulgor,",
            ["per:anna-veld"],
            id="a name behind a party",
        ),
        pytest.param(
            "Petros Lamas was fired. Anna Veld, Mr. Lamas's lawyer, said nobody came.",
            "Anna Veld, Mr. Lamas's lawyer,",
            ["per:anna-veld"],
            id="whose lawyer she is",
        ),
        pytest.param(
            "Petros Lamas was fired. He met a lawyer, Paul Orlin. Anna Veld, a lawyer for "
            "Mr. Lamas, wept. Lamas's lawyer said nobody came.",
            "Lamas's lawyer",
            ["per:anna-veld"],
            id="that person's lawyer and no other",
        ),
        pytest.param(
            "Petros Lamas was fired. A lawyer, Paul Orlin, wept. Lamas's lawyer said nobody came.",
            "Lamas's lawyer",
            [],
            id="another's lawyer is nobody known",
        ),
        pytest.param(
            "Ulgor House Majority Leader Anna Veld said nobody came.",
            "Ulgor House Majority Leader Anna Veld",
            ["per:anna-veld"],
            id="what stands before a title is nobody",
        ),
        pytest.param(
            "The president of the Organization for Security and Cooperation in Europe (OSCE), Anna "
            "Veld, said nobody came.",
            "The president of the Organization for Security and Cooperation in Europe (OSCE), Anna "
            "Veld,",
            ["per:anna-veld"],
            id="brackets between title and name",
        ),
        pytest.param(
            "Spokesmen for the mayor of Ulgor, Anna Veld, said nobody came.",
            "Spokesmen for the mayor of Ulgor, Anna Veld,",
            [],
            id="for whom others speak",
        ),
    ],
)
def test_who_speaks(resolve: Resolve, text: str, source: str, expected: list[str]) -> None:
    assert list(resolve(text, [(source, "said", "nobody came")]).casts[0].speaker) == expected
