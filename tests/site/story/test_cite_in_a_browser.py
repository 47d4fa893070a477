"""引用 as a reader uses it in a real Chromium, from a web server and from a stick; a clipping on paper."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import rispy
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from conftest import SEEDS, Build

WAYS = ("http_site", "file_site")
NEWS = "jinri-linlan/2023/2023-06-09/c01-01.html"
BRIEFS = "tingnan-xinqu/2023/2023-06-20/01-04.html"
PHOTO = "jinri-linlan/2023/2023-05-26/c01-02.html"
UNDATED = "unsorted/undated/scan-0417/page-01.html"
TRADITIONAL = "jinri-linlan/2023/2023-06-16/c04-01.html"
ISSUE = "jinri-linlan/2023/2023-06-09/index.html"
SITEURL = "https://archive.example.org/数字报"
IN_CODE = "https://archive.example.org/%E6%95%B0%E5%AD%97%E6%8A%A5"
REFERENCE = "祝小满. 18.6万亩小麦归仓[N]. 云汀日报，2023-06-09（C01）."
HEAD = 72  # points: the margin, and the line over the headline stack
SHARP = 3  # times 72 dots an inch


@pytest.fixture(params=WAYS)
def opened(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """The news story with its 引用 open, on a screen whose clipboard may be read."""
    address = request.getfixturevalue(request.param)
    rights = ["clipboard-read", "clipboard-write"]
    with chromium.new_context(permissions=rights, locale="zh-CN") as context:
        screen = context.new_page()
        said: list[str] = []
        screen.on("console", lambda message: said.append(message.text))
        screen.goto(address + NEWS)
        screen.get_by_text("引用", exact=True).click()
        yield screen
        assert said == []


def clipboard(screen: Page) -> str:
    text: str = screen.evaluate("() => navigator.clipboard.readText()")
    return text


def test_each_form_is_copied_by_its_button(opened: Page) -> None:
    status = opened.get_by_role("status")
    opened.get_by_role("button", name="复制 GB/T 7714").click()
    expect(status).to_have_text("已复制 GB/T 7714")
    assert clipboard(opened) == REFERENCE
    opened.get_by_role("button", name="复制 BibTeX").click()
    expect(status).to_have_text("已复制 BibTeX")
    assert clipboard(opened).startswith("@article{jinri-linlan-2023-2023-06-09-c01-01,\n  author = {祝小满}")
    opened.get_by_role("button", name="复制 RIS").click()
    expect(status).to_have_text("已复制 RIS")
    (entry,) = rispy.loads(clipboard(opened))
    assert (entry["title"], entry["authors"]) == ("18.6万亩小麦归仓", ["祝小满"])
    opened.get_by_role("button", name="复制 CSL-JSON").click()
    expect(status).to_have_text("已复制 CSL-JSON")
    assert '"type": "article-newspaper"' in clipboard(opened)


def test_where_the_clipboard_is_closed_the_text_is_chosen_to_be_copied(opened: Page) -> None:
    opened.evaluate("() => Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    opened.get_by_role("button", name="复制 GB/T 7714").click()
    expect(opened.get_by_role("status")).to_contain_text("文字已经选中，请按 Ctrl+C 复制")
    assert opened.evaluate("() => getSelection().toString()") == REFERENCE


def test_closed_and_opened_again_it_has_its_buttons_once(opened: Page) -> None:
    for _ in range(2):
        opened.get_by_text("引用", exact=True).click()
    expect(opened.get_by_role("button", name=re.compile("^复制"))).to_have_count(4)


@pytest.mark.parametrize("way", WAYS)
def test_without_scripts_the_reference_is_there_and_the_other_forms_a_link_away(
    chromium: Browser, way: str, request: pytest.FixtureRequest, site: Path
) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        screen = context.new_page()
        screen.goto(request.getfixturevalue(way) + NEWS)
        screen.get_by_text("引用", exact=True).click()
        expect(screen.locator(".cite")).to_contain_text(REFERENCE)
        expect(screen.locator(".cite")).to_contain_text("GB/T 7714—2025")
        links = screen.locator(".cite a").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    assert links == ["references.bib", "references.ris", "references.json"]
    assert all((site / NEWS).with_name(name).is_file() for name in links)


@pytest.fixture(scope="module")
def on_the_web(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the samples as it is put on the web, under an address with Chinese in it."""
    output = tmp_path_factory.mktemp("web") / "site"
    made = build(SEEDS, output, "publishconf.py", SITEURL=SITEURL)
    assert made.returncode == 0, made.stderr
    return output


