"""Which reporting verbs tell of real speech or a real stance, and which only seem to."""

import re
from typing import TYPE_CHECKING

from rejoinder.model.statement import Act
from rejoinder.statements.cues import Cue, cue_of
from rejoinder.statements.dismissals import is_kept_out, makes_use, sends_away
from rejoinder.statements.tree import child, is_negated, marker
from rejoinder.statements.unspoken import is_merely_possible, is_only_tried, leads_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

__all__ = ["is_abstract", "is_denied", "is_unsaid", "reporting_verb"]

_HYPOTHETICAL = frozenset({"if", "unless", "whether"})
_SUPPOSED = frozenset({"advcl", "ccomp", "mark", "pcomp", "acl"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_UNREAL = frozenset({"would", "could", "might", "should", "may"})
_DUTIES = frozenset({"should", "must", "ought"})
_LETTING = frozenset({"let", "make", "help"})
_MAKING = frozenset("require force oblige compel allow enable".split())
_INSTEAD = frozenset({"short of", "instead of", "rather than"})
_TWO = 2
_WITHHOLDING = frozenset({"decline", "refuse", "fail", "avoid", "stop"})
_GOING_ON = frozenset({"keep", "continue", "begin", "start", "stop"})
_NOBODY = frozenset({"one", "you", "anyone", "someone", "everyone", "those", "yourself"})
_ABSTRACT = re.compile(r"(?:[ts]ion|ity|ness|ance|ence|ism|ment|ency|ancy|ysis|ship)$")
_BODIES = frozenset(
    """administration delegation commission organization organisation opposition federation
    association coalition union mission corporation foundation institution nation population
    majority minority authority community leadership party ministry university city county
    legislature judiciary alliance government parliament department establishment regiment movement
    intelligence agency presidency embassy audience conference station television resident
    entity committee cabinet""".split()
)
_THINGS = frozenset(
    """law right event move role proposal plan day fact idea result crisis way word term effort
    process step capability weapon attack war conflict incident sign question case issue situation
    problem deal treaty policy pressure loss suit""".split()
)
_OCCASIONS = frozenset(
    """speech address statement interview letter post tweet message visit meeting conference
    appearance debate platform podium word occasion""".split()
)
# What endangers these need not speak: "the standoff threatens the stability of the region".
_GOODS = frozenset(
    """balance democracy economy environment existence foundation freedom future health independence
    integrity interest life livelihood order peace prosperity recovery safety security sovereignty
    stability supply survival unity welfare""".split()
)
_ENDANGERING = frozenset({"threaten", "menace"})
_STRIKING = frozenset({"hit_back", "hit_out", "lash_out", "take_aim"})
_ARMED = frozenset(
    """army artillery drone fighter force gunman jet militia missile plane rebel rocket sniper
    soldier tank troop""".split()
)
_NAMING = frozenset({"call", "name", "term", "dub", "know"})
# "I do not think it was planned" thinks nothing of the kind.
_MINDING = frozenset("think believe feel suppose guess expect imagine see find know".split())
_CLAUSAL = frozenset({"xcomp", "ccomp", "conj"})
_CLAUSES = frozenset({"advcl", "acl", "amod", "ccomp", "prep", "pcomp"})


def reporting_verb(token: "Token") -> Cue | None:
    """Return the cue that the token is, if it tells real speech or a real stance; else None.

    Negated, conditional and merely possible speech is none; a stance that is negated still is one
    ("does not recognise"). What a speaker does by his own words ("we demand") is his statement
    around it, and an infinitive after another verb ("seeks to support") is that verb's.
    """
    if token.pos_ not in {"VERB", "AUX"}:
        return None
    cue = cue_of(token)
    if cue is None or any(is_so(token) for is_so in _NO_WORDS):
        return None
    if cue.held and any(c.tag_ == "TO" for c in token.children):
        return None
    return None if _has_idle_subject(token, cue) else cue


def is_unsaid(verb: "Token") -> bool:
    """Say whether a reporting verb tells of speech that is negated, withheld or merely possible."""
    cue = cue_of(verb) if verb.pos_ in {"VERB", "AUX"} else None
    if cue is None:
        return False
    if _is_conditional(verb):
        return True
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _WITHHOLDING:
        return True
    if _endangers(verb) or _is_name(verb) or _is_blow(verb, cue):
        return True
    if cue.lemma == "refuse" and is_negated(verb):
        # Who "did not refuse to sign" takes no stand by it.
        return True
    if any(is_so(verb) for is_so in _UNSAID):
        return True
    return not cue.held and (is_negated(verb) or _is_unreal(verb))


def is_denied(verb: "Token") -> bool:
    """Say whether somebody denies that it was said: "denied having told", "denies that he said"."""
    node = verb
    while node.dep_ in _CLAUSAL and node.head.i < node.i:
        clause = node.dep_ != "conj"
        node = node.head
        if clause and node.lemma_.lower() == "deny":
            return not is_negated(node)
    return False


def _is_kept_back(verb: "Token") -> bool:
    """Say whether somebody does all but speak: "stopped short of calling", "without naming"."""
    if verb.tag_ != "VBG":
        return False
    end = verb.i - (verb.i > 0 and verb.nbor(-1).tag_ == "RB")
    before = [t.lower_ for t in verb.doc[max(0, end - _TWO) : end]]
    return " ".join(before) in _INSTEAD or before[-1:] == ["without"]


def _is_demanded(verb: "Token") -> bool:
    """Say whether somebody only asks for the speaking: "demanded that Norland explain its move"."""
    if verb.dep_ != "ccomp" or verb.tag_ not in {"VB", "VBP"} or verb.head.i == verb.i:
        return False
    asking = cue_of(verb.head)
    return asking is not None and asking.act is Act.DEMAND and child(verb, "nsubj") is not None


def _is_left_to_others(verb: "Token") -> bool:
    """Say whether somebody ought, is made or is expected to say it: "let them know", "must admit".

    What "we must condemn" is condemned.
    """
    before = verb.head
    made = verb.dep_ in _CLAUSAL and verb.dep_ != "conj" and before.i < verb.i
    if made and before.lemma_.lower() in _LETTING and verb.tag_ == "VB":
        return any(t.dep_ in {"nsubj", "dobj"} for t in before.doc[before.i : verb.i])
    if made and before.lemma_.lower() in _MAKING and any(c.tag_ == "TO" for c in verb.children):
        return True
    if made and before.lemma_.lower() == "expect" and is_negated(before):
        return True
    # "Should go and tell them": the second shares the helper.
    due = before if verb.dep_ == "conj" and child(verb, "nsubj", "aux") is None else verb
    subject = child(due, "nsubj")
    duty = any(c.dep_ == "aux" and c.lower_ in _DUTIES for c in due.children)
    return duty and verb.tag_ == "VB" and subject is not None and subject.lower_ not in {"i", "we"}


def _is_inquiry(verb: "Token") -> bool:
    """Say whether a suspect is questioned, and nothing doubted: "questioned on suspicion of"."""
    if verb.lemma_.lower() != "question":
        return False
    on = (child(c, "pobj") for c in (*verb.children, *_below(verb)) if c.lower_ == "on")
    return any(thing is not None and thing.lemma_.lower() == "suspicion" for thing in on)


def _below(verb: "Token") -> "Iterator[Token]":
    """Yield what hangs on the agent of a passive and on the place behind it."""
    by = child(verb, "agent")
    return (t for t in by.subtree) if by is not None else iter(())


def is_abstract(noun: "Token") -> bool:
    """Say whether a noun names no one who could hold a view: 'the right', 'their capabilities'."""
    lemma = noun.lemma_.lower()
    if noun.pos_ != "NOUN" or lemma in _BODIES:
        return False
    return lemma in _THINGS or bool(_ABSTRACT.search(lemma))


def _is_conditional(verb: "Token") -> bool:
    """Say whether the verb, or the one that it is joined to, stands in an if-clause."""
    node = verb
    while node.dep_ == "conj" and node.head.i != node.i:
        node = node.head
    if any(marker(v) in _HYPOTHETICAL and v.dep_ in _SUPPOSED for v in {verb, node}):
        return True
    # The parser may take what follows for a sentence of its own: "If they know it, ...".
    before = verb.doc[verb.left_edge.i : verb.i]
    first = next((t for t in before if t.is_alpha), verb)
    if first.lower_ in _HYPOTHETICAL and first.head == verb:
        return True
    # "If they stop it, release them and inform us": the parser hangs the first from the second.
    bare = node.tag_ in _FINITE and child(node, "nsubj", "nsubjpass", "expl", "csubj") is None
    return bare and any(
        marker(c) in _HYPOTHETICAL and c.i < node.i for c in node.children if c.dep_ == "advcl"
    )


def _endangers(verb: "Token") -> bool:
    """Say whether something is put in danger, and nothing announced: "threatens the peace"."""
    thing = child(verb, "dobj", "nsubjpass")
    if verb.lemma_.lower() not in _ENDANGERING or thing is None:
        return False
    told = child(verb, "xcomp", "ccomp") or any(c.lower_ == "with" for c in verb.children)
    return not told and thing.lemma_.lower() in _GOODS


def _is_blow(verb: "Token", cue: Cue) -> bool:
    """Say whether arms strike: "troops hit back at the town", "hit back with fire"."""
    if cue.lemma not in _STRIKING:
        return False
    subject = child(verb, "nsubj")
    means = (child(c, "pobj") for c in verb.children if c.lower_ in {"with", "by"})
    by_means = any(noun is not None and noun.lemma_.lower() not in _OCCASIONS for noun in means)
    return by_means or (subject is not None and subject.lemma_.lower() in _ARMED)


def _is_name(verb: "Token") -> bool:
    """Say whether it is but how something is known, by nobody named: "is called", "known for"."""
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in _NAMING or child(verb, "agent") is not None:
        return False
    if verb.lemma_.lower() == "know":
        return any(c.dep_ == "prep" and c.lower_ in {"for", "as"} for c in verb.children)
    helper = child(verb, "auxpass")
    return helper is not None and helper.tag_ in {"VBZ", "VBP"}


def _is_title(verb: "Token") -> bool:
    """Say whether a participle only gives a name: "a blog called the Lantern".

    Of "a mayor called Tarn a liar" the parser may make the same.
    """
    if verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"} or verb.head.dep_ == "ROOT":
        return False
    return verb.lemma_.lower() in _NAMING and child(verb, "nsubj", "dobj", "agent") is None


def _is_bare_participle(verb: "Token") -> bool:
    """Say whether the verb is a participle that names no speaker: 'asked about', 'speaking of'."""
    if verb.dep_ not in _CLAUSES:
        return False
    if verb.tag_ == "VBN":
        return child(verb, "nsubj", "aux", "auxpass", "agent") is None
    return verb.tag_ == "VBG" and verb.lemma_ in {"speak", "talk", "refer"}


def _is_aim(verb: "Token") -> bool:
    """Say whether a verb of words is but what something is used for: "using its gas to persuade".

    Who uses a speech to criticise does criticise.
    """
    if verb.dep_ != "xcomp" or verb.head.lemma_ != "use" or verb.head.tag_ != "VBG":
        return False
    used = child(verb.head, "dobj")
    return used is not None and used.lemma_.lower() not in _OCCASIONS


def _is_unreal(verb: "Token") -> bool:
    """Say whether a modal makes the speaking merely possible: "should say", "should go on to"."""
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _GOING_ON:
        return _is_unreal(verb.head)
    return any(c.dep_ == "aux" and c.lower_ in _UNREAL for c in verb.children)


def _has_idle_subject(verb: "Token", cue: Cue) -> bool:
    """Say whether the subject is nobody in particular, a thing, or the one who speaks anyway."""
    subject = child(verb, "nsubj")
    if subject is None:
        return False
    if subject.lower_ in _NOBODY:
        return True
    if subject.tag_ == "WDT" and cue.held:
        return True
    if subject.lower_ == "who" and verb.dep_ == "relcl" and verb.head.lower_ in _NOBODY:
        return True
    minded = verb.lemma_.lower() in _MINDING
    performs = verb.tag_ in {"VBP", "VB"} and (minded or not is_negated(verb))
    return subject.lower_ in {"i", "we"} and performs and _is_quoted(verb)


def _is_quoted(verb: "Token") -> bool:
    """Say whether an odd number of quotation marks stands before the verb in its line."""
    marks = 0
    for place in range(verb.i - 1, max(verb.i - 250, -1), -1):
        token = verb.doc[place]
        if "\n" in token.text:
            break
        marks += token.text == '"'
    return marks % 2 == 1


_NO_WORDS = (is_unsaid, is_denied, is_only_tried, _is_bare_participle, _is_title)
_UNSAID = (
    _is_demanded,
    _is_aim,
    _is_kept_back,
    _is_left_to_others,
    _is_inquiry,
    is_kept_out,
    is_merely_possible,
    leads_over,
    makes_use,
    sends_away,
)
