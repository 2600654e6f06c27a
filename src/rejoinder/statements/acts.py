"""``acts.rules.v10``: what a speaker does with the words, by cue and context (DESIGN §2).

The cue decides where it names an act ("accused", "urged"); where it does not ("said"), the words
do. ``docs/acts.md`` says what each act means and how it is decided.
"""

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from rejoinder.model.statement import Act, Attribution, Bearing, Quotation
from rejoinder.statements.acts_aims import Aim, aims
from rejoinder.statements.acts_cues import act_of_cue
from rejoinder.statements.acts_deeds import clears, lays_blame
from rejoinder.statements.acts_governed import governed
from rejoinder.statements.acts_words import (
    WORD_TABLES,
    OwnWords,
    Pattern,
    own_words,
    patterns,
    tokens_of,
    word_list,
)
from rejoinder.statements.tree import child, token_span
from rejoinder.text.tables import tables_digest

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["STAGE", "acts_digest", "code_acts", "read_bearings"]

STAGE = "acts.rules.v10"
_NAMED_WINDS = frozenset({"hurricane", "storm", "typhoon", "cyclone"})
_MILD = frozenset({Act.ASSERT, Act.SUPPORT, Act.PREDICT, Act.INTEND, Act.AGREE})
_SPEECH = 12
_ALLEGED = frozenset({Act.ACCUSE, Act.CRITICISE, Act.ASSERT, Act.ADMIT})
_WEIGHTY = frozenset({Act.ACCUSE, Act.CRITICISE, Act.DENY, Act.REFUSE, Act.WARN})
_TAKEN_UP = frozenset("it this that these those them all both".split())
_AT_SOMEBODY = frozenset({Act.ACCUSE, Act.CRITICISE, Act.DEMAND, Act.SUPPORT, Act.WARN})
_BEGINS = r"(?:^|[.,;] |\b(?:that|and|but|so|then|why|where|today|together|now) )"
_WILL = (
    r" ?(?:\w+ly |also |now |both |all )?"
    r"(?:will|would|shall|'ll|plans?|intends?|(?:am|are|is|was|were) going to)\b"
    # What befalls is no plan: "it will be hard".
    r"(?! (?:be|need|have|take|mean|depend|help|happen|become|cost|lead|bring|find|see|know|"
    r"remain)\b)|^to \w+"
)
_OWN_FUTURE = re.compile(rf"{_BEGINS}(?:we|i|he|she|it|its|they|our|my){_WILL}")
# Whoever is quoted speaks of others as "he" and "it".
_OUR_FUTURE = re.compile(rf"{_BEGINS}(?:we|i|our|my){_WILL}")


def acts_digest() -> str:
    """Return the SHA-256 of the tables."""
    return tables_digest("rejoinder.statements", WORD_TABLES)


def code_acts(
    text: str,
    doc: "Doc",
    attributions: Sequence[Attribution],
    reporters: Collection[int] = (),
    bearings: Sequence[Bearing] = (),
    own_views: Collection[int] = (),
) -> tuple[Act, ...]:
    """Return the act of each attribution, in order: the cue's own, or what its words do.

    ``reporters`` are the places of those that a news medium makes: what it reports in neutral words
    it tells, and does not do. ``bearings`` are those of `read_bearings`, read here if not given.
    ``own_views`` are the places of those that a spokesman tells of whom he speaks for.
    """
    read = bearings or read_bearings(doc, attributions)
    views: dict[int | None, Act] = {}
    for place in sorted(own_views, reverse=True):
        if read[place].act in _WEIGHTY:
            views[attributions[place].parent] = read[place].act
    found: list[Act] = []
    for place, one in enumerate(attributions):
        told = read[place].act
        if place in reporters:
            told = _told_by_medium(doc, one, attributions, place)
        elif told is Act.ASSERT:
            told = views.get(place, told)
        found.append(told)
    return tuple(found)


def read_bearings(doc: "Doc", attributions: Sequence[Attribution]) -> tuple[Bearing, ...]:
    """Return for each attribution its act, and the words that say at whom it aims."""
    found: list[Bearing] = []
    for place, one in enumerate(attributions):
        words = _words(doc, attributions, place)
        told = _of_words(words)
        act = _act(doc, one, words, told, carried=_is_carried(one, attributions[:place]))
        alleged = bool(found) and found[-1].act in _ALLEGED
        if act is Act.REFUSE and alleged and _takes_up(words) and _rejects(doc, one):
            act = Act.DENY
        aim = Aim()
        if _is_named(doc, one, words, act):
            aim = governed([t for span in one.cue for t in tokens_of(doc, span)], act)
        elif told is act:
            aim = aims(words, act)
        found.append(
            Bearing(
                act=act,
                aimed=tuple(token_span(token) for token in aim.at),
                alone=aim.alone,
                deed=token_span(aim.deed) if aim.deed is not None else None,
            )
        )
    return tuple(found)


