"""Asking: by typing, by an input method, by keyboard, by an address."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from newspaper_archive.model import Section

from .invented import article
from .laid_out import (
    address_query,
    archive_of,
    box,
    finds,
    issue_on,
    lay_out,
    said_by_address,
    status,
    titles,
)

pytestmark = pytest.mark.browser


def test_the_search_box_of_any_page_leads_to_results(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    box(page).fill("骆青 220")
    box(page).press("Enter")
    expect(status(page)).to_have_text("找到 1 篇")
    said_by_address(page, q="骆青 220")


def test_typing_searches_and_keeps_the_address_in_step(page: Page, address: str) -> None:
    page.goto(f"{address}search.html")
    box(page).press_sequentially("红砖驿站", delay=20)
    said_by_address(page, q="红砖驿站")
    expect(titles(page)).to_have_count(2)
    box(page).fill("")
    expect(status(page)).to_have_text("")
    expect(titles(page)).to_have_count(0)
    said_by_address(page, q=None)


def test_back_and_forward_go_through_submitted_searches(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=春耕")
    expect(titles(page)).to_have_count(1)
    box(page).fill("驿站")
    box(page).press("Enter")
    expect(titles(page)).to_have_count(2)
    box(page).press_sequentially("里", delay=20)
    said_by_address(page, q="驿站里")
    expect(titles(page)).to_have_count(1)
    page.go_back()
    expect(box(page)).to_have_value("驿站")
    expect(titles(page)).to_have_count(2)
    page.go_back()
    expect(box(page)).to_have_value("春耕")
    expect(titles(page)).to_have_text(["春耕开始"])
    page.go_forward()
    expect(box(page)).to_have_value("驿站")


def test_what_an_input_method_has_not_finished_searches_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}search.html")
    keyboard = page.context.new_cdp_session(page)
    box(page).focus()
    for text in ("l", "liu", "liu'du"):
        keyboard.send(
            "Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        )
    page.wait_for_timeout(400)
    assert address_query(page) == ""
    expect(status(page)).to_have_text("")
    keyboard.send("Input.insertText", {"text": "柳渡"})
    expect(titles(page)).to_have_text(["柳渡古桥重开"])
    said_by_address(page, q="柳渡")


def test_mere_marks_are_no_query(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=，。“”")
    expect(status(page)).to_contain_text("请输入文字或数字")


def test_one_character_and_part_of_a_number_are_found(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=桥")
    expect(titles(page)).to_have_text(["柳渡古桥重开"])
    page.goto(f"{address}search.html?q=装机22")
    expect(page.locator(".result__snippet mark")).to_have_text(["装机220"])
    page.goto(f"{address}search.html?q=20兆瓦")
    expect(status(page)).to_contain_text("没有找到")


def test_the_arrow_keys_lead_from_the_box_to_the_results_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=百日行动")
    expect(titles(page)).to_have_count(10)
    box(page).focus()
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    expect(titles(page).nth(1).get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(box(page)).to_be_focused()


def test_typing_suggests_headlines_writers_and_issues(page: Page, address: str) -> None:
    page.goto(f"{address}search.html")
    suggested = page.get_by_role("list", name="也许要找")
    box(page).press_sequentially("柳渡", delay=20)
    expect(suggested.get_by_role("link")).to_have_text(["柳渡古桥重开题目"])
    box(page).fill("骆")
    expect(suggested.get_by_role("link")).to_have_text(["骆青作者"])
    box(page).fill("2022年6月")
    expect(suggested.get_by_role("link")).to_have_text(["2022年6月1日 柳渡周报期"])
    box(page).fill("骆")
    expect(suggested.get_by_role("link")).to_have_text(["骆青作者"])
    box(page).press("ArrowDown")
    page.keyboard.press("Enter")
    expect(box(page)).to_have_value("作者:骆青")
    expect(suggested).to_be_hidden()
    expect(titles(page)).to_have_text(["驿站一日"])


BRIDGE, PLOUGHING, STATION = "柳渡古桥重开", "春耕开始", "驿站一日"


ASKED: tuple[tuple[str, list[str]], ...] = (
    ("过桥 第一批", [BRIDGE]),
    ("过桥　第一批", [BRIDGE]),
    ("驿站　古桥", []),
    ("“第一批过桥”", [BRIDGE]),
    ("“过桥 第一批”", []),
    ("「第一批过桥」", [BRIDGE]),
    ("「过桥 第一批」", []),
    ("「过桥 第一批", [BRIDGE]),
    ('"红砖 驿站" 春耕', [PLOUGHING]),
    ("驿站 -春耕", [STATION]),
    ("驿站 －春耕", [STATION]),
    ("驿站　－“两岸 开始”", [STATION]),
    ("标题:驿站", [STATION]),
    ("标题：驿站", [STATION]),
    ("作者:骆青", [STATION]),
    ("作者：骆青", [STATION]),
    ("栏目:看河 古桥", [BRIDGE]),
    ("栏目：看河 古桥", [BRIDGE]),
    ("版次:C02 驿站", [PLOUGHING, STATION]),
    ("版次：c03 驿站", []),
)


def test_asking_as_people_ask_finds_what_is_meant(page: Page, served: str) -> None:
    for asked, found in ASKED:
        page.goto(f"{served}search.html")
        box(page).fill(asked)
        box(page).press("Enter")
        finds(page, f"找到 {len(found)} 篇" if found else f"没有找到“{asked}”", *found)


def test_only_unwanted_words_are_no_query(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=-驿站")
    expect(status(page)).to_contain_text("请写上要找的词")


def test_the_enter_that_ends_a_composition_sends_nothing_half_typed(page: Page, address: str) -> None:
    page.goto(f"{address}search.html")
    keyboard = page.context.new_cdp_session(page)
    box(page).focus()
    keyboard.send("Input.imeSetComposition", {"text": "liu'du", "selectionStart": 6, "selectionEnd": 6})
    page.evaluate("document.querySelector('#search-form').requestSubmit()")
    page.wait_for_timeout(400)
    assert ("", "") == (address_query(page), status(page).text_content())


def test_a_composition_holds_back_what_was_typed_before_it(page: Page, address: str) -> None:
    page.clock.install(time=0)
    page.goto(f"{address}search.html")
    keyboard = page.context.new_cdp_session(page)
    box(page).focus()
    page.clock.pause_at(3_600_000)  # a busy machine would search between two keys
    keyboard.send("Input.insertText", {"text": "春"})
    keyboard.send("Input.imeSetComposition", {"text": "geng", "selectionStart": 4, "selectionEnd": 4})
    page.clock.run_for(1_000)
    assert "" == address_query(page)
    page.clock.resume()
    keyboard.send("Input.insertText", {"text": "耕"})
    expect(titles(page)).to_have_text([PLOUGHING])


def test_escape_in_the_box_puts_the_suggestions_away_and_leaves_the_text(page: Page, address: str) -> None:
    page.goto(f"{address}search.html")
    suggested = page.get_by_role("list", name="也许要找")
    box(page).press_sequentially("柳渡", delay=20)
    expect(suggested).to_be_visible()
    box(page).press("Escape")
    expect(suggested).to_be_hidden()
    expect(box(page)).to_have_value("柳渡")


def test_the_arrow_keys_go_through_suggestions_to_the_results(page: Page, address: str) -> None:
    page.goto(f"{address}search.html")
    box(page).fill("柳渡")
    expect(page.get_by_role("list", name="也许要找").get_by_role("link")).to_have_count(1)
    expect(titles(page)).to_have_count(1)
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    expect(titles(page).get_by_role("link")).to_be_focused()
    for _ in range(2):
        page.keyboard.press("ArrowUp")
    expect(box(page)).to_be_focused()


@pytest.fixture(scope="module")
def august(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A daily paper's August, a day of September, a section; ends in a slash."""
    days = [*(f"2022-08-{day:02}" for day in range(1, 32)), "2022-09-01"]
    issues = [issue_on(day, [article(f"{day}的水情", "水位平稳。")]) for day in days]
    built = archive_of(*issues, issue_on("XXXX-08-03", [article("旧闻", "水位。")], certain=False))
    sections = (Section("shuiqing", "水情快报", "sections/shuiqing/index.html", ()),)
    folder = tmp_path_factory.mktemp("august") / "八 月"
    folder.mkdir()
    lay_out(folder, replace(built, sections=sections))
    return folder.as_uri() + "/"


