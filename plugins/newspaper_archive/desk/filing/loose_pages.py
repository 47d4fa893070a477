"""The pages of a folder whose path does not tell where they belong, read: `散页.txt`, `今日大河/0312.txt`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newspaper_archive.archive import build_archive
from newspaper_archive.archive.likely_years import suggest_years
from newspaper_archive.folder.listing import Listed
from newspaper_archive.folder.page_file import page_bytes
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.make.read_pages import BATCH, ONE_WORKER, read_pages
from newspaper_archive.make.reading_name import page_name
from newspaper_archive.make.survey import Survey
from newspaper_archive.model import Found, Line, Page, PageFile
from newspaper_archive.reading.kept_text import page_lines
from newspaper_archive.store.jobs import worker_per_core
from newspaper_archive.store.page_cache import PageCache
from newspaper_archive.store.progress import Progress

PAGES, LOOSE = "pages", "loose"
"""Where in the cache builds keep what they read, and where loose pages are kept until they are filed."""


@dataclass(frozen=True, slots=True)
class LoosePage:
    """A page as read, its lines, what goes where it goes, and what other loose pages tell of its year."""

    file: PageFile
    page: Page
    lines: tuple[Line, ...]
    beside: tuple[Path, ...]
    likely_year: str = ""


def read_loose(
    found: Found, files: Sequence[PageFile], listed: Mapping[str, Listed], cache: Path | None
) -> tuple[LoosePage, ...]:
    """These page files of the folder, read; what a build has read already is not read again."""
    pages = _pages(replace(found, pages=tuple(files)), cache)
    archive = build_archive([page for page in pages if page.kept], found.editions)
    likely = {problem.file: problem.seen for problem in suggest_years(archive)}
    return tuple(
        LoosePage(
            file=file,
            page=page,
            lines=normalise("\n".join(page_lines(page, file))),
            beside=tuple(listed[path].location for path in _beside(file) if path in listed),
            likely_year=likely.get(file.path, ""),
        )
        for file, page in zip(files, pages, strict=True)
    )


def _pages(loose: Found, cache: Path | None) -> list[Page]:
    names = [page_name(file, page_bytes(file), loose.editions) for file in loose.pages]
    built = PageCache(cache / PAGES if cache else None)
    pages = {name: built.get(name) for name in names}
    unread = [(name, file) for name, file in zip(names, loose.pages, strict=True) if pages[name] is None]
    seen = Survey(replace(loose, pages=tuple(file for _, file in unread)), tuple(name for name, _ in unread))
    # Other processes take longer to start than a few pages to read.
    jobs = worker_per_core() if len(unread) > BATCH else ONE_WORKER
    read = read_pages(seen, PageCache(cache / LOOSE if cache else None), jobs, Progress())
    pages |= dict(zip(seen.names, read, strict=True))
    return [page for name in names if (page := pages[name])]


def _beside(file: PageFile) -> tuple[str, ...]:
    return (*((file.sidecar.path,) if file.sidecar else ()), *file.scans)
