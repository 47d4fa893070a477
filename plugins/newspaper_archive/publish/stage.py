"""Old or new, never half: the site is built beside its folder and takes its place in one step.

`output/` is built as `.output.staging/`; when every file stands there, `newspaper-archive.sha256` is
written into it and the two folders are exchanged. That file marks a folder as made by this program: one
without it is never replaced nor removed. `sha256sum -c newspaper-archive.sha256` checks a copy, e.g.

    3b1c…e9  canal/2031/2031-03-05/a01-01.html
"""

import ctypes
import errno
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from newspaper_archive.errors import ArchiveError
from newspaper_archive.publish.manifest import MANIFEST, write_manifest

AT_FDCWD = -100
RENAME_EXCHANGE = 2
# What a kernel or a file system (FAT, some network shares) answers that cannot exchange two folders.
CANNOT_EXCHANGE = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP})


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a build writes (`folder`), and the site whose place it takes (`output`)."""

    output: Path
    folder: Path

    def publish(self) -> None:
        """Write the manifest, then let the new site take the old one's place."""
        write_manifest(self.folder)
        refuse_foreign(self.output)
        if not self.output.exists():
            self.folder.rename(self.output)
        elif not exchange(self.folder, self.output):
            replace_in_two_steps(self.folder, self.output)
        remove(self.folder)


@contextmanager
def open_stage(output: Path, apart_from: Sequence[Path] = ()) -> Iterator[Stage]:
    """A fresh stage for `output`, held against a second build; one that is not published leaves nothing.

    `apart_from` are folders of sources, which may neither hold the site nor lie inside it.
    """
    output = output.resolve()
    refuse_overlap(output, apart_from)
    make_parents(output)
    with only_build(output):
        restore(output)
        refuse_foreign(output)
        stage = Stage(output, beside(output, "staging"))
        refuse_foreign(stage.folder)
        remove(stage.folder)
        stage.folder.mkdir()
        (stage.folder / MANIFEST).touch()
        try:
            yield stage
        finally:
            remove(stage.folder)


def clear(output: Path) -> None:
    """Remove a site and what a killed build left beside it; a folder that is not ours is refused."""
    output = output.resolve()
    if not output.parent.is_dir():
        return
    with only_build(output):
        folders = (output, beside(output, "staging"), beside(output, "previous"))
        for folder in folders:
            refuse_foreign(folder)
        for folder in folders:
            remove(folder)


def refuse_overlap(output: Path, apart_from: Sequence[Path]) -> None:
    for folder in (path.resolve() for path in apart_from):
        if output == folder or output in folder.parents or folder in output.parents:
            raise ArchiveError(
                f"{output}: 网站文件夹与原稿、程序的文件夹“{folder}”重叠。"
                "请给 OUTPUT 另选一个文件夹，两者不能互相包含。"
            )


def refuse_foreign(folder: Path) -> None:
    """Stop before a folder that somebody else filled: it is neither absent, nor empty, nor marked as ours."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise ArchiveError(f"{folder}: 这里已有一个文件，不是文件夹。请移走它，或给 OUTPUT 另选一个文件夹。")
    if is_foreign(folder):
        raise ArchiveError(
            f"{folder}: 这个文件夹里有别的文件（没有 {MANIFEST}），不是本程序建的网站，没有动它。"
            "请给 OUTPUT 另选一个文件夹，或先把里面的文件移走。"
        )


def make_parents(output: Path) -> None:
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(
            f"{output.parent}: 建不了这个文件夹（{error.strerror}）。请给 OUTPUT 另选一处。"
        ) from error
    if not os.access(output.parent, os.W_OK | os.X_OK):
        raise ArchiveError(f"{output.parent}: 这个文件夹不许写入。请给 OUTPUT 另选一处，或改它的权限。")


def is_foreign(folder: Path) -> bool:
    return folder.is_dir() and not (folder / MANIFEST).is_file() and any(folder.iterdir())


def beside(output: Path, suffix: str) -> Path:
    """`output` → `.output.staging`: in the same parent, so that a rename never copies."""
    return output.with_name(f".{output.name}.{suffix}")


@contextmanager
def only_build(output: Path) -> Iterator[None]:
    """Hold the lock of this output folder; the system lets go of it when a build is killed."""
    path = beside(output, "lock")
    lock = take_lock(path)
    if lock is None:
        raise ArchiveError(f"{output}: 另一次生成正在往这个文件夹里写。请等它结束再试。")
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(lock)


def take_lock(path: Path) -> int | None:
    """An open, locked descriptor, or None where another build holds the lock."""
    while True:
        lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            return None
        # The build before us may have removed the file between our opening and locking it.
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(lock), path.stat()):
                return lock
        os.close(lock)


def exchange(new: Path, old: Path) -> bool:
    """Swap two folders with no moment between; False where the system cannot."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    if libc.renameat2(AT_FDCWD, os.fsencode(new), AT_FDCWD, os.fsencode(old), RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in CANNOT_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(old))


def replace_in_two_steps(new: Path, old: Path) -> None:
    """For systems that cannot exchange; killed between the two steps, `restore` mends it next time."""
    previous = beside(old, "previous")
    refuse_foreign(previous)
    remove(previous)
    old.rename(previous)
    try:
        new.rename(old)
    except OSError:
        previous.rename(old)
        raise
    remove(previous)


def restore(output: Path) -> None:
    """Put the last good site back where a build was killed between the two steps."""
    previous = beside(output, "previous")
    if not output.exists() and (previous / MANIFEST).is_file():
        previous.rename(output)


def remove(folder: Path) -> None:
    """Remove a folder of ours, its mark last, so that a killed removal can be taken up again."""
    if not folder.is_dir():
        return
    refuse_foreign(folder)
    for entry in sorted(folder.iterdir()):
        if entry.name == MANIFEST:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    (folder / MANIFEST).unlink(missing_ok=True)
    folder.rmdir()


def main(arguments: Sequence[str]) -> int:
    """`python -m newspaper_archive.publish.stage OUTPUT` removes the site in OUTPUT, for `make clean`."""
    try:
        for output in arguments:
            clear(Path(output))
    except ArchiveError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
