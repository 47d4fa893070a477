"""The calendar, the heat-map and home in a real Chromium: phone, tablet and desk, served and as files.

Scripts are switched off throughout: none of this may need them.
"""

import re
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from itertools import product
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from conftest import AWKWARD, SilentHandler
from depth import whole
from invented_archive import LIUHE, QINGSHI
from issues_held import archive_of, estimated, held
from rendered_site import render_site

pytestmark = pytest.mark.browser

WIDTHS = (390, 820, 1280)
WAYS = ("file", "http")
# In `make test` a phone with files and a served desk.
EVERYWHERE = whole([*product(WAYS, WIDTHS)], 0, 5)
ISSUES = (
    *held(LIUHE, "2020-03-11", "2020-03-25", "2021-03-03", "2021-03-10", "2021-03-24"),
    *held(QINGSHI, "2021-03-10"),
    *estimated(LIUHE, "2021-06-01~", None),
)
YEAR = "calendar/2021.html"
TARGET = 44
EVERY = (
    "index.html",
    "calendar/index.html",
    YEAR,
    "liuhe/index.html",
    "liuhe/2021/index.html",
    "undated/index.html",
)

Reader = Callable[..., Page]


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The addresses of one site by the way it is reached, each ending in a slash."""
    folder = tmp_path_factory.mktemp("calendar") / AWKWARD
    render_site(archive_of(ISSUES), folder)
    handler = partial(SilentHandler, directory=str(folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        served = f"http://127.0.0.1:{server.server_port}/{quote(AWKWARD)}/"
        yield {"file": Path(folder).as_uri() + "/", "http": served}
        server.shutdown()


@pytest.fixture
def reader(chromium: Browser, roots: dict[str, str]) -> Iterator[Reader]:
    """`reader(address, width=390, way="file", dark=False)` → the page, opened without scripts."""
    contexts = []

    def read(address: str, width: int = 1280, way: str = "file", *, dark: bool = False) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=False,
            color_scheme="dark" if dark else "light",
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(roots[way] + address)
        return page

    yield read
    for context in contexts:
        context.close()


@pytest.fixture(params=EVERYWHERE, ids=lambda both: f"{both[0]}-{both[1]}")
def seen(request: pytest.FixtureRequest, reader: Reader) -> Page:
    """The year 2021 of all editions, each way at each width."""
    way, width = request.param
    return reader(YEAR, width, way)


def march(page: Page) -> Locator:
    return page.get_by_role("table", name="2021年3月", exact=True)


def unspaced(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_a_month_with_issues_is_a_table_with_its_caption_and_the_days_of_the_week_as_headers(
    seen: Page,
) -> None:
    expect(seen.get_by_role("table")).to_have_count(3)
    heads = march(seen).get_by_role("columnheader")
    assert [f"星期{day}" for day in "一二三四五六日"] == [
        unspaced(head) for head in heads.all_text_contents()
    ]
    expect(seen.get_by_text("没有收录的月份：")).to_have_text("没有收录的月份：4月–12月")


def test_a_day_with_one_issue_leads_to_it(seen: Page) -> None:
    march(seen).get_by_role("link", name=re.compile(r"^3\s*日，柳河新闻$")).click()
    expect(seen.get_by_role("heading", level=1)).to_contain_text("2021年3月3日")


def test_a_day_with_several_issues_says_so_and_leads_to_their_entry_in_the_list(seen: Page) -> None:
    day = march(seen).get_by_role("link", name=re.compile(r"^10\s*日，\s*2期\s*：柳河新闻、青石专刊$"))
    expect(day).to_contain_text("2期")
    day.click()
    entry = seen.locator("li:target")
    expect(entry).to_be_in_viewport()
    assert ["柳河新闻", "青石专刊"] == [
        link.partition("不")[0] for link in entry.get_by_role("link").all_text_contents()
    ]


def test_a_missing_issue_is_said_to_be_missing_from_the_archive_and_is_no_link(seen: Page) -> None:
    cell = march(seen).get_by_role("cell").filter(has_text="未收录")
    expect(cell).to_have_count(1)
    assert "17日，未收录：柳河新闻" == unspaced(cell.text_content() or "")
    expect(cell.get_by_role("link")).to_have_count(0)
    expect(cell.get_by_text("未收录")).to_be_visible()
    expect(seen.locator(".listing .lacking").last).to_have_text("未收录柳河新闻1期：17日")
    expect(seen.locator("main")).not_to_contain_text("未出版")


def test_a_doubtful_date_stands_beside_the_year_with_its_doubt_and_on_no_day(seen: Page) -> None:
    beside = seen.get_by_role("region", name="哪一天待查")
    expect(beside.get_by_role("listitem").first).to_contain_text("约2021年6月1日")
    expect(march(seen).get_by_role("link", name=re.compile("推算"))).to_have_count(0)


def test_every_kind_of_day_has_its_own_frame_and_its_words_in_the_legend(seen: Page) -> None:
    legend = seen.locator(".legend")
    frames = {}
    for term, said in (("", "有报"), ("2期", "一天几期"), ("未收录", "按刊期应有")):
        entry = legend.locator("div").filter(has_text=said)
        expect(entry.locator("dt")).to_contain_text(term)
        frames[said] = entry.locator(".day").evaluate("day => getComputedStyle(day).borderTopStyle")
    assert ["solid", "solid", "dashed"] == list(frames.values())


def test_the_keyboard_goes_through_the_days_in_order_and_opens_one(seen: Page) -> None:
    passed: list[str] = []
    for _ in range(60):
        seen.keyboard.press("Tab")
        focused = seen.locator(":focus")
        if focused.locator("xpath=ancestor::table").count():
            passed.append(unspaced(focused.text_content() or ""))
            outline = focused.evaluate("link => getComputedStyle(link).outlineStyle")
            assert "solid" == outline
        if len(passed) == 3:
            break
    assert ["3日，柳河新闻", "10日，2期：柳河新闻、青石专刊", "24日，柳河新闻"] == passed
    seen.keyboard.press("Enter")
    expect(seen.get_by_role("heading", level=1)).to_contain_text("2021年3月24日")


def test_days_and_entries_are_large_enough_for_a_thumb(seen: Page) -> None:
    links = seen.locator(".calendar a, .months a, .doubtful a:not(.why a)")
    assert links.count() > 10
    for link in links.all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= TARGET
    for day in seen.locator(".calendar td a").all():
        box = day.bounding_box()
        assert box is not None
        assert box["width"] >= TARGET


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_stands_out_over_the_side(reader: Reader, roots: dict[str, str], width: int) -> None:
    page = reader(YEAR, width)
    for address in EVERY:
        page.goto(roots["file"] + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.parametrize("width", WIDTHS)
def test_headlines_and_years_are_large_enough_for_a_thumb(
    reader: Reader, roots: dict[str, str], width: int
) -> None:
    page = reader("index.html", width)
    for address in ("index.html", "liuhe/index.html", "undated/index.html"):
        page.goto(roots["file"] + address)
        for link in page.locator("main :is(h2, h3, h4, li, th) > a:visible:not(.crumbs a)").all():
            box = link.bounding_box()
            assert box is not None
            assert box["height"] >= TARGET, f"{address}: {link.text_content()}"


@pytest.mark.parametrize("width", whole(WIDTHS, 0, 2))
def test_the_list_stands_beside_its_month_where_there_is_room(reader: Reader, width: int) -> None:
    page = reader(YEAR, width)
    table, listing = march(page).bounding_box(), page.locator(".listing").first.bounding_box()
    assert table is not None
    assert listing is not None
    assert (listing["x"] > table["x"] + table["width"]) == (width > 700)


@pytest.mark.parametrize("place", EVERYWHERE, ids=str)
def test_the_years_are_a_picture_or_a_table_and_the_table_says_all_of_it(
    reader: Reader, place: tuple[str, int]
) -> None:
    way, width = place
    page = reader("index.html", width, way)
    table = page.get_by_role("table", name="各年各月收录的期数")
    rows = [unspaced(row) for row in table.get_by_role("row").all_text_contents()]
    assert ["2021年4，哪一天待查的＋100400推算＋1000000", "2020年2002000000000"] == rows[1:]
    expect(table.get_by_role("rowheader")).to_have_count(2)
    drawn = page.locator(".heat__map")
    assert drawn.is_visible() == (width > 700)
    numbers = table.get_by_role("cell").filter(has_text=re.compile("^4$"))
    expect(numbers).to_have_count(1)
    if width > 700:
        cell = drawn.locator("a")
        assert ["2021年3月，4期", "约2021年6月，推算1期", "2020年3月，2期"] == cell.locator(
            "title"
        ).all_text_contents()
        cell.first.click()
        expect(page.get_by_role("heading", name="3月 4期")).to_be_in_viewport()
    else:
        table.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2021年")


@pytest.mark.parametrize("width", whole([820, 1280], 0))
def test_the_picture_s_rows_stand_beside_the_years_of_the_table(reader: Reader, width: int) -> None:
    page = reader("index.html", width)
    years = page.locator(".heat__table tbody th").all()
    marches = page.locator(".heat__map a").filter(has_text="3月").all()
    for year, cell in zip(years, marches, strict=True):
        row, box = year.bounding_box(), cell.locator("rect").bounding_box()
        assert row is not None
        assert box is not None
        assert abs((row["y"] + row["height"] / 2) - (box["y"] + box["height"] / 2)) < 3


def luminance(colour: str) -> float:
    """Relative luminance, of `rgb(251, 230, 220)`, as WCAG 2.2 defines it."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_shade_stands_out_from_the_paper_and_its_number_from_the_shade(
    reader: Reader, tmp_path: Path, dark: bool
) -> None:
    days = [f"2021-0{month}-{day:02}" for month in range(1, 5) for day in range(1, month + 1)]
    render_site(archive_of(held(QINGSHI, *days)), tmp_path)
    page = reader("index.html", dark=dark)
    page.goto((tmp_path / "index.html").as_uri())
    paper = page.locator("html").evaluate("html => getComputedStyle(html).backgroundColor")
    shades = []
    for cell in page.locator(".heat__map a").all():
        style = "part => { const s = getComputedStyle(part); return [s.fill, s.stroke]; }"
        fill, edge = cell.locator("rect").evaluate(style)
        ink, _ = cell.locator("text").evaluate(style)
        assert contrast(edge, paper) >= 3
        assert contrast(ink, fill) >= 4.5
        shades.append(fill)
    assert 4 == len(set(shades))


