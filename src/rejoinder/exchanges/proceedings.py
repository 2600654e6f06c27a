"""What is said of a deed of law or office by its own noun: "the suit is without merit"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rejoinder.exchanges.deciding import PASSING
from rejoinder.exchanges.deed_nouns import names_others
from rejoinder.exchanges.markers import PRAISED, RATED, Kind
from rejoinder.exchanges.matter import stems
from rejoinder.exchanges.opening import opening
from rejoinder.exchanges.reference import Reference
from rejoinder.exchanges.relate import HOSTILE, REJECTING, make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.event import Event
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Statement

__all__ = ["proceeding_links"]

# Nouns, and the words of which one stands where the deed itself is told.
_NOUNS: Final = (
    (
        "lawsuits? suits? (?:legal )?challenges? complaints? litigation",
        "lawsuit suit sue sued complaint",
    ),
    ("indictments? charges prosecutions?", "indict indicted indictment charged charges"),
    (
        "firings? dismissals? sackings? terminations? oust(?:er|ing) removals?",
        "fire fired firing dismiss dismissed dismissal sack sacked oust ousted remove removed",
    ),
    ("arrests? detentions? raids?", "arrest arrested custody detained raid raided"),
    ("rulings? verdicts? judge?ments? convictions?", "rule ruled ruling verdict convicted"),
    ("resignations? departures?", "resign resigned resignation"),
    ("nominations? appointments?", "nominate nominated appoint appointed"),
    ("veto(?:es)?", "veto vetoed"),
    ("resolutions? motions?", "resolution motion"),
)
_OF_NOUN: Final = tuple(
    (re.compile("|".join(nouns.split()), re.IGNORECASE), stems(told)) for nouns, told in _NOUNS
)
_ANY: Final = "|".join(nouns.replace(" ", "|") for nouns, _ in _NOUNS)
_PHRASE: Final = (
    r"(?:filing an?|bringing an?|the|this|these|those|his|her|its|their|\w+['’]s)\s+"
    rf"(?:[\w'’.-]+\s+){{0,3}}?(?P<noun>{_ANY})\b(?!\s+(?:that|which)\b)"
)
_NAMED: Final = re.compile(rf"\W*(?:(?:that|against|of|on|to)\s+)?{_PHRASE}", re.IGNORECASE)
# "I am not sure that the lawsuit is", "we believe this suit is".
_SURE: Final = re.compile(
    r"\W*(?:however,\s+)?(?:(?:I|we|they|he|she)\W+(?:[\w’']+\s+){0,3}?"
    r"(?:think|thinks?|believes?|feels?|sure|say|says|convinced|confident)\s+)?",
    re.IGNORECASE,
)
# "saddened by the firing", "defend against the lawsuit", "withdraw its resolution".
_FACING: Final = re.compile(
    r"\b(?:\w{3,}ed\s+(?:by|at|about|with|over)|against|withdraw|drop|rescind|retract|revoke)\s+"
    + _PHRASE,
    re.IGNORECASE,
)
# "said of the lawsuit that it was overdue".
_CUED: Final = re.compile(rf"\b(?:of|about|on)\s+{_PHRASE}", re.IGNORECASE)
_SAID_OF: Final = re.compile(
    r"(?:\s+[^,.;:!?\n]{1,60}?)?\s+(?:is|was|are|were|has|have|had|would|will|could|may|might"
    r"|should|must|does|do|did|includes?|shows?|proves?|runs?|comes?|seems?)\b",
)
# "The suit was filed on Monday" judges nothing.
_REPORTED: Final = re.compile(
    r"\s+(?:been\s+)?(?:\w+ly\s+)?(?:filed|brought|adopted|passed|approved|announced|made|issued"
    r"|signed|unsealed|dated|drafted|expected|due|scheduled|still|now|part)\b"
)
_DONE: Final = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?(?P<done>\w+)")
_SAYS: Final = re.compile(
    r"(?:ha[sd] |have )?(?:sa(?:id|ys?)|t(?:old|ells?)|added|wrote|noted|(?:now )?report(?:s|ed))\b"
)
_JUDGING: Final = RATED | {Kind.DENIAL}
# Who accuses may be the one who brings the charge.
_ACTS: Final = (HOSTILE | REJECTING | {Act.SUPPORT}) - {Act.ACCUSE}
_FACED: Final = HOSTILE | REJECTING | {Act.SUPPORT, Act.DEMAND, Act.AGREE, Act.INTEND, Act.WARN}


def proceeding_links(
    scene: Scene, references: Mapping[StatementId, Sequence[Reference]]
) -> Iterator[Link]:
    """Link who says something of a suit, a charge, a firing or a ruling to the one that is told.

    It has to be what the words are about, and done by somebody else.  What no deed tells is meant
    by the first words that do it, or that are told to stand in it.
    """
    for voice in scene.voices:
        passes = not PASSING.isdisjoint(scene.stems_of(voice.statement.cue))
        if passes or voice.zone in HEADS or not voice.is_somebodys:
            continue
        kinds = scene.kinds_in_cue(voice.statement)
        named = _named(scene, voice, references[voice.statement.id], kinds)
        if named is None:
            continue
        deed, words = _deed(scene, voice, *named), _words(scene, voice, named[1])
        praised = voice.statement.act is Act.SUPPORT or not kinds.isdisjoint(PRAISED)
        relation = Relation.SUPPORTS if praised else Relation.ANSWERS
        meant = deed.id if deed else words.statement.id if words else None
        if meant is not None:
            yield make_link(voice.statement.id, meant, relation, evidence=named[0])


_Named = tuple[Span, frozenset[str]]


def _named(
    scene: Scene, voice: Voice, references: Sequence[Reference], kinds: frozenset[Kind]
) -> _Named | None:
    """Return the noun that the words are about, and by which words its deed is told."""
    content = voice.statement.content[0]
    judged = not kinds.isdisjoint(_JUDGING) or voice.statement.act in _ACTS
    found = _NAMED.match(scene.text, content.start, content.end) if judged else None
    found = found or next(_subjects(scene, voice), None) or _object(scene, references)
    if found is None:
        faced = voice.statement.content if voice.statement.act in _FACED else ()
        every = [(_CUED, cue) for cue in voice.statement.cue] + [(_FACING, part) for part in faced]
        matches = (pattern.search(scene.text, span.start, span.end) for pattern, span in every)
        found = next(filter(None, matches), None)
    if found is None or names_others(scene.text, Span(found.start(), found.start("noun"))):
        return None
    told = next(told for nouns, told in _OF_NOUN if nouns.fullmatch(found["noun"]))
    return Span(*found.span("noun")), told


def _subjects(scene: Scene, voice: Voice) -> Iterator[re.Match[str]]:
    """Yield the nouns that a sentence of the words begins with, if it says something of them."""
    plain = any(_SAYS.match(scene.text, cue.start, cue.end) for cue in voice.statement.cue)
    for span in voice.statement.content:
        first = scene.passages.place(span.start)
        for place in range(first, scene.passages.place(span.end - 1) + 1):
            start = max(span.start, scene.passages.sentence(place).start)
            lead = _SURE.match(scene.text, start, span.end)
            found = _NAMED.match(scene.text, lead.end() if lead else start, span.end)
            said = _SAID_OF.match(scene.text, found.end(), span.end) if found else None
            if found and said and not (plain and _REPORTED.match(scene.text, said.end(), span.end)):
                yield found


def _object(scene: Scene, references: Sequence[Reference]) -> re.Match[str] | None:
    """Return the noun that the speaker's own words of judging govern: "we support this action"."""
    every = (
        _NAMED.match(scene.text, span.start, span.end)
        for each in references
        if each.kind in _JUDGING
        for span in each.objects
    )
    return next(filter(None, every), None)


