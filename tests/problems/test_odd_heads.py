"""Headlines and crossheads that look like something else."""

from dataclasses import replace

import pytest

from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Article, Kind, Page, Paragraph, Role, Span
from newspaper_archive.problems import odd_heads
from pages import page
from prints import seen

TEXT = "渡口镇的老船工把船划到对岸，两岸居民又能坐船赶集。"


def headed(*heads: str, role: Role = Role.HEADLINE) -> Page:
    """A page of these heads, a line each."""
    raw = "\n".join([*heads, TEXT])
    spans = tuple(Span(number, 0, len(head), role) for number, head in enumerate(heads, 1))
    text = Paragraph(TEXT, Role.BODY, (len(heads) + 1,))
    story = Article(Kind.NEWS, heads[0], (text,), tuple(range(1, len(heads) + 2)))
    whole = page("C01.txt", story)
    return replace(whole, lines=normalise(raw), reading=replace(whole.reading, spans=spans))


@pytest.mark.parametrize(
    ("head", "like"),
    [
        ("图片：", "图片字样"),
        ("本报记者 宋一帆 摄", "摄影署名"),
        ("渡口镇政府供图", "摄影署名"),
        ("宋一帆 通讯员 王岚", "署名"),
        ("（宋一帆 王岚）", "署名"),
        ("本报记者宋一帆王岚", "署名"),
        ("作者：宋一帆 时间：2031-03-08", "署名"),
        ("本报渡口3月8日讯", "电头"),
        ("C02 看点", "版面标识或导读"),
        ("2031年3月8日", "日期"),
        ("渡口多云－2℃／5℃", "表格里的一行"),
        ("降水概率20％", "表格里的一行"),
        ("订报热线 0537-2345678", "页脚或版面杂项"),
        ("www.dukou.cn", "页脚或版面杂项"),
        ("渡口的船又开了3月8日，渡口镇的老船工", "标题连着正文"),
    ],
)
def test_a_head_is_said_to_look_like_what_it_looks_like(head: str, like: str) -> None:
    ((line, words),) = seen(odd_heads.head_of_other_form, headed(head))
    assert (1, f"读作标题，却像{like}") == (line, words[words.index("”") + 1 :])


@pytest.mark.parametrize(
    "head",
    [
        "渡口的船又开了",
        "夜渡（图片）",
        "（图片）",
        "3月8日起渡口的船票不涨价",
        "记者节里的一天",
        "摄氏四十度的一天",
        "“三个第一”是怎样来的",
        "20%的人坐船",
        "图片里的渡口",
        "第九版《渡口志》付印",
        "供图者说",
    ],
)
def test_a_headline_with_such_a_word_is_none(head: str) -> None:
    assert [] == seen(odd_heads.head_of_other_form, headed(head))


def test_heads_that_look_alike_are_one_question() -> None:
    rows = headed("渡口晴 3℃", "对岸多云 4℃", "湖心阴 2℃", role=Role.CROSSHEAD)
    (problem,) = odd_heads.head_of_other_form(rows)
    assert (1, (2, 3)) == (problem.line, problem.also)
    assert "“渡口晴 3℃”、“对岸多云 4℃”等 3 处（第 1、2、3 行）读作小标题，却像表格里的一行" == problem.seen


def with_parts(*roles: Role) -> Page:
    parts = tuple(Paragraph(f"第{line}段", role, (line,)) for line, role in enumerate(roles, 1))
    return page("C01.txt", Article(Kind.NEWS, "渡口", parts, tuple(range(1, len(roles) + 1))))


def test_a_crosshead_over_nothing_is_asked_about() -> None:
    assert [2] == [line for line, _ in seen(odd_heads.crosshead_alone, with_parts(Role.BODY, Role.CROSSHEAD))]
    over_another = with_parts(Role.BODY, Role.CROSSHEAD, Role.CROSSHEAD, Role.BODY)
    assert [2] == [line for line, _ in seen(odd_heads.crosshead_alone, over_another)]


def test_a_crosshead_over_text_or_items_is_none() -> None:
    for below in (Role.BODY, Role.BRIEF):
        assert [] == seen(odd_heads.crosshead_alone, with_parts(Role.BODY, Role.CROSSHEAD, below))
