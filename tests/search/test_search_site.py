"""The search of the built sample site finds, in a real Chromium, what `grep` finds in its article pages."""

import re
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Page, expect

from depth import whole
from newspaper_archive.search.tokenise import fold

pytestmark = [pytest.mark.browser, pytest.mark.build]

WAYS = ("file_site", "http_site")
STORY = re.compile(r'<article class="story.*?</article>', re.DOTALL)
# What the site says of an article: its kind, and where a jump leads.
SAID = re.compile(r'<p class="(?:story__label|jump)">.*?</p>', re.DOTALL)
END_OF_PARAGRAPH = re.compile(r"</(?:p|h[1-6]|span)>")
TAG = re.compile(r"<[^>]*>")
NOT_A_LETTER = re.compile(r"[\W_]")
CHINESE = re.compile("[\u4e00-\u9fff]{2,8}")


def texts(site: Path) -> dict[str, str]:
    """What is printed on each article page, folded, a paragraph a line, by address."""
    found = {}
    for file in sorted(site.rglob("*-[0-9][0-9].html")):
        story = STORY.search(file.read_text("utf-8"))
        if story:
            lines = END_OF_PARAGRAPH.sub("\x00", SAID.sub("", story.group()).replace("\n", " "))
            printed = fold(TAG.sub("", lines).replace("\x00", "\n")).text
            found[file.relative_to(site).as_posix()] = printed
    return found


def runs_of(printed: dict[str, str]) -> list[str]:
    """Runs of Chinese as they stand in print, and one character."""
    random = Random(5)  # noqa: S311 - queries for a test
    runs = [random.choice(CHINESE.findall(text)) for text in random.sample(sorted(printed.values()), 15)]
    return [*runs, runs[0][0]]


def search(page: Page, address: str, asked: str) -> set[str]:
    """The addresses of all results."""
    page.goto(f"{address}search.html?q={asked}")
    expect(page.get_by_role("status")).to_have_text(re.compile("^(找到 \\d+ 篇|没有.*)$"))
    answer = page.evaluate("query => archiveSearch(query, { confirm: 'all' })", asked)
    expect(page.locator(".result")).to_have_count(min(10, answer["total"]))
    return {f"{id_}.html" for id_ in answer["ids"]}


@pytest.mark.parametrize("way", whole(WAYS, 0))
def test_a_search_finds_what_grep_finds(
    chromium: Browser, site: Path, way: str, request: pytest.FixtureRequest
) -> None:
    printed = texts(site)
    assert len(printed) > 20
    with chromium.new_context(locale="zh-CN") as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        for run in runs_of(printed):
            found = search(page, request.getfixturevalue(way), run)
            grepped = {address for address, text in printed.items() if run in text}
            assert (run, grepped - found) == (run, set())
            strangers = [address for address in found if run not in NOT_A_LETTER.sub("", printed[address])]
            assert (run, []) == (run, strangers)
    assert said == []


@pytest.mark.parametrize("way", whole(WAYS, 1))
def test_an_article_opens_with_its_hits_marked_and_steps_through_them(
    chromium: Browser, site: Path, way: str, request: pytest.FixtureRequest
) -> None:
    printed = texts(site)
    address, run = next(
        (address, run)
        for address, text in printed.items()
        for run in CHINESE.findall(text)
        if text.count(run[:2]) == 3
    )
    with chromium.new_context(locale="zh-CN") as context:
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{request.getfixturevalue(way)}{address}#q={run[:2]}")
        bar = page.get_by_role("region", name="检索到的文字")
        expect(bar.get_by_role("status")).to_have_text("第 1 处，共 3 处")
        bar.get_by_role("button", name="上一处").click()
        expect(bar.get_by_role("status")).to_have_text("第 3 处，共 3 处")
        expect(page.locator("mark[aria-current]")).to_be_in_viewport()
        bar.get_by_role("button", name="去掉标记").click()
        expect(page.locator("article.story mark")).to_have_count(0)
    assert said == []
