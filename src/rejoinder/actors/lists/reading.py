"""Read a list of actors in any of the forms."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from rejoinder.actors.gazetteer import Use
from rejoinder.actors.lexicon import load_phrases
from rejoinder.actors.lists.ftm import read_entities
from rejoinder.actors.lists.ids import make_actors
from rejoinder.actors.lists.lines import text_lines
from rejoinder.actors.lists.objects import read_objects
from rejoinder.actors.lists.petrarch import read_dictionary
from rejoinder.actors.lists.result import (
    ListForm,
    ListProblem,
    ListReading,
    Problems,
    TooManyProblems,
)
from rejoinder.actors.lists.rows import read_rows_of_actors
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId

__all__ = ["guess_form", "read_list"]


def read_list(lines: Iterable[bytes], form: ListForm) -> ListReading:
    """Return the actors of a list, with every problem by its line.

    Args:
        lines: with their ends, as a binary file gives them.
        form: how it is written. A list with more than a hundred problems is given up.
    """
    left_out: Counter[str] = Counter()
    texts = text_lines(lines)
    problems = Problems()
    try:
        if form is ListForm.CSV:
            drafts = read_rows_of_actors(texts, problems)
        elif form is ListForm.JSONL:
            drafts = read_objects(texts, problems)
        elif form is ListForm.FTM:
            drafts, left_out = read_entities(texts, problems)
        else:
            drafts = read_dictionary(texts, problems)
        actors = make_actors(drafts, _known_names(), problems)
    except TooManyProblems:
        last = problems.found[-1].line
        detail = (
            f"there are more problems than these; check that this is a list of form {form.value}"
        )
        return ListReading(
            actors=(), problems=(*sorted(problems.found), ListProblem(line=last, detail=detail))
        )
    return ListReading(
        actors=actors,
        problems=tuple(sorted(problems.found)),
        left_out=tuple(sorted(left_out.items())),
    )


def guess_form(name: str, head: bytes) -> ListForm | None:
    """Return the form that a file's name and its first kilobytes show, or None.

    Args:
        name: of the file, with its ending.
        head: its beginning.
    """
    start = head.decode("utf-8", errors="replace").lstrip("\ufeff \t\r\n")
    if start.startswith("{"):
        return ListForm.FTM if re.search(r'"schema"\s*:', start) else ListForm.JSONL
    ending = name.lower().rpartition(".")[2]
    if ending in {"csv", "tsv"}:
        return ListForm.CSV
    if ending == "actors" or re.search(r"^[^\[\]\n]*\[[A-Z]{3}|^\+\S", start, re.MULTILINE):
        return ListForm.PETRARCH
    return None


@cache
def _known_names() -> Mapping[tuple[str, ActorKind], ActorId]:
    """Return the ids of the tables by name and kind, where a name means one."""
    return {
        (phrase, sense.entry.kind): ActorId(sense.entry.id)
        for phrase, sense in load_phrases()
        if sense.entry is not None and sense.use is Use.NAME and not phrase.endswith("*")
    }
