"""The day that a path says, in one name or from folder to folder: `2031/06/13/`, `2031年6月/13日/`.

Words beside a whole date do not hide it (`2031-06-13 第123期`, `rmrb2031061302`), but for those that make
it another day than the paper's: `备份2031-06-13`, `截至6月13日`, `IMG_20310613`. `2031/06` alone is none.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newspaper_archive.lexicon.edtf import is_calendar_date
from newspaper_archive.lexicon.numerals import NUMERAL, number, year_number
from newspaper_archive.lexicon.word_lists import any_word, entries

_DASHES = str.maketrans("‐‑‒–—―−", "-------")
_FIGURE = rf"(?:\d{{1,2}}|{NUMERAL}{{1,3}})"
_YEAR = r"(?:1[89]|20)\d\d"
_IN_NUMERALS = r"[〇零○一二三四五六七八九]{4}"
_DAY_SIGN = "[日号號]"
_WHOLE = re.compile(
    rf"""(?<!\d) (?:
        (?P<year>\d{{4}}) (?P<mark>[-_./]|(?<=1[89]\d\d)\ |(?<=20\d\d)\ )
        (?P<month>\d{{1,2}}) (?P=mark) (?P<day>\d{{1,2}}) (?!\d)
      | (?P<year2>\d{{4}}|{_IN_NUMERALS}) \s? 年 \s?
        (?P<month2>{_FIGURE}) \s? 月 \s? (?P<day2>{_FIGURE}) \s? {_DAY_SIGN}
      | (?P<year3>{_YEAR}) (?P<month3>\d\d) (?P<day3>\d\d) (?!\d)
      | (?P<year4>{_YEAR}) (?P<month4>0\d|1[0-2]) (?P<day4>[0-2]\d|3[01]) (?P<page>\d\d) (?!\d)
    )""",
    re.VERBOSE,
)
# `2031-06-13-15`, `2031年6月13日至15日` are more days than one.
_AND_ON = re.compile(r"\s*[-~至到]\s*\d")
_AND_ON_IN_NAME = re.compile(r"\s*(?:[~至到]\s*\d|-\s*(?:\d{1,2}[日号號]|\d{4}))")
_ANOTHER_DAY = re.compile(any_word(entries("other_days")), re.IGNORECASE)
_UP_TO, _ONWARDS = (
    re.compile(r"(?:截至|截止|自|从)\s*$"),
    re.compile(r"\s*(?:以|之)?(?:前|后|後|来|來|起|止)"),
)

# What may stand beside a month's or a day's number in a folder's name: 13日（星期五）, 13 第123期.
_BESIDE = (
    r"(?:[\s_,-]*[(\[]?(?:总?第?\s*\d+\s*[期号號]|总第\s*\d+|(?:星期|周|週|礼拜)[一二三四五六日天])[)\]]?)*"
)
_OF_YEAR = re.compile(rf"(?P<year>{_YEAR}|{_IN_NUMERALS})年?")
_OF_MONTH = re.compile(
    rf"(?P<year>{_YEAR})(?:[-_./]?(?P<month>\d\d)|[-_./](?P<month1>\d))"
    rf"|(?P<year2>{_YEAR}|{_IN_NUMERALS})\s?年\s?(?P<month2>{_FIGURE})\s?月份?"
)
_MONTH = re.compile(rf"(?P<month>\d{{1,2}})|(?P<month2>{_FIGURE})\s?月份?")
_DAY = re.compile(rf"(?:(?P<day>\d{{1,2}})|(?P<day2>{_FIGURE})\s?{_DAY_SIGN}){_BESIDE}")
_MONTH_AND_DAY = re.compile(
    rf"""(?: (?P<month>\d\d)(?P<day>\d\d) | (?P<month1>\d{{1,2}})(?P<mark>[-_.])(?P<day1>\d{{1,2}})
      | (?P<month2>{_FIGURE}) \s? 月 \s? (?P<day2>{_FIGURE}) \s? {_DAY_SIGN} ){_BESIDE}""",
    re.VERBOSE,
)
# In a file's name, where its folders say the year: 6月13日, 0613C02; or year and month: 13日 02版.
_DAY_IN_NAME = re.compile(
    rf"""(?:^|(?<=[\s_-])) (?:
        (?P<month2>{_FIGURE}) \s? 月 \s? (?P<day2>{_FIGURE}) \s? {_DAY_SIGN}
      | (?P<month>\d\d)(?P<day>\d\d)
      | (?P<day3>{_FIGURE}) \s? {_DAY_SIGN}
    ) (?=$|[\s_\-.,()A-Za-z第\d星周] ) (?!\d{{3}})""",
    re.VERBOSE,
)
# Of a date too, though they say no day: 2031年6月, 上半年, 第2季度.
_DATE_FOLDER = re.compile(
    r"\d{4}(?:[-_.]?\d{2})?年?(?:\d{1,2}月)?|(?:\d{4}年?)?(?:[上下]半年|第?[一二三四1-4]季度|[Qq][1-4])|第?\d+[期卷辑]"
)


@dataclass(frozen=True, slots=True)
class PathDate:
    """The `days` that folders and file say, in that order, each once; one that no calendar has is among them.

    `rest` is the file's name without its day; `dated` are the places of the folders that are a date's. They
    say the whole of it, or together with the file's name, `in_folder`; or a part, of which a number in the
    file's name may be the rest: `parted`.
    """

    days: tuple[str, ...]
    rest: str
    dated: frozenset[int]
    in_folder: bool
    parted: bool


@dataclass(frozen=True, slots=True)
class _Day:
    """What folders say so far, and at which places."""

    year: int
    month: int = 0
    day: int = 0
    places: tuple[int, ...] = ()

    @property
    def iso(self) -> str:
        return f"{self.year:04}-{self.month:02}-{self.day:02}" if self.day else ""


@dataclass(frozen=True, slots=True)
class _Folders:
    """What folders say: their last date or part of one, the whole day nearest to the file, at which place."""

    spread: _Day
    day: str
    place: int
    dated: frozenset[int]


def path_date(folders: Sequence[str], stem: str) -> PathDate:
    """What these names of folders and of a file, without its suffix, say together."""
    said = _folders(tuple(folders))
    stem = plain_name(stem)
    found = [match for match in _WHOLE.finditer(stem) if _is_of_the_paper(stem, match)]
    days, rest = [_iso(match) for match in found], _without(stem, found)
    if not found and not said.day and (in_name := _day_in_name(stem, said.spread)):
        days, rest = [in_name[0]], in_name[1]
    # Above the folder that a file lies in, a date may be that of a parcel of pages.
    counts = bool(said.day) and (not days or said.place == len(folders) - 1)
    parted = bool(said.spread.places)
    return PathDate(
        days=tuple(dict.fromkeys([said.day] * counts + days)),
        rest=rest,
        dated=said.dated,
        in_folder=counts or bool(days and parted and not found),
        parted=parted and not said.day and not days,
    )


# The pages of an issue lie together.
@lru_cache(maxsize=16)
def _folders(folders: tuple[str, ...]) -> _Folders:
    names = [plain_name(folder) for folder in folders]
    spread = _spread(names)
    wholes = [(i, day) for i, name in enumerate(names) if (day := _whole_folder(name))]
    place, day = max(
        [*wholes, (max(spread.places, default=-1), spread.iso)], key=lambda said: (said[1] != "", said[0])
    )
    dated = {*spread.places, *(i for i, _ in wholes)}
    dated |= {i for i, name in enumerate(names) if _DATE_FOLDER.fullmatch(name)}
    return _Folders(spread, day, place, frozenset(dated))


def plain_name(name: str) -> str:
    """Half-width, and with one dash."""
    return unicodedata.normalize("NFKC", name).translate(_DASHES).strip()


def _whole_folder(name: str) -> str:
    """The one day that a folder's name says; words beside it may not make it another."""
    if exact := _WHOLE.fullmatch(name):
        return "" if exact["page"] else _iso(exact)
    days = {_iso(match) for match in _WHOLE.finditer(name) if _is_of_the_paper(name, match, folder=True)}
    day = days.pop() if len(days) == 1 else ""
    return day if day and is_calendar_date(day) else ""


