"""Profiles of the actors of one article."""

from rejoinder.model.profile import Profile
from rejoinder.model.record import ArticleRecord

__all__ = ["profiles_of"]


def profiles_of(record: ArticleRecord) -> tuple[Profile, ...]:
    """Return what the article tells of each actor that may have to be judged, by ref.

    Actors that only the gazetteer knows (states, bodies of states) have no profile. A bare surname,
    a name with an initial and an office without a name get a ref of that article alone.
    """
    return ()
