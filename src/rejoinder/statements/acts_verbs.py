"""Reporting verbs whose act hangs on what follows: reject, call, want, warn, promise ..."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from rejoinder.model.statement import Act
from rejoinder.statements.acts_pressing import PRESSING
from rejoinder.statements.acts_rejections import REJECTING, rejected
from rejoinder.statements.acts_words import OwnWords, word_list
from rejoinder.statements.cues import base_of, cue_table
from rejoinder.statements.tree import child

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["VERDICTS", "special_verbs", "verdict"]

Special: TypeAlias = Callable[["Token", OwnWords, Act], Act]

VERDICTS = frozenset(
    "assess view see regard brand label term deem dub describe characterize characterise portray "
    "present paint cast refer".split()
)
_JUDGED = frozenset({Act.ACCUSE, Act.CRITICISE, Act.DENY, Act.SUPPORT})
_HARSH = frozenset({Act.ACCUSE, Act.CRITICISE})
_PUT_FORWARD = frozenset({Act.ASSERT, Act.OFFER})
_CALLED_FALSE = re.compile(
    r"^(?:it|this|that|these|those|the \w+ )\b.*\b(?:fabricat\w+|lies?|slander\w*|nonsense|false|"
    r"untrue|distort\w*|mis(?:characteri|represent)\w*|exaggerat\w*|unfounded|baseless|groundless|fake|invention|rubbish|fiction)\b"
)
_SAID_FALSELY = re.compile(
    r"\bof (?:falsely|wrongly|untruthfully|mistakenly) "
    r"(?:say|claim|alleg|accus|assert|report|stat|tell|suggest|blam|insinuat)\w*"
)
_ILLEGAL = re.compile(
    r"\b(?:illegal|unlawful|illegitimate|unconstitutional|a mistake|wrong|unacceptable)\b"
)
_ON_CONDITION = re.compile(
    r"\b(?:provided(?! by| to| for| with)|providing that|on (?:the )?condition that|"
    r"only (?:if|after|once|when)|unless|as long as|so long as)\b"
)
_NOT_SO = re.compile(r"\b(?:not|no|never|nor)\b|n['’]t\b")
_SOMEBODY = frozenset("guy man woman person leader friend ally partner president".split())
_EVILS = ("wrongs", "bad", "offenders", "insults", "evils")
_NAMES = (("offenders", Act.ACCUSE), ("insults", Act.CRITICISE))
_MAKES_CLEAR = re.compile(
    r"\bto (?:make (?:it )?(?:\w+ ){0,2}(?:clear|plain)|stress|emphasi[sz]e|underline|say)\b"
)
_TO_COME = re.compile(r"\b(?:will|would|could|may|might|if|risk|threat|danger|must|should)\b")
_BACKING = frozenset({"support", "solidarity", "backing", "loyalty", "allegiance"})
_SANCTIONS = frozenset("impose suspend freeze ban extend sanction expel tighten".split())
_ADDRESSED = frozenset({"for", "on", "upon"})
_HAS = frozenset({"has", "have", "'ve", "’ve"})


def special_verbs() -> Mapping[str, Special]:
    """Return, by lemma, what reads the act: from the verb, the content's words and their act."""
    return _SPECIAL


def verdict(words: OwnWords, told: Act) -> Act:
    """Return what calling somebody or something by a name does."""
    if _CALLED_FALSE.search(words.whole) or _is_claim_called_false(words):
        return Act.DENY
    if told in _JUDGED:
        return told
    if any(_is_named_wrong(t) for t in words.tokens):
        return Act.ACCUSE
    named = {t.lower_ for t in words.tokens} if not _NOT_SO.search(words.whole) else frozenset()
    if any(t.lower_ in word_list("good") and _is_said_of_it(t) for t in words.tokens):
        return Act.SUPPORT
    bad = (t for t in words.tokens if t.lower_ in word_list("bad") and t.pos_ == "ADJ")
    if named and any(_is_said_of_it(t) for t in bad):
        return Act.CRITICISE
    return next((act for names, act in _NAMES if named & word_list(names)), Act.ASSERT)


def _is_said_of_it(word: "Token") -> bool:
    """Say whether a word is what somebody or something is called: "a good man", "it illegal"."""
    first = word.head if word.dep_ == "conj" else word
    behind = first.dep_ == "amod" and first.i > first.head.i
    named = behind or first.dep_ in {"oprd", "ccomp", "acomp"} or first.head.dep_ == "oprd"
    return named or word.head.lower_ in _SOMEBODY


