"""Rejoinder: who said what about whom, and what they answered.

The public names are imported on first use, so that ``import rejoinder`` loads neither the language
model nor the database.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.metadata import version

    from rejoinder.api import Ledger, Statements, code_pairs, evaluate, extract, plover_events
    from rejoinder.errors import (
        ArticleError,
        ConfigError,
        GoldError,
        LedgerError,
        LedgerForeign,
        LedgerLocked,
        LedgerNotFound,
        LedgerVersionError,
        ModelNotInstalled,
        NotFound,
        RecordError,
        RejoinderError,
    )
    from rejoinder.events.pairs.coder import CodedPair
    from rejoinder.exports.plover import PloverEvent
    from rejoinder.model.actor import Actor, ActorKind, Mention, MentionKind
    from rejoinder.model.article import Article, Zone, ZoneKind
    from rejoinder.model.claim import Claim, ClaimPart, ClaimStatus, Side, Voices
    from rejoinder.model.date import DateInterval, Precision
    from rejoinder.model.event import Event, EventType, Modality
    from rejoinder.model.exchange import Exchange, Turn
    from rejoinder.model.failure import Failure, Reason
    from rejoinder.model.link import Link, Relation
    from rejoinder.model.record import ArticleRecord
    from rejoinder.model.span import Span
    from rejoinder.model.statement import Act, Quotation, Relay, Statement

    __version__ = version("rejoinder")

__all__ = [
    "Act",
    "Actor",
    "ActorKind",
    "Article",
    "ArticleError",
    "ArticleRecord",
    "Claim",
    "ClaimPart",
    "ClaimStatus",
    "CodedPair",
    "ConfigError",
    "DateInterval",
    "Event",
    "EventType",
    "Exchange",
    "Failure",
    "GoldError",
    "Ledger",
    "LedgerError",
    "LedgerForeign",
    "LedgerLocked",
    "LedgerNotFound",
    "LedgerVersionError",
    "Link",
    "Mention",
    "MentionKind",
    "Modality",
    "ModelNotInstalled",
    "NotFound",
    "PloverEvent",
    "Precision",
    "Quotation",
    "Reason",
    "RecordError",
    "RejoinderError",
    "Relation",
    "Relay",
    "Side",
    "Span",
    "Statement",
    "Statements",
    "Turn",
    "Voices",
    "Zone",
    "ZoneKind",
    "__version__",
    "code_pairs",
    "evaluate",
    "extract",
    "plover_events",
]

_HOMES = {
    "rejoinder.api": (
        "Ledger",
        "Statements",
        "code_pairs",
        "evaluate",
        "extract",
        "plover_events",
    ),
    "rejoinder.events.pairs.coder": ("CodedPair",),
    "rejoinder.exports.plover": ("PloverEvent",),
    "rejoinder.model.actor": ("Actor", "ActorKind", "Mention", "MentionKind"),
    "rejoinder.model.article": ("Article", "Zone", "ZoneKind"),
    "rejoinder.model.claim": ("Claim", "ClaimPart", "ClaimStatus", "Side", "Voices"),
    "rejoinder.model.date": ("DateInterval", "Precision"),
    "rejoinder.model.event": ("Event", "EventType", "Modality"),
    "rejoinder.model.exchange": ("Exchange", "Turn"),
    "rejoinder.model.failure": ("Failure", "Reason"),
    "rejoinder.model.link": ("Link", "Relation"),
    "rejoinder.model.record": ("ArticleRecord",),
    "rejoinder.model.span": ("Span",),
    "rejoinder.model.statement": ("Act", "Quotation", "Relay", "Statement"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - as many types as there are names
    """Import a public name on first use (PEP 562)."""
    if name == "__version__":
        from importlib.metadata import version

        return version("rejoinder")
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = next((home for home, names in _HOMES.items() if name in names), "rejoinder.errors")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
