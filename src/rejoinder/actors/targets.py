"""Targets: whom a statement is about or against, never the speaker's own side."""

from collections.abc import Collection

from rejoinder.actors.aims import Earlier, aimed_at
from rejoinder.actors.bodies import takes_sides
from rejoinder.actors.bystanders import places_another, stands_aside, suffers
from rejoinder.actors.facing import faced_by
from rejoinder.actors.hosts import host_of
from rejoinder.actors.scene import Scene
from rejoinder.actors.sides import own_side, with_joined
from rejoinder.actors.sighting import Seen
from rejoinder.actors.speech import Speech
from rejoinder.actors.unblamed import blamed
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act

__all__ = ["targets_of"]

_BLAMING = frozenset({Act.ACCUSE, Act.CRITICISE})
_PLACES = frozenset("in near within inside across at".split())
_FORCE = frozenset(
    "aggression assassination assault assaults attack attacks attempt bombardment bombing campaign "
    "death killing killings murder offensive shelling shooting strike strikes war".split()
)
_REMINDED = frozenset("remind tell inform assure notify brief".split())
_BACKWARD = frozenset("it this that these those them".split())
_PLURAL = frozenset("they their them both".split())
_MATTERS = frozenset(
    "statement report incident claim claims accusation accusations allegation allegations charge "
    "charges remark remarks comment comments proposal offer demand demands invitation".split()
)
_PEOPLE = frozenset(
    "circles groups lobbies officials leaders elites politicians media figures criticism".split()
)
_TRYING = _PEOPLE | {"attempts", "campaign", "campaigns", "efforts"}
_OWNING = frozenset("amod compound poss nmod".split())
_DEEDS = frozenset(
    "agree back condemn criticise criticize decline defend demand denounce endorse offer oppose "
    "pledge praise promise protest refuse reject reiterate support threaten urge veto "
    "welcome".split()
)
_ECHOING = frozenset({"echo", "repeat", "share", "back"})
_REBUTS = frozenset("deny reject dismiss refute rebut refuse answer".split())


def targets_of(
    scene: Scene,
    speech: Speech,
    speaker: tuple[ActorId, ...],
    outer: tuple[ActorId, ...],
    earlier: Earlier | None,
    carriers: Collection[ActorId] = (),
) -> tuple[ActorId, ...]:
    """Return whom it is about or against: the cue's object, else the first other party.

    Args:
        scene: the article.
        speech: the attribution.
        speaker: who speaks.
        outer: who speaks around it; "us" in it means them.
        earlier: the attribution at the top level before it, with its speaker and its targets.
        carriers: through whom it came; nobody that it is about.
    """
    faced = faced_by(scene, speech)
    if faced and not set(faced) & set(speaker):
        return faced
    cue = set(speech.cue)
    fitting = _fitting(scene, speech, speaker, carriers)
    aimed = aimed_at(scene, speech, speaker, fitting, earlier)
    if aimed is not None:
        return aimed
    suffering = [s for s in fitting if suffers(scene.words, s.sighting.first, _core(s), cue)]
    acting = [s for s in fitting if not _is_place(scene, s, cue) and s not in suffering]
    aside = [s for s in acting if stands_aside(scene.words, s.sighting.core[0])]
    if (suffering and not acting) or (aside and len(aside) == len(acting)):
        aggressor = _of_aggressor(scene, speech, speaker)
        if aggressor:
            return aggressor
    acting = [s for s in acting if s not in aside] or acting
    if speech.act in _BLAMING:
        fitting = acting = blamed(scene, speech, acting, fitting)
    if fitting:
        chosen = min(acting or fitting, key=lambda seen: _prominence(scene, speech, seen))
        host = host_of(scene, chosen, speaker) if speech.act is Act.ACCUSE else ()
        if host:
            return (*host, *with_joined(scene, chosen, speaker))
        return with_joined(scene, chosen, speaker)
    return (
        _of_outer(scene, speech, speaker, outer)
        or _of_earlier(scene, speech, speaker, earlier)
        or _of_demonym(scene, speech, speaker)
        or _of_owner(scene, speech, speaker)
    )


