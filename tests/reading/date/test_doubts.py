"""A certain date is held against its printed weekday, its lunar day and the datelines below it."""

from datetime import date, timedelta

import pytest

from date_pages import printed
from newspaper_archive.lexicon.almanac import weekday
from newspaper_archive.model import Fact, FactSource, Problem
from newspaper_archive.reading.date.contradictions import date_problems

PATH = Fact("2023-05-26", FactSource.PATH)


def doubts(head: str, dateline: str = "临河5月26日讯", fact: Fact | None = PATH) -> tuple[Problem, ...]:
    story = (
        f"老渡口的船又开了\n\n本报{dateline}(记者 沈之禾) 临河镇的老船工把船划到对岸,两岸居民又能坐船赶集。\n"
    )
    return date_problems("c02.txt", *printed(f"C02\n看点\n今日临河\n{head}\n\n{story}"), fact)


def codes(*given: str | Fact | None) -> list[str]:
    return [problem.code for problem in doubts(*given)]  # type: ignore[arg-type]  # a table of cases


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("2023年5月26日 星期五", []),
        ("2023年5月26日 星期四", ["weekday-mismatch"]),
        ("2023年5月26日\n星期四", ["weekday-mismatch"]),
        ("2023年5月28日 星期天", []),
        ("２０２３年５月２６日　星期四", ["weekday-mismatch"]),
        ("2023年5月26日 周四", ["weekday-mismatch"]),
        ("2023年5月26日 星期五 农历癸卯年四月初八", []),
        ("2023年5月26日 星期五 农历壬寅年四月初八", ["lunar-year-mismatch"]),
        ("2023年5月26日 星期五 农历癸卯年四月十八", ["lunar-day-mismatch"]),
        ("2023年5月26日 星期五 农历癸卯年四月初九", ["lunar-day-mismatch"]),
        ("2023年5月26日 每逢星期四出版", []),
        ("2023年5月26日", []),
    ],
)
def test_what_stands_beside_the_date_must_be_true_of_it(head: str, found: list[str]) -> None:
    assert codes(head) == found


def test_the_desk_is_told_what_was_printed_and_what_is_right() -> None:
    (problem,) = doubts("2023年5月26日 星期四")
    assert (problem.file, problem.line) == ("c02.txt", 4)
    assert problem.seen == "印的是“2023年5月26日 星期四”，那天是星期五"


@pytest.mark.parametrize(
    ("dateline", "found"),
    [
        ("临河5月26日讯", []),
        ("临河5月25日讯", []),
        ("临河5月28日讯", ["dateline-after-date"]),
        ("临河2023年5月28日讯", ["dateline-after-date"]),
        ("临河2022年5月28日讯", []),
        ("临河12月31日讯", []),
        ("临河28日讯", []),
    ],
)
def test_a_paper_is_never_older_than_its_newest_dateline(dateline: str, found: list[str]) -> None:
    assert codes("2023年5月26日 星期五", dateline) == found


def test_the_new_year_s_paper_may_bear_last_year_s_datelines() -> None:
    fact = Fact("2023-01-01", FactSource.PATH)
    assert codes("2023年1月1日 星期日", "临河12月31日讯", fact) == []
    assert codes("2023年1月1日 星期日", "临河1月2日讯", fact) == ["dateline-after-date"]


@pytest.mark.parametrize(
    "fact",
    [None, Fact("2023-05-26", FactSource.SIDECAR, "c02.yaml"), Fact("2023-05-26~", FactSource.ESTIMATE)],
)
def test_what_the_desk_says_is_not_doubted_and_an_estimate_is_a_doubt_already(fact: Fact | None) -> None:
    assert codes("2023年5月26日 星期四", "临河5月28日讯", fact) == []


def test_weekdays_follow_one_another() -> None:
    first = date(2023, 5, 22)
    assert "".join(weekday(first + timedelta(days=n))[-1] for n in range(8)) == "一二三四五六日一"
