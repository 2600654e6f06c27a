"""The act that a cue names: a reporting verb, a noun of saying, an adjective of stance."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.model.statement import Act
from rejoinder.statements.acts_verbs import VERDICTS, special_verbs, verdict
from rejoinder.statements.acts_words import OwnWords, patterns, word_list
from rejoinder.statements.adjectives import adjective_table
from rejoinder.statements.cues import Cue, cue_by_form, cue_of
from rejoinder.statements.nouns import noun_table
from rejoinder.statements.tree import child, is_negated
from rejoinder.text.tables import read_rows

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["act_of_cue", "names_an_act"]

# These say little beside their object: what they express decides.
_LIGHT = frozenset(
    "make issue give voice express level raise deliver lodge have convey announce declare send "
    "extend offer show launch renew repeat reiterate reaffirm exchange trade signal state face "
    "draw pay receive get".split()
)
_AFTER_OTHERS = frozenset({"echo", "repeat", "share"})
_CAN_BE_REFUSED = frozenset(
    "recognize recognise accept support back agree consider want intend seek".split()
)
_BY_WORDS = frozenset(
    {Act.ACCUSE, Act.CRITICISE, Act.DENY, Act.DEMAND, Act.WARN, Act.ADMIT, Act.OFFER}
)
_GRANTED = frozenset({Act.SUPPORT, Act.OFFER, Act.AGREE})
_AIMING = frozenset({"want", "seek", "intend"})
_AIMED = frozenset({"dobj", "nsubj", "nsubjpass", "conj", "xcomp", "ccomp"})
_STRIFE = frozenset("war conflict confrontation escalation clash quarrel fight".split())
_DUBIOUS = frozenset("claim allege charge allegation insinuate rumour".split())
_READY = frozenset("ready willing prepared readiness willingness preparedness".split())
_PUTS_FORWARD = re.compile(r"\b(?:c[ao]m(?:e|es|ing) up with|(?:put|bring|brought)\w* forward)\b")
_QUESTION = re.compile(r"^(?:if|whether|why|what|who|when|where|how|which)\b|\?$")
_ASKING = frozenset({"ask", "wonder"})


def act_of_cue(doc: "Doc", spans: tuple[Span, ...], words: OwnWords, told: Act) -> Act:
    """Return the act of a statement.

    Args:
        doc: the article.
        spans: the cue's.
        words: the content's own.
        told: the act that these words show.
    """
    phrase = next((p.act for p in patterns() if p.scope == "cue" and p.found_in(words)), None)
    if phrase is not None:
        return phrase
    tokens = [
        t for s in spans for t in doc.char_span(s.start, s.end, alignment_mode="expand") or ()
    ]
    verbs = [(token, cue) for token in tokens if (cue := _verb(token)) is not None]
    if verbs:
        # "Continues to blame", "went on to accuse": the verb that names an act is the cue.
        verb, cue = next((v for v in verbs if v[1].act is not Act.ASSERT), verbs[0])
        return _of_verb(verb, cue, words, told, tokens)
    return _of_others(tokens, words, told)


def names_an_act(doc: "Doc", text: str, spans: tuple[Span, ...]) -> bool:
    """Say whether a cue without a reporting verb does something by words: "put itself forward"."""
    cue = " ".join(text[s.start : s.end] for s in spans).lower()
    if any(p.scope == "cue" and p.regex.search(cue) for p in patterns()):
        return True
    tokens = (
        t for s in spans for t in doc.char_span(s.start, s.end, alignment_mode="expand") or ()
    )
    return any(_of_other_verb(token) in _BY_WORDS for token in tokens)


def _of_bare_noun(words: OwnWords) -> Act | None:
    """Return the act of what is but named: "an angry denial"; None where more is told."""
    nouns = [t for t in words.tokens if t.pos_ == "NOUN"]
    others = any(t.pos_ not in {"NOUN", "ADJ", "DET", "NUM"} for t in words.tokens)
    return _nouns().get(nouns[0].lemma_.lower()) if len(nouns) == 1 and not others else None


def _verb(token: "Token") -> Cue | None:
    """Return the cue that a token is; in headings verbs are often taken for names."""
    if token.pos_ in {"VERB", "AUX"}:
        found = cue_of(token)
        if found is not None:
            return found
    elif token.pos_ != "PROPN" and token.is_sent_start is not True:
        return None
    return cue_by_form(token)


def _asks_about(verb: "Token", tokens: "Sequence[Token]") -> bool:
    """Say whether it is a question on something, and nothing that is asked for."""
    asked, clause = child(verb, "dobj"), child(verb, "ccomp")
    if verb.lemma_.lower() != "ask":
        asked = None
    near = (*tokens, *verb.children, *(asked.children if asked is not None else ()))
    if any(t.lower_ == "about" and t.head in {verb, asked} for t in near):
        return True
    if any(t.lower_ == "on" and t.head == verb for t in tokens):
        return True
    return clause is not None and bool(_QUESTION.search(clause.left_edge.lower_))


def _of_verb(verb: "Token", cue: Cue, words: OwnWords, told: Act, tokens: "Sequence[Token]") -> Act:
    """Return the act of a statement with a reporting verb."""
    if cue.lemma in _ASKING and (_QUESTION.search(words.whole) or _asks_about(verb, tokens)):
        return Act.ASSERT
    if cue.lemma in _CAN_BE_REFUSED and is_negated(verb):
        return _declined(verb, words) if cue.lemma in _AIMING else Act.REFUSE
    expressed = _expressed(verb, tokens, words) if cue.lemma in _LIGHT else None
    if cue.lemma in _AFTER_OTHERS:
        # "A charge echoed by Norland" charges once more.
        expressed = expressed or _of_bare_noun(words)
    if expressed is not None:
        return expressed
    special = special_verbs().get(cue.lemma)
    if special is not None:
        return special(verb, words, told)
    if cue.act is not Act.ASSERT:
        return cue.act
    if cue.lemma in VERDICTS:
        return verdict(words, told)
    return _claimed(words) if told is Act.ASSERT and cue.lemma in _DUBIOUS else told


def _declined(verb: "Token", words: OwnWords) -> Act:
    """Return refuse for what somebody does not want, deny where it is a wrong: "no war"."""
    wrong = word_list("wrongs") | word_list("deeds") | _STRIFE
    aim = child(verb, "dobj", "xcomp", "ccomp")
    aimed = (aim, *(c for c in aim.children if c.dep_ in _AIMED)) if aim is not None else ()
    return Act.DENY if any(t.lemma_.lower() in wrong for t in aimed or words.tokens) else Act.REFUSE


def _of_others(tokens: "Sequence[Token]", words: OwnWords, told: Act) -> Act:
    """Return the act that a noun, an adjective or another verb names, else that of the words."""
    named = _first(_of_name, tokens) or _of_bare_noun(words) or _first(_of_other_verb, tokens)
    if named is Act.INTEND and any(t.lemma_.lower() in _READY for t in tokens):
        return _readied(words)
    # "Claim" or "statement" names no act; then the words tell it.
    if named is not None and named is not Act.ASSERT:
        return named
    if named is None and _PUTS_FORWARD.search(words.cue):
        forward = next((a for t in words.tokens if (a := _nouns().get(t.lemma_.lower()))), told)
        return Act.OFFER if forward is Act.INTEND else forward
    if told is Act.ASSERT and any(t.lemma_.lower() in _DUBIOUS for t in tokens):
        return _claimed(words)
    # What is feared nobody has done yet.
    feared = told is Act.ACCUSE and any(t.lemma_.lower() == "fear" for t in tokens)
    return Act.PREDICT if feared else told


def _first(read: "Callable[[Token], Act | None]", tokens: "Sequence[Token]") -> Act | None:
    return next((act for act in map(read, tokens) if act is not None), None)


def _of_name(token: "Token") -> Act | None:
    """Return the act that a noun of saying or an adjective of stance names, or None."""
    lemma = token.lemma_.lower()
    if any(c.lower_ == "no" for c in token.children):
        # "There is no doubt".
        return None
    if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and lemma in noun_table()):
        found = noun_table().get(lemma)
        return found.act if found is not None else _nouns().get(lemma)
    adjective = adjective_table().get(token.lower_)
    return adjective.act if adjective is not None else None


def _of_other_verb(token: "Token") -> Act | None:
    """Return the act of a verb that is no reporting verb, but is a cue at times, or None."""
    return _other_verbs().get(token.lemma_.lower())


def _expressed(verb: "Token", tokens: "Sequence[Token]", words: OwnWords) -> Act | None:
    """Return the act that the noun under a light verb names, in the cue or heading the content."""
    thing = child(verb, "dobj", "nsubjpass")
    nouns = [t for t in tokens if t.pos_ == "NOUN"] + ([thing] if thing is not None else [])
    for noun in nouns:
        if noun.lemma_.lower() in _READY:
            return _readied(words)
        act = _nouns().get(noun.lemma_.lower())
        if act is not None:
            given = not any(c.lower_ == "no" for c in noun.children)
            return act if given else Act.REFUSE if act in _GRANTED else Act.ASSERT
    return None


def _readied(words: OwnWords) -> Act:
    """Return offer for readiness to help, else intend."""
    first = next((t for t in words.tokens if t.pos_ == "VERB"), None)
    helps = first is not None and first.lemma_.lower() in word_list("help")
    return Act.OFFER if helps else Act.INTEND


def _claimed(words: OwnWords) -> Act:
    """Return accuse where what is claimed is hostile: shots, fighters."""
    hostile = any(t.lower_ in word_list("hostile") for t in words.tokens)
    return Act.ACCUSE if hostile else Act.ASSERT


@cache
def _nouns() -> Mapping[str, Act]:
    return _acts_by_word("act_nouns.en.tsv")


@cache
def _other_verbs() -> Mapping[str, Act]:
    return _acts_by_word("act_verbs.en.tsv")


def _acts_by_word(table: str) -> Mapping[str, Act]:
    rows = read_rows("rejoinder.statements", table)
    return MappingProxyType(
        {word: Act(row["act"]) for row in rows for word in row["words"].split()}
    )
