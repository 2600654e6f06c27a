"""Bodies: a ministry, an army, a parliament with the state that it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.actors.gazetteer import Body, Entry, Hit, Use
from rejoinder.actors.minorities import at_home
from rejoinder.actors.sighting import Sighting
from rejoinder.actors.terrain import Owned, Terrain
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind, MentionKind

__all__ = ["find_bodies", "named_head", "owners_left", "owners_right", "takes_sides"]

_DOCUMENTS = frozenset("statement report communique release announcement".split())
_SIDED = frozenset({"pro", "anti", "non", "neo"})
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "NUM"})
_UNOWNED = frozenset(
    """
    ministry foreign defence interior justice finance government parliament army police embassy
    opposition presidency delegation central-bank state-security prosecution peacekeepers
    separatists protesters general-staff security-forces mission
    """.split()
)
_POSSESSORS = frozenset("its their our his her".split())
_NEVER_ALONE = frozenset("troops forces soldiers servicemen congress senate units".split())
# Plurals that mean those of the place that the article is about, also without an article.
_COLLECTIVE = frozenset("police protesters separatists security-forces peacekeepers".split())


def find_bodies(terrain: Terrain) -> list[Sighting]:
    """Return a sighting for each body; without an owner only where it may go without."""
    found: list[Sighting] = []
    for hit in terrain.hits:
        if hit.sense.use is not Use.BODY or terrain.words.hidden[hit.first]:
            continue
        owned = _own_body(terrain, hit)
        terrain.owned[hit.first] = owned
        found.extend(_sightings(terrain, hit, owned))
    return found


def _own_body(terrain: Terrain, hit: Hit) -> Owned:
    """Return the body phrase with its owners, named before it or behind it."""
    if hit.first in terrain.owned:
        return terrain.owned[hit.first]
    left = owners_left(terrain, hit.first, plural=hit.sense.plural)
    if left.owners:
        last = _place_behind(terrain, hit) if _body(hit).key == "embassy" else hit.last
        return Owned(first=left.first, last=last, owners=left.owners, article=left.article)
    if _body(hit).key == "opposition":
        # "The opposition of X" is X's resistance and not those who oppose X.
        return Owned(first=left.first, last=hit.last, article=left.article)
    right = owners_right(terrain, hit.last, plural=hit.sense.plural)
    located = _body(hit).key in _COLLECTIVE and terrain.words.lower[right.first] == "in"
    return Owned(
        first=left.first,
        last=hit.last if located else right.last,
        owners=right.owners,
        article=left.article,
        possessed=left.possessed,
    )


def _body(hit: Hit) -> Body:
    assert hit.sense.body is not None
    return hit.sense.body


def _sightings(terrain: Terrain, hit: Hit, owned: Owned) -> list[Sighting]:
    words, body = terrain.words, _body(hit)
    core = (hit.first, hit.last)
    if _modifies_a_thing(terrain, hit):
        return []
    if owned.owners:
        kind = MentionKind.NAME
        return [
            Sighting(first=owned.first, last=owned.last, core=core, kind=kind, entry=body.of(owner))
            for owner in owned.owners
        ]
    if body.default is not None and words.text[hit.first][0].isupper():
        entry = terrain.gazetteer.entries[body.default]
        first, last = owned.first, hit.last
        return [Sighting(first=first, last=last, core=core, kind=MentionKind.NAME, entry=entry)]
    definite = owned.article in {"the", "this"} or owned.possessed or body.key in _COLLECTIVE
    # The article of "a defence ministry statement" is the statement's.
    definite |= not _DOCUMENTS.isdisjoint(words.lemma[hit.last : hit.last + 1])
    capital = words.text[hit.first][0].isupper() and not words.headline[words.sentence[hit.first]]
    possessed = owned.article in _POSSESSORS
    if hit.sense.plural or (body.key not in _UNOWNED and not possessed):
        return []
    if _is_vague(words, hit) and not possessed:
        return []
    subject = body.key == "parliament" and words.dep[hit.last - 1] == "nsubj"
    headed = named_head(words, terrain.at, hit.first) >= 0 and body.key == "government"
    if not definite and not capital and not subject and not headed:
        return []
    kind = MentionKind.EPITHET
    return [Sighting(first=owned.first, last=hit.last, core=core, kind=kind, body=body)]


def named_head(words: Words, at: Sequence[Hit | None], noun: int) -> int:
    """Return the token of the surname in "the Orlin government", "Orlin's cabinet"; -1 for none."""
    token = noun - 1
    if token > 0 and words.lower[token] == "'s":
        token -= 1
    named = token >= 0 and words.pos[token] == "PROPN" and words.text[token][0].isupper()
    return token if named and at[token] is None else -1


def _is_vague(words: Words, hit: Hit) -> bool:
    """Say whether the words are too general to mean one body where no owner is named."""
    return _body(hit).key in {"army", "parliament"} and words.lower[hit.last - 1] in _NEVER_ALONE


def _modifies_a_thing(terrain: Terrain, hit: Hit) -> bool:
    """Say whether the body is only the kind of something else: "government bonds"."""
    words, last = terrain.words, hit.last - 1
    if hit.last >= len(words) or words.dep[last] not in {"compound", "nmod", "amod"}:
        return False
    if words.lower[hit.last] == "and" and words.head[last] > hit.last:
        return words.pos[last] == "ADJ"  # "Military and political experts" are no military.
    follower = terrain.at[hit.last]
    if words.pos[hit.last] not in {"NOUN", "PROPN"} or words.lemma[hit.last] in _DOCUMENTS:
        return False
    return follower is None and (words.text[last].islower() or words.pos[hit.last] == "PROPN")


def owners_left(terrain: Terrain, place: int, *, plural: bool = False) -> Owned:
    """Return the owners named before the token, and where their noun phrase begins.

    Reads leftwards over demonyms, state names, possessive marks and modifiers; stops at a
    determiner, a verb, a preposition or a comma.
    """
    words, reading = terrain.words, _Leftward(first=place)
    start, _ = words.sentence_of(place)
    token = place - 1
    while token >= start and place - token < 9:
        hit = terrain.at[token]
        if hit is not None:
            if not reading.take(terrain, hit, plural=plural):
                break
            token = reading.first - 1
        elif not reading.read(words, token, place):
            break
        else:
            token -= 1
    return at_home(terrain, reading.owned(), place)


@dataclass(slots=True)
class _Leftward:
    """What has been read so far, going left."""

    first: int
    owners: tuple[Entry, ...] = ()
    body: Entry | None = None
    former: bool = False
    possessed: bool = False
    article: str = ""
    closed: bool = False
    adjective: bool = False

    def take(self, terrain: Terrain, hit: Hit, *, plural: bool) -> bool:
        """Read one hit of the gazetteer; say whether to go on."""
        words, use = terrain.words, hit.sense.use
        gap = words.lower[hit.last : self.first]
        joined = plural and any(word in {"and", ","} for word in gap)
        if self.owners and not joined and not self._shares(words, hit, gap):
            return False
        if use is Use.BODY:
            inner = _own_body(terrain, hit)
            self.body = _body(hit).of(inner.owners[0]) if inner.owners else None
            self.owners, self.first, self.article = inner.owners, inner.first, inner.article
            return False
        if use in {Use.ROLE, Use.HONORIFIC}:
            return False
        entry = hit.sense.entry
        if entry is None or hit.sense.plural:
            return False
        if takes_sides(words, hit.first):
            self.first = hit.first - 2
            return True
        if entry.kind is ActorKind.MEDIA and self.owners:
            return False
        if _is_body(entry):
            self.body = entry
        self.owners = (entry, *self.owners)
        self.first, self.adjective = hit.first, use is Use.DEMONYM
        return True

    def _shares(self, words: Words, hit: Hit, gap: Sequence[str]) -> bool:
        """Say whether two adjectives share a noun that has no singular: "US and British forces"."""
        adjective = hit.sense.use is Use.DEMONYM or words.text[hit.first].isupper()
        return self.adjective and adjective and list(gap) == ["and"]

    def read(self, words: Words, token: int, place: int) -> bool:
        """Read one word that is no hit; say whether to go on."""
        word, pos = words.lower[token], words.pos[token]
        if word in {"the", "a", "an", "this", "its", "his", "her", "their", "our", "my"}:
            self.first, self.article = token, word
            self.possessed = pos == "PRON" or word in {"its", "his", "her", "their", "our", "my"}
            return False
        if word in {"former", "ex", "outgoing", "then", "late"}:
            self.former = self.former or word in {"former", "ex"}
        elif word in {"'s", "'", "-"}:
            # A hyphen is tied to the word before, a dash is not.
            return token > 0 and words.start[token] == words.end[token - 1]
        elif word in {"and", ","}:
            return bool(self.owners)
        elif pos not in _MODIFIERS or not _leads_to(words, token, place):
            return False
        if not self.owners or word == "former":
            self.first = token
            return True
        return pos == "ADJ"

    def owned(self) -> Owned:
        """Return what was read."""
        return Owned(
            first=self.first,
            last=self.first,
            owners=self.owners,
            body=self.body,
            former=self.former,
            possessed=self.possessed or bool(self.owners),
            article=self.article,
        )


def takes_sides(words: Words, first: int) -> bool:
    """Say whether the name is only whom something is for or against: "pro-Morland"."""
    return first > 1 and words.text[first - 1] == "-" and words.lower[first - 2] in _SIDED


def _is_body(entry: Entry) -> bool:
    return entry.kind in {ActorKind.GOVERNMENT_BODY, ActorKind.ARMED_FORCE}


def _leads_to(words: Words, token: int, place: int) -> bool:
    """Say whether the word modifies something further right, up to the phrase's own nouns."""
    return words.text[token][0].isupper() or token < words.head[token] <= place + 4


