"""The words for an office in a list, coded without a parser."""

import pytest

from rejoinder.actors.phrases import code_words


@pytest.mark.parametrize(
    ("words", "country", "sector"),
    [
        ("Minister of Foreign Affairs", None, "GOV"),
        ("Minister of Foreign Affairs of Armenia", "ARM", "GOV"),
        ("foreign minister of Iran", "IRN", "GOV"),
        ("spokesperson for Iran's foreign ministry", "IRN", "GOV"),
        ("Commander of the Ground Forces of Iran", "IRN", "MIL"),
        ("commander of the Turkish police", "TUR", "COP"),
        ("Member of Parliament", None, "LEG"),
        ("member of the Knesset", "ISR", "LEG"),
        ("ambassador to Azerbaijan", None, "GOV"),
        ("Iranian ambassador to the Republic of Azerbaijan", "IRN", "GOV"),
        ("former ambassador to Iran", None, "ELI"),
        ("ex-President of Georgia", "GEO", "ELI"),
        ("former journalist", None, "JRN"),
        ("Judge of the Supreme Court of Latvia", "LVA", "JUD"),
        ("leader of Hamas", "PSE", "REB"),
        ("spokesman for NATO", "IGO", "IGO"),
        ("editor-in-chief", None, "JRN"),
        ("Deputy Minister of Defence of Ukraine", "UKR", "MIL"),
        ("president of Abkhazia", "GEO", "PRE"),
        ("director of the FSB", "RUS", "SPY"),
        ("spokesman", None, None),
        ("godmother", None, None),
        ("", None, None),
    ],
)
def test_words_are_coded(words: str, country: str | None, sector: str | None) -> None:
    assert code_words(words) == (country, sector)