def test_a_month_suggests_each_of_its_issues_and_a_day_its_own(page: Page, august: str) -> None:
    page.goto(f"{august}search.html")
    suggested = page.get_by_role("list", name="也许要找").get_by_role("link")
    for typed in ("2022年8月", "２０２２年８月", "2022-08"):
        box(page).fill(typed)
        expect(suggested).to_have_count(31)
        expect(suggested.first).to_have_text("2022年8月1日 柳渡周报期")
        expect(suggested.last).to_have_text("2022年8月31日 柳渡周报期")
        box(page).fill("")
        expect(suggested).to_have_count(0)
    box(page).fill("2022年9月1日")
    expect(suggested).to_have_text(["2022年9月1日 柳渡周报期"])
    expect(suggested).to_have_attribute("href", "liudu/2022/2022-09-01/index.html")


def test_a_day_asked_for_brings_its_papers_above_what_has_it_in_its_text(page: Page, august: str) -> None:
    of_day = page.locator("#search-day")
    page.goto(f"{august}search.html?q=2022年8月")
    expect(status(page)).to_have_text("找到 31 期报纸；没有稿件写着“2022年8月”")
    expect(of_day.get_by_role("heading")).to_have_text("这个月的报纸")
    expect(of_day.get_by_role("link")).to_have_count(31)
    expect(page.locator("#search-advice")).to_be_hidden()
    box(page).fill("9月1日")
    expect(of_day.get_by_role("heading")).to_have_text("历年这一天的报纸")
    expect(of_day.get_by_role("link")).to_have_text(["2022年9月1日 柳渡周报"])
    expect(of_day.get_by_role("link")).to_have_attribute("href", "liudu/2022/2022-09-01/index.html")
    box(page).fill("2022-08-03")
    expect(status(page)).to_have_text("找到 1 篇")
    expect(titles(page)).to_have_text(["2022-08-03的水情"])
    expect(of_day.get_by_role("link")).to_have_text(["2022年8月3日 柳渡周报"])
    box(page).fill("二〇二三年二月")
    expect(status(page)).to_have_text("没有那时的报纸，也没有稿件写着“二〇二三年二月”")
    expect(of_day.get_by_role("link")).to_have_text(["2022年9月1日 柳渡周报"])
    box(page).fill("水情")
    expect(of_day).to_be_hidden()


