"""Text to events by dependency rules (``events.rules.v1``)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from rejoinder.events.arguments import ActorFinder, agents, objects, prepositional
from rejoinder.events.clauses import clause_span
from rejoinder.events.frames import Condition, Frame, frames
from rejoinder.events.modality import is_purpose, modality_of
from rejoinder.events.when import date_event
from rejoinder.model.actor import Actor
from rejoinder.model.article import Article, ZoneKind
from rejoinder.model.event import Event, EventType, Modality, event_id
from rejoinder.model.ids import ActorId
from rejoinder.model.span import Span
from rejoinder.model.statement import Statement
from rejoinder.model.time import Timing

__all__ = ["STAGE", "code_events"]

STAGE = "events.rules.v1"
_UNREAD = frozenset(
    {ZoneKind.TITLE, ZoneKind.HEADING, ZoneKind.BYLINE, ZoneKind.DATE, ZoneKind.FURNITURE}
)
# PLOVER: a future meeting, support, cooperation or aid is an AGREE.
_PROMISED = frozenset({EventType.CONSULT, EventType.SUPPORT, EventType.COOPERATE, EventType.AID})
_POSSESSIVE_DOER = frozenset({"poss"})
_NOUN_ROLES = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "conj", "ROOT", "attr", "appos", "dative"}
)
_PHONE_WORDS = frozenset({"phone", "telephone"})
_RESTRICTING = frozenset({"restrict", "limit", "ban", "curb", "restricting", "limiting"})


def code_events(
    doc: Doc,
    article: Article,
    actors: Sequence[Actor],
    statements: Sequence[Statement],
    times: Sequence[Timing] = (),
) -> tuple[Event, ...]:
    """Return the events that the text tells, in its order.

    ``doc`` is the parse of the whole text, ``times`` its phrases of time, resolved.  What stands in
    a statement's content is asserted by the innermost such statement; the rest is the publisher's
    own telling.  What is said, demanded or denied is a statement and no event.
    """
    finder = ActorFinder(doc, actors)
    hidden = [zone.span for zone in article.zones if zone.kind in _UNREAD]
    hidden += [span for statement in statements for span in statement.cue]
    told: list[Event] = []
    for token in doc:
        place = Span(token.idx, token.idx + max(1, len(token)))
        if token.is_space or any(span.overlaps(place) for span in hidden):
            continue
        found = _read(token, finder)
        if found is None:
            continue
        event = _event(token, place, found, article, statements)
        event = replace(event, date=date_event(token, statements, times))
        if not any(_same(event, other) for other in told):
            told.append(event)
    return tuple(sorted(told, key=lambda event: (event.span, event.event_type)))


@dataclass(frozen=True, slots=True)
class _Found:
    frame: Frame
    actor: tuple[ActorId, ...]
    recipient: tuple[ActorId, ...]


def _read(token: Token, finder: ActorFinder) -> _Found | None:
    """Return the first frame of the table that the token fills, with who fills it."""
    verb = token.pos_ == "VERB" and token.dep_ not in ("amod", "compound")
    noun = token.pos_ == "NOUN" and token.dep_ in _NOUN_ROLES
    if not (verb or noun) or is_purpose(token):
        return None
    for frame in frames().get((verb, token.lemma_.lower()), ()):
        if not _fits(token, frame):
            continue
        fill = _fill_verb if verb else _fill_noun
        doers, others = fill(token, frame, finder)
        found = _cast(frame, doers, others)
        if found is not None and _holds(token, found):
            return found
    return None


def _fits(token: Token, frame: Frame) -> bool:
    if frame.objects and not frame.objects & _object_lemmas(token):
        return False
    if frame.condition is Condition.PARTICLE:
        return any(
            child.dep_ == "prt" and child.lower_ in frame.prepositions for child in token.children
        )
    return not frame.prepositions or bool(prepositional(token, frame.prepositions))


def _object_lemmas(token: Token) -> frozenset[str]:
    """Return the lemmas of the objects, also behind a measure: "several hours of talks"."""
    heads = [each for head in objects(token) for each in (head, *head.conjuncts)]
    measured = [inner for head in heads for inner in prepositional(head, ("of",))]
    return frozenset(head.lemma_.lower() for head in (*heads, *measured))


def _fill_verb(
    token: Token, frame: Frame, finder: ActorFinder
) -> tuple[tuple[ActorId, ...], tuple[ActorId, ...]]:
    slots = frame.recipient - {"obj"}
    heads = objects(token) if "obj" in frame.recipient else []
    carriers = [token, *(objects(token) if frame.objects else [])]
    for carrier in list(carriers[1:]):
        carriers.extend(prepositional(carrier, ("of",)))
    heads = [*heads, *(head for each in carriers for head in prepositional(each, slots))]
    return finder.find(agents(token)), finder.find(heads)


def _fill_noun(
    token: Token, frame: Frame, finder: ActorFinder
) -> tuple[tuple[ActorId, ...], tuple[ActorId, ...]]:
    doers = [child for child in token.children if child.dep_ in _POSSESSIVE_DOER]
    doers += prepositional(token, ("by",))
    doers += [child for child in token.children if child.dep_ in ("amod", "compound", "nmod")]
    if frame.condition is Condition.FROM:
        doers += prepositional(token, ("from",))
    if frame.condition in (Condition.OF_BY,):
        doers += prepositional(token, ("of",))
    return finder.find(doers), finder.find(prepositional(token, frame.recipient))


def _cast(frame: Frame, doers: tuple[ActorId, ...], others: tuple[ActorId, ...]) -> _Found | None:
    """Return who takes which part; None where nobody known takes any."""
    recipient = tuple(actor for actor in others if actor not in doers)
    if frame.condition in (Condition.BOTH, Condition.PHONE) or (
        frame.condition is Condition.TWO and frame.event_type is EventType.CONSULT
    ):
        doers, recipient = (*doers, *recipient), ()
    if not doers and not recipient:
        return None
    return _Found(frame, doers, recipient)


def _holds(token: Token, found: _Found) -> bool:
    """Say whether the frame's condition holds."""
    match found.frame.condition:
        case Condition.TWO:
            return len(found.actor) + len(found.recipient) > 1
        case Condition.BOTH if found.frame.verb:
            return bool(agents(token))
        case Condition.RESOLVED:
            return bool(found.recipient)
        case Condition.RECIPIENT:
            return bool(found.recipient or found.actor)
        case Condition.PHONE:
            return any(child.lower_ in _PHONE_WORDS for child in token.children)
        case Condition.RESTRICTIVE:
            return any(
                inner.lemma_.lower() in _RESTRICTING
                for head in objects(token)
                for inner in head.children
            )
        case Condition.MILITARY:
            return any(child.lemma_.lower() == "military" for child in token.children)
        case _:
            return True


