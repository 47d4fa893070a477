"""What the search page says when a piece of its data is slow, missing, cut short or of another build."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from newspaper_archive.search import build_index

from .invented import archive, article
from .laid_out import STORIES, WORDS, box, lay_out, serving, status, titles

pytestmark = pytest.mark.browser


PIECES = re.compile(r"/search/")
SHARDS = re.compile(r"/search/[0-9a-f]+/i/")
TEXTS = re.compile(r"/search/[0-9a-f]+/t/")
COLUMNS = re.compile(r"/(ids|facets)\.js")
FACTS = re.compile(r"/facets\.js")


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
    old = dict(build_index(archive([article("另一期的春耕")])))["search/head.js"]
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


def test_a_slow_shard_can_be_asked_for_again_while_the_first_never_comes(
    context: BrowserContext, served: str
) -> None:
    def hold(route: Route) -> None:
        if "again" in route.request.url:
            route.continue_()

    page = context.new_page()
    page.clock.install()
    page.route(PIECES, hold)
    with page.expect_request(PIECES):
        page.goto(f"{served}search.html?q=春耕", wait_until="commit")
    page.clock.fast_forward(5000)
    expect(page.get_by_role("alert")).to_contain_text("载入得很慢")
    page.get_by_role("button", name="再试一次").click()
    expect(titles(page)).to_have_text(["春耕开始"])
    expect(page.get_by_role("alert")).to_be_hidden()


def test_many_slow_texts_do_not_stand_in_the_way_of_the_next_try(
    context: BrowserContext, served: str
) -> None:
    def hold(route: Route) -> None:
        if "again" in route.request.url:
            route.continue_()

    page = context.new_page()
    page.clock.install()
    page.route(TEXTS, hold)
    with page.expect_request(TEXTS):
        page.goto(f"{served}search.html?q=百日行动", wait_until="commit")
    page.clock.fast_forward(5000)
    page.get_by_role("button", name="再试一次").click()
    expect(status(page)).to_have_text("找到 45 篇")


@pytest.mark.parametrize("what", [SHARDS, TEXTS, COLUMNS], ids=["shards", "texts", "columns"])
@pytest.mark.parametrize(
    ("body", "said"),
    [
        (None, "检索数据没有载入成功"),
        ("NewspaperArchive.take(", "检索数据不完整"),
        ("", "检索数据不完整"),
        ('NewspaperArchive.take("0123456789abcdef/i/0/0","","");', "不是同一次建成"),
    ],
    ids=["missing", "cut short", "empty", "of another build"],
)
def test_whatever_piece_fails_is_said_and_counted_as_nothing(
    context: BrowserContext, served: str, what: re.Pattern[str], body: str | None, said: str
) -> None:
    def fail(route: Route) -> None:
        if body is None:
            route.abort()
        else:
            route.fulfill(body=body, content_type="text/javascript")

    page = context.new_page()
    page.route(what, fail)
    page.goto(f"{served}search.html?q=春耕")
    expect(page.get_by_role("alert")).to_contain_text(said)
    expect(status(page)).not_to_contain_text("没有找到")
    assert "找到 1 篇" != status(page).text_content()
    page.unroute(what)
    page.get_by_role("button", name="再试一次").click()
    expect(status(page)).to_have_text("找到 1 篇")
    expect(page.get_by_role("alert")).to_be_hidden()


def test_where_only_the_facets_fail_the_count_stays(context: BrowserContext, served: str) -> None:
    page = context.new_page()
    page.route(FACTS, lambda route: route.abort())
    page.goto(f"{served}search.html?q=春耕")
    expect(page.get_by_role("alert")).to_contain_text("检索数据没有载入成功")
    expect(status(page)).to_have_text("找到 1 篇")
    expect(titles(page)).to_have_text(["春耕开始"])


def test_a_shard_missing_on_the_stick_is_said(context: BrowserContext, folder: Path, tmp_path: Path) -> None:
    broken = tmp_path / "坏 盘"
    shutil.copytree(folder, broken)
    for shard in broken.glob("search/*/i/0/*.js"):
        shard.unlink()
    page = context.new_page()
    page.goto(f"{broken.as_uri()}/search.html?q=春耕")
    expect(page.get_by_role("alert")).to_contain_text("检索数据没有载入成功")
    expect(titles(page)).to_have_count(0)


@pytest.mark.parametrize("way", ["file", "http"])
def test_a_page_that_is_open_while_the_site_is_built_anew_goes_on_finding(
    context: BrowserContext, tmp_path: Path, way: str
) -> None:
    folder = tmp_path / "数字 报"
    folder.mkdir()
    lay_out(folder, archive(STORIES))
    with serving(folder) as address:
        page = context.new_page()
        page.goto(f"{folder.as_uri() if way == 'file' else address}/search.html?q=春耕")
        expect(titles(page)).to_have_text(["春耕开始"])
        shutil.rmtree(folder / "search")
        for name, content in build_index(archive([*STORIES, article("新桥通车", "新桥昨日通车。")]), WORDS):
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        box(page).fill("第一批过桥")
        expect(titles(page)).to_have_text(["柳渡古桥重开"])
        box(page).fill("新桥昨日")
        expect(titles(page)).to_have_text(["新桥通车"])
        expect(page.get_by_role("alert")).to_be_hidden()
