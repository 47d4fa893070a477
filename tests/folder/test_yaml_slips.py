"""What is typed with slips is read as it was meant; what was right is not changed by a letter."""

from collections.abc import Mapping

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from depth import examples
from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.key_names import CORRECTION, EDITION, PAGE, spelt
from newspaper_archive.folder.sidecar.orders import BELOW
from newspaper_archive.folder.sidecar.sidecar_file import sidecar_of
from newspaper_archive.folder.yaml_slips import mended
from newspaper_archive.model import Sidecar

SIDECAR = {"": spelt(PAGE), **BELOW}
SECTIONS = {"": spelt(EDITION)}

RIGHT = """\
paper: 大河日报
edition: 新区“一周速读”
date: 2031-03-08
folio: C02
page_name: 把：改成，看
lines:
  3: headline
  5-7: body
articles:
  - headline: 9
    body: [11, 14-15]
    column: 学校来信
  - headline: 20
    body: 21-22
split: [11]
join:
  - [11, 14]
corrections:
  - line: 11
    from: “己经”
    to: “已经”
    by: 汤小满
    on: 2031-03-09
    why: 把：改成，见 http://a.b/c，12:30
"""


def put_right(text: str) -> str:
    return mended(text, SIDECAR, frozenset(BELOW)).text


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("paper：大河", "paper: 大河"),
        ("paper:大河", "paper: 大河"),
        ("paper :大河", "paper : 大河"),
        ("paper\u3000：\u3000大河", "paper\u3000: 大河"),
        ("paper:\t大河", "paper: 大河"),
        ("paper：“大河”", "paper: '大河'"),
        ("paper: ‘大河’", "paper: '大河'"),
        ("paper: 「大河」，", "paper: '大河' "),
        ("paper: ”大河“", "paper: '大河'"),
        ('paper: "大河”', "paper: '大河'"),
        ("paper: “it's: 大河”", "paper: 'it''s: 大河'"),
        ('"paper":"大河",', '"paper": "大河" '),
        ("paper: 大河，", "paper: 大河 "),
        ("paper: 大河\u3000# 报名", "paper: 大河 # 报名"),
        ("＃ 说明", "# 说明"),
        ("page_name: 看点: 新闻", "page_name: '看点: 新闻'"),
        ("page_name: @渡口", "page_name: '@渡口'"),
        ("split: ［７，９－13］", "split: [７,９-13]"),
        ("split: (7、9)", "split: [7,9]"),
        ("split: [7，9－13，\n  15］", "split: [7,9-13,\n  15]"),
        ("lines：\n\t3：主题", "lines:\n  3: 主题"),
        ("lines:\n　3：主题", "lines:\n  3: 主题"),
        ("lines:\n  第3行：主题", "lines:\n  第3行: 主题"),
        ("articles:\n  -headline：3\n   body：4", "articles:\n  - headline: 3\n    body: 4"),
        ("articles:\n　-　headline: 3\n　　body: 4", "articles:\n  - headline: 3\n    body: 4"),
        ("articles:\n－ 主题：3", "articles:\n－ 主题: 3"),
        ("articles:\n  － 主题：3", "articles:\n  - 主题: 3"),
        ("articles:\n  - {headline：3，body：[4，5]}", "articles:\n  - {headline: 3,body: [4,5]}"),
        ("checked：\n  - 39：undated", "checked:\n  - 39: undated"),
        ("join:\n  -[38，40]", "join:\n  - [38,40]"),
        ("split:\n  -19\n  -24", "split:\n  - 19\n  - 24"),
        ("paper: 大河\n date: 2031", "paper: 大河\ndate: 2031"),
        ("paper:\n date:\n folio: C01", "paper:\ndate:\nfolio: C01"),
        ("fingerprints:\n\u3000e8ed7b\n\t3ae60b", "fingerprints:\n  e8ed7b\n  3ae60b"),
        ("lines:\n  3: headline\n   5: body\n 7：body", "lines:\n  3: headline\n  5: body\n  7: body"),
        ("articles:\n  - headline: 3\n     body: 4", "articles:\n  - headline: 3\n    body: 4"),
        ("articles:\n  - headline: 3\n  body：4", "articles:\n  - headline: 3\n    body: 4"),
        (
            "articles:\n  - headline: 3\n   - headline: 9",
            "articles:\n  - headline: 3\n  - headline: 9",
        ),
        ("corrections:\n  - line: 3\n    to：“”", "corrections:\n  - line: 3\n    to: ''"),
    ],
)
def test_a_slip_of_one_meaning_is_put_right(slip: str, right: str) -> None:
    assert put_right(slip) == right


