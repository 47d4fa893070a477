"""Where finished files are laid: what did not change is the very file of the site as it was, with its time.

A file that a build makes anew is compared with the site's; the same bytes are linked into the stage, others
are written as a new file, so that nothing a reader has open is ever written into.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from io import BufferedWriter
from pathlib import Path
from stat import S_ISREG

from newspaper_archive.errors import ArchiveError


@dataclass(frozen=True, slots=True)
class FileMark:
    """A file of the site by its content, and by what tells without reading it that nobody changed it."""

    sha256: str
    size: int
    mtime: int
    """Nanoseconds."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """`stage` is being filled; `site` is the site as it was, its files marked by address in `known`."""

    stage: Path
    site: Path
    known: Mapping[str, FileMark]

    def lay(self, address: str, data: bytes) -> FileMark:
        """Lays a file of this content at its address, relative to the site's root."""
        digest = hashlib.sha256(data).hexdigest()
        kept = self._keep(address, digest, len(data))
        return kept or self._write(address, data, digest)

    def only(self, addresses: Iterable[str]) -> "Shelf":
        """The same shelf, knowing of these files alone; light enough to be handed to another process."""
        return replace(self, known={one: self.known[one] for one in addresses if one in self.known})

    def is_known(self, address: str) -> bool:
        """Whether the site has this file as the last build left it."""
        return address in self.known and is_untouched(self.site, address, self.known[address])

    def take(self, address: str) -> FileMark:
        """Takes a file that is known over into the stage as it is."""
        mark = self.known[address]
        self._link(address, mark)
        return mark

    def _keep(self, address: str, digest: str, size: int) -> FileMark | None:
        """Takes the site's own file, where it is untouched and of this content; None where there is none."""
        old = f"{self.site}/{address}"
        if self.is_known(address):
            mark = self.known[address]
        elif _size(old) == size:
            mark = _mark(old)
        else:
            return None
        if mark.sha256 != digest:
            return None
        self._link(address, mark)
        return mark

    def _link(self, address: str, mark: FileMark) -> None:
        if is_untouched(self.stage, address, mark):
            return  # it stood there
        old, new = f"{self.site}/{address}", f"{self.stage}/{address}"
        try:
            link(old, new)
        except FileNotFoundError:
            make_folder(new)
            link(old, new)
        except FileExistsError:
            clear_away(new)
            link(old, new)

    def _write(self, address: str, data: bytes, digest: str) -> FileMark:
        path = f"{self.stage}/{address}"
        try:
            with opened(path) as file:
                file.write(data)
                file.flush()
                status = os.fstat(file.fileno())
        except OSError as error:
            raise cannot_write(path, error) from error
        return FileMark(digest, len(data), status.st_mtime_ns)


def opened(path: str) -> BufferedWriter:
    """A new file, its folder made where need be."""
    try:
        return open(path, "xb")  # noqa: PTH123 - the path is a string, and there are a hundred thousand of them
    except FileNotFoundError:
        make_folder(path)
    except FileExistsError:
        clear_away(path)
    return open(path, "xb")  # noqa: PTH123 - as above


def clear_away(path: str) -> None:
    """Removes what a worker left on the stage that was killed before it could say what it had laid there."""
    os.unlink(path)  # noqa: PTH108 - as above


def make_folder(path: str) -> None:
    """The folder of a file; it is tried first whether it is there, for it mostly is."""
    os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - as above


def cannot_write(path: Path | str, error: OSError) -> ArchiveError:
    """The site is left as it was, whatever the reason."""
    return ArchiveError(
        f"{path}: 写不进去（{error.strerror}）。网站没有改动；请看磁盘是否已满、文件夹能否写入，再试一次"
    )


def is_untouched(site: Path, address: str, mark: FileMark) -> bool:
    """Whether a file of the site is there and has the size and time that it was left with."""
    try:
        status = os.stat(f"{site}/{address}", follow_symlinks=False)  # noqa: PTH116 - as above
    except OSError:
        return False
    return (status.st_size, status.st_mtime_ns) == (mark.size, mark.mtime)


def link(old: str, new: str) -> None:
    """The same file under a second name; a copy with its time where the file system has no such thing."""
    try:
        os.link(old, new)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:
        shutil.copy2(old, new)


def _mark(path: str) -> FileMark:
    with open(path, "rb") as file:  # noqa: PTH123 - as above
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        status = os.fstat(file.fileno())
    return FileMark(digest, status.st_size, status.st_mtime_ns)


def _size(path: str) -> int:
    """The size of a plain file, -1 where there is none."""
    try:
        status = os.lstat(path)
    except OSError:
        return -1
    return status.st_size if S_ISREG(status.st_mode) else -1
