"""Wrongdoing that a statement lays to a party, or says that its own side did not do."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rejoinder.statements.acts_charges import is_charge
from rejoinder.statements.acts_parties import (
    acts,
    agent_behind,
    is_fended_off,
    is_own_side,
    is_party,
    is_passive,
    is_real,
    subject_of,
)
from rejoinder.statements.acts_words import OwnWords, word_list
from rejoinder.statements.tree import child, is_negated
from rejoinder.statements.unreal import is_possible

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["clears", "deeds", "lays_blame", "owner_of"]

# Not to do these may itself be blamed.
_DUE = frozenset("suppress silence ignore disregard stoke deport expel".split())
# Not to do these denies nothing, unless it is of arms, lies and the like, or was done before.
_HARMLESS = frozenset("use launch deploy finance fund supply aid spread shelter".split())
_WORKS = frozenset(
    """bridge building clinic course event hospital journey museum program programme project report
    research road safety scholarship school study survey tour training trip tunnel""".split()
)
_ANYBODY = frozenset("anybody anyone everyone people person persons somebody someone those".split())
_COMMIT = frozenset(
    "commit conduct wage launch spread unleash carry stage perform perpetrate".split()
)
# "Of" names here to whom it is done: "the annexation of the valley".
_DONE_TO = frozenset(
    "annexation invasion occupation abuse repression persecution intimidation blockade betrayal "
    "starvation misuse cleansing violation breach destruction bombardment".split()
)
_MODIFYING = frozenset({"relcl", "acl"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_THE = frozenset({"the", "this", "these", "such"})


def lays_blame(words: OwnWords) -> bool:
    """Say whether a party other than the speaker is said to do wrong."""
    return any(_is_blamed(t, words) for t in words.tokens if t.i not in words.unreal)


def deeds(words: OwnWords) -> "Iterator[tuple[Token, Token | None]]":
    """Yield each wrong that the words tell of and who does it, or whose it is, in text order.

    What but tells which one is meant blames nobody: "the paper that was used by Norland".
    """
    for token in words.tokens:
        if token.dep_ in _MODIFYING and token.pos_ == "VERB":
            continue
        if token.i not in words.unreal and _is_blamed(token, words):
            yield token, _doer(token, words)


def _is_blamed(token: "Token", words: OwnWords) -> bool:
    return (
        _is_deed(token, words)
        or is_charge(token, words)
        or _is_wrong(token, words)
        or _is_omission(token, words)
    )


def _doer(token: "Token", words: OwnWords) -> "Token | None":
    """Return who does a deed, or whose a wrong is; None where nobody is told."""
    if token.pos_ == "VERB":
        return agent_behind(token) if is_passive(token) else subject_of(token)
    owner = owner_of(token, words)
    return subject_of(token.head) if owner is None and token.dep_ in {"attr", "dobj"} else owner


def owner_of(noun: "Token", words: OwnWords) -> "Token | None":
    """Return whose deed a noun tells of; what is annexed or invaded is not who did it."""
    done_to = noun.lemma_.lower() in _DONE_TO
    for branch in sorted(noun.children, key=lambda c: c.lower_ == "of"):
        if done_to and (branch.lower_ == "of" or branch.dep_ == "compound"):
            continue
        owner = _owner(branch, words)
        if owner is not None:
            return owner
    return None


def clears(words: OwnWords) -> bool:
    """Say whether a claim is called false, or somebody, or nobody, did not do a wrong thing."""
    wrong, false = word_list("deeds") | word_list("trespass"), word_list("false")
    return any(
        (_is_claim_called_false(t) and t.i not in words.unreal)
        if t.lower_ in false
        else t.pos_ == "VERB"
        and t.lemma_.lower() in wrong
        and is_negated(t)
        and not is_possible(t)
        and _is_undone(t, words)
        for t in words.tokens
    )


def _is_claim_called_false(word: "Token") -> bool:
    """Say whether a claim is said to be false, however long it is: "claims that ... are false"."""
    node = word
    while node.dep_ == "conj" and node.head.i != node.i:
        node = node.head
    if node.dep_ not in {"acomp", "attr"} or is_negated(node.head):
        return False
    subject = child(node.head, "nsubj")
    return subject is not None and subject.lower_ in word_list("claims")


def _is_undone(verb: "Token", words: OwnWords) -> bool:
    """Say whether a negated verb tells of a wrong that was not done.

    Of others it is one only where the deed is wrong by itself, or is done with arms.
    """
    lemma, subject = verb.lemma_.lower(), subject_of(verb)
    own = is_own_side(subject, words)
    if lemma in word_list("deeds") and own:
        return lemma not in _HARMLESS or _is_past(verb) or _reaches(verb, "bad_things")
    armed = _reaches(verb, "arms")
    if lemma in word_list("trespass"):
        crossing = subject is not None and subject.lower_ in word_list("armed")
        return (own and (armed or crossing)) or (armed and is_party(subject, words))
    wrong = lemma in word_list("deeds") and lemma not in word_list("neutral_deeds")
    return wrong and lemma not in _DUE and is_party(subject, words)


def _is_past(verb: "Token") -> bool:
    """Say whether it is something that was not done, and no habit: "did not use such words"."""
    return verb.tag_ == "VBN" or any(c.lower_ == "did" for c in verb.children)


def _is_deed(verb: "Token", words: OwnWords) -> bool:
    """Say whether the verb tells of wrongdoing by a party."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or lemma not in word_list("deeds") or is_negated(verb):
        return False
    if is_possible(verb) or not is_real(verb):
        return False
    if _is_of_anybody(verb):
        return False
    if is_passive(verb):
        if lemma in _HARMLESS and _is_work(verb.head if verb.dep_ == "acl" else subject_of(verb)):
            return False
        return is_party(agent_behind(verb), words) or lemma in word_list("torments")
    if lemma in word_list("neutral_deeds") and not _reaches(verb, "bad_things"):
        return False
    return acts(subject_of(verb), words)


