"""Columns side by side are read one after the other; tables, lists, menus and verse are left."""

from itertools import zip_longest
from pathlib import Path

import pytest

from laws import broken_spans, unproven_records
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Reading
from newspaper_archive.reading.assemble import assemble_page

CASES = Path(__file__).parents[3].parent / "shared" / "cases"
FERRY = """        渡口的船又开了
    本报渡口3月8日讯（记者宋一帆）
渡口镇的老船工昨天把船划到对岸，
两岸的居民又能坐船赶集，不再绕远
路，来回只要一刻钟。
    船是去年冬天重新上的漆，船头
挂一盏灯，天黑以后灯亮着，隔河的
人就知道还有一班船可以等。"""
CANTEEN = """        食堂开到村口
    本报渡口3月8日讯（记者王岚）渡
口镇的第三家食堂昨日开张，六十岁
以上的老人午饭八元，行动不便的由
志愿者送饭上门，送到炕头。
    食堂每天抽检两回，结果贴在门
口，一目了然，吃过的人都说比家里
的还要热乎，还要干净。"""
SCHOOL = """        村里办起夜校
    本报渡口3月8日讯（记者毛风齐）
渡口镇日前办起夜校，教居民写字、
剪纸和用手机，头一批学员四十二
人，最大的七十六岁，最小的才上初
中，都说学得会，也愿意学，还想把
隔壁的老伙计一起叫来。"""
HEAD = "今日清河\n2031年3月10日 星期一\n第C02版:要闻\n\n"
FOOT = "\n编辑 高青山 校对 龙见飞\n"
STORIES = [("渡口的船又开了", 2), ("食堂开到村口", 2), ("村里办起夜校", 1)]


def width(text: str, han: int) -> int:
    return sum(1 if character.isascii() else han for character in text)


def beside(*columns: str, han: int = 2, gutter: str = "    ", across: int = 17) -> str:
    """The columns as a dump sets them that keeps the look of a page."""
    if han == 1:
        columns = tuple(column.replace("    ", "  ") for column in columns)
    rows = zip_longest(*(column.split("\n") for column in columns), fillvalue="")
    whole = across * han
    return "".join(
        gutter.join(cell + " " * (whole - width(cell, han)) for cell in row).rstrip() + "\n" for row in rows
    )


def read(text: str) -> Reading:
    lines = normalise(text)
    reading = assemble_page("C01.txt", lines)
    assert [] == broken_spans(lines, reading) + unproven_records(lines, reading)
    return reading


def stories(text: str) -> list[tuple[str, int]]:
    return [(one.headline, len(one.paragraphs)) for one in read(text).articles]


def is_cut(text: str) -> bool:
    return "side-by-side" in [one.code for one in read(text).problems]


@pytest.mark.parametrize("han", [2, 1])
@pytest.mark.parametrize("gutter", ["  ", "    ", "          "], ids=len)
def test_two_columns_are_read_from_left_to_right(han, gutter):
    page = HEAD + beside(FERRY, CANTEEN, han=han, gutter=gutter) + FOOT
    assert STORIES[:2] == stories(page)
    assert is_cut(page)
    reading = read(page)
    assert ("C02", "2031-03-10") == (reading.label.folio, reading.printed_date)
    assert ["高青山", "龙见飞"] == [name for one in reading.colophon for name in one.names]
    assert ["宋一帆", "王岚"] == [one.name for article in reading.articles for one in article.byline]


@pytest.mark.parametrize("han", [2, 1])
def test_three_columns_of_unequal_length_are_read_from_left_to_right(han):
    assert STORIES == stories(HEAD + beside(FERRY, CANTEEN, SCHOOL, han=han) + FOOT)
    assert [STORIES[2], *STORIES[:2]] == stories(HEAD + beside(SCHOOL, FERRY, CANTEEN, han=han) + FOOT)


def test_a_column_goes_on_in_the_next():
    lines = FERRY.split("\n")
    page = beside("\n".join([*lines[:7]]), "\n".join([*lines[7:], *CANTEEN.split("\n")]))
    assert STORIES[:2] == stories(HEAD + page + FOOT)


def test_a_tab_is_a_gutter():
    rows = zip_longest(FERRY.split("\n"), CANTEEN.split("\n"), fillvalue="")
    page = "".join(f"{left.strip()}\t{right.strip()}\n" for left, right in rows)
    assert ["渡口的船又开了", "食堂开到村口"] == [head for head, _ in stories(HEAD + page + FOOT)]


def test_wide_blanks_are_blanks():
    page = beside(FERRY, CANTEEN).replace("  ", "\u3000")
    assert STORIES[:2] == stories(HEAD + page + FOOT)


