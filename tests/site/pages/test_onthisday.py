"""The newest issue's day in other years."""

import pytest

from invented_archive import LIUHE, QINGSHI
from issues_held import archive_of, estimated, held
from newspaper_archive.site.pages.on_this_day import MOST, on_this_day


def remembered(*days: str) -> tuple[bool, list[str | None]] | None:
    """Whether it is the very day, and the dates; the last day given is the newest issue's."""
    found = on_this_day(archive_of(held(LIUHE, *days)).issues)
    return (found.exact, [one.issue.date for one in found.entries]) if found else None


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("2019-06-09", "2021-06-09", "2023-06-09"), (True, ["2021-06-09", "2019-06-09"])),
        (("2021-06-08", "2021-06-09", "2023-06-09"), (True, ["2021-06-09"])),
        (("2021-06-05", "2022-06-10", "2023-06-09"), (False, ["2022-06-10"])),
        (("2022-06-07", "2022-06-10", "2023-06-09"), (False, ["2022-06-10"])),
        (("2021-12-30", "2023-01-01"), (False, ["2021-12-30"])),
        (("2022-01-02", "2023-12-31"), (False, ["2022-01-02"])),
        (("2020-02-29", "2024-02-29"), (True, ["2020-02-29"])),
        (("2022-03-01", "2023-02-28", "2024-02-29"), (False, ["2023-02-28", "2022-03-01"])),
    ],
)
def test_other_years_are_called_up_by_the_day_or_else_by_the_days_about_it(
    days: tuple[str, ...], expected: tuple[bool, list[str]]
) -> None:
    assert expected == remembered(*days)


@pytest.mark.parametrize(
    "days",
    [
        (),
        ("2023-06-09",),
        ("2023-06-02", "2023-06-09"),
        ("2022-06-05", "2023-06-09"),
        ("2022-06-13", "2023-06-09"),
        # The week before the newest issue is not another year, though it has another number.
        ("2023-12-30", "2024-01-01"),
        ("2023-02-25", "2024-02-29"),
    ],
)
def test_what_is_not_of_that_day_in_another_year_is_left_out(days: tuple[str, ...]) -> None:
    assert remembered(*days) is None


def test_an_estimated_day_is_not_remembered() -> None:
    issues = held(LIUHE, "2023-06-09") + estimated(LIUHE, "2021-06-09~", "XXXX-06-09")
    dated = [issue for issue in archive_of(issues).issues if issue.certain]
    assert on_this_day(dated) is None


def test_each_edition_is_remembered_by_its_nearest_day() -> None:
    issues = held(LIUHE, "2022-06-08", "2022-06-11", "2023-06-09") + held(QINGSHI, "2022-06-10")
    found = on_this_day(archive_of(issues).issues)
    assert found is not None
    assert ["liuhe/2022/2022-06-08", "qingshi/2022/2022-06-10"] == [one.issue.id for one in found.entries]


def test_only_so_many_years_are_remembered() -> None:
    found = remembered(*(f"{year}-06-09" for year in range(1980, 2024)))
    assert found is not None
    assert [f"{2022 - ago}-06-09" for ago in range(MOST)] == found[1]
