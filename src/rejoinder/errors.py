"""Every exception that Rejoinder raises on purpose.

    RejoinderError
    ├── ConfigError             an option or a setting says something impossible
    ├── ModelNotInstalled       a language model is missing; names it and the cure
    ├── GoldError               gold data or floors are malformed or have changed
    ├── LedgerError
    │   ├── LedgerNotFound      there is no file where one was asked for
    │   ├── LedgerForeign       the file is not a ledger of ours
    │   ├── LedgerVersionError  the file is newer than this code
    │   ├── LedgerLocked        somebody else is writing
    │   └── RecordError         a record contradicts its text and was not written
    ├── NotFound                no article, actor or statement goes by that name
    ├── PairError               a line for the pair coder cannot be read
    └── ArticleError            one article could not be used; becomes a Failure

Library code raises; only the command line turns an error into an exit status.
Messages say what, which value, and what to do.
"""

from rejoinder.model.failure import Reason

__all__ = [
    "ArticleError",
    "ConfigError",
    "GoldError",
    "LedgerError",
    "LedgerForeign",
    "LedgerLocked",
    "LedgerNotFound",
    "LedgerVersionError",
    "ModelNotInstalled",
    "NotFound",
    "PairError",
    "RecordError",
    "RejoinderError",
]


class RejoinderError(Exception):
    """Anything that Rejoinder refuses to do, with the cure in its message."""


class ConfigError(RejoinderError):
    """An option or a setting says something impossible."""


class ModelNotInstalled(RejoinderError):
    """A language model is not installed."""


class GoldError(RejoinderError):
    """Gold data or floors are malformed, or have changed since they were pinned."""


class LedgerError(RejoinderError):
    """The ledger could not be opened, read or written."""


class LedgerNotFound(LedgerError):
    """There is no ledger at the path."""


class LedgerForeign(LedgerError):
    """The file exists and is not a ledger."""


class LedgerVersionError(LedgerError):
    """The ledger was written by a newer Rejoinder."""


class LedgerLocked(LedgerError):
    """Somebody else holds the ledger's write lock."""


class RecordError(LedgerError):
    """A record contradicts the text that it stands on."""


class NotFound(RejoinderError):
    """No article, actor or statement goes by the name that was given."""


class _Reasoned(RejoinderError):
    """An error that a failure can be made of.

    Attributes:
        reason: the kind of failure.
        detail: what was wrong, for people, with the cure.
    """

    def __init__(self, reason: Reason, detail: str) -> None:
        """Keep the reason beside the message."""
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class PairError(_Reasoned):
    """A line for the pair coder cannot be read, or its spans do not fit its text."""


class ArticleError(_Reasoned):
    """One article could not be used; the pipeline turns this into a Failure."""
