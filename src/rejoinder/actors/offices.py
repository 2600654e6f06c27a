"""Offices: role nouns with those they belong to, as titles, appositions or alone."""

from collections.abc import Mapping
from dataclasses import replace

from rejoinder.actors.bodies import owners_left, owners_right
from rejoinder.actors.gazetteer import Entry, Hit, Use
from rejoinder.actors.sighting import Office
from rejoinder.actors.terrain import Owned, Terrain
from rejoinder.actors.titles import served_surname
from rejoinder.actors.words import Words

__all__ = ["read_offices", "speaks_for_somebody"]

_COMPLEMENTS = {
    "of": None,
    "for": frozenset({"spokesperson", "minister", "official", "envoy", "head"}),
    "to": frozenset({"envoy", "official"}),
    "on": frozenset({"expert", "official"}),
    "in": frozenset({"expert", "envoy", "journalist"}),
    "at": frozenset({"expert", "journalist"}),
    "from": frozenset(
        {"activist", "business", "cleric", "expert", "journalist", "legislator", "official"}
    ),
}
_NOMINAL = frozenset({"appos", "attr", "dobj", "nsubj", "nsubjpass", "pobj"})
_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_CLOSING = frozenset("([,;:")
_CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "relcl"})
_QUOTES = frozenset('"“”„«»')
_TIMES = frozenset(
    """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday spring summer autumn winter
    """.split()
)
_PARTIES = frozenset("party movement faction bloc coalition caucus".split())
_FORMER_KEYS = frozenset({"predecessor"})
_FORMER = frozenset(
    """
    former ex late retired previous erstwhile onetime ousted deposed toppled overthrown impeached
    sacked dismissed disgraced
    """.split()
)
# Whoever holds an office for a while, or did when what is told happened, holds it all the same.
_FOR_A_TIME = frozenset(
    "then acting interim outgoing caretaker incumbent current visiting embattled longtime".split()
)
_NOT_YET = frozenset({"designate", "elect"})
_OWNING = frozenset({Use.NAME, Use.METONYM, Use.DEMONYM, Use.PLACE})


def read_offices(terrain: Terrain, names: Mapping[int, int]) -> list[Office]:
    """Return the office of each role noun in text order.

    Args:
        terrain: the article's words and hits.
        names: the token behind each run of name words, by the run's first token; a complement
            does not reach into a name.
    """
    offices: list[Office] = []
    for hit in terrain.hits:
        words = terrain.words
        if hit.sense.use is not Use.ROLE or words.hidden[hit.first]:
            continue
        if words.text[hit.first].islower() and not _is_noun(words, hit):
            continue
        office = _read(terrain, hit, names)
        earlier = offices[-1] if offices else None
        if earlier is not None and _same_person(words, earlier, office):
            offices[-1] = _joined(earlier, office)
        else:
            offices.append(office)
    return offices


def speaks_for_somebody(office: Office) -> bool:
    """Say whether who holds the office speaks for a person whom he serves."""
    return "spokesperson" in office.groups or office.key == "lawyer"


def _read(terrain: Terrain, hit: Hit, names: Mapping[int, int]) -> Office:
    words = terrain.words
    noun = _time_before(words, hit.first)
    left = owners_left(terrain, noun, plural=hit.sense.plural)
    not_yet = _is_not_yet(words, hit.last)
    whole = replace(hit, last=hit.last + 2) if not_yet else hit
    last, right = _complement(terrain, whole, names)
    owners = left.owners or right.owners
    body = left.body or right.body or _body_before(terrain, noun, owners)
    key, group, sector = hit.sense.key, hit.sense.group, hit.sense.sector
    if not_yet:
        key = f"{key}-designate"
    if key == "leader" and _PARTIES & set(words.lower[hit.last : last]):
        # Who leads a party of a land does not lead the land.
        key, group, sector = "party-leader", "politician", "PTY"
    first, article = _begin(words, left)
    definite = article in {"the", "this"} or left.possessed
    return Office(
        first=first,
        last=last,
        nouns=(hit.first, hit.last),
        key=key,
        groups=frozenset({group} | _groups_of(body)),
        sector=sector,
        unique=hit.sense.unique,
        plural=hit.sense.plural,
        gender=hit.sense.gender,
        owners=owners,
        body=body,
        former=left.former
        or key in _FORMER_KEYS
        or words.lower[hit.first].startswith("ex-")
        or any(words.lower[token] in _FORMER for token in range(first, hit.first)),
        definite=definite or bool(right.owners and article not in {"a", "an"}),
        whose=served_surname(terrain, first, hit),
    )


def _is_not_yet(words: Words, token: int) -> bool:
    """Say whether "-designate" or "-elect" follows."""
    return (
        token + 1 < len(words) and words.text[token] == "-" and words.lower[token + 1] in _NOT_YET
    )


def _is_noun(words: Words, hit: Hit) -> bool:
    """Say whether one of the words is a noun, or they stand where a noun does."""
    last = hit.last - 1
    return words.dep[last] in _NOMINAL or any(
        words.pos[token] in {"NOUN", "PROPN"} for token in range(hit.first, hit.last)
    )


def _time_before(words: Words, noun: int) -> int:
    """Return where "former", "ousted", "then-" and the like begin right before the noun."""
    start, _ = words.sentence_of(noun)
    first = noun
    while first > start:
        before = first - 2 if words.text[first - 1] == "-" and first - 1 > start else first - 1
        if words.lower[before] not in _FORMER | _FOR_A_TIME:
            break
        first = before
    return first


