from datetime import date

import pytest

from rejoinder.model.article import Article, article_id
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.span import Span
from rejoinder.model.statement import Attribution, Quotation
from rejoinder.statements.said import date_statements

TEXT = "On Tuesday Norland said that the army had fired on Monday. Later it rained."
PUBLISHED = DateInterval(start=date(2022, 11, 10), end=date(2022, 11, 10), precision=Precision.DAY)


def _article(published: DateInterval | None) -> Article:
    return Article(
        id=article_id("t", None, TEXT),
        ref="t",
        url=None,
        publisher=None,
        title=None,
        language="en",
        published=published,
        retrieved=None,
        text=TEXT,
        zones=(),
    )


def _attribution() -> Attribution:
    cue, content = TEXT.index("said"), TEXT.index("the army")
    return Attribution(
        source=(Span(11, 18),),
        cue=(Span(cue, cue + 4),),
        content=(Span(content, TEXT.index(". Later")),),
        quotation=Quotation.INDIRECT,
    )


def test_the_date_beside_the_cue_counts_and_not_the_one_inside() -> None:
    (said,) = date_statements(_article(PUBLISHED), [_attribution()])
    assert said is not None
    assert (said.start, said.precision) == (date(2022, 11, 8), Precision.DAY)
    assert said.span is not None
    assert "Tuesday" in said.span.text_of(TEXT)


@pytest.mark.parametrize("published", [None])
def test_without_publication_it_stays_open(published: DateInterval | None) -> None:
    assert date_statements(_article(published), [_attribution()]) == (None,)
