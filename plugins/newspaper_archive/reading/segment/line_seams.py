"""Where a block ends within a run of lines of a narrow column: named rules, the first that holds decides.

`清澜` at a line's end and `湖边` at the next one's head are one block; a line that stops short ends one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from newspaper_archive.lexicon import agencies
from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.names import PICTURES_BY, WORDS_BY, WRITER, is_name, names
from newspaper_archive.lexicon.series_words import LASTING
from newspaper_archive.lexicon.word_lists import any_of, any_word
from newspaper_archive.model import Line
from newspaper_archive.reading.segment.measure import Measure, cells

DATELINE = re.compile(
    rf"\s*[【\[(]?[据據]?(?:{agencies.NAMED}(?:[^,。:]{{2,24}}?{agencies.DAY}|[^,。:]{{0,14}}?){agencies.WIRE}|{agencies.PAPER}{agencies.WIRED})"
)
MARK = re.compile(r"\s*[◎●■▲▶►□◆◇★☆※○①-⑳#【]|\*\*")
OPENER = re.compile(rf"{MARK.pattern}|{DATELINE.pattern}")
OPENING_MARK = re.compile(r"[(“「《\[]")
BRACKET_CLOSES = re.compile(r"[^()]*\)")
FINISHED = re.compile(r"[。!?…:;][”’」』)\]】》\"']*$|[)\]】]$|(?:[摄攝]|供图|摄影|整理|报道)\)?$|^[#|]")
SERIES = re.compile(rf"[·|][{HAN}]*{any_word(LASTING)}$")
# Whole on its line: 本报记者 王岚, 责任编辑:孔小圆, and a role whose names stand beneath.
BY_NAME = re.compile(
    rf"\s*[□■]?\s*(?:(?:(?:{agencies.OUTLET})?\s?{WRITER}[\s:/、]*){{1,3}}"
    rf"|(?:{any_of('colophon_roles').pattern}|{WORDS_BY}|{PICTURES_BY})(?=\s*[:/]))"
    rf"[\s:/、]*(?P<names>(?:[{HAN}]{{1,4}}[\s、,]*){{0,8}})"
)
LEADS_TO_NAMES = re.compile(rf"(?:[,、(]|{agencies.NAMED}|{agencies.NAME_END})\s*$")
# What such a line has; soon looked for.
ROLE_ENDS = frozenset("者员員生师師编編校版计計文图圖影写寫理稿对對")
CLOSING_QUOTES = ("”", "」", "』", '"')


@dataclass(frozen=True, slots=True)
class LineSeam:
    """Two lines of a run; `width` and `ahead` are theirs in em, `first`: the upper opens its block."""

    line: str
    following: str
    width: float
    ahead: float
    first: bool
    measure: Measure


LineRule = Callable[[LineSeam], object]


def line_seam(upper: Line, lower: Line, measure: Measure, *, first: bool) -> LineSeam:
    width, ahead = cells(upper.raw.strip()), cells(lower.raw.strip())
    return LineSeam(upper.text, lower.text, width, ahead, first, measure)


def quotation_closes_below(seam: LineSeam) -> bool:
    """`他说:“这条河` / `比从前清了”`: what opens in a line is not parted from where it closes."""
    return is_open(seam.line) and bool(
        seam.following.rstrip().endswith(CLOSING_QUOTES) or BRACKET_CLOSES.match(seam.following)
    )


def names_a_series(seam: LineSeam) -> object:
    """`“三问渡口”·专题访谈`: the name of a series, whole on its line, is no beginning of a sentence."""
    return SERIES.search(seam.line.rstrip())


def stops_short(seam: LineSeam) -> bool:
    """`船靠了岸。` in a column of 13: a paragraph's last line; one as wide as the next is none."""
    measure = seam.measure
    return not (
        measure.is_full(seam.width, first=seam.first) or measure.short - 1 <= seam.width <= seam.ahead
    )


def is_too_wide_below(seam: LineSeam) -> bool:
    """A headline over two columns beneath a column of 13."""
    return seam.ahead > seam.measure.full + 2


