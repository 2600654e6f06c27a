"""The conditions that a frame's flags stand for: words that must be near, and what is no event."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from spacy.tokens import Span, Token

from rejoinder.events.arguments import objects, prepositional, subjects
from rejoinder.events.finder import ActorFinder
from rejoinder.events.words import CLASSES, ELSEWHERE, named

__all__ = ["FLAGS", "befalls_nobody", "is_elsewhere", "may_act", "shows"]

_COUNTED = frozenset(
    {"hundred", "thousand", "dozen", "group", "score", "handful", "million", "number"}
)
_WARLIKE = frozenset(
    "military militant terror terrorist enemy rebel civilian army naval insurgent strategic".split()
)
# Who dies in these nobody has killed.
_MISHAPS = frozenset(
    "accident crash collision derailment earthquake avalanche landslide mishap flood quake".split()
)
# Who declines to say more has turned nobody down.
_TALKING = frozenset(
    "comment say speak elaborate disclose identify name confirm specify be answer tell".split()
)
# "3-0": a game's score, where another word is a game's too.
_SCORE = re.compile(r"\b\d{1,3} ?[-–] ?\d{1,3}\b")


def _words(token: Token) -> frozenset[str]:
    return frozenset(one.lemma_.lower() for one in token.subtree)


def _beside(token: Token, deps: Iterable[str], words: Iterable[str]) -> bool:
    wanted, given = frozenset(words), frozenset(deps)
    return any(child.dep_ in given and child.lower_ in wanted for child in token.children)


def _in_phrase(token: Token, prepositions: Iterable[str], words: Iterable[str]) -> bool:
    wanted, given = frozenset(words), frozenset(prepositions)
    return any(
        one.lemma_.lower() in wanted
        for child in token.children
        if child.dep_ == "prep" and child.lower_ in given
        for one in child.subtree
    )


def _object_has(token: Token, words: Iterable[str]) -> bool:
    wanted = frozenset(words)
    return any(_words(head) & wanted for head in objects(token))


@cache
def _classed(*names: str) -> frozenset[str]:
    classes = named(CLASSES)
    return frozenset(word for name in names for word in classes[name])


def _is_violent(token: Token) -> bool:
    """Say whether the verb of force is meant: no "struck out", and no idea that is attacked."""
    lists = named(ELSEWHERE)
    given = (*objects(token), *prepositional(token, ("against", "with", "on", "at")))
    return _is_whole(token) and not any(
        one.lemma_.lower() in lists["abstract"] and not _is_of_war(one) for one in given
    )


def _is_of_war(noun: Token) -> bool:
    """Say whether a target is not meant to be met but to be hit: "militant targets"."""
    before = {child.lemma_.lower() for child in noun.children}
    return noun.lemma_.lower() == "target" and bool(before & _WARLIKE)


def _is_whole(token: Token) -> bool:
    """Say whether no particle makes another verb of it, and no animal is its victim."""
    animals = named(ELSEWHERE)["subject"]
    apart = _beside(token, ("prt", "advmod"), ("off", "out", "back"))
    return not apart and not any(one.lemma_.lower() in animals for one in objects(token))


def _has_died(token: Token) -> bool:
    fatal = _classed("violence", "attacks") | {"wound", "explosion", "shooting", "fire", "blast"}
    cruel = {"torture", "beating", "maltreatment", "shooting", "wound"}
    return _in_phrase(token, ("in", "during", "from"), fatal) or _in_phrase(
        token, ("of", "as", "after", "under", "due"), cruel
    )


def _is_forced(token: Token) -> bool:
    return any(
        child.dep_ in ("xcomp", "ccomp", "advcl") and child.pos_ == "VERB"
        for child in token.children
    )


def _is_unaided(token: Token) -> bool:
    peaceful = {"help", "relief", "flood", "earthquake", "aid", "peacekeeping", "peace", "rescue"}
    return not _words(token) & peaceful


_TESTS: Mapping[str, Callable[[Token], bool]] = {
    "violent": _is_violent,
    "labour": lambda t: bool(
        _words(t) & {"hunger", "general", "pay", "wage", "union", "strike-bound"}
        or {one.lemma_.lower() for one in subjects(t)} & _classed("people")
    ),
    "court": lambda t: _in_phrase(t, ("to",), ("court", "tribunal")),
    "civic": lambda t: bool(
        _words(t)
        & {
            "newspaper", "party", "rally", "protest", "demonstration", "media", "press",
            "publication", "radio", "gathering", "assembly", "strike", "union", "group",
        }
    ),
    "gathering": lambda t: bool(
        _words(t) & {"march", "protest", "demonstrate", "rally", "gather", "vote"}
    ),
    "ruled": lambda t: _in_phrase(t, ("under",), ("emergency", "curfew", "law", "rule")),
    "homes": lambda t: bool(_words(t) & {"home", "house", "village", "land"}),
    "demands": lambda t: _in_phrase(t, ("to", "with"), ("demand", "request", "ultimatum")),
    "device": lambda t: bool(
        {one.lemma_.lower() for one in subjects(t)}
        & {"bomb", "device", "mine", "car", "charge", "grenade", "truck", "rocket", "missile"}
    ),
    "locked": lambda t: _in_phrase(t, ("under",), ("arrest", "detention", "guard")),
    "ultimatum": lambda t: any(
        one.tag_ == "VB" and one.dep_ in ("acl", "xcomp", "relcl", "advcl") for one in t.subtree
    ),
    "whole": _is_whole,
    "toxic": lambda t: _object_has(
        t, ("chemical", "nerve", "poison", "mustard", "sarin", "chlorine", "biological", "toxic")
    ),
    "alone": lambda t: not any(c.dep_ in ("xcomp", "ccomp") for c in t.children),
    "many": lambda t: t.tag_ == "NNS",
    "captive": lambda t: not _words(t) & named(ELSEWHERE)["papers"],
    "given": lambda t: t.dep_ not in ("acl", "amod") or any(c.dep_ == "agent" for c in t.children),
    "active": lambda t: not subjects(t, passive=True),
    "mediating": lambda t: bool(
        _words(t) & {"mediation", "mediate", "broker", "reconcile", "rift", "resolve", "dispute"}
    ),
    "cyber": lambda t: bool(_words(t) & {"cyber", "online", "computer", "hacking"}),
    "fleeing": lambda t: bool(
        _words(t) & {"refugee", "asylum", "displace", "displaced", "migrant", "evacuee"}
    ),
    "legal": lambda t: bool(_words(t) & {"legal", "court", "disciplinary"}),
    "peacekeeping": lambda t: bool(_words(t) & {"peacekeeping", "peace", "humanitarian"}),
    "shields": lambda t: bool(_words(t) & {"shield", "shields"}),
    "force": lambda t: bool(
        {one.lemma_.lower() for one in subjects(t)}
        & (_classed("troops") | {"rebel", "guerrilla", "insurgent", "militant"})
    ),
    "died": _has_died,
    "forced": _is_forced,
    "unaided": _is_unaided,
    "telephonic": lambda t: bool(
        _words(t) & {
            "phone", "telephone", "discuss", "congratulate", "offer", "thank", "convey", "express",
            "explain", "brief",
        }
    ),
    "verbal": lambda t: bool(
        _words(t)
        & {
            "scathing", "verbal", "stinging", "blistering", "withering", "veiled", "tweet",
            "interview", "rhetoric", "remark", "accuse",
        }
    ),
    "talks": lambda t: bool(
        _words(t)
        & {
            "talk", "meet", "meeting", "visit", "discuss", "discussion", "negotiate",
            "negotiation", "consultation", "summit", "conference", "dinner", "lunch",
        }
    ),
    "tortured": lambda t: _in_phrase(t, ("to",), ("torture", "beating", "abuse")),
    "hostage": lambda t: bool(_words(t) & {"hostage", "captive"}),
    "earnest": lambda t: not any(
        child.dep_ == "xcomp" and child.lemma_.lower() in _TALKING for child in t.children
    ),
    # The parser's lemma of "raped" is "rap".
    "raped": lambda t: t.lower_.startswith(("rape", "raping")),
    "persona": lambda t: bool({"persona", "grata"} & {one.lower_ for one in t.subtree}),
    "probed": lambda t: _in_phrase(
        t, ("under",), ("investigation", "inquiry", "scrutiny", "probe", "indictment")
    ),
    "opposed": lambda t: (
        t.dep_ == "acomp" or bool(subjects(t, passive=True) and not prepositional(t, ("by",)))
    ),
    "under": lambda t: _in_phrase(
        t, ("under",), ("attack", "fire", "shelling", "bombardment", "control", "occupation")
    ),
    "retaliatory": lambda t: bool(
        _words(t) & {"retaliatory", "retaliation", "counterattack", "fire", "strike"}
    ),
    "custody": lambda t: _in_phrase(t, ("into",), ("custody", "detention")),
    "martial": lambda t: _object_has(t, ("martial", "emergency", "siege")),
    "restrictive": lambda t: _object_has(
        t, ("restrict", "limit", "ban", "curb", "restricting", "limiting", "outlaw", "criminalise")
    ),
    "guilty": lambda t: "guilty" in _words(t),
    "freed": lambda t: any(
        _beside(one, ("acomp", "oprd", "advmod", "advcl", "prt", "ccomp"), ("free",))
        for one in (t, *(c for c in t.children if c.dep_ == "ccomp" and c.lemma_ == "go"))
    ),
    "shut": lambda t: bool(_words(t) & {"shut", "closed", "sealed"}),
    "exit": lambda t: _in_phrase(
        t, ("from", "out"),
        ("treaty", "pact", "union", "council", "alliance", "agreement", "talk", "negotiation",
         "organisation", "organization", "accord", "convention"),
    ),
    "alert": lambda t: _in_phrase(t, ("on",), ("alert", "standby", "footing")),
    "stationed": lambda t: bool(
        {one.lemma_.lower() for one in (*objects(t), *subjects(t))} & _classed("troops", "arms")
    ),
    "strike": lambda t: _in_phrase(t, ("on",), ("strike",)),
    "street": lambda t: _in_phrase(t, ("to",), ("street",)),
    "joint": lambda t: _object_has(t, ("joint",)),
    "military": lambda t: bool(
        _words(t) & (_classed("troops") | {"military", "naval", "guards", "forces", "joint"})
    ),
    "terror": lambda t: bool(_words(t) & {"terrorism", "terror", "extremism"}),
    "armed": lambda t: not _words(t) & {"monitor", "monitoring", "observer", "mission", "aid"},
    "probing": lambda t: bool(_words(t) & {"investigate", "inspect", "examine", "probe"}),
    "peaceful": lambda t: not _is_unaided(t),
    "living": lambda t: not _words(t) & {"statue", "monument", "bust", "regime"},
    "truce": lambda t: bool(_words(t) & _classed("truce")),
}  # fmt: skip


# These say who is what, and are read where the parties are.
_PARTS = frozenset(
    [
        "any", "both", "by", "cue", "deed", "direct", "drill", "judged", "people", "person",
        "reverse", "target", "to", "two", "wide", "word",
    ]
)  # fmt: skip
FLAGS = _PARTS | frozenset(_TESTS)


def shows(token: Token, flags: Iterable[str]) -> bool:
    """Say whether the words that a frame's flags ask for are there."""
    return all(_TESTS[flag](token) for flag in flags if flag in _TESTS)


