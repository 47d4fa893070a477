"""The day and month that a page tells of itself, and the newest of several."""

import pytest

from newspaper_archive.model import Clue
from newspaper_archive.reading.date.day import DayClue, newest, news_days, written_days
from newspaper_archive.reading.date.prose import Prose

NO_CLUE = Clue(1, "", "")


def spoken(text: str) -> list[tuple[int, int, int]]:
    page = Prose(text, text, (0,), (1,))
    return [(day.year, day.month, day.day) for day in written_days(page, (), ())]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2031年1月1日星期三\n白天多云", [(2031, 1, 1)]),
        ("二〇三一年一月一日 星期三", [(2031, 1, 1)]),
        ("渡口通船2031-6-2314:26:19临河网", [(2031, 6, 23)]),
        ("渡口通船2031年06月23日14时23分来源:临河网", [(2031, 6, 23)]),
        ("2031年6月23日14:28 临河网", [(2031, 6, 23)]),
        ("昨日(5月31日),龙舟下水。", [(0, 6, 1)]),
        ("今天(6月1日),龙舟下水。", [(0, 6, 1)]),
        ("明天(1月1日),渡口停航。", [(0, 12, 31)]),
    ],
)
def test_a_stamp_is_of_its_day(text: str, days: list[tuple[int, int, int]]) -> None:
    assert spoken(text)[:1] == days


@pytest.mark.parametrize(
    "text",
    [
        "2031年1月1日星期六",  # it was a 星期三
        "那是1931年9月18日星期五的事",
        "2031年2月30日星期三",
        "渡船于2031年1月1日23时12分在老渡口下水。2031年1月1日23时12分在院里诞生",
        "今天是6月1日",
        "今年(6月1日)",
        "电话2031-6-23140",
        "昨日(2月28日)",
    ],
)
def test_what_only_looks_like_a_stamp_is_none(text: str) -> None:
    assert spoken(text) == []


def news(text: str) -> list[tuple[int, int]]:
    return [(day.month, day.day) for day in news_days(Prose(text, text, (0,), (1,)))]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3月4日,临河镇召开春耕会议。", [(3, 4)]),
        ("◎3月4日上午,临河镇召开春耕会议。", [(3, 4)]),
        ("会议定在3月4日,临河镇人人知道。", []),
        ("3月4日,临河镇将召开春耕会议。", []),
        ("3月4日起,渡口停航。", []),
        ("3月44日,临河镇召开春耕会议。", []),
    ],
)
def test_news_opens_with_its_day(text: str, days: list[tuple[int, int]]) -> None:
    assert news(text) == days


@pytest.mark.parametrize(
    ("days", "last"),
    [
        ([], None),
        ([(6, 1)], (6, 1)),
        ([(6, 1), (5, 28), (6, 3)], (6, 3)),
        ([(12, 30), (1, 2), (12, 31)], (1, 2)),
        ([(2, 28), (2, 29)], (2, 29)),
        ([(3, 4), (9, 2)], None),
        ([(1, 1), (5, 1), (9, 1)], None),
        ([(0, 30), (0, 30)], (0, 30)),
        ([(0, 30), (0, 29)], None),
        ([(0, 30), (6, 1)], (6, 1)),
    ],
)
def test_the_newest_day_is_the_last_before_the_longest_silence(
    days: list[tuple[int, int]], last: tuple[int, int] | None
) -> None:
    found = newest(DayClue(0, month, day, NO_CLUE) for month, day in days)
    assert (found and (found.month, found.day)) == last
