"""Deeds that a statement judges and so takes for granted, whoever did them."""

from spacy.tokens import Token

from rejoinder.events.reading import MEASURES
from rejoinder.events.scene import Scene
from rejoinder.model.statement import Act

__all__ = ["is_judged"]

_JUDGING = frozenset({Act.CRITICISE, Act.ACCUSE, Act.SUPPORT, Act.REFUSE})
# "described the raid as": whatever it is called, it took place.
_RATING = frozenset(
    "call describe label term brand dub characterise characterize consider regard view hail".split()
)
_DEFINITE = frozenset({"the", "this", "these", "that", "those", "such"})
# "that the raid was", "for the raid".
_LEAD = 5


def is_judged(noun: Token, scene: Scene) -> bool:
    """Say whether a statement judges what the noun names: "denounced the withdrawal".

    The noun has to head the first phrase of what is said, and name something known.
    """
    head = _measured(noun)
    held = scene.inside(noun) if _is_definite(head) else None
    if held is None:
        return False
    statement, span = held
    cues = {word for cue in statement.cue for word in _words(scene, cue.start, cue.end)}
    if statement.act not in _JUDGING and cues.isdisjoint(_RATING):
        return False
    opens = 0 <= head.left_edge.idx - statement.content[0].start <= _LEAD
    return span == statement.content[0] and opens


def _measured(noun: Token) -> Token:
    """Return the noun, or what counts it: "the latest wave of violence"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return above if above.lemma_.lower() in MEASURES else noun


def _words(scene: Scene, start: int, end: int) -> list[str]:
    """Return the words of a cue, verbs without their endings."""
    words = scene.article.text[start:end].lower().split()
    return [form for word in words for form in (word, word.rstrip("s"), word[:-1], word[:-2])]


def _is_definite(noun: Token) -> bool:
    return any(
        child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in _DEFINITE)
        for child in noun.children
    )
