"""Results narrowed by facets, by the chart of years and by days."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from firefox import told_by_firefox
from newspaper_archive.model import Byline

from .invented import article
from .laid_out import archive_of, finds, issue_on, lay_out, said_by_address, serving, status, titles

pytestmark = pytest.mark.browser


def test_results_are_narrowed_by_a_facet_and_widened_by_its_chip(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=柳渡古桥")
    facets = page.get_by_role("complementary", name="缩小范围")
    facets.get_by_role("link", name="2022年").first.click()
    expect(status(page)).to_have_text("找到 1 篇")
    said_by_address(page, year="2022")
    page.get_by_role("link", name="去掉条件 年份：2022年").click()
    said_by_address(page, year=None)
    page.goto(f"{address}search.html?q=柳渡古桥&year=1999")
    expect(status(page)).to_contain_text("没有找到")


def test_a_range_of_days_is_kept_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=百日行动")
    page.get_by_text("日期与排列").click()
    page.get_by_label("从").fill("2022-06-02")
    expect(status(page)).to_contain_text("没有找到")
    said_by_address(page, **{"from": "2022-06-02"})
    expect(page.locator(".chip")).to_have_text(["日期：2022年6月2日至最新"])
    page.get_by_role("link", name="去掉条件 日期").click()
    expect(status(page)).to_have_text("找到 45 篇")
    expect(page.get_by_label("从")).to_have_value("")


WRITERS = ("骆青", "穆小满")
YEARS = {"2019-03-06": 2, "2021-08-04": 3, "2022-08-03": 12}


def reports(day: str, count: int) -> list[Any]:
    """Every other one by 骆青, the rest by 穆小满."""
    return [
        article(f"{day}第{number}篇", "水库放水。", byline=(Byline("记者", WRITERS[number % 2]),))
        for number in range(count)
    ]


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three years with nothing printed of one between them, and an article of no known year."""
    folder = tmp_path_factory.mktemp("years") / "历 年"
    folder.mkdir()
    known = [issue_on(day, reports(day, count)) for day, count in YEARS.items()]
    lay_out(folder, archive_of(*known, issue_on("XXXX-08-05", reports("某年", 1), certain=False)))
    return folder


@pytest.fixture
def library(years: Path) -> str:
    """Where the site of several years is; ends in a slash."""
    return years.as_uri() + "/"


def facets(page: Page) -> Any:
    return page.get_by_role("complementary", name="缩小范围")


def chart(page: Page) -> Any:
    return page.get_by_role("group", name="各年篇数")


def bars(page: Page) -> list[str]:
    """What is said of each bar, and of the empty years by their heights."""
    return list(
        page.locator(".bars > a, .bars > g").evaluate_all(
            "all => all.map((bar) => bar.querySelector('title')?.textContent"
            " ?? bar.querySelector('.bars__bar').getAttribute('height'))"
        )
    )


def chips(page: Page) -> Any:
    return page.locator("#search-chips a")


ALL_YEARS = ["2019年 2篇", "0", "2021年 3篇", "2022年 12篇", "年份待查 1篇"]


def test_the_chart_has_a_bar_for_each_year_and_a_gap_for_each_without_results(
    page: Page, library: str
) -> None:
    page.goto(f"{library}search.html?q=水库")
    expect(status(page)).to_have_text("找到 18 篇")
    expect(chart(page)).to_be_visible()
    assert ALL_YEARS == bars(page)
    page.get_by_text("各年篇数列表").click()
    expect(facets(page).get_by_role("row")).to_have_text(
        ["年份篇数", "2019年2", "2021年3", "2022年12", "年份待查1"]
    )


