"""Who does a deed in the words of a statement: a party, the speaker's own side, nobody."""

from typing import TYPE_CHECKING

from rejoinder.model.statement import Quotation
from rejoinder.statements.acts_words import OwnWords, word_list
from rejoinder.statements.tree import child, is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "acts",
    "agent_behind",
    "is_fended_off",
    "is_own",
    "is_own_side",
    "is_party",
    "is_passive",
    "is_real",
    "subject_of",
]

_OWN = frozenset("i we us our ours ourselves".split())
_SINGULAR = frozenset({"he", "she", "it"})
_CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "acl"})
_MOST_STEPS = 6


def acts(subject: "Token | None", words: OwnWords) -> bool:
    """Say whether a party acts, or what is a party's: "X's operation has destroyed the peace"."""
    if is_party(subject, words):
        return True
    owner = child(subject, "poss") if subject is not None else None
    return owner is not None and owner.pos_ == "PROPN" and is_party(owner, words)


def is_passive(verb: "Token") -> bool:
    """Say whether the subject suffers it: "X was raided and looted", "land taken by X"."""
    if child(verb, "nsubjpass", "auxpass") is not None:
        return True
    if verb.tag_ != "VBN" or child(verb, "nsubj", "aux") is not None:
        return False
    return verb.dep_ == "acl" or (verb.dep_ == "conj" and is_passive(verb.head))


def agent_behind(verb: "Token") -> "Token | None":
    """Return who stands behind "by", at the verb itself or at one that is joined to it."""
    for one in (verb, *verb.conjuncts):
        agent = child(one, "agent")
        if agent is not None:
            return child(agent, "pobj")
    return None


def subject_of(verb: "Token") -> "Token | None":
    """Return who does it, found above where the verb has no subject of its own."""
    node = verb
    for _ in range(_MOST_STEPS):
        found = child(node, "nsubj", "nsubjpass", "csubj")
        if found is not None:
            relative = found.lower_ in {"who", "which", "that"} and node.dep_ == "relcl"
            return _meant(node.head) if relative else found
        if node.dep_ in {"relcl", "acl"} and node.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return _meant(node.head)
        if node.dep_ not in _CLIMB or node.head.i == node.i:
            return None
        node = node.head
    return None


def _meant(noun: "Token") -> "Token":
    """Return who is meant by a noun that only says what he is: "Norland is a foe that attacked"."""
    subject = child(noun.head, "nsubj") if noun.dep_ == "attr" else None
    return noun if subject is None else subject


def is_own(token: "Token", words: OwnWords) -> bool:
    """Say whether the token names the speaker, by a pronoun or by name, or what is his."""
    if token.lower_ in _OWN or token.lower_ in words.source:
        return True
    return any(c.dep_ == "poss" and c.lower_ in _OWN for c in token.children)


def is_party(token: "Token | None", words: OwnWords) -> bool:
    """Say whether the token names somebody who acts and is not the speaker."""
    if token is None or is_own(token, words):
        return False
    if token.lower_ in _SINGULAR:
        return words.quotation is Quotation.DIRECT and token.lower_ != "it"
    named = token.pos_ == "PROPN" or token.lower_ in word_list("parties")
    return named or token.lemma_.lower() in word_list("parties")


def is_own_side(token: "Token | None", words: OwnWords) -> bool:
    """Say whether the token names the speaker's own side, or nobody: "we", "no soldier of ours"."""
    if token is None:
        return False
    own = token.lower_ in _OWN | _SINGULAR | {"nobody", "none"} or token.lower_ in words.source
    return own or any(c.lower_ in _OWN | {"its", "his", "their", "no"} for c in token.children)


def is_real(verb: "Token") -> bool:
    """Say whether an infinitive depends on a verb of trying, not of asking or forbidding."""
    if not any(c.tag_ == "TO" for c in verb.children):
        return not is_fended_off(verb)
    if verb.dep_ in {"xcomp", "advcl", "acl", "conj"}:
        return verb.head.lemma_.lower() in word_list("trying") and not is_negated(verb.head)
    return False


def is_fended_off(token: "Token") -> bool:
    """Say whether it is only spoken of as something to stop, to fear or to speak of."""
    node = token
    for _ in range(3):
        node = node.head
        if node.lower_ in word_list("fending") or node.lemma_.lower() in word_list("fending"):
            return True
        if node.pos_ == "NOUN" and any(c.lower_ == "no" for c in node.children):
            # "No knowledge that they fired".
            return True
    return any(c.lower_ in {"no", "without"} for c in token.children)
