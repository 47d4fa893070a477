"""The archive as the next build would publish it, to say what that would change: nothing is thrown away."""

from newspaper_archive.make.read_pages import bound, read_pages
from newspaper_archive.make.survey import Withdrawing
from newspaper_archive.make.withdrawing import settled
from newspaper_archive.model import NO_BOOK, Archive
from newspaper_archive.store.jobs import Jobs
from newspaper_archive.store.page_cache import PageCache
from newspaper_archive.store.progress import Progress, Silence


def archive_ahead(
    found: Withdrawing, cache: PageCache, jobs: Jobs, progress: Progress | None = None
) -> Archive:
    """Of these pages and this book; `cache` is one that keeps what other pages were read as."""

    def archive(of: Withdrawing) -> Archive:
        pages = read_pages(of.seen, cache, jobs, progress or Silence())
        return bound(of.seen.found, pages, of.book or NO_BOOK)

    return archive(settled(found, archive(found)) if found.unsettled else found)
