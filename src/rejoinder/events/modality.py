"""Whether a clause says that something happened, will, might or did not."""

from spacy.tokens import Token

from rejoinder.model.event import Modality

__all__ = ["is_announced", "is_none", "is_purpose", "is_refusal", "is_ultimatum", "modality_of"]

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

# What is said of an event that is still to come, or may never be.
_AHEAD = frozenset(
    "expected planned scheduled upcoming forthcoming imminent impending intended proposed".split()
)
_CHANCY = frozenset({"possible", "potential", "feared", "hypothetical", "likely", "would-be"})
_CHANCES = frozenset(
    "risk threat possibility fear prospect danger likelihood chance probability spectre".split()
)
_KEEPING = frozenset(
    "prevent stop keep bar block prohibit ban discourage deter refrain dissuade".split()
)
_SUCCEEDING = frozenset({"successful", "succeed"})


def modality_of(trigger: Token) -> Modality:
    """Return what the words around an event's trigger say of its being so; actual if nothing."""
    if _is_condition(trigger):
        return Modality.HYPOTHETICAL
    governing = [trigger, *trigger.ancestors]
    for token in _clause(trigger):
        found = _own(token)
        if found is not None and not _is_but_described(trigger, token, found):
            return found
    if trigger.pos_ == "NOUN":
        noted = _noted(trigger)
        if noted is not None:
            return noted
    if trigger.dep_ == "pcomp" and _is_unachieved(trigger.head):
        return Modality.NEGATED
    conditional = any(_is_condition(token) for token in governing)
    return Modality.HYPOTHETICAL if conditional else Modality.ACTUAL


def is_none(noun: Token) -> bool:
    """Say whether a noun says of itself that there is none: "there was no attack"."""
    return any(child.dep_ == "det" and child.lower_ == "no" for child in noun.children)


def _is_but_described(trigger: Token, verb: Token, found: Modality) -> bool:
    """Say whether a negation denies what an event was like: "the raid was not justified".

    "There was no raid" denies that it was.
    """
    said_of = trigger.pos_ == "NOUN" and trigger.dep_ in ("nsubj", "csubj") and trigger != verb
    return said_of and found is Modality.NEGATED and verb.lemma_.lower() == "be"


def _noted(noun: Token) -> Modality | None:
    """Return what a noun's own words say of its coming: "the planned visit", "the risk of war"."""
    above = noun.head
    beside = {c.lower_ for c in noun.children if c.dep_ in ("amod", "acl")}
    # "The release, expected soon, would ...": the parser hangs it from the verb.
    beside |= {
        c.lower_
        for c in above.children
        if noun.dep_ == "nsubj" and c.tag_ == "VBN" and noun.i < c.i < above.i
    }
    if beside & _AHEAD:
        return Modality.FUTURE
    feared = noun.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_.lower() in _CHANCES
    return Modality.HYPOTHETICAL if feared or beside & _CHANCY else None


def _is_unachieved(preposition: Token) -> bool:
    """Say whether it was kept from being done: "not successful in opening", "stopped from"."""
    above = preposition.head
    if preposition.lower_ == "from":
        return above.lemma_.lower() in _KEEPING
    if preposition.lower_ != "in" or above.lemma_.lower() not in _SUCCEEDING:
        return False
    verb = above.head if above.dep_ == "acomp" else above
    return any(child.dep_ == "neg" for word in (above, verb) for child in word.children)


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
        if chain[-1].dep_ == "conj" and any(
            child.dep_ in ("nsubj", "nsubjpass") for child in chain[-1].children
        ):
            # "Has not paid, and the troops leave": who has a subject of his own is not denied.
            break
        if chain[-1].pos_ == "NOUN" and head.lemma_.lower() not in _HAPPENING:
            break
        chain.append(head)
    return chain


def _is_condition(token: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in token.children)


def _own(token: Token) -> Modality | None:
    children = list(token.children)
    if any(child.dep_ == "neg" for child in children) or is_none(token):
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
