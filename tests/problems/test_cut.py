"""Blocks that waver between two parts are asked about, one question for each pair of parts."""

from dataclasses import replace

import pytest

from newspaper_archive.model import Decision, Page
from newspaper_archive.problems import cut
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
        decision(5, "小标题", "标题", 0.7),
        decision(5, "标题", "小标题", 2.5),
        decision(5, "正文", "断栏正文", 0.1),
        Decision((), "小标题", "", "", 0.0, "标题"),
        Decision((5,), "标题", "旁注", "渡口的船又开了"),
    ],
    ids=["at the limit", "a wider limit", "two parts of one text", "no lines", "settled by the desk"],
)
def test_a_firm_reading_is_none(firm: Decision) -> None:
    assert [] == seen(cut.uncertain_cut, wavering(firm))


def test_one_question_names_all_lines_that_waver_alike() -> None:
    alike = [decision(line, "小标题", "标题", 0.3 + line / 100, f"第{line}个") for line in (5, 9, 13)]
    first, other = cut.uncertain_cut(wavering(*alike, decision(20, "标题", "小标题", 1.0)))
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
