"""Attributions that a noun of saying makes: "Heydari's claims that", "a call by X for"."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.model.statement import Act
from rejoinder.statements.cues import cue_of
from rejoinder.statements.draft import Draft
from rejoinder.statements.sources import find_source
from rejoinder.statements.tree import child, is_negated, noun_phrase, spans_of, subtree, token_span
from rejoinder.text.tables import read_rows, tables_digest

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["NounCue", "draft_of_noun", "noun_table", "nouns_digest", "owner_of_words", "read_cues"]

_TABLE = "nouns.en.tsv"
_LIGHT = frozenset(
    "make issue give voice express level repeat reiterate raise deliver file lodge have convey "
    "announce declare put send direct launch renew".split()
)
_AIMED = frozenset({"at", "against"})
# Who condemns "his threats" speaks of another's.
_OF_HIMSELF = frozenset({Act.ASSERT, Act.INTEND, Act.OFFER, Act.AGREE})
_PLAIN = 0.5
# "Levels the same charge at" is said of somebody, whatever else the sentence tells.
_AT_SOMEBODY = 0.55


@dataclass(frozen=True, slots=True, kw_only=True)
class NounCue:
    """One noun of saying or adjective of stance; frames as for verbs."""

    lemma: str
    frames: frozenset[str]
    act: Act


def read_cues(table: str) -> dict[str, NounCue]:
    """Return the words of a table of cues that are no verbs, by lemma."""
    return {
        row["lemma"]: NounCue(
            lemma=row["lemma"],
            frames=frozenset(row["frames"].split()),
            act=Act(row["act"]),
        )
        for row in read_rows("rejoinder.statements", table)
    }


@cache
def noun_table() -> Mapping[str, NounCue]:
    """Return the nouns by lemma."""
    return MappingProxyType(read_cues(_TABLE))


def nouns_digest() -> str:
    """Return the SHA-256 of the table."""
    return tables_digest("rejoinder.statements", [_TABLE])


def draft_of_noun(doc: "Doc", noun: "Token") -> Draft | None:
    """Return the attribution that a noun of saying makes where its speaker is named, or None.

    The speaker is the owner ("Iran's demand"), who stands after "by" or "from", or the subject of a
    light verb ("made accusations against").
    """
    cue = noun_table().get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
    if cue is None:
        return None
    # "Has never made accusations" tells of none.
    if (_is_light(noun) and is_negated(noun.head)) or _is_what_is_told(noun):
        return None
    content, hinge = _content(noun, cue)
    if not content:
        return None
    source = owner_of_words(noun)
    if not source:
        return None
    content -= source
    spans = spans_of(doc, content)
    if not spans:
        return None
    marks = [token_span(noun)] + ([token_span(hinge)] if hinge is not None else [])
    # "Levels the same charge at": the verb belongs to the cue.
    aimed = _is_light(noun) and hinge is not None and hinge.lower_ in _AIMED
    if aimed:
        marks[0] = Span(token_span(noun.head).start, token_span(noun).end)
    return Draft(
        source=spans_of(doc, source),
        cue=tuple(marks),
        content=spans,
        score=_AT_SOMEBODY if aimed else _PLAIN,
        verb=noun,
    )


def _content(noun: "Token", cue: NounCue) -> tuple[set[int], "Token | None"]:
    """Return the places of what is said and the preposition that leads to it, if any."""
    for c in noun.rights:
        if c.dep_ in {"acl", "ccomp", "relcl"}:
            infinitive = any(g.tag_ == "TO" for g in c.children)
            mark = child(c, "mark")
            that = mark is not None and mark.lower_ == "that"
            if (infinitive and "T" in cue.frames) or (that and "C" in cue.frames):
                found = subtree(c)
                if mark is not None:
                    found.discard(mark.i)
                return found, None
        if c.dep_ == "prep" and f"p:{c.lower_}" in cue.frames:
            return {i for g in c.children for i in subtree(g)}, c
    for c in noun.head.rights if _is_light(noun) else ():
        if c.dep_ == "prep" and c.lower_ in _AIMED and f"p:{c.lower_}" in cue.frames:
            return {i for g in c.children for i in subtree(g)}, c
    return set(), None


def _is_what_is_told(noun: "Token") -> bool:
    """Say whether one says the noun of himself: "declared its readiness to help" is told once."""
    owner = child(noun, "poss")
    his = owner is not None and owner.tag_ == "PRP$" and noun.dep_ == "dobj"
    verb = cue_of(noun.head) if his else None
    return verb is not None and verb.act in _OF_HIMSELF


def _is_light(noun: "Token") -> bool:
    """Say whether the noun is the object of a verb that says little beside it: make, issue."""
    return noun.dep_ == "dobj" and noun.head.lemma_.lower() in _LIGHT


def owner_of_words(noun: "Token") -> set[int]:
    """Return the places of the words that name whose words they are."""
    owner = child(noun, "poss")
    if owner is not None:
        return {i for i in noun_phrase(owner) if noun.doc[i].tag_ != "POS"}
    for c in noun.children:
        if c.dep_ == "prep" and c.lower_ in {"by", "from"}:
            who = child(c, "pobj")
            if who is not None:
                return noun_phrase(who)
    if _is_light(noun):
        return find_source(noun.head)
    return _people(noun)


def _people(noun: "Token") -> set[int]:
    """Return the words before a noun of saying that name whose words they are.

    "Avarian claims that", "US and Avarian claims that": a word with a capital letter is one of a
    land or a house.
    """
    heads = [c for c in noun.children if c.dep_ in {"amod", "compound"} and c.i < noun.i]
    named = {c.i for head in heads for c in (head, *head.conjuncts) if _is_named(c)}
    return {
        *named,
        *(i for i in range(min(named, default=0), noun.i) if noun.doc[i].dep_ == "cc" and named),
    }


def _is_named(word: "Token") -> bool:
    return (word.is_title or word.is_upper) and not word.is_sent_start