@pytest.mark.parametrize(
    "text",
    [
        RIGHT,
        "paper: 新区“一周速读”",
        "paper: “新区”与“老区”",
        'paper: "A: B"',
        "paper: '“大河”'",
        'paper: "大河，"',
        "page_name: |\n  paper：大河\n\t“x”，\n",
        'page_name: "看点\n  folio：3\n  x"',
        "page_name: 看点\n  folio：3",
        "page_name: 看点\n \u3000folio：3",
        "page_name: 看点#3，要闻",
        "page_name: 看点 # 说明：“x”，",
        "# paper：大河",
        "paper: 大河 edition: 今日",
        "paper: 大河 editon: 今日",
        "articles:\n  - column: 水上\n      学校：来信",
        "articles:\n  - column: 水上\n      正文：来信",
        "articles:\n- headline: 3\n  body:\n    - 4\n    - 7",
        "articles:\n  - headline: 3\n    body:\n      - 4\n  - headline: 9",
        "articles:\n  - {headline: 3, column: 水，上}",
        "articles:\n  - {headline: 3, column: “a: b”}",
        "corrections:\n  - from: “己经”，\n    to: 12：30",
        "corrections:\n  - from:\n      to：3",
        "corrections:\n  - {from: 己，经, to: 已：经}",
        "fingerprints:\n  e8ed7b . 3ae60b\n  21b2fa",
        "split: {" + "［，" * 1_000,
    ],
)
def test_what_may_be_meant_as_it_stands_is_left_alone(text: str) -> None:
    assert mended(text, SIDECAR, frozenset(BELOW)).text == text
    assert mended(text, SIDECAR, frozenset(BELOW)).origin == tuple(range(len(text) + 1))


def test_the_name_of_a_section_may_have_a_colon_in_it() -> None:
    text = "sections:\n  民生：热点: hot\n  报纸：看点: focus\n"
    assert mended(text, SECTIONS, frozenset({"sections"})).text == text
    slip = mended("sections:\n  民生：hot\n  看点:focus\n", SECTIONS, frozenset({"sections"}))
    assert slip.text == "sections:\n  民生: hot\n  看点: focus\n"


# What is typed in the place of the right thing, anywhere in the file.
SLIPS = (
    (": ", "："),
    (": ", ":"),
    (": ", " ："),
    (": ", ":\t"),
    (": ", "：\u3000"),
    ("    ", "\t\t"),
    ("  - ", "\t- "),
    ("  - ", "  -"),
    ("\n", "\r\n"),
    ("大河日报\n", "大河日报\u3000# 注：“x”\n"),
    ("[11, 14-15]", "［11，14－15］"),
    ("[11, 14-15]", "11、14至15"),
    ("[11, 14]", "【１１，１４】"),
    ("2031-03-08", "2031年3月8日"),
    ("2031-03-09", "2031/3/9"),
    ("大河日报", "“大河日报”"),
    ("C02", "Ｃ０２"),
    ("headline", "主题"),
    ("headline", "Headline"),
    ("body", "正文"),
    ("paper", "报纸"),
    ("articles", "稿件"),
    ("corrections", "更正"),
    ("from", "原文"),
)


def without_places(said: Sidecar) -> str:
    """All that it says, and on which lines, but not at which characters."""
    orders = said.orders
    mentions = [(one.first, one.last, one.at) for one in orders.mentions]
    parts = (orders.claims, orders.articles, orders.splits, orders.joins, orders.corrections, mentions)
    return repr((said.paper, said.edition, said.date, said.folio, said.page_name, parts))


@examples(60)
@given(st.lists(st.sampled_from(SLIPS), min_size=1, max_size=4, unique=True))
def test_any_slips_together_are_read_as_what_was_meant(slips: list[tuple[str, str]]) -> None:
    text = RIGHT
    for right, slip in slips:
        text = text.replace(right, slip)
    text = text.replace("\r\n", "\n")  # as every file is opened
    assert without_places(sidecar_of(text, "C01.yaml")) == without_places(sidecar_of(RIGHT, "C01.yaml"))


@pytest.mark.parametrize("slip", SLIPS)
def test_any_slip_alone_is_read_as_what_was_meant(slip: tuple[str, str]) -> None:
    text = RIGHT.replace(*slip).replace("\r\n", "\n")
    assert without_places(sidecar_of(text, "C01.yaml")) == without_places(sidecar_of(RIGHT, "C01.yaml"))


