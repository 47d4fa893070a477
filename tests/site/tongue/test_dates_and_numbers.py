"""Dates and numbers as each language writes them, with all that EDTF leaves open."""

from datetime import date

import pytest

from invented_archive import LIUHE
from newspaper_archive.archive.frequency import Due
from newspaper_archive.site.tongue import tongue
from newspaper_archive.site.words.date_words import date_words, day_words, weekday_words
from newspaper_archive.site.words.lacking import Lack, lack_words

LANGUAGES = ("zh-Hans", "zh-Hant", "en")


@pytest.mark.parametrize(
    ("edtf", "simplified", "traditional", "english"),
    [
        ("2022-06-01", "2022年6月1日", "2022年6月1日", "June 1, 2022"),
        ("2022-06", "2022年6月", "2022年6月", "June 2022"),
        ("2022", "2022年", "2022年", "2022"),
        ("201X", "2010–2019年", "2010–2019年", "2010–2019"),
        ("2022-21", "2022年春", "2022年春", "spring 2022"),
        ("2022-06-01~", "约2022年6月1日", "約2022年6月1日", "about June 1, 2022"),
        ("2022-06-01?", "2022年6月1日（待查）", "2022年6月1日（待查）", "June 1, 2022 (uncertain)"),
        ("2022%", "约2022年（待查）", "約2022年（待查）", "about 2022 (uncertain)"),
        ("XXXX-06-01~", "某年6月1日", "某年6月1日", "June 1, year unknown"),
        ("XXXX-06", "某年6月", "某年6月", "June, year unknown"),
        ("XXXX-XX-01", "某年某月1日", "某年某月1日", "day 1, month and year unknown"),
        ("2022-XX-01", "2022年某月1日", "2022年某月1日", "day 1 of an unknown month, 2022"),
        ("2022/2023", "2022年 至 2023年", "2022年 至 2023年", "2022 to 2023"),
        ("[2016..]", "2016年或以后", "2016年或以後", "2016 or later"),
        ("[..2016]", "2016年或以前", "2016年或以前", "2016 or earlier"),
        ("[2016..2025]", "2016年至2025年之间", "2016年至2025年之間", "between 2016 and 2025"),
        ("XXXX", "日期不详", "日期不詳", "Undated"),
        ("", "日期不详", "日期不詳", "Undated"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known(
    edtf: str, simplified: str, traditional: str, english: str
) -> None:
    said = [date_words(tongue(code), edtf) for code in LANGUAGES]
    assert [simplified, traditional, english] == said


def test_a_day_within_its_year_and_its_weekday() -> None:
    assert ["6月1日", "6月1日", "June 1"] == [day_words(tongue(code), "2022-06-01") for code in LANGUAGES]
    weekdays = [weekday_words(tongue(code), "2022-06-01") for code in LANGUAGES]
    assert ["星期三", "星期三", "Wednesday"] == weekdays


def test_months_and_weekdays_head_their_tables() -> None:
    assert [("6月", "6月", "6"), ("6月", "6月", "6"), ("June", "Jun", "Jun")] == [
        (dates.months[5], dates.short_months[5], dates.short_within[5])
        for dates in (tongue(code).dates for code in LANGUAGES)
    ]
    heads = [tongue(code).dates.weekdays[0] for code in LANGUAGES]
    assert [("星期一", "一"), ("星期一", "一"), ("Monday", "Mon")] == heads


@pytest.mark.parametrize(
    ("dues", "simplified", "english"),
    [
        (("2", "2"), "2日", "2"),
        (("2 9", "2 9"), "2日、9日", "2, 9"),
        (("3 4 5 6", "3 4 5 6"), "3日至6日", "3–6"),
        (("5", "11"), "5日至11日之间", "between 5 and 11"),
        (("5", "11", 2), "5日至11日之间有2期", "2 issues between 5 and 11"),
    ],
)
def test_days_that_are_lacking(
    dues: tuple[str, str] | tuple[str, str, int], simplified: str, english: str
) -> None:
    firsts, lasts, *times = dues
    days = zip(str(firsts).split(), str(lasts).split(), strict=True)
    lack = Lack(
        LIUHE,
        tuple(
            Due(date(2022, 6, int(first)), date(2022, 6, int(last)), int(times[0]) if times else 1)
            for first, last in days
        ),
    )
    assert [simplified, english] == [lack_words(tongue(code), lack) for code in ("zh-Hans", "en")]


@pytest.mark.parametrize(("number", "expected"), [(7, "7"), (999, "999"), (1000, "1,000"), (12345, "12,345")])
def test_a_long_number_is_parted_by_thousands(number: int, expected: str) -> None:
    assert [expected] * 3 == [tongue(code).number(number) for code in LANGUAGES]


def test_a_row_of_names_is_parted_as_the_language_does() -> None:
    assert ["王岚、骆青", "王岚、骆青", "王岚, 骆青"] == [
        tongue(code).listed(["王岚", "骆青"]) for code in LANGUAGES
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_heads_and_fills_the_narrow_column_of_a_year_is_short(code: str) -> None:
    assert len(tongue(code).say("期数")) <= 3
