"""Where actors speak within some days, and what counts that has no date."""

from datetime import date

import pytest
from tests.unit.exchanges.stories import told
from tests.unit.ledger.ledger_samples import put

from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.earlier import Days, extractions_with
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act

AVARIA, TARN = ActorId("state:AVA"), ActorId("per:tarn")
MAY: Days = [(date(2031, 5, 1), date(2031, 5, 31))]


def saying(ref: str, speaker: str, day: date | None) -> ArticleRecord:
    story = told("The bridge at Orlen stays shut.", ref=ref, day=day)
    story.say(Act.ASSERT, speaker, None, "The bridge at Orlen stays shut")
    return story.record()


@pytest.mark.parametrize(
    ("days", "undated", "found"),
    [
        pytest.param(None, None, {"may", "july", "open", "open-tarn"}, id="ever"),
        pytest.param(MAY, None, {"may", "open", "open-tarn"}, id="within days, and undated"),
        pytest.param(MAY, [TARN], {"may", "open-tarn"}, id="undated of one"),
        pytest.param(MAY, [], {"may"}, id="nothing undated"),
        pytest.param([], [TARN], {"open-tarn"}, id="only what is undated"),
    ],
)
def test_what_actors_said_within_days(
    ledger: LedgerFile, days: Days | None, undated: list[ActorId] | None, found: set[str]
) -> None:
    put(
        ledger,
        saying("may", AVARIA, date(2031, 5, 4)),
        saying("july", AVARIA, date(2032, 7, 4)),
        saying("open", AVARIA, None),
        saying("open-tarn", TARN, None),
    )
    with ledger.reading() as connection:
        keys = extractions_with(connection, "speaker", [AVARIA, TARN], days, undated)
        rows = connection.exec_driver_sql(
            "SELECT e.id, a.ref FROM extractions AS e JOIN articles AS a ON a.id = e.article_id"
        )
        refs = {row[0]: row[1] for row in rows}
    assert {refs[key] for key in keys} == found
