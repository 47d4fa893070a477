"""Each rule of where a block ends decides its printed example, and a near miss is decided by another."""

from pathlib import Path

import pytest

from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Block
from newspaper_archive.reading.segment import segment
from newspaper_archive.reading.segment.block_seams import FOOT_RULES, HEAD_RULES, BlockSeam
from newspaper_archive.reading.segment.line_seams import LINE_RULES, line_seam
from newspaper_archive.reading.segment.measure import Measure

COLUMN = Measure(full=13.0, short=12.0, indent=2.0)
# The same where an indent shows in the width alone.
BARE = Measure(full=13.0, short=11.4, indent=2.0, bare=True)
FULL = "清晨的渡口已经站满了等船的"

# The rule that decides whether a line opens a block, the line above it, and the line.
LINES = (
    ("quotation_closes_below", "他说:“船", "又来了”"),
    ("stops_short", "他说:船", "又来了”"),
    ("stops_short", "船靠了岸。", FULL),
    ("", FULL, FULL),
    ("names_a_series", "“三问渡口”·专题访谈", FULL),
    ("", "老人说起了那一年的专题访谈", FULL),
    ("is_too_wide_below", FULL, FULL + "人们提着"),
    ("is_indented_below", FULL, "　　第二天一早船又开了来"),
    ("", "　　第二天一早船又开了来去来", "　　第二天一早船又开了来"),
    ("stands_by_name_below", FULL, "本报记者 王岚 邵春雨丁禾"),
    ("", "本报汀南6月1日讯 新华社", "记者王岚、本报记者周澄明"),
    ("", FULL, "记者王岚说船又开了三天"),
    ("stands_by_name_above", "本报记者 王岚 邵春雨丁禾", FULL),
    ("", "记者王岚说船又开了三天整", FULL),
    ("opens_with_dateline", FULL, "本报汀南6月1日讯(记者王岚"),
    ("", FULL, "本报汀南的记者昨日来到这里"),
    ("opens_with_mark_after_end", FULL[:12] + "。", "◎3月5日,柳河图书馆重"),
    ("", FULL, "◎3月5日,柳河图书馆重开"),
)

# The same where the line above opens its block: it may be a paragraph's indented first line.
FIRST_LINES = (
    ("is_stack_of_short_lines", "渡口的船又开了一回了", "两岸走亲再不绕远"),
    ("", "渡口的船又开了一回了", "岸边的人都来了。"),
)

# The same in a column whose indents are not kept.
BARE_LINES = (
    ("is_narrower_below_an_end", "清晨的渡口站满了人都来了。", "第二天一早船又开了来"),
    ("", FULL, "第二天一早船又开了来"),
    ("is_short_and_open_below_an_end", "清晨的渡口站满了人都来了。", "渡口的船又开了"),
    ("", "清晨的渡口站满了人都来了。", "船又开了。"),
    ("", "清晨的渡口站满了人都来了。", FULL),
)

# The rule that decides whether a paragraph breaks off, its last line, and what follows.
FEET = (
    ("conjunction_over_wide_text", FULL * 2, "并将意见带回区里。"),
    ("opens_with_conjunction", FULL, "并将意见带回区里。"),
    ("is_heading", "## " + FULL, FULL),
    ("dateline_stands_alone", "本报云汀5月9日电", FULL),
    ("is_finished", "(本报云汀5月9日电)", FULL),
    ("names_stand_below_role", "责任编辑:", "林晓 王岚"),
    ("is_finished", "责任编辑:", FULL),
    ("is_by_name_above", "责任编辑:林晓", FULL),
    ("is_torn_within_a_word", "要毫不松劲抓作风建", "设,把规矩立在前面"),
    ("", "要毫不松劲抓作风建", "一、把规矩立在前面"),
    ("is_finished", "船靠了岸。", FULL),
    ("is_series_name", "“三问渡口”·专题访谈", FULL),
    ("is_menu", "首页 要闻 区县 专题 视频 图片", FULL),
    ("is_open_paragraph", FULL * 4, FULL),
    ("is_uncolumned", FULL * 2, FULL),
    ("is_open_and_nearly_full", "他们都说:“这条河比从前", FULL),
    ("is_open_and_short", "“清河", FULL),
    ("is_full_first_line", "6月1日,清澜湖边的垂柳", FULL),
    ("", "六月一日清澜湖边垂柳依", FULL),
)
# The same where the paragraph has several lines.
FEET_OF_SEVERAL = (
    ("conjunction_over_wide_text", FULL, "并将意见带回区里。"),
    ("quotation_is_hung_below", FULL[:11], "“那时全靠摆渡"),
    ("", FULL[:11], "那时全靠摆渡"),
    ("is_full_after_others", FULL, "那时全靠摆渡"),
)
# The rule that decides whether a line can go on with a paragraph, and the line.
HEADS = (
    ("is_heading_below", "## 渡口的船又开了"),
    ("opens_anew_below", "◎3月5日,柳河图书馆重开。"),
    ("opens_anew_below", "本报新云汀维柳尔自治区青禾地区6月11日讯"),
    ("is_by_name_below", "摄影:王岚"),
    ("is_finished_below", "湖边。"),
    ("is_finished_below", "(本报群众工作部)"),
    ("is_full_below", FULL),
    ("", "湖边"),
)
# The same beneath a line that is a dateline and nothing else.
HEADS_BENEATH_A_DATELINE = (
    ("opens_with_writer_below", "(记者王岚)云汀区第三家社区食"),
    ("", "社区食堂开到家门口"),
)


