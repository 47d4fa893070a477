"""A year as twelve months of weeks, its issues on their days, and what is lacking and in doubt.

June 2023 begins with `None, None, None, Day(1), Day(2, issues), …`, for the 1st was a Thursday. A year of
all editions is `calendar/2023.html`, one of an edition `today/2023/index.html`.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from newspaper_archive.lexicon.edtf import month_of, newest_first, year_of
from newspaper_archive.model import Archive, Edition, Issue
from newspaper_archive.site.words.lacking import Lack, lacks_of, on_one_day

DAYS_A_WEEK, MONTHS_A_YEAR = 7, 12
# Of more issues than these a year's list names no headlines.
MANY = 120


@dataclass(frozen=True, slots=True)
class Day:
    """A day with the issues of that date, and the editions of which an issue was due that is not here."""

    date: str
    number: int
    issues: tuple[Issue, ...]
    lacking: tuple[Edition, ...]


Week = tuple[Day | None, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """Weeks from Monday, None where the week has days of another month; `lacks` are by edition."""

    number: int
    weeks: tuple[Week, ...]
    lacks: tuple[Lack, ...]

    @property
    def anchor(self) -> str:
        return f"m{self.number:02}"

    @property
    def days(self) -> tuple[Day, ...]:
        """Those with an issue."""
        return tuple(day for week in self.weeks for day in week if day and day.issues)

    @property
    def count(self) -> int:
        return sum(len(day.issues) for day in self.days)


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """A year that has anything to show; `doubtful` are issues thought to be of it, on no certain day."""

    name: str
    address: str
    months: tuple[Month, ...]
    doubtful: tuple[Issue, ...]

    @property
    def count(self) -> int:
        return sum(month.count for month in self.months)

    def estimated(self, month: int) -> int:
        """Issues that are thought to be of that month, on no certain day."""
        return sum(month_of(issue.date) == month for issue in self.doubtful)

    @property
    def told(self) -> tuple[Month, ...]:
        """The months that have an issue, or lack one."""
        return tuple(month for month in self.months if month.days or month.lacks)

    @property
    def empty(self) -> tuple[tuple[int, int], ...]:
        """The other months, those in a row as the first and the last of them: (1, 5), (7, 7)."""
        told = [0, *(month.number for month in self.told), MONTHS_A_YEAR + 1]
        return tuple((before + 1, after - 1) for before, after in pairwise(told) if after - before > 1)

    @property
    def lacking(self) -> int:
        return sum(lack.times for month in self.months for lack in month.lacks)

    @property
    def many(self) -> bool:
        return self.count > MANY


@dataclass(frozen=True, slots=True)
class Calendars:
    """The years of all editions together, and of each by its slug, the newest first."""

    together: tuple[CalendarYear, ...]
    of_edition: Mapping[str, tuple[CalendarYear, ...]]


def calendars_of(archive: Archive) -> Calendars:
    of_edition = {}
    for edition in archive.editions:
        issues = [issue for issue in archive.issues if issue.edition.slug == edition.slug]
        of_edition[edition.slug] = years_of((edition,), issues, f"{edition.slug}/{{}}/index.html")
    return Calendars(years_of(archive.editions, archive.issues, "calendar/{}.html"), of_edition)


def years_of(editions: Sequence[Edition], issues: Sequence[Issue], address: str) -> tuple[CalendarYear, ...]:
    """The years that have issues, lack some, or may have some, the newest first; `{}` stands for the year."""
    by_day: dict[str, list[Issue]] = {}
    doubtful: dict[str, list[Issue]] = {}
    for issue in issues:
        if issue.certain and issue.date:
            by_day.setdefault(issue.date, []).append(issue)
        elif year := year_of(issue.date):
            doubtful.setdefault(f"{year:04}", []).append(issue)
    lacks = [lack for edition in editions for lack in lacks_of(edition, issues)]
    by_month: dict[tuple[int, int], list[Lack]] = {}
    for lack in lacks:
        by_month.setdefault((lack.first.year, lack.first.month), []).append(lack)
    names = {day[:4] for day in by_day} | set(doubtful) | {f"{year:04}" for year, _ in by_month}
    return tuple(
        CalendarYear(
            name,
            address.format(name),
            tuple(
                _month(int(name), number, by_day, by_month.get((int(name), number), ()))
                for number in range(1, MONTHS_A_YEAR + 1)
            ),
            tuple(sorted(doubtful.get(name, ()), key=lambda issue: newest_first(issue.date), reverse=True)),
        )
        for name in sorted(names, reverse=True)
    )


def _month(year: int, number: int, by_day: Mapping[str, Sequence[Issue]], lacks: Sequence[Lack]) -> Month:
    days = tuple(_days(year, number, by_day, lacks))
    weeks = tuple(days[at : at + DAYS_A_WEEK] for at in range(0, len(days), DAYS_A_WEEK))
    return Month(number, weeks, tuple(lacks))


def _days(
    year: int, number: int, by_day: Mapping[str, Sequence[Issue]], lacks: Sequence[Lack]
) -> Iterator[Day | None]:
    """The month's days between the blanks of its first week and its last."""
    first, length = monthrange(year, number)
    lacking: dict[date, list[Edition]] = {}
    for lack in lacks:
        for due in lack.dues if on_one_day(lack) else ():
            lacking.setdefault(due.first, []).append(lack.edition)
    yield from [None] * first
    for day in (date(year, number, day) for day in range(1, length + 1)):
        yield Day(str(day), day.day, tuple(by_day.get(str(day), ())), tuple(lacking.get(day, ())))
    yield from [None] * (-(first + length) % DAYS_A_WEEK)
