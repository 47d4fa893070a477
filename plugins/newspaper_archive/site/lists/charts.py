"""A small bar chart of a count by year: a row a year, those without anything among them.

2013: 4, 2014: 0, 2015: 12. Many empty years in a row are one row, 2016–2024: 0, so that one slip in
a date draws no chart of a thousand rows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newspaper_archive.site.lists.volumes import Entry, Volume

MOST_EMPTY = 3
"""Empty years in a row that each have a row of their own."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: a year (2014), empty years (2016/2024) or the undated (""); `share`: percent of the longest."""

    name: str
    count: int
    share: int = 0
    address: str | None = None


def bars(volumes: Sequence[Volume[Entry]]) -> tuple[Bar, ...]:
    """Oldest first, the undated last."""
    longest = max((volume.count for volume in volumes), default=0)
    filled = [
        Bar(volume.name, volume.count, max(1, round(100 * volume.count / longest)), volume.address)
        for volume in sorted(volumes, key=lambda volume: (not volume.name, volume.name))
    ]
    if not filled:
        return ()
    rows = [filled[0]]
    for before, after in pairwise(filled):
        rows += [*_empty(before.name, after.name), after]
    return tuple(rows)


def _empty(before: str, after: str) -> Iterator[Bar]:
    """The years between two others."""
    if not (before and after):
        return
    years = range(int(before) + 1, int(after))
    if len(years) > MOST_EMPTY:
        yield Bar(f"{years[0]:04}/{years[-1]:04}", 0)
    else:
        yield from (Bar(f"{year:04}", 0) for year in years)
