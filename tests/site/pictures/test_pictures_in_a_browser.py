"""Pictures as a reader meets them: of the size that the screen asks for, in their place, told in words."""

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from conftest import AWKWARD, SEEDS, Build
from scans import bomb, saved, sheet, turned

pytestmark = [pytest.mark.browser, pytest.mark.build]

ISSUE = "jinri-linlan/2023/2023-05-26"
SIZES = [(390, 1, "c01.w720.webp"), (390, 3, "c01.w1440.webp"), (1280, 2, "c01.w1440.webp")]
# Pixels of pictures that stand otherwise than their place was kept; how far anything moved while loading.
OTHERWISE = """() => [...document.images].filter((one) => one.complete && one.naturalWidth && Math.abs(
    one.naturalHeight / one.naturalWidth - one.getAttribute("height") / one.getAttribute("width")) > 0.01)
    .map((one) => one.currentSrc)"""
WATCH = """addEventListener("DOMContentLoaded", () => { window.moved = 0; new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) window.moved += shift.value;
}).observe({ type: "layout-shift", buffered: true }); });"""
FETCHED = """async () => { for (const one of document.images) { one.loading = "eager"; await one.decode(); }
    return document.images.length; }"""

STACKED = """() => [...document.querySelectorAll(".facsimile img")].map((image) => {
    const box = image.getBoundingClientRect();
    return [box.left, box.width, box.top, box.bottom];
})"""


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    """The samples with a scan beside C01, one lying on its side beside C02, and a bomb beside C03.

    C04 has a long screenshot.
    """
    folder = tmp_path_factory.mktemp("pictured") / AWKWARD
    shutil.copytree(SEEDS, folder / "版面")
    issue = folder / "版面/jinri-linlan/2023-05-26"
    (issue / "c01.jpg").write_bytes(saved(sheet((2800, 3900)), "JPEG"))
    (issue / "c02.jpg").write_bytes(turned())
    (issue / "c03.png").write_bytes(bomb())
    (issue / "c04.png").write_bytes(saved(sheet((300, 16_201)).convert("1"), "PNG"))
    made = build(folder / "版面", folder / "网站")
    assert made.returncode == 0, made.stderr
    assert "c03.png: 扫描图太大" in made.stdout + made.stderr
    return folder / "网站"


@pytest.fixture(params=SIZES)
def screen(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[tuple[Page, str]]:
    width, density, expected = request.param
    context = chromium.new_context(viewport={"width": width, "height": 800}, device_scale_factor=density)
    context.add_init_script(WATCH)
    yield context.new_page(), expected
    context.close()


def test_a_screen_is_given_the_scan_of_its_size(screen: tuple[Page, str], pictured: Path) -> None:
    page, expected = screen
    page.goto(f"{pictured.as_uri()}/{ISSUE}/c01.html")
    page.wait_for_function("document.images[0].complete")
    assert expected == page.evaluate("document.images[0].currentSrc.split('/').pop()")


def test_nothing_moves_when_the_pictures_come(screen: tuple[Page, str], pictured: Path) -> None:
    page, _ = screen
    for name in ("index.html", "jinri-linlan/index.html", f"{ISSUE}/index.html", f"{ISSUE}/c01.html"):
        page.goto(f"{pictured.as_uri()}/{name}")
        assert page.evaluate(FETCHED) > 0, name
        assert [] == page.evaluate(OTHERWISE), name
        assert page.evaluate("window.moved") < 0.01, name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


def test_a_long_screenshot_is_whole_and_as_wide_as_its_column(
    screen: tuple[Page, str], pictured: Path
) -> None:
    page, _ = screen
    page.goto((pictured / ISSUE / "c04.html").as_uri())
    assert 3 == page.evaluate(
        FETCHED.replace("document.images", "document.querySelectorAll('.facsimile img')")
    )
    boxes = page.evaluate(STACKED)
    assert 1 == len({(left, width) for left, width, _, _ in boxes})
    assert [0, 0] == [round(below[2] - above[3], 1) for above, below in pairwise(boxes)]
    assert abs((boxes[-1][3] - boxes[0][2]) / boxes[0][1] - 16_201 / 300) < 0.1
    assert ["（1/3）", "（2/3）", "（3/3）"] == [
        (image.get_attribute("alt") or "")[-5:] for image in page.locator(".facsimile img").all()
    ]


def test_the_transcript_stands_beside_the_scan_once(screen: tuple[Page, str], pictured: Path) -> None:
    page, _ = screen
    page.goto(f"{pictured.as_uri()}/{ISSUE}/c02.html")
    assert 1 == page.locator(".scanned .transcript").count() == page.locator(".transcript").count()
    assert "第C02版·看点的扫描图" == page.locator(".facsimile img").get_attribute("alt")
    assert page.locator(".facsimile").bounding_box() is not None
    page.goto(f"{pictured.as_uri()}/{ISSUE}/c02.html#L20")
    assert page.locator("#L20").evaluate("(line) => line.getBoundingClientRect().top < innerHeight")


def test_every_picture_has_words_and_articles_have_none(screen: tuple[Page, str], pictured: Path) -> None:
    page, _ = screen
    page.goto(f"{pictured.as_uri()}/{ISSUE}/index.html")
    words = page.locator("main img").evaluate_all("(all) => all.map((one) => one.alt)")
    assert ["版面扫描图", "版面扫描图", "版面缩样", "版面扫描图"] == [one.partition("：")[0] for one in words]
    page.goto(f"{pictured.as_uri()}/{ISSUE}/c01-01.html")
    assert 0 == page.locator("img").count()


def test_a_second_build_of_the_same_pages_gives_the_same_pictures(
    pictured: Path, build: Build, tmp_path: Path
) -> None:
    again = tmp_path / "again"
    assert build(pictured.parent / "版面", again).returncode == 0
    for path in sorted([*pictured.rglob("*.webp"), *pictured.rglob("*.png")]):
        assert path.read_bytes() == (again / path.relative_to(pictured)).read_bytes(), path


def test_a_site_without_an_address_shares_nothing(pictured: Path) -> None:
    assert [] == [path for path in pictured.rglob("*.html") if "og:" in path.read_text("utf-8")]
    assert [] == list(pictured.rglob("*.png"))
