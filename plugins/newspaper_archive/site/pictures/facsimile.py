"""A page's scan made ready for the web: upright, of sizes for phone and desk, without what its file tells.

`C01.tif` of 4,600 by 6,500 pixels becomes `c01.w720.webp`, `c01.w1440.webp`, `c01.w2400.webp`.
"""

from PIL import Image

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.scan import BROKEN, TooLargeError, location_of, upright
from newspaper_archive.model import PageFile, Scan
from newspaper_archive.site.pictures.shown import facsimile_sizes, thumbnail_size
from newspaper_archive.site.pictures.webp import photograph
from newspaper_archive.site.renderer import Renderer


def draw_facsimile(press: Renderer, stem: str, scan: Scan, file: PageFile) -> None:
    """Writes the scan in its sizes."""
    sizes = facsimile_sizes(scan)
    image = opened(scan, file, sizes[-1][0])
    for size in reversed(sizes):
        image = image.resize(size, Image.Resampling.LANCZOS)
        press.writer.write(f"{stem}.w{size[0]}.webp", photograph(image))


def scan_thumbnail(scan: Scan, file: PageFile, times: int = 1) -> Image.Image:
    """The scan in small, so many times its usual size."""
    width, height = (length * times for length in thumbnail_size(scan))
    return opened(scan, file, width).resize((width, height), Image.Resampling.LANCZOS).convert("RGB")


def opened(scan: Scan, file: PageFile, width: int) -> Image.Image:
    """The scan upright, at least that wide where it is; raises ArchiveError where it is no longer whole."""
    try:
        return upright(location_of(file, scan.path), width)
    except (*BROKEN, TooLargeError) as error:
        raise ArchiveError(f"{scan.path}: 生成网站的中途，这张扫描图被改动了。请再运行一次 make") from error
