"""The words by which pages and reports call acts, relations, sides, numbers and days."""

from typing import Final

from rejoinder.model.claim import ClaimStatus, Side
from rejoinder.model.date import DateInterval
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act, Quotation

__all__ = [
    "ACTS_DONE",
    "ANSWERED",
    "DIRECT_ACTS",
    "RELATIONS_DONE",
    "SIDES_DONE",
    "STATUSES",
    "TOLD",
    "counted",
    "day_text",
    "with_cue",
]

ACTS_DONE: Final = {
    Act.ACCUSE: "accuses",
    Act.CRITICISE: "criticises",
    Act.DENY: "denies",
    Act.REFUSE: "refuses",
    Act.DEMAND: "demands",
    Act.WARN: "warns",
    Act.SUPPORT: "supports",
    Act.OFFER: "offers",
    Act.AGREE: "agrees",
    Act.ADMIT: "admits",
    Act.INTEND: "intends",
    Act.PREDICT: "predicts",
    Act.ASSERT: "says",
}

DIRECT_ACTS: Final = frozenset({Act.ACCUSE, Act.CRITICISE, Act.SUPPORT, Act.WARN})
"""Acts of which the words take the one who is meant: accuses Norland, but says, about Norland."""

TOLD: Final = {
    Quotation.DIRECT: "in own words",
    Quotation.MIXED: "partly in own words",
    Quotation.INDIRECT: "retold",
}

RELATIONS_DONE: Final = {
    Relation.ANSWERS: "answers",
    Relation.DENIES: "denies",
    Relation.COUNTERS: "counters",
    Relation.REFUSES: "refuses",
    Relation.ACCEPTS: "accepts",
    Relation.SUPPORTS: "adds to",
    Relation.CONTRADICTS: "contradicts",
    Relation.REPEATS: "repeats",
    Relation.MEDIATES: "mediates in",
}

ANSWERED: Final = {
    Relation.ANSWERS: "answered by",
    Relation.DENIES: "denied by",
    Relation.COUNTERS: "countered by",
    Relation.REFUSES: "refused by",
    Relation.ACCEPTS: "accepted by",
    Relation.SUPPORTS: "added to by",
    Relation.CONTRADICTS: "contradicted by",
    Relation.REPEATS: "repeated by",
    Relation.MEDIATES: "mediated by",
}

SIDES_DONE: Final = {
    Side.ASSERTS: "asserts it",
    Side.DENIES: "denies it",
    Side.CONCEDES: "concedes it",
}

STATUSES: Final = {
    ClaimStatus.CONTESTED: "Contested",
    ClaimStatus.CONCEDED: "Conceded",
    ClaimStatus.DENIED: "Denied",
    ClaimStatus.UNCONTESTED: "Uncontested",
}

_FEW: Final = 3
_TELLING: Final = frozenset({Act.ASSERT, Act.PREDICT, Act.INTEND})
_SAYING: Final = frozenset(
    "say says said saying add adds added adding tell tells told telling state states stated "
    "stating note notes noted noting write writes wrote writing claim claims claimed claiming "
    "argue argues argued arguing believe believes believed declare declares declared "
    "declaring insist insists insisted insisting explain explains explained explaining point "
    "points pointed pointing emphasise emphasises emphasised emphasize emphasizes emphasized "
    "according".split()
)
_MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Return the count with its noun: ``1 article``, ``2 articles``, ``12,000 articles``."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"


def with_cue(words: str, cue: str, act: Act | None = None) -> str:
    """Return a statement's words, if they are few with what attributes them: ``[denied] that``.

    "The charge" alone leaves open whether somebody made it or denied it. Square brackets tell, as
    they do in print, what is no part of the words.

    Args:
        words: what is said.
        cue: what attributes it; empty where nothing does.
        act: what is done by it, where no act stands beside the words: "their talks with the rebels"
            does not tell that he criticises them. What is only said needs no cue.
    """
    few, cue = len(words.split()) <= _FEW, cue.strip(" ,;:")
    return f"[{cue}] {words}" if cue and (few or _is_object(words, cue, act)) else words


def _is_object(words: str, cue: str, act: Act | None) -> bool:
    """Say whether words are what is criticised, offered or the like, and no sentence."""
    if act is None or act in _TELLING or words.casefold().startswith("that "):
        return False
    return _SAYING.isdisjoint(cue.casefold().split())


def day_text(date: DateInterval | None) -> str:
    """Return a date for people, as short as its precision allows; empty where it is not known."""
    if date is None:
        return ""
    first, last = date.start, date.end
    if first == last:
        return f"{first.day} {_MONTHS[first.month - 1]} {first.year}"
    if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12) and first.year == last.year:
        return str(first.year)
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day > 27:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    begin = (
        f"{first.day}" if first.month == last.month else f"{first.day} {_MONTHS[first.month - 1]}"
    )
    if first.year != last.year:
        begin = (
            f"{begin} {first.year}"
            if first.month != last.month
            else (f"{first.day} {_MONTHS[first.month - 1]} {first.year}")
        )
    return f"{begin} – {last.day} {_MONTHS[last.month - 1]} {last.year}"
