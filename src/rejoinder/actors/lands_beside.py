"""Lands that a text names only beside other words: "Norlandic websites", "a blast in Northaven".

They are nobody's mention as the guidelines have it, and yet the only words for whose it is.
"""

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from rejoinder.actors.gazetteer import Entry, Gazetteer, Hit, Use
from rejoinder.model.actor import Actor, ActorKind, Mention, MentionKind
from rejoinder.model.ids import ActorId
from rejoinder.model.span import Span

__all__ = ["find_lands_beside"]

_KINDS = {
    Use.DEMONYM: MentionKind.EPITHET,
    Use.PLACE: MentionKind.METONYM,
    Use.METONYM: MentionKind.METONYM,
}


def find_lands_beside(doc: Doc, gazetteer: Gazetteer) -> tuple[Actor, ...]:
    """Return the lands whose adjectives (epithets) and places (metonyms) the text has.

    Plurals ("the Norlanders") are people and not among them, nor is "ethnic Norlandic". Whether an
    actor goes into the record is for the events to say: it does where it takes part in one.
    """
    text = [token.text for token in doc]
    mentions: dict[str, list[Mention]] = defaultdict(list)
    entries: dict[str, Entry] = {}
    for hit in gazetteer.find(text, [word.lower() for word in text]):
        entry = _land(hit, text)
        if entry is None or text[max(0, hit.first - 1)].lower() == "ethnic":
            continue
        first, last = doc[hit.first], doc[hit.last - 1]
        span = Span(first.idx, last.idx + len(last))
        entries[entry.id] = entry
        mentions[entry.id].append(Mention(span=span, kind=_KINDS[hit.sense.use]))
    return tuple(
        Actor(
            id=ActorId(key),
            name=entry.name,
            aliases=(),
            kind=entry.kind,
            country=entry.country,
            sector=entry.sector,
            role=None,
            mentions=tuple(mentions[key]),
            claimed_by=tuple(ActorId(one) for one in entry.claimed_by),
        )
        for key, entry in sorted(entries.items())
    )


def _land(hit: Hit, text: Sequence[str]) -> Entry | None:
    """Return the land that an adjective or a place belongs to."""
    sense, entry = hit.sense, hit.sense.entry
    if sense.use not in _KINDS or sense.plural or entry is None or not entry.land:
        return None
    # Whose a place in a contested territory is, is not for the gazetteer to say; the territory by
    # its own name is itself.
    own = " ".join(text[hit.first : hit.last]).replace(" - ", "-").casefold()
    contested = entry.kind is not ActorKind.STATE and sense.use is not Use.DEMONYM
    contested = contested and own not in entry.name.casefold()
    return None if contested else entry
