"""Small questions to a dependency tree, and token sets back to spans."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rejoinder.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "child",
    "is_negated",
    "marker",
    "names_nobody",
    "noun_phrase",
    "spans_of",
    "subtree",
    "token_span",
]

_EDGE = "•·▪*| \t\r\n\u00a0,.;:–—-\"“”„''`"
# "08:38 - ", as live pages put before an entry.
_CLOCK = re.compile(r"[0-2]?\d[:.][0-5]\d(?: ?[ap]\.?m\.?)?\s*[-–—:]*\s*")
_LOOSE = frozenset({"relcl", "parataxis", "advcl", "ccomp"})


def child(token: "Token", *deps: str) -> "Token | None":
    """Return the first child with one of the dependencies, or None."""
    return next((c for c in token.children if c.dep_ in deps), None)


def subtree(token: "Token", without: Iterable["Token"] = ()) -> set[int]:
    """Return the places of the token and of everything under it, leaving out whole branches."""
    cut = {t.i for t in without}
    out: set[int] = set()
    stack = [token]
    while stack:
        node = stack.pop()
        if node.i in cut:
            continue
        out.add(node.i)
        stack.extend(node.children)
    return out


def noun_phrase(head: "Token") -> set[int]:
    """Return the places of a noun phrase with title, apposition, prepositions, but no clause."""
    loose = [c for c in head.children if _is_loose(c, head)]
    return _run_around(head.i, subtree(head, without=loose))


def _is_loose(branch: "Token", head: "Token") -> bool:
    """Say whether a branch of a noun phrase is a clause, or a preposition after a comma."""
    if branch.dep_ in _LOOSE or (branch.dep_ == "acl" and branch.i > head.i + 1):
        return True
    return branch.dep_ == "prep" and branch.i > 0 and branch.doc[branch.i - 1].text == ","


def _run_around(centre: int, places: set[int]) -> set[int]:
    """Return the unbroken run of places around one of them."""
    first = last = centre
    while first - 1 in places:
        first -= 1
    while last + 1 in places:
        last += 1
    return set(range(first, last + 1))


def is_negated(verb: "Token") -> bool:
    """Say whether the verb is negated: not, never, no one, nothing as its object."""
    for c in verb.children:
        if c.dep_ == "neg" or (c.dep_ == "advmod" and c.lower_ in {"never", "hardly", "nowhere"}):
            return True
        if c.dep_ == "dobj" and c.lower_ in {"nothing", "little"}:
            return True
        if c.dep_ in {"nsubj", "nsubjpass"} and names_nobody(c):
            return True
    return False


def names_nobody(subject: "Token") -> bool:
    """Say whether the subject names nobody: nobody, none, no minister, not one, neither side."""
    if subject.lower_ in {"nobody", "none", "nothing"}:
        return True
    first = subject.left_edge
    before = first.nbor(-1) if first.i else first
    if first.lower_ == "not" or (before.lower_ == "not" and first.lower_ in {"a", "one"}):
        return True
    return any(
        c.dep_ in {"det", "preconj", "cc"} and c.lower_ in {"no", "neither"}
        for c in subject.children
    )


def marker(verb: "Token") -> str:
    """Return the lower-case word that introduces the verb's clause (that, if, as ...), or ''."""
    mark = child(verb, "mark")
    if mark is not None:
        return mark.lower_
    first = child(verb, "advmod")
    return first.lower_ if first is not None and first.tag_ == "WRB" else ""


def token_span(token: "Token") -> Span:
    """Return the characters of one token."""
    return Span(token.idx, token.idx + len(token))


def spans_of(doc: "Doc", places: set[int]) -> tuple[Span, ...]:
    """Return the places as spans without marks at their edges; a gap of marks alone is bridged."""
    runs: list[list[int]] = []
    for i in sorted(places):
        if runs and all(doc[j].is_punct or doc[j].is_space for j in range(runs[-1][1] + 1, i)):
            runs[-1][1] = i
        else:
            runs.append([i, i])
    trimmed = (_trim(doc, first, last) for first, last in runs)
    return tuple(span for span in trimmed if span is not None)


def _trim(doc: "Doc", first: int, last: int) -> Span | None:
    """Return the characters from one token to another without marks at the edges, or None."""
    if doc[first].lower_ == "that" and doc[first].dep_ == "mark" and first < last:
        first += 1
    body = doc[first : last + 1].text
    clock = _CLOCK.match(body)
    skipped = clock.end() if clock else 0
    start, body = doc[first].idx + skipped, body[skipped:]
    left = len(body) - len(body.lstrip(_EDGE))
    core = body.strip(_EDGE)
    if not any(c.isalnum() for c in core):
        return None
    return Span(start + left, start + left + len(core))
