"""Matters by the beginnings of their words."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection
from tests.unit.views.tellings import Word, filled, telling

from rejoinder.model.statement import Act
from rejoinder.views.wider import WiderMatter, wider_matter

TOLD = telling(
    "ferry",
    Word(who="Tarn", act=Act.OFFER, cue="offered", content="to mediate on the ferry policies"),
    Word(who="Vest", act=Act.REFUSE, cue="rejected", content="mediation by Tarn"),
    Word(who="Vest", act=Act.ASSERT, cue="said", content="the ferry policy of Tarn is late"),
)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with filled(tmp_path_factory.mktemp("wider"), (TOLD,)) as ledger, ledger.reading() as found:
        yield found


@pytest.mark.parametrize(
    ("asked", "wider", "counts"),
    [
        pytest.param("mediation", "mediat*", (1, 2), id="a stem"),
        pytest.param("policy", "polic*", (1, 2), id="y and ies"),
        pytest.param("mediators ferry", "mediat* ferr*", (0, 1), id="each word"),
        pytest.param('"ferry policy" late', '"ferry policy" late*', None, id="a phrase stays"),
        pytest.param("mediat*", None, None, id="a beginning stays"),
        pytest.param("Tarn", "tarn*", None, id="no more by it"),
        pytest.param("sea", None, None, id="too short"),
        pytest.param("", None, None, id="nothing"),
    ],
)
def test_beginnings_are_offered_where_they_find_more(
    opened: Connection, asked: str, wider: str | None, counts: tuple[int, int] | None
) -> None:
    found = wider_matter(opened, asked)
    if counts is None or wider is None:
        assert found is None
    else:
        assert found == WiderMatter(query=wider, asked=counts[0], statements=counts[1])
