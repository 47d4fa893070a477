"""Every template for everyone: axe-core finds nothing, in light and dark, on a phone and on a desk."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from conftest import ROOT
from depth import FULL

from .conftest import DESK, HEIGHT, PHONE, Walk, tab

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# WCAG 2.2 AA and what axe holds to be good practice besides; target-size is off in axe unless asked for.
RUN = """() => axe.run({
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    rules: {"target-size": {enabled: true}},
    resultTypes: ["violations"],
})"""
# All but what COLOURS looks at, which takes a third of the time.
WITHOUT_COLOURS = RUN.replace(
    "rules: {", 'rules: {"color-contrast": {enabled: false}, "link-in-text-block": {enabled: false}, '
)
COLOURS = """() => axe.run({
    runOnly: {type: "rule", values: ["color-contrast", "link-in-text-block"]},
    resultTypes: ["violations"],
})"""

SCREEN: dict[str, Any] = {"media": "screen"}
# Of a dark screen, and of paper that such a screen prints, only the colours are in doubt.
LOOKS: list[tuple[dict[str, Any], str]] = [
    ({"color_scheme": "light"}, RUN),
    ({"color_scheme": "dark"}, COLOURS),
    ({"media": "print", "color_scheme": "dark"}, COLOURS),
]


# In `make test` the colours of a look are examined at one width: they are the same at the other.
# The first of these is for every file then, the others for one of each template.
EXAMINED = (
    [(media, run, width) for media, run in LOOKS for width in (PHONE, DESK)]
    if FULL
    else [
        ({"color_scheme": "light"}, RUN, PHONE),
        ({"color_scheme": "light"}, WITHOUT_COLOURS, DESK),
        ({"color_scheme": "dark"}, COLOURS, DESK),
        ({"media": "print", "color_scheme": "dark"}, COLOURS, PHONE),
    ]
)


def load_axe(page: Page) -> None:
    """Only a context with `bypass_csp` lets it in."""
    page.add_script_tag(path=AXE)


def violations(page: Page, run: str = RUN) -> list[str]:
    """`color-contrast: <a href="…">: Element has insufficient color contrast of 3.9…`."""
    found: Any = page.evaluate(run)
    return [
        f"{broken['id']}: {node['html'][:100]}: {node['failureSummary'].splitlines()[-1].strip()}"
        for broken in found["violations"]
        for node in broken["nodes"]
    ]


def test_axe_finds_nothing_on_any_template(walk: Walk, http_site: str, each_template: list[str]) -> None:
    found: list[str] = []
    for address, page in walk(http_site, bypass_csp=True):
        load_axe(page)
        for media, run, width in EXAMINED if address in each_template else EXAMINED[:1]:
            page.emulate_media(**(SCREEN | media))
            page.set_viewport_size({"width": width, "height": HEIGHT})
            found += [f"{address}, {width}, {media}: {one}" for one in violations(page, run)]
    assert [] == found


def test_axe_finds_what_is_wrong(chromium: Browser, file_site: str) -> None:
    with tab(chromium, bypass_csp=True) as page:
        page.goto(f"{file_site}index.html")
        page.evaluate("document.querySelector('main a').style.color = '#ddd'")
        load_axe(page)
        assert ["color-contrast"] == [one.partition(":")[0] for one in violations(page)]


def test_results_of_a_search_are_for_everyone_too(chromium: Browser, http_site: str) -> None:
    found = []
    for scheme in ("light", "dark"):
        with tab(chromium, bypass_csp=True, color_scheme=scheme) as page:
            page.goto(f"{http_site}search.html?q=记者")
            page.locator(".result").first.wait_for()
            load_axe(page)
            found += [f"{scheme}: {one}" for one in violations(page)]
    assert [] == found
