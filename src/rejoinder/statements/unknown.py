"""Cues without a word of saying: of those that the networks are not sure of most are deeds."""

from typing import TYPE_CHECKING

from rejoinder.model.span import Span, overlap
from rejoinder.statements.acts_cues import names_an_act
from rejoinder.statements.adjectives import adjective_table
from rejoinder.statements.cues import cue_by_form, cue_of
from rejoinder.statements.draft import Draft
from rejoinder.statements.nouns import noun_table
from rejoinder.statements.parsed import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_doubtful"]

# Of such cues below this score a third are right on PolNeAR's training and dev articles, above it
# half.
_LEAST = 0.45
_MARKS = frozenset({"according", ":", "-", "–", "—", "―"})
# What is said or written is called by these too, though the rules make no statement of them.
_TALK = frozenset(
    """account answer appear assessment attack broadside chime conversation critic debate dig
    disclosure discuss disdain document estimate explanation hammer hint insult jab marvel
    opposed outcry pile plan purport quip rant rumor rumour seem speculation story swipe talk
    testimony tirade unveil weigh""".split()
)
_HEARSAY = frozenset({"reportedly", "allegedly"})


def is_doubtful(page: Parsed, draft: Draft) -> bool:
    """Say whether a draft has a low score and no word of saying in its cue.

    Of "imposed a curfew" and "posed as a star" the networks make statements at times; what is
    quoted as a whole is somebody's words whatever the cue.
    """
    if draft.score >= _LEAST:
        return False
    cue = [token for span in draft.cue for token in _tokens(page, span)]
    objects = [c for token in cue for c in token.children if c.dep_ == "dobj"]
    if any(_is_known(token) for token in (*cue, *objects)):
        return False
    if names_an_act(page.doc, page.text, draft.cue):
        return False
    quoted = overlap(draft.content, [quote.outer for quote in page.quotes])
    return quoted < sum(len(span) for span in draft.content)


def _is_known(token: "Token") -> bool:
    """Say whether a word of the cue is one of saying: a verb, a noun, an adjective."""
    lemma = token.lemma_.lower()
    if lemma in _TALK or token.lower_ in _MARKS | _HEARSAY | adjective_table().keys():
        return True
    if token.pos_ in {"VERB", "AUX", "PROPN"}:
        return cue_of(token) is not None or cue_by_form(token) is not None
    return lemma in noun_table()


def _tokens(page: Parsed, span: Span) -> "list[Token]":
    return list(page.doc.char_span(span.start, span.end, alignment_mode="expand") or ())
