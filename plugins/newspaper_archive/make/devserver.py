"""What `make devserver` does besides building: it outlives a slip, and misses no change made while it builds.

Pelican's --autoreload watches only between two builds, and after an exception it builds again at once and for
ever; the desk wants it to say what is wrong and to wait for a mended file.
"""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from newspaper_archive.errors import ArchiveError

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

Glance = dict[str, tuple[int, int]]


def build_as_it_changes(build: Callable[[], None], folders: Iterable[Path]) -> None:
    """Builds until nothing in these folders has changed since the build began; a slip is told, not raised."""
    sources = tuple(folders)
    while True:
        seen = glance(sources)
        try:
            build()
        except SLIPS as error:
            print(error, file=sys.stderr)
        if glance(sources) == seen:
            return


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
