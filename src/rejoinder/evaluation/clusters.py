"""Whether the same actors are held together: B-cubed (Bagga and Baldwin 1998) over names."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from rejoinder.evaluation.gold_types import GoldArticle, GoldMention
from rejoinder.evaluation.names import plain_name
from rejoinder.evaluation.scores import Counts, Score, score_of
from rejoinder.evaluation.statement_match import iou
from rejoinder.model.actor import Actor
from rejoinder.model.identity import Identity
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span

__all__ = ["b_cubed"]

# An item: one form of a name in one article.
_Item = tuple[str, str]

# How much a predicted mention speaks for an item: the same span, half of it, only its words.
_SAME, _HALF, _WORDS = 5, 2, 1
_LEAST = 0.5


def b_cubed(
    gold: Sequence[GoldArticle], records: Mapping[str, ArticleRecord], identity: Identity
) -> tuple[Score, Score] | None:
    """Return B-cubed within articles and across them; None where nothing predicts an actor.

    Items are the forms of names (``core`` of a mention) of each article that mean one actor there;
    forms that mean several take no part. A predicted actor holds the item that most of its mentions
    or names stand on. Precision is over the items that a prediction holds, recall over all.
    ``records`` are the predictions by gold article id; across articles an actor is who ``identity``
    says that he is.
    """
    if not any(record.actors for record in records.values()):
        return None
    wanted: dict[_Item, str] = {}
    got: dict[_Item, ActorId] = {}
    wide: dict[_Item, ActorId] = {}
    for article in gold:
        forms = _forms(article)
        wanted |= {item: mentions[0].actor for item, mentions in forms.items()}
        record = records.get(article.id)
        if record is not None:
            held = _hold(forms, record)
            got |= held
            wide |= {item: identity.of(actor, record.article.id) for item, actor in held.items()}
    within = _score(
        {item: (item[0], actor) for item, actor in wanted.items()},
        {item: (item[0], actor) for item, actor in got.items()},
    )
    return within, _score(wanted, wide)


def _forms(article: GoldArticle) -> dict[_Item, list[GoldMention]]:
    """Return the forms of names that mean one actor, with their mentions."""
    forms: dict[_Item, list[GoldMention]] = defaultdict(list)
    for mention in article.mentions:
        offset = mention.core.start - mention.span.start
        core = mention.text[offset : offset + len(mention.core)]
        forms[article.id, plain_name(core)].append(mention)
    return {
        item: mentions
        for item, mentions in forms.items()
        if len({mention.actor for mention in mentions}) == 1
    }


def _hold(
    forms: Mapping[_Item, Sequence[GoldMention]], record: ArticleRecord
) -> dict[_Item, ActorId]:
    """Return for each form the predicted actor that holds it best; the first by id among equals."""
    best: dict[_Item, tuple[int, ActorId]] = {}
    for actor in sorted(record.actors, key=lambda a: a.id):
        spans = [mention.span for mention in actor.mentions]
        names = _names(actor, record.article.text)
        for item, mentions in forms.items():
            votes = sum(_vote(mention, item[1], spans, names) for mention in mentions)
            if votes > best.get(item, (0, None))[0]:
                best[item] = (votes, actor.id)
    return {item: actor_id for item, (_, actor_id) in best.items()}


def _names(actor: Actor, text: str) -> frozenset[str]:
    """Return all words that the prediction has for an actor."""
    surfaces = (mention.span.text_of(text) for mention in actor.mentions)
    return frozenset(plain_name(name) for name in (actor.name, *actor.aliases, *surfaces))


def _vote(mention: GoldMention, form: str, spans: Sequence[Span], names: frozenset[str]) -> int:
    """Return how much an actor's mentions and names speak for one gold mention."""
    if mention.span in spans or mention.core in spans:
        return _SAME
    if any(max(iou([s], [mention.span]), iou([s], [mention.core])) >= _LEAST for s in spans):
        return _HALF
    return _WORDS if plain_name(mention.text) in names or form in names else 0


def _score(wanted: Mapping[_Item, Hashable], got: Mapping[_Item, Hashable]) -> Score:
    """Return B-cubed of two clusterings of items; every item in ``got`` is in ``wanted``."""
    wanted_by, got_by = _groups(wanted), _groups(got)
    right = found = 0.0
    for item, cluster in got.items():
        mine, theirs = got_by[cluster], wanted_by[wanted[item]]
        right += len(mine & theirs) / len(mine)
        found += len(mine & theirs) / len(theirs)
    counts = Counts(right=right, predicted=len(got), found=found, gold=len(wanted))
    return score_of(counts, vacuous=1.0)


def _groups(clustering: Mapping[_Item, Hashable]) -> dict[Hashable, set[_Item]]:
    """Return the items of each cluster."""
    groups: dict[Hashable, set[_Item]] = defaultdict(set)
    for item, cluster in clustering.items():
        groups[cluster].add(item)
    return groups
