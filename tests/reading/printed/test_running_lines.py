"""Running heads and feet are furniture; a paragraph goes on over them; what only looks like one is left."""

from pathlib import Path

import pytest

from laws import broken_spans
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Claim, Orders, Reading
from newspaper_archive.reading.assemble import assemble_page

CASES = Path(__file__).parents[3].parent / "shared" / "cases"
FERRY = """渡口的船又开了
本报记者   宋一帆
{0}
  3月8日，渡口镇的老船工把船划到对岸，两岸的居民又能坐船
赶集，船头挂着一盏灯，天黑以后灯亮着，隔河的人就知道还有
{1}
一班船可以等，赶集的人挑着担子，坐在船尾的孩子数着桥墩。
  船是去年冬天重新上的漆，船工说今年的水比去年浅，船要绕
过中间的沙洲，多走半里路，可是两岸的人都愿意等一等再走，
等船的时候，就在岸边的棚子里喝一碗热茶，说一说各家的事。
{2}
食堂开到村口
{0}
  本报渡口3月8日电   （记者王岚）渡口镇的第三家食堂昨日开
张，六十岁以上的老人午饭八元，行动不便的由志愿者送饭上门。
{3}
"""
FEET = {
    "of a book": ("第 54 页", "第 55 页", "第 56 页"),
    "with a total": ("第3页 共9页", "第4页 共9页", "第5页 共9页"),
    "between dashes": ("- 1 -", "- 2 -", "- 3 -"),
    "between long dashes": ("— 31 —", "— 32 —", "— 33 —"),
    "in English": ("Page 3 of 9", "Page 4 of 9", "Page 5 of 9"),
    "in Chinese figures": ("第五页", "第六页", "第七页"),
    "of its total alone": ("1/3", "2/3", "3/3"),
    "bare": ("54", "55", "56"),
    "with a name": ("清河文史  54", "清河文史  55", "清河文史  56"),
    "of a yearbook": ("清河文史 2031年第3期 54", "清河文史 2031年第3期 55", "清河文史 2031年第3期 56"),
    "of left pages": ("58  老街记忆", "60  老街记忆", "62  老街记忆"),
    "of a printed web page": ("清河新闻网 2/9", "清河新闻网 3/9", "清河新闻网 4/9"),
}


def read(text: str) -> Reading:
    lines = normalise(text)
    reading = assemble_page("C01.txt", lines)
    assert [] == broken_spans(lines, reading)
    return reading


def furniture(text: str) -> list[str]:
    return [line.raw.strip() for line in read(text).furniture]


@pytest.mark.parametrize("feet", FEET.values(), ids=FEET.keys())
@pytest.mark.parametrize("blank", ["", "\n"], ids=["", "with a blank line"])
def test_a_foot_with_the_next_number_is_furniture_and_a_paragraph_goes_on_over_it(feet, blank):
    reading = read(FERRY.format("", *(blank + foot for foot in feet)))
    assert list(feet) == [line.raw for line in reading.furniture]
    assert ["渡口的船又开了", "食堂开到村口"] == [one.headline for one in reading.articles]
    assert [2, 1] == [len(one.paragraphs) for one in reading.articles]
    assert "还有一班船可以等，" in reading.articles[0].body


HEADS = (
    "《云汀日报》（2031年3月10日 第 03 版）",
    "《云汀日报》（2031年03月10日 星期一 第03版）",
    "云汀日报 2031年3月10日 第3版",
    "《云汀晚报》2031-03-10 第A03版：看点",
)


@pytest.mark.parametrize("head", HEADS)
def test_a_head_of_paper_day_and_page_is_furniture_and_says_them(head):
    reading = read(FERRY.format(head, "", "", ""))
    assert [head.replace("第 03 版", "第03版")] * 2 == [line.raw for line in reading.furniture]
    assert reading.title in ("云汀日报", "云汀晚报")
    assert "2031-03-10" == reading.printed_date
    assert reading.label.folio in ("03", "3", "A03")
    assert ["渡口的船又开了", "食堂开到村口"] == [one.headline for one in reading.articles]


def test_a_masthead_that_returns_in_the_middle_of_a_page_is_furniture():
    head = "今日清河\n2031年3月10日 星期一\n第C02版:看点\n\n"
    again = "今日清河 2031年3月10日 星期一"
    page = head + FERRY.format("", again, again, "")
    assert [again, again] == furniture(page)
    assert "隔河的人就知道还有一班船可以等，" in read(page).articles[0].body


