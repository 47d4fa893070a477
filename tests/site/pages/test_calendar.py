"""A year's issues on their days, what it lacks, what is in doubt, and the picture of all years."""

from dataclasses import replace

import pytest

from invented_archive import LIUHE, QINGSHI
from issues_held import EDITIONS, archive_of, estimated, held
from newspaper_archive.model import Edition
from newspaper_archive.site.lists.heatmap import heat_map
from newspaper_archive.site.pages.calendar import CalendarYear, Month, calendars_of, years_of
from newspaper_archive.site.tongue import tongue
from newspaper_archive.site.words.lacking import lack_words

DAILY = replace(LIUHE, frequency="日报")
WEEKLY = replace(LIUHE, frequency="周报")


def dump(month: Month) -> list[str]:
    """`10` a day, `10+` one with an issue, `10+2` with two, `10-` one that lacks an issue, `.` a blank."""
    shown = []
    for week in month.weeks:
        words = []
        for day in week:
            if day is None:
                words.append(".")
                continue
            many = str(len(day.issues)) if len(day.issues) > 1 else ""
            words.append(f"{day.number}{'+' if day.issues else ''}{many}{'-' * len(day.lacking)}")
        shown.append(" ".join(words))
    return shown


def march(edition: Edition, *days: str) -> Month:
    (year,) = years_of((edition,), held(edition, *days), "{}")
    return year.months[2]


def words(month: Month) -> list[str]:
    return [f"{lack.times} {lack_words(tongue(), lack)}" for lack in month.lacks]


def test_a_month_is_whole_weeks_from_monday_with_its_issues_and_what_it_lacks() -> None:
    month = march(LIUHE, "2021-03-03", "2021-03-24", "2021-03-26")
    assert [
        "1 2 3+ 4 5 6 7",
        "8 9 10- 11 12 13 14",
        "15 16 17- 18 19 20 21",
        "22 23 24+ 25 26+ 27 28",
        "29 30 31 . . . .",
    ] == dump(month)
    assert ["2 10日、17日"] == words(month)
    assert 3 == month.count


def test_nothing_is_lacking_before_the_first_issue_nor_after_the_last() -> None:
    assert [] == words(march(LIUHE, "2021-03-17"))
    assert ["1 17日"] == words(march(LIUHE, "2021-03-10", "2021-03-24"))


def test_nothing_is_lacking_where_it_is_not_known_how_often_the_edition_appears() -> None:
    for frequency in ("", "不定期", "随主报发行"):
        assert [] == words(march(replace(LIUHE, frequency=frequency), "2021-03-03", "2021-03-31"))


@pytest.mark.parametrize(
    ("edition", "days", "expected"),
    [
        (DAILY, ("2021-03-01", "2021-03-04"), "2 2日、3日"),
        (DAILY, ("2021-03-01", "2021-03-05", "2021-03-07"), "4 2日至4日、6日"),
        (WEEKLY, ("2021-03-01", "2021-03-16"), "1 8日至14日之间"),
        (WEEKLY, ("2021-03-22", "2021-04-06"), "1 29日至4月4日之间"),
        (replace(LIUHE, frequency="每周两期"), ("2021-03-01", "2021-03-20"), "2 8日至14日之间有2期"),
    ],
)
def test_what_is_lacking_is_told_in_few_words(edition: Edition, days: tuple[str, ...], expected: str) -> None:
    assert [expected] == words(march(edition, *days))


def test_an_issue_of_a_whole_week_is_never_lacking_on_one_day() -> None:
    month = march(WEEKLY, "2021-03-01", "2021-03-16")
    assert not any("-" in week for week in dump(month))


