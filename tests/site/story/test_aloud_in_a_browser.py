"""朗读 in a real Chromium, with voices of ours in the place of its own: what is said, and by whom."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

NEWS = "jinri-linlan/2023/2023-06-09/c01-01.html"
NEXT = "jinri-linlan/2023/2023-06-09/c01-02.html"
PHOTO = "jinri-linlan/2023/2023-05-26/c01-02.html"
BRIEFS = "tingnan-xinqu/2023/2023-06-20/01-04.html"
PAGE = "jinri-linlan/2023/2023-06-09/c01.html"
TRADITIONAL = "jinri-linlan/2023/2023-06-16/c04-01.html"

OWN, REMOTE = {"lang": "zh-CN", "localService": True}, {"lang": "zh-CN", "localService": False}
TAIWAN, HONG_KONG = {"lang": "zh-TW", "localService": True}, {"lang": "zh-HK", "localService": True}

# Each thing said is kept and ends at once, or when `goOn` is called; `cancelled` counts what was taken back.
VOICES = """voices => {
    window.said = [];
    window.cancelled = 0;
    window.isQuick = true;
    let saying;
    const own = {};
    own.getVoices = () => voices;
    own.speak = (one) => {
        window.said.push({ text: one.text, lang: one.lang, rate: one.rate });
        saying = one;
        if (window.isQuick) setTimeout(() => saying === one && one.onend());
    };
    own.cancel = () => {
        const before = saying;
        saying = undefined;
        if (before) window.cancelled += 1;
        if (before) setTimeout(() => before.onend());
    };
    window.goOn = () => saying.onend();
    window.voicesAre = (now) => { voices = now; own.onvoiceschanged(); };
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };
    Object.defineProperty(window, "speechSynthesis", { value: own });
}"""
# All that an article shows but what its column and kind are called, and what the desk put right.
SHOWN = """() => [...document.querySelectorAll("article.story")].map((story) => {
    const copy = story.cloneNode(true);
    copy.querySelectorAll(".story__label, .amendments, .story__whole").forEach((one) => one.remove());
    return copy.textContent;
}).join("")"""
SAID = "() => window.said.map(({ text }) => text)"


@contextmanager
def reading(chromium: Browser, address: str, voices: Any, **settings: Any) -> Iterator[Page]:
    with chromium.new_context(locale="zh-CN", **settings) as context:
        context.add_init_script(f"({VOICES})({voices_as_js(voices)})")
        page = context.new_page()
        page.goto(address)
        yield page


def voices_as_js(voices: Any) -> str:
    return str(voices).replace("True", "true").replace("False", "false")


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def button(page: Page, name: str) -> Any:
    return page.get_by_role("region", name="朗读").get_by_role("button", name=name, exact=True)


@pytest.mark.parametrize("address", [NEWS, PHOTO, BRIEFS, TRADITIONAL])
def test_what_is_said_is_the_article_in_order(chromium: Browser, file_site: str, address: str) -> None:
    with reading(chromium, file_site + address, [OWN]) as page:
        button(page, "朗读").click()
        expect(button(page, "暂停")).to_have_count(0)
        said = page.evaluate(SAID)
        assert bare(page.evaluate(SHOWN)) == bare("".join(said))
        assert max(len(one) for one in said) <= 42


def test_it_begins_with_the_headline_stack_as_printed(chromium: Browser, http_site: str) -> None:
    with reading(chromium, http_site + NEWS, [OWN]) as page:
        button(page, "朗读").click()
        expect(button(page, "暂停")).to_have_count(0)
        kicker, headline, byline, opening = page.evaluate(SAID)[:4]
    assert ("今年麦收前后历时两周，比常年快三天", "18.6万亩小麦归仓") == (kicker, headline)
    assert "通讯员 祝小满" == byline
    assert opening.startswith("本报临澜6月9日讯（通讯员 祝小满） 6月8日傍晚，")


def test_a_page_is_read_from_end_to_end_as_one_reading(chromium: Browser, file_site: str) -> None:
    with reading(chromium, file_site + PAGE, [OWN]) as page:
        button(page, "朗读").click()
        expect(button(page, "暂停")).to_have_count(0)
        assert page.url.endswith("#reading")
        assert bare(page.evaluate(SHOWN)) == bare("".join(page.evaluate(SAID)))


@pytest.mark.parametrize("voices", [[], [REMOTE], [{"lang": "en-US", "localService": True}]])
def test_without_a_chinese_voice_of_the_machine_s_own_nothing_is_offered(
    chromium: Browser, file_site: str, voices: Any
) -> None:
    with reading(chromium, file_site + NEWS, voices) as page:
        expect(page.get_by_role("region", name="朗读")).to_have_count(0)
        page.evaluate("voices => window.voicesAre(voices)", [REMOTE, OWN])
        expect(button(page, "朗读")).to_be_visible()
        page.evaluate("voices => window.voicesAre(voices)", [REMOTE])
        expect(page.get_by_role("region", name="朗读")).to_have_count(0)


@pytest.mark.parametrize("lacking", ["speechSynthesis", "SpeechSynthesisUtterance"])
def test_a_browser_that_cannot_speak_offers_nothing(chromium: Browser, file_site: str, lacking: str) -> None:
    with chromium.new_context() as context:
        context.add_init_script(f"delete window.{lacking}; delete Window.prototype.{lacking};")
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(file_site + NEWS)
        assert not page.evaluate("name => name in window", lacking)
        expect(page.get_by_role("region", name="朗读")).to_have_count(0)
        assert [] == errors


def test_a_voice_fits_the_characters(chromium: Browser, file_site: str) -> None:
    for address, lang in ((TRADITIONAL, "zh-TW"), (NEWS, "zh-CN")):
        with reading(chromium, file_site + address, [HONG_KONG, OWN, TAIWAN]) as page:
            button(page, "朗读").click()
            assert {lang} == set(page.evaluate("() => window.said.map(({ lang }) => lang)"))


def test_a_reader_pauses_goes_on_and_stops(chromium: Browser, file_site: str) -> None:
    with reading(chromium, file_site + NEWS, [OWN]) as page:
        page.evaluate("window.isQuick = false")
        button(page, "朗读").click()
        page.evaluate("window.goOn()")
        first, second = page.evaluate(SAID)
        button(page, "暂停").click()
        button(page, "继续").click()
        assert [first, second, second] == page.evaluate(SAID)
        button(page, "停止").click()
        expect(button(page, "朗读")).to_be_focused()
        expect(page.locator("[data-aloud]")).to_have_count(0)
        button(page, "朗读").click()
        assert [first, second, second, first] == page.evaluate(SAID)


# Where the last thing said begins, from the upper edge of the window.
LINE = """() => {
    const block = document.querySelector("[data-aloud]");
    const start = block.textContent.replace(/\\s+/gu, " ").indexOf(window.said[window.said.length - 1].text);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let left = start; walker.nextNode(); left -= walker.currentNode.data.length) {
        if (left >= walker.currentNode.data.length) continue;
        range.setStart(walker.currentNode, left);
        range.setEnd(walker.currentNode, left + 1);
        return range.getBoundingClientRect().top;
    }
}"""


def test_the_paragraph_that_is_read_is_marked_and_its_line_in_sight(
    chromium: Browser, file_site: str
) -> None:
    small = {"width": 390, "height": 600}
    with reading(chromium, file_site + NEWS, [OWN], viewport=small, reduced_motion="reduce") as page:
        page.evaluate("window.isQuick = false")
        page.evaluate("NewspaperArchive.display.change({ isElder: true, size: 4 })")
        button(page, "朗读").click()
        for _ in range(24):
            marked = page.locator("[data-aloud]")
            assert bare(page.evaluate(SAID)[-1]) in bare(marked.text_content() or "")
            assert 0 <= page.evaluate(LINE) <= 450
            page.evaluate("window.goOn()")


def test_a_speed_is_kept_for_the_next_article(chromium: Browser, file_site: str) -> None:
    with reading(chromium, file_site + NEWS, [OWN]) as page:
        page.evaluate("window.isQuick = false")
        button(page, "朗读").click()
        button(page, "读慢些").click()
        assert [1, 0.8] == page.evaluate("() => window.said.map(({ rate }) => rate)")
        assert 1 == len(set(page.evaluate(SAID)))
        expect(page.get_by_role("status")).to_have_text("较慢")
        page.goto(file_site + NEXT)
        button(page, "朗读").click()
        assert 0.8 == page.evaluate("window.said[0].rate")


def test_it_falls_silent_when_the_page_is_left(chromium: Browser, file_site: str) -> None:
    with reading(chromium, file_site + NEWS, [OWN]) as page:
        page.evaluate("window.isQuick = false")
        button(page, "朗读").click()
        before = page.evaluate("window.cancelled")
        page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
        assert before + 1 == page.evaluate("window.cancelled")
        expect(button(page, "朗读")).to_be_visible()
