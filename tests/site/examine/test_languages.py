"""The site in traditional Chinese and in English, in a browser: it fits, it is for everyone, it finds."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from conftest import AWKWARD, SilentHandler, spoken
from depth import FULL, whole

from .conftest import DESK, HEIGHT, PHONE, tab
from .specimens import one_of_each, specimens
from .test_access import RUN, WITHOUT_COLOURS, load_axe, violations
from .test_fit import STICKS_OUT
from .test_modes import OLD_EYES, SHOW, SMALL_TYPE, VOICE, kept

pytestmark = pytest.mark.browser

# Names, roles and languages are the same at each width, and colours in each language: `make test` has axe
# look at one width of one language, and at colours in the samples' own.
EXAMINED, LOOK = ((PHONE, DESK), RUN) if FULL else ((PHONE,), WITHOUT_COLOURS)
LANGUAGES = ("zh-Hant", "en")
NAME, PLACE = "祝小满", "临澜"

# In a flex box a blank at the end of a text is none: a gap parts it from what follows, or a blank that stays.
SWALLOWED = """() => [...document.body.querySelectorAll("*")].filter((one) => {
    const { display, flexDirection, columnGap } = getComputedStyle(one);
    if (!display.endsWith("flex") || flexDirection !== "row" || parseFloat(columnGap) > 0) return false;
    return [...one.childNodes].some(({ nodeType, data, nextSibling, previousSibling }) =>
        nodeType === Node.TEXT_NODE && data.trim() &&
        ((nextSibling && /[ \\n]$/u.test(data)) || (previousSibling && /^[ \\n]/u.test(data))));
}).map((one) => one.outerHTML.slice(0, 80))"""
# Words that are wider than the button they stand on.
SPILT = """() => [...document.querySelectorAll("button")]
    .filter((one) => one.scrollWidth > one.clientWidth || one.getBoundingClientRect().right > innerWidth)
    .map((one) => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def spoken_site(language: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return spoken(tmp_path_factory, language)


@pytest.fixture(scope="module")
def spoken_address(spoken_site: Path) -> Iterator[str]:
    handler = partial(SilentHandler, directory=str(spoken_site.parent.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{quote(AWKWARD)}/{quote(spoken_site.name)}/"
        server.shutdown()


def searched(page: Page, address: str, asked: str) -> None:
    page.goto(f"{address}search.html?q={quote(asked)}")
    page.locator(".facet").first.wait_for()


def test_every_template_fits_and_is_for_everyone(
    chromium: Browser, spoken_site: Path, spoken_address: str, language: str
) -> None:
    found: list[str] = []
    chosen = specimens(spoken_site)
    looked_at = chosen if FULL else one_of_each(spoken_site, chosen) if language == "en" else []
    with tab(chromium, bypass_csp=True) as page:
        for address in chosen:
            page.goto(spoken_address + address)
            if address in looked_at:
                load_axe(page)
            for width in (PHONE, DESK):
                page.set_viewport_size({"width": width, "height": HEIGHT})
                wrong = page.evaluate(STICKS_OUT)
                if width in EXAMINED and address in looked_at:
                    wrong += violations(page, LOOK)
                found += [f"{address}, {width}: {one}" for one in wrong]
    assert [] == found


SAID = {
    "zh-Hant": (
        "找到 17 篇",
        ["年份", "專刊", "版塊", "體裁", "作者"],
        "專刊：今日临澜",
        "作者:%s",
        "日期：2023年6月1日至最新",
    ),
    "en": (
        "Found 17 articles",
        ["Year", "Edition", "Sections", "Kind", "Authors"],
        "Edition: 今日临澜",
        "author:%s",
        "Date: June 1, 2023 to the latest",
    ),
}


@pytest.mark.parametrize("language", whole(LANGUAGES, 1), indirect=True)
def test_no_blank_between_words_is_swallowed(chromium: Browser, spoken_site: Path) -> None:
    found: list[str] = []
    with tab(chromium, viewport={"width": PHONE, "height": HEIGHT}) as page:
        for address in specimens(spoken_site):
            page.goto((spoken_site / address).as_uri())
            found += [f"{address}: {one}" for one in page.evaluate(SWALLOWED)]
        assert [] == found
        page.goto("about:blank")
        page.set_content('<p style="display: flex">Page C02 · <span>看点</span></p>')
        assert 1 == len(page.evaluate(SWALLOWED))


def test_a_search_finds_and_says_so_in_the_site_s_language(
    chromium: Browser, spoken_address: str, spoken_site: Path, language: str
) -> None:
    count, facets, chip, author, dates = SAID[language]
    for address in (spoken_address, f"{spoken_site.as_uri()}/"):
        with tab(chromium) as page:
            searched(page, address, PLACE)
            assert count == page.locator("#search-status").inner_text()
            assert facets == page.locator(".facet h2").all_inner_texts()
            page.locator(".facet a", has_text="今日临澜").first.click()
            page.locator("#search-chips a").wait_for()
            assert [chip] == page.locator("#search-chips a").all_inner_texts()
            searched(page, address, author % NAME)
            assert page.locator(".result").count() > 0
            page.goto(f"{address}search.html?q={quote(PLACE)}&from=2023-06-01")
            assert [dates] == page.locator("#search-chips a").all_inner_texts()


def test_results_and_conditions_fit_and_are_for_everyone(chromium: Browser, spoken_address: str) -> None:
    found: list[str] = []
    with tab(chromium, bypass_csp=True) as page:
        searched(page, spoken_address, PLACE)
        page.locator("#search-conditions summary").click()
        load_axe(page)
        for width in (PHONE, DESK):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            found += [f"{width}: {one}" for one in page.evaluate(STICKS_OUT) + violations(page)]
    assert [] == found


def test_a_chart_of_one_year_and_the_unknown_names_both(
    chromium: Browser, spoken_address: str, language: str
) -> None:
    with tab(chromium, viewport={"width": PHONE, "height": HEIGHT}) as page:
        searched(page, spoken_address, "记者")
        labels = {label.inner_html(): label.bounding_box() for label in page.locator(".bars text").all()}
    year, unknown = labels["2023"], labels[{"zh-Hant": "不詳", "en": "unknown"}[language]]
    assert year
    assert unknown
    assert 0 <= year["x"] < year["x"] + year["width"] < unknown["x"]


@pytest.mark.parametrize("mode", whole(["light.plain.4", "light.elder.4"], 1))
def test_what_lies_over_a_page_in_large_type_leaves_room_and_hides_nothing(
    chromium: Browser, spoken_address: str, mode: str
) -> None:
    screen = {"width": PHONE, "height": HEIGHT}
    with tab(chromium, viewport=screen, **kept(mode)) as page:
        page.add_init_script(VOICE)
        searched(page, spoken_address, PLACE)
        page.locator(".result__title a").first.click()
        page.locator(".found").wait_for()
        page.locator(".aloud").wait_for()
        found, aloud = page.locator(".found").bounding_box(), page.locator(".aloud").bounding_box()
        assert found
        assert aloud
        assert found["height"] < HEIGHT / 2
        assert aloud["y"] + aloud["height"] <= found["y"]
        assert [] == page.evaluate(SPILT)


@pytest.mark.parametrize("language", whole(LANGUAGES, 1), indirect=True)
def test_large_type_is_large_and_fits_in_every_language(
    chromium: Browser, spoken_site: Path, spoken_address: str
) -> None:
    found: list[str] = []
    with tab(chromium, viewport={"width": PHONE, "height": HEIGHT}, **kept("light.elder.0")) as page:
        for address in specimens(spoken_site):
            if address != "404.html":
                page.goto(spoken_address + address)
                found += [f"{address}: {one}" for one in page.evaluate(SMALL_TYPE, OLD_EYES)]
                for mode in ("light.plain.4", "light.elder.4"):
                    page.evaluate(SHOW, mode)
                    wide = page.evaluate(STICKS_OUT) + page.evaluate(SPILT)
                    found += [f"{address}, {mode}: {one}" for one in wide]
    assert [] == found


def test_the_order_of_results_can_be_read_whole(chromium: Browser, spoken_address: str) -> None:
    for width in (PHONE, DESK):
        with tab(chromium, viewport={"width": width, "height": HEIGHT}) as page:
            page.goto(f"{spoken_address}search.html")
            page.locator("#search-conditions summary").click()
            order = page.locator("#search-conditions select")
            wide = "one => one.getBoundingClientRect().width"
            given = order.evaluate(wide)
            order.evaluate("one => { one.style.flex = 'none'; one.style.width = 'max-content'; }")
            assert order.evaluate(wide) <= given


def test_a_voice_is_told_what_is_print(chromium: Browser, spoken_address: str) -> None:
    with tab(chromium) as page:
        searched(page, spoken_address, PLACE)
        title = page.locator(".result__title a").first
        assert "zh-CN" == title.get_attribute("lang")
        title.click()
        page.locator(".found").wait_for()
        assert "zh-CN" == page.locator("article .text").get_attribute("lang")


def test_an_article_opened_from_a_search_counts_its_hits(
    chromium: Browser, spoken_address: str, language: str
) -> None:
    with tab(chromium) as page:
        searched(page, spoken_address, PLACE)
        page.locator(".result__title a").first.click()
        said = page.locator("#found-said").inner_text()
    counted = {"zh-Hant": "第 1 處，共 ", "en": "1 of "}[language]
    assert said.startswith(counted)