def _deed(scene: Scene, voice: Voice, noun: Span, told: frozenset[str]) -> Event | None:
    """Return the first such deed that the publisher tells, of another's."""
    deeds = [
        event
        for event in scene.deeds
        if event.asserted_by is None
        and not told.isdisjoint(stems(event.span.text_of(scene.text)))
        and set(event.actor).isdisjoint(voice.statement.speaker)
        and not event.span.overlaps(noun)
        and not any(event.span.contains(cue) for cue in voice.statement.cue)
    ]
    return min(deeds, key=lambda event: (event.span, event.id), default=None)


def _own(scene: Scene, voice: Voice) -> frozenset[ActorId]:
    """Return whom the words for the speaker name: "the board of the League" is of its side."""
    spans = voice.statement.source
    return frozenset(one for span in spans for one in scene.parties.named_in(span))


def _words(scene: Scene, voice: Voice, told: frozenset[str]) -> Voice | None:
    """Return the first words before that do such a deed, or are told to stand in the document.

    Else those that the article opens with, if it is what they tell.
    """
    own = _own(scene, voice)
    others = [
        other
        for other in scene.voices
        if other.zone not in HEADS
        and other.start < voice.start
        and not voice.same_side(other)
        and own.isdisjoint(other.speakers)
        and not scene.is_inside(voice.statement, other.statement.id)
        and not scene.is_inside(other.statement, voice.statement.id)
        and other.statement.act not in REJECTING
    ]
    doing = (other for other in others if _tells(scene, other.statement, told))
    opened = {other.statement.id for other in opening(scene)}
    telling = (
        other
        for other in others
        if other.statement.id in opened
        and other.place < voice.place
        and _is_told_in(scene, other.statement, told)
    )
    return next(doing, None) or next(telling, None)


def _is_told_in(scene: Scene, statement: Statement, told: frozenset[str]) -> bool:
    """Say whether what is said tells that the deed was done: "that his client was fired"."""
    return any(
        not told.isdisjoint(stems(found["done"]))
        for span in statement.content
        for found in _DONE.finditer(scene.text, span.start, span.end)
    )


def _tells(scene: Scene, statement: Statement, told: frozenset[str]) -> bool:
    """Say whether the words for the speaker or of saying tell the deed: "The suit accuses"."""
    spans = (*statement.source, *statement.cue)
    return any(not told.isdisjoint(stems(span.text_of(scene.text))) for span in spans)
