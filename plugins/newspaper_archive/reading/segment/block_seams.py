"""Whether a paragraph goes on over a blank line or a block's end: two tables of named rules.

It does where it breaks off in mid-sentence above (`FOOT_RULES`) and what stands below can go on with it
(`HEAD_RULES`); in each the first that holds decides.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newspaper_archive.lexicon import agencies
from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.names import are_names
from newspaper_archive.lexicon.simplified import simplified
from newspaper_archive.lexicon.word_lists import any_of, two_letter_words
from newspaper_archive.model import Block
from newspaper_archive.reading.segment.line_seams import (
    DATELINE,
    FINISHED,
    OPENER,
    SERIES,
    is_by_name,
    is_open,
)
from newspaper_archive.reading.segment.measure import INDENT, Measure, cells

GOES_ON = re.compile(r"并(?:[由将对向把为与在且]|要求|表示)|以及|及其|、")
# Asked of every block, and soon answered.
BRACKETED = re.compile(rf"\([{HAN}、 ]{{2,40}}\)")
GOES_ON_WITH = ("并", "以及", "及其", "、")
WRITERS = ("记者", "記者", "通讯员", "通訊員", "特约", "特約", "见习", "見習", "实习", "實習")
BRACKETS = ("(", "[", "【")
WIRED_BY = ("电", "電", "讯", "訊")
BARE_DATELINE = re.compile(rf"{DATELINE.pattern}\s*")
WRITER_BRACKET = re.compile(rf"\s*\((?:{agencies.NAMED})?\s*(?:{'|'.join(WRITERS)})")
ROLE_ALONE = re.compile(rf"(?:{any_of('colophon_roles').pattern})\s*:")
NAMES_ALONE = 12
TORN_BEFORE = ",、;。"
TORN_WORD = re.compile(
    rf"(?![一二三四五六七八九十甲乙丙丁戊己对是好不行嗯唉哦啊哎噢呵嘿])[{HAN}][{TORN_BEFORE}]"
)
CLAUSE = re.compile(r"[,、;:]")
LONG_PARAGRAPH = 40.0
MENU_WORDS = 6
ALONE = ("heading", "row")
HUNG_AT_HEAD = ("“", "‘", "「", "『", "《", "(")


@dataclass(frozen=True, slots=True)
class BlockSeam:
    """A paragraph so far, whose last printed line is `last`, and the block that follows it.

    `measure` is None where lines are paragraphs.
    """

    held: Sequence[Block]
    last: str
    following: Block
    measure: Measure | None

    @property
    def width(self) -> float:
        return cells(self.held[-1].lines[-1].raw.strip())

    @property
    def several(self) -> bool:
        """More than one line is a column's paragraph and not a headline."""
        return len(self.held) > 1 or len(self.held[-1].lines) > 1


BlockRule = Callable[[BlockSeam], object]


def conjunction_over_wide_text(seam: BlockSeam) -> bool:
    """`…走访了沿河十二个村` / `并将意见带回区里`: 并将 opens no paragraph beneath a line of text."""
    return opens_with_conjunction(seam) and (
        cells(seam.last) >= LONG_PARAGRAPH / 2 or len(seam.held[-1].lines) > 1
    )


def opens_with_conjunction(seam: BlockSeam) -> bool:
    """`并将…` beneath a line of few words, which is a headline."""
    text = seam.following.lines[0].text
    return text.startswith(GOES_ON_WITH) and GOES_ON.match(text) is not None


def dateline_stands_alone(seam: BlockSeam) -> bool:
    """`本报云汀5月9日电` / `(记者王岚)云汀区…`: a dateline on a line of its own opens what stands beneath."""
    first = seam.held[0].lines[0].text.strip()
    if not first.endswith(WIRED_BY) or first.startswith(BRACKETS):
        return False
    return BARE_DATELINE.fullmatch(first) is not None and not is_finished(seam)


def names_stand_below_role(seam: BlockSeam) -> bool:
    """`责任编辑:` / `林晓 王岚`."""
    if not seam.last.endswith(":") or ROLE_ALONE.fullmatch(seam.last.strip()) is None:
        return False
    text = seam.following.lines[0].text.strip()
    return cells(text) <= NAMES_ALONE and are_names(text)


def is_by_name_above(seam: BlockSeam) -> bool:
    """`责任编辑:林晓`, whole on its line."""
    return is_by_name(seam.last)


def is_torn_within_a_word(seam: BlockSeam) -> bool:
    """`…抓作风建` / `设,把规矩立在前面`: 建设 is a word; few sentences begin with one letter and a comma.

    `小院` / `秋,是从一片叶子开始的` is a headline and its text.
    """
    below = seam.following.lines[0].text.lstrip()
    if below[1:2] not in TORN_BEFORE or not TORN_WORD.match(below) or is_heading(seam) or is_finished(seam):
        return False
    pair = seam.last[-1:] + below[0]
    return "".join(simplified().get(letter, letter) for letter in pair) in two_letter_words()


def is_heading(seam: BlockSeam) -> bool:
    """`## 渡口的船又开了`, or a row of a table."""
    return seam.held[-1].shape in ALONE


def is_finished(seam: BlockSeam) -> object:
    """`…通了船。`, `(记者 王岚 摄)`."""
    return FINISHED.search(seam.last)


def is_series_name(seam: BlockSeam) -> object:
    """`“三问渡口”·专题访谈`."""
    return SERIES.search(seam.last)


def is_menu(seam: BlockSeam) -> bool:
    """`首页 要闻 区县 专题 视频 图片`: six words and more in a row are no text."""
    return len(seam.last.split()) >= MENU_WORDS


def is_open_paragraph(seam: BlockSeam) -> bool:
    """A long line of no column, or one within a quotation: where lines are paragraphs, or it is too wide."""
    return _is_uncolumned(seam) and (seam.width >= LONG_PARAGRAPH or is_open(seam.last))


