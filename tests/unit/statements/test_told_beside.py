"""Words beside plain cues: quotations that go on, who is quoted, denials that are only named."""

import pytest
from tests.articles import article, whole

from rejoinder.model.statement import Act
from rejoinder.pipeline.stages import Engine

pytestmark = pytest.mark.model

Found = tuple[str, str, str, str]


def _found(engine: Engine, text: str) -> list[Found]:
    """Return source, cue, content and speaker of each statement; parts joined by a bar."""
    record = engine.extract(article(text, zones=whole(text)))
    return [
        (
            " | ".join(span.text_of(text) for span in each.source),
            " | ".join(span.text_of(text) for span in each.cue),
            " | ".join(span.text_of(text) for span in each.content),
            " ".join(each.speaker),
        )
        for each in record.statements
    ]


@pytest.mark.parametrize(
    ("text", "quotation", "source"),
    [
        pytest.param(
            "Minister Ann Lee said the bridge would open in May.\n\n“We have waited long enough.”",
            "We have waited long enough.", "Minister Ann Lee", id="a paragraph of its own",
        ),
        pytest.param(
            "Minister Ann Lee called the plan “a non-starter.”\n\n“It leaves out the villages.”",
            "It leaves out the villages.", "Minister Ann Lee", id="behind a quoted word",
        ),
    ],
)  # fmt: skip
def test_a_quotation_goes_on_with_whoever_spoke_last(
    engine: Engine, text: str, quotation: str, source: str
) -> None:
    told = {content: said_by for said_by, _, content, _ in _found(engine, text)}
    assert told[quotation] == source


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Minister Ann Lee said the bridge was open.\n\nIt is long.\n\n“Nobody came to see it.”",
            id="something else is told between",
        ),
        pytest.param(
            "Nobody was there in the morning.\n\n“Nobody came to see it.”", id="nobody spoke before"
        ),
    ],
)
def test_a_quotation_without_a_speaker_before_it_is_nobodys(engine: Engine, text: str) -> None:
    assert "Nobody came to see it." not in {content for _, _, content, _ in _found(engine, text)}


def test_what_a_quotation_goes_on_with_does_not_tell_its_act(engine: Engine) -> None:
    text = "Minister Ann Lee accused Peru of lying.\n\n“The bridge is shut on Mondays.”"
    record = engine.extract(article(text, zones=whole(text)))
    assert [each.act for each in record.statements] == [Act.ACCUSE, Act.ASSERT]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        pytest.param(
            "Colonel Milan Vorek was quoted by the Morning Post as saying that the road was shut.",
            "Colonel Milan Vorek", "that the road was shut", id="the clause behind",
        ),
        pytest.param(
            "The rebels had left, a senior officer, Colonel Milan Vorek, was quoted by Interfax as "
            "saying.",
            "a senior officer, Colonel Milan Vorek", "The rebels had left", id="the clause before",
        ),
        pytest.param(
            "“We will not leave,” Interfax quoted Colonel Milan Vorek as saying.",
            "Colonel Milan Vorek", "We will not leave,", id="a quotation, and who quotes behind it",
        ),
        pytest.param(
            "“We will not leave,” Colonel Milan Vorek was quoted by Interfax as saying.",
            "Colonel Milan Vorek", "We will not leave,", id="a quotation",
        ),
    ],
)  # fmt: skip
def test_who_is_quoted_speaks_and_not_who_quotes(
    engine: Engine, text: str, source: str, content: str
) -> None:
    ((said_by, _, words, speaker),) = _found(engine, text)
    assert (said_by, words, speaker) == (source, content, "per:milan-vorek")


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The Turkish Defence Ministry's denial came at once.", "gov:TUR-defence", "denial"),
        ("A denial from Peru came on Tuesday.", "state:PER", "A denial"),
        ("Chile issued a denial.", "state:CHL", "a denial"),
        ("Despite denials by Peru, the port stayed shut.", "state:PER", "denials"),
    ],
)  # fmt: skip
def test_an_answer_that_is_only_named_is_told(
    engine: Engine, text: str, speaker: str, content: str
) -> None:
    record = engine.extract(article(text, zones=whole(text)))
    found = {each.content[0].text_of(text): (each.speaker, each.act) for each in record.statements}
    assert found[content] == ((speaker,), Act.DENY)


@pytest.mark.parametrize(
    "text",
    ["No denial came from Peru.", "Peru issued no denial.", "The denial of entry surprised Peru."],
)
def test_an_answer_that_nobody_gave_is_none(engine: Engine, text: str) -> None:
    assert not [each for each in _found(engine, text) if "denial" in each[2]]