def is_elsewhere(sentence: Span) -> bool:
    """Say whether a sentence is about a game, so that its meetings and attacks are none."""
    words = {one.lemma_.lower() for one in sentence}
    lists = named(ELSEWHERE)
    games = len(words & lists["whole2"])
    return bool(words & lists["whole"]) or games > (0 if _SCORE.search(sentence.text) else 1)


def may_act(token: Token, finder: ActorFinder) -> bool:
    """Say whether a noun names somebody, or people or means by which people act."""
    if token.pos_ in ("PRON", "NUM") or finder.named([token]):
        return True
    acting = _classed("agents", "attacks", "violence", "organs", "people")
    if token.pos_ == "PROPN":
        # What stands before a name tells what it is: a sprinter, a band, a typhoon.
        before = [c for c in token.children if c.dep_ == "compound"]
        told = [c.lemma_.lower() for c in before if c.pos_ == "NOUN"]
        told += [c.lower_ for c in before if c.lower_ in named(ELSEWHERE)["subject"]]
        return not told or any(lemma in acting for lemma in told)
    if token.lemma_.lower() in _COUNTED:
        counted = prepositional(token, ("of",))
        return not counted or any(may_act(one, finder) for one in counted)
    return token.lemma_.lower() in acting


def befalls_nobody(token: Token, sentence: Span) -> bool:
    """Say whether what acts cannot act: the weather, a disease, a market, a tale's hero."""
    lists = named(ELSEWHERE)
    acting = [one.lemma_.lower() for one in subjects(token) if not one.is_upper]
    if any(lemma in lists["subject"] for lemma in acting):
        return True
    if any(o.lemma_.lower() in _MISHAPS for o in prepositional(token, ("in", "by", "during"))):
        return True
    words = {one.lemma_.lower() for one in sentence}
    return len(words & lists["market"]) > 1 or bool(words & lists["story"])
