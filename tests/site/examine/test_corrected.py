"""What was put right, as a reader comes to it from a USB stick: by finger, by key, and axe finds nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from newspaper_archive.archive import build_archive
from newspaper_archive.model import Article, Correction, Kind, Paragraph, Role
from pages import RIVER, page
from rendered_site import render_site

from .conftest import DESK, HEIGHT, PHONE, tab
from .test_access import COLOURS, RUN, load_axe, violations

pytestmark = pytest.mark.browser

STORY = "river/2031/2031-03-05/c02-01.html"
SLIPS = (
    Correction(5, "咋日", "昨日"),
    Correction(6, "己经", "已经", "汤小满", "2031-03-06", "错字"),
    Correction(6, "的的", ""),
)


def story(headline: str, text: str) -> Article:
    return Article(Kind.NEWS, headline, (Paragraph(text, Role.BODY, (6,)),), (5, 6))


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one story with a headline, a word and a word too many put right, and of a notice about it."""
    printed = story("古桥咋日通车", "古桥己经的的修好。")
    shown = replace(story("古桥昨日通车", "古桥已经修好。"), printed=printed, corrections=SLIPS)
    notice = story("更正", "本报3月5日C02版《古桥昨日通车》一文有误。")
    pages = [
        page("a.txt", shown, folio="C02", date="2031-03-05"),
        page("b.txt", notice, folio="C02", date="2031-03-12"),
    ]
    folder = tmp_path_factory.mktemp("更正 网站")
    render_site(build_archive(pages, [RIVER]), folder)
    return folder


def test_axe_finds_nothing_on_what_was_put_right(chromium: Browser, corrected: Path) -> None:
    found: list[str] = []
    with tab(chromium, bypass_csp=True) as screen:
        for address in ("corrections/index.html", STORY, STORY.replace("-01.html", ".html")):
            screen.goto((corrected / address).as_uri())
            load_axe(screen)
            for scheme, run, width in (("light", RUN, PHONE), ("light", RUN, DESK), ("dark", COLOURS, DESK)):
                screen.emulate_media(media="screen", color_scheme=scheme)
                screen.set_viewport_size({"width": width, "height": HEIGHT})
                found += [f"{address}, {width}: {one}" for one in violations(screen, run)]
    assert [] == found


def test_a_corrected_word_leads_to_what_was_printed_by_key_and_without_scripts(
    chromium: Browser, corrected: Path
) -> None:
    with tab(chromium, java_script_enabled=False) as screen:
        screen.goto((corrected / "corrections/index.html").as_uri())
        screen.get_by_role("link", name="古桥昨日通车").click()
        screen.get_by_role("link", name="已经").focus()
        screen.keyboard.press("Enter")
        expect(screen.locator("li:target")).to_contain_text("原文“己经”")
        screen.get_by_role("link", name="这里有更正").click()
        expect(screen.locator("li:target")).to_contain_text("原文“的的”")
        screen.get_by_role("link", name="标题、署名或图片说明有更正").click()
        expect(screen.locator("li:target")).to_contain_text("原文“咋日”")
        screen.locator(".amendments").get_by_role("link", name="更正", exact=True).click()
        screen.get_by_role("link", name="古桥昨日通车").click()
        assert screen.url.endswith(STORY)
