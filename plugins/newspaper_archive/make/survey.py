"""What there is to read in a folder of pages, before any is read: the files, and the names of their readings.

Two surveys of the same names are of the same site: a build that has nothing to do reads no page.
"""

from dataclasses import dataclass
from pathlib import Path

from newspaper_archive.folder.page_file import page_bytes
from newspaper_archive.folder.walk import find_pages
from newspaper_archive.make.reading_name import page_name
from newspaper_archive.model import Edition, Found


@dataclass(frozen=True, slots=True)
class Survey:
    """A folder of pages before any is read; `names` are those of their readings, as in `page_name`."""

    found: Found
    names: tuple[str, ...]


def survey(seeds: Path, default: Edition) -> Survey:
    """What there is to read; `default` as in `find_pages`."""
    found = find_pages(seeds, default)
    return Survey(found, tuple(page_name(file, page_bytes(file), found.editions) for file in found.pages))
