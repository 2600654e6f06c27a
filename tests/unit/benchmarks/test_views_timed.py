"""The benchmark of views, over a small ledger."""

from pathlib import Path

from benchmarks.views import enough, timed, views
from tests.unit.views.tellings import Deed, Word, filled, telling

from rejoinder.model.event import EventType
from rejoinder.model.statement import Act


def test_every_view_is_timed(tmp_path: Path) -> None:
    told = telling(
        "a",
        Word(who="Tarn", act=Act.DEMAND, cue="demanded", content="the pact", about="Vest"),
        Deed(who="Tarn", whom="Vest", kind=EventType.ASSAULT, date="2024-03-04"),
    )
    filled(tmp_path, [told]).close()
    parties = ("state:TAR", "state:VES")
    found = dict(timed(tmp_path / "x.sqlite", rounds=1, parties=parties))

    assert set(found) == set(views())
    assert all(seconds >= 0 for seconds in found.values())


def test_articles_are_counted_by_their_statements() -> None:
    word = Word(who="Tarn", act=Act.DEMAND, cue="demanded", content="the pact")
    assert enough([telling("a", word), telling("b", word, word)], 300) == 201
