"""What a page file's path says: `今日大河/2024-03-08/C01 要闻.txt` is page C01 of that edition on that day.

A date may also stand in the file's name (`2024-03-08-C01.txt`). A folio is said as the house writes it: `c3`,
`C3版` are C03, `第3版`, `三版` are 03. What is not certain is left unsaid.
"""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from newspaper_archive.lexicon.edtf import is_calendar_date
from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.numerals import NUMERAL, number
from newspaper_archive.model import Problem, Severity

_DATE = re.compile(
    r"""(?<!\d) (?:
        (?P<y>\d{4}) (?P<mark>[-_.]) (?P<m>\d{1,2}) (?P=mark) (?P<d>\d{1,2})
      | (?P<y2>\d{4}) 年 (?P<m2>\d{1,2}) 月 (?P<d2>\d{1,2}) 日
      | (?P<y3>(?:18|19|20)\d\d) (?P<m3>\d\d) (?P<d3>\d\d)
    ) (?!\d)""",
    re.VERBOSE,
)
_YEAR_OR_MONTH = re.compile(r"\d{4}(?:[-_.]?\d{2})?年?(?:\d{1,2}月)?")
# Alone in the name, a number of up to three digits is a folio; beside other words only C01, 01, 1版, 一版.
_CHINESE = rf"(?:{NUMERAL}){{1,3}}(?=版)"
_WHOLE_FOLIO = re.compile(rf"第?([A-Za-z]{{0,2}}\d{{1,3}}(?:[-–—][A-Za-z]{{0,2}}\d{{1,3}})?|{_CHINESE})版?")
_PART_FOLIO = re.compile(rf"第?([A-Za-z]{{1,2}}\d{{1,3}}|\d{{2}}|\d{{1,3}}(?=版)|{_CHINESE})版?")
# As e-papers name their pages, C02要闻, 02版要闻; but neither 18条线路 nor C01或C02.
_GLUED_FOLIO = re.compile(rf"第?([A-Za-z]{{1,2}}\d{{1,3}}|\d{{1,3}}(?=版)|{_CHINESE})(?!版面)版?[{HAN}]+")
_NUMBER = re.compile(r"\d+")
_BETWEEN_PARTS = re.compile(r"[\s\-_–—.,，、:()（）【】]+")


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the path is sure of; `edition_folder` stands above a folder named by a date."""

    date: str | None
    folio: str | None
    edition_folder: str | None
    problem: Problem | None = None


def file_facts(path: str) -> FileFacts:
    """The facts of a POSIX path relative to the folder of pages."""
    place = PurePosixPath(path)
    parent = unicodedata.normalize("NFKC", place.parent.name)
    in_folder = _DATE.fullmatch(parent)
    stem = unicodedata.normalize("NFKC", place.stem)
    in_name = list(_DATE.finditer(stem))
    dates = [_iso(match) for match in ([in_folder] if in_folder else []) + in_name]
    certain = {day for day in dates if is_calendar_date(day)}
    rest = _DATE.sub(" ", stem)
    return FileFacts(
        date=certain.pop() if len(set(dates)) == 1 and certain else None,
        folio=_folio(rest) if dates else None,
        edition_folder=_edition_folder(place) if in_folder else None,
        problem=_problem(path, dates),
    )


def _iso(match: re.Match[str]) -> str:
    year, month, day = (
        next(part for part in match.group(name, f"{name}2", f"{name}3") if part) for name in "ymd"
    )
    return f"{year}-{int(month):02}-{int(day):02}"


def _folio(stem: str) -> str | None:
    """The one folio in a file's name, once its date is taken out; None where there is none or two."""
    rest = stem.strip(" -_.")
    whole = _WHOLE_FOLIO.fullmatch(rest) or _GLUED_FOLIO.fullmatch(rest)
    if whole:
        return _printed(whole[1])
    parts = [match for part in _BETWEEN_PARTS.split(rest) if (match := _PART_FOLIO.fullmatch(part))]
    return _printed(parts[0][1]) if len(parts) == 1 else None


def _printed(folio: str) -> str | None:
    """In capitals, each number with two digits at least; None where it is no number, or nought."""
    figures = folio if re.search(r"\d", folio) else str(number(folio) or 0)
    if not re.search("[1-9]", figures):
        return None
    return _NUMBER.sub(lambda found: f"{int(found[0]):02}", figures.upper())


def _edition_folder(place: PurePosixPath) -> str | None:
    """The folder above the date's, past folders of a year or a month."""
    for folder in place.parent.parents:
        if folder.name and not _YEAR_OR_MONTH.fullmatch(unicodedata.normalize("NFKC", folder.name)):
            return str(folder)
    return None


def _problem(path: str, dates: list[str]) -> Problem | None:
    wrong = [day for day in dates if not is_calendar_date(day)]
    if wrong:
        seen = f"路径里的日期“{wrong[0]}”日历上没有"
        return Problem(
            Severity.WARNING, "path-date", path, None, seen, "请改正文件夹或文件的名字，现按日期不详处理"
        )
    if len(set(dates)) > 1:
        seen = f"路径里有两个不同的日期“{dates[0]}”和“{dates[1]}”"
        return Problem(Severity.WARNING, "path-dates", path, None, seen, "请只留一个，现按日期不详处理")
    return None
