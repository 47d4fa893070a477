"""Whatever stands on a page, no name and no headline holds code, and every character keeps its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from case_files import Case, cases
from depth import examples
from disorder import FRAGMENTS, any_text
from marked_pages import broken, read

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=y>",
    "<p>",
    "</p>",
    "<br>",
    "<h1>",
    "</h1>",
    "<td>",
    "</td>",
    "<tr>",
    "</tr>",
    "<table>",
    "<!--",
    "-->",
    "<foo>",
    '<foo bar="1">',
    "< ",
    ">",
    "&nbsp;",
    "&nbsp",
    "&lt;",
    "&amp;lt;",
    "&#60;",
    "&#x0;",
    "&foo;",
    "{{ 7 * 7 }}",
    "{.a}",
    "{",
    "}",
    "[高青山](",
    "](",
    "](x.html)",
    "![](",
    "![](a.jpg)",
    "$30\\%$",
    "$\\frac{1}{2}$",
    "$",
    "\\",
    "\\*",
    "**",
    "***",
    "*",
    "_",
    "`",
    "| a | b |",
    "|---|---|",
    "---",
    "===",
    "[^1]",
    "=",
    "&",
    ";",
    "a=b",
    "R&D",
    "5<6",
    "javascript:x",
    "记者 <b>高青山</b>",
    "通讯员 {齐小龙}",
    "高青山&韦玉见",
    "\ufdd0",
    "\ufdd1",
    "\ufdd8",
    "\x00",
    "\n",
    "\n\n",
)
PIECES = st.lists(st.one_of(st.sampled_from((*HOSTILE, *FRAGMENTS)), any_text), min_size=1, max_size=30)


@examples(60)
@given(PIECES.map("".join))
def test_no_name_and_no_headline_of_a_hostile_page_holds_code(text: str) -> None:
    assert broken(text) == []


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_no_name_and_no_headline_of_a_case_holds_code(case: Case) -> None:
    assert broken(case.text) == []


def test_what_heads_a_story_is_shown_in_full_width() -> None:
    (article,) = read("水位<警戒线，R&D\n\n本报讯（记者 高青山）白马河的水位昨天退到警戒线以下。\n").articles
    assert "水位＜警戒线，R＆D" == article.headline
