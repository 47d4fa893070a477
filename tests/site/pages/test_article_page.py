"""An article as a reader has it before them, in a real Chromium: measure, line breaking, anchors, weight."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from depth import FULL, whole
from published_site import leads_on

WIDTHS = (390, 820, 1280)
WAYS = ("http_site", "file_site")
NEWS = "jinri-linlan/2023/2023-06-09/c01-01.html"
BRIEFS = "tingnan-xinqu/2023/2023-06-20/01-04.html"
# 行首行尾禁则 as the W3C's Requirements for Chinese Text Layout recommend it; —— and …… may begin a line.
NEVER_FIRST = set("、，。；：！？”’」』）》〉】〕～·%℃")
NEVER_LAST = set("“‘「『（《〈【〔")
BUDGET = 14 * 1024
# What 7,000 letters of real newspapers weigh, compressed (9,060 to 9,680 bytes, most under 9,400).
NEWSPRINT = 9_400

# The lines of each paragraph as Chromium broke them, with the width that each takes.
LINES = """() => [...document.querySelectorAll('.text p')].map((paragraph) => {
  const lines = [];
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let top = -1e9;
  while (walker.nextNode()) {
    const range = document.createRange();
    for (let at = 0; at < walker.currentNode.data.length; at++) {
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + 1);
      const box = [...range.getClientRects()].pop();
      if (!box || !box.width) continue;
      if (box.top > top + box.height / 2) lines.push('');
      top = Math.max(top, box.top);
      lines[lines.length - 1] += walker.currentNode.data[at];
    }
  }
  return lines;
})"""


# In `make test` a served phone and a desk with files.
@pytest.fixture(params=whole([(way, width) for way in WAYS for width in WIDTHS], 0, 5), ids=str)
def opened(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[tuple[str, int, Page]]:
    """The site's address, the width of the screen and a page on it; what the console says is a failure."""
    way, width = request.param
    with chromium.new_context(viewport={"width": width, "height": 900}, locale="zh-CN") as context:
        on_screen = context.new_page()
        said: list[str] = []
        on_screen.on("console", lambda message: said.append(message.text))
        yield request.getfixturevalue(way), width, on_screen
        assert said == []


def style(screen: Page, selector: str, *names: str) -> list[Any]:
    return screen.locator(selector).first.evaluate(
        "(element, names) => names.map((name) => getComputedStyle(element)[name])", list(names)
    )


