"""When the name of a capital, a seat or a territory stands for those who act there."""

from rejoinder.actors.words import Words

__all__ = ["is_dateline", "stands_for_actor"]

_PLACE_PREPOSITIONS = frozenset(
    """
    in at near inside outside around through across into throughout within via beyond above
    along
    """.split()
)
_MOTION = frozenset(
    """
    arrive come go travel fly return leave depart visit reach move head drive march trip visit
    flight return arrival departure road route train bus plane journey relocate flee evacuate
    tour enter
    """.split()
)
_PLACE_NOUNS = frozenset(
    """
    city capital street streets centre center outskirts suburb suburbs north south east west
    district resident residents airport region area village town port siege bombing capture fall
    mayor people kilometer kilometers kilometre kilometres mile miles map border borders
    territory part parts most annexation takeover seizure population occupation settlement
    return status issue conflict war
    """.split()
)
# What one wants or gets from those who act there, and not from a place.
_WANTED = frozenset(
    """
    demand explanation answer apology request reply response support guarantee assurance
    concession compensation comment pressure criticism order instruction aid help threat
    """.split()
)
_PERSONAL = frozenset(
    """
    authorities government leadership regime administration officials official statement
    spokesman spokesperson spokeswoman delegation leaders policy strategy
    """.split()
)


def stands_for_actor(words: Words, first: int, last: int) -> bool:
    """Say whether the place name on tokens ``[first, last)`` stands for those who act there.

    It is a place behind "in", "near", "the city of", in "the Moscow summit", behind a verb of
    motion, and in a dateline; it acts as subject, possessor, party of talks or object.
    """
    before = _word_before(words, first)
    if is_dateline(words, first, last) or before in _PLACE_PREPOSITIONS:
        return False
    if before in {"from", "to", "toward", "towards", "for"} and _governor(words, first, _MOTION):
        return False
    if before == "from" and _governor(words, first, _WANTED):
        return True
    if before in {"from", "over", "capital", "city", "town"}:
        return False
    if before == "of" and _governor(words, first, _PLACE_NOUNS):
        return False
    following = words.lower[last] if last < len(words) else ""
    if following == "'s":
        return last + 1 >= len(words) or words.lower[last + 1] not in _PLACE_NOUNS
    if words.dep[last - 1] in {"compound", "amod", "nmod"} and words.head[last - 1] >= last:
        if following == "and" and words.text[last + 1][0].isupper():
            return True
        return following in _PERSONAL or following == "-" or words.headline[words.sentence[first]]
    if words.lemma[words.head[last - 1]] in _MOTION and words.dep[last - 1] == "dobj":
        return False
    return following != "," or not _names_a_place_list(words, first, last)


def _word_before(words: Words, first: int) -> str:
    """Return the word before the name, determiners, adjectives and "north of" looked through."""
    place = first - 1
    while place >= 0 and words.pos[place] in {"DET", "ADJ"}:
        place -= 1
    if place < 0 or words.sentence[place] != words.sentence[first]:
        return ""
    if words.lower[place] in {"and", "or"} and words.dep[first] == "conj":
        governor = words.head[first]
        return words.lower[governor - 1] if 0 < governor < first else ""
    return words.lower[place]


def _governor(words: Words, first: int, wanted: frozenset[str]) -> bool:
    """Say whether a word that governs the preposition before the name is one of those."""
    start, _ = words.sentence_of(first)
    near = range(max(start, first - 4), first)
    return any(words.lower[token] in wanted or words.lemma[token] in wanted for token in near)


def is_dateline(words: Words, first: int, last: int) -> bool:
    """Say whether the name opens a line as the place of a report: "BAKU, 3 May (Agency) -"."""
    start, end = words.sentence_of(first)
    while start < first and words.pos[start] == "SPACE":
        start += 1
    if first != start and words.lower[first - 1] != "/":
        return False
    rest = words.lower[last : min(end, last + 8)]
    if not rest or rest[0] not in {",", "(", "/", "-", "–", "—"}:
        return False
    if rest[0] in {"-", "–", "—"}:
        return words.text[first].isupper()
    dashes = [t for t in range(last, min(end, last + 8)) if words.text[t] == "-"]
    if any(words.start[t] > words.end[t - 1] for t in dashes):
        return True
    return any(word in {"(", "/", "–", "—"} or word.rstrip(".") in _MONTHS for word in rest)


_MONTHS = frozenset(
    """
    jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july
    august september october november december
    """.split()
)


def _names_a_place_list(words: Words, first: int, last: int) -> bool:
    """Say whether a state follows as in "Gori, Georgia"."""
    start, _ = words.sentence_of(first)
    return first > start and words.lower[first - 1] == "," and words.dep[first] == "appos"
