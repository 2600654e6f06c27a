"""What is said: from a reporting verb to the words of its content, frame by frame."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rejoinder.statements.cues import Cue
from rejoinder.statements.tree import child, marker, subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Found", "find_content"]

_ADDRESSED = frozenset(
    {"tell", "inform", "assure", "reassure", "remind", "notify", "convince", "brief", "alert",
     "warn", "ask", "advise", "teach", "persuade"}
)  # fmt: skip
_URGED = frozenset({"urge", "ask", "order", "press", "tell", "encourage", "invite", "advise"})
_VENUE = frozenset({"in", "on", "at", "during", "after", "before", "since", "amid", "following",
                    "through", "via", "within", "until", "by"})  # fmt: skip
_LATER = frozenset({"when", "while", "after", "before", "as", "since", "although", "though", "once",
                    "because", "if", "until"})  # fmt: skip
_WITHHELD = frozenset({"comment", "respond", "answer", "say", "elaborate", "discuss", "speak"})

_CONTRASTS = frozenset({"while", "whereas"})
_PAST, _PRESENT = frozenset({"VBD"}), frozenset({"VBZ", "VBP"})
_PAST_MODALS = frozenset({"would", "could", "might"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Content under one cue.

    Attributes:
        content: places of its tokens.
        cue: places of the cue's tokens beyond the verb (a preposition, a particle).
        frame: the frame that matched.
    """

    content: frozenset[int]
    cue: frozenset[int] = frozenset()
    frame: str


def find_content(verb: "Token", cue: Cue) -> Found | None:
    """Return the content that the verb governs in one of its frames, or None.

    A clause wins over an infinitive, an infinitive over an object, an object over a preposition.
    """
    for frame, find in (("C", _clause), ("T", _infinitive), ("X", _small), ("O", _object)):
        if frame in cue.frames:
            found = find(verb)
            if found:
                return Found(content=frozenset(found), frame=frame)
    return _preposition(verb, cue)


def _clause(verb: "Token") -> set[int]:
    """Return a complement clause without 'that', or the clause that the verb is set into."""
    clauses = [c for c in verb.children if c.dep_ == "ccomp"]
    # Of "made clear that" the parser makes two.
    clause = next((c for c in clauses if c.pos_ != "ADJ"), next(iter(clauses), None))
    if clause is None and verb.dep_ == "parataxis" and child(verb, "nsubj") is not None:
        return subtree(verb.head, without=[verb])
    if clause is None:
        return set()
    if clause.tag_ == "VBG" and child(clause, "nsubj", "nsubjpass") is None:
        return set()
    found = subtree(clause, without=[c for c in clause.children if _is_outside(c, clause)])
    end = _semicolon(verb, clause)
    found = {i for i in found if i < end}
    # Coordinated complement clauses of one cue are one statement.
    mark = child(clause, "mark")
    if mark is not None and mark.lower_ == "that":
        found.discard(mark.i)
    return {i for i in found if i != verb.i}


def _is_outside(branch: "Token", clause: "Token") -> bool:
    """Say whether a contrast is no longer told: "said they would leave, while the road is shut".

    What was said is told in the past; the contrast in the present is its teller's.
    """
    if branch.dep_ != "advcl" or branch.i < clause.i or marker(branch) not in _CONTRASTS:
        return False
    if branch.doc[branch.left_edge.i - 1].text not in {",", ";"}:
        return False
    return _tenses(clause) <= _PAST and bool(_tenses(branch) & _PRESENT)


def _semicolon(verb: "Token", clause: "Token") -> int:
    """Return the place of the semicolon behind which a contrast is the teller's, or the end."""
    end = clause.sent.end
    words = verb.doc[clause.i : end - 1]
    ends = (t.i for t in words if t.text == ";" and t.nbor().lower_ in _CONTRASTS)
    return next(ends, end)


def _tenses(verb: "Token") -> set[str]:
    """Return the tenses of a verb's first helper, or its own; a past modal counts as past."""
    helper = child(verb, "aux", "auxpass")
    first = helper if helper is not None else verb
    return {"VBD" if first.lower_ in _PAST_MODALS else first.tag_}


def _infinitive(verb: "Token") -> set[int]:
    """Return 'to do so and so', with whom it is asked of for verbs of urging."""
    inner = next(
        (c for c in verb.children if c.dep_ in {"xcomp", "ccomp", "advcl"} and _is_to(c)), None
    )
    if inner is None or inner.i < verb.i or (inner.dep_ == "advcl" and verb.lemma_ not in _URGED):
        return set()
    if inner.lemma_ in _WITHHELD and verb.lemma_ in {"decline", "refuse"}:
        return set()
    found = subtree(inner, without=[c for c in inner.children if _is_aftermath(c)])
    asked = child(verb, "dobj")
    if asked is not None and asked.i > verb.i:
        found |= subtree(asked)
    for reason in verb.rights:
        if reason.i > inner.i and reason.dep_ == "advcl" and marker(reason) == "because":
            found |= subtree(reason)
    return found


