"""Who is said to speak: from a reporting verb to the words that name its subject."""

from typing import TYPE_CHECKING

from rejoinder.statements.cues import cue_table
from rejoinder.statements.passives import agent_of, is_judged, is_undergone
from rejoinder.statements.tree import child, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["find_source", "speaks_for_itself"]

_UP = frozenset({"conj", "xcomp", "advcl", "pcomp", "ccomp", "aux", "dep", "prep", "acomp"})
_GOES_ON = frozenset({"add", "note", "stress", "emphasize", "emphasise", "underline", "continue"})
_PAPERS = frozenset({"statement", "report", "letter", "note", "document", "post", "message"})
_CITING = frozenset({"quote", "cite"})
_PERCEIVING = frozenset({"see", "hear", "read", "watch", "notice", "receive", "find"})
_INITIALS = 3
_EMPTY = frozenset({"it", "there", "what", "this", "that"})


def find_source(verb: "Token") -> set[int]:
    """Return the places of the words that name who speaks; empty where nobody is named.

    A verb without a subject takes the subject of the verb that it is joined to or hangs on
    ("accused ..., adding"); a participle under a noun takes the noun ("a statement saying"); a
    passive takes its agent.
    """
    outer = _outer(verb) if speaks_for_itself(verb) else None
    if outer is not None:
        return find_source(outer)
    told_to = _told_to(verb)
    if told_to is not None:
        return told_to
    node = verb
    for _ in range(6):
        subject = _subject(node, asked=node is verb)
        if subject is not None:
            return _name(subject)
        if child(node, "nsubjpass") is not None and node is verb:
            return set()
        cited = _cited(node)
        if cited is not None:
            return _name(cited)
        read = _perceived(node)
        if read is not None:
            return _name(read)
        if node.dep_ in {"acl", "relcl"} and node.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return noun_phrase(node.head) - _under(node)
        if node.dep_ not in _UP or node.head.i == node.i:
            break
        node = node.head
    return _inverted(verb)


def _told_to(verb: "Token") -> set[int] | None:
    """Return who stands behind the "by" of a participle that tells what is said to somebody.

    None: the verb is none; it is empty where nobody stands there ("asked about it, she left").
    """
    judged = verb.dep_ in {"acl", "conj"} and is_judged(verb)
    if not judged and not is_undergone(verb):
        return None
    agent = agent_of(verb)
    return _name(agent) if agent is not None else set()


def speaks_for_itself(participle: "Token") -> bool:
    """Say whether a participle after a comma goes on with what the sentence's speaker says.

    "..., adding that" belongs to whoever speaks, however deep the parser hangs it; so do other
    participles of saying, unless they hang on words that speak themselves ("a statement saying").
    """
    cue = cue_table().get(participle.lemma_.lower())
    if cue is None or cue.held or "C" not in cue.frames or participle.tag_ != "VBG":
        return False
    before = participle.doc[participle.i - 1] if participle.i else participle
    if before.text not in {",", ";"} or child(participle, "nsubj") is not None:
        return False
    if participle.lemma_.lower() in _GOES_ON:
        return True
    return _outer(participle) is not None and participle.head.lemma_.lower() not in _PAPERS


def _cited(verb: "Token") -> "Token | None":
    """Return whom another tells to have spoken: "quoted the minister as saying"."""
    citing = verb.head.head
    cites = verb.dep_ == "pcomp" and verb.head.lower_ == "as" and citing.lemma_.lower() in _CITING
    return child(citing, "dobj") if cites else None


def _perceived(verb: "Token") -> "Token | None":
    """Return what somebody sees or hears speak: "saw messages saying", "heard them call"."""
    thing = child(verb.head, "dobj")
    sees = verb.head.lemma_.lower() in _PERCEIVING and verb.dep_ in {"xcomp", "ccomp", "advcl"}
    near = thing is not None and verb.head.i < thing.i < verb.i and verb.nbor(-1).text != ","
    return thing if sees and near and verb.tag_ in {"VBG", "VB"} else None


def _outer(participle: "Token") -> "Token | None":
    """Return the first reporting verb of the sentence before the participle with a subject."""
    for token in participle.sent:
        if token.i >= participle.i:
            return None
        cue = cue_table().get(token.lemma_.lower()) if token.pos_ == "VERB" else None
        if cue is not None and child(token, "nsubj") is not None:
            return token
    return None


def _subject(verb: "Token", *, asked: bool) -> "Token | None":
    """Return the token that heads the verb's subject, the agent of a passive first."""
    passive = child(verb, "nsubjpass")
    if passive is not None:
        return agent_of(verb) if asked else passive
    subject = _nearest_subject(verb) or child(verb, "csubj")
    if subject is not None and subject.lower_ in _EMPTY and subject.dep_ == "nsubj":
        return (
            subject if subject.lower_ in {"it", "that"} and subject.tag_ == "WDT" else _it(subject)
        )
    return subject


def _nearest_subject(verb: "Token") -> "Token | None":
    """Return the verb's subject, which is not a dateline's place that the parser takes for one."""
    found = [c for c in verb.children if c.dep_ == "nsubj"]
    behind = [c for c in found[1:] if c.i < verb.i]
    return (
        behind[0]
        if behind and found[0].is_upper and len(found[0]) > _INITIALS
        else next(iter(found), None)
    )


def _it(subject: "Token") -> "Token | None":
    """Return 'it' only where it can stand for a body: not in 'it is said'."""
    return subject if subject.lower_ in {"it", "this"} and subject.head.pos_ == "VERB" else None


def _name(subject: "Token") -> set[int]:
    """Return the places of the subject's words."""
    return noun_phrase(subject)


def _under(node: "Token") -> set[int]:
    return {t.i for t in node.subtree}


def _inverted(verb: "Token") -> set[int]:
    """Return the noun phrase right after a verb that the parser left without a subject."""
    if verb.i + 1 >= len(verb.doc) or verb.tag_ == "VBG":
        return set()
    after = verb.doc[verb.i + 1]
    if after.is_sent_start or after.pos_ not in {"PROPN", "DET", "PRON"}:
        return set()
    head = after
    while head.head.i > head.i and head.head.pos_ in {"PROPN", "NOUN"}:
        head = head.head
    if head.dep_ in {"nsubj", "nsubjpass"} and head.head.head == verb:
        # "The first to say Vey lied" is not Vey.
        return set()
    return {i for i in noun_phrase(head) if i > verb.i}
