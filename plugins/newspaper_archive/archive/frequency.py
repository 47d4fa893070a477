"""Reads 刊期, how often an edition appears: `周刊，每周五出版` is every Friday.

`半月刊` is once in each half of a month. A rhythm gives the stretches of days in each of which so many issues
are due.
"""

import calendar
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial


@dataclass(frozen=True, slots=True)
class Due:
    """From `first` to `last`, both included, `times` issues are due."""

    first: date
    last: date
    times: int = 1


Rhythm = Callable[[date, date], Iterator[Due]]

UNDERSTOOD = (
    "日报、周一至周五、周报、周二周五、每周五、每周两期、双周刊、"
    "半月刊、旬刊、月刊、双月刊、季刊、每月1日和15日、每月逢5"
)

_WEEKDAYS = "一二三四五六日"
_NUMBERS = {"一": 1, "二": 2, "两": 2, "双": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_DAY = timedelta(days=1)
_TIMES = r"(?P<times>[一二两双三四五六\d])(?:期|次|刊(?!登)|张|回)"
_TIMES_A_WEEK = re.compile(rf"周{_TIMES}")
_TIMES_A_MONTH = re.compile(rf"月{_TIMES}")
_EACH_FORTNIGHT = re.compile(r"双周|隔周|[两二]周")
_FROM_TO = re.compile(r"周([一二三四五六日])[至到\-—–~]+周?([一二三四五六日])")
_LISTED = re.compile(r"周([一二三四五六日](?:(?:[、,和及与]?周?)[一二三四五六日])*)(?!期|次|刊|张|回)")
_RESTED = re.compile(r"除周([一二三四五六日]+)|周([一二三四五六日]+)(?:休刊|停刊|不出)")
_DAYS_OF_MONTH = re.compile(r"\d{1,2}(?=[日号])")
# 逢5、逢五、十: days by their last figure. 逢15日 and 逢5日 are days of the month, 逢周五 one of the week.
_ENDING = r"(?:10|[一二三四五六七八九十\d])"
_ENDINGS = re.compile(rf"逢({_ENDING}(?:[、,和及与]逢?{_ENDING})*)(?![一二三四五六七八九十\d、,和及与日号])")
_FIGURES = {name: place % 10 for place, name in enumerate("十一二三四五六七八九0123456789")}
# The paper that an edition comes with says nothing of the edition's own days: 随云汀日报发行.
_ANOTHER = re.compile(r"《[^》]*》|随[^,;。每逢周]*报")
_IRREGULAR = re.compile(r"不定期|不固定|不规则")
_DAILY = re.compile(r"日报|每日|每天|逐日|天天|[晚晨早]报")


def rhythm(frequency: str) -> Rhythm | None:
    """The rhythm that the words name; None where they name none."""
    text = re.sub(r"\s+|出版|发行", "", unicodedata.normalize("NFKC", frequency))
    text = re.sub(r"星期|礼拜|週", "周", text).replace("周天", "周日").replace("工作日", "周一至周五")
    text = _ANOTHER.sub("", text)
    if _IRREGULAR.search(text):
        return None
    return next((found for read in _READINGS if (found := read(text)) is not None), None)


def _fortnightly(text: str) -> Rhythm | None:
    return partial(_weeks, 2, 1) if _EACH_FORTNIGHT.search(text) else None


def _resting(text: str) -> Rhythm | None:
    if found := _RESTED.search(text):
        rest = {_WEEKDAYS.index(name) for name in found[1] or found[2]}
        return partial(_weekdays, frozenset(range(7)) - rest)
    return None


def _from_to(text: str) -> Rhythm | None:
    if found := _FROM_TO.search(text):
        first, last = (_WEEKDAYS.index(name) for name in found.groups())
        return partial(_weekdays, frozenset((first + n) % 7 for n in range((last - first) % 7 + 1)))
    return None


def _times_a_week(text: str) -> Rhythm | None:
    found = _TIMES_A_WEEK.search(text)
    return partial(_weeks, 1, _number(found["times"])) if found else None


def _on_weekdays(text: str) -> Rhythm | None:
    days = {_WEEKDAYS.index(c) for found in _LISTED.finditer(text) for c in found[1] if c in _WEEKDAYS}
    return partial(_weekdays, frozenset(days)) if days else None


def _on_days_of_month(text: str) -> Rhythm | None:
    days = {int(day) for day in _DAYS_OF_MONTH.findall(text)}
    return partial(_month_days, frozenset(days)) if days and "月" in text else None


def _on_endings(text: str) -> Rhythm | None:
    """每月逢5、0: the days whose last figure it is."""
    if found := _ENDINGS.search(text):
        endings = {_FIGURES.get(one, 0) for one in re.findall(_ENDING, found[1])}
        return partial(_month_days, frozenset(day for day in range(1, 32) if day % 10 in endings))
    return None


def _daily(text: str) -> Rhythm | None:
    return partial(_weekdays, frozenset(range(7))) if _DAILY.search(text) else None


def _times_a_month(text: str) -> Rhythm | None:
    found = _TIMES_A_MONTH.search(text)
    return partial(_months, 1, (), _number(found["times"])) if found else None


def _named(text: str) -> Rhythm | None:
    return next((rhythm for word, rhythm in _NAMES if word in text), None)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text]


def _weekdays(days: frozenset[int], first: date, last: date) -> Iterator[Due]:
    day = first
    while day <= last:
        if day.weekday() in days:
            yield Due(day, day)
        day += _DAY


def _weeks(weeks: int, times: int, first: date, last: date) -> Iterator[Due]:
    """Whole weeks from Monday, counted from the first issue's."""
    start = first - first.weekday() * _DAY
    while start <= last:
        following = start + 7 * weeks * _DAY
        yield Due(start, following - _DAY, times)
        start = following


def _months(months: int, cuts: tuple[int, ...], times: int, first: date, last: date) -> Iterator[Due]:
    """Stretches of `months` calendar months, a month parted after the days of `cuts`."""
    year, month = first.year, (first.month - 1) // months * months + 1
    while date(year, month, 1) <= last:
        end_year, end_month = year + (month + months - 2) // 12, (month + months - 2) % 12 + 1
        end = date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])
        start = date(year, month, 1)
        for cut in cuts:
            yield Due(start, date(year, month, cut), times)
            start = date(year, month, cut + 1)
        yield Due(start, end, times)
        year, month = end_year + end_month // 12, end_month % 12 + 1


def _month_days(days: frozenset[int], first: date, last: date) -> Iterator[Due]:
    day = first
    while day <= last:
        if day.day in days:
            yield Due(day, day)
        day += _DAY


# The longer name before the one it holds: 半月刊 before 月刊.
_NAMES: tuple[tuple[str, Rhythm], ...] = (
    ("半月", partial(_months, 1, (15,), 1)),
    ("旬", partial(_months, 1, (10, 20), 1)),
    ("双月", partial(_months, 2, (), 1)),
    ("隔月", partial(_months, 2, (), 1)),
    ("月", partial(_months, 1, (), 1)),
    ("半年", partial(_months, 6, (), 1)),
    ("季", partial(_months, 3, (), 1)),
    ("年", partial(_months, 12, (), 1)),
    ("周", partial(_weeks, 1, 1)),
)

# What says more stands first: 半月刊，隔周周二 is every other week, 周刊，每周五 every Friday.
_READINGS: tuple[Callable[[str], Rhythm | None], ...] = (
    _fortnightly,
    _resting,
    _from_to,
    _times_a_week,
    _on_weekdays,
    _on_endings,
    _times_a_month,
    _on_days_of_month,
    _daily,
    _named,
)