def _is_aftermath(branch: "Token") -> bool:
    """Say whether a clause only says after what the words were said."""
    return branch.dep_ == "advcl" and marker(branch) == "after"


def _is_to(verb: "Token") -> bool:
    return any(c.tag_ == "TO" and c.i < verb.i for c in verb.children)


def _small(verb: "Token") -> set[int]:
    """Return a small clause or a participle: 'consider it invalid', 'deny using'."""
    inner = child(verb, "oprd", "xcomp")
    if inner is None or inner.i < verb.i or _is_to(inner):
        return set()
    found = subtree(inner)
    what = child(verb, "dobj")
    if what is not None and what.i > verb.i:
        found |= subtree(what)
    return found


def _object(verb: "Token") -> set[int]:
    """Return the object and what belongs to it, up to words of time and place."""
    head = child(verb, "dobj")
    if head is None:
        # "was accused of": the subject of a passive is what is talked about.
        passive = child(verb, "nsubjpass")
        if passive is None or verb.lemma_ in _ADDRESSED:
            return set()
        what = set() if passive.tag_ in {"WDT", "WP"} else subtree(passive)
        return what | _tail(verb)
    if head.i < verb.i or head.lower_ in {"themselves", "himself", "herself", "itself"}:
        return set()
    if verb.lemma_ in _ADDRESSED and verb.lemma_ != "ask" and not _tail(verb):
        return set()
    return subtree(head) | _tail(verb)


def _tail(verb: "Token") -> set[int]:
    """Return what follows the object inside the verb phrase."""
    found: set[int] = set()
    start = child(verb, "dobj")
    for c in verb.rights:
        if start is not None and c.i <= start.i:
            continue
        hangs = c.dep_ in {"prep", "dative"} and not (c.lower_ in _VENUE and _is_setting(c))
        if hangs or c.dep_ in {"oprd", "xcomp", "acomp"}:
            found |= subtree(c)
        elif c.dep_ in {"npadvmod", "cc", "conj"} or (c.dep_ == "advcl" and marker(c) in _LATER):
            break
        elif c.dep_ == "advcl" and c.tag_ != "VBG" and verb.doc[c.left_edge.i - 1].lower_ != ",":
            found |= subtree(c)
    return found


def _is_setting(prep: "Token") -> bool:
    """Say whether the phrase sets time, place or occasion of the speaking."""
    head = child(prep, "pobj")
    return head is not None and head.lower_ in _OCCASIONS


_OCCASIONS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december today yesterday week month year night evening
    morning afternoon day statement interview speech address conference briefing meeting call
    conversation letter post tweet message report comment remark session summit forum visit talk
    debate rally event telegram twitter facebook television tv radio television""".split()
)


def _preposition(verb: "Token", cue: Cue) -> Found | None:
    """Return what hangs on one of the cue's prepositions; the preposition is part of the cue."""
    noun = _noun_of_idiom(verb, cue)
    for c in (*verb.rights, *(noun.rights if noun is not None else ())):
        if c.dep_ not in {"prep", "agent", "dative"} or f"p:{c.lower_}" not in cue.frames:
            continue
        inner = [g for g in c.children if g.i > c.i]
        found = {i for g in inner for i in subtree(g)}
        if not found:
            continue
        if c.lower_ == "of" and noun is None and child(verb, "dobj", "nsubjpass") is not None:
            continue
        if c.lower_ == "on":
            found |= {i for t in verb.children if t.dep_ == "xcomp" for i in subtree(t)}
        if "O" not in cue.frames or child(verb, "dobj") is None:
            found |= {
                i for t in verb.children if t.dep_ == "xcomp" and t.i > c.i for i in subtree(t)
            }
        own = {c.i} if noun is None else {noun.i, c.i}
        return Found(content=frozenset(found), cue=frozenset(own), frame=f"p:{c.lower_}")
    return None


def _noun_of_idiom(verb: "Token", cue: Cue) -> "Token | None":
    """Return the object that makes the cue with the verb: "made light of", "poured scorn on"."""
    noun = child(verb, "dobj")
    joined = noun is not None and cue.lemma == f"{verb.lemma_.lower()}_{noun.lower_}"
    return noun if joined else None
