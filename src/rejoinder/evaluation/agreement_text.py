"""The quotations on whose speaker outlets are read as disagreeing, as text and as plain values."""

from collections.abc import Iterator

from rejoinder.evaluation.agreement import AgreementReport, Finding, QuotedPair, Reading

__all__ = ["disagreements_text", "disagreements_values"]

_LISTED = (Finding.DIFFERENT, Finding.UNRESOLVED)


def disagreements_text(report: AgreementReport) -> str:
    """Return the pairs with two statements and not the same speaker: event, words, readings."""
    return "\n\n".join("\n".join(_lines(pair)) for pair in _disagreements(report))


def disagreements_values(report: AgreementReport) -> list[dict[str, object]]:
    """Return the same pairs as plain values."""
    return [
        {
            "event": pair.event,
            "finding": pair.finding.value,
            "words": pair.words,
            "readings": [_values(reading) for reading in (pair.left, pair.right)],
        }
        for pair in _disagreements(report)
    ]


def _disagreements(report: AgreementReport) -> Iterator[QuotedPair]:
    return (pair for pair in report.pairs if pair.finding in _LISTED)


def _lines(pair: QuotedPair) -> Iterator[str]:
    yield f"{pair.finding.value}  event {pair.event}: {' '.join(pair.words.split())}"
    for reading in (pair.left, pair.right):
        who = [f"{n} ({i})" for n, i in zip(reading.names, reading.speaker, strict=True)]
        at = f"{reading.article} [{reading.span.start}, {reading.span.end})"
        yield f"  {reading.publisher}  {at}  {'; '.join(who) or 'nobody'}"


def _values(reading: Reading) -> dict[str, object]:
    return {
        "publisher": reading.publisher,
        "article": reading.article,
        "span": [reading.span.start, reading.span.end],
        "statement": reading.statement,
        "speaker": [
            {"id": actor, "name": name}
            for actor, name in zip(reading.speaker, reading.names, strict=True)
        ],
    }
