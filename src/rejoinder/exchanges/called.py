"""Words that are named after what their speaker did with them: "the ruling", of who ruled."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from rejoinder.exchanges.deciding import DECIDED, DECIDING, LAWS, PASSING
from rejoinder.exchanges.markers import Kind
from rejoinder.exchanges.matter import stem, stems
from rejoinder.exchanges.owners import is_all
from rejoinder.exchanges.possible import may_answer
from rejoinder.exchanges.reference import Reference
from rejoinder.exchanges.relate import HOSTILE, OPEN, REJECTING, make_link, relation_of
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["called_links"]

_NEAR = 3
_ROOT = 4
# "the law would give it powers": what is foreseen or judged of a law that somebody is told to pass.
_THE_LAW = (
    r"(?:that\s+)?(?P<law>(?:the|this|these|such|[\w.-]+[’']s?)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:law|bill|legislation|decree|amendment|resolution)s?)"
)
_OF_A_LAW = re.compile(
    _THE_LAW
    + r"\s+(?:would|will|could|may|might|can|was|were|is|are|has|have|had|violate[sd]?|amount)\b",
    re.IGNORECASE,
)
# "called the bills a waste", "spoke out against the measure".
_A_LAW = re.compile(
    rf"(?:{_THE_LAW}|(?:the|this)\s+(?P<measure>measure))\b(?!\s+(?:that|which|to)\b|[’'])",
    re.IGNORECASE,
)
# "Such a ban would ruin us", after who means to ban something.
_SUCH = re.compile(
    r"\W*(?:that\s+)?(?P<such>such\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}?(?P<noun>[a-z]{3,}))"
    r"\s+(?:would|will|could|can|may|might|should|must|was|were|is|are|has|have|had)\b",
    re.IGNORECASE,
)
_MEANING = OPEN | {Act.ASSERT, Act.INTEND, Act.AGREE, Act.WARN}
_NEGATED = re.compile(r"\b(?:not|cannot|never|no)\b|n[’']t\b", re.IGNORECASE)
_JUDGING_LAWS = HOSTILE | {Act.SUPPORT, Act.PREDICT}
_OPPOSING = frozenset({Act.CRITICISE, Act.REFUSE, Act.SUPPORT})
_LAW_TOLD = 16
_GOVERNING = frozenset({Kind.DENIAL, Kind.VERDICT, Kind.RATING, Kind.WELCOME, Kind.JOINING})
_THE_NOUN = re.compile(
    r"\s*(?:(?:the|this|that|these|those|such)\s+(?:[a-z]+\s+)??"
    r"|(?P<owner>(?:the\s+)?(?:[\w.-]+\s+)?[\w.-]+[’']s?)\s+(?:[a-z]+\s+)??"
    r"|(?=[a-z]+s?\s+by\s))(?P<noun>[a-z]{4,})(?!\w)"
    r"(?=\W*$|\s+(?:as|an?|and|but|of|by|un\w+|il\w+|in\w+)\b|[,;.])"
)
_OF_WHOM = re.compile(
    r"\s+(?:of|(?P<by>by))\s+(?P<whom>[^,.;:]+?)(?=\s+(?:on|in|at|as|over|from|with|for|that|who)\b|[,.;:]|$)"
)

# "Condemned the minister's remarks", whatever his name is.
_OFFICE = re.compile(r"\bthe\s+(?P<whose>(?:[\w-]+\s+)?[\w-]+)[’']s?\s+(?:[\w-]+\s+)?$")
_OFFICE_REACH = 60


def called_links(
    scene: Scene, references: Mapping[StatementId, Sequence[Reference]]
) -> Iterator[Link]:
    """Link who judges "the ruling" or denies "the suggestion" to who ruled or suggested before."""
    for voice in scene.voices:
        known = _law_meant(scene, voice) or _such_meant(scene, voice)
        if known is not None:
            yield known
            continue
        for reference in references[voice.statement.id]:
            other = _called(scene, voice, reference) or _main_words(scene, voice, reference)
            if other is not None:
                relation = relation_of(voice.statement.act, other.statement.act, reference.relation)
                yield make_link(
                    voice.statement.id,
                    other.statement.id,
                    relation,
                    evidence=reference.evidence,
                )
                break


def _law_meant(scene: Scene, voice: Voice) -> Link | None:
    """Link who judges "the law" or says what it would do to the last who is told to pass one."""
    end = voice.statement.content[0].end
    found = _OF_A_LAW.match(scene.text, voice.start, end)
    kinds = scene.kinds_in_cue(voice.statement)
    judged = voice.statement.act in _OPPOSING or Kind.RATING in kinds
    passing = DECIDING
    if found is None and judged:
        found, passing = _A_LAW.match(scene.text, voice.start, end), PASSING
    judged = judged or voice.statement.act in _JUDGING_LAWS
    # Who passes it judges nothing.
    passes = not PASSING.isdisjoint(scene.stems_of(voice.statement.cue))
    if found is None or not judged or passes or voice.zone in HEADS:
        return None
    passed = [
        other
        for other in scene.voices
        if other.start < voice.start
        and voice.place - other.place <= _LAW_TOLD
        and other.zone not in HEADS
        and other.speakers
        and not voice.same_side(other)
        and other.statement.act not in REJECTING
        and not passing.isdisjoint(scene.stems_of(other.statement.cue))
        and not LAWS.isdisjoint(other.words.union(scene.stems_of(other.statement.cue)))
    ]
    if not passed or not voice.is_somebodys:
        return None
    praised = voice.statement.act is Act.SUPPORT
    return make_link(
        voice.statement.id,
        passed[-1].statement.id,
        Relation.SUPPORTS if praised else Relation.ANSWERS,
        evidence=Span(*found.span("law" if found["law"] else "measure")),
    )


def _such_meant(scene: Scene, voice: Voice) -> Link | None:
    """Link who says of "such a ban" what it would do to the last who means or asks for one."""
    found = _SUCH.match(scene.text, voice.start, voice.statement.content[0].end)
    if found is None or voice.zone in HEADS or not voice.is_somebodys:
        return None
    noun = stem(found["noun"])
    meaning = [
        other
        for other in scene.voices
        if other.start < voice.start
        and other.zone not in HEADS
        and other.is_somebodys
        and not voice.same_side(other)
        and other.statement.act in _MEANING
        and noun in other.words.union(scene.stems_of(other.statement.cue))
        and not any(_NEGATED.search(span.text_of(scene.text)) for span in other.statement.content)
        and not scene.is_inside(voice.statement, other.statement.id)
        and not scene.is_inside(other.statement, voice.statement.id)
    ]
    if not meaning:
        return None
    praised = voice.statement.act is Act.SUPPORT
    return make_link(
        voice.statement.id,
        meaning[-1].statement.id,
        Relation.SUPPORTS if praised else Relation.ANSWERS,
        evidence=Span(*found.span("such")),
    )


def _called(scene: Scene, voice: Voice, reference: Reference) -> Voice | None:
    nouns = [
        (stem(found["noun"]), _whose(scene, found, span.end), _by_whom(scene, found, span.end))
        for span in reference.objects
        if reference.kind in _GOVERNING
        for found in (_THE_NOUN.match(scene.text, span.start, span.end),)
        if found
    ]
    near = [
        other
        for other in scene.voices
        if nouns
        and 0 <= voice.place - other.place <= _NEAR
        and other.start < voice.start
        and other.zone not in HEADS
        and other.is_somebodys
        and _is_called(nouns[0][0], scene.stems_of(other.statement.cue))
        and (
            _is_by_name(scene, voice, nouns[0][2], other)
            or (
                may_answer(scene, voice, reference, other)
                and (
                    nouns[0][1] is None or not nouns[0][1].isdisjoint(other.about | other.speakers)
                )
            )
        )
    ]
    return near[-1] if near else None


def _main_words(scene: Scene, voice: Voice, reference: Reference) -> Voice | None:
    """Return the first words of whom a reference names the words of, and nothing else of them.

    "Criticised the president's remarks", at whatever distance: those that the article is about.
    """
    head = reference.head
    if head is None or reference.kind not in _GOVERNING or voice.zone in HEADS:
        return None
    owners = reference.owners - voice.speakers
    office = _OFFICE.search(scene.text, max(0, head.start - _OFFICE_REACH), head.start)
    whose = office["whose"] if office and not reference.owners else ""
    if not (owners or whose) or not is_all(scene, head, reference.objects):
        return None
    return next(
        (
            other
            for other in scene.voices
            if other.start < voice.start
            and other.zone not in HEADS
            and other.statement.parent is None
            and (
                _is_by_name(scene, voice, whose, other)
                if whose
                else scene.parties.speaks_for(owners, other.statement.speaker)
            )
            and (not reference.acts or other.statement.act in reference.acts)
            and may_answer(scene, voice, reference, other)
        ),
        None,
    )


def _whose(scene: Scene, noun: re.Match[str], end: int) -> frozenset[ActorId] | None:
    """Return of whom or by whom a noun is: "criticism of the watchmen", "the court's ruling".

    None where that is not told; nobody where it is by somebody unknown.
    """
    if noun["owner"] is not None:
        return scene.parties.parties(scene.parties.named_in(Span(*noun.span("owner"))))
    found = _OF_WHOM.match(scene.text, noun.end(), end)
    if found is None:
        return None
    named = scene.parties.parties(scene.parties.named_in(Span(*found.span("whom"))))
    return named if named or found["by"] else None


def _by_whom(scene: Scene, noun: re.Match[str], end: int) -> str:
    """Return the words for whose a noun is, if the text has any."""
    found = None if noun["owner"] else _OF_WHOM.match(scene.text, noun.end(), end)
    return noun["owner"] or (found["whom"] if found else "")


def _is_by_name(scene: Scene, voice: Voice, whose: str, other: Voice) -> bool:
    """Say whether words for whose it is are the other's own: "decisions by parliament".

    Then it may be a body of the speaker's own state.
    """
    source = stems(" ".join(span.text_of(scene.text) for span in other.statement.source))
    named = stems(whose) & source
    another = set(voice.statement.speaker).isdisjoint(other.statement.speaker)
    return another and bool(named - scene.parties.state_words)


def _is_called(noun: str, cue: Collection[str]) -> bool:
    deciding = noun in DECIDED and not DECIDING.isdisjoint(cue)
    return deciding or any(_is_of_one_root(noun, each) for each in cue)


def _is_of_one_root(noun: str, verb: str) -> bool:
    """Say whether a noun is that of a verb, both as stems: "accusation" of "accused"."""
    return len(verb) >= _ROOT and noun[:_ROOT] == verb[:_ROOT]
