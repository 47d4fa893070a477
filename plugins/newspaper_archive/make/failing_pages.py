"""Finds the page on whose account a site could not be rendered, by rendering parts of the archive for trial.

Of an issue of eight pages that cannot be rendered, four are tried, then two, then one; that one is shown as
raw text, and the site is rendered again.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from newspaper_archive.errors import ArchiveError, WorkerLostError
from newspaper_archive.guard import PAGE_SECONDS, Failure, attempt, failing
from newspaper_archive.make.read_pages import bound, raw_without_lines
from newspaper_archive.model import Found, Page
from newspaper_archive.reading.raw_page import LOST, is_raw
from newspaper_archive.search import build_index
from newspaper_archive.site.all_pages import render
from newspaper_archive.site.incremental import NotRendered
from newspaper_archive.site.pictures.picture_jobs import picture_jobs
from newspaper_archive.site.render_options import RenderOptions
from newspaper_archive.site.renderer import Renderer, environment
from newspaper_archive.site.words.search_words import search_words
from newspaper_archive.store.jobs import in_own_process


@dataclass(frozen=True, slots=True)
class DiscardingWriter:
    """Takes finished files and forgets them."""

    def write(self, address: str, data: bytes) -> None:
        pass


def with_failing_as_raw(
    failed: Sequence[NotRendered], pages: Sequence[Page], found: Found, options: RenderOptions
) -> list[Page]:
    """The pages, with those that cannot be rendered as raw text; raises ArchiveError where there are none."""
    named = {path for one in failed for path in one.pages}
    suspected = [page for page in pages if page.kept and page.source.path in named]
    readable = [page for page in suspected or pages if page.kept and not is_raw(page)]
    failures: dict[str, Failure] = {}

    def fails(some: Sequence[Page]) -> bool:
        failure = _tried(some, found, options)
        failures.update((page.source.path, failure) for page in some if failure)
        return failure is not None

    found_failing = failing(readable, fails) if suspected or fails(readable) else []
    if not found_failing:
        raise _no_page_fails(failed[0].failure)
    raw = {page.source.path: failures.get(page.source.path, failed[0].failure) for page in found_failing}
    files = {file.path: file for file in found.pages}
    return [
        raw_without_lines(files[path], found.editions, raw[path])
        if (path := page.source.path) in raw
        else page
        for page in pages
    ]


def _tried(pages: Sequence[Page], found: Found, options: RenderOptions) -> Failure | None:
    """How these pages alone fail to be rendered, in a process that may end over it."""
    try:
        return in_own_process(_try, (tuple(pages), found, options))
    except WorkerLostError:
        return LOST


def _try(work: tuple[Sequence[Page], Found, RenderOptions]) -> Failure | None:
    pages, *_ = work
    done = attempt(_render_away, *work, seconds=PAGE_SECONDS * len(pages))
    return done if isinstance(done, Failure) else None


def _render_away(pages: Sequence[Page], found: Found, options: RenderOptions) -> None:
    archive = bound(found, pages)
    renderer = Renderer(environment(options), DiscardingWriter())
    render(archive, renderer.environment, renderer.writer)
    for job in picture_jobs(archive, options.site):
        job.draw(renderer, *job.shown)
    for _ in build_index(archive, search_words(renderer.tongue)):
        pass


def _no_page_fails(failure: Failure) -> ArchiveError:
    return ArchiveError(
        f"程序出了错，不是哪一版引起的（{failure.what}，程序 {failure.where}）。网站没有动；"
        "请把这一行告诉本程序的作者"
    )
