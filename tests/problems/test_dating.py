"""Pages whose day nobody knows, or only by an estimate."""

from dataclasses import replace

import pytest

from newspaper_archive.model import Fact, FactSource, Page
from newspaper_archive.problems import dating
from prints import STORY, printed, seen


def test_an_undated_page_is_named_without_a_line() -> None:
    ((line, words),) = seen(dating.undated, printed(STORY, date=None))
    assert line is None
    assert words.startswith("不知是哪一天的报纸")
    assert [] == seen(dating.undated, printed(STORY))


def lying(path: str, text: str = STORY) -> Page:
    page = printed(text, date=None)
    return replace(page, source=replace(page.source, path=path))


def test_a_year_in_the_path_that_was_not_read_is_quoted() -> None:
    told = [
        (None, "不知是哪一天的报纸：路径里有“2031-0613”，没有读成日期"),
        (None, "不知是哪一天的报纸：版面上没有印日期，文件名和文件夹也没有说"),
    ]
    pages = (lying("甲/2031-0613/02.txt"), lying("2031人次/02.txt"))
    assert told == [found for page in pages for found in seen(dating.undated, page)]
    guess = replace(lying("甲/2031/02.txt"), date=Fact("2031-03~", FactSource.ESTIMATE, "电头“3月8日”"))
    assert [(None, "日期“2031-03~”只是推算，根据是电头“3月8日”；路径里有“2031/02”，没有读成日期")] == seen(
        dating.uncertain_date, guess
    )


@pytest.mark.parametrize("line", ["2031年6月", "二〇三一年六月号", "2031.6", "汀西报 2031年第6期"])
def test_a_year_in_the_first_or_last_lines_that_was_not_read_is_quoted(line: str) -> None:
    for text, number in ((f"{line}\n\n{STORY}", 1), (f"{STORY}\n\n{line}\n", STORY.count("\n") + 3)):
        assert [(number, f"不知是哪一天的报纸：第 {number} 行印着“{line}”，没有读成日期")] == seen(
            dating.undated, lying("02.txt", text)
        )


@pytest.mark.parametrize("line", ["2031人次", "到2031年度", "电话：0531-20316130", "19950年前"])
def test_another_number_in_the_first_lines_is_not_quoted(line: str) -> None:
    assert [(None, "不知是哪一天的报纸：版面上没有印日期，文件名和文件夹也没有说")] == seen(
        dating.undated, lying("02.txt", f"{line}\n\n{STORY}")
    )


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
