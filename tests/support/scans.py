"""Scans of pages as scanners and cameras write them, and as they should not be."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageCms, ImageDraw

UPRIGHT = (300, 420)
TURNED_RIGHT = 6


def sheet(size: tuple[int, int] = UPRIGHT) -> Image.Image:
    """A white page, black in its upper left corner, so that one sees which side is up."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2, size[1] // 4), fill="black")
    return image


def saved(image: Image.Image, form: str, **how: object) -> bytes:
    data = BytesIO()
    image.save(data, form, **how)
    return data.getvalue()


def jpeg() -> bytes:
    return saved(sheet(), "JPEG", comment="扫描者的名字".encode())


def png() -> bytes:
    return saved(sheet().convert("RGBA"), "PNG")


def webp() -> bytes:
    return saved(sheet(), "WEBP", lossless=True)


def tiff_of_16_bits() -> bytes:
    grey = sheet().convert("L")
    deep = Image.frombytes(
        "I;16", grey.size, b"".join(struct.pack("<H", level * 257) for level in grey.tobytes())
    )
    return saved(deep, "TIFF")


def cmyk() -> bytes:
    return saved(sheet().convert("CMYK"), "JPEG")


def turned() -> bytes:
    """Lying on its side, with the word in its file that it is to be turned."""
    exif = Image.Exif()
    exif[0x0112] = TURNED_RIGHT
    exif[0x010E] = "secret"
    return saved(sheet().rotate(90, expand=True), "JPEG", exif=exif)


def turned_tiff() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = TURNED_RIGHT
    return saved(sheet().rotate(90, expand=True), "TIFF", exif=exif, compression="tiff_lzw")


def with_profile() -> bytes:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return saved(sheet(), "PNG", icc_profile=profile)


GOOD: dict[str, tuple[str, Callable[[], bytes]]] = {
    "jpeg": ("jpg", jpeg),
    "png": ("png", png),
    "webp": ("webp", webp),
    "tiff of 16 bits": ("tif", tiff_of_16_bits),
    "cmyk": ("jpeg", cmyk),
    "turned": ("jpg", turned),
    "turned tiff": ("tiff", turned_tiff),
    "with profile": ("png", with_profile),
}


def truncated() -> bytes:
    return saved(Image.effect_noise(UPRIGHT, 60), "JPEG")[:9000]


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def bomb(side: int = 40_000) -> bytes:
    """A PNG of a few hundred bytes that says it has 40,000 by 40,000 pixels."""
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    body = zlib.compress(bytes(64_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def said_to_be(size: tuple[int, int], **how: object) -> bytes:
    """A small JPEG that says it is of this size."""
    data = saved(sheet((16, 16)), "JPEG", **how)
    frame = next(data.index(mark) for mark in (b"\xff\xc0", b"\xff\xc2") if mark in data)
    return data[: frame + 5] + struct.pack(">HH", *size[::-1]) + data[frame + 9 :]


def white(size: tuple[int, int]) -> bytes:
    """A PNG in colours of any size, made row by row."""
    packer = zlib.compressobj(1)
    row = b"\0" + b"\xff" * 3 * size[0]
    body = b"".join(packer.compress(row) for _ in range(size[1])) + packer.flush()
    head = struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def animated() -> bytes:
    return saved(sheet(), "WEBP", save_all=True, append_images=[sheet().rotate(180)], lossless=True)
