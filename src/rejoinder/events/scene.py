"""What surrounds an event word: the zones of its article, the statements over it."""

from collections.abc import Sequence

from spacy.tokens import Token

from rejoinder.model.article import Article, ZoneKind
from rejoinder.model.span import Span
from rejoinder.model.statement import Statement

__all__ = ["Scene", "place_of"]

_UNREAD = frozenset(
    {ZoneKind.TITLE, ZoneKind.HEADING, ZoneKind.BYLINE, ZoneKind.DATE, ZoneKind.FURNITURE}
)

_TOLD = frozenset({ZoneKind.BODY, ZoneKind.DECK})


def place_of(token: Token) -> Span:
    """Return the characters of a word."""
    return Span(token.idx, token.idx + max(1, len(token)))


class Scene:
    """An article with its statements, as event words see it."""

    def __init__(self, article: Article, statements: Sequence[Statement]) -> None:
        """Note what is not read and where the statements are."""
        self.article = article
        kinds = {zone.kind for zone in article.zones}
        unread = _UNREAD if kinds & _TOLD else _UNREAD - {ZoneKind.TITLE, ZoneKind.HEADING}
        self._unread = [zone.span for zone in article.zones if zone.kind in unread]
        self._cues = [(span, one) for one in statements if one.speaker for span in one.cue]
        self._contents = [(span, one) for one in statements for span in one.content]

    def is_read(self, token: Token) -> bool:
        """Say whether the word stands where events are read."""
        if token.is_space:
            return False
        place = place_of(token)
        return not any(span.overlaps(place) for span in self._unread)

    def cued(self, token: Token) -> Statement | None:
        """Return the statement whose cue the word belongs to, or None."""
        place = place_of(token)
        return next((one for span, one in self._cues if span.overlaps(place)), None)

    def inside(self, token: Token) -> tuple[Statement, Span] | None:
        """Return the statement with the shortest content that holds the word, and that content."""
        place = place_of(token)
        holding = [(one, span) for span, one in self._contents if span.contains(place)]
        return min(
            holding, key=lambda held: (sum(map(len, held[0].content)), held[0].id), default=None
        )

    def paragraph(self, token: Token) -> str:
        """Return the line of the text that the word stands in."""
        text = self.article.text
        start = text.rfind("\n", 0, token.idx) + 1
        end = text.find("\n", token.idx)
        return text[start : end if end >= 0 else len(text)]
