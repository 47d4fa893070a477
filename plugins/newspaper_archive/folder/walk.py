"""Walks the folder of pages: `今日大河/2024-03-08/C01.txt` with its sidecar, scans and edition."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.edition import (
    EDITION_FILE,
    check_editions,
    edition_file,
    named_edition,
    read_edition,
)
from newspaper_archive.folder.file_facts import FileFacts, file_facts
from newspaper_archive.folder.listing import Listed, list_files, printable_path
from newspaper_archive.folder.sidecar.sidecar_file import read_sidecar
from newspaper_archive.folder.sorting import PAGE_SUFFIXES, Sorted, sort_out
from newspaper_archive.model import Edition, Found, PageFile, Problem, Severity, Sidecar

# A page stands at most this many folders below its edition.yaml: edition, year, month, date.
_LEVELS = 4


def pages_folder(folder: Path) -> Path:
    """The folder itself where it is one; raises ArchiveError where it is missing or a file."""
    if not folder.exists():
        raise ArchiveError(f"{folder}: 没有这个文件夹。请检查路径有没有写错，或先建好文件夹并放入版面文本")
    if not folder.is_dir():
        raise ArchiveError(f"{folder}: 这是一个文件，不是文件夹。请写版面文本所在的文件夹")
    return folder


def find_pages(seeds: Path, default: Edition) -> Found:
    """Every page file below the folder, by path; `default` is the edition where nothing names another."""
    files, problems = list_files(pages_folder(seeds).resolve())
    found = sort_out(files)
    if not found.pages:
        problems += (_no_pages(),)
    return _found(found, default, problems + found.problems)


def find_page(location: Path, default: Edition) -> Found:
    """One page file alone, with the sidecar beside it and the editions of the folders above it."""
    if not location.is_file():
        raise ArchiveError(f"{location}: 没有这个版面文件。请检查路径有没有写错")
    location = location.parent.resolve() / location.name
    root = _root_above(location)
    beside = (path for path in location.parent.iterdir() if path.stem == location.stem)
    above = (folder / EDITION_FILE for folder in location.parents if folder.is_relative_to(root))
    around = [
        path for path in (*beside, *above) if path.is_file() and path.suffix.lower() not in PAGE_SUFFIXES
    ]
    listed = [Listed(printable_path(path.relative_to(root).as_posix()), path) for path in (location, *around)]
    found = sort_out(sorted(listed, key=lambda file: file.path.split("/")))
    if not found.pages:
        raise ArchiveError(f"{location}: 不是版面文件。版面文件的名字以 .txt 或 .md 结尾")
    return _found(found, default, ())


def _root_above(location: Path) -> Path:
    """The folder above the highest near one that names an edition, or above the edition's, else its own."""
    near = list(location.parents)[:_LEVELS]
    named = [folder.parent for folder in near if (folder / EDITION_FILE).is_file()]
    if named:
        return named[-1]
    # As far as an edition's pages may lie below it: what stands above is the desk's computer.
    parts = location.parts[-_LEVELS - 1 :]
    edition_folder = file_facts(printable_path(PurePosixPath(*parts).as_posix())).edition_folder
    if edition_folder is None:
        return location.parent
    # By how many folders it is, for on the disk their names may be other bytes.
    above = len(location.parts) - len(parts) + len(PurePosixPath(edition_folder).parts) - 1
    return Path(*location.parts[:above])


def _found(found: Sorted, default: Edition, problems: tuple[Problem, ...]) -> Found:
    declared = _declared(found.editions, default)
    pages, met = [], list(problems)
    for listed in found.pages:
        facts = file_facts(listed.path)
        met += [facts.problem] if facts.problem else []
        edition = _edition(listed.folder, declared) or _folder_edition(facts, default)
        pages.append(
            PageFile(
                path=listed.path,
                location=listed.location,
                edition=edition,
                date=facts.date,
                folio=facts.folio,
                sidecar=_sidecar(found.sidecars.get(listed.path)),
                scans=found.scans.get(listed.path, ()),
                page_name=facts.page_name,
            )
        )
    settled = _by_sidecar(pages, [*declared.values()], default)
    places = {edition: edition_file(edition) for edition in declared.values()}
    for page in settled:
        places.setdefault(page.edition, _place(page))
    editions = tuple(places)
    check_editions({edition: place for edition, place in places.items() if edition != default})
    return Found(settled, tuple(sorted(editions, key=lambda edition: edition.slug)), tuple(met))


def _place(page: PageFile) -> str:
    """What names the edition of a page where no edition.yaml does."""
    if not page.edition.folder and page.sidecar:
        return page.sidecar.path
    return f"{page.edition.folder or str(PurePosixPath(page.path).parent)}/"


def _declared(files: Sequence[Listed], default: Edition) -> Mapping[str, Edition]:
    """Editions by folder; files come sorted, so that the edition above is known before those below it."""
    declared: dict[str, Edition] = {}
    for file in files:
        above = _edition(file.folder, declared) or default
        declared[file.folder] = read_edition(file.location, file.path, above)
    return declared


def _edition(folder: str, declared: Mapping[str, Edition]) -> Edition | None:
    """The edition of the nearest folder that has one."""
    while folder not in declared and folder:
        folder = folder.rpartition("/")[0]
    return declared.get(folder)


def _folder_edition(facts: FileFacts, default: Edition) -> Edition:
    """Below a folder of a year, an edition has as many folders as there are years, and none is its own."""
    folder = facts.edition_folder
    if folder is None:
        return default
    return named_edition(PurePosixPath(folder).name, default.paper, "" if facts.within_date else folder)


def _sidecar(listed: Listed | None) -> Sidecar | None:
    return None if listed is None else read_sidecar(listed.location, listed.path)


def _by_sidecar(pages: Sequence[PageFile], known: list[Edition], default: Edition) -> tuple[PageFile, ...]:
    """The pages, each with the edition that its sidecar names, where it names one."""
    known += [page.edition for page in pages if page.edition != default]
    by_name = {edition.name: edition for edition in reversed(known)}
    by_name |= {edition.slug: edition for edition in reversed(known)}
    return tuple(replace(page, edition=_named(page, by_name, default)) for page in pages)


def _named(page: PageFile, by_name: Mapping[str, Edition], default: Edition) -> Edition:
    said = page.sidecar
    if said is None or not (said.edition or said.paper):
        return page.edition
    if said.edition is None and said.paper == page.edition.paper and page.edition != default:
        return page.edition
    name = said.edition or said.paper or ""
    return by_name.get(name) or named_edition(name, said.paper or page.edition.paper)


def _no_pages() -> Problem:
    seen = "文件夹里没有版面文件"
    return Problem(Severity.WARNING, "no-pages", ".", None, seen, "请放入 .txt 或 .md 的版面文本")
