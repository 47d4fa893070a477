"""A page file's lines as printed: without what a converter, a web page or a PDF put among the print.

`记<U+200B>者 高青山` is printed as `记者 高青山`. Each printed character knows its column in the file's line;
what is left out keeps its place there as a mark, and the desk is told of it once a page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newspaper_archive.model import Line, Problem, Role, Span
from newspaper_archive.reading.printed.combining_marks import COMBINING_MARKS
from newspaper_archive.reading.printed.doubled_characters import DOUBLED_CHARACTERS
from newspaper_archive.reading.printed.invisible_characters import INVISIBLE_CHARACTERS
from newspaper_archive.reading.printed.number_blanks import NUMBER_BLANKS
from newspaper_archive.reading.printed.radical_characters import RADICAL_CHARACTERS
from newspaper_archive.reading.printed.spaced_characters import SPACED_CHARACTERS
from newspaper_archive.reading.printed.step import Met, Step
from newspaper_archive.reading.printed.unknown_characters import UNKNOWN_CHARACTERS

# Each is given what those before it have left.
STEPS: tuple[Step, ...] = (
    INVISIBLE_CHARACTERS,
    COMBINING_MARKS,
    UNKNOWN_CHARACTERS,
    RADICAL_CHARACTERS,
    SPACED_CHARACTERS,
    DOUBLED_CHARACTERS,
    NUMBER_BLANKS,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """`lines` in the order of reading; `in_place` are the file's, whose `text` is the print at its columns.

    `marks` are the places in the file that are no print.
    """

    lines: tuple[Line, ...]
    in_place: tuple[Line, ...]
    marks: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()


def printed(file: str, lines: Sequence[Line]) -> Printed:
    """The lines of a page file as printed; `file` names it in problems."""
    now, met = tuple(lines), list[Met]()
    text = "\n".join(line.raw for line in lines)
    for step in STEPS:
        if step.sign.search(text):
            now, told = step.read(now)
            met += told
    if now == tuple(lines):
        return Printed(now, now, problems=tuple(_problem(file, one) for one in met))
    in_place = tuple(_in_place(lines, now))
    marks = tuple(_marks(in_place))
    return Printed(now, in_place, marks, tuple(_problem(file, one) for one in met))


def _in_place(lines: Sequence[Line], now: Sequence[Line]) -> Iterator[Line]:
    """The file's lines; where no print stands the text is blank."""
    shown: dict[int, list[Line]] = {}
    for line in now:
        shown.setdefault(line.number, []).append(line)
    for line in lines:
        parts = shown.get(line.number, [])
        if parts == [line]:
            yield line
            continue
        text = [" "] * len(line.raw)
        for part in parts:
            for column, character in zip(part.columns or range(len(part.text)), part.text, strict=True):
                text[column] = character
        yield replace(line, text="".join(text))


def _marks(in_place: Sequence[Line]) -> Iterator[Span]:
    """The stretches of the file's lines that have characters and no print."""
    for line in in_place:
        start = 0
        for end in range(1, len(line.raw) + 1):
            if end == len(line.raw) or _is_mark(line, end) != _is_mark(line, start):
                if _is_mark(line, start):
                    yield Span(line.number, start, end, Role.MARK)
                start = end


def _is_mark(line: Line, column: int) -> bool:
    return line.text[column] == " " and not line.raw[column].isspace()


def _problem(file: str, met: Met) -> Problem:
    return Problem(met.severity, met.code, file, met.lines[0], met.seen, met.advice)
