"""Who is told to have said nothing when asked, and who is not."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.silences import find_silences


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        pytest.param("Tarn declined to comment on the ferry.", ["per:tarn"], id="declined"),
        pytest.param("A spokesman for Tarn had no immediate comment.", ["per:tarn"], id="for him"),
        pytest.param("Tarn’s office did not return calls.", ["per:tarn"], id="his office"),
        pytest.param("Tarn, who was away, could not be reached.", ["per:tarn"], id="an aside"),
        pytest.param(
            "Tarn, who has been at sea since the ferries stopped, could not be reached.",
            ["per:tarn"], id="a long aside",
        ),
        pytest.param(
            "Avaria and Tarn did not respond to requests for comment.", ["per:tarn"], id="the last"
        ),
        pytest.param(
            "Tarn didn’t immediately respond to a message seeking comment.", ["per:tarn"],
            id="a message that asks",
        ),
        pytest.param("Tarn did not respond to either message.", [], id="a message"),
        pytest.param("Tarn did not answer the question of the judge.", [], id="in court"),
        pytest.param("Tarn did not comment at length.", [], id="something he said"),
        pytest.param("Voters backing Tarn declined to comment.", [], id="others"),
        pytest.param("Of Tarn the miller declined to comment.", [], id="somebody unknown"),
        pytest.param("Tarn declined to sell the ferry.", [], id="another refusal"),
        pytest.param("Avaria’s Tarn campaign declined to comment.", ["per:tarn"], id="the nearer"),
        pytest.param(
            "Tarn, who had been at sea since the ferries of the valley had stopped, on Monday also "
            "repeatedly declined to comment.",
            [],
            id="too far off",
        ),
    ],
)  # fmt: skip
def test_who_is_silent(sentence: str, who: list[str]) -> None:
    record = told(f"{'It rained. ' * 9}{sentence} Avaria slept.").record()
    found = list(find_silences(record))
    assert [actor for actor, _ in found] == who
    assert [span.text_of(record.article.text) for _, span in found] == [sentence] * len(who)


def test_all_who_go_by_the_name_are_silent_by_their_ids() -> None:
    story = told("Tarn declined to comment.")
    for ident in "gbdacfe":
        story.actor(f"per:{ident}", "Tarn")
    found = [actor for actor, _ in find_silences(story.record())]
    assert found == [*(f"per:{ident}" for ident in "abcdefg"), "per:tarn"]
