"""The same speaker saying the same again: headline and lede, retelling and quotation."""

from collections.abc import Iterator

from rejoinder.exchanges.claims.wording import concept_of
from rejoinder.exchanges.matter import overlap_share, shared_words
from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act, Quotation

__all__ = ["ask_just_that", "repeat_links"]

_LEAST_SHARED = 2
_LEAST_SHARE = 0.5
_LEAST_SHARE_OF_OTHERS = 0.75
_LEAST_SHARED_OF_COLLEAGUES = 3
_NEARLY = 0.75
_LEAST_OF_LONGER = 0.15
_LEAST_OF_COLLEAGUES = 0.3
_UNSHARED = 0.4

# "Accusation" and "slander" are one word where claims are compared, and two matters here.
_NO_MATTER = frozenset({"negation", "verdict"})

_SORT = {
    Act.ACCUSE: "against",
    Act.CRITICISE: "against",
    Act.WARN: "against",
    Act.DENY: "against",
    Act.REFUSE: "against",
    Act.DEMAND: "ask",
    Act.OFFER: "ask",
}


def repeat_links(scene: Scene) -> Iterator[Link]:
    """Return a link for each statement that repeats another, to the first that it repeats well.

    Headlines and decks repeat the body; in the body the later repeats the earlier.  A headline
    without shared words is taken to tell what its speaker says first in the body.
    """
    for voice in scene.voices:
        fitting = [
            (score, other)
            for other in scene.voices
            if _may_repeat(scene, voice, other)
            for score in (_same_words(voice, other),)
            if score
        ]
        fitting = [pair for pair in fitting if pair[1].zone not in HEADS] or fitting
        fitting = [pair for pair in fitting if _one_level(voice, pair[1])] or fitting
        chosen = _first_of_the_best(fitting) or _lede(scene, voice)
        if chosen is not None:
            score, first = chosen[0], _outermost(scene, voice, chosen[1])
            yield make_link(
                voice.statement.id,
                first.statement.id,
                Relation.REPEATS,
                evidence=None,
                score=score,
            )


def _outermost(scene: Scene, voice: Voice, other: Voice) -> Voice:
    """Return the report around a nested statement, where a headline means both of one side.

    "Avaria accuses ..." repeats what the ministry says that Avaria says.
    """
    if voice.zone not in HEADS or voice.statement.parent is not None:
        return other
    around = {each.id for each in scene.ancestors(other.statement)}
    for wider in scene.voices:
        if wider.statement.id in around and voice.same_side(wider):
            return wider
    return other


def _one_level(voice: Voice, other: Voice) -> bool:
    """Say whether both are told by the article itself, or both by somebody whom it quotes."""
    return (voice.statement.parent is None) is (other.statement.parent is None)


def _first_of_the_best(fitting: list[tuple[float, Voice]]) -> tuple[float, Voice] | None:
    """Return the first that is nearly as like as the best: the lede, which later ones repeat."""
    best = max((score for score, _ in fitting), default=0.0)
    return next((pair for pair in fitting if pair[0] >= _NEARLY * best), None)


def _lede(scene: Scene, voice: Voice) -> tuple[float, Voice] | None:
    """Return the first statement of the body by the speaker of a headline."""
    if voice.zone not in HEADS:
        return None
    told = (
        other
        for other in scene.voices
        if other.zone not in HEADS
        and other.start > voice.start
        and _one_level(voice, other)
        and _sort(voice) == _sort(other)
        and not (other.only_of or voice.only_of or _counts_otherwise(voice, other))
        and _is_one_story(voice, other)
    )
    first = next(told, None)
    return None if first is None else (_UNSHARED, first)


def _is_one_story(voice: Voice, other: Voice) -> bool:
    """Say whether a headline's speaker says this of the same parties, or his state's body does."""
    if not set(voice.statement.speaker).isdisjoint(other.statement.speaker):
        return not voice.about or not other.about or not voice.about.isdisjoint(other.about)
    same_act = voice.statement.act is other.statement.act
    return same_act and voice.same_side(other) and not voice.about.isdisjoint(other.about)


