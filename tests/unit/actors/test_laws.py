"""Laws: they are actors where their words are told, and else not."""

import pytest
from tests.unit.actors.conftest import Resolve

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        pytest.param(
            "The 14th Amendment states that nobody came.",
            ("The 14th Amendment", "states", "nobody came"),
            ["doc:14th-amendment"],
            id="an amendment by its number",
        ),
        pytest.param(
            "They went around the 14th Amendment to the Constitution, which states, nobody came.",
            ("which", "states", "nobody came"),
            ["doc:14th-amendment"],
            id="which is the law before it",
        ),
        pytest.param(
            "The Montreux Convention requires that nobody came.",
            ("The Montreux Convention", "requires", "nobody came"),
            ["doc:montreux-convention"],
            id="a treaty",
        ),
    ],
)
def test_a_law_that_is_quoted(
    resolve: Resolve, text: str, said: tuple[str, str, str], expected: list[str]
) -> None:
    assert list(resolve(text, [said]).casts[0].speaker) == expected


@pytest.mark.parametrize(
    "text",
    ["Anna Veld signed the Lumen Act.", "The Lumen Act failed.", "The Act states it."],
)
def test_a_law_that_is_only_spoken_of_is_no_actor(resolve: Resolve, text: str) -> None:
    assert not any(actor.startswith(("doc:", "per:lumen")) for actor in resolve(text).ids())
