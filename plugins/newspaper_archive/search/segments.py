"""Parts of the archive by time, so that a new page leaves most of the index as it was.

Newest first: `[the running month, the year's other months, the closed years, the undated]`. The index of a
small archive is one part, for each part costs every query a file a term.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from newspaper_archive.search.records import Facts, Record

WHOLE_BELOW = 15_000


def segments(articles: Iterable[Record], total: int) -> Iterator[Iterator[Record]]:
    """The articles, so many in all, which come newest first with the undated last, cut into parts.

    Each part must be read before the next is asked for, as with groupby.
    """
    rest = iter(articles)
    first = next(rest, None)
    if first is None:
        return
    newest = first.facts.date if total >= WHOLE_BELOW and first.facts.certain else ""
    for _, part in groupby(chain([first], rest), key=lambda article: _part(article.facts, newest)):
        yield part


def _part(facts: Facts, newest: str) -> int:
    if not newest:
        return 0
    if not facts.certain:
        return 3
    if facts.date[:4] != newest[:4]:
        return 2
    return 0 if facts.date[:7] == newest[:7] else 1
