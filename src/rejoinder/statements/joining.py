"""Joining: what the rules may add to what the networks found."""

from collections.abc import Sequence
from dataclasses import replace

from rejoinder.model.span import Span, merge, overlap
from rejoinder.statements.draft import Draft
from rejoinder.statements.tree import child, is_negated
from rejoinder.text.quotes import Quote

__all__ = ["add_rules", "without_names"]

# An inner statement's content is at most this share of the outer one's.
_INNER = 0.95
# A quotation mark at either end.
_MARKS = 2
# Less than this of a content does not tell what is said.
_MOST = 0.6
# Rules of this score and above are right more often than not where the networks found nothing.
_SURE = 0.55
# A plain verb of saying with its subject: sure enough to stand around what the networks found.
_SURER = 0.8

_WANTING = frozenset("want seek intend plan wish aim hope".split())


def add_rules(
    learned: Sequence[Draft], ruled: Sequence[Draft], quotes: Sequence[Quote]
) -> list[Draft]:
    """Return the learned drafts with those of the rules that go with them.

    The rules speak within contents (PolNeAR, which taught the networks, marks one level), after
    colons, and, where they are sure, beside the contents and around whole ones, as headings do.
    """
    learned = without_names(learned, ruled)
    colons = [d for d in ruled if d.colon]
    insets = [d for d in ruled if _is_inset(d)]
    whole = [_whole(d, insets, learned) for d in learned if not _share_cue(d, colons)]
    drafts = [
        _with_first_quotation(_without_others(d, ruled), ruled, quotes, learned) for d in whole
    ]
    drafts += colons
    more = [
        d
        for d in (_cut_to(each, drafts) for each in ruled)
        if not d.colon
        and not _share_cue(d, drafts)
        and not ((_is_first_person(d) or _is_ascribed(d)) and _lies_within(d, drafts))
        and (
            _lies_within(d, drafts)
            or (_is_sure(d) and _lies_apart(d, drafts, quotes))
            or ((d.verb is None or d.score >= _SURER) and _lies_around(d, drafts))
        )
    ]
    return [*drafts, *more]


def without_names(drafts: Sequence[Draft], ruled: Sequence[Draft]) -> list[Draft]:
    """Return the drafts but those that tell only whom a heading or a turn names as its speaker.

    In "Norland seeks to fail the talks: mayor" Norland does not say "mayor".
    """
    names = [s for d in ruled if d.verb is None for s in d.source]
    return [
        d for d in drafts if not all(any(name.contains(s) for name in names) for s in d.content)
    ]


def _without_others(draft: Draft, ruled: Sequence[Draft]) -> Draft:
    """Return the draft without a later part that has a speaker and a cue of its own behind it.

    In "The road is shut," she said. "Nobody drives," he added the networks sometimes give her both.
    """
    if not draft.cue:
        return draft
    end = max(span.end for span in draft.cue)
    others = [
        d
        for d in ruled
        if d.score >= _SURER and d.source and not d.colon and min(s.start for s in d.cue) > end
    ]
    kept = tuple(
        span
        for place, span in enumerate(draft.content)
        if not place or span.start < end or not any(_is_anothers(span, d) for d in others)
    )
    return draft if kept == draft.content else replace(draft, content=kept)


def _is_anothers(span: Span, other: Draft) -> bool:
    """Say whether a part is the content of another draft, whose cue follows it."""
    first = min(s.start for s in other.cue)
    held = overlap([span], other.content)
    return span.end <= first and held >= _MOST * max(len(span), sum(map(len, other.content)))


def _with_first_quotation(
    draft: Draft, ruled: Sequence[Draft], quotes: Sequence[Quote], learned: Sequence[Draft]
) -> Draft:
    """Return the draft with the quotation before its cue, if it has but the one behind it.

    Of “Slander,” the mayor said of it. “Not a word is true.” the networks may take the second only.
    """
    inner = {quote.inner for quote in quotes}
    behind = min(s.start for s in draft.content) > max((s.end for s in draft.cue), default=0)
    if not draft.cue or not behind or not inner.issuperset(draft.content):
        return draft
    taken = [s for d in learned for s in (*d.content, *d.cue, *d.source)]
    for other in ruled:
        first = [
            q
            for q in quotes
            if (q.inner,) == other.content[:1] and q.outer.end <= other.cue[0].start
        ]
        if first and overlap(other.cue, draft.cue) and not overlap([first[0].outer], taken):
            return replace(draft, content=merge([*other.content[:1], *draft.content]))
    return draft


