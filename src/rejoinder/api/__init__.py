"""The Python API: a ledger, extraction without one, and evaluation.

The stages, the database and the frames are imported by the functions that use them, so that
importing this package stays quick.
"""

from typing import TYPE_CHECKING

from rejoinder.api.extraction import extract, write_records
from rejoinder.api.ledger import Ledger
from rejoinder.api.pairs import code_pairs, pair_lines, write_pairs
from rejoinder.api.positions import PERIODS, read_saved, write_file
from rejoinder.api.scoring import (
    CASES_A_GROUP,
    LEAST_WORDS,
    agreement,
    evaluate,
    evaluate_events,
    evaluate_no_events,
    gate,
    outcome_text,
    outcome_values,
)
from rejoinder.api.statements import Statements
from rejoinder.articles.paths import ENDINGS
from rejoinder.exports.dna import DUPLICATES, FORMS, NETWORKS
from rejoinder.exports.files import EXPORTERS, find_exporter, record_lines
from rejoinder.exports.jsonl import record_line
from rejoinder.exports.lines import json_line
from rejoinder.exports.plover import plover_events
from rejoinder.statements.taggers import TAGGERS

if TYPE_CHECKING:
    from rejoinder.evaluation.coders import AgreementView as AgreementView
    from rejoinder.evaluation.coders import MeasureView as MeasureView
    from rejoinder.evaluation.evaluate import Report as Report
    from rejoinder.events.pairs.coder import CodedPair as CodedPair
    from rejoinder.pipeline.lists import Imported as Imported
    from rejoinder.pipeline.rulings import Ruled as Ruled
    from rejoinder.pipeline.run import RunSummary as RunSummary
    from rejoinder.views.actor import ActorHistory as ActorHistory
    from rejoinder.views.actor import RoleSeen as RoleSeen
    from rejoinder.views.actors import ActorView as ActorView
    from rejoinder.views.articles import ArticleView as ArticleView
    from rejoinder.views.claims import ClaimView as ClaimView
    from rejoinder.views.claims import OutletView as OutletView
    from rejoinder.views.claims import VoiceView as VoiceView
    from rejoinder.views.copies import CopyGroupView as CopyGroupView
    from rejoinder.views.copies import CopyView as CopyView
    from rejoinder.views.dyad_entries import EventView as EventView
    from rejoinder.views.dyad_entries import PassageView as PassageView
    from rejoinder.views.exchanges import AnswerView as AnswerView
    from rejoinder.views.exchanges import ExchangeView as ExchangeView
    from rejoinder.views.exchanges import TurnView as TurnView
    from rejoinder.views.judgements import JudgedActor as JudgedActor
    from rejoinder.views.judgements import JudgementView as JudgementView
    from rejoinder.views.origins import CarriedView as CarriedView
    from rejoinder.views.origins import OriginView as OriginView
    from rejoinder.views.origins import StatementOrigins as StatementOrigins
    from rejoinder.views.positions import HeldView as HeldView
    from rejoinder.views.positions import PeriodPosition as PeriodPosition
    from rejoinder.views.positions import PositionView as PositionView
    from rejoinder.views.reply import AccusationView as AccusationView
    from rejoinder.views.reply import OutletReplies as OutletReplies
    from rejoinder.views.reply import RepliesView as RepliesView
    from rejoinder.views.reply import ReplyView as ReplyView
    from rejoinder.views.review_queue import ReviewStatus as ReviewStatus
    from rejoinder.views.shelf import SpokenView as SpokenView
    from rejoinder.views.statements import Party as Party
    from rejoinder.views.statements import StatementView as StatementView
    from rejoinder.views.tension import ScoreView as ScoreView
    from rejoinder.views.tension import TensionPoint as TensionPoint
    from rejoinder.views.tension import TensionView as TensionView
    from rejoinder.views.timeline import EntryView as EntryView
    from rejoinder.views.timeline import TellingView as TellingView
    from rejoinder.views.timeline import TimelineView as TimelineView

__all__ = [
    "CASES_A_GROUP",
    "DUPLICATES",
    "ENDINGS",
    "EXPORTERS",
    "FORMS",
    "LEAST_WORDS",
    "NETWORKS",
    "PERIODS",
    "TAGGERS",
    "Ledger",
    "Statements",
    "agreement",
    "code_pairs",
    "evaluate",
    "evaluate_events",
    "evaluate_no_events",
    "extract",
    "find_exporter",
    "gate",
    "json_line",
    "outcome_text",
    "outcome_values",
    "pair_lines",
    "plover_events",
    "read_saved",
    "record_line",
    "record_lines",
    "write_file",
    "write_pairs",
    "write_records",
]
