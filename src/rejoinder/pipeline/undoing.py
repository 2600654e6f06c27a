"""Taking rulings back: a judgement, a name, a list; what stood before stands again."""

from collections.abc import Sequence
from typing import TypeVar

from rejoinder.errors import ConfigError, NotFound
from rejoinder.ledger.actor_book import ActorBook
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.judging import judgement_by_id, judgements_on, persons_judgements
from rejoinder.ledger.listing import Listing, find_listings, listing_id
from rejoinder.ledger.naming import all_namings
from rejoinder.model.identity import active
from rejoinder.model.judgement import ActorRef, Judgement, Naming, Verdict, naming_id
from rejoinder.pipeline.rulings import Ruled, Signature, ruled, said_of

__all__ = ["LISTED_IN", "undo"]

_Ruling = TypeVar("_Ruling", Judgement, Naming, Listing)

LISTED_IN = "listing"
"""Name of the feature by which a judgement says that a list led to it."""


def undo(ledger: LedgerFile, ruling: str, signature: Signature) -> Ruled:
    """Take a person's ruling back, as if it had not been; taking back can be taken back too.

    Args:
        ledger: open for writing.
        ruling: the id of a judgement (``j-``), a name (``n-``) or a list (``i-``), or a beginning
            of it.
        signature: who takes it back.

    Raises:
        NotFound: no ruling has that id, or several begin so.
        ConfigError: it is a stage's, or was taken back already.
    """
    kinds = {"n-": _undo_naming, "i-": _undo_listing}
    taking_back = kinds.get(ruling[:2], _undo_judgement)
    return ruled(ledger, lambda book: taking_back(book, ruling, signature), signature)


def _undo_judgement(
    book: ActorBook, ruling: str, signature: Signature
) -> tuple[Ruled, frozenset[ActorRef]]:
    found = judgement_by_id(book.connection, ruling)
    if not found.person:
        raise ConfigError(
            f"{found.id} was made by {found.judge}, not by a person; overrule it with: rejoinder "
            "actors merge, or split"
        )
    pair = found.left, found.right
    said = judgements_on(book.connection, {pair})
    _refuse_twice(found.id, [each for each in said if each.person])
    back = _back(book, found, signature)
    moved = book.rule([back])
    actors = tuple(dict.fromkeys(book.goes_by(ref) for ref in pair))
    return Ruled(rulings=(back.id,), actors=actors), moved


def _undo_naming(
    book: ActorBook, ruling: str, signature: Signature
) -> tuple[Ruled, frozenset[ActorRef]]:
    every = all_namings(book.connection)
    found = _one(ruling, every)
    _refuse_twice(found.id, [each for each in every if each.actor == found.actor])
    when = book.moment_after(signature.now)
    back = Naming(
        id=naming_id(found.actor, "", signature.judge, when, undoes=found.id),
        actor=found.actor,
        name="",
        judge=signature.judge,
        decided=when,
        note=signature.note,
        undoes=found.id,
    )
    book.name(back)
    return Ruled(rulings=(back.id,), actors=(book.goes_by(found.actor),)), frozenset()


def _undo_listing(
    book: ActorBook, ruling: str, signature: Signature
) -> tuple[Ruled, frozenset[ActorRef]]:
    """Take a list back with the judgements that it led to."""
    every = find_listings(book.connection)
    found = _one(ruling, every)
    _refuse_twice(found.id, every)
    when = book.moment_after(signature.now)
    back = Listing(
        id=listing_id((), signature.judge, when, undoes=found.id),
        files=(),
        judge=signature.judge,
        decided=when,
        note=signature.note,
        undoes=found.id,
    )
    moved = book.list_actors(back, ())
    led_to = [
        each
        for each in active(persons_judgements(book.connection))
        if (LISTED_IN, found.id) in each.features
    ]
    said = [_back(book, each, signature) for each in led_to]
    moved |= book.rule(said)
    return Ruled(rulings=(back.id, *(each.id for each in said))), moved


def _back(book: ActorBook, found: Judgement, signature: Signature) -> Judgement:
    return said_of(book, found.left, found.right, Verdict.WITHDRAWN, signature, undoes=found.id)


def _refuse_twice(ruling: str, every: "Sequence[_Ruling]") -> None:
    for each in active(every):
        if each.undoes == ruling:
            raise ConfigError(
                f"{ruling} was taken back already by {each.id} ({each.judge}); to let it stand "
                f"again: rejoinder actors undo {each.id}"
            )


def _one(ruling: str, every: "Sequence[_Ruling]") -> "_Ruling":
    found = [each for each in every if each.id.startswith(ruling)]
    if len(found) == 1:
        return found[0]
    many = f"{len(found)} rulings begin" if found else "no ruling begins"
    raise NotFound(f"{many} with {ruling!r}; list them with: rejoinder actors judgements")
