"""Pictures as bytes: drawn ones in few colours and without loss, scans with; the file says nothing else."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import chain

from PIL import Image, ImageColor

from newspaper_archive.site.pictures.ink import HILLS, INK, PAPER, PLATE, RULE, TEXT, VERMILION

QUALITY = 72
# Of 100, with method 2: two fifths less time than by default, and a file larger by one part in seventy.
EFFORT = 50
# Each ink, and in how many steps it fades into the paper where the edge of a letter is smoothed.
SHADES = ((INK, 24), (VERMILION, 12), (HILLS, 6), (TEXT, 6), (PLATE, 4), (RULE, 4))


def drawing(image: Image.Image) -> bytes:
    """WebP without loss; a page in small takes 5 to 8 kB."""
    few = _few_colours(image).convert("RGB")
    if image.mode == "RGBA":
        few.putalpha(image.getchannel("A"))
    return _written(few, "WEBP", lossless=True, method=2, quality=EFFORT)


def photograph(image: Image.Image) -> bytes:
    """WebP; a scan of 1,440 pixels takes some 300 kB."""
    return _written(image, "WEBP", quality=QUALITY, method=4)


def card(image: Image.Image, *, scanned: bool) -> bytes:
    """PNG, for not every messenger reads WebP; with a scan on it in the scan's own colours."""
    few = image.quantize(dither=Image.Dither.NONE) if scanned else _few_colours(image)
    return _written(few, "PNG", optimize=True)


def _few_colours(image: Image.Image) -> Image.Image:
    return image.convert("RGB").quantize(palette=_palette(), dither=Image.Dither.NONE)


@cache
def _palette() -> Image.Image:
    palette = Image.new("P", (1, 1))
    palette.putpalette(list(chain.from_iterable(_colours())))
    return palette


def _colours() -> Iterator[tuple[int, ...]]:
    paper = ImageColor.getrgb(PAPER)
    yield paper
    for ink, steps in SHADES:
        full = ImageColor.getrgb(ink)
        for step in range(1, steps + 1):
            yield tuple(
                round(light + (dark - light) * step / steps) for light, dark in zip(paper, full, strict=True)
            )


def _written(image: Image.Image, form: str, **how: object) -> bytes:
    data = BytesIO()
    image.info = {}
    image.save(data, form, **how)
    return data.getvalue()
