"""What the right of reply is shown as: an accusation, its answers, and a table of publishers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rejoinder.exchanges.carrying import Carrying
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.statement import Act
from rejoinder.views.shelf import SpokenView

__all__ = [
    "AccusationView",
    "OutletReplies",
    "RepliesView",
    "ReplyView",
    "SilenceView",
    "count_carried",
    "outlet_replies",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyView:
    """What one speaker answers to an accusation, wherever it is told.

    Attributes:
        how: ``denies``, ``counters`` ...: the relation, or ``concedes``.
        by_target: it is the one who was accused, or speaks for that state.
        days_after: from the day of the accusation to that of the answer, both as first told; None
            where one of them is not known to a day, or the answer came first.
        explicit: the text of one of the statements marks what it answers.
        statements: by date, undated last.
        publishers: who carried the accusation and this answer too, by name.
    """

    speaker: str | None
    ids: tuple[ActorId, ...]
    how: tuple[str, ...]
    by_target: bool
    days_after: int | None
    explicit: bool
    statements: tuple[SpokenView, ...]
    publishers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceView:
    """A sentence that tells that somebody said nothing when asked; it does not say to what.

    Attributes:
        statement_id: of the accusation that the same article tells.
    """

    words: str
    publisher: str | None
    statement_id: StatementId
    article_id: ArticleId
    article_ref: str
    date: DateInterval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccusationView:
    """An accusation, as often as it is told, with the answers that the ledger knows.

    Attributes:
        id: made from the least of its statements.
        about: names of those who are accused; empty where the text names nobody.
        words: as first told.
        statements: by date, undated last.
        publishers: who carried it, by name; where that is unknown, nobody is listed.
        replies: of the accused first.
        beside: where the accused is not known to answer it, what he answers to something else that
            the accuser says with it in the same article.
        heard: where the accused is not known to answer it, what else he is told to say in an
            article that carries it; what is about the accuser first, then by article what follows
            the accusation there.
        silent: where the accused is not known to answer it, where an article that carries it tells
            that he declined to comment or could not be reached.
        answered: the accused is known to have answered; None where nobody is named who could.
            False says that no answer is in this ledger, never that there was none.
    """

    id: str
    speaker: str | None
    about: tuple[str, ...]
    act: Act
    words: str
    date: DateInterval | None
    statements: tuple[SpokenView, ...]
    publishers: tuple[str, ...]
    replies: tuple[ReplyView, ...]
    beside: tuple[ReplyView, ...]
    heard: tuple[SpokenView, ...]
    silent: tuple[SilenceView, ...]
    answered: bool | None

    def comes_after(self, reply: ReplyView) -> bool:
        """Say whether an answer to it is first told before the accusation is."""
        answered = reply.statements[0].date
        return self.date is not None and answered is not None and answered.end < self.date.start


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletReplies:
    """What one publisher carried of accusations and answers: counts and what they are counts of.

    Attributes:
        publisher: None for all articles whose publisher is not known; such an article carries an
            answer only if it tells it itself.
        carried: accusations against somebody named.
        answered: of those, how many the accused answered somewhere in this ledger.
        answer_carried: of those that were answered, for how many it carried the answer too.
        same_day: of those answers, how many came on the day of the accusation, as first told.
        within_week: how many came one to seven days after it.
        later: how many came more than seven days after it; of what is left no day is known.
        unnamed: accusations beside ``carried`` that name nobody who could answer.
    """

    publisher: str | None
    carried: int
    answered: int
    answer_carried: int
    same_day: int
    within_week: int
    later: int
    unnamed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RepliesView:
    """Accusations with their answers, and per publisher how many of both.

    Attributes:
        accusations: the latest first, undated last.
        outlets: over those accusations, by name, unknown last.
    """

    accusations: tuple[AccusationView, ...]
    outlets: tuple[OutletReplies, ...]


def count_carried(
    accusations: Iterable[tuple[bool | None, Mapping[str | None, Carrying]]],
) -> tuple[OutletReplies, ...]:
    """Return per publisher how many accusations it carried and how many of their answers.

    Args:
        accusations: whether each was answered, as in `AccusationView`, and who carried what of it.
    """
    counts: dict[str | None, Counter[str]] = {}
    for answered, outlets in accusations:
        for publisher, carrying in outlets.items():
            count = counts.setdefault(publisher, Counter())
            count["unnamed" if answered is None else "carried"] += 1
            count["answered"] += bool(answered)
            count["answer_carried"] += carrying.answer
            count[carrying.delay] += 1
    return tuple(
        outlet_replies(name, counts[name])
        for name in sorted(counts, key=lambda name: (name is None, name or ""))
    )


def outlet_replies(publisher: str | None, counts: Mapping[str, int]) -> OutletReplies:
    """Return the row of a publisher; a count that is not given is 0."""
    names = ("carried", "answered", "answer_carried", "same_day", "within_week", "later", "unnamed")
    return OutletReplies(publisher=publisher, **{name: counts.get(name, 0) for name in names})