def _is_of_the_paper(name: str, match: re.Match[str], *, folder: bool = False) -> bool:
    before, after = name[: match.start()], name[match.end() :]
    # Right behind it, 20310613备份; but 2031-06-13（修改稿） is of that day.
    if (
        _UP_TO.search(before)
        or _ONWARDS.match(after)
        or _ANOTHER_DAY.search(before)
        or _ANOTHER_DAY.match(after)
    ):
        return False
    return not folder or not (match["page"] or _AND_ON.match(after))


def _without(stem: str, found: Sequence[re.Match[str]]) -> str:
    """The name without its days; the page's number of 2031061302 stays."""
    for match in reversed(found):
        stem = f"{stem[: match.start()]} {match['page'] or ''} {stem[match.end() :]}"
    return stem


def _part(match: re.Match[str], name: str) -> str:
    found = (text for key, text in match.groupdict().items() if text and key.rstrip("1234") == name)
    return next(found, "")


def _iso(match: re.Match[str]) -> str:
    year = year_number(_part(match, "year")) or 0
    return f"{year:04}-{number(_part(match, 'month')) or 0:02}-{number(_part(match, 'day')) or 0:02}"


def _spread(names: Sequence[str]) -> _Day:
    """The last date, or part of one, that the folders say, the outermost first; others may lie between."""
    said = _Day(0)
    for place, name in enumerate(names):
        for more in _readings(name, said):
            said = _Day(*more, (*(said.places if more[0] == said.year else ()), place))
            break
    return said