def test_the_bars_filter_by_click_and_by_keyboard_and_keep_the_other_years_in_reach(
    page: Page, library: str
) -> None:
    page.goto(f"{library}search.html?q=水库")
    chart(page).get_by_role("link", name="2021年 3篇").click()
    expect(status(page)).to_have_text("找到 3 篇")
    said_by_address(page, year="2021")
    expect(chart(page).get_by_role("link", name="2021年 3篇")).to_have_attribute("aria-current", "true")
    assert ALL_YEARS == bars(page)
    chart(page).get_by_role("link", name="2019年 2篇").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(chart(page).get_by_role("link", name="2022年 12篇")).to_be_focused()
    page.keyboard.press("Enter")
    expect(status(page)).to_have_text("找到 15 篇")
    expect(chips(page)).to_have_text(["年份：2021年", "年份：2022年"])
    page.go_back()
    expect(status(page)).to_have_text("找到 3 篇")
    page.go_back()
    expect(status(page)).to_have_text("找到 18 篇")
    expect(chips(page)).to_have_count(0)
    page.go_forward()
    expect(status(page)).to_have_text("找到 3 篇")


def test_the_labels_of_the_chart_can_be_read_on_a_phone(page: Page, library: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{library}search.html?q=水库")
    expect(chart(page)).to_be_visible()
    heights = page.locator(".bars text").evaluate_all(
        "all => all.map((label) => label.getBoundingClientRect().height)"
    )
    assert min(heights) >= 12


def test_a_facet_counts_and_narrows_and_its_chip_takes_it_away(page: Page, library: str) -> None:
    page.goto(f"{library}search.html?q=水库&year=2022")
    rows = facets(page).get_by_role("listitem")
    expect(rows.filter(has_text="骆青")).to_have_text("骆青 6")
    expect(rows.filter(has_text="柳渡周报")).to_have_text("柳渡周报 12")
    facets(page).get_by_role("link", name="骆青").click()
    expect(status(page)).to_have_text("找到 6 篇")
    expect(status(page)).to_be_focused()
    expect(rows.filter(has_text="穆小满")).to_have_text("穆小满 6")
    said_by_address(page, year="2022", author="骆青")
    page.get_by_role("link", name="去掉条件 年份：2022年").click()
    expect(status(page)).to_have_text("找到 10 篇")
    expect(chips(page)).to_have_text(["作者：骆青"])


def test_an_address_holds_the_whole_search(page: Page, library: str) -> None:
    shared = "q=水库&from=2021-01-01&to=2022-12-31&unknown=0&sort=oldest&year=2021&year=2022&author=骆青"
    page.goto(f"{library}search.html?{shared}")
    expect(status(page)).to_have_text("找到 8 篇")
    expect(titles(page).first).to_have_text("2021-08-04第2篇")
    expect(page.get_by_label("从")).to_have_value("2021-01-01")
    expect(page.get_by_label("到")).to_have_value("2022-12-31")
    expect(page.get_by_label("日期不全")).not_to_be_checked()
    expect(page.get_by_label("排列")).to_have_value("oldest")
    expect(chips(page)).to_have_text(
        ["年份：2021年", "年份：2022年", "作者：骆青", "日期：2021年1月1日至2022年12月31日"]
    )
    page.get_by_label("排列").select_option("newest")
    expect(titles(page).first).to_have_text(re.compile("^2022"))
    expect(status(page)).to_have_text("找到 8 篇")
    page.go_back()
    expect(titles(page).first).to_have_text("2021-08-04第2篇")
    expect(page.get_by_label("排列")).to_have_value("oldest")


def test_a_range_takes_in_what_may_lie_in_it_and_leaves_it_out_where_asked(page: Page, library: str) -> None:
    page.goto(f"{library}search.html?q=水库&from=2022-08-01&to=2022-08-31")
    expect(status(page)).to_have_text("找到 13 篇")
    page.get_by_label("日期不全").uncheck()
    expect(status(page)).to_have_text("找到 12 篇")
    page.goto(f"{library}search.html?q=水库&from=2022-08-06&to=2022-08-31")
    expect(status(page)).to_have_text("没有找到“水库”")


def test_days_typed_one_after_another_are_one_step_back(page: Page, library: str) -> None:
    page.goto(f"{library}search.html?q=水库")
    page.get_by_text("日期与排列").click()
    page.get_by_label("从").fill("2021-01-01")
    expect(status(page)).to_have_text("找到 16 篇")
    page.get_by_label("从").fill("2022-01-01")
    expect(status(page)).to_have_text("找到 13 篇")
    page.go_back()
    expect(status(page)).to_have_text("找到 18 篇")
    expect(page.get_by_label("从")).to_have_value("")


def test_days_that_no_calendar_has_are_no_condition(page: Page, library: str) -> None:
    page.goto(f"{library}search.html?q=水库&from=2022-02-30&to=2022-13-01")
    expect(status(page)).to_have_text("找到 18 篇")
    expect(chips(page)).to_have_count(0)


def test_a_range_that_ends_before_it_begins_is_said(page: Page, library: str) -> None:
    page.goto(f"{library}search.html?q=水库&from=2022-09-01&to=2022-08-01")
    expect(status(page)).to_contain_text("起始日期晚于截止日期")


def test_on_a_phone_a_button_leads_to_the_facets(page: Page, library: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{library}search.html?q=水库")
    page.get_by_role("button", name="缩小范围").click()
    expect(facets(page)).to_be_focused()
    expect(chart(page)).to_be_in_viewport()


COLUMNS = re.compile(r"/(ids|facets)\.js")


def test_the_first_results_are_shown_before_the_columns_of_the_facets_are_in(
    context: BrowserContext, years: Path
) -> None:
    with serving(years) as address:
        page = context.new_page()
        page.route(COLUMNS, lambda _: None)
        with page.expect_request(COLUMNS):
            page.goto(f"{address}search.html?q=水库", wait_until="commit")
        expect(titles(page)).to_have_count(10)
        expect(status(page)).to_have_text("找到 10 篇以上，正在清点……")
        expect(facets(page)).to_be_hidden()
        page.unroute(COLUMNS)  # which lets through what was held
        expect(status(page)).to_have_text("找到 18 篇")
        expect(facets(page)).to_be_visible()


def test_where_the_total_is_an_estimate_the_counts_say_so_too(page: Page, tmp_path: Path) -> None:
    folder = tmp_path / "多 篇"
    folder.mkdir()
    many = [article(f"第{number}篇", "红砖驿站开门。") for number in range(205)]
    lay_out(folder, archive_of(issue_on("2022-08-03", many)))
    page.goto(f"{folder.as_uri()}/search.html?q=红砖驿站")
    expect(status(page)).to_have_text("找到约 205 篇")
    expect(facets(page).get_by_role("heading", name="年份（约数）")).to_be_visible()
    page.goto(f"{folder.as_uri()}/search.html?q=红砖")
    expect(status(page)).to_have_text("找到 205 篇")
    expect(facets(page).get_by_role("heading", name="年份", exact=True)).to_be_visible()


def test_firefox_draws_and_narrows_as_chromium_does(library: str) -> None:
    step = {
        "address": f"{library}search.html?q=水库&from=2022-08-01&unknown=0&year=2022",
        "wait": "!document.querySelector('#search-facets').hidden",
        "tell": "[document.querySelector('#search-status').textContent,"
        " ...[...document.querySelectorAll('.bars title')].map((bar) => bar.textContent)]",
    }
    assert [["找到 12 篇", "2022年 12篇"]] == told_by_firefox([step])


def test_an_address_of_nonsense_shows_what_it_can(page: Page, address: str) -> None:
    nonsense = "page=-1&year=99999999999&from=2022-02-30&to=%00&sort=best&unknown=&%ED%A0%80=%&__proto__=x"
    page.goto(f"{address}search.html?q=春耕&{nonsense}")
    finds(page, "找到 1 篇", "春耕开始")
    expect(page.get_by_role("alert")).to_be_hidden()
    page.goto(f"{address}search.html?{nonsense}")
    expect(status(page)).to_have_text("")