def is_uncolumned(seam: BlockSeam) -> bool:
    """Any other line of no column: a headline, a label."""
    return _is_uncolumned(seam)


def quotation_is_hung_below(seam: BlockSeam) -> bool:
    """`…老人记得` / `“那时全靠摆渡”`: a line ended early so that a quotation mark could open the next."""
    hung = seam.following.lines[0].text.lstrip().startswith(HUNG_AT_HEAD)
    return seam.several and hung and _reaches(seam, 1)


def is_open_and_nearly_full(seam: BlockSeam) -> bool:
    """`他说:“这条河` in a column of 7: the quotation goes on beneath."""
    return is_open(seam.last) and _reaches(seam, INDENT)


def is_open_and_short(seam: BlockSeam) -> bool:
    """`“清河` far from the column's end: a headline's first line."""
    return is_open(seam.last)


def is_full_after_others(seam: BlockSeam) -> bool:
    """The last of several lines reaches the column's end: its paragraph stops at the column's foot."""
    return seam.several and seam.measure is not None and seam.measure.is_full(seam.width)


def is_full_first_line(seam: BlockSeam) -> bool:
    """One indented line at a column's foot, `　　6月1日,清澜湖边的`; without a comma it may be a headline."""
    measure = seam.measure
    if seam.several or measure is None or not measure.indent:
        return False
    return measure.is_full(seam.width, first=True) and CLAUSE.search(seam.last) is not None


# Why the paragraph above is at its end, "" where it breaks off in mid-sentence.
FOOT_RULES: tuple[tuple[BlockRule, str], ...] = (
    (is_heading, "标题自成一块"),
    (dateline_stands_alone, ""),
    (names_stand_below_role, ""),
    (is_torn_within_a_word, ""),
    (conjunction_over_wide_text, ""),
    (opens_with_conjunction, "短行下的连词不接"),
    (is_finished, "句已完"),
    (is_by_name_above, "署名自成一行"),
    (is_series_name, "系列报道的名目"),
    (is_menu, "一排词不成句"),
    # Lines of no column first: the rest asks how far a line reaches in its column.
    (is_open_paragraph, ""),
    (is_uncolumned, "短不成段"),
    (quotation_is_hung_below, ""),
    (is_open_and_nearly_full, ""),
    (is_open_and_short, "引号未合而行短"),
    (is_full_after_others, ""),
    (is_full_first_line, ""),
)
NOT_BROKEN_OFF = "不像句未完"


def is_heading_below(seam: BlockSeam) -> bool:
    """`## 渡口的船又开了` goes on with nothing, nor does a row of a table."""
    return seam.following.shape in ALONE


def opens_anew_below(seam: BlockSeam) -> object:
    """`◎3月5日…`, `本报汀南6月1日讯…`."""
    return OPENER.match(seam.following.lines[0].text)


def opens_with_writer_below(seam: BlockSeam) -> object:
    """`(记者王岚)云汀区…` beneath a dateline: no headline opens so."""
    return WRITER_BRACKET.match(seam.following.lines[0].text) and dateline_stands_alone(seam)


def is_by_name_below(seam: BlockSeam) -> bool:
    """`摄影:王岚` beneath a line of text."""
    return is_by_name(seam.following.lines[0].text.rstrip()) and not is_open(seam.last)


def is_bracketed_below(seam: BlockSeam) -> object:
    """`…来稿请寄云汀路8号` / `(本报群众工作部)`: where lines are paragraphs, a signature."""
    return seam.measure is None and BRACKETED.fullmatch(seam.following.lines[0].text.strip())


def is_finished_below(seam: BlockSeam) -> object:
    """`湖边。`: the end of a sentence that began above."""
    return FINISHED.search(seam.following.lines[-1].text.rstrip())


def is_long_below(seam: BlockSeam) -> bool:
    """Where lines are paragraphs, one of twenty characters: a shorter one may be a headline."""
    return seam.measure is None and _width_below(seam) >= LONG_PARAGRAPH / 2


def is_full_below(seam: BlockSeam) -> bool:
    """A full line of a column."""
    return seam.measure is not None and seam.measure.is_full(_width_below(seam))


# Why what stands below cannot go on with a paragraph, "" where it can.
HEAD_RULES: tuple[tuple[BlockRule, str], ...] = (
    (is_heading_below, "下有标题符号"),
    (opens_anew_below, "下面另起一条"),
    (opens_with_writer_below, ""),
    (names_stand_below_role, ""),
    (is_torn_within_a_word, ""),
    (is_by_name_below, "下面是署名"),
    (is_bracketed_below, "括号独行"),
    (is_finished_below, ""),
    (is_long_below, ""),
    (is_full_below, ""),
)
NO_SEQUEL = "下面短，也没有句号"


def ended(seam: BlockSeam) -> str:
    """Why the paragraph so far ends above the block that follows, "" where that belongs to it."""
    return _first(FOOT_RULES, seam, NOT_BROKEN_OFF) or _first(HEAD_RULES, seam, NO_SEQUEL)


def _first(rules: Sequence[tuple[BlockRule, str]], seam: BlockSeam, otherwise: str) -> str:
    return next((said for rule, said in rules if rule(seam)), otherwise)


def _is_uncolumned(seam: BlockSeam) -> bool:
    return seam.measure is None or seam.width > seam.measure.full + 2


def _reaches(seam: BlockSeam, lacking: float) -> bool:
    """Whether the last line is as wide as a column's but for so many em."""
    return seam.measure is not None and seam.width >= seam.measure.short - lacking


def _width_below(seam: BlockSeam) -> float:
    return cells(seam.following.lines[0].raw.strip())
