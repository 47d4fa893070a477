"""The headline stack: which of the lines above a story is kicker (引题), headline (主题) or subhead (副题).

`太湖区召开环境整治动员会议` above `“三张清单”管到底` is a kicker; a line that opens with —— is a subhead.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from newspaper_archive.lexicon.word_lists import any_of
from newspaper_archive.reading.joined_lines import JoinedLines, cut, join
from newspaper_archive.reading.segment.measure import cells

SUBHEAD_DASH = re.compile(r"^(?:—|–|-|─){2,}")
EVENT = any_of("event_words")
KICKER_WIDTH = 13.0
SAME_HALVES = 2.0
LONGER = 1.5


@dataclass(frozen=True, slots=True)
class HeadlineStack:
    headline: JoinedLines | None = None
    kicker: JoinedLines | None = None
    subhead: JoinedLines | None = None


def stack(heads: Sequence[tuple[JoinedLines, int]]) -> HeadlineStack:
    """`heads` are the lines in print order, each with the number of blank lines above it."""
    lines = _whole_lines(heads)
    if not lines:
        return HeadlineStack()
    dashed = list(takewhile(lambda line: SUBHEAD_DASH.match(line.text), reversed(lines[1:])))[::-1]
    above = _above_dashes(lines[: len(lines) - len(dashed)])
    beneath = [*([above.subhead] if above.subhead else []), *dashed]
    return HeadlineStack(above.headline, above.kicker, join(beneath, " ") if beneath else None)


def _above_dashes(lines: Sequence[JoinedLines]) -> HeadlineStack:
    if len(lines) == 1:
        return _one_line(lines[0])
    if len(lines) == 2:
        return _two_lines(*lines)
    return HeadlineStack(lines[1], lines[0], join(lines[2:], " "))


def _whole_lines(heads: Sequence[tuple[JoinedLines, int]]) -> list[JoinedLines]:
    """Lines of like width right beneath each other are one headline, broken."""
    whole: list[JoinedLines] = []
    for line, gap in heads:
        if whole and gap == 0 and not SUBHEAD_DASH.match(line.text) and _is_broken(whole[-1], line):
            whole[-1] = join([whole[-1], line], "" if is_open(whole[-1].text) else " ")
        else:
            whole.append(line)
    return whole


def _is_broken(upper: JoinedLines, lower: JoinedLines) -> bool:
    return is_open(upper.text) or abs(cells(upper.raw) - cells(lower.raw)) <= SAME_HALVES + 2


def is_open(text: str) -> bool:
    """A quotation or bracket opens here and does not close."""
    return any(text.count(left) > text.count(right) for left, right in ("“”", "「」", "《》", "()"))


def _one_line(line: JoinedLines) -> HeadlineStack:
    """A kicker and a headline may stand on one line, parted by a blank; two like halves are one headline."""
    blank = re.search(r"(?<=\S) +(?=\S)", line.text)
    if blank is None:
        return HeadlineStack(line)
    upper, lower = cut(line, 0, blank.start()), cut(line, blank.end())
    parted = cells(upper.raw) >= KICKER_WIDTH and abs(cells(upper.raw) - cells(lower.raw)) > SAME_HALVES
    return HeadlineStack(lower, upper) if parted else HeadlineStack(line)


def _two_lines(upper: JoinedLines, lower: JoinedLines) -> HeadlineStack:
    above, below = cells(upper.raw), cells(lower.raw)
    if below > LONGER * above and not EVENT.search(upper.text):
        return HeadlineStack(upper, None, lower)
    return HeadlineStack(lower, upper)