def test_numbers_keep_their_place_in_the_file_as_it_was_typed() -> None:
    text = "lines：\n\t３－5：主题\narticles:\n  -主题：“7”\n   正文:［9，11－13］\n   tail：15、17\n"
    said = sidecar_of(text, "C01.yaml").orders
    assert [text[one.start : one.end] for one in said.mentions] == [
        "３－5",
        "“7”",
        "9",
        "11－13",
        "15",
        "17",
    ]


# Pieces of lines of which any may follow any.
PIECES = (
    *(
        "paper",
        "lines",
        "articles",
        "corrections",
        "from",
        "why",
        "headline",
        "正文",
        "3",
        "5-7",
        "大河",
        "http",
    ),
    *(
        ":",
        ": ",
        "：",
        "-",
        "- ",
        "\n",
        "\n",
        "\n  ",
        "\n    ",
        "\n\t",
        " ",
        "\u3000",
        "\t",
        "，",
        "、",
        ", ",
    ),
    *(
        "[",
        "]",
        "［",
        "］",
        "{",
        "}",
        "“",
        "”",
        '"',
        "'",
        "「",
        "」",
        "#",
        " #",
        "|",
        ">",
        "*",
        "&",
        "?",
        "\\",
    ),
)


def typed() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@examples(150)
@given(typed() | st.text(max_size=60))
def test_whatever_is_typed_keeps_its_lines_and_the_order_of_its_characters(text: str) -> None:
    found = mended(text, SIDECAR, frozenset(BELOW))
    assert found.text.count("\n") == text.count("\n")
    assert (len(found.origin), found.origin[-1]) == (len(found.text) + 1, len(text))
    assert list(found.origin) == sorted(found.origin)
    places = [place for place, one in enumerate(found.text) if one == "\n"]
    assert [text[found.origin[place]] for place in places] == ["\n"] * len(places)


@examples(150)
@given(typed() | st.text(max_size=60))
def test_whatever_is_typed_is_read_or_told_of(text: str) -> None:
    try:
        told = sidecar_of(text, "C01.yaml").path + ":"
    except ArchiveError as error:
        told = str(error)
    assert told.startswith("C01.yaml:")


WORDS = st.text(
    st.sampled_from("大河渡口ab：，。“”‘’「」（）[]{}#&*!|>'\"%@`-?:, 12"), min_size=1, max_size=8
)
NUMBERS = st.integers(1, 40).map(str) | st.sampled_from(["5-7", "9-13"])
PARTS = st.dictionaries(
    st.sampled_from(["headline", "body", "tail"]), NUMBERS | st.lists(NUMBERS), min_size=1
)
SAID = st.fixed_dictionaries(
    {},
    optional={
        "paper": WORDS,
        "page_name": WORDS,
        "lines": st.dictionaries(NUMBERS, st.sampled_from(["headline", "body"])),
        "articles": st.lists(PARTS | st.fixed_dictionaries({"headline": NUMBERS, "column": WORDS})),
        "join": st.lists(st.lists(NUMBERS, min_size=2)),
        "corrections": st.lists(st.dictionaries(st.sampled_from(sorted(CORRECTION)), WORDS, min_size=1)),
    },
)


@examples(50)
@given(
    SAID,
    st.sampled_from([None, False, True]),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.integers(12, 80),
)
@example({"page_name": "“大河”"}, None, "'", 80)
def test_what_a_program_wrote_is_read_as_it_was_written(
    said: Mapping[str, object], flow: bool | None, style: str | None, width: int
) -> None:
    text = yaml.dump(said, allow_unicode=True, default_flow_style=flow, default_style=style, width=width)
    assert unquoted(yaml.load(put_right(text), yaml.BaseLoader)) == unquoted(yaml.load(text, yaml.BaseLoader))  # noqa: S506


def unquoted(said: object) -> object:
    """Without the quotes around a whole value and the comma behind it, which are none of it."""
    if isinstance(said, dict):
        verbatim = ("from", "to", "why")
        return {key: value if key in verbatim else unquoted(value) for key, value in said.items()}
    if isinstance(said, list):
        return [unquoted(one) for one in said]
    text = str(said).strip().rstrip("，,;； ")
    for marks in ("“”‘’\"'", "「」"):
        inner = text[1:-1]
        if len(text) > 1 and text[0] in marks and text[-1] in marks and not set(inner) & set(marks):
            return unquoted(inner)
    return text
