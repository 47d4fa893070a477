"""What the almanac says of a day: its weekday and its day of the moon.

2023-05-26 is a 星期五, the eighth day of the fourth moon of a 癸卯 year.
"""

from dataclasses import dataclass
from datetime import date

from borax.calendars.lunardate import MAX_SOLAR_DATE, MIN_SOLAR_DATE, LunarDate

WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class MoonDay:
    """`癸卯年四月初八`; a leap moon bears the number of the one before it."""

    year: str
    month: int
    leap: bool
    day: int
    text: str


def weekday(day: date) -> str:
    """`星期五`."""
    return f"星期{WEEKDAYS[day.weekday()]}"


def moon_day(day: date) -> MoonDay | None:
    """None outside the lunar years 1900 to 2100: nothing can be said of them."""
    if not MIN_SOLAR_DATE <= day <= MAX_SOLAR_DATE:
        return None
    found = LunarDate.from_solar(day)
    text = f"{found.gz_year}年{found.strftime('%L%M月%D')}"
    return MoonDay(found.gz_year, found.month, bool(found.leap), found.day, text)
