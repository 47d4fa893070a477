"""What `make devserver` does besides building: it outlives a slip, and misses no change made while it builds.

Pelican's --autoreload watches only between two builds, after an exception it builds again at once and for
ever, and speaks English. The desk wants to be told what is watched, what has changed, what is wrong, and the
program to wait for a mended file.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from multiprocessing import parent_process
from pathlib import Path

from newspaper_archive.errors import ArchiveError
from newspaper_archive.invisible import told

# What a slip in a page file, a sidecar, a template or a hand-written page ends in; RuntimeError is how
# Pelican stops at an error that it has already told.
SLIPS = (
    ArchiveError,
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
_MOST_NAMED = 3

Glance = dict[str, tuple[int, int]]


def watching(folders: Sequence[Path], address: str) -> str:
    """What is said first: where the site is to be seen, and what is watched."""
    told_folders = "\n".join(f"  {folder}" for folder in folders)
    return f"网站在 {address}（按 Ctrl-C 结束）。这些文件夹里有改动就重建：\n{told_folders}"


def tell_what_is_watched(folders: Sequence[Path], address: str) -> None:
    """Once: Pelican builds and serves in processes of their own, started by another one."""
    if parent_process() is None:
        print(told(watching(folders, address)), flush=True)


def building_as_it_changes(
    build: Callable[[], None], folders: Iterable[Path], say: Callable[[Exception], str] = str
) -> Callable[[], None]:
    """A build that is repeated until nothing in these folders has changed since it began.

    A slip is told as `say` puts it, not raised. Each build but the first says what has changed.
    """
    sources = tuple(folders)
    seen: Glance | None = None

    def again() -> None:
        nonlocal seen
        now = glance(sources)
        while True:
            if seen is not None and seen != now:
                print(told(changed(seen, now)), flush=True)
            seen = now
            try:
                build()
            except SLIPS as error:
                print(say(error), file=sys.stderr)
            now = glance(sources)
            if now == seen:
                return

    return again


def changed(before: Glance, now: Glance) -> str:
    """`有改动：C01.txt、C01.yaml，正在重建……`: the names of files that were changed, came or went."""
    names = sorted({Path(path).name for path, _ in before.items() ^ now.items()})
    more = f"等 {len(names)} 个文件" if len(names) > _MOST_NAMED else ""
    return f"有改动：{'、'.join(names[:_MOST_NAMED])}{more}，正在重建……"


def glance(folders: Iterable[Path]) -> Glance:
    """Every file with its size and time: what an editor's saving changes."""
    found: Glance = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            try:
                status = path.stat()
            except OSError:
                continue
            if path.is_file():
                found[str(path)] = (status.st_size, status.st_mtime_ns)
    return found
