"""One claim with both sides: symmetric, by origin, with the words in their sentence."""

import dataclasses
from collections.abc import Iterator
from datetime import date

import pytest
from tests.unit.exchanges.stories import Story, told
from tests.unit.ledger.ledger_samples import NOW, fresh, makers

from rejoinder.errors import NotFound
from rejoinder.exchanges.within import link_within
from rejoinder.ledger.read import LedgerReader, open_reader
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.ledger.write import append
from rejoinder.model.claim import ClaimStatus, Side
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act
from rejoinder.pipeline.reconcile import Reconciliation
from rejoinder.pipeline.summaries import refresh_summaries
from rejoinder.views.claim_list import find_or_list
from rejoinder.views.claim_sides import ClaimSides, SideView, find_claim_sides
from rejoinder.views.claims import ClaimFilter

WORDS = "Avaria hides spies in its ports"


def article(story: Story, publisher: str | None) -> ArticleRecord:
    record = story.record(link_within(story.record()))
    own = dataclasses.replace(record.article, publisher=publisher)
    return dataclasses.replace(record, article=own)


def accused(ref: str, publisher: str | None, day: date) -> ArticleRecord:
    story = told(f"Rain fell. Tarn said on {ref} that {WORDS}. Nobody spoke.", ref=ref, day=day)
    story.say(Act.ACCUSE, "per:tarn", "state:AVA", WORDS, source="Tarn")
    return article(story, publisher)


def both(ref: str, publisher: str | None, day: date) -> ArticleRecord:
    story = told(
        f"Tarn said that {WORDS}. Avaria denied Tarn’s claims about spies.", ref=ref, day=day
    )
    story.say(Act.ACCUSE, "per:tarn", "state:AVA", WORDS, source="Tarn")
    story.say(
        Act.DENY, "state:AVA", "per:tarn", "Tarn’s claims about spies", cue="denied",
        source="Avaria",
    )  # fmt: skip
    return article(story, publisher)


RECORDS = (
    accused("early", "Courier", date(2031, 5, 4)),
    accused("again", "Standard", date(2031, 5, 5)),
    both("late", "Herald", date(2031, 5, 6)),
)


@pytest.fixture(scope="module", params=["summed", "counted"])
def reader(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LedgerReader]:
    """Return a reader of a ledger with one claim, with summaries and without."""
    with fresh(tmp_path_factory.mktemp("claim")) as ledger:
        reconciliation = Reconciliation(RECORDS)
        append(
            ledger,
            records=RECORDS,
            makers=makers(),
            now=NOW,
            actors=reconciliation.judge,
            links=reconciliation.link,
            summarise=refresh_summaries if request.param == "summed" else None,
        )
        with open_reader(ledger, canonical=True) as opened:
            current = SummaryBook(connection=opened.connection).is_current()
            assert current is (request.param == "summed")
            yield opened


def sides(reader: LedgerReader) -> ClaimSides:
    claim = next(
        each for each in find_or_list(reader, ClaimFilter()) if each.status is ClaimStatus.CONTESTED
    )
    return find_claim_sides(reader, claim.id)


def side(found: ClaimSides, which: Side) -> SideView:
    return next(each for each in found.sides if each.side is which)


def test_both_sides_are_counted_by_statement_article_and_origin(reader: LedgerReader) -> None:
    found = sides(reader)
    assert [(each.side, each.statements, each.articles, each.origins) for each in found.sides] == [
        (Side.ASSERTS, 3, 3, 2),
        (Side.DENIES, 1, 1, 1),
        (Side.CONCEDES, 0, 0, 0),
    ]
    assert (found.statements, found.articles, found.claim.origins) == (4, 3, 2)
    assert found.first is not None
    assert found.last is not None
    assert (found.first.start, found.last.end) == (date(2031, 5, 4), date(2031, 5, 6))


def test_a_copy_stands_under_the_first_of_its_origin(reader: LedgerReader) -> None:
    (voice,) = side(sides(reader), Side.ASSERTS).voices
    assert [(one.id, one.name) for one in voice.actors] == [("per:tarn", "Tarn")]
    assert [
        (origin.name, [(told.spoken.article_ref, told.why, told.earliest) for told in origin.told])
        for origin in voice.origins
    ] == [
        ("Courier", [("early", None, True), ("again", "copy", False)]),
        ("Herald", [("late", None, False)]),
    ]


def test_the_exact_words_are_marked_in_their_sentence(reader: LedgerReader) -> None:
    (voice,) = side(sides(reader), Side.ASSERTS).voices
    pieces = voice.origins[0].told[0].wording.pieces
    assert [(piece.words, piece.is_content) for piece in pieces] == [
        ("Tarn said on early that ", False),
        (WORDS, True),
        (".", False),
    ]


def test_a_claim_names_the_exchanges_that_hold_it(reader: LedgerReader) -> None:
    (exchange,) = sides(reader).exchanges
    assert exchange.turns >= 2
    assert "Avaria" in exchange.title


def test_what_is_no_claim_is_not_found(reader: LedgerReader) -> None:
    with pytest.raises(NotFound, match="k-nothing"):
        find_claim_sides(reader, "k-nothing")