def _readings(name: str, said: _Day) -> Iterator[tuple[int, int, int]]:
    """What a folder's name adds to what is said above it; years begin a new date."""
    if (found := _OF_YEAR.fullmatch(name)) and (year := year_number(found["year"])):
        yield year, 0, 0
    if found := _OF_MONTH.fullmatch(name):
        year, month = year_number(_part(found, "year")) or 0, number(_part(found, "month")) or 0
        if 1 <= month <= 12:
            yield year, month, 0
    if not said.year or said.day:
        return
    if found := _MONTH_AND_DAY.fullmatch(name):
        yield from _month_and_day(found, said)
    if said.month and (found := _DAY.fullmatch(name)) and 1 <= (number(_part(found, "day")) or 0) <= 31:
        yield said.year, said.month, number(_part(found, "day")) or 0
    if (
        not said.month
        and (found := _MONTH.fullmatch(name))
        and 1 <= (number(_part(found, "month")) or 0) <= 12
    ):
        yield said.year, number(_part(found, "month")) or 0, 0


def _month_and_day(found: re.Match[str], said: _Day) -> Iterator[tuple[int, int, int]]:
    month, day = number(_part(found, "month")) or 0, number(_part(found, "day")) or 0
    if not 1 <= month <= 12 or not 1 <= day <= 31 or said.month not in (0, month):
        return
    # 01-02 may be two months, and below a month 06-13 two days.
    if found["mark"] == "-" and month < day and (said.month or day <= 12):
        return
    yield said.year, month, day


def _day_in_name(stem: str, said: _Day) -> tuple[str, str] | None:
    """The day in a file's name that its folders name the year of, and the rest of the name."""
    found = list(_DAY_IN_NAME.finditer(stem))
    if len(found) != 1 or not _is_day_of(found[0], stem, said):
        return None
    month, day = number(_part(found[0], "month")) or said.month, number(_part(found[0], "day")) or 0
    written = f"{said.year:04}-{month:02}-{day:02}"
    rest = f"{stem[: found[0].start()]} {stem[found[0].end() :]}"
    return (written, rest) if is_calendar_date(written) else None


def _is_day_of(match: re.Match[str], stem: str, said: _Day) -> bool:
    before, after = stem[: match.start()], stem[match.end() :]
    month = number(_part(match, "month"))
    of_another = _UP_TO.search(before) or _ONWARDS.match(after) or _ANOTHER_DAY.search(stem)
    if not said.year or of_another or _AND_ON_IN_NAME.match(after):
        return False
    return bool(said.month) if month is None else said.month in (0, month)
