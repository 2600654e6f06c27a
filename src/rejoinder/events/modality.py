"""Whether a clause says that something happened, will, might or did not."""

from spacy.tokens import Token

from rejoinder.model.event import Modality

__all__ = ["is_announced", "is_purpose", "is_refusal", "is_ultimatum", "modality_of"]

_BARRIERS = frozenset({"ccomp", "relcl", "parataxis", "advcl", "pcomp"})
_HAPPENING = frozenset(
    ["be", "take", "occur", "happen", "begin", "start", "continue", "resume", "erupt", "break"]
)
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_WILL = frozenset({"will", "wo", "would"})
_POSSIBLE = frozenset({"would", "could", "may", "might", "should", "must", "can", "'d", "’d"})
_CONDITIONS = frozenset({"if", "unless", "whether", "provided", "lest"})
# Verbs whose infinitive has not happened; the first says that it will not.
_REFUSING = frozenset({"refuse", "decline", "fail", "deny", "avoid"})
_PLANNING = frozenset(
    [
        "plan", "intend", "want", "threaten", "vow", "promise", "agree", "decide", "prepare", "try",
        "seek", "hope", "expect", "offer", "pledge", "attempt", "warn", "schedule", "due", "ready",
        "likely", "set", "propose", "wish", "decision", "intention", "promise", "threat",
    ]
)  # fmt: skip


def modality_of(trigger: Token) -> Modality:
    """Return what the words around an event's trigger say of its being so; actual if nothing."""
    governing = [trigger, *trigger.ancestors]
    for token in _clause(trigger):
        found = _own(token)
        if found is not None:
            return found
    conditional = any(_is_condition(token) for token in governing)
    return Modality.HYPOTHETICAL if conditional else Modality.ACTUAL


def is_purpose(trigger: Token) -> bool:
    """Say whether it is a bare purpose ("arrived to discuss"), which tells of no event."""
    top = trigger
    while top.dep_ in ("xcomp", "ccomp", "conj") and _is_to(top.head):
        # "to help him oust them": the purpose is to help.
        top = top.head
    return (
        _is_to(top)
        and top.dep_ in ("advcl", "acl", "relcl", "ROOT")
        and top.head.lemma_.lower() not in _PLANNING
    )


def _is_to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def is_announced(trigger: Token) -> bool:
    """Say whether it is said that it will be done, and not denied."""
    children = list(trigger.children)
    will = any(child.lower_ in _FUTURE for child in children if child.dep_ == "aux")
    will = will or _is_told_of_later(trigger)
    return will and not any(child.dep_ == "neg" for child in children)


def _is_told_of_later(verb: Token) -> bool:
    """Say whether "would" is the "will" of words told in the past: "said it would meet them"."""
    helping = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    if "would" not in helping or "have" in helping:
        return False
    top = verb
    while top.dep_ == "conj" and top.head.pos_ in ("VERB", "AUX"):
        top = top.head
    return top.dep_ == "ccomp" and top.head.tag_ in ("VBD", "VBN", "VBG")


def is_ultimatum(trigger: Token) -> bool:
    """Say whether it will be done unless somebody gives way: "will withdraw them unless"."""
    return is_announced(trigger) and any(
        any(one.dep_ == "mark" and one.lower_ == "unless" for one in child.children)
        for child in trigger.children
        if child.dep_ == "advcl"
    )


def is_refusal(trigger: Token) -> bool:
    """Say whether it is said that it will not be done: "will not meet", "would never sign"."""
    children = list(trigger.children)
    negated = any(child.dep_ == "neg" for child in children)
    return negated and any(child.lower_ in _WILL for child in children if child.dep_ == "aux")


def _clause(trigger: Token) -> list[Token]:
    """Return the trigger and the words of its own clause that govern it.

    A noun is not negated by its verb: "cannot recognise the annexation" says that there is one.
    Only a verb of happening speaks for it.
    """
    chain = [trigger]
    while chain[-1].head != chain[-1] and chain[-1].dep_ not in _BARRIERS:
        head = chain[-1].head
        if chain[-1].pos_ == "NOUN" and head.lemma_.lower() not in _HAPPENING:
            break
        chain.append(head)
    return chain


def _is_condition(token: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in token.children)


def _own(token: Token) -> Modality | None:
    children = list(token.children)
    if any(child.dep_ == "neg" for child in children) or any(
        child.dep_ == "det" and child.lower_ == "no" for child in children
    ):
        return Modality.NEGATED
    auxiliaries = {child.lower_ for child in children if child.dep_ in ("aux", "auxpass")}
    if auxiliaries & _FUTURE or _is_told_of_later(token):
        return Modality.FUTURE
    if auxiliaries & _POSSIBLE:
        return Modality.HYPOTHETICAL
    return _infinitive(token) if "to" in auxiliaries else None


def _infinitive(token: Token) -> Modality | None:
    """Return the modality that the word governing an infinitive gives it."""
    if token.dep_ not in ("xcomp", "ccomp", "acl", "advcl"):
        return None
    lemma = token.head.lemma_.lower()
    if lemma in _REFUSING:
        return Modality.NEGATED
    if lemma in _PLANNING:
        return Modality.FUTURE
    return Modality.HYPOTHETICAL
