"""Settings: how to teach the pair coder."""

from dataclasses import asdict, dataclass

__all__ = ["PairConfig"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairConfig:
    """How to teach the pair coder.

    Attributes:
        made: sentences made from patterns for each type.
        first_epochs: rounds over the made sentences alone.
        epochs: rounds over the gold, each with ``beside`` made sentences.
        made_weight: what a made sentence counts beside one of gold.
        fixed: lower layers that stay as they are; word embeddings always do.
        falling: each layer learns at this share of the rate of the one above.
        hidden: share of words hidden while teaching.
        size: most pieces in a batch.
        averaged: last epochs whose weights are averaged.
        runs: times that the gold is learned, each in its own order; their weights are averaged.
    """

    seed: int = 7
    made: int = 100
    first_epochs: int = 2
    epochs: int = 5
    beside: int = 300
    made_weight: float = 0.5
    fixed: int = 0
    falling: float = 0.9
    hidden: float = 0.08
    size: int = 640
    rate: float = 1.2e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    warm: float = 0.1
    smooth: float = 0.1
    rare: float = 0.5
    averaged: int = 2
    runs: int = 2

    def as_dict(self) -> dict[str, object]:
        """Return the settings for the manifest."""
        return asdict(self)
