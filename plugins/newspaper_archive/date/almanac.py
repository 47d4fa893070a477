"""What the almanac says of a day: its weekday, the name of its lunar year, its day of the moon.

2023-05-26 is a 星期五 of a 癸卯 year, the seventh day of a moon.
"""

from datetime import date

WEEKDAYS = "一二三四五六日"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
MOON_DAYS = 29.530588861
# The mean new moon of 2000-01-06 18:14 UTC in days of Beijing's clock, counted as `date.toordinal` does.
_A_NEW_MOON = date(2000, 1, 7).toordinal() + 2.233 / 24
# The moon's first day counts as 1. Every day from 1900 to 2099 lies within 1.2 days of this reckoning.
_FIRST_DAY, _STRAYING = 1.05, 1.3
# The Chinese new year falls between 21 January and 21 February.
_NEW_YEAR_FROM, _NEW_YEAR_TO = (1, 21), (2, 21)


def weekday(day: date) -> str:
    """`星期五`."""
    return f"星期{WEEKDAYS[day.weekday()]}"


def year_names(day: date) -> tuple[str, ...]:
    """The lunar years that the day can lie in, `癸卯`: two near the Chinese new year, else one."""
    month_day = (day.month, day.day)
    years = []
    if month_day < _NEW_YEAR_TO:
        years.append(day.year - 1)
    if month_day >= _NEW_YEAR_FROM:
        years.append(day.year)
    return tuple(STEMS[(year - 4) % 10] + BRANCHES[(year - 4) % 12] for year in years)


def may_be_moon_day(day: date, printed: int) -> bool:
    """Whether the printed day of the moon is one that the mean moon allows."""
    expected = (day.toordinal() + 0.5 - _A_NEW_MOON) % MOON_DAYS + _FIRST_DAY
    apart = abs(expected - printed) % MOON_DAYS
    return min(apart, MOON_DAYS - apart) < _STRAYING
