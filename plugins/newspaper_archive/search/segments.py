"""Parts of the archive by time, so that a new page leaves most of the index as it was.

Newest first: `[the running month, the year's other months, the closed years, the undated]`. The index of a
small archive is one part, for each part costs every query a file a term.
"""

from collections.abc import Sequence
from itertools import groupby

from newspaper_archive.search.records import Facts, Record

WHOLE_BELOW = 15_000


def segments(articles: Sequence[Record]) -> list[Sequence[Record]]:
    """The articles, which come newest first with the undated last, cut into parts."""
    if len(articles) < WHOLE_BELOW:
        return [articles] if articles else []
    newest = next((article.facts.date for article in articles if article.facts.certain), "")
    return [list(part) for _, part in groupby(articles, key=lambda article: _part(article.facts, newest))]


def _part(facts: Facts, newest: str) -> int:
    if not facts.certain:
        return 3
    if facts.date[:4] != newest[:4]:
        return 2
    return 0 if facts.date[:7] == newest[:7] else 1
