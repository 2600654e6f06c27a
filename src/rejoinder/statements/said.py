"""When a statement was made, where the text says so and it can be resolved."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rejoinder.model.actor import Actor
from rejoinder.model.article import Article, ZoneKind
from rejoinder.model.date import DateInterval
from rejoinder.model.statement import Attribution, Cast
from rejoinder.model.time import Timing
from rejoinder.statements.occasions import Occasion, speak_on
from rejoinder.statements.timing import Said, timing_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["date_statements"]

# Verbs of saying that any two statements of one speaker can share.
_GENERAL = frozenset({"say", "tell", "add", "state", "call", "be", "have", "make"})


def date_statements(
    article: Article,
    doc: "Doc",
    attributions: Sequence[Attribution],
    casts: Sequence[Cast],
    actors: Sequence[Actor],
    times: Sequence[Timing],
) -> tuple[DateInterval | None, ...]:
    """Return for each attribution when it was said, or None where the text leaves it open.

    A phrase that belongs to the cue comes first, then the head of the timeline's entry that it
    stands in. Who speaks on, in the past tense and with no other date, does so on the same
    occasion; a title is of the day of the statement that it takes up, word of saying and speaker
    alike. The day of publication is never taken for the day of saying.

    Args:
        article: the article.
        doc: the parse of its text.
        attributions: what was found.
        casts: who speaks in each, in the same order.
        actors: the actors of the article.
        times: its phrases of time, resolved.
    """
    if not times:
        return (None,) * len(attributions)
    said = [Said(doc, one, cast) for one, cast in zip(attributions, casts, strict=True)]
    own = {n: t for n, one in enumerate(said) if (t := timing_of(one, attributions, times))}
    heads = [zone.span for zone in article.zones if zone.kind is ZoneKind.TITLE]
    titles = frozenset(
        n for n, one in enumerate(said) if any(h.start <= one.start < h.end for h in heads)
    )
    dated: dict[int, Occasion] = {n: Occasion(timing.meant) for n, timing in own.items()}
    listed = _in_timeline(said, times)
    told = [t for t in times if t not in own.values() and t.covers is None]
    apart = titles | listed.keys()
    dated |= speak_on(doc, said, actors, dated, told, apart=apart, published=article.published)
    dated |= {n: occasion for n, occasion in listed.items() if n not in dated}
    for n in titles - dated.keys():
        taken_up = _taken_up(n, said, dated)
        if taken_up is not None:
            dated[n] = taken_up
    return tuple(dated[n].date if n in dated else None for n in range(len(said)))


def _in_timeline(said: Sequence[Said], times: Sequence[Timing]) -> dict[int, Occasion]:
    """Return the statements that stand in an entry of a timeline, with its date."""
    entries = [(t.covers, t.meant) for t in times if t.covers is not None]
    return {
        n: Occasion(meant)
        for n, one in enumerate(said)
        for line, meant in entries
        if line.start <= one.start < line.end
    }


def _taken_up(title: int, said: Sequence[Said], dated: Mapping[int, Occasion]) -> Occasion | None:
    """Return the occasion of the first statement of the same speaker with the same telling verb."""
    verb = said[title].verb
    if verb is None or verb.lemma_.lower() in _GENERAL or not said[title].speaker:
        return None
    for n in sorted(range(len(said)), key=lambda n: said[n].start):
        other = said[n].verb
        same = other is not None and other.lemma_.lower() == verb.lemma_.lower()
        if n != title and same and said[n].speaker == said[title].speaker:
            return dated.get(n)
    return None
