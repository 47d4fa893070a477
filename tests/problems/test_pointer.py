"""Jumps and teasers that lead nowhere."""

from dataclasses import replace

import pytest

from newspaper_archive.model import Page, Severity, Teaser
from newspaper_archive.problems import pointer
from pages import article, page, teaser
from prints import told


def out(folio: str, said: str) -> Page:
    return page(f"{folio}.txt", replace(article("渡口的船又开了"), jump_to=said), folio=folio)


def into(folio: str, said: str) -> Page:
    return page(f"{folio}.txt", replace(article("渡口的船又开了"), jump_from=said), folio=folio)


@pytest.mark.parametrize(
    ("jump", "back"),
    [("（下转C02版）", "（上接C01版）"), ("(下转第二版)", "(上接第一版)"), ("下转２版", "紧接01版")],
)
def test_a_jump_that_is_taken_up_is_none(jump: str, back: str) -> None:
    assert [] == told(pointer.unresolved_jumps, out("C01", jump), into("C02", back))


def test_a_jump_that_nothing_takes_up_is_a_warning() -> None:
    (problem,) = told(
        pointer.unresolved_jumps, out("C01", "（下转C02版）"), page("C02.txt", article("桥头"), folio="C02")
    )
    assert ("C01.txt", Severity.WARNING) == (problem.file, problem.severity)
    assert "“（下转C02版）”：C02 版上没有写着“上接 C01 版”的稿件" == problem.seen


def test_a_second_half_that_nothing_jumps_to_is_a_warning() -> None:
    (problem,) = told(
        pointer.unresolved_jumps, page("C01.txt", article("桥头"), folio="C01"), into("C02", "（上接C01版）")
    )
    assert ("C02.txt", "“（上接C01版）”：C01 版上没有写着“下转 C02 版”的稿件") == (problem.file, problem.seen)


def test_a_jump_to_a_page_that_is_not_there_is_a_note() -> None:
    (problem,) = told(pointer.unresolved_jumps, out("C01", "（下转第十二版）"))
    assert (Severity.NOTE, "“（下转第十二版）”：同期没有收入 12 版") == (problem.severity, problem.seen)


def test_of_two_jumps_one_of_which_is_taken_up_it_is_asked_once_which() -> None:
    first = replace(article("渡口"), jump_to="（下转C02版）")
    pages = page("C01.txt", first, first, folio="C01"), into("C02", "（上接C01版）")
    (problem,) = told(pointer.unresolved_jumps, *pages)
    assert ("jump-several", "C01.txt") == (problem.code, problem.file)
    assert "“（下转C02版）”、“（下转C02版）” 2 处（第 1、1 行）：" in problem.seen


def pointing(*teasers: Teaser) -> Page:
    return page("C01.txt", *teasers, folio="C01")


def test_a_teaser_that_is_met_is_none() -> None:
    pages = (
        pointing(teaser("渡口的船又开了", "C02", "看点")),
        page("C02.txt", article("渡口的船又开了"), folio="C02"),
    )
    assert [] == told(pointer.unresolved_teasers, *pages)


def test_a_teaser_whose_headline_is_not_on_its_page_is_a_note() -> None:
    pages = pointing(teaser("渡口的船又开了", "C02", "看点")), page("C02.txt", article("桥头"), folio="C02")
    (problem,) = told(pointer.unresolved_teasers, *pages)
    assert (9, Severity.NOTE) == (problem.line, problem.severity)
    assert "导读“渡口的船又开了”指向 C02 版，那一版上没有这样的标题" == problem.seen


def test_teasers_of_absent_pages_are_told_at_once() -> None:
    (problem,) = told(
        pointer.unresolved_teasers, pointing(teaser("渡口", "C02", "看点"), teaser("桥头", "C03", "视觉"))
    )
    assert "导读所指的版没有收入：“渡口”（C02 看点）、“桥头”（C03 视觉）" == problem.seen


def test_a_headline_that_points_nowhere_is_no_teaser_to_be_found() -> None:
    assert [] == told(pointer.unresolved_teasers, pointing(teaser("渡口")))
