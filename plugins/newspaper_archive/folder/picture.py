"""Opens a picture of a page, upright, of the size it is shown in, and in bounded memory.

A scan of 12,000 by 13,333 pixels takes 640 MB as it is opened; all that is done to it is done in strips.
"""

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from math import ceil, floor
from pathlib import Path
from zlib import error as ZlibError  # noqa: N812 - an error by its name

from PIL import ExifTags, Image, ImageCms, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF")
# A broadsheet at 600 dots an inch has 120 million; ten times that is no scan of a page.
MOST_PIXELS = 160_000_000
# A worker is to stay below a gigabyte, with what it makes of the picture and the program itself.
MOST_BYTES = 720_000_000
WHITE = "#ffffff"
# What Pillow raises where a file is not what it says.
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    OverflowError,
    MemoryError,
    struct.error,
    ZlibError,
    Image.DecompressionBombError,
)
Size = tuple[int, int]

# Pixels that are taken out of a picture at once, and how many times smaller at most they become in one step.
_STRIP, _STEP = 1_000_000, 8
# How many of the pixels they become LANCZOS looks to each side.
_REACH = 3
# Bytes that a pixel takes in Pillow; four in all other modes.
_DEPTHS = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2}
# libwebp holds the picture several times over: measured 16, lossless somewhat more.
_OF_WEBP = 20
_TURNED = frozenset({5, 6, 7, 8})
_ROWS, _TILE_WIDTH, _TILE_LENGTH, _SAMPLES, _BITS, _COMPRESSION = 278, 322, 323, 277, 258, 259


class TooLargeError(Exception):
    """More pixels than any scan of a page has, or a form that takes too much memory to open."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A picture that has been read, perhaps smaller than it is; `size` is its whole size when upright."""

    image: Image.Image
    size: Size
    frames: int


@contextmanager
def opened(location: Path, size: Size) -> Iterator[Opened]:
    """The picture, of a JPEG no more than it takes for this size upright; without Pillow's own warnings.

    Raises as BROKEN, and TooLargeError.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(location, formats=FORMATS) as image:
            whole, pixels, frames = image.size, image.width * image.height, _frames(image)
            if pixels > MOST_PIXELS:
                raise TooLargeError
            image.draft(None, _lying(image, size))
            if image.width * image.height * _DEPTHS.get(image.mode, 4) + _beside(image, pixels) > MOST_BYTES:
                raise TooLargeError
            image.load()
            yield Opened(image, _lying(image, whole), frames)


def upright(location: Path, size: Size) -> Image.Image:
    """The picture as it is to be seen, of this size, in RGB or grey, without what its file says besides."""
    with opened(location, size) as found:
        scaled = _scaled(found.image, _lying(found.image, size))
        scaled.getexif()[ExifTags.Base.Orientation] = _orientation(found.image)
    seen = ImageOps.exif_transpose(scaled)
    seen.info = {}
    return seen


def plain(image: Image.Image) -> Image.Image:
    """RGB or grey of eight bits, in the colours of the web, nothing of it transparent."""
    if image.mode.startswith("I;16") or image.mode == "I":
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in {"1", "L"}:
        return image.convert("L")
    if image.mode in {"P", "LA", "PA", "RGBA", "La", "RGBa"}:
        image = _on_white(image.convert("RGBA"))
    return _of_the_web(image)


def _lying(image: Image.Image, size: Size) -> Size:
    """A size upright as the picture lies in its file, and back; a TIFF is upright once it is read."""
    return size[::-1] if _orientation(image) in _TURNED else size


def _frames(image: Image.Image) -> int:
    """A camera's JPEG may hold its preview as a second picture; that is none."""
    return 1 if image.format == "MPO" else getattr(image, "n_frames", 1)


def _orientation(image: Image.Image) -> int:
    said = image.getexif().get(ExifTags.Base.Orientation, 1)
    return said if isinstance(said, int) else 1


def _beside(image: Image.Image, pixels: int) -> int:
    """Bytes that reading takes besides the picture itself."""
    if image.format == "WEBP":
        return pixels * _OF_WEBP
    if image.format == "TIFF":
        return _of_tiff(image)
    if image.format in {"JPEG", "MPO"} and _in_several_scans(image):
        layers: list[int] = [across * down for _, across, down, _ in getattr(image, "layer", ())]
        return 2 * pixels * sum(layers) // max(layers, default=1)
    return 0


def _in_several_scans(image: Image.Image) -> bool:
    """Whether a JPEG comes in layers (progressive, or a colour after the other), which are all kept."""
    file = getattr(image, "fp", None)
    if "progressive" in image.info or file is None:
        return True
    # Pillow has stopped behind the head of the first scan, which says of how many colours it is.
    at = file.tell()
    file.seek(max(0, at - 16))
    head = file.read(min(at, 16))
    file.seek(at)
    first = next(
        (n for n in range(1, 5) if head[-8 - 2 * n :].startswith(bytes((255, 218, 0, 6 + 2 * n, n)))), 0
    )
    return first < len(getattr(image, "layer", ()))


def _of_tiff(image: Image.Image) -> int:
    """A strip or tile as it is unpacked, which may be the whole picture; one that is turned, twice."""
    tags = getattr(image, "tag_v2", {})
    depth = tags.get(_SAMPLES, 1) * max(tags.get(_BITS, (1,))) / 8
    rows = min(tags.get(_ROWS, image.height), image.height)
    unpacked = tags.get(_TILE_WIDTH, image.width) * tags.get(_TILE_LENGTH, rows) * depth
    turned = image.width * image.height * _DEPTHS.get(image.mode, 4) if _orientation(image) != 1 else 0
    return turned + (ceil(unpacked) if tags.get(_COMPRESSION, 1) != 1 else 0)


def _scaled(image: Image.Image, size: Size) -> Image.Image:
    """In steps, so that no strip has to be high for its margins."""
    while image.width > size[0] * _STEP or image.height > size[1] * _STEP:
        image = _in_strips(
            image, (max(size[0], ceil(image.width / _STEP)), max(size[1], ceil(image.height / _STEP)))
        )
    return _in_strips(image, size)


def _in_strips(image: Image.Image, size: Size) -> Image.Image:
    """The same pixels as at once: each strip is cut with a margin as wide as LANCZOS looks."""
    width, height = size
    scale = image.height / height
    rows = max(1, floor(_STRIP / image.width / scale))
    margin = ceil(_REACH * max(scale, 1)) + 1
    made = Image.new(plain(image.crop((0, 0, 1, 1))).mode, size)
    for top in range(0, height, rows):
        bottom = min(height, top + rows)
        above = max(0, floor(top * scale) - margin)
        below = min(image.height, ceil(bottom * scale) + margin)
        strip = plain(image.crop((0, above, image.width, below)))
        box = (0.0, top * scale - above, float(image.width), min(bottom * scale - above, strip.height))
        made.paste(strip.resize((width, bottom - top), Image.Resampling.LANCZOS, box=box), (0, top))
    return made


def _on_white(image: Image.Image) -> Image.Image:
    ground = Image.new("RGBA", image.size, WHITE)
    ground.alpha_composite(image)
    return ground.convert("RGB")


def _of_the_web(image: Image.Image) -> Image.Image:
    """The colours by the profile that the file brings, where it fits; else as they are."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK", "LAB"}:
        try:
            converted = ImageCms.profileToProfile(
                image, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError):
            converted = None
        if converted:
            return converted
    return image.convert("RGB")
