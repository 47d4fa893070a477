"""The page as a newspaper page in a real Chromium: weight, columns, no hole, no overlap; how it is turned."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from depth import whole

pytestmark = [pytest.mark.browser, pytest.mark.build]

WIDTHS = (390, 820, 1280)
ISSUE = "jinri-linlan/2023/2023-05-26"
# What is measured of each story, in pixels of the page; `line` is its longest line in characters.
MEASURE = """() => {
  const box = (element) => {
    const {left, top, right, bottom} = element.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  const lines = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return Array.from(range.getClientRects());
  };
  return {
    over: document.documentElement.scrollWidth - innerWidth,
    stacks: Array.from(document.querySelectorAll(".stack"), (stack) =>
      box(stack)[3] - box(stack.lastElementChild)[3]),
    stories: Array.from(document.querySelectorAll(".broadsheet .story"), (story) => {
      const set = story.querySelector(".story__set");
      const shown = box(set);
      const texts = Array.from(story.querySelectorAll(".text p"));
      const rects = texts.flatMap(lines).filter(({width}) => width > 0);
      const size = parseFloat(getComputedStyle(story.querySelector(".text")).fontSize);
      return {
        box: box(story),
        boxed: story.classList.contains("boxed"),
        headline: parseFloat(getComputedStyle(story.querySelector(".headline")).fontSize),
        heading: box(story.querySelector(".headline")),
        number: Number(story.id.slice("story-".length)),
        lines: rects.length,
        line: Math.max(0, ...rects.map(({width}) => width / size)),
        hidden: rects.some((rect) => rect.left > shown[2] || rect.top > shown[3]),
        link: getComputedStyle(story.querySelector(".story__whole")).display !== "none",
      };
    }),
  };
}"""

# The last words of each story's text, fewer than the shortest line of a column holds.
LAST_WORDS = """stories => stories.map((story) =>
    [...story.querySelectorAll(".text p")].pop().textContent.trim().slice(-4))"""


def bare(text: str) -> str:
    return "".join(text.split())


def sheets(site: Path) -> list[str]:
    """The addresses of all pages of the samples."""
    found = [path for path in sorted(site.rglob("*.html")) if 'class="broadsheet"' in path.read_text("utf-8")]
    return [path.relative_to(site).as_posix() for path in found]


@pytest.fixture(
    scope="module",
    params=whole([(width, way) for width in WIDTHS for way in ("http_site", "file_site")], 0, 3, 4),
    ids=str,
)
def made_up(
    request: pytest.FixtureRequest, chromium: Browser, site: Path
) -> Iterator[tuple[int, dict[str, Any]]]:
    """The width, and what was measured of every sample page at it, with scripts switched off."""
    width, way = request.param
    address = request.getfixturevalue(way)
    viewport = {"width": width, "height": 900}
    with chromium.new_context(viewport=viewport, java_script_enabled=False) as context:  # type: ignore[arg-type]
        page = context.new_page()
        measured = {}
        for sheet in sheets(site):
            page.goto(address + sheet)
            measured[sheet] = page.evaluate(MEASURE)
        assert len(measured) > 15
        yield width, measured


def overlap(one: list[float], other: list[float]) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 1
        and min(one[3], other[3]) - max(one[1], other[1]) > 1
    )


def test_the_page_is_made_up_as_a_newspaper_page(made_up: tuple[int, dict[str, Any]]) -> None:
    width, measured = made_up
    shortest, longest = (10, 24) if width < 1280 else (10, 22)
    for sheet, seen in measured.items():
        stories = seen["stories"]
        assert seen["over"] <= 0, f"{sheet} scrolls sideways"
        assert [story["number"] for story in stories] == list(range(1, len(stories) + 1)), sheet
        for place, story in enumerate(stories):
            crossed = [
                other["number"] for other in stories[place + 1 :] if overlap(story["box"], other["box"])
            ]
            assert not crossed, f"{sheet}: {story['number']} overlaps {crossed}"
            assert story["line"] <= longest, f"{sheet}: {story}"
            assert story["lines"] < 6 or story["line"] >= shortest, f"{sheet}: {story}"
            assert story["heading"][2] <= story["box"][2] + 1, f"{sheet}: {story}"
        for lead in [story for story in stories if not story["boxed"]][:1]:
            others = [story["headline"] for story in stories if story is not lead]
            assert all(lead["headline"] > other for other in others), sheet
            if lead is stories[0]:
                assert lead["box"][:2] == [
                    min(story["box"][0] for story in stories),
                    min(story["box"][1] for story in stories),
                ], sheet


def test_no_stack_leaves_a_hole_and_what_is_cut_leads_to_the_rest(
    made_up: tuple[int, dict[str, Any]],
) -> None:
    width, measured = made_up
    for sheet, seen in measured.items():
        for hole in seen["stacks"]:
            assert hole <= (130 if width == 1280 else 180), sheet
        for story in seen["stories"]:
            assert story["link"] or not story["hidden"], f"{sheet}: {story}"


def test_the_continuous_reading_hides_nothing_and_has_one_column(
    chromium: Browser, site: Path, file_site: str
) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for sheet in sheets(site):
            page.goto(f"{file_site}{sheet}#reading")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                seen = page.evaluate(MEASURE)
                assert seen["over"] <= 0, sheet
                for before, after in pairwise(seen["stories"]):
                    assert before["box"][3] <= after["box"][1] + 1, sheet
                assert not [story for story in seen["stories"] if story["hidden"] or story["link"]], sheet


def test_a_line_of_the_transcript_keeps_its_address_and_the_page_its_make_up(
    chromium: Browser, http_site: str
) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{http_site}{ISSUE}/c01.html#L12")
        expect(page.locator("#L12")).to_be_in_viewport()
        assert "grid" == page.locator(".row").first.evaluate("row => getComputedStyle(row).display")


def test_on_paper_every_story_stands_to_its_last_words(chromium: Browser, file_site: str) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{file_site}{ISSUE}/c02.html")
        assert page.locator(".held").count() == 2
        ends = page.locator(".broadsheet .story").evaluate_all(LAST_WORDS)
        paper = pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    printed = "".join(bare(sheet.get_textpage().get_text_range()) for sheet in paper)
    assert len(ends) == 3
    assert [end for end in ends if bare(end) not in printed] == []
    assert "全文" not in printed


def test_a_link_in_what_is_cut_off_comes_into_sight_when_it_is_focused(
    chromium: Browser, http_site: str
) -> None:
    with chromium.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{http_site}{ISSUE}/c02.html")
        text = page.locator(".held .text").first
        text.evaluate("text => text.append(document.createElement('a'))")
        text.locator("a").last.evaluate("link => { link.href = '#'; link.textContent = '末尾'; }")
        link = text.locator("a").last
        expect(link).not_to_be_in_viewport()
        link.focus()
        expect(link).to_be_in_viewport(ratio=1)


def test_the_strip_of_folios_names_every_page_and_marks_the_one_that_is_read(
    chromium: Browser, http_site: str
) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{http_site}{ISSUE}/c02.html")
        strip = page.get_by_role("navigation", name="版面导航")
        expect(strip.get_by_role("link")).to_have_text(["C01", "C02 看点", "C03 民生", "C04 视觉"])
        expect(strip.locator("[aria-current=page]")).to_have_text("C02 看点")
        strip.get_by_role("link", name="C04 视觉").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("第C04版·视觉")


def test_the_headlines_of_the_page_lead_into_its_continuous_reading(
    chromium: Browser, http_site: str
) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{http_site}{ISSUE}/c02.html")
        page.locator(".headlines summary").click()
        headlines = page.locator(".headlines nav").get_by_role("link")
        expect(headlines).to_have_count(page.locator(".story").count())
        headlines.nth(2).click()
        expect(page.locator("#story-3")).to_be_in_viewport()
        assert "block" == page.locator(".row").first.evaluate("row => getComputedStyle(row).display")


def test_an_issue_shows_each_page_in_small_with_its_headlines_by_weight(
    chromium: Browser, http_site: str
) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"{http_site}{ISSUE}/index.html")
            expect(page.locator(".sheets__one")).to_have_count(4)
            sizes = page.locator(".sheets__one").evaluate_all(
                "sheets => sheets.map((sheet) => Array.from(sheet.querySelectorAll('.headline'),"
                " (headline) => parseFloat(getComputedStyle(headline).fontSize)))"
            )
            assert all(first > max(others) for first, *others in sizes)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def painted(page: Page) -> None:
    """Wait for a page to be shown: what a hand does before that, a browser drops."""
    page.evaluate("new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)))")


@pytest.mark.parametrize("way", ["http_site", "file_site"])
def test_the_arrow_keys_turn_pages_articles_and_issues(
    chromium: Browser, way: str, request: pytest.FixtureRequest
) -> None:
    address = request.getfixturevalue(way)
    turns = [
        (f"{ISSUE}/c02.html", "ArrowRight", f"{ISSUE}/c03.html"),
        (f"{ISSUE}/c02.html", "ArrowLeft", f"{ISSUE}/c01.html"),
        (f"{ISSUE}/c01-01.html", "ArrowRight", f"{ISSUE}/c01-02.html"),
        (f"{ISSUE}/index.html", "ArrowRight", "jinri-linlan/2023/2023-06-02/index.html"),
    ]
    with chromium.new_context() as context:
        page = context.new_page()
        for here, key, there in turns:
            page.goto(address + here)
            painted(page)
            page.keyboard.press(key)
            page.wait_for_url(address + there)


def test_the_arrow_keys_leave_a_field_a_chord_and_the_first_page_alone(
    chromium: Browser, http_site: str
) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{http_site}{ISSUE}/c02.html")
        page.locator("#q").fill("水")
        page.keyboard.press("ArrowLeft")
        page.locator("h1").click()
        page.keyboard.press("Shift+ArrowRight")
        page.goto(f"{http_site}{ISSUE}/c01.html#L2")
        painted(page)
        page.keyboard.press("ArrowLeft")
        # The key that does turn comes last: had one before it turned the page, it would end elsewhere.
        page.keyboard.press("ArrowRight")
        page.wait_for_url(f"{http_site}{ISSUE}/c02.html")
        page.locator("#q").focus()
        page.keyboard.press("ArrowRight")
        page.locator("h1").click()
        page.keyboard.press("Control+ArrowRight")
        page.keyboard.press("ArrowRight")
        page.wait_for_url(f"{http_site}{ISSUE}/c03.html")


def swipe(page: Page, *points: tuple[int, int]) -> None:
    """One finger from point to point, as the browser hears it from a screen."""
    painted(page)
    session = page.context.new_cdp_session(page)
    first, *rest = [{"x": x, "y": y} for x, y in points]
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [first]})
    for point in rest:
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.mark.parametrize("way", whole(["http_site", "file_site"], 0))
def test_a_swipe_turns_the_page_and_a_scroll_does_not(
    chromium: Browser, way: str, request: pytest.FixtureRequest
) -> None:
    address = request.getfixturevalue(way)
    with chromium.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True
    ) as context:
        page = context.new_page()
        page.goto(f"{address}{ISSUE}/c02.html")
        swipe(page, (200, 600), (195, 400), (190, 200))
        swipe(page, (300, 500), (220, 400), (150, 330))
        swipe(page, (300, 500), (280, 500), (260, 500))
        swipe(page, (380, 500), (300, 500), (160, 500))
        swipe(page, (320, 500), (200, 505), (80, 510))
        page.wait_for_url(f"{address}{ISSUE}/c03.html")
        swipe(page, (80, 500), (200, 505), (320, 510))
        page.wait_for_url(f"{address}{ISSUE}/c02.html")


def test_a_swipe_over_chosen_text_turns_nothing(chromium: Browser, http_site: str) -> None:
    with chromium.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True
    ) as context:
        page = context.new_page()
        page.goto(f"{http_site}{ISSUE}/c02.html")
        page.evaluate("getSelection().selectAllChildren(document.querySelector('.text p'))")
        swipe(page, (80, 500), (200, 505), (320, 510))
        page.evaluate("getSelection().removeAllRanges()")
        swipe(page, (320, 500), (200, 505), (80, 510))
        page.wait_for_url(f"{http_site}{ISSUE}/c02.html")
