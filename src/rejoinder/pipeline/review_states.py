"""What the reviews of each statement come to, and how each reviewer reads it; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rejoinder.ledger.review_book import Reviewed, ReviewerReading
from rejoinder.model.ids import ArticleId, StatementId
from rejoinder.model.review import Reading, Review
from rejoinder.model.statement import Statement
from rejoinder.pipeline.correcting import Corrected

__all__ = ["Group", "states_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The standing reviews of one statement.

    Attributes:
        standing: in the order of their time.
        template: how a machine read the statement; None where none did.
        carried: all of them were made on an earlier text of the article.
        lost: the words of that text are not in this one.
    """

    article: ArticleId
    root: StatementId
    standing: tuple[Review, ...]
    template: Statement | None
    carried: bool
    lost: bool = False


def states_of(
    groups: Iterable[Group], found: Corrected
) -> tuple[list[Reviewed], list[ReviewerReading]]:
    """Return what the reviews come to, and how each reviewer reads each statement."""
    states: list[Reviewed] = []
    readings: list[ReviewerReading] = []
    for group in groups:
        current = None if group.lost else found.current.get(group.root)
        latest = _latest(group.standing)
        own = [_reading(group, each, current) for each in latest]
        readings += own
        judging = [each for each in own if not each.adjudicates]
        states.append(
            Reviewed(
                article=group.article,
                root=group.root,
                current=current,
                state=_state(group, found),
                reviewers=len({each.reviewer for each in own}),
                differs=len({_value(each) for each in judging}) > 1,
                adjudicated=len(judging) < len(own),
                carried=group.carried,
            )
        )
    return states, readings


def _latest(standing: Sequence[Review]) -> list[Review]:
    """Return what each reviewer judged last; who adjudicates does so in another part."""
    found = {(each.reviewer, each.adjudicates): each for each in standing if each.judges}
    return [found[key] for key in sorted(found)]


def _reading(group: Group, review: Review, current: StatementId | None) -> ReviewerReading:
    return ReviewerReading(
        article=group.article,
        root=group.root,
        reviewer=review.reviewer,
        adjudicates=review.adjudicates,
        current=current,
        rejected=review.decision.value == "reject",
        reading=review.reading,
        decided=review.decided,
        carried=group.carried,
    )


def _value(each: ReviewerReading) -> Reading | None:
    """Return what a reviewer says of a statement, to be compared with what others say."""
    return None if each.rejected else each.reading


def _state(group: Group, found: Corrected) -> str:
    if group.lost or group.root in found.unfit:
        return "unfit"
    judged = [each for each in group.standing if each.judges]
    if not judged:
        return "noted"
    if group.root not in found.kept:
        return "rejected"
    return "corrected" if group.root in found.changed else "accepted"
