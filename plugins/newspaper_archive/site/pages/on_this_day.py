"""What the paper printed on the newest issue's day in other years: 2023-06-09 calls up 2022-06-09.

A weekly seldom meets its own day again; where no issue is of that very day, those of the three days about it
are shown and said to be so. Only certain dates count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from newspaper_archive.model import Issue
from newspaper_archive.site.pages.front import Led, led_together

WINDOW, MOST = 3, 8


@dataclass(frozen=True, slots=True)
class OnThisDay:
    """The newest year first; `exact` where they are of the very day."""

    date: str
    exact: bool
    entries: tuple[Led, ...]


def on_this_day(dated: Sequence[Issue]) -> OnThisDay | None:
    """None where other years have nothing to show."""
    if not dated or not dated[-1].date:
        return None
    newest = date.fromisoformat(dated[-1].date)
    near = sorted(_near(dated, newest), key=lambda found: (-found[0], found[1], found[2].edition.slug))
    exact = [issue for _, distance, issue in near if distance == 0]
    nearest: dict[tuple[int, str], Issue] = {}
    for year, _, issue in near:
        nearest.setdefault((year, issue.edition.slug), issue)
    found = exact or list(nearest.values())
    return OnThisDay(str(newest), bool(exact), led_together(found[:MOST])) if found else None


def _near(dated: Sequence[Issue], newest: date) -> Iterator[tuple[int, int, Issue]]:
    """Year, distance in days and issue of what lies about the same day of another year."""
    for issue in dated:
        day = date.fromisoformat(issue.date or "")
        for year in (day.year - 1, day.year, day.year + 1):
            if year != newest.year and (distance := _distance(day, newest, year)) <= WINDOW:
                yield year, distance, issue


def _distance(day: date, newest: date, year: int) -> int:
    """Days from the same day of that year; a year without a 29 February never quite meets it."""
    try:
        return abs((day - newest.replace(year=year)).days)
    except ValueError:
        return 1 + abs((day - date(year, 3, 1)).days)