def test_several_editions_meet_on_a_day_and_each_keeps_its_own_year() -> None:
    issues = held(LIUHE, "2021-03-10") + held(QINGSHI, "2021-03-10", "2020-02-29")
    calendars = calendars_of(archive_of(issues))
    newest, older = calendars.together
    assert ["2021", "2020"] == [newest.name, older.name]
    assert "8 9 10+2 11 12 13 14" == dump(newest.months[2])[1]
    assert "24 25 26 27 28 29+ ." == dump(older.months[1])[4]
    assert ["calendar/2021.html", "liuhe/2021/index.html"] == [
        newest.address,
        calendars.of_edition["liuhe"][0].address,
    ]
    assert ["2021"] == [year.name for year in calendars.of_edition["liuhe"]]


def test_a_day_may_have_one_edition_and_lack_another() -> None:
    issues = held(LIUHE, "2021-03-03", "2021-03-17") + held(QINGSHI, "2021-03-10")
    (year,) = years_of(EDITIONS, issues, "{}")
    assert "8 9 10+- 11 12 13 14" == dump(year.months[2])[1]


def doubtful(year: CalendarYear) -> list[str | None]:
    return [issue.date for issue in year.doubtful]


def test_a_doubtful_date_is_told_with_its_year_and_put_on_no_day() -> None:
    issues = held(LIUHE, "2021-03-10")
    issues += estimated(LIUHE, "2021-06-01~", "2021~", "XXXX-03-03~", "[2021..2022]", "2019-05~", None)
    newest, older = years_of((LIUHE,), issues, "{}")
    assert ["2021~", "2021-06-01~"] == doubtful(newest)
    assert (["2019-05~"], "2019", 0) == (doubtful(older), older.name, older.count)
    assert ["10+"] == [
        day for month in newest.months for week in dump(month) for day in week.split() if "+" in day
    ]


def test_a_year_without_an_issue_is_there_where_issues_are_lacking() -> None:
    assert ["2022", "2021", "2020"] == [
        year.name for year in years_of((WEEKLY,), held(WEEKLY, "2020-12-30", "2022-01-05"), "{}")
    ]
    assert ["2022", "2020"] == [
        year.name for year in years_of((QINGSHI,), held(QINGSHI, "2020-12-30", "2022-01-05"), "{}")
    ]


def test_the_fullest_month_is_the_deepest_and_one_without_issues_bare() -> None:
    days = [f"2021-03-{day:02}" for day in range(1, 9)] + [
        "2021-04-01",
        "2021-05-01",
        "2021-05-02",
        "2021-05-03",
    ]
    heat = heat_map(years_of((QINGSHI,), held(QINGSHI, *days), "{}"))
    assert [0, 0, 4, 1, 2, 0, 0, 0, 0, 0, 0, 0] == [cell.shade for cell in heat.rows[0].cells]
    assert 12 == len(heat.heads)


def test_months_of_which_there_is_nothing_to_tell_are_named_in_runs() -> None:
    (year,) = years_of((QINGSHI,), held(QINGSHI, "2021-03-10", "2021-06-01", "2021-07-01"), "{}")
    assert ["m03", "m06", "m07"] == [month.anchor for month in year.told]
    assert ((1, 2), (4, 5), (8, 12)) == year.empty
    (bare,) = years_of((QINGSHI,), estimated(QINGSHI, "2021~"), "{}")
    assert ((), ((1, 12),)) == (bare.told, bare.empty)


def test_an_estimate_is_counted_in_the_month_that_it_names_and_apart_from_what_is_certain() -> None:
    issues = held(QINGSHI, "2021-03-10") + estimated(QINGSHI, "2021-03~", "2021-06-01~", "2021-22~", "2021~")
    (row,) = heat_map(years_of((QINGSHI,), issues, "{}")).rows
    assert (1, 4) == (row.count, row.doubtful)
    assert {3: (1, 1), 6: (0, 1)} == {
        cell.month: (cell.count, cell.estimated) for cell in row.cells if cell.count or cell.estimated
    }


def test_nothing_makes_an_empty_picture() -> None:
    assert () == heat_map(()).rows
    (year,) = years_of((QINGSHI,), estimated(QINGSHI, "2021~"), "{}")
    assert {0} == {cell.shade for cell in heat_map([year]).rows[0].cells}
