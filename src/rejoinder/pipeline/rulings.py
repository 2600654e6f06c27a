"""What persons rule on actors: who is one, who is not, what somebody is called.

Each ruling is one transaction, signed and dated; where it cannot be done nothing is written.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version

from rejoinder.errors import ConfigError, NotFound
from rejoinder.ledger.actor_book import ActorBook
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.lookup import find_actor
from rejoinder.ledger.ruling import rule
from rejoinder.model.identity import canonical_id, canonical_ref
from rejoinder.model.ids import ActorId, ArticleId
from rejoinder.model.judgement import (
    ActorRef,
    Judgement,
    Naming,
    Verdict,
    judgement_id,
    naming_id,
)
from rejoinder.pipeline.reconcile import link_ruled
from rejoinder.pipeline.summaries import refresh_summaries

__all__ = ["Ruled", "Signature", "merge", "rename", "ruled", "said_of", "split", "split_article"]

Written = tuple["Ruled", frozenset[ActorRef]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who rules, why and when.

    Attributes:
        note: the reason, or "".
    """

    judge: str
    note: str
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """What a ruling came to.

    Attributes:
        rulings: ids of what was written; undo takes them.
        actors: ids by which those that it is about go now, each once.
        links: links that were added.
    """

    rulings: tuple[str, ...]
    actors: tuple[ActorId, ...] = ()
    links: int = 0


def merge(ledger: LedgerFile, left: str, right: str, signature: Signature) -> Ruled:
    """Rule that two actors are one.

    Raises:
        NotFound: nobody goes by one of the names, or several do.
        ConfigError: they are one already, or a person has said that they are two.
    """

    def write(book: ActorBook) -> Written:
        refs = find_actor(book.connection, left), find_actor(book.connection, right)
        one, other = (book.goes_by(ref) for ref in refs)
        if one == other:
            raise ConfigError(
                f"{left!r} and {right!r} are one already: {one}; see why with: rejoinder actors "
                f"show {one}"
            )
        apart = [
            each
            for each in book.parted_by_persons(one, other)
            if {each.left, each.right} != set(refs)
        ]
        if apart:
            keeping = "; ".join(f"{each.id} ({each.judge})" for each in apart)
            raise ConfigError(
                f"{left!r} and {right!r} are kept apart by {keeping}; take that back first with: "
                f"rejoinder actors undo {apart[0].id}"
            )
        said = said_of(book, *refs, Verdict.POSITIVE, signature)
        moved = book.rule([said])
        return _now(book, [said.id], refs), moved

    return ruled(ledger, write, signature)


def split(
    ledger: LedgerFile, name: str, signature: Signature, *, other: str | None = None
) -> Ruled:
    """Rule that an id that leads to an actor is somebody else's.

    Args:
        ledger: open for writing.
        name: the id.
        signature: who rules.
        other: the id that it is to be parted from; None where the actor has but one other.

    Raises:
        NotFound: nobody goes by one of the names, or several do.
        ConfigError: they are two already, or it is not clear from whom to part.
    """

    def write(book: ActorBook) -> Written:
        ref = find_actor(book.connection, name)
        from_ref = find_actor(book.connection, other) if other else _only_other(book, ref)
        if ref == from_ref:
            raise ConfigError(f"{name!r} and {other!r} are one id; {_ids(book, ref)}")
        if book.goes_by(ref) != book.goes_by(from_ref):
            raise ConfigError(
                f"{name!r} and {other!r} are two already: {book.goes_by(ref)}, "
                f"{book.goes_by(from_ref)}; see what leads to each with: rejoinder actors show"
            )
        said = said_of(book, ref, from_ref, Verdict.NEGATIVE, signature)
        moved = book.rule([said])
        return _now(book, [said.id], (ref, from_ref)), moved

    return ruled(ledger, write, signature)


