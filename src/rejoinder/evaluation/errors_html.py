"""The error report: one page of HTML that needs nothing else, with every kind of error in context.

The page holds no script and loads nothing; its policy forbids both. The same report and cases give
the same page.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rejoinder.evaluation.attribution_causes import FALSE_CAUSES, MISS_CAUSES, Cause
from rejoinder.evaluation.attribution_errors import ArticleCases, Case, CauseRow
from rejoinder.evaluation.attribution_scores import KINDS, AttributionSpans
from rejoinder.evaluation.errors_marks import inert, marked_context, role_words
from rejoinder.evaluation.errors_style import EXPLAINED, STYLE
from rejoinder.evaluation.errors_text import (
    RELIABILITY_HEADER,
    cause_name,
    reliability_row,
    reliability_sentence,
)
from rejoinder.evaluation.polnear import AttributionReport

__all__ = ["errors_page"]

_CUES_A_GROUP = 12
_SIDES = (("missed", "Missed", MISS_CAUSES), ("false", "False finds", FALSE_CAUSES))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """The errors of one side, cause and kind.

    Attributes:
        twins: how many are not among ``cases``, because they are shown as misses.
    """

    side: str
    cause: Cause
    kind: str
    cases: tuple[tuple[ArticleCases, Case], ...]
    twins: int

    @property
    def anchor(self) -> str:
        """What links to the group end in."""
        return f"{self.side}-{self.cause.value}-{self.kind}"


def errors_page(
    report: AttributionReport,
    articles: Sequence[ArticleCases],
    *,
    title: str,
    limit: int,
) -> str:
    """Return the page.

    Args:
        report: the scores of the same articles.
        articles: their cases.
        title: what was scored, a file's name.
        limit: cases shown in each group, spread evenly over the articles.
    """
    groups = list(_groups(articles))
    body = [
        f"<h1>Attribution errors: <bdi>{inert(title)}</bdi></h1>",
        _headline(report),
        _cause_table("Gold", "found", "missed", report.errors.gold),
        _cause_table("Found", "right", "false", report.errors.predicted),
        _reliability(report),
        EXPLAINED,
        *(_side(side, name, causes, groups, limit) for side, name, causes in _SIDES),
    ]
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            '<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            "<title>Attribution errors</title>",
            f"<style>{STYLE}</style>\n</head>\n<body>",
            *body,
            "</body>\n</html>\n",
        ]
    )


def _groups(articles: Sequence[ArticleCases]) -> Iterator[_Group]:
    """Yield every group that holds an error, in the order of the page."""
    twins = {
        (article.id, case.gold, case.predicted)
        for article in articles
        for case in article.gold
        if case.predicted is not None
    }
    for side, _, causes in _SIDES:
        for cause in causes:
            for kind in KINDS[1:]:
                cases = [
                    (article, case)
                    for article in articles
                    for case in (article.gold if side == "missed" else article.predicted)
                    if case.cause is cause and case.kind == kind
                ]
                shown = tuple(
                    (article, case)
                    for article, case in cases
                    if side == "missed" or (article.id, case.gold, case.predicted) not in twins
                )
                if cases:
                    twin = len(cases) - len(shown)
                    yield _Group(side=side, cause=cause, kind=kind, cases=shown, twins=twin)


def _headline(report: AttributionReport) -> str:
    """Return what was scored and the headline figures."""
    score = report.kinds[0].attr50
    figures = [f"{100 * x:.1f}" for x in (score.precision, score.recall, score.f1)]
    missing = (
        f"<p>Without a record, counted as empty: {inert(', '.join(report.missing))}</p>"
        if report.missing
        else ""
    )
    return (
        f"<p>{report.articles} articles; attr50: precision {figures[0]}, recall {figures[1]}, "
        f"F1 {figures[2]}.</p>{missing}"
    )


def _cause_table(name: str, right: str, side: str, rows: Sequence[CauseRow]) -> str:
    """Return the counts of one side, linked to their groups."""
    lines = []
    for row in rows:
        cells = [row.kind, str(row.total), str(row.right)]
        for cause, count in row.causes.items():
            linked = count and row.kind != KINDS[0]
            anchor = f"#{side}-{cause}-{row.kind}"
            cells.append(f'<a href="{anchor}">{count}</a>' if linked else str(count))
        lines.append(cells)
    return _table([name, "all", right, *map(cause_name, rows[0].causes)], lines)


def _reliability(report: AttributionReport) -> str:
    """Return how far scores can be believed."""
    found = report.reliability
    rows = _table(RELIABILITY_HEADER, map(reliability_row, found.bins)) if found.bins else ""
    return f'<h2 id="reliability">Scores</h2>\n<p>{reliability_sentence(found)}</p>\n{rows}'


def _table(header: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of cells that are HTML already; the first of a row names it."""
    head = "".join(f'<th scope="col">{cell}</th>' for cell in header)
    lines = "".join(
        f'<tr><th scope="row">{row[0]}</th>{"".join(f"<td>{cell}</td>" for cell in row[1:])}</tr>\n'
        for row in rows
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{lines}</tbody>\n</table>"


def _side(
    side: str, name: str, causes: Sequence[Cause], groups: Sequence[_Group], limit: int
) -> str:
    """Return all groups of one side, under their causes."""
    parts = [f'<h2 id="{side}">{name}</h2>']
    for cause in causes:
        mine = [group for group in groups if group.side == side and group.cause is cause]
        if mine:
            parts.append(f"<h3>{name}: {cause_name(cause)}</h3>")
            parts += [_group(group, limit) for group in mine]
    return "\n".join(parts)


def _group(group: _Group, limit: int) -> str:
    """Return one group: how many, what they have in common, and cases."""
    count = len(group.cases) + group.twins
    shown = _spread(group.cases, limit)
    left_out = len(group.cases) - len(shown)
    notes = [
        f"{len(shown)} shown, {left_out} left out." if left_out else "",
        f"{group.twins} more are shown as misses." if group.twins else "",
        _often("More precisely", Counter(case.detail for _, case in group.cases if case.detail)),
        _often("Cues", Counter(_cue(group.side, *one) or "none" for one in group.cases)),
    ]
    said = "".join(f"<p>{note}</p>\n" for note in notes if note)
    cases = [
        _case(f"{group.anchor}-{number}", article, case)
        for number, (article, case) in enumerate(shown, start=1)
    ]
    head = f'<h4 id="{group.anchor}">{cause_name(group.cause)}, {group.kind}: {count}</h4>'
    return "\n".join([head, said, *cases])


def _spread(
    cases: Sequence[tuple[ArticleCases, Case]], limit: int
) -> list[tuple[ArticleCases, Case]]:
    """Return at most so many, as evenly spread as they can be."""
    if len(cases) <= limit:
        return list(cases)
    return [cases[n * len(cases) // limit] for n in range(limit)]


def _often(name: str, counts: Counter[str]) -> str:
    """Return what comes most often, with numbers; empty where nothing does."""
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_CUES_A_GROUP]
    words = ", ".join(f"<bdi>{inert(word)}</bdi> {count}" for word, count in most)
    return f"{name}: {words}" if words else ""


def _cue(side: str, article: ArticleCases, case: Case) -> str:
    """Return the cue of the side that the group is about, in lower case."""
    spans = case.gold if side == "missed" else case.predicted and case.predicted.spans
    cue = spans.cue if spans else ()
    return " ".join(" ".join(span.text_of(article.text) for span in cue).lower().split())


def _case(anchor: str, article: ArticleCases, case: Case) -> str:
    """Return one case: where it stands, the text around it, both sides' parts."""
    found = case.predicted.spans if case.predicted else None
    told = [f"<bdi>{inert(part)}</bdi>" for part in (article.id, article.publisher) if part]
    told += [case.detail] if case.detail else []
    score = f" · score {case.predicted.score:.2f}" if case.predicted else ""
    sides = [
        f"<p><b>{name}</b>: {_parts(article.text, spans)}{more}</p>"
        for name, spans, more in (("gold", case.gold, ""), ("found", found, score))
        if spans is not None
    ]
    return (
        f'<article id="{anchor}">\n<h5><a href="#{anchor}">#</a> {" · ".join(told)}</h5>\n'
        f'<div class="text">\n{marked_context(article.text, case.gold, found)}\n</div>\n'
        f"{''.join(sides)}\n</article>"
    )


def _parts(text: str, spans: AttributionSpans) -> str:
    """Return source, cue and content in a line."""
    roles = (("source", spans.source), ("cue", spans.cue), ("content", spans.content))
    return " · ".join(f"{role} {role_words(text, part) or '–'}" for role, part in roles)
