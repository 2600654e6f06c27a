"""Which phrase of time belongs to a cue: its clause's own, not one of the words that are told."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rejoinder.model.date import Precision
from rejoinder.model.span import Span, cover, overlap
from rejoinder.model.statement import Attribution, Cast
from rejoinder.model.time import Relation, Timing

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Said", "timing_of"]

_SPEECH = frozenset(
    "speech statement interview address remark comment conference briefing message letter tweet "
    "post call announcement declaration appearance article report communique appeal".split()
)
_SHARED = frozenset({"xcomp", "conj", "advcl", "acl", "auxpass", "aux", "prep", "pcomp", "agent"})
_OTHER_TIMES = frozenset({"after", "before", "since", "until", "despite"})
_WHERE = frozenset({"where", "which"})
_MARKS_A_TIME = frozenset({"after", "when", "as", "once"})
_COARSE = frozenset({Precision.MONTH, Precision.YEAR})
_TO_WHOM = frozenset({"dobj", "dative", "pobj", "obj"})
# How far a phrase that the parser hung elsewhere may stand from the cue, in characters.
_BESIDE = 24
_MIDDLE = ", "


class Said:
    """One attribution with its speakers, and the words of its cue and source in the parse."""

    def __init__(self, doc: "Doc", attribution: Attribution, cast: Cast) -> None:
        """Look up the words."""
        self.attribution = attribution
        self.speaker = frozenset(cast.speaker)
        self.cue = _words(doc, attribution.cue)
        self.source = _words(doc, attribution.source)

    @property
    def start(self) -> int:
        """Return where the words around the content begin, or the content where there are none."""
        parts = (*self.attribution.cue, *self.attribution.source) or self.attribution.content
        return min(span.start for span in parts)

    @property
    def verb(self) -> "Token | None":
        """Return the cue's verb, or None."""
        verbs = [t for t in self.cue if t.pos_ in ("VERB", "AUX") and t.lower_ != "according"]
        return next((token for token in verbs if token.pos_ == "VERB"), next(iter(verbs), None))


def _words(doc: "Doc", spans: Sequence[Span]) -> tuple["Token", ...]:
    return tuple(
        token
        for span in spans
        for token in doc.char_span(span.start, span.end, alignment_mode="expand") or ()
        if not token.is_punct and not token.is_space
    )


def timing_of(said: Said, every: Sequence[Attribution], times: Sequence[Timing]) -> Timing | None:
    """Return the phrase that says when it was said, resolved or not; None where there is none.

    A phrase counts if it stands in the same speech as the cue, outside what the cue attributes,
    and hangs on the cue's clause, on one that shares its subject, on the noun of the speech, or on
    whom it was said to; or right beside the cue.
    """
    if not said.cue:
        return None
    sentence = said.cue[0].sent
    low, high = sentence.start_char, sentence.end_char
    near = [t for t in times if low <= t.span.start < high and _same_speech(said, every, t)]
    if not near:
        return None
    ranked = [(rank, n, t) for n, t in enumerate(near) if (rank := _rank(said, t)) is not None]
    return min(ranked, default=(0, 0, None))[2]


def _same_speech(said: Said, every: Sequence[Attribution], timing: Timing) -> bool:
    anchor = said.attribution.cue[0]
    return not overlap([timing.span], said.attribution.content) and _holder(
        timing.span, every
    ) == _holder(anchor, every)


def _holder(span: Span, every: Sequence[Attribution]) -> int | None:
    """Return the place of the attribution with the shortest content around a span."""
    holding = [
        (sum(map(len, one.content)), place)
        for place, one in enumerate(every)
        if any(part.contains(span) for part in one.content)
    ]
    return min(holding, default=(0, None))[1]


def _rank(said: Said, timing: Timing) -> int | None:
    """Return how directly the phrase hangs on the cue, 0 first; None where it does not."""
    hosts = set(timing.hosts[:1] if timing.bound else timing.hosts)
    cue = {token.idx for token in said.cue}
    if _is_when(said, timing):
        return 0
    if timing.relation is not Relation.AT:
        return None
    if _is_of_source(said, timing):
        return None
    if hosts & cue:
        return 0
    if hosts & {token.idx for token in _sharing(said)}:
        return 1
    if hosts & {token.idx for token in _speeches(said)} or hosts & _inside(said):
        return 2
    if not timing.bound and any(token.idx in timing.hosts[-1:] for token in _hearers(said)):
        return 3
    if timing.meant and timing.meant.precision in _COARSE and hosts & _when_clauses(said):
        return 4
    return 5 if not timing.bound and _is_beside(said, timing) else None


