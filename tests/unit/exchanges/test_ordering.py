"""In which order turns stand: answered before answer, then by days, articles and places."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest
from tests import records
from tests.articles import article, on_day

from rejoinder.exchanges.ordering import Saying, in_turn
from rejoinder.model.ids import ArticleId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span

Told = tuple[str, str, int, int | None, int | None]
Answer = tuple[str, str, Relation]

ANSWERS, REPEATS, MEDIATES = Relation.ANSWERS, Relation.REPEATS, Relation.MEDIATES


def day(number: int | None) -> date | None:
    return date(2031, 5, number) if number else None


def saying(name: str, where: str, start: int, said: int | None, published: int | None) -> Saying:
    """Return a statement of an article that goes by the letter."""
    text = "Tarn said that it rained, and Vey said that it did not."
    told = replace(article(text, where, published=day(published)), id=ArticleId(where))
    spoken = day(said)
    statement = records.statement(
        told.id, (Span(start, start + 5),), id_=name, said=on_day(spoken) if spoken else None
    )
    return Saying(statement=statement, article=told, actors=())


def turns(told: Sequence[Told], answers: Sequence[Answer]) -> str:
    """Return the names in their turn."""
    links: Mapping[StatementId, list[Link]] = {StatementId(each[0]): [] for each in told}
    for answer, answered, relation in answers:
        links[StatementId(answer)].append(
            records.link(StatementId(answer), StatementId(answered), relation)
        )
    return "".join(in_turn(links, {StatementId(each[0]): saying(*each) for each in told}))


@pytest.mark.parametrize(
    ("told", "answers", "turn"),
    [
        pytest.param([("x", "a", 0, 9, 9), ("y", "a", 6, 8, 9)], [], "yx", id="when it was said"),
        pytest.param(
            [("x", "a", 0, None, 9), ("y", "b", 0, 8, 9)], [], "yx", id="else the day it came out"
        ),
        pytest.param([("y", "b", 0, 8, 9), ("x", "a", 0, None, 7)], [], "xy", id="out before"),
        pytest.param(
            [("x", "a", 0, None, None), ("y", "b", 0, None, 9)], [], "yx", id="no day, last"
        ),
        pytest.param(
            [("x", "a", 0, 8, 9), ("y", "b", 0, 8, 8)], [], "yx", id="what came out first"
        ),
        pytest.param(
            [("x", "a", 0, 8, None), ("y", "b", 0, 8, 9)], [], "yx", id="what came out some day"
        ),
        pytest.param([("x", "a", 6, 8, 9), ("y", "a", 0, 8, 9)], [], "yx", id="the place"),
        pytest.param([("x", "b", 0, 8, 9), ("y", "a", 0, 8, 9)], [], "yx", id="the article"),
        pytest.param(
            [("x", "a", 0, 7, 9), ("y", "a", 6, 8, 9)], [("x", "y", ANSWERS)], "yx",
            id="answered before answer, whatever the days",
        ),
        pytest.param(
            [("x", "a", 0, 7, 9), ("y", "a", 6, 8, 9)], [("x", "y", MEDIATES)], "xy",
            id="who mediates waits for nobody",
        ),
        pytest.param(
            [("x", "a", 0, 7, 9), ("y", "a", 6, 8, 9)], [("x", "x", ANSWERS)], "xy", id="oneself"
        ),
        pytest.param(
            [("x", "a", 0, 8, 9), ("y", "a", 6, 9, 9), ("z", "a", 12, 7, 9)],
            [("x", "y", ANSWERS), ("y", "x", ANSWERS), ("y", "z", ANSWERS)],
            "zxy",
            id="a circle, by days",
        ),
        pytest.param(
            [("x", "a", 0, 7, 9), ("y", "a", 6, 8, 9), ("z", "a", 12, 9, 9)],
            [("x", "y", ANSWERS), ("x", "z", ANSWERS)],
            "yzx",
            id="after all that it answers",
        ),
        pytest.param(
            [("u", "a", 0, 8, 9), ("v", "b", 0, 8, 9), ("x", "a", 6, 8, 9), ("y", "b", 6, 8, 9)],
            [("x", "v", ANSWERS)],
            "vyux",
            id="of one day, the article that is answered first",
        ),
        pytest.param(
            [("x", "c", 0, 8, 9), ("y", "b", 0, 8, 9), ("z", "d", 0, 8, 9), ("u", "c", 6, 8, 9)],
            [("x", "y", ANSWERS)],
            "yzxu",
            id="what neither answers nor is answered, between",
        ),
        pytest.param(
            [("u", "a", 0, 8, 9), ("v", "b", 0, 8, 9), ("x", "a", 6, 8, 9), ("y", "b", 6, 8, 9)],
            [("x", "u", ANSWERS)],
            "uxvy",
            id="who answers within his article moves no article",
        ),
        pytest.param(
            [
                *(("v", "b", 0, 8, 9), ("u", "a", 0, 8, 9), ("x", "a", 6, 8, 9)),
                *(("p", "d", 0, 8, 9), ("q", "d", 6, 8, 9), ("r", "d", 12, 8, 9)),
                *(("s", "d", 18, 8, 9), ("t", "e", 0, 8, 9)),
            ],
            [
                *(("x", "u", ANSWERS), ("x", "v", ANSWERS), ("t", "q", ANSWERS)),
                *(("q", "v", ANSWERS), ("r", "v", ANSWERS), ("s", "v", ANSWERS)),
            ],
            "vpqrsuxt",
            id="answers within an article do not lessen those to others",
        ),
        pytest.param(
            [("x", "a", 0, 7, 9), ("y", "b", 0, 8, 8), ("z", "b", 6, 8, 8)],
            [("x", "y", REPEATS)],
            "yzx",
            id="told again by another article, where it is told again",
        ),
        pytest.param(
            [("x", "a", 6, 7, 9), ("y", "a", 0, 7, 9), ("z", "b", 6, 8, 8)],
            [("x", "y", REPEATS)],
            "yxz",
            id="told again by the same article, when it was said",
        ),
        pytest.param(
            [("x", "a", 0, 7, None), ("y", "b", 0, 7, 8), ("z", "b", 6, 8, 8)],
            [("x", "y", REPEATS)],
            "yxz",
            id="told again no one knows when, when it was said",
        ),
    ],
)  # fmt: skip
def test_turns_stand_in_order(told: list[Told], answers: list[Answer], turn: str) -> None:
    assert turns(told, answers) == turn
    assert turns(told[::-1], answers[::-1]) == turn
