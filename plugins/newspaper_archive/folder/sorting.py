"""Sorts listed files by name: `C01.txt` a page, `C01.yaml` its sidecar, `C01.jpg` its scan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.edition import EDITION_FILE
from newspaper_archive.folder.foreign_files import (
    OF_SITE,
    SCANS,
    foreign_problems,
    is_sidecar_as_text,
    stem,
    suffix,
)
from newspaper_archive.folder.listing import Listed
from newspaper_archive.model import Problem, Severity

PAGE_SUFFIXES = (".txt", ".md")
_SIDECARS = (".yaml",)
BESIDE_SUFFIXES = _SIDECARS + SCANS


@dataclass(frozen=True, slots=True)
class Sorted:
    """Files by what they are; sidecars and scans by the path of their page."""

    pages: tuple[Listed, ...]
    sidecars: Mapping[str, Listed]
    scans: Mapping[str, tuple[str, ...]]
    editions: tuple[Listed, ...]
    problems: tuple[Problem, ...]


def sort_out(files: Sequence[Listed]) -> Sorted:
    """Raises ArchiveError where a sidecar could be of two pages."""
    pages = tuple(file for file in files if _is_page(file))
    page_paths = {stem(page): page.path for page in pages}
    editions = tuple(file for file in files if file.name == EDITION_FILE)
    of_site = [file for file in files if file.path.lower() in OF_SITE]
    beside = [file for file in files if _is_beside(file, page_paths)]
    sidecars = {page_paths[stem(file)]: file for file in beside if suffix(file) in _SIDECARS}
    _check_one_page(pages, sidecars)
    scans: dict[str, tuple[str, ...]] = {}
    for file in beside:
        if suffix(file) in SCANS:
            page = page_paths[stem(file)]
            scans[page] = (*scans.get(page, ()), file.path)
    known = {file.path for file in (*pages, *editions, *beside, *of_site, *filter(_is_address_book, files))}
    foreign = foreign_problems((file for file in files if file.path not in known), frozenset(page_paths))
    named_so = (file for file in files if file.name.lower() in OF_SITE and stem(file) in page_paths)
    mistaken = (_no_sidecar(file.name.lower(), page_paths[stem(file)]) for file in named_so)
    return Sorted(pages, sidecars, scans, editions, (*foreign, *mistaken))


def _is_page(file: Listed) -> bool:
    return _is_visible(file) and suffix(file) in PAGE_SUFFIXES and not is_sidecar_as_text(file)


def _is_address_book(file: Listed) -> bool:
    """`addresses/river/2024.tsv`, which `make` writes, what it writes first, and which page files may go."""
    named = file.name.endswith((".tsv", ".tsv.new")) or file.name == "accepted.sha256"
    return named and file.path.startswith("addresses/")


def _is_visible(file: Listed) -> bool:
    return not file.name.startswith((".", "~$"))


def _is_beside(file: Listed, page_paths: Mapping[str, str]) -> bool:
    """Whether the file is a sidecar or scan of a page."""
    is_kind = suffix(file) in BESIDE_SUFFIXES and file.name.lower() not in (EDITION_FILE, *OF_SITE)
    return is_kind and _is_visible(file) and stem(file) in page_paths


def _check_one_page(pages: Sequence[Listed], sidecars: Mapping[str, Listed]) -> None:
    of_page = {stem(file): file.path for file in sidecars.values()}
    seen: dict[str, str] = {}
    for page in pages:
        other = seen.setdefault(stem(page), page.path)
        if other != page.path and stem(page) in of_page:
            raise ArchiveError(
                f"{of_page[stem(page)]}: 旁边有“{other}”和“{page.path}”两个版面文件，分不清说的是哪一个。"
                "请给其中一个改名"
            )


def _no_sidecar(name: str, page: str) -> Problem:
    seen = f"旁边的 {name} 说的是整个网站，不是这一版的旁注"
    return Problem(Severity.NOTE, "site-file", page, None, seen, "要给这一版写旁注，请先给版面文件改名")
