"""Blocks that waver between two parts are asked about, one question for each pair of parts."""

from dataclasses import replace

import pytest

from newspaper_archive.model import Article, Decision, Kind, Page, Paragraph, Role
from newspaper_archive.problems import cut
from pages import page
from prints import STORY, printed, seen


def wavering(*decisions: Decision) -> Page:
    page = printed(STORY)
    return replace(page, reading=replace(page.reading, decisions=decisions))


def decision(line: int, role: str, second: str, margin: float, text: str = "旧玩具 换个新主人") -> Decision:
    return Decision((line,), role, "短行无句号", text, margin, second)


def test_a_decision_names_its_second_best() -> None:
    first = printed(STORY).reading.decisions[0]
    assert "标题" == first.role
    assert first.second
    assert first.second != first.role


def test_a_close_second_is_a_doubt() -> None:
    assert [(5, "“旧玩具 换个新主人”读作小标题，也可能是标题（两种读法差不多）")] == seen(
        cut.uncertain_cut, wavering(decision(5, "小标题", "标题", 0.4))
    )


@pytest.mark.parametrize(
    "firm",
    [
        decision(5, "小标题", "标题", 2.0),
        decision(5, "标题", "小标题", 0.7),
        decision(5, "正文", "图片说明", 0.1),
        Decision((), "小标题", "", "", 0.0, "标题"),
        Decision((5,), "标题", "旁注", "渡口的船又开了"),
    ],
    ids=["at the limit", "a wider limit", "two parts of one text", "no lines", "settled by the desk"],
)
def test_a_firm_reading_is_none(firm: Decision) -> None:
    assert [] == seen(cut.uncertain_cut, wavering(firm))


def test_one_question_names_all_lines_that_waver_alike() -> None:
    alike = [decision(line, "小标题", "标题", 0.3 + line / 100, f"第{line}个") for line in (5, 9, 13)]
    first, other = cut.uncertain_cut(wavering(*alike, decision(20, "标题", "小标题", 0.6)))
    assert (
        5,
        (9, 13),
        "“第5个”、“第9个”等 3 处（第 5、9、13 行）读作小标题，也可能是标题（两种读法差不多）",
    ) == (
        first.line,
        first.also,
        first.seen,
    )
    assert (20, ()) == (other.line, other.also)


def test_a_lead_that_is_no_tie_is_not_called_one() -> None:
    ((_, words),) = seen(cut.uncertain_cut, wavering(decision(5, "标题", "正文", 3.9)))
    assert "“旧玩具 换个新主人”读作标题，也可能是正文（前一种把握稍大）" == words


def with_crossheads(*lines: int) -> Page:
    """A story with these crossheads, each of which could be a headline."""
    texts = [Paragraph(f"第{line}个", Role.CROSSHEAD, (line,)) for line in lines]
    story = Article(Kind.NEWS, "渡口", tuple(texts), tuple(range(1, 30)))
    decisions = tuple(decision(line, "小标题", "标题", 5.0, f"第{line}个") for line in lines)
    whole = page("C01.txt", story)
    return replace(whole, reading=replace(whole.reading, decisions=decisions))


def test_the_only_crosshead_of_a_story_may_be_a_headline() -> None:
    assert [(5, "“第5个”是全篇唯一的小标题，可能是另一篇的标题")] == seen(
        cut.lone_crosshead, with_crossheads(5)
    )
    assert [] == seen(cut.lone_crosshead, with_crossheads(5, 9))


def test_an_only_crosshead_that_is_surely_one_is_none() -> None:
    sure = with_crossheads(5)
    firm = replace(sure.reading, decisions=(decision(5, "小标题", "标题", cut.LONE),))
    assert [] == seen(cut.lone_crosshead, replace(sure, reading=firm))


def test_headlines_in_a_row_may_be_crossheads() -> None:
    row = [decision(line, "标题", "小标题", 2.0, f"第{line}个") for line in (5, 9)]
    assert [(5, "“第5个”、“第9个” 2 处（第 5、9 行）读作各篇的标题，却像同一篇的几个小标题")] == seen(
        cut.headlines_in_a_row, wavering(*row)
    )


def test_a_headline_between_two_firm_ones_is_no_row() -> None:
    firm = decision(7, "标题", "正文", 9.0)
    row = [decision(5, "标题", "小标题", 2.0), firm, decision(9, "标题", "小标题", 2.0)]
    assert [] == seen(cut.headlines_in_a_row, wavering(*row))


def test_a_line_that_only_its_place_makes_text_is_asked_about() -> None:
    short = Decision((5,), "正文", "上下文", "夜渡", 2.0, "标题")
    assert [(5, "“夜渡”读作正文，却没有句号，也不成段")] == seen(cut.short_text, wavering(short))
    assert [] == seen(cut.short_text, wavering(replace(short, because="句末标点")))


def test_of_such_a_line_it_is_said_what_it_looks_like() -> None:
    foot = Decision((5,), "正文", "上下文", "订报热线 0537-2345678", 2.0, "标题")
    ((_, words),) = seen(cut.short_text, wavering(foot))
    assert "“订报热线 0537-2345678”读作正文，却不是正文也不是标题：像页脚或版面杂项" == words
