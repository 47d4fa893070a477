"""Every template fits what it is read on, from a narrow phone to paper, and nothing jumps while it loads."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from .conftest import DESK, HEIGHT, PHONE, TABLET, Walk, tab
from .specimens import Features

pytestmark = pytest.mark.browser

NARROW = 320
A4 = 718  # CSS pixels between its margins

# What sticks out, and not only that something does; a box that scrolls by itself may hold more than fits.
STICKS_OUT = """() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const out = [...document.body.querySelectorAll("*")]
        .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 0.5);
    return [`${root.scrollWidth} of ${root.clientWidth}`, ...out.map((one) => one.outerHTML.slice(0, 80))];
}"""
SHIFTS = """() => {
    window.shifted = [];
    new PerformanceObserver((list) => {
        for (const one of list.getEntries()) {
            const moved = one.sources.map((source) => source.node?.parentElement?.outerHTML.slice(0, 80));
            window.shifted.push(`${one.value.toFixed(4)}: ${moved.join(" ")}`);
        }
    }).observe({ type: "layout-shift", buffered: true });
}"""
# Moves all that stands on a page after it was seen.
MOVER = """addEventListener("load", () => requestAnimationFrame(() => setTimeout(() => {
    document.body.style.paddingBlockStart = "99px";
}, 50)));"""
# Two frames after the last event there is nothing left to move.
SETTLED = """() => new Promise((resolve) => {
    window.scrollTo(0, document.documentElement.scrollHeight);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(window.shifted), 0)));
})"""

TOOLS = """() => [...document.querySelectorAll("nav, form, button, .skip")]
    .filter((one) => one.checkVisibility())
    .map((one) => one.outerHTML.slice(0, 80))"""


def test_no_page_is_wider_than_its_screen(walk: Walk, file_site: str) -> None:
    found: list[str] = []
    for address, page in walk(file_site):
        for width in (NARROW, PHONE, TABLET, DESK):
            page.set_viewport_size({"width": width, "height": HEIGHT})
            found += [f"{address}, {width}: {one}" for one in page.evaluate(STICKS_OUT)]
    assert [] == found


def test_traditional_print_is_set_in_traditional_type(chromium: Browser, file_site: str) -> None:
    fonts = "one => getComputedStyle(one).fontFamily"
    with tab(chromium) as page:
        page.goto(f"{file_site}jinri-linlan/2023/2023-06-16/c04-01.html")
        assert "Noto Serif CJK TC" in page.locator(".text").evaluate(fonts)
        page.goto(f"{file_site}jinri-linlan/2023/2023-06-16/c02-01.html")
        assert "Noto Serif CJK SC" in page.locator(".text").evaluate(fonts)


def test_what_is_wider_than_its_screen_is_found(chromium: Browser, file_site: str) -> None:
    with tab(chromium, viewport={"width": PHONE, "height": HEIGHT}) as page:
        page.goto(f"{file_site}index.html")
        page.evaluate("document.querySelector('main').style.inlineSize = '400px'")
        assert any("<main" in one for one in page.evaluate(STICKS_OUT))


def show_when_whole(route: Route) -> None:
    """The same page, but that nothing of it is shown before its end has come.

    A busy machine shows what it has parsed so far, and half a line stands where the whole one will not.
    """
    answer = route.fetch()
    text = answer.text().replace("<head>", '<head><link rel="expect" href="#whole" blocking="render">', 1)
    assert text != answer.text()
    route.fulfill(response=answer, body=text.replace("</body>", '<i id="whole" hidden></i></body>', 1))


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_jumps_while_a_page_loads(
    chromium: Browser, chosen: list[str], http_site: str, width: int
) -> None:
    found: list[str] = []
    with tab(chromium, viewport={"width": width, "height": HEIGHT}) as page:
        page.route("**/*.html", show_when_whole)
        for address in chosen:
            page.goto(http_site + address)
            page.evaluate(SHIFTS)
            found += [f"{address}: {one}" for one in page.evaluate(SETTLED)]
    assert [] == found


def test_what_a_script_moves_while_a_page_loads_is_found(chromium: Browser, http_site: str) -> None:
    with tab(chromium, viewport={"width": DESK, "height": HEIGHT}, bypass_csp=True) as page:
        page.route("**/*.html", show_when_whole)
        page.add_init_script(MOVER)
        page.goto(f"{http_site}index.html")
        page.evaluate(SHIFTS)
        page.wait_for_function("document.body.style.paddingBlockStart")
        assert page.evaluate(SETTLED)


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_jumps_when_results_come_in(chromium: Browser, http_site: str, width: int) -> None:
    with tab(chromium, viewport={"width": width, "height": HEIGHT}) as page:
        page.add_init_script(f"({SHIFTS})()")
        page.goto(f"{http_site}search.html?q=记者")
        page.locator(".result").first.wait_for()
        assert [] == page.evaluate(SETTLED)


def test_on_paper_a_page_is_its_text_from_edge_to_edge(walk: Walk, file_site: str) -> None:
    found: list[str] = []
    for address, page in walk(file_site, viewport={"width": A4, "height": HEIGHT}):
        page.emulate_media(media="print")
        found += [f"{address}: {one}" for one in page.evaluate(STICKS_OUT)]
        found += [f"{address}: {one}" for one in page.evaluate(TOOLS)]
        assert page.locator("h1").is_visible(), address
    assert [] == found


def test_an_article_prints_on_as_many_sheets_as_its_text_needs(
    chromium: Browser, chosen: list[str], site: Path
) -> None:
    kinds = {address: Features((site / address).read_text("utf-8")).kind for address in chosen}
    articles = [address for address, kind in kinds.items() if kind == "article"]
    assert articles
    with tab(chromium) as page:
        for address in articles:
            page.goto((site / address).as_uri())
            letters = len(page.locator(".text").inner_text())
            sheets = page.pdf(format="A4").count(b"/Type /Page\n")
            assert 1 <= sheets <= 2 + letters // 800, address