def _event(
    token: Token,
    place: Span,
    found: _Found,
    article: Article,
    statements: Sequence[Statement],
) -> Event:
    inside = _innermost(place, statements)
    modality = modality_of(token)
    if modality is Modality.ACTUAL and inside is not None:
        modality = Modality.ALLEGED
    event_type = found.frame.event_type
    mode = (found.frame.mode,) if found.frame.mode else ()
    if modality is Modality.FUTURE and event_type in _PROMISED:
        event_type, mode = EventType.AGREE, ()
    within = (
        next((span for span in inside.content if span.contains(place)), None) if inside else None
    )
    span = clause_span(token, within)
    return Event(
        id=event_id(article.id, event_type, span),
        article_id=article.id,
        event_type=event_type,
        mode=mode,
        context=(),
        actor=found.actor,
        recipient=found.recipient,
        span=span,
        date=None,
        asserted_by=inside.id if inside else None,
        modality=modality,
        score=0.7 if found.actor and found.recipient else 0.5,
    )


def _innermost(place: Span, statements: Sequence[Statement]) -> Statement | None:
    """Return the statement with the shortest content that holds the place."""
    holding = [
        statement
        for statement in statements
        if any(span.contains(place) for span in statement.content)
    ]
    return min(
        holding,
        key=lambda statement: (sum(map(len, statement.content)), statement.id),
        default=None,
    )


def _same(event: Event, other: Event) -> bool:
    """Say whether two readings of overlapping words are one event of one type."""
    return event.event_type is other.event_type and event.span.overlaps(other.span)
