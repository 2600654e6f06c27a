"""identity.rules.v1: verdicts on pairs of actors, from what is known of each."""

from collections.abc import Sequence

from rejoinder.actors.ports import Registry
from rejoinder.model.judgement import Judgement
from rejoinder.model.profile import Profile

__all__ = ["STAGE", "judge"]

STAGE = "identity.rules.v1"


def judge(new: Sequence[Profile], registry: Registry) -> tuple[Judgement, ...]:
    """Return the judgements that new profiles bring or change, by pair.

    Only blocks in which something new is known are judged again. A judgement is returned where
    verdict or grounds differ from the latest on that pair, and WITHDRAWN where one no longer holds.
    The final verdicts depend on the union of all profiles, not on the order in which they came.

    Args:
        new: of one batch; several may be of one ref.
        registry: as it was before the batch.
    """
    return ()
