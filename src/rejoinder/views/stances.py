"""Stances: whether a statement is for a matter or against it, by its act and its words.

``stance.rules.v3``: the words that govern the matter are read from right to left, within its clause
(``data/stances.tsv``). What they show counts only where it is the speaker's own: he is their
subject, demands it, or says that it must be. Everything else is unclear.
"""

from collections.abc import Sequence

from rejoinder.model.position import Stance
from rejoinder.model.span import APART
from rejoinder.model.statement import Act, Quotation
from rejoinder.views.matters import Region, regions_of, tokens_of
from rejoinder.views.stance_reading import (
    GOVERNORS,
    Reading,
    Spoken,
    Top,
    class_of,
    only,
    read_left,
)

__all__ = ["stance_of", "stance_without_query"]

_FOR = frozenset({Act.SUPPORT, Act.AGREE, Act.OFFER})
_AGAINST = frozenset({Act.REFUSE, Act.CRITICISE, Act.DENY})
_ASIDE = frozenset("in on at about of for over between with from across within".split())
_LONGEST_ASIDE = 9
_NEAR_MATTER = 4
_HELD = frozenset({"considered", "declared", "deemed", "called"})
_TELLING = frozenset({Act.ACCUSE, Act.ASSERT, Act.CRITICISE, Act.DEMAND, Act.WARN})


def stance_of(spoken: Spoken, query: str) -> Stance:
    """Return whether the words are for the matter of a query or against it, where they show it."""
    # What the text keeps apart ("The vote, said Tarn, is void") is one clause.
    tokens = tokens_of(spoken.content.replace(APART, " "))
    if "?" in tokens or any(class_of(each) == "condition" for each in tokens):
        return Stance.UNCLEAR
    signs = {_sign(spoken, tokens, region) for region in regions_of(query, tokens)} - {0}
    if len(signs) != 1:
        return Stance.UNCLEAR
    return Stance.FOR if signs.pop() > 0 else Stance.AGAINST


def stance_without_query(spoken: Spoken) -> Stance:
    """Return what the act alone shows of a matter that the user knows the statement to be about."""
    tokens = tokens_of(spoken.content)
    turning = ("oppose", "not", "condition", "perhaps")
    if "?" in tokens or any(class_of(each) in turning for each in tokens):
        return Stance.UNCLEAR
    if any(class_of(each) == "not" for each in tokens_of(spoken.cue)):
        return Stance.UNCLEAR
    if spoken.act in (Act.SUPPORT, Act.AGREE):
        return Stance.FOR
    return Stance.AGAINST if spoken.act is Act.REFUSE else Stance.UNCLEAR


def _sign(spoken: Spoken, tokens: Sequence[str], region: Region) -> int:
    """Return 1 for, -1 against, 0 unclear."""
    opening = _opening(tokens, region[0])
    tokens, region = tokens[opening:], (region[0] - opening, region[1] - opening)
    first, last = region
    turned = 1
    if first > 1 and tokens[first - 1] == "-":
        if tokens[first - 2] != "anti":
            return 0
        first, turned = first - 2, -1
    head = _head(tokens, last)
    if head is None:
        return 0
    turned, last = turned * head[0], head[1]
    left = read_left(spoken, tokens, first)
    if left.perhaps:
        return 0
    if not left.determined and any(class_of(each) in GOVERNORS for each in tokens[slice(*region)]):
        return 0
    is_subject = left.top is Top.START and not left.governed
    if is_subject and _has_verb(tokens, last):
        free = _says_so(spoken) and not left.denied
        found = _right(tokens, _behind_aside(tokens, last), spoken.act) if free else 0
    else:
        found = _combined(spoken, left)
    if found == 0 and is_subject and not left.denied:
        found = _called(spoken, tokens, _behind_aside(tokens, last))
    if found == 0 and left.loaded and spoken.act in _TELLING:
        return -turned
    return turned * found


def _opening(tokens: Sequence[str], first: int) -> int:
    """Return where the clause of the matter begins, behind "in its current form"."""
    if tokens[0] not in _ASIDE:
        return 0
    for place in range(first - 1, max(first - _NEAR_MATTER, 1), -1):
        before = tokens[place - 1]
        if class_of(tokens[place]) == "determiner":
            is_noun = before.isalnum() and before[-3:] != "ing"
            is_noun = is_noun and class_of(before) in (None, "neutral")
            return place if is_noun and before not in _ASIDE | {"to"} else 0
    return 0


