"""Mend where a content ends: asides of the frame, phrases cut before "of", means cut off."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from rejoinder.model.span import Span
from rejoinder.statements.cues import cue_of
from rejoinder.statements.draft import Draft
from rejoinder.statements.parsed import Parsed
from rejoinder.statements.ragged import with_whole_end
from rejoinder.statements.tree import child, spans_of, subtree, token_span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["mend_end"]

_HANGING: Final = frozenset(
    {"after", "although", "amid", "as", "because", "before", "but", "following", "since", "though",
     "until", "when", "whereas", "while"}
)  # fmt: skip
_BOTH: Final = 2
_DENYING: Final = frozenset({"deny", "dismiss", "dispute", "refute", "reject"})
_IT: Final = frozenset({"it", "this", "that", "them", "these"})
_ASIDE: Final = frozenset({"after", "following", "amid", "before", "while", "when", "during"})


def mend_end(page: Parsed, draft: Draft) -> Draft:
    """Return the draft without what tells when it was said, and with what its end cuts off."""
    ended = _without_reply(page, _without_aside(page, _as_pronoun(page, draft)))
    cut = _without_hanging(page, _with_phrase(page, ended))
    return _without_hanging(page, _with_means(page, with_whole_end(page, cut)))


def _without_hanging(page: Parsed, draft: Draft) -> Draft:
    """Return the draft without a joining word at its end that leads out of it: "to go after"."""
    last = draft.content[-1]
    tokens = _tokens(page, last)
    if len(tokens) < _BOTH or tokens[-1].lower_ not in _HANGING or not _leads_out(page, tokens[-1]):
        return draft
    end = tokens[-2].idx + len(tokens[-2])
    return replace(draft, content=(*draft.content[:-1], Span(last.start, end)))


def _leads_out(page: Parsed, word: "Token") -> bool:
    """Say whether what a joining word leads to stands behind it, in the same sentence."""
    return word.i + 1 < len(page.doc) and page.doc[word.i + 1].is_alpha


def _as_pronoun(page: Parsed, draft: Draft) -> Draft:
    """Return the draft with "it" for content where it has all that is denied, which is another's.

    In "Tarn says so; the ministry denies it" what stands before the ministry is Tarn's.
    """
    for verb in (token for span in draft.cue for token in _tokens(page, span)):
        pronoun = _denied_pronoun(verb)
        if pronoun is not None and all(span.end <= verb.idx for span in draft.content):
            return replace(draft, content=(token_span(pronoun),))
    return draft


def _without_reply(page: Parsed, draft: Draft) -> Draft:
    """Return the draft without a clause at its end that denies just what it tells.

    In "Tarn says that spies hide there; the ministry denies it" he does not say that it does.
    """
    last = draft.content[-1]
    tokens = _tokens(page, last)
    for stop in (t for t in tokens[1:] if t.text == ";" or t.lower_ == "but"):
        if any(token.i > stop.i and _denies_it(token, stop) for token in tokens):
            before = page.text[last.start : stop.idx].rstrip(" ,\n")
            return replace(
                draft, content=(*draft.content[:-1], Span(last.start, last.start + len(before)))
            )
    return draft


def _denies_it(verb: "Token", stop: "Token") -> bool:
    """Say whether somebody named behind a stop denies "it"."""
    who = child(verb, "nsubj")
    return _denied_pronoun(verb) is not None and who is not None and who.i > stop.i


def _denied_pronoun(verb: "Token") -> "Token | None":
    """Return the pronoun behind a verb of denial that stands for all that was said before it."""
    what = child(verb, "dobj") if verb.lemma_.lower() in _DENYING else None
    return what if what is not None and what.i > verb.i and what.lower_ in _IT else None


def _without_aside(page: Parsed, draft: Draft) -> Draft:
    """Return the draft without a part behind the cue that tells when it was said.

    In "the bridge is shut, Tarn said, after gunmen attacked it" the attack is the publisher's.
    """
    cues = {token.i for span in draft.cue for token in _tokens(page, span)}
    kept = tuple(
        span
        for place, span in enumerate(draft.content)
        if not place or not _is_aside(_tokens(page, span), cues)
    )
    return draft if kept == draft.content else replace(draft, content=kept)


def _is_aside(part: "list[Token]", cues: set[int]) -> bool:
    """Say whether words behind a cue hang on it and begin with "after" and the like."""
    if not part or part[0].lower_ not in _ASIDE or not cues or part[0].i < max(cues):
        return False
    heads = [token for token in part if token.head not in part]
    return any(token.head.i in cues for token in heads)


def _with_phrase(page: Parsed, draft: Draft) -> Draft:
    """Return the draft with the phrase whole that its end cuts before "of"."""
    last = draft.content[-1]
    tokens = _tokens(page, last)
    if not tokens or tokens[-1].i + 1 >= len(page.doc):
        return draft
    following = page.doc[tokens[-1].i + 1]
    if following.lower_ != "of" or following.head != tokens[-1]:
        return draft
    phrase = spans_of(page.doc, subtree(following))
    taken = (*draft.cue, *draft.source)
    if len(phrase) != 1 or any(phrase[0].overlaps(span) for span in taken):
        return draft
    return replace(draft, content=(*draft.content[:-1], Span(last.start, phrase[0].end)))


def _with_means(page: Parsed, draft: Draft) -> Draft:
    """Return the draft with the participle behind it that tells how: "of meddling, using its gas".

    With a cue in it, it may be somebody else's.
    """
    inner = _tokens(page, draft.content[-1])
    first = inner[-1].i + 1 if inner else 0
    if not 0 < first < len(page.doc) - 1 or page.doc[first].text != ",":
        return draft
    means = page.doc[first + 1]
    if means.tag_ != "VBG" or means.dep_ != "advcl" or means.head not in inner:
        return draft
    places = subtree(means)
    if any(page.doc[place].pos_ == "VERB" and _says(page.doc[place]) for place in places):
        return draft
    phrase = spans_of(page.doc, places)
    taken = (*draft.cue, *draft.source)
    if len(phrase) != 1 or any(phrase[0].overlaps(span) for span in taken):
        return draft
    last = Span(draft.content[-1].start, phrase[0].end)
    return replace(draft, content=(*draft.content[:-1], last))


def _says(verb: "Token") -> bool:
    cue = cue_of(verb)
    return cue is not None and "C" in cue.frames


def _tokens(page: Parsed, span: Span) -> "list[Token]":
    return list(page.doc.char_span(span.start, span.end, alignment_mode="expand") or ())
