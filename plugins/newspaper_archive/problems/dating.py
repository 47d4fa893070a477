"""A page whose date is unknown or only estimated, and what of a year was seen: `路径里有“2031-0613”`."""

import re
from collections.abc import Iterator

from newspaper_archive.folder.file_facts import unread_day
from newspaper_archive.lexicon.numerals import YEAR_NUMERAL
from newspaper_archive.model import FactSource, Page, Problem, Severity
from newspaper_archive.problems.quoting import problem_on, quoted
from newspaper_archive.reading.identity import is_certain

_ADVICE = "如果知道，请运行 make file，照它问的答，或在同名 .yaml 里写 date"
_NOTHING = "版面上没有印日期，文件名和文件夹也没有说"
_UNREAD = "没有读成日期"
# Of a page's head and foot, where its day stands, the lines that are no paragraphs.
_EDGE, _SHORT = 3, 40
_YEAR = re.compile(rf"(?<!\d)(?:1[89]|20)\d\d(?=\s?年(?![度级代])|\s?[-./]\s?\d)|{YEAR_NUMERAL}(?=年)")


def undated(page: Page) -> Iterator[Problem]:
    if page.date is None:
        lines, where = _year_in_print(page)
        unread = "、".join([*_year_in_path(page), *where])
        seen = f"不知是哪一天的报纸：{f'{unread}，{_UNREAD}' if unread else _NOTHING}"
        yield problem_on(Severity.WARNING, "undated", page, lines, seen, f"{_ADVICE}。现收在“日期不详”里")


def uncertain_date(page: Page) -> Iterator[Problem]:
    """A date that is no whole day or was only worked out."""
    if page.date is None or is_certain(page.date):
        return
    value, evidence = page.date.value, page.date.evidence
    if page.date.source is FactSource.ESTIMATE:
        because = f"，根据是{evidence}" if evidence else ""
        unread = "".join(f"；{seen}，{_UNREAD}" for seen in _year_in_path(page))
        seen = f"日期“{value}”只是推算{because}{unread}"
    else:
        seen = f"日期“{value}”不是完整的年月日"
    yield problem_on(Severity.NOTE, "doubtful-date", page, (), seen, f"{_ADVICE}。写明以前按“日期不详”收录")


def _year_in_path(page: Page) -> list[str]:
    unread = unread_day(page.source.path)
    return [f"路径里有“{unread}”"] if unread else []


def _year_in_print(page: Page) -> tuple[list[int], list[str]]:
    """The first short line at the head or foot of a page that names a year: its number, and its words."""
    lines = [line for line in page.lines if line.text.strip()]
    for line in dict.fromkeys((*lines[:_EDGE], *lines[-_EDGE:])):
        if len(line.text.strip()) <= _SHORT and _YEAR.search(line.text):
            return [line.number], [f"第 {line.number} 行印着{quoted(line.raw)}"]
    return [], []
