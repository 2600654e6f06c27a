"""What an exchange is shown as: its parties and turns, with words, publishers and dates."""

from dataclasses import dataclass

from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act

__all__ = ["AnswerView", "ExchangeView", "TurnView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """That a turn answers an earlier one.

    Attributes:
        turn: number of the turn that is answered.
        evidence: the words that mark it, or None where it is inferred.
        score: how likely it is that both are said, 0 to 1; of a repetition, how alike they are.
    """

    turn: int
    relation: Relation
    explicit: bool
    evidence: str | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnView:
    """One turn, with all that a reader needs.

    Attributes:
        number: place in the exchange, from 1.
        speaker: name of the speaker, of several joined by "and"; the words of the source where
            nobody is known by name; None where the text names nobody.
        role: office or affiliation of the first speaker, or None.
        about: names of those whom it is about.
        told_by: speaker of the statement that it is nested in, in the same form as ``speaker``;
            None where it is told by itself.
        words: the content; ``APART`` joins what the article keeps apart.
        cue: the words that mark the attribution, in the same form; empty where none do.
        date: when it was said, else when the article came out, else None.
        depth: how deep it is nested in what others say; 0 where it is told by itself.
        unanswered: an accusation or demand that no turn answers.
        ids: of the speakers, in the ledger; empty where nobody is known by name.
    """

    number: int
    statement_id: StatementId
    speaker: str | None
    role: str | None
    about: tuple[str, ...]
    told_by: str | None
    act: Act
    words: str
    publisher: str | None
    article_id: ArticleId
    article_ref: str
    date: DateInterval | None
    answers: tuple[AnswerView, ...]
    depth: int
    unanswered: bool
    ids: tuple[ActorId, ...] = ()
    cue: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeView:
    """One exchange.

    Attributes:
        parties: their names, who speaks most first.
        opened_by: speaker of the first turn.
        last_word: speaker of the last turn.
        calls: how many of the turns accuse or demand; what is told again counts once.
        unanswered: to how many of these no turn answers; the ledger may lack the answer.
        mediators: names of those who offer to mediate in it.
    """

    id: str
    title: str
    parties: tuple[str, ...]
    turns: tuple[TurnView, ...]
    opened_by: str | None
    last_word: str | None
    calls: int
    unanswered: int
    mediators: tuple[str, ...] = ()
