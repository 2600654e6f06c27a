"""Who stands where in the clause of an event word: subject, object, prepositions."""

from collections.abc import Iterable

from spacy.tokens import Token

__all__ = ["agents", "objects", "prepositional", "subjects"]

_RELATIVE = frozenset({"who", "which", "that", "whom"})
# Verbs whose infinitive is done by their subject although they have an object.
_SUBJECT_CONTROL = frozenset({"promise", "use", "threaten", "vow", "make", "take", "do"})
# "accused him of killing", "prevented it from attacking": the object does it.
_OBJECT_PREPOSITIONS = frozenset({"of", "for", "from", "into"})
_DEPTH = 5
# "shot and wounded him", "beaten, choked and robbed him".
_NEAR = 3
# "took a decision to", "has a plan to": their subject's.
_OWNING_VERBS = frozenset(
    "make take have announce reach reiterate repeat give voice express be declare state affirm "
    "confirm signal show stress pledge renew abandon drop pursue".split()
)
_BEFALLING = frozenset(
    "kill wound injure arrest detain shoot abduct kidnap murder jail release free deport".split()
)
_TIMES = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may "
        "june july august september october november december today yesterday tomorrow month week "
        "year day night morning evening weekend"
    ).split()
)


def _children(token: Token, *deps: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in deps]


def subjects(verb: Token, *, passive: bool = False, depth: int = _DEPTH) -> list[Token]:
    """Return the subject's heads; of a relative pronoun the noun that it stands for.

    A verb without a subject of its own shares that of the verb or noun that it hangs on.
    """
    own = _children(verb, "nsubjpass" if passive else "nsubj")
    if _is_reduced_passive(verb):
        own = _children(verb, "nsubj") if passive else []
    if own:
        return [_antecedent(token, verb) for token in own]
    if depth == 0 or _children(verb, "nsubj", "nsubjpass", "expl"):
        return []
    if passive:
        return _shared_passive(verb, depth - 1)
    return _shared(verb, depth - 1)


def _is_reduced_passive(verb: Token) -> bool:
    """Say whether a participle has lost its auxiliary: "five protesters killed in the capital"."""
    return (
        verb.tag_ == "VBN"
        and verb.lemma_.lower() in _BEFALLING
        and verb.dep_ != "conj"
        and not any(
            child.dep_ in ("aux", "auxpass", "dobj", "nsubjpass") for child in verb.children
        )
    )


def _antecedent(token: Token, verb: Token) -> Token:
    if verb.dep_ == "relcl" and token.lower_ in _RELATIVE:
        return verb.head
    return token


def _any_subject(verb: Token, depth: int) -> list[Token]:
    return subjects(verb, depth=depth) or subjects(verb, passive=True, depth=depth)


def _shared(verb: Token, depth: int) -> list[Token]:
    """Return the subject that a verb without one has from its head."""
    head = verb.head
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return subjects(head, depth=depth)
    if verb.dep_ in ("xcomp", "ccomp", "advcl") and head.pos_ in ("VERB", "AUX", "ADJ"):
        return _controller(verb, head, depth)
    if verb.dep_ == "acl":
        return _owner(verb, head, depth)
    if verb.dep_ == "pcomp" and head.pos_ in ("ADP", "SCONJ"):
        above = head.head
        while above.pos_ in ("NOUN", "ADP") and above.head != above:
            # "accused it in turn of paying"
            above = above.head
        if head.lower_ in _OBJECT_PREPOSITIONS and above.pos_ == "VERB" and objects(above, depth):
            return objects(above, depth)
        if above.pos_ == "ADJ":
            above = above.head
        return _any_subject(above, depth) if above.pos_ in ("VERB", "AUX") else []
    return []


