"""The scan beside a page: right, or a problem; never a crash."""

import random
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from depth import whole
from files_in_memory import FilesInMemory
from newspaper_archive.folder.picture import upright
from newspaper_archive.folder.scan import look
from newspaper_archive.model import Edition, PageFile, Scan
from newspaper_archive.site.pictures.facsimile import draw_facsimile, scan_thumbnail
from newspaper_archive.site.pictures.shown import facsimile_sizes, part_count, thumbnail_size
from newspaper_archive.site.renderer import Renderer
from rendered_site import templates
from scans import GOOD, UPRIGHT, animated, bomb, jpeg, said_to_be, saved, sheet, truncated, turned, white

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"


def beside_page(folder: Path, **scans: bytes) -> PageFile:
    """A page whose scans are named by their suffixes."""
    for suffix, data in scans.items():
        (folder / f"C01.{suffix}").write_bytes(data)
    edition = Edition("liuhe", "柳河新闻", "晚晴日报")
    paths = tuple(f"C01.{suffix}" for suffix in scans)
    return PageFile("C01.txt", folder / "C01.txt", edition, scans=paths)


@pytest.mark.parametrize("name", GOOD)
def test_a_scan_is_shown_upright_in_black_and_white(name: str, tmp_path: Path) -> None:
    suffix, make = GOOD[name]
    file = beside_page(tmp_path, **{suffix: make()})
    looked = look(file)
    assert ((), UPRIGHT) == (looked.problems, looked.scan and (looked.scan.width, looked.scan.height))
    shown = upright(tmp_path / f"C01.{suffix}", UPRIGHT).convert("L")
    corners = [shown.getpixel(place) for place in ((5, 5), (294, 5), (5, 414), (294, 414))]
    assert [True, False, False, False] == [isinstance(corner, int) and corner < 60 for corner in corners]
    assert all(isinstance(corner, int) and corner > 230 for corner in corners[1:])


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("scan-broken", truncated()),
        ("scan-broken", b""),
        ("scan-broken", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("scan-broken", jpeg()[:200]),
        ("scan-too-large", bomb()),
        ("scan-too-large", bomb(13_000)),
    ],
)
def test_a_scan_that_cannot_be_shown_is_a_problem(code: str, data: bytes, tmp_path: Path) -> None:
    looked = look(beside_page(tmp_path, png=data))
    assert (None, [(code, "C01.png")]) == (looked.scan, [(one.code, one.file) for one in looked.problems])


@pytest.mark.parametrize(
    ("data", "seen"),
    [
        (truncated(), "扫描图打不开（不完整，后面一截没有了）"),
        (b"", "扫描图打不开（文件是空的，或不是 JPEG、PNG、WebP、TIFF）"),
        (b"%PDF-1.7", "扫描图打不开（文件是空的，或不是 JPEG、PNG、WebP、TIFF）"),
        (bomb(), "扫描图太大，打开会占满内存"),
    ],
)
def test_the_desk_is_told_in_its_own_words_what_is_wrong(data: bytes, seen: str, tmp_path: Path) -> None:
    looked = look(beside_page(tmp_path, png=data))
    assert [seen] == [one.seen for one in looked.problems]


def test_a_form_that_takes_too_much_memory_is_too_large_before_it_is_read(tmp_path: Path) -> None:
    """The layers of a JPEG in several are all kept while it is read: six bytes a pixel."""
    size = (12_000, 13_000)
    progressive = said_to_be(size, progressive=True, subsampling=0)
    in_one = said_to_be(size, subsampling=0)
    colour_by_colour = re.sub(
        rb"\xff\xda\x00\x0c\x03(..).{4}",
        lambda scan: b"\xff\xda\x00\x08\x01" + scan[1],
        in_one,
        count=1,
        flags=re.DOTALL,
    )
    found = [look(beside_page(tmp_path, jpg=data)) for data in (progressive, colour_by_colour, in_one)]
    assert [["scan-too-large"], ["scan-too-large"], []] == [
        [problem.code for problem in looked.problems] for looked in found
    ]


