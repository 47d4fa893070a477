"""The results in a real Chromium, served and as files, under a path with a blank and Chinese."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .laid_out import box, status, titles

pytestmark = pytest.mark.browser


@pytest.fixture(params=["file", "http"])
def address(request: pytest.FixtureRequest, folder: Path, served: str) -> str:
    return served if request.param == "http" else folder.as_uri() + "/"


def test_an_address_with_a_query_shows_its_results(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=柳渡古桥")
    expect(status(page)).to_have_text("找到 1 篇")
    expect(titles(page)).to_have_text(["柳渡古桥重开"])
    expect(page.locator(".result__place")).to_have_text("柳渡周报 2022年6月1日 第C02版·看河")
    expect(page.locator(".result__title mark")).to_have_text(["柳渡古桥"])
    expect(page.locator(".result__snippet mark")).to_have_text(["柳渡古桥"])
    expect(box(page)).to_have_value("柳渡古桥")
    expect(page).to_have_title("柳渡古桥 · 检索 · 青河日报")


def test_a_result_leads_to_its_article(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=柳渡古桥")
    titles(page).get_by_role("link").click()
    expect(page).to_have_title("柳渡古桥重开")
    page.go_back()
    expect(titles(page)).to_have_text(["柳渡古桥重开"])


def test_no_result_says_so_and_what_to_try(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=柳渡新桥")
    expect(status(page)).to_have_text("没有找到“柳渡新桥”")
    expect(page.get_by_text("少写几个字")).to_be_visible()
    expect(page.locator("#search-advice").get_by_role("link", name="版块")).to_have_attribute(
        "href", "sections/index.html"
    )
    box(page).fill("柳渡")
    expect(status(page)).to_have_text("找到 1 篇")
    expect(page.get_by_text("少写几个字")).to_be_hidden()


def test_printed_markup_is_text(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=alert")
    expect(titles(page)).to_have_text(['<b>符号</b> & "引号"'])
    expect(page.locator(".result__snippet")).to_contain_text("<script>alert(1)</script>")
    expect(page.locator(".result b, .result script")).to_have_count(0)


def test_a_query_cannot_put_markup_on_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=%3Cimg%20src%3Dx%3E")
    expect(status(page)).to_have_text("没有找到“<img src=x>”")
    expect(page.locator("main img")).to_have_count(0)


def test_a_hit_far_into_a_paragraph_is_shown_in_its_sentence(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=红砖驿站送来")
    expect(page.locator(".result__snippet")).to_have_text(
        re.compile("^……农机手.{0,20}红砖驿站送来热水。田里很忙。.*田里很忙。$")
    )


def test_a_hit_outside_running_text_says_where(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=穆小满")
    expect(page.locator(".result__snippet")).to_have_text("图片 穆小满 摄")
    page.goto(f"{address}search.html?q=记录小城")
    expect(page.locator(".result__snippet")).to_have_text("引题 记录小城")


def test_many_results_come_in_portions(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=百日行动")
    expect(status(page)).to_have_text("找到 45 篇")
    expect(titles(page)).to_have_count(10)
    page.get_by_role("button", name="再显示一些").click()
    expect(titles(page)).to_have_count(30)
    expect(titles(page).nth(10).get_by_role("link")).to_be_focused()
    page.get_by_role("button", name="再显示一些").click()
    expect(titles(page)).to_have_count(45)
    expect(page.get_by_role("button", name="再显示一些")).to_be_hidden()


def test_nothing_is_loaded_before_the_first_search(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}search.html")
    expect(box(page)).to_be_visible()
    assert not any("lunr" in url or "/search/" in url for url in asked)


def test_without_javascript_the_page_points_to_years_sections_and_people(folder: Path) -> None:
    # Playwright's switch leaves <noscript> hidden, so the file is read.
    written = (
        folder.joinpath("search.html")
        .read_text("utf-8")
        .partition("<noscript>")[2]
        .partition("</noscript>")[0]
    )
    assert ["index.html#years", "sections/index.html", "people/index.html"] == re.findall(
        'href="([^"]*)"', written
    )


def test_a_result_takes_the_whole_search_along_to_its_article(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=柳渡古桥&year=2022")
    expect(titles(page).get_by_role("link")).to_have_attribute(
        "href", re.compile(r"liudu/2022/2022-06-01/c02-01\.html#q=[%0-9A-F]+&year=2022$")
    )


@pytest.mark.parametrize("dark", [False, True])
def test_nothing_is_wider_than_a_phone(page: Page, address: str, dark: bool) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.goto(f"{address}search.html?q=百日行动&from=2022-01-01")
    expect(page.get_by_role("complementary", name="缩小范围")).to_be_visible()
    assert 390 == page.evaluate("document.documentElement.scrollWidth")
