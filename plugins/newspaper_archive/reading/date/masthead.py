"""The date that the lines of paper, page and date print, in figures or not: `二〇三一年三月五日 星期三`.

Years of the Republic count from 1912: `民国三十七年五月一日` is 1948-05-01.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from newspaper_archive.lexicon.edtf import is_calendar_date
from newspaper_archive.lexicon.numerals import number, year_number
from newspaper_archive.model import Line, Reading, Role
from newspaper_archive.reading.date.day import FIGURE, FULL

PRINTED = re.compile(
    rf"""
    {FULL}\s?日?
    | 民[国國]\s?(?P<republic>{FIGURE})\s?年\s?(?P<month_>{FIGURE})\s?月\s?(?P<day_>{FIGURE})\s?日""",
    re.VERBOSE,
)
BEFORE_THE_REPUBLIC = 1911


def masthead_date(lines: Sequence[Line], reading: Reading) -> str | None:
    """The one date that the page's labels print; None where they print none or two."""
    days = {day for _, text in label_lines(lines, reading) for _, day in printed_days(text)}
    return days.pop().isoformat() if len(days) == 1 else None


def label_lines(lines: Sequence[Line], reading: Reading) -> list[tuple[int, str]]:
    """The lines that name paper, page and date, with their numbers."""
    named = {span.line for span in reading.spans if span.role is Role.LABEL}
    return [(line.number, line.text.strip()) for line in lines if line.number in named]


def printed_days(text: str) -> Iterator[tuple[re.Match[str], dt.date]]:
    """Every full date of a line that the calendar has, and where it stands."""
    for found in PRINTED.finditer(text):
        if found["republic"]:
            year = BEFORE_THE_REPUBLIC + (number(found["republic"]) or 0)
        else:
            year = year_number(found["year"]) or 0
        month, day = number(found["month"] or found["month_"]), number(found["day"] or found["day_"])
        written = f"{year:04}-{month or 0:02}-{day or 0:02}"
        if is_calendar_date(written):
            yield found, dt.date.fromisoformat(written)
