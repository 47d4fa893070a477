"""Blanks beside figures in dates, datelines, folios: `2031 年 6 月 13 日`, `汀西 6 月 13 日讯`, `第 C02 版`.

They count for nothing there; in headlines and sentences they stay as printed.
"""

import re

from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.numerals import IN_NUMERAL
from newspaper_archive.model import Line
from newspaper_archive.reading.printed.step import Edit, Met, Step, line_by_line

_BLANK = "[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]"
_DIGIT = rf"[\d{IN_NUMERAL}]"
_UNIT = "[年月日号时時版讯訊期电電]"
SIGN = re.compile(rf"{_DIGIT}{_BLANK}+{_UNIT}|[年月第]{_BLANK}+[A-ZＡ-Ｚ\d{IN_NUMERAL}]")
_DAY = rf"{_DIGIT}{{1,3}}{_BLANK}*月{_BLANK}*{_DIGIT}{{1,3}}{_BLANK}*[日号]"
_YEAR = rf"{_DIGIT}{{2,4}}{_BLANK}*年"
_NUMBER = r"[A-ZＡ-Ｚ]{0,2}\d{1,3}|[一二三四五六七八九十]{1,3}"
# A line of nothing but such things and a few words: masthead, folio, pointer.
_PLACED = re.compile(
    rf"{_YEAR}{_BLANK}*{_DAY}|第{_BLANK}*(?:{_NUMBER}){_BLANK}*版|^{_BLANK}*[A-ZＡ-Ｚ]{{0,2}}\d{{1,2}}{_BLANK}+版"
)
_SENTENCE = re.compile("[，。,;；!！?？]")
_LONGEST = 60
_DATELINE = re.compile(
    rf"^{_BLANK}*[【(（\[]?{_BLANK}*[{HAN}]{{2,14}}?{_BLANK}*(?:{_YEAR}{_BLANK}*)?{_DAY}{_BLANK}*"
    r"(?:专?[讯訊电電]|消息|报道|報道|報導|报导)"
)
# 昨日(6 月 12 日), and a story that opens with its day.
_TOLD = re.compile(rf"(?<=[今昨明][天日晚])[(（]{_DAY}[)）]|^{_BLANK}*{_DAY}")
_BESIDE = re.compile(
    rf"(?<={_DIGIT}){_BLANK}+(?={_UNIT})|(?<=[年月第]){_BLANK}+(?=[A-ZＡ-Ｚ\d{IN_NUMERAL}])"
    rf"|(?<=[日号]){_BLANK}+(?=[讯訊电電])|(?<=[{HAN}]){_BLANK}+(?={_DIGIT}{{1,2}}{_BLANK}*月)"
)


def _edits(raw: str) -> list[Edit]:
    if len(raw) <= _LONGEST and not _SENTENCE.search(raw) and _PLACED.search(raw):
        return [Edit(*place) for place in _places(raw, 0, len(raw))]
    found = [_DATELINE.search(raw), *_TOLD.finditer(raw)]
    places = sorted({one for match in found if match for one in _places(raw, *match.span())})
    return [Edit(*place) for place in places]


def _places(raw: str, start: int, end: int) -> list[tuple[int, int]]:
    return [found.span() for found in _BESIDE.finditer(raw, start, end)]


def _read(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Met, ...]]:
    """Nothing is told of it: many write so, and nothing is lost."""
    return line_by_line(lines, _edits)[0], ()


NUMBER_BLANKS = Step(SIGN, _read, re.compile("[ \u00a0\u2000-\u200a\u202f\u205f\u3000\t]"))
