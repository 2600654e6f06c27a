"""Wrongdoing that a statement lays to a party, or says that its own side did not do."""

from typing import TYPE_CHECKING

from rejoinder.model.statement import Quotation
from rejoinder.statements.acts_words import OwnWords, word_list
from rejoinder.statements.tree import child, is_negated
from rejoinder.statements.unreal import is_possible

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["clears", "lays_blame"]

_OWN = frozenset("i we us our ours ourselves".split())
_SINGULAR = frozenset({"he", "she", "it"})
_CLIMB = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "acl"})
_COMMIT = frozenset(
    "commit conduct wage launch spread unleash carry stage perform perpetrate".split()
)
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_THE = frozenset({"the", "this", "these", "such"})
_MOST_STEPS = 6


def lays_blame(words: OwnWords) -> bool:
    """Say whether a party other than the speaker is said to do wrong."""
    return any(
        _is_deed(t, words) or _is_wrong(t, words) or _is_omission(t, words)
        for t in words.tokens
        if t.i not in words.unreal
    )


def clears(words: OwnWords) -> bool:
    """Say whether the speaker's own side, or nobody, is said to have done a wrong thing."""
    return any(
        t.pos_ == "VERB"
        and t.lemma_.lower() in word_list("deeds")
        and is_negated(t)
        and not is_possible(t)
        and _is_own_side(_subject(t), words)
        for t in words.tokens
    )


def _is_deed(verb: "Token", words: OwnWords) -> bool:
    """Say whether the verb tells of wrongdoing by a party."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or lemma not in word_list("deeds") or is_negated(verb):
        return False
    if is_possible(verb) or not _is_real(verb):
        return False
    if child(verb, "nsubjpass") is not None or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        return _is_done_by(verb, words) or (lemma in word_list("torments"))
    if lemma in word_list("neutral_deeds") and not _has_bad_object(verb):
        return False
    return _is_party(_subject(verb), words)


def _is_wrong(noun: "Token", words: OwnWords) -> bool:
    """Say whether the noun names wrongdoing that is a party's, or that something is said to be."""
    lemma = noun.lemma_.lower()
    if noun.pos_ not in {"NOUN", "PROPN"} or _is_fended_off(noun):
        return False
    if lemma in word_list("strikes"):
        return any(c.lower_ == "by" and _is_party(child(c, "pobj"), words) for c in noun.children)
    if lemma not in word_list("wrongs"):
        return False
    if noun.dep_ == "attr" and not is_negated(noun.head) and not is_possible(noun.head):
        return True
    if noun.dep_ in _SUBJECT:
        return any(c.lower_ in _THE for c in noun.children) or _is_owned(noun, words)
    if noun.dep_ == "dobj" and noun.head.lemma_.lower() in _COMMIT:
        return _is_party(_subject(noun.head), words)
    return _is_owned(noun, words)


def _is_owned(noun: "Token", words: OwnWords) -> bool:
    return any(_owns(c, words) for c in noun.children)


def _is_omission(verb: "Token", words: OwnWords) -> bool:
    """Say whether a party is said not to do its duty."""
    if verb.pos_ != "VERB":
        return False
    subject = _subject(verb)
    if (
        verb.lemma_.lower() in word_list("omissions")
        and not is_negated(verb)
        and not is_possible(verb)
    ):
        return child(verb, "xcomp") is not None and _is_party(subject, words)
    thing = child(verb, "dobj")
    if thing is None or not is_negated(verb) or thing.lower_ not in word_list("duties"):
        return False
    return _is_party(subject, words)


def _owns(branch: "Token", words: OwnWords) -> bool:
    """Say whether a branch of a noun names the party whose deed it is: "X's", 'by X'."""
    if branch.dep_ in {"poss", "compound"}:
        return _is_party(branch, words)
    if branch.dep_ == "amod":
        return branch.text[:1].isupper() and branch.lower_ not in words.source
    if branch.dep_ == "prep" and branch.lower_ in {"by", "from", "of"}:
        return _is_party(child(branch, "pobj"), words)
    return False


def _is_done_by(verb: "Token", words: OwnWords) -> bool:
    agent = child(verb, "agent")
    return agent is not None and _is_party(child(agent, "pobj"), words)


def _has_bad_object(verb: "Token") -> bool:
    """Say whether the verb's objects make a wrong of it: arms, civilians, lies."""
    things = [c for c in verb.children if c.dep_ in {"dobj", "dative"}]
    things += [g for c in verb.children if c.dep_ == "prep" for g in c.children]
    things += [c for thing in things for c in thing.conjuncts]
    bad = word_list("bad_things")
    return any(t.lower_ in bad or any(c.lower_ in bad for c in t.children) for t in things)


def _subject(verb: "Token") -> "Token | None":
    """Return who does it, found above where the verb has no subject of its own."""
    node = verb
    for _ in range(_MOST_STEPS):
        found = child(node, "nsubj", "nsubjpass", "csubj")
        if found is not None:
            return (
                node.head
                if found.lower_ in {"who", "which", "that"} and node.dep_ == "relcl"
                else found
            )
        if node.dep_ in {"relcl", "acl"} and node.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return node.head
        if node.dep_ not in _CLIMB or node.head.i == node.i:
            return None
        node = node.head
    return None


def _is_party(token: "Token | None", words: OwnWords) -> bool:
    """Say whether the token names somebody who acts and is not the speaker."""
    if token is None or token.lower_ in _OWN or token.lower_ in words.source:
        return False
    if any(c.dep_ == "poss" and c.lower_ in _OWN for c in token.children):
        return False
    if token.lower_ in _SINGULAR:
        return words.quotation is Quotation.DIRECT and token.lower_ != "it"
    named = token.pos_ == "PROPN" or token.lower_ in word_list("parties")
    return named or token.lemma_.lower() in word_list("parties")


def _is_own_side(token: "Token | None", words: OwnWords) -> bool:
    if token is None:
        return False
    own = token.lower_ in _OWN | _SINGULAR | {"nobody", "none"} or token.lower_ in words.source
    return own or any(c.lower_ in _OWN | {"its", "his", "their", "no"} for c in token.children)


def _is_real(verb: "Token") -> bool:
    """Say whether an infinitive depends on a verb of trying, not of asking or forbidding."""
    if not any(c.tag_ == "TO" for c in verb.children):
        return not _is_fended_off(verb)
    if verb.dep_ in {"xcomp", "advcl", "acl", "conj"}:
        return verb.head.lemma_.lower() in word_list("trying") and not is_negated(verb.head)
    return False


def _is_fended_off(token: "Token") -> bool:
    """Say whether it is only spoken of as something to stop, to fear or to speak of."""
    node = token
    for _ in range(3):
        node = node.head
        if node.lower_ in word_list("fending") or node.lemma_.lower() in word_list("fending"):
            return True
    return any(c.lower_ in {"no", "without"} for c in token.children)