def test_the_text_is_set_as_chinese_newspapers_set_it(opened: tuple[str, int, Page]) -> None:
    address, width, screen = opened
    screen.goto(address + NEWS)
    size, leading, indent, *rest = style(
        screen, ".text p", "fontSize", "lineHeight", "textIndent", "lineBreak", "textAlign", "textSpacingTrim"
    )
    pixels = float(size.removesuffix("px"))
    assert 1.7 <= float(leading.removesuffix("px")) / pixels <= 1.9
    assert float(indent.removesuffix("px")) == pytest.approx(2 * pixels)
    assert rest == ["strict", "start", "trim-start"]
    full = [len(line) for lines in screen.evaluate(LINES) for line in lines[:-1]]
    assert len(full) > 10
    if width > 600:
        assert 30 <= sorted(full)[len(full) // 2] <= 38
    wide, shown = screen.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= shown


def test_no_line_begins_or_ends_with_what_may_not_stand_there(chromium: Browser, site: Path) -> None:
    files = sorted(site.glob("jinri-linlan/*/*/*-[0-9][0-9].html"))
    articles = [file for file in files if not leads_on(file)]
    assert len(articles) > 30
    offending = []
    with chromium.new_context() as context:
        screen = context.new_page()
        for file in articles if FULL else articles[::2]:
            screen.goto(file.as_uri())
            for width in WIDTHS:
                screen.set_viewport_size({"width": width, "height": 900})
                for lines in screen.evaluate(LINES):
                    offending += [line for line in lines[1:] if line[0] in NEVER_FIRST]
                    offending += [line for line in lines[:-1] if line.rstrip()[-1:] in NEVER_LAST]
    assert offending == []


def test_kicker_headline_and_subhead_are_one_group(opened: tuple[str, int, Page]) -> None:
    address, _, screen = opened
    screen.goto(address + NEWS)
    group = screen.locator("article hgroup")
    expect(group.locator("p.kicker")).to_have_text("今年麦收前后历时两周，比常年快三天")
    expect(group.locator("h1")).to_have_text("18.6万亩小麦归仓")


def test_each_brief_can_be_linked_to_by_finger_and_by_key(opened: tuple[str, int, Page]) -> None:
    address, _, screen = opened
    screen.goto(address + BRIEFS)
    mark = screen.get_by_role("link", name="本条链接：6月14日")
    box = mark.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    mark.focus()
    screen.keyboard.press("Shift+Tab")
    screen.keyboard.press("Tab")
    assert mark.evaluate("(link) => getComputedStyle(link, '::before').content") == '"¶"'
    screen.keyboard.press("Enter")
    screen.wait_for_url("**#L47")
    target = screen.locator("li:target")
    expect(target).to_contain_text("湖湾大桥完成桥面铺装")
    expect(target).to_be_in_viewport()


def test_where_it_was_printed_leads_to_its_lines(opened: tuple[str, int, Page]) -> None:
    address, _, screen = opened
    screen.goto(address + BRIEFS)
    facts = screen.get_by_role("complementary", name="刊于")
    said = dict(
        zip(facts.locator("dt").all_inner_texts(), facts.locator("dd").all_inner_texts(), strict=True)
    )
    assert said["报纸"] == "云汀日报"
    assert said["专刊"] == "汀南新区专刊"
    assert said["日期"].split() == ["2023年6月20日", "星期二"]
    assert said["版次"] == "第01版"
    facts.get_by_role("link", name="第43–51行").click()
    expect(screen.locator("li:target")).to_be_in_viewport()


def test_a_column_and_a_matter_lead_back_in_time(opened: tuple[str, int, Page]) -> None:
    address, _, screen = opened
    screen.goto(address + BRIEFS)
    column = screen.get_by_role("navigation", name="本栏目：一周速读")
    column.get_by_role("link", name="本栏上一篇 2023年6月6日 一周速读").click()
    expect(column.get_by_role("link")).to_have_text(re.compile("本栏下一篇 2023年6月20日"))
    screen.goto(address + NEWS)
    screen.get_by_role("region", name="此前的相关报道").get_by_role("link", name="开镰").click()
    expect(screen.get_by_role("heading", level=1)).to_have_text("开镰")


def test_an_editors_note_is_set_apart(opened: tuple[str, int, Page]) -> None:
    address, _, screen = opened
    screen.goto(address + "jinri-linlan/2023/2023-05-26/c03-03.html")
    ground, rule = style(screen, "article.story--editor_note", "backgroundColor", "borderBlockStartWidth")
    assert (ground == style(screen, "html", "backgroundColor")[0], rule) == (False, "1px")


def test_nothing_moves_while_an_article_loads(opened: tuple[str, int, Page]) -> None:
    address, _, screen = opened
    screen.goto(address + NEWS, wait_until="load")
    moved = screen.evaluate(
        """() => new Promise((resolve) => {
          let total = 0;
          const watch = new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) total += entry.value;
          });
          watch.observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(total)));
        })"""
    )
    assert moved == 0


@pytest.mark.parametrize("way", WAYS)
def test_an_article_is_read_without_any_script(
    chromium: Browser, way: str, request: pytest.FixtureRequest
) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        screen = context.new_page()
        screen.goto(request.getfixturevalue(way) + NEWS)
        expect(screen.locator(".text p").last).to_contain_text("各镇的泵站已经全部检修完毕")


def test_what_stands_around_a_long_text_leaves_it_room(site: Path) -> None:
    file = site / NEWS
    around = re.sub("<p>.*</p>", "", file.read_text("utf-8").partition('<div class="text">')[2])
    frame = file.read_text("utf-8").partition('<div class="text">')[0] + around
    assert len(frame) < len(file.read_text("utf-8")) - 700
    style_sheet = (site / "theme" / "article.css").read_bytes()
    assert len(gzip.compress(frame.encode())) + len(gzip.compress(style_sheet)) <= BUDGET - NEWSPRINT
