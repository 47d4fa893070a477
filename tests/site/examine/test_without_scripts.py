"""Without JavaScript a reader loses the search and the way to type a day, and nothing else."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from published_site import leads_on

from .anatomy import Anatomy, is_outside, target
from .conftest import Walk, tab

pytestmark = pytest.mark.browser

WITHOUT_SEARCH = (
    ("年份", "index.html#years"),
    ("版块", "sections/index.html"),
    ("作者", "people/index.html"),
)
READ = """() => {
    document.querySelectorAll('.someday').forEach((one) => one.remove());
    return document.querySelector('main').innerText;
}"""


def test_every_template_reads_the_same_without_scripts(
    walk: Walk, file_site: str, each_template: list[str]
) -> None:
    with_scripts = {address: page.evaluate(READ) for address, page in walk(file_site, each_template)}
    without = {
        address: page.evaluate(READ)
        for address, page in walk(file_site, each_template, java_script_enabled=False)
        if address != "search.html"
    }
    assert {address: with_scripts[address] for address in without} == without
    assert all(without.values())


def test_the_search_page_says_what_it_lacks_and_where_to_go_instead(
    chromium: Browser, file_site: str
) -> None:
    with tab(chromium, java_script_enabled=False) as page:
        page.goto(f"{file_site}search.html")
        note = page.locator("main noscript")
        assert "检索要用 JavaScript" in note.inner_text()
        for words, address in WITHOUT_SEARCH:
            page.goto(f"{file_site}search.html")
            note.get_by_role("link", name=words).click()
            assert page.url == file_site + address
            assert page.locator(f"main {page.evaluate('location.hash') or 'h1'}").is_visible()


def test_links_alone_lead_from_home_to_every_file(site: Path) -> None:
    reached, row = {"index.html"}, ["index.html"]
    while row:
        here = row.pop()
        for way in Anatomy((site / here).read_text("utf-8")).links:
            address = target(here, way)[0]
            if not is_outside(way) and address.endswith(".html") and address not in reached:
                reached.add(address)
                row.append(address)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*.html") if not leads_on(path)}
    assert {"404.html"} == files - reached
