"""Sections, writers and photo credits as a reader meets them, without JavaScript, on three screens."""

from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Page

from depth import whole
from newspaper_archive.archive.contributors import own_id

pytestmark = [pytest.mark.browser, pytest.mark.build]

WIDTHS = (390, 820, 1280)
PHOTOGRAPHER = f"{own_id('温如海')}.html"
LISTS = (
    "sections/index.html",
    "sections/kandian/index.html",
    "sections/kandian/2023.html",
    "sections/yizhou-sudu/index.html",
    "sections/shijue/index.html",
    "sections/jiayuan/index.html",
    "people/index.html",
    "people/w.html",
    PHOTOGRAPHER,
    "photos/index.html",
    "photos/undated.html",
)
TOO_SMALL = """() => [...document.querySelectorAll(
    "main h1 a, main h2 a, main h3 a, main h4 a, main .chips a, main .names a, main .chart a, main .turn a,"
    + " main .entries__date a, main .desk__credit a"
)].filter((a) => a.getBoundingClientRect().height < 44).map((a) => a.textContent)"""
TOO_WIDE = "() => document.documentElement.scrollWidth > innerWidth"


# In `make test` a served phone and a desk with files.
@pytest.fixture(params=whole([*product(("http_site", "file_site"), WIDTHS)], 0, 5), ids=str)
def place(request: pytest.FixtureRequest) -> tuple[str, int]:
    """How the site is reached, and how wide the screen is."""
    way, width = request.param
    return way, width


@pytest.fixture
def address(request: pytest.FixtureRequest, place: tuple[str, int]) -> str:
    return str(request.getfixturevalue(place[0]))


@pytest.fixture
def page(chromium: Browser, place: tuple[str, int]) -> Iterator[Page]:
    """A screen of this width whose JavaScript is off, as far as the pages' own goes."""
    context = chromium.new_context(viewport={"width": place[1], "height": 900}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_no_list_is_wider_than_the_screen_and_every_link_of_it_can_be_hit(page: Page, address: str) -> None:
    for name in LISTS:
        page.goto(address + name)
        assert not page.evaluate(TOO_WIDE), name
        assert [] == page.evaluate(TOO_SMALL), name


def test_a_reader_goes_from_a_writers_letter_to_every_article_of_the_year(page: Page, address: str) -> None:
    page.goto(address + "index.html")
    page.get_by_role("navigation", name="全站").get_by_role("link", name="作者").click()
    page.get_by_role("navigation", name="按拼音").get_by_role("link", name="W").click()
    page.get_by_role("link", name="温如海").click()
    assert "温如海" == page.get_by_role("heading", level=1).inner_text()
    assert page.get_by_text("同名的人没有分开").is_visible()
    articles = page.get_by_role("region", name="稿件")
    assert ["2023年"] == articles.get_by_role("heading", level=3).all_inner_texts()
    assert ["渡口的最后一班船", "开镰"] == articles.get_by_role("heading", level=4).all_inner_texts()
    articles.get_by_role("link", name="开镰").click()
    assert "开镰" == page.get_by_role("heading", level=1).inner_text()


def test_a_chart_is_a_table_with_a_bar_as_long_as_its_count(page: Page, address: str) -> None:
    page.goto(address + PHOTOGRAPHER)
    chart = page.get_by_role("table", name="各年图片")
    rows = chart.get_by_role("row").all()[1:]
    assert ["2023年", "年份待查"] == [row.get_by_role("rowheader").inner_text() for row in rows]
    assert [5, 1] == [
        int(row.locator(".chart__count").evaluate("cell => parseInt(cell.textContent)")) for row in rows
    ]
    long, short = (row.locator("rect").bounding_box() for row in rows)
    assert long
    assert short
    assert 0.2 == pytest.approx(short["width"] / long["width"], abs=0.02)
    chart.get_by_role("link", name="年份待查").click()
    assert page.get_by_text("柳桥村的老井清淤").is_visible()


def test_one_page_holds_what_a_name_wrote_and_what_it_photographed(page: Page, address: str) -> None:
    page.goto(address + "photos/index.html")
    page.get_by_role("region", name="摄影者").get_by_role("link", name="温如海").click()
    page.wait_for_url("**#photos")
    assert page.get_by_role("heading", name="图片 6条").is_visible()
    assert page.get_by_role("heading", name="稿件 2篇").is_visible()


def test_a_briefs_column_is_a_timeline_of_its_items_under_their_issues(page: Page, address: str) -> None:
    page.goto(address + "sections/yizhou-sudu/index.html")
    issues = page.locator(".timeline time").all_inner_texts()
    assert ["2023年6月20日", "2023年6月6日", "2023年5月26日"] == issues
    newest = page.locator(".timeline > li").first
    assert ["6月13日", "6月14日", "6月17日"] == newest.locator(".timeline__day").all_inner_texts()
    newest.locator(".timeline__items a").nth(1).click()
    page.wait_for_url("**/01-04.html#L47")


def test_a_section_of_photos_is_a_desk_of_captions_with_their_photographers(page: Page, address: str) -> None:
    page.goto(address + "sections/shijue/index.html")
    assert 7 == page.locator(".desk > li").count()
    assert 0 == page.locator("main img, main figure, main .entries").count()
    opened = page.locator(".desk > li", has_text="开镰")
    assert ["温如海", "戚雨桐"] == opened.locator(".desk__credit a").all_inner_texts()
    opened.get_by_role("link", name="戚雨桐").click()
    assert "戚雨桐" == page.get_by_role("heading", level=1).inner_text()


def test_a_section_of_news_is_a_list_that_leads_to_its_years(page: Page, address: str) -> None:
    page.goto(address + "sections/kandian/index.html")
    assert 0 == page.locator("main .desk, main .timeline").count()
    page.get_by_role("navigation", name="各年").get_by_role("link", name="2023年").click()
    assert 8 == page.locator(".entries > li").count()
    assert "看点 2023年" == page.get_by_role("heading", level=1).inner_text()


def test_what_no_person_signed_is_listed_apart_and_said_to_be_no_person(page: Page, address: str) -> None:
    page.goto(address + "people/index.html")
    page.get_by_role("navigation", name="按拼音").get_by_role("link", name="机构").click()
    assert ["本报群众工作组"] == page.locator(".names li > :first-child").all_inner_texts()
    assert page.get_by_text("这些是机构或集体的署名，不是人").is_visible()
    page.goto(address + "people/b.html")
    assert ["鲍春生"] == page.locator(".names li > :first-child").all_inner_texts()
