"""The figures that style sheets and the making up of a page share stand in one file."""

import re
from pathlib import Path

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.site.bundles import bundle
from newspaper_archive.site.makeup.measures import IN_STYLES, LISTS, number, pixels
from newspaper_archive.site.tongue import tongue

THEME = Path(__file__).resolve().parents[3] / "theme"


def set_in(tmp_path: Path, sheet: str) -> str:
    part = tmp_path / "one.css"
    part.write_text(sheet, "utf-8")
    return bundle([part], tongue()).decode()


def test_a_figure_is_the_same_in_pixels_and_in_a_style_sheet(tmp_path: Path) -> None:
    sheet = ".a {\n  gap: measure(gutter);\n  columns: measure(text-column) measure(columns);\n}\n"
    assert ".a{gap:1.75rem;columns:13em 12}\n" == set_in(tmp_path, sheet)
    assert (28, 13, 12) == (pixels("gutter"), number("text-column"), number("columns"))


def test_a_rule_of_each_figure_of_a_list_is_set_once_for_each(tmp_path: Path) -> None:
    rule = ".b-each(lines) > i,\n.c {\n  --lines: each(lines);\n}\n"
    every = "".join(f".b-{lines}>i,.c{{--lines:{lines}}}" for lines in LISTS["lines"])
    before, after = ".a {\n  color: red;\n}\n\n", "\n.d {\n  color: red;\n}\n"
    assert f".a{{color:red}}{every}.d{{color:red}}\n" == set_in(tmp_path, before + rule + after)


def test_what_only_looks_like_a_figure_stays(tmp_path: Path) -> None:
    sheet = ".a{max-inline-size:var(--measure);inline-size:var(--measure,3em)}\n"
    assert sheet == set_in(tmp_path, sheet)


@pytest.mark.parametrize("written", ["measure(guter)", "each(line)", "measure()"])
def test_a_figure_that_is_not_there_is_told_with_its_line(tmp_path: Path, written: str) -> None:
    seen = re.escape(written.partition("(")[2].removesuffix(")"))
    with pytest.raises(ArchiveError, match=rf"one\.css:3: 看到“{seen}”；可用的是：.*gutter.*lines"):
        set_in(tmp_path, f"/* Why. */\n\n.a {{ gap: {written}; }}\n")


def test_every_figure_is_in_some_style_sheet_of_the_theme() -> None:
    sheets = "".join(path.read_text("utf-8") for path in sorted((THEME / "parts").rglob("*.css")))
    asked = set(re.findall(r"\b(?:measure|each)\(([^()]*)\)", sheets))
    assert {*IN_STYLES, *LISTS} == asked
