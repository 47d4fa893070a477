"""Pages that were read before, so that a change to one page reads one page.

A page is kept as MessagePack under a name made of all that its reading depends on: its bytes, its sidecar,
where it lies, the editions there are, and the program that reads. Nothing in the cache is trusted: what is
damaged, of another form or of another name is read anew from the page file.
"""

import hashlib
import sys
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

import msgspec

from newspaper_archive.model import Edition, Page, PageFile

LEANS_ON = ("borax", "charset-normalizer", "opencc", "pypinyin")
_DIGEST = 32
_SOURCES = (".py", ".txt", ".yaml")
_decoder = msgspec.msgpack.Decoder(tuple[str, Page])


@dataclass(frozen=True, slots=True)
class PageCache:
    """Pages laid away in `folder`, a file each; a cache without a folder keeps nothing."""

    folder: Path | None = None

    def get(self, name: str) -> Page | None:
        if self.folder is None:
            return None
        try:
            return unpacked(name, _path(self.folder, name).read_bytes())
        except OSError:
            return None

    def put(self, name: str, data: bytes) -> None:
        """Keeps what `packed` made; a full disk only means that the page is read again."""
        if self.folder is None:
            return
        with suppress(OSError):
            write_whole(_path(self.folder, name), data)

    def keep_only(self, names: Collection[str]) -> None:
        """Throws away what no page of this archive is made of any more."""
        kept = set(names)
        for path in sorted(self.folder.glob("??/*")) if self.folder else ():
            if path.name not in kept:
                path.unlink(missing_ok=True)


def page_name(file: PageFile, data: bytes | OSError, editions: Sequence[Edition]) -> str:
    """The name of a page's reading; the folder that the archive lies in is no part of it."""
    placed = replace(file, location=Path())
    held = ("", hashlib.sha256(data).digest()) if isinstance(data, bytes) else (str(data.strerror), b"")
    facts = msgspec.msgpack.encode((reader(), placed, editions, held, _scans(file)), enc_hook=str)
    return hashlib.sha256(facts).hexdigest()


def _scans(file: PageFile) -> list[tuple[int, int]]:
    """Size and time of the scans beside a page; to read all of them at every build would take too long."""
    beside = [file.location.with_suffix(PurePosixPath(path).suffix) for path in file.scans]
    found = [path.stat() for path in beside if path.exists()]
    return [(status.st_size, status.st_mtime_ns) for status in found]


def packed(name: str, page: Page) -> bytes:
    return sealed(msgspec.msgpack.encode((name, page)))


def unpacked(name: str, data: bytes) -> Page | None:
    """The page, None where the data is damaged, of another form, or of another name."""
    try:
        said, page = _decoder.decode(unsealed(data))
    except (ValueError, msgspec.ValidationError):
        return None
    return page if said == name else None


def sealed(data: bytes) -> bytes:
    """The data behind its own sum."""
    return hashlib.sha256(data).digest() + data


def unsealed(kept: bytes) -> bytes:
    """What was sealed; ValueError where it is not what it was."""
    digest, data = kept[:_DIGEST], kept[_DIGEST:]
    if hashlib.sha256(data).digest() != digest:
        raise ValueError("damaged")
    return data


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file that nobody ever sees half; OSError where there is no room, and then nothing is left."""
    beside = path.with_name(f"{path.name}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


@cache
def reader() -> str:
    """The program that reads, by its own files and what it leans on: another version may read otherwise."""
    digest = hashlib.sha256(repr([sys.version_info[:2], *map(version, LEANS_ON)]).encode())
    for source in _sources(files("newspaper_archive")):
        digest.update(source.read_bytes())
    return digest.hexdigest()


def _sources(folder: Traversable) -> Iterable[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _sources(entry)
        elif entry.name.endswith(_SOURCES):
            yield entry


def _path(folder: Path, name: str) -> Path:
    return folder / name[:2] / name