def owners_right(terrain: Terrain, place: int, *, plural: bool = False) -> Owned:
    """Return the owners named behind the token after "of", and where that complement ends."""
    words = terrain.words
    nothing = Owned(first=place, last=place)
    if place >= len(words) - 1 or words.lower[place] not in {"of", "in"}:
        return nothing
    token = _skip(words, place + 1)
    hit = terrain.at[token] if token < len(words) else None
    if hit is None or hit.first != token or hit.sense.plural:
        return nothing
    if hit.sense.use is Use.BODY:
        inner = _own_body(terrain, hit)
        return Owned(first=place, last=inner.last, owners=inner.owners)
    behind = terrain.at[hit.last] if hit.last < len(words) else None
    if hit.sense.use is Use.DEMONYM and behind is not None and behind.sense.use is Use.BODY:
        return Owned(first=place, last=behind.last, owners=_own_body(terrain, behind).owners)
    entry = hit.sense.entry
    if entry is None or hit.sense.use is Use.DEMONYM:
        return nothing
    if words.lower[place] == "in" and hit.sense.use not in {Use.METONYM, Use.PLACE}:
        return nothing
    more = _more_owners(terrain, hit.last) if plural else []
    last = more[-1].last if more else hit.last
    others = tuple(m.sense.entry for m in more if m.sense.entry is not None)
    return Owned(first=place, last=last, owners=(entry, *others))


def _more_owners(terrain: Terrain, place: int) -> list[Hit]:
    found: list[Hit] = []
    words = terrain.words
    while place < len(words) and words.lower[place] in {",", "and", "the"}:
        place += 1
        hit = terrain.at[place] if place < len(words) else None
        if hit is not None and hit.first == place and hit.sense.use is Use.NAME:
            behind = terrain.at[hit.last] if hit.last < len(words) else None
            if behind is not None and behind.sense.use in {Use.ROLE, Use.BODY, Use.HONORIFIC}:
                break
            found.append(hit)
            place = hit.last
    return found


def _skip(words: Words, token: int) -> int:
    while token < len(words) and words.pos[token] in {"DET", "ADJ"} and words.text[token].islower():
        token += 1
    return token


def _place_behind(terrain: Terrain, hit: Hit) -> int:
    """Return where "embassy in X" ends."""
    words = terrain.words
    if hit.last < len(words) - 1 and words.lower[hit.last] == "in":
        place = terrain.at[hit.last + 1]
        if place is not None:
            return place.last
    return hit.last
