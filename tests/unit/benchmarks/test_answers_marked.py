"""What readers marked, against the links of made-up articles."""

import json

import pytest
from benchmarks.answers import Found, read_marks, score
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.relate import make_link
from rejoinder.model.event import EventType
from rejoinder.model.ids import EventId
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act

_TEXT = "Avaria said the bridge was shelled.\nTarn rejected the claim and condemned the attack.\n"
_FIRST, _SECOND = [0, _TEXT.index("\n")], [_TEXT.index("Tarn"), len(_TEXT) - 1]
_MARKER = [_TEXT.index("rejected"), _TEXT.index("rejected") + len("rejected")]


def _record(*, explicit: bool, to_event: bool, speaker: str = "state:AVA") -> ArticleRecord:
    story = told(_TEXT, ref="one")
    claim = story.say(Act.ACCUSE, speaker, None, "the bridge was shelled", cue="said")
    denial = story.say(Act.DENY, "per:tarn", None, "the claim", cue="rejected")
    deed = story.happen(EventType.ASSAULT, "state:AVA", "the attack")
    link: Link = make_link(
        denial,
        EventId(deed) if to_event else claim,
        Relation.DENIES,
        evidence=story.span("rejected") if explicit else None,
        score=0.5,
    )
    return story.record((link,))


def _mark(*, event: bool = False, answered: bool = True) -> str:
    return json.dumps(
        {
            "draw": "d",
            "article": "one",
            "answer": _SECOND,
            "marker": _MARKER,
            "answered": [_FIRST] if answered else [],
            "event": event,
        }
    )


@pytest.mark.parametrize(
    ("explicit", "to_event", "event", "found", "shown"),
    [
        pytest.param(True, False, False, (1, 0), (1, 1), id="marked"),
        pytest.param(False, False, False, (0, 1), (0, 0), id="only inferred"),
        pytest.param(True, True, False, (0, 0), (1, 0), id="an event, and words were meant"),
        pytest.param(True, True, True, (1, 0), (1, 1), id="an event was meant"),
    ],
)
def test_a_mark_is_found_by_a_link_between_its_passages(
    explicit: bool,
    to_event: bool,
    event: bool,
    found: tuple[int, int],
    shown: tuple[int, int],
) -> None:
    record = _record(explicit=explicit, to_event=to_event)
    (row,) = score(read_marks([_mark(event=event, answered=not event)]), {"one": record})
    assert row == Found(
        draw="d",
        articles=1,
        marks=1,
        explicit=found[0],
        inferred=found[1],
        shown=shown[0],
        at_a_mark=shown[1],
    )


def test_a_link_finds_one_mark_only() -> None:
    record = _record(explicit=True, to_event=False)
    (row,) = score(read_marks([_mark(), _mark()]), {"one": record})
    assert (row.marks, row.explicit) == (2, 1)


def test_what_a_speaker_says_to_bear_himself_out_is_shown_as_no_answer() -> None:
    record = _record(explicit=True, to_event=False, speaker="per:tarn")
    (row,) = score(read_marks([_mark()]), {"one": record})
    assert (row.shown, row.at_a_mark) == (0, 0)