def _of_outer(
    scene: Scene, speech: Speech, speaker: tuple[ActorId, ...], outer: tuple[ActorId, ...]
) -> tuple[ActorId, ...]:
    """Return who speaks around it, if it is about "us" and another's."""
    if not speaker and not speech.source:
        # "There is no doubt that we" is said by themselves.
        return ()
    words = {scene.words.lower[token] for token in speech.content}
    meant = not set(outer) & set(speaker) and not words.isdisjoint({"us", "we", "our", "me"})
    return outer if meant else ()


def _fitting(
    scene: Scene, speech: Speech, speaker: tuple[ActorId, ...], carriers: Collection[ActorId]
) -> list[Seen]:
    """Return who else is named with cue or content; who is but told so, only where nobody else."""
    inside = set(speech.content)
    near = _near(scene, speech)
    objects = [s for s in near if _is_object(scene, speech, s)]
    content = [s for s in near if _is_of_content(scene, s, inside)]
    told = {s.sighting.core for s in objects if _is_told(scene, speech, s)}
    fitting = [
        s
        for s in (*objects, *content)
        if not all(own_side(scene, actor, speaker) for actor in s.actors)
        and scene.profiles[s.actors[0]].kind is not ActorKind.MEDIA
        and s.actors[0] not in carriers
        and not places_another(scene.words, _core(s))
    ]
    said = [s for s in fitting if s.sighting.core not in told]
    return said or fitting


def _core(seen: Seen) -> range:
    return range(*seen.sighting.core)


def _is_told(scene: Scene, speech: Speech, seen: Seen) -> bool:
    """Say whether the cue's object is but who is told: "reminded X that Y had lied"."""
    words = scene.words
    tells = any(words.lemma[token] in _REMINDED for token in speech.cue)
    topic = words.lower[max(0, seen.sighting.first - 1)] in {"about", "of", "on"}
    return tells and not topic and not any(words.dep[t] == "nsubjpass" for t in _core(seen))


def _near(scene: Scene, speech: Speech) -> list[Seen]:
    """Return who is mentioned in the sentences of the attribution."""
    parts = (*speech.source, *speech.cue, *speech.content)
    if not parts:
        return []
    first, last = scene.words.sentence_of(min(parts))[0], scene.words.sentence_of(max(parts))[1]
    return [s for s in scene.outer if first <= s.sighting.first < last]


def _prominence(scene: Scene, speech: Speech, seen: Seen) -> int:
    """Return 0 for what the cue governs, 1 for a subject or its possessor, 2 for the rest."""
    words, sighting = scene.words, seen.sighting
    ahead = sighting.core[0] in speech.content and sighting.first > speech.content[0] + 1
    if not ahead and not _begins(scene, seen, set(speech.content)):
        return 0
    subjects = {"nsubj", "nsubjpass"}
    for token in range(sighting.first, sighting.last):
        owned = words.dep[token] == "poss" and words.dep[words.head[token]] in subjects
        if owned or words.dep[token] in subjects:
            return 1
    return 2


def _is_of_content(scene: Scene, seen: Seen, inside: Collection[int]) -> bool:
    """Say whether it stands in the words said, or is the subject that they go on from."""
    return seen.sighting.core[0] in inside or _begins(scene, seen, inside)


def _begins(scene: Scene, seen: Seen, inside: Collection[int]) -> bool:
    """Say whether the words said are told of it: "Vey, he went on, “failed to answer”"."""
    words = scene.words
    return seen.sighting.core[0] not in inside and any(
        words.dep[token] in {"nsubj", "nsubjpass"} and words.head[token] in inside
        for token in range(*seen.sighting.core)
    )


def _is_object(scene: Scene, speech: Speech, seen: Seen) -> bool:
    """Say whether the cue's words reach to the sighting: "demand from X", "response to X's …"."""
    words, first = scene.words, seen.sighting.first
    if not speech.cue or seen.sighting.core[0] in speech.source:
        return False
    core = range(*seen.sighting.core)
    if any(words.dep[t] == "nsubjpass" and words.head[t] in speech.cue for t in core):
        # "Norland is accused of an attack".
        return True
    if seen.sighting.core[0] in speech.cue:
        return True
    if not speech.cue[-1] < first <= speech.cue[-1] + 6:
        return False
    if seen.sighting.core[0] in {*speech.content, *speech.source}:
        return False
    gap = range(speech.cue[-1] + 1, first)
    return all(words.pos[t] not in {"VERB", "PUNCT"} for t in gap)