def _is_named_wrong(token: "Token") -> bool:
    """Say whether it is a wrong that something is called: "called the bill a power grab"."""
    lemma = token.lemma_.lower()
    called = token.dep_ == "oprd" or (token.dep_ == "pobj" and token.head.lower_ == "as")
    denied = any(t.lower_ in {"not", "no"} for t in token.doc[max(0, token.i - 3) : token.i])
    return called and not denied and lemma in word_list("wrongs") | word_list("strikes")


def _is_claim_called_false(words: OwnWords) -> bool:
    """Say whether a claim is called false: "X's accusations as baseless"."""
    lower = [t.lower_ for t in words.tokens]
    claims = [place for place, word in enumerate(lower) if word in word_list("claims")]
    return bool(claims) and any(word in word_list("false") for word in lower[claims[0] + 1 :])


def _accused(_verb: "Token", words: OwnWords, _told: Act) -> Act:
    """Return accuse, or deny where the wrong is to have said what is not so."""
    return Act.DENY if _SAID_FALSELY.search(words.whole) else Act.ACCUSE


def _defended(verb: "Token", words: OwnWords, _told: Act) -> Act:
    """Return support, or demand where it hangs on a condition: "supports talks only if".

    What teams, markets and findings defend is only told: "defended its lead".
    """
    if _ON_CONDITION.search(words.whole):
        return Act.DEMAND
    thing = child(verb, "dobj", "nsubjpass")
    held = thing is not None and thing.lemma_.lower() in word_list("held")
    return Act.ASSERT if held else cue_table()[base_of(verb)].act


def _called(verb: "Token", words: OwnWords, told: Act) -> Act:
    """Return demand for 'called on', the verdict for 'called it a lie'."""
    thing = child(verb, "dobj", "ccomp", "oprd")
    for c in verb.rights:
        if c.lower_ in _ADDRESSED and (thing is None or c.i < thing.i):
            return Act.DEMAND
    if child(verb, "xcomp", "advcl") is not None and thing is not None:
        # "Called his colleague to discuss": by telephone.
        return told
    return verdict(words, told)


def _wanted(verb: "Token", words: OwnWords, told: Act) -> Act:
    """Return demand where somebody else is wanted to act: 'asked him to', 'wants Baku to'."""
    thing = child(verb, "dobj")
    seeks = base_of(verb) == "seek" and thing is not None
    if seeks and thing is not None and thing.lemma_.lower() in word_list("sought"):
        return Act.ASSERT
    asked = base_of(verb) != "want" or " from " in words.whole or " out" in words.whole
    if asked and child(verb, "dobj") is not None:
        return Act.DEMAND
    clause = child(verb, "ccomp")
    if clause is not None and child(clause, "nsubj") is not None:
        return Act.DEMAND
    if verb.lemma_.lower() == "want" and _MAKES_CLEAR.search(f"{words.cue} {words.whole}"):
        # Who "wanted to make very clear that" makes it clear.
        return told
    return cue_table()[base_of(verb)].act


def _warned(verb: "Token", words: OwnWords, told: Act) -> Act:
    """Return warn, unless what is warned of is a verdict on what is."""
    if told not in _HARSH:
        return Act.WARN
    if _ILLEGAL.search(words.main):
        return told
    is_fact = child(verb, "ccomp") is not None and not _TO_COME.search(words.whole)
    return told if is_fact else Act.WARN


def _promised(verb: "Token", _words: OwnWords, told: Act) -> Act:
    """Return agree, or warn for a promise to do harm, refuse for one not to do what is asked.

    "Assured him that it was done" promises nothing.
    """
    thing, clause = child(verb, "dobj"), child(verb, "ccomp")
    if clause is not None and _is_past(clause):
        return told
    if thing is not None and thing.lemma_.lower() in _BACKING:
        return Act.SUPPORT
    done = child(verb, "xcomp")
    if done is not None and done.lemma_.lower() in word_list("harm"):
        return Act.WARN
    return told if told in {Act.WARN, Act.REFUSE} else Act.AGREE


def _is_past(clause: "Token") -> bool:
    """Say whether a clause tells what was: "was done", "left", "has left"."""
    helping = [c for c in clause.children if c.dep_ in {"aux", "auxpass"}]
    if any(c.tag_ in {"MD", "TO"} for c in helping):
        return False
    return clause.tag_ == "VBD" or any(c.tag_ == "VBD" or c.lower_ in _HAS for c in helping)


def _agreed(verb: "Token", _words: OwnWords, _told: Act) -> Act:
    """Return agree, or intend where one side agrees on measures against another."""
    done = child(verb, "xcomp")
    return Act.INTEND if done is not None and done.lemma_.lower() in _SANCTIONS else Act.AGREE


