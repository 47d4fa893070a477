"""An issue's cover: its first pages in a pile, the front page before the others, on no ground of its own."""

from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageOps

from newspaper_archive.site.pictures.ink import RULE
from newspaper_archive.site.pictures.shown import STEP_DOWN, STEP_RIGHT, pile_size


def cover(pages: Sequence[Image.Image], times: int = 1) -> Image.Image:
    """The pile, so many times its usual size; the pages are of one size, the front page first."""
    width, height = (length * times for length in pile_size(len(pages)))
    pile = Image.new("RGBA", (width, height))
    pen = ImageDraw.Draw(pile)
    one = (width - STEP_RIGHT * (len(pages) - 1) * times, height - STEP_DOWN * (len(pages) - 1) * times)
    for number in reversed(range(len(pages))):
        left, top = number * STEP_RIGHT * times, number * STEP_DOWN * times
        pile.paste(ImageOps.fit(pages[number], one, centering=(0.5, 0.0)), (left, top))
        pen.rectangle((left, top, left + one[0] - 1, top + one[1] - 1), outline=RULE, width=times)
    return pile
