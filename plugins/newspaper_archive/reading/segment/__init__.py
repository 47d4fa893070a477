"""Lines to blocks, by shape alone: what the eye takes for one piece before it reads.

`清澜` at the end of a narrow line and `湖边` at the head of the next are one block; a line that stops
short of the column ends one; a paragraph that breaks off at a column's foot goes on over the blank line.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from newspaper_archive.model import GOES_ON, NEXT_CELL, TABLE_ROW, Block, Line
from newspaper_archive.reading.joined_lines import LIST_MARK
from newspaper_archive.reading.segment.block_seams import LONG_PARAGRAPH, BlockSeam, ended
from newspaper_archive.reading.segment.line_seams import line_seam, parted
from newspaper_archive.reading.segment.measure import (
    Measure,
    cells,
    column_measure,
    line_measures,
    measure_of_one,
)

CLAUSE_OR_SENTENCE = re.compile(r"[,、;:﹔。!?…][”’」』)\"']*$")
CLAUSE_END = re.compile(r"[,、;:﹔，]$")
CLAUSES_SHARE = 0.45
OF_NO_COLUMN = "不在一栏里"
CONTINUED = (NEXT_CELL, GOES_ON)

MeasureOf = Callable[[Line], Measure | None]


def segment(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Blocks in the order of reading; every non-blank line is in exactly one."""
    columns = list(_columns(lines))
    if len(columns) == 1:
        measure_of = line_measures(lines)
        return tuple(_heal(_cut(lines, measure_of), measure_of))
    blocks: list[Block] = []
    above: Measure | None = None
    for column in columns:
        measure = column_measure(column) or measure_of_one(column)
        found = _column(column, measure)
        if blocks and found and not _ended([blocks[-1]], found[0], above):
            found[0] = _joined([blocks.pop(), found[0]])
        blocks, above = blocks + found, measure
    return tuple(blocks)


def _columns(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Lines that stand one under another: the next column begins higher up in the file."""
    starts = [at for at in range(1, len(lines)) if lines[at].number < lines[at - 1].number]
    yield from (tuple(lines[a:b]) for a, b in pairwise((0, *starts, len(lines))))


def _column(lines: Sequence[Line], measure: Measure | None) -> list[Block]:
    def measure_of(_: Line) -> Measure | None:
        return measure

    return list(_heal(_cut(lines, measure_of), measure_of))


def _cut(lines: Sequence[Line], measure_of: MeasureOf) -> list[Block]:
    clauses = _is_one_clause_a_line(lines)
    blocks: list[Block] = []
    for run in _runs(lines):
        if run[-1].sign in CONTINUED:
            blocks.append(Block(run, *_shape(run[0])))
        elif any(measure_of(line) for line in run):
            blocks += _wrapped(run, measure_of)
        elif clauses and len(run) > 1:
            blocks += _clauses(run)
        else:
            blocks += (Block((line,), *_shape(line)) for line in run)
    return blocks


def _runs(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Neighbouring non-blank lines; one that has a sign is alone but for those that go on with it."""
    run: list[Line] = []
    for line in lines:
        if not line.text.strip():
            if run:
                yield tuple(run)
            run = []
            continue
        if run and (line.sign or run[-1].sign):
            ended = _before(run, line)
            if ended:
                yield tuple(run[:ended])
            run = run[ended:]
        run.append(line)
    if run:
        yield tuple(run)


def _before(run: Sequence[Line], line: Line) -> int:
    """How many lines of a run are apart from a line, where it or the one above has a sign."""
    if line.sign not in CONTINUED:
        return len(run)
    return 0 if run[-1].sign else len(run) - 1


def _shape(line: Line) -> tuple[str, str]:
    mark = line.sign or line.text.lstrip()
    if line.sign in (TABLE_ROW, NEXT_CELL):
        return "row", "表格的一行"
    if mark.startswith("#"):
        return "heading", f"{len(mark) - len(mark.lstrip('#'))} 级标题符号"
    if LIST_MARK.match(mark):
        return "item", "列表符号"
    return "line", "自成一行"


def _is_one_clause_a_line(lines: Sequence[Line]) -> bool:
    inner = [a.text.strip() for a, b in pairwise(lines) if a.text.strip() and b.text.strip()]
    if len(inner) < 8 or sorted(map(cells, inner))[len(inner) // 2] > LONG_PARAGRAPH:
        return False
    return sum(bool(CLAUSE_END.search(text)) for text in inner) >= CLAUSES_SHARE * len(inner)


def _clauses(run: tuple[Line, ...]) -> Iterator[Block]:
    """One clause a line: a first line without a mark at its end is a headline, the rest one paragraph."""
    head = 0 if CLAUSE_OR_SENTENCE.search(run[0].text.rstrip()) else 1
    if head:
        yield Block(run[:1], *_shape(run[0]))
    yield Block(run[head:], "clauses", "一行一句")


def _wrapped(run: tuple[Line, ...], measure_of: MeasureOf) -> Iterator[Block]:
    """A run of narrow columns, parted where a line stops short, is too wide or opens anew."""
    start = 0
    for i in range(1, len(run)):
        measure = measure_of(run[i - 1])
        why = OF_NO_COLUMN
        if measure is not None:
            why = parted(line_seam(run[i - 1], run[i], measure, first=i - 1 == start))
        if why:
            yield _column_block(run[start:i], measure, why)
            start = i
    yield _column_block(run[start:], measure_of(run[-1]))


def _column_block(lines: tuple[Line, ...], measure: Measure | None, why: str = "") -> Block:
    if len(lines) == 1 or measure is None:
        return Block(lines, *_shape(lines[0]), why)
    return Block(lines, "wrapped", f"栏宽 {measure.full:g} 字", why)


def _heal(blocks: Sequence[Block], measure_of: MeasureOf) -> Iterator[Block]:
    """Blocks that break off in mid-sentence, joined with what follows them."""
    held: list[Block] = []
    for block in blocks:
        if held and (why := _ended(held, block, measure_of(held[-1].lines[-1]))):
            yield _joined(held, why)
            held = []
        held.append(block)
    if held:
        yield _joined(held)


def _ended(held: Sequence[Block], block: Block, measure: Measure | None) -> str:
    return ended(BlockSeam(held, held[-1].lines[-1].text.rstrip(), block, measure))


def _joined(blocks: Sequence[Block], why: str = "") -> Block:
    """What parts two lines of a run says more of an end than what does not join two blocks."""
    why = blocks[-1].ended or why
    if len(blocks) == 1:
        return replace(blocks[0], ended=why)
    return Block(tuple(line for block in blocks for line in block.lines), "healed", "句未完，跨栏接排", why)
