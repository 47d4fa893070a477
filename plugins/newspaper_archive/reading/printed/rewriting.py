"""Edits over the lines of a whole page: what stands in several lines, ends a line or leaves none of it.

`民生长廊<br>开工` is two printed lines of one number; a line that holds nothing but `<!-- image -->` is none,
nor is the blank line that kept it apart.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise

from newspaper_archive.model import GOES_ON, NEXT_CELL, TABLE_ROW, Line
from newspaper_archive.reading.printed.step import Edit, edited

LINE_END = "\n"
"""In an edit's `to`: the line ends here."""
# Noncharacters: no page has them, for they are made � when it is opened.
BLOCK_END = "\ufdd1"
"""The line ends here, if anything of it stands on both sides."""
CELL = "\ufdd0"
"""A cell of a table begins here."""
RANKS = "\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6\ufdd7"
"""What follows up to the block's end is a heading of the first rank, the second, …"""
BROKEN = "\ufdd8"
"""The line ends here, and what stands beneath is the same headline."""
_SIGNS = BLOCK_END + CELL + RANKS + BROKEN
_UNSIGNED = dict.fromkeys(map(ord, _SIGNS), " ")


def rewritten(lines: Sequence[Line], edits: Sequence[Edit]) -> tuple[Line, ...]:
    """The lines with these edits, whose places are counted over all lines joined by line ends."""
    shares = _shares(lines, edits)
    read: list[tuple[Line, ...]] = []
    sign = ""
    for index, line in enumerate(lines):
        if index in shares:
            parts, sign = _parts(edited(line, shares[index]), sign)
            read.append(tuple(parts))
        else:
            read.append((replace(line, sign=_beneath(sign)) if sign and line.text.strip() else line,))
    return tuple(without_emptied(read, shares.keys()))


def numbers_at(lines: Sequence[Line], edits: Sequence[Edit]) -> list[int]:
    """The numbers of the lines in which these edits begin."""
    starts = _starts(lines)
    return [lines[bisect_right(starts, edit.start) - 1].number for edit in edits]


def without_emptied(read: Sequence[Sequence[Line]], touched: Collection[int]) -> Iterator[Line]:
    """The printed lines; where a mark had a line of its own, with no more blank ones than on one side of it.

    `read` are the lines that are left of each, `touched` the places of those that were edited.
    """
    places = range(len(read))
    for shown, run in groupby(places, lambda place: any(line.text.strip() for line in read[place])):
        at = list(run)
        if shown or not any(place in touched for place in at):
            yield from (line for place in at for line in read[place])
            continue
        stretches = [list(group) for mark, group in groupby(at, touched.__contains__) if not mark]
        kept = max(stretches, key=len, default=[place for place in at if read[place]][:1])
        yield from (line for place in kept for line in read[place])


def _starts(lines: Sequence[Line]) -> list[int]:
    return [0, *accumulate(len(line.raw) + 1 for line in lines)]


def _shares(lines: Sequence[Line], edits: Sequence[Edit]) -> dict[int, list[Edit]]:
    """What of the edits falls on each line, by its place; what an edit stands for is on its first."""
    starts = _starts(lines)
    shares: dict[int, list[Edit]] = {}
    for edit in edits:
        index, start, to = bisect_right(starts, edit.start) - 1, edit.start, edit.to
        while start < edit.end:
            end = min(edit.end, starts[index + 1] - 1)
            shares.setdefault(index, []).append(Edit(start - starts[index], end - starts[index], to))
            index, start, to = index + 1, starts[index + 1], ""
    return shares


def _parts(line: Line, sign: str) -> tuple[list[Line], str]:
    """The printed lines that an edited line is, and the sign of what goes on beneath it."""
    kept: list[Line] = []
    for place, block in enumerate(_split(line, BLOCK_END)):
        rank = RANKS.find(block.raw[0]) + 1 if block.raw else 0
        sign = "#" * rank if place or rank else sign
        for part in _within(_split(block, LINE_END)):
            cell = CELL in part.raw
            first, *others = _within(_split(part, BROKEN)) or [part]
            kept.append(_signed(first, TABLE_ROW if cell and sign != TABLE_ROW else _beneath(sign)))
            kept += (_signed(other, GOES_ON) for other in others)
            sign = TABLE_ROW if cell else sign
    if not kept and LINE_END in line.raw:
        return [replace(line, raw="", text="", columns=())], sign
    return kept, sign


def _beneath(sign: str) -> str:
    return NEXT_CELL if sign == TABLE_ROW else sign


def _within(parts: list[Line]) -> list[Line]:
    """Without the empty ones at either end: the file's own line ends are there."""
    shown = [place for place, part in enumerate(parts) if part.raw.translate(_UNSIGNED).strip()]
    return parts[shown[0] : shown[-1] + 1] if shown else []


def _signed(part: Line, sign: str) -> Line:
    marks = [Edit(at, at + 1, " ") for at, one in enumerate(part.raw) if one in _SIGNS]
    return replace(edited(part, marks), sign=sign or part.sign)


def _split(line: Line, mark: str) -> list[Line]:
    """The line cut at each of these marks, which are edits of its own and so have a column."""
    cuts = [-1, *(at for at, one in enumerate(line.raw) if one == mark), len(line.raw)]
    return [_stretch(line, upper + 1, lower) for upper, lower in pairwise(cuts)]


def _stretch(line: Line, start: int, end: int) -> Line:
    return replace(line, raw=line.raw[start:end], text=line.text[start:end], columns=line.columns[start:end])
