"""Ledgers for the tests of the workbench: a plain quarrel, and articles that mean harm."""

from pathlib import Path
from typing import Final

from tests.articles import article
from tests.records import actor, link, statement
from tests.unit.ledger.ledger_samples import FAILURE, day, find, fresh, put, quarrel
from tests.unit.ledger.ledger_samples import link as tied

from rejoinder.model.article import Zone, ZoneKind
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation

__all__ = ["HARM", "long_record", "write_empty", "write_harm", "write_long", "write_quarrels"]

HARM: Final = {
    "script": "<script>window.harmed = 1</script>",
    "closing-script": "</script><script>window.harmed = 1</script>",
    "image": "<img src=x onerror='window.harmed = 1'>",
    "svg": "<svg/onload=window.harmed=1>",
    "frame": "<iframe srcdoc='<script>parent.harmed = 1</script>'></iframe>",
    "attribute": '" autofocus onfocus="window.harmed = 1" x="',
    "single-quote": "' onmouseover='window.harmed = 1' x='",
    "backtick": "` onmouseover=window.harmed=1 `",
    "address": "javascript:window.harmed=1",
    "data-address": "data:text/html,<script>window.harmed=1</script>",
    "style": "<style>body{display:none}</style>",
    "style-attribute": "<p style='position:fixed;inset:0'>x</p>",
    "comment": "<!-- --!> --><b>x",
    "textarea": "</textarea><script>window.harmed = 1</script>",
    "title": "</title><script>window.harmed = 1</script>",
    "base": "<base href='https://elsewhere.example/'>",
    "meta": "<meta http-equiv=refresh content='0;url=https://elsewhere.example/'>",
    "form": "<form action='https://elsewhere.example/'><input name=csrf>",
    "htmx": "<a data-hx-get='/leave' data-hx-trigger='load'>x</a>",
    "template": "{{ 7 * 7 }}{% raw %}{# x #}",
    "entities": "&lt;b&gt; &amp;amp; &#x3c;script&#x3e;",
    "override": "abc\u202egpj.exe\u202c",
    "isolates": "\u2067mirror\u2069 and \u2066back\u2069",
    "marks": "a\u200eb\u200fc\u061cd",
    "zero-width": "pass\u200bword \ufeff\u2060",
    "controls": "bell\x07 escape\x1b[31m delete\x7f c1\x9b",
    "separators": "line\u2028paragraph\u2029next\x85",
    "tags": "flag\U000e0041\U000e007f",
    "returns": "one\rtwo\r\nthree",
    "path": "../../../etc/passwd",
    "encoded-path": "..%2f..%2fetc%2fpasswd",
    "query": "a?b=c&d#e",
    "formula": '=HYPERLINK("https://elsewhere.example";"x")',
    "formula-at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "persian": "وزارت امور خارجه ایران",
    "hebrew-and-latin": "אמר Biden היום",
    "combining": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L",
    "no-space": "x" * 3000,
    "emoji": "👩🏽‍🚀🏳️‍🌈",
    "astral": "𝕲𝖔𝖙𝖍𝖎𝖈",
    "quotes": "“„«»’‘\"'",
    "long-words": "Donaudampfschifffahrtsgesellschaftskapitän " * 40,
}
"""What an article may bring; all of it must come out as words."""


def write_empty(folder: Path) -> Path:
    """Write a ledger without an article."""
    with fresh(folder, "empty.sqlite") as ledger:
        return ledger.path


def write_quarrels(folder: Path) -> Path:
    """Write a ledger of three articles, two linked to each other."""
    records = (
        quarrel("000", published="2024-03-09", publisher="Ostrava Times"),
        quarrel("001", published="2024-03-05"),
        quarrel("002", published=None, publisher=None),
    )
    across = (tied(records[0].statements[0].id, records[1].statements[1].id, Relation.DENIES),)
    with fresh(folder, "quarrels.sqlite") as ledger:
        put(ledger, *records, links=across, failures=(FAILURE,))
        return ledger.path


def write_harm(folder: Path) -> Path:
    """Write a ledger in which every word that an article brings means harm."""
    with fresh(folder, "harm.sqlite") as ledger:
        put(ledger, *(_harmful(name, words) for name, words in HARM.items()))
        return ledger.path


def write_long(folder: Path, characters: int) -> Path:
    """Write a ledger of one article that is one endless paragraph."""
    with fresh(folder, "long.sqlite") as ledger:
        put(ledger, long_record(characters))
        return ledger.path


def long_record(characters: int) -> ArticleRecord:
    """Return an article of one paragraph, with a statement at its beginning and at its end."""
    text = "The minister said that it was late. " + "word " * (characters // 5) + "He said no more."
    news = article(text, "long", zones=[Zone(kind=ZoneKind.BODY, span=Span(0, len(text)))])
    who = actor("per:a", "A Minister", named_at=[Span(0, 12)])
    first = statement(
        news.id, (find(text, "that it was late"),), source=(Span(0, 12),), speaker=[who.id]
    )
    last = statement(news.id, (find(text, "no more"),), speaker=[who.id])
    return ArticleRecord(article=news, actors=(who,), statements=(first, last))


def _harmful(name: str, words: str) -> ArticleRecord:
    text = f"{words} said\nthat {words} is so. {words} denied it."
    news = article(
        text,
        name,
        url=words[:200],
        publisher=words[:300],
        title=words,
        published=day("2024-03-05").start,
        zones=[Zone(kind=ZoneKind.TITLE, span=Span(0, len(words)))],
    )
    source = Span(0, len(words))
    start = text.index("that ")
    content = Span(start, start + 5 + len(words))
    again = Span(len(text) - len("it."), len(text) - 1)
    one = actor(f"per:{name}", words, role=words[:200], named_at=[source])
    other = actor(f"state:{name}", f"{words} too", named_at=[source])
    first = statement(
        news.id,
        (content,),
        Act.ACCUSE,
        source=(source,),
        cue=(Span(len(words) + 1, len(words) + 5),),
        speaker=[one.id],
        about=[other.id],
        quotation=Quotation.DIRECT,
    )
    second = statement(
        news.id, (again,), Act.DENY, speaker=[other.id], about=[one.id], source=(source,)
    )
    answer = link(second.id, first.id, Relation.DENIES, explicit=True, evidence=source)
    return ArticleRecord(
        article=news, actors=(one, other), statements=(first, second), links=(answer,)
    )
