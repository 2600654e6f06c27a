"""Reports of a ledger: an exchange, an actor or a dispute as one page that can be handed on."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, cast

from rejoinder import __version__
from rejoinder.errors import ConfigError

if TYPE_CHECKING:
    from rejoinder.api.replies import Replying
    from rejoinder.ledger.connect import LedgerFile
    from rejoinder.views.report import ReportOf
    from rejoinder.views.report_making import Accusations

__all__ = ["Reporting"]


class Reporting:
    """The part of a ledger that makes reports."""

    _file: "LedgerFile"

    def report(
        self,
        *,
        exchange: str | None = None,
        actor: str | None = None,
        dispute: tuple[str, str] | None = None,
        since: date | None = None,
        until: date | None = None,
        now: datetime | None = None,
    ) -> str:
        """Return a report as a page of HTML that needs no other file, no script and no network.

        Each sentence has its source with it: publisher, date, title, address and characters. With
        none of the first three it is of the whole ledger: newest exchanges, contested claims,
        accusations without an answer in it.

        Args:
            exchange: an exchange's id, or that of a statement in it; days do not count then.
            actor: an actor's id or name.
            dispute: two of these; a state is everybody whom the articles show as its officials.
            since: first day that counts.
            until: last day that counts.
            now: the time that is put on it.

        Raises:
            ConfigError: it is asked of more than one thing, or both parties are one.
            NotFound: there is no such exchange or actor, or several go by the name.
        """
        from rejoinder.ledger.read import open_reader
        from rejoinder.views.report import ReportOf
        from rejoinder.views.report_making import make_report
        from rejoinder.views.report_page import report_page

        if sum(each is not None for each in (exchange, actor, dispute)) > 1:
            raise ConfigError("a report is of an exchange, an actor or a dispute; ask for one")
        asked = ReportOf(exchange=exchange, actor=actor, dispute=dispute, since=since, until=until)
        accusations = self._accusations(asked)
        with open_reader(self._file, canonical=True) as reader:
            report = make_report(
                reader,
                asked,
                accusations,
                ledger=self._file.path.name,
                made=now or datetime.now(UTC),
                version=__version__,
            )
        return report_page(report)

    def _accusations(self, asked: "ReportOf") -> "tuple[Accusations, ...]":
        """Return the accusations that belong in a report, the latest first."""
        from rejoinder.views.report_making import ACCUSATIONS, Accusations

        if asked.exchange is not None:
            return ()
        chosen: list[dict[str, Any]] = [{"shown": "unanswered"}]
        if asked.actor is not None:
            chosen = [{"accuser": asked.actor}, {"target": asked.actor}]
        if asked.dispute is not None:
            left, right = asked.dispute
            chosen = [{"accuser": left, "target": right}, {"accuser": right, "target": left}]
        ledger, found = cast("Replying", self), []
        for each in chosen:
            days: dict[str, Any] = {"since": asked.since, "until": asked.until}
            shown = ledger.replies(**each, **days, limit=ACCUSATIONS).accusations
            found.append(Accusations(shown=shown, total=ledger.reply_count(**each, **days)))
        return tuple(found)