def _says_so(spoken: Spoken) -> bool:
    """Say whether what is told of a matter is the speaker's own word: no denial, no refusal."""
    if spoken.act is not Act.REFUSE:
        return spoken.act is not Act.DENY
    return {class_of(each) for each in tokens_of(spoken.cue)}.isdisjoint(
        ("oppose", "not", "refusing")
    )


def _has_verb(tokens: Sequence[str], last: int) -> bool:
    """Say whether the matter is what something is said of."""
    if tokens[:1] == ("that",):
        return True
    if tokens[last : last + 1] == ("to",):
        if class_of(tokens[last - 1]) == "neutral":
            # "The decision to build".
            return False
        # "the tariffs to be lifted", but not "the plan to both sides".
        return last + 1 < len(tokens) and class_of(tokens[last + 1]) in ("auxiliary", *GOVERNORS)
    for token in tokens[last:]:
        kind = class_of(token)
        if kind in ("modal", "auxiliary", "perhaps"):
            return True
        if kind == "stop" or token == "that" or not token.isalnum():
            return False
    return False


def _head(tokens: Sequence[str], last: int) -> tuple[int, int] | None:
    """Return what the noun makes of the matter that follows it, and where that ends; or None."""
    sign = 1
    while last < len(tokens) and tokens[last].isalnum() and tokens[last] not in only("after"):
        kind = class_of(tokens[last])
        if tokens[last].isdigit():
            # "Amendment 64" is one name.
            last += 1
            continue
        if kind not in ("neutral", "oppose") or (kind == "oppose" and tokens[last][-2:] == "ed"):
            # The next word may be a verb of which the matter is the subject, or its noun.
            behind = tokens[last + 1] if last + 1 < len(tokens) else ""
            is_aside = tokens[last][-2:] == "ed" and (behind in _ASIDE or behind == "by")
            is_told = kind in ("modal", "auxiliary", "stop", "bad")
            return (sign, last) if is_told or is_aside else None
        sign = -sign if kind == "oppose" else sign
        last += 1
    is_part = last < len(tokens) and tokens[last] in ("'s", "-")
    return None if is_part else (sign, last)


def _behind_aside(tokens: Sequence[str], last: int) -> int:
    """Return where it goes on behind words that say where, with whom or on what the matter is."""
    if tokens[last : last + 1] and tokens[last][-2:] == "ed" and tokens[last + 1 :]:
        return _behind_aside(tokens, last + 1) if tokens[last + 1] in _ASIDE else last
    if tokens[last : last + 1] and tokens[last] in _ASIDE:
        for place in range(last + 1, min(last + _LONGEST_ASIDE, len(tokens))):
            kind = class_of(tokens[place])
            if kind in ("modal", "auxiliary") or tokens[place] == "as":
                return place
            if kind == "stop" or tokens[place] == "that" or tokens[place] in ".,;:!—–":
                break
    return last


def _called(spoken: Spoken, tokens: Sequence[str], last: int) -> int:
    """Return -1 where the matter is called something bad: 'the vote "a sham"', "as illegal"."""
    named = spoken.act in _TELLING and not only("naming").isdisjoint(tokens_of(spoken.cue))
    rest = [each for each in tokens[last:] if each.isalnum()]
    if rest[:1] == ["as"]:
        rest, named = rest[1:], spoken.act in _TELLING
    while rest and class_of(rest[0]) == "determiner":
        rest = rest[1:]
    if spoken.act in (Act.ACCUSE, Act.CRITICISE) and not spoken.cue:
        # A headline: "Tarn: Embargo illegal".
        return -1 if rest and class_of(rest[0]) == "bad" else 0
    return -1 if named and rest and _is_bad(rest[0]) else 0


def _is_bad(token: str) -> bool:
    return class_of(token) == "bad" or token in only("verdict")


