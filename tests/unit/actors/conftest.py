"""What the tests of actors share: one text with its attributions given as words, resolved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from tests.articles import article

from rejoinder.actors.resolve import resolve_actors
from rejoinder.model.actor import Actor, MentionKind
from rejoinder.model.article import Zone, ZoneKind
from rejoinder.model.span import Span
from rejoinder.model.statement import Attribution, Cast, Quotation
from rejoinder.pipeline.stages import build_engine
from rejoinder.statements.acts import read_bearings
from rejoinder.statements.taggers import RULES

Said = tuple[str, str, str] | tuple[str, str, str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What came out for one text."""

    text: str
    actors: tuple[Actor, ...]
    casts: tuple[Cast, ...]

    def ids(self) -> set[str]:
        """Return the ids of the actors."""
        return {actor.id for actor in self.actors}

    def of(self, words: str) -> set[str]:
        """Return the ids of those mentioned by exactly these words, anywhere in the text."""
        return {
            actor.id
            for actor in self.actors
            for mention in actor.mentions
            if mention.span.text_of(self.text) == words
        }

    def kind_of(self, words: str) -> set[MentionKind]:
        """Return the kinds of the mentions by exactly these words."""
        return {
            mention.kind
            for actor in self.actors
            for mention in actor.mentions
            if mention.span.text_of(self.text) == words
        }

    def actor(self, actor_id: str) -> Actor:
        """Return the actor of that id."""
        return next(actor for actor in self.actors if actor.id == actor_id)


Resolve = Callable[..., Resolved]


@pytest.fixture(scope="session")
def resolve() -> Resolve:
    """Return a function that resolves a text.

    Attributions are ``(source, cue, content)``, with the parent's place as a fourth where they are
    nested, by their words: the content where it stands first, source and cue close to it. An empty
    string is a part left out; furniture is a list of texts to hide; publisher is the outlet.
    """
    engine = build_engine(RULES)

    def run(
        text: str,
        said: Sequence[Said] = (),
        furniture: Sequence[str] = (),
        publisher: str | None = None,
    ) -> Resolved:
        zones = tuple(Zone(kind=ZoneKind.FURNITURE, span=_find(text, f)) for f in furniture)
        read = article(text, publisher=publisher, zones=zones)
        attributions = [_attribution(text, one) for one in said]
        doc = engine.read(read).doc
        bearings = read_bearings(doc, attributions)
        actors, casts = resolve_actors(doc, read, attributions, bearings=bearings)
        assert len(casts) == len(said)
        return Resolved(text=text, actors=actors, casts=casts)

    return run


def _find(text: str, words: str, start: int = 0) -> Span:
    place = text.index(words, start)
    return Span(place, place + len(words))


def _attribution(text: str, said: Said) -> Attribution:
    source, cue, content = said[:3]
    # A content that occurs once fixes where its cue and source are looked for: close to it.
    where = _find(text, content)
    quoted = text[where.start - 1 : where.start] == '"'
    return Attribution(
        source=(_nearest(text, source, where),) if source else (),
        cue=(_nearest(text, cue, where),) if cue else (),
        content=(where,),
        quotation=Quotation.DIRECT if quoted else Quotation.INDIRECT,
        parent=said[3] if len(said) == 4 else None,
    )


def _nearest(text: str, words: str, where: Span) -> Span:
    """Return the occurrence that ends last before the content, or the first one behind it."""
    place = text.rfind(words, 0, where.start)
    behind = text.find(words, where.end)
    line = text.rfind("\n", 0, where.start)
    if place <= line and behind >= 0:
        place = behind
    if place < 0:
        place = text.index(words)
    return Span(place, place + len(words))