def _is_of_source(said: Said, timing: Timing) -> bool:
    """Say whether the phrase dates what the source is, not when it spoke: "the Statute (1999)"."""
    if not any(part.contains(timing.span) for part in said.attribution.source):
        return False
    if timing.meant is not None and timing.meant.precision is Precision.YEAR:
        return True
    nearest = [token for token in said.source if token.idx in timing.hosts[:1]]
    return any(t.pos_ == "NOUN" and t.lemma_.lower() not in _SPEECH for t in nearest)


def _is_when(said: Said, timing: Timing) -> bool:
    """Say whether the cue stands in "…, when he said" after the phrase."""
    verb = said.verb
    if verb is None or verb.dep_ not in ("relcl", "advcl"):
        return False
    asks = [child for child in verb.children if child.lower_ == "when"]
    return any(0 <= asked.idx - timing.span.end <= len(_MIDDLE) for asked in asks)


def _sharing(said: Said) -> Iterator["Token"]:
    """Yield the words above the cue whose clause has the same subject."""
    cue = {token.i for token in said.cue}
    for token in said.cue:
        while token.dep_ in _SHARED and token.head.i != token.i:
            if token.dep_ == "advcl" and any(child.dep_ == "mark" for child in token.children):
                break
            if token.dep_ == "conj" and any(
                c.dep_ in ("nsubj", "nsubjpass") for c in token.children
            ):
                break
            if token.dep_ == "pcomp" and token.head.lower_ in _OTHER_TIMES:
                break
            token = token.head
            if token.dep_ == "relcl" and token.i not in cue:
                break
            yield token
            if token.pos_ == "NOUN" and token.lemma_.lower() not in _SPEECH:
                break


def _speeches(said: Said) -> Iterator["Token"]:
    """Yield the speech by whom the cue describes, or the meeting at which it was said.

    "Tuesday's speech by X, who had"; "held talks on Thursday, at which he said".
    """
    verb = said.verb
    while verb is not None and verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.i != verb.i:
        verb = verb.head
    if verb is None or verb.dep_ != "relcl":
        return
    token = verb.head
    met = any(child.lower_ in _WHERE for c in verb.children for child in (c, *c.children))
    if met:
        yield from (token, token.head)
    for _ in range(4):
        if token.lemma_.lower() in _SPEECH:
            yield token
        if token.head.i == token.i or token.head.pos_ in ("VERB", "AUX"):
            return
        token = token.head


def _inside(said: Said) -> set[int]:
    """Return the nouns under a cue that is no verb: "according to a statement on Tuesday"."""
    if said.verb is not None:
        return set()
    under = [token for word in said.cue for token in word.subtree]
    return {t.idx for t in under if t.lemma_.lower() in _SPEECH}


def _hearers(said: Said) -> Iterator["Token"]:
    """Yield the verbs that describe to whom it was said: "told the daily, which asked him on"."""
    verb = said.verb
    for child in verb.children if verb is not None else ():
        heard = [child, *child.children] if child.dep_ in ("prep", "dative") else [child]
        for token in heard:
            if token.dep_ in _TO_WHOM:
                yield from (c for c in token.children if c.dep_ == "relcl")
        if child.dep_ == "ccomp" and any(c.lower_ in ("which", "who") for c in child.children):
            yield child


def _when_clauses(said: Said) -> set[int]:
    """Return the verb of the clause told to be of the same time: "began after he refused"."""
    verb = said.verb
    if verb is None or verb.dep_ != "advcl":
        return set()
    marks = {child.lower_ for child in verb.children if child.dep_ in ("mark", "advmod")}
    return {verb.head.idx} if marks & _MARKS_A_TIME else set()


def _is_beside(said: Said, timing: Timing) -> bool:
    """Say whether the phrase stands by cue and source, with no other verb's clause to belong to."""
    around = cover((*said.attribution.cue, *said.attribution.source))
    gap = max(0, timing.span.start - around.end, around.start - timing.span.end)
    if gap > _BESIDE:
        return False
    host = timing.hosts[-1:]
    verb = said.verb
    return not host or verb is None or _leads(verb, host[0])


def _leads(verb: "Token", host: int) -> bool:
    """Say whether the verb that the parser hung the phrase on is in the clause that the cue opens.

    "said on Tuesday the army had fired": the phrase stands before the clause that got it.
    """
    return any(child.idx == host for child in verb.children if child.dep_ in ("ccomp", "xcomp"))
