"""The site that was replaced, kept standing as printers keep type: the next build sets what changed since.

After the two folders have changed places, the older site is laid by in the cache. The next build takes it up
for its stage, and forty thousand unchanged files need neither be linked again nor be removed afterwards.
"""

import os
from collections.abc import Container
from contextlib import suppress
from pathlib import Path

from newspaper_archive.cache import write_whole
from newspaper_archive.publish.manifest import MANIFEST, file_names
from newspaper_archive.publish.swap import remove

STANDING = "standing"


def lay_by(site: Path, cache: Path) -> None:
    """Keeps a site that was replaced; it stays where it is if the cache lies on another disk."""
    drop(cache)
    with suppress(OSError):
        site.rename(cache / STANDING)


def take_up(cache: Path, stage: Path, ours: Container[str]) -> bool:
    """Puts what was kept in the place of the fresh stage, but for its files that are none of `ours`.

    Pelican writes into a file that it finds, and that file may be the published site's as well.
    """
    kept = cache / STANDING
    if not is_ours(kept):
        return False
    # From now on it is a stage like another, and one that a killed build leaves is no site.
    write_whole(kept / MANIFEST, b"")
    remove(stage)
    try:
        kept.rename(stage)
    except OSError:
        stage.mkdir()
        (stage / MANIFEST).touch()
        return False
    for address in list(file_names(stage)):
        if address != MANIFEST and address not in ours:
            clear_off(stage, address)
    return True


def clear_off(stage: Path, address: str) -> None:
    """Removes a file, and the folders that it leaves empty."""
    path = stage / address
    path.unlink()
    with suppress(OSError):
        os.removedirs(path.parent)


def drop(cache: Path) -> None:
    """Removes what was kept. A folder without our mark is left alone here too, and then nothing is kept."""
    if is_ours(cache / STANDING):
        remove(cache / STANDING)


def is_ours(folder: Path) -> bool:
    return (folder / MANIFEST).is_file()
