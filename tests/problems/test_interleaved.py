"""Two columns whose lines have run together in one are told; pairs, lists, verse and headlines are not it."""

from itertools import chain

import pytest

from newspaper_archive.problems.interleaved import interleaved
from prints import STORY, printed

LEFT = (
    "本报渡口3月8日讯（记者宋一帆）",
    "渡口镇的老船工昨天把船划到对岸，",
    "两岸的居民又能坐船赶集，不再绕远",
    "路，来回只要一刻钟。",
    "船是去年冬天重新上的漆，船头",
    "挂一盏灯，天黑以后灯亮着，隔河的",
    "人就知道还有一班船可以等。",
)
RIGHT = (
    "本报渡口3月8日讯（记者王岚）渡",
    "口镇的第三家食堂昨日开张，六十岁",
    "以上的老人午饭八元，行动不便的由",
    "志愿者送饭上门，送到炕头。",
    "食堂每天抽检两回，结果贴在门",
    "口，一目了然，吃过的人都说比家里",
    "的还要热乎，还要干净。",
)


def told(text: str) -> list[tuple[str, int | None]]:
    return [(str(one.severity), one.line) for one in interleaved(printed(text))]


def page(between: str) -> str:
    rows = [left + between + right for left, right in zip(LEFT, RIGHT, strict=True)]
    return "今日清河\n\n渡口的船又开了 食堂开到村口\n" + "\n".join(rows) + "\n"


def test_lines_of_two_columns_parted_by_one_blank_are_an_error():
    ((severity, line),) = told(page(" "))
    assert ("error", True) == (severity, line in (3, 4))


def test_columns_that_were_cut_are_not_told_twice():
    rows = [left + "　" * (17 - len(left)) + "    " + right for left, right in zip(LEFT, RIGHT, strict=True)]
    text = "今日清河\n\n" + "\n".join(rows) + "\n"
    assert "side-by-side" in [one.code for one in printed(text).reading.problems]
    assert [] == told(text)


@pytest.mark.xfail(strict=True, reason="without a blank only the sense tells that two columns alternate")
@pytest.mark.parametrize(
    "text",
    [page(""), "今日清河\n\n" + "\n".join(chain.from_iterable(zip(LEFT, RIGHT, strict=True)))],
    ids=["run together", "by turns"],
)
def test_lines_of_two_columns_without_a_blank_are_an_error(text):
    assert told(text)


APART = {
    "a page": STORY,
    "headlines of two halves": "\n".join(
        ["渡口的船又开了不再绕远 两岸的居民坐船赶集去了", "食堂开到村口老人吃得好 志愿者送饭一直送到炕头"] * 4
    ),
    "verse in two halves": "\n".join(
        ["清河水急风声紧， 渡口灯明夜雨深。", "老船划破千层浪， 新客听来一片心。"] * 4
    ),
    "names": "\n".join(["王岚 宋一帆", "高青山 齐小龙", "罗平野 韦玉见"] * 3),
    "a menu": "\n".join(["白菜炖粉条，小葱拌豆腐 八元", "红烧鲤鱼，清炒时蔬，米饭 十二元"] * 4),
    "English": "\n".join(["ferryman, yesterday riverbanks,again"] * 6),
}


@pytest.mark.parametrize("text", APART.values(), ids=APART.keys())
def test_what_stands_in_pairs_is_not_told(text):
    assert [] == told(text)
