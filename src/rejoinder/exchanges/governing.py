"""Whether a word that marks an answer speaks for the speaker of the statement it stands in."""

import re

from rejoinder.exchanges.markers import Kind, Marker
from rejoinder.exchanges.passages import parts_of
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["governs"]

_BEFORE = 45
_LEAD = 40
_BESIDE = 2
# "our ministry rejects"; in "the safety of our land and agree to" it is another who agrees.
_FIRST_PERSON = re.compile(
    r"\b(?:[Ww]e|I)\b|^\W*(?:\w+\W+)?[Oo]ur\s+(?:(?!and\b)[\w’'-]+\s+){0,4}$"
)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be)\W+(?:\w+\s+)?$",
    re.I,
)
# "said that he rejected the charges": he who said so.
_OF_HIMSELF = re.compile(
    r"(?:(?:that|why|how|when)\s+)?(?:he|she|it|they)\s+(?:[a-z’']+\s+){0,3}", re.I
)
_RELATIVE = re.compile(r",\s+(?:which|who|whose|where|when)\b[^.;:]*$", re.I)
_QUOTES = frozenset("“\"'‘")
_ADVERBS = re.compile(r"\s*(?:(?:ha[sd]|have|also|then|later|soon|\w+ly)\s+)*")
_ADVERBIAL = re.compile(r"in |a |an |the |asked |despite|notwithstanding|contrary|\w+ing\b", re.I)


def governs(scene: Scene, voice: Voice, own: str, marker: Marker, window: Span) -> bool:
    """Say whether the marker speaks for the speaker and not for somebody he tells of."""
    words = marker.span.text_of(own)
    inside = any(span.contains(marker.span) for span in voice.statement.content)
    on_cue = any(span.overlaps(marker.span) for span in voice.statement.cue)
    opens = not any(map(str.isalnum, own[window.start : marker.span.start].replace("\0", "")))
    begins = any(0 <= marker.span.start - span.start <= 3 for span in voice.statement.content)
    match marker.kind:
        case Kind.GROUND | Kind.CONCLUSION:
            return begins or (opens and not inside)
        case Kind.CONTRAST:
            set_in = words.lower() == "however" and _is_beside_speaker(voice, marker)
            sets_off = set_in or (
                _leads(voice, marker, opens=opens)
                and not _is_of_one(scene, voice, marker, opens=opens)
            )
            return not inside and sets_off
        case Kind.SAME:
            return not inside and _beside_cue(voice, marker)
        case Kind.REPLY | Kind.PART:
            return on_cue or marker.kind is Kind.PART or _is_own_verb(voice, own, marker)
        case Kind.REMEDY:
            return inside and voice.statement.act is Act.DEMAND
        case Kind.RETURN | Kind.ASIDE:
            return not inside or any(
                0 <= marker.span.start - cue.end <= _LEAD for cue in voice.statement.cue
            )
        case (
            Kind.RESPONSE | Kind.DENIAL | Kind.VERDICT | Kind.RATING | Kind.WELCOME | Kind.JOINING
        ) if inside:
            return _speaks_of_self(scene, voice, own, marker)
        case Kind.DESPITE | Kind.AFTER | Kind.SINCE:
            return inside or marker.kind is Kind.DESPITE or not _is_aside(voice, own, marker)
        case Kind.RESPONSE | Kind.JOINING:
            before = own[window.start : marker.span.start]
            by_another = marker.kind is Kind.JOINING and bool(_PASSIVE.search(before))
            told = on_cue and (not by_another or scene.text.startswith(" by ", marker.span.end))
            verb = told or _is_own_verb(voice, own, marker)
            return verb or not (inside or by_another or not _ADVERBIAL.match(words))
        case _:
            # "The guild, which is challenging Tarn": it is another who does.
            before = own[max(window.start, marker.span.start - _BEFORE) : marker.span.start]
            beside = words.lower().split()[0].endswith("ing") and not _PASSIVE.search(before)
            return on_cue or (not inside and beside)


