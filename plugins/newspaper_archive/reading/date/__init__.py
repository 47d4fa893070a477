"""When a page was printed, where only its own text tells: an estimate in EDTF, with the passages it rests on.

A page with `本报云汀7月11日讯` and `召开2021年第6次镇务会议` is of about 2021-07-11: `2021-07-11~`.
Without the meeting it is `XXXX-07-11~`; with nothing but `2016年以来` it is `[2016..]`, that year or later.
"""

from collections.abc import Iterable, Sequence

from newspaper_archive.lexicon.edtf import is_edtf
from newspaper_archive.model import Clue, Fact, FactSource, Line, Reading
from newspaper_archive.reading.date.day import DayClue, newest, news_days, written_days
from newspaper_archive.reading.date.prose import prose
from newspaper_archive.reading.date.sayings import Force
from newspaper_archive.reading.date.weigh import Weighed, weigh
from newspaper_archive.reading.date.year import YearClue, year_clues

OPEN_YEAR, OPEN = "XXXX", "XX"


def estimate(lines: Sequence[Line], reading: Reading) -> Fact | None:
    """The page's date as far as its text carries one; None where it tells nothing."""
    page = prose(lines, reading)
    written = tuple(written_days(page, reading.articles, lines))
    day = newest(written)
    month = day or newest(news_days(page))
    stamped, year = _stamped(written, day)
    years = weigh([*year_clues(page), *stamped], month.month if month else 0, written=year)
    value = _day_edtf(day, years) or _month_edtf(None if written else month, years) or _year_edtf(years)
    if not value:
        return None
    told = [month.clue] if month and _tells_day(value) else []
    clues = _in_print_order([*told, *(clue.clue for clue in years.clues)])
    return Fact(value, FactSource.ESTIMATE, "；".join(map(str, clues)), clues)


def _stamped(written: Iterable[DayClue], day: DayClue | None) -> tuple[list[YearClue], int]:
    """What the years of stamps and datelines tell, and the year itself where the newest day lies in it."""
    dated = sorted((c for c in written if c.year), key=lambda c: (c.year, c.month, c.day))
    if not dated:
        return [], 0
    last = dated[-1]
    same_year = (
        day is not None and day.year in (0, last.year) and (day.month, day.day) >= (last.month, last.day)
    )
    force = Force.SAYS if same_year else Force.NOT_BEFORE
    return [YearClue(last.year, force, "stamp", last.clue)], last.year if same_year else 0


def _day_edtf(day: DayClue | None, years: Weighed) -> str:
    """`2021-07-11~`, `XXXX-07-11~`, `XXXX-XX-30~`."""
    if day is None:
        return ""
    month_day = f"{day.month:02}-{day.day:02}" if day.month else f"{OPEN}-{day.day:02}"
    whole = f"{years.year or OPEN_YEAR}-{month_day}~"
    # The year's February may lack a 29th: then one of the two is misread, and the year was told.
    return whole if is_edtf(whole) else f"{OPEN_YEAR}-{month_day}~"


def _month_edtf(day: DayClue | None, years: Weighed) -> str:
    """`2024-03~`, `XXXX-03~`: news of 3月4日 may be printed a few days later."""
    return f"{years.year or OPEN_YEAR}-{day.month:02}~" if day else ""


def _year_edtf(years: Weighed) -> str:
    """`2024~`, or the years between: `[2016..2025]`."""
    if years.year:
        return f"{years.year}~"
    if years.low or years.high:
        return f"[{years.low or ''}..{years.high or ''}]"
    return ""


def _tells_day(value: str) -> bool:
    return value[4:5] == "-"


def _in_print_order(clues: Iterable[Clue]) -> tuple[Clue, ...]:
    return tuple(sorted(dict.fromkeys(clues), key=lambda clue: clue.line))
