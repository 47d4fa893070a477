"""Dates and numbers as a language writes them, by CLDR: 2022年6月1日 is “June 1, 2022” in English.

CLDR's own patterns (`MMMM d, y`) become forms that Python fills in at once, for a page has many dates.
"""

import re
from dataclasses import dataclass

from babel import Locale
from babel.numbers import get_group_symbol

MONTHS = range(1, 13)
WEEKDAYS = range(7)
NAMED_MONTH = re.compile("MMMM|LLLL")
# What a pattern is made of: words in quotes, runs of a letter, and what stands between them.
FIELDS = re.compile(r"'(?P<quoted>[^']*)'|(?P<letter>[yMLd])(?P=letter)*|(?P<between>[^'yMLd]+)")
THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Dates:
    """Forms with {year}, {month} and {day}; months as they take them (6, June), and alone (6月).

    `weekdays` are whole and short names, Monday first.
    """

    whole_form: str
    month_form: str
    year_form: str
    anniversary_form: str
    day_form: str
    within: tuple[str, ...]
    short_within: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[tuple[str, str], ...]

    @property
    def weekday_heads(self) -> list[tuple[str, str, str]]:
        """What heads a column of days, between what completes its name: 星期 and 一; Mon and day."""
        return [whole.partition(short) for whole, short in self.weekdays]

    def whole(self, year: str, month: int, day: int) -> str:
        """2022年6月1日."""
        return self.whole_form.format(year=year, month=self.within[month - 1], day=day)

    def month(self, year: str, month: int) -> str:
        """2022年6月."""
        return self.month_form.format(year=year, month=self.within[month - 1])

    def year(self, year: str) -> str:
        """2022年; 2010–2019年."""
        return self.year_form.format(year=year)

    def anniversary(self, month: int, day: int) -> str:
        """6月1日."""
        return self.anniversary_form.format(month=self.within[month - 1], day=day)

    def day(self, day: int) -> str:
        """1日."""
        return self.day_form.format(day=day)


def locale_of(code: str) -> Locale:
    return Locale.parse(code, sep="-")


def dates_of(locale: Locale) -> tuple[Dates, str]:
    """How the language writes dates, and what parts thousands in its numbers."""
    patterns = {key: str(locale.datetime_skeletons[key].pattern) for key in ("yMMMM", "y", "MMMMd", "d", "M")}
    within, short_within = locale.months["format"]["wide"], locale.months["format"]["abbreviated"]
    lone, short_lone = locale.months["stand-alone"]["wide"], locale.months["stand-alone"]["abbreviated"]
    whole = str(locale.date_formats["long"].pattern)
    if not NAMED_MONTH.search(whole):
        # 6月, not 六月: where dates have figures a month has them too, as its CLDR pattern M月 says.
        within = short_within = {month: str(month) for month in MONTHS}
        lone = short_lone = {month: _form(patterns["M"]).format(month=month) for month in MONTHS}
    wide, short = locale.days["format"]["wide"], locale.days["stand-alone"]
    shortest = short["abbreviated"] if NAMED_MONTH.search(whole) else short["narrow"]
    dates = Dates(
        whole_form=_form(whole),
        month_form=_form(patterns["yMMMM"]),
        year_form=_form(patterns["y"]),
        anniversary_form=_form(patterns["MMMMd"]),
        day_form=_form(patterns["d"]),
        within=tuple(within[month] for month in MONTHS),
        short_within=tuple(short_within[month] for month in MONTHS),
        months=tuple(lone[month] for month in MONTHS),
        short_months=tuple(short_lone[month] for month in MONTHS),
        weekdays=tuple((wide[day], shortest[day]) for day in WEEKDAYS),
    )
    return dates, get_group_symbol(locale)


def grouped(number: int, separator: str) -> str:
    """12,345 with the language's own mark between thousands."""
    return str(number) if -THOUSAND < number < THOUSAND else f"{number:,}".replace(",", separator)


def _form(pattern: str) -> str:
    """`MMMM d, y` as `{month} {day}, {year}`."""
    names = {"y": "{year}", "M": "{month}", "L": "{month}", "d": "{day}"}
    parts = (
        names[found["letter"]] if found["letter"] else found["quoted"] or found["between"] or "'"
        for found in FIELDS.finditer(pattern)
    )
    return "".join(parts)
