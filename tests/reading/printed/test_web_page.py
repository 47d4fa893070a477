"""A web page's ways on are furniture and its index of headlines is teasers; what reads like them is left."""

from pathlib import Path

import pytest

from laws import broken_spans
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Reading
from newspaper_archive.reading.assemble import assemble_page

CASES = Path(__file__).parents[3].parent / "shared" / "cases" / "reading" / "18-index-above-story"
TEXT = """渡口镇的老船工昨天把船划到对岸，两岸的居民又能坐船赶集，不再绕远路，来回只要一刻钟。
船是去年冬天重新上的漆，船头挂一盏灯，天黑以后灯亮着，隔河的人就知道还有一班船可以等，不用再喊了。
夜里也有船
天黑以后，渡口的灯一直亮到九点，最后一班船等到没有人了才收，第二天一早六点再开，风大浪急的日子停开。
"""
INDEX = [
    "食堂开到村口老人午饭八元",
    "村里办起夜校教人用手机",
    "河堤步道开工全长十二公里",
    "春茶早一周上市价格平稳",
]
OWN = "渡口的船又开了不再绕远"


def read(text: str) -> Reading:
    lines = normalise(text)
    reading = assemble_page("C01.txt", lines)
    assert [] == broken_spans(lines, reading)
    return reading


def teasers(text: str) -> list[str]:
    return [one.headline for one in read(text).teasers]


WAYS = {
    "each on a line": ["上一版", "下一版", "列印", "文字大小"],
    "in a row": ["首页 上一版 下一版 打印", "【大 中 小】 打印本页 关闭窗口"],
    "in English": ["Previous", "Next", "Share", "Print"],
    "of an e-paper": ["上一篇 | 下一篇", "放大+ 缩小- 默认字体", "返回目录"],
}


@pytest.mark.parametrize("ways", WAYS.values(), ids=WAYS.keys())
def test_ways_on_are_furniture_and_part_no_headline_from_its_story(ways):
    reading = read(OWN + "\n" + "\n".join(ways) + "\n" + TEXT + "下一篇\n")
    assert [*ways, "下一篇"] == [line.raw for line in reading.furniture]
    assert OWN == reading.articles[0].headline
    assert () == reading.teasers


@pytest.mark.parametrize("ways", [["列印", "文字大小"], []], ids=["ways on", "no ways on"])
def test_an_index_between_a_headline_and_itself_is_teasers(ways):
    page = "\n".join([OWN, *INDEX, OWN, *ways]) + "\n" + TEXT
    assert [OWN, *INDEX] == teasers(page)
    assert OWN == read(page).articles[0].headline


def test_a_web_page_with_an_index_holds_one_story_with_its_crosshead():
    reading = read("\n".join([OWN, *INDEX, OWN, "2031-03-10", "列印", "文字大小"]) + "\n" + TEXT)
    (article,) = reading.articles
    assert (OWN, ["夜里也有船"]) == (
        article.headline,
        [one.text for one in article.paragraphs if one.role == "crosshead"],
    )
    assert "2031-03-10" == reading.printed_date


def test_an_index_above_a_web_page_s_own_headline_is_teasers():
    page = "\n".join([*INDEX, "上一版 下一版", OWN, "列印"]) + "\n" + TEXT
    assert INDEX == teasers(page)
    assert OWN == read(page).articles[0].headline


NO_WEB_PAGE = {
    "a song": "\n".join(
        [
            "渡口的船又开了",
            "两岸的人都来了",
            "船头挂着一盏灯",
            "河水映着一颗星",
            "渡口的船又开了",
            "等船的人不孤单",
        ]
    )
    + "\n"
    + TEXT,
    "headlines of a stack": "\n".join(INDEX[:3]) + "\n" + TEXT,
    "a list without a web page": "\n".join([*INDEX, OWN]) + "\n" + TEXT,
    "a column named 收藏": "收藏\n\n" + OWN + "\n\n" + TEXT,
    "a page named 评论": "评论\n\n" + OWN + "\n\n" + TEXT,
    "a crosshead 首页": OWN + "\n\n" + TEXT + "首页\n" + TEXT,
}


@pytest.mark.parametrize("text", NO_WEB_PAGE.values(), ids=NO_WEB_PAGE.keys())
def test_what_only_reads_like_one_is_left(text):
    whys = {one.because for one in read(text).decisions}
    assert not whys & {"网页导航", "网页日期", "正文前的标题目录", "网页正文前的标题目录"}


@pytest.mark.skipif(not CASES.is_dir(), reason="no shared cases beside the repository")
def test_the_page_with_an_index_has_its_one_story():
    reading = read((CASES / "page.txt").read_text("utf-8"))
    (article,) = reading.articles
    assert "社區免費驗血兩周後展開" == article.headline
    assert ["三間中心輪流開放"] == [one.text for one in article.paragraphs if one.role == "crosshead"]
    assert "2024-05-08" == reading.printed_date
    assert {"列印", "文字大小", "Previous", "Next"} <= {line.raw for line in reading.furniture}
    assert 6 == len(reading.teasers)
