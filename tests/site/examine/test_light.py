"""What a reader has to load: an article in one round trip, scripts in 60 KB, nothing from third parties."""

import gzip
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser

from conftest import ROOT
from folder_writer import FolderWriter
from invented_archive import LIUHE, NEWS, invented_archive, issue, page
from newspaper_archive.model import Paragraph, Role
from newspaper_archive.site.all_pages import render
from newspaper_archive.site.bundles import bundles
from newspaper_archive.site.parts_table import read_parts
from newspaper_archive.site.render_options import Site
from newspaper_archive.site.renderer import prepare
from newspaper_archive.site.tongue import tongue

from .anatomy import Anatomy, target
from .conftest import tab

ARTICLE = 14 * 1024  # bytes, gzipped: what a server sends before it waits for an answer
SCRIPTS = 60 * 1024
LONG = 7_000  # characters
SPARE = 100  # bytes for a longer headline stack, more writers, a longer way through the column
CLAUSE = re.compile("[\u4e00-\u9fff、“”]{2,}[，。,;；:：]")
PAPER = frozenset({"theme/paper.css", "theme/clipping.css"})  # fetched last, and only to print by
FIRST = 1200  # bytes, gzipped: the script that a page waits for
LUNR = "theme/js/lunr.js"  # the search loads it by itself


def weight(data: bytes) -> int:
    """As a web server sends it."""
    return len(gzip.compress(data, 6, mtime=0))


def heavy(site: Path, most: int = ARTICLE) -> Iterator[str]:
    """The article pages of a site that weigh too much with their style sheets."""
    sheets: dict[str, int] = {}
    for path in sorted(site.rglob("*.html")):
        text = path.read_text("utf-8")
        if not re.search('<body class="[^"]*\\barticle\\b', text):
            continue
        here, total = path.relative_to(site).as_posix(), weight(text.encode())
        for way in Anatomy(text).loads:
            address = target(here, way)[0]
            if address.endswith(".css") and address not in PAPER:
                total += sheets.setdefault(address, weight((site / address).read_bytes()))
        if total > most:
            yield f"{here}: {total}"


def test_an_article_and_its_style_sheet_come_in_one_round_trip(site: Path) -> None:
    assert [] == list(heavy(site))


def prose() -> str:
    """Seven thousand characters from the sample pages, saying things again as often as newspapers do."""
    pages = sorted((ROOT / "seeds").rglob("*.txt"))
    clauses = CLAUSE.findall("".join(page.read_text("utf-8", "ignore") for page in pages))
    told = [place - 31 if place > 30 and place % 10 in (0, 3, 6) else place for place in range(len(clauses))]
    return "".join(clauses[place] for place in told)[:LONG]


def test_the_long_story_is_as_dense_as_print() -> None:
    """Seven thousand characters of printed pages weigh 1.16, 1.18, 1.27 and 1.33 bytes a character."""
    assert LONG == len(prose())
    assert 1.2 <= weight(prose().encode()) / LONG <= 1.3


@pytest.fixture
def long_story(tmp_path: Path) -> Path:
    """A site with an article of seven thousand characters."""
    text = prose()
    texts = [text[start : start + 140] for start in range(0, LONG, 140)]
    paragraphs = tuple(Paragraph(text, Role.BODY, (number,)) for number, text in enumerate(texts, 3))
    article = replace(NEWS, paragraphs=paragraphs, lines=tuple(range(1, len(texts) + 3)))
    day = "liuhe/2021/2021-03-10"
    printed = issue(LIUHE, day, "2021-03-10", page(LIUHE, day, "C01", "要闻", (article, NEWS)))
    environment = Environment(
        loader=FileSystemLoader([ROOT / "theme" / "templates", ROOT / "theme"]), autoescape=True
    )
    prepare(environment, Site("晚晴日报"))
    folder = FolderWriter(tmp_path)
    render(replace(invented_archive(), issues=(printed,), sections=()), environment, folder)
    for address, data in bundles((ROOT / "theme",), tongue()):
        folder.write(address, data)
    return tmp_path


def test_a_page_long_article_keeps_within_it(long_story: Path) -> None:
    text = (long_story / "liuhe/2021/2021-03-10/c01-01.html").read_text("utf-8")
    assert LONG <= len(re.sub(r"<[^>]*>|\s", "", text.partition("<main")[2]))
    assert [] == list(heavy(long_story, ARTICLE - SPARE))


def test_all_scripts_together_are_light(site: Path) -> None:
    named = {
        target(path.relative_to(site).as_posix(), way)[0]
        for path in site.rglob("*.html")
        for way in Anatomy(path.read_text("utf-8")).loads
        if way.endswith(".js") and not way.startswith("search/")
    }
    sizes = {address: weight((site / address).read_bytes()) for address in sorted({*named, LUNR})}
    assert {"theme/reading.js", "theme/search.js", LUNR} <= set(sizes)
    assert sum(sizes.values()) <= SCRIPTS, sizes


def test_the_theme_in_the_site_is_what_pages_and_scripts_load(site: Path) -> None:
    there = {path.relative_to(site).as_posix() for path in (site / "theme").rglob("*") if path.is_file()}
    bundled = {bundle.address for bundle in read_parts((ROOT / "theme",))}
    assert bundled | {LUNR, "theme/favicon.svg"} == there
    naming = [*site.rglob("*.html"), *(site / address for address in sorted(bundled))]
    text = "".join(path.read_text("utf-8") for path in naming)
    names = {address: address.removeprefix("theme/").rpartition(".")[0] for address in there}
    # Scripts put some addresses together: `${theme}js/${name}.js` of "units".
    unnamed = {
        address for address, name in names.items() if not re.search(rf"\b{name.rpartition('/')[2]}\b", text)
    }
    assert set() == unnamed


def test_the_one_script_that_a_page_waits_for_is_tiny(site: Path) -> None:
    waited_for = {
        target(path.relative_to(site).as_posix(), way)[0]
        for path in site.rglob("*.html")
        for way in re.findall(r'<script src="([^"]*)"></script>', path.read_text("utf-8"))
    }
    assert {"theme/mode.js"} == waited_for
    assert weight((site / "theme/mode.js").read_bytes()) <= FIRST


@pytest.mark.browser
def test_a_page_asks_nobody_but_its_own_site(chromium: Browser, chosen: list[str], http_site: str) -> None:
    asked: list[str] = []
    with tab(chromium) as page:
        page.on("request", lambda request: asked.append(request.url))
        for address in chosen:
            page.goto(http_site + address)
    assert [] == [url for url in asked if not url.startswith((http_site, "data:"))]
    assert {http_site + address for address in chosen} <= set(asked)
