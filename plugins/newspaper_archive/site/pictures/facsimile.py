"""A page's scan made ready for the web: upright, of sizes for phone and desk, without what its file tells.

`C01.tif` of 4,600 by 6,500 pixels becomes `c01.w720.webp`, `c01.w1440.webp`, `c01.w2400.webp`.
"""

from PIL import Image

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.picture import BROKEN, TooLargeError, upright
from newspaper_archive.folder.scan import location_of
from newspaper_archive.model import PageFile, Scan
from newspaper_archive.site.pictures.shown import (
    facsimile_sizes,
    part_count,
    scan_address,
    stretch,
    thumbnail_size,
    whole_height,
)
from newspaper_archive.site.pictures.webp import photograph
from newspaper_archive.site.renderer import Renderer


def draw_facsimile(renderer: Renderer, stem: str, scan: Scan, file: PageFile) -> None:
    """Writes the scan in its sizes."""
    sizes = facsimile_sizes(scan)
    every = part_count(sizes)
    image = drawn(scan, file, sizes[-1])
    for width, height in reversed(sizes):
        if image.size != (width, height):
            image = image.resize((width, height), Image.Resampling.LANCZOS)
        for number in range(every):
            above, below = stretch(height, number, every)
            part = image if every == 1 else image.crop((0, above, width, below))
            renderer.writer.write(scan_address(stem, width, number), photograph(part))


def scan_thumbnail(scan: Scan, file: PageFile, times: int = 1) -> Image.Image:
    """The scan in small, so many times its usual size; of a long one its head."""
    width, height = (length * times for length in thumbnail_size(scan))
    whole = max(height, whole_height(scan, width))
    return drawn(scan, file, (width, whole)).crop((0, 0, width, height)).convert("RGB")


def drawn(scan: Scan, file: PageFile, size: tuple[int, int]) -> Image.Image:
    """The scan upright, of that size; raises ArchiveError where it is no longer whole."""
    try:
        return upright(location_of(file, scan.path), size)
    except (*BROKEN, TooLargeError) as error:
        raise ArchiveError(f"{scan.path}: 生成网站的中途，这张扫描图被改动了。请再运行一次 make") from error