def _is_place(scene: Scene, seen: Seen, cue: Collection[int]) -> bool:
    """Say whether a state is only where something happens; "scoffed at X" is no place."""
    words, first = scene.words, seen.sighting.first
    state = scene.profiles[seen.actors[0]].kind is ActorKind.STATE
    if takes_sides(words, first):
        return True
    back = 4 if words.text[first - 1 : first] == [","] else 2
    near = [t for t in range(max(0, first - back), first) if t not in cue]
    if words.lower[max(0, first - 2)] in _TRYING:
        # "Efforts in Norland to discredit it" are those of somebody there.
        return False
    return state and any(words.lower[t] in _PLACES for t in near)


def _of_earlier(
    scene: Scene, speech: Speech, speaker: tuple[ActorId, ...], earlier: Earlier | None
) -> tuple[ActorId, ...]:
    """Return the targets carried on by "it" or "the statement", or whom a bare denial answers."""
    if earlier is None or speech.parent is not None or not speech.content or not speaker:
        return ()
    words, content = scene.words, speech.content
    near = words.sentence[content[0]] - words.sentence[earlier[0].first] <= 2
    if near and len(earlier[2]) > 1 and _PLURAL & {words.lower[token] for token in content}:
        return tuple(a for a in earlier[2] if not own_side(scene, a, speaker))
    matter = len(content) <= 3 and words.lower[content[-1]] in _MATTERS
    if not near or not (matter or words.lower[content[0]] in _BACKWARD):
        return ()
    _, said_by, about = earlier
    cue = {words.lemma[token] for token in speech.cue}
    if set(said_by) == set(speaker) or (matter and cue & _ECHOING):
        return tuple(a for a in about if not own_side(scene, a, speaker))
    rebuts = cue & _REBUTS
    bare = matter or (len(content) == 1 and words.lower[content[0]] in _BACKWARD)
    if rebuts and bare and not any(own_side(scene, actor, speaker) for actor in said_by):
        return said_by
    return ()


def _of_demonym(scene: Scene, speech: Speech, speaker: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return the state whose circles, lobbies or officials act, if the article mentions it."""
    mentioned = {actor for seen in scene.seen for actor in seen.actors}
    for token in speech.content:
        state = scene.lands.get(token)
        acts = _PEOPLE & set(scene.words.lower[token + 1 : token + 4])
        if acts and state in mentioned and not own_side(scene, state, speaker):
            return (state,)
    return ()


def _of_owner(scene: Scene, speech: Speech, speaker: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return the one other state whose plan, ships or people is what a deed of words is about.

    "rejected a Norlandic plan", "agreed to lift the ban on Norlandic beef": only where speaking is
    doing.
    """
    words = scene.words
    if not any(words.lemma[token] in _DEEDS for token in speech.cue):
        return ()
    owners = dict.fromkeys(
        scene.lands[token]
        for token in speech.content
        if token in scene.lands and _is_owner(scene, token)
    )
    found = [one for one in owners if not own_side(scene, one, speaker)]
    return (found[0],) if len(found) == 1 else ()


def _of_aggressor(
    scene: Scene, speech: Speech, speaker: tuple[ActorId, ...]
) -> tuple[ActorId, ...]:
    """Return the one other state whose attacks the words tell of: "the Norlandic attacks"."""
    words = scene.words
    owners = dict.fromkeys(
        scene.lands[token]
        for token in speech.content
        if token in scene.lands
        and _is_owner(scene, token)
        and words.lower[words.head[token]] in _FORCE
    )
    found = [one for one in owners if not own_side(scene, one, speaker)]
    return (found[0],) if len(found) == 1 else ()


def _is_owner(scene: Scene, token: int) -> bool:
    """Say whether it stands before a noun as whose it is, alone or joined to another that does."""
    dep, head = scene.words.dep, scene.words.head
    return dep[token] in _OWNING or (dep[token] == "conj" and dep[head[token]] in _OWNING)
