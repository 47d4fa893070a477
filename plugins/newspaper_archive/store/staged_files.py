"""The files on a stage: what did not change is the very file of the site as it was, with its time.

A file that a build makes anew is compared with the site's; the same bytes are linked into the stage, others
are written as a new file, so that nothing a reader has open is ever written into.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from io import BufferedWriter
from pathlib import Path
from stat import S_ISREG

from newspaper_archive.errors import DISK_FULL, ArchiveError


@dataclass(frozen=True, slots=True)
class FileMark:
    """A file of the site by its content, and by what tells without reading it that nobody changed it.

    Whoever changes a file may set its `mtime` back, but never its `ctime`. A link made or removed changes
    that as well, so two marks are the same without it. Both are nanoseconds.
    """

    sha256: str
    size: int
    mtime: int
    ctime: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class StagedFiles:
    """`stage` is being filled; `site` is the site as it was, its files marked by address in `known`."""

    stage: Path
    site: Path
    known: Mapping[str, FileMark]

    def write(self, address: str, data: bytes) -> FileMark:
        """Has a file of this content at its address, relative to the site's root."""
        digest = hashlib.sha256(data).hexdigest()
        kept = self._keep(address, digest, len(data))
        return kept or self._write(address, data, digest)

    def only(self, addresses: Iterable[str]) -> "StagedFiles":
        """The same stage, knowing of these files alone; light enough to be handed to another process."""
        return replace(self, known={one: self.known[one] for one in addresses if one in self.known})

    def is_known(self, address: str) -> bool:
        """Whether the site has this file as the last build left it."""
        return address in self.known and as_left(self.site, address, self.known[address]) is not None

    def take(self, address: str) -> FileMark:
        """Takes a file that is known over into the stage as it is."""
        return self._link(address, self.known[address])

    def _keep(self, address: str, digest: str, size: int) -> FileMark | None:
        """Takes the site's own file, where it is untouched and of this content; None where there is none."""
        old = f"{self.site}/{address}"
        if self.is_known(address):
            mark = self.known[address]
        elif _size(old) == size and (found := read_mark(old)):
            mark = found
        else:
            return None
        return self._link(address, mark) if mark.sha256 == digest else None

    def _link(self, address: str, mark: FileMark) -> FileMark:
        """Has the stage bear a file of the site; what stands there is left if it is that very file."""
        old, new = f"{self.site}/{address}", f"{self.stage}/{address}"
        status = _same(old, new)
        if status is None:
            if stood := as_left(self.stage, address, mark):
                return stood  # a copy, where the file system knows no links
            _link_anew(old, new)
            status = os.lstat(new)
        return mark if status.st_ctime_ns == mark.ctime else replace(mark, ctime=status.st_ctime_ns)

    def _write(self, address: str, data: bytes, digest: str) -> FileMark:
        path = f"{self.stage}/{address}"
        try:
            with opened(path) as file:
                file.write(data)
                file.flush()
                status = os.fstat(file.fileno())
        except OSError as error:
            raise cannot_write(path, error) from error
        return FileMark(digest, len(data), status.st_mtime_ns, status.st_ctime_ns)


def opened(path: str) -> BufferedWriter:
    """A new file, its folder made where need be; of workers that write one at once, the last one's stays."""
    try:
        return open(path, "xb")  # noqa: PTH123 - the path is a string, and there are a hundred thousand of them
    except FileNotFoundError:
        make_folder(path)
    except FileExistsError:
        clear_away(path)
    return opened(path)


def clear_away(path: str) -> None:
    """Removes what a worker left on the stage that was killed before it could say what it had written."""
    with suppress(FileNotFoundError):  # another has removed it
        os.unlink(path)  # noqa: PTH108 - as above


def make_folder(path: str) -> None:
    """The folder of a file; it is tried first whether it is there, for it mostly is."""
    os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - as above


def cannot_write(path: Path | str, error: OSError) -> ArchiveError:
    """The site is left as it was, whatever the reason."""
    return ArchiveError(
        f"{path}: 写不进去（{error.strerror}）。网站没有改动；请看磁盘是否已满、文件夹能否写入，再试一次"
    )


@contextmanager
def disk_full_named(folder: Path) -> Iterator[None]:
    """Raises ArchiveError where others that write to this folder find no room for it."""
    try:
        yield
    except OSError as error:
        if error.errno not in DISK_FULL:
            raise
        raise cannot_write(folder, error) from error


def as_left(site: Path | str, address: str, mark: FileMark) -> FileMark | None:
    """The mark of a file of the site that is as it was left, else None; one with a new ctime is read."""
    path = f"{site}/{address}"
    try:
        status = os.lstat(path)
    except OSError:
        return None
    if (status.st_size, status.st_mtime_ns) != (mark.size, mark.mtime):
        return None
    if status.st_ctime_ns == mark.ctime:
        return mark
    found = read_mark(path) if S_ISREG(status.st_mode) else None
    return found if found == mark else None


def _same(old: str, new: str) -> os.stat_result | None:
    """The state of a file that has both names; None where there is none."""
    try:
        status = os.lstat(new)
        return status if os.path.samestat(status, os.lstat(old)) else None
    except OSError:
        return None


def _link_anew(old: str, new: str) -> None:
    try:
        link(old, new)
    except FileExistsError:
        clear_away(new)
        _link_anew(old, new)
    except FileNotFoundError:
        make_folder(new)
        link(old, new)


def link(old: str, new: str) -> None:
    """The same file under a second name; a copy with its time where the file system has no such thing."""
    try:
        os.link(old, new)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:
        shutil.copy2(old, new)


def read_mark(path: str) -> FileMark | None:
    """The mark of a plain file by what it holds; None where it cannot be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            # Asked before it is read: whoever changes it meanwhile changes its ctime.
            status = os.fstat(file.fileno())
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
    return FileMark(digest, status.st_size, status.st_mtime_ns, status.st_ctime_ns)


def has_content(path: str, mark: FileMark) -> bool:
    """Whether a plain file holds what is marked, whenever it was written."""
    found = read_mark(path) if _size(path) == mark.size else None
    return found is not None and found.sha256 == mark.sha256


def _size(path: str) -> int:
    """The size of a plain file, -1 where there is none."""
    try:
        status = os.lstat(path)
    except OSError:
        return -1
    return status.st_size if S_ISREG(status.st_mode) else -1