def _is_own_verb(voice: Voice, own: str, marker: Marker) -> bool:
    """Say whether the speaker does it before he is told to speak: "Tarn hit back, telling us"."""
    first = voice.statement.cue[0].start if voice.statement.cue else -1
    return marker.span.end <= first and any(
        source.start < marker.span.start
        and _ADVERBS.fullmatch(own, min(source.end, marker.span.start), marker.span.start)
        for source in voice.statement.source
    )


def _is_beside_speaker(voice: Voice, marker: Marker) -> bool:
    """Say whether "however" stands beside the words for who speaks: "Tarn, however, said"."""
    frame = (*voice.statement.source, *voice.statement.cue)
    return any(
        0 <= marker.span.start - span.end <= _BESIDE or 0 <= span.start - marker.span.end <= _BESIDE
        for span in frame
    )


def _leads(voice: Voice, marker: Marker, *, opens: bool) -> bool:
    before = min(span.start for span in parts_of(voice.statement)) - marker.span.end
    return (opens and before <= _LEAD) or 0 < before <= _BESIDE


def _is_of_one(scene: Scene, voice: Voice, marker: Marker, *, opens: bool) -> bool:
    """Say whether "but" sets off a speaker's words from his own, or from what nobody says."""
    one = voice.statement
    before = [
        other
        for other in scene.voices
        if other.start < voice.start and other.statement.parent == one.parent
    ]
    if not before:
        return False
    own = bool(one.speaker) and before[-1].statement.speaker == one.speaker
    told = scene.passages.place(marker.span.start) == before[-1].place
    return (own and voice.place - before[-1].place <= 1) or not (opens or told)


def _is_aside(voice: Voice, own: str, marker: Marker) -> bool:
    """Say whether the marker stands in a clause on something else: ", which came after ..."."""
    ends = [part.end for part in parts_of(voice.statement) if part.end <= marker.span.start]
    return bool(ends) and bool(_RELATIVE.search(own[max(ends) - 1 : marker.span.start]))


def _beside_cue(voice: Voice, marker: Marker) -> bool:
    return any(
        -2 <= cue.start - marker.span.end <= 12
        or 0 <= marker.span.start - cue.end <= 12
        or cue.contains(marker.span)
        for cue in voice.statement.cue
    )


def _speaks_of_self(scene: Scene, voice: Voice, own: str, marker: Marker) -> bool:
    """Say whether the subject before a marker inside the content is the speaker himself."""
    sentence = scene.passages.sentence(scene.passages.place(marker.span.start))
    start = max(sentence.start, marker.span.start - _BEFORE)
    clause = re.split(r"[;:,“”\n\0]", own[start : marker.span.start])[-1]
    if marker.kind is Kind.RESPONSE and not clause.strip():
        return True
    # "I was attacked by Tarn"; "we are rejecting it" is said of oneself.
    done = not marker.span.text_of(own).lower().split()[0].endswith("ing")
    if done and _PASSIVE.search(clause):
        return False
    if _FIRST_PERSON.search(clause):
        return True
    told = next(span for span in voice.statement.content if span.contains(marker.span))
    # "They are against it," said Tarn: in his own words he is no "they".
    quoted = not _QUOTES.isdisjoint(scene.text[max(0, told.start - 1) : told.start + 1])
    if not quoted and _OF_HIMSELF.fullmatch(scene.text[told.start : marker.span.start]):
        return True
    if not clause or _PASSIVE.search(clause):
        return False
    # "Tarn said that Avaria rejected it": not he did; who vows "to reject it" means himself.
    first = max(told.start, marker.span.start - len(clause))
    if first == marker.span.start:
        return True
    named = scene.parties.named_in(Span(first, marker.span.start))
    if not named and scene.text.startswith("to ", told.start):
        return True
    return not scene.parties.parties(named).isdisjoint(voice.speakers)
