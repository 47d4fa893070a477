"""The printed date of an issue, in figures or not."""

import pytest

from date_pages import file, printed
from newspaper_archive.model import Fact, FactSource
from newspaper_archive.reading.date.masthead import masthead_date
from newspaper_archive.reading.identity import identify

STORY = "老渡口的船又开了\n\n本报讯(记者 沈之禾) 临河镇的老船工把船划到对岸,两岸居民又能坐船赶集。\n"


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("今日临河\n二〇三一年三月五日 星期三", "2031-03-05"),
        ("今日临河\n二○三一年十二月三十一日 星期三", "2031-12-31"),
        ("2031年三月五日 星期三", "2031-03-05"),
        ("2031年3月5日 星期三", "2031-03-05"),
        ("中華民國三十七年五月一日 星期六", "1948-05-01"),
        ("民国卅七年五月一日 星期六", "1948-05-01"),
        ("二〇三一年二月三十日 星期三", None),
        ("今日临河\n星期三", None),
    ],
)
def test_the_labels_print_the_date(head: str, date: str | None) -> None:
    lines, found = printed(f"{head}\n\n{STORY}")
    assert masthead_date(lines, found) == date


def test_a_date_in_chinese_numerals_is_as_certain_as_one_in_figures() -> None:
    lines, found = printed(f"今日临河\n二〇三一年三月五日 星期四\n\n{STORY}")
    identity = identify(file(), found, lines=lines)
    assert identity.date == Fact("2031-03-05", FactSource.PRINT)
    assert [problem.seen for problem in identity.problems] == [
        "印的是“二〇三一年三月五日 星期四”，那天是星期三"
    ]


def test_two_dates_are_no_date() -> None:
    lines, found = printed(f"二〇三一年三月五日 星期三\n二〇三一年三月六日 星期四\n\n{STORY}")
    assert masthead_date(lines, found) is None
