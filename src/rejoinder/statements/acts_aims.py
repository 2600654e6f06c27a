"""At whom the words of a statement aim: who did what they blame, or who is to act.

Only the parse is read, so that parties exchanged exchange the aim.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rejoinder.model.statement import Act
from rejoinder.statements.acts_deeds import deeds, owner_of
from rejoinder.statements.acts_parties import is_own, is_party
from rejoinder.statements.acts_words import OwnWords, patterns
from rejoinder.statements.cues import cue_of
from rejoinder.statements.tree import child
from rejoinder.statements.unreal import is_due

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ADDRESSING", "Aim", "aims"]

_WORD = re.compile(r"[\w-]{4,}")
# What is named behind these is whose it is: "the trail leads to X", "pressure from X".
_BEHIND = re.compile(r"(?:(?:leads?|led|points?|pointed) to|^(?:pressure|involvement) \w+)$")
ADDRESSING = frozenset({"from", "on", "upon", "at", "to", "against"})
_MATTERS = frozenset("it they them this that there".split())
_RELATIVE = frozenset({"who", "whom", "which", "that"})
# What is so by itself is nobody's deed: "the Norlandic crisis".
_CONDITIONS = frozenset("crisis conflict situation war dispute region border talk tension".split())
_MOST_STEPS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """At whom words aim.

    Attributes:
        at: the words that name them, the surest first.
        alone: nobody else can be meant.
        deed: the word that makes an accusation of it, if it is one.
    """

    at: "tuple[Token, ...]" = ()
    alone: bool = False
    deed: "Token | None" = None


def aims(words: OwnWords, act: Act) -> Aim:
    """Return at whom a statement's own words aim."""
    performed = tuple(_performed(words, act))
    if performed:
        return Aim(at=performed)
    if act is Act.DEMAND:
        bound = tuple(_bound(words))
        return Aim(at=bound, alone=_are_parties(bound, words))
    return _blamed(words) if act is Act.ACCUSE else Aim()


def _blamed(words: OwnWords) -> Aim:
    """Return who does the wrongs that are told of, and the first of these."""
    told = list(deeds(words))
    if told:
        named = tuple(d for _, d in told if d is not None and d.pos_ != "PRON")
        return Aim(at=named, alone=_are_parties(named, words), deed=told[0][0])
    anchors = list(_anchors(words))
    named = tuple(doer for anchor, found in anchors for doer in _doers(anchor, found, words))
    deed = anchors[0][0] if anchors else None
    return Aim(at=named, alone=_are_parties(named, words), deed=deed)


def _are_parties(doers: "tuple[Token, ...]", words: OwnWords) -> bool:
    """Say whether those who do it are parties, and no matters that stand for some."""
    return bool(doers) and all(
        is_party(d, words) or d.pos_ == "PRON" or d.dep_ == "amod" for d in doers
    )


def _performed(words: OwnWords, act: Act) -> "Iterator[Token]":
    """Yield to whom a speaker does in so many words what he does: "we demand this of X"."""
    for token in words.tokens:
        if token.pos_ != "VERB" or not _is_first_person(child(token, "nsubj")):
            continue
        cue = cue_of(token)
        if cue is not None and cue.act is act:
            yield from _addressed(token)


def _is_first_person(subject: "Token | None") -> bool:
    return subject is not None and subject.lower_ in {"i", "we"}


def _addressed(verb: "Token") -> "Iterator[Token]":
    """Yield whom a verb of speech names, with a preposition first: 'demand explanations from X'."""
    things = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    for holder in (verb, *things):
        for branch in holder.children:
            if branch.dep_ == "prep" and branch.lower_ in ADDRESSING:
                thing = child(branch, "pobj")
                if thing is not None and thing.pos_ != "PRON":
                    yield thing
    yield from (thing for thing in things if thing.pos_ != "PRON")
    clause = child(verb, "ccomp", "xcomp")
    subject = child(clause, "nsubj") if clause is not None else None
    if subject is not None and subject.pos_ != "PRON":
        yield subject


def _bound(words: OwnWords) -> "Iterator[Token]":
    """Yield who must or should do something: "if X attacks, Y must answer"."""
    for token in words.tokens:
        subject = child(token, "nsubj") if is_due(token) else None
        if subject is None or is_own(subject, words) or subject.lower_ in _MATTERS:
            continue
        by = next((c for c in subject.children if c.lower_ == "by"), None)
        doer = child(by, "pobj") if by is not None else None
        yield doer or subject


def _anchors(words: OwnWords) -> "Iterator[tuple[Token, str]]":
    """Yield the words that make an accusation, each with the whole of what is written there."""
    for pattern in patterns():
        if pattern.act is not Act.ACCUSE or pattern.scope in {"cue", "deed"}:
            continue
        for found in pattern.all_in(words):
            anchor = _anchor(found, words)
            if anchor is not None:
                yield anchor, found


def _anchor(found: str, words: OwnWords) -> "Token | None":
    """Return the first of the words that carry a pattern's meaning."""
    parts = set(_WORD.findall(found))
    return next((t for t in words.tokens if t.lower_ in parts and t.i not in words.unreal), None)


def _doers(anchor: "Token", found: str, words: OwnWords) -> "Iterator[Token]":
    if _BEHIND.search(found):
        last = found.split()[-1]
        near = (t for t in anchor.subtree if t.lower_ == last and t.i > anchor.i)
        behind = next((child(t, "pobj") for t in near), None)
        if behind is not None:
            yield behind
    agent = child(anchor, "agent")
    by = child(agent, "pobj") if agent is not None else None
    owner = owner_of(anchor, words) if anchor.pos_ == "NOUN" else None
    yield from (one for one in (by, owner) if one is not None)
    yield from _subjects_above(anchor, words)


def _subjects_above(anchor: "Token", words: OwnWords) -> "Iterator[Token]":
    """Yield the subjects of the clauses that a word stands in, up to a passive's or the speaker.

    Of what stands around the content only the noun that it tells more of is one.
    """
    node, inside = anchor, {t.i for t in words.tokens}
    for _ in range(_MOST_STEPS):
        subject = child(node, "nsubj")
        if child(node, "nsubjpass") is not None or (subject is not None and is_own(subject, words)):
            return
        if subject is not None:
            relative = subject.lower_ in _RELATIVE and node.dep_ == "relcl"
            found = node.head if relative else subject
            if not relative and found.i not in inside:
                return
            if found.pos_ != "PRON" and found.lemma_.lower() not in _CONDITIONS:
                yield found
        if node.head.i == node.i:
            return
        node = node.head
