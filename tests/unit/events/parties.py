"""Sentences about two states, two persons and miners, coded."""

from typing import TYPE_CHECKING

from tests.unit.exchanges.stories import Story

from rejoinder.events.coder import code_events
from rejoinder.model.event import Event

if TYPE_CHECKING:
    from spacy.language import Language


def staged(text: str) -> Story:
    story = Story(text)
    story.actor("state:NOR", "Norway|Norwegian|Norwegians", "NOR")
    story.actor("state:CHL", "Chile|Chilean|Chileans", "CHL")
    story.actor("state:PER", "Peru", "PER")
    story.actor("per:berg", "Anna Berg", "NOR", "GOV")
    story.actor("per:ruiz", "Carlos Ruiz", "CHL")
    story.actor("grp:miners", "Miners|miners", "CHL", "CVL")
    return story


def coded(nlp: "Language", story: Story) -> list[Event]:
    record = story.record()
    return list(code_events(nlp(story.text), record.article, record.actors, record.statements))