def test_a_line_that_the_desk_claims_is_what_the_desk_says():
    text = FERRY.format("", *FEET["of a book"])
    lines = normalise(text)
    number = next(line.number for line in lines if line.raw == "第 54 页")
    orders = Orders(claims=((number, Claim("body")),))
    reading = assemble_page("C01.txt", lines, orders)
    assert ["第 55 页", "第 56 页"] == [line.raw for line in reading.furniture]


NO_FEET = {
    "pointers": ("见C02版", "见C03版", "见C04版"),
    "more pointers": ("更多报道见A3版", "更多报道见A4版", "更多报道见A5版"),
    "pages to turn to": ("A3版 视觉", "A4版 视觉", "A5版 视觉"),
    "jumps": ("（下转第3版）", "（下转第4版）", "（下转第5版）"),
    "ranks": ("第 1 名", "第 2 名", "第 3 名"),
    "late ranks": ("第 4 名", "第 5 名", "第 6 名"),
    "chapters": ("第2章", "第3章", "第4章"),
    "sections": ("问题1", "问题2", "问题3"),
    "bare sections": ("1", "2", "3"),
    "days": ("3月2日", "3月3日", "3月4日"),
    "prices": ("白菜 3元", "白菜 4元", "白菜 5元"),
    "results": ("红队 3:2", "红队 4:2", "红队 5:2"),
    "degrees": ("白天 12℃", "白天 13℃", "白天 14℃"),
    "numbered crossheads": ("2.", "3.", "4."),
    "lottery numbers": ("03 12 25", "04 11 28", "07 18 31"),
    "numbers that do not run": ("清河文史 54", "清河文史 57", "清河文史 91"),
}


@pytest.mark.parametrize("lines", NO_FEET.values(), ids=NO_FEET.keys())
def test_what_a_text_counts_is_no_foot(lines):
    assert not any(
        "一再出现" in one.because or "页码" in one.because for one in read(FERRY.format("", *lines)).decisions
    )


def test_rows_that_stand_close_are_no_feet():
    rows = "\n".join(f"清河渡口 {number}" for number in range(5, 12))
    decisions = read(FERRY.format("", "", "", rows)).decisions
    assert not any("一再出现" in one.because for one in decisions)


def test_sources_of_several_papers_are_a_digests_signatures():
    digest = FERRY.format(
        "", "", "《云汀日报》（2031年3月10日 第03版）", "《临澜晚报》（2031年3月9日 第05版）"
    )
    assert [] == [one for one in read(digest).decisions if one.because == "剪报出处"]


def test_a_source_of_another_day_than_the_mastheads_is_a_signature():
    page = "今日清河\n2031年3月12日 星期三\n\n" + FERRY.format(
        "", "", "", "《云汀日报》（2031年3月10日 第03版）"
    )
    assert [] == [one for one in read(page).decisions if one.because == "剪报出处"]
    assert "2031-03-12" == read(page).printed_date


def test_a_line_of_paper_and_day_that_ends_in_a_dateline_is_no_running_head():
    lines = "申報 日期：1948-05-01 版次：1 版 本報南京卅日電\n國大昨天選出了新的主席。\n"
    assert [] == [one for one in read(lines * 3).decisions if one.because == "与报头相同"]


def test_the_date_under_a_notice_is_no_running_head():
    head = "今日清河\n2031年3月10日 星期一\n第C02版:看点\n\n"
    notice = head + FERRY.format("", "", "清河区教育局\n2031年3月10日", "")
    assert [] == [one for one in read(notice).decisions if one.because == "与报头相同"]


@pytest.mark.skipif(not CASES.is_dir(), reason="no shared cases beside the repository")
def test_the_clipped_page_has_its_three_stories():
    reading = read((CASES / "reading/03-pdf-page-foot/page.txt").read_text("utf-8"))
    assert [("老街的灯又亮了", 3), ("社区食堂开到家门口", 1), ("春茶上市", 1)] == [
        (one.headline, len(one.paragraphs)) for one in reading.articles
    ]
    assert ("云汀日报", "2024-05-10", "03") == (reading.title, reading.printed_date, reading.label.folio)
    assert 7 == len(reading.furniture)
