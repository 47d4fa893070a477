"""Composes the stages: page files → pages → the archive, for `make`, `parse`, `explain` and `check` alike."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from newspaper_archive.archive import build_archive
from newspaper_archive.assemble import assemble_page
from newspaper_archive.identity import identify
from newspaper_archive.model import NO_ORDERS, Archive, Edition, Page, PageFile, Problem
from newspaper_archive.normalise import normalise
from newspaper_archive.problems import archive_problems, with_problems
from newspaper_archive.read.against_print import check_sidecar
from newspaper_archive.read.scan import look
from newspaper_archive.read.transcript import read_transcript
from newspaper_archive.read.walk import find_pages
from newspaper_archive.suggest import suggest_years


def read_archive(seeds: Path, default: Edition) -> Archive:
    """The archive of a folder, with every problem met on the way; `default` as in `find_pages`."""
    found = find_pages(seeds, default)
    check_sidecars(found.pages)
    pages = [read_page(file, found.editions) for file in found.pages]
    archive = build_archive([page for page in pages if has_print(page)], found.editions)
    together = (*archive_problems(archive), *suggest_years(archive))
    met = chain(found.problems, archive.problems, together, *(page_problems(page) for page in pages))
    files = {file.path: file for file in found.pages}
    return replace(archive, problems=in_order(met), files=files)


def read_page(file: PageFile, editions: Sequence[Edition] = ()) -> Page:
    """The page file, read; one that holds no text comes without lines, and its problems say why."""
    transcript = read_transcript(file)
    if file.sidecar:
        check_sidecar(file.sidecar, transcript)
    lines = normalise(transcript.text)
    reading = assemble_page(file.path, lines, file.sidecar.orders if file.sidecar else NO_ORDERS)
    identity = identify(file, reading, editions, lines)
    looked = look(file)
    page = Page(
        source=transcript.source,
        edition=identity.edition,
        date=identity.date,
        folio=identity.folio,
        page_name=identity.page_name,
        system_code=identity.system_code,
        lines=lines,
        reading=reading,
        problems=transcript.problems + identity.problems + looked.problems,
        scan=looked.scan,
    )
    return with_problems(page, _settled(file)) if has_print(page) else page


def _settled(file: PageFile) -> frozenset[int]:
    """The lines of which the desk has said how they are read; a mended slip says nothing of that."""
    orders = file.sidecar.orders if file.sidecar else NO_ORDERS
    claimed = (line for line, _ in orders.claims)
    return frozenset(chain(claimed, orders.splits, *orders.joins, *orders.teasers))


def check_sidecars(files: Iterable[PageFile]) -> None:
    """Raises ArchiveError for a sidecar that does not fit its page, before any page is read."""
    for file in files:
        if file.sidecar and (file.sidecar.sha256 or file.sidecar.orders.mentions):
            check_sidecar(file.sidecar, read_transcript(file))


def has_print(page: Page) -> bool:
    """Whether anything is printed on it; the archive holds no other page."""
    return any(line.raw.strip() for line in page.lines)


def page_problems(page: Page) -> tuple[Problem, ...]:
    """What was seen when the file was opened, placed and read."""
    return page.problems + page.reading.problems


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By file, line and code."""
    return tuple(sorted(problems, key=lambda p: (p.file.split("/"), p.line or 0, p.code, p.seen)))
