"""去某一天: a day opens its issue, or names the nearest two; in a real Chromium, from files and served."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from invented_archive import LIUHE, QINGSHI
from issues_held import archive_of, estimated, held
from newspaper_archive.site.pages.calendar_pages import issues_by_year
from rendered_site import render_site

ISSUES = (
    *held(LIUHE, "2019-12-25", "2021-03-03", "2021-03-10", "2021-03-24", "2022-01-05"),
    *held(QINGSHI, "2021-03-10"),
    *estimated(LIUHE, "2020-06-01~", None),
)


def test_a_year_has_its_own_issues_and_those_next_to_it() -> None:
    years = {
        year: [issue[0] for issue in issues] for year, issues in issues_by_year(archive_of(ISSUES).issues[:6])
    }
    assert ["2019", "2021", "2022"] == list(years)
    assert ["2019-12-25", "2021-03-03"] == years["2019"]
    assert ["2019-12-25", "2021-03-03", *["2021-03-10"] * 2, "2021-03-24", "2022-01-05"] == years["2021"]
    assert ["2021-03-24", "2022-01-05"] == years["2022"]


def test_each_year_with_certain_days_has_its_file_and_no_other(tmp_path: Path) -> None:
    render_site(archive_of(ISSUES), tmp_path)
    assert ["2019.js", "2021.js", "2022.js"] == sorted(one.name for one in tmp_path.glob("calendar/*.js"))
    text = (tmp_path / "calendar/2022.js").read_text("utf-8")
    told = re.fullmatch(r"NewspaperArchive\.someday\.take\((.*)\);\n", text)
    assert told
    assert ["2022-01-05", "柳河新闻", "liuhe/2022/2022-01-05/index.html"] == json.loads(told[1])[-1]


def test_an_archive_of_estimates_offers_no_day_to_go_to(tmp_path: Path) -> None:
    render_site(archive_of(estimated(LIUHE, "2020-06-01~")), tmp_path)
    home = (tmp_path / "index.html").read_text("utf-8")
    assert "someday" not in home
    assert "去某一天" not in home
    assert "各年" in home


def ask(page: Page, year: str, month: str, day: str) -> None:
    for label, value in (("年", year), ("月", month), ("日", day)):
        page.get_by_label(label, exact=True).select_option(value)
    page.get_by_role("button", name="打开").click()


@pytest.mark.browser
def test_a_day_opens_its_issue_or_names_the_nearest_two(chromium: Browser, tmp_path: Path) -> None:
    render_site(archive_of(ISSUES), tmp_path)
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto((tmp_path / "index.html").as_uri())
        told = page.locator(".someday [role=status]")
        assert ["2022", "2021", "2019"] == [
            one.get_attribute("value") for one in page.get_by_label("年", exact=True).locator("option").all()
        ]
        ask(page, "2021", "03", "20")
        expect(told).to_have_text(
            "2021年3月20日没有收录，前后最近的是：2021年3月10日 青石专刊2021年3月24日 柳河新闻"
        )
        ask(page, "2021", "12", "31")
        expect(told).to_contain_text("2021年3月24日 柳河新闻2022年1月5日 柳河新闻")
        ask(page, "2021", "03", "10")
        expect(told).to_have_text("这一天有几期：2021年3月10日 柳河新闻2021年3月10日 青石专刊")
        page.get_by_label("月", exact=True).select_option("02")
        assert 28 == page.get_by_label("日", exact=True).locator("option").count()
        ask(page, "2021", "03", "24")
        expect(page).to_have_url(re.compile("liuhe/2021/2021-03-24/index.html$"))


@pytest.mark.browser
def test_without_scripts_no_dead_field_stands_there(chromium: Browser, tmp_path: Path) -> None:
    render_site(archive_of(ISSUES), tmp_path)
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((tmp_path / "index.html").as_uri())
        expect(page.locator(".someday")).to_be_hidden()
        expect(page.locator("select")).to_have_count(0)
        assert "calendar/2021.html" in [
            one.get_attribute("href") for one in page.locator("section[aria-labelledby=years] a").all()
        ]
