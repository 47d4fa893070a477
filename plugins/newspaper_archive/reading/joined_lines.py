"""Several printed lines read as one string, with the way back from each character to its place in print.

The lines `记` and `者 王岚` read as `记者 王岚`; Markdown's `#` and `**` stay outside it, as marks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newspaper_archive.lexicon.han import HAN
from newspaper_archive.model import NEXT_CELL, Line, Role, Span

HEADING_MARK = re.compile(rf"\s*(#{{1,6}})(?=[\s{HAN}“\"《【])\s*")
LIST_MARK = re.compile(r"\s*([-*+>])(?: +)(?=\S)")
LIST_MARKS = "-*+>"
BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
LATIN_SEAM = re.compile(r"[A-Za-z,;.][A-Za-z]")


@dataclass(frozen=True, slots=True)
class JoinedPiece:
    """`length` characters of the joined lines from `offset` stand in line `line` from `column`."""

    offset: int
    length: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class JoinedLines:
    """`raw` and `text` (folded) agree in length; `marks` are the Markdown marks left out of both."""

    raw: str
    text: str
    pieces: tuple[JoinedPiece, ...]
    marks: tuple[Span, ...] = ()

    def spans(self, start: int, end: int, role: Role) -> Iterator[Span]:
        """The places in print of the characters `start` to `end`."""
        for piece in self.pieces:
            low, high = max(start, piece.offset), min(end, piece.offset + piece.length)
            if low < high:
                shift = piece.column - piece.offset
                yield Span(piece.line, low + shift, high + shift, role)

    def lines(self, start: int = 0, end: int | None = None) -> tuple[int, ...]:
        """The numbers of the printed lines that the characters `start` to `end` stand in."""
        stop = len(self.raw) if end is None else end
        return tuple(
            dict.fromkeys(p.line for p in self.pieces if p.offset < stop and p.offset + p.length > start)
        )


def join_lines(lines: Sequence[Line]) -> JoinedLines:
    """The lines joined without blanks at their ends; one stays where two Latin words or table cells meet."""
    raw: list[str] = []
    text: list[str] = []
    offset = 0
    pieces: list[JoinedPiece] = []
    marks: list[Span] = []
    for line in lines:
        parts, line_marks = _unmarked(line)
        if line_marks:
            marks += _in_the_file(line_marks, line)
        seam = text[-1][-1:] + line.text[parts[0][0]] if text and parts else ""
        if seam and (line.sign == NEXT_CELL or (seam.isascii() and LATIN_SEAM.fullmatch(seam))):
            raw.append(" ")
            text.append(" ")
            offset += 1
        for start, end in parts:
            pieces += (
                JoinedPiece(offset + low - start, length, line.number, column)
                for low, length, column in line.stretches(start, end)
            )
            raw.append(line.raw[start:end])
            text.append(line.text[start:end])
            offset += end - start
    return JoinedLines("".join(raw), "".join(text), tuple(pieces), tuple(marks))


def _in_the_file(marks: Sequence[Span], line: Line) -> Iterator[Span]:
    for mark in marks:
        for _, length, column in line.stretches(mark.start, mark.end):
            yield Span(mark.line, column, column + length, mark.role)


def join(texts: Sequence[JoinedLines], between: str = "") -> JoinedLines:
    """Joined lines end to end; `between` is put where they meet and has no place in print."""
    if len(texts) == 1:
        return texts[0]
    pieces: list[JoinedPiece] = []
    offset = 0
    for one in texts:
        pieces += (JoinedPiece(p.offset + offset, p.length, p.line, p.column) for p in one.pieces)
        offset += len(one.raw) + len(between)
    return JoinedLines(
        between.join(s.raw for s in texts),
        between.join(s.text for s in texts),
        tuple(pieces),
        tuple(mark for s in texts for mark in s.marks),
    )


def cut(whole: JoinedLines, start: int, end: int | None = None) -> JoinedLines:
    """The characters `start` to `end` as joined lines of their own, stripped of blanks, without marks."""
    stop = len(whole.text) if end is None else end
    while start < stop and whole.text[start] == " ":
        start += 1
    while start < stop and whole.text[stop - 1] == " ":
        stop -= 1
    pieces = []
    for piece in whole.pieces:
        low, high = max(start, piece.offset), min(stop, piece.offset + piece.length)
        if low < high:
            pieces.append(JoinedPiece(low - start, high - low, piece.line, piece.column + low - piece.offset))
    return JoinedLines(whole.raw[start:stop], whole.text[start:stop], tuple(pieces))


def parted(whole: JoinedLines, starts: Sequence[int]) -> Iterator[JoinedLines]:
    """The joined lines cut before each of `starts` (rising, the first 0), in one pass."""
    pieces = iter(whole.pieces)
    piece = next(pieces, None)
    for start, end in zip(starts, [*starts[1:], len(whole.text)], strict=True):
        within = []
        while piece is not None and piece.offset < end:
            within.append(piece)
            if piece.offset + piece.length > end:
                break
            piece = next(pieces, None)
        yield cut(JoinedLines(whole.raw, whole.text, tuple(within)), start, end)


def _unmarked(line: Line) -> tuple[list[tuple[int, int]], list[Span]]:
    """The stretches of a line that are print, and its Markdown marks."""
    text = line.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    marks = []
    if "#" in text and (heading := HEADING_MARK.match(text)):
        marks.append(Span(line.number, heading.start(1), heading.end(1), Role.MARK))
        start = heading.end()
    if "#" in text and not text.strip("# "):
        return [], [Span(line.number, start, end, Role.MARK)] if start < end else []
    if text[start : start + 1] in LIST_MARKS and (mark := LIST_MARK.match(text, start)):
        marks.append(Span(line.number, mark.start(1), mark.end(1), Role.MARK))
        start = mark.end()
    if "**" not in text:
        return ([(start, end)] if start < end else []), marks
    parts, here = [], start
    for bold in BOLD.finditer(text, start, end):
        marks.append(Span(line.number, bold.start(), bold.start() + 2, Role.MARK))
        marks.append(Span(line.number, bold.end() - 2, bold.end(), Role.MARK))
        parts += [(here, bold.start()), (bold.start() + 2, bold.end() - 2)]
        here = bold.end()
    parts.append((here, end))
    return [(low, high) for low, high in parts if low < high], marks
