"""Words that stand next to a speaker's or his side's: a relative clause, or speaking on."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from rejoinder.exchanges.relate import BLAMING, make_link
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["charge_before_threat", "goes_on_as_who", "taken_up_by_own_side", "was_just_quoted"]

_WHICH: Final = re.compile(r"\W*(?P<which>which)\W+", re.IGNORECASE)
_WHO: Final = re.compile(r"\bwho(?: (?:also|then|has|had))?\s*$", re.IGNORECASE)
_REACH: Final = 12
_NEXT: Final = 1
_NEAR: Final = 3


def taken_up_by_own_side(scene: Scene, voice: Voice) -> Link | None:
    """Link what another of the same side calls what the sentence has just told, if he does.

    "Avaria demands that Belmark explain its pact, which its envoy called a threat."
    """
    mine = voice.statement
    for other in scene.voices:
        its = other.statement
        if other.place != voice.place or other.start >= voice.start or mine.parent != its.parent:
            continue
        which = _WHICH.match(scene.text, its.content[-1].end)
        if (
            which is not None
            and set(mine.speaker).isdisjoint(its.speaker)
            and voice.same_side(other)
            and any(span.start == which.end() for span in (*mine.source, *mine.cue))
        ):
            return make_link(
                mine.id,
                its.id,
                Relation.SUPPORTS,
                evidence=Span(*which.span("which")),
            )
    return None


def goes_on_as_who(scene: Scene, voice: Voice) -> bool:
    """Say whether a relative clause goes on with its speaker: "said Tarn, who called for ..."."""
    cue = voice.statement.cue[0].start
    return _WHO.search(scene.text, max(0, cue - _REACH), cue) is not None


def was_just_quoted(scene: Scene, voice: Voice, other: Voice) -> bool:
    """Say whether the article goes on itself with a speaker whom somebody else has just quoted.

    "Tarn quoted Orlin as saying that nothing was agreed. A treaty, in Orlin's words, can wait."
    """
    mine, its = voice.statement, other.statement
    tellers = [set(each.speaker) for each in scene.ancestors(its)]
    return (
        mine.parent is None
        and set(mine.speaker) == set(its.speaker)
        and bool(tellers)
        and all(teller.isdisjoint(mine.speaker) for teller in tellers)
        and voice.place - other.place <= _NEXT
    )


def charge_before_threat(voice: Voice, told: Sequence[Voice]) -> Voice | None:
    """Return the charge after which a speaker warns, where nobody else speaks between.

    Whom he warns he need not say: "Norland hides rebels, he said. Avaria, he warned, will act."
    """
    mine = voice.statement
    if mine.act is not Act.WARN:
        return None
    going_on = takewhile(
        lambda other: (
            other.statement.speaker == mine.speaker
            and other.statement.parent == mine.parent
            and voice.place - other.place <= _NEAR
        ),
        reversed(told),
    )
    return next(
        (
            other
            for other in going_on
            if other.statement.act in BLAMING and other.place < voice.place
        ),
        None,
    )
