"""The blank gutters between columns that a dump has set side by side, and the order that columns are read in.

    近日，云汀老街沿街的一百二十盏灯        本报云汀5月9日讯（记者 周澄）云汀河堤
全部换成了暖色的新灯，店铺关门的时间    全长两公里的栏杆全部换新，颜色由住户投票

A gutter is a place where many lines in a row are blank and have prose on both sides: lines that are full and
break off in mid-sentence. Tables, menus, lists of names and verse in two halves have none.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from newspaper_archive.lexicon.han import HAN

FEWEST_ROWS, FEWEST_NARROW = 4, 6
CANDIDATES = 12
NARROWEST = 6.0
SHARE_WIDE = 0.5
SHARE_BROKEN_OFF = 0.5
SHARE_WITH_STOPS = 0.25
SHARE_ALIGNED = 0.8
FULL_WITHIN = 4.0
TAB = 1000
# A line of all columns of a broadsheet; a paragraph on one line is longer.
WIDEST_LINE = 400

_STOP = re.compile(r"[,。;!?]")
_ENDS = re.compile(r"[,。、;:!?…”’」』)\]】》]$")
_LETTER = re.compile(rf"[{HAN}]")
_BLANKS = re.compile(r"(?<=\S)\s+(?=\S)")
_INNER = re.compile(r"(?<=\S)(?: {2,})(?=\S)")


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """The characters `start` to `end` of the file's line at `place`; `at` is where each stands across."""

    place: int
    text: str
    at: Sequence[int]
    start: int
    end: int

    @property
    def shown(self) -> str:
        return self.text[self.start : self.end].strip()

    def cut(self, across: int) -> tuple["PrintedRow", "PrintedRow"]:
        """What stands before a place across the page, and what from there on."""
        border = bisect_left(self.at, across, self.start, self.end)
        left = PrintedRow(self.place, self.text, self.at, self.start, border)
        return left, PrintedRow(self.place, self.text, self.at, border, self.end)

    def is_blank_at(self, across: int) -> bool:
        """Nothing is printed at `across` or just before it."""
        border = bisect_left(self.at, across, self.start, self.end)
        if border == self.start or self.text[border - 1].isspace():
            return True
        return not self.text[border : self.end].strip() or not self.text[self.start : border].strip()


@dataclass(frozen=True, slots=True)
class Gutter:
    """Rows `first` to `last` are blank before `across`; `rows` of them have text on both sides."""

    across: int
    first: int
    last: int
    rows: int


def rows_of(texts: Sequence[str], han: int) -> list[PrintedRow]:
    """The lines of a page that are not blank; a Han character is `han` places wide: dumps differ in that."""
    return [
        PrintedRow(place, text, _places(text, han), 0, len(text))
        for place, text in enumerate(texts)
        if text.strip()
    ]


def _places(text: str, han: int) -> Sequence[int]:
    """Where each character stands; what tabs part are columns by their order, wherever they end."""
    if "\t" in text:
        fields = text.split("\t")
        ends = [
            order * TAB + at for order, field in enumerate(fields) for at in (*_places(field, han), TAB - 1)
        ]
        return ends[:-1]
    if han == 1 or len(text) > WIDEST_LINE:
        return range(len(text))
    return list(accumulate((1 if character < "\x80" else han for character in text[:-1]), initial=0))


def may_have_columns(texts: Sequence[str]) -> bool:
    """Whether it is worth a look: some wide blanks, or narrow ones at one place; most pages have neither."""
    if not _has_rows(texts):
        return False
    wide, narrow = Counter[tuple[int, int]](), Counter[int]()
    here: set[int] = set()
    for text in texts:
        words, above, here = text.strip(), here, set[int]()
        if len(text) > WIDEST_LINE or not (" " in words or "\t" in words):
            continue
        for found in _BLANKS.finditer(text):
            end = found.end()
            here.add(end)
            narrow[end] += end > NARROWEST and end in above
            if found[0] == "\t":
                wide[0, text.count("\t", 0, end)] += 1
            elif end - found.start() > 1:
                wide[1, end] += 1
                wide[2, 2 * end - len(text[:end].encode("ascii", "ignore"))] += 1
    return (
        max(wide.values(), default=0) >= FEWEST_ROWS - 1
        or max(narrow.values(), default=0) >= FEWEST_NARROW - 1
    )


def _has_rows(texts: Sequence[str]) -> bool:
    """Whether enough lines have wide blanks within, or enough neighbours any."""
    words = [text.strip() for text in texts]
    if sum("  " in text or "\t" in text for text in words) >= FEWEST_ROWS - 1:
        return True
    run = 0
    for text in words:
        run = run + 1 if " " in text else 0
        if run >= FEWEST_NARROW:
            return True
    return False