def block(*texts: str) -> Block:
    shape = "heading" if texts[0].startswith("#") else "line"
    return Block(normalise("\n".join(texts)), shape, "")


def deciding(rules, seam) -> str:
    return next((rule.__name__ for rule, _ in rules if rule(seam)), "")


@pytest.mark.parametrize(("rule", "upper", "lower"), LINES)
def test_a_line_opens_a_block_or_not(rule: str, upper: str, lower: str) -> None:
    above, below = normalise(f"{upper}\n{lower}")
    assert rule == deciding(LINE_RULES, line_seam(above, below, COLUMN, first=False))


@pytest.mark.parametrize(("rule", "upper", "lower"), BARE_LINES)
def test_a_line_opens_a_block_or_not_where_indents_are_not_kept(rule: str, upper: str, lower: str) -> None:
    above, below = normalise(f"{upper}\n{lower}")
    assert rule == deciding(LINE_RULES, line_seam(above, below, BARE, first=False))


@pytest.mark.parametrize(("rule", "upper", "lower"), FIRST_LINES)
def test_a_line_beneath_a_blocks_first_opens_another_or_not(rule: str, upper: str, lower: str) -> None:
    above, below = normalise(f"{upper}\n{lower}")
    assert rule == deciding(LINE_RULES, line_seam(above, below, COLUMN, first=True))


@pytest.mark.parametrize(("rule", "last", "following"), FEET)
def test_a_paragraph_breaks_off_or_not(rule: str, last: str, following: str) -> None:
    assert rule == deciding(FOOT_RULES, BlockSeam([block(last)], last, block(following), COLUMN))


@pytest.mark.parametrize(("rule", "last", "following"), FEET_OF_SEVERAL)
def test_a_paragraph_of_several_lines_breaks_off_or_not(rule: str, last: str, following: str) -> None:
    assert rule == deciding(FOOT_RULES, BlockSeam([block(FULL, last)], last, block(following), COLUMN))


@pytest.mark.parametrize(("rule", "following"), HEADS)
def test_a_block_can_go_on_with_a_paragraph_or_not(rule: str, following: str) -> None:
    assert rule == deciding(HEAD_RULES, BlockSeam([block(FULL)], FULL, block(following), COLUMN))


@pytest.mark.parametrize(("rule", "following"), HEADS_BENEATH_A_DATELINE)
def test_a_block_can_go_on_with_a_dateline_or_not(rule: str, following: str) -> None:
    dateline = "本报云汀5月9日电"
    assert rule == deciding(HEAD_RULES, BlockSeam([block(dateline)], dateline, block(following), COLUMN))


def test_where_lines_are_paragraphs_a_short_one_goes_on_with_nothing() -> None:
    whole, short = (BlockSeam([block(FULL)], FULL, block(text), None) for text in (FULL * 2, FULL))
    assert ("is_long_below", "") == (deciding(HEAD_RULES, whole), deciding(HEAD_RULES, short))


def test_where_lines_are_paragraphs_a_bracket_alone_goes_on_with_nothing() -> None:
    seams = [
        BlockSeam([block(FULL)], FULL, block(text), None) for text in ("(本报群众工作部)", "(见图),船开了。")
    ]
    assert ["is_bracketed_below", "is_finished_below"] == [deciding(HEAD_RULES, seam) for seam in seams]


def test_a_block_says_why_it_ends_where_it_does() -> None:
    runs = (
        [FULL] * 4 + ["船靠了岸", FULL, FULL, FULL],
        ["船又来了。"],
        [FULL, FULL],
        ["湖边"],
        [FULL, FULL],
        ["◎3月5日,柳河图书馆重"],
    )
    blocks = segment(normalise("\n\n".join("\n".join(run) for run in runs)))
    ends = [(one.lines[-1].text, one.ended) for one in blocks]
    assert [
        ("船靠了岸", "末行不满栏"),
        ("船又来了。", "句已完"),
        (FULL, "下面短，也没有句号"),
        ("湖边", "不像句未完"),
        (FULL, "下面另起一条"),
        ("◎3月5日,柳河图书馆重", ""),
    ] == ends


def test_every_rule_is_shown_by_an_example() -> None:
    shown = {
        rule
        for rule, *_ in (
            *LINES,
            *FIRST_LINES,
            *BARE_LINES,
            *FEET,
            *FEET_OF_SEVERAL,
            *HEADS,
            *HEADS_BENEATH_A_DATELINE,
        )
    } | {"is_long_below", "is_bracketed_below"}
    rules = {rule.__name__ for table in (LINE_RULES, FOOT_RULES, HEAD_RULES) for rule, _ in table}
    assert set() == rules - shown


def test_every_printed_line_is_in_one_block_in_print_order() -> None:
    for path in sorted((Path(__file__).resolve().parents[2] / "seeds").rglob("*.txt")):
        lines = normalise(path.read_text(encoding="utf-8", errors="replace"))
        printed = [line.number for line in lines if line.text.strip()]
        assert printed == [line.number for one in segment(lines) for line in one.lines]
