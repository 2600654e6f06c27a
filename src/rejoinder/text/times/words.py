"""The words of time in English, as patterns that the forms are built from, and what they mean."""

from rejoinder.model.date import Precision

__all__ = [
    "COUNT_OF",
    "DAY_OF",
    "FOREIGN_MONTHS",
    "MONTHS",
    "MONTH_OF",
    "NUMBER",
    "ORDINAL_OF",
    "SHORT_MONTHS",
    "SHORT_WEEKDAYS",
    "STEP_OF",
    "UNIT_OF",
    "WEEKDAYS",
]

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
SHORT_WEEKDAYS = "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"
NUMBER = r"an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}"

# Persian, Islamic and Jewish months: which days they are needs another calendar, so they stay open.
FOREIGN_MONTHS = (
    "Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand"
    "|Muharram|Safar|Rab[iī]['’]?(?:\\s+(?:al-|ul-|I{1,2}\\b)\\S*)?|Jumada(?:\\s+al-\\S+)?|Rajab"
    "|Sha['’]?ban|Rama[dz]h?[ae]n|Shawwal|Dhu\\s+al-\\S+|Zu?l-?[HQ]\\S+"
    "|Nisan|Iyy?ar|Sivan|Tammuz|Elul|Tishr(?:ei|i)|C?Heshvan|Kislev|Tevet|Sh[e']?vat|Adar"
)

MONTH_OF = {
    name: n
    for n, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
DAY_OF = {name: n for n, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])}
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve"
COUNT_OF = {word: n for n, word in enumerate(_NUMBERS.split(" "))} | {"a": 1, "an": 1}
UNIT_OF = {unit.value: unit for unit in Precision}
STEP_OF = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "same": 0, "that": 0,
    "next": 1, "coming": 1, "following": 1,
}  # fmt: skip
ORDINAL_OF = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
}  # fmt: skip
