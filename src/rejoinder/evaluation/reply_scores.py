"""The right of reply against gold: which accusations are known to be answered by the accused."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from rejoinder.evaluation.gold_types import GoldActor, GoldSet, GoldStatement
from rejoinder.evaluation.scores import Counts, Tally
from rejoinder.exchanges.accusations import Accusation, accusations_of, heard_with, may_answer
from rejoinder.exchanges.claims.group import claims_of, put_forward
from rejoinder.model.canonical import canonical_record
from rejoinder.model.claim import Voices
from rejoinder.model.identity import Identity
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord

__all__ = ["count_replies"]

_BLAMING = frozenset({"ACCUSE", "CRITICISE"})
_NO_ANSWER = frozenset({"repeats", "supports", "mediates"})
_BODIES = frozenset({"state", "gov", "mil"})
_OFFICES = frozenset({"GOV", "MIL", "LEG", "SPY", "COP", "JUD"})


def count_replies(
    gold: GoldSet,
    records: Sequence[ArticleRecord],
    identity: Identity,
    gold_of: Mapping[str, str],
) -> Tally:
    """Return the counts of accusations that are answered, and of those whose answer is shown.

    ``replies`` counts accusations of the gold that name somebody: predicted are those of them that
    are known to be answered. ``replies_shown`` counts those that gold has an answer to: found are
    those with one of these answers among the answers, or told or heard beside the accusation.

    Args:
        gold: the accusations, and the threads that answer them.
        records: with their links, in the ids that extraction gave.
        identity: who is one actor across articles.
        gold_of: the gold id of each statement that is paired with one.
    """
    wanted = _answered(gold)
    predicted: set[str] = set()
    shown: set[str] = set()
    for accusation, told in _found(records, identity):
        ours = {gold_of[one] for one in accusation.statements if one in gold_of} & wanted.keys()
        predicted |= ours if accusation.answered else set()
        theirs = {gold_of[one] for one in told if one in gold_of}
        shown |= {each for each in ours if theirs & wanted[each]}
    answered = {each for each, answers in wanted.items() if answers}
    right = len(predicted & answered)
    return {
        "replies": Counts(right=right, predicted=len(predicted), found=right, gold=len(answered)),
        "replies_shown": Counts(found=len(shown & answered), gold=len(answered)),
    }


def _found(
    records: Sequence[ArticleRecord], identity: Identity
) -> Iterable[tuple[Accusation, set[str]]]:
    """Yield accusations, each with the statements that answer it or are told with it."""
    named = [canonical_record(each, partial(_known_as, identity, each)) for each in records]
    put = {one: own for record in named for one, own in put_forward(record).items()}
    links = [link for record in named for link in record.links]
    for each in accusations_of(put, links, claims_of(put, links), demands=False):
        answers = {one.statement for one in (*each.answers, *each.beside)}
        yield each, answers.union(heard_with(each, put))


def _answered(gold: GoldSet) -> dict[str, frozenset[str]]:
    """Return the accusations against somebody, each with the statements by which he answers it.

    What the accuser says again is one accusation; who says an answer again answers.
    """
    said = {each.id: each for one in gold.articles for each in one.statements}
    parties = {actor.id: _parties(actor) for actor in gold.actors}
    threads = [*gold.cross, *(thread for one in gold.articles for thread in one.threads)]
    same: defaultdict[str, set[str]] = defaultdict(set)
    for each in threads:
        if each.relation == "repeats":
            same[each.answer].add(each.answered)
            same[each.answered].add(each.answer)
    answers: defaultdict[str, set[str]] = defaultdict(set)
    for each in threads:
        if each.relation not in _NO_ANSWER:
            answers[each.answered].add(each.answer)
    return {
        one.id: frozenset(
            again
            for told in _closed({one.id}, same)
            for answer in answers[told]
            if answer in said and _is_by_target(said[answer], one, parties)
            for again in _closed({answer}, same)
        )
        for one in said.values()
        if one.act in _BLAMING and one.speaker and one.targets
    }


def _closed(found: set[str], same: Mapping[str, set[str]]) -> set[str]:
    """Return those and all that are told again of them, at whatever remove."""
    waiting = list(found)
    while waiting:
        more = same.get(waiting.pop(), set()) - found
        found |= more
        waiting += more
    return found


def _is_by_target(
    answer: GoldStatement, accusation: GoldStatement, parties: Mapping[str, frozenset[str]]
) -> bool:
    voice, accuser = (_voices(each.speaker, parties) for each in (answer, accusation))
    return not voice.is_one_with(accuser) and any(
        may_answer(_voices((target,), parties), voice, accuser) for target in accusation.targets
    )


def _voices(ids: Iterable[str], parties: Mapping[str, frozenset[str]]) -> Voices:
    own = frozenset(ids)
    every = own.union(*(parties.get(each, frozenset()) for each in own))
    return Voices(speakers=frozenset(map(ActorId, own)), parties=frozenset(map(ActorId, every)))


def _parties(actor: GoldActor) -> frozenset[str]:
    """Return the actor and, of bodies of states and of officials, the state."""
    official = actor.id.partition(":")[0] in _BODIES or actor.sector in _OFFICES
    state = {f"state:{actor.country.lower()}"} if official and actor.country else set()
    return frozenset({actor.id}) | state


def _known_as(identity: Identity, record: ArticleRecord, actor: ActorId) -> ActorId:
    return identity.of(actor, record.article.id)
