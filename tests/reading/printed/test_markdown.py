r"""Marks of Markdown are no print; what only looks like one is. A page with them is read like one without."""

import pytest

from marked_pages import PLAIN, broken, print_of, said, told, with_around_every_line, with_at_every_gap
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Severity
from newspaper_archive.reading.printed import printed

ON_LINES = [
    "![](images/0f3ab9c1.jpg)",
    "![夜市](images/a_b_c (1).jpg){width=50% .left}",
    '![图 1](<媒体/图 1.png> "夜市")',
    "![[夜市.png]]",
    "[![](a.png)](https://example.invalid/a_(b))",
    "# ![](a.png)",
    "---",
    "* * *",
    "_______",
    "=====",
    "{1}------------------------------------------------",
    "--- end of page=0 ---",
    "```markdown",
    "```",
    "::: {.column width=50%}",
    ":::",
    "\\newpage",
    '[1]: https://example.invalid/a "夜市"',
    "[^1]",
    "\\",
]
AROUND = [
    ("", "\\"),
    ("", "\\ "),
    ("", "[^1]"),
    ("", "{.unnumbered}"),
    ("[", "]{.underline}"),
    ("[", "](https://example.invalid/a_b_(c))"),
    ("", "![](a.jpg)"),
]


@pytest.mark.parametrize("form", ON_LINES)
def test_marks_on_lines_of_their_own_change_nothing_that_is_read(form):
    pages = list(with_at_every_gap(form))
    assert [said(PLAIN)] * len(pages) == [said(page) for page in pages]
    assert [[]] * len(pages) == [broken(page) for page in pages]
    assert {"markdown"} == {code for page in pages for code in told(page)}


@pytest.mark.parametrize(("before", "after"), AROUND)
def test_marks_around_every_line_change_nothing_that_is_read(before, after):
    assert said(PLAIN) == said(with_around_every_line(before, after))


@pytest.mark.parametrize(
    "head",
    ["title: 渡口的船又开了\ndate: 2031-06-14\ntags:\n  - 要闻\n- 汀南\n作者: 高青山\n", "layout: post\n"],
)
def test_front_matter_is_a_mark(head):
    assert said(PLAIN) == said(f"---\n{head}---\n{PLAIN}")
    assert said(PLAIN) == said(f"\n+++\n{head}+++\n\n{PLAIN}")


def test_rules_around_the_masthead_are_no_front_matter():
    head, rest = PLAIN.split("\n\n", 1)
    assert said(PLAIN) == said(f"---\n{head}\n---\n\n{rest}")


def test_an_underlined_line_is_a_heading():
    lines = {"渡口的船又开了": "-----", "两岸走亲再不绕远": "=====", "村口的书屋换了新灯": "==="}
    under = marked = PLAIN
    for line, rule in lines.items():
        under = under.replace(f"{line}\n", f"{line} {{#a .unnumbered}}\n{rule}\n")
        marked = marked.replace(f"{line}\n", f"{'#' if '=' in rule else '##'} {line}\n")
    assert said(marked) == said(under)
    assert said(PLAIN)[0][0] == said(under)[0][0]


@pytest.mark.parametrize(
    "line", ["一人一卡，自取自还。", "编辑 高青山 组版 齐小龙 校对 龙见飞", "2031年6月13日 星期五"]
)
def test_a_rule_beneath_what_is_no_headline_is_a_rule(line):
    page = PLAIN.replace(line, f"{line}\n-----")
    assert said(PLAIN) == said(page)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12\\.5公里，6000\\~7000，2\\_300，\\*注\\*", "12.5公里，6000~7000，2_300，*注*"),
        ('[高青山]{.underline}、[齐小龙](/p/1.html "人")', "高青山、齐小龙"),
        ("[[高青山]{.underline}]{.mark}", "高青山"),
        ("***本报讯***（记者 高青山）", "**本报讯**（记者 高青山）"),
        ("**本报讯 **（记者 高青山）", "本报讯 （记者 高青山）"),
        ("卖鱼丸的*黄老板*说，*注：老人免费。*", "卖鱼丸的黄老板说，注：老人免费。"),
        ("_渡口_，__船工__，~~旧船~~，==新船==，`灯`", "渡口，船工，旧船，新船，灯"),
        ("## 渡口的船又开了 ##", "## 渡口的船又开了"),
        ("<https://example.invalid/a>", "https://example.invalid/a"),
        ("[点这里](javascript:alert(1))", "点这里"),
        ("[^1]: 见第二版", "见第二版"),
    ],
)
def test_what_is_marked_is_print(text, expected):
    assert [expected] == print_of(text)
    assert ["markdown"] == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "5*6*7，长*宽*高",
        "获奖者：李*明、张*华、王*，",
        "尾号138****1234",
        "*注：老人免费",
        "文件2_300和a_b_c_d",
        "姓名____性别____",
        "C:\\目录\\版面",
        "[注](本报摄)",
        "[甲][乙]",
        "{甲}、{1,2}",
        "6000~7000，3~~5",
        "1==1",
        "https://example.invalid/a_b_c?d=e",
        "——— 白居易",
        "——————",
        "－－－",
        "首页 | 要闻 | 区县",
        "**本报讯**",
        "他说：“`",
    ],
)
def test_what_only_looks_like_a_mark_is_print(text):
    assert [text] == print_of(text)
    assert [] == told(text)


@pytest.mark.parametrize(
    "table",
    [
        "| 镇街 | 客流 |\n|:---|---:|\n| 金鸡镇 | 6000 |",
        "镇街 | 客流\n---|---\n金鸡镇 | 6000",
        "+---+---+\n| 镇街 | 客流 |\n+===+===+\n| 金鸡镇 | 6000 |\n+---+---+",
        "| 镇街 | 客流 |\n| 金鸡镇 | 6000 |",
    ],
)
def test_a_table_of_pipes_is_its_rows(table):
    story = "渡口的船又开了\n\n本报讯（记者 高青山）白马河渡口的船又开了，船头挂一盏灯。\n\n"
    rows = [" ".join(text.split()) for text, _ in said(story + table)[0][0][2][1:]]
    assert ["镇街 客流", "金鸡镇 6000"] == rows
    assert [] == broken(story + table)


def test_a_line_with_a_backslash_at_its_end_still_ends():
    assert ["入冬前完工。", "明春验收。"] == print_of("入冬前完工。\\\n明春验收。")


def test_the_marks_of_a_page_are_told_once_by_their_names():
    page = printed("C02.md", normalise("![](1.jpg)\n\n长12\\.5公里\\\n"))
    (problem,) = page.problems
    assert Severity.NOTE == problem.severity
    assert "有 3 处 Markdown 记号（图片、反斜杠转义、行末反斜杠；第 1、3 行）" == problem.seen
