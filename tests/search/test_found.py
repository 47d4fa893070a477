"""An article opened from a search: its hits marked wherever they stand, and stepped through."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import jinja2
import pytest
from playwright.sync_api import Page, expect

from firefox import told_by_firefox
from folder_writer import FolderWriter
from newspaper_archive.model import Byline, Caption, Correction, Dateline, Paragraph, Role
from newspaper_archive.site.all_pages import render
from newspaper_archive.site.render_options import Site
from newspaper_archive.site.renderer import prepare

from .invented import archive, article
from .laid_out import THEME, finds, lay_out, status, titles

pytestmark = pytest.mark.browser

LONG = "河水平稳。" * 400
STORY = replace(
    article(
        "柳渡古桥昨日重新开放通行",
        "骆青说，古桥修了两年。",
        LONG,
        "桥头的人说，柳渡的桥好。",
        kicker="石匠连干七百天",
        subhead="柳渡人又走上老桥",
        byline=(Byline("记者", "骆青"), Byline("通讯员", "穆小满")),
        dateline=Dateline("本报青河6月1日讯", "青河", "6月1日"),
        tail="骆青 整理",
    ),
    jump_to="下转第三版柳渡专题",
)
CROSSHEAD = Paragraph("石缝里的糯米浆", Role.CROSSHEAD, (2,))
BRIEFS = replace(
    article("一周速读"), paragraphs=(Paragraph("◎古渡口添了路灯。", Role.BRIEF, (4,)), CROSSHEAD)
)
AMENDED = replace(
    article("校舍添新", "孩子们搬进新校舍。"),
    printed=article("校舍添新", "孩子门搬进新校舍。"),
    corrections=(Correction(3, "孩子门", "孩子们", "校对组", "2022-06-02", "错字"),),
)
CAPTION = Caption(text="晨光里的古桥。", photographers=("江一帆",), credit="江一帆 摄", lines=(9,), article=0)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole site, as the templates have it."""
    folder = tmp_path_factory.mktemp("found") / "数字 报"
    folder.mkdir()
    built = archive([STORY, BRIEFS, AMENDED], captions=(CAPTION,))
    lay_out(folder, built)
    templates = jinja2.FileSystemLoader([THEME / "templates", THEME])
    environment = jinja2.Environment(  # noqa: S701 - as Pelican makes it; `prepare` switches escaping on
        loader=templates, trim_blocks=True, lstrip_blocks=True
    )
    prepare(environment, Site("青河日报"))
    render(built, environment, FolderWriter(folder))
    return folder


def bar(page: Page) -> Any:
    return page.get_by_role("region", name="检索到的文字")


def open_story(page: Page, address: str, asked: str, number: int = 1) -> None:
    page.goto(f"{address}liudu/2022/2022-06-01/c02-{number:02}.html#{asked}")


def marked(page: Page, within: str) -> list[str]:
    return page.locator(f"article.story {within} mark").all_text_contents()


@pytest.mark.parametrize(
    ("asked", "number", "within", "marks"),
    [
        ("古桥昨日重新", 1, ".headline", ["古桥昨日重新"]),
        ("石匠连干", 1, ".kicker", ["石匠连干"]),
        ("走上老桥", 1, ".subhead", ["走上老桥"]),
        ("穆小满", 1, ".byline", ["穆小满"]),
        ("晨光里的古桥", 1, ".picture", ["晨光里的古桥"]),
        ("江一帆", 1, ".picture", ["江一帆"]),
        ("本报青河", 1, ".opening", ["本报青河"]),
        ("整理", 1, ".tail", ["整理"]),
        ("古渡口", 2, ".briefs li", ["古渡口"]),
        ("糯米", 2, ".crosshead", ["糯米"]),
        ("孩子门", 3, ".amendments", ["孩子门"]),
    ],
)
def test_a_hit_is_marked_wherever_it_is_printed(
    page: Page, address: str, asked: str, number: int, within: str, marks: list[str]
) -> None:
    open_story(page, address, f"q={asked}", number)
    expect(bar(page).get_by_role("status")).to_have_text("第 1 处，共 1 处")
    assert "".join(marks) == "".join(marked(page, within))


def test_a_hit_across_the_phrases_of_a_headline_is_one_hit(page: Page, address: str) -> None:
    open_story(page, address, "q=柳渡古桥昨日重新开放通行")
    expect(bar(page).get_by_role("status")).to_have_text("第 1 处，共 1 处")
    assert "柳渡古桥昨日重新开放通行" == "".join(marked(page, ".headline"))
    assert "柳渡古桥昨日重新开放通行" == page.locator("h1").text_content()


