"""Lines to blocks, by shape alone: what the eye takes for one piece before it reads.

`清澜` at the end of a narrow line and `湖边` at the head of the next are one block; a line that stops
short of the column ends one; a paragraph that breaks off at a column's foot goes on over the blank line.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newspaper_archive.lexicon import agencies
from newspaper_archive.model import Block, Line
from newspaper_archive.reading.joined_lines import LIST_MARK
from newspaper_archive.reading.segment.measure import INDENT, Measure, cells, column_measure

DATELINE = re.compile(
    rf"\s*[【\[(]?[据據]?(?:{agencies.NAMED}[^,。:]{{0,14}}?{agencies.WIRE}|{agencies.PAPER}{agencies.WIRED})"
)
OPENER = re.compile(rf"\s*[◎●■▲▶►□◆◇★☆※○①-⑳#【]|\*\*|{DATELINE.pattern}")
OPENING_MARK = re.compile(r"[(“「《\[]")
BRACKET_CLOSES = re.compile(r"[^()]*\)")
CLAUSE_OR_SENTENCE = re.compile(r"[,、;:﹔。!?…][”’」』)\"']*$")
GOES_ON = re.compile(r"并(?:[由将对向把为与在且]|要求|表示)|以及|及其|、")
CLAUSE = re.compile(r"[,、;:]")
CLAUSE_END = re.compile(r"[,、;:﹔，]$")
FINISHED = re.compile(r"[。!?…:;][”’」』)\]】》\"']*$|[)\]】]$|(?:[摄攝]|供图|摄影|整理|报道)\)?$|^[#|]")
CLAUSES_SHARE = 0.45
LONG_PARAGRAPH = 40.0
MENU_WORDS = 6
CLOSING_QUOTES = ("”", "」", "』", '"')
HUNG_AT_HEAD = ("“", "‘", "「", "『", "《", "(")


def segment(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Blocks in print order; every non-blank line is in exactly one."""
    measure = column_measure(lines)
    clauses = measure is None and _is_one_clause_a_line(lines)
    blocks: list[Block] = []
    for run in _runs(lines):
        if measure is not None:
            blocks += _wrapped(run, measure)
        elif clauses and len(run) > 1:
            blocks += _clauses(run)
        else:
            blocks += (Block((line,), *_shape(line)) for line in run)
    return tuple(_heal(blocks, measure))


def _runs(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Neighbouring non-blank lines."""
    run: list[Line] = []
    for line in lines:
        if line.text.strip():
            run.append(line)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _shape(line: Line) -> tuple[str, str]:
    mark = line.text.lstrip()
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


def _wrapped(run: tuple[Line, ...], measure: Measure) -> Iterator[Block]:
    """A run of a narrow column, parted where a line stops short, is too wide or opens anew."""
    start = 0
    for i in range(1, len(run)):
        if _parts(run, start, i, measure):
            yield _column_block(run[start:i], measure)
            start = i
    yield _column_block(run[start:], measure)


def _column_block(lines: tuple[Line, ...], measure: Measure) -> Block:
    if len(lines) == 1:
        return Block(lines, *_shape(lines[0]))
    return Block(lines, "wrapped", f"栏宽 {measure.full:g} 字")


def _parts(run: tuple[Line, ...], start: int, i: int, measure: Measure) -> bool:
    """Whether the line `i` of a run opens a block, where its block so far opens at `start`."""
    line, following = run[i - 1].text, run[i].text
    width, ahead = cells(run[i - 1].raw.strip()), cells(run[i].raw.strip())
    if _is_open(line) and (following.rstrip().endswith(CLOSING_QUOTES) or BRACKET_CLOSES.match(following)):
        return False
    full = measure.is_full(width, first=i - 1 == start) or measure.short - 1 <= width <= ahead
    if not full or ahead > measure.full + 2:
        return True
    if width < measure.short and ahead < measure.short - 1 and not FINISHED.search(following.rstrip()):
        return True
    if following.startswith("  ") and not line.startswith("  "):
        return True
    if DATELINE.match(following):
        return True
    return OPENER.match(following) is not None and FINISHED.search(line.rstrip()) is not None


def _heal(blocks: Sequence[Block], measure: Measure | None) -> Iterator[Block]:
    """Blocks that break off in mid-sentence, joined with what follows them."""
    held: list[Block] = []
    for block in blocks:
        if held and not (_breaks_off(held, block, measure) and _goes_on(block, measure)):
            yield _joined(held)
            held = []
        held.append(block)
    if held:
        yield _joined(held)


def _joined(blocks: Sequence[Block]) -> Block:
    if len(blocks) == 1:
        return blocks[0]
    return Block(tuple(line for block in blocks for line in block.lines), "healed", "句未完，跨栏接排")


def _breaks_off(held: Sequence[Block], following: Block, measure: Measure | None) -> bool:
    """Whether the paragraph so far stops in mid-sentence at the foot of its column."""
    block = held[-1]
    last = block.lines[-1].text.rstrip()
    if GOES_ON.match(following.lines[0].text) and block.shape != "heading":
        return cells(last) >= LONG_PARAGRAPH / 2 or len(block.lines) > 1
    if block.shape == "heading" or FINISHED.search(last) or len(last.split()) >= MENU_WORDS:
        return False
    width = cells(block.lines[-1].raw.strip())
    if measure is None or width > measure.full + 2:
        return width >= LONG_PARAGRAPH or _is_open(last)
    several = len(held) > 1 or len(block.lines) > 1
    hung = following.lines[0].text.lstrip().startswith(HUNG_AT_HEAD)
    if several and hung and width >= measure.short - 1:
        return True
    if _is_open(last):
        return width >= measure.short - INDENT
    if several:
        return measure.is_full(width)
    return measure.indent > 0 and measure.is_full(width, first=True) and CLAUSE.search(last) is not None


def _goes_on(block: Block, measure: Measure | None) -> bool:
    first = block.lines[0].text
    if block.shape == "heading" or OPENER.match(first):
        return False
    if FINISHED.search(block.lines[-1].text.rstrip()):
        return True
    width = cells(block.lines[0].raw.strip())
    return width >= LONG_PARAGRAPH / 2 if measure is None else measure.is_full(width)


def _is_open(text: str) -> bool:
    """A bracket or quotation mark opens here and does not close."""
    return OPENING_MARK.search(text) is not None and any(
        text.rfind(left) > text.rfind(right) for left, right in ("()", "“”", "「」", "《》", "[]")
    )
