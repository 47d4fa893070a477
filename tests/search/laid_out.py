"""A site of nothing but home and search page, laid out as the build lays them out; what tests see of it."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import jinja2
from playwright.sync_api import Page, expect

from newspaper_archive.model import Archive, Article, Byline, Caption, Issue
from newspaper_archive.search import Words, build_index
from newspaper_archive.site.bundles import bundles
from newspaper_archive.site.renderer import Site, prepare
from newspaper_archive.site.tongue import tongue

from .invented import EDITION, archive, article

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
    (folder / "theme" / "js").mkdir()
    shutil.copy(ROOT / "node_modules" / "lunr" / "lunr.js", folder / "theme" / "js")
    for name, content in (dict(build_index(built, WORDS)) | dict(bundles((THEME,), tongue()))).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([THEME / "templates", THEME]), autoescape=True
    )
    prepare(environment, Site("青河日报"))
    for template, name in (("base.html", "index.html"), ("newspaper/search.html", "search.html")):
        page = environment.get_template(template).render(here=name)
        folder.joinpath(name).write_text(page, "utf-8")
    story = folder / "liudu/2022/2022-06-01/c02-01.html"
    story.parent.mkdir(parents=True)
    story.write_text(STORY, "utf-8")


def issue_on(day: str, articles: Sequence[Article], *, certain: bool = True) -> Issue:
    """One page of one issue; of a day that is not certain no part enters its address."""
    (issue,) = archive(articles, date=day, certain=certain).issues
    (page,) = issue.pages
    folder = f"liudu/{day[:4]}/{day}" if certain else "liudu/undated/0001"
    placed = tuple(
        replace(each, id=f"{folder}/c02-{number:02}", address=f"{folder}/c02-{number:02}.html")
        for number, each in enumerate(page.articles, 1)
    )
    printed = replace(page, id=f"{folder}/c02", address=f"{folder}/c02.html", articles=placed)
    return replace(issue, id=folder, address=f"{folder}/index.html", pages=(printed,))


def archive_of(*issues: Issue) -> Archive:
    return Archive(editions=(EDITION,), issues=issues, sections=())


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has in the library
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Where the site is served, under its folder's name; ends in a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder.parent))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{folder.as_uri().rpartition('/')[2]}/"
        server.shutdown()


def box(page: Page) -> Any:
    return page.get_by_role("searchbox")


def status(page: Page) -> Any:
    return page.get_by_role("status")


def titles(page: Page) -> Any:
    return page.locator(".result__title")


def said_by_address(page: Page, **conditions: str | None) -> None:
    """The address comes to say this of each condition, and says nothing of one that is None."""
    page.wait_for_function(
        """asked => Object.entries(asked).every(
            ([name, value]) => new URLSearchParams(location.search).get(name) === value)""",
        arg=conditions,
    )


def address_query(page: Page) -> str:
    """What the address asks for at this moment."""
    return str(page.evaluate("new URLSearchParams(location.search).get('q') ?? ''"))


def finds(page: Page, said: str, *headlines: str) -> None:
    """The count is said and these are the results, in any order."""
    expect(status(page)).to_have_text(said)
    expect(titles(page)).to_have_count(len(headlines))
    assert sorted(headlines) == sorted(titles(page).all_text_contents())
