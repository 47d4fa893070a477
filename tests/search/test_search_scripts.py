"""What others may ask of the search's scripts; every browser finds what the oracle finds."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from firefox import told_by_firefox
from newspaper_archive.search.records import records

from .invented import archive
from .laid_out import CAPTION, STORIES, WORDS
from .test_agreement import holding, raw_runs

pytestmark = pytest.mark.browser


def test_a_page_of_another_script_can_ask_too(page: Page, address: str) -> None:
    page.goto(f"{address}search.html")
    answer = page.evaluate("archiveSearch('百日行动', { confirm: 'all' })")
    assert {"total", "exact", "ids"} == set(answer)
    assert (45, True, 45) == (answer["total"], answer["exact"], len(answer["ids"]))


EMBEDDER = """<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; img-src data:">
<title>别处</title><script src="../theme/search.js"></script>"""


def test_a_page_of_an_embedder_asks_with_the_search_s_scripts_alone(
    page: Page, folder: Path, address: str
) -> None:
    file = folder / "elsewhere" / "embedder.html"
    file.parent.mkdir(exist_ok=True)
    file.write_text(EMBEDDER, "utf-8")
    page.goto(f"{address}elsewhere/embedder.html")
    answer = page.evaluate("archiveSearch('红砖驿站 -春耕', { sort: 'newest' })")
    assert {"total": 1, "exact": True, "ids": ["liudu/2022/2022-06-01/c02-04"]} == answer


def test_the_page_shows_what_archive_search_answers(page: Page, address: str) -> None:
    page.add_init_script("""addEventListener("DOMContentLoaded", () => {
        const { archiveSearch } = NewspaperArchive;
        const asked = (...query) => { window.asked = query[0]; return archiveSearch(...query); };
        NewspaperArchive.archiveSearch = Object.assign(asked, archiveSearch);
    });""")
    page.goto(f"{address}search.html")
    page.get_by_role("searchbox").fill("春耕")
    expect(page.get_by_role("status")).to_have_text("找到 1 篇")
    assert "春耕" == page.evaluate("asked")


RUNS = [f"“{run}”" for run in raw_runs(list(records(archive(STORIES), WORDS)), 60)]
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


def held_against_the_oracle(answers: list[dict[str, Any]]) -> None:
    articles = list(records(archive(STORIES, captions=(CAPTION,)), WORDS))
    for run, answer in zip(RUNS, answers, strict=True):
        expected = holding(run[1:-1], articles)
        assert (run, expected, True) == (run, set(answer["ids"]), answer["exact"])
