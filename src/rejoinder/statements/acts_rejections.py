"""What somebody does who denies, dismisses or rejects: it goes by what the verb is done to.

A claim is denied, a request refused, an effort made little of; to dismiss a witness or a lawsuit
is none of these.
"""

from typing import TYPE_CHECKING

from rejoinder.model.statement import Act
from rejoinder.statements.acts_words import OwnWords, word_list
from rejoinder.statements.cues import base_of, cue_table
from rejoinder.statements.dismissals import is_case, sends_away
from rejoinder.statements.tree import child

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["REJECTING", "rejected"]

REJECTING = frozenset("deny disavow dismiss rebuff refute reject repudiate".split())
_OBJECTS = frozenset({"dobj", "dative", "nsubjpass", "oprd", "attr"})
_DUTY = frozenset({"should", "must", "ought"})
_SOMEBODY = frozenset({"him", "her", "me", "us", "you"})
_TWO = 2


def rejected(verb: "Token", words: OwnWords, told: Act) -> Act:
    """Return what it is to turn something down, by the verb and its object."""
    lemma = base_of(verb)
    thing = child(verb, "dobj", "nsubjpass")
    if lemma == "deny":
        return _denied(verb)
    if sends_away(verb):
        return Act.ASSERT
    if is_case(verb):
        return Act.REFUSE
    if thing is None:
        # The parser may hang the claims elsewhere.
        claimed = any(t.lemma_.lower() in word_list("denied") for t in words.tokens)
        return Act.DENY if claimed or lemma == "dismiss" else cue_table()[lemma].act
    told_so = _clause_in(thing)
    if told_so is not None:
        return Act.REFUSE if any(c.lower_ in _DUTY for c in told_so.children) else Act.DENY
    if thing.lemma_.lower() in word_list("proposals"):
        return Act.REFUSE
    if _is_alleged(thing):
        return Act.DENY
    if lemma == "dismiss":
        return _dismissed(verb, thing, told)
    if thing.pos_ == "NOUN" and lemma in {"repudiate", "disavow"}:
        return Act.CRITICISE
    return cue_table()[lemma].act


def _is_alleged(thing: "Token") -> bool:
    """Say whether a noun names what is said of somebody or laid to somebody: a claim, guilt."""
    lemma = thing.lemma_.lower()
    return lemma in word_list("denied") or lemma in word_list("wrongs")


def _clause_in(thing: "Token") -> "Token | None":
    """Return the clause that tells what a noun is of: "the notion that it had fired"."""
    return next(
        (
            c
            for c in thing.children
            if c.dep_ in {"acl", "ccomp", "relcl"}
            and any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)
            and (c.tag_ in {"VBD", "VBZ"} or child(c, "aux") is not None)
        ),
        None,
    )


def _denied(verb: "Token") -> Act:
    """Return deny, or refuse for what is kept from somebody; who was denied it says nothing."""
    given = [c for c in verb.children if c.dep_ in _OBJECTS and c.pos_ != "ADP"]
    kept = any(t.lemma_.lower() in word_list("withheld") for t in given)
    # "Denied the crew a berth": two things, of which one is whom the other is kept from.
    if not kept and len(given) < _TWO:
        return Act.DENY
    return Act.ASSERT if child(verb, "auxpass") is not None else Act.REFUSE


def _dismissed(verb: "Token", thing: "Token", told: Act) -> Act:
    """Return deny for what was said, criticise for what is made little of.

    "Talk" of something is a claim; "as" tells what is thought of it.
    """
    if thing.lower_ == "talk" or told is Act.DENY or _is_called_false(verb):
        return Act.DENY
    rated = any(t.lower_ == "as" for t in verb.subtree if t.i > verb.i)
    if thing.lower_ in _SOMEBODY or (thing.lower_ == "them" and rated):
        return Act.CRITICISE
    return Act.CRITICISE if thing.pos_ in {"NOUN", "PROPN"} else Act.DENY


def _is_called_false(verb: "Token") -> bool:
    behind = [t for t in verb.subtree if t.i > verb.i]
    called = next((t.i for t in behind if t.lower_ == "as"), None)
    false = word_list("false")
    return called is not None and any(t.lower_ in false for t in behind if t.i > called)