@pytest.mark.parametrize(
    ("before", "act"),
    [
        ("Peru said Chile had shelled the village.", Act.DENY),
        ("Peru asked Chile to withdraw its troops.", Act.REFUSE),
    ],
)
def test_what_was_said_before_tells_how_it_is_rejected(
    engine: Engine, before: str, act: Act
) -> None:
    text = f"{before} Chile rejected this."
    record = engine.extract(article(text, zones=whole(text)))
    assert record.statements[-1].act is act


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param(
            "She received a warning from the envoy Ann Lee that she would be jailed.",
            "the envoy Ann Lee", id="what is received is the giver's",
        ),
        pytest.param(
            "For her part, Foreign Minister Ann Lee has called for a review of the embargo.",
            "Foreign Minister Ann Lee", id="for her part",
        ),
        pytest.param(
            "All the large Greek networks on Tuesday denied that they had sent the message.",
            "All the large Greek networks", id="nothing hangs at the end",
        ),
    ],
)  # fmt: skip
def test_the_source_is_who_speaks(engine: Engine, text: str, source: str) -> None:
    assert {each[0] for each in _found(engine, text)} == {source}


def test_who_does_not_think_so_has_not_said_so(engine: Engine) -> None:
    text = "“I don't think it was planned,” said Ann Lee."
    assert [content for _, _, content, _ in _found(engine, text)] == [
        "I don't think it was planned,"
    ]


def test_the_first_quotation_is_not_lost(engine: Engine) -> None:
    text = "“Nothing but slander,” the ministry said of the report. “Simply ridiculous.”"
    ((_, _, content, _),) = _found(engine, text)
    assert content == "Nothing but slander, | Simply ridiculous."


def test_adjectives_joined_are_several_lands(engine: Engine) -> None:
    text = "Turkey dismissed Greek and Ukrainian accusations that it had broken the embargo."
    told = {content: speaker for _, _, content, speaker in _found(engine, text)}
    assert told["it had broken the embargo"] == "state:GRC state:UKR"


def test_a_charge_given_back_in_an_aside_is_told(engine: Engine) -> None:
    text = (
        "Ann Lee spoke of Peruvian claims that gunboats had fired on the fishermen, a charge that "
        "Chile makes also against the Peruvian coast guard since the port burned."
    )
    record = engine.extract(article(text, zones=whole(text)))
    told = {each.content[0].text_of(text): (each.speaker, each.act) for each in record.statements}
    assert told["against the Peruvian coast guard"] == (("state:CHL",), Act.ACCUSE)


def test_the_verb_is_the_cue_and_not_only_where_it_was_said(engine: Engine) -> None:
    text = "Peru's Foreign Ministry condemned on Friday in a long statement the arrest of a pilot."
    record = engine.extract(article(text, zones=whole(text)))
    (only,) = record.statements
    assert (only.speaker, only.act) == (("gov:PER-foreign",), Act.CRITICISE)


def test_what_the_speaker_hopes_himself_is_no_statement_in_his_statement(engine: Engine) -> None:
    text = "The minister Ann Lee said: We hope that the talks will go on. The bridge is open."
    assert len(_found(engine, text)) == 1


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        pytest.param(
            "Norway once again declared its readiness to help end the crisis.", [Act.OFFER],
            id="its own readiness",
        ),
        pytest.param(
            "Norway condemned Peru's threats to attack.", [Act.CRITICISE, Act.WARN],
            id="another's threats",
        ),
    ],
)  # fmt: skip
def test_what_a_state_declares_itself_ready_for_is_told_once(
    engine: Engine, text: str, acts: list[Act]
) -> None:
    record = engine.extract(article(text, zones=whole(text)))
    assert [one.act for one in record.statements] == acts


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        pytest.param(
            "“A mere invention,” the mayor Ann Lee said. “Utterly absurd.”",
            ["A mere invention,", "Utterly absurd."], id="two outcries",
        ),
        pytest.param(
            "“We have lost the town,” the mayor Ann Lee said. “The army has left.”",
            ["We have lost the town, | The army has left."], id="one speech",
        ),
    ],
)  # fmt: skip
def test_two_outcries_are_two_statements(engine: Engine, text: str, contents: list[str]) -> None:
    assert [content for _, _, content, _ in _found(engine, text)] == contents


def test_what_not_one_of_them_backed_is_turned_down(engine: Engine) -> None:
    text = "Not a single senator backed the plan."
    record = engine.extract(article(text, zones=whole(text)))
    assert [each.act for each in record.statements] == [Act.REFUSE]
