"""Running heads and feet: what a file's own pages print at their edges, over and over, and no story holds.

`第 54 页`, then `第 55 页`; `《云汀日报》（2024年5月10日 第 03 版）` under each headline; `- 1 -`;
the masthead's `今日汀西 2031年6月13日 星期五` in the middle of a page. A paragraph goes on over them.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import count, pairwise, takewhile

from newspaper_archive.lexicon.han import HAN
from newspaper_archive.model import Line, Role
from newspaper_archive.reading.printed.step import SetAside
from newspaper_archive.reading.segment.measure import cells

FEWEST = 3
WIDEST = 40.0
HEAD_LINES = 8
# Letters between a foot and the next; the lines of a table or of a list stand closer.
PAGE_OF_LETTERS = 40

_NUMBER = r"(?:\d{1,4}|[〇零一二三四五六七八九十百]{1,5})"
_DASH = r"[-–—―~·•]{1,2}"
# These are a file's page numbers wherever they stand.
FOOT = re.compile(
    rf"""
    第\ *{_NUMBER}\ *[页頁](?:\ *[,/]?\ *[共总總]\ *{_NUMBER}\ *[页頁])?
    | [共总總]\ *\d+\ *[页頁]\ *[,/]?\ *第\ *\d+\ *[页頁]
    | {_DASH}\ *(?:第\ *)?\d{{1,4}}(?:\ *[页頁])?\ *{_DASH}
    | (?i:page)\ *\d{{1,4}}(?:\ *(?:of|/)\ *\d{{1,4}})?""",
    re.VERBOSE,
)
_DAY = r"\d{4}\s*[年\-./]\s*\d{1,2}\s*[月\-./]\s*\d{1,2}\s*日?"
_WEEKDAY = r"(?:\(?(?:星期|周|週|礼拜)[一二三四五六日天]\)?)"
_FOLIO = rf"第?\s*[A-Z]{{0,2}}\d{{1,2}}\s*版(?:\s*[:·]?\s*[{HAN}]{{2,4}})?"
# 《云汀日报》(2024年5月10日 第 03 版): a clipping's source, which names the page that the file was cut from.
CLIPPED = re.compile(
    rf"""
    [《〈]?(?P<title>[{HAN}·]{{2,12}}[报報刊讯訊])[》〉]?\s*[(,]?\s*
    (?P<date>{_DAY})\s*{_WEEKDAY}?\s*[,]?\s*(?P<folio>{_FOLIO})\s*[)]?""",
    re.VERBOSE,
)
_FULL_DAY = re.compile(_DAY)
_DATE = re.compile(rf"{_DAY}\s*{_WEEKDAY}?|{_WEEKDAY}")
_PAGE = re.compile(r"第?\s*[A-Z]{0,2}\d{1,2}\s*[版页頁]?|第[一二三四五六七八九十]{1,3}版|\d+")
_SIGNS = re.compile(r"[\s·|/()《》:,\-–—]+")
_SENTENCE = re.compile(r"[,。!?;]|^本[报報刊]|[讯訊电電]$")
_FIGURE = re.compile(r"\d|[页頁]")
_DIGITS = re.compile(r"\d+")
# Counted words are a text's own: 第 3 名, 第2章, 3号楼, 5月, 12元, 见C02版, 下转第3版.
_COUNTED = re.compile(
    r"""
    \d\s*[名章节節條条回集站天期届屆场場轮輪路号號月日年周岁歲元人次个個只分秒时時点點度℃%讲講课課组組队隊班]
    | \d\s*(?:[款项項类類批栋层級级万]|公里)
    | [见見转轉接看] | :\s*\d | \d\s*[:.、] | ^\d+\s*\)
    | ^\W*第?\s*[A-Z]{0,2}\d{1,2}\s*版 | ^\W*[A-Z]{1,2}\d""",
    re.VERBOSE,
)
_OF_TOTAL = re.compile(r"\d+\s*/\s*\d+")


def running_lines(lines: Sequence[Line]) -> tuple[SetAside, ...]:
    """All running heads and feet, in their order."""
    printed = [(place, line.text.strip()) for place, line in enumerate(lines) if line.text.strip()]
    short = [(place, text) for place, text in printed if _FIGURE.search(text) and cells(text) <= WIDEST]
    found: dict[int, str] = dict.fromkeys((place for place, text in short if FOOT.fullmatch(text)), "页码")
    for why, rule in (("剪报出处", _clipped), ("与报头相同", _as_in_masthead)):
        found |= dict.fromkeys(rule(printed, short), why)
    left = [one for one in short if one[0] not in found]
    found |= dict.fromkeys(_returning(lines, left), "只换页码，一再出现")
    return tuple(SetAside(lines[place], Role.FURNITURE, why) for place, why in sorted(found.items()))


def _clipped(printed: Sequence[tuple[int, str]], short: Sequence[tuple[int, str]]) -> set[int]:
    """All of them where they name one page; a digest's items are of many, and then they are signatures.

    So is a single one on a page of another day, and without 《》 it may be a masthead.
    """
    forms = [(place, found) for place, text in short if (found := CLIPPED.fullmatch(text))]
    pages = {tuple(_SIGNS.sub("", found[part]) for part in ("title", "date", "folio")) for _, found in forms}
    places = {place for place, _ in forms}
    if len(pages) != 1 or (len(forms) == 1 and "《" not in forms[0][1][0]):
        return set()
    days = {day for place, text in printed[:HEAD_LINES] if place not in places for day in _days(text)}
    return set() if days - _days(forms[0][1]["date"]) else places


def _as_in_masthead(printed: Sequence[tuple[int, str]], short: Sequence[tuple[int, str]]) -> set[int]:
    """Lines of the masthead's own words and date in the middle of a page."""
    head = list(takewhile(lambda one: is_of_a_head(one[1]), printed[:HEAD_LINES]))
    top = max((at for at, (_, text) in enumerate(head) if _DATE.search(text)), default=-1)
    titles = {_bare(text) for _, text in head[: top + 1]} - {""}
    dates = {day for _, text in head[: top + 1] for day in _days(text)}
    own = {place for place, _ in head[: top + 1]}
    if not dates:
        return set()
    return {
        place for place, text in short if place not in own and _bare(text) in titles and _days(text) & dates
    }


