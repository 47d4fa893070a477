"""A page in small, drawn from its headlines: a front page of 240 by 336 pixels that is known again at sight.

The lead stands in black type over its columns, the others smaller by their weight, briefs under a red bar,
photos as grey plates, text as grey lines; whatever its length, a page fills its sheet.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from math import ceil

from PIL import Image, ImageDraw

from newspaper_archive.model import Kind
from newspaper_archive.site.pictures.faces import Fonts
from newspaper_archive.site.pictures.ink import HILLS, INK, PAPER, PLATE, RULE, TEXT, VERMILION
from newspaper_archive.site.pictures.pen import Box, Pen
from newspaper_archive.site.pictures.plate import Plate
from newspaper_archive.site.pictures.plate_makeup import (
    GAP,
    GUTTER,
    INSET,
    LETTER,
    PITCH,
    UNDER,
    Made,
    Set,
    SetPiece,
    heights,
    made_up,
    print_size,
    width,
)
from newspaper_archive.site.pictures.type import compose

WIDTH, HEIGHT, MARGIN = 240, 336, 9.0
# Drawn so many times larger and then reduced, which smooths type and rules alike.
FINER = 2
THIN, BAR, LINE = 0.6, 1.6, 1.4
NAMEPLATE, UNDER_NAME, FOLIO, NAME = (34.0, 14.0), 8.5, (14.0, 9.0), (13.0, 7.0)
TEXT_COLUMN = 52.0
# Of what is left under a headline, how much a photo takes, and how high it is for its width.
PHOTO_SHARE, PHOTO_FORM, LEAST_PHOTO = 0.75, 0.72, 16.0
RIDGE = ((0.0, 0.72), (0.22, 0.5), (0.38, 0.66), (0.66, 0.32), (1.0, 0.7), (1.0, 1.0), (0.0, 1.0))


def miniature(plate: Plate, fonts: Fonts, times: int = 1) -> Image.Image:
    """The page, so many times its usual size."""
    finer = FINER if times == 1 else 1
    image = Image.new("RGB", (WIDTH * times * finer, HEIGHT * times * finer), PAPER)
    sheet = _Sheet(Pen(ImageDraw.Draw(image), times * finer), fonts)
    top = sheet.front_flag(plate) if plate.first else sheet.flag(plate)
    room = Box(MARGIN, top + GAP, WIDTH - MARGIN, HEIGHT - MARGIN)
    made = made_up(plate.rows, room, fonts)
    if made:
        sheet.rows(made, room, print_size(made, room))
    return image.reduce(finer) if finer > 1 else image


@dataclass(frozen=True, slots=True)
class _Sheet:
    pen: Pen
    fonts: Fonts

    def front_flag(self, plate: Plate) -> float:
        """The edition's name across the sheet over a red rule; gives where it ends."""
        room = WIDTH - 2 * MARGIN
        name = compose(plate.edition, self.fonts.nameplate, NAMEPLATE[0], room, least=NAMEPLATE[1])
        self.pen.set(name, MARGIN, 7, INK, centred=room)
        foot = 9 + name.height
        self.pen.fill(Box(MARGIN, foot, WIDTH - MARGIN, foot + BAR), VERMILION)
        folio = compose(plate.folio_words, self.fonts.headline, UNDER_NAME, room)
        self.pen.set(folio, MARGIN, foot + 3, VERMILION, centred=room)
        return self._ruled(foot + 5 + folio.height)

    def flag(self, plate: Plate) -> float:
        """The folio at the left, the edition's name at the right."""
        room = WIDTH - 2 * MARGIN
        folio = compose(
            plate.folio_words or plate.edition, self.fonts.headline, FOLIO[0], room * 0.6, least=FOLIO[1]
        )
        edition = plate.edition if plate.folio_words else ""
        name = compose(edition, self.fonts.nameplate, NAME[0], room * 0.38, least=NAME[1])
        self.pen.set(folio, MARGIN, 8, INK)
        self.pen.set(name, WIDTH - MARGIN - name.width, 9, INK)
        return self._ruled(11 + folio.height)

    def _ruled(self, foot: float) -> float:
        self.pen.fill(Box(MARGIN, foot, WIDTH - MARGIN, foot + THIN), INK)
        return foot + THIN

    def rows(self, made: Made, room: Box, size: float) -> None:
        """The rows with thin rules between them, as far as the sheet goes."""
        for row, height in zip(made, heights(made, room.height), strict=True):
            if room.height < GAP:
                return
            self._row(row, Box(room.left, room.top, room.right, min(room.foot, room.top + height)), size)
            room = room.below(room.top + height + 2 * GAP)
            if room.height > GAP:
                self.pen.fill(Box(room.left, room.top - GAP, room.right, room.top - GAP + THIN), RULE)

    def _row(self, row: Sequence[SetPiece], room: Box, size: float) -> None:
        left = room.left
        for number, stand in enumerate(row):
            right = left + width(stand.span, Box(MARGIN, 0, WIDTH - MARGIN, 0))
            if number:
                middle = left - GUTTER / 2
                self.pen.fill(Box(middle, room.top, middle + THIN, room.foot), RULE)
            for one, box in stand.boxes(Box(left, room.top, right, room.foot)):
                self._piece(one, box, size)
            left = right + GUTTER

    def _piece(self, one: Set, box: Box, size: float) -> None:
        if one.piece.boxed:
            self.pen.frame(box, RULE, THIN)
            box = box.inset(INSET)
        self.pen.set(one.kicker, box.left, box.top, VERMILION)
        box = box.below(box.top + one.kicker.height)
        if one.headline.lines:
            self._headline(one, box)
            box = box.below(box.top + one.headline.height + UNDER)
        if one.piece.pictured and box.height >= LEAST_PHOTO:
            box = self._photo(box)
        self._text(one.piece.paragraphs, box, size)

    def _headline(self, one: Set, box: Box) -> None:
        if one.piece.kind is not Kind.BRIEFS:
            self.pen.set(one.headline, box.left, box.top, INK)
            return
        bar = Box(box.left - INSET, box.top - INSET, box.right + INSET, box.top + one.headline.height)
        self.pen.fill(bar, VERMILION)
        self.pen.set(one.headline, box.left, box.top - INSET / 2, PAPER)

    def _photo(self, box: Box) -> Box:
        """Hills under a sky; gives what is left under them."""
        high = max(LEAST_PHOTO, min(box.height * PHOTO_SHARE, box.width * PHOTO_FORM))
        foot = box.top + high if box.height - high >= 2 * PITCH else box.foot
        photo = Box(box.left, box.top, box.right, foot)
        self.pen.fill(photo, PLATE)
        self.pen.shape(photo, RIDGE, HILLS)
        return box.below(foot + UNDER)

    def _text(self, paragraphs: Sequence[int], box: Box, size: float) -> None:
        """Grey lines in even columns, the first of a paragraph drawn in, the last as long as it is."""
        columns = max(1, round(box.width / (TEXT_COLUMN * size)))
        column = (box.width - GAP * (columns - 1)) / columns
        most = int((box.height - LINE * size) / (PITCH * size)) + 1 if box.height > LINE * size else 0
        ends = chain.from_iterable(_lines(length, column, LETTER * size) for length in paragraphs)
        lines = list(islice(ends, most * columns))
        deep = max(1, ceil(len(lines) / columns))
        for number, (start, end) in enumerate(lines):
            left = box.left + number // deep * (column + GAP)
            top = box.top + number % deep * PITCH * size
            self.pen.fill(Box(left + start, top, left + end, top + LINE * size), TEXT)


def _lines(length: int, column: float, letter: float) -> Iterator[tuple[float, float]]:
    """Where each line of a paragraph begins and ends."""
    start = 2 * letter
    rest = length * letter + start
    while rest > start:
        yield start, min(rest, column)
        start, rest = 0.0, rest - column
