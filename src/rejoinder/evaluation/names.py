"""Names made comparable, and the actors of a gold set found by them."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rejoinder.evaluation.gold_types import GoldActor
from rejoinder.model.actor import Actor

__all__ = ["ActorMatcher", "GoldNames", "plain_name"]

_APOSTROPHES = str.maketrans({"‘": "'", "’": "'", "“": None, "”": None, '"': None})
_POSSESSIVE = re.compile(r"('s|')$")
_LEADING = re.compile(r"^(the|an?|mr\.?|mrs\.?|ms\.?|dr\.?)\s+")
_SHORTEST_PART = 3


def plain_name(name: str) -> str:
    """Return the name without case, marks, article, form of address and possessive ending."""
    plain = unicodedata.normalize("NFKC", name).translate(_APOSTROPHES).lower().strip()
    plain = _LEADING.sub("", _POSSESSIVE.sub("", plain))
    return re.sub(r"\s+", " ", plain).strip(" .,;:()")


class GoldNames:
    """The actors of a gold set by name: names good in one article first, then those good in any."""

    def __init__(self, actors: Iterable[GoldActor]) -> None:
        """Index the names of all actors."""
        self._anywhere: dict[str, set[str]] = defaultdict(set)
        self._in_article: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._found: dict[tuple[str, str], frozenset[str]] = {}
        self.country: dict[str, str] = {}
        for actor in actors:
            self.country[actor.id] = actor.country or actor.id
            for name in (actor.name, *actor.aliases):
                self._anywhere[plain_name(name)].add(actor.id)
            for article, names in actor.by_article.items():
                for name in names:
                    self._in_article[article][plain_name(name)].add(actor.id)

    def __contains__(self, actor_id: str) -> bool:
        """Say whether the set has an actor with that id."""
        return actor_id in self.country

    def find(self, name: str, article: str) -> frozenset[str]:
        """Return the ids of the actors that go by the name in the article; usually one, often none.

        A longer description that holds a known name as whole words is taken for that name: persons
        before others, then the longest.
        """
        key = (plain_name(name), article)
        if key not in self._found:
            self._found[key] = self._look_up(*key)
        return self._found[key]

    def _look_up(self, plain: str, article: str) -> frozenset[str]:
        """Find the name itself, or else the best name inside it."""
        if not plain:
            return frozenset()
        local: Mapping[str, set[str]] = self._in_article.get(article, {})
        exact = local.get(plain) or self._anywhere.get(plain)
        if exact:
            return frozenset(exact)
        inside = [
            (any(i.startswith("per:") for i in ids), len(known), ids)
            for table in (local, self._anywhere)
            for known, ids in table.items()
            if len(known) >= _SHORTEST_PART and _is_part(known, plain)
        ]
        return frozenset(max(inside, key=lambda x: x[:2])[2]) if inside else frozenset()


class ActorMatcher:
    """Which gold actors a prediction means, in one article."""

    def __init__(self, names: GoldNames, article: str, actors: Sequence[Actor]) -> None:
        """Keep the prediction's own actors by id."""
        self._names = names
        self._article = article
        self._actors = {str(actor.id): actor for actor in actors}

    def gold_of(self, actor_id: str) -> frozenset[str]:
        """Return the gold actors of a predicted one: by id, name, alias or the words of its id."""
        if actor_id in self._names:
            return frozenset({actor_id})
        actor = self._actors.get(actor_id)
        tried = (actor.name, *actor.aliases) if actor else (actor_id,)
        if ":" in actor_id:
            tried = (*tried, actor_id.split(":", 1)[1].replace("-", " "))
        hits = (self._names.find(name, self._article) for name in tried)
        return next((hit for hit in hits if hit), frozenset())

    def gold_of_all(self, actor_ids: Iterable[str]) -> tuple[frozenset[str], int]:
        """Return the gold actors of all of them, and how many have none."""
        hits = [self.gold_of(actor_id) for actor_id in actor_ids]
        return frozenset().union(*hits), sum(not hit for hit in hits)


def _is_part(known: str, plain: str) -> bool:
    """Say whether the known name stands in the other as whole words."""
    return re.search(rf"(?<!\w){re.escape(known)}(?!\w)", plain) is not None