def _is_of_anybody(verb: "Token") -> bool:
    """Say whether it is but told whom something is for: "people who lie", "anyone who attacks"."""
    head = verb.head
    apart = any(c.dep_ in {"det", "poss", "amod", "compound"} for c in head.children)
    return verb.dep_ == "relcl" and head.lower_ in _ANYBODY and not apart


def _is_work(thing: "Token | None") -> bool:
    """Say whether a thing is one that anybody may pay for: a study, a school."""
    return thing is not None and thing.lemma_.lower() in _WORKS


def _is_wrong(noun: "Token", words: OwnWords) -> bool:
    """Say whether the noun names wrongdoing that is a party's, or that something is said to be."""
    lemma = noun.lemma_.lower()
    if noun.pos_ not in {"NOUN", "PROPN"} or is_fended_off(noun):
        return False
    if lemma in word_list("strikes"):
        return any(c.lower_ == "by" and is_party(child(c, "pobj"), words) for c in noun.children)
    if lemma not in word_list("wrongs"):
        return False
    if noun.dep_ == "attr" and not is_negated(noun.head) and not is_possible(noun.head):
        return True
    if noun.dep_ in _SUBJECT:
        return any(c.lower_ in _THE for c in noun.children) or _is_owned(noun, words)
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in _COMMIT:
        return is_party(subject_of(noun.head), words)
    return _is_owned(noun, words)


def _is_owned(noun: "Token", words: OwnWords) -> bool:
    return any(_owner(c, words) is not None for c in noun.children)


def _is_omission(verb: "Token", words: OwnWords) -> bool:
    """Say whether a party is said not to do its duty."""
    if verb.pos_ != "VERB":
        return False
    subject = subject_of(verb)
    if (
        verb.lemma_.lower() in word_list("omissions")
        and not is_negated(verb)
        and not is_possible(verb)
    ):
        return child(verb, "xcomp") is not None and is_party(subject, words)
    thing = child(verb, "dobj")
    if thing is None or not is_negated(verb) or thing.lower_ not in word_list("duties"):
        return False
    return is_party(subject, words)


def _owner(branch: "Token", words: OwnWords) -> "Token | None":
    """Return the party whose deed a branch of a noun says it is: "X's", 'by X'."""
    if branch.dep_ in {"poss", "compound"}:
        return branch if is_party(branch, words) else None
    if branch.dep_ == "amod":
        named = branch.text[:1].isupper() and branch.lower_ not in words.source
        return branch if named else None
    if branch.dep_ == "prep" and branch.lower_ in {"by", "from", "of"}:
        thing = child(branch, "pobj")
        return thing if is_party(thing, words) else None
    return None


def _reaches(verb: "Token", kind: str) -> bool:
    """Say whether the verb's objects are in a list: arms, civilians, lies."""
    things = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    if not things:
        # "Arms and supports the rebels": the parser gives the object to the last of them.
        things = [c for one in verb.conjuncts for c in one.children if c.dep_ == "dobj"]
    things += [g for c in verb.children if c.dep_ == "prep" for g in c.children]
    things += [c for thing in things for c in thing.conjuncts]
    bad = word_list(kind)
    return any(t.lower_ in bad or any(c.lower_ in bad for c in t.children) for t in things)
