"""Count links found, within articles and across them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rejoinder.evaluation.crosswalk import gold_relation
from rejoinder.evaluation.gold_types import GoldThread
from rejoinder.evaluation.scores import Counts, Tally
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord

__all__ = ["count_threads", "split_links"]


def split_links(records: Sequence[ArticleRecord]) -> tuple[dict[str, list[Link]], list[Link]]:
    """Return the links that stay inside each article, by its ``ref``, and those that lead out.

    An end that no record knows counts as inside.
    """
    homes: dict[str, set[str]] = defaultdict(set)
    for record in records:
        ids = [s.id for s in record.statements] + [e.id for e in record.events]
        for one in ids:
            homes[one].add(record.article.ref)
    inside: dict[str, list[Link]] = {record.article.ref: [] for record in records}
    across: list[Link] = []
    for record in records:
        here = record.article.ref
        for link in record.links:
            ends = (link.answer, link.answered)
            stays = all(here in homes.get(end, {here}) for end in ends)
            (inside[here] if stays else across).append(link)
    return inside, across


def count_threads(
    name: str, gold: Sequence[GoldThread], predicted: Iterable[Link], gold_of: Mapping[str, str]
) -> Tally:
    """Return the counts of links: pairs of ends, however many relations hold between them.

    ``name`` is ``threads`` or ``cross_threads``. ``gold_of`` leads from predicted statement and
    event ids to the gold ids that they are paired with; a predicted link with another end is wrong.
    """
    wanted: dict[tuple[str, str], set[str]] = defaultdict(set)
    for thread in gold:
        wanted[thread.answer, thread.answered].add(thread.relation)
    explicit = {(t.answer, t.answered) for t in gold if t.explicit}
    got: dict[tuple[str, str], set[str]] = defaultdict(set)
    strays: set[tuple[str, str]] = set()
    for link in predicted:
        answer, answered = gold_of.get(link.answer), gold_of.get(link.answered)
        if answer is None or answered is None:
            strays.add((link.answer, link.answered))
        else:
            got[answer, answered].add(gold_relation(link.relation))
    right = wanted.keys() & got.keys()
    undirected = {frozenset(ends) for ends in got}
    return {
        name: Counts(
            right=len(right), predicted=len(got) + len(strays), found=len(right), gold=len(wanted)
        ),
        f"{name}_relation": Counts(
            found=sum(bool(wanted[x] & got[x]) for x in right), gold=len(right)
        ),
        f"{name}_undirected": Counts(
            found=sum(frozenset(ends) in undirected for ends in wanted), gold=len(wanted)
        ),
        f"{name}_explicit": Counts(found=len(explicit & right), gold=len(explicit)),
        f"{name}_mappable": Counts(found=len(right), gold=len(got)),
    }
