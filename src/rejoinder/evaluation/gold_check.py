"""Hold gold to what it says of itself: ids that name something, spans that cover their words."""

import hashlib
from collections.abc import Collection, Iterable, Mapping

from rejoinder.errors import GoldError
from rejoinder.evaluation.gold_types import GoldArticle, GoldSet

__all__ = ["OUTLET", "check_names", "check_texts"]

OUTLET = "outlet"
_JOINED = " […] "


def check_names(gold: GoldSet) -> None:
    """Check that every id in the gold names an actor, a statement or an event of it.

    Raises:
        GoldError: one does not, or one is given twice; names file, place and id.
    """
    actors = [actor.id for actor in gold.actors]
    _once("actors.json", actors)
    _once("the gold", [article.id for article in gold.articles])
    everything: set[str] = set()
    for article in gold.articles:
        own = [s.id for s in article.statements] + [e.id for e in article.events]
        _once(article.file, own)
        _check_statements(article, set(actors))
        _check_events(article, set(actors))
        _known(article.file, "actors", "actor", [m.actor for m in article.mentions], set(actors))
        for trap in article.traps:
            _known(article.file, "traps", "actor", [trap.would_be_speaker or ""], {"", *actors})
        for thread in article.threads:
            ends = (thread.answer, thread.answered)
            _known(article.file, "threads", "statement or event", ends, set(own))
        everything |= set(own)
    for thread in gold.cross:
        ends = (thread.answer, thread.answered)
        _known("cross.json", "threads", "statement or event", ends, everything)


def check_texts(gold: GoldSet, texts: Mapping[str, str]) -> None:
    """Check every span of the gold against the words stored beside it.

    ``texts`` holds the text of each article that was read, by gold id; articles without one are
    skipped.

    Raises:
        GoldError: a text is another one than the gold was made on, or a span covers other words.
    """
    for article in gold.articles:
        if article.id in texts:
            _check_text(article, texts[article.id])


def _check_text(article: GoldArticle, text: str) -> None:
    """Check one article's snippets, then its digest: the first wrong span says more than a hash."""
    for snippet in article.snippets:
        found = _JOINED.join(span.text_of(text) for span in snippet.spans)
        if found != snippet.text:
            raise GoldError(
                f"{article.file}: {snippet.place}: the spans cover {found!r:.80}, the gold says "
                f"{snippet.text!r:.80}; was it made on another text of {article.id!r}?"
            )
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if len(text) != article.chars or digest != article.text_sha256:
        raise GoldError(
            f"{article.file}: text_sha256: the text of {article.id!r} has {len(text)} characters "
            f"and digest {digest[:12]}…, the gold was made on {article.chars} and "
            f"{article.text_sha256[:12]}…; score the text that the gold counts in"
        )


def _check_statements(article: GoldArticle, actors: Collection[str]) -> None:
    """Check the ids that statements name."""
    own = {s.id for s in article.statements}
    for n, s in enumerate(article.statements):
        place = f"statements[{n}]"
        named = s.speaker | s.speaker_alt | s.targets | s.about | s.addressee | s.relayed_by
        _known(article.file, place, "actor", sorted(named), actors)
        _known(article.file, f"{place}.parent", "statement", [s.parent] if s.parent else [], own)


def _check_events(article: GoldArticle, actors: Collection[str]) -> None:
    """Check the ids that events name."""
    own = {s.id for s in article.statements} | {OUTLET}
    for n, e in enumerate(article.events):
        place = f"events[{n}]"
        _known(article.file, place, "actor", sorted(e.actor | e.recipient), actors)
        by = [e.asserted_by, *sorted(e.also_asserted_by)]
        _known(article.file, f"{place}.asserted_by", "statement", by, own)


def _known(file: str, place: str, what: str, ids: Iterable[str], known: Collection[str]) -> None:
    """Refuse the first id that names nothing."""
    for one in ids:
        if one not in known:
            raise GoldError(
                f"{file}: {place}: there is no {what} with the id {one!r}; add it or mend the id"
            )


def _once(file: str, ids: list[str]) -> None:
    """Refuse an id that is given twice."""
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise GoldError(f"{file}: the id {one!r} is given twice; give each its own")
        seen.add(one)