def _lies_within(draft: Draft, outer: Sequence[Draft]) -> bool:
    """Say whether cue, source and content of a draft lie in one and the same other's content."""
    own = (*draft.content, *draft.cue, *draft.source)
    size = sum(len(s) for s in draft.content)
    return bool(draft.cue) and any(
        size < _INNER * sum(len(s) for s in other.content)
        and all(any(held.contains(s) for held in other.content) for s in own)
        for other in outer
    )


def _is_first_person(draft: Draft) -> bool:
    """Say whether it tells what "I" or "we" think or say now: whose words these are says it."""
    verb = draft.verb
    if verb is None or getattr(verb, "tag_", "") != "VBP":
        return False
    return any(c.dep_ == "nsubj" and c.lower_ in {"i", "we"} for c in verb.children)


def _is_ascribed(draft: Draft) -> bool:
    """Say whether it tells what another seeks or does not want: "Norland seeks to win time".

    Who says so charges Norland with it, and that is no word of Norland's.
    """
    verb = draft.verb
    lemma = getattr(verb, "lemma_", "").lower()
    if verb is None or lemma not in _WANTING or not (lemma == "seek" or is_negated(verb)):
        return False
    subject = child(verb, "nsubj", "nsubjpass")
    return subject is not None and subject.pos_ in {"NOUN", "PROPN"}


def _is_inset(draft: Draft) -> bool:
    """Say whether the cue stands inside the clause that it tells of: "ties, she said, are"."""
    return len(draft.content) > 1 and getattr(draft.verb, "dep_", "") == "parataxis"


def _whole(draft: Draft, insets: Sequence[Draft], learned: Sequence[Draft]) -> Draft:
    """Return the draft with the whole clause into which its cue is set, if no other has any of it.

    Of "closer ties, she said, “are no threat” to anyone" the networks take what stands in quotes.
    """
    taken = [s for d in learned if d is not draft for s in (*d.content, *d.cue)]
    taken += [s for d in insets for s in d.cue if not overlap([s], draft.cue)]
    for other in insets:
        outside = sum(len(s) for s in draft.content) - overlap(draft.content, other.content)
        within = outside <= _MARKS * len(draft.content)
        free = overlap(draft.cue, other.cue) and not overlap(other.content, taken)
        if within and free:
            return replace(draft, content=other.content)
    return draft


def _cut_to(draft: Draft, outer: Sequence[Draft]) -> Draft:
    """Return the draft without the end of its content that the one around it leaves out."""
    own = (*draft.cue, *draft.source)
    size = sum(len(s) for s in draft.content)
    for other in outer:
        around = draft.cue and all(any(held.contains(s) for held in other.content) for s in own)
        shared = overlap(draft.content, other.content)
        if around and size > shared >= _MOST * size:
            kept = (
                Span(max(s.start, held.start), min(s.end, held.end))
                for s in draft.content
                for held in other.content
                if s.overlaps(held)
            )
            return replace(draft, content=merge(kept))
    return draft


def _is_sure(draft: Draft) -> bool:
    """Say whether a rule is sure enough to speak where the networks are silent.

    Headings ("claim: speaker") always are: the articles that taught the networks have few.
    """
    return draft.verb is None or draft.score >= _SURE


def _share_cue(draft: Draft, others: Sequence[Draft]) -> bool:
    """Say whether a draft has its cue in common with one of the others.

    What follows a colon without marks runs on to the end of its paragraph; the networks, taught on
    copy that marks what it quotes, stop too soon there.
    """
    return any(overlap(draft.cue, other.cue) for other in others)


def _lies_apart(draft: Draft, others: Sequence[Draft], quotes: Sequence[Quote]) -> bool:
    """Say whether a draft's content touches no other's content or cue, and nobody quotes the cue.

    What is told inside a quotation is the quoted one's to tell: without a statement of hers it
    would be taken for the publisher's.
    """
    taken = [s for other in others for s in (*other.content, *other.cue)]
    quoted = any(q.inner.contains(s) for q in quotes for s in draft.cue)
    return not quoted and not overlap(draft.content, taken)


def _lies_around(draft: Draft, others: Sequence[Draft]) -> bool:
    """Say whether a draft's content holds others whole, cue, source and content, and cuts none.

    Of "he said that she demanded it" PolNeAR marks one, and the networks sometimes the inner one.
    """
    held = 0
    for other in others:
        own = (*other.content, *other.cue, *other.source)
        if overlap(own, (*draft.cue, *draft.source)):
            return False
        if overlap(own, draft.content):
            if not all(any(c.contains(s) for c in draft.content) for s in own):
                return False
            held += 1
    return held > 0 and bool(draft.source)
