"""Every template in every mode: axe finds nothing, all fits its screen; 长辈模式 is for eyes of seventy."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from depth import FULL, whole

from .conftest import DESK, HEIGHT, PHONE, TABLET, Walk, tab
from .test_access import COLOURS, RUN, load_axe, violations
from .test_fit import STICKS_OUT
from .test_operable import FOCUSABLE, SMALL_TARGETS, WITHOUT_FOCUS

pytestmark = pytest.mark.browser

READERS, SIZES = ("plain", "elder"), range(5)
# Of a larger step, and of a dark screen, only some rules can tell otherwise.
LOOKS = [
    ("dark.plain.0", PHONE, COLOURS),
    ("light.plain.4", PHONE, RUN),
    ("light.elder.0", DESK, COLOURS),
    ("dark.elder.2", DESK, COLOURS),
    ("dark.elder.4", PHONE, RUN),
]
# `make test` takes the colours of each and the largest type; so does it the smallest and the largest size.
EXAMINED = LOOKS if FULL else [LOOKS[0], LOOKS[2], LOOKS[4]]
MEASURED = SIZES if FULL else (SIZES[0], SIZES[-1])
WIDTHS = (PHONE, TABLET, DESK) if FULL else (PHONE, DESK)
OLD_EYES = 22  # CSS pixels
SEVEN_TO_ONE = """() => axe.run({
    runOnly: {type: "rule", values: ["color-contrast-enhanced"]},
    rules: {"color-contrast-enhanced": {enabled: true}},
    resultTypes: ["violations"],
})"""
SHOW = """text => {
    NewspaperArchive.mode.show(NewspaperArchive.mode.parse(text));
}"""
# Hidden text and the letters of a drawing are not read.
SMALL_TYPE = """least => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set();
    while (walker.nextNode()) {
        const { data, parentElement: one } = walker.currentNode;
        if (!data.trim() || !one.checkVisibility()) continue;
        if (one.closest(".visually-hidden, .skip, noscript, option")) continue;
        const size = parseFloat(getComputedStyle(one).fontSize);
        if (size < least) found.add(`${size}: ${one.outerHTML.slice(0, 80)}`);
    }
    return [...found];
}"""
UNDER = """name => {
    const [one, bar] = [document.activeElement, document.querySelector(name)];
    if (one === document.body || bar.contains(one)) return [];
    const isUnder = one.getBoundingClientRect().bottom > bar.getBoundingClientRect().top;
    return isUnder ? [one.outerHTML.slice(0, 80)] : [];
}"""
# A voice that never comes to an end.
VOICE = """Object.defineProperty(window, "speechSynthesis", {
    value: { getVoices: () => [{ lang: "zh-CN", localService: true }], speak() {}, cancel() {} },
});
window.SpeechSynthesisUtterance = function () {};"""
# A phrase that stands on more lines than one though one would hold it; one that lacks the line of its link.
PARTED = """() => [...document.querySelectorAll(".phrased > span")].filter((one) => {
    const { fontSize, lineHeight } = getComputedStyle(one);
    let box = one.parentElement;
    while (!box.clientWidth) box = box.parentElement;
    const isShort = one.textContent.length * parseFloat(fontSize) < box.clientWidth;
    return isShort && one.getBoundingClientRect().height > 1.5 * parseFloat(lineHeight);
}).map((one) => one.textContent)"""
UNDERLINED = """() => [...document.querySelectorAll("a .phrased > span")].filter((one) =>
    getComputedStyle(one).textDecorationLine !== getComputedStyle(one.closest("a")).textDecorationLine
).map((one) => one.textContent)"""
ON_PAPER = """() => {
    const { fontSize, backgroundColor } = getComputedStyle(document.documentElement);
    return [fontSize, backgroundColor, document.querySelector("main").innerText];
}"""
CLUTTER = ".cite, .heat__map, .small, .qr, .chart__bar, .record, .furniture, .colophon, .month table, .why"


def kept(mode: str) -> dict[str, Any]:
    """What a browser has kept of a reader who chose it on a web server of this machine."""
    cookie = {"name": "newspaper-display", "value": mode, "domain": "127.0.0.1", "path": "/", "expires": -1}
    more = {"httpOnly": False, "secure": False, "sameSite": "Lax"}
    return {"storage_state": {"cookies": [cookie | more], "origins": []}}


@pytest.fixture(scope="module")
def dressed(chromium: Browser, each_template: list[str], http_site: str) -> Walk:
    """Each template but the one that stands alone, with what the modes are set by already there."""

    def dressed(mode: str = "light.elder.0", **settings: Any) -> Iterator[tuple[str, Page]]:
        with tab(chromium, **kept(mode), **settings) as page:
            for address in each_template:
                if address != "404.html":
                    page.goto(http_site + address)
                    yield address, page

    return dressed


def test_axe_finds_nothing_in_any_mode(dressed: Walk) -> None:
    found: list[str] = []
    for address, page in dressed(bypass_csp=True, color_scheme="dark"):
        load_axe(page)
        for mode, width, run in EXAMINED:
            page.evaluate(SHOW, mode)
            page.set_viewport_size({"width": width, "height": HEIGHT})
            found += [f"{address}, {mode}, {width}: {one}" for one in violations(page, run)]
    assert [] == found


def test_no_page_is_wider_than_its_screen_at_any_size(dressed: Walk) -> None:
    found: list[str] = []
    for address, page in dressed():
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            for mode in [f"light.{reader}.{size}" for reader in READERS for size in MEASURED]:
                page.evaluate(SHOW, mode)
                found += [f"{address}, {mode}, {width}: {one}" for one in page.evaluate(STICKS_OUT)]
    assert [] == found


@pytest.mark.parametrize(
    "mode", whole(["light.plain.0", "dark.plain.4", "light.elder.4", "dark.elder.0"], 0, 2)
)
def test_the_panel_is_for_everyone_too(chromium: Browser, http_site: str, mode: str) -> None:
    screen = {"width": PHONE, "height": HEIGHT}
    with tab(chromium, bypass_csp=True, viewport=screen, has_touch=True, **kept(mode)) as page:
        page.goto(f"{http_site}index.html")
        page.get_by_role("button", name="显示", exact=True).click()
        page.get_by_role("dialog").wait_for()
        load_axe(page)
        assert [] == violations(page)
        assert [] == page.evaluate(SMALL_TARGETS, ".panel :is(button, input)")
        assert [] == page.evaluate(STICKS_OUT)
        sideways = "one => one.scrollWidth - one.clientWidth"
        assert 0 == page.get_by_role("dialog").evaluate(sideways)


@pytest.mark.parametrize("mode", ["light.plain.0", "dark.elder.4"])
def test_the_bar_that_reads_aloud_is_for_everyone_too(chromium: Browser, http_site: str, mode: str) -> None:
    screen = {"width": PHONE, "height": HEIGHT}
    with tab(chromium, bypass_csp=True, viewport=screen, has_touch=True, **kept(mode)) as page:
        page.add_init_script(VOICE)
        page.goto(f"{http_site}jinri-linlan/2023/2023-06-09/c01-01.html")
        load_axe(page)
        page.get_by_role("button", name="朗读").click()
        assert [] == violations(page)
        assert [] == page.evaluate(SMALL_TARGETS, ".aloud button")
        assert [] == page.evaluate(STICKS_OUT)


def test_a_phrase_of_a_headline_stays_whole_where_a_line_holds_it(dressed: Walk) -> None:
    found, phrases = [], 0
    for address, page in dressed("light.elder.4", viewport={"width": PHONE, "height": HEIGHT}):
        for mode in ("light.elder.4", "light.plain.4"):
            page.evaluate(SHOW, mode)
            phrases += page.locator(".phrased > span").count()
            found += [f"{address}, {mode}: {one}" for one in page.evaluate(PARTED)]
            found += [f"{address}, {mode}, without the line: {one}" for one in page.evaluate(UNDERLINED)]
    assert [] == found
    assert phrases > 0


def test_who_asks_the_system_for_contrast_has_no_pale_ink(chromium: Browser, http_site: str) -> None:
    with tab(chromium, bypass_csp=True, contrast="more") as page:
        page.goto(f"{http_site}index.html")
        load_axe(page)
        assert [] == violations(page, SEVEN_TO_ONE)


def test_results_of_a_search_fit_at_the_largest_size_too(chromium: Browser, http_site: str) -> None:
    for mode in ("light.plain.4", "light.elder.4"):
        with tab(chromium, viewport={"width": PHONE, "height": HEIGHT}, **kept(mode)) as page:
            page.goto(f"{http_site}search.html?q=记者")
            page.locator(".facet").first.wait_for(state="attached")
            assert [] == page.evaluate(STICKS_OUT)


def test_old_eyes_have_large_type_and_seven_to_one(dressed: Walk) -> None:
    found: list[str] = []
    for address, page in dressed(bypass_csp=True, viewport={"width": PHONE, "height": HEIGHT}):
        load_axe(page)
        for mode in ("light.elder.0", "dark.elder.0"):
            page.evaluate(SHOW, mode)
            found += [f"{address}, {mode}: {one}" for one in page.evaluate(SMALL_TYPE, OLD_EYES)]
            found += [f"{address}, {mode}: {one}" for one in violations(page, SEVEN_TO_ONE)]
    assert [] == found


@pytest.mark.parametrize("mode", whole(["light.plain.0", "light.elder.2"], 1))
@pytest.mark.parametrize("bar", [".found", ".aloud"])
def test_what_the_keyboard_comes_to_is_never_under_a_bar(
    chromium: Browser, http_site: str, mode: str, bar: str
) -> None:
    query = "#q=记者" if bar == ".found" else ""
    with tab(chromium, viewport={"width": PHONE, "height": HEIGHT}, **kept(mode)) as page:
        page.add_init_script(VOICE)
        page.goto(f"{http_site}jinri-linlan/2023/2023-05-26/c03-09.html{query}")
        page.locator(bar).wait_for()
        found = []
        for _ in range(40):
            page.keyboard.press("Tab")
            found += page.evaluate(UNDER, bar)
        assert [] == found


def test_type_for_other_eyes_is_smaller_and_paler(chromium: Browser, http_site: str) -> None:
    with tab(chromium, bypass_csp=True, color_scheme="light") as page:
        page.goto(f"{http_site}index.html")
        load_axe(page)
        assert page.evaluate(SMALL_TYPE, OLD_EYES)
        assert violations(page, SEVEN_TO_ONE)


def test_old_hands_have_targets_of_a_thumb_and_see_the_focus(dressed: Walk) -> None:
    found: list[str] = []
    for address, page in dressed(viewport={"width": PHONE, "height": HEIGHT}, has_touch=True):
        found += [f"{address}: {one}" for one in page.evaluate(SMALL_TARGETS, FOCUSABLE)]
        page.keyboard.press("Tab")
        found += [f"{address}: {one}" for one in page.evaluate(WITHOUT_FOCUS, FOCUSABLE)]
    assert [] == found


def test_old_readers_are_spared_what_is_not_read_and_paper_knows_no_mode(dressed: Walk) -> None:
    seen, before = "all => all.filter(one => one.checkVisibility()).map(one => one.className)", 0
    for address, page in dressed():
        clutter = page.locator(CLUTTER)
        assert [] == clutter.evaluate_all(seen), address
        headlines = page.locator("h1:not(.visually-hidden)")
        assert headlines.count() == 0 or headlines.first.is_visible(), address
        assert page.locator("input[type='search']").first.is_visible(), address
        page.evaluate(SHOW, "light.plain.0")
        before += len(clutter.evaluate_all(seen))
        page.evaluate(SHOW, "dark.elder.4")
        page.emulate_media(media="print", color_scheme="dark")
        chosen = page.evaluate(ON_PAPER)
        page.evaluate(SHOW, "system.plain.0")
        assert page.evaluate(ON_PAPER) == chosen, address
        # A page made up as a newspaper is set smaller on paper.
        assert chosen[:2] in (["16px", "rgb(255, 255, 255)"], ["12px", "rgb(255, 255, 255)"]), address
        page.emulate_media(media="screen", color_scheme="light")
    assert before