def _considered(verb: "Token", words: OwnWords, told: Act) -> Act:
    """Return intend for 'is considering leaving', the verdict for 'considers it illegal'."""
    planned = child(verb, "xcomp")
    if planned is not None and planned.tag_ == "VBG":
        return Act.INTEND
    return verdict(words, told)


def _suggested(verb: "Token", _words: OwnWords, told: Act) -> Act:
    """Return offer for what is put forward to be done, demand where another is to do it."""
    clause, thing = child(verb, "ccomp", "xcomp"), child(verb, "dobj")
    named = (t for t in (thing, clause) if t is not None and t.pos_ == "NOUN")
    if any(t.lemma_.lower() in word_list("proposals") for t in named):
        return Act.OFFER
    if base_of(verb) == "propose" and (clause is None or thing is not None):
        return Act.OFFER
    if clause is None or told not in _PUT_FORWARD or not _is_proposed(clause):
        return told
    if any(c.tag_ == "MD" for c in clause.children):
        return told
    return Act.OFFER if child(clause, "nsubj") is None else Act.DEMAND


def _advised(_verb: "Token", _words: OwnWords, told: Act) -> Act:
    """Return warn for what will befall whoever does not heed it: "would be met with fire"."""
    return told if told is Act.WARN else Act.DEMAND


def _told(verb: "Token", words: OwnWords, told: Act) -> Act:
    """Return demand where somebody is told to act: "told the crew to leave"."""
    to_act = words.whole.startswith(("to ", "not to ")) or child(verb, "xcomp") is not None
    return Act.DEMAND if to_act and child(verb, "ccomp") is None else told


def _offered(verb: "Token", _words: OwnWords, told: Act) -> Act:
    """Return offer, or what the words do where but a view or a summary is offered."""
    thing = child(verb, "dobj")
    nothing = thing is not None and any(c.lower_ == "no" for c in thing.children)
    but_told = thing is not None and thing.lemma_.lower() in word_list("told_things")
    return told if but_told or nothing else Act.OFFER


def _insisted(verb: "Token", _words: OwnWords, told: Act) -> Act:
    """Return demand for what is insisted on to be done: "that the bill include"."""
    clause = child(verb, "ccomp")
    if clause is None or child(clause, "aux") is not None or child(clause, "nsubj") is None:
        return told
    return Act.DEMAND if _is_proposed(clause) else told


def _compared(verb: "Token", words: OwnWords, told: Act) -> Act:
    """Return criticise for what is likened to what is bad: "compared the rally to a pogrom"."""
    ends = (child(c, "pobj") for c in verb.subtree if c.lower_ in {"to", "with"} and c.i > verb.i)
    like = next((end for end in ends if end is not None), None)
    if like is None or _NOT_SO.search(words.whole):
        return told
    lemma = like.lemma_.lower()
    evil = any(lemma in word_list(name) or like.lower_ in word_list(name) for name in _EVILS)
    return Act.CRITICISE if evil else told


def _feared(_verb: "Token", _words: OwnWords, told: Act) -> Act:
    """Return predict for a wrong that is feared, which nobody has done yet."""
    return Act.PREDICT if told is Act.ACCUSE else told


def _is_proposed(clause: "Token") -> bool:
    """Say whether a clause tells what should be: 'that he go', 'going'."""
    subject = child(clause, "nsubj")
    bare = clause.tag_ == "VBP" and subject is not None and subject.tag_ in {"NN", "NNP"}
    return bare or clause.tag_ in {"VB", "VBG"}


def _announced(_verb: "Token", _words: OwnWords, told: Act) -> Act:
    """Return intend for the future that is announced: who announces it decides it."""
    return Act.INTEND if told is Act.PREDICT else told


_SPECIAL: Mapping[str, Special] = MappingProxyType(
    {
        **PRESSING,
        **dict.fromkeys(REJECTING, rejected),
        **dict.fromkeys(("want", "ask", "seek"), _wanted),
        **dict.fromkeys(("warn", "caution"), _warned),
        **dict.fromkeys(("promise", "pledge", "vow", "swear", "assure"), _promised),
        **dict.fromkeys(("defend", "support", "back"), _defended),
        **dict.fromkeys(("suggest", "propose"), _suggested),
        "accuse": _accused,
        "advise": _advised,
        "agree": _agreed,
        "announce": _announced,
        "call": _called,
        "consider": _considered,
        "compare": _compared,
        "fear": _feared,
        "insist": _insisted,
        "liken": _compared,
        "offer": _offered,
        "tell": _told,
    }
)
