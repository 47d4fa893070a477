"""Characters without a form are no print: they part no name, and each keeps its place in the file."""

import pytest

from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Role
from newspaper_archive.reading.assemble import assemble_page

PAGE = """渡口的船又开了

本报汀南6月13日讯（记{0}者 {0}高{0}青山{0}）渡口{0}的船昨天又开了，两岸走亲再不绕远。

编辑 高{0}青山 校对 龙见飞
"""
FORMLESS = [
    "\u00ad",
    "\u061c",
    "\u200b",
    "\u200d",
    "\u202d",
    "\u2060",
    "\u2066",
    "\u3164",
    "\ufe00",
    "\ufeff",
    "\uffa0",
    "\U000e0100",
    "\u200e\u200b",
]


@pytest.mark.parametrize("between", FORMLESS, ids=ascii)
def test_what_has_no_form_parts_no_name(between):
    reading = assemble_page("C01.txt", normalise(PAGE.format(between)))
    plain = assemble_page("C01.txt", normalise(PAGE.format("")))
    assert plain.articles == reading.articles
    assert plain.colophon == reading.colophon


def test_it_is_told_once_a_page_with_its_lines():
    reading = assemble_page("C01.txt", normalise(PAGE.format("\u200b")))
    (problem,) = [one for one in reading.problems if one.code == "invisible"]
    assert problem.line == 3
    assert "有 6 处看不见的字符" in problem.seen
    assert "第 3、5 行" in problem.seen


def test_it_keeps_its_place_in_the_file_as_a_mark():
    lines = normalise(PAGE.format("\u200b"))
    marks = [span for span in assemble_page("C01.txt", lines).spans if span.role is Role.MARK]
    assert 6 == len(marks)
    assert {"\u200b"} == {lines[span.line - 1].raw[span.start : span.end] for span in marks}


@pytest.mark.parametrize("blank", [" ", "\u3000", "\u00a0", "\u2009"], ids=ascii)
def test_a_true_blank_still_parts_two_names(blank):
    reading = assemble_page("C01.txt", normalise(PAGE.format("") + f"组版 齐小龙{blank}韦玉见\n"))
    names = [credit.names for credit in reading.colophon if credit.role == "组版"]
    assert [("齐小龙", "韦玉见")] == names
