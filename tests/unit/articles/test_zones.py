from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.articles.zones import dateline_day, mark_zones, title_in

P1 = "The ministry of Sevan rejected the claims of the general on Tuesday, calling them groundless."
P2 = "“There are no foreign elements here,” a spokesman added. He did not say who had looked."
P3 = "In Port Aras, Foreign Minister Ana Belova answered that nobody had been accused, and left."
LONG = " ".join([P1, P2])


def marked(text: str, title: str | None = None) -> list[str]:
    """Return ``kind: first words`` of every zone."""
    return [f"{z.kind}: {z.span.text_of(text)[:40]}" for z in mark_zones(text, title)]


def kinds(text: str, title: str | None = None) -> str:
    return " ".join(z.kind.value for z in mark_zones(text, title))


# lines (/ is a line break, @ a title) | the kinds of the zones
TABLE = f"""
@//{P1}//{P2} | title body body
@/{P1}/{P2} | title body body
{P1}//{P2} | body body
By Ana Belova//{P1} | byline body
@//By Ana Belova//{P1} | title byline body
@//By Ana Belova | Thursday, 10 November 2022//{P1} | title byline date body
@//By our Caucasus correspondent//{P1} | title byline body
@//2023-03-31 | By Ana Belova//{P1} | title date byline body
@//Review ¦ News ¦ By our staff//{P1} | title furniture byline body
@//Reuters//{P1} | title byline body
@//By Tuesday nobody was there.//{P1} | title body body
@//Thursday, 10 November 2022//{P1} | title date body
@//Published: 10 Nov 2022, 14:30 GMT//{P1} | title date body
@//2023/05/21 ¦ interview, top news//{P1} | title date furniture body
 date 2023-03-31 @//{P1} | date title body
2023-03-31: Ministry rejects the claims//{P1} | date title body
Sevan, Ana Belova//@ of the general//{P1} | furniture title body
World ¦ Politics//@ of the general//{P1} | furniture title body
@//World in brief//{P1} | title furniture body
@//A general is told that nobody was looked for//{P1} | title deck body
@//Ministry of Sevan rejects claims of the general.//{P1} | title deck body
@//Belova answers that nobody was accused.//{P3} | title deck body
@//{P1}//Talks go on//{P2} | title body heading body
@//{P1}//“Hostages”//{P2} | title body heading body
@//{P1}//“We shall never give in to them”//{P2} | title body body body
@/{P1}/TALKS GO ON/{P2} | title body heading body
@//{P1}//What it asks:/- a talk/- a word//{P2} | title body body body body body
@//{P1}/17 December: Sevan agrees to talks/{P2} | title body body body
@//{P1}//Talks go on | title body body
@//{P1}//Date archive | title body furniture
@//{P1}//Read also: Bread to cost more//{P2} | title body furniture body
@//{P1}//READ MORE: Bread to rise, says baker.//{P2} | title body furniture body
@//{P1}//Read the claims again, he said.//{P2} | title body body body
@//{P1}//Share this: Mail ¦ Print | title body furniture
@//{P1}//Facebook Twitter WhatsApp | title body furniture
@//{P1}//Tags: Sevan, claims | title body furniture
@//{P1}//This website uses cookies. Accept? | title body furniture
@//{P1}//(c) Aras Daily 2023. All rights reserved. | title body furniture
@//{P1}//Next page » | title body furniture
@//{P1}//1 2 3 Next | title body furniture
@//{P1}//Subscribe to our newsletter | title body furniture
@//{P1}//Source: Aras Daily | title body byline
@//{P1}//Reporting by Ana Belova; Editing by Jo Ban | title body byline
@//PORT ARAS (Reuters) - {P1} | title byline body
@//PORT ARAS, August 8 (RIA Novosti) — {P1} | title byline date byline body
@//(Aras Wire) - {P1} | title byline body
@//Aras Council Online - Interview: {P1} | title byline body
@//{P1}//Related articles//Bread//Fish | title body furniture furniture furniture
@//{P1}//Related//Bread to cost more//{P1} | title body furniture furniture body
Bread is Cheap. He said so. It was true.//{P1} | body body
""".strip().splitlines()


@pytest.mark.parametrize("row", TABLE)
def test_zones_of_small_pages(row: str) -> None:
    lines, _, expected = row.rpartition(" | ")
    text = (
        lines.replace("@", "Ministry rejects claims")
        .replace("/", "\n")
        .replace("2023\n05\n21", "2023/05/21")
        .replace("¦", "|")
    )
    assert kinds(text) == expected


def test_what_comes_after_a_comment_form_is_furniture() -> None:
    teaser = f"Other news of the day\n\n{LONG.replace('Sevan', 'Nowhere')}"
    form = "Submit a Comment\n\nYour email address will not be published."
    text = f"Title of it\n\n{P1}\n\n\n{form}\n\n{teaser}"
    assert kinds(text) == "title body furniture furniture furniture furniture"