def _controller(verb: Token, head: Token, depth: int) -> list[Token]:
    """Return who does what an infinitive or participle tells: "urged them to leave"."""
    if head.dep_ == "acomp" or (head.pos_ == "ADJ" and head.head != head):
        return _any_subject(head.head, depth)
    if verb.dep_ == "xcomp" and head.lemma_ not in _SUBJECT_CONTROL:
        given = _children(head, "dobj", "dative")
        if given:
            return given
    return _any_subject(head, depth)


def _owner(verb: Token, noun: Token, depth: int) -> list[Token]:
    """Return who does what a noun's clause tells: "forces attacking", "their plan to attack"."""
    if verb.tag_ == "VBG":
        return [noun]
    owners = _children(noun, "poss") or prepositional(noun, ("by", "of"))
    owners = owners or [one for child in _children(noun, "acl") for one in _by(child)]
    own = noun.dep_ in ("dobj", "attr") and noun.head.lemma_ in _OWNING_VERBS
    named = any(one.tag_ != "PRP$" for one in owners)
    return owners if named or not own else _any_subject(noun.head, depth)


def _shared_passive(verb: Token, depth: int) -> list[Token]:
    head = verb.head
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return [head]
    joined = verb.dep_ == "conj" and verb.tag_ == "VBN" and head.pos_ == "VERB"
    if joined and not _children(verb, "dobj"):
        return subjects(head, passive=True, depth=depth)
    if verb.dep_ == "xcomp" and _children(verb, "auxpass"):
        return _any_subject(head, depth)
    return []


def objects(verb: Token, depth: int = _DEPTH) -> list[Token]:
    """Return the heads of the direct objects, of a passive its subject.

    A verb in a relative clause has the noun that the clause is about, and one that is joined to
    the next verb shares its object: "shot and wounded him".
    """
    found = subjects(verb, passive=True, depth=depth)
    found = found or [_antecedent(token, verb) for token in _children(verb, "dobj", "obj")]
    if found or depth == 0:
        return found
    if verb.dep_ == "relcl" and _children(verb, "nsubj") and not _is_about_subject(verb):
        return [verb.head]
    for joined in _children(verb, "conj"):
        near = joined.i - verb.i <= _NEAR
        if near and joined.pos_ == "VERB" and not _children(joined, "nsubj", "nsubjpass"):
            return objects(joined, depth - 1)
    return []


def _is_about_subject(verb: Token) -> bool:
    """Say whether the relative clause has its noun as the subject, or as a time or a place."""
    return any(
        (child.dep_ in ("nsubj", "nsubjpass") and child.lower_ in _RELATIVE)
        or child.lower_ in ("when", "where", "why")
        or (child.dep_ == "prep" and any(one.lower_ in _RELATIVE for one in child.children))
        for child in verb.children
    )


def prepositional(token: Token, prepositions: Iterable[str]) -> list[Token]:
    """Return the heads that stand after one of the prepositions (``dative``: bare)."""
    wanted = frozenset(prepositions)
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in ("prep", "dative", "agent") and child.lower_ in wanted:
            found.extend(one for one in _children(child, "pobj", "pcomp") if not _is_time(one))
            # "with him and with her", "on land and at sea".
            for other in _children(child, "conj"):
                if other.lower_ in wanted:
                    found.extend(_children(other, "pobj"))
        elif child.lower_ == "out" and wanted & {"from", "of"}:
            found.extend(one for of in _children(child, "prep") for one in _children(of, "pobj"))
        elif child.dep_ == "dative" and "dative" in wanted and child.pos_ != "ADP":
            found.append(child)
    return found


def _is_time(token: Token) -> bool:
    return token.lower_ in _TIMES or (token.pos_ == "NUM" and token.is_digit)


def agents(verb: Token) -> list[Token]:
    """Return who does it: the subject of an active verb, the agent of a passive one."""
    by = _by(verb)
    if by:
        return by
    if subjects(verb, passive=True):
        return prepositional(verb, ("by",))
    return subjects(verb)


def _by(verb: Token) -> list[Token]:
    return [pobj for child in _children(verb, "agent") for pobj in _children(child, "pobj")]
