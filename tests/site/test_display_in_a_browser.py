"""显示 as a reader uses it: chosen once, on every page before it is painted, served and from a stick."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from depth import whole
from firefox import told_by_firefox

pytestmark = pytest.mark.browser

WAYS = ("http_site", "file_site")
HOME = "index.html"
ARTICLE = "jinri-linlan/2023/2023-06-09/c01-01.html"
SEARCH = "search.html"
KINDS = (HOME, ARTICLE, SEARCH, "jinri-linlan/2023/2023-06-09/c01.html", "pages/help.html")

DATA = "() => ({ ...document.documentElement.dataset })"
PAPER = "() => getComputedStyle(document.documentElement).backgroundColor"
WARM, DARK, BLACK = "rgb(251, 250, 246)", "rgb(23, 22, 19)", "rgb(0, 0, 0)"
# What stood on <html> when the body began.
AT_FIRST = """new MutationObserver(() => {
    if (document.body && !window.atFirst) window.atFirst = { ...document.documentElement.dataset };
}).observe(document, { childList: true, subtree: true });"""
# A frame is painted, or none is to be had while the page waits so many milliseconds.
PAINTED = """(patience) => new Promise((done) => {
    requestAnimationFrame(() => done("a frame"));
    setTimeout(() => done("no frame"), patience);
})"""
CLOSED = {
    "cookie": """for (const act of ["get", "set"]) {
        const open = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
        const shut = { [act]() { throw new Error("SecurityError"); } };
        Object.defineProperty(Document.prototype, "cookie", { ...open, ...shut });
    }""",
    "localStorage": """Object.defineProperty(window, "localStorage", {
        get() { throw new Error("SecurityError"); },
    });""",
}


@pytest.fixture(params=whole(WAYS, 1))
def address(request: pytest.FixtureRequest) -> str:
    found: str = request.getfixturevalue(request.param)
    return found


def opened(context: BrowserContext, address: str) -> Page:
    """A tab on the page, its panel open."""
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="显示", exact=True).click()
    expect(page.get_by_role("dialog", name="显示")).to_be_visible()
    return page


def choose(page: Page, *labels: str) -> None:
    for label in labels:
        page.get_by_label(label).or_(page.get_by_role("button", name=label)).click()


@pytest.mark.parametrize("address", WAYS, indirect=True)
def test_a_choice_is_there_on_every_other_page(chromium: Browser, address: str) -> None:
    with chromium.new_context(color_scheme="light") as context:
        page = opened(context, address + HOME)
        choose(page, "深色", "长辈模式", "放大字号", "放大字号")
        chosen = {"scheme": "dark", "elder": "", "size": "2"}
        assert chosen == page.evaluate(DATA)
        other = context.new_page()
        for kind in KINDS:
            other.goto(address + kind)
            assert (chosen, BLACK) == (other.evaluate(DATA), other.evaluate(PAPER)), kind


def test_who_chooses_nothing_follows_the_system_and_loads_nothing_more(
    chromium: Browser, address: str
) -> None:
    for scheme, colour in (("light", WARM), ("dark", DARK)):
        with chromium.new_context(color_scheme=scheme) as context:
            page = context.new_page()
            asked: list[str] = []
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.goto(address + ARTICLE)
            assert colour == page.evaluate(PAPER)
            assert [] == [url for url in asked if "modes.css" in url or "panel.css" in url]


@pytest.mark.parametrize(
    ("system", "label", "colour"),
    [("dark", "浅色", WARM), ("light", "深色", DARK), ("dark", "跟随系统", DARK)],
)
def test_a_choice_overrules_the_system(
    chromium: Browser, file_site: str, system: Any, label: str, colour: str
) -> None:
    with chromium.new_context(color_scheme=system) as context:
        page = opened(context, file_site + HOME)
        choose(page, "浅色", label)
        expect(page.locator("html")).to_have_css("background-color", colour)


def test_the_mode_stands_before_the_page_does(chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        context.add_init_script(AT_FIRST)
        choose(opened(context, address + HOME), "长辈模式")
        other = context.new_page()
        other.goto(address + ARTICLE)
        assert {"scheme": "system", "elder": "", "size": "0"} == other.evaluate("() => window.atFirst")


def test_nothing_is_painted_before_what_the_mode_is_set_by_is_there(
    chromium: Browser, http_site: str
) -> None:
    with chromium.new_context(color_scheme="light") as context:
        choose(opened(context, http_site + HOME), "深色", "长辈模式")
        page = context.new_page()
        held: list[Route] = []
        page.route("**/theme/modes.css", lambda route: held.append(route))  # noqa: PLW0108 - it takes no builtin
        with page.expect_request("**/theme/modes.css"):
            page.goto(http_site + ARTICLE, wait_until="commit")
        assert "no frame" == page.evaluate(PAINTED, 500)
        held[0].continue_()
        assert "a frame" == page.evaluate(PAINTED, 60_000)
        assert BLACK == page.evaluate(PAPER)


@pytest.mark.parametrize("closed", [["cookie"], ["localStorage"], ["cookie", "localStorage"]])
def test_a_closed_store_breaks_nothing(chromium: Browser, http_site: str, closed: list[str]) -> None:
    with chromium.new_context(color_scheme="light") as context:
        errors: list[str] = []
        context.on("weberror", lambda error: errors.append(str(error.error)))
        for store in closed:
            context.add_init_script(CLOSED[store])
        page = opened(context, http_site + HOME)
        choose(page, "长辈模式", "放大字号")
        page.get_by_role("button", name="完成").click()
        expect(page.get_by_role("button", name="退出长辈模式")).to_be_visible()
        other = context.new_page()
        other.goto(http_site + ARTICLE)
        kept = {"scheme": "system", "elder": "", "size": "1"}
        assert (kept if len(closed) == 1 else {"scheme": "system", "size": "0"}) == other.evaluate(DATA)
        assert errors == []


def test_the_panel_is_worked_by_keys_alone(chromium: Browser, file_site: str) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(file_site + ARTICLE)
        button = page.get_by_role("button", name="显示", exact=True)
        button.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog")).to_be_visible()
        for _ in range(12):
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.closest('dialog, body').matches('dialog, body')")
        page.get_by_label("跟随系统").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        assert "dark" == page.evaluate(DATA)["scheme"]
        assert page.url == file_site + ARTICLE
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(button).to_be_focused()


def test_the_panel_says_how_large_type_is_and_where_the_steps_end(chromium: Browser, file_site: str) -> None:
    with chromium.new_context() as context:
        page = opened(context, file_site + HOME)
        said, larger = (
            page.locator("dialog").get_by_role("status"),
            page.get_by_role("button", name="放大字号"),
        )
        expect(page.get_by_role("button", name="缩小字号")).to_have_attribute("aria-disabled", "true")
        told = [said.inner_text()]
        for _ in range(4):
            larger.click()
            told.append(said.inner_text())
        assert ["标准", "大", "较大", "特大", "最大"] == told
        expect(larger).to_have_attribute("aria-disabled", "true")
        assert "28px" == page.evaluate("() => getComputedStyle(document.documentElement).fontSize")
        page.reload()
        page.get_by_role("button", name="显示", exact=True).click()
        expect(said).to_have_text("最大")


def test_the_way_out_of_the_elders_mode_is_in_sight(chromium: Browser, address: str) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 844}) as context:
        choose(opened(context, address + HOME), "长辈模式")
        page = context.new_page()
        page.goto(address + ARTICLE)
        way = page.get_by_role("button", name="退出长辈模式")
        expect(way).to_be_in_viewport()
        way.click()
        expect(way).to_have_count(0)
        expect(page.get_by_role("button", name="显示", exact=True)).to_be_focused()
        assert {"scheme": "system", "size": "0"} == page.evaluate(DATA)


def test_a_page_that_was_open_follows_when_it_is_looked_at_again(chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        before = context.new_page()
        before.goto(address + ARTICLE)
        choose(opened(context, address + HOME), "深色", "长辈模式")
        before.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert {"scheme": "dark", "elder": "", "size": "0"} == before.evaluate(DATA)
        expect(before.get_by_role("button", name="退出长辈模式")).to_be_visible()


def test_without_scripts_no_dead_button_is_shown(chromium: Browser, file_site: str) -> None:
    with chromium.new_context(java_script_enabled=False, color_scheme="dark") as context:
        page = context.new_page()
        for kind in KINDS:
            page.goto(file_site + kind)
            expect(page.locator("button.display")).to_be_hidden()


def test_firefox_remembers_on_a_stick(file_site: str) -> None:
    chosen = """(async () => {
        const until = async (found) => { while (!found()) await new Promise((go) => setTimeout(go, 20)); };
        document.querySelector("button.display").click();
        await until(() => document.querySelector(".panel[open]"));
        document.querySelector(".panel [value='dark']").click();
        document.querySelector(".panel [name='elder']").click();
        return { ...document.documentElement.dataset };
    })()"""
    told = f"[({DATA})(), ({PAPER})()]"
    lighter = """(() => {
        document.querySelector(".display--leave").click();
        return { ...document.documentElement.dataset };
    })()"""
    ready = "document.readyState === 'complete'"
    steps = [(HOME, chosen), (ARTICLE, told), (SEARCH, lighter), (HOME, told)]
    elder, plain = {"scheme": "dark", "elder": "", "size": "0"}, {"scheme": "dark", "size": "0"}
    assert [elder, [elder, BLACK], plain, [plain, DARK]] == told_by_firefox(
        [{"address": file_site + page, "wait": ready, "tell": tell} for page, tell in steps]
    )


def test_every_page_but_the_one_that_stands_alone_has_the_button_once(site: Any) -> None:
    counts = {
        path.relative_to(site).as_posix(): len(re.findall('<button class="display"', path.read_text("utf-8")))
        for path in site.rglob("*.html")
    }
    assert counts.pop("404.html") == 0
    assert set(counts.values()) == {1}
