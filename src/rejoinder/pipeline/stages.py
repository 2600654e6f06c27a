"""The stages in their order: read this first.

    articles -> parsing and times -> statements -> actors -> acts and dates -> events -> links

Each stage takes records of `rejoinder.model` and gives new ones; none changes another's. What is
here is a pure function of one article, so it runs anywhere in any order; what needs the whole
ledger (links across articles) is in `rejoinder.pipeline.reconcile`.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version

from rejoinder.actors.gazetteer import Gazetteer
from rejoinder.actors.lands_beside import find_lands_beside
from rejoinder.actors.lexicon import load_gazetteer
from rejoinder.actors.overlay import listed_digest, with_listed
from rejoinder.actors.resolve import STAGE as ACTORS
from rejoinder.actors.resolve import resolve_actors
from rejoinder.actors.standins import find_stand_ins
from rejoinder.actors.tables import data_digest as actors_digest
from rejoinder.events.coder import STAGE as EVENTS
from rejoinder.events.coder import code_events
from rejoinder.events.frames import data_digest as events_digest
from rejoinder.exchanges.markers import data_digest as links_digest
from rejoinder.exchanges.within import link_within
from rejoinder.model.article import Article
from rejoinder.model.listed import ListedActor
from rejoinder.model.provenance import Makers, Provenance
from rejoinder.model.record import ArticleRecord
from rejoinder.parsing.pipe import Parse, Parser, load_parser
from rejoinder.parsing.times import read_times
from rejoinder.pipeline.assemble import (
    make_statements,
    places_of_media,
    places_of_own_views,
    with_lands,
)
from rejoinder.statements.acts import STAGE as ACTS
from rejoinder.statements.acts import acts_digest, code_acts, read_bearings
from rejoinder.statements.ports import Tagger
from rejoinder.statements.said import date_statements
from rejoinder.statements.taggers import make_tagger

__all__ = ["ARTICLES", "Engine", "build_engine"]

ARTICLES = "articles.files.v1"
LINKS = "links.rules.v11"


@dataclass(frozen=True, slots=True)
class Engine:
    """The stages of one article, with what they need loaded."""

    parser: Parser
    tagger: Tagger
    least: float | None
    makers: Makers
    listed: tuple[ListedActor, ...]
    gazetteer: Gazetteer

    def read(self, article: Article) -> Parse:
        """Return the article parsed, with what was read in the places of its names.

        Raises:
            ArticleError: the text is longer than the parser takes in one piece.
        """
        cut = self.parser.cut(article)
        stand_ins = find_stand_ins(
            [token.text for token in cut],
            [token.idx for token in cut],
            self.gazetteer,
            self.parser.is_ordinary,
        )
        return Parse(doc=self.parser.annotate(cut, stand_ins), stand_ins=stand_ins)

    def extract(self, article: Article) -> ArticleRecord:
        """Return everything that is found in one article."""
        parse = self.read(article)
        doc = parse.doc
        times = read_times(article, doc)
        attributions = self.tagger.tag(article, doc, parse.stand_ins)
        bearings = read_bearings(doc, attributions)
        actors, casts = resolve_actors(doc, article, attributions, self.gazetteer, bearings)
        statements = make_statements(
            article,
            attributions,
            casts,
            code_acts(
                article.text,
                doc,
                attributions,
                places_of_media(actors, casts),
                bearings,
                places_of_own_views(attributions, actors, casts),
            ),
            date_statements(article, doc, attributions, casts, actors, times),
        )
        lands = find_lands_beside(doc, self.gazetteer)
        events = code_events(doc, article, actors, statements, times, lands)
        actors = with_lands(actors, lands, events, statements)
        found = ArticleRecord(article=article, actors=actors, statements=statements, events=events)
        return ArticleRecord(
            article=article,
            actors=actors,
            statements=statements,
            events=events,
            links=link_within(found),
        )


@lru_cache(maxsize=8)
def build_engine(
    tagger: str | None = None,
    least: float | None = None,
    listed: tuple[ListedActor, ...] = (),
) -> Engine:
    """Return the stages with the models loaded; the same one for the same arguments.

    Args:
        tagger: what finds statements, one of ``TAGGERS``; the best that is installed if None.
        least: least score of a statement; None for the tagger's own.
        listed: actors of users' lists, which join the gazetteer.

    Raises:
        ConfigError: no tagger goes by that name, or ``least`` is no score.
        ModelNotInstalled: the language pipeline is missing.
    """
    chosen = make_tagger(tagger, least)
    parser = load_parser()
    return Engine(
        parser=parser,
        tagger=chosen,
        least=least,
        makers=_makers(parser, chosen, listed),
        listed=listed,
        gazetteer=with_listed(load_gazetteer(), listed),
    )


def _makers(parser: Parser, tagger: Tagger, listed: tuple[ListedActor, ...]) -> Makers:
    """Return what to write beside each record that the stages make."""
    ours = version("rejoinder")

    def made(stage: str, digest: str | None, *, parsed: bool) -> Provenance:
        joined = _joined(parser.digest if parsed else None, digest)
        return Provenance(
            stage=stage, version=ours, model=parser.model if parsed else None, digest=joined
        )

    return Makers(
        articles=made(ARTICLES, None, parsed=False),
        # The names in the tables decide what the parser and the networks read.
        statements=made(tagger.stage, _joined(tagger.digest, actors_digest()), parsed=True),
        acts=made(ACTS, acts_digest(), parsed=True),
        actors=made(ACTORS, _joined(actors_digest(), listed_digest(listed)), parsed=True),
        events=made(EVENTS, events_digest(), parsed=True),
        links=made(LINKS, links_digest(), parsed=False),
    )


def _joined(*digests: str | None) -> str | None:
    """Return the digests that there are as one, or None."""
    return ":".join(digest for digest in digests if digest) or None
