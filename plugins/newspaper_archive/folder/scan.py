"""The scan beside a page, `C01.jpg` beside `C01.txt`: whether it can be shown, and how large it is upright.

What is broken, cut off or far too large is a problem and the page is shown without it; nothing raises.
"""

import hashlib
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from zlib import error as ZlibError  # noqa: N812 - an error by its name

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from newspaper_archive.model import PageFile, Problem, Scan, Severity

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF")
# A broadsheet at 600 dots an inch has 120 million; ten times that is no scan of a page.
MOST_PIXELS = 160_000_000
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


@dataclass(frozen=True, slots=True)
class Looked:
    """The scan to be shown, None where there is none that can be, and what was wrong."""

    scan: Scan | None
    problems: tuple[Problem, ...] = ()


class TooLargeError(Exception):
    """More pixels than any scan of a page has."""


def look(file: PageFile) -> Looked:
    """The first scan beside the page that can be shown; the others are named."""
    problems: list[Problem] = []
    found: Scan | None = None
    for path in file.scans:
        if found:
            seen = f"旁边不止一张扫描图，用的是“{PurePosixPath(found.path).name}”"
            problems.append(
                _problem(Severity.NOTE, "scan-unused", path, seen, "这一张未用；不需要就移出文件夹")
            )
            continue
        scan, doubt = _looked(path, location_of(file, path))
        found = scan
        problems += [doubt] if doubt else []
    return Looked(found, tuple(problems))


def location_of(file: PageFile, path: str) -> Path:
    """Where a scan beside the page lies; its name on disk may not be text."""
    return file.location.with_suffix(PurePosixPath(path).suffix)


def upright(location: Path, width: int | None = None) -> Image.Image:
    """The scan as it is to be seen, in RGB or grey, without what its file says besides; raises as BROKEN.

    With a width, one of at least that where it costs less to open.
    """
    with _opened(location) as image:
        if width:
            _draft(image, width)
        return _as_seen(image)


def _looked(path: str, location: Path) -> tuple[Scan | None, Problem | None]:
    try:
        data = location.read_bytes()
        with _opened(location) as image:
            frames, full = _frames(image), image.size
            # Whether it is whole is known only when it has been read to its end; a small picture is enough.
            _draft(image, 240)
            seen_size = _as_seen(image).size
    except (TooLargeError, Image.DecompressionBombError):
        seen = "扫描图的像素太多，打开会占满内存"
        advice = "请缩小到一亿六千万像素以内再放进来（整版 600 dpi 也够）；现不用这一张"
        return None, _problem(Severity.WARNING, "scan-too-large", path, seen, advice)
    except BROKEN as error:
        seen = f"扫描图打不开（{_said(error)}）"
        return None, _problem(Severity.WARNING, "scan-broken", path, seen, "请重新扫描或导出；现不用这一张")
    turned = (seen_size[0] < seen_size[1]) != (full[0] < full[1])
    scan = Scan(path, hashlib.sha256(data).hexdigest(), *(full[::-1] if turned else full))
    if frames > 1:
        seen = f"扫描图里有 {frames} 幅画面（动图或多页）"
        return scan, _problem(Severity.WARNING, "scan-of-many", path, seen, "只用第一幅；请换成单幅的图")
    return scan, None


@contextmanager
def _opened(location: Path) -> Iterator[Image.Image]:
    """The picture, not yet read, where it has no more pixels than it may; without Pillow's own warnings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(location, formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise TooLargeError
            yield image


def _draft(image: Image.Image, width: int) -> None:
    """Has a JPEG opened at a part of its size, but no narrower than that whichever way it is turned."""
    least = max(width, width * image.height // image.width, width * image.width // image.height)
    image.draft(None, (least, least))


def _frames(image: Image.Image) -> int:
    """A camera's JPEG may hold its preview as a second picture; that is none."""
    return 1 if image.format == "MPO" else getattr(image, "n_frames", 1)


def _as_seen(image: Image.Image) -> Image.Image:
    plain = _plain(ImageOps.exif_transpose(image))
    plain.info = {}
    return plain


def _said(error: BaseException) -> str:
    """What went wrong in the desk's words, without a place in memory or on the disk."""
    if isinstance(error, UnidentifiedImageError):
        return "文件是空的，或不是 JPEG、PNG、WebP、TIFF"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return "不完整，后面一截没有了" if "truncated" in str(error) else "里面有错"


def _problem(severity: Severity, code: str, path: str, seen: str, advice: str) -> Problem:
    return Problem(severity, code, path, None, seen, advice)


def _plain(image: Image.Image) -> Image.Image:
    """RGB or grey of eight bits, in the colours of the web, nothing of it transparent."""
    if image.mode.startswith("I;16") or image.mode == "I":
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in {"1", "L"}:
        return image.convert("L")
    if image.mode in {"P", "LA", "PA", "RGBA", "La", "RGBa"}:
        image = _on_white(image.convert("RGBA"))
    return _of_the_web(image)


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
