"""Composes the stages: page files → pages → the archive, for `make`, `parse`, `explain` and `check` alike."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from newspaper_archive.archive import build_archive
from newspaper_archive.archive.likely_years import suggest_years
from newspaper_archive.errors import ArchiveError, WorkerLostError
from newspaper_archive.folder.page_file import page_bytes
from newspaper_archive.folder.scan import look
from newspaper_archive.folder.sidecar.against_print import check_sidecar
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.folder.text.transcript import transcript
from newspaper_archive.guard import PAGE_SECONDS, Failure, attempt
from newspaper_archive.make.reading_name import page_name
from newspaper_archive.make.survey import Survey, survey
from newspaper_archive.model import (
    NO_BOOK,
    NO_ORDERS,
    Archive,
    Book,
    Edition,
    Found,
    Page,
    PageFile,
    Problem,
    Tick,
)
from newspaper_archive.problems import archive_problems, with_problems
from newspaper_archive.problems.checked import idle_ticks, looked_at, with_ticks
from newspaper_archive.reading.assemble import assemble
from newspaper_archive.reading.identity import identify
from newspaper_archive.reading.kept_text import drop_lines
from newspaper_archive.reading.masked_page import masked_page
from newspaper_archive.reading.printed import printed
from newspaper_archive.reading.raw_page import LOST, is_raw, raw_page
from newspaper_archive.store.jobs import Jobs, in_own_process
from newspaper_archive.store.page_cache import PageCache, packed, unpacked
from newspaper_archive.store.progress import Progress, Silence

NO_CACHE = PageCache()
ONE_WORKER = Jobs()
SILENCE = Silence()
BATCH = 16
"""Pages that a worker is given at once."""


def read_archive(seeds: Path, default: Edition) -> Archive:
    """The archive of a folder, with every problem met on the way; `default` as in `find_pages`."""
    return archive_of(survey(seeds, default))


def archive_of(
    seen: Survey, cache: PageCache = NO_CACHE, jobs: Jobs = ONE_WORKER, progress: Progress = SILENCE
) -> Archive:
    """The archive of these pages. They are without lines: those are in their files."""
    return bound(seen.found, read_pages(seen, cache, jobs, progress))


def bound(found: Found, pages: Sequence[Page], book: Book = NO_BOOK) -> Archive:
    """The archive of pages that were read, and are without their lines; `book` is what was published."""
    archive = build_archive([page for page in pages if page.kept], found.editions, book)
    together = (*archive_problems(archive), *suggest_years(archive))
    met = chain(found.problems, archive.problems, together, *(page_problems(page) for page in pages))
    files = {file.path: file for file in found.pages}
    ticks = {page.source.path: page.ticks for page in pages if page.ticks}
    return replace(archive, problems=in_order(_looked_at(met, ticks, files)), files=files)


def _looked_at(
    met: Iterable[Problem], ticks: Mapping[str, Sequence[Tick]], files: Mapping[str, PageFile]
) -> Iterator[Problem]:
    """The problems with what the desk has looked at marked so, and what of its ticks is of no effect."""
    by_file: dict[str, list[Problem]] = {file: [] for file in ticks}
    for problem in met:
        if problem.file in ticks:
            by_file[problem.file].append(problem)
        else:
            yield problem
    for file, problems in by_file.items():
        found = looked_at(problems, ticks[file])
        yield from found
        yield from idle_ticks(files[file], ticks[file], found)


def read_pages(seen: Survey, cache: PageCache, jobs: Jobs, progress: Progress) -> list[Page]:
    """Every page in its order, without lines, from the cache if there; raises as check_sidecars does."""
    pages = {name: cache.get(name) for name in seen.names}
    missing = [name for name in seen.names if pages[name] is None]
    files = dict(zip(seen.names, seen.found.pages, strict=True))
    check_sidecars(files[name] for name in missing)
    batches = [missing[first : first + BATCH] for first in range(0, len(missing), BATCH)]
    orders = ([(name, files[name], seen.found.editions) for name in batch] for batch in batches)
    with progress.stage("读版面", len(missing)) as advance, jobs.worker_pool() as pool:
        for batch, packs in zip(batches, pool.each(_pack, orders, lost=_pack_apart), strict=True):
            for name, pack in zip(batch, packs, strict=True):
                page = pages[name] = unpacked(name, pack)
                if page and not is_raw(page):
                    cache.put(name, pack)
            advance(len(batch))
    cache.keep_only(pages)
    return [page for name in seen.names if (page := pages[name])]


_Order = tuple[str, PageFile, tuple[Edition, ...]]
"""A page to be read: the name of its reading, its file, the editions there are."""


def _pack(batch: Sequence[_Order]) -> list[bytes]:
    """Reads pages and drops their lines, as `packed` has them; this is what a worker does."""
    return [_packed(*order) for order in batch]


def _pack_apart(batch: Sequence[_Order]) -> list[bytes]:
    """Reads pages one of which ends the process that reads it: each in a process of its own."""
    return list(chain.from_iterable(map(_pack_alone, batch)))


def _pack_alone(order: _Order) -> list[bytes]:
    try:
        return in_own_process(_pack, [order])
    except WorkerLostError:
        return [_packed_raw(*order, LOST)]


def _packed(name: str, file: PageFile, editions: tuple[Edition, ...]) -> bytes:
    made = attempt(_packed_as_read, name, file, editions, seconds=PAGE_SECONDS)
    return _packed_raw(name, file, editions, made) if isinstance(made, Failure) else made


def _packed_raw(name: str, file: PageFile, editions: tuple[Edition, ...], failure: Failure) -> bytes:
    return packed(name, raw_without_lines(file, editions, failure))


def raw_without_lines(file: PageFile, editions: Sequence[Edition], failure: Failure) -> Page:
    page = masked_page(raw_page(file, page_bytes(file), editions, failure), file.mask)
    return drop_lines(page) if has_print(page) else page


def _packed_as_read(name: str, file: PageFile, editions: tuple[Edition, ...]) -> bytes:
    data = page_bytes(file)
    if page_name(file, data, editions) != name:
        raise ArchiveError(
            f"{file.path}: 读到的与开始时看到的不同：版面文件或扫描图在中途被改动了，"
            "或者另一台机器看到的是别的文件夹。请再运行一次 make"
        )
    page = _read(file, data, editions)
    return packed(name, drop_lines(page) if has_print(page) else page)


def read_page(file: PageFile, editions: Sequence[Edition] = ()) -> Page:
    """The page file, read; one that holds no text comes without lines, and its problems say why."""
    data = page_bytes(file)
    _check(file, data)
    page = attempt(_read, file, data, editions, seconds=PAGE_SECONDS)
    return masked_page(raw_page(file, data, editions, page), file.mask) if isinstance(page, Failure) else page


def _read(file: PageFile, data: bytes | OSError, editions: Sequence[Edition]) -> Page:
    read = transcript(file, data)
    print_ = printed(file.path, normalise(read.text))
    lines = print_.in_place
    reading = assemble(file.path, print_, file.sidecar.orders if file.sidecar else NO_ORDERS)
    identity = identify(file, reading, editions, lines)
    looked = look(file)
    page = Page(
        source=read.source,
        edition=identity.edition,
        date=identity.date,
        folio=identity.folio,
        page_name=identity.page_name,
        system_code=identity.system_code,
        lines=lines,
        reading=reading,
        problems=read.problems + identity.problems + looked.problems,
        scan=looked.scan,
    )
    page = with_problems(page, _settled(file)) if has_print(page) else page
    page = with_ticks(page, file.sidecar.checked) if file.sidecar else page
    return masked_page(page, file.mask)


def _check(file: PageFile, data: bytes | OSError) -> None:
    if file.sidecar and (file.sidecar.sha256 or file.sidecar.orders.mentions):
        check_sidecar(file.sidecar, transcript(file, data))


def _settled(file: PageFile) -> frozenset[int]:
    """The lines of which the desk has said how they are read; a mended slip says nothing of that."""
    orders = file.sidecar.orders if file.sidecar else NO_ORDERS
    claimed = (line for line, _ in orders.claims)
    return frozenset(chain(claimed, orders.splits, *orders.joins, *orders.teasers))


def check_sidecars(files: Iterable[PageFile]) -> None:
    """Raises ArchiveError for a sidecar that does not fit its page, before any page is read."""
    for file in files:
        _check(file, page_bytes(file))


def has_print(page: Page) -> bool:
    """Whether anything is printed on it; the archive holds no other page."""
    return any(line.raw.strip() for line in page.lines)


def page_problems(page: Page) -> tuple[Problem, ...]:
    """What was seen when the file was opened, placed and read."""
    return page.problems + page.reading.problems


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, line and code."""
    return tuple(sorted(problems, key=lambda p: (p.file.split("/"), p.line or 0, p.code, p.seen)))
