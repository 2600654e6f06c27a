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
