"""Every template by finger and by key: targets a thumb can hit, a focus one sees, a way past the masthead."""

from typing import Literal

import pytest
from playwright.sync_api import Browser

from depth import whole

from .conftest import DESK, HEIGHT, PHONE, Walk, tab

pytestmark = pytest.mark.browser

FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']"

# A target is what answers to a finger: the box of a link or button, the label of a checkbox as well. WCAG
# leaves out links within a sentence; a link alone in its block, and links in a row of links, are targets.
SMALL_TARGETS = """(targets) => {
    const least = 44, slack = 0.5;
    const seen = (one) => one.checkVisibility({ visibilityProperty: true })
        && !one.closest(".visually-hidden, .skip");
    const inSentence = (one) => {
        if (getComputedStyle(one).display !== "inline") return false;
        let block = one.parentElement;
        while (getComputedStyle(block).display === "inline") block = block.parentElement;
        const copy = block.cloneNode(true);
        copy.querySelectorAll(targets).forEach((target) => target.remove());
        return /[\\p{L}\\p{N}]{2}/u.test(copy.textContent);
    };
    const answers = (one, x, y) => {
        const hit = document.elementFromPoint(x, y);
        return hit !== null && (one.contains(hit) || one.closest("label")?.contains(hit));
    };
    const held = (one) => {
        one.scrollIntoView({ block: "center", inline: "center" });
        const label = one.closest("label") ?? one;
        const box = label.getBoundingClientRect();
        if (box.width >= least - slack && box.height >= least - slack) return true;
        const x = box.x + box.width / 2, y = box.y + box.height / 2, reach = least / 2 - 1;
        return answers(one, x, y - reach) && answers(one, x, y + reach)
            && (box.width >= least - slack || (answers(one, x - reach, y) && answers(one, x + reach, y)));
    };
    return [...document.querySelectorAll(targets)]
        .filter((one) => seen(one) && !inSentence(one) && !held(one))
        .map((one) => {
            const box = one.getBoundingClientRect();
            return `${one.outerHTML.slice(0, 80)} ${Math.round(box.width)}×${Math.round(box.height)}`;
        });
}"""

# Called after a key was pressed, when script-made focus is shown like that of the Tab key.
WITHOUT_FOCUS = """(targets) => [...document.querySelectorAll(targets)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .filter((one) => {
        one.focus();
        const style = getComputedStyle(one);
        const shown = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        return document.activeElement !== one || !shown || style.outlineColor === "rgba(0, 0, 0, 0)";
    })
    .map((one) => one.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("width", whole([PHONE, DESK], 0))
def test_every_target_is_as_large_as_a_fingertip(walk: Walk, file_site: str, width: int) -> None:
    found: list[str] = []
    for address, page in walk(
        file_site, viewport={"width": width, "height": HEIGHT}, has_touch=width == PHONE
    ):
        found += [f"{address}: {one}" for one in page.evaluate(SMALL_TARGETS, FOCUSABLE)]
    assert [] == found


def test_a_small_target_is_found(chromium: Browser, file_site: str) -> None:
    with tab(chromium) as page:
        page.goto(f"{file_site}index.html")
        page.locator(".masthead__search button").evaluate(
            "one => one.style.cssText = 'min-block-size: 0; align-self: start'"
        )
        assert [True] == ["检索" in one for one in page.evaluate(SMALL_TARGETS, ".masthead__search button")]


def test_whatever_has_the_focus_shows_it(walk: Walk, file_site: str) -> None:
    found: list[str] = []
    colours: tuple[Literal["none", "active"], ...] = ("none", "active")
    for address, page in walk(file_site):
        page.keyboard.press("Tab")
        for forced in colours:
            page.emulate_media(forced_colors=forced)
            found += [f"{address}, {forced}: {one}" for one in page.evaluate(WITHOUT_FOCUS, FOCUSABLE)]
    assert [] == found


def test_the_first_tab_offers_the_way_past_the_masthead(
    walk: Walk, http_site: str, each_template: list[str]
) -> None:
    for address, page in walk(http_site, each_template):
        if address == "404.html":  # it has no masthead to pass
            continue
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert "跳到正文" == skip.inner_text(), address
        box = skip.bounding_box()
        assert box, address
        assert box["y"] >= 0, address
        page.keyboard.press("Enter")
        assert "content" == page.evaluate("document.activeElement.id"), address


def test_nothing_moves_for_readers_who_asked_for_less_motion(
    walk: Walk, file_site: str, each_template: list[str]
) -> None:
    moving = """() => [...document.querySelectorAll("*")].filter((one) => {
        const style = getComputedStyle(one);
        return style.animationName !== "none" || style.scrollBehavior === "smooth"
            || style.transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
    }).map((one) => one.outerHTML.slice(0, 100))"""
    found: list[str] = []
    for address, page in walk(file_site, each_template, reduced_motion="reduce"):
        found += [f"{address}: {one}" for one in page.evaluate(moving)]
    assert [] == found
