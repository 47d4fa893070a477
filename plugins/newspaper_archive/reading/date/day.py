"""The day and month that a page tells of itself: `本报云汀6月1日讯`, `昨日(5月31日)`, `2001年1月1日 星期一`.

Datelines and stamps are days on which the page was written; the paper is never older than the newest of them.
Where there are none, the newest day in a story's first words (`3月4日,区里召开…`) tells the month.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from newspaper_archive.lexicon.almanac import weekday
from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.numerals import NUMERAL, YEAR_NUMERAL, number, year_number
from newspaper_archive.model import Article, Clue, Line
from newspaper_archive.reading.date.prose import Prose

# Of days that lie further apart than this on the calendar's ring, none can be called the newest.
NEAR = 62
SOME_LEAP_YEAR = 2000
RING = 366

FIGURE = rf"(?:\d{{1,2}}|{NUMERAL}{{1,3}})"
PRINTED_DAY = re.compile(
    rf"(?:(?P<year>\d{{4}}|{YEAR_NUMERAL})年)?(?:(?P<month>{FIGURE})月(?:份)?)?(?P<day>{FIGURE})[日号]"
)
FULL = rf"""
    (?P<year>(?:1[89]|20)\d\d|{YEAR_NUMERAL})\s?[年\-/.]\s?(?P<month>{FIGURE})\s?[月\-/.]\s?(?P<day>{FIGURE})"""
CLOCK = re.compile(
    rf"(?<!\d){FULL}\s?日?\s?(?:[01]?\d|2[0-3])(?::[0-5]\d:[0-5]\d|时[0-5]\d分|:[0-5]\d(?!\d))", re.VERBOSE
)
# To the second, or before the name of where it was taken from.
SOURCE = re.compile(rf"\s*(?:来源|稿源|作者|[{HAN}]{{1,6}}网)")
DAY_OF_WEEK = re.compile(
    rf"^[^\S\n]*{FULL}\s?日?[\s,(]{{0,8}}(?:星期|周|週|礼拜)(?P<weekday>[一二三四五六日天])",
    re.MULTILINE | re.VERBOSE,
)
SPOKEN = re.compile(
    rf"(?P<when>今[天日晚晨]|昨[天日晚]|明[天日晚])\((?P<month>{FIGURE})月(?P<day>{FIGURE})日\)"
)
AWAY = {"今": 0, "昨": 1, "明": -1}
OPENING = re.compile(
    r"""^[^\S\n]{0,8}[◎●■▶►◆★☆○◇□※•]?[^\S\n]{0,8}(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:[上下]午|晚|清晨|凌晨)?,
    (?P<rest>[^。;\n]{0,40})""",
    re.MULTILINE | re.VERBOSE,
)
STILL_TO_COME = re.compile("将|起|拟|预计|截止|报名|前往?报")


@dataclass(frozen=True, slots=True)
class DayClue:
    """A day that the page names as near its own; year, month and day are 0 where it does not."""

    year: int
    month: int
    day: int
    clue: Clue


def written_days(page: Prose, articles: Iterable[Article], lines: Sequence[Line]) -> Iterator[DayClue]:
    """Days on which something of the page was written."""
    by_number = {line.number: line for line in lines}
    for article in articles:
        if article.dateline and article.dateline.date:
            yield from _dateline(article, article.dateline.date, by_number)
    yield from _stamps(page)
    yield from _spoken(page)


def _dateline(article: Article, printed: str, lines: dict[int, Line]) -> Iterator[DayClue]:
    found = PRINTED_DAY.search(_folded(printed))
    if found is None or article.dateline is None:
        return
    parts = _parts(found)
    if parts is None:
        return
    numbers = [n for n in article.lines if n in lines and _bare(printed) in _bare(lines[n].text)]
    line = (numbers or list(article.lines) or [1])[0]
    tells = "电头写明年月日" if parts[0] else "电头的日子，报纸不会更早"
    yield DayClue(*parts, Clue(line, " ".join(article.dateline.raw.split())[:40], tells))


def _folded(text: str) -> str:
    return text.translate({0xFF10 + figure: 0x30 + figure for figure in range(10)})


def _bare(text: str) -> str:
    """A date may be printed with blanks beside its figures."""
    return "".join(_folded(text).split())


def _parts(found: re.Match[str]) -> tuple[int, int, int] | None:
    """Year, month and day, 0 where not printed; None where the calendar has no such day."""
    parts = found.groupdict()
    year = year_number(parts.get("year") or "") or 0
    month = number(parts["month"]) if parts["month"] else 0
    day = number(parts["day"])
    if month is None or day is None:
        return None
    try:
        date(year or SOME_LEAP_YEAR, month or 1, day)
    except ValueError:
        return None
    return year, month, day


def _stamps(page: Prose) -> Iterator[DayClue]:
    """A full date with a clock's time, or opening a line with its true weekday: a web page, a weather box."""
    for found in CLOCK.finditer(page.text):
        if (parts := _parts(found)) and _is_stamp(page.text, found):
            yield DayClue(*parts, _clue(page, found, "发稿的年月日和钟点"))
    for found in DAY_OF_WEEK.finditer(page.text):
        parts = _parts(found)
        if parts and weekday(date(*parts))[-1] == found["weekday"].replace("天", "日"):
            yield DayClue(*parts, _clue(page, found, "印着年月日和星期"))


def _is_stamp(text: str, found: re.Match[str]) -> bool:
    """A time of day told in a sentence is an event's: `2011年12月31日23时12分在院里诞生`."""
    return found[0].count(":") == 2 or SOURCE.match(text, found.end()) is not None


def _spoken(page: Prose) -> Iterator[DayClue]:
    """`昨日(5月31日)`: today is a day later. At the end of February nobody knows which."""
    for found in SPOKEN.finditer(page.text):
        parts = _parts(found)
        if parts is None or (parts[1:] in ((2, 28), (2, 29), (3, 1)) and AWAY[found["when"][0]]):
            continue
        told = date(SOME_LEAP_YEAR, parts[1], parts[2]) + timedelta(days=AWAY[found["when"][0]])
        yield DayClue(0, told.month, told.day, _clue(page, found, "文中说到当天"))


def news_days(page: Prose) -> Iterator[DayClue]:
    """Days that stories open with: of events reported, not announced."""
    for found in OPENING.finditer(page.text):
        parts = _parts(found)
        if parts and not STILL_TO_COME.search(found["rest"]):
            clue = _clue(page, found, "报道的日子，报纸不会更早", found.start("rest") + 12)
            yield DayClue(*parts, clue)


def _clue(page: Prose, found: re.Match[str], tells: str, end: int | None = None) -> Clue:
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    return Clue(page.line_at(start), page.quote(start, min(end or found.end(), found.end())), tells)


def newest(days: Iterable[DayClue]) -> DayClue | None:
    """The newest day on the calendar's ring: after 12月31日 comes 1月2日. None where they lie far apart.

    Days without a month count only where no day has one, and only where all are the same day.
    """
    every = list(days)
    whole = [one for one in every if one.month]
    if not whole:
        return every[0] if every and len({one.day for one in every}) == 1 else None
    places = sorted({_place(one) for one in whole})
    # The widest gap of the ring is the time without news; the newest day stands before it.
    gaps = [(places[(n + 1) % len(places)] - place) % RING or RING for n, place in enumerate(places)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    if RING - gaps[widest] > NEAR:
        return None
    last = [one for one in whole if _place(one) == places[widest]]
    return max(last, key=lambda one: one.year)


def _place(one: DayClue) -> int:
    return date(SOME_LEAP_YEAR, one.month, one.day).timetuple().tm_yday
