"""The words of a statement that are its speaker's own, and the act that they show."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Attribution, Quotation
from rejoinder.statements.cues import cue_of
from rejoinder.statements.tree import marker, subtree
from rejoinder.statements.unreal import conditions, goes_on_condition, supposed
from rejoinder.statements.unspoken import is_merely_possible, is_only_tried
from rejoinder.text.tables import read_rows

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["WORD_TABLES", "OwnWords", "Pattern", "own_words", "patterns", "tokens_of", "word_list"]

WORD_TABLES = (
    "acts.en.tsv",
    "act_words.en.tsv",
    "act_nouns.en.tsv",
    "act_verbs.en.tsv",
    "charges.en.tsv",
)
_PACKAGE = "rejoinder.statements"
_MARKS = re.compile('["“”„*]')
_LIST = re.compile(r"<([a-z_]+)>")
_NOT = re.compile(
    r"\b(?:not|never|no|nor|neither|hardly|without|so-called|supposed(?:ly)?|"
    r"allegedly|purported(?:ly)?)\b|n't\b"
)
_FENDED = re.compile(
    r"\b(?:prevent|avoid|fight|combat|counter|resist|deter|repel|tackle|defeat|investigat|without)\w*"
    r"(?: against| the| any| all| to| further| such| this| new| possible| alleged){0,3} (?=\w+$)"
)
_GUARDS = MappingProxyType({Act.SUPPORT: _NOT, Act.ACCUSE: _FENDED})
_UNDONE = re.compile(
    r"(?:\bnot|\bnever|n['’]t) (?:been |have |\w+ly |believe in )?$"
    r"|\bno (?:\w+ )?(?:allegation|evidence|sign|proof|knowledge|indication|trace)s? (?:of|that) "
    r"(?:[\w’']+ ){0,4}$"
    # What is only looked into nobody is blamed for yet.
    r"|\b(?:investigat(?:es?|ed|ing)|prob(?:es?|ed|ing)|look(?:s|ed|ing)? (?:for|into)) "
    r"[^.;,]{0,50}$"
)
_NEAR = 20
_FURTHER = 60
_ASIDE = frozenset(
    "if when whenever while although though unless until till since because as after before "
    "whereas once whether lest".split()
)
_WHEN = frozenset("since after before during amid following until despite throughout".split())
_FIRST_PERSON = frozenset({"i", "we"})
_THIRD_PERSON = frozenset({"he", "she", "it", "they"})
# Verbs by which a speaker gives his own view once more: "he said that he believed that ...".
_AIMS = frozenset({"want", "intend", "plan", "aim"})
_MENTAL = frozenset("believe think consider expect feel hope suppose assume find guess".split())
# What is said by these a speaker cites for himself: "according to the convention, it is a crime".
_PAPERS = frozenset(
    "agreement charter code constitution convention data document evidence figures information "
    "intelligence law memorandum protocol record report resolution rule statute treaty".split()
)
# What patterns take for the speaker's own act, and is the act of whoever is told to do it.
_PERFORMED = frozenset(
    "applaud appreciate commend condemn congratulate denounce praise regret thank welcome".split()
)
_SAYING_NOW = frozenset({"VBP", "VB"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """What is left of a content without what it tells of others' speech.

    Attributes:
        tokens: the words.
        unreal: places of those that are but supposed.
        whole: all of them in lower case.
        main: those outside subordinate clauses, in lower case; all where there are no others.
        core: of those, what is neither an attribute, a phrase of time or circumstance, nor unreal.
        real: all words that are not unreal, in lower case.
        sure: all words outside conditions, in lower case.
        cue: the words of the cue in lower case.
        source: the lower-case words that name the speaker.
        quotation: how the words are given.
    """

    tokens: "tuple[Token, ...]"
    unreal: frozenset[int]
    whole: str
    main: str
    core: str
    real: str
    sure: str
    cue: str
    source: frozenset[str]
    quotation: Quotation

    def by_scope(self, scope: str) -> str:
        """Return the words that a pattern looks at."""
        words: str = self.whole if scope == "all" else getattr(self, scope)
        return words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Words that show an act.

    Attributes:
        scope: where they do so: ``cue``, ``main`` clauses, their ``core``, what is told as
            ``real``, what is ``sure`` as no condition is, or ``all`` of the content.
    """

    act: Act
    scope: str
    regex: re.Pattern[str]

    def found_in(self, words: OwnWords) -> bool:
        """Say whether the words are there: praise not negated, wrongdoing not fended off."""
        return next(self.all_in(words), None) is not None

    def all_in(self, words: OwnWords) -> Iterator[str]:
        """Yield each place where the words are there, as written in lower case."""
        text = words.by_scope(self.scope)
        guard = _GUARDS.get(self.act) if self.scope != "cue" else None
        for found in self.regex.finditer(text):
            start = max(0, found.start() - _NEAR)
            if guard is not None and guard.search(text[start : found.end()]):
                continue
            before = text[max(0, found.start() - _FURTHER) : found.start()]
            if self.act is Act.ACCUSE and _UNDONE.search(before):
                continue
            yield found[0]


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    rows = read_rows(_PACKAGE, "act_words.en.tsv")
    return MappingProxyType({row["list"]: tuple(row["words"].split()) for row in rows})


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of a list of the table."""
    return frozenset(_lists()[name])


@cache
def patterns() -> tuple[Pattern, ...]:
    """Return the patterns in the table's order, lists of words written out."""
    return tuple(
        Pattern(
            act=Act(row["act"]),
            scope=row["scope"],
            regex=re.compile(_LIST.sub(_alternatives, row["pattern"])),
        )
        for row in read_rows(_PACKAGE, "acts.en.tsv")
    )