@pytest.fixture
def sheets(chromium: Browser) -> Iterator[Any]:
    """`sheets(file)`: the sheets of A4 that a file is printed on."""
    with chromium.new_context() as context:
        screen = context.new_page()

        def printed(file: Path) -> pypdfium2.PdfDocument:
            screen.goto(file.as_uri())
            return pypdfium2.PdfDocument(BytesIO(screen.pdf(format="A4", prefer_css_page_size=True)))

        yield printed


def words(sheet: pypdfium2.PdfPage) -> str:
    """What stands on a sheet, without blanks and line ends."""
    return "".join(sheet.get_textpage().get_text_range().split())


def codes(sheet: pypdfium2.PdfPage) -> list[str]:
    """The QR codes in a picture of a sheet."""
    picture = sheet.render(scale=SHARP).to_pil()
    return [code.text for code in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("address", [NEWS, BRIEFS, PHOTO, UNDATED, TRADITIONAL])
def test_an_article_is_printed_as_a_clipping_on_one_sheet(
    sheets: Any, on_the_web: Path, address: str
) -> None:
    (sheet,) = sheets(on_the_web / address)
    text = words(sheet)
    assert f"{SITEURL}/{address}" in text
    stray = [
        "检索",
        "首页",
        "引用",
        "本版标题",
        "第1–",
        "行",
        "相关报道",
        "上一篇",
        "下一篇",
        "文字以版面原文为准",
    ]
    file = (on_the_web / address).read_text("utf-8")
    story = re.sub("<[^>]*>", "", file.partition("<article")[2].partition("</article>")[0])
    assert [word for word in stray if word in text and word not in story] == []
    assert codes(sheet) == [f"{IN_CODE}/{address}"]


def test_a_clipping_says_where_it_stood_and_loses_no_paragraph(sheets: Any, on_the_web: Path) -> None:
    (sheet,) = sheets(on_the_web / NEWS)
    text = words(sheet)
    width, height = sheet.get_size()
    head = sheet.get_textpage().get_text_bounded(0, height - HEAD, width, height)
    assert sorted(head.split()) == sorted(["云汀日报", "今日临澜", "2023年6月9日", "星期五", "第C01版"])
    file = (on_the_web / NEWS).read_text("utf-8")
    body = re.findall("<p>(.*)</p>", file.partition('<div class="text">')[2].partition("</article>")[0])
    assert len(body) > 5
    assert [one for one in body if "".join(re.sub("<[^>]*>", "", one).split()) not in text] == []


def test_without_an_address_on_the_web_a_clipping_has_no_code(sheets: Any, site: Path) -> None:
    (sheet,) = sheets(site / NEWS)
    assert NEWS in words(sheet)
    assert codes(sheet) == []
    assert list(site.rglob("c01-01.svg")) == []


def test_an_issue_has_its_code_beside_its_name(chromium: Browser, on_the_web: Path, site: Path) -> None:
    with chromium.new_context(viewport={"width": 1280, "height": 900}, device_scale_factor=2) as context:
        screen = context.new_page()
        screen.goto((on_the_web / ISSUE).as_uri())
        code = screen.get_by_role("img", name="二维码：本期的网址")
        expect(code).to_be_in_viewport()
        shown = Image.open(BytesIO(screen.screenshot()))
        assert [one.text for one in zxingcpp.read_barcodes(shown)] == [f"{IN_CODE}/{ISSUE}"]
        screen.goto((site / ISSUE).as_uri())
        expect(code).to_have_count(0)
