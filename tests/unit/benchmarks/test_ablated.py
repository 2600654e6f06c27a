"""What a finder of links gives, counted on made-up articles."""

import json

import pytest
from benchmarks.ablated import Paired, give
from benchmarks.answers import read_marks
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.statement import Act

# A question of a transcript with its answer, and who goes on.
_ASKED = "Avaria: Will you sign it?\nTarn: Ask the tides.\n“They know,” he added.\n"
# A denial that its noun marks, and that its act and place would show too.
_DENIED = "Avaria said that Tarn shelled the bridge.\nTarn rejected the claim.\n"


@pytest.mark.parametrize(
    ("name", "gives"),
    [
        pytest.param("question", (1, 1, 0, 1, 0, 1), id="a right link that is marked"),
        pytest.param("continuing", (1, 1, 0, 0, 1, 0), id="a link that the gold has not"),
        pytest.param("mediation", (0, 0, 0, 0, 0, 0), id="nothing"),
    ],
)
def test_a_finder_gives_what_goes_without_it(name: str, gives: tuple[int, ...]) -> None:
    story = told(_ASKED, ref="one")
    asked = story.say(Act.ASSERT, "state:AVA", None, "Will you sign it?", cue=":")
    answer = story.say(Act.ASSERT, "per:tarn", None, "Ask the tides", cue=":")
    story.say(Act.ASSERT, "per:tarn", None, "“They know,”", cue="added")
    paired = Paired(frozenset({("g2", "g1")}), {asked: "g1", answer: "g2"})
    mark = {
        "draw": "d",
        "article": "one",
        "answer": [_ASKED.index("Tarn"), _ASKED.index("“They")],
        "marker": None,
        "answered": [[0, _ASKED.index("Tarn")]],
        "event": False,
    }
    marks = read_marks([json.dumps(mark)])
    (row,) = give({"one": story.record()}, {"one": paired}, marks, [name])
    found = (row.links, row.marked, row.instead, row.right, row.other, row.marks)
    assert found == gives


def test_what_another_finder_finds_too_neither_gives() -> None:
    story = told(_DENIED, ref="one")
    claim = "that Tarn shelled the bridge"
    story.say(Act.ACCUSE, "state:AVA", "per:tarn", claim, cue="said")
    story.say(Act.DENY, "per:tarn", None, "the claim", cue="rejected")
    record = story.record()
    rows = list(give({"one": record}, {}, [], ["marked", "implied"]))
    assert [(row.links, row.instead) for row in rows] == [(0, 0), (0, 0)]
    assert len(link_within(record)) == 1
    assert not link_within(record, without=("marked", "implied"))
