"""Spelling: one spelling of verbs that English spells in two ways.

The network was taught on news from both sides of the Atlantic and knows some verbs in one spelling
only; a sentence must not change its type with the spelling.
"""

import re
from typing import Final

__all__ = ["one_spelling"]

_STEMS: Final = (
    "agonis amortis antagonis apologis authoris brutalis capitalis categoris centralis "
    "characteris colonis criminalis criticis crystallis customis decentralis decolonis "
    "decriminalis dehumanis delegitimis demilitaris democratis demonis demoralis deputis "
    "destabilis economis emphasis energis epitomis equalis externalis finalis formalis galvanis "
    "generalis globalis harmonis hospitalis idealis immobilis immunis individualis "
    "industrialis internationalis jeopardis legalis legitimis liberalis localis marginalis "
    "maximis mechanis memorialis militaris minimis mobilis modernis monopolis nationalis "
    "naturalis neutralis normalis organis ostracis paralys patronis penalis personalis "
    "polaris politicis popularis prioritis privatis publicis radicalis rationalis realis "
    "recognis regularis remobilis reorganis revitalis sanitis scandalis scrutinis securitis "
    "sensationalis sensitis socialis specialis stabilis standardis stigmatis subsidis summaris "
    "symbolis sympathis synchronis terroris theoris traumatis unauthoris unionis unrecognis "
    "utilis vandalis verbalis victimis visualis vocalis weaponis westernis"
).split()
_BRITISH = re.compile(
    rf"\b({'|'.join(stem[:-1] for stem in _STEMS)})s(e|ed|es|er|ers|ing|ation|ations|able)\b",
    re.IGNORECASE,
)


def one_spelling(words: str) -> str:
    """Return the words with verbs in -ise, -yse as in -ize, -yze; offsets stay as they are."""
    return _BRITISH.sub(lambda found: f"{found[1]}{_like(found[0])}{found[2]}", words)


def _like(word: str) -> str:
    return "Z" if word.isupper() else "z"
