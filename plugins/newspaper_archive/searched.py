"""What the search says of an article: the words that the rest of the site uses of it."""

from functools import partial

from newspaper_archive.publish.typography import typeset
from newspaper_archive.publish.wording import date_words, folio_words, genre_words, headline_words
from newspaper_archive.search import Words
from newspaper_archive.tongue import Tongue


def search_words(spoken: Tongue) -> Words:
    """What the search says of an article; it searches the same in every tongue."""
    return Words(
        text=typeset,
        headline=partial(headline_words, spoken),
        date=partial(date_words, spoken),
        page=partial(folio_words, spoken),
        kind=partial(genre_words, spoken),
    )