def _told_by_medium(
    doc: "Doc", one: Attribution, attributions: Sequence[Attribution], place: int
) -> Act:
    return _act(doc, one, _words(doc, attributions, place), Act.ASSERT)


def _words(doc: "Doc", attributions: Sequence[Attribution], place: int) -> OwnWords:
    return own_words(doc, attributions[place], [a for a in attributions if a.parent == place])


def _is_carried(one: Attribution, before: Sequence[Attribution]) -> bool:
    """Say whether a quotation goes on with what another began, whose cue tells nothing of it."""
    return one.quotation is Quotation.DIRECT and any(
        other.cue == one.cue and one.cue and other.parent == one.parent for other in before
    )


def _act(doc: "Doc", one: Attribution, words: OwnWords, told: Act, *, carried: bool = False) -> Act:
    """Return the act of an attribution whose words show another one, or the same."""
    if told in _MILD and "?" in words.whole and one.quotation is Quotation.DIRECT:
        # What is asked in one's own speech is a doubt, and a doubt disapproves.
        told = Act.CRITICISE
    act = told if carried else act_of_cue(doc, one.cue, words, told)
    return Act.ASSERT if _is_mute(doc, one) else act


def _takes_up(words: OwnWords) -> bool:
    """Say whether a content only takes up what was said before: "Norland rejected this"."""
    return bool(words.tokens) and all(t.lower_ in _TAKEN_UP for t in words.tokens)


def _rejects(doc: "Doc", one: Attribution) -> bool:
    """Say whether what is turned down may be words: "rejected it", not "refused to discuss it"."""
    lemmas = {t.lemma_.lower() for span in one.cue for t in tokens_of(doc, span)}
    return not lemmas & {"refuse", "decline"}


def _is_named(doc: "Doc", one: Attribution, words: OwnWords, act: Act) -> bool:
    """Say whether the cue names the act whatever the words say: "accused", "urged"."""
    return act in _AT_SOMEBODY and act_of_cue(doc, one.cue, words, Act.PREDICT) is act


def _is_mute(doc: "Doc", one: Attribution) -> bool:
    """Say whether what is named as the speaker cannot speak: "the storm threatens the coast"."""
    heads = [doc.char_span(s.start, s.end, alignment_mode="expand") for s in one.source]
    words = [span.root for span in heads if span is not None]
    return any(w.pos_ == "NOUN" and w.lemma_.lower() in word_list("mute") for w in words) or any(
        c.lower_ in _NAMED_WINDS for w in words if w.pos_ == "PROPN" for c in w.children
    )


def _of_words(words: OwnWords) -> Act:
    """Return the act of the first pattern that the words match, else assert.

    A speech of many sentences does many things, and none of them as a whole.
    """
    if sum(bool(token.is_sent_start) for token in words.tokens) > _SPEECH:
        return Act.ASSERT
    for pattern in patterns():
        if pattern.scope != "cue" and _shows(pattern, words):
            return _of_future(words) if pattern.act is Act.PREDICT else pattern.act
    if _is_command(words):
        return Act.DEMAND
    return Act.ASSERT


def _shows(pattern: Pattern, words: OwnWords) -> bool:
    """Say whether a pattern's words, or the deeds that it stands for, are there."""
    if pattern.scope == "deed":
        return clears(words) if pattern.act is Act.DENY else lays_blame(words)
    return pattern.found_in(words)


def _of_future(words: OwnWords) -> Act:
    """Return agree for a promise of the speaker's, intend for a plan, predict for others'."""
    own = _OWN_FUTURE if words.quotation is not Quotation.DIRECT else _OUR_FUTURE
    if not own.search(words.main):
        return Act.PREDICT
    promised = any(
        t.lemma_.lower() in word_list("keep") and any(c.tag_ == "MD" for c in t.children)
        for t in words.tokens
    )
    return Act.AGREE if promised else Act.INTEND


def _is_command(words: OwnWords) -> bool:
    """Say whether the words tell somebody to do something: 'Stop the war'."""
    if words.quotation is Quotation.INDIRECT:
        return False
    first = next((t for t in words.tokens if t.is_alpha), None)
    return any(_commands(t, first) for t in words.tokens)


def _commands(token: "Token", first: "Token | None") -> bool:
    if token.tag_ not in {"VB", "VBP"} or (token.dep_ != "ROOT" and token is not first):
        return False
    if any(c.dep_ == "conj" and child(c, "nsubj", "nsubjpass") is not None for c in token.children):
        # "Take that away and its power is gone" tells what would be.
        return False
    return not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "expl"} for c in token.children)
