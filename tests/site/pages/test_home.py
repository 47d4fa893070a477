"""Home stays small however long the archive grows, and no file but a year's own lists its issues."""

import re
from datetime import date, timedelta

from invented_archive import LIUHE, QINGSHI
from issues_held import archive_of, estimated, held
from newspaper_archive.model import Archive
from newspaper_archive.site.all_pages import render
from rendered_site import templates

ISSUE = re.compile(r'href="[^"]*/?(\d{4}-\d\d-\d\d)/index\.html"')


class Texts(dict[str, str]):
    def write(self, address: str, data: bytes) -> None:
        self[address] = data.decode()


def rendered(archive: Archive) -> Texts:
    files = Texts()
    render(archive, templates(), files)
    return files


def weekly(first: date, weeks: int) -> list[str]:
    return [str(first + timedelta(weeks=week)) for week in range(weeks)]


def test_ten_years_of_issues_are_listed_by_the_year_and_nowhere_all_together() -> None:
    days = weekly(date(2012, 1, 4), 520)
    files = rendered(archive_of(held(LIUHE, *days)))
    listed = {
        address: set(ISSUE.findall(text)) for address, text in files.items() if "undated" not in address
    }
    assert set(days) == set().union(*(listed[f"calendar/{year}.html"] for year in range(2012, 2022)))
    assert {52, 53} >= {len(listed[f"calendar/{year}.html"]) for year in range(2012, 2021)}
    assert 9 >= len(listed["index.html"])
    assert 6 == len(listed["liuhe/index.html"])
    assert set() == listed["calendar/index.html"]
    assert "还有" not in files["index.html"].partition('id="years"')[2]


def test_more_years_than_home_has_room_for_are_in_the_calendar() -> None:
    files = rendered(archive_of(held(QINGSHI, *(f"{year}-03-10" for year in range(2009, 2022)))))
    assert '<a class="more" href="calendar/index.html">还有3年</a>' in files["index.html"]
    assert '<a href="2009.html">2009' in files["calendar/index.html"]


def test_a_new_issue_leaves_the_calendars_of_other_years_alone() -> None:
    days = weekly(date(2019, 1, 2), 110)
    before = rendered(archive_of(held(LIUHE, *days[:-1])))
    after = rendered(archive_of(held(LIUHE, *days)))
    changed = {address for address in before if before[address] != after[address]}
    calendars = {address for address in changed if re.search(r"(calendar|liuhe)/(\d{4}|index)", address)}
    assert {"calendar/index.html", "calendar/2021.html", "liuhe/index.html", "liuhe/2021/index.html"} == {
        address for address in calendars if not re.search(r"\d{4}-\d\d-\d\d", address)
    }


def test_the_very_day_of_other_years_is_called_today() -> None:
    home = rendered(archive_of(held(LIUHE, "2019-03-10", "2021-03-10")))["index.html"]
    assert '往年今日 <span class="count">3月10日</span>' in home
    assert "往年此时" not in home
    assert "往年" not in rendered(archive_of(held(LIUHE, "2021-03-03", "2021-03-10")))["index.html"]


def test_a_year_of_nothing_but_doubtful_dates_is_said_to_be_one() -> None:
    home = rendered(archive_of([*held(LIUHE, "2021-03-10"), *estimated(LIUHE, "2019~", "2021~")]))[
        "index.html"
    ]
    years = re.findall(r'<th scope="row">.*?</th><td>(.*?)</td>', home)
    assert ["1，哪一天待查的＋1", "，哪一天待查的＋1"] == [re.sub("<[^>]*>", "", year) for year in years]


def test_the_undated_stand_under_the_year_they_are_thought_to_be_of() -> None:
    listed = rendered(archive_of(estimated(LIUHE, "2021~", "XXXX-06-01~", "2022-05~", None)))[
        "undated/index.html"
    ]
    assert ["约2022年", "约2021年", "年份待查"] == re.findall(r"<h2 [^>]*>([^<]*)</h2>", listed)
    assert listed.index("年份待查") < listed.index("某年6月1日")
