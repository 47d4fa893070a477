"""A page set in columns of several widths, as text taken from its PDF has it, is read in paragraphs."""

from collections.abc import Iterator

import pytest

from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.reading.assemble import assemble_page
from newspaper_archive.reading.segment.measure import cells, column_measure, line_measures

STORIES = (
    (
        "渡口的船又开了",
        (
            "本报汀南6月13日讯（记者 王岚）渡口的船昨天又开了，两岸"
            "的人站在埠头上看，船老大把篙一点，船就离了岸，孩子们跟着跑。"
        ),
        (
            "船是去年冬天重新上的漆，船头挂一盏灯，天黑以后灯亮着"
            "，隔河的人就知道还有一班船可以等，不必再绕到下游过桥。"
        ),
        (
            "船老大说，一天开八班，早晨六点半头班，傍晚七点末班，赶"
            "集的日子多开两班，老人孩子不收钱，自行车也可以推上来。"
        ),
    ),
    (
        "柳河的书屋开到夜里",
        (
            "本报汀南6月13日讯（通讯员 林晓）柳河的书屋从昨天起"
            "开到夜里十点，下了工的人洗了手就来，坐下来看到关门才走。"
        ),
        (
            "书屋不设门禁，一人一卡，自取自还，三个月来少了两本书"
            "，又多出来五本，多出来的书里夹着纸条，写着送给书屋。"
        ),
        (
            "管书屋的人说，夜里来的多是年轻人，看的多是手艺书，"
            "电工、木工、裁缝，书翻得卷了边，就用糨糊再贴一遍。"
        ),
    ),
    (
        "山脚下新修了一条路",
        (
            "本报汀南6月13日讯（记者 周澄）山脚下新修的路昨天通"
            "了车，头一辆过去的是拉柴的三轮，第二辆是送孩子上学的。"
        ),
        (
            "路修了四个月，占了十一户人家的菜地，村里把河滩上的一"
            "块地补给他们，先挑的先种，挑剩下的种了树，明年结果。"
        ),
        (
            "修路的人临走的时候，在路口立了一块石头，石头上什么也"
            "没有刻，说刻字的事留给走路的人，走多了自然知道写什么。"
        ),
    ),
)


NOT_FIRST = "，。、；：！？”）"


def wrapped(paragraph: str, width: int) -> Iterator[str]:
    """Lines of a column, the first shorter by its indent; no stop opens a line."""
    line, room = "", width - 2
    for character in paragraph:
        if cells(line + character) > room and character not in NOT_FIRST:
            yield line
            line, room = "", width
        line += character
    yield line


def page(widths: tuple[int, ...]) -> str:
    """The stories, each in a column of its own width, with two long paragraphs beneath the first."""
    lines: list[str] = []
    for (headline, first, second, third), width in zip(STORIES, widths, strict=True):
        lines.append(headline)
        for paragraph in (first, second + third, third + second):
            lines += wrapped(paragraph, width)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "widths", [(12, 20, 16), (20, 12, 12), (14, 22, 14), (12, 18, 25), (18, 13, 24)], ids=str
)
def test_each_story_has_its_headline_and_its_paragraphs(widths):
    articles = assemble_page("C01.txt", normalise(page(widths))).articles
    assert [headline for headline, *_ in STORIES] == [one.headline for one in articles]
    # A first line with a stop hung beyond its end looks like any other line.
    assert 7 <= sum(len(one.paragraphs) for one in articles) <= 9
    assert all(one.paragraphs[-1].text.endswith(text[2]) for one, text in zip(articles, STORIES, strict=True))


def test_a_page_of_one_width_keeps_its_one_measure():
    lines = normalise(page((14, 14, 14)))
    measure_of = line_measures(lines)
    assert column_measure(lines) is not None
    assert {column_measure(lines)} == {measure_of(line) for line in lines}


def test_a_page_whose_lines_are_paragraphs_has_no_measure():
    lines = normalise("\n".join(text for story in STORIES for text in story))
    measure_of = line_measures(lines)
    assert {None} == {measure_of(line) for line in lines}