@pytest.mark.parametrize("size", [(1, 1000), (9, 1000), (1000, 9), (2000, 199)])
def test_a_long_strip_is_no_page(size: tuple[int, int], tmp_path: Path) -> None:
    looked = look(beside_page(tmp_path, png=saved(sheet(size), "PNG")))
    assert (None, ["scan-too-long"]) == (looked.scan, [problem.code for problem in looked.problems])
    assert looked.problems[0].seen.startswith(f"扫描图是 {size[0]}×{size[1]} 像素的一长条")


@pytest.mark.parametrize("size", [(10, 1000), (2000, 200), (1, 1)])
def test_a_long_page_is_one(size: tuple[int, int], tmp_path: Path) -> None:
    scan = look(beside_page(tmp_path, png=saved(sheet(size), "PNG"))).scan
    assert size == (scan and (scan.width, scan.height))


@pytest.mark.slow
@pytest.mark.parametrize("size", whole([(1500, 900), (233, 140), (90, 54), (3000, 3)], 1))
def test_what_is_scaled_in_strips_is_as_if_scaled_at_once(size: tuple[int, int], tmp_path: Path) -> None:
    noise = Image.effect_noise((3000, 1800), 90).convert("RGB")
    file = beside_page(tmp_path, png=saved(noise, "PNG"))
    made = upright(file.location.with_suffix(".png"), size)
    apart = ImageChops.difference(made, noise.resize(size, Image.Resampling.LANCZOS))
    assert max(high for _, high in apart.getextrema()) <= (1 if size[0] == 1500 else 8)


LARGEST = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from newspaper_archive.model import Edition, PageFile
from newspaper_archive.site.pictures.facsimile import drawn
from newspaper_archive.folder.scan import look
file = PageFile("C01.txt", Path(sys.argv[1]) / "C01.txt", Edition("a", "b", "c"), scans=("C01.png",))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
assert drawn(look(file).scan, file, (2400, 1600)).size == (2400, 1600)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.slow
def test_a_large_scan_is_never_in_memory_twice(tmp_path: Path) -> None:
    size = (9_000, 6_000)
    beside_page(tmp_path, png=white(size))
    command = [sys.executable, "-c", LARGEST, str(tmp_path), str(PLUGINS)]
    made = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(made.stdout) * 1024 < size[0] * size[1] * 4 + 150_000_000


def test_a_picture_that_moves_is_named_and_its_first_frame_shown(tmp_path: Path) -> None:
    looked = look(beside_page(tmp_path, webp=animated()))
    assert ["scan-of-many"] == [problem.code for problem in looked.problems]
    assert looked.scan is not None
    assert sheet().tobytes() == upright(tmp_path / "C01.webp", UPRIGHT).tobytes()


def test_a_page_with_two_scans_shows_the_first_that_can_be_shown(tmp_path: Path) -> None:
    looked = look(beside_page(tmp_path, jpg=truncated(), png=saved(sheet(), "PNG"), webp=animated()))
    assert "C01.png" == (looked.scan and looked.scan.path)
    assert ["scan-broken", "scan-unused"] == [problem.code for problem in looked.problems]


def test_no_bytes_whatever_raise(tmp_path: Path) -> None:
    dice = random.Random(7)  # noqa: S311 - the same damage each time
    for suffix, make in GOOD.values():
        good = make()
        for _ in range(40):
            data = bytearray(good)
            for _ in range(dice.choice((1, 6, 40))):
                data[dice.randrange(min(len(data), dice.choice((64, 700, len(data)))))] = dice.randrange(256)
            looked = look(beside_page(tmp_path, **{suffix: bytes(data)}))
            assert looked.scan is not None or looked.problems