def split_article(ledger: LedgerFile, name: str, article: ArticleId, signature: Signature) -> Ruled:
    """Rule that whom one article calls so is somebody else.

    Raises:
        NotFound: nobody goes by the name, several do, or not in that article.
        ConfigError: he stands alone there already.
    """

    def write(book: ActorBook) -> Written:
        actor = book.goes_by(find_actor(book.connection, name))
        here = book.ids_in(actor, article)
        if not here:
            raise NotFound(f"{name!r} ({actor}) is not in article {article}; see: rejoinder show")
        members = book.members(actor)
        said: list[Judgement] = []
        for each in here:
            own = ActorRef(actor=each, article=article)
            rest = [ref for ref in members if ref != own and not ref.article]
            from_ref = (
                ActorRef(actor=each) if own not in members else canonical_ref(rest or members)
            )
            if own == from_ref:
                raise ConfigError(f"{name!r} stands alone in that article already: {actor}")
            said.append(said_of(book, own, from_ref, Verdict.NEGATIVE, signature))
        moved = book.rule(said)
        refs = [ActorRef(actor=each, article=article) for each in here]
        return _now(book, [each.id for each in said], refs), moved

    return ruled(ledger, write, signature)


def rename(ledger: LedgerFile, name: str, called: str, signature: Signature) -> Ruled:
    """Rule what an actor is called.

    Raises:
        NotFound: nobody goes by the name, or several do.
        ConfigError: the new name is blank.
    """
    words = " ".join(called.split())
    if not words:
        raise ConfigError(
            "the new name is blank; to take a name back use: rejoinder actors undo ID"
        )

    def write(book: ActorBook) -> Written:
        ref = find_actor(book.connection, name)
        when = book.moment_after(signature.now)
        naming = Naming(
            id=naming_id(ref, words, signature.judge, when),
            actor=ref,
            name=words,
            judge=signature.judge,
            decided=when,
            note=signature.note,
        )
        book.name(naming)
        return _now(book, [naming.id], [ref]), frozenset()

    return ruled(ledger, write, signature)


def ruled(ledger: LedgerFile, write: Callable[[ActorBook], Written], signature: Signature) -> Ruled:
    """Write a ruling with the links that it brings."""
    result, links = rule(
        ledger,
        write,
        link_ruled,
        refresh_summaries,
        now=signature.now,
        version=version("rejoinder"),
    )
    return Ruled(rulings=result.rulings, actors=result.actors, links=links)


def said_of(
    book: ActorBook,
    one: ActorRef,
    other: ActorRef,
    verdict: Verdict,
    signature: Signature,
    *,
    undoes: str = "",
    features: tuple[tuple[str, str], ...] = (),
) -> Judgement:
    """Return a person's judgement, dated after everything that persons have decided."""
    left, right = sorted((one, other))
    when = book.moment_after(signature.now)
    return Judgement(
        id=judgement_id(
            left, right, verdict, signature.judge, features, decided=when, undoes=undoes
        ),
        left=left,
        right=right,
        verdict=verdict,
        score=None,
        features=features,
        judge=signature.judge,
        person=True,
        note=signature.note,
        decided=when,
        undoes=undoes,
    )


def _now(
    book: ActorBook, rulings: list[str], refs: "tuple[ActorRef, ...] | list[ActorRef]"
) -> Ruled:
    """Return what was written with the ids by which those go now."""
    actors = tuple(dict.fromkeys(book.goes_by(ref) for ref in refs))
    return Ruled(rulings=tuple(rulings), actors=actors)


def _only_other(book: ActorBook, ref: ActorRef) -> ActorRef:
    """Return the other id that leads to the same actor, if there is but one."""
    members = [each for each in book.members(book.goes_by(ref)) if each != ref]
    everywhere = [each for each in members if not each.article] or members
    if len(everywhere) == 1:
        return everywhere[0]
    shown = canonical_id(ref)
    if not members:
        raise ConfigError(f"{shown} stands for itself alone; nothing is joined with it")
    raise ConfigError(f"say from which id {shown} is to be parted with --from; {_ids(book, ref)}")


def _ids(book: ActorBook, ref: ActorRef) -> str:
    """Say which ids lead to the same actor."""
    members = book.members(book.goes_by(ref))
    shown = ", ".join(canonical_id(each) for each in members[:12])
    more = f" and {len(members) - 12} more" if len(members) > 12 else ""
    return f"to this actor lead: {shown}{more}"
