"""The scan beside a page: right, or a problem; never a crash."""

import random
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from newspaper_archive.folder.scan import look, upright
from newspaper_archive.model import Edition, PageFile, Scan
from newspaper_archive.site.pictures.facsimile import draw_facsimile
from newspaper_archive.site.pictures.shown import facsimile_sizes
from newspaper_archive.site.renderer import Renderer
from printed_site import templates
from scans import GOOD, UPRIGHT, animated, bomb, jpeg, saved, sheet, truncated, turned
from shelf import Shelf


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
    shown = upright(tmp_path / f"C01.{suffix}").convert("L")
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
        (bomb(), "扫描图的像素太多，打开会占满内存"),
    ],
)
def test_the_desk_is_told_in_its_own_words_what_is_wrong(data: bytes, seen: str, tmp_path: Path) -> None:
    looked = look(beside_page(tmp_path, png=data))
    assert [seen] == [one.seen for one in looked.problems]


def test_a_picture_that_moves_is_named_and_its_first_frame_shown(tmp_path: Path) -> None:
    looked = look(beside_page(tmp_path, webp=animated()))
    assert ["scan-of-many"] == [problem.code for problem in looked.problems]
    assert looked.scan is not None
    assert sheet().tobytes() == upright(tmp_path / "C01.webp").tobytes()


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
    shelf = Shelf()
    draw_facsimile(Renderer(templates(), shelf), "liuhe/2021/2021-03-10/c01", scan, file)
    return shelf.files


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


def test_what_is_shown_tells_nothing_that_the_scanner_wrote(tmp_path: Path) -> None:
    for data in facsimiles(tmp_path, turned()).values():
        assert b"secret" not in data
        image = Image.open(BytesIO(data))
        assert (0, None, None) == (len(image.getexif()), image.info.get("icc_profile"), image.info.get("xmp"))


def test_the_same_scan_gives_the_same_bytes(tmp_path: Path) -> None:
    assert facsimiles(tmp_path, turned()) == facsimiles(tmp_path, turned())