def facsimiles(folder: Path, data: bytes) -> dict[str, bytes]:
    file = beside_page(folder, jpg=data)
    scan = look(file).scan
    assert scan is not None
    written = FilesInMemory()
    draw_facsimile(Renderer(templates(), written), "liuhe/2021/2021-03-10/c01", scan, file)
    return written.files


def test_a_scan_comes_in_sizes_for_phone_and_desk(tmp_path: Path) -> None:
    made = facsimiles(tmp_path, saved(sheet((2600, 3700)), "JPEG"))
    sizes = {address.rpartition("/")[2]: Image.open(BytesIO(data)).size for address, data in made.items()}
    assert {
        "c01.w720.webp": (720, 1025),
        "c01.w1440.webp": (1440, 2049),
        "c01.w2400.webp": (2400, 3415),
    } == sizes


def test_no_size_is_larger_than_the_scan_nor_almost_the_next() -> None:
    assert [(300, 420)] == facsimile_sizes(Scan("", "", 300, 420))
    assert [(720, 1008), (1500, 2100)] == facsimile_sizes(Scan("", "", 1500, 2100))


@pytest.mark.parametrize(
    ("scan", "sizes"),
    [
        ((1080, 20_000), [(720, 13_333), (1080, 20_000)]),
        ((1080, 60_000), [(629, 34_944)]),
        ((2400, 16_000), [(720, 4800), (1440, 9600), (1816, 12_107)]),
        ((2400, 6000), [(720, 1800), (1440, 3600), (2400, 6000)]),
    ],
)
def test_a_long_screenshot_is_as_wide_as_it_can_be_shown(
    scan: tuple[int, int], sizes: list[tuple[int, int]]
) -> None:
    assert sizes == facsimile_sizes(Scan("", "", *scan))


@pytest.mark.slow
def test_a_long_screenshot_comes_in_parts_that_make_it_whole(tmp_path: Path) -> None:
    image = Image.effect_noise((800, 17_001), 60)
    made = facsimiles(tmp_path, saved(image, "JPEG"))
    parts = [Image.open(BytesIO(data)) for _, data in sorted(made.items())]
    assert ["c01.w800-2.webp", "c01.w800-3.webp", "c01.w800.webp"] == [
        address.rpartition("/")[2] for address in sorted(made)
    ]
    assert [(800, 5667)] * 3 == [part.size for part in parts]
    whole = Image.new("L", (800, 17_001))
    for part, above in zip(parts, (5667, 11_334, 0), strict=True):
        whole.paste(part.convert("L"), (0, above))
    apart = ImageChops.difference(whole.reduce(50), image.reduce(50))
    assert apart.getextrema()[1] < 12


def test_what_is_not_longer_than_webp_stands_in_one_part() -> None:
    assert [1, 1, 3] == [part_count([(800, height)]) for height in (9_000, 16_000, 16_001)]


def test_a_long_screenshot_in_small_is_its_head(tmp_path: Path) -> None:
    image = Image.new("L", (300, 9_000), "white")
    image.paste(0, (0, 0, 300, 600))
    file = beside_page(tmp_path, png=saved(image, "PNG"))
    scan = look(file).scan
    assert scan is not None
    small = scan_thumbnail(scan, file)
    assert (240, 480, 240, 480) == (*small.size, *thumbnail_size(scan))
    assert ((0, 0, 0), (0, 0, 0)) == (small.getpixel((120, 5)), small.getpixel((120, 470)))


def test_what_is_shown_tells_nothing_that_the_scanner_wrote(tmp_path: Path) -> None:
    for data in facsimiles(tmp_path, turned()).values():
        assert b"secret" not in data
        image = Image.open(BytesIO(data))
        assert (0, None, None) == (len(image.getexif()), image.info.get("icc_profile"), image.info.get("xmp"))


def test_the_same_scan_gives_the_same_bytes(tmp_path: Path) -> None:
    assert facsimiles(tmp_path, turned()) == facsimiles(tmp_path, turned())
