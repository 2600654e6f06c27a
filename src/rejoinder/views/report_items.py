"""The parts of a report's page: exchanges, claims, accusations, statements, each with its place."""

from collections.abc import Iterator, Sequence
from typing import Final

from rejoinder.model.ids import StatementId
from rejoinder.model.span import Span
from rejoinder.model.statement import Act
from rejoinder.text.markup import Html, element
from rejoinder.text.phrases import (
    ACTS_DONE,
    DIRECT_ACTS,
    RELATIONS_DONE,
    SIDES_DONE,
    STATUSES,
    counted,
    day_text,
    with_cue,
)
from rejoinder.views.claims import ClaimView, VoiceView
from rejoinder.views.exchange import AnswerView, ExchangeView, TurnView
from rejoinder.views.reply import AccusationView, ReplyView
from rejoinder.views.report import Item, Report
from rejoinder.views.shelf import SpokenView
from rejoinder.views.statements import StatementView

__all__ = ["item_element", "name_of"]

_LONGEST: Final = 4000
"""Characters of one quotation; of a longer one the beginning is shown, and that it goes on."""


def item_element(item: Item, report: Report, key: str) -> Html:
    """Return what stands for one item; ``key`` is the beginning of ids within it."""
    if isinstance(item, ExchangeView):
        return _exchange(item, report, key)
    if isinstance(item, ClaimView):
        return _claim(item, report)
    if isinstance(item, AccusationView):
        return _accusation(item, report)
    return element("ul", _statement(item, report), class_="statements")


def name_of(name: str | None, unknown: str) -> Html:
    """Return a name, or what to say where it is not known."""
    return element("bdi", name) if name else element("span", unknown, class_="unknown")


def _exchange(view: ExchangeView, report: Report, key: str) -> Html:
    days = [turn.date for turn in view.turns if turn.date is not None]
    facts = [counted(len(view.turns), "turn")]
    if days:
        first = day_text(min(days, key=lambda day: day.start))
        last = day_text(max(days, key=lambda day: day.start))
        facts.append(first if first == last else f"{first} to {last}")
    facts.append(f"between {', '.join(view.parties) or 'nobody who is named'}")
    if view.unanswered:
        calls = counted(view.calls, "accusation or demand", "accusations and demands")
        facts.append(f"{view.unanswered} of {calls} without an answer in this ledger")
    if view.mediators:
        facts.append(f"mediation by {', '.join(view.mediators)}")
    heading = None if view.title == report.title else element("h3", view.title, dir="auto")
    turns = [_turn(turn, report, key) for turn in view.turns]
    return element(
        "article",
        heading,
        element("p", " · ".join(facts), class_="facts"),
        element("ol", *turns, class_="turns"),
    )


def _turn(turn: TurnView, report: Report, key: str) -> Html:
    extra = [turn.role] if turn.role else []
    if turn.told_by:
        extra.append(f"as told by {turn.told_by}")
    answers = [_answer(answer, key) for answer in turn.answers]
    if turn.unanswered:
        answers.append(element("li", "no answer in this ledger", class_="open"))
    return element(
        "li",
        element(
            "p",
            element("span", f"{turn.number}.", class_="number"),
            element("span", name_of(turn.speaker, "somebody not named"), class_="who"),
            *_does(turn.act, turn.about),
            element("span", f" ({'; '.join(extra)})", class_="facts") if extra else None,
            class_="who-line",
        ),
        _quoted(turn.words),
        element("ul", *answers, class_="plain answers") if answers else None,
        _where(turn.statement_id, report),
        id=f"{key}-turn-{turn.number}",
        class_="nested" if turn.depth else None,
    )


def _answer(answer: AnswerView, key: str) -> Html:
    how = "inferred, score " + format(answer.score, ".2f")
    if answer.explicit:
        how = f"the text marks it: “{answer.evidence}”" if answer.evidence else "the text marks it"
    return element(
        "li",
        element(
            "a",
            f"{RELATIONS_DONE[answer.relation]} {answer.turn}",
            href=f"#{key}-turn-{answer.turn}",
        ),
        f" ({how})",
    )


def _claim(view: ClaimView, report: Report) -> Html:
    count = sum(len(voice.statements) for voice in view.voices)
    origins = counted(view.origins, "independent origin")
    facts = f"{STATUSES[view.status]} · {counted(count, 'statement')} from {origins}"
    voices = [_voice(voice, report) for voice in view.voices]
    return element(
        "article",
        element("h3", _cut(with_cue(view.words, view.cue, view.act), 200), dir="auto"),
        element("p", facts, class_="facts"),
        element("ul", *voices, class_="sides"),
    )