def test_a_headline_across_all_columns_stands_above_what_is_beneath_it():
    page = HEAD + beside(FERRY, CANTEEN) + "\n          清河两岸的春天来得比往年早了十天，桃花已经开了\n\n"
    page += beside(SCHOOL, CANTEEN) + FOOT
    heads = [head for head, _ in stories(page)]
    assert ["渡口的船又开了", "食堂开到村口"] == heads[:2]
    assert heads.index("村里办起夜校") < len(heads) - 1


def test_a_headline_across_two_of_three_columns_opens_those_two():
    left = beside(FERRY.split("\n", 1)[1], "\n".join(CANTEEN.split("\n")[2:]), across=17).rstrip("\n")
    both = "              渡口的船又开了，食堂开到村口\n" + left
    page = beside(both, SCHOOL, across=36)
    assert ["渡口的船又开了，食堂开到村口", "村里办起夜校"] == [head for head, _ in stories(page)]


def test_a_page_only_partly_in_columns_keeps_the_rest_in_its_place():
    lone = (
        "本报渡口3月8日讯（记者 齐小龙）清河两岸的春天来得比往年早了十天，桃花已经开了，河水也涨上来了。\n\n"
    )
    page = HEAD + "春天来得早\n\n" + lone + beside(FERRY, CANTEEN) + "\n夏天来得晚\n\n" + lone + FOOT
    assert ["春天来得早", "渡口的船又开了", "食堂开到村口", "夏天来得晚"] == [h for h, _ in stories(page)]


def test_each_printed_line_keeps_its_columns_in_the_file():
    page = beside(FERRY, CANTEEN)
    lines = page.split("\n")
    article = read(page).articles[1]
    assert all("食" in lines[0] and 1 <= number <= 8 for number in article.lines)
    assert 1 in article.lines


NOT_COLUMNS = {
    "weather": "\n".join(
        f"{place}      {sky}      {low}℃      {high}℃"
        for place, sky, low, high in [
            ("清河区", "多云", 3, 12),
            ("渡口镇", "晴", 2, 11),
            ("临澜区", "小雨", 4, 10),
            ("云汀区", "多云", 3, 12),
            ("汀南镇", "晴", 1, 13),
            ("汀西镇", "阴", 2, 12),
        ]
    ),
    "names": "\n".join(
        ["王岚    宋一帆    高青山", "齐小龙    毛风齐    龙见飞", "罗平野    韦玉见    门立非"] * 3
    ),
    "lottery numbers": "\n".join(["03 12 25 28 31 33    07", "04 11 18 22 30 32    12"] * 4),
    "a menu": "\n".join(["白菜炖粉条，小葱拌豆腐      八元", "红烧鲤鱼，清炒时蔬，米饭      十二元"] * 4),
    "verse in two halves": "\n".join(
        ["清河水急风声紧，        渡口灯明夜雨深。", "老船划破千层浪，        新客听来一片心。"] * 4
    ),
    "verse without stops": "\n".join(
        ["清河水急风声紧        渡口灯明夜雨深", "老船划破千层浪        新客听来一片心"] * 4
    ),
    "a programme": "\n".join(
        f"{hour}:00    开幕式，由渡口镇的老船工主持，各村代表发言，之后参观" for hour in range(8, 14)
    ),
    "centred headlines": "\n\n".join(["            渡口的船        又开了"] * 5),
    "questions and answers": "\n".join(
        ["问：   渡口的船什么时候再开，几点开，", "答：   明天早上六点，天一亮就开船，"] * 4
    ),
    "paragraphs with a wide blank": "\n".join(
        [
            "    渡口镇的老船工昨天把船划到对岸，  两岸的居民又能坐船赶集，不再绕远路。",
            "    船是去年冬天重新上的漆，船头挂一盏灯，天黑以后灯亮着，  隔河的人就知道。",
            "    食堂每天抽检两回，  结果贴在门口，一目了然，吃过的人都说比家里的还要热乎。",
            "    夜校教居民写字、剪纸和用手机，头一批学员四十二人，  最大的七十六岁，都说好。",
        ]
        * 2
    ),
}


@pytest.mark.parametrize("text", NOT_COLUMNS.values(), ids=NOT_COLUMNS.keys())
def test_what_only_has_wide_blanks_is_not_cut(text):
    assert not is_cut(HEAD + text + "\n" + FOOT)


@pytest.mark.skipif(not CASES.is_dir(), reason="no shared cases beside the repository")
def test_the_columns_of_a_dump_that_kept_the_look_are_three_stories():
    text = (CASES / "reading/17-columns-side-by-side/page.txt").read_text("utf-8")
    assert [("老街的灯又亮了", 3), ("河堤栏杆换新", 2), ("南湖社区办起夜校", 1)] == stories(text)
