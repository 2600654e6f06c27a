"""Keys: the blocks in which an actor is looked for.

====== ============================================== ======================================
``n:`` full names, by surname and first sound of the  looked through for other full names
       given name
``x:`` full names, by all their words in any order    likewise
``s:`` full names, by surname                         looked through for a bare surname
``b:`` bare surnames and names with initials          judged again for a new full name
``h:`` those of one id                                judged again for what they have in common
``o:`` holders of an office                           looked through for an office without name
``v:`` offices without a name                         judged again for a new holder
``g:`` organisations, by their words                  looked through for other organisations
====== ============================================== ======================================
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rejoinder.actors.across.compare import is_rare
from rejoinder.actors.across.forms import Form, given_rows, is_family_first, read_form
from rejoinder.actors.across.letters import latin_words
from rejoinder.actors.across.sounds import skeletons

__all__ = [
    "given_keys",
    "name_keys",
    "organisation_keys",
    "organisation_kinds",
    "organisation_words",
]

# Sounds that romanisations of given names confuse at their start; vowels and y are one.
_FIRST = {
    **dict.fromkeys("aeiouyj", "a"),
    **dict.fromkeys("kcqgh", "k"),
    **dict.fromkeys("sz", "s"),
    **dict.fromkeys("pbfvw", "p"),
    **dict.fromkeys("td", "t"),
    "x": "s",
}
_SPELT_J = re.compile(r"^(dzh|dsch|dj)")
# Words that say what an organisation is rather than what it is called.
_SMALL = frozenset("the a of and for on".split())
_KINDS = _SMALL | frozenset(
    """
    newspaper newspapers daily weekly magazine agency newswire news website
    portal outlet channel network tv television radio broadcaster service online media group
    inc ltd llc plc corp corporation company co party movement organization organisation
    """.split()
)


@lru_cache(maxsize=65536)
def name_keys(name: str) -> frozenset[str]:
    """Return the blocks of a full name, or those of a bare or abridged one."""
    form = read_form(name)
    if form is None:
        return frozenset()
    if form.is_bare or form.is_abridged:
        return frozenset(f"b:{found}" for found in skeletons(form.family))
    # Of many peoples the leaders go by their given names: Saddam Hussein, Abiy Ahmed.
    called = (*_families(form), *([form.given] if is_rare(form.given) else []))
    keys = {f"s:{found}" for word in called for found in skeletons(word)}
    for word, given in _pairs(form):
        keys.update(f"n:{found}|{first}" for found in skeletons(word) for first in _first(given))
    whole = sorted(skeletons(word)[0] for word in form.words if len(word) > 1)
    if len(whole) > 1:
        keys.add(f"x:{'+'.join(whole)}")
    return frozenset(keys)


@lru_cache(maxsize=65536)
def given_keys(name: str) -> frozenset[str]:
    """Return the blocks in which the given name alone may be looked for: Abiy for Abiy Ahmed."""
    form = read_form(name)
    if form is None or form.is_bare or form.is_abridged or form.given in given_rows():
        return frozenset()
    return frozenset(f"s:{found}" for found in skeletons(form.given))


def _families(form: Form) -> tuple[str, ...]:
    """Return the words that may stand alone as a surname."""
    words = [form.family]
    if is_family_first(form):
        words.append(form.given)
    if len(form.words) > 2:
        words.extend(("".join(form.words[-2:]), form.words[-2]))
    return tuple(word for word in dict.fromkeys(words) if len(word) > 1) or (form.family,)


def _pairs(form: Form) -> Iterator[tuple[str, str]]:
    """Yield each word that may be the surname with each that may be the given name before it."""
    for word in _families(form):
        yield word, form.given
    for word in form.words[2:-1]:
        yield word, form.given
    if len(form.words) > 2:
        yield form.family, form.words[1]
    if len(form.words) == 4:
        yield form.words[2], form.words[1]
    if is_family_first(form):
        yield form.given, form.words[1]


def _first(given: str) -> set[str]:
    """Return the classes of the first sound of a given name and of the forms it may take."""
    names = {name for name, _ in given_rows().get(given, ())}
    firsts = {_SPELT_J.sub("j", word)[0] for word in (given, *names)}
    # The letters are read in several ways: Cameron, Cicero, Turkish Ceyhan; Jafar, Jan, Janna.
    return {_FIRST.get(f, f) for f in firsts} | ({"s", "a"} if firsts & {"c", "j"} else set())


def organisation_words(name: str) -> tuple[str, ...]:
    """Return the words that an organisation is called by, without those for what it is."""
    plain = _plain_words(name)
    return tuple(word for word in plain if word not in _KINDS) or plain


def organisation_kinds(name: str) -> frozenset[str]:
    """Return the words of a name that say what the organisation is."""
    return frozenset(_plain_words(name)) & (_KINDS - _SMALL)


def _plain_words(name: str) -> tuple[str, ...]:
    """Return the words in small Latin letters, hyphens undone; a number is a word."""
    words = re.findall(r"\d+|[^\d\s-]+", name)
    return tuple(p for w in words for p in ([w] if w.isdigit() else latin_words(w)))


def organisation_keys(name: str) -> frozenset[str]:
    """Return the blocks of an organisation: its first and its last word, as they sound."""
    words = organisation_words(name)
    if not words:
        return frozenset()
    first, last = skeletons(words[0])[0], skeletons(words[-1])[0]
    return frozenset({f"g:{first}+{last}{len(words)}"})
