"""Whom the verb of a cue names as the one at whom it is: "accused the pair of", "urged them to"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rejoinder.model.statement import Act
from rejoinder.statements.acts_aims import ADDRESSING, Aim
from rejoinder.statements.acts_parties import is_passive, subject_of
from rejoinder.statements.tree import child

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["governed"]

_PERSONS = frozenset("he him she her".split())
_PRONOUNS = frozenset("he him she her it they them".split())
_RELATIVE = frozenset({"who", "whom", "which", "that"})
# What is called "it" beside these is no matter, but a party.
_TO_SOMEBODY = frozenset(
    "accuse advise ask blame call command compel demand implore instruct invite order press "
    "pressure remind thank urge warn".split()
)
# Whatever stands behind these is a party, by whatever noun it goes.
_AT_PARTIES = frozenset("accuse beg implore indict prosecute sue urge".split())
# So it is behind these where it is told what to do.
_BIDDING = frozenset(
    "advise ask challenge command compel direct encourage instruct invite order persuade press "
    "pressure tell".split()
)
_BIDDEN = frozenset({"xcomp", "ccomp"})


def governed(cue: "Sequence[Token]", act: Act) -> Aim:
    """Return at whom a cue is that names its act.

    A relative pronoun stands for the noun before it. Whoever "warned he would" speaks of himself,
    whoever "demanded he go" of somebody else.
    """
    verbs = [token for token in cue if token.pos_ == "VERB"]
    for verb in verbs if act in {Act.ACCUSE, Act.DEMAND} else ():
        party = _party(verb)
        if party is not None:
            return Aim(at=(_antecedent(party, verb),), alone=True)
    for verb in verbs:
        first = _named(verb, act)
        if first is not None:
            somebody = verb.lemma_.lower() in _TO_SOMEBODY and first.lower_ in _PRONOUNS
            meant = _antecedent(first, verb)
            found = somebody or first.lower_ in _PERSONS or meant is not first
            return Aim(at=(meant,) if found else ())
    return Aim()


def _party(verb: "Token") -> "Token | None":
    """Return the party at which a verb is that is at parties alone."""
    lemma = verb.lemma_.lower()
    if lemma not in _AT_PARTIES and not (lemma in _BIDDING and _bids(verb)):
        return None
    if is_passive(verb) or _is_undergoing(verb):
        return subject_of(verb)
    return child(verb, "dobj", "dative")


def _bids(verb: "Token") -> bool:
    """Say whether a verb has an infinitive that tells what is to be done.

    Who "told them lies to get away" has bidden nothing.
    """
    if child(verb, "dobj") is not None and child(verb, "dative") is not None:
        return False
    return any(c.dep_ in _BIDDEN and any(g.tag_ == "TO" for g in c.children) for c in verb.children)


def _is_undergoing(verb: "Token") -> bool:
    """Say whether it is what somebody undergoes: "after being accused of theft"."""
    return verb.tag_ == "VBN" and child(verb, "auxpass") is not None


def _named(verb: "Token", act: Act) -> "Token | None":
    """Return the first of object, addressee and subject of what is demanded."""
    named = [child(verb, "dobj", "dative")]
    named += [child(c, "pobj") for c in verb.children if c.lower_ in ADDRESSING]
    clause = child(verb, "ccomp", "xcomp") if act is Act.DEMAND else None
    named += [child(clause, "nsubj")] if clause is not None else []
    return next((one for one in named if one is not None), None)


def _antecedent(named: "Token", verb: "Token") -> "Token":
    """Return the noun that a relative pronoun stands for: "the mayor, whom critics accuse of"."""
    return verb.head if named.lower_ in _RELATIVE and verb.dep_ == "relcl" else named
