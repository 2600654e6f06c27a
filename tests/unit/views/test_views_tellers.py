"""Who tells what somebody says: whoever speaks around it, but for the same voice."""

import pytest
from tests.articles import article
from tests.records import statement

from rejoinder.model.ids import ActorId
from rejoinder.model.span import Span
from rejoinder.model.statement import Statement
from rejoinder.views.tellers import tellers_of

NEWS = article("Tarn said that Vey said that Orlin left the harbour.", "a")


def nested(*speakers: str | None) -> list[Statement]:
    """Return statements each within the one before, by those speakers."""
    found: list[Statement] = []
    for place, who in enumerate(speakers):
        ids = [ActorId(who)] if who else []
        parent = found[-1].id if found else None
        found.append(statement(NEWS.id, (Span(10 + place, 50),), speaker=ids, parent=parent))
    return found


@pytest.mark.parametrize(
    ("speakers", "tellers"),
    [
        pytest.param(("per:tarn",), [], id="the article"),
        pytest.param(("per:tarn", "per:vey"), [0], id="another"),
        pytest.param(("per:tarn", "per:tarn"), [], id="the same voice"),
        pytest.param(("per:vey", "per:tarn", "per:tarn"), [0], id="another, around the same"),
        pytest.param(("per:vey", "per:tarn", "per:orlin"), [1, 0], id="two, the nearest first"),
        pytest.param((None, None), [0], id="nobody knows whether it is the same"),
    ],
)
def test_a_statement_is_told_by_others_alone(
    speakers: tuple[str | None, ...], tellers: list[int]
) -> None:
    made = nested(*speakers)
    known = {each.id: each for each in made}
    assert tellers_of(made[-1], known.get) == tuple(made[place] for place in tellers)


def test_what_is_not_known_tells_nothing() -> None:
    _, inner = nested("per:tarn", "per:vey")
    assert tellers_of(inner, lambda _: None) == ()
