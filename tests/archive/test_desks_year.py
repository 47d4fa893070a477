"""What a desk does to its folder in a year: no address comes to show another story, none is lost silently.

Each event is done to a folder of real page files, which are read as ever; what an address means is the
headline or the text that stood there. `make/test_builds_of_a_year.py` looks at what is published of them.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from desk_year import YEAR, Event, published
from newspaper_archive.make.read_pages import bound, read_pages
from newspaper_archive.make.survey import survey
from newspaper_archive.model import Archive, Article, Book
from newspaper_archive.model.address_ids import is_story
from newspaper_archive.settings import Settings
from newspaper_archive.store.address_files import book_paths, read_book
from newspaper_archive.store.jobs import Jobs
from newspaper_archive.store.page_cache import PageCache
from newspaper_archive.store.progress import Silence
from sample_pages import SEEDS


def archives(folder: Path) -> Callable[[Book], Archive]:
    """The archive of the folder as it is now, by the address book that is known before."""
    seen = survey(folder, Settings(seeds=folder).edition)
    pages = read_pages(seen, PageCache(), Jobs(), Silence())
    return lambda book: bound(seen.found, pages, book)


def meanings(archive: Archive) -> dict[str, Article]:
    """What stands at each article's address."""
    return {
        article.id: article.article
        for issue in archive.issues
        for page in issue.pages
        for article in page.articles
    }


def test_the_samples_have_the_addresses_that_their_book_says() -> None:
    """It is in the repository: what the reader learns moves none of them without being seen here."""
    book = read_book(book_paths(SEEDS / "addresses").values())
    archive = archives(SEEDS)(book)
    assert (book, ()) == (archive.book, archive.lost)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    published(folder := tmp_path_factory.mktemp("year"))
    return archives(folder)({})


@pytest.mark.parametrize("event", YEAR, ids=[event.what for event in YEAR])
def test_in_a_desk_s_year_every_address_stays_leads_on_or_is_asked_about(
    event: Event, first: Archive, tmp_path: Path
) -> None:
    before = meanings(first)
    assert 17 == len(before)
    published(tmp_path)
    event.do(tmp_path)
    archive = archives(tmp_path)
    second = archive(first.book)
    now = meanings(second)
    lost = []
    for id_, story in before.items():
        known = second.book[id_]
        if known.gone:
            lost.append(id_)
        else:
            there = now[known.leads or id_]
            assert story.headline == there.headline or story.body in there.body, id_
    assert sorted(event.lost) == sorted(lost)
    assert lost == [id_ for id_ in second.lost if is_story(id_)]
    assert event.led == sum(bool(known.leads) for known in second.book.values())
    assert second.book == archive(second.book).book
