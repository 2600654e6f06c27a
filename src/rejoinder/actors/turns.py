"""Turns: who has spoken so far in the article, and which mentions may carry a pronoun."""

from collections.abc import Sequence

from rejoinder.actors.profiles import Profile
from rejoinder.actors.scene import Scene
from rejoinder.actors.sighting import Seen
from rejoinder.actors.speech import Speech
from rejoinder.model.ids import ActorId

__all__ = ["Speakers", "Turns"]

Speakers = tuple[ActorId, ...]


class Turns:
    """The speakers found so far, in the order in which the article has them speak.

    Attributes:
        found: the speakers of each attribution, empty until they are known.
        history: first token and speakers of the attributions at the top level, in text order.
        issued: who issued the last document of each kind, by its noun.
        nameless: first token of those of one person without a name.
        crowds: first token of those of several without a name.
        papers: first token of those of a document.
        said: tokens inside what somebody says.
    """

    def __init__(self, scene: Scene, speeches: Sequence[Speech]) -> None:
        """Begin with nobody having spoken."""
        self.scene = scene
        self.words = scene.words
        self.speeches = speeches
        self.found: list[Speakers] = [()] * len(speeches)
        self.history: list[tuple[int, Speakers]] = []
        self.nameless: list[int] = []
        self.crowds: list[int] = []
        self.papers: list[int] = []
        self.issued: dict[str, Speakers] = {}
        self.said = {t for s in speeches if s.parent is None for t in s.content}

    def profile(self, actor: ActorId) -> Profile:
        """Return what is known of an actor."""
        return self.scene.profiles[actor]

    def around(self, speech: Speech) -> list[int]:
        """Return the places of the speeches around one, the nearest first."""
        places: list[int] = []
        parent = speech.parent
        while parent is not None and parent not in places:
            places.append(parent)
            parent = self.speeches[parent].parent
        return places

    def outermost_first(self) -> list[int]:
        """Return the places of the speeches, those around others before those inside them."""
        places = range(len(self.speeches))
        return sorted(
            places, key=lambda n: (len(self.around(self.speeches[n])), self.speeches[n].first)
        )

    def running(self, speech: Speech) -> Speakers:
        """Return who spoke last before, at the top level."""
        before = [who for place, who in self.history if place < speech.first]
        return before[-1] if before else ()

    def is_main_subject(self, seen: Seen) -> bool:
        """Say whether a mention is the subject of its sentence's main clause."""
        words = self.words
        for token in range(seen.sighting.first, seen.sighting.last):
            verb = words.head[token]
            while words.dep[verb] == "conj" and words.head[verb] != verb:
                verb = words.head[verb]
            if words.dep[token] in {"nsubj", "nsubjpass"} and words.dep[verb] == "ROOT":
                return True
        return False

    def is_subject(self, seen: Seen) -> bool:
        """Say whether a mention is the subject of its clause."""
        core = range(seen.sighting.first, seen.sighting.last)
        return any(self.words.dep[token] in {"nsubj", "nsubjpass"} for token in core)
