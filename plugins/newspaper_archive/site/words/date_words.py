"""What dates are called before a reader: `2022-06-01~` is 约2022年6月1日, `XXXX-06-01~` is 某年6月1日.

`[2016..]` is 2016年或以后; of what is not known nothing is said. Each is said in the tongue of the site:
about June 1, 2022.
"""

from datetime import date
from functools import lru_cache

from newspaper_archive.lexicon.edtf import DatePart, parse_edtf
from newspaper_archive.site.tongue import Tongue, word

UNDATED = word("日期不详")
SEASONS = {"21": word("春"), "22": word("夏"), "23": word("秋"), "24": word("冬")}
ABOUT, DOUBTED = frozenset("~%"), frozenset("?%")


# Every file of an issue says its date, and those of its neighbours.
@lru_cache(maxsize=4096)
def date_words(tongue: Tongue, edtf: str | None) -> str:
    """An EDTF date in words; what cannot be known is said to be unknown."""
    found = parse_edtf(edtf or "")
    if found is None:
        return tongue.say(UNDATED)
    first, last = (_part_words(tongue, end) if end else "" for end in (found.start, found.end))
    if found.form == "/":
        unknown = tongue.say("不详")
        return tongue.say("%(first)s 至 %(last)s", first=first or unknown, last=last or unknown)
    if found.form == "[":
        return _between_words(tongue, first, last)
    return first


def _between_words(tongue: Tongue, first: str, last: str) -> str:
    """One unknown day of a stretch: 2016年至2025年之间."""
    if first and last:
        return tongue.say("%(first)s至%(last)s之间", first=first, last=last)
    return tongue.say("%(date)s或以后", date=first) if first else tongue.say("%(date)s或以前", date=last)


def _part_words(tongue: Tongue, part: DatePart) -> str:
    """约2022年6月1日; 某年6月1日 has no 约, for it says already how little is known."""
    year, known = _year_figures(part.year), _known_words(tongue, part)
    if not known:
        return tongue.say(UNDATED)
    if year and part.qualifier in ABOUT:
        known = tongue.say("约%(date)s", date=known)
    return tongue.say("%(date)s（待查）", date=known) if part.qualifier in DOUBTED else known


def _known_words(tongue: Tongue, part: DatePart) -> str:
    """As much of a date as is known, "" where nothing is."""
    year, month, day = _year_figures(part.year), _figure(part.month), _figure(part.day)
    if part.month in SEASONS:
        return _season_words(tongue, year, tongue.say(SEASONS[part.month]))
    if not month:
        return _monthless_words(tongue, year, day)
    if year:
        return tongue.dates.whole(year, month, day) if day else tongue.dates.month(year, month)
    known = tongue.dates.anniversary(month, day) if day else tongue.dates.months[month - 1]
    return tongue.say("某年%(date)s", date=known)


def _season_words(tongue: Tongue, year: str, season: str) -> str:
    if not year:
        return tongue.say("某年%(date)s", date=season)
    return tongue.say("%(year)s%(season)s", year=tongue.dates.year(year), season=season)


def _monthless_words(tongue: Tongue, year: str, day: int) -> str:
    """2022年; 2022年某月1日."""
    if not day:
        return tongue.dates.year(year) if year else ""
    known = tongue.dates.day(day)
    if not year:
        return tongue.say("某年某月%(day)s", day=known)
    return tongue.say("%(year)s某月%(day)s", year=tongue.dates.year(year), day=known)


def _year_figures(year: str) -> str:
    """2022; of 201X the years it can be, 2010–2019; "" of XXXX."""
    if year == "XXXX":
        return ""
    return f"{year.replace('X', '0')}–{year.replace('X', '9')}" if "X" in year else str(int(year))


def _figure(part: str) -> int:
    """The number of a month or a day, 0 where it is open."""
    return int(part) if part and "X" not in part else 0


def year_words(tongue: Tongue, year: str) -> str:
    """2024年, 2016–2024年, 年份待查 of what may be of any year: what stands over a year's entries."""
    return date_words(tongue, year) if year else tongue.say("年份待查")


def weekday_words(tongue: Tongue, edtf: str | None) -> str:
    """星期三 for a whole and certain day, else nothing."""
    try:
        return tongue.dates.weekdays[date.fromisoformat(edtf or "").weekday()][0]
    except ValueError:
        return ""


def day_words(tongue: Tongue, edtf: str) -> str:
    """A day within its year, for lists under a year: 6月1日; what is none as `date_words` has it."""
    try:
        day = date.fromisoformat(edtf)
    except ValueError:
        return date_words(tongue, edtf)
    return tongue.dates.anniversary(day.month, day.day)
