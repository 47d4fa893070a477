"""Pages that were read before, so that a change to one page reads one page.

A page is kept as MessagePack under a name made of all that its reading depends on: its bytes, its sidecar,
where it lies, the editions there are, and the program that reads. Nothing in the cache is trusted: what is
damaged, of another form or of another name is read anew from the page file.
"""

import errno
import hashlib
import os
import sys
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from typing import TypeVar

import msgspec

from newspaper_archive.model import Edition, Page, PageFile

LEANS_ON = ("borax", "charset-normalizer", "opencc", "pypinyin")
_DIGEST = 32
_SOURCES = (".py", ".txt", ".yaml")
_decoder = msgspec.msgpack.Decoder(tuple[str, Page])
Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class PageCache:
    """Pages laid away in `folder`, a file each; a cache without a folder keeps nothing."""

    folder: Path | None = None

    def get(self, name: str) -> Page | None:
        found = read_sealed(_path(self.folder, name), _decoder) if self.folder else None
        return found[1] if found and found[0] == name else None

    def put(self, name: str, data: bytes) -> None:
        """Keeps what `packed` made; a full disk only means that the page is read again."""
        if self.folder is None:
            return
        with suppress(OSError):
            write_whole(_path(self.folder, name), data)

    def keep_only(self, names: Collection[str]) -> None:
        """Throws away what no page of this archive is made of any more."""
        kept = set(names)
        for path in self._paths():
            if path.name not in kept:
                with suppress(OSError):
                    path.unlink()

    def _paths(self) -> list[Path]:
        try:
            return sorted(self.folder.glob("??/*")) if self.folder else []
        except OSError:
            return []


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
    found = _decoded(data, _decoder)
    return found[1] if found and found[0] == name else None


def sealed(data: bytes) -> bytes:
    """The data behind its own sum."""
    return hashlib.sha256(data).digest() + data


def unsealed(kept: bytes) -> bytes:
    """What was sealed; ValueError where it is not what it was."""
    digest, data = kept[:_DIGEST], kept[_DIGEST:]
    if hashlib.sha256(data).digest() != digest:
        raise ValueError("damaged")
    return data


def read_sealed(path: Path, decoder: msgspec.msgpack.Decoder[Kept]) -> Kept | None:
    """What was sealed and kept there; None where nothing is, or what is is damaged or of another form."""
    try:
        return _decoded(plain_bytes(path), decoder)
    except OSError:
        return None


def _decoded(data: bytes, decoder: msgspec.msgpack.Decoder[Kept]) -> Kept | None:
    try:
        return decoder.decode(unsealed(data))
    except (ValueError, msgspec.MsgspecError):
        return None


def plain_bytes(path: Path) -> bytes:
    """What a plain file holds; OSError for what is none. A pipe that nobody writes to is not waited for."""
    with open(path, "rb", opener=_at_once) as file:
        if not S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        return file.read()


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file that nobody ever sees half; OSError where there is no room, and then nothing is left."""
    beside = path.with_name(f"{path.name}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        beside.unlink(missing_ok=True)  # whatever lies there: to write into a pipe would take for ever
        with beside.open("xb") as file:
            file.write(data)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
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
