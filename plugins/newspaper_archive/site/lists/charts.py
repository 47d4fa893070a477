"""A small bar chart of a count by year: a row a year, those without anything among them.

2013: 4, 2014: 0, 2015: 12, of which 3 by an estimate. Many empty years in a row are one row, 2016–2024: 0,
so that one slip in a date draws no chart of a thousand rows. What may be of any year has the last row.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newspaper_archive.lexicon import edtf
from newspaper_archive.site.lists.volumes import Dated, Entry, Volume

MOST_EMPTY = 3
"""Empty years in a row that each have a row of their own."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: a year (2014), empty years (2016/2024) or what may be of any ("").

    Of `count` so many are only `estimated` to be of that year; `share` is of the certain ones, both are
    percent of the longest bar.
    """

    name: str
    count: int
    share: int = 0
    address: str | None = None
    estimated: int = 0
    estimated_share: int = 0


def bars(volumes: Sequence[Volume[Entry]], entries: Iterable[Dated]) -> tuple[Bar, ...]:
    """Oldest first; a year that has only estimates leads to the volume of the undated."""
    certain = {volume.name: volume for volume in volumes if volume.name}
    undated = next((volume.address for volume in volumes if not volume.name), None)
    counts = Counter({name: volume.count for name, volume in certain.items()})
    estimated: Counter[str] = Counter()
    for entry in entries:
        if not entry.issue.certain:
            of_kind = estimated if edtf.is_guess(entry.issue.date) else counts
            of_kind[_year_named(entry)] += 1
    longest = max((counts + estimated).values(), default=0)
    filled = [
        Bar(
            name,
            counts[name] + estimated[name],
            _share(counts[name], longest),
            certain[name].address if name in certain else undated,
            estimated[name],
            _share(estimated[name], longest),
        )
        for name in sorted(counts | estimated, key=lambda name: (not name, name))
    ]
    if not filled:
        return ()
    rows = [filled[0]]
    for before, after in pairwise(filled):
        rows += [*_empty(before.name, after.name), after]
    return tuple(rows)


def _year_named(entry: Dated) -> str:
    """The single year of a date that is no certain day, "" where there is none."""
    year = edtf.year_of(entry.issue.date)
    return f"{year:04}" if year else ""


def _share(count: int, longest: int) -> int:
    return max(1, round(100 * count / longest)) if count else 0


def _empty(before: str, after: str) -> Iterator[Bar]:
    """The years between two others."""
    if not (before and after):
        return
    years = range(int(before) + 1, int(after))
    if len(years) > MOST_EMPTY:
        yield Bar(f"{years[0]:04}/{years[-1]:04}", 0)
    else:
        yield from (Bar(f"{year:04}", 0) for year in years)
