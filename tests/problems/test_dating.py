"""Pages whose day nobody knows, or only by an estimate."""

from dataclasses import replace

from newspaper_archive.model import Fact, FactSource
from newspaper_archive.problems import dating
from prints import STORY, printed, seen


def test_an_undated_page_is_named_without_a_line() -> None:
    ((line, words),) = seen(dating.undated, printed(STORY, date=None))
    assert line is None
    assert words.startswith("不知是哪一天的报纸")
    assert [] == seen(dating.undated, printed(STORY))


def test_an_estimate_is_named_with_its_evidence() -> None:
    page = printed(STORY)
    guess = replace(page, date=Fact("XXXX-03-08~", FactSource.ESTIMATE, "电头“3月8日”"))
    assert [(None, "日期“XXXX-03-08~”只是推算，根据是电头“3月8日”")] == seen(dating.uncertain_date, guess)


def test_an_open_date_is_named_and_a_whole_one_is_not() -> None:
    page = printed(STORY)
    opened = replace(page, date=Fact("2024-03", FactSource.SIDECAR))
    assert [(None, "日期“2024-03”不是完整的年月日")] == seen(dating.uncertain_date, opened)
    assert [] == seen(dating.uncertain_date, page)
    assert [] == seen(dating.uncertain_date, replace(page, date=None))