def columns(rows: Sequence[PrintedRow]) -> list[list[PrintedRow]]:
    """The rows in runs in the order of reading, cut at each gutter, from left to right."""
    gutter = _widest_gutter(rows) if len(rows) >= FEWEST_ROWS else None
    if gutter is None:
        return [list(rows)] if rows else []
    halves = [row.cut(gutter.across) for row in rows[gutter.first : gutter.last + 1]]
    left = [one for one, _ in halves if one.shown]
    right = [one for _, one in halves if one.shown]
    return [
        *columns(rows[: gutter.first]),
        *columns(left),
        *columns(right),
        *columns(rows[gutter.last + 1 :]),
    ]


def _widest_gutter(rows: Sequence[PrintedRow]) -> Gutter | None:
    """The gutter with the most rows beside it; of equals the one with the widest blank."""
    gaps = [gap for row in rows for gap in _gaps(row)]
    starts = Counter(end for _, end in gaps)
    likely = sorted(starts, key=lambda start: (-starts[start], start))[:CANDIDATES]
    wide = [(start, end) for start, end in gaps if end - start > 1]
    likely = [
        at
        for at in likely
        if starts[at] >= FEWEST_NARROW or sum(start < at <= end for start, end in wide) >= FEWEST_ROWS
    ]
    found = [one for at in likely for one in _gutters_at(rows, at)]
    found.sort(key=lambda one: (-one.rows, one.across))
    return next((one for one in found if _is_between_columns(rows, one, starts[one.across])), None)


def _gaps(row: PrintedRow) -> Iterator[tuple[int, int]]:
    """The blanks between words, from where one ends to where the next begins, across."""
    for found in _BLANKS.finditer(row.text, row.start, row.end):
        yield row.at[found.start()], row.at[found.end()]


def _gutters_at(rows: Sequence[PrintedRow], across: int) -> Iterator[Gutter]:
    first = 0
    for end in range(len(rows) + 1):
        if end == len(rows) or not rows[end].is_blank_at(across):
            if gutter := _gutter(rows, across, first, end - 1):
                yield gutter
            first = end + 1


def _gutter(rows: Sequence[PrintedRow], across: int, first: int, last: int) -> Gutter | None:
    """Within rows that are all blank there: from the first with text on both sides to the last, and on."""
    halves = {i: [one.shown for one in rows[i].cut(across)] for i in range(first, last + 1)}
    both = [i for i, (left, right) in halves.items() if left and right]
    if len(both) < FEWEST_ROWS:
        return None
    top, bottom = both[0], both[-1]
    while top > first and rows[top - 1].place == rows[top].place - 1:
        top -= 1
    full = max(_cells(halves[i][0]) for i in both)
    for i in range(bottom + 1, last + 1):
        left, right = halves[i]
        near = rows[i].place == rows[i - 1].place + 1 and bottom == i - 1
        if right or near or _cells(left) >= full - 1:
            bottom = i
    return Gutter(across, top, bottom, len(both))


def _is_between_columns(rows: Sequence[PrintedRow], gutter: Gutter, aligned: int) -> bool:
    """Prose on both sides; a gutter of one blank, only where the right side begins at one place."""
    halves = [row.cut(gutter.across) for row in rows[gutter.first : gutter.last + 1]]
    both = [(left, right) for left, right in halves if left.shown and right.shown]
    narrow = sum(_gap(left, right) < 2 for left, right in both)
    if narrow > len(both) / 2 and aligned < SHARE_ALIGNED * len(both):
        return False
    return _is_prose([_INNER.split(left.shown)[-1] for left, _ in halves if left.shown]) and _is_prose(
        [_INNER.split(right.shown)[0] for _, right in halves if right.shown]
    )


def _gap(left: PrintedRow, right: PrintedRow) -> int:
    text = left.text
    before = len(text[left.start : left.end].rstrip())
    after = right.end - right.start - len(text[right.start : right.end].lstrip())
    return left.end - left.start - before + after


def _is_prose(texts: Sequence[str]) -> bool:
    """Wide lines with stops among them, most of the full ones in mid-sentence."""
    wide = [
        text for text in texts if _cells(text) >= NARROWEST and len(_LETTER.findall(text)) >= NARROWEST / 2
    ]
    if len(wide) < FEWEST_ROWS - 1 or len(wide) < SHARE_WIDE * len(texts):
        return False
    widest = max(map(_cells, wide))
    full = [text for text in wide if _cells(text) >= widest - FULL_WITHIN]
    broken_off = sum(not _ENDS.search(text) for text in full)
    with_stops = sum(bool(_STOP.search(text)) for text in wide)
    return (
        len(full) >= len(wide) / 2
        and broken_off >= SHARE_BROKEN_OFF * len(full)
        and with_stops >= SHARE_WITH_STOPS * len(wide)
    )


def _cells(text: str) -> float:
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))
