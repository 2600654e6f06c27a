"""Read full gold: a folder with one JSON file an article, actors.json and perhaps cross.json."""

from pathlib import Path

from rejoinder.errors import GoldError
from rejoinder.evaluation.fields import Fields, read_fields
from rejoinder.evaluation.gold_check import check_names
from rejoinder.evaluation.gold_types import (
    GoldActor,
    GoldArticle,
    GoldEvent,
    GoldMention,
    GoldSet,
    GoldStatement,
    GoldThread,
    GoldTrap,
    Snippet,
)

__all__ = ["read_gold"]

_ACTORS = "actors.json"
_CROSS = "cross.json"


def read_gold(folder: Path) -> GoldSet:
    """Read the gold of a folder, articles in the order of their file names.

    Raises:
        GoldError: there is none, a field is missing or wrong, or an id names nothing; the message
            says which file and which place in it.
    """
    files = [p for p in sorted(folder.glob("*.json")) if p.name not in {_ACTORS, _CROSS}]
    if not files or not (folder / _ACTORS).is_file():
        raise GoldError(
            f"{folder}: holds no gold; name a folder with {_ACTORS} and one JSON file an article"
        )
    cross = folder / _CROSS
    gold = GoldSet(
        articles=tuple(_article(read_fields(path)) for path in files),
        actors=tuple(_actor(row) for row in read_fields(folder / _ACTORS).rows("actors")),
        cross=_threads(read_fields(cross)) if cross.is_file() else (),
    )
    check_names(gold)
    return gold


def _actor(row: Fields) -> GoldActor:
    """Read an actor of the set."""
    return GoldActor(
        id=row.text("id"),
        name=row.text("name"),
        country=row.maybe_text("country"),
        sector=row.maybe_text("sector"),
        aliases=row.texts("aliases"),
        by_article=row.text_lists("by_article"),
    )


def _article(row: Fields) -> GoldArticle:
    """Read one article's gold."""
    return GoldArticle(
        id=row.text("id"),
        file=row.file,
        chars=row.number("chars"),
        text_sha256=row.text("text_sha256"),
        furniture=row.row("article").spans("furniture_spans"),
        mentions=tuple(m for actor in row.rows("actors") for m in _mentions(actor)),
        statements=tuple(_statement(s) for s in row.rows("statements")),
        events=tuple(_event(e) for e in row.rows("events")),
        threads=_threads(row),
        traps=tuple(
            GoldTrap(
                kind=trap.text("kind"),
                span=trap.span("span"),
                would_be_speaker=trap.maybe_text("would_be_speaker"),
            )
            for trap in row.rows("traps")
        ),
        snippets=_snippets(row),
    )


def _mentions(row: Fields) -> tuple[GoldMention, ...]:
    """Read an actor's mentions in one article, pronouns left out."""
    spans, cores, texts = row.spans("mentions"), row.spans("cores"), row.texts("mention_texts")
    if not len(spans) == len(cores) == len(texts):
        raise row.fail("mentions", "needs as many cores and mention_texts as mentions")
    actor, pronouns = row.text("id"), set(row.spans("pronouns"))
    for span, core in zip(spans, cores, strict=True):
        if not span.contains(core):
            raise row.fail("cores", f"{core} lies outside its mention {span}")
    return tuple(
        GoldMention(actor=actor, span=span, core=core, text=text)
        for span, core, text in zip(spans, cores, texts, strict=True)
        if span not in pronouns
    )


def _statement(row: Fields) -> GoldStatement:
    """Read one statement."""
    content, date = row.spans("content_spans"), row.maybe_text("date")
    if not content:
        raise row.fail("content_spans", "a statement needs at least one content span")
    return GoldStatement(
        id=row.text("id"),
        parent=row.maybe_text("parent"),
        speaker=frozenset(row.texts("speaker")),
        speaker_alt=frozenset(row.texts("speaker_alt")),
        source=row.maybe_span("source_span"),
        cue=row.maybe_span("cue_span"),
        content=content,
        mode=row.text("mode"),
        act=row.text("act"),
        act_alt=frozenset(row.texts("act_alt")),
        plover=row.maybe_text("plover"),
        targets=frozenset(row.texts("targets")),
        target_inferred=row.flag("target_inferred"),
        about=frozenset(row.texts("about")),
        addressee=frozenset(row.texts("addressee")),
        relayed_by=frozenset(row.texts("relayed_by")),
        date=date,
        date_open=date is None and row.maybe_text("date_basis") is not None,
        zone=row.maybe_text("zone") or "body",
        tier=row.number("tier", 1),
        quote_group=row.maybe_text("quote_group"),
    )


def _event(row: Fields) -> GoldEvent:
    """Read one event."""
    return GoldEvent(
        id=row.text("id"),
        types=(row.text("type"), *row.texts("type_alt")),
        actor=frozenset(row.texts("source")),
        recipient=frozenset(row.texts("target")),
        spans=(row.span("span"), *row.spans("other_spans")),
        asserted_by=row.text("asserted_by"),
        also_asserted_by=frozenset(row.texts("also_asserted_by")),
    )


def _threads(row: Fields) -> tuple[GoldThread, ...]:
    """Read the threads of an article or of the whole set."""
    return tuple(
        GoldThread(
            answer=thread.text("from"),
            answered=thread.text("to"),
            relation=thread.text("relation"),
            explicit=thread.flag("explicit"),
        )
        for thread in row.rows("threads")
    )


def _snippets(row: Fields) -> tuple[Snippet, ...]:
    """Return all words that the file stores beside spans."""
    found = [_snippet(row.row("article"), "title")]
    for statement in row.rows("statements"):
        found += [_snippet(statement, "source"), _snippet(statement, "cue")]
        found.append(
            Snippet(
                place=statement.at("content_spans"),
                spans=statement.spans("content_spans"),
                text=statement.text("content_text"),
            )
        )
    for event in row.rows("events"):
        found.append(
            Snippet(place=event.at("span"), spans=(event.span("span"),), text=event.text("text"))
        )
    for thread in row.rows("threads"):
        found.append(_snippet(thread, "evidence"))
    for trap in row.rows("traps"):
        found.append(
            Snippet(place=trap.at("span"), spans=(trap.span("span"),), text=trap.text("text"))
        )
    for actor in row.rows("actors"):
        pairs = zip(actor.spans("mentions"), actor.texts("mention_texts"), strict=False)
        for n, (span, text) in enumerate(pairs):
            found.append(Snippet(place=f"{actor.at('mentions')}[{n}]", spans=(span,), text=text))
    return tuple(snippet for snippet in found if snippet is not None)


def _snippet(row: Fields, name: str) -> Snippet | None:
    """Return the words of ``NAME_span`` as ``NAME_text`` has them, or for a title ``title``."""
    spans = row.maybe_span(f"{name}_span")
    if not spans:
        return None
    text = row.text(name if name == "title" else f"{name}_text")
    return Snippet(place=row.at(f"{name}_span"), spans=spans, text=text)
