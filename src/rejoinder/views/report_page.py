"""A report as one page of HTML that needs nothing else: no script, no request, its style within."""

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from importlib.resources import files

from rejoinder.model.date import DateInterval
from rejoinder.model.provenance import Provenance
from rejoinder.text.markup import Html, element, safe_address
from rejoinder.text.phrases import counted, day_text
from rejoinder.views.citations import SourceView
from rejoinder.views.report import Report, Section
from rejoinder.views.report_items import item_element, name_of

__all__ = ["report_page"]

_ABOUT = (
    "It shows who said what and who answered, as the articles in one ledger tell it, each sentence "
    "with the place where it stands. It does not say who is right, and counts are of what this "
    "ledger holds, not of what was said in the world."
)
_OFFSETS = (
    "Characters are counted in the article's text as the ledger keeps it: Unicode code points from "
    "0, the last one not included."
)
_METHOD = (
    "Statements are found in each article by a tagger, with the words that name who speaks and the "
    "cue; who is meant, what act it is and what answers what are found by rules. A link is marked "
    "where the text itself marks the answer, else inferred. Articles with the same text, or "
    "credited to one agency, count as one origin. Nothing is looked up outside the articles. The "
    "same ledger gives the same report but for the time in it."
)


def report_page(report: Report) -> str:
    """Return the page."""
    style = files("rejoinder.views").joinpath("data", "report.css").read_text(encoding="utf-8")
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = element(
        "head",
        Html('<meta charset="utf-8">'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Html('<meta name="referrer" content="no-referrer">'),
        element("title", f"{report.title} · a Rejoinder report"),
        Html(f"<style>{style}</style>"),
    )
    body = element("body", _top(report), element("main", *_parts(report)), _foot(report))
    return f'<!doctype html>\n<html lang="en">\n{head}\n{body}\n</html>\n'


def _top(report: Report) -> Html:
    return element(
        "header",
        element("p", "Rejoinder report", class_="over"),
        element("h1", report.title, dir="auto"),
        element("p", _ABOUT, class_="lead"),
        element("p", _asked(report), class_="facts"),
        _figures(report),
        _contents(report),
    )


def _asked(report: Report) -> str:
    asked = report.asked
    days = ""
    if asked.since or asked.until:
        days = f" Only what may lie{f' from {asked.since}' if asked.since else ''}"
        days += f"{f' to {asked.until}' if asked.until else ''} counts."
    return f"Made on {report.made:%Y-%m-%d %H:%M} UTC from the ledger {report.ledger}.{days}"


def _figures(report: Report) -> Html:
    whole = report.whole
    told = (
        ("Statements shown", f"{len(report.citations):,} of {whole.statements:,} in the ledger"),
        ("Articles cited", f"{len(report.sources):,} of {whole.articles:,} in the ledger"),
    )
    rows = [element("div", element("dt", name), element("dd", count)) for name, count in told]
    return element("dl", *rows, class_="figures")


def _contents(report: Report) -> Html:
    places = [(f"section-{n}", each.title) for n, each in enumerate(report.sections, start=1)]
    if report.actor is not None or report.parties:
        places.insert(0, ("who", "Who is meant"))
    places += [
        ("sources", "Sources"),
        ("unknown", "What is not known"),
        ("method", "How it is made"),
    ]
    rows = [element("li", element("a", name, href=f"#{key}")) for key, name in places]
    return element("nav", element("ol", *rows), aria_label="Contents")


def _parts(report: Report) -> Iterator[Html]:
    if report.actor is not None or report.parties:
        yield _who(report)
    for number, section in enumerate(report.sections, start=1):
        yield _section(report, number, section)
    yield _sources(report)
    yield _not_known(report)
    yield _method(report)


def _who(report: Report) -> Html:
    rows: list[Html] = []
    if report.actor is not None:
        view = report.actor.view
        rows.append(element("li", "Goes by the id ", element("code", view.id), "."))
        rows += [
            element(
                "li",
                "Called ",
                element("bdi", each.name),
                f" in {counted(len(each.articles), 'article')}.",
            )
            for each in report.actor.names
        ]
        rows += [element("li", "Office or part: ", element("bdi", each)) for each in view.roles]
        rows += [
            element("li", f"Taken for one with {each.left.name} / {each.right.name}: {each.judge}.")
            for each in report.actor.merges
        ]
    for name, ids in report.parties:
        codes = [Html(f"{', ' if n else ''}{element('code', each)}") for n, each in enumerate(ids)]
        rows.append(element("li", "Counted as ", element("bdi", name), ": ", *codes, "."))
    return _block("who", "Who is meant", element("ul", *rows, class_="plain"))


def _section(report: Report, number: int, section: Section) -> Html:
    shown = len(section.items)
    note = section.note
    if section.total != 1 or shown != 1:
        note += f" Shown: {shown:,} of {section.total:,}."
    if not section.items:
        return _block(f"section-{number}", section.title, element("p", section.none, class_="note"))
    return _block(
        f"section-{number}",
        section.title,
        element("p", note, class_="note"),
        *(
            item_element(item, report, f"s{number}-{place}")
            for place, item in enumerate(section.items, start=1)
        ),
        major=number > 1,
    )


def _block(key: str, title: str, *inside: Html, major: bool = False) -> Html:
    return element(
        "section",
        element("h2", title, id=f"{key}-title", dir="auto"),
        *inside,
        id=key,
        class_="major" if major else None,
        aria_labelledby=f"{key}-title",
    )


def _sources(report: Report) -> Html:
    rows = [_source(each) for each in report.sources]
    return _block(
        "sources",
        "Sources",
        element("p", _OFFSETS, class_="note"),
        element("ol", *rows, class_="plain sources"),
        major=True,
    )


def _source(each: SourceView) -> Html:
    there = safe_address(each.url)
    linked = None
    if each.url:
        linked = element(
            "span",
            " · ",
            element("a", each.url, href=there, rel="noreferrer noopener")
            if there
            else element("bdi", each.url),
        )
    return element(
        "li",
        element("span", f"[{each.number}] ", class_="number"),
        name_of(each.publisher, "publisher unknown"),
        f", {_day(each.published)}",
        element("span", ", ", element("bdi", each.title)) if each.title else ", without a title",
        linked if linked is not None else " · no address known",
        element(
            "span",
            " · ",
            element("code", each.article_id),
            f" ({each.article_ref}), {each.characters:,} characters",
            f", fetched {each.retrieved}" if each.retrieved else "",
            class_="facts",
        ),
        id=f"source-{each.number}",
    )


def _day(date: DateInterval | None) -> str:
    return day_text(date) or "undated"


def _not_known(report: Report) -> Html:
    rows = [element("li", each) for each in report.unknown]
    return _block("unknown", "What is not known", element("ul", *rows, class_="plain"))


def _method(report: Report) -> Html:
    names = ("Stage", "Rejoinder", "Model", "Tables and weights, SHA-256")
    header = element("tr", *(element("th", each, scope="col") for each in names))
    rows = [_stage(each) for each in report.stages]
    return _block(
        "method",
        "How it is made",
        element("p", _METHOD),
        element(
            "div",
            element("table", element("thead", header), element("tbody", *rows)),
            class_="scroll",
            role="region",
            tabindex=0,
            aria_label="Stages",
        ),
    )


def _stage(each: Provenance) -> Html:
    digest = (each.digest or "").replace(":", " ")
    short = " ".join(part[:16] for part in digest.split())
    return element(
        "tr",
        element("th", element("code", each.stage), scope="row"),
        element("td", each.version),
        element("td", each.model or "none"),
        element("td", element("code", short) if short else "none"),
    )


def _foot(report: Report) -> Html:
    words = "It shows who said what and who answered, never who is right."
    return element("footer", element("p", f"Made by Rejoinder {report.version}. {words}"))
