"""Config: how to train."""

from dataclasses import asdict, dataclass

__all__ = ["Config"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """How to train.

    Attributes:
        size: most pieces in a batch.
        minutes: stop lowering the rate by then, wall clock; 0 for no limit. The rate falls with
            whichever is further on, epochs or time, so that a slow machine ends well too.
        tempting: least probability at which a wrong cue is shown to the role head.
    """

    seed: int = 7
    epochs: int = 6
    minutes: float = 0.0
    size: int = 1536
    rate: float = 8e-5
    head_rate: float = 6e-4
    decay: float = 0.01
    warm: float = 0.08
    smooth: float = 0.05
    cue_weight: float = 4.0
    role_weight: float = 4.0
    tempting: float = 0.25

    def as_dict(self) -> dict[str, object]:
        """Return the settings for the manifest."""
        return asdict(self)
