"""actors.rules.v1: the actors of one article and their parts in its statements."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from rejoinder.actors.casts import cast_of
from rejoinder.actors.chains import resolve_speakers
from rejoinder.actors.gazetteer import Gazetteer
from rejoinder.actors.joining import join_listed
from rejoinder.actors.lexicon import load_gazetteer
from rejoinder.actors.mentions import survey
from rejoinder.actors.scene import Scene, build_scene
from rejoinder.actors.speech import Speech, read_speech
from rejoinder.actors.tables import data_digest
from rejoinder.actors.targets import Earlier
from rejoinder.actors.words import read_words
from rejoinder.model.actor import Actor, ActorKind, Mention, MentionKind
from rejoinder.model.article import Article
from rejoinder.model.ids import ActorId
from rejoinder.model.span import Span
from rejoinder.model.statement import Attribution, Cast

__all__ = ["STAGE", "data_digest", "resolve_actors"]

STAGE = "actors.rules.v1"

_PRONOUNS = frozenset("he she it they i we who which".split())


def resolve_actors(
    doc: Doc,
    article: Article,
    attributions: Sequence[Attribution],
    gazetteer: Gazetteer | None = None,
) -> tuple[tuple[Actor, ...], tuple[Cast, ...]]:
    """Return the actors that the article mentions, by id, and the cast of each attribution.

    Args:
        doc: the parse of the whole of ``article.text``.
        article: zones of furniture in it hold no mentions.
        attributions: parents are places in this sequence.
        gazetteer: the one of the tables if None; `with_listed` makes one with a user's own list.
    """
    known = gazetteer or load_gazetteer()
    words = read_words(doc, article)
    speeches = [read_speech(words, attribution) for attribution in attributions]
    heads = {speech.head for speech in speeches if speech.head is not None}
    scene = build_scene(words, article.text, survey(words, known), heads, article.publisher)
    speakers = resolve_speakers(scene, speeches)
    casts = _casts(scene, speeches, speakers)
    actors = _actors(scene, speeches, speakers, known)
    return join_listed(actors, casts, known, article.published)


def _casts(
    scene: Scene, speeches: Sequence[Speech], speakers: Sequence[tuple[ActorId, ...]]
) -> tuple[Cast, ...]:
    casts: dict[int, Cast] = {}
    earlier: Earlier | None = None
    inner: dict[int, set[int]] = defaultdict(set)
    for speech in speeches:
        if speech.parent is not None:
            inner[speech.parent] |= {*speech.source, *speech.cue, *speech.content}
    for place in sorted(range(len(speeches)), key=lambda number: speeches[number].first):
        speech = speeches[place]
        outer = speakers[speech.parent] if speech.parent is not None else ()
        casts[place] = cast_of(scene, speech, speakers[place], outer, earlier, inner[place])
        if speech.parent is None:
            earlier = (speech, speakers[place], casts[place].about)
    return tuple(casts[place] for place in range(len(speeches)))


def _actors(
    scene: Scene,
    speeches: Sequence[Speech],
    speakers: Sequence[tuple[ActorId, ...]],
    gazetteer: Gazetteer,
) -> tuple[Actor, ...]:
    mentions: dict[ActorId, dict[Span, MentionKind]] = defaultdict(dict)
    names: dict[ActorId, dict[str, None]] = defaultdict(dict)
    for seen in scene.seen:
        sighting = seen.sighting
        span = scene.words.span(sighting.first, sighting.last)
        for actor in seen.actors:
            mentions[actor].setdefault(span, sighting.kind)
            group = scene.profiles[actor].kind is ActorKind.GROUP
            if sighting.name or sighting.entry is not None or (sighting.body is not None and group):
                named = scene.profiles[actor].kind is ActorKind.PERSON
                core = scene.words.span(*sighting.core) if named else span
                names[actor][_plain(core.text_of(scene.text))] = None
    for speech, who in zip(speeches, speakers, strict=True):
        if not who:
            continue
        pronoun = len(speech.source) == 1 and scene.words.lower[speech.source[0]] in _PRONOUNS
        kind = MentionKind.PRONOUN if pronoun else MentionKind.EPITHET
        for actor in who:
            if pronoun or actor not in mentions:
                mentions[actor].setdefault(speech.spans[0], kind)
    for actor, span in _own_countries(scene, speeches, speakers):
        mentions[actor].setdefault(span, MentionKind.EPITHET)
    return tuple(
        _actor(scene, actor, mentions[actor], tuple(names[actor]), gazetteer)
        for actor in sorted(mentions)
    )


def _own_countries(
    scene: Scene, speeches: Sequence[Speech], speakers: Sequence[tuple[ActorId, ...]]
) -> Iterator[tuple[ActorId, Span]]:
    """Yield the speaker's state for each "our country" inside a quotation."""
    words = scene.words
    for speech, who in zip(speeches, speakers, strict=True):
        countries = {scene.profiles[actor].country for actor in who}
        state = ActorId(f"state:{next(iter(countries))}") if len(countries) == 1 else None
        if state is None or not speech.quoted or state not in scene.profiles:
            continue
        for token in speech.content[:-1]:
            if words.lower[token] == "our" and words.lower[token + 1] == "country":
                yield state, words.span(token, token + 2)


def _plain(name: str) -> str:
    """Return a name as one writes it alone: without article, in one line."""
    words = name.split()
    return " ".join(words[1:] if words[0].lower() == "the" and len(words) > 1 else words)


def _actor(
    scene: Scene,
    actor: ActorId,
    mentions: dict[Span, MentionKind],
    names: tuple[str, ...],
    gazetteer: Gazetteer,
) -> Actor:
    profile = scene.profiles[actor]
    name = profile.name
    if profile.kind is ActorKind.GROUP and actor not in gazetteer.entries and names:
        # What a side calls itself is disputed; the article's own words are taken.
        name = max(names, key=len)
    return Actor(
        id=actor,
        name=name,
        aliases=tuple(sorted({alias for alias in names if alias != name})),
        kind=profile.kind,
        country=profile.country,
        sector=profile.sector,
        role=profile.role,
        mentions=tuple(Mention(span=span, kind=mentions[span]) for span in sorted(mentions)),
    )
