"""What is wrong with a certain date: a weekday or lunar day that it has not, a dateline younger than it.

`2023年5月26日 星期四` is doubted: that day was a 星期五. So is an issue of 5月26日 whose story is of 5月28日.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from newspaper_archive.lexicon.almanac import weekday
from newspaper_archive.lexicon.edtf import is_calendar_date
from newspaper_archive.lexicon.han import HAN
from newspaper_archive.model import Fact, FactSource, Line, Problem, Reading, Severity
from newspaper_archive.reading.date.day import newest, written_days
from newspaper_archive.reading.date.masthead import label_lines, printed_days
from newspaper_archive.reading.date.moon import lunar_misprints, names_moon
from newspaper_archive.reading.date.prose import prose

WEEKDAY = re.compile(rf"(?:星期|周|週|礼拜|禮拜)(?P<day>[一二三四五六日天])(?![{HAN}])")
# What is said of a date stands behind it, on its line or on one of the next; the moon may stand before it.
REACH, REACH_OF_THE_MOON = 2, 4
BESIDE = 60
# A dateline is younger than the issue by a misprint or a wrong folder; further off it is another year's.
YOUNGER = 92
Labels = Sequence[tuple[int, str]]
ADVICE = "请对照版面核实；日期不对的，在同名 .yaml 里写 date"


def date_problems(
    file: str, lines: Sequence[Line], reading: Reading, date: Fact | None
) -> tuple[Problem, ...]:
    """Warnings for the desk; a date that the desk itself wrote is not doubted."""
    if date is None or date.source in (FactSource.SIDECAR, FactSource.ESTIMATE):
        return ()
    return (*_misprints(file, lines, reading), *_younger_dateline(file, lines, reading, date))


def _misprints(file: str, lines: Sequence[Line], reading: Reading) -> Iterator[Problem]:
    labels = label_lines(lines, reading)
    dates = [(at, found, day) for at, (_, text) in enumerate(labels) for found, day in printed_days(text)]
    # Before one of two days the moon may be the other's.
    sole = len({day for _, _, day in dates}) == 1
    for at, found, day in dates:
        line, printed = labels[at][0], found[0].strip()
        yield from _wrong_weekday(file, line, printed, day, _behind(labels, at, found.end(), REACH))
        said = _behind(labels, at, found.end(), REACH_OF_THE_MOON)
        if sole and not names_moon(said):
            said = _before(labels, at, found.start(), REACH_OF_THE_MOON)
        yield from _wrong_moon(file, line, printed, day, said)


def _behind(labels: Labels, at: int, end: int, reach: int) -> str:
    """As far as the next date."""
    line, text = labels[at]
    below = [said[:BESIDE] for n, said in labels[at + 1 : at + 1 + reach] if n <= line + reach]
    said = "\n".join([text[end : end + BESIDE], *below])
    return said[: next((other.start() for other, _ in printed_days(said)), None)]


def _before(labels: Labels, at: int, start: int, reach: int) -> str:
    line, text = labels[at]
    above = [said[-BESIDE:] for n, said in labels[max(at - reach, 0) : at] if n >= line - reach]
    return "\n".join([*above, text[max(start - BESIDE, 0) : start]])


def _wrong_weekday(file: str, line: int, printed: str, day: dt.date, said: str) -> Iterator[Problem]:
    found = WEEKDAY.search(said)
    if found and found["day"].replace("天", "日") != weekday(day)[-1]:
        seen = f"印的是“{printed} {found[0]}”，那天是{weekday(day)}"
        yield Problem(Severity.WARNING, "weekday-mismatch", file, line, seen, ADVICE)


def _wrong_moon(file: str, line: int, printed: str, day: dt.date, said: str) -> Iterator[Problem]:
    for code, words, right in lunar_misprints(said, day):
        seen = f"印的是“{printed} {words}”，{right}"
        yield Problem(Severity.WARNING, code, file, line, seen, ADVICE)


def _younger_dateline(file: str, lines: Sequence[Line], reading: Reading, date: Fact) -> Iterator[Problem]:
    """The paper is never older than its newest dateline."""
    if not is_calendar_date(date.value):
        return
    last = newest(written_days(prose(lines, reading, ()), reading.articles, lines))
    if last is None or not last.month:
        return
    issue = dt.date.fromisoformat(date.value)
    if 0 < _days_after(issue, last.month, last.day, last.year) <= YOUNGER:
        seen = f"这一期是“{date.value}”，电头却是“{last.clue.quote}”"
        yield Problem(Severity.WARNING, "dateline-after-date", file, last.clue.line, seen, ADVICE)


def _days_after(issue: dt.date, month: int, day: int, year: int) -> int:
    """How many days the dateline lies after the issue, in the year that puts it nearest."""
    years = (year,) if year else (issue.year - 1, issue.year, issue.year + 1)
    written = (f"{one:04}-{month:02}-{day:02}" for one in years)
    away = [(dt.date.fromisoformat(one) - issue).days for one in written if is_calendar_date(one)]
    return min(away, key=abs, default=0)
