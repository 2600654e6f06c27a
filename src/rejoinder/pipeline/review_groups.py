"""The reviews of an article by the statements that they are of, earlier texts' among them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rejoinder.ledger.placing import find_places
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.review_book import ReviewBook
from rejoinder.model.ids import ArticleId, StatementId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.review import Review, standing_reviews
from rejoinder.model.statement import Statement
from rejoinder.pipeline.carrying import carry, moved_statement, shift_between
from rejoinder.pipeline.review_states import Group

__all__ = ["ReviewedArticle"]


class ReviewedArticle:
    """An article with its reviews.

    Attributes:
        reviews: by the text on which they were made.
    """

    def __init__(self, book: ReviewBook, article: ArticleId) -> None:
        """Read the reviews of the article, and of earlier texts of it."""
        self.reviews: Mapping[ArticleId, list[Review]]
        self._book = book
        self._article = article
        self._reader = LedgerReader(connection=book.connection)
        self._sources: dict[str, ArticleRecord] = {}
        self._earlier = book.earlier_texts(article)
        self.reviews = book.of_articles([article, *self._earlier])

    def read(self, key: str) -> ArticleRecord:
        """Return the record of an extraction."""
        if key not in self._sources:
            self._sources[key] = self._reader.extraction(key)
        return self._sources[key]

    def groups(self, record: ArticleRecord) -> list[Group]:
        """Return the standing reviews by statement.

        Those of earlier texts come before the article's own; last come those whose words are not
        in this text.

        Args:
            record: the article as the machine reads it.
        """
        carried: dict[StatementId, Group] = {}
        lost: list[Group] = []
        for text in self._earlier:
            for group in self._carried(text, record):
                if group.lost:
                    lost.append(group)
                else:
                    carried[group.root] = group
        own = _by_statement(standing_reviews(self.reviews.get(self._article, ())))
        machine = {each.id: each for each in record.statements}
        found = []
        for root in dict.fromkeys((*carried, *own)):
            before = carried.get(root)
            found.append(
                Group(
                    article=self._article,
                    root=root,
                    standing=(*(before.standing if before else ()), *own.get(root, ())),
                    template=machine.get(root)
                    or (before.template if before else None)
                    or self._template(root),
                    carried=root not in own,
                )
            )
        return [*found, *lost]

    def _carried(self, text: ArticleId, record: ArticleRecord) -> Iterable[Group]:
        """Yield the reviews of an earlier text, carried as far as its words stand here too."""
        own = _by_statement(standing_reviews(self.reviews[text]))
        old = self.read(self._book.machine_extractions([text])[text]).article.text
        moved: dict[StatementId, tuple[int, Statement]] = {}
        for root, group in own.items():
            template = self._template(root)
            if template is None:
                continue
            spans = [*template.source, *template.cue, *template.content]
            spans += [span for each in group for span in each.reading.spans]
            by = shift_between(spans, old, record.article.text)
            if by is not None:
                moved[root] = (by, moved_statement(template, by, self._article))
        roots = {root: statement.id for root, (_, statement) in moved.items()}
        for root, group in own.items():
            by, template = moved.get(root, (0, None))
            standing = carry(group, by, self._article, template.id, roots) if template else group
            yield Group(
                article=self._article,
                root=template.id if template else root,
                standing=tuple(standing),
                template=template,
                carried=True,
                lost=template is None,
            )

    def _template(self, root: StatementId) -> Statement | None:
        """Return how an extraction once read a statement."""
        place = find_places(self._book.connection, [root]).get(root)
        if place is None:
            return None
        held = self.read(place.extraction_id).statements
        return next((each for each in held if each.id == root), None)


def _by_statement(standing: Sequence[Review]) -> dict[StatementId, list[Review]]:
    found: defaultdict[StatementId, list[Review]] = defaultdict(list)
    for each in standing:
        found[each.statement].append(each)
    return dict(found)