def test_an_article_can_go_on_after_a_comment_form() -> None:
    more = [f"{LONG} The Sevan ministry spoke {n} times on Tuesday." for n in range(3)]
    text = "\n\n".join(["Title of it", P1, P2, "Leave a comment", *more])
    assert kinds(text) == "title body body furniture body body body"


def test_a_teaser_block_that_comes_twice_ends_the_article() -> None:
    teaser = ["Fish are back in Aras", "Anglers said on Friday that the fish are back."]
    text = "\n\n".join(["Title of it", P1, P2, P3, *teaser, *teaser])
    assert kinds(text) == "title body body body furniture furniture furniture furniture"


def test_a_paragraph_that_is_doubled_stays() -> None:
    assert kinds(f"Title of it\n\n{P1}\n\n{P2}\n\n{P2}").count("body") == 3


def test_a_headline_that_is_glued_before_a_sentence_is_cut_off() -> None:
    glued = "Sevan Convoy Delivers Bread to War-Torn Province The sides have a chance for peace."
    text = f"Title of it\n\n{P1}\n{glued}"
    assert marked(text)[-2:] == [
        "furniture: Sevan Convoy Delivers Bread to War-Torn ",
        "body: The sides have a chance for peace.",
    ]


def test_a_long_name_before_a_verb_is_no_headline() -> None:
    name = "Deputy Foreign Minister of the Republic of Sevan Ana Maria Belova told reporters so."
    assert kinds(f"Title of it\n\n{P1}\n{name}") == "title body body"


def test_the_title_that_the_input_gives_is_found_behind_tags() -> None:
    text = f"Sevan, claims\n\n“Never” to claims\n\n{P1}"
    assert kinds(text, '"Never" to claims') == "furniture title body"
    assert title_in(text, mark_zones(text)) == "“Never” to claims"


def test_a_title_that_is_not_in_the_text_marks_nothing() -> None:
    assert kinds(f"{P1}\n\n{P2}", "Another title") == "body body"


def test_hard_wrapped_paragraphs_are_one_zone_each() -> None:
    folded = [
        "The ministry rejected the claims on\nTuesday and called them groundless in\na letter.",
        "A spokesman of the general answered\nin the evening that nobody had so\nfar.",
        "Foreign Minister Ana Belova, who was\nin Port Aras for talks today, left\nearly.",
        "The talks are to go on as planned in\nthe next days, her ministry told the\npapers.",
    ]
    text = "\n\n".join(["Ministry rejects claims", *folded])
    assert kinds(text) == "title body body body body"


def test_windows_line_ends_count_as_line_ends() -> None:
    text = f"Ministry rejects claims\r\n\r\nBy Ana Belova\r\n{P1}\r\n{P2}\r\n"
    assert kinds(text) == "title byline body body"
    assert not any("\r" in z.span.text_of(text) for z in mark_zones(text))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ana Belova | Thursday, 10 November 2022", date(2022, 11, 10)),
        ("Published 31.03.2023", date(2023, 3, 31)),
        ("2023/05/21 | interview, politics", date(2023, 5, 21)),
        ("Updated: 10 November 2022", None),
        ("10 November", None),
        ("November 2022", None),
        ("", None),
    ],
)
def test_the_day_of_publication_is_read_only_where_it_stands(
    line: str, expected: date | None
) -> None:
    text = f"Ministry rejects claims\n\n{line}\n\n{P1} It had met on 3 May 2021 in Port Aras."
    day = dateline_day(text, mark_zones(text))
    assert (day and day.start) == expected
    assert day is None or day.span is not None


WORDS = st.sampled_from(
    [
        "\n", "\n\n", "\r\n", " ", "By Ana", "10 November 2022", "|", "Title", P1, "“", ".",
        "Submit a Comment", "Read also: x", "Related", "PORT ARAS (AFP) -", "2023-03-31",
        "Fish Are Back in The ",
    ]
)  # fmt: skip


@given(
    st.lists(WORDS, max_size=25).map("".join) | st.text(max_size=200),
    st.none() | st.sampled_from(["Title", P1, "", "By Ana"]),
)
def test_zones_cover_all_that_is_not_blank_once(text: str, title: str | None) -> None:
    zones = mark_zones(text, title)
    end = 0
    covered = [False] * len(text)
    for zone in zones:
        assert end <= zone.span.start < zone.span.end <= len(text)
        words = zone.span.text_of(text)
        assert words == words.strip()
        end = zone.span.end
        for n in range(zone.span.start, zone.span.end):
            covered[n] = True
    assert all(covered[n] or text[n].isspace() for n in range(len(text)))
