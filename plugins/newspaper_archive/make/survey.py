"""What there is to read in a folder of pages, before any is read: the files, and the names of their readings.

Two surveys of the same names are of the same site: a build that has nothing to do reads no page.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from newspaper_archive.folder.page_file import page_bytes
from newspaper_archive.folder.walk import find_pages
from newspaper_archive.make.reading_name import page_name
from newspaper_archive.model import NO_MASK, Book, Edition, Found, Mask, Withdrawal


@dataclass(frozen=True, slots=True)
class Survey:
    """A folder of pages before any is read; `names` are those of their readings, as in `page_name`."""

    found: Found
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Withdrawing:
    """The survey with its masks, and the book with what is gone; None where it is as it is kept.

    `unsettled` are withdrawals of which it is not known yet where they stand: they are not hidden in `seen`.
    """

    said: tuple[Withdrawal, ...]
    seen: Survey
    book: Book | None
    unsettled: tuple[Withdrawal, ...] = ()

    @property
    def digest(self) -> str:
        """By which a build knows them again; "" for nothing withdrawn."""
        return hashlib.sha256(repr(self.said).encode()).hexdigest() if self.said else ""


def survey(seeds: Path, default: Edition) -> Survey:
    """What there is to read; `default` as in `find_pages`."""
    found = find_pages(seeds, default)
    return Survey(found, tuple(page_name(file, page_bytes(file), found.editions) for file in found.pages))


def masked_survey(seen: Survey, masks: Mapping[str, Mask]) -> Survey:
    """The same with these masks on the page files, by their paths, and no others."""
    if not masks and not any(file.mask for file in seen.found.pages):
        return seen
    files, names = [], []
    for file, name in zip(seen.found.pages, seen.names, strict=True):
        mask = masks.get(file.path, NO_MASK)
        changed = file if mask == file.mask else replace(file, mask=mask)
        files.append(changed)
        names.append(name if changed is file else page_name(changed, page_bytes(file), seen.found.editions))
    return Survey(replace(seen.found, pages=tuple(files)), tuple(names))
