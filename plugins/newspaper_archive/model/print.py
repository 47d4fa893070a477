"""What is printed on a page: its lines, blocks of lines, and what each character of them is."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a printed span is; each non-blank character of a page has exactly one (conservation)."""

    KICKER = "kicker"
    HEADLINE = "headline"
    SUBHEAD = "subhead"
    DATELINE = "dateline"
    BYLINE = "byline"
    CROSSHEAD = "crosshead"
    BODY = "body"
    SIGNATURE = "signature"
    CAPTION = "caption"
    BRIEF = "brief"
    TEASER = "teaser"
    LABEL = "label"
    COLOPHON = "colophon"
    FURNITURE = "furniture"
    MARK = "mark"
    UNASSIGNED = "unassigned"


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; `text` is `raw` folded for recognising, character for character, so offsets agree.

    `columns` say where in the file's line `number` each character of `raw` stands, () where all stand as they
    are: what is no print (a tag, an invisible character) is in the file's line and not in `raw`.
    """

    number: int
    raw: str
    text: str
    columns: tuple[int, ...] = ()

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """The runs of the characters `start` to `end` that stand together: place in `raw`, length, column."""
        if not self.columns:
            yield start, end - start, start
            return
        here = start
        for place in range(start + 1, end + 1):
            if place == end or self.columns[place] != self.columns[place - 1] + 1:
                yield here, place - here, self.columns[here]
                here = place


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of the raw line, and what they are in print."""

    line: int
    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring lines that belong together by their shape alone, why, and why no more of them do."""

    lines: tuple[Line, ...]
    shape: str
    because: str
    ended: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a block was taken for, for `explain`; `margin` is its lead over `second`.

    `bounds` says why its lines are one block and why it ends where it does.
    """

    lines: tuple[int, ...]
    role: str
    because: str
    text: str
    margin: float = 0.0
    second: str = ""
    bounds: str = ""