def is_stack_of_short_lines(seam: LineSeam) -> bool:
    """`渡口的船又开了一回了` / `两岸走亲再不绕远` in a column of 13: a headline, no indented line."""
    short = seam.width < seam.measure.short and seam.ahead < seam.measure.short - 1
    return short and not FINISHED.search(seam.following.rstrip())


def is_indented_below(seam: LineSeam) -> bool:
    """`…两岸的人都来了` / `　　第二天一早…`: the next paragraph's indent."""
    return seam.following.startswith("  ") and not seam.line.startswith("  ")


def is_narrower_below_an_end(seam: LineSeam) -> object:
    """`…都来了。` / a line narrower by an indent: the next paragraph, where blanks were not kept."""
    indented = seam.ahead < seam.measure.short and seam.measure.is_full(seam.ahead, first=True)
    return seam.measure.bare and indented and FINISHED.search(seam.line.rstrip())


def is_short_and_open_below_an_end(seam: LineSeam) -> bool:
    """`…都来了。` / `渡口的船又开了` in a column of 13: a paragraph has no such line but at its end."""
    short = seam.ahead < seam.measure.short and not seam.measure.is_full(seam.ahead, first=True)
    ended = FINISHED.search(seam.line.rstrip()) and not FINISHED.search(seam.following.rstrip())
    return seam.measure.bare and short and bool(ended)


def stands_by_name_below(seam: LineSeam) -> bool:
    """`渡口的船又开了` / `本报记者 王岚`, whole on its line; what stands beneath `…讯 新华社` is text."""
    return is_by_name(seam.following) and not is_open(seam.line) and not LEADS_TO_NAMES.search(seam.line)


def stands_by_name_above(seam: LineSeam) -> bool:
    """`本报记者 王岚` / `渠水流进了柳湾`; but `本报记者 王` / `岚` is torn."""
    return is_by_name(seam.line) and len(seam.following.strip()) > 1


def opens_with_dateline(seam: LineSeam) -> object:
    """`本报汀南6月1日讯(记者…`: a story begins, whatever stands above it."""
    return DATELINE.match(seam.following)


def opens_with_mark_after_end(seam: LineSeam) -> object:
    """`…通了船。` / `◎3月5日,柳河…`: a brief's mark, where the line above has ended."""
    return MARK.match(seam.following) and FINISHED.search(seam.line.rstrip())


# Why the lower line opens a block of its own, "" where it does not. A quotation holds together lines that any
# later rule parts.
LINE_RULES: tuple[tuple[LineRule, str], ...] = (
    (quotation_closes_below, ""),
    (names_a_series, "系列报道的名目"),
    (stops_short, "末行不满栏"),
    (is_too_wide_below, "下行宽出一栏"),
    (stands_by_name_below, "下行是署名"),
    (stands_by_name_above, "上行是署名"),
    (is_stack_of_short_lines, "上下都是短行"),
    (is_indented_below, "下行缩进"),
    (is_narrower_below_an_end, "句完，下行窄两字"),
    (is_short_and_open_below_an_end, "句完，下面是短行"),
    (opens_with_dateline, "下行以电头起"),
    (opens_with_mark_after_end, "句完，下行有符号"),
)


def parted(seam: LineSeam) -> str:
    """Why the lower of two lines of a run opens a block, "" where it does not."""
    return next((said for rule, said in LINE_RULES if rule(seam)), "")


def is_by_name(text: str) -> bool:
    """A role and its names, or a role alone."""
    found = None if ROLE_ENDS.isdisjoint(text) else BY_NAME.fullmatch(text)
    return found is not None and all(map(is_name, names(found["names"])))


def is_open(text: str) -> bool:
    """A bracket or quotation mark opens here and does not close."""
    return OPENING_MARK.search(text) is not None and any(
        text.rfind(left) > text.rfind(right) for left, right in ("()", "“”", "「」", "《》", "[]")
    )