def _alternatives(match: re.Match[str]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in _lists()[match[1]])})"


def own_words(doc: "Doc", attribution: Attribution, nested: Sequence[Attribution]) -> OwnWords:
    """Return the words of a content without those of statements told in it.

    Whoever says that somebody accused somebody has accused nobody. What a speaker says that he
    himself thinks or asks is his own all the same. "An attempt to call it a lie" calls it none.
    """
    others = [one for one in nested if not _is_own_voice(doc, one, attribution)]
    holes = [s for one in others for s in one.content]
    holes += [s for one in others if _is_named(doc, one) for s in one.cue if _performs(doc, s)]
    tokens = [t for span in attribution.content for t in tokens_of(doc, span)]
    tried = {i for t in tokens if t.pos_ == "VERB" for i in _unspoken(t)}
    kept = [
        t for t in tokens if t.i not in tried and not any(h.start <= t.idx < h.end for h in holes)
    ]
    places = {t.i for t in kept}
    aside = {i for t in kept if _opens_aside(t, places) for i in subtree(t)}
    main = [t for t in kept if t.i not in aside]
    given = conditions(kept)
    unreal = supposed(kept) | given
    circumstances = {i for t in main if _tells_circumstance(t) for i in subtree(t)} | unreal
    whole = _joined(kept)

    def without(places: AbstractSet[int]) -> str:
        return _joined([t for t in kept if t.i not in places]) if places else whole

    beside = aside if main else set()
    return OwnWords(
        tokens=tuple(kept),
        unreal=unreal,
        whole=whole,
        main=without(beside),
        core=without(beside | circumstances),
        real=without(unreal),
        sure=without(given),
        cue=_joined([t for s in attribution.cue for t in tokens_of(doc, s)]),
        source=frozenset(t.lower_ for s in attribution.source for t in tokens_of(doc, s)),
        quotation=attribution.quotation,
    )


def _unspoken(verb: "Token") -> set[int]:
    """Return the places of what one but tries to say, or may think: no words of the speaker's."""
    cue = cue_of(verb)
    if cue is None:
        return set()
    if is_only_tried(verb):
        return subtree(verb) - {verb.i}
    return subtree(verb) if cue.held and is_merely_possible(verb) else set()


