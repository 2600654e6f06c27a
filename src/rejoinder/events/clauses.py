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
_DROPPED_DEEPER = frozenset({"relcl", "advcl", "ccomp", "parataxis"})


def clause_span(trigger: Token, within: Span | None) -> Span:
    """Return the characters of the trigger's clause, no wider than ``within``."""
    kept = sorted(_kept(trigger), key=lambda token: token.i)
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
    for child in trigger.children:
        if (child.i > trigger.i and child.dep_ not in _DROPPED) or (
            child.i < trigger.i and child.dep_ in _KEPT_BEFORE
        ):
            yield from _phrase(child)
    if trigger.dep_ == "xcomp" and trigger.head.i < trigger.i:
        # "agreed to impose a ban": who, and that it was agreed, stands before.
        yield trigger.head
        for child in trigger.head.children:
            if child.i < trigger.head.i and child.dep_ in _KEPT_BEFORE:
                yield from _phrase(child)


def _phrase(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ not in _DROPPED_DEEPER and not _is_reduced(child):
            yield from _phrase(child)


def _is_reduced(token: Token) -> bool:
    """Say whether it is a participle that only describes: "officials connected to the unrest"."""
    return token.dep_ == "acl" and token.tag_ == "VBN"
