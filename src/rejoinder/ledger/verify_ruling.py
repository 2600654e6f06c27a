"""What must hold of judgements and of rulings on names before they are written."""

import re
from datetime import datetime, timedelta

from rejoinder.errors import RecordError
from rejoinder.model.judgement import Judgement, Naming, Verdict, judgement_id, naming_id

__all__ = ["verify_judgement", "verify_naming"]

_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")


def verify_judgement(judgement: Judgement) -> None:
    """Check a judgement against itself.

    Raises:
        RecordError: refs out of order, wrong id, no judge, a score that is none, a person's
            judgement without its time or a stage's with one, or characters that cannot be stored.
    """
    where = f"judgement {judgement.id}"
    if not judgement.left < judgement.right:
        raise RecordError(
            f"{where}: {judgement.left} is not less than {judgement.right}; sort them"
        )
    made = judgement_id(
        judgement.left,
        judgement.right,
        judgement.verdict,
        judgement.judge,
        judgement.features,
        decided=judgement.decided,
        undoes=judgement.undoes,
    )
    if judgement.id != made:
        raise RecordError(f"{where}: its id should be {made!r}; use judgement_id()")
    words = [part for feature in judgement.features for part in feature]
    _verify_words(where, judgement.judge, judgement.note, *words)
    if judgement.person:
        _verify_time(where, judgement.decided)
    elif judgement.decided is not None or judgement.undoes:
        raise RecordError(f"{where}: a stage decides at no time and takes nothing back by its id")
    if judgement.undoes and judgement.verdict is not Verdict.WITHDRAWN:
        raise RecordError(f"{where}: what takes {judgement.undoes!r} back must be withdrawn")
    _verify_score(where, judgement)


def verify_naming(naming: Naming) -> None:
    """Check a ruling on a name against itself.

    Raises:
        RecordError: wrong id, no judge, no time, or characters that cannot be stored.
    """
    where = f"ruling {naming.id}"
    made = naming_id(naming.actor, naming.name, naming.judge, naming.decided, undoes=naming.undoes)
    if naming.id != made:
        raise RecordError(f"{where}: its id should be {made!r}; use naming_id()")
    _verify_words(where, naming.judge, naming.note, naming.name)
    _verify_time(where, naming.decided)


def _verify_words(where: str, judge: str, *words: str) -> None:
    if not judge.strip():
        raise RecordError(f"{where}: nobody has signed it; name the judge")
    for word in (judge, *words):
        found = _NO_CHARACTER.search(word)
        if found is not None:
            raise RecordError(f"{where}: {found[0]!a} in {word!a} is no character; leave it out")


def _verify_time(where: str, decided: datetime | None) -> None:
    if decided is None or decided.utcoffset() != timedelta(0):
        raise RecordError(f"{where}: a person decides at a time in UTC, not at {decided!r}")


def _verify_score(where: str, judgement: Judgement) -> None:
    score = judgement.score
    if judgement.person:
        if score is not None:
            raise RecordError(f"{where}: a person gives no score, not {score!r}")
    elif score is None and judgement.verdict is Verdict.WITHDRAWN:
        return
    elif score is None or not 0 <= score <= 1:
        raise RecordError(f"{where}: score {score!r} of a stage is not between 0 and 1")
