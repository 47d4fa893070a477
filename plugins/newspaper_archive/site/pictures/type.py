"""Lines of type: a text broken to a width, at its phrases where that goes, in as even lines as it allows.

`凝心聚力打好“百日行动”攻坚战` over nine letters is 凝心聚力打好 and “百日行动”攻坚战; a stop begins no line.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby
from typing import NamedTuple

from PIL import ImageDraw

from newspaper_archive.site.pictures.faces import Faces, advance, face_of, of_size
from newspaper_archive.site.words.phrasing import PHRASE

# What stays on one line: a letter or a Latin word, with the quotes before it and the stops after it.
TOGETHER = re.compile(r"[“‘《〈「『（【]*(?:[A-Za-z0-9.%+/-]+|\S)[，。、：；！？”’》〉」』）】…—·℃]*\s*")
CUT = "……"
SMALLER = 0.93
LEADING = 1.22
# Of the size of type: how far down the foot of the letters stands, and in what steps lines are made even.
FOOT, STEP = 0.86, 0.5
# Texts whose length is remembered: a headline is broken anew for every width and size it is tried in.
MEASURED = 4_000
# No line of type is longer, whatever a broken page file holds.
LONGEST = 400


class TypePart(NamedTuple):
    """What stays on one line; its length at the end of a line, and with the blanks after it."""

    text: str
    room: float
    taken: float


@dataclass(frozen=True, slots=True)
class Type:
    """Lines of one size; `width` is that of the widest."""

    lines: tuple[str, ...]
    faces: Faces
    size: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING

    @property
    def width(self) -> float:
        return max((measure(line, self.faces) for line in self.lines), default=0.0) * self.size

    def draw(
        self, pen: ImageDraw.ImageDraw, left: float, top: float, ink: str, *, centred: float = 0
    ) -> None:
        """Draws from the upper left corner, or centred over a width."""
        for number, line in enumerate(self.lines):
            start = left + max(0.0, (centred - measure(line, self.faces) * self.size) / 2)
            foot = top + number * self.size * LEADING + self.size * FOOT
            for face, letters in groupby(line, key=lambda letter: face_of(letter, self.faces)):
                if face:
                    piece = "".join(letters)
                    pen.text((start, foot), piece, fill=ink, font=of_size(face, self.size), anchor="ls")
                    start += measure(piece, self.faces) * self.size


def compose(
    text: str, faces: Faces, size: float, width: float, most: int = 1, *, least: float | None = None
) -> Type:
    """The text in at most so many lines; set smaller, down to `least`, where it must, and cut at last."""
    legible_text = legible(text, faces)
    parts = _measured(TOGETHER.findall(legible_text), faces)
    smallest = size if least is None else least
    while (over := len(_fill(parts, faces, width / size)) > most) and size * SMALLER >= smallest:
        size *= SMALLER
    if over:
        return Type(_cut(parts, faces, width / size, most), faces, size)
    phrases = _measured(PHRASE.findall(legible_text), faces)
    for smaller in (size, size * SMALLER, size * SMALLER**2):
        lines = _even(phrases, faces, width / smaller, most) if smaller >= smallest else ()
        if lines:
            return Type(lines, faces, smaller)
    return Type(_even(parts, faces, width / size, most) or _fill(parts, faces, width / size), faces, size)


def run_on(text: str, faces: Faces, size: float, width: float, most: int) -> Type:
    """The text as in a paragraph: lines as full as they go, cut where there are too many."""
    parts = _measured(TOGETHER.findall(legible(text, faces)), faces)
    lines = _fill(parts, faces, width / size)
    return Type(_cut(parts, faces, width / size, most) if len(lines) > most else lines, faces, size)


def legible(text: str, faces: Faces) -> str:
    """The text as far as there are letters for it, every run of blanks one."""
    spelt = unicodedata.normalize("NFC", " ".join(text[:LONGEST].split()))
    return " ".join("".join(letter for letter in spelt if face_of(letter, faces)).split())


@lru_cache(MEASURED)
def measure(text: str, faces: Faces) -> float:
    """The length of a line, in widths of a Chinese letter."""
    return sum(advance(letter, faces) for letter in text)


def _measured(texts: Iterable[str], faces: Faces) -> tuple[TypePart, ...]:
    return tuple(TypePart(text, measure(text.rstrip(), faces), measure(text, faces)) for text in texts)


def _even(parts: Sequence[TypePart], faces: Faces, width: float, most: int) -> tuple[str, ...]:
    """The fewest lines with no part broken, nearest to one length; nothing where they are too many."""
    widest = max((part.room for part in parts), default=0.0)
    lines = _fill(parts, faces, width) if widest <= width else ()
    if len(lines) > most:
        return ()
    even = lines
    while (
        lines
        and widest <= (width := width - STEP)
        and len(narrower := _fill(parts, faces, width)) == len(lines)
    ):
        even = narrower
    return even


def _fill(parts: Sequence[TypePart], faces: Faces, width: float) -> tuple[str, ...]:
    """As much on each line as goes; a part wider than a line is broken anywhere."""
    lines: list[str] = []
    line, filled = "", 0.0
    for text, room, taken in chain.from_iterable(_broken(part, faces, width) for part in parts):
        if line and filled + room > width:
            lines.append(line.rstrip())
            line, filled = "", 0.0
        line, filled = line + text, filled + taken
    return (*lines, line.rstrip()) if line.strip() else tuple(lines)


def _broken(part: TypePart, faces: Faces, width: float) -> Sequence[TypePart]:
    return (part,) if part.room <= width else _measured(part.text, faces)


def _cut(parts: Sequence[TypePart], faces: Faces, width: float, most: int) -> tuple[str, ...]:
    lines = _fill(parts, faces, width)
    last = lines[most - 1]
    while last and measure(last + CUT, faces) > width:
        last = last[:-1]
    return (*lines[: most - 1], last + CUT)
