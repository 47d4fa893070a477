"""What the search says of an article: the words that the rest of the site uses of it."""

from functools import partial

from newspaper_archive.search import Words
from newspaper_archive.site.tongue import Tongue
from newspaper_archive.site.words.typography import typeset
from newspaper_archive.site.words.wording import (
    date_words,
    folio_words,
    genre_words,
    headline_words,
)


def search_words(spoken: Tongue) -> Words:
    """What the search says of an article; it searches the same in every tongue."""
    return Words(
        text=typeset,
        headline=partial(headline_words, spoken),
        date=partial(date_words, spoken),
        page=partial(folio_words, spoken),
        kind=partial(genre_words, spoken),
    )