NEAR: tuple[tuple[str, list[str]], ...] = (
    ("骆清", ["骆青 3 篇"]),
    ("落青", ["骆青 3 篇"]),
    ("骆肯", []),
    ("木小满", ["穆小满 1 篇"]),
    ("穆小曼", ["穆小满 1 篇"]),
    ("穆晓慢说", ["穆小满 1 篇"]),
    ("骆青青", ["骆青 3 篇", "骆青说 1 篇"]),
    ("柳渡新桥", ["柳渡古桥 1 篇"]),
    ("红砖驿站很忙", ["红砖驿站 2 篇", "很忙 1 篇"]),
    ("古桥 驿站", ["古桥 1 篇", "驿站 2 篇"]),
    ("作者:骆清", ["骆青 1 篇"]),
    ("作者:古桥", ["古桥 1 篇"]),
    ("骆青&year=1999", ["骆青 3 篇"]),
    ("qwert", []),
)


def test_who_finds_nothing_is_told_names_that_are_near_and_parts_that_are_there(
    page: Page, served: str
) -> None:
    near = page.get_by_role("region", name="相近的写法")
    for asked, told in NEAR:
        page.goto(f"{served}search.html?q={asked}")
        expect(status(page)).to_have_text(f"没有找到“{asked.partition('&')[0]}”")
        expect(near.get_by_role("link")).to_have_text(told)
        expect(titles(page)).to_have_count(0)
    page.goto(f"{served}search.html?q=骆清")
    near.get_by_role("link").click()
    expect(status(page)).to_have_text("找到 3 篇")
    expect(near).to_be_hidden()
    said_by_address(page, q="骆青")


def test_a_section_is_suggested_by_how_it_begins_and_not_by_its_middle(page: Page, august: str) -> None:
    page.goto(f"{august}search.html")
    suggested = page.get_by_role("list", name="也许要找").get_by_role("link")
    box(page).fill("水情")
    expect(suggested).to_have_text(["水情快报版块"])
    expect(suggested).to_have_attribute("href", "sections/shuiqing/index.html")
    box(page).fill("快报")
    expect(status(page)).to_have_text("没有找到“快报”")
    expect(suggested).to_have_count(0)
