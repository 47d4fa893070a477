"""The folio and the page's name that a file's name says: `第02版：要闻` is 02 and 要闻, `c3` is C03.

In a folder of a date a number alone is a folio; elsewhere only what can hardly be anything else: `C02`,
`第二版`, `A01头版`, `02`. What is not certain is left unsaid: `12位代表`, `C01或C02`, `node_2`.
"""

import re

from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.numerals import NUMERAL, number
from newspaper_archive.lexicon.paper_names import PAGE_NAME
from newspaper_archive.lexicon.word_lists import any_of, any_word, entries

# CN and two figures open the number of a licence, CN37-0012.
_LETTER = r"(?!(?i:CN)\d)[A-Za-z]"
_CHINESE = rf"(?:{NUMERAL}){{1,3}}(?=版)"
_RANGE = r"(?:-[A-Za-z]{0,2}\d{1,3})?"
# With its sign, or a letter and two figures, it is a folio wherever it stands; 版面 and 版本 are no signs.
_SIGN = "版(?![面本式权税图])"
_SIGNED = rf"第?(?P<folio>(?:{_LETTER}){{0,2}}\d{{1,3}}{_RANGE}|{_CHINESE}){_SIGN}"
_SIGNED_AND_NAME = rf"{_SIGNED}[\s:·_-]*(?P<name>[{HAN}]*)"
_ALONE = re.compile(rf"{_SIGNED_AND_NAME}|第?(?P<alone>(?:{_LETTER}){{0,2}}\d{{1,3}}{_RANGE})")
_CERTAIN_ALONE = re.compile(rf"{_SIGNED_AND_NAME}|(?P<alone>(?:{_LETTER}){{1,2}}\d{{1,2}}{_RANGE}|\d\d)")
_PART = re.compile(rf"{_SIGNED_AND_NAME}|第?(?P<alone>(?:{_LETTER}){{1,2}}\d{{1,3}}|\d{{2}})")
_CERTAIN_PART = re.compile(rf"{_SIGNED_AND_NAME}|(?P<alone>(?:{_LETTER}){{1,2}}\d\d)")
# As e-papers name their pages: C02要闻, 02要闻; but neither 18条线路 nor 03月大事 nor C01或C02.
_OF_A_PAGE = any_word(entries("page_names"))
_COUNTED = "年月日号號时時點点分秒期届岁个個位名人次条條家项項件周天元米"
_GLUED = re.compile(
    rf"第?(?P<alone>(?:{_LETTER}){{1,2}}\d{{1,2}}{_RANGE}|\d{{1,2}}(?={_OF_A_PAGE}$)|0\d(?![{_COUNTED}]))(?!版)(?P<name>[{HAN}]+)"
)
_CERTAIN_GLUED = re.compile(
    rf"""(?P<alone> (?:{_LETTER})?\d\d(?={_OF_A_PAGE}$)
      | (?:{_LETTER}){{1,2}}\d\d(?=[{HAN}]{{0,2}}{any_word(entries("file_words"))}[{HAN}]{{0,2}}$) )
      (?P<name>[{HAN}]+)""",
    re.VERBOSE,
)
_NUMBER = re.compile(r"\d+")
_BETWEEN_PARTS = re.compile(r"[\s\-_.,、:()【】]+")
_DECIMAL = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.])")
# What people write of a file behind a page's number.
_OF_THE_FILE = any_of("file_words")
# 第三版修订稿 is a third version.
_IS_A_VERSION = re.compile(rf"第?(?:\d|{NUMERAL}{{1,3}})版.*{any_word(entries('file_words'))}")


def path_folio(rest: str, *, dated: bool) -> tuple[str | None, str | None]:
    """Folio and page name of a file's name, its day taken out; None where it says none, or two.

    `dated` where the path says of what day the page is.
    """
    rest = _DECIMAL.sub(" ", rest.strip(" -_."))
    alone, glued, part = (_ALONE, _GLUED, _PART) if dated else (_CERTAIN_ALONE, _CERTAIN_GLUED, _CERTAIN_PART)
    whole = alone.fullmatch(rest) or glued.fullmatch(rest)
    if whole and (dated or not _IS_A_VERSION.match(rest)):
        return _printed(whole), _page_name(whole)
    parts = [text for text in _BETWEEN_PARTS.split(rest) if text]
    found = [(place, match) for place, text in enumerate(parts) if (match := part.fullmatch(text))]
    if len(found) != 1 or (not dated and _IS_A_VERSION.match(rest)):
        return None, None
    place, match = found[0]
    return _printed(match), _page_name(match) or _next_name(match, parts[place + 1 :])


def _printed(match: re.Match[str]) -> str | None:
    """In capitals, each number with two digits at least; None where it is no number, nought, or no range."""
    folio = _signed(match) or match["alone"]
    figures = folio if re.search(r"\d", folio) else str(number(folio) or 0)
    numbers = [int(figure) for figure in _NUMBER.findall(figures)]
    if not any(numbers) or (len(numbers) > 1 and numbers[0] >= numbers[1]):
        return None
    return _NUMBER.sub(lambda found: f"{int(found[0]):02}", figures.upper())


def _signed(match: re.Match[str]) -> str | None:
    """The number that stands before 版."""
    return match.groupdict().get("folio")


def _page_name(match: re.Match[str]) -> str | None:
    return _as_name(match.groupdict().get("name") or "", signed=_signed(match) is not None)


def _next_name(match: re.Match[str], behind: list[str]) -> str | None:
    return _as_name(behind[0], signed=_signed(match) is not None) if len(behind) == 1 else None


def _as_name(text: str, *, signed: bool) -> str | None:
    """Behind 第02版 any short name; behind a number alone it may be a headline, but for the usual names."""
    if _OF_THE_FILE.search(text):
        return None
    usual = re.fullmatch(_OF_A_PAGE, text)
    return text if usual or (signed and PAGE_NAME.fullmatch(text)) else None
