"""Types: the order of the network's answers, and PLOVER's older type YIELD."""

from typing import Final

from rejoinder.model.event import EventType

__all__ = ["FOLDED", "QUAD", "TYPES", "YIELD", "folded"]

TYPES: Final = tuple(EventType)
# CAMEO's YIELD, which the manual of 2021 parted into words (CONCEDE) and deeds (RETREAT).
YIELD: Final = "YIELD"
_YIELDING: Final = (EventType.CONCEDE, EventType.RETREAT)
FOLDED: Final = tuple(dict.fromkeys(YIELD if one in _YIELDING else one.value for one in TYPES))
# 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict; YIELD as the data have it.
QUAD: Final = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
    "COOPERATE": 2, "AID": 2, "RETREAT": 2, "YIELD": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip


def folded(event_type: EventType) -> str:
    """Return the type's name among the fifteen that keep YIELD whole."""
    return YIELD if event_type in _YIELDING else event_type.value
