"""What the steps from a file's lines to the printed ones have in common: what they cut and what they say."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from newspaper_archive.folder.text.lines import FOLDING
from newspaper_archive.model import Line, Role, Severity

ANY = re.compile("")
_NAMED_LINES = 8


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters `start` to `end` of a line stand for `to`, which is no longer than they are."""

    start: int
    end: int
    to: str = ""


@dataclass(frozen=True, slots=True)
class Met:
    """What a step met in the lines `lines`, for the desk."""

    code: str
    lines: tuple[int, ...]
    seen: str
    advice: str
    severity: Severity = Severity.NOTE


@dataclass(frozen=True, slots=True)
class SetAside:
    """A printed line that is no part of any story, what it is and why: blocks are made without it."""

    line: Line
    role: Role
    because: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step is asked only of a page in whose text its `sign` is found; it gives the lines anew.

    The sign has a character of the class `needs`, for which each character of a page is looked at once.
    """

    sign: re.Pattern[str]
    read: Callable[[tuple[Line, ...]], tuple[tuple[Line, ...], tuple[Met, ...]]]
    needs: re.Pattern[str] = ANY

    def is_asked_of(self, text: str, characters: str) -> bool:
        """Whether the text, of these characters, has the sign."""
        return self.needs.search(characters) is not None and self.sign.search(text) is not None


def edited(line: Line, edits: Iterable[Edit]) -> Line:
    """The line with these edits, which are in order and apart; what stays keeps its column in the file."""
    columns = line.columns or tuple(range(len(line.raw)))
    kept = list(chain.from_iterable(_kept(line.raw, columns, edits)))
    raw = "".join(character for character, _ in kept)
    placed = tuple(column for _, column in kept)
    return replace(line, raw=raw, text=raw.translate(FOLDING), columns=placed)


def _kept(raw: str, columns: Sequence[int], edits: Iterable[Edit]) -> Iterator[Iterable[tuple[str, int]]]:
    here = 0
    for edit in edits:
        yield zip(raw[here : edit.start], columns[here : edit.start], strict=True)
        yield zip(edit.to, columns[edit.start : edit.end], strict=False)
        here = edit.end
    yield zip(raw[here:], columns[here:], strict=True)


def line_by_line(
    lines: Sequence[Line], find: Callable[[str], Sequence[Edit]]
) -> tuple[tuple[Line, ...], Counter[int]]:
    """The lines with what `find` edits in each; how many edits each numbered line has had."""
    now: list[Line] = []
    times: Counter[int] = Counter()
    for line in lines:
        edits = find(line.raw)
        times[line.number] += len(edits)
        now.append(edited(line, edits) if edits else line)
    return tuple(now), +times


def named_lines(numbers: Iterable[int]) -> str:
    """`第 3、7 行`, of many the first: `第 1、2、3、4、5、6、7、8 等 20 行`."""
    lines = list(dict.fromkeys(numbers))
    named = "、".join(map(str, lines[:_NAMED_LINES]))
    return f"第 {named} 行" if len(lines) <= _NAMED_LINES else f"第 {named} 等 {len(lines)} 行"
