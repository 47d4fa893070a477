"""What is wrong with a certain date: a weekday or lunar day that it has not, a dateline younger than it.

`2023年5月26日 星期四` is doubted: that day was a 星期五. So is an issue of 5月26日 whose story is of 5月28日.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from newspaper_archive.date.almanac import may_be_moon_day, weekday, year_names
from newspaper_archive.date.day import newest, written_days
from newspaper_archive.date.masthead import label_lines, printed_days
from newspaper_archive.date.numerals import number
from newspaper_archive.date.prose import prose
from newspaper_archive.edtf import is_calendar_date
from newspaper_archive.model import Fact, FactSource, Line, Problem, Reading, Severity

WEEKDAY = re.compile(r"(?:星期|周|週|礼拜|禮拜)(?P<day>[一二三四五六日天])(?![\u4e00-\u9fff])")
LUNAR = re.compile(
    r"""
    (?P<year>[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])年
    (?:\s*闰?(?:正|冬|腊|[一二三四五六七八九十]{1,2})月
      (?P<day>初[一二三四五六七八九十]|(?:二?十|廿)[一二三四五六七八九]|[一二三]?十))?""",
    re.VERBOSE,
)
# What is said of a date stands behind it, on its line or on one of the next two.
REACH = 2
BESIDE = 60
# A dateline is younger than the issue by a misprint or a wrong folder; further off it is another year's.
YOUNGER = 92
ADVICE = "请对照版面核实；日期不对的，在同名 .yaml 里写 date"


def date_doubts(file: str, lines: Sequence[Line], reading: Reading, date: Fact | None) -> tuple[Problem, ...]:
    """Warnings for the desk; a date that the desk itself wrote is not doubted."""
    if date is None or date.source in (FactSource.SIDECAR, FactSource.ESTIMATE):
        return ()
    return (*_misprints(file, lines, reading), *_younger_dateline(file, lines, reading, date))


def _misprints(file: str, lines: Sequence[Line], reading: Reading) -> Iterator[Problem]:
    labels = label_lines(lines, reading)
    for place, (line, text) in enumerate(labels):
        below = [said[:BESIDE] for n, said in labels[place + 1 : place + 1 + REACH] if n <= line + REACH]
        for found, day in printed_days(text):
            said = " ".join([text[found.end() : found.end() + BESIDE], *below])
            yield from _wrong_weekday(file, line, found[0].strip(), day, said)
            yield from _wrong_moon(file, line, found[0].strip(), day, said)


def _wrong_weekday(file: str, line: int, printed: str, day: dt.date, said: str) -> Iterator[Problem]:
    found = WEEKDAY.search(said)
    if found and found["day"].replace("天", "日") != weekday(day)[-1]:
        seen = f"印的是“{printed} {found[0]}”，那天是{weekday(day)}"
        yield Problem(Severity.WARNING, "weekday-mismatch", file, line, seen, ADVICE)


def _wrong_moon(file: str, line: int, printed: str, day: dt.date, said: str) -> Iterator[Problem]:
    found = LUNAR.search(said)
    if found is None:
        return
    if found["year"] not in year_names(day):
        seen = f"印的是“{printed} {found[0].strip()}”，那天在农历{'或'.join(year_names(day))}年"
        yield Problem(Severity.WARNING, "lunar-year-mismatch", file, line, seen, ADVICE)
    moon_day = number(found["day"]) if found["day"] else None
    if moon_day and not may_be_moon_day(day, moon_day):
        seen = f"印的是“{printed} {found[0].strip()}”，那天的月相不是{found['day']}"
        yield Problem(Severity.WARNING, "lunar-day-mismatch", file, line, seen, ADVICE)


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
