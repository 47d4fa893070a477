"""Home stays small however long the archive grows, and no file but a year's own lists its issues."""

import re
from datetime import date, timedelta

from invented_archive import LIUHE, QINGSHI, invented_archive
from issues_held import archive_of, estimated, held
from newspaper_archive.model import Archive
from newspaper_archive.site.all_pages import render
from newspaper_archive.site.pages.front import spans
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
    assert 15 >= len(listed["index.html"])
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
    assert {
        "calendar/index.html",
        "calendar/2021.html",
        "calendar/2021.js",
        "liuhe/index.html",
        "liuhe/2021/index.html",
    } == {address for address in calendars if not re.search(r"\d{4}-\d\d-\d\d", address)}


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


def front_and_rest(home: str) -> tuple[str, str]:
    """The front page, and what stands under it."""
    front, _, rest = home.partition('<section class="front"')[2].partition('<h2 class="label"')
    return front, rest


def test_every_story_of_the_front_page_bears_its_date() -> None:
    front, _ = front_and_rest(rendered(invented_archive())["index.html"])
    stories = re.split("<article|<section", front)[1:]
    told = [re.findall(r'<time datetime="(.*?)">', story) for story in stories if "<p class=" in story]
    assert [["2021-03-10"]] * 4 == told


def test_a_text_that_goes_on_ends_in_a_link_to_the_whole() -> None:
    home = rendered(invented_archive())["index.html"]
    way = '<span class="whole">……<a href="liuhe/2021/2021-03-10/{}.html"'
    assert "提出“水到田头”的目标。</p>" in home
    assert "缺水地块。" + way.format("c01-01") in home
    assert way.format("c01-03") not in home, "a picture's whole text"
    assert way.format("c01-02") not in home, "briefs that are all there"


def test_where_no_date_is_certain_the_likely_newest_page_is_the_front_alone() -> None:
    undated = estimated(LIUHE, "2022-08-15~", "2024-03~", None, "XXXX-06-01~")
    front, rest = front_and_rest(rendered(archive_of(undated))["index.html"])
    assert '<h2 id="front"><a href="liuhe/undated/s1/index.html">约2024年3月</a></h2>' in front
    assert {"liuhe/undated/s1"} == set(re.findall(r'href="(liuhe/undated/[^/"]+)', front))
    issues = re.findall(r'<p class="led__date">(.*?)</p>\n<h3><a href="(.*?)"', rest)
    assert [
        ("约2022年8月15日", "liuhe/undated/s0/index.html"),
        ("某年6月1日", "liuhe/undated/s3/index.html"),
        ("日期不详", "liuhe/undated/s2/index.html"),
    ] == issues
    assert "另外的版面" in rest
    assert "最近各期" not in rest


def test_beside_the_nameplate_stand_the_day_the_moon_and_the_number_of_the_paper() -> None:
    home = rendered(archive_of([*held(LIUHE, "2023-05-26"), *estimated(QINGSHI, "2024-03~")]))["index.html"]
    ear = home.partition('<div class="ear">')[2].partition("</div>")[0]
    said = [re.sub("<.*?>", "", line).strip() for line in re.findall("<p.*?>(.*?)</p>", ear, re.DOTALL)]
    assert ["2023年5月26日 星期五", "农历癸卯年四月初八", "国内统一连续出版物号 CN 00-0000"] == said


def test_nothing_is_said_of_the_moon_or_the_weekday_of_an_estimate() -> None:
    home = rendered(archive_of(estimated(QINGSHI, "2023-05-26~")))["index.html"]
    ear = home.partition('<div class="ear">')[2].partition("</div>")[0]
    assert ["约2023年5月26日", "版面没有印日期，此为推算"] == re.findall("<p.*?>(.*?)</p>", ear)
    assert '<div class="ear">' not in rendered(archive_of([]))["index.html"]


def test_the_newest_issue_of_each_edition_stands_on_home_however_old_it_is() -> None:
    late = held(LIUHE, *weekly(date(2021, 1, 6), 20))
    early = held(QINGSHI, "2009-03-03", "2009-03-10")
    _, rest = front_and_rest(rendered(archive_of([*early, *late]))["index.html"])
    days = re.findall(r'<p class="led__date"><time datetime="(.*?)"', rest)
    assert [*reversed(weekly(date(2021, 1, 6), 20)[-6:-1]), "2009-03-10"] == days


def test_the_issue_on_the_front_is_not_listed_again() -> None:
    home = rendered(archive_of(held(LIUHE, "2021-03-10")))["index.html"]
    assert "led__date" not in home
    assert "最近各期" not in home


def test_rows_are_full() -> None:
    assert [[], [12], [6, 6], [4, 4, 4], [6, 6, 6, 6], [6, 6, 4, 4, 4], [4] * 6] == [
        list(spans(number, 3)) for number in range(7)
    ]
