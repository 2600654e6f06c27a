import pytest

from rejoinder.articles.fields import read_day, read_fields
from rejoinder.errors import ArticleError
from rejoinder.model.failure import Reason
from rejoinder.model.span import Span

LEAST = {"id": "a1", "text": "Iran denied it."}


def test_the_least_article_has_id_and_text() -> None:
    fields = read_fields(LEAST)
    assert (fields.ref, fields.text, fields.title, fields.published) == (
        "a1",
        "Iran denied it.",
        None,
        None,
    )


def test_every_field_is_read_and_others_are_passed_over() -> None:
    fields = read_fields(
        {
            **LEAST,
            "id": 7,
            "title": " A title ",
            "outlet": "Aras Daily",
            "date": "2022-11-10T09:30:00+04:00",
            "url": "https://a.example/1",
            "language": "en-GB",
            "retrieved": "2022-11-11T00:00:00Z",
            "zones": "whatever",
            "event": None,
        }
    )
    assert (fields.ref, fields.title, fields.publisher) == ("7", "A title", "Aras Daily")
    assert (fields.url, fields.language) == ("https://a.example/1", "en")
    assert fields.retrieved == "2022-11-11T00:00:00Z"
    assert fields.published is not None
    assert fields.published.start.isoformat() == "2022-11-10"


def test_text_is_kept_as_it_came() -> None:
    text = "\ufeff  Title \r\n\r\nBody\u00a0 \n"
    assert read_fields({**LEAST, "text": text}).text == text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2022-11-10", "2022-11-10 2022-11-10 day"),
        ("2022-11", "2022-11-01 2022-11-30 month"),
        ("2022-12", "2022-12-01 2022-12-31 month"),
        ("2022", "2022-01-01 2022-12-31 year"),
        ("2022-11-10 09:30", "2022-11-10 2022-11-10 day"),
        ("Thu, 10 Nov 2022", "2022-11-10 2022-11-10 day"),
        ("10 November 2022", "2022-11-10 2022-11-10 day"),
        ("2023/05/21", "2023-05-21 2023-05-21 day"),
        ("03/04/2022", None),
        ("2022-13", None),
        ("2022-02-30", None),
        ("0000", None),
        ("yesterday", None),
        ("10 November", None),
        ("soon", None),
    ],
)
def test_days_are_read_or_refused(words: str, expected: str | None) -> None:
    day = read_day(words)
    assert (day and f"{day.start} {day.end} {day.precision}") == expected


def test_a_date_of_our_own_wire_form_is_read_back() -> None:
    date = {"start": "2022-11-08", "end": "2022-11-08", "precision": "day", "span": [0, 4]}
    published = read_fields({**LEAST, "published": date}).published
    assert published is not None
    assert published.span == Span(0, 4)


@pytest.mark.parametrize(
    ("change", "reason", "named"),
    [
        ({"id": None}, Reason.MISSING_FIELD, "'id'"),
        ({"text": None}, Reason.MISSING_FIELD, "'text'"),
        ({"text": " \n"}, Reason.EMPTY, "'text'"),
        ({"text": ["a"]}, Reason.BAD_FIELD, "'text'"),
        ({"text": "half \ud800"}, Reason.BAD_FIELD, "'text'"),
        ({"text": "a\x00b"}, Reason.BAD_FIELD, "'text'"),
        ({"id": ""}, Reason.BAD_FIELD, "'id'"),
        ({"id": True}, Reason.BAD_FIELD, "'id'"),
        ({"title": 5}, Reason.BAD_FIELD, "'title' is 5"),
        ({"published": "last Tuesday"}, Reason.BAD_FIELD, "last Tuesday"),
        ({"date": 20221110}, Reason.BAD_FIELD, "'date'"),
        ({"published": {"start": "2022-11-08"}}, Reason.BAD_FIELD, "'published'"),
        (
            {"published": {"start": "2022-11-08", "end": "2022-11-07", "precision": "day"}},
            Reason.BAD_FIELD,
            "'published'",
        ),
        (
            {
                "published": {
                    "start": "2022-11-08",
                    "end": "2022-11-08",
                    "precision": "day",
                    "span": [0, 9000],
                }
            },
            Reason.BAD_FIELD,
            "'published'",
        ),
        ({"retrieved": "noon"}, Reason.BAD_FIELD, "'retrieved'"),
        ({"url": {}}, Reason.BAD_FIELD, "'url'"),
    ],
)
def test_a_bad_field_is_named_with_its_value(
    change: dict[str, object], reason: Reason, named: str
) -> None:
    with pytest.raises(ArticleError) as refusal:
        read_fields({**LEAST, **change})
    assert refusal.value.reason is reason
    assert named in refusal.value.detail


@pytest.mark.parametrize("value", [None, 1, "text", ["id", "text"]])
def test_what_is_no_object_is_refused(value: object) -> None:
    with pytest.raises(ArticleError) as refusal:
        read_fields(value)
    assert refusal.value.reason is Reason.NOT_JSON


def test_a_long_value_is_shortened_in_the_message() -> None:
    with pytest.raises(ArticleError) as refusal:
        read_fields({**LEAST, "title": ["x" * 10_000]})
    assert len(refusal.value.detail) < 200