def _is_named(doc: "Doc", one: Attribution) -> bool:
    """Say whether its source is more than a pronoun, which may mean the speaker around it."""
    words = [t.lower_ for span in one.source for t in tokens_of(doc, span)]
    return any(word not in _THIRD_PERSON | _FIRST_PERSON for word in words)


def _performs(doc: "Doc", cue: Span) -> bool:
    """Say whether a cue is itself what somebody else does: "said that Norland condemns it"."""
    return any(t.pos_ == "VERB" and t.lemma_.lower() in _PERFORMED for t in tokens_of(doc, cue))


def tokens_of(doc: "Doc", span: Span) -> "Sequence[Token]":
    """Return the tokens that a span touches."""
    return list(doc.char_span(span.start, span.end, alignment_mode="expand") or ())


def _joined(tokens: "Sequence[Token]") -> str:
    """Return the words in lower case, blanks as in the text, without quotation marks.

    A blank stands where words were left out between two: "the road, she said, is shut".
    """
    parts: list[str] = []
    for place, token in enumerate(tokens):
        if place and tokens[place - 1].i + 1 != token.i:
            parts.append(" ")
        parts.append(token.text_with_ws)
    return _MARKS.sub("", "".join(parts)).replace("  ", " ").lower().strip()


def _opens_aside(token: "Token", places: set[int]) -> bool:
    """Say whether a subordinate clause hangs on the token: relative, conditional, temporal."""
    if token.head.i not in places or token.head.i == token.i:
        return False
    if token.dep_ == "relcl":
        return True
    clause = token.dep_ in {"advcl", "ccomp"} and marker(token) in _ASIDE
    return clause or goes_on_condition(token)


def _tells_circumstance(token: "Token") -> bool:
    """Say whether a word opens what but goes with it: "since the invasion", "occupied land"."""
    if token.dep_ in {"prep", "mark"}:
        return token.lower_ in _WHEN
    if token.dep_ == "acl":
        return token.head.dep_ in {"pobj", "appos"}
    if token.tag_ == "VBN" and _stands_before_noun(token):
        return True
    return token.dep_ == "amod" and token.i < token.head.i and token.tag_ in {"VBN", "VBG", "JJ"}


def _stands_before_noun(participle: "Token") -> bool:
    """Say whether a participle is an attribute, however it was parsed: "in occupied X"."""
    if participle.i == 0 or participle.i + 1 >= len(participle.doc):
        return False
    before, behind = participle.nbor(-1), participle.nbor(1)
    opens = before.pos_ in {"ADP", "DET"} or before.tag_ in {"PRP$", "POS"}
    return opens and behind.pos_ in {"NOUN", "PROPN"}


def _is_own_voice(doc: "Doc", inner: Attribution, outer: Attribution) -> bool:
    """Say whether the inner statement is the outer speaker's own word: "we urge", "he thinks"."""
    source = " ".join(t.lower_ for s in inner.source for t in tokens_of(doc, s))
    cue = [t for s in inner.cue for t in tokens_of(doc, s)]
    if any(t.lower_ == "according" for t in cue):
        return any(_names_paper(t) for s in inner.source for t in tokens_of(doc, s))
    verbs = [t for t in cue if t.pos_ in {"VERB", "AUX"}]
    if not verbs:
        return False
    if source in _FIRST_PERSON:
        return any(t.tag_ in _SAYING_NOW for t in verbs)
    if source not in _THIRD_PERSON or outer.quotation is Quotation.DIRECT:
        return False
    first = min(span.start for span in (*outer.cue, *outer.content))
    led = doc.char_span(first, inner.cue[0].end, alignment_mode="expand") or ()
    aims = frozenset() if _NOT.search(" ".join(t.lower_ for t in led)) else _AIMS
    return any(t.lemma_.lower() in _MENTAL | aims for t in verbs)


def _names_paper(token: "Token") -> bool:
    """Say whether a source is a paper that the word before which no owner stands names."""
    paper = token.lemma_.lower() in _PAPERS and token.dep_ == "pobj"
    return paper and not any(c.dep_ == "poss" for c in token.children)
