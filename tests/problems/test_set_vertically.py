"""Text set from top to bottom that came in across is told; names, verse and spaced words are not it."""

from pathlib import Path

import pytest

from newspaper_archive.problems.set_vertically import set_vertically
from prints import STORY, printed

CASES = Path(__file__).parents[2].parent / "shared" / "cases" / "field" / "10-no-article-on-page"
COLUMNS = (
    "走进齐王庄的鸟语书屋土墙上挂着一面大鼓村民",
    "见缝插针歇晌时来读一页书半年借出两千三百册",
    "书屋不设门禁一人一卡自取自还丢过三本又回来",
)
ROWS = [[column[at] for column in reversed(COLUMNS)] for at in range(len(COLUMNS[0]))]
NAMES = ("王岚珠", "宋一帆", "高青山", "齐小龙", "毛风齐", "龙见飞", "罗平野", "韦玉见", "马日高", "张建国")


def told(text: str) -> list[tuple[str, str]]:
    return [(str(one.severity), one.seen) for one in set_vertically(printed(text))]


@pytest.mark.parametrize("between", ["", " ", "\u3000", "   "], ids=ascii)
def test_rows_of_one_character_of_each_column_are_an_error_that_reads_them_downward(between):
    ((severity, seen),) = told("今日清河\n\n" + "\n".join(between.join(row) for row in ROWS))
    assert "error" == severity
    assert "从上往下读是“走进齐王庄的鸟语书屋" in seen


def test_one_character_a_line_is_an_error_that_reads_them_downward():
    ((severity, seen),) = told("今日清河\n\n" + "\n".join("渡口的船又开了，两岸的居民又能坐船赶集。"))
    assert "error" == severity
    assert "渡口的船又开了" in seen


def test_a_headline_set_downward_on_a_page_of_prose_is_a_warning():
    ((severity, seen),) = told(STORY * 3 + "\n" + "\n".join("食堂开到村口"))
    assert ("warning", True) == (severity, "食堂开到村口" in seen)


READ_ACROSS = {
    "a page": STORY,
    "names": "\n".join(NAMES),
    "names with blanks": "\n".join(" ".join(name) for name in NAMES),
    "verse of three": "人之初 性本善 性相近 习相远 苟不教 性乃迁 教之道 贵以专 昔孟母 择邻处".replace(
        " ", "\n"
    ),
    "verse of five": (
        "床前明月光 疑是地上霜 举头望明月 低头思故乡 白日依山尽 黄河入海流 欲穷千里目 更上一层楼"
    ).replace(" ", "\n"),
    "words with blanks": "\n".join(
        " ".join(row)
        for row in ("民生工程开工", "发展经济工作", "农村教育问题", "社会主义建设", "人民群众生活")
    ),
    "two big letters": "公\n告\n",
    "numbers": "\n".join("12345"),
}


@pytest.mark.parametrize("text", READ_ACROSS.values(), ids=READ_ACROSS.keys())
def test_what_reads_across_is_not_told(text):
    assert [] == told(text)


@pytest.mark.skipif(not CASES.is_dir(), reason="no shared cases beside the repository")
@pytest.mark.parametrize("name", ["vertical", "vertical-rows"])
def test_the_pages_of_the_desks_are_told(name):
    assert 1 == len(told((CASES / name / "2031-06-13" / "C02.txt").read_text("utf-8")))
