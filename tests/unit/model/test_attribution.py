"""An attribution is of something."""

import pytest

from rejoinder.model.span import Span
from rejoinder.model.statement import Attribution, Quotation


def test_an_attribution_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one content span"):
        Attribution(source=(Span(0, 3),), cue=(), content=(), quotation=Quotation.DIRECT)


def test_source_and_cue_may_be_empty() -> None:
    made = Attribution(source=(), cue=(), content=(Span(0, 3),), quotation=Quotation.DIRECT)
    assert (made.parent, made.score) == (None, 1.0)
