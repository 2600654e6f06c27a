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
    """account agonize allude amplify answer appear assessment attack aware barb bristle broadside
    champion chant cheer chide chime compliment contrast conversation critic crow debate demean
    demonize despise diatribe dig disclosure discuss disdain document email espouse estimate
    exaggeration expectation explanation gripe hammer hate herald hint impression insult jab
    laugh line lament marvel misgiving misstate observation opposed outcry pan pile plan plea
    praise preach propound purport quarrel question quip rage rant rave reflect reiterate relay
    remark resent retweet riff rubbish rumor rumour satirize savage scrutiny seem shout shrug
    slam spar speculation stance stand story swipe talk tease testimony tirade trash tribute
    trumpet tweet unaware unclear unhappy unveil voice vow weigh""".split()
)
_HEARSAY = frozenset({"reportedly", "allegedly"})
# What is done, however sure the networks are that it is said: a law is signed, files come out.
_DEEDS = frozenset(
    """adopt appoint approve arrest attend ban bar blacklist block cancel compile convict
    delete detain earmark elect embargo enact impose interview introduce investigate jail
    legalize lift modify name nominate overturn outraise pass pick prohibit pursue
    reintroduce release remove rename reopen require revoke sentence sign strike suspend
    uphold veto""".split()
)
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "csubj", "pcomp", "acl"})


def is_doubtful(page: Parsed, draft: Draft) -> bool:
    """Say whether no word of the cue is one of saying, and it is a deed or the score is low.

    Of "imposed a curfew" and "posed as a star" the networks make statements at times; what is
    quoted as a whole is somebody's words whatever the cue.
    """
    cue = [token for span in draft.cue for token in _tokens(page, span)]
    deed = next((t.lemma_.lower() for t in cue if t.pos_ == "VERB"), "") in _DEEDS
    if draft.score >= _LEAST and not deed:
        return False
    objects = [c for token in cue for c in token.children if c.dep_ == "dobj"]
    if any(_is_known(token) for token in (*cue, *objects)):
        return False
    if names_an_act(page.doc, page.text, draft.cue):
        return False
    quoted = overlap(draft.content, [quote.outer for quote in page.quotes])
    if draft.score >= _LEAST:
        return not quoted and not _tells(page, draft)
    return quoted < sum(len(span) for span in draft.content)


def _tells(page: Parsed, draft: Draft) -> bool:
    """Say whether a content has the clause of its cue in it: "requires that she go"."""
    words = [token for span in draft.content for token in _tokens(page, span)]
    return any(token.dep_ in _CLAUSES and token.head not in words for token in words)


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
