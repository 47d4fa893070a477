"""The record of what `make file` moved, `.filed/moves.jsonl` in the folder of pages, a line a page:

    {"run": 2, "files": [["散页.txt", "jin-ri-da-he/2024-03-08/C01.txt"]], "sha256": "…", …}

The lines of a run are on the disk before the first of its files moves. Folders whose names begin with a dot
hold no pages.
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import BinaryIO

import msgspec

from newspaper_archive.errors import ArchiveError
from newspaper_archive.store.sealed import write_whole

JOURNAL = ".filed/moves.jsonl"
_BYTES = "utf-8", "surrogateescape"


class MoveRecord(msgspec.Struct, frozen=True):
    """A page's move and its files', paths as in the folder; `sha256` is the page's.

    `made` are folders that had to be made, `edition` is the folder that got an edition.yaml, and its text.
    """

    run: int
    files: tuple[tuple[str, str], ...]
    sha256: str
    made: tuple[str, ...] = ()
    edition: tuple[str, str] | None = None

    def check(self) -> None:
        """Raises ValueError where a path leads out of the folder: the file may come from anywhere."""
        paths = [PurePosixPath(path) for path in (*chain(*self.files), *self.made, *(self.edition or ())[:1])]
        if not self.files or any(path.is_absolute() or ".." in path.parts for path in paths):
            raise ValueError

    @property
    def page(self) -> tuple[str, str]:
        return self.files[0]


class MoveJournal:
    """The journal of a folder of pages; only one command at a time may write it."""

    def __init__(self, root: Path) -> None:
        self.root, self.path = root, root / JOURNAL

    def read(self) -> list[MoveRecord]:
        """Every move, oldest first. A last line that was cut off tells of no move: none had begun."""
        try:
            text = self.path.read_bytes()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise ArchiveError(f"{JOURNAL}: 打不开（{error.strerror}）。请检查文件的权限") from error
        whole = text.split(b"\n")[:-1]
        return [self._record(line, number) for number, line in enumerate(whole, 1)]

    def _record(self, line: bytes, number: int) -> MoveRecord:
        try:
            record = msgspec.convert(json.loads(line.decode(*_BYTES)), MoveRecord)
            record.check()
        except (ValueError, msgspec.ValidationError) as error:
            seen = line.decode("utf-8", "replace")[:60]
            raise ArchiveError(
                f"{JOURNAL}:{number}: 看到“{seen}”，不是 make file 写的记录。请删去这一行，或把文件恢复原样"
            ) from error
        return record

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Held while files are moved; the system lets go of it when the command is killed."""
        try:
            self.path.parent.mkdir(exist_ok=True)
            held = os.open(self.path.parent, os.O_RDONLY)
        except OSError as error:
            raise _cannot_write(self.path, error) from error
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        except BlockingIOError as error:
            raise ArchiveError(
                f"{self.root}: 另一个 make file 或 make unfile 还没有做完。请等它做完再试"
            ) from error
        finally:
            with suppress(OSError):
                self.path.parent.rmdir()  # where nothing is recorded
            os.close(held)

    def add(self, records: Sequence[MoveRecord]) -> None:
        """Writes what is about to be done, and waits until it is on the disk."""
        try:
            with self.path.open("ab+") as opened:
                _cut_off_torn(opened)
                opened.write(b"".join(map(_line, records)))
                opened.flush()
                os.fsync(opened.fileno())
        except OSError as error:
            raise _cannot_write(self.path, error) from error

    def keep(self, records: Sequence[MoveRecord]) -> None:
        """Only these, in one step; with none left the journal is gone."""
        try:
            if not records:
                self.path.unlink(missing_ok=True)
                return
            write_whole(self.path, b"".join(map(_line, records)))
        except OSError as error:
            raise _cannot_write(self.path, error) from error


def checksum(location: Path) -> str:
    return hashlib.sha256(location.read_bytes()).hexdigest()


def _line(record: MoveRecord) -> bytes:
    # Names that are no text are kept byte for byte.
    return json.dumps(msgspec.to_builtins(record), ensure_ascii=False).encode(*_BYTES) + b"\n"


def _cut_off_torn(opened: BinaryIO) -> None:
    """Takes away what a killed command has written of a line."""
    opened.seek(0)
    data = opened.read()
    whole = data.rfind(b"\n") + 1
    if whole != len(data):
        opened.truncate(whole)
    opened.seek(0, os.SEEK_END)


def _cannot_write(path: Path, error: OSError) -> ArchiveError:
    return ArchiveError(f"{path}: 写不进去（{error.strerror}）。请检查文件夹的权限和磁盘的空间，什么也没有移")