def is_of_a_head(text: str) -> bool:
    """Whether a line may be of a page's head: no sentence, and not as wide as a column of several."""
    return cells(text) <= WIDEST and not _SENTENCE.search(text)


def _bare(text: str) -> str:
    """A line without its dates, page numbers and signs."""
    return _SIGNS.sub("", _PAGE.sub("", _DATE.sub("", text)))


def _days(text: str) -> set[str]:
    """The full dates of a line, each as its figures."""
    return {"-".join(str(int(part)) for part in _DIGITS.findall(day)) for day in _FULL_DAY.findall(text)}


def _returning(lines: Sequence[Line], short: Sequence[tuple[int, str]]) -> set[int]:
    """Lines that come back with the next page's number."""
    groups: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, text in short:
        groups["".join(_DIGITS.sub("#", text).split())].append((place, text))
    numbered = [
        times
        for times in groups.values()
        if len(times) >= FEWEST and _is_numbered_by_page([text for _, text in times])
    ]
    before = _letters_before(lines) if numbered else []
    return {
        place
        for times in numbered
        if all(before[b] - before[a] >= PAGE_OF_LETTERS for (a, _), (b, _) in pairwise(times))
        for place, _ in times
    }


def _is_numbered_by_page(texts: Sequence[str]) -> bool:
    """One number counts up by one, or by two on left and right pages; a list is numbered from 1.

    `1/8`, `2/8` is none.
    """
    columns = list(zip(*(map(int, _DIGITS.findall(text)) for text in texts), strict=True))
    changing = [at for at, column in enumerate(columns) if len({*column}) > 1]
    if len(changing) != 1 or _counts_something(texts[0], changing[0]):
        return False
    numbers = columns[changing[0]]
    if numbers[0] <= 1 and not _OF_TOTAL.fullmatch(texts[0]):
        return False
    return {later - earlier for earlier, later in pairwise(numbers)} in ({1}, {2})


def _counts_something(text: str, which: int) -> bool:
    """Whether the number of this place among the line's numbers belongs to words of a text."""
    places = count()
    return bool(_COUNTED.search(_DIGITS.sub(lambda one: one[0] if next(places) == which else "#", text)))


def _letters_before(lines: Sequence[Line]) -> list[int]:
    counts = [0]
    for line in lines:
        counts.append(counts[-1] + sum(map(str.isalnum, line.text)))
    return counts
