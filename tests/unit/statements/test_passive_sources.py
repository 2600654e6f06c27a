"""In the passive the subject is no source: it suffers what is said."""

import pytest
from tests.articles import article, whole

from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.stages import Engine

pytestmark = pytest.mark.model


def _read(engine: Engine, text: str) -> ArticleRecord:
    return engine.extract(article(text, zones=whole(text)))


def _told(record: ArticleRecord, cue: str) -> list[tuple[list[str], list[str]]]:
    """Return speakers and abouts, by name, of the statements with that word in their cue."""
    names = {actor.id: actor.name for actor in record.actors}
    text = record.article.text
    return [
        ([names[one] for one in statement.speaker], [names[one] for one in statement.about])
        for statement in record.statements
        if cue in " ".join(span.text_of(text) for span in statement.cue)
    ]


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "about"),
    [
        ("Peru is accused of shelling the port on Monday.", "accused", [], "Peru"),
        ("Peru was urged to open the border.", "urged", [], "Peru"),
        ("Peru has been criticised for closing the border.", "criticised", [], "Peru"),
        ("Peru was accused of lying.", "accused", [], "Peru"),
        ("Peru accused Chile of shelling the port on Monday.", "accused", ["Peru"], "Chile"),
    ],
)
def test_who_suffers_the_words_does_not_say_them(
    engine: Engine, text: str, cue: str, speaker: list[str], about: str
) -> None:
    ((said_by, said_of),) = _told(_read(engine, text), cue)
    assert said_by == speaker
    assert about in said_of


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Peru was urged by Chile to open the border.", "urged"),
        ("Peru was accused by Chile of lying.", "accused"),
    ],
)
def test_who_stands_behind_by_says_them(engine: Engine, text: str, cue: str) -> None:
    record = _read(engine, text)
    ((speaker, about),) = _told(record, cue)
    assert speaker == ["Chile"]
    assert about == ["Peru"]
    contents = [span.text_of(text) for one in record.statements for span in one.content]
    assert not any("Chile" in content for content in contents)


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("Urged by Chile to open the border, Peru said that it would wait.", "Urged", ["Chile"]),
        ("Peru, pressed by Chile to withdraw, said that it would stay.", "pressed", ["Chile"]),
        ("Asked about the drills, Peru said that they were routine.", "Asked", []),
        ("Peru said that the drills were routine when asked about them.", "asked", []),
        ("Peru, asked if the drills would end, said that they would.", "asked", []),
        ("But asked if the drills would end, Peru said that they would.", "asked", []),
    ],
)
def test_a_participle_is_not_said_by_whom_it_is_about(
    engine: Engine, text: str, cue: str, speaker: list[str]
) -> None:
    assert all(said_by == speaker for said_by, _ in _told(_read(engine, text), cue))
    ((answering, _),) = _told(_read(engine, text), "said")
    assert answering == ["Peru"]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        pytest.param(
            "Tarn said: “We see letters saying that they want our land.”",
            "saying", "letters", "they want our land", id="what is read speaks",
        ),
        pytest.param(
            "Tarn said that Orr claimed the guards would stay, while the gate is shut today.",
            "claimed", "Orr", "the guards would stay", id="a contrast in the present",
        ),
        pytest.param(
            "Tarn said that Orr claimed the guards would stay, while the rest would go.",
            "claimed", "Orr", "the guards would stay, while the rest would go",
            id="a contrast that is told",
        ),
        pytest.param(
            "Tarn said: Orr promised that the guards would stay; while the gate was left open.",
            "promised", "Orr", "the guards would stay", id="a contrast behind a semicolon",
        ),
        pytest.param(
            "The inquiry, which was called “a farce” by the mayor, ended.",
            "called", "the mayor", "a farce", id="by whom it is called so",
        ),
        pytest.param(
            "The inquiry was criticized by some bakers as a farce.",
            "was criticized by", "some bakers", "The inquiry | as a farce", id="by whom decried",
        ),
        pytest.param(
            "The inquiry, described as a farce by the mayor, ended.",
            "described as", "the mayor", "a farce", id="by whom it is described",
        ),
    ],
)  # fmt: skip
def test_whose_words_and_which(
    engine: Engine, text: str, cue: str, source: str, content: str
) -> None:
    (found,) = [
        one
        for one in engine.extract(article(text, zones=whole(text))).statements
        if cue in [span.text_of(text) for span in one.cue]
    ]
    assert [span.text_of(text) for span in found.source] == [source]
    assert " | ".join(span.text_of(text) for span in found.content) == content


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Tarn said that Peru threatens the stability of the region.", "threatens"),
        ("Tarn said that the long war threatens security.", "threatens"),
        ("Tarn said that the closure is called a siege there.", "is called"),
        ("The firm, better known for its ties to Peru, closed.", "known"),
    ],
)
def test_what_endangers_or_has_a_name_says_nothing(engine: Engine, text: str, cue: str) -> None:
    assert _told(_read(engine, text), cue) == []


@pytest.mark.parametrize(
    "text",
    ["Peru threatened sanctions against Chile.", "Peru threatened to break the peace with Chile."],
)
def test_what_is_threatened_is_said(engine: Engine, text: str) -> None:
    assert [speaker for speaker, _ in _told(_read(engine, text), "threaten")] == [["Peru"]]
