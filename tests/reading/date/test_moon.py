"""A lunar date beside a printed day is that day's, or the desk is told; of other years nothing is claimed."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest
from borax.calendars.lunardate import LCalendars

from date_pages import printed
from newspaper_archive.lexicon.almanac import moon_day
from newspaper_archive.model import Fact, FactSource
from newspaper_archive.reading.date.contradictions import date_problems
from newspaper_archive.reading.date.moon import lunar_misprints

MONTHS = [*"正二三四五六七八九十冬腊"]
UNITS = "一二三四五六七八九十"
DAYS = [
    *(f"初{c}" for c in UNITS),
    *(f"十{c}" for c in UNITS[:9]),
    "二十",
    *(f"廿{c}" for c in UNITS[:9]),
    "三十",
]
DAY = date(2023, 5, 26)


def days_of(year: int) -> Iterator[tuple[date, str, int]]:
    """Every day of a lunar year, the name of its month, and the day of the moon."""
    day = moon_new_year(year)
    for month, length, leap in LCalendars.iter_year_month(year):
        for number in range(1, length + 1):
            yield day, f"{'闰' if leap else ''}{MONTHS[month - 1]}月", number
            day += timedelta(days=1)


def moon_new_year(year: int) -> date:
    lengths = (LCalendars.ndays(one) for one in range(1900, year))
    return date(1900, 1, 31) + timedelta(days=sum(lengths))


def codes(said: str, day: date = DAY) -> list[str]:
    return [code for code, _, _ in lunar_misprints(said, day)]


def on_a_page(head: str, day: date) -> list[str]:
    story = "老渡口的船又开了\n\n本报讯(记者 沈之禾) 老船工把船划到对岸,两岸居民又能坐船赶集。\n"
    fact = Fact(day.isoformat(), FactSource.PATH)
    return [
        p.code for p in date_problems("c02.txt", *printed(f"C02\n看点\n今日临河\n{head}\n\n{story}"), fact)
    ]


# The first and the last year, those in which tables part, and those of a leap moon in winter and in spring.
@pytest.mark.parametrize("year", [1900, 1906, 1933, 1954, 1978, 2020, 2023, 2033, 2057, 2100])
def test_every_right_day_passes_and_every_day_wrong_by_one_is_told(year: int) -> None:
    for day, month, number in days_of(year):
        assert [] == codes(f"农历{month}{DAYS[number - 1]}", day), day
        for wrong in {number - 1, number + 1} & set(range(1, 31)):
            assert ["lunar-day-mismatch"] == codes(f"农历{month}{DAYS[wrong - 1]}", day), (day, wrong)


@pytest.mark.parametrize("year", [1900, 1933, 2023, 2033, 2099])
def test_yesterday_s_and_tomorrow_s_lunar_dates_are_told_across_months(year: int) -> None:
    whole = [(day, f"农历{month}{DAYS[number - 1]}") for day, month, number in days_of(year)]
    for (today, said), (tomorrow, next_said) in pairwise(whole):
        assert ["lunar-day-mismatch"] == codes(next_said, today)
        assert ["lunar-day-mismatch"] == codes(said, tomorrow)


@pytest.mark.parametrize("day", [date(1872, 4, 30), date(1899, 12, 31), date(1900, 1, 30), date(2101, 1, 29)])
def test_nothing_is_claimed_of_days_outside_the_almanac(day: date) -> None:
    assert moon_day(day) is None
    assert [] == [code for said in ("甲子年正月初一", "农历腊月廿三") for code in codes(said, day)]


# As the observatories print them; other tables are a day off in 1933, 1954 and 1978.
@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(1933, 7, 22), "癸酉年闰五月三十"),
        (date(1949, 10, 1), "己丑年八月初十"),
        (date(1954, 11, 25), "甲午年冬月初一"),
        (date(1978, 9, 2), "戊午年七月三十"),
        (date(2001, 1, 1), "庚辰年腊月初七"),
        (date(2020, 6, 20), "庚子年闰四月廿九"),
        (date(2024, 2, 9), "癸卯年腊月三十"),
        (date(2024, 2, 10), "甲辰年正月初一"),
        (date(2033, 12, 22), "癸丑年闰冬月初一"),
    ],
)
def test_the_almanac_agrees_with_the_observatories(day: date, text: str) -> None:
    known = moon_day(day)
    assert known is not None
    assert text == known.text


@pytest.mark.parametrize(
    ("day", "right", "wrong"),
    [
        (DAY, "农历癸卯年四月初八", "农历癸卯年四月初七"),
        (DAY, "農曆癸卯年四月初八", "農曆癸卯年四月初九"),
        (DAY, "夏历四月初八", "夏历四月初九"),
        (DAY, "陰曆四月八日", "陰曆四月九日"),
        (DAY, "旧历四月初八", "旧历三月初八"),
        (DAY, "农历4月8日", "农历4月9日"),
        (DAY, "农历二〇二三年四月初八", "农历二〇二三年四月初九"),
        (DAY, "癸卯(兔)年 四月小 初八", "癸卯(兔)年 四月小 初九"),
        (DAY, "癸卯年丁巳月甲申日 四月初八", "癸卯年丁巳月甲申日 四月初九"),
        (DAY, "农历\n癸卯年\n四月初八", "农历\n癸卯年\n四月初九"),
        (DAY, "四月初八十七小满", "四月初九十七小满"),
        (DAY, "四月初八", "闰四月初八"),
        (date(2020, 6, 20), "閏四月廿九", "四月廿九"),
        (date(2020, 6, 20), "闰四月二十九", "闰四月三十"),
        (date(2024, 2, 9), "癸卯年臘月卅日", "癸卯年臘月廿九"),
        (date(2024, 2, 9), "农历十二月三十", "农历十二月卅一"),
        (date(2024, 1, 1), "冬月二十 三九第一天", "冬月二十一 三九第一天"),
        (date(2024, 1, 4), "冬月廿 三", "冬月廿 四"),
        (date(2024, 2, 10), "甲辰年元月初一", "甲辰年元月初二"),
        (date(2022, 11, 8), "农历十月十五", "农历十月十六"),
    ],
)
def test_all_forms_of_a_lunar_date_are_read(day: date, right: str, wrong: str) -> None:
    assert ([], ["lunar-day-mismatch"]) == (codes(right, day), codes(wrong, day))


@pytest.mark.parametrize(
    "said",
    [
        "十月十五出版",
        "国历五月廿三",
        "民国三十七年五月廿三",
        "五月廿三日出版",
        "逢农历初一、十五出版",
        "每年农历三月初三庙会",
        "明日四月初九",
        "第四月刊",
        "2023年4月9日",
        "癸卯年 6月1日休刊",
        "癸卯年\n6月1日休刊",
        "纪念辛亥革命",
    ],
)
def test_near_miss_what_is_not_the_day_s_own_moon_is_no_misprint(said: str) -> None:
    assert [] == codes(said)


def test_the_year_and_the_day_are_told_each_for_itself() -> None:
    told = list(lunar_misprints("农历壬寅年四月初九", DAY))
    assert told == [
        ("lunar-year-mismatch", "壬寅年", "那天在农历癸卯年"),
        ("lunar-day-mismatch", "四月初九", "那天是农历癸卯年四月初八"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "2023年5月26日 星期五 农历癸卯年{}",
        "2023年5月26日 {} 星期五",
        "2023年5月26日\n星期五\n总第123期\n癸卯年{}",
        "夏曆{}\n二〇二三年五月二十六日 星期五",
        "农历癸卯年{} 2023年5月26日 星期五",
    ],
)
def test_the_moon_is_found_behind_the_date_and_before_it(head: str) -> None:
    assert [] == on_a_page(head.format("四月初八"), DAY)
    assert ["lunar-day-mismatch"] == on_a_page(head.format("四月初九"), DAY)


def test_near_miss_another_day_s_moon_is_not_held_against_the_date() -> None:
    assert [] == on_a_page("2023年5月26日 星期五 下期2023年6月2日 农历四月十五", DAY)
    assert ["lunar-day-mismatch"] == on_a_page("2023年5月26日 星期五 下期2023年6月2日 农历四月十六", DAY)
