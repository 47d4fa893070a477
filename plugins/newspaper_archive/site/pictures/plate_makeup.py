"""A plate made up on its sheet: in which type each headline is set, and how high each row and piece stands.

Headlines are as large as they can be and leave four tenths of the sheet to text; few words are set larger.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from newspaper_archive.site.makeup.copyfit import COLUMNS
from newspaper_archive.site.pictures.faces import Fonts
from newspaper_archive.site.pictures.pen import Box
from newspaper_archive.site.pictures.plate import PlatePiece, Stand
from newspaper_archive.site.pictures.type import Type, compose

GUTTER, GAP, INSET, UNDER = 9.0, 5.0, 4.0, 3.0
HEADLINES = {1: 22.0, 2: 18.0, 3: 14.0, 4: 11.0, 5: 9.5}
LEAST_TYPE, MOST_LINES, KICKER, KICKED = 6.5, 3, 6.5, (1, 2)
# Of the sheet, how much the headlines may take, and the sizes of type that are tried for it.
HEADLINES_SHARE = 0.62
SCALES = (1.45, 1.3, 1.15, 1.0, 0.9, 0.8, 0.7, 0.6)
# A letter of text and the lines it stands in; how much larger they are at most.
LETTER, PITCH, LARGEST_PRINT = 3.4, 3.6, 1.7
# What a photo asks for, and any piece besides, in letters of text.
PHOTO, ANYHOW = 120, 20


@dataclass(frozen=True, slots=True)
class Set:
    """A piece with its headline and kicker in type."""

    piece: PlatePiece
    kicker: Type
    headline: Type

    @property
    def head(self) -> float:
        """The height of kicker and headline, and of the frame."""
        lines = self.kicker.height + self.headline.height
        return lines + (UNDER if lines else 0) + (2 * INSET if self.piece.boxed else 0)

    @property
    def text(self) -> float:
        """The letters that its text and photo ask room for."""
        return sum(self.piece.paragraphs) + (PHOTO if self.piece.pictured else 0) + ANYHOW


@dataclass(frozen=True, slots=True)
class SetPiece:
    """Pieces one under another over so many columns."""

    span: int
    sets: tuple[Set, ...]

    @property
    def head(self) -> float:
        return sum(one.head for one in self.sets)

    @property
    def text(self) -> float:
        """As if it stood over the whole width, so that rows can be compared."""
        return sum(one.text for one in self.sets) * COLUMNS / self.span

    def boxes(self, room: Box) -> Iterator[tuple[Set, Box]]:
        """Each piece with its place; one that does not fit has none."""
        spare = max(0.0, room.height - self.head - GAP * (len(self.sets) - 1))
        letters = sum(one.text for one in self.sets)
        top = room.top
        for one in self.sets:
            foot = top + one.head + spare * one.text / letters
            if top + one.head <= room.foot + 1:
                yield one, Box(room.left, top, room.right, min(foot, room.foot))
            top = foot + GAP


Made = tuple[tuple[SetPiece, ...], ...]


def made_up(rows: Sequence[Sequence[Stand]], room: Box, fonts: Fonts) -> Made:
    """The rows in the largest type that leaves room for text."""
    made: Made = ()
    for scale in SCALES:
        made = tuple(
            tuple(
                SetPiece(
                    stand.span,
                    tuple(_set(one, width(stand.span, room), scale, fonts) for one in stand.pieces),
                )
                for stand in row
            )
            for row in rows
        )
        if sum(map(_head, made)) <= room.height * HEADLINES_SHARE:
            break
    return made


def heights(made: Made, room: float) -> list[float]:
    """Of each row: as much as its headlines need, and of what is left by its text."""
    texts = [max(stand.text for stand in row) for row in made]
    spare = max(0.0, room - sum(map(_head, made)) - 2 * GAP * (len(made) - 1))
    return [_head(row) + spare * text / sum(texts) for row, text in zip(made, texts, strict=True)]


def print_size(made: Made, room: Box) -> float:
    """How much larger than usual the text is set."""
    letters = sum(one.text for row in made for stand in row for one in stand.sets)
    spare = max(0.0, room.height - sum(map(_head, made))) * room.width
    return min(LARGEST_PRINT, max(1.0, sqrt(spare / (letters * LETTER * PITCH)))) if letters else 1.0


def width(span: int, room: Box) -> float:
    """Of so many columns of the sheet."""
    return (room.width + GUTTER) / COLUMNS * span - GUTTER


def _head(row: Sequence[SetPiece]) -> float:
    return max(stand.head for stand in row)


def _set(piece: PlatePiece, room: float, scale: float, fonts: Fonts) -> Set:
    room -= 2 * INSET if piece.boxed else 0
    size = max(LEAST_TYPE, HEADLINES[piece.size] * scale)
    kicker = piece.kicker if piece.size in KICKED else ""
    return Set(
        piece,
        compose(kicker, fonts.small, KICKER, room),
        compose(piece.headline, fonts.headline, size, room, MOST_LINES, least=LEAST_TYPE),
    )
