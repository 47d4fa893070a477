"""刊期 in the desk's words, and the issues it says are missing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from newspaper_archive.archive.frequency import Due, rhythm
from newspaper_archive.model import Page, Severity
from newspaper_archive.problems import missing_issues
from pages import RIVER, page
from prints import told

FIRST, LAST = date(2024, 3, 1), date(2024, 4, 30)


def due(frequency: str, first: date = FIRST, last: date = LAST) -> list[Due]:
    found = rhythm(frequency)
    assert found is not None, frequency
    return list(found(first, last))


@pytest.mark.parametrize(
    ("frequency", "weekdays"),
    [
        ("日报", {0, 1, 2, 3, 4, 5, 6}),
        ("每天出版", {0, 1, 2, 3, 4, 5, 6}),
        ("晚报", {0, 1, 2, 3, 4, 5, 6}),
        ("周一至周五", {0, 1, 2, 3, 4}),
        ("星期一到星期五出版", {0, 1, 2, 3, 4}),
        ("周六至周一", {5, 6, 0}),
        ("工作日", {0, 1, 2, 3, 4}),
        ("每周五", {4}),
        ("每逢周日出版", {6}),
        ("周刊，每周五出版", {4}),
        ("周二、周五", {1, 4}),
        ("每周二、五出版", {1, 4}),
        ("周一三五", {0, 2, 4}),
        ("日报，周日休刊", {0, 1, 2, 3, 4, 5}),
        ("除周六日外每天", {0, 1, 2, 3, 4}),
        ("随大河日报每周五出版", {4}),
    ],
)
def test_days_of_the_week_are_read(frequency: str, weekdays: set[int]) -> None:
    days = [one.first for one in due(frequency)]
    assert weekdays == {day.weekday() for day in days}
    assert all(one.first == one.last for one in due(frequency))
    everyday = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
    assert [day for day in everyday if day.weekday() in weekdays] == days


@pytest.mark.parametrize(
    ("frequency", "stretches"),
    [
        ("周报", ["02-26 03-03 1", "03-04 03-10 1"]),
        ("每周一期", ["02-26 03-03 1", "03-04 03-10 1"]),
        ("每周", ["02-26 03-03 1", "03-04 03-10 1"]),
        ("周二刊", ["02-26 03-03 2", "03-04 03-10 2"]),
        ("每周三次", ["02-26 03-03 3", "03-04 03-10 3"]),
        ("双周刊", ["02-26 03-10 1", "03-11 03-24 1"]),
        ("半月刊，隔周周二出版", ["02-26 03-10 1", "03-11 03-24 1"]),
        ("半月刊", ["03-01 03-15 1", "03-16 03-31 1"]),
        ("旬刊", ["03-01 03-10 1", "03-11 03-20 1", "03-21 03-31 1"]),
        ("月刊", ["03-01 03-31 1", "04-01 04-30 1"]),
        ("每月两期", ["03-01 03-31 2", "04-01 04-30 2"]),
        ("双月刊", ["03-01 04-30 1"]),
        ("季刊", ["01-01 03-31 1", "04-01 06-30 1"]),
        ("年刊", ["01-01 12-31 1"]),
        ("每月1日、15日出版", ["03-01 03-01 1", "03-15 03-15 1", "04-01 04-01 1"]),
        ("每月1号、15号", ["03-01 03-01 1", "03-15 03-15 1", "04-01 04-01 1"]),
        ("每月逢5出版", ["03-05 03-05 1", "03-15 03-15 1", "03-25 03-25 1", "04-05 04-05 1"]),
        ("逢五、逢十", ["03-05 03-05 1", "03-10 03-10 1", "03-15 03-15 1", "03-20 03-20 1"]),
        ("逢5、10", ["03-05 03-05 1", "03-10 03-10 1", "03-15 03-15 1", "03-20 03-20 1"]),
        ("每月逢15日", ["03-15 03-15 1", "04-15 04-15 1"]),
        ("每月逢5日", ["03-05 03-05 1", "04-05 04-05 1"]),
        ("周刊，随《大河日报》发行", ["02-26 03-03 1", "03-04 03-10 1"]),
    ],
)
def test_stretches_are_read(frequency: str, stretches: list[str]) -> None:
    found = [f"{one.first:%m-%d} {one.last:%m-%d} {one.times}" for one in due(frequency)]
    assert stretches == found[: len(stretches)]


def test_months_run_on_over_the_year_s_end() -> None:
    found = [one.first for one in due("双月刊", date(2023, 12, 1), date(2024, 2, 1))]
    assert [date(2023, 11, 1), date(2024, 1, 1)] == found
    assert [date(2023, 12, 1), date(2024, 1, 1)] == [
        one.first for one in due("月刊", date(2023, 12, 9), date(2024, 1, 1))
    ]


@pytest.mark.parametrize(
    "words", ["不定期", "每周不定期", "随主报发行", "随大河日报发行", "《大河晚报》子报", "", "新闻网"]
)
def test_words_that_name_no_rhythm_are_none(words: str) -> None:
    assert rhythm(words) is None


def paper(frequency: str, *days: str) -> list[Page]:
    river = replace(RIVER, frequency=frequency)
    return [page(f"大河/{day}/C01.txt", folio="C01", date=day, edition=river) for day in days]


def test_an_unknown_rhythm_is_a_note_that_says_what_is_understood() -> None:
    (problem,) = told(missing_issues.unknown_rhythm, *paper("不定期", "2024-03-08"))
    assert ("大河/edition.yaml", Severity.NOTE) == (problem.file, problem.severity)
    assert "看不懂刊期“不定期”，所以没有查缺期" == problem.seen
    assert "每周五" in problem.advice
    assert [] == told(missing_issues.unknown_rhythm, *paper("周刊", "2024-03-08"))
    assert [] == told(missing_issues.unknown_rhythm, *paper("", "2024-03-08"))


def test_missing_issues_are_named_between_those_that_are_there() -> None:
    pages = paper("每周五", "2024-03-01", "2024-03-22", "2024-03-29", "2024-04-12")
    assert [
        "“今日大河”的刊期是“每周五”，2024-03-01 与 2024-03-22 之间缺 2 期：2024-03-08、2024-03-15",
        "“今日大河”的刊期是“每周五”，2024-03-29 与 2024-04-12 之间缺 1 期：2024-04-05",
    ] == [problem.seen for problem in told(missing_issues.missing_issues, *pages)]


def test_a_stretch_without_its_issue_is_named_by_its_days() -> None:
    pages = paper("旬刊", "2024-03-05", "2024-03-25")
    (problem,) = told(missing_issues.missing_issues, *pages)
    assert problem.seen.endswith("之间缺 1 期：2024-03-11 至 2024-03-20")


@pytest.mark.parametrize(
    ("frequency", "days"),
    [
        ("每周五", ["2024-03-01", "2024-03-08", "2024-03-15"]),
        ("周报", ["2024-03-01", "2024-03-07", "2024-03-16"]),
        ("半月刊", ["2024-03-02", "2024-03-30", "2024-04-15"]),
        ("月刊", ["2024-01-31", "2024-02-01", "2024-03-31"]),
        ("每周五", ["2024-03-01", "2024-03-09"]),
        ("每周五", ["2024-03-01"]),
        ("不定期", ["2024-03-01", "2025-03-01"]),
        ("", ["2024-03-01", "2025-03-01"]),
    ],
)
def test_an_edition_that_came_as_it_should_lacks_nothing(frequency: str, days: list[str]) -> None:
    expected = ["2024-03-08"] if days == ["2024-03-01", "2024-03-09"] else []
    found = [
        problem.seen.rpartition("：")[2]
        for problem in told(missing_issues.missing_issues, *paper(frequency, *days))
    ]
    assert expected == found


def test_a_long_absence_is_one_problem() -> None:
    (problem,) = told(missing_issues.missing_issues, *paper("日报", "2023-01-01", "2024-01-01"))
    assert "之间缺 364 期：2023-01-02、" in problem.seen
    assert problem.seen.endswith(" 等 364 个")


def test_undated_pages_are_no_issues() -> None:
    river = replace(RIVER, frequency="每周五")
    assert [] == told(missing_issues.missing_issues, page("大河/x.txt", date=None, edition=river))