def _sort(voice: Voice) -> str:
    """Return what sort of act it is: against somebody, asking, or telling."""
    return _SORT.get(voice.statement.act, "tell")


def _opposed(voice: Voice, other: Voice) -> bool:
    """Say whether one praises and the other does not."""
    acts = {voice.statement.act, other.statement.act}
    return Act.SUPPORT in acts and not acts.isdisjoint(
        {Act.CRITICISE, Act.ACCUSE, Act.DENY, Act.REFUSE}
    )


def _same_words(voice: Voice, other: Voice) -> float:
    """Return the share of words that two statements have in common; 0 where it is too small."""
    names = voice.names | other.names
    mine, its = _matter(voice), _matter(other)
    shared = shared_words(mine, its, names)
    share = overlap_share(mine, its, names)
    if shared == 1 and share == 1.0 and voice.zone in HEADS:
        return share if voice.statement.act is other.statement.act else 0.0
    if _opposed(voice, other) or _counts_otherwise(voice, other):
        return 0.0
    alike = _sort(voice) == _sort(other)
    one_mouth = not set(voice.statement.speaker).isdisjoint(other.statement.speaker)
    longer = max(len(mine - names), len(its - names))
    whole = share == 1.0 and alike and shared >= _LEAST_OF_COLLEAGUES * longer
    if not one_mouth and shared < _LEAST_SHARED_OF_COLLEAGUES and not whole:
        return 0.0
    if shared < _LEAST_OF_LONGER * max(len(voice.words - names), len(other.words - names)):
        return 0.0
    least = _LEAST_SHARE if alike and one_mouth else _LEAST_SHARE_OF_OTHERS
    if _both_quoted(voice, other):
        least = _LEAST_SHARE_OF_OTHERS
    enough = shared >= _LEAST_SHARED or ask_just_that(voice, other)
    return share if enough and share >= least else 0.0


def _counts_otherwise(voice: Voice, other: Voice) -> bool:
    """Say whether both give figures and none in common: two findings of one poll, two tolls."""
    mine, its = (frozenset(filter(_is_figure, each.words)) for each in (voice, other))
    return bool(mine and its) and mine.isdisjoint(its)


def _is_figure(word: str) -> bool:
    return word[0].isdigit()


def ask_just_that(voice: Voice, other: Voice) -> bool:
    """Say whether both demand the same of one party, and one of them nothing else."""
    demands = voice.statement.act is other.statement.act is Act.DEMAND
    names = voice.names | other.names
    return (
        demands
        and not voice.about.isdisjoint(other.about)
        and overlap_share(_matter(voice), _matter(other), names) == 1.0
    )


def _both_quoted(voice: Voice, other: Voice) -> bool:
    """Say whether both are quotations: who is quoted twice in an article mostly goes on."""
    return all(each.statement.quotation is Quotation.DIRECT for each in (voice, other))


def _matter(voice: Voice) -> frozenset[str]:
    """Return the words that carry the matter, synonyms as one, but those that judge or negate."""
    named = ((found, concept_of(found).name) for found in voice.words)
    return frozenset(found if name in _NO_MATTER else name for found, name in named)


def _is_one_voice(scene: Scene, voice: Voice, other: Voice) -> bool:
    """Say whether two without a name have more in common than whom they serve: Tarn's advisers."""
    common = voice.unnamed & other.unnamed
    if not common:
        return True
    named = (p for span in voice.statement.source for p in scene.parties.named_in(span))
    return not common <= scene.parties.mention_words(named)


def _may_repeat(scene: Scene, voice: Voice, other: Voice) -> bool:
    mine, its = voice.statement, other.statement
    if mine.id == its.id or not voice.same_side(other) or not _is_one_voice(scene, voice, other):
        return False
    if scene.is_inside(mine, its.id) or scene.is_inside(its, mine.id):
        return False
    in_head, other_in_head = voice.zone in HEADS, other.zone in HEADS
    if in_head != other_in_head:
        return in_head
    return voice.start > other.start
