"""A page: its reading, where it was printed, who says so."""

from dataclasses import dataclass
from enum import StrEnum

from newspaper_archive.model.desk_words import Tick
from newspaper_archive.model.files import Edition, Scan, Source
from newspaper_archive.model.page_reading import Reading
from newspaper_archive.model.print import Line
from newspaper_archive.model.problem import Problem


class FactSource(StrEnum):
    """Who says so, the strongest first."""

    SIDECAR = "sidecar"
    PATH = "path"
    PRINT = "print"
    ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True)
class Clue:
    """A printed passage that an estimate rests on: its line, its words, and what they tell, in Chinese."""

    line: int
    quote: str
    tells: str

    def __str__(self) -> str:
        return f"第{self.line}行“{self.quote}”，{self.tells}"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known of a page, and who says so; an estimate has its `clues`."""

    value: str
    source: FactSource
    evidence: str = ""
    clues: tuple[Clue, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """A text by its letters alone: how many, and their digest in hexadecimal digits."""

    letters: int
    digest: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that are of some years and not of others, and the line they first stand in."""

    text: str
    weight: int
    line: int


@dataclass(frozen=True, slots=True)
class KeptText:
    """What of a page's print other pages are compared with; `stories` as in `Reading.articles`.

    `opening` is its first line; `jumps` are the words of jump lines, each with its line. The address book
    knows the page by its `sketch`, its stories by their `sketches`.
    """

    print: Likeness
    opening: str
    stories: tuple[Likeness, ...]
    sketch: str
    sketches: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    jumps: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page file, read: what it is, where it was printed (each None where unknown), and its text.

    In an archive `lines` are empty, and `kept` says what they were. `ticks` are those of its sidecar, each on
    the line where its words stand now. Where something on it is `masked` it has no scan; `withdrawn` is how
    many stories of it were taken away.
    """

    source: Source
    edition: Edition
    date: Fact | None
    folio: Fact | None
    page_name: Fact | None
    system_code: str | None
    lines: tuple[Line, ...]
    reading: Reading
    problems: tuple[Problem, ...] = ()
    kept: KeptText | None = None
    scan: Scan | None = None
    ticks: tuple[Tick, ...] = ()
    masked: bool = False
    withdrawn: int = 0
