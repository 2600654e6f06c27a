"""Claims as people look at them: who asserts, who denies, in which outlets; never who is right."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rejoinder.exchanges.claims.group import group_claims
from rejoinder.model.claim import Claim, ClaimPart, ClaimStatus, Side
from rejoinder.model.copies import Report
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.span import words_of
from rejoinder.model.statement import Act
from rejoinder.views.claim_matter import concepts_in, names_concepts
from rejoinder.views.shelf import Records, Shelf, SpokenView, fits_days

__all__ = [
    "ClaimFilter",
    "ClaimView",
    "OutletView",
    "VoiceView",
    "claim_rank",
    "find_claims",
    "view_claim",
]

_ORDER = tuple(ClaimStatus)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """Which claims to show; what is None does not count, the rest must all hold.

    Attributes:
        contested: only those that one party asserts and another denies.
        party: an actor's id, or part of a name, of one who takes a side.
        ids: with ``party``: ids of actors that go by it too.
        matter: words that its statements hold, or names of who speaks in them or whom they are
            about, in any form and order; synonyms will do.
        since: first day on which one of its statements may have been made.
        until: last day on which one of its statements may have been made.
    """

    contested: bool = False
    party: str | None = None
    ids: Collection[ActorId] = ()
    matter: str | None = None
    since: date | None = None
    until: date | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceView:
    """One who takes a side, with the statements that show it.

    Attributes:
        speaker: as in `rejoinder.views.shelf.SpokenView`.
        origins: from how many independent origins the statements come; copies count once.
        statements: by date, undated last.
    """

    side: Side
    speaker: str | None
    ids: tuple[ActorId, ...]
    origins: int
    statements: tuple[SpokenView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletView:
    """What one publisher carried: statements by side."""

    publisher: str | None
    asserts: int
    denies: int
    concedes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim.

    Attributes:
        words: how the first who asserts it puts it; the first who denies it where nobody does. Of
            a statement that puts forward other things too, the words of this.
        cue: the words by which the article attributes these; empty where none do.
        act: what is done by these.
        voices: who asserts it first, then who denies, then who concedes.
        outlets: by name, unknown last.
        origins: from how many independent origins its statements come.
    """

    id: str
    words: str
    status: ClaimStatus
    voices: tuple[VoiceView, ...]
    outlets: tuple[OutletView, ...]
    origins: int
    cue: str = ""
    act: Act = Act.ASSERT


def find_claims(
    reader: Records,
    reports: Iterable[Report],
    wanted: ClaimFilter,
    plain: Records | None = None,
) -> list[ClaimView]:
    """Return the claims: contested first, then by how many origins tell of them, then the latest.

    Args:
        reader: where the records come from, in the ids of the ledger.
        reports: what is known of copies of their articles.
        wanted: which.
        plain: the same, where they are not to be compared by the names that the ledger gives to
            actors, but by those of each article; what an actor is called puts no words together.
    """
    shelf = Shelf(reader.records(), reports)
    records = shelf.records if plain is None else plain.records()
    found = [
        view_claim(claim, shelf)
        for claim in group_claims(records, shelf.links)
        if _is_wanted(claim, wanted, shelf)
    ]
    return sorted(found, key=claim_rank)[: wanted.limit]


def _is_wanted(claim: Claim, wanted: ClaimFilter, shelf: Shelf) -> bool:
    if wanted.contested and claim.status is not ClaimStatus.CONTESTED:
        return False
    ids = frozenset[ActorId]().union(*(part.voices.parties for part in claim.parts))
    if (
        wanted.party is not None
        and ids.isdisjoint(wanted.ids)
        and not shelf.goes_by(sorted(ids), wanted.party)
    ):
        return False
    spoken = [shelf.spoken(part.statement_id) for part in claim.parts]
    if wanted.matter is not None and not names_concepts(
        shelf, (part.statement_id for part in claim.parts), concepts_in(wanted.matter)
    ):
        return False
    return fits_days([each.date for each in spoken], wanted.since, wanted.until)


def view_claim(claim: Claim, shelf: Shelf) -> ClaimView:
    """Return a claim as it is shown; the shelf has its statements."""
    voices = _voices(claim.parts, shelf)
    first = min(voices[0].statements, key=_wording)
    spans = {part.statement_id: part.words for part in claim.parts}[first.statement_id]
    return ClaimView(
        id=claim.id,
        words=words_of(spans, shelf.article(first.statement_id).text) if spans else first.words,
        status=claim.status,
        voices=voices,
        outlets=_outlets(claim.parts, shelf),
        origins=shelf.origins({part.article_id for part in claim.parts}),
        cue=first.cue,
        act=first.act,
    )


def _wording(spoken: SpokenView) -> tuple[bool, bool, tuple[bool, date, str, str]]:
    """Return how fit a statement is to stand for a claim: told by itself, of more than a word."""
    return (len(spoken.words.split()) < 4, spoken.told_by is not None, _when(spoken))


def _voices(parts: Sequence[ClaimPart], shelf: Shelf) -> tuple[VoiceView, ...]:
    groups: dict[tuple[Side, tuple[ActorId, ...], str | None], list[ClaimPart]] = {}
    for part in parts:
        ids = tuple(sorted(part.voices.speakers))
        name = None if ids else shelf.spoken(part.statement_id).speaker
        groups.setdefault((part.side, ids, name), []).append(part)
    voices = [
        VoiceView(
            side=side,
            speaker=shelf.spoken(own[0].statement_id).speaker,
            ids=ids,
            origins=shelf.origins({part.article_id for part in own}),
            statements=tuple(sorted((shelf.spoken(part.statement_id) for part in own), key=_when)),
        )
        for (side, ids, _), own in groups.items()
    ]
    sides = tuple(Side)
    return tuple(
        sorted(
            voices,
            key=lambda voice: (sides.index(voice.side), _when(voice.statements[0]), voice.ids),
        )
    )


def _outlets(parts: Iterable[ClaimPart], shelf: Shelf) -> tuple[OutletView, ...]:
    carried: dict[str | None, list[Side]] = {}
    for part in parts:
        carried.setdefault(shelf.spoken(part.statement_id).publisher, []).append(part.side)
    return tuple(
        OutletView(
            publisher=name,
            asserts=carried[name].count(Side.ASSERTS),
            denies=carried[name].count(Side.DENIES),
            concedes=carried[name].count(Side.CONCEDES),
        )
        for name in sorted(carried, key=lambda name: (name is None, name or ""))
    )


def _when(spoken: SpokenView) -> tuple[bool, date, str, StatementId]:
    day = spoken.date
    return (day is None, day.start if day else date.max, spoken.article_ref, spoken.statement_id)


def _last(claim: ClaimView) -> int:
    days: list[DateInterval | None] = [
        each.date for voice in claim.voices for each in voice.statements
    ]
    return max((day.end.toordinal() for day in days if day is not None), default=0)


def claim_rank(claim: ClaimView) -> tuple[int, int, int, int, str]:
    """Return the place of a claim in lists."""
    statements = sum(len(voice.statements) for voice in claim.voices)
    return (_ORDER.index(claim.status), -claim.origins, -statements, -_last(claim), claim.id)
