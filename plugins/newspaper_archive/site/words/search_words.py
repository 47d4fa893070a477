"""What the search says of an article: the words that the rest of the site uses of it."""

from functools import partial

from newspaper_archive.search import Words
from newspaper_archive.site.tongue import Tongue
from newspaper_archive.site.words.date_words import date_words
from newspaper_archive.site.words.typography import typeset
from newspaper_archive.site.words.wording import folio_words, genre_words, headline_words


def search_words(spoken: Tongue) -> Words:
    """What the search says of an article; it searches the same in every tongue."""
    return Words(
        text=typeset,
        headline=partial(headline_words, spoken),
        date=partial(date_words, spoken),
        page=lambda page: folio_words(spoken, page) if page.named else "",
        kind=partial(genre_words, spoken),
    )
