"""Dates as the Library of Congress's Extended Date/Time Format writes them: `2024-03-08`, `XXXX-06-01~`.

Level 0 and 1 without times and long years, and of level 2 open digits anywhere and `[2016..2025]`, "one day
between": the forms that a newspaper page needs. Nothing here knows Chinese.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_PART = re.compile(
    r"""
    (?P<year>[0-9X]{4})
    (?:-(?P<month>0[1-9X]|1[0-2X]|X[0-9X]|2[1-4])
    (?:-(?P<day>0[1-9X]|[12][0-9X]|3[01X]|X[0-9X]))?)?
    (?P<qualifier>[~?%])?""",
    re.VERBOSE,
)
_WHOLE_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OPEN_ENDS = ("", "..")
_SEASON = re.compile("2[1-4]")
# Where a year is open the longest February counts; 2000 had it.
_SOME_LEAP_YEAR = 2000
_BEFORE_ALL, _AFTER_ALL = (0, 0, 0), (10_000, 0, 0)

YearMonthDay = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class DatePart:
    """One date as written: digits, X where open, "" where it goes no further; `qualifier` is one of `~?%`."""

    year: str
    month: str = ""
    day: str = ""
    qualifier: str = ""

    def __str__(self) -> str:
        return "-".join(part for part in (self.year, self.month, self.day) if part) + self.qualifier

    def earliest(self) -> YearMonthDay:
        """The first day it can mean; 0 in place of a year of which nothing is known."""
        return _filled(self, "0", first=True)

    def latest(self) -> YearMonthDay:
        return _filled(self, "9", first=False)


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date, a stretch of time (`a/b`), or one unknown day of a stretch (`[a..b]`); an end may be open."""

    start: DatePart | None
    end: DatePart | None
    form: str = ""

    def __str__(self) -> str:
        first, last = str(self.start or ""), str(self.end or "")
        if self.form == "/":
            return f"{first or '..'}/{last or '..'}"
        return f"[{first}..{last}]" if self.form == "[" else first


@lru_cache(maxsize=4096)
def parse_edtf(text: str) -> Edtf | None:
    """What the text says, None where it is no date of this form, or one that no calendar has."""
    if text.startswith("[") and text.endswith("]"):
        return _between(text[1:-1], "..", "[")
    if "/" in text:
        return _between(text, "/", "/")
    part = _part(text)
    return Edtf(part, part) if part else None


def _between(text: str, mark: str, form: str) -> Edtf | None:
    first, found, last = text.partition(mark)
    start, end = _part(first), _part(last)
    for written, part in ((first, start), (last, end)):
        if part is None and written not in _OPEN_ENDS:
            return None
    if not found or not (start or end):
        return None
    if start and end and start.earliest() > end.latest():
        return None
    return Edtf(start, end, form)


def _part(text: str) -> DatePart | None:
    match = _PART.fullmatch(text)
    if match is None:
        return None
    part = DatePart(match["year"], match["month"] or "", match["day"] or "", match["qualifier"] or "")
    if part.day and _SEASON.fullmatch(part.month):
        return None
    return part if _in_calendar(part) else None


def _in_calendar(part: DatePart) -> bool:
    """Whether the month has the day; an open month or day has some."""
    if "X" in part.month + part.day or not part.day:
        return part.year != "0000"
    year = _SOME_LEAP_YEAR if "X" in part.year else int(part.year)
    return year > 0 and 1 <= int(part.day) <= monthrange(year, int(part.month))[1]


def _filled(part: DatePart, digit: str, *, first: bool) -> YearMonthDay:
    year = int(part.year.replace("X", digit))
    if _SEASON.fullmatch(part.month):
        # Spring to winter: March to May … December to February, of which the year's own month counts.
        opening = 3 * (int(part.month) - 20)
        return (year, opening, 1) if first else (year, min(opening + 2, 12), 31)
    month = _digits(part.month, digit, 1, 12)
    last = monthrange(year, month)[1] if 0 < year < 10_000 else 31
    return year, month, _digits(part.day, digit, 1, last)


def _digits(written: str, digit: str, lowest: int, highest: int) -> int:
    """The month or day with its open digits filled, within the calendar."""
    value = int(written.replace("X", digit)) if written else (lowest if digit == "0" else highest)
    return max(lowest, min(value, highest))


def is_edtf(text: str) -> bool:
    """A date in the Library of Congress's form, open or doubtful parts allowed: `XXXX-06-01~`."""
    return parse_edtf(text) is not None


def is_calendar_date(text: str) -> bool:
    """A whole date that the calendar has: 2024-02-29, not 2023-02-29."""
    if not _WHOLE_DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def earliest(text: str | None) -> YearMonthDay | None:
    """The first day that a date can mean; None where its year is wholly open or it is no date."""
    found = parse_edtf(text or "")
    if found is None or found.start is None or found.start.year == "XXXX":
        return None
    return found.start.earliest()


def in_time(text: str | None) -> tuple[bool, YearMonthDay]:
    """Sorts oldest first by the earliest day possible; open years after, by their day; the unknown last."""
    found = parse_edtf(text or "")
    if found is None:
        return True, _AFTER_ALL
    start = found.start.earliest() if found.start else _BEFORE_ALL
    return earliest(text) is None, start


def newest_first(text: str | None) -> tuple[bool, YearMonthDay]:
    """As `in_time`, but the newest first; open years and the unknown stay behind."""
    behind, day = in_time(text)
    return behind, day if behind else (-day[0], -day[1], -day[2])


def year_of(text: str | None) -> int | None:
    """The year where the date names a single one, in doubt or not."""
    found = _single(text)
    return int(found.year) if found and "X" not in found.year else None


def month_of(text: str | None) -> int | None:
    """The month, 1 to 12, where the date names a single one; none of a season."""
    found = _single(text)
    return (
        int(found.month) if found and found.month.isdigit() and not _SEASON.fullmatch(found.month) else None
    )


def is_guess(text: str | None) -> bool:
    """Whether the one date that is written is marked as approximate or uncertain."""
    found = _single(text)
    return bool(found and found.qualifier)


def _single(text: str | None) -> DatePart | None:
    """The one date that is written; None of a stretch."""
    found = parse_edtf(text or "")
    return found.start if found and not found.form else None