def _voice(voice: VoiceView, report: Report) -> Html:
    return element(
        "li",
        element(
            "p",
            element("span", name_of(voice.speaker, "somebody not named"), class_="who"),
            f" {SIDES_DONE[voice.side]} ({counted(voice.origins, 'independent origin')})",
            class_="who-line",
        ),
        *_told(voice.statements, report),
    )


def _told(statements: Sequence[SpokenView], report: Report) -> Iterator[Html]:
    for each in statements:
        yield _quoted(each.words)
        by = f"as told by {each.told_by}" if each.told_by else None
        yield _where(each.statement_id, report, by)


def _accusation(view: AccusationView, report: Report) -> Html:
    about = ", ".join(view.about) or "somebody not named"
    replies = [_reply(each, report) for each in view.replies]
    if view.answered is False:
        replies.append(element("li", "no answer of the accused in this ledger", class_="open"))
    for each in view.silent:
        said = f"Asked, and told to have said nothing: “{each.words}”"
        replies.append(element("li", said, class_="facts"))
    if view.beside:
        said = "The accused answers something else that the speaker says in the same article:"
        replies += [element("li", said, class_="facts"), *(_reply(x, report) for x in view.beside)]
    if view.heard:
        heard = counted(len(view.heard), "statement")
        said = f"The accused is heard in the same article: {heard} not known to answer this."
        replies.append(element("li", said, class_="facts"))
    if view.answered is None:
        replies.append(element("li", "names nobody who could answer", class_="facts"))
    return element(
        "article",
        element(
            "h3",
            name_of(view.speaker, "Somebody not named"),
            *_does(view.act, [about]),
        ),
        element("p", _carried(view.publishers), class_="facts"),
        *_told(view.statements, report),
        element("ul", *replies, class_="sides"),
    )


def _carried(publishers: Sequence[str]) -> str:
    return f"Carried by {', '.join(publishers)}." if publishers else "Publisher unknown."


def _reply(view: ReplyView, report: Report) -> Html:
    whose = "the accused" if view.by_target else "another"
    when = "" if view.days_after is None else f", {counted(view.days_after, 'day')} later"
    return element(
        "li",
        element(
            "p",
            element("span", name_of(view.speaker, "somebody not named"), class_="who"),
            f" ({whose}) {', '.join(view.how)}{when}",
            class_="who-line",
        ),
        *_told(view.statements, report),
    )


def _statement(view: StatementView, report: Report) -> Html:
    speaker = " and ".join(each.name for each in view.speaker) or view.source
    via = ", ".join(each.name for each in view.relay)
    return element(
        "li",
        element(
            "p",
            element("span", name_of(speaker, "somebody not named"), class_="who"),
            *_does(view.act, [each.name for each in view.about]),
            element("span", f" (by way of {via})", class_="facts") if via else None,
            class_="who-line",
        ),
        _quoted(view.content),
        _where(view.id, report),
    )


def _does(act: Act, about: Sequence[str]) -> Iterator[str]:
    """Yield what a speaker does, and to or about whom."""
    yield f" {ACTS_DONE[act]}"
    if about:
        yield " " if act in DIRECT_ACTS else ", about "
        yield element("bdi", ", ".join(about))


def _quoted(words: str) -> Html:
    return element("blockquote", _cut(words, _LONGEST), dir="auto")


def _cut(words: str, width: int) -> str:
    if len(words) <= width:
        return words
    return f"{words[:width].rstrip()} … ({len(words):,} characters, shortened here)"


def _where(statement: StatementId, report: Report, *more: str | None) -> Html:
    found = report.citations.get(statement)
    if found is None:
        return element("p", "Where it stands is not known any more.", class_="where")
    source = found.source
    said = day_text(found.said)
    named = f"; speaker named at {_ranges(found.naming)}" if found.naming else ""
    return element(
        "p",
        element(
            "a",
            f"[{source.number}] ",
            name_of(source.publisher, "publisher unknown"),
            f", {day_text(source.published) or 'undated'}",
            element("span", ", ", element("bdi", _cut(source.title, 120)))
            if source.title
            else None,
            href=f"#source-{source.number}",
        ),
        f" · characters {_ranges(found.content)}{named}",
        f" · said {said}" if said else None,
        *(f" · {each}" for each in more if each),
        class_="where",
    )


def _ranges(spans: Sequence[Span]) -> str:
    return ", ".join(f"{span.start}–{span.end}" for span in spans)
