"""actors.rules.v10: the actors of one article and their parts in its statements."""

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from rejoinder.actors.aims import Earlier
from rejoinder.actors.casts import cast_of
from rejoinder.actors.chains import resolve_speakers
from rejoinder.actors.gazetteer import Gazetteer
from rejoinder.actors.joining import join_listed
from rejoinder.actors.lending import lend_lands
from rejoinder.actors.lexicon import load_gazetteer
from rejoinder.actors.mentions import survey
from rejoinder.actors.relays import carry_over
from rejoinder.actors.roster import list_actors
from rejoinder.actors.scene import Scene, build_scene
from rejoinder.actors.sides import without_lent_side
from rejoinder.actors.speech import Speech, read_speech
from rejoinder.actors.tables import data_digest
from rejoinder.actors.words import read_words
from rejoinder.model.actor import Actor
from rejoinder.model.article import Article
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Attribution, Bearing, Cast

__all__ = ["STAGE", "data_digest", "resolve_actors"]

STAGE = "actors.rules.v10"


def resolve_actors(
    doc: Doc,
    article: Article,
    attributions: Sequence[Attribution],
    gazetteer: Gazetteer | None = None,
    bearings: Sequence[Bearing] = (),
) -> tuple[tuple[Actor, ...], tuple[Cast, ...]]:
    """Return the actors that the article mentions, by id, and the cast of each attribution.

    Args:
        doc: the parse of the whole of ``article.text``.
        article: zones of furniture in it hold no mentions.
        attributions: parents are places in this sequence.
        gazetteer: the one of the tables if None; `with_listed` makes one with a user's own list.
        bearings: what each attribution does and at whom it aims, by grammar, if that was read.
    """
    known = gazetteer or load_gazetteer()
    words = read_words(doc, article)
    speeches = [
        read_speech(words, attribution, bearings[place] if bearings else None)
        for place, attribution in enumerate(attributions)
    ]
    heads = {speech.head for speech in speeches if speech.head is not None}
    scene = build_scene(words, article.text, survey(words, known), heads, article.publisher)
    speakers = resolve_speakers(scene, speeches)
    casts = _casts(scene, speeches, speakers)
    actors = list_actors(scene, speeches, speakers, known)
    actors, casts = join_listed(actors, casts, known, article.published)
    lent = lend_lands(actors, scene, article.published)
    return lent, without_lent_side(casts, scene, lent)


def _casts(
    scene: Scene, speeches: Sequence[Speech], speakers: Sequence[tuple[ActorId, ...]]
) -> tuple[Cast, ...]:
    casts: dict[int, Cast] = {}
    earlier: Earlier | None = None
    inner: dict[int, set[int]] = defaultdict(set)
    for speech in speeches:
        if speech.parent is not None:
            parts = (*speech.source, *speech.cue, *speech.content)
            inner[speech.parent] |= set(range(min(parts), max(parts) + 1))
    for place in sorted(range(len(speeches)), key=lambda number: speeches[number].first):
        speech = speeches[place]
        outer = speakers[speech.parent] if speech.parent is not None else ()
        around = speeches[speech.parent] if speech.parent is not None else None
        casts[place] = cast_of(scene, speech, speakers[place], outer, earlier, inner[place], around)
        if speech.parent is None:
            earlier = (speech, speakers[place], casts[place].about)
    return tuple(carry_over(scene, speeches, [casts[place] for place in range(len(speeches))]))
