"""``acts.rules.v1``: what a speaker does with the words, by cue and context (DESIGN §2)."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Attribution
from rejoinder.statements.adjectives import adjective_table
from rejoinder.statements.cues import Cue, cue_of
from rejoinder.statements.nouns import noun_table
from rejoinder.statements.tree import child, is_negated
from rejoinder.text.tables import read_rows, tables_digest

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["STAGE", "acts_digest", "code_acts"]

STAGE = "acts.rules.v1"
_TABLE = "acts.en.tsv"
_CLAIM = frozenset(
    "accusation allegation claim charge report rumour rumor suggestion insinuation assertion "
    "statement remark involvement responsibility wrongdoing incident speculation lie".split()
)
_PROPOSAL = frozenset(
    "offer proposal demand call request invitation plan idea mediation ultimatum appeal deal "
    "initiative resolution referendum result".split()
)
_VERDICTS = frozenset("call describe assess consider view see regard brand label term deem".split())
_CAN_BE_REFUSED = frozenset({"recognize", "recognise", "accept", "support", "back", "agree"})
_QUESTION = re.compile(r"^(if|whether|why|what|who|when|where|how|which)\b|\?$")
_OWN = re.compile(
    r"^(we|i|our|my|he|she|it|its|they|his|her)\b|\b(we|i) (will|shall|are going to)\b"
)


@cache
def _patterns() -> tuple[tuple[Act, re.Pattern[str]], ...]:
    rows = read_rows("rejoinder.statements", _TABLE)
    return tuple((Act(row["act"]), re.compile(row["pattern"])) for row in rows)


def acts_digest() -> str:
    """Return the SHA-256 of the table."""
    return tables_digest("rejoinder.statements", [_TABLE])


def code_acts(text: str, doc: "Doc", attributions: Sequence[Attribution]) -> tuple[Act, ...]:
    """Return the act of each attribution, in order: the cue's own, or what its words do."""
    return tuple(
        _code(doc, one, _own_words(text, one, [a for a in attributions if a.parent == place]))
        for place, one in enumerate(attributions)
    )


def _own_words(text: str, attribution: Attribution, nested: Sequence[Attribution]) -> str:
    """Return the content in lower case without what it tells of others' speech.

    Whoever says that somebody accused somebody has accused nobody.
    """
    inner = [s for one in nested for s in one.content]
    kept: list[str] = []
    for span in attribution.content:
        at = span.start
        for hole in sorted(s for s in inner if span.contains(s)):
            kept.append(text[at : max(at, hole.start)])
            at = max(at, hole.end)
        kept.append(text[at : span.end])
    return " ".join(kept).lower()


def _code(doc: "Doc", attribution: Attribution, words: str) -> Act:
    """Return one act."""
    named: Act | None = None
    for token in _cue_tokens(doc, attribution.cue):
        cue = cue_of(token) if token.pos_ in {"VERB", "AUX"} else None
        if cue is not None:
            return _of_cue(token, cue, words)
        named = named or _of_name(token)
    # "Claim" or "statement" names no act; then the words tell it.
    return named if named is not None and named is not Act.ASSERT else _of_words(words)


def _cue_tokens(doc: "Doc", cue: tuple[Span, ...]) -> Iterator["Token"]:
    """Yield the tokens of the cue."""
    for span in cue:
        yield from doc.char_span(span.start, span.end, alignment_mode="expand") or ()


def _of_name(token: "Token") -> Act | None:
    """Return the act that a noun of saying or an adjective of stance names, or None."""
    table = noun_table() if token.pos_ == "NOUN" else adjective_table()
    found = table.get(token.lemma_.lower())
    return found.act if found is not None else None


def _of_cue(verb: "Token", cue: Cue, words: str) -> Act:
    """Return the act of a statement with a reporting verb."""
    lemma, act = cue.lemma, cue.act
    if _is_question(lemma, words):
        return Act.ASSERT
    if lemma in {"reject", "dismiss", "deny"}:
        return _rejection(verb, words, act)
    if lemma in _CAN_BE_REFUSED and is_negated(verb):
        return Act.REFUSE
    if lemma in _VERDICTS and child(verb, "prep", "xcomp", "ccomp") is None:
        return _verdict(words)
    if lemma == "call" and any(c.lower_ in {"for", "on", "upon"} for c in verb.children):
        return Act.DEMAND
    if lemma in _VERDICTS:
        return _verdict(words)
    if lemma in {"want", "ask", "seek"} and _other_acts(verb):
        return Act.DEMAND
    if act is Act.ASSERT:
        return _of_words(words)
    if act is Act.PREDICT and words.startswith(("to ", "that the two", "the two")):
        return act
    return act


def _is_question(lemma: str, words: str) -> bool:
    return lemma in {"ask", "wonder", "question"} and bool(_QUESTION.search(words.strip()))


def _rejection(verb: "Token", words: str, act: Act) -> Act:
    """Return deny for what was alleged, refuse for what was proposed, by what is rejected."""
    thing = child(verb, "dobj", "nsubjpass")
    noun = thing.lemma_.lower() if thing is not None else ""
    if noun in _PROPOSAL:
        return Act.REFUSE
    if noun in _CLAIM or verb.lemma_ in {"deny", "dismiss"}:
        return Act.DENY
    if any(word in words for word in _CLAIM):
        return Act.DENY
    return act


def _other_acts(verb: "Token") -> bool:
    """Say whether somebody else is wanted to act: 'asked him to', 'wants Baku to'."""
    if child(verb, "dobj") is not None:
        return True
    clause = child(verb, "ccomp")
    return clause is not None and child(clause, "nsubj") is not None


def _verdict(words: str) -> Act:
    """Return what calling somebody something does."""
    act = _of_words(words)
    return act if act in {Act.ACCUSE, Act.CRITICISE, Act.DENY, Act.SUPPORT} else Act.ASSERT


def _of_words(words: str) -> Act:
    """Return the act of the first pattern that the words match, else assert."""
    for act, pattern in _patterns():
        if pattern.search(words):
            if act is Act.PREDICT and _OWN.search(words):
                return Act.INTEND
            return act
    return Act.ASSERT
