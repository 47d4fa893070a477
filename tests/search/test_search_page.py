"""The search page in a real Chromium, served and as files, under a path with a blank and Chinese."""

import json
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import jinja2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, expect

from browser import ensure_firefox
from newspaper_archive.model import Archive, Byline, Caption
from newspaper_archive.publish.bundles import bundles
from newspaper_archive.search import Words, build_index
from newspaper_archive.search.records import records

from .invented import archive, article
from .test_agreement import holding, raw_runs

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"

STORIES = [
    article("柳渡古桥重开", "修了两年的柳渡古桥昨日重开。通讯员骆青在桥头看到，第一批过桥的是赶集的人。"),
    article(
        "春耕开始",
        "青河两岸开始春耕。" + "农机手连夜检修机具，" * 12 + "红砖驿站送来热水。" + "田里很忙。" * 20,
    ),
    article('<b>符号</b> & "引号"', "装机220兆瓦的<script>alert(1)</script>项目，骆 青说。"),
    article("驿站一日", "红砖驿站里人来人往。", kicker="记录小城", byline=(Byline("记者", "骆青"),)),
    *(article(f"简讯第{number}条", f"百日行动进入第{number}天。") for number in range(1, 46)),
]
CAPTION = Caption(text="古桥晨景。", photographers=("骆青",), credit="穆小满 摄", lines=(9,), article=0)
STORY = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>柳渡古桥重开</title>'
WORDS = Words(date=lambda _: "2022年6月1日", page=lambda _: "第C02版·看河")


def lay_out(folder: Path, built: Archive) -> None:
    """A site of nothing but home and search page, as the build lays them out."""
    shutil.copytree(THEME / "static", folder / "theme")
    shutil.copy(ROOT / "node_modules" / "lunr" / "lunr.js", folder / "theme" / "js")
    for name, content in (build_index(built, WORDS) | dict(bundles(THEME / "static"))).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME / "templates"), autoescape=True)
    environment.filters["link"] = str
    for template, name in (("base.html", "index.html"), ("newspaper/search.html", "search.html")):
        page = environment.get_template(template).render(SITENAME="青河日报", here=name)
        folder.joinpath(name).write_text(page, "utf-8")
    story = folder / "liudu/2022/2022-06-01/c02-01.html"
    story.parent.mkdir(parents=True)
    story.write_text(STORY, "utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search") / "数字 报"
    folder.mkdir()
    lay_out(folder, archive(STORIES, captions=(CAPTION,)))
    return folder


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has in the library
        pass


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder.parent))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{folder.as_uri().rpartition('/')[2]}/"
        server.shutdown()


@pytest.fixture(params=["file", "http"])
def address(request: pytest.FixtureRequest, folder: Path, served: str) -> str:
    """Where the site is; ends in a slash."""
    return served if request.param == "http" else folder.as_uri() + "/"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    with chromium.new_context(locale="zh-CN") as context:
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that must stay without a word in the console."""
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.extend(failure(request)))
    yield page
    assert said == []


def failure(request: Request) -> list[str]:
    """What failed and why; a request that ends with its page has not failed."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"{request.url}: {request.failure}"]


def box(page: Page) -> Any:
    return page.get_by_role("searchbox")


def status(page: Page) -> Any:
    return page.get_by_role("status")


def titles(page: Page) -> Any:
    return page.locator(".result__title")


def address_query(page: Page) -> str:
    return str(page.evaluate("new URLSearchParams(location.search).get('q') ?? ''"))


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


