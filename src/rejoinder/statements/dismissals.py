"""What is done by a verb of saying without a word: witnesses dismissed, cloture invoked."""

from typing import TYPE_CHECKING

from rejoinder.statements.cues import base_of
from rejoinder.statements.tree import child

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_case", "is_kept_out", "makes_use", "sends_away"]

_PERSONAL = frozenset("him her me us you himself herself".split())
_STAFF = frozenset(
    """
    adviser advisor aide ambassador analyst attorney bodyguard boss cabinet chairman chairwoman
    chief clerk coach commander commissioner contractor crew deputy diplomat director doctor driver
    editor employee envoy executive general governor guard head inspector judge juror jury lawmaker
    lawyer manager mayor member minister officer official partner physician policeman president
    principal professor prosecutor reporter scientist secretary servant soldier spokesman
    spokeswoman staff staffer student teacher trustee witness worker
    """.split()
)
_WITHHELD = frozenset(
    "access admission asylum bail boarding citizenship entrance entry leave parole passage".split()
)
_CASES = frozenset("case lawsuit suit indictment prosecution litigation proceeding".split())
_RULERS = frozenset("court judge justice magistrate tribunal jury arbitrator".split())
# What a court has before it; elsewhere charges and complaints are only words.
_PLEADED = frozenset("charge count complaint motion petition appeal conviction".split())
# Who invokes these makes use of a rule, and speaks of nothing.
_RULES = frozenset(
    """amendment article clause cloture emergency immunity power privilege protocol provision right
    veto""".split()
)


def makes_use(verb: "Token") -> bool:
    """Say whether a rule is made use of: "invoked cloture", "invoked her right to silence"."""
    if base_of(verb) != "invoke":
        return False
    thing = child(verb, "dobj", "nsubjpass")
    return thing is not None and thing.lemma_.lower() in _RULES


def sends_away(verb: "Token") -> bool:
    """Say whether somebody or a case is sent away, and nothing said: "dismissed the witness".

    Whoever is dismissed *as* something is spoken of.
    """
    if base_of(verb) != "dismiss":
        return False
    if is_case(verb):
        return True
    thing = child(verb, "dobj", "nsubjpass")
    if thing is None or any(c.lower_ == "as" for c in (*verb.children, *thing.children)):
        return False
    named = thing.pos_ == "PROPN" or thing.lower_ in _PERSONAL
    return named or thing.lemma_.lower() in _STAFF


def is_kept_out(verb: "Token") -> bool:
    """Say whether somebody is denied something, and denies nothing: "a Tavian denied entry".

    The parser takes the participle for what he does; who denies entry denies it *to* somebody.
    """
    behind = verb.doc[verb.i + 1 : verb.i + 2]
    if base_of(verb) != "deny" or child(verb, "aux", "auxpass", "dative") is not None:
        return False
    thing = child(verb, "dobj")
    if thing is None or thing.i != verb.i + 1 or behind[0].lower_ not in _WITHHELD:
        return False
    return not any(c.lower_ == "to" for c in (*verb.children, *thing.children))


def is_case(verb: "Token") -> bool:
    """Say whether what a verb is done to is before a court: "the judge dismissed the charges"."""
    thing = child(verb, "dobj", "nsubjpass")
    if thing is None:
        return False
    if thing.lemma_.lower() in _CASES:
        return True
    by = child(verb, "agent")
    ruler = child(verb, "nsubj") or (child(by, "pobj") if by is not None else None)
    if ruler is None or ruler.lemma_.lower() not in _RULERS:
        return False
    against = any(c.lower_ == "against" for c in thing.children)
    return against or thing.lemma_.lower() in _PLEADED
