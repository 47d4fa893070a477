"""Code of web pages among the print: `<p>一<br>二</p>` is two lines, `&nbsp;` a blank, other tags are marks.

Nothing of it is executed or shown: it is taken out of the print and keeps its place in the file.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from html.entities import html5

from newspaper_archive.model import Line, Severity
from newspaper_archive.reading.printed.rewriting import (
    BLOCK_END,
    BROKEN,
    CELL,
    LINE_END,
    RANKS,
    numbers_at,
    rewritten,
)
from newspaper_archive.reading.printed.step import Edit, Met, Step, line_by_line, named_lines
from newspaper_archive.reading.printed.web_tags import BLOCKS, CELLS, Tag, tags

SIGN = re.compile(
    r"<[A-Za-z/!?|]|-->|&(?:#|[A-Za-z]{2,31}[;；]|nbsp|e[nm]sp|[lr][ds]quo|[lg]t|[a-z]{3,6}(?![a-z]))"
)
# What converters put where a picture or a table stood is no web page's.
_CONVERTERS = re.compile(
    r"<!--\s*[a-z][a-z -]{2,30}-->|</?(?:img|table|t[rdh]|thead|tbody)\b|<\|", re.IGNORECASE
)
_HEADINGS = {f"h{rank}": BLOCK_END + mark for rank, mark in enumerate(RANKS, start=1)}
# A cell of more than so many characters holds a story, not a figure: the table is a layout.
_LONGEST_CELL, _FEWEST_CELLS = 60, 2
_ROW_ENDS = ("tr", "table", "tbody", "thead", "tfoot")
_OF_HEADLINES = frozenset(("p", "div", "center", "li", *_HEADINGS))
_SHORTEST_LINE, _LONGEST_LINE = 4, 20
_STOP = re.compile(r"[。！？!?；;，,、：:…][”’」』）)]*$")
_SHOWN = 24

# Some of the names that old pages leave without a semicolon; `&copy=` in an address is none of them.
_OPEN = "nbsp|ensp|emsp|ldquo|rdquo|lsquo|rsquo|quot|mdash|hellip|middot|bull|lt|gt|amp"
_ENTITY = re.compile(
    rf"""
    &(?:amp[;；]){{0,4}}
    (?: (?P<name>\#[0-9]{{1,7}} | \#[xX][0-9A-Fa-f]{{1,6}} | [A-Za-z][A-Za-z0-9]{{1,31}}) [;；]
      | (?P<open>{_OPEN}) (?![A-Za-z=;；])
    )""",
    re.VERBOSE,
)
_NO_PRINT = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]")

_Found = tuple[int, str]
"""The number of a line, and the code that stands there."""


def _read(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Met, ...]]:
    now, found = _untagged(lines)
    written = (one[0] for line in now for one in _ENTITY.finditer(line.raw) if _character(one) is not None)
    first = next(written, "")
    now, times = line_by_line(now, _entity_edits)
    if times:
        found += ((number, first) for number in times.elements())
        now, more = _untagged(now)
        found += more
    return now, tuple(_told(sorted(found, key=lambda one: one[0])))


def _told(found: Sequence[_Found]) -> Iterator[Met]:
    numbers = [number for number, _ in found]
    lines = tuple(dict.fromkeys(numbers))
    if not found:
        return
    if all(_CONVERTERS.match(code) for _, code in found):
        seen = f"有 {len(found)} 处转换软件留下的图片、表格代码（{named_lines(numbers)}）"
        yield Met("converter-code", lines, seen, "已当作记号，不登出也不检索，原文照存，不需要改")
        return
    seen = f"有网页代码 {len(found)} 处（{named_lines(numbers)}），如“{found[0][1][:_SHOWN]}”"
    advice = "标签和注释已略去，实体已读成字符，原文照存；请对照版面核实，最好重新导出纯文本"
    yield Met("web-code", lines, seen, advice, Severity.WARNING)


def _untagged(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], list[_Found]]:
    """The lines without tags, and what stood where."""
    text = "\n".join(line.raw for line in lines)
    found = list(tags(text)) if "<" in text or "-->" in text else []
    if not found:
        return lines, []
    said = _in_rows(found) | _in_broken_headlines(text, found)
    edits = [Edit(tag.start, tag.end, said.get(at, _stands_for(tag))) for at, tag in enumerate(found)]
    codes = (text[tag.start : tag.end] for tag in found)
    return rewritten(lines, edits), list(zip(numbers_at(lines, edits), codes, strict=True))


def _stands_for(tag: Tag) -> str:
    if tag.name == "br":
        return LINE_END
    if tag.opens and tag.name in _HEADINGS:
        return _HEADINGS[tag.name]
    return BLOCK_END if tag.name in BLOCKS or tag.name in CELLS else ""


def _in_rows(found: Sequence[Tag]) -> dict[int, str]:
    """What the tags of rows with several small cells stand for; a line does not end within such a cell."""
    said: dict[int, str] = {}
    row: list[int] | None = None
    for at, tag in enumerate(found):
        if tag.name in _ROW_ENDS:
            said |= _in_row(found, row, at) if row else {}
            row = [] if tag.name == "tr" and tag.opens else None
        elif row is not None and tag.name in CELLS and tag.opens:
            row.append(at)
    return said


def _in_row(found: Sequence[Tag], cells: Sequence[int], end: int) -> dict[int, str]:
    ends = [*cells[1:], end]
    if len(cells) < _FEWEST_CELLS or any(
        _letters(found, *cell) > _LONGEST_CELL for cell in zip(cells, ends, strict=True)
    ):
        return {}
    return {at: CELL if at in cells else _within_cell(found[at]) for at in range(cells[0], end)}


def _within_cell(tag: Tag) -> str:
    return " " if tag.name == "br" else ""


def _letters(found: Sequence[Tag], start: int, end: int) -> int:
    """How many characters stand between two tags, besides those of the tags between them."""
    return found[end].start - found[start].start - sum(one.end - one.start for one in found[start:end])


def _in_broken_headlines(text: str, found: Sequence[Tag]) -> dict[int, str]:
    """`<p>民生长廊<br>开工</p>`: a headline, for two characters stand in no line of their own."""
    said: dict[int, str] = {}
    block: list[int] = []
    for at, tag in enumerate(found):
        if tag.name in BLOCKS and tag.name != "br":
            if (
                block
                and not tag.opens
                and found[block[0]].name == tag.name
                and _is_broken(text, found, block, at)
            ):
                said |= dict.fromkeys((one for one in block if found[one].name == "br"), BROKEN)
            block = []
        if block or (tag.opens and tag.name in _OF_HEADLINES):
            block.append(at)
    return said


def _is_broken(text: str, found: Sequence[Tag], block: Sequence[int], end: int) -> bool:
    lines = [""]
    for at in block:
        if found[at].name == "br":
            lines.append("")
        lines[-1] += text[found[at].end : found[min(at + 1, end)].start]
    stand = [line.strip() for line in lines]
    return (
        len(stand) > 1
        and all(stand)
        and min(map(len, stand)) < _SHORTEST_LINE
        and not any("\n" in line or _STOP.search(line) or len(line) > _LONGEST_LINE for line in stand)
    )


def _entity_edits(raw: str) -> list[Edit]:
    """`&ldquo;鸟语&rdquo;`, `&#20170;日`, `&amp;nbsp;`, which was written so twice; `R&D` is print."""
    found = ((one, _character(one)) for one in _ENTITY.finditer(raw))
    return [Edit(*one.span(), said) for one, said in found if said is not None]


def _character(entity: re.Match[str]) -> str | None:
    """What it stands for: a control code or a line end is a blank, no character nothing."""
    name = entity["name"] or entity["open"]
    if name[0] == "#":
        return _NO_PRINT.sub(" ", unescape(f"&{name};")).replace("\ufffd", "")
    known = html5.get(f"{name};") or html5.get(f"{name.lower()};")
    return None if known is None else _NO_PRINT.sub(" ", known)


WEB_CODE = Step(SIGN, _read, re.compile(r"[<&>]"))
