"""The site that was replaced is kept: the next build changes in it what changed since.

After the two folders have changed places, the older site is moved into the cache. The next build takes it
for its stage, and forty thousand unchanged files need neither be linked again nor be removed afterwards.
"""

import os
import shutil
from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from newspaper_archive.store.exchange import remove
from newspaper_archive.store.manifest import MANIFEST
from newspaper_archive.store.sealed import write_whole

KEPT_SITE = "kept-site"


def keep_site(site: Path, cache: Path) -> None:
    """Keeps a site that was replaced; it stays where it is if the cache lies on another disk."""
    drop_kept_site(cache)
    with suppress(OSError):
        site.rename(cache / KEPT_SITE)


def reuse_kept_site(cache: Path, stage: Path, ours: Container[str]) -> bool:
    """Puts what was kept in the place of the fresh stage, but for its files that are none of `ours`.

    Pelican writes into a file that it finds, and that file may be the published site's as well.
    """
    kept = cache / KEPT_SITE
    if not is_ours(kept):
        return False
    try:
        # From now on it is a stage like another, and one that a killed build leaves is no site.
        write_whole(kept / MANIFEST, b"")
        remove_files(kept, list(_others(str(kept), ours)))
        remove(stage)
        kept.rename(stage)
    except OSError:
        stage.mkdir(exist_ok=True)
        (stage / MANIFEST).touch()
        return False
    return True


def _others(site: str, ours: Container[str]) -> Iterator[str]:
    """What stands in a site and is no file of `ours`. Links to folders are told, what they lead to is not.

    A folder in a file's place is removed at once. OSError where a folder cannot be looked into.
    """
    for folder, inner, names in os.walk(site, onerror=_stop):
        place = f"{folder[len(site) + 1 :]}/" if len(folder) > len(site) else ""
        yield from (place + name for name in names if place + name not in ours and place + name != MANIFEST)
        for name in list(inner):
            path = f"{folder}/{name}"
            if os.path.islink(path):  # noqa: PTH114 - the path is a string, and there may be thousands
                yield place + name
            elif place + name in ours:
                shutil.rmtree(path)
                inner.remove(name)


def _stop(error: OSError) -> None:
    raise error


def remove_files(stage: Path, addresses: Iterable[str]) -> None:
    """Removes files, and the folders that they leave empty."""
    folders = set()
    for address in addresses:
        path = f"{stage}/{address}"
        os.unlink(path)  # noqa: PTH108 - the path is a string, and there may be thousands of them
        folders.add(os.path.dirname(path))  # noqa: PTH120 - as above
    for folder in sorted(folders, reverse=True):
        with suppress(OSError):
            os.removedirs(folder)


def drop_kept_site(cache: Path) -> None:
    """Removes what was kept. A folder without our mark is left alone here too, and then nothing is kept."""
    if is_ours(cache / KEPT_SITE):
        with suppress(OSError):
            remove(cache / KEPT_SITE)


def is_ours(folder: Path) -> bool:
    """Whether it bears our mark; a link to a folder does not, wherever it leads."""
    try:
        return not folder.is_symlink() and (folder / MANIFEST).is_file()
    except OSError:
        return False
