"""Where contents end: what the frame tells is none of them, what a comma cuts off is."""

import pytest
from tests.unit.statements.conftest import Read

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft
from rejoinder.statements.endings import mend_end
from rejoinder.statements.parsed import look_at

pytestmark = pytest.mark.model


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "cue", "content", "wanted"),
    [
        pytest.param(
            "The bridge will stay shut, Petrova said on Monday, after gunmen attacked the town.",
            "said", "The bridge will stay shut | after gunmen attacked the town",
            "The bridge will stay shut", id="when it was said",
        ),
        pytest.param(
            "Petrova said the bridge would stay shut after gunmen attacked the town.",
            "said", "the bridge would stay shut after gunmen attacked the town",
            "the bridge would stay shut after gunmen attacked the town", id="part of what was said",
        ),
        pytest.param(
            "Petrova feared that Norway would leave the deal, taking its engineers with it.",
            "feared", "Norway would leave the deal",
            "Norway would leave the deal, taking its engineers with it", id="means",
        ),
        pytest.param(
            "Petrova accused Norway of meddling in the vote, leaving the room at once.",
            "accused", "Norway", "Norway", id="of the cue",
        ),
        pytest.param(
            "Petrova said Norway had meddled in the vote, claiming that it had bribed the council.",
            "said", "Norway had meddled in the vote", "Norway had meddled in the vote", id="a cue",
        ),
        pytest.param(
            "Petrova asked Norway to explain itself after the ministers met.",
            "asked", "Norway to explain itself after", "Norway to explain itself", id="hanging",
        ),
        pytest.param(
            "Petrova praised the bridge over the lake and the road to Norway.",
            "praised", "the bridge over the lake and",
            "the bridge over the lake and the road to Norway", id="and",
        ),
        pytest.param(
            "Petrova regretted the death of two divers in the lake.",
            "regretted", "the death of two divers in",
            "the death of two divers in the lake", id="a preposition",
        ),
        pytest.param(
            "Petrova announced her plans in a letter to Norway.",
            "announced", "her plans in", "her plans", id="where it was said",
        ),
        pytest.param(
            "Petrova welcomed the plan and Norway said nothing.",
            "welcomed", "the plan and", "the plan", id="and of another clause",
        ),
        pytest.param(
            "Petrova promised to mend the old bridge in Norway.",
            "promised", "to mend the", "to mend the old bridge in Norway", id="an article",
        ),
        pytest.param(
            "Petrova named the country that they hail from.",
            "named", "the country that they hail from",
            "the country that they hail from", id="a preposition that leads nowhere",
        ),
        pytest.param(
            "Petrova said the wall was “a matter of” pride and “a need,” and left.",
            "said", "the wall was “a matter of” pride and",
            "the wall was “a matter of” pride and “a need,”", id="a quotation",
        ),
        pytest.param(
            "Petrova asked the crew to find the road.",
            "asked", "the crew to", "the crew to find the road", id="to",
        ),
        pytest.param(
            "Petrova criticised the bills that had ruined the bakers.",
            "criticised", "the bills that", "the bills that had ruined the bakers", id="that",
        ),
        pytest.param(
            "Petrova believes the road is shut, and, if so, she stays.",
            "believes", "the road is shut, and", "the road is shut", id="and that leads nowhere",
        ),
        pytest.param(
            "Petrova said Norway had never been there before.",
            "said", "Norway had never been there before", "Norway had never been there before",
            id="an adverb at the end",
        ),
        pytest.param(
            "Petrova said that spies hide in Norway; the ministry denies it.",
            "said", "spies hide in Norway; the ministry denies it",
            "spies hide in Norway", id="a denial behind a semicolon",
        ),
        pytest.param(
            "Petrova said that spies hide in Norway, but Oslo denied this.",
            "said", "spies hide in Norway, but Oslo denied this",
            "spies hide in Norway", id="a denial behind but",
        ),
        pytest.param(
            "Petrova said that spies hide in Norway; the ministry denies visas to them.",
            "said", "spies hide in Norway; the ministry denies visas to them",
            "spies hide in Norway; the ministry denies visas to them", id="no denial of it",
        ),
        pytest.param(
            "Spies hide in Norway; Petrova denies it.",
            "denies", "Spies hide in Norway", "it", id="what is denied is told by another",
        ),
    ],
)  # fmt: skip
def test_content_ends_where_the_words_do(
    read: Read, text: str, cue: str, content: str, wanted: str
) -> None:
    _, doc, _ = read(text)
    draft = Draft(
        source=(_span(text, "Petrova"),),
        cue=(_span(text, cue),),
        content=tuple(_span(text, part) for part in content.split(" | ")),
        score=0.9,
    )
    mended = mend_end(look_at(doc, text), draft)
    assert " | ".join(span.text_of(text) for span in mended.content) == wanted
