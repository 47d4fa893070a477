"""A page file's lines as printed: without what a converter, a web page or a PDF put among the print.

`记<U+200B>者 高青山` is printed as `记者 高青山`. Each printed character knows its column in the file's line;
what is left out keeps its place there as a mark, and the desk is told of it once a page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newspaper_archive.model import Line, Problem, Role, Span
from newspaper_archive.reading.printed.combining_marks import COMBINING_MARKS
from newspaper_archive.reading.printed.doubled_characters import DOUBLED_CHARACTERS
from newspaper_archive.reading.printed.formulas import FORMULAS
from newspaper_archive.reading.printed.invisible_characters import INVISIBLE_CHARACTERS
from newspaper_archive.reading.printed.markdown import MARKDOWN
from newspaper_archive.reading.printed.number_blanks import NUMBER_BLANKS
from newspaper_archive.reading.printed.radical_characters import RADICAL_CHARACTERS
from newspaper_archive.reading.printed.running_lines import running_lines
from newspaper_archive.reading.printed.second_page import second_pages
from newspaper_archive.reading.printed.side_by_side import SIDE_BY_SIDE
from newspaper_archive.reading.printed.spaced_characters import SPACED_CHARACTERS
from newspaper_archive.reading.printed.step import USUAL, Met, SetAside, Step
from newspaper_archive.reading.printed.unmapped_glyphs import UNMAPPED_GLYPHS
from newspaper_archive.reading.printed.web_code import WEB_CODE
from newspaper_archive.reading.printed.web_page import web_page

# Each is given what those before it have left.
STEPS: tuple[Step, ...] = (
    WEB_CODE,
    FORMULAS,
    MARKDOWN,
    INVISIBLE_CHARACTERS,
    COMBINING_MARKS,
    UNMAPPED_GLYPHS,
    SIDE_BY_SIDE,
    RADICAL_CHARACTERS,
    SPACED_CHARACTERS,
    DOUBLED_CHARACTERS,
    NUMBER_BLANKS,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """`lines` in the order of reading; `in_place` are the file's, whose `text` is the print at its columns.

    `marks` are the places in the file that are no print; of the lines some are `aside` from all stories.
    `starts` are the places in `lines` where another printed page begins: its labels and credits are its own.
    """

    lines: tuple[Line, ...]
    in_place: tuple[Line, ...]
    marks: tuple[Span, ...] = ()
    problems: tuple[Problem, ...] = ()
    aside: tuple[SetAside, ...] = ()
    starts: tuple[int, ...] = ()

    @property
    def pages(self) -> tuple[tuple[Line, ...], ...]:
        """The lines of each printed page that the file holds."""
        return tuple(self.lines[a:b] for a, b in pairwise((0, *self.starts, len(self.lines))))


def printed(file: str, lines: Sequence[Line]) -> Printed:
    """The lines of a page file as printed; `file` names it in problems."""
    now, met = tuple(lines), list[Met]()
    text, unusual = _signs(now)
    for step in STEPS:
        if step.is_asked_of(text, unusual):
            now, told = step.read(now)
            if told:  # `&#x2ED3;` has become a radical
                text, unusual = _signs(now)
            met += told
    now = _ordered(now)
    others = second_pages(now)
    problems = tuple(_problem(file, one) for one in (*met, *others.met))
    aside, starts = _aside(now, others.heads), others.starts
    if now == tuple(lines):
        return Printed(now, now, (), problems, aside, starts)
    in_place = tuple(_in_place(lines, now))
    return Printed(now, in_place, tuple(_marks(in_place)), problems, aside, starts)


def _signs(lines: Sequence[Line]) -> tuple[str, str]:
    """What the steps look for their signs in: the text, and what of it is not usual print."""
    text = "".join(f"\n{line.raw}" for line in lines)
    return text, USUAL.sub("", text)


def _ordered(now: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with their order, where one of the file's is left out or stands for several."""
    if all(line.number == order for order, line in enumerate(now, start=1)):
        return now
    return tuple(replace(line, order=order) for order, line in enumerate(now, start=1))


def _aside(lines: Sequence[Line], first: Sequence[SetAside]) -> tuple[SetAside, ...]:
    """Each line once, in the order of the file."""
    by_line = {one.line: one for one in (*web_page(lines), *running_lines(lines), *first)}
    return tuple(sorted(by_line.values(), key=lambda one: one.line.number))


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
        if " " not in line.text:
            continue
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
