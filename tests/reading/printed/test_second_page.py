"""Two pages in one file are told, and what the second says of itself is not the first's."""

from pathlib import Path

import pytest

from laws import broken_spans
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Reading
from newspaper_archive.reading.assemble import assemble_page

CASES = Path(__file__).parents[3].parent / "shared" / "cases"
FERRY = """渡口的船又开了

本报渡口3月8日讯（记者 宋一帆）渡口镇的老船工昨天把船划到对岸，两岸的居民又能坐船赶集，不再绕远。

船是去年冬天重新上的漆，船头挂一盏灯，天黑以后灯亮着，隔河的人就知道还有一班船可以等。

"""
CANTEEN = """食堂开到村口

本报渡口3月8日讯（记者 王岚）渡口镇的第三家食堂昨日开张，六十岁以上的老人午饭八元，由志愿者送饭上门。

食堂每天抽检两回，结果贴在门口，一目了然，吃过的人都说比家里的还要热乎，还要干净。

"""
HEAD = "今日清河\n云汀日报·清河专刊\n2031年3月10日 星期一\n\n第C02版:要闻\n\n"
OTHER_HEAD = HEAD.replace("C02版:要闻", "C03版:看点")
FIRST, SECOND = "编辑 高青山 校对 龙见飞\n", "编辑 罗平野 校对 毛风齐\n"


def read(text: str) -> Reading:
    lines = normalise(text)
    reading = assemble_page("C02.txt", lines)
    assert [] == broken_spans(lines, reading)
    return reading


def codes(text: str) -> list[str]:
    return [one.code for one in read(text).problems]


TWO_PAGES = {
    "with a form feed": HEAD + FERRY + FIRST + "\f" + OTHER_HEAD + CANTEEN + SECOND,
    "with a form feed on a line of its own": HEAD + FERRY + FIRST + "\f\n" + OTHER_HEAD + CANTEEN + SECOND,
    "with the masthead again": HEAD + FERRY + FIRST + "\n" + OTHER_HEAD + CANTEEN + SECOND,
    "with the label alone after the credits": HEAD + FERRY + FIRST + "\n第C03版:看点\n\n" + CANTEEN + SECOND,
    "of two days": HEAD
    + FERRY
    + FIRST
    + "\n"
    + HEAD.replace("3月10日 星期一", "3月11日 星期二")
    + CANTEEN
    + SECOND,
    "in ordinals": HEAD.replace("第C02版:要闻", "第二版") + FERRY + FIRST + "\n第三版\n\n" + CANTEEN + SECOND,
}


@pytest.mark.parametrize("text", TWO_PAGES.values(), ids=TWO_PAGES.keys())
def test_a_second_page_is_told_and_keeps_its_credits_and_its_folio_to_itself(text):
    reading = read(text)
    assert ["two-pages"] == [one.code for one in reading.problems]
    assert {"编辑": ("高青山",), "校对": ("龙见飞",)} == {one.role: one.names for one in reading.colophon}
    assert ["渡口的船又开了", "食堂开到村口"] == [one.headline for one in reading.articles]
    assert "编辑 罗平野 校对 毛风齐" in [line.raw for line in reading.furniture]
    assert "2031-03-10" == reading.printed_date
    assert () == reading.teasers


def test_the_line_where_the_second_page_begins_is_named():
    (problem,) = read(TWO_PAGES["with the masthead again"]).problems
    line = TWO_PAGES["with the masthead again"].split("\n").index("今日清河", 3) + 1
    assert line == problem.line
    assert "第C03版:看点" in problem.seen


def test_a_form_feed_between_stories_alone_is_doubtful():
    assert ["form-feed"] == codes(HEAD + FERRY + "\f" + CANTEEN + FIRST)


def test_a_form_feed_at_the_end_is_the_end():
    assert [] == codes(HEAD + FERRY + CANTEEN + FIRST + "\f")


def test_a_form_feed_beside_a_page_number_is_the_break_of_the_file_s_own_page():
    assert [] == codes(HEAD + FERRY + "第 54 页\n\f" + CANTEEN + FIRST)


def test_credits_given_twice_are_doubtful():
    assert ["two-colophons"] == codes(HEAD + FERRY + FIRST + "\n" + CANTEEN + SECOND)


ONE_PAGE = {
    "with its masthead again at its foot": HEAD + FERRY + CANTEEN + FIRST + HEAD,
    "with its credits at its head and foot": HEAD + FIRST + FERRY + CANTEEN + FIRST,
    "with a teaser": HEAD + FERRY + "社区里的夜校\n第C03版:看点\n\n" + CANTEEN + FIRST,
    "with an index": HEAD + "第C03版:看点\n第C04版:视觉\n\n" + FERRY + CANTEEN + FIRST,
    "with credits under a story": HEAD + FERRY + "策划 宋一帆 统筹 王岚\n\n" + CANTEEN + FIRST,
    "with a date at a notice's end": HEAD + FERRY + CANTEEN + "清河区教育局\n2031年3月9日\n\n" + FIRST,
}


@pytest.mark.parametrize("text", ONE_PAGE.values(), ids=ONE_PAGE.keys())
def test_one_page_is_one_page(text):
    assert not {"two-pages", "two-colophons", "form-feed"} & {*codes(text)}


@pytest.mark.skipif(not CASES.is_dir(), reason="no shared cases beside the repository")
def test_the_pages_with_a_form_feed_are_two_and_those_with_running_heads_one():
    two = read((CASES / "field/11-two-pages-one-file/formfeed.txt").read_text("utf-8"))
    assert ("C02", [34]) == (two.label.folio, [one.line for one in two.problems])
    assert {"高青山", "齐小龙", "龙见飞"} == {name for one in two.colophon for name in one.names}
    one = read((CASES / "field/11-two-pages-one-file/running-head.txt").read_text("utf-8"))
    assert () == one.problems
    assert "今日汀西" not in "".join(article.body for article in one.articles)
