"""The words that tell an event: its clause without what hangs on it."""

from collections.abc import Iterator

from spacy.tokens import Token

from rejoinder.model.span import Span

__all__ = ["clause_span"]

_DROPPED = frozenset(
    {
        "advcl", "ccomp", "parataxis", "conj", "cc", "punct", "mark", "csubj", "preconj",
        "discourse", "relcl",
    }
)  # fmt: skip
# Of what stands before the trigger these belong to the event; "On Tuesday," does not.
_KEPT_BEFORE = frozenset(
    {
        "nsubj", "nsubjpass", "aux", "auxpass", "neg", "det", "amod", "compound", "poss", "nummod",
        "expl", "nmod",
    }
)  # fmt: skip
_JUDGING = frozenset(
    {"call", "consider", "deem", "find", "judge", "label", "brand", "declare", "term"}
)
_ASIDE = frozenset({"amid", "despite", "since", "because", "according", "following", "pending"})
_DROPPED_DEEPER = frozenset({"relcl", "advcl", "ccomp", "parataxis"})


def clause_span(trigger: Token, governing: Token | None, within: Span | None) -> Span:
    """Return the characters of the trigger's clause, no wider than ``within``.

    With a governing word the clause begins where that word's does: "agreed to impose a ban".
    """
    governing = governing or _top(trigger)
    kept = sorted({*_kept(trigger), *_governing(governing)}, key=lambda token: token.i)
    while len(kept) > 1 and (kept[-1].is_punct or kept[-1].is_space):
        kept.pop()
    while len(kept) > 1 and (kept[0].is_punct or kept[0].is_space):
        kept.pop(0)
    start, end = kept[0].idx, kept[-1].idx + len(kept[-1])
    if within is not None:
        start, end = max(start, within.start), min(end, within.end)
    return Span(start, end)


def _kept(trigger: Token) -> Iterator[Token]:
    yield trigger
    second = _second_object(trigger)
    for child in trigger.children:
        if second is not None and child.i >= second.i:
            break
        after = child.i > trigger.i and child.dep_ not in _DROPPED and not _is_aside(child)
        if after or (child.i < trigger.i and child.dep_ in _KEPT_BEFORE):
            yield from _phrase(child)
    described = trigger.dep_ == "relcl" or (trigger.dep_ == "acl" and trigger.tag_ == "VBN")
    if described and trigger.head.i < trigger.i:
        # "land that it has held": what it is about stands before.
        yield trigger.head
        yield from (one for one in trigger.head.lefts if one.dep_ in _KEPT_BEFORE)


def _second_object(trigger: Token) -> Token | None:
    """Return a second object, which belongs to a verb above: "deems its plan to leave it a crime".

    Who is given something is no such object.
    """
    above = trigger.head.head if trigger.dep_ == "acl" else trigger.head
    found = [child for child in trigger.rights if child.dep_ == "dobj"]
    judged = above.lemma_.lower() in _JUDGING
    return found[1] if judged and len(found) > 1 else None


def _top(trigger: Token) -> Token | None:
    """Return the verb that an infinitive or participle completes: "keeps selling"."""
    top = trigger
    while top.dep_ == "xcomp" and top.head.pos_ in ("VERB", "AUX") and top.head.i < top.i:
        top = top.head
    return top if top is not trigger else None


def _governing(word: Token | None) -> Iterator[Token]:
    """Yield the governing word with what stands before it."""
    if word is None:
        return
    yield word
    for child in word.children:
        if child.i < word.i and child.dep_ in _KEPT_BEFORE:
            yield from _phrase(child)
    if word.pos_ == "ADJ" and word.dep_ == "acomp":
        yield from _governing(word.head)


def _is_aside(child: Token) -> bool:
    """Say whether a phrase tells of circumstances and not of the event: "amid", "in order to"."""
    if child.dep_ != "prep":
        return False
    return child.lower_ in _ASIDE or any(one.lower_ in ("order", "sake") for one in child.children)


def _phrase(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ not in _DROPPED_DEEPER and not _is_aside(child):
            yield from _phrase(child)
