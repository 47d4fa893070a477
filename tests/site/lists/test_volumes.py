"""Long lists by year and month, and the charts over them."""

from dataclasses import dataclass

import pytest

from invented_archive import LIUHE, issue
from issues_held import estimated
from newspaper_archive.model import Issue
from newspaper_archive.site.lists.charts import Bar, bars
from newspaper_archive.site.lists.volume_list import SHORT, Crumb, ListForm, bound_if_long
from newspaper_archive.site.lists.volumes import LARGE_YEAR, LONGEST, Volume, bind, bind_within


@dataclass(frozen=True)
class Clipping:
    issue: Issue
    number: int = 0


def clippings(date: str | None, many: int = 1) -> list[Clipping]:
    printed = issue(LIUHE, f"liuhe/{date}", date)
    return [Clipping(printed, number) for number in range(many)]


def addresses(volumes: tuple[Volume[Clipping], ...]) -> list[str]:
    return [sheet.address for volume in volumes for sheet in volume.sheets]


def test_each_year_is_a_file_the_newest_first_and_the_undated_stand_apart_at_the_end() -> None:
    entries = (
        clippings("2021-03-10", 2) + clippings("2019-01-01") + clippings("XXXX-06-01~") + clippings(None)
    )
    volumes = bind("sections/yaowen/", entries)
    assert [("2021", 2), ("2019", 1), ("", 2)] == [(volume.name, volume.count) for volume in volumes]
    names = ["2021", "2019", "undated"]
    assert [f"sections/yaowen/{name}.html" for name in names] == addresses(volumes)


def test_entries_keep_the_order_they_come_in() -> None:
    (volume,) = bind("x/", clippings("2021-03-10", 3))
    assert [0, 1, 2] == [entry.number for entry in volume.sheets[0].entries]


def test_a_year_that_grows_large_keeps_its_address_and_leads_to_its_months() -> None:
    year = clippings("2021-12-01", 3) + clippings("2021-03-10", LARGE_YEAR - 3)
    (whole,) = bind("x/", year)
    assert (("x/2021.html",), ()) == (tuple(addresses((whole,))), whole.months)
    (parted,) = bind("x/", [*year, *clippings("2021-01-01")])
    assert ("x/2021.html", ()) == (parted.address, parted.sheets)
    assert ["x/2021-12.html", "x/2021-03.html", "x/2021-01.html"] == addresses(parted.months)
    assert LARGE_YEAR + 1 == parted.count == sum(month.count for month in parted.months)


def test_no_file_holds_more_than_its_measure_and_nothing_is_lost() -> None:
    (volume,) = bind("x/", clippings(None, 2 * LONGEST + 1))
    assert ["x/undated.html", "x/undated-2.html", "x/undated-3.html"] == addresses((volume,))
    assert [LONGEST, LONGEST, 1] == [len(sheet.entries) for sheet in volume.sheets]
    assert list(range(2 * LONGEST + 1)) == [e.number for sheet in volume.sheets for e in sheet.entries]


def test_a_new_issue_changes_the_volume_of_its_date_alone() -> None:
    old = clippings("2020-05-01", 2) + clippings("2019-01-01") + clippings(None)
    before, after = bind("x/", old), bind("x/", clippings("2020-06-01") + old)
    assert before[1:] == after[1:]
    assert before[0] != after[0]


def test_a_short_list_stands_in_one_file_under_anchors_and_a_long_one_does_not() -> None:
    here = [Crumb("王岚", "people/w.html")]
    short = bound_if_long("王岚", ListForm.SIGNED, here, "people/w/", clippings("2021-03-10", SHORT), "y")
    long = bound_if_long("王岚", ListForm.SIGNED, here, "people/w/", clippings("2021-03-10", SHORT + 1), "y")
    assert (True, "people/w.html#y2021", "y2021") == (
        short.within,
        short.volumes[0].address,
        short.volumes[0].anchor,
    )
    assert (False, "people/w/2021.html", "") == (long.within, long.volumes[0].address, long.volumes[0].anchor)


def test_a_chart_shows_a_year_without_anything_as_nothing() -> None:
    entries = clippings("2022-01-01", 4) + clippings("2020-01-01") + clippings(None, 2)
    assert (
        Bar("2020", 1, 25, "x.html#y2020"),
        Bar("2021", 0),
        Bar("2022", 4, 100, "x.html#y2022"),
        Bar("", 2, 50, "x.html#yundated"),
    ) == bars(bind_within("x.html", "y", entries), entries)


@pytest.mark.parametrize(
    ("year", "rows"),
    [
        ("2004", ["2000", "2001", "2002", "2003", "2004"]),
        ("2005", ["2000", "2001/2004", "2005"]),
        ("2026", ["2000", "2001/2025", "2026"]),
    ],
)
def test_many_empty_years_are_one_row_of_a_chart_and_few_are_a_row_each(year: str, rows: list[str]) -> None:
    entries = clippings(f"{year}-01-01") + clippings("2000-01-01")
    assert rows == [bar.name for bar in bars(bind("x/", entries), entries)]


def test_the_shortest_bar_can_still_be_seen_and_nothing_has_no_chart() -> None:
    entries = clippings("2022-01-01", 1000) + clippings("2021-01-01")
    assert [1, 100] == [bar.share for bar in bars(bind("x/", entries), entries)]
    assert () == bars((), ())


def test_a_chart_counts_what_is_only_estimated_to_be_of_a_year_beside_what_is_certain() -> None:
    known = clippings("2022-01-01", 3) + clippings("2020-01-01")
    dates = ("2022-03~", "2019~", "2019-07-09~", "[2016..2025]", "2020-05")
    guessed = [Clipping(one, 1) for one in estimated(LIUHE, *dates)]
    assert (
        Bar("2019", 2, 0, "x.html#yundated", estimated=2, estimated_share=50),
        Bar("2020", 2, 50, "x.html#y2020"),
        Bar("2021", 0),
        Bar("2022", 4, 75, "x.html#y2022", estimated=1, estimated_share=25),
        Bar("", 1, 25, "x.html#yundated"),
    ) == bars(bind_within("x.html", "y", known + guessed), known + guessed)
