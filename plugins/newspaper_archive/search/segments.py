"""Parts of the archive by time, so that a new page leaves most of the index as it was.

Newest first: `[the running month, the other months of its year, the closed years, the undated]`; of one that
is not large `[the running year, the rest]`, of a small one everything together, for each part costs every
query a file a term.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby
from typing import TypeVar

Dated = TypeVar("Dated")
When = Callable[[Dated], str]
"""The whole and certain day of something, `2022-06-01`; "" where it has none."""

WHOLE_BELOW, HALVES_BELOW = 2_000, 15_000
"""Articles of a small archive, and of one that is not large."""
WHOLE, MONTH, YEAR, CLOSED, UNDATED = "whole", "month", "year", "closed", "undated"


def by_time(things: Iterable[Dated], when: When[Dated], total: int) -> Iterator[tuple[str, Iterator[Dated]]]:
    """What comes newest first with the undated last, cut into parts; `total` is the number of articles.

    Each part must be read before the next is asked for, as with groupby.
    """
    rest = iter(things)
    first = next(rest, None)
    if first is None:
        return
    newest = when(first)
    yield from groupby(chain([first], rest), key=lambda thing: _part(when(thing), newest, total))


def _part(day: str, newest: str, total: int) -> str:
    if not newest or total < WHOLE_BELOW:
        return WHOLE
    if total < HALVES_BELOW:
        return YEAR if day[:4] == newest[:4] else CLOSED
    if not day:
        return UNDATED
    if day[:4] != newest[:4]:
        return CLOSED
    return MONTH if day[:7] == newest[:7] else YEAR
