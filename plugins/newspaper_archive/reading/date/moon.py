"""The lunar date that stands beside a printed one, held against the almanac: `农历癸卯年四月初八`.

`十月十五` alone may be a day of the sun; `四月初八`, `闰四月十五`, `腊月十八` are of the moon in any place.
"""

import re
from collections.abc import Iterator
from datetime import date

from newspaper_archive.lexicon.almanac import MoonDay, moon_day
from newspaper_archive.lexicon.numerals import number

_STEM_BRANCH = "[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]"
_YEAR = re.compile(rf"(?P<year>{_STEM_BRANCH})\s?[(【]?[鼠牛虎兔龙龍蛇马馬羊猴鸡雞狗猪豬]?[)】]?\s?年")
_CALENDAR = r"[农農夏阴陰旧舊古]\s?[历歷曆暦歴]"
_ONE_TO_NINE = "[一二三四五六七八九]"
_DAY = re.compile(
    rf"""
    (?<![\d〇零○一二三四五六七八九十廿卅])
    (?P<leap>[闰閏]\s?)?(?P<month>正|冬|腊|臘|元|十[一二]?|{_ONE_TO_NINE}|\d{{1,2}})\s?月
    \s?(?:\(?[大小]\)?\s?)?
    (?P<day>初\s?[一二三四五六七八九十]|(?:[二三]?十|廿|卅){_ONE_TO_NINE}?|{_ONE_TO_NINE}|\d{{1,2}}(?!\d))
    (?P<apart>\s{_ONE_TO_NINE})?(?P<suffix>\s?[日号號])?""",
    re.VERBOSE,
)
_NAMED = re.compile(
    rf"""
    (?:{_CALENDAR}|{_YEAR.pattern})[\s·,:()]*
    (?:(?:\d{{4}}|[〇零○一二三四五六七八九]{{4}})年\s?)?(?:{_YEAR.pattern.replace("?P<year>", "?:")}\s*)?
    (?:{_STEM_BRANCH}[月日]\s*)*$""",
    re.VERBOSE,
)
# Of another calendar or a year of the sun: `国历五月廿三`, `民国三十七年五月廿三`.
_OF_THE_SUN = re.compile(r"[年历歷曆暦歴]\s*$")
_OF_ANOTHER_DAY = re.compile(rf"(?:每年|逢|明[日天]|昨[日天]|次日|后天|[至到])\s*(?:{_CALENDAR})?[\s:]*$")
_LUNAR_MONTHS = ("正", "冬", "腊", "臘")


def lunar_misprints(said: str, day: date) -> Iterator[tuple[str, str, str]]:
    """What is said of the moon beside a printed day and is not that day's: code, words, what is right."""
    true = moon_day(day)
    if true is None:
        return
    year, moon = _YEAR.search(said), _moon(said)
    if year and year["year"] != true.year:
        yield "lunar-year-mismatch", year[0], f"那天在农历{true.year}年"
    if moon and not _is(true, moon):
        yield "lunar-day-mismatch", moon[0].strip(), f"那天是农历{true.text}"


def names_moon(said: str) -> bool:
    """Whether the words name a lunar year or a lunar day."""
    return _YEAR.search(said) is not None or _moon(said) is not None


def _moon(said: str) -> re.Match[str] | None:
    return next((found for found in _DAY.finditer(said) if _is_of_the_moon(said, found)), None)


def _is_of_the_moon(said: str, found: re.Match[str]) -> bool:
    """Not `五月廿三日`, maybe the sun's, nor `每年三月初三`, another day, nor `癸卯年 6月1日休刊`."""
    before = said[: found.start()]
    if _OF_ANOTHER_DAY.search(before) or (found["month"].isdecimal() and before[-1:].isspace()):
        return False
    if _NAMED.search(before) or found["leap"] or found["month"] in _LUNAR_MONTHS or found["day"][0] == "初":
        return True
    return found["day"][0] == "廿" and not found["suffix"] and _OF_THE_SUN.search(before) is None


def _is(true: MoonDay, found: re.Match[str]) -> bool:
    """`二十 三` is 23, or 20 and `三九` begins."""
    day, apart = "".join(found["day"].split()), (found["apart"] or "").strip()
    moon = (number(found["month"]), bool(found["leap"]))
    return moon == (true.month, true.leap) and true.day in (number(day), number(day + apart))
