"""Text to events by dependency rules (``events.rules.v4``)."""

from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Doc, Token

from rejoinder.events.arguments import subjects
from rejoinder.events.conditions import befalls_nobody, is_elsewhere
from rejoinder.events.finder import ActorFinder
from rejoinder.events.judged import is_judged
from rejoinder.events.merging import merged
from rejoinder.events.nouns import read_noun
from rejoinder.events.reading import Reading, read_verb
from rejoinder.events.scene import Scene
from rejoinder.events.settling import Draft, settle
from rejoinder.events.when import date_event
from rejoinder.model.actor import Actor
from rejoinder.model.article import Article
from rejoinder.model.event import Event, EventType
from rejoinder.model.statement import Statement
from rejoinder.model.time import Timing

__all__ = ["STAGE", "code_events"]

STAGE = "events.rules.v4"
# Types of force, whose words are also said of shares and storms.
_FORCE = frozenset(
    {EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT, EventType.PROTEST}
)


def code_events(
    doc: Doc,
    article: Article,
    actors: Sequence[Actor],
    statements: Sequence[Statement],
    times: Sequence[Timing] = (),
    lands: Sequence[Actor] = (),
) -> tuple[Event, ...]:
    """Return the events that the text tells, in its order.

    ``doc`` is the parse of the whole text, ``times`` its phrases of time, resolved, ``lands`` whom
    adjectives and places stand for where nobody else is named. What stands in a statement's content
    is asserted by the innermost such statement; the rest is the publisher's own telling.
    What is said, demanded or denied is a statement and no event.
    """
    finder = ActorFinder(doc, actors, lands)
    scene = Scene(article, statements)
    drafts: list[Draft] = []
    for reading in _readings(doc, finder, scene):
        draft = settle(reading, finder, scene)
        if draft is not None:
            drafts.append(_dated(draft, statements, times))
    events = [draft.event for draft in merged(drafts)]
    return tuple(sorted(events, key=lambda event: (event.span, event.event_type)))


def _readings(doc: Doc, finder: ActorFinder, scene: Scene) -> Iterator[Reading]:
    """Yield the event words in the order of the text, verbs of a sentence before its nouns."""
    for sentence in doc.sents:
        open_words = [t for t in sentence if t.pos_ in ("VERB", "NOUN") and scene.is_read(t)]
        if not open_words or is_elsewhere(sentence):
            continue
        found = [read_verb(token, finder) for token in open_words if token.pos_ == "VERB"]
        used = {place for reading in found if reading for place in reading.used}
        found += [
            read_noun(token, finder, known=is_judged(token, scene))
            for token in open_words
            if token.pos_ == "NOUN" and token.i not in used
        ]
        told = {reading.token.i for reading in found if reading}
        for reading in found:
            if reading is None or _is_told_below(reading, told) or _is_of_teams(reading, finder):
                continue
            forced = reading.frame.event_type in _FORCE
            if not (forced and befalls_nobody(reading.carrier or reading.token, sentence)):
                yield reading


def _is_told_below(reading: Reading, told: Collection[int]) -> bool:
    """Say whether the verb that it governs tells the event: "refused to attack"."""
    if "inner" not in reading.frame.recipient:
        return False
    return any(child.i in told for child in reading.token.children if child.dep_ == "xcomp")


def _is_of_teams(reading: Reading, finder: ActorFinder) -> bool:
    """Say whether a land is spoken of as its team, in the plural: "Norland host Sudland"."""
    verb = reading.token
    named = subjects(verb) if verb.tag_ == "VBP" else []
    return (
        len(named) == 1
        and named[0].tag_ == "NNP"
        and not list(named[0].conjuncts)
        and any(finder.kinds[one] == "state" for one in finder.named(named))
    )


def _dated(draft: Draft, statements: Sequence[Statement], times: Sequence[Timing]) -> Draft:
    """Return the draft with the date of its word, or of the verb that carries it."""
    places: list[Token] = [draft.token, *([draft.carrier] if draft.carrier is not None else [])]
    for place in places:
        date = date_event(place, statements, times)
        if date is not None:
            return draft.with_date(date)
    return draft
