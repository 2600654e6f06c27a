"""Stances are read from acts and words, or left unclear; nothing is read wrongly."""

from pathlib import Path

import pytest
from tests.unit.views.stance_table import Row, rows

from rejoinder.model.position import Position, Stance, position_of
from rejoinder.model.statement import Act, Quotation
from rejoinder.views.matters import regions_of, tokens_of
from rejoinder.views.stance_reading import Spoken
from rejoinder.views.stances import stance_of, stance_without_query

TABLE = rows()
DOCUMENT = Path(__file__).parents[3] / "docs" / "positions.md"


def spoken(row: Row) -> Spoken:
    act, quotation, cue, content, *_ = row
    return Spoken(act=act, quotation=quotation, cue=cue, content=content)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row[0]}: {row[2]} {row[3]}")
def test_a_stance_is_read_or_left_unclear(row: Row) -> None:
    assert stance_of(spoken(row), row[4]) is row[6]


def test_the_table_has_every_kind_and_little_that_is_not_read() -> None:
    assert len(TABLE) >= 100
    assert {row[0] for row in TABLE} == set(Act)
    clear = [row for row in TABLE if row[5] is not Stance.UNCLEAR]
    unread = [row for row in clear if row[6] is Stance.UNCLEAR]
    assert len(unread) <= 0.1 * len(clear)
    assert all(row[6] in (row[5], Stance.UNCLEAR) for row in TABLE)


def test_the_document_says_how_many_of_them_are_read() -> None:
    clear = [row for row in TABLE if row[5] is not Stance.UNCLEAR]
    read = [row for row in clear if row[6] is not Stance.UNCLEAR]
    document = " ".join(DOCUMENT.read_text(encoding="utf-8").split())
    assert f"on {len(TABLE)} sentences of ours" in document
    assert f"calls {len(clear)} for or against, {len(read)} are read and" in document


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row[2]} {row[3]}")
def test_parties_exchanged_are_read_alike(row: Row) -> None:
    content = row[3].replace("Vest", "_").replace("Tarn", "Vest").replace("_", "Tarn")
    exchanged = (row[0], row[1], row[2], content, *row[4:])
    assert stance_of(spoken(exchanged), row[4]) is stance_of(spoken(row), row[4])


def test_he_is_not_the_speaker_where_somebody_is_spoken_of() -> None:
    said = Spoken(
        act=Act.PREDICT,
        quotation=Quotation.INDIRECT,
        cue="said",
        content="she will sign the treaty",
        others=True,
    )
    assert stance_of(said, "treaty") is Stance.UNCLEAR


@pytest.mark.parametrize(
    ("act", "cue", "content", "stance"),
    [
        (Act.SUPPORT, "welcomed", "the plan", Stance.FOR),
        (Act.AGREE, "agreed", "to it", Stance.FOR),
        (Act.REFUSE, "rejected", "the plan", Stance.AGAINST),
        (Act.REFUSE, "refused", "to end it", Stance.UNCLEAR),
        (Act.SUPPORT, "did not welcome", "the plan", Stance.UNCLEAR),
        (Act.DEMAND, "demanded", "answers", Stance.UNCLEAR),
        (Act.SUPPORT, "asked", "who would not?", Stance.UNCLEAR),
    ],
)
def test_saved_statements_are_read_by_their_act_alone(
    act: Act, cue: str, content: str, stance: Stance
) -> None:
    said = Spoken(act=act, quotation=Quotation.INDIRECT, cue=cue, content=content)
    assert stance_without_query(said) is stance


@pytest.mark.parametrize(
    ("query", "words", "found"),
    [
        ("ceasefire", "A ceasefire, the Ceasefire.", ((1, 2), (4, 5))),
        ('"peace treaty"', "the peace treaty and a treaty of peace", ((1, 3),)),
        ("peace treaty", "a treaty of peace", ((1, 4),)),
        ("sanction*", "the sanctions", ((1, 2),)),
        ("cafe", "Vest's Café", ((2, 3),)),
        ("bridge", "the bridges", ()),
        ("peace treaty", "peace " + "and so on " * 9 + "treaty", ()),
        ("* -", "anything", ()),
    ],
)
def test_matters_are_found_where_their_words_stand_together(
    query: str, words: str, found: tuple[tuple[int, int], ...]
) -> None:
    assert regions_of(query, tokens_of(words)) == found


def test_not_and_owners_are_tokens() -> None:
    assert tokens_of("Vest won’t end Tarn's embargo") == (
        "vest", "wo", "not", "end", "tarn", "'s", "embargo",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("stances", "position"),
    [
        ("for for", Position.FOR),
        ("against unclear", Position.AGAINST),
        ("for against unclear", Position.MIXED),
        ("unclear", Position.UNCLEAR),
        ("", Position.UNCLEAR),
    ],
)
def test_positions_are_what_stances_come_to(stances: str, position: Position) -> None:
    assert position_of(Stance(each) for each in stances.split()) is position