def _right(tokens: Sequence[str], last: int, act: Act) -> int:
    """Return what a predicate that follows the matter says of it: 1, -1 or 0."""
    sign, binding, linked = 1, act is Act.DEMAND, False
    for token in tokens[last:]:
        kind = class_of(token)
        if kind == "not":
            sign = -sign
        elif kind == "modal":
            binding = True
        elif kind == "auxiliary":
            linked = True
            binding = binding or token in ("will", "can", "shall")
        elif kind == "good" or _is_bad(token):
            return sign * (1 if kind == "good" else -1) if linked or binding else 0
        elif kind in GOVERNORS:
            is_told = binding and token[-2:] in ("ed", "en", "ld", "pt", "un", "lt", "et", "ht")
            is_told = is_told or (binding and token in ("stop", "end", "cease", "continue"))
            is_told = is_told or (linked and token == "needed")
            return sign * (1 if kind == "favour" else -1) if is_told else 0
        elif token[-2:] != "ly" and token != "to" and not _is_link(token, linked=linked):
            return 0
    return 0


def _is_link(token: str, *, linked: bool) -> bool:
    """Say whether a token may stand between "is" and what the matter is said to be."""
    return linked and (token == "in" or class_of(token) == "determiner" or token in _HELD)


def _combined(spoken: Spoken, left: Reading) -> int:
    """Return what the words come to with the act."""
    act, is_told = spoken.act, left.governed or left.denied
    if left.top is Top.UNKNOWN or act is Act.ADMIT:
        return 0
    if left.top is Top.START:
        return _object(spoken, left)
    if left.top is Top.FOR:
        return _aim(act, left)
    if act is Act.REFUSE and left.spared and left.denied:
        return left.sign
    if act is Act.DENY or (act is Act.REFUSE and left.sign > 0):
        return 0
    if left.top is Top.SELF:
        contradicts = (act in _FOR and left.sign < 0) or (act is Act.CRITICISE and left.sign > 0)
        return left.sign if left.governed and not contradicts else 0
    if left.top is Top.THERE:
        return left.sign if left.bound or (left.denied and left.willed) else 0
    if left.bound and is_told:
        return 0 if act in _FOR and left.sign < 0 else left.sign
    is_retold = spoken.quotation is not Quotation.DIRECT
    return left.sign if act is Act.DEMAND and left.governed and is_retold else 0


def _object(spoken: Spoken, left: Reading) -> int:
    """Return what it comes to where the content begins with what governs the matter."""
    cue = tokens_of(spoken.cue)
    kinds = {class_of(each) for each in cue}
    if "not" in kinds or cue[-1:] in (("about",), ("on",), ("over",)):
        return 0
    if spoken.act in _AGAINST:
        return _objection(spoken, left, cue)
    if spoken.act is Act.DEMAND:
        return -left.sign if "oppose" in kinds else left.sign
    if spoken.act in _FOR:
        return left.sign if left.sign > 0 or kinds - {None} else 0
    if spoken.act is Act.INTEND:
        is_aim = left.governed and spoken.quotation is not Quotation.DIRECT
        return left.sign if is_aim or "favour" in kinds else 0
    first = tokens_of(spoken.content)[:1]
    is_slogan = left.denied and not left.governed and first == ("no",)
    is_warned = spoken.act is Act.WARN and first == ("against",)
    if spoken.act is Act.ASSERT and cue[-1:] == ("against",):
        return -left.sign
    if spoken.act is Act.ASSERT and cue[-1:] == ("for",) and "favour" in kinds:
        return left.sign
    return left.sign if is_slogan or is_warned else 0


def _objection(spoken: Spoken, left: Reading, cue: Sequence[str]) -> int:
    """Return what refusing, criticising or denying what the content begins with comes to."""
    is_told = left.governed or left.denied
    kinds = {class_of(each) for each in cue}
    if kinds.isdisjoint(("oppose", "refusing")) and cue[-2:] != ("critical", "of"):
        return -1 if spoken.act is not Act.DENY and left.governed and left.sign < 0 else 0
    if spoken.act is not Act.DENY:
        return -left.sign
    is_claim = not only("claim").isdisjoint(tokens_of(spoken.content))
    is_plain = is_claim or not any(each.startswith(("deny", "deni")) for each in cue)
    return -1 if is_plain and not is_told else 0


def _aim(act: Act, left: Reading) -> int:
    """Return what praise or blame of somebody "for" it comes to."""
    if act is Act.CRITICISE:
        return -left.sign
    return left.sign if act is Act.SUPPORT and left.governed else 0
