"""Groups without a name: "Western countries", "gunmen at a roadblock in X", "the people of X"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rejoinder.actors.bodies import owners_left, takes_sides
from rejoinder.actors.gazetteer import Entry, Use
from rejoinder.actors.minorities import land_behind
from rejoinder.actors.nouns import GroupNoun, load_group_nouns
from rejoinder.actors.sighting import Epithet, Office, Sighting, Sort
from rejoinder.actors.slugs import slug
from rejoinder.actors.terrain import Owned, Terrain
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind, MentionKind

__all__ = ["bearers_entry", "find_groups", "group_entry", "phrase_end"]

_QUANTIFIERS = frozenset("some several many most all various numerous other".split())
_DEFINITE = frozenset("the these those this both all".split())
_QUOTES = frozenset("\"“”‘’'")
# Capitals say nothing at the start of a sentence, so what makes a group is listed for there.
_REGIONS = frozenset(
    """
    western eastern european arab asian african kurdish zionist islamist islamic jihadist muslim
    christian jewish shiite shia sunni gulf nordic baltic balkan caucasian slavic turkic orthodox
    latin scandinavian israelite chechen tatar cossack crimean houthi alawite druze yazidi uyghur
    rohingya tamil basque catalan flemish turkmen rohingyas baloch pashtun hazara
    """.split()
)
_STEPS = frozenset(
    """
    prep pobj acl dobj amod det compound poss nummod advmod nmod pcomp case prt agent npadvmod
    quantmod dative
    """.split()
)
# Those who fight for a party are that party.
_RANKS = frozenset({"fighters", "forces", "gunmen", "soldiers", "commanders"})
# Whoever leads the opposition, rebels or a party is no government.
_AGAINST = frozenset({"LAB", "OPP", "PTY", "REB"})
_LEADING = frozenset("det amod compound nummod poss advmod quantmod".split())


def find_groups(terrain: Terrain, claimed: Sequence[bool]) -> Iterator[Sighting]:
    """Yield plurals for people of a land or a side, and those that may name such a group again."""
    words, nouns, taken = terrain.words, load_group_nouns(), 0
    for token, lower in enumerate(words.lower):
        if token < taken or lower not in nouns or words.hidden[token]:
            continue
        noun = _noun_at(terrain, claimed, token)
        if noun is None:
            continue
        taken = token + len(noun.words)
        sighting = _read(terrain, noun, token)
        if sighting is not None:
            yield sighting


def _noun_at(terrain: Terrain, claimed: Sequence[bool], token: int) -> GroupNoun | None:
    words = terrain.words
    for noun in load_group_nouns()[words.lower[token]]:
        last = token + len(noun.words)
        if tuple(words.lower[token:last]) != noun.words:
            continue
        free = all(_is_free(terrain, t) and not claimed[t] for t in range(token, last))
        modifies = words.dep[last - 1] == "compound" and words.head[last - 1] >= last
        if free and not modifies and words.pos[last - 1] in {"NOUN", "PROPN"}:
            return noun
    return None


def _is_free(terrain: Terrain, token: int) -> bool:
    """Say whether no table has the word, or has it for a body whose owner is not named."""
    hit = terrain.at[token]
    if hit is None or (hit.sense.use is Use.ROLE and hit.sense.plural):
        return True
    owned = terrain.owned.get(hit.first)
    return hit.sense.use is Use.BODY and owned is not None and not owned.owners


def _read(terrain: Terrain, noun: GroupNoun, token: int) -> Sighting | None:
    words = terrain.words
    inside = token > words.sentence_of(token)[0] and not words.headline[words.sentence[token]]
    if inside and words.text[token][0].isupper():
        return None
    if noun.key == "community":
        return _the_community(words, noun, token)
    left = _left(terrain, token)
    behind = token + len(noun.words)
    hit = terrain.at[behind - 1]
    office = hit is not None and hit.sense.use is Use.ROLE
    if office and (left.owners or words.lower[behind : behind + 1] == ["of"]):
        return None
    end = phrase_end(words, behind - 1)
    place = land_behind(terrain, token + len(noun.words), end)
    side = left.owners[0] if left.owners else place
    first, core = left.first, (token, token + len(noun.words))
    last = end if side is not None or left.article in _DEFINITE else core[1]
    kind = MentionKind.EPITHET
    adjective = "" if left.owners else _proper_adjective(words, first, token)
    if side is not None and not adjective:
        entry = _of_side(words, noun, side, (first, core[1]))
        if entry is None:
            return None
        return Sighting(first=first, last=last, core=core, kind=kind, entry=entry)
    if adjective:
        name = " ".join((adjective, *noun.words))
        entry = Entry(
            id=f"grp:{slug(name)}",
            name=name,
            kind=ActorKind.GROUP,
            country=None,
            sector=noun.sector,
        )
        return Sighting(first=first, last=last, core=core, kind=kind, entry=entry)
    again = noun.again and words.lower[first] in _DEFINITE and not office
    if not again and not noun.bare:
        return None
    epithet = Epithet(sort=Sort.GROUP, key=noun.key, sector=noun.sector, first=noun.bare)
    return Sighting(first=first, last=last, core=core, kind=kind, epithet=epithet)


def _the_community(words: Words, noun: GroupNoun, token: int) -> Sighting:
    last = token + len(noun.words)
    entry = Entry(
        id="grp:international-community",
        name="international community",
        kind=ActorKind.GROUP,
        country=None,
        sector=noun.sector,
    )
    first = token - 1 if token and words.lower[token - 1] == "the" else token
    return Sighting(
        first=first, last=last, core=(token, last), kind=MentionKind.EPITHET, entry=entry
    )


def _left(terrain: Terrain, token: int) -> Owned:
    """Return what stands before the noun; an adjective in quotation marks belongs to it."""
    words = terrain.words
    left = owners_left(terrain, token, plural=True)
    if left.first > 0 and words.lower[left.first - 1] in _QUANTIFIERS:
        return replace(left, first=left.first - 1)
    opening = token - 3
    if left.first < token or opening < 0:
        return left
    quoted = words.text[token - 1] in _QUOTES and words.text[opening] in _QUOTES
    if quoted and words.text[token - 2][0].isupper():
        return Owned(first=opening, last=opening)
    return left


def _of_side(words: Words, noun: GroupNoun, side: Entry, tokens: tuple[int, int]) -> Entry | None:
    """Return the group of that land or body; the countries of an organisation are that itself."""
    if noun.key == "countries":
        return side if side.kind is ActorKind.IGO else None
    if _is_party(side) and noun.key in _RANKS:
        return side
    return group_entry(side, noun, " ".join(words.text[tokens[0] : tokens[1]]))


def _is_party(side: Entry) -> bool:
    return side.kind is ActorKind.GROUP and not side.land and side.sector != "PRE"


def group_entry(side: Entry, noun: GroupNoun, name: str) -> Entry:
    """Return the group that the noun makes of a land, an organisation or a body."""
    state = side.kind is not ActorKind.MEDIA and side.country is not None
    partial = side.sector == "PRE" and noun.sector in {"GOV", "LEG", "MIL"}
    sector = side.sector if side.sector in _AGAINST and noun.sector == "GOV" else noun.sector
    return Entry(
        id=f"grp:{side.id.partition(':')[2]}-{noun.key}",
        name=name,
        kind=ActorKind.GROUP,
        country=side.country if state else None,
        sector="PRE" if partial else sector,
    )


def bearers_entry(office: Office, plural: str) -> Entry | None:
    """Return the group of those who bear an office, or nothing for people who act each alone.

    Args:
        office: a plural with owners: "EU envoys", "the foreign ministers of A, B and C".
        plural: its noun in small letters.
    """
    found = [
        n for n in load_group_nouns().get(plural.split()[0], ()) if plural == " ".join(n.words)
    ]
    if not found or office.former:
        return None
    side = office.body or office.owners[0]
    if _is_party(side) and found[0].key in _RANKS:
        return side
    entry = group_entry(side, found[0], plural)
    if len(office.owners) < 2:
        return entry
    codes = "-".join(sorted({owner.id.partition(":")[2] for owner in office.owners}))
    return replace(entry, id=f"grp:{codes}-{found[0].key}", country=None)


def _proper_adjective(words: Words, first: int, token: int) -> str:
    """Return the word with a capital that tells which: "Western", "Zionist"; else nothing."""
    if "'s" in words.lower[first:token]:
        return ""
    for place in range(first, token):
        if not words.text[place][0].isupper():
            continue
        if words.lower[place] in _REGIONS:
            return words.lower[place]
        if place - 2 >= first and takes_sides(words, place):
            return "".join(words.lower[place - 2 : place + 1])
    return ""


def phrase_end(words: Words, head: int) -> int:
    """Return where the noun phrase ends, with complements but without clauses and commas."""
    _, end = words.sentence_of(head)
    inside = {head}
    token = head + 1
    while token < end and words.head[token] in inside and words.dep[token] in _STEPS:
        inside.add(token)
        token += 1
        # A complement's own modifiers come before its head.
        ahead = token
        while ahead < end and (words.dep[ahead] in _LEADING or words.text[ahead] == "-"):
            ahead += 1
        if ahead < end and ahead > token and words.head[ahead] in inside:
            inside.update(range(token, ahead + 1))
            token = ahead + 1
    return token
