"""One actor and his judgements as people read them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rejoinder.cli.actor_text import history_lines, judgement_lines
from rejoinder.model.actor import ActorKind
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef, Naming, Verdict
from rejoinder.views.actor import ActorHistory, RoleSeen, Seen
from rejoinder.views.actors import ActorView
from rejoinder.views.judgements import JudgedActor, JudgementView

ANN, BO = ActorId("per:ann-ames"), ActorId("per:ames@a-00000000000000a1")
DECIDED = datetime(2031, 5, 4, 10, 30, tzinfo=UTC)
BY_STAGE = JudgementView(
    id="j-1",
    left=JudgedActor(ref=BO, id=ANN, name="Ames\n\x1b[31m"),
    right=JudgedActor(ref=ANN, id=ANN, name="Ann Ames"),
    verdict=Verdict.POSITIVE,
    score=0.8512,
    features=(("name", "Ames ~ Ann Ames"), ("country", "both AVA")),
    judge="identity.test.v1",
    person=False,
    note="",
    decided=None,
    undoes="",
    holds=True,
)
BY_PERSON = replace(
    BY_STAGE,
    id="j-2",
    verdict=Verdict.NEGATIVE,
    score=None,
    features=(),
    judge="una",
    person=True,
    note="a namesake",
    decided=DECIDED,
)
HISTORY = ActorHistory(
    view=ActorView(
        id=ANN,
        name="Ann Ames",
        names=("Ames", "Ann Ames"),
        kind=ActorKind.PERSON,
        country="AVA",
        sector="GOV",
        roles=("minister",),
        articles=2,
        said=3,
        said_of=1,
        others=(ActorId("per:ames"),),
        claims=(ActorId("grp:north"),),
    ),
    ruling=Naming(
        id="n-1", actor=ActorRef(actor=ANN), name="Ann Ames", judge="una", decided=DECIDED
    ),
    listed=(),
    names=(Seen(name="Ann Ames", articles=("one", "two")),),
    roles=(
        RoleSeen(
            published=DateInterval(
                start=date(2031, 5, 1), end=date(2031, 5, 31), precision=Precision.MONTH
            ),
            article_ref="one",
            publisher="The Courier",
            role="minister",
            country="AVA",
            sector="GOV",
        ),
        RoleSeen(
            published=None, article_ref="two", publisher=None, role=None, country="AVA", sector=None
        ),
    ),
    merges=(BY_STAGE,),
    unsure=(),
    apart=(BY_PERSON,),
)


def plain(history: ActorHistory, *, full: bool = False) -> list[str]:
    return [line.plain for line in history_lines(history, full=full)]


def test_an_actor_is_shown_with_what_is_known_of_him() -> None:
    assert plain(HISTORY) == [
        "Ann Ames · per:ann-ames · person · AVA GOV",
        "    said 3 · said of 1 · in 2 articles",
        "    also: minister; Ames",
        "    claims: grp:north",
        "  ids that lead here:",
        "    per:ames",
        "  names:",
        "    Ann Ames: one, two",
        "  roles:",
        "    2031-05-01/2031-05-31 · minister · AVA GOV · The Courier, one",
        "    undated · no role · AVA · two",
        "  called so by:",
        "    n-1 · una · 2031-05-04 10:30",
        "  taken for one:",
        "    Ames \u241b[31m (per:ames@a-00000000000000a1) = Ann Ames (per:ann-ames)",
        "        j-1 · identity.test.v1 · 0.85",
        "        name: Ames ~ Ann Ames; country: both AVA",
        "  kept apart:",
        "    Ames \u241b[31m (per:ames@a-00000000000000a1) ≠ Ann Ames (per:ann-ames)",
        "        j-2 · una · 2031-05-04 10:30: a namesake",
    ]


def test_long_lists_are_cut_unless_asked_for() -> None:
    many = replace(
        HISTORY,
        names=tuple(Seen(name=f"Name {n}", articles=tuple("abcdefghijklmno")) for n in range(14)),
        merges=14 * (BY_STAGE,),
    )
    short = plain(many)
    assert "    Name 0: a, b, c, d, e, f, g, h, i, j, k, l and 3 more" in short
    assert short.count("    and 2 more; --full shows them") == 2
    assert "more; --full" not in "\n".join(plain(many, full=True))


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"verdict": Verdict.UNSURE}, "(per:ames@a-00000000000000a1) ? Ann Ames"),
        ({"holds": False}, "j-1 · identity.test.v1 · 0.85 · no longer holds"),
        ({"verdict": Verdict.WITHDRAWN, "undoes": "j-0"}, "0.85 · takes j-0 back"),
    ],
)
def test_a_judgement_tells_its_standing(changes: dict[str, object], shown: str) -> None:
    lines = [line.plain for line in judgement_lines(replace(BY_STAGE, **changes))]  # type: ignore[arg-type]
    assert shown in "\n".join(lines)
