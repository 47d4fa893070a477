"""The scan beside a page, `C01.jpg` beside `C01.txt`: whether it can be shown, and how large it is upright.

What is broken, cut off or far too large is a problem and the page is shown without it; nothing raises.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from PIL import Image, UnidentifiedImageError

from newspaper_archive.folder.picture import BROKEN, TooLargeError, opened, plain
from newspaper_archive.model import PageFile, Problem, Scan, Severity

# Of so many breadths, or heights, a picture is no page: the longest screenshot has some twenty.
LONGEST, WIDEST = 100, 10


@dataclass(frozen=True, slots=True)
class Looked:
    """The scan to be shown, None where there is none that can be, and what was wrong."""

    scan: Scan | None
    problems: tuple[Problem, ...] = ()


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
        found, problem = _looked(path, location_of(file, path))
        problems += [problem] if problem else []
    return Looked(found, tuple(problems))


def location_of(file: PageFile, path: str) -> Path:
    """Where a scan beside the page lies; its name on disk may not be text."""
    return file.location.with_suffix(PurePosixPath(path).suffix)


def _looked(path: str, location: Path) -> tuple[Scan | None, Problem | None]:
    try:
        with location.open("rb") as data:
            checksum = hashlib.file_digest(data, "sha256").hexdigest()
        # Whether it is whole is known only when it has been read to its end; a small picture is enough.
        with opened(location, (1, 1)) as found:
            plain(found.image.crop((0, 0, 1, 1)))
            frames, (width, height) = found.frames, found.size
    except (TooLargeError, Image.DecompressionBombError):
        seen = "扫描图太大，打开会占满内存"
        advice = (
            "请缩小到一亿六千万像素以内（整版 600 dpi 也够），存成 JPEG（不选“渐进”）或 PNG；现不用这一张"
        )
        return None, _problem(Severity.WARNING, "scan-too-large", path, seen, advice)
    except BROKEN as error:
        seen = f"扫描图打不开（{_said(error)}）"
        return None, _problem(Severity.WARNING, "scan-broken", path, seen, "请重新扫描或导出；现不用这一张")
    if height > LONGEST * width or width > WIDEST * height:
        seen = f"扫描图是 {width}×{height} 像素的一长条，不像版面"
        return None, _problem(Severity.WARNING, "scan-too-long", path, seen, "请检查是否放错；现不用这一张")
    scan = Scan(path, checksum, width, height)
    if frames > 1:
        seen = f"扫描图里有 {frames} 幅画面（动图或多页）"
        return scan, _problem(Severity.WARNING, "scan-of-many", path, seen, "只用第一幅；请换成单幅的图")
    return scan, None


def _said(error: BaseException) -> str:
    """What went wrong in the desk's words, without a place in memory or on the disk."""
    if isinstance(error, UnidentifiedImageError):
        return "文件是空的，或不是 JPEG、PNG、WebP、TIFF"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return "不完整，后面一截没有了" if "truncated" in str(error) else "里面有错"


def _problem(severity: Severity, code: str, path: str, seen: str, advice: str) -> Problem:
    return Problem(severity, code, path, None, seen, advice)
