"""`(cid:1203)` stands for one character that is not known, and the desk is told of it as of any lost one."""

from pathlib import Path

import pytest

from laws import broken_spans, unproven_records
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Reading
from newspaper_archive.reading.assemble import assemble_page

CASES = Path(__file__).parents[3].parent / "shared" / "cases" / "field" / "14-cid-runs"
PAGE = """渡口的{0}又开了

本报汀南6月13日讯（记者 {0}青山）渡口的船昨天又开了，两岸走亲再不绕远，船头挂一盏灯，天黑以后灯亮着。

编辑 {0}青山 校对 龙见飞
"""


def read(text: str) -> Reading:
    lines = normalise(text)
    reading = assemble_page("C01.txt", lines)
    assert [] == broken_spans(lines, reading) + unproven_records(lines, reading)
    return reading


@pytest.mark.parametrize("glyph", ["(cid:1203)", "（cid：88）", "(CID:7)"])
def test_a_glyph_without_a_character_is_one_unknown_character(glyph):
    reading = read(PAGE.format(glyph))
    assert ["渡口的〓又开了"] == [one.headline for one in reading.articles]
    assert ["〓青山"] == [one.name for one in reading.articles[0].byline]
    assert {"编辑": ("〓青山",), "校对": ("龙见飞",)} == {one.role: one.names for one in reading.colophon}
    (problem,) = reading.problems
    assert ("unmapped", 1) == (problem.code, problem.line)
    assert "有 3 个没有译出的字（第 1、3、5 行）" in problem.seen


def test_other_brackets_are_print():
    assert () == read(PAGE.format("(甲:12)")).problems


@pytest.mark.skipif(not CASES.is_dir(), reason="no shared cases beside the repository")
def test_the_page_of_the_desks_has_its_byline_and_its_credits():
    reading = read((CASES / "cid.txt").read_text("utf-8"))
    assert "〓青山" in [one.name for one in reading.articles[0].byline]
    assert ("〓青山",) in [one.names for one in reading.colophon]
