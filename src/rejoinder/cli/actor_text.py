"""One actor for people: what he is called where and when, and what was judged of him."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rich.text import Text

from rejoinder.cli.article_text import day_text
from rejoinder.cli.visible import one_line
from rejoinder.model.judgement import Verdict
from rejoinder.text.phrases import counted

if TYPE_CHECKING:
    from rejoinder.api import ActorHistory, ActorView, JudgedActor, JudgementView, RoleSeen

__all__ = ["actor_lines", "history_lines", "judgement_lines"]

_FEW: Final = 12
_JOINING: Final = {
    Verdict.POSITIVE: "=",
    Verdict.NEGATIVE: "≠",
    Verdict.UNSURE: "?",
    Verdict.WITHDRAWN: "withdrawn:",
}


def actor_lines(view: "ActorView") -> Iterator[Text]:
    """Yield the lines of one actor in a list."""
    head = Text(one_line(view.name), style="bold")
    place = " ".join(part for part in (view.country, view.sector) if part)
    parts = [one_line(view.id), view.kind.value, place]
    head.append("".join(f" · {part}" for part in parts if part), style="not bold")
    yield head
    yield Text(
        f"    said {view.said} · said of {view.said_of} · in {counted(view.articles, 'article')}"
    )
    others = [one_line(other) for other in (*view.roles, *view.names) if other != view.name]
    if others:
        yield Text(f"    also: {'; '.join(dict.fromkeys(others))}", style="dim")
    for words, ids in (("claimed by", view.claimed_by), ("claims", view.claims)):
        if ids:
            yield Text(f"    {words}: {', '.join(map(one_line, ids))}", style="dim")


def history_lines(history: "ActorHistory", *, full: bool) -> Iterator[Text]:
    """Yield the lines of one actor by himself; the first of long lists unless ``full``."""
    yield from actor_lines(history.view)
    if history.view.others:
        yield from _part("ids that lead here", map(one_line, history.view.others), full=full)
    yield from _part("names", (_name(*pair) for pair in _names(history)), full=full)
    yield from _part("roles", map(_role, history.roles), full=full)
    if history.ruling is not None:
        ruling = history.ruling
        signed = f"{ruling.id} · {one_line(ruling.judge)} · {ruling.decided:%Y-%m-%d %H:%M}"
        yield from _part("called so by", [_noted(signed, ruling.note)], full=full)
    yield from _part("in a list", (one_line(each.id) for each in history.listed), full=full)
    parts = (
        ("taken for one", history.merges),
        ("unsure", history.unsure),
        ("kept apart", history.apart),
    )
    for title, said in parts:
        yield from _judgements(title, said, full=full)


def judgement_lines(view: "JudgementView") -> Iterator[Text]:
    """Yield the lines of one judgement."""
    yield Text(
        f"{_judged(view.left)} {_JOINING[view.verdict]} {_judged(view.right)}",
        style="" if view.holds else "strike",
    )
    signed = [view.id, one_line(view.judge)]
    if view.decided is not None:
        signed.append(f"{view.decided:%Y-%m-%d %H:%M}")
    if view.score is not None:
        signed.append(f"{view.score:.2f}")
    if view.undoes:
        signed.append(f"takes {view.undoes} back")
    if not view.holds:
        signed.append("no longer holds")
    yield Text(f"    {_noted(' · '.join(signed), view.note)}", style="dim")
    grounds = "; ".join(f"{name}: {one_line(value)}" for name, value in view.features)
    if grounds:
        yield Text(f"    {grounds}", style="dim")


def _part(title: str, lines: Iterable[str], *, full: bool) -> Iterator[Text]:
    every = list(lines)
    if every:
        yield Text(f"  {title}:", style="italic")
    shown = every if full else every[:_FEW]
    for line in shown:
        yield Text(f"    {line}")
    if len(shown) < len(every):
        yield Text(f"    and {len(every) - len(shown)} more; --full shows them", style="dim")


def _judgements(title: str, said: "Sequence[JudgementView]", *, full: bool) -> Iterator[Text]:
    if said:
        yield Text(f"  {title}:", style="italic")
    shown = said if full else said[:_FEW]
    for view in shown:
        for line in judgement_lines(view):
            yield Text("    ").append_text(line)
    if len(shown) < len(said):
        yield Text(f"    and {len(said) - len(shown)} more; --full shows them", style="dim")


def _names(history: "ActorHistory") -> Iterator[tuple[str, tuple[str, ...]]]:
    for seen in history.names:
        yield seen.name, seen.articles


def _name(name: str, articles: Sequence[str]) -> str:
    listed = ", ".join(one_line(each) for each in articles[:_FEW])
    more = f" and {len(articles) - _FEW} more" if len(articles) > _FEW else ""
    return f"{one_line(name)}: {listed}{more}"


def _role(seen: "RoleSeen") -> str:
    place = " ".join(part for part in (seen.country, seen.sector) if part)
    words = [day_text(seen.published), one_line(seen.role or "no role"), place]
    where = ", ".join(one_line(part) for part in (seen.publisher, seen.article_ref) if part)
    return " · ".join([*filter(None, words), where])


def _judged(actor: "JudgedActor") -> str:
    shown = one_line(actor.ref)
    return shown if actor.name == actor.ref else f"{one_line(actor.name)} ({shown})"


def _noted(words: str, note: str) -> str:
    return f"{words}: {one_line(note)}" if note else words
