"""The typefaces that pictures are set in, and which of them has a letter: 今 ZCOOL XiaoWei, 縣 Noto Sans.

They are installed with lunr.js and never enter the site. A letter that none has (😀) is left out: a box says
nothing.
"""

import hashlib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from PIL import ImageFont

XIAOWEI = "@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf"
BOLD = "@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf"
REGULAR = "@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf"

# No typeface draws a noncharacter; what is drawn in its stead is the box.
NOBODY_HAS = "\U0010ffff"
TRIED_AT = 48.0
# A typeface opened at one size takes up to 1.7 MB and less than a thousandth of a second.
OPEN_AT_ONCE = 24


class Typeface(NamedTuple):
    """A font file; by its sum a newer version is known to be another.

    It is asked for with every piece of a headline that is measured, and a tuple is soonest found.
    """

    path: str
    sha256: str


# What a text is set in: the first that has a letter sets it.
Faces = tuple[Typeface, ...]


@dataclass(frozen=True, slots=True)
class Fonts:
    """What names of papers, headlines and small print are set in."""

    nameplate: Faces
    headline: Faces
    small: Faces


@cache
def installed_fonts(folder: Path) -> Fonts | None:
    """The fonts of the folder of packages; None where one of its typefaces is missing."""
    found = [_typeface(folder / name) for name in (XIAOWEI, BOLD, REGULAR)]
    xiaowei, bold, regular = found
    if xiaowei is None or bold is None or regular is None:
        return None
    return Fonts((xiaowei, bold), (bold,), (regular,))


def _typeface(path: Path) -> Typeface | None:
    try:
        with path.open("rb") as file:
            return Typeface(str(path), hashlib.file_digest(file, "sha256").hexdigest())
    except OSError:
        return None


def of_size(face: Typeface, size: float) -> ImageFont.FreeTypeFont:
    return _opened(face.path, round(size, 1))


@lru_cache(maxsize=OPEN_AT_ONCE)
def _opened(path: str, size: float) -> ImageFont.FreeTypeFont:
    # The simple layout: the other one depends on a library that not every machine has.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def face_of(letter: str, faces: Faces) -> Typeface | None:
    """The first face that has the letter, None where none has."""
    return next((face for face in faces if _has(face.path, letter)), None)


@cache
def advance(letter: str, faces: Faces) -> float:
    """The width of a letter, in widths of a Chinese one; nothing where no face has it."""
    face = face_of(letter, faces)
    return _opened(face.path, TRIED_AT).getlength(letter) / TRIED_AT if face else 0.0


@cache
def _has(path: str, letter: str) -> bool:
    if letter == " ":
        return True
    drawn = _mask(path, letter)
    return any(drawn) and drawn != _mask(path, NOBODY_HAS)


@cache
def _mask(path: str, letter: str) -> bytes:
    if "\ud800" <= letter <= "\udfff":
        return b""  # half of a character, from a broken page file
    return bytes(_opened(path, TRIED_AT).getmask(letter))
