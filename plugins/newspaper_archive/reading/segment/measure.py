"""How wide lines are, and whether a page was set in columns of one measure.

Thirty lines of 12 to 13 cells that break off in mid-sentence are a column of measure 13.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from newspaper_archive.model import Line

SENTENCE_ENDS = "。!?…”’」』)]】》;,、:"
NARROWEST, WIDEST = 6.0, 46.0
FEWEST_LINES = 5
FEWEST_IN_COLUMN = 4
SHARE_AT_MEASURE = 0.6
SHORT_TENTH = 10
INDENT = 2.0
SHARE_INDENTED = 0.4


def cells(text: str) -> float:
    """Width in em: a Chinese character is 1, an ASCII character one half."""
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))


@dataclass(frozen=True, slots=True)
class Measure:
    """A page's columns, in em: a full line is `short` to `full` wide, less `indent` at a paragraph's head."""

    full: float
    short: float
    indent: float

    def is_full(self, width: float, *, first: bool = False) -> bool:
        if first and self.indent and self.short - self.indent - 0.5 <= width <= self.full - self.indent:
            return True
        return self.short <= width <= self.full + 2


def column_measure(lines: Sequence[Line]) -> Measure | None:
    """The wrapped columns of a page; None where lines are paragraphs or vary."""
    inner = [
        (cells(line.raw.strip()), line.text.rstrip()[-1:], not before.text.strip())
        for before, line, after in zip((Line(0, "", ""), *lines), lines, lines[1:], strict=False)
        if line.text.strip() and after.text.strip()
    ]
    widths = sorted(width for width, _, _ in inner if width >= NARROWEST)
    if len(widths) < FEWEST_LINES:
        return None
    full = _most_crowded(widths)
    at_measure = [(width, end) for width, end, _ in inner if full - 2 <= width <= full + 1]
    broken_off = sum(end not in SENTENCE_ENDS for _, end in at_measure)
    crowded = len(at_measure) >= SHARE_AT_MEASURE * len(widths)
    if full > WIDEST or not crowded or broken_off < len(at_measure) / 2:
        return None
    within = sorted(width for width, _, first in inner if not first and full - 2 <= width <= full + 1)
    if within:
        tenth = len(within) // SHORT_TENTH
        short, full = within[tenth], within[-1 - tenth]
    else:
        short = full - 1
    heads = [width for width, _, first in inner if first and width <= full + 2]
    indented = sum(short - INDENT <= width < short for width in heads)
    return Measure(full, short, INDENT if heads and indented >= SHARE_INDENTED * len(heads) else 0.0)


def measure_of_one(lines: Sequence[Line]) -> Measure | None:
    """The measure of lines that stand in one column by themselves; None where they are no prose."""
    printed = [line for line in lines if line.text.strip()]
    widths = [cells(line.raw.strip()) for line in printed]
    full = max(widths, default=0.0)
    at_measure = [line for line, width in zip(printed, widths, strict=True) if width >= full - INDENT - 1]
    broken_off = sum(line.text.rstrip()[-1] not in SENTENCE_ENDS for line in at_measure)
    few = len(printed) < FEWEST_IN_COLUMN or len(at_measure) < len(printed) / 2
    if few or not broken_off or not NARROWEST <= full <= WIDEST:
        return None
    indented = any(line.text.startswith("  ") for line in at_measure)
    return Measure(full, full - 1.5, INDENT if indented else 0.0)


def _most_crowded(widths: Sequence[float]) -> float:
    """The widest width with the most lines no more than 2 em narrower and 1 em wider; `widths` is sorted."""
    best, most, low, high = widths[0], 0, 0, 0
    for width in widths:
        while widths[low] < width - 2:
            low += 1
        while high < len(widths) and widths[high] <= width + 1:
            high += 1
        if high - low >= most:
            best, most = width, high - low
    return best
