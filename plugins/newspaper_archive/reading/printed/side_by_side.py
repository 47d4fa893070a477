"""Columns that a dump has set side by side, read one after the other.

`pdftotext -layout` keeps a page's look: each of its lines holds a line of every column, parted by blanks.
Each of these is a printed line by itself; several of them come of one line of the file.
"""

import re
from collections.abc import Iterator, Sequence

from newspaper_archive.model import Line, Severity
from newspaper_archive.reading.printed.gutters import PrintedRow, columns, may_have_columns, rows_of
from newspaper_archive.reading.printed.step import Met, Step

SIGN = re.compile(r"\S[^\S\n]+\S")
# A Han character takes two places in most dumps, and one in those of pdftotext, which counts characters.
HAN_PLACES = (2, 1)


def _read(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Met, ...]]:
    texts = [line.text if "\t" not in line.raw else _with_tabs(line) for line in lines]
    if not may_have_columns(texts):
        return lines, ()
    runs = max((columns(rows_of(texts, han)) for han in HAN_PLACES), key=_cut_rows)
    cut = _cut_rows(runs)
    if not cut:
        return lines, ()
    numbers = sorted({lines[row.place].number for row in _parts(runs)})
    seen = (
        f"第 {numbers[0]}—{numbers[-1]} 行一行里有并排的几栏（共 {cut} 行），已从空白处切开，从左到右逐栏来读"
    )
    advice = "请对照版面核实先后。导出时不要保留版式（pdftotext 不带 -layout），就不会并排"
    met = Met("side-by-side", tuple(numbers), seen, advice, Severity.WARNING)
    return tuple(_in_order(lines, runs)), (met,)


def _with_tabs(line: Line) -> str:
    """Folded, but for the tabs."""
    return "".join("\t" if raw == "\t" else text for raw, text in zip(line.raw, line.text, strict=True))


def _parts(runs: Sequence[Sequence[PrintedRow]]) -> list[PrintedRow]:
    return [row for run in runs for row in run if row.start > 0 or row.end < len(row.text)]


def _cut_rows(runs: Sequence[Sequence[PrintedRow]]) -> int:
    """How many lines have been cut."""
    return len({row.place for row in _parts(runs)})


def _in_order(lines: Sequence[Line], runs: Sequence[Sequence[PrintedRow]]) -> Iterator[Line]:
    """The runs one after the other; within each the file's blank lines stay, and one stands between two."""
    for run in runs:
        last = run[0].place - 1
        for row in run:
            if row.place > last + 1:
                yield lines[row.place - 1]
            yield _part(lines[row.place], row)
            last = row.place
        yield Line(lines[last].number, "", "")


def _part(line: Line, row: PrintedRow) -> Line:
    if row.start == 0 and row.end == len(line.raw):
        return line
    end = row.start + len(line.text[row.start : row.end].rstrip())
    kept = slice(row.start, end)
    places = line.columns or tuple(range(len(line.raw)))
    return Line(line.number, line.raw[kept], line.text[kept], places[kept])


SIDE_BY_SIDE = Step(SIGN, _read)
