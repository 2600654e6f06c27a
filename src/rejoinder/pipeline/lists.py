"""Users' own lists of actors: read, kept in the ledger, joined with who is there already."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from rejoinder.actors.lists.reading import guess_form, read_list
from rejoinder.actors.lists.result import ListForm
from rejoinder.errors import ConfigError
from rejoinder.ledger.actor_book import ActorBook
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.folding import fold
from rejoinder.ledger.judging import judgements_on
from rejoinder.ledger.listing import Listing, listing_id, read_listed
from rejoinder.ledger.lookup import printed_names
from rejoinder.model.actor import ActorKind
from rejoinder.model.identity import standing
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef, Judgement, Verdict
from rejoinder.model.listed import ListedActor
from rejoinder.pipeline.rulings import Ruled, Signature, ruled, said_of
from rejoinder.pipeline.undoing import LISTED_IN

__all__ = ["Imported", "ListFault", "import_lists"]

_HEAD = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFault:
    """A line of a list that could not be used, and what to do."""

    file: str
    line: int
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What giving lists to a ledger came to.

    Attributes:
        listing: the id by which it can be taken back; None where nothing was written.
        actors: how many the lists hold, without those of ``faults``.
        added: how many of them the ledger did not hold so; none where there are faults.
        joined: judgements that an actor of the ledger is one of the lists.
        links: added because of them.
        faults: lines that could not be used.
        left_out: what the files hold besides actors, and how much of it, by name.
    """

    listing: str | None
    actors: int
    added: int
    joined: int
    links: int
    faults: tuple[ListFault, ...]
    left_out: tuple[tuple[str, int], ...]


def import_lists(
    ledger: LedgerFile, files: Sequence[Path], signature: Signature, form: ListForm | None = None
) -> Imported:
    """Keep lists of actors in a ledger, for its next ingest, and join who is there already.

    Nothing is kept where a line of them cannot be used. An actor of the ledger is joined with the
    one of the lists that alone has its full name, unless a person has judged the two before.

    Args:
        ledger: open for writing.
        files: the lists; of an actor in several the last says what counts.
        signature: who gives them.
        form: how they are written; None: as each looks.

    Raises:
        ConfigError: a file cannot be read or does not show its form.
    """
    actors: dict[ActorId, ListedActor] = {}
    faults: list[ListFault] = []
    left_out: Counter[str] = Counter()
    for path in files:
        shown = form or _form(path)
        with _open(path) as lines:
            reading = read_list(lines, shown)
        actors.update((each.id, each) for each in reading.actors)
        faults += [
            ListFault(file=str(path), line=p.line, detail=p.detail) for p in reading.problems
        ]
        left_out.update(dict(reading.left_out))
    with ledger.reading() as connection:
        held = set(read_listed(connection))
    added = [] if faults else [each for each in actors.values() if each not in held]
    result = _keep(ledger, files, list(actors.values()), signature) if added else Ruled(rulings=())
    return Imported(
        listing=result.rulings[0] if result.rulings else None,
        actors=len(actors),
        added=len(added),
        joined=max(len(result.rulings) - 1, 0),
        links=result.links,
        faults=tuple(faults),
        left_out=tuple(sorted(left_out.items())),
    )


def _keep(
    ledger: LedgerFile,
    files: Sequence[Path],
    actors: Sequence[ListedActor],
    signature: Signature,
) -> Ruled:
    """Write the lists and who of the ledger is one of them."""

    def write(book: ActorBook) -> tuple[Ruled, frozenset[ActorRef]]:
        when = book.moment_after(signature.now)
        listing = Listing(
            id=listing_id(actors, signature.judge, when),
            files=tuple(path.name for path in files),
            judge=signature.judge,
            decided=when,
            note=signature.note,
        )
        moved = book.list_actors(listing, actors)
        said = list(_joins(book, actors, listing.id, signature))
        moved |= book.rule(said)
        return Ruled(rulings=(listing.id, *(each.id for each in said))), moved

    return ruled(ledger, write, signature)


def _joins(
    book: ActorBook, actors: Sequence[ListedActor], listing: str, signature: Signature
) -> Iterator[Judgement]:
    """Yield that those of the ledger who have a listed name are the listed ones."""
    named = _by_name(actors)
    found: dict[tuple[ActorRef, ActorRef], tuple[tuple[str, str], ...]] = {}
    for ref, kind, form in printed_names(book.connection):
        key = fold(form), kind is ActorKind.PERSON
        if key in named and named[key] != ref.actor:
            pair = ref, ActorRef(actor=named[key])
            found.setdefault(pair, (("name", form), (LISTED_IN, listing)))
    ordered = {pair: (min(pair), max(pair)) for pair in found}
    ruled_on = {
        pair
        for pair, each in standing(judgements_on(book.connection, set(ordered.values()))).items()
        if each.person
    }
    for pair, features in found.items():
        apart = book.goes_by(pair[0]) != book.goes_by(pair[1])
        if apart and ordered[pair] not in ruled_on:
            yield said_of(book, *pair, Verdict.POSITIVE, signature, features=features)


def _by_name(actors: Iterable[ListedActor]) -> dict[tuple[str, bool], ActorId]:
    """Return the listed actors by names that one of them alone has; of a person the full ones."""
    holders: defaultdict[tuple[str, bool], set[ActorId]] = defaultdict(set)
    for actor in actors:
        person = actor.kind is ActorKind.PERSON
        for name in (actor.name, *actor.aliases):
            folded = fold(name)
            if folded and (" " in folded or not person):
                holders[folded, person].add(actor.id)
    return {name: next(iter(ids)) for name, ids in holders.items() if len(ids) == 1}


def _form(path: Path) -> ListForm:
    with _open(path) as stream:
        form = guess_form(path.name, stream.read(_HEAD))
    if form is None:
        known = ", ".join(each.value for each in ListForm)
        raise ConfigError(
            f"{str(path)!r} does not show in what form it lists actors; say it with --format, one "
            f"of: {known}"
        )
    return form


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise ConfigError(
            f"cannot read the list {str(path)!r}: {error.strerror}; name a file that can be read"
        ) from error
