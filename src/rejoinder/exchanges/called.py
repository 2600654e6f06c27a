"""Words that are named after what their speaker did with them: "the ruling", of who ruled."""

import re
from collections.abc import Iterator, Mapping, Sequence

from rejoinder.exchanges.markers import Kind
from rejoinder.exchanges.matter import stem, stems
from rejoinder.exchanges.reference import Reference
from rejoinder.exchanges.relate import make_link, relation_of
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.exchanges.targets import may_answer
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.link import Link
from rejoinder.model.span import Span

__all__ = ["called_links"]

_NEAR = 3
_ROOT = 4
_OF_DECIDING = stems("decision move step verdict law bill resolution vote motion measure")
_DECIDING = stems(
    "ruled decided voted ordered signed approved adopted passed banned announced decreed declared"
    " ratified suspended cancelled"
)
_GOVERNING = frozenset({Kind.DENIAL, Kind.VERDICT, Kind.RATING, Kind.WELCOME, Kind.JOINING})
_THE_NOUN = re.compile(
    r"\s*(?:(?:the|this|that|these|those|such)\s+(?:[a-z]+\s+)??"
    r"|(?P<owner>(?:the\s+)?(?:[\w.-]+\s+)?[\w.-]+[’']s?)\s+(?:[a-z]+\s+)??"
    r"|(?=[a-z]+s?\s+by\s))(?P<noun>[a-z]{4,})(?!\w)"
    r"(?=\W*$|\s+(?:as|an?|and|but|of|by|un\w+|il\w+|in\w+)\b|[,;.])"
)
_OF_WHOM = re.compile(
    r"\s+(?:of|by)\s+(?P<whom>[^,.;:]+?)(?=\s+(?:on|in|at|as|over|from|with|for|that|who)\b|[,.;:]|$)"
)


def called_links(
    scene: Scene, references: Mapping[StatementId, Sequence[Reference]]
) -> Iterator[Link]:
    """Link who judges "the ruling" or denies "the suggestion" to who ruled or suggested before."""
    for voice in scene.voices:
        for reference in references[voice.statement.id]:
            other = _called(scene, voice, reference)
            if other is not None:
                relation = relation_of(voice.statement.act, other.statement.act, reference.relation)
                yield make_link(
                    voice.statement.id,
                    other.statement.id,
                    relation,
                    evidence=reference.evidence,
                    score=0.5,
                )
                break


def _called(scene: Scene, voice: Voice, reference: Reference) -> Voice | None:
    nouns = [
        (stem(found["noun"]), _whose(scene, found, span.end))
        for span in reference.objects
        if reference.kind in _GOVERNING
        for found in (_THE_NOUN.match(scene.text, span.start, span.end),)
        if found
    ]
    near = [
        other
        for other in scene.voices
        if nouns
        and 0 <= voice.place - other.place <= _NEAR
        and other.start < voice.start
        and other.zone not in HEADS
        and other.is_somebodys
        and may_answer(scene, voice, reference, other)
        and _is_called(nouns[0][0], _cue_words(scene, other))
        and (nouns[0][1] is None or not nouns[0][1].isdisjoint(other.about | other.speakers))
    ]
    return near[-1] if near else None


def _whose(scene: Scene, noun: re.Match[str], end: int) -> frozenset[ActorId] | None:
    """Return of whom or by whom a noun is: "criticism of the watchmen", "the court's ruling".

    None where that is not told.
    """
    if noun["owner"] is not None:
        return scene.parties.parties(scene.parties.named_in(Span(*noun.span("owner"))))
    found = _OF_WHOM.match(scene.text, noun.end(), end)
    if found is None:
        return None
    return scene.parties.parties(scene.parties.named_in(Span(*found.span("whom")))) or None


def _cue_words(scene: Scene, voice: Voice) -> list[str]:
    text = " ".join(span.text_of(scene.text) for span in voice.statement.cue)
    return [stem(word) for word in text.split()]


def _is_called(noun: str, cue: list[str]) -> bool:
    deciding = noun in _OF_DECIDING and not _DECIDING.isdisjoint(cue)
    return deciding or any(_is_of_one_root(noun, each) for each in cue)


def _is_of_one_root(noun: str, verb: str) -> bool:
    """Say whether a noun is that of a verb, both as stems: "accusation" of "accused"."""
    return noun == verb or (len(verb) >= _ROOT and noun[:_ROOT] == verb[:_ROOT])