def test_the_search_box_of_any_page_leads_to_results(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    box(page).fill("骆青 220")
    box(page).press("Enter")
    expect(status(page)).to_have_text("找到 1 篇")
    assert address_query(page) == "骆青 220"


def test_typing_searches_and_keeps_the_address_in_step(page: Page, address: str) -> None:
    page.goto(f"{address}search.html")
    box(page).press_sequentially("红砖驿站", delay=20)
    expect(titles(page)).to_have_count(2)
    assert address_query(page) == "红砖驿站"
    box(page).fill("")
    expect(status(page)).to_have_text("")
    expect(titles(page)).to_have_count(0)
    assert address_query(page) == ""


def test_back_and_forward_go_through_submitted_searches(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=春耕")
    expect(titles(page)).to_have_count(1)
    box(page).fill("驿站")
    box(page).press("Enter")
    expect(titles(page)).to_have_count(2)
    box(page).press_sequentially("里", delay=20)
    expect(titles(page)).to_have_count(1)
    page.go_back()
    expect(box(page)).to_have_value("驿站")
    expect(titles(page)).to_have_count(2)
    page.go_back()
    expect(box(page)).to_have_value("春耕")
    expect(titles(page)).to_have_text(["春耕开始"])
    page.go_forward()
    expect(box(page)).to_have_value("驿站")


def test_what_an_input_method_has_not_finished_searches_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}search.html")
    keyboard = page.context.new_cdp_session(page)
    box(page).focus()
    for text in ("l", "liu", "liu'du"):
        keyboard.send(
            "Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        )
    page.wait_for_timeout(400)
    assert address_query(page) == ""
    expect(status(page)).to_have_text("")
    keyboard.send("Input.insertText", {"text": "柳渡"})
    expect(titles(page)).to_have_text(["柳渡古桥重开"])
    assert address_query(page) == "柳渡"


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


def test_mere_marks_are_no_query(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=，。“”")
    expect(status(page)).to_contain_text("请输入文字或数字")


def test_one_character_and_part_of_a_number_are_found(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=桥")
    expect(titles(page)).to_have_text(["柳渡古桥重开"])
    page.goto(f"{address}search.html?q=装机22")
    expect(page.locator(".result__snippet mark")).to_have_text(["装机220"])
    page.goto(f"{address}search.html?q=20兆瓦")
    expect(status(page)).to_contain_text("没有找到")


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


def test_without_javascript_the_page_points_to_issues_and_sections(folder: Path) -> None:
    # Playwright's switch leaves <noscript> hidden, so the file is read.
    written = (
        folder.joinpath("search.html")
        .read_text("utf-8")
        .partition("<noscript>")[2]
        .partition("</noscript>")[0]
    )
    assert 'href="sections/index.html"' in written
    assert 'href="index.html"' in written


SHARDS = re.compile(r"/search/[0-9a-f]+/i/")


def test_a_file_that_does_not_load_is_said_and_can_be_tried_again(
    context: BrowserContext, served: str
) -> None:
    page = context.new_page()
    page.route(SHARDS, lambda route: route.abort())
    page.goto(f"{served}search.html?q=春耕")
    expect(page.get_by_role("alert")).to_contain_text("检索数据没有载入成功")
    expect(titles(page)).to_have_count(0)
    page.unroute(SHARDS)
    page.get_by_role("button", name="再试一次").click()
    expect(titles(page)).to_have_text(["春耕开始"])
    expect(page.get_by_role("alert")).to_be_hidden()


def test_a_file_cut_short_is_said(context: BrowserContext, served: str) -> None:
    page = context.new_page()
    cut = "NewspaperArchive.take("
    page.route(SHARDS, lambda route: route.fulfill(body=cut, content_type="text/javascript"))
    page.goto(f"{served}search.html?q=春耕")
    expect(page.get_by_role("alert")).to_contain_text("检索数据不完整")


def test_a_page_opened_before_the_site_was_updated_finds_what_is_there_now(
    context: BrowserContext, served: str
) -> None:
    page = context.new_page()
    old = build_index(archive([article("另一期的春耕")]))["search/head.js"]
    page.route(
        re.compile(r"search/head\.js$"), lambda route: route.fulfill(body=old, content_type="text/javascript")
    )
    page.goto(f"{served}search.html?q=春耕")
    expect(titles(page)).to_have_text(["春耕开始"])


def test_a_slow_shard_is_said(context: BrowserContext, served: str) -> None:
    page = context.new_page()
    page.clock.install()
    held: list[Route] = []
    page.route(SHARDS, lambda route: held.append(route))  # noqa: PLW0108 - Playwright wants a function
    with page.expect_request(SHARDS):
        page.goto(f"{served}search.html?q=春耕", wait_until="commit")
    expect(status(page)).to_have_text("正在检索……")
    page.clock.fast_forward(5000)
    expect(status(page)).to_contain_text("还在载入")
    for route in held:
        route.continue_()
    expect(titles(page)).to_have_text(["春耕开始"])


def test_results_are_narrowed_by_a_facet_and_widened_by_its_chip(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=柳渡古桥")
    facets = page.get_by_role("complementary", name="缩小范围")
    facets.get_by_role("link", name="2022年").first.click()
    expect(status(page)).to_have_text("找到 1 篇")
    assert "2022" == page.evaluate("new URLSearchParams(location.search).get('year')")
    page.get_by_role("link", name="去掉条件 年份：2022年").click()
    assert None is page.evaluate("new URLSearchParams(location.search).get('year')")
    page.goto(f"{address}search.html?q=柳渡古桥&year=1999")
    expect(status(page)).to_contain_text("没有找到")


def test_the_years_are_drawn_as_bars_with_a_table_behind(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=百日行动")
    expect(page.locator(".bars rect.bars__bar")).to_have_count(1)
    page.get_by_text("各年篇数列表").click()
    expect(page.get_by_role("row", name="2022年 45")).to_be_visible()


def test_a_range_of_days_is_kept_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=百日行动")
    page.get_by_text("日期与排列").click()
    page.get_by_label("从").fill("2022-06-02")
    expect(status(page)).to_contain_text("没有找到")
    assert "2022-06-02" == page.evaluate("new URLSearchParams(location.search).get('from')")
    page.get_by_role("link", name="去掉条件 日期").click()
    expect(status(page)).to_have_text("找到 45 篇")
    expect(page.get_by_label("从")).to_have_value("")


def test_the_arrow_keys_lead_from_the_box_to_the_results_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=百日行动")
    expect(titles(page)).to_have_count(10)
    box(page).focus()
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    expect(titles(page).nth(1).get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(box(page)).to_be_focused()


def test_a_page_of_another_script_can_ask_too(page: Page, address: str) -> None:
    page.goto(f"{address}search.html")
    answer = page.evaluate("archiveSearch('百日行动', { confirm: 'all' })")
    assert {"total", "exact", "ids"} == set(answer)
    assert (45, True, 45) == (answer["total"], answer["exact"], len(answer["ids"]))


RUNS = [f"“{run}”" for run in raw_runs(records(archive(STORIES), WORDS), 60)]
ASKED = f"Promise.all({json.dumps(RUNS)}.map((run) => archiveSearch(run, {{ confirm: 'all' }})))"


def test_a_sample_of_runs_finds_in_chromium_what_the_oracle_finds(page: Page, address: str) -> None:
    page.goto(f"{address}search.html")
    held_against_the_oracle(page.evaluate(ASKED))


def test_a_sample_of_runs_finds_in_firefox_what_the_oracle_finds(address: str) -> None:
    asked = {"address": f"{address}search.html", "wait": "true", "tell": ASKED}
    status = "document.querySelector('#search-status').textContent"
    shown = {
        "address": f"{address}search.html?q=柳渡古桥",
        "wait": f"{status} === '找到 1 篇'",
        "tell": "[...document.querySelectorAll('.result mark')].map((mark) => mark.textContent)",
    }
    told = told_by_firefox([asked, shown])
    held_against_the_oracle(told[0])
    assert ["柳渡古桥", "柳渡古桥"] == told[1]


def told_by_firefox(steps: list[dict[str, str]]) -> list[Any]:
    """What each page told; with no word in the console and no failed request."""
    asked = json.dumps({"firefox": str(ensure_firefox()), "steps": steps})
    driver = Path(__file__).parents[1] / "js" / "firefox.js"
    done = subprocess.run(["node", driver], input=asked.encode(), capture_output=True, check=True)
    answer = json.loads(done.stdout)
    assert [] == answer["wrong"]
    return list(answer["told"])


def held_against_the_oracle(answers: list[dict[str, Any]]) -> None:
    articles = records(archive(STORIES, captions=(CAPTION,)), WORDS)
    for run, answer in zip(RUNS, answers, strict=True):
        expected = holding(run[1:-1], articles)
        assert (run, expected, True) == (run, set(answer["ids"]), answer["exact"])


def test_typing_suggests_headlines_writers_and_issues(page: Page, address: str) -> None:
    page.goto(f"{address}search.html")
    suggested = page.get_by_role("list", name="也许要找")
    box(page).press_sequentially("柳渡", delay=20)
    expect(suggested.get_by_role("link")).to_have_text(["柳渡古桥重开题目"])
    box(page).fill("骆")
    expect(suggested.get_by_role("link")).to_have_text(["骆青作者"])
    box(page).fill("2022年6月")
    expect(suggested.get_by_role("link")).to_have_text(["2022-06-01 柳渡周报期"])
    box(page).fill("骆")
    expect(suggested.get_by_role("link")).to_have_text(["骆青作者"])
    box(page).press("ArrowDown")
    page.keyboard.press("Enter")
    expect(box(page)).to_have_value("作者:骆青")
    expect(suggested).to_be_hidden()
    expect(titles(page)).to_have_text(["驿站一日"])