def test_a_writer_asked_for_is_marked_where_writers_stand_and_not_in_the_text(
    page: Page, address: str
) -> None:
    open_story(page, address, "q=作者:骆青")
    expect(bar(page).get_by_role("status")).to_have_text("第 1 处，共 2 处")
    assert [] == page.locator(".text p:not(.tail) mark").all_text_contents()
    open_story(page, address, "q=骆青")
    page.reload()
    expect(bar(page).get_by_role("status")).to_have_text("第 1 处，共 3 处")


def test_what_only_points_to_another_page_is_no_hit(page: Page, address: str) -> None:
    open_story(page, address, "q=柳渡")
    expect(bar(page).get_by_role("status")).to_have_text("第 1 处，共 3 处")
    assert [] == page.locator(".jump mark").all_text_contents()


def test_hits_are_stepped_through_by_keyboard(page: Page, address: str) -> None:
    open_story(page, address, "q=柳渡")
    said = bar(page).get_by_role("status")
    expect(said).to_have_text("第 1 处，共 3 处")
    page.get_by_role("link", name="跳到正文").press("Enter")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "上一处":
            break
    expect(bar(page).get_by_role("button", name="上一处")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(said).to_have_text("第 2 处，共 3 处")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(said).to_have_text("第 3 处，共 3 处")
    expect(page.locator("mark[aria-current]")).to_be_in_viewport()
    expect(page.locator("mark[aria-current]")).to_have_text("柳渡")
    page.keyboard.press("ArrowLeft")
    expect(said).to_have_text("第 2 处，共 3 处")
    page.keyboard.press("Escape")
    expect(page.locator("article.story mark")).to_have_count(0)
    expect(bar(page)).to_have_count(0)


def test_the_bar_stays_in_sight_and_hides_no_hit(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    open_story(page, address, "q=柳渡")
    for _ in range(3):
        bar(page).get_by_role("button", name="下一处").click()
        hit = page.locator("mark[aria-current]").bounding_box()
        foot = bar(page).bounding_box()
        assert hit
        assert foot
        assert hit["y"] + hit["height"] <= foot["y"]
        assert foot["y"] + foot["height"] <= 700
    assert 390 == page.evaluate("document.documentElement.scrollWidth")


def test_from_the_list_to_the_article_and_back_nothing_of_the_search_is_lost(
    page: Page, address: str
) -> None:
    page.goto(f"{address}search.html?q=柳渡&year=2022&sort=newest")
    finds(page, "找到 1 篇", "柳渡古桥昨日重新开放通行")
    titles(page).get_by_role("link").click()
    expect(bar(page).get_by_role("status")).to_have_text("第 1 处，共 3 处")
    bar(page).get_by_role("link", name="回到检索").click()
    expect(status(page)).to_have_text("找到 1 篇")
    expect(page.get_by_label("排列")).to_have_value("newest")
    expect(page.get_by_role("link", name="去掉条件 年份：2022年")).to_be_visible()


def test_an_article_read_without_a_search_has_no_bar_and_loads_nothing(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_story(page, address, "")
    expect(page.locator("h1")).to_be_visible()
    expect(bar(page)).to_have_count(0)
    assert not any("/search/" in url or "fold.js" in url for url in asked)


def test_the_years_are_reached_without_javascript(folder: Path) -> None:
    home = folder.joinpath("index.html").read_text("utf-8")
    years = home.partition('id="years"')[2]
    assert 'href="calendar/2022.html"' in years
    assert 'href="../liudu/2022/2022-06-01/index.html"' in folder.joinpath("calendar", "2022.html").read_text(
        "utf-8"
    )


def test_firefox_marks_and_counts_as_chromium_does(address: str) -> None:
    story = f"{address}liudu/2022/2022-06-01/c02-01.html"
    marks = "[...document.querySelectorAll('article.story mark')].map((mark) => mark.textContent)"
    steps = [
        {
            "address": f"{story}#q={asked}",
            "wait": "document.querySelector('#found-said')?.textContent",
            "tell": marks,
        }
        for asked in ("晨光里的古桥", "作者:骆青")
    ]
    steps.insert(1, {"address": f"{address}index.html", "wait": "true", "tell": "0"})
    assert [["晨光里的古桥"], 0, ["骆青", "骆青"]] == told_by_firefox(steps)