def _begin(words: Words, left: Owned) -> tuple[int, str]:
    """Return where the phrase begins, "retired" before "Morlandic general" included."""
    first = left.first if left.article else _time_before(words, left.first)
    if first == left.first or words.lower[first - 1] not in {"the", "a", "an"}:
        return first, left.article
    return first - 1, words.lower[first - 1]


def _body_before(terrain: Terrain, noun: int, owners: tuple[Entry, ...]) -> Entry | None:
    """Return the body that the noun modifies: "a defence ministry official of Morland"."""
    hit = terrain.at[noun - 1] if noun else None
    if hit is None or hit.sense.body is None or not owners:
        return None
    return hit.sense.body.of(owners[0])


def _groups_of(body: Entry | None) -> frozenset[str]:
    """Return the group that any member of the body is in."""
    return frozenset({"legislator"} if body is not None and body.sector == "LEG" else ())


def _complement(terrain: Terrain, hit: Hit, names: Mapping[int, int]) -> tuple[int, Owned]:
    """Return where the complements behind the role noun end, and whom they name as owner."""
    words = terrain.words
    last, owned = hit.last, Owned(first=hit.last, last=hit.last)
    _, end = words.sentence_of(hit.first)
    for _ in range(4):
        preposition = words.lower[last] if last < end else ""
        groups = _COMPLEMENTS.get(preposition, frozenset())
        inner = last > hit.last and preposition in {"of", "in", "on"}
        if preposition != "of" and not inner and hit.sense.group not in (groups or ()):
            break
        if preposition in {"in", "on", "at"} and _is_time(words, last + 1, end):
            break
        title = _quoted_title(words, last + 1, end)
        if title:
            last = title
            break
        found = owners_right(terrain, last, plural=hit.sense.plural)
        advises = preposition == "to" and hit.sense.key == "adviser"
        if (preposition in {"of", "for", "from"} or advises) and not owned.owners:
            owned = _owner_of(terrain, last, found)
        behind = _phrase_end(terrain, max(last + 1, found.last), end, names)
        if behind == last + 1:
            break
        last = _quoted_title(words, behind, end) or behind
    return last, owned


def _is_time(words: Words, token: int, end: int) -> bool:
    return token < end and (words.lower[token] in _TIMES or words.text[token].isdigit())


def _quoted_title(words: Words, token: int, end: int) -> int:
    """Return where the title in quotation marks ends that begins at the token; 0 if none does."""
    if token >= end or words.text[token] not in _QUOTES:
        return 0
    for behind in range(token + 2, min(token + 14, end)):
        if words.text[behind] in _QUOTES:
            return behind + 1
    return 0


def _owner_of(terrain: Terrain, place: int, found: Owned) -> Owned:
    """Return the owner, with the body it was read from: "spokesman for the Foreign Ministry"."""
    words = terrain.words
    first: Hit | None = None
    for token in range(place + 1, min(place + 8, len(words))):
        hit = terrain.at[token]
        if hit is None:
            # "Leaders of the three lands (Avaria, Belmark, Cyrland)" are not Avaria's alone.
            closed = words.text[token] in _CLOSING or words.dep[token] in _CLAUSES
            if closed or (first is not None and words.lower[token] not in {"'s", "'"}):
                break
            continue
        if hit.sense.body is not None:
            inner = terrain.owned.get(hit.first)
            if inner is not None and inner.owners:
                body = hit.sense.body.of(inner.owners[0])
                return Owned(first=place, last=inner.last, owners=inner.owners, body=body)
        if words.text[hit.last : hit.last + 1] == ["-"]:
            # "leaders of French-speaking Belgium" are not France's.
            continue
        if hit.sense.use not in _OWNING or hit.sense.entry is None:
            break
        first = first or hit
    if first is None or found.owners or first.sense.entry is None or _names_more(terrain, first):
        return found
    return Owned(first=place, last=first.last, owners=(first.sense.entry,))


def _names_more(terrain: Terrain, hit: Hit) -> bool:
    """Say whether a demonym begins a name of its own: "a spokesman for Norlandic Mills Inc."."""
    words, last = terrain.words, hit.last
    named = last < len(words) and terrain.at[last] is None and words.pos[last] == "PROPN"
    return hit.sense.use is Use.DEMONYM and named and words.text[last][:1].isupper()


def _phrase_end(terrain: Terrain, token: int, end: int, names: Mapping[int, int]) -> int:
    """Return where the noun phrase that begins at the token ends."""
    words = terrain.words
    while token < end:
        if token in names:
            before = token - 1 - (words.pos[token - 1] == "ADJ")
            if words.pos[before] != "DET":
                break
            # "Of the Ulgor region": a name with an article is nobody's.
            token = names[token]
            continue
        hit = terrain.at[token]
        if hit is not None:
            if hit.sense.use in {Use.ROLE, Use.HONORIFIC}:
                break
            token = hit.last
        elif words.pos[token] in _INSIDE or words.lower[token] in {"'s", "-"}:
            token += 1
        elif words.lower[token] == "and" and words.head[token - 1] > token:
            # "Security and democracy watchdog": both words tell which watchdog.
            token += 1
        else:
            break
    return token


def _same_person(words: Words, first: Office, second: Office) -> bool:
    """Say whether "and" joins two offices of one bearer: "ex-envoy and expert on …"."""
    gap = words.lower[first.last : second.first]
    return gap == ["and"] and not second.definite and not second.owners and not second.plural


def _joined(first: Office, second: Office) -> Office:
    return Office(
        first=first.first,
        last=second.last,
        nouns=first.nouns,
        key=first.key,
        groups=first.groups | second.groups,
        sector=first.sector,
        unique=first.unique,
        plural=first.plural,
        gender=first.gender or second.gender,
        owners=first.owners,
        body=first.body,
        former=first.former,
        definite=first.definite,
    )
