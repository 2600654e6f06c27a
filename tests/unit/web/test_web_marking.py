"""An article is cut where statements begin and end, and nothing of it is lost or doubled."""

from hypothesis import given
from hypothesis import strategies as st
from tests.articles import article
from tests.records import actor, statement

from rejoinder.model.article import Zone, ZoneKind
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.web.marking import Block, drawn_as, lay_out, part_of
from rejoinder.web.voices import number_statements

TEXT = (
    "Menu\nHead line\nAn envoy said that “the minister claims we fired” and left.\n\nFooter\nMore"
)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def record() -> ArticleRecord:
    """Return an article with one statement inside another, and furniture around."""
    zones = [
        Zone(kind=kind, span=at(words))
        for kind, words in (
            (ZoneKind.FURNITURE, "Menu"),
            (ZoneKind.TITLE, "Head line"),
            (ZoneKind.BODY, "An envoy said that “the minister claims we fired” and left."),
            (ZoneKind.FURNITURE, "Footer"),
            (ZoneKind.FURNITURE, "More"),
        )
    ]
    news = article(TEXT, zones=zones)
    envoy, minister = actor("per:e", "Envoy"), actor("per:m", "Minister")
    outer = statement(
        news.id,
        (at("that “the minister claims we fired”"),),
        source=(at("An envoy"),),
        cue=(at("said"),),
        speaker=[envoy.id],
    )
    inner = statement(
        news.id,
        (at("we fired"),),
        parent=outer.id,
        source=(at("the minister"),),
        cue=(at("claims"),),
        speaker=[minister.id],
    )
    return ArticleRecord(article=news, actors=(envoy, minister), statements=(inner, outer))


def words_of(block: Block) -> str:
    return "".join(segment.text for segment in block.segments)


def test_blocks_follow_zones_and_furniture_is_folded() -> None:
    sheet = lay_out(record(), characters=1000)
    assert [(block.kind, block.lines) for block in sheet.blocks] == [
        (ZoneKind.FURNITURE, 1),
        (ZoneKind.TITLE, 1),
        (ZoneKind.BODY, 1),
        (ZoneKind.FURNITURE, 2),
    ]
    assert [words_of(block) for block in sheet.blocks[1:3]] == TEXT.split("\n")[1:3]


def test_a_segment_says_in_which_statements_it_lies_and_whom_it_names() -> None:
    body = lay_out(record(), characters=1000).blocks[2]
    drawn = {segment.text: drawn_as(segment) for segment in body.segments}
    assert drawn["An envoy"] == "who"
    assert drawn["said"] == "cue"
    assert drawn["the minister"] == "said v1 who"
    assert drawn["claims"] == "said v1 cue"
    assert drawn["we fired"] == "said v2 inset o1"
    assert drawn[" and left."] == ""
    opened = {segment.text: [n.number for n in segment.opens] for segment in body.segments}
    assert opened["that “"] == [1]
    assert opened["we fired"] == [2]
    assert [each.number for each in body.starts] == [1, 2]


def test_statements_are_numbered_in_text_order_with_depth_and_voice() -> None:
    numbered = number_statements(record())
    assert [(n.number, n.depth, n.voice.name, n.voice.colour) for n in numbered] == [
        (1, 0, "Envoy", 1),
        (2, 1, "Minister", 2),
    ]


def test_who_is_not_named_has_no_colour() -> None:
    news = article("It rained, reportedly.")
    said = statement(news.id, (Span(0, 9),))
    (only,) = number_statements(ArticleRecord(article=news, statements=(said,)))
    assert (only.voice.name, only.voice.colour) == (None, 0)


def test_what_is_in_furniture_but_is_a_statement_stays_in_sight() -> None:
    news = article(
        "Read also: he denies it", zones=[Zone(kind=ZoneKind.FURNITURE, span=Span(0, 23))]
    )
    said = statement(news.id, (Span(11, 23),))
    (block,) = lay_out(ArticleRecord(article=news, statements=(said,)), characters=100).blocks
    assert [each.number for each in block.starts] == [1]


@given(
    lines=st.lists(st.text(st.sampled_from("ab \n\r\u202e“"), max_size=30), max_size=8),
    cuts=st.lists(st.tuples(st.integers(0, 99), st.integers(1, 40)), max_size=6),
    characters=st.integers(5, 200),
)
def test_every_word_is_shown_once(
    lines: list[str], cuts: list[tuple[int, int]], characters: int
) -> None:
    text = "\n".join(lines) + "."
    news = article(text)
    spans = {(min(a, len(text) - 1), min(a + n, len(text))) for a, n in cuts}
    said = tuple(statement(news.id, (Span(a, b),)) for a, b in sorted(spans))
    made = ArticleRecord(article=news, statements=said)
    parts = lay_out(made, characters=characters).parts
    shown = "".join(
        words_of(block)
        for part in range(1, parts + 1)
        for block in lay_out(made, part=part, characters=characters).blocks
    )
    assert "".join(shown.split()) == "".join(text.split())


@given(st.integers(1, 60))
def test_a_statement_begins_on_its_part(characters: int) -> None:
    made = record()
    for each in number_statements(made):
        sheet = lay_out(made, part=part_of(each, characters), characters=characters)
        opened = [n.number for block in sheet.blocks for s in block.segments for n in s.opens]
        assert each.number in opened
