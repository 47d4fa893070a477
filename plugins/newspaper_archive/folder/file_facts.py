"""What a page file's path says: `今日大河/2024-03-08/C01 要闻.txt` is page C01 要闻 of that edition and day.

The day may stand in folders or in the file's name (path_date.py), the folio is said as the house writes it
(path_folio.py). What is not certain is left unsaid.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from newspaper_archive.folder.path_date import path_date, plain_name
from newspaper_archive.folder.path_folio import path_folio
from newspaper_archive.lexicon.edtf import is_calendar_date
from newspaper_archive.lexicon.han import HAN
from newspaper_archive.model import Problem, Severity

# What e-papers of one make call page 1, 2, …; of another make node_2 is the first page.
_NODE = re.compile(r"node_?(?=\d+$)")
_LAYOUT = "layout"
# Folders of e-papers' addresses and what is saved of them: they are no edition's.
_OF_ADDRESSES = frozenset(("html", "pc", "h5", "wap", "mobile", "layout", "content", "epaper"))
# A year, or what begins with one: 2031, 2031年, 2031-0613, 20310613; not 2031人次, nor a number of ISSN.
_YEAR = re.compile(
    r"""(?<!\d)(?<!ISSN)(?<!ISSN\ ) (?:
        (?:1[89]|20)\d\d (?= 年(?![度级代]) | [-_./ ] | $ | (?:\d\d){1,3}(?!\d) )
      | 20\d\d (?=\d{7}(?!\d))
    )""",
    re.VERBOSE,
)
_YEAR_OR_MONTH = re.compile(r"\d{4}年?|\d{4}[-_.]?\d{2}|\d{4}年\d{1,2}月|\d{1,2}月?")
_GOES_ON = re.compile(rf"\d+(?![\d{HAN}])|\d{{1,2}}[月日号號]")


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the path is sure of; `edition_folder` is the nearest above a date that folders name.

    Where folders of a date stand above that one too, it is `within_date`.
    """

    date: str | None
    folio: str | None
    edition_folder: str | None
    problem: Problem | None = None
    page_name: str | None = None
    within_date: bool = False


def file_facts(path: str) -> FileFacts:
    """The facts of a POSIX path relative to the folder of pages."""
    place = PurePosixPath(path)
    folders = place.parts[:-1]
    said = path_date(folders, place.stem)
    certain = [day for day in said.days if is_calendar_date(day)]
    rest = _without_node(said.rest, folders)
    # The 13 of 2031/06/13.txt may be a day.
    unclear = said.parted and rest.strip().isdecimal()
    folio, page_name = (None, None) if unclear else path_folio(rest, dated=bool(said.days))
    above = _edition_place(folders, said.dated) if said.in_folder else None
    return FileFacts(
        date=certain[0] if len(said.days) == 1 and certain else None,
        folio=folio,
        edition_folder=None if above is None else str(PurePosixPath(*folders[: above + 1])),
        problem=_problem(path, said.days),
        page_name=page_name,
        within_date=above is not None and any(place < above for place in said.dated),
    )


def unread_day(path: str) -> str:
    """What in the path holds a year and was not read as a day, `2031-0613`, `2031/13/06`, or nothing."""
    place = PurePosixPath(path)
    names = [plain_name(name) for name in (*place.parts[:-1], place.stem)]
    first = next((i for i, name in enumerate(names) if _YEAR.search(name)), None)
    if first is None or file_facts(path).date or file_facts(path).problem:
        return ""
    last = first
    while _YEAR_OR_MONTH.fullmatch(names[last]) and last + 1 < len(names) and _GOES_ON.match(names[last + 1]):
        last += 1
    return "/".join((*place.parts[:-1], place.stem)[first : last + 1])


def _edition_place(folders: Sequence[str], dated: frozenset[int]) -> int | None:
    """The folder above the last one of a date, past folders of a year or a month."""
    above = (place for place in reversed(range(max(dated, default=0))) if place not in dated)
    return next((place for place in above if folders[place].lower() not in ("/", *_OF_ADDRESSES)), None)


def _without_node(rest: str, folders: Sequence[str]) -> str:
    """`node_01` is page 01; of `node_12` only the folder tells whether it is a page's number."""
    node = _NODE.match(rest.strip())
    if node is None:
        return rest
    number = rest.strip()[node.end() :]
    return number if number.startswith("0") or _LAYOUT in folders else ""


def _problem(path: str, days: Sequence[str]) -> Problem | None:
    wrong = [day for day in days if not is_calendar_date(day)]
    if wrong:
        seen = f"路径里的日期“{wrong[0]}”日历上没有"
        return Problem(
            Severity.WARNING, "path-date", path, None, seen, "请改正文件夹或文件的名字，现按日期不详处理"
        )
    if len(days) > 1:
        seen = f"路径里有两个不同的日期“{days[0]}”和“{days[1]}”"
        return Problem(Severity.WARNING, "path-dates", path, None, seen, "请只留一个，现按日期不详处理")
    return None
