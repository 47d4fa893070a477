"""Puts one folder in another's place in one step, and removes folders of ours; no other folder is touched.

A folder without `newspaper-archive.sha256` was not made by this program: it is never replaced nor removed.
"""

import ctypes
import errno
import os
import shutil
from pathlib import Path

from newspaper_archive.errors import ArchiveError
from newspaper_archive.store.manifest import MANIFEST, file_names, listed

AT_FDCWD = -100
RENAME_EXCHANGE = 2
# What a kernel or a file system (FAT, some network shares) answers that cannot exchange two folders.
CANNOT_EXCHANGE = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP})


def beside(output: Path, suffix: str) -> Path:
    """`output` → `.output.staging`: in the same parent, so that a rename never copies."""
    return output.with_name(f".{output.name}.{suffix}")


def refuse_foreign(folder: Path) -> None:
    """Stop before a folder that somebody else filled: it is neither absent, nor empty, nor marked as ours."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise ArchiveError(f"{folder}: 这里已有一个文件，不是文件夹。请移走它，或给 OUTPUT 另选一个文件夹。")
    if is_foreign(folder):
        raise ArchiveError(
            f"{folder}: 这个文件夹里有别的文件（没有 {MANIFEST}），不是本程序建的网站，没有动它。"
            "请给 OUTPUT 另选一个文件夹，或先把里面的文件移走。"
        )


def is_foreign(folder: Path) -> bool:
    return folder.is_dir() and not (folder / MANIFEST).is_file() and any(folder.iterdir())


def change_places(new: Path, old: Path) -> None:
    """Put `new` where `old` is, or would be; what was there comes to lie where `new` was, or is removed."""
    write_out(new)
    if not old.exists():
        new.rename(old)
    elif not exchange(new, old):
        replace_in_two_steps(new, old)


def write_out(folder: Path) -> None:
    """Have the system write to the disk what it still holds, so that a power cut finds the site whole."""
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "syncfs"):
        os.sync()
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        libc.syncfs(opened)
    finally:
        os.close(opened)


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


def remove_ours(site: Path) -> None:
    """Remove the files that the manifest names, and the folders that are left empty; other files stay.

    What it names outside the site, or beyond a link to another folder, is none of the site's.
    """
    if not (site / MANIFEST).is_file():
        remove(site)
        return
    for name in sorted(listed(site).intersection(file_names(site)) - {MANIFEST}):
        (site / name).unlink()
    (site / MANIFEST).unlink()
    for folder, _, _ in os.walk(site, topdown=False):
        if not any(Path(folder).iterdir()):
            Path(folder).rmdir()
