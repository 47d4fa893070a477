"""How wide lines are, and in columns of which measure a page was set.

Thirty lines of 12 to 13 cells that break off in mid-sentence are a column of measure 13. A page may have
columns of several measures: then each line has that of its neighbours.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newspaper_archive.model import Line

FULL_STOPS = "。!?…”’」』)]】》;:"
SENTENCE_ENDS = "。!?…”’」』)]】》;,、:"
NARROWEST, WIDEST = 6.0, 46.0
FEWEST_LINES = 5
FEWEST_IN_COLUMN = 4
SHARE_AT_MEASURE = 0.6
SHORT_TENTH = 10
INDENT = 2.0
SHARE_INDENTED = 0.4
# Trial pages set by a browser in two to five measures have these; real pages of one measure do not.
NARROWEST_OF_SEVERAL, BARE_LESS = 9.0, 1.1
FEWEST_BROKEN_OFF, SHARE_BROKEN_OFF = 20, 0.7
FEWEST_OF_SECOND, SHARE_OF_SECOND = 6, 0.1
NEAR, FEWEST_NEAR, SHORTER = 7, 4, 1.6


def cells(text: str) -> float:
    """Width in em: a Chinese character is 1, an ASCII character one half."""
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))


@dataclass(frozen=True, slots=True)
class Measure:
    """A page's columns, in em: a full line is `short` to `full` wide, less `indent` at a paragraph's head."""

    full: float
    short: float
    indent: float
    bare: bool = False
    """Whether an indent shows only in that the line is narrower, not in blanks."""

    def is_full(self, width: float, *, first: bool = False) -> bool:
        least = self.full - BARE_LESS if self.bare else self.short - 0.5
        if first and self.indent and least <= width + self.indent <= self.full + self.bare:
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


def line_measures(lines: Sequence[Line]) -> Callable[[Line], Measure | None]:
    """The measure of each line's column: one for the page, or where it has several each line's own."""
    if not _has_several_widths(lines):
        measure = column_measure(lines)
        return lambda _: measure
    printed = [line for line in lines if line.text.strip()]
    found = dict(zip((line.place for line in printed), _measures_of(printed), strict=True))
    return lambda line: found.get(line.place)


def _has_several_widths(lines: Sequence[Line]) -> bool:
    """Whether most lines break off, as in columns, and many of them at another width than the commonest."""
    printed = [line for line in lines if line.text.strip()]
    broken_off = [cells(line.raw.strip()) for line in printed if line.text.rstrip()[-1] not in FULL_STOPS]
    widths = sorted(width for width in broken_off if NARROWEST_OF_SEVERAL <= width <= WIDEST)
    if len(widths) < FEWEST_BROKEN_OFF or len(widths) < SHARE_BROKEN_OFF * len(printed):
        return False
    most = _most_crowded(widths)
    others = [width for width in widths if not most - 2 <= width <= most + 1]
    second = max((sum(abs(other - width) <= 1 for other in others) for width in others), default=0)
    return second >= max(FEWEST_OF_SECOND, SHARE_OF_SECOND * len(widths))


def _measures_of(lines: Sequence[Line]) -> list[Measure | None]:
    """For each line that of the crowd near it into which it fits, else its neighbour's above.

    What goes on from a full line is of the same column, however wide it is.
    """
    widths = [cells(line.raw.strip()) for line in lines]
    found: list[Measure | None] = []
    for i, width in enumerate(widths):
        near = [one for one in widths[max(0, i - NEAR) : i + NEAR + 1] if one >= NARROWEST_OF_SEVERAL]
        above = found[-1] if found else None
        if above is not None and width > above.full + 2:
            above = None
        goes_on = (
            above is not None
            and above.is_full(widths[i - 1])
            and lines[i - 1].text.rstrip()[-1] not in FULL_STOPS
        )
        found.append(above if goes_on else _crowd(width, near) or above)
    return found


def _crowd(width: float, near: Sequence[float]) -> Measure | None:
    """The measure that most lines near have, and in which this one is full or a paragraph's first.

    What is not much narrower than a commoner one is no measure: so wide are first lines of its paragraphs.
    """
    alike = {full: sum(max(0.0, 1 - abs(one - full)) for one in near) for full in set(near)}
    best, most = None, 0.0
    for full in sorted(alike):
        measure = Measure(full, full - SHORTER, INDENT, bare=True)
        enough = alike[full] >= most and sum(map(measure.is_full, near)) >= FEWEST_NEAR
        narrower = any(full < other <= full + INDENT + 1 and alike[other] > alike[full] for other in alike)
        if enough and not narrower and _fits(width, measure):
            best, most = measure, alike[full]
    return best


def _fits(width: float, measure: Measure) -> bool:
    full = measure.is_full(width)
    return full or measure.is_full(width, first=True)


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