@pytest.mark.parametrize("place", EVERYWHERE, ids=str)
def test_home_has_the_newest_issue_its_day_in_other_years_and_the_ways_in(
    reader: Reader, place: tuple[str, int]
) -> None:
    way, width = place
    page = reader("index.html", width, way)
    expect(page.get_by_role("search").get_by_role("searchbox")).to_be_visible()
    front = page.get_by_role("region", name="柳河新闻")
    expect(front.get_by_role("heading", level=3)).to_have_text("不误农时，把水引到田头")
    expect(front).to_contain_text("2021年3月24日 星期三")
    past = page.get_by_role("region", name=re.compile("往年此时"))
    expect(past).to_contain_text("往年3月24日这一天没有收录报纸，下面是前后三天之内的")
    assert ["2020年3月25日 星期三"] == past.locator(".led__date").all_text_contents()
    page.get_by_role("navigation", name="全站").get_by_role("link", name="日历").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("日历")


@pytest.mark.parametrize("width", whole(WIDTHS, 0, 2))
def test_the_lead_is_the_largest_headline_of_the_front(reader: Reader, width: int) -> None:
    page = reader("index.html", width)
    size = "heading => parseFloat(getComputedStyle(heading).fontSize)"
    sizes = [heading.evaluate(size) for heading in page.locator(".front :is(h2, h3, h4)").all()]
    lead = page.locator(".lead h3").evaluate(size)
    assert sizes.count(lead) == 1
    assert max(sizes) == lead


@pytest.mark.parametrize("width", whole(WIDTHS, 0, 2))
def test_an_edition_tells_what_is_known_of_it_and_leads_to_its_years(reader: Reader, width: int) -> None:
    page = reader("liuhe/index.html", width)
    known = page.locator(".known")
    for term, said in (
        ("国内统一连续出版物号", "CN 00-0000"),
        ("刊期", "每周三"),
        ("收录", "5期，2020年3月11日起"),
    ):
        expect(known.locator("div").filter(has_text=term).locator("dd")).to_have_text(said)
    newest = page.get_by_role("region", name="最近各期")
    assert "2021年3月24日 星期三" == newest.locator(".led__date").first.text_content()
    expect(page.get_by_role("region", name="日期不详")).to_contain_text("约2021年6月1日")
    page.get_by_role("table").get_by_role("link", name="2021").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2021年")
    assert page.url.endswith("/liuhe/2021/index.html")
    expect(page.get_by_role("navigation", name="前后各年").get_by_role("link")).to_have_text(
        ["‹ 2020年", "各年"]
    )
